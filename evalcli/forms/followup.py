"""The list of doubts for the offices, with columns for their answers (疑点单); written in Chinese, whoever runs it."""

from collections.abc import Iterable

from evalcli.forms.listing import Sheet, workbook
from evalcli.model.checked import Verdict, finding_id
from evalcli.model.notice import Level, Notice

# The heads that are read back stand in `fill/answers.py` too.
_HEADS = {
    "编号": 15,
    "单位": 12,
    "级别": 6,
    "事项": 20,
    "疑点": 50,
    "填报值": 16,
    "位置": 22,
    "怎样核对": 30,
    "答复": 8,
    "更正值": 14,
    "说明": 30,
    "答复人": 12,
    "日期": 12,
}
_ANSWERS = ("答复", "更正值", "说明", "答复人", "日期")
_HELP = (
    "黄色格由各单位填写，其余不能改。每条疑点填一行。",
    "答复从列表中选：属实——数没有错，在“说明”里写明原因；更正——数填错了，在“更正值”里写正确的数；说明——口径等另有情况，写进“说明”。",
    "答复人写单位或职务，不写姓名；日期写成 2022-09-05。",
    "属实、说明要有说明、答复人和日期才算答复。选更正的，还要把数据文件里的数改过来，疑点才会消失。",
    "“必改”的只能更正。",
)


def asked(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Return what offices are to answer: doubts, and what must be mended of the data that they handed in."""
    return tuple(one for one in notices if one.level is Level.DOUBT or (one.level is Level.MUST and one.about))


def followup(notices: Iterable[Notice]) -> bytes:
    """Return the workbook with the doubts among these findings, by office."""
    rows = sorted((_row(one) for one in asked(notices)), key=lambda row: row[1])
    choices = {"答复": tuple(verdict.value for verdict in Verdict)}
    sheet = Sheet("疑点", _HEADS, tuple(rows), _ANSWERS, choices)
    return workbook((sheet, Sheet("填写说明", {"填写说明": 100}, tuple((line,) for line in _HELP))))


def _row(notice: Notice) -> tuple[str, ...]:
    about = notice.about
    label, office, values = (about.label or about.at, about.office, about.values) if about else ("", "", ())
    shown = "；".join(dict.fromkeys(value for value in values if value))
    place = str(notice.place) if notice.place else ""
    said = (label, notice.message, shown, place, notice.advice)
    return (finding_id(notice), office or "责任单位", notice.level.value, *said, *("" for _head in _ANSWERS))
