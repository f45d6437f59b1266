"""The annexes: the score table, and the table of all figures with where they came from."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from evalcli.draft.figures import Figures, FigureView
from evalcli.model.numbers import fixed, plain
from evalcli.model.report import Annex, Column, Row, Run, Table, Text
from evalcli.model.scorecard import AreaResult, Grade, ItemResult, PointResult, Scorecard, Scored, VetoResult

_SCORE_COLUMNS = (
    Column("序号", 8), Column("指标", 17, "left"), Column("现状与标准", 31, "left"), Column("分值", 10, number=True),
    Column("得分", 10, number=True), Column("未定", 9, number=True), Column("判定", 10), Column("失分、未定原因", 33, "left"),
)  # fmt: skip
_VERDICT_COLUMNS = (
    Column("序号", 8), Column("指标", 20, "left"), Column("现状与标准", 44, "left"), Column("判定", 12), Column("原因", 44, "left"),
)  # fmt: skip
_FIGURE_COLUMNS = (
    Column("指标", 8),
    Column("填报项", 42, "left"),
    Column("数值", 18),
    Column("单位", 9),
    Column("来源", 23, "left"),
)
_INNER_QUOTES = str.maketrans("“”", "‘’")


def scores(scored: Scored, label: str, name: str) -> Annex:
    """Return the score table: every key point, area subtotals, the total, vetoes and what is provisional.

    Where a pack gives no points nothing is said of them.
    """
    rows = tuple(row for area in scored.card.areas for row in _area_rows(scored, area))
    table = Table(
        _SCORE_COLUMNS if scored.pack.points else _VERDICT_COLUMNS, (*rows, _total(scored)), note=_note(scored)
    )
    return Annex(label, name, (table,), landscape=True)


def figures(scored: Scored, view: Figures, label: str, name: str) -> Annex:
    """Return the table of all figures that were filled in, with value, unit and source."""
    rows = tuple(row for field in scored.pack.fields for row in _figure_rows(view[field]))
    lacking = [field.label for field in scored.pack.fields.values() if not view[field.id].filled]
    # Between names in quotation marks stands no mark (GB/T 15834), and marks within marks are single ones.
    named = "".join(f"“{label.translate(_INNER_QUOTES)}”" for label in lacking)
    note = f"注：共{len(rows)}个数据。没有填报的有{len(lacking)}项：{named}。" if lacking else ""
    return Annex(label, name, (Table(_FIGURE_COLUMNS, rows, note=note),))


@lru_cache(maxsize=4096)
def _cell(text: str, claim: str = "") -> Text:
    """Return a cell; the counties of a city share most of them."""
    return (Run(text or "—", claim=claim),)


def _points(scored: Scored, points: Decimal) -> str:
    return fixed(points, scored.pack.decimals)


def _sums(scored: Scored, sums: ItemResult | AreaResult | Scorecard) -> tuple[str, ...]:
    """Return 分值, 得分, 未定; a pack that gives no points has none of these."""
    if not scored.pack.points:
        return ()
    return (_points(scored, sums.full), _points(scored, sums.earned), _points(scored, sums.open) if sums.open else "—")


def _area_rows(scored: Scored, area: AreaResult) -> Iterator[Row]:
    for item in area.items:
        yield _item_row(scored, item)
    yield _summary(scored, f"{area.area.title}小计", area, "—" if scored.pack.points else _counted(area.items))


def _counted(items: tuple[ItemResult, ...]) -> str:
    """Return how many items have each verdict: 达标6项、未达标1项."""
    counts = Counter(str(item.verdict) for item in items)
    return "、".join(f"{verdict}{count}项" for verdict, count in counts.items())


def _summary(scored: Scored, title: str, sums: AreaResult | Scorecard, reason: str) -> Row:
    cells = (title, *_sums(scored, sums), "—", reason)
    return Row(tuple(_cell(cell) for cell in cells), span=3, strong=True)


def _item_row(scored: Scored, item: ItemResult) -> Row:
    indicator = item.indicator
    if item.exemption:
        reason = f"{item.exemption.because}（{item.exemption.approved}同意）"
        none = ("不计", "—", "—") if scored.pack.points else ()
        cells = (indicator.id, indicator.short, "—", *none, str(item.verdict), reason)
    else:
        cells = (
            indicator.id,
            indicator.short,
            _standing(item),
            *_sums(scored, item),
            str(item.verdict),
            _reasons(item),
        )
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
    """Return one sentence for every key point that is not wholly met."""
    wanting = (point for point in item.points if point.wanting)
    return "；".join(f"{_letter(point)}.{_reason(point)}" for point in wanting)


def _reason(point: PointResult) -> str:
    """Return what is wanting; who judged a level, and when, stands in the trace and would fill the table."""
    if point.hand and point.hand.level and point.earned is not None:
        shown = "（演示）" if point.hand.illustrative else ""
        lost = f"，失{plain(point.lost)}分" if point.lost else ""
        return f"评定为{point.hand.level}{lost}{shown}"
    return point.judgement.reason.rstrip("。")


def _letter(point: PointResult) -> str:
    return point.key_point.id.lstrip("0123456789.")


def _total(scored: Scored) -> Row:
    grade = scored.card.grade
    what, title = ("等次", "合计") if scored.pack.points else ("结论", "总评")
    return _summary(scored, title, scored.card, f"{what}：{grade.settled}{_perhaps(grade)}")


def _perhaps(grade: Grade) -> str:
    """Return what may still become of the grade: by what is open, or by what nobody has declared."""
    if grade.settled != grade.possible:
        return f"（未定部分全部得到时为{grade.possible}）"
    return "" if grade.certain else "（暂定）"


def _note(scored: Scored) -> str:
    points = _said_of_points(scored) if scored.pack.points else ""
    # Official documents have no blank between digits and Chinese: 2.4改分值.
    tailored = ("本地化：" + text.replace(" ", "", 1) for text in scored.pack.tailored)
    parts = [points, _vetoes(scored), scored.pack.provisional, scored.filled.illustrative, *tailored]
    said = "".join(f"{number}.{part.rstrip('。')}。" for number, part in enumerate((p for p in parts if p), 1))
    return f"注：{said}" if said else ""


def _said_of_points(scored: Scored) -> str:
    settled, possible = scored.card.earned, scored.card.earned + scored.card.open
    span = (
        f"，可能{plain(settled)}分至{plain(possible)}分；缺数据和待评定的要点不计分，列入“未定”"
        if scored.card.open
        else ""
    )
    return f"得分已定{plain(settled)}分{span}"


def _vetoes(scored: Scored) -> str:
    said = "；".join(f"{veto.say}（{_answer(veto)}）" for veto in scored.card.vetoes)
    return f"一票否决事项申报情况：{said}" if said else ""


def _answer(veto: VetoResult) -> str:
    return "未申报" if veto.hit is None else ("有" if veto.hit else "无")


def _figure_rows(view: FigureView) -> Iterator[Row]:
    for one in view.members or (view,):
        for shown in (one, one.before, one.grown):
            if shown and shown.value and shown.filled:
                source = shown.value.said or shown.value.place.file
                unit = "%" if shown.text.endswith("%") else view.field.unit
                text = shown.text.removesuffix(unit)
                name = unit if text != shown.text else ""
                yield Row(
                    (_cell(view.field.item), _cell(shown.label), _cell(text, shown.claim), _cell(name), _cell(source))
                )
