"""The sheet 评定: a row for every key point that people judge."""

from datetime import datetime, time
from typing import TYPE_CHECKING

from evalcli.forms import guards, page
from evalcli.forms.office import top_lines
from evalcli.forms.order import ByHand, Order
from evalcli.forms.styles import Styles
from evalcli.model.filled import HandJudgement
from evalcli.model.numbers import plain

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "评定"
KEY, NUMBER, POINT, LEVEL, BY, ON, BECAUSE, EVIDENCE, POINTS, MET = range(10)
HEADINGS = (
    page.Heading("代码", 3),
    page.Heading("序号", 6),
    page.Heading("评估要点", 44),
    page.Heading("等次", 10),
    page.Heading("评定人", 16),
    page.Heading("评定日期", 12),
    page.Heading("评定理由", 30),
    page.Heading("佐证材料", 24),
    page.Heading("得分", 8),
    page.Heading("满足项", 30),
)
_DAY = "yyyy-mm-dd"


def hand_sheet(sheet: "Worksheet", styles: Styles, order: Order, points: tuple[ByHand, ...]) -> None:
    """Write the key points, each with the cells that its way of judging needs."""
    lines = (*top_lines(order), "评定人写单位或者职务，不写姓名；几份材料、几个事项之间用“、”隔开。")
    row = page.top(sheet, styles, "人工评定", lines)
    page.head(sheet, styles, row, HEADINGS)
    for number, one in enumerate(points, 1):
        sheet.write_number(row + number, NUMBER, number, styles("centre"))
        _asked(sheet, styles, row + number, one)
        _answer(sheet, styles, row + number, one, order.judged.get(one.point.id))
        _guarded(sheet, row + number, one)
    widths = sum(heading.width for heading in HEADINGS)
    page.finish(sheet, row=row, frozen=POINT + 1, last=(row + len(points), MET), widths=widths, footer=SHEET)


def _asked(sheet: "Worksheet", styles: Styles, row: int, one: ByHand) -> None:
    text = f"{one.point.id} {one.point.text}"
    sheet.write_string(row, KEY, one.point.id, styles("key"))
    sheet.write_string(row, POINT, text, styles("cell"))
    page.note(sheet, row, POINT, _note(one))


def _note(one: ByHand) -> str:
    earns = one.point.parameters.get("by_hand", {})
    levels = "、".join(f"{level}（{share}）" for level, share in earns.items())
    parts = (
        f"指标：{one.indicator.id} {one.indicator.title}",
        f"分值：{plain(one.point.points)}" if one.point.points else "",
        f"等次：{levels}" if levels else "",
        "每步：{step}分".format(step=one.point.parameters["by_steps"]) if "by_steps" in one.point.parameters else "",
        "清单：{listed}".format(listed="、".join(one.listed)) if one.listed else "",
        "佐证材料：{wanted}".format(wanted="、".join(one.indicator.evidence)) if one.indicator.evidence else "",
    )
    return "\n".join(part for part in parts if part)


def _answer(sheet: "Worksheet", styles: Styles, row: int, one: ByHand, hand: HandJudgement | None) -> None:
    """Write what was judged, or open cells for it; cells that this key point does not need are shut."""
    needed = {LEVEL: bool(one.levels), POINTS: one.by_points, MET: bool(one.listed)}
    looks = {column: "required" if needed.get(column, True) else "shut" for column in range(LEVEL, MET + 1)}
    texts = _texts(hand) if hand else dict.fromkeys((LEVEL, BY, BECAUSE, EVIDENCE, MET), "")
    for column, text in texts.items():
        page.text(sheet, row, column, text, styles(looks[column], "@"))
    tall = [(f"{one.point.id} {one.point.text}", POINT), *((text, column) for column, text in texts.items())]
    sheet.set_row(row, page.height([(text, HEADINGS[column].width) for text, column in tall]))
    day, points = styles("required", _DAY), styles(looks[POINTS], "General")
    sheet.write_blank(row, ON, None, day)
    sheet.write_blank(row, POINTS, None, points)
    if hand and hand.on:
        sheet.write_datetime(row, ON, datetime.combine(hand.on, time()), day)
    if hand and hand.points is not None:
        sheet.write_number(row, POINTS, hand.points, points)


def _texts(hand: HandJudgement) -> dict[int, str]:
    # A level that no rule has is shown as it was given: it wants correcting.
    evidence, met = "、".join(hand.evidence), "、".join(hand.met)
    return {LEVEL: hand.level, BY: hand.by, BECAUSE: hand.because, EVIDENCE: evidence, MET: met}


def _guarded(sheet: "Worksheet", row: int, one: ByHand) -> None:
    rules = {
        LEVEL: guards.one_of(one.levels, one.point.id),
        ON: guards.a_day(HEADINGS[ON].text),
        POINTS: guards.points(one.point.points, one.point.id) if one.by_points else None,
    }
    for column, rule in rules.items():
        if rule:
            sheet.data_validation(row, column, row, column, rule)
