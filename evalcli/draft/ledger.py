"""The ledger (项目化、清单化、责任到人) as a table: every target with who answers for it, by when, and how far it is."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from evalcli.draft.filters import cn_date
from evalcli.draft.work import rate
from evalcli.model.completion import Status, Tally, Task
from evalcli.model.report import Annex, Column, Row, Run, Table
from evalcli.model.scorecard import Scored

_COLUMNS = (
    Column("序号", 9), Column("任务", 20, "left"), Column("目标", 36, "left"), Column("责任单位", 17, "left"),
    Column("完成时限", 15), Column("进展", 36, "left"), Column("佐证材料", 21, "left"), Column("完成情况", 13),
)  # fmt: skip
_SHEET = (
    Column("方面", 14, "left"), Column("序号", 8), Column("任务", 20, "left"), Column("目标", 36, "left"),
    Column("标准", 16, "left"), Column("责任单位", 16, "left"), Column("完成时限", 12), Column("进展", 32, "left"),
    Column("佐证材料", 20, "left"), Column("完成情况", 12), Column("没有完成的原因", 36, "left"),
)  # fmt: skip

# In print a document is named without what its file ends in.
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")


def ledger(scored: Scored, label: str, name: str) -> Annex:
    """Return the ledger for print: one row a target, the parts of the document as rows between."""
    rows: list[Row] = []
    for area, tasks in groupby(scored.card.ledger, key=lambda task: task.area):
        rows.append(_row((area,), span=len(_COLUMNS)))
        rows += [_row(_cells(task)) for task in tasks]
    table = Table(_COLUMNS, tuple(rows), note=_note(scored))
    return Annex(label, name, (table,), landscape=True)


def ledger_sheet(scored: Scored, label: str, name: str) -> Annex:
    """Return the ledger to be sorted and filtered: one row a target, nothing between, and why what is not done is not."""
    rows = tuple(
        _row((task.area, task.id, task.title, task.text, task.target, "、".join(task.offices), str(task.due), task.progress,
              "、".join(task.evidence), str(task.status), task.because))
        for task in scored.card.ledger
    )  # fmt: skip
    return Annex(label, name, (Table(_SHEET, rows, note=_note(scored)),), landscape=True)


def rates(scored: Scored, label: str, name: str) -> Annex:
    """Return the rates of completion by part and in all, every count shown."""
    return Annex(label, name, (rates_table(scored),))


def rates_table(scored: Scored) -> Table:
    """Return the table of the rates; words that occur nowhere have no column."""
    words = [word for word, _count in scored.card.tally.listed]
    columns = (
        Column("方面", 40, "left"), Column("任务", 10, number=True),
        *(Column(word, 12, number=True) for word in words), Column("完成率", 14),
    )  # fmt: skip
    rows = [_row(_counted(area.area.title, area.tally, words)) for area in scored.card.areas]
    return Table(columns, (*rows, _row(_counted("合计", scored.card.tally, words), strong=True)), unit="单位：项")


def _counted(title: str, tally: Tally, words: Iterable[str]) -> tuple[str, ...]:
    every = tally.counted + tally[Status.NOT_APPLICABLE]
    return (title, str(every), *(str(tally[word]) for word in words), rate(tally.rate))


def _cells(task: Task) -> tuple[str, ...]:
    target = f"{task.text}（{task.target}）" if task.target else task.text
    evidence = "、".join(_SUFFIX.sub("", name) for name in task.evidence)
    who, when = "、".join(task.offices), cn_date(task.due)
    return (task.id, task.title, target, who, when, task.progress, evidence, task.status)


def _row(cells: tuple[str, ...], *, span: int = 1, strong: bool = False) -> Row:
    return Row(tuple((Run(cell or "—"),) for cell in cells), span=span, strong=strong or span > 1)


def _note(scored: Scored) -> str:
    said = "".join(f"{number}.{part.rstrip('。')}。" for number, part in enumerate(_said(scored), 1))
    return f"注：{said}" if said else ""


def _said(scored: Scored) -> Iterator[str]:
    """Yield what must be said under the ledger: the rate, what does not apply, what is provisional or only made up."""
    yield scored.card.grade.settled
    exempt = [item.indicator.id for item in scored.card.items if item.exemption]
    if exempt:
        yield f"不适用、不列入台账的任务：{'、'.join(exempt)}"
    yield from (part for part in (scored.pack.provisional, scored.filled.illustrative) if part)
