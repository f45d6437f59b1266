"""The ledger of rectification (整改台账): every problem that the last round named, what was done, by whom, and how far it is."""

from evalcli.draft.filters import cn_date
from evalcli.model.filled import Rectification
from evalcli.model.report import Annex, Column, Row, Run, Table
from evalcli.model.scorecard import Scored

NAME = "上一轮问题整改台账"
_COLUMNS = (
    Column("序号", 8), Column("问题", 36, "left"), Column("整改措施", 40, "left"), Column("责任单位", 18, "left"),
    Column("完成时限", 16), Column("整改状态", 12), Column("佐证材料", 26, "left"),
)  # fmt: skip


def ledger(scored: Scored, label: str) -> Annex:
    """Return the ledger of what the last round named."""
    rows = tuple(_row(number, one) for number, one in enumerate(scored.filled.rectifications, 1))
    return Annex(label, scored.filled.county.name + NAME, (Table(_COLUMNS, rows),), landscape=True)


def _row(number: int, one: Rectification) -> Row:
    cells = (
        str(number),
        one.problem,
        one.measure,
        one.office,
        cn_date(one.by) if one.by else "",
        str(one.status),
        "、".join(one.evidence),
    )
    return Row(tuple((Run(cell or "—"),) for cell in cells))
