"""The sheet of one office: a row for every figure that it is asked for."""

from typing import TYPE_CHECKING

from evalcli.forms import guards, page
from evalcli.forms.order import Order, Question
from evalcli.forms.styles import Styles
from evalcli.model.pack import Field

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

KEY, NUMBER, LABEL, UNIT, LAST, THIS, NEEDED, SOURCE, REMARK = range(9)
# The reader finds the columns by these texts, whatever language the writer of the form reads.
HEADINGS = (
    page.Heading("代码", 3),
    page.Heading("序号", 6),
    page.Heading("名称", 46),
    page.Heading("单位", 8),
    page.Heading("上年值", 16),
    page.Heading("本年值", 16),
    page.Heading("必填", 6),
    page.Heading("数据来源", 26),
    page.Heading("备注", 26),
)


def office_sheet(sheet: "Worksheet", styles: Styles, order: Order, office: str, asked: tuple[Question, ...]) -> None:
    """Write what an office is asked."""
    row = page.top(sheet, styles, f"{office}填报", top_lines(order))
    page.head(sheet, styles, row, HEADINGS)
    for number, question in enumerate(asked, 1):
        _row(sheet, styles, order, row + number, question)
        sheet.write_number(row + number, NUMBER, number, styles("centre"))
    widths = sum(heading.width for heading in HEADINGS)
    page.finish(sheet, row=row, frozen=LABEL + 1, last=(row + len(asked), REMARK), widths=widths, footer=office)


def top_lines(order: Order) -> tuple[str, str]:
    """Return whose form this is, and the years that 本年 and 上年 mean."""
    whose = f"{order.county}　{order.period}".strip("　")
    years = f"本年：{order.year}年，上年：{order.year - 1}年。" if order.year else ""
    hint = "黄色必填，绿色选填，灰色不用填。鼠标停在名称上看口径。"
    return whose or order.pack.title, years + hint


def _row(sheet: "Worksheet", styles: Styles, order: Order, row: int, question: Question) -> None:
    field = question.field
    sheet.set_row(row, page.height([(question.label, HEADINGS[LABEL].width), (field.unit, HEADINGS[UNIT].width)]))
    sheet.write_string(row, KEY, question.key, styles("key"))
    sheet.write_string(row, LABEL, question.label, styles("cell"))
    page.note(sheet, row, LABEL, note_of(field))
    page.text(sheet, row, UNIT, field.unit, styles("centre"))
    _last(sheet, styles, order, row, question)
    _entry(sheet, styles, order, row, THIS, question)
    page.text(sheet, row, NEEDED, "是" if field.required else "", styles("centre"))
    value = order.typed.get((field.id, question.member, order.year))
    said = value.said if value else ""
    for column, text in ((SOURCE, said), (REMARK, "")):
        page.text(sheet, row, column, text, styles.entry(required=False, number_format="@"))


def _last(sheet: "Worksheet", styles: Styles, order: Order, row: int, question: Question) -> None:
    """Write last year's value: shut where it is known or not wanted, open where the office has to give it."""
    field = question.field
    known = order.last.get((field.id, question.member, order.year - 1))
    if known is None and field.years > 1:
        _entry(sheet, styles, order, row, LAST, question)
    else:
        page.put(sheet, row, LAST, known, field, styles("shut", guards.number_format(field)))


def _entry(sheet: "Worksheet", styles: Styles, order: Order, row: int, column: int, question: Question) -> None:
    field = question.field
    year = order.year - (column == LAST)
    look = styles.entry(required=field.required, number_format=guards.number_format(field))
    page.put(sheet, row, column, order.typed.get((field.id, question.member, year)), field, look)
    guard = guards.for_field(field, question.label, f"${'ABCDEFGHI'[column]}${row + 1}")
    if guard:
        sheet.data_validation(row, column, row, column, guard)


def note_of(field: Field) -> str:
    """Return the note on a field's name: what it means, of when, in which range, for which item."""
    inside = guards.range_text(field)
    parts = (
        field.meaning,
        f"时间口径：{field.basis}" if field.basis else "",
        f"单位：{field.unit}" if field.unit else "",
        f"范围：{inside}" if inside else "",
        "几个名称之间用“、”隔开。" if field.kind == "names" else "",
        f"指标：{field.item}" if field.item else "",
    )
    return "\n".join(part for part in parts if part)
