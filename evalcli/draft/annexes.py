"""The annexes: the score table, and the table of all figures with where they came from."""

from collections.abc import Iterator
from decimal import Decimal

from evalcli.draft.figures import FigureView, Figures
from evalcli.model.facts import Verdict
from evalcli.model.numbers import fixed, plain
from evalcli.model.report import Annex, Body, Column, Row, Run, Table, Text
from evalcli.model.scorecard import AreaResult, ItemResult, PointResult, Scored, VetoResult

_SCORE_COLUMNS = (
    Column("指标", 6), Column("名称", 17, "left"), Column("评估要点", 23, "left"), Column("现状", 13), Column("标准", 12),
    Column("分值", 6), Column("得分", 6), Column("判定", 8), Column("失分、待定原因", 23, "left"),
)  # fmt: skip
_FIGURE_COLUMNS = (Column("指标", 8), Column("填报项", 44, "left"), Column("数值", 24), Column("来源", 24, "left"))


def scores(scored: Scored, label: str, name: str) -> Annex:
    """Return the score table: every key point, area subtotals, the total, vetoes and what is provisional."""
    rows = tuple(row for area in scored.card.areas for row in _area_rows(scored, area))
    table = Table(_SCORE_COLUMNS, (*rows, _total(scored)), note=_note(scored))
    return Annex(label, name, (table, *_vetoes(scored)), landscape=True)


def figures(scored: Scored, view: Figures, label: str, name: str) -> Annex:
    """Return the table of all figures that were filled in, with value, unit and source."""
    rows = tuple(row for field in scored.pack.fields for row in _figure_rows(view[field]))
    lacking = [field.label for field in scored.pack.fields.values() if not view[field.id].filled]
    note = f"注：共 {len(rows)} 个数据。未填报的有 {len(lacking)} 项：{'、'.join(lacking)}。" if lacking else ""
    return Annex(label, name, (Table(_FIGURE_COLUMNS, rows, note=note),))


def _cell(text: str, claim: str = "") -> Text:
    return (Run(text or "—", claim=claim),)


def _points(scored: Scored, points: Decimal) -> str:
    return fixed(points, scored.pack.decimals)


def _area_rows(scored: Scored, area: AreaResult) -> Iterator[Row]:
    for item in area.items:
        yield from _item_rows(scored, item)
    title = f"{area.area.title}小计"
    yield _summary(title, _points(scored, area.full), _points(scored, area.earned), _open(scored, area.open))


def _summary(title: str, full: str, earned: str, rest: str) -> Row:
    cells = (title, full, earned, "—", rest)
    return Row(tuple(_cell(cell) for cell in cells), span=5, strong=True)


def _open(scored: Scored, points: Decimal) -> str:
    return f"待定{_points(scored, points)}分" if points else ""


def _item_rows(scored: Scored, item: ItemResult) -> Iterator[Row]:
    indicator = item.indicator
    if item.exemption:
        reason = f"{item.exemption.because}（{item.exemption.approved}同意）"
        cells = (indicator.id, indicator.short, "—", "—", "—", "不计", "—", str(Verdict.NOT_APPLICABLE), reason)
        yield Row(tuple(_cell(cell) for cell in cells))
    for point in item.points:
        yield Row(tuple(_cell(cell) for cell in _point_cells(scored, item, point)))


def _point_cells(scored: Scored, item: ItemResult, point: PointResult) -> tuple[str, ...]:
    judgement = point.judgement
    earned = "待定" if point.earned is None else _points(scored, point.earned)
    reason = judgement.reason if point.lost or point.open else ""
    title = f"{item.indicator.short}"
    return (
        point.key_point.id, title, point.key_point.text, judgement.value, judgement.standard,
        _points(scored, point.key_point.points), earned, str(judgement.verdict), reason,
    )  # fmt: skip


def _total(scored: Scored) -> Row:
    card = scored.card
    grade = card.grade.settled + ("" if card.grade.certain else f"（待定部分全部得到时为{card.grade.possible}）")
    rest = f"{_open(scored, card.open)}；等次：{grade}".lstrip("；")
    return _summary("合计", _points(scored, card.full), _points(scored, card.earned), rest)


def _note(scored: Scored) -> str:
    parts = [scored.pack.provisional, scored.filled.illustrative, *(f"本地化：{text}" for text in scored.pack.tailored)]
    settled, possible = scored.card.earned, scored.card.earned + scored.card.open
    parts.insert(0, f"得分已定{plain(settled)}分，可能{plain(settled)}—{plain(possible)}分，缺数据和待评定的不计分")
    return "注：" + "".join(f"{number}.{part.rstrip('。')}。" for number, part in enumerate((p for p in parts if p), 1))


def _vetoes(scored: Scored) -> tuple[Body, ...]:
    if not scored.card.vetoes:
        return ()
    said = "；".join(f"{veto.say}：{_answer(veto)}" for veto in scored.card.vetoes)
    return (Body((Run(f"一票否决事项申报：{said}。"),)),)


def _answer(veto: VetoResult) -> str:
    return "未申报" if veto.hit is None else ("有" if veto.hit else "无")


def _figure_rows(view: FigureView) -> Iterator[Row]:
    for one in view.members or (view,):
        for shown in (one, one.last, one.growth):
            if shown.filled and shown.value:
                source = shown.value.said or shown.value.place.file
                cells = (_cell(view.field.item), _cell(shown.label), _cell(shown.text, shown.claim), _cell(source))
                yield Row(cells)
