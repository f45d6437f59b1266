"""The annexes: the score table, and the table of all figures with where they came from."""

from collections.abc import Iterator
from decimal import Decimal

from evalcli.draft.figures import Figures, FigureView
from evalcli.model.numbers import fixed, plain
from evalcli.model.report import Annex, Column, Row, Run, Table, Text
from evalcli.model.scorecard import AreaResult, ItemResult, PointResult, Scorecard, Scored, VetoResult

_SCORE_COLUMNS = (
    Column("序号", 8), Column("指标", 17, "left"), Column("现状与标准", 31, "left"), Column("分值", 10), Column("得分", 10),
    Column("未定", 9), Column("判定", 10), Column("失分、未定原因", 33, "left"),
)  # fmt: skip
_FIGURE_COLUMNS = (Column("指标", 8), Column("填报项", 42, "left"), Column("数值", 18), Column("单位", 9), Column("来源", 23, "left"))


def scores(scored: Scored, label: str, name: str) -> Annex:
    """Return the score table: every key point, area subtotals, the total, vetoes and what is provisional."""
    rows = tuple(row for area in scored.card.areas for row in _area_rows(scored, area))
    table = Table(_SCORE_COLUMNS, (*rows, _total(scored)), note=_note(scored))
    return Annex(label, name, (table,), landscape=True)


def figures(scored: Scored, view: Figures, label: str, name: str) -> Annex:
    """Return the table of all figures that were filled in, with value, unit and source."""
    rows = tuple(row for field in scored.pack.fields for row in _figure_rows(view[field]))
    lacking = [field.label for field in scored.pack.fields.values() if not view[field.id].filled]
    named = "、".join(f"“{label}”" for label in lacking)
    note = f"注：共{len(rows)}个数据。没有填报的有{len(lacking)}项：{named}。" if lacking else ""
    return Annex(label, name, (Table(_FIGURE_COLUMNS, rows, note=note),))


def _cell(text: str, claim: str = "") -> Text:
    return (Run(text or "—", claim=claim),)


def _points(scored: Scored, points: Decimal) -> str:
    return fixed(points, scored.pack.decimals)


def _area_rows(scored: Scored, area: AreaResult) -> Iterator[Row]:
    for item in area.items:
        yield _item_row(scored, item)
    yield _summary(scored, f"{area.area.title}小计", area, "—")


def _summary(scored: Scored, title: str, sums: AreaResult | Scorecard, reason: str) -> Row:
    cells = (title, _points(scored, sums.full), _points(scored, sums.earned), _open(scored, sums.open), "—", reason)
    return Row(tuple(_cell(cell) for cell in cells), span=3, strong=True)


def _open(scored: Scored, points: Decimal) -> str:
    return _points(scored, points) if points else "—"


def _item_row(scored: Scored, item: ItemResult) -> Row:
    indicator = item.indicator
    if item.exemption:
        reason = f"{item.exemption.because}（{item.exemption.approved}同意）"
        cells = (indicator.id, indicator.short, "—", "不计", "—", "—", str(item.verdict), reason)
    else:
        cells = (
            indicator.id, indicator.short, _standing(item), _points(scored, item.full), _points(scored, item.earned),
            _open(scored, item.open), str(item.verdict), _reasons(item),
        )  # fmt: skip
    return Row(tuple(_cell(cell) for cell in cells))


def _standing(item: ItemResult) -> str:
    """Return what the key points found beside what they ask: 12.38:1（≤12.5:1）."""
    found = []
    for point in item.points:
        judgement = point.judgement
        standard = f"（{judgement.standard}）" if judgement.standard and judgement.standard != judgement.value else ""
        found.append(f"{_letter(point)}.{judgement.value or '无数据'}{standard}")
    return "；".join(found)


def _reasons(item: ItemResult) -> str:
    """Return one sentence for every key point that lost points or is open."""
    wanting = (point for point in item.points if point.lost or point.open)
    return "；".join(f"{_letter(point)}.{_reason(point)}" for point in wanting)


def _reason(point: PointResult) -> str:
    """Return why points are lost; who judged a level, and when, stands in the trace and would fill the table."""
    if point.hand and point.hand.level and point.lost:
        shown = "（演示）" if point.hand.illustrative else ""
        return f"评定为{point.hand.level}，失{plain(point.lost)}分{shown}"
    return point.judgement.reason.rstrip("。")


def _letter(point: PointResult) -> str:
    return point.key_point.id.lstrip("0123456789.")


def _total(scored: Scored) -> Row:
    grade = scored.card.grade
    reason = f"等次：{grade.settled}" + ("" if grade.certain else f"（未定部分全部得到时为{grade.possible}）")
    return _summary(scored, "合计", scored.card, reason)


def _note(scored: Scored) -> str:
    settled, possible = scored.card.earned, scored.card.earned + scored.card.open
    span = f"，可能{plain(settled)}分至{plain(possible)}分；缺数据和待评定的要点不计分，列入“未定”" if scored.card.open else ""
    said = f"得分已定{plain(settled)}分{span}"
    parts = [said, _vetoes(scored), scored.pack.provisional, scored.filled.illustrative, *(f"本地化：{text}" for text in scored.pack.tailored)]
    return "注：" + "".join(f"{number}.{part.rstrip('。')}。" for number, part in enumerate((p for p in parts if p), 1))


def _vetoes(scored: Scored) -> str:
    said = "；".join(f"{veto.say}（{_answer(veto)}）" for veto in scored.card.vetoes)
    return f"一票否决事项申报情况：{said}" if said else ""


def _answer(veto: VetoResult) -> str:
    return "未申报" if veto.hit is None else ("有" if veto.hit else "无")


def _figure_rows(view: FigureView) -> Iterator[Row]:
    for one in view.members or (view,):
        for shown in (one, one.last, one.growth):
            if shown.filled and shown.value:
                source = shown.value.said or shown.value.place.file
                unit = "%" if shown.text.endswith("%") else view.field.unit
                text = shown.text if shown.value.approx else shown.text.removesuffix(unit)
                name = unit if text != shown.text else ""
                yield Row((_cell(view.field.item), _cell(shown.label), _cell(text, shown.claim), _cell(name), _cell(source)))
