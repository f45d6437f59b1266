"""The list of what offices owe (催报单): a summary by office, and every single thing; in Chinese, whoever runs it."""

from collections import Counter

from evalcli.forms.listing import Sheet, workbook
from evalcli.model.checked import Owed

HEADS = {"单位": 16, "期限": 12, "类别": 10, "指标": 10, "名称": 36, "要报什么": 40, "编号": 26}
_SUMMARY = {"单位": 16, "期限": 12, "还缺几项": 10}


def rows(owed: tuple[Owed, ...]) -> tuple[tuple[str, ...], ...]:
    """Return a row for everything that is owed."""
    return tuple((one.office, str(one.deadline or ""), one.kind, one.item, one.name, one.what, one.at) for one in owed)


def owed_book(owed: tuple[Owed, ...]) -> bytes:
    """Return the workbook."""
    counted = Counter((one.office, str(one.deadline or "")) for one in owed)
    summary = tuple((*office, str(count)) for office, count in counted.items())
    return workbook((Sheet("汇总", _SUMMARY, summary), Sheet("催报单", HEADS, rows(owed))))
