"""A pack's rubric as an official document: what it is by, then the table on pages of its own, turned sideways."""

from collections.abc import Iterator

from evalcli.model.numbers import plain
from evalcli.model.pack import Pack, Source
from evalcli.model.report import Annex, Attachments, Block, Body, Column, Draft, Run, Table, Text, Title
from evalcli.model.report import Row as Line
from evalcli.packs.rubric import HEADS, Row

_WIDTHS = {
    "指标": 15, "评估要点": 27, "分值": 8, "评分规则": 36, "标准": 14, "依据": 24, "责任单位": 13, "佐证材料": 22,
}  # fmt: skip
_LEFT = ("指标", "评估要点", "评分规则", "依据", "佐证材料")


def rubric_draft(pack: Pack, rows: tuple[Row, ...]) -> Draft:
    """Return the rubric ready to publish. It bears no date: a pack says its version, not its day."""
    name = f"{pack.title}评分细则"
    table = f"{pack.title}评分表"
    blocks: tuple[Block, ...] = (
        Title((name,)),
        *(Body((Run(text),)) for text in _said(pack, rows)),
        Attachments((table,)),
        Annex("附件", table, (_table(pack, rows),), landscape=True),
    )
    return Draft(blocks, title=name, author=f"{pack.id} {pack.version}", created="")


def _said(pack: Pack, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield what a reader has to know before the table."""
    items = len({row.item for row in rows})
    points = f"，满分{plain(pack.points)}分" if pack.points else "，不计分"
    yield f"本细则依据{pack.source}编制，列明{items}项指标、{len(rows)}个评估要点{points}。"
    yield f"本细则由指标包{pack.id}（版本{pack.version}）生成，评分规则一栏的文字与计算所用的规则一致。"
    if pack.provisional:
        yield f"说明：{pack.provisional}"
    if pack.tailored:
        # Official documents have no blank between digits and Chinese.
        yield "本地化：" + "；".join(text.replace(" ", "", 1).rstrip("。") for text in pack.tailored) + "。"


def _table(pack: Pack, rows: tuple[Row, ...]) -> Table:
    heads = tuple(head for head in HEADS if pack.points or head != "分值")
    columns = tuple(Column(head, _WIDTHS[head], "left" if head in _LEFT else "center") for head in heads)
    return Table(columns, tuple(_lines(pack, rows, len(heads))))


def _lines(pack: Pack, rows: tuple[Row, ...], columns: int) -> Iterator[Line]:
    area, first = "", rows[0]
    for row in rows:
        if row.area != area:
            area = row.area
            yield Line((_text(area.partition(" ")[2]),), span=columns, strong=True)
        if row.item != first.item or row is rows[0]:
            first = row
        yield Line(tuple(_text(text or "—") for text in _cells(pack, row, first)))


def _cells(pack: Pack, row: Row, first: Row) -> tuple[str, ...]:
    """Return the cells of a row; what belongs to the whole item is said at its first key point alone."""
    points = (row.points,) if pack.points else ()
    own = (f"{row.item}\u3000{row.title}", f"{row.id}\u3000{row.text}", *points, _official(row.rule), row.standard)
    if row is not first:
        same = f"同{first.id}"
        return (*own, same, same, same)
    # The document of the whole pack stands on the first page.
    cited = row.source.removeprefix(str(Source(pack.source.document, pack.source.number)))
    return (*own, cited or row.source, row.offices, row.evidence)


def _official(rule: str) -> str:
    """Return a rule one part a line, with the brackets of Chinese text and no blank beside its words."""
    for shown, written in (("；", "\n"), ("(", "（"), (")", "）"), (" 且 ", "且"), (" 或者 ", "或")):
        rule = rule.replace(shown, written)
    return rule


def _text(text: str) -> Text:
    return (Run(text),)
