"""The cover of a form: whose it is, which sheets it has, and how to fill them in."""

from typing import TYPE_CHECKING

from evalcli.forms import page
from evalcli.forms.order import Order
from evalcli.forms.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "填表说明"
# By this text the reader knows a form again.
MARK = "evalcli 填报表"
_WIDTHS = (18, 44, 14, 14)


def cover_sheet(sheet: "Worksheet", styles: Styles, order: Order, parts: list[tuple[str, int, int]]) -> None:
    """Write the cover; `parts` are the sheets that follow, each with how much it asks and how much of that is required."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, MARK, styles("mark"))
    sheet.set_row(1, 26)
    sheet.write_string(1, 0, f"{order.pack.title}填报表", styles("title"))
    row = _whose(sheet, styles, order, 3)
    row = _contents(sheet, styles, parts, row + 1)
    row = _legend(sheet, styles, row + 1)
    row = _how(sheet, styles, order, row + 1)
    sheet.protect("")
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, row, len(_WIDTHS) - 1)
    sheet.set_footer("&C&9" + "第 &P 页，共 &N 页")


def _whose(sheet: "Worksheet", styles: Styles, order: Order, row: int) -> int:
    pack = order.pack
    years = f"本年 {order.year} 年，上年 {order.year - 1} 年" if order.year else ""
    facts = (
        ("县（市、区）", order.county),
        ("评价期", order.period),
        ("数据年度", years),
        ("填报单位", order.office),
        ("指标包", f"{pack.id} {pack.version}"),
    )
    for label, text in facts:
        if text:
            sheet.write_string(row, 0, label, styles("cell"))
            sheet.merge_range(row, 1, row, 3, text, styles("cell"))
            row += 1
    return row


def _contents(sheet: "Worksheet", styles: Styles, parts: list[tuple[str, int, int]], row: int) -> int:
    sheet.merge_range(row, 0, row, 1, "工作表", styles("head"))
    sheet.write_string(row, 2, "填报项", styles("head"))
    sheet.write_string(row, 3, "其中必填", styles("head"))
    for name, asked, required in parts:
        row += 1
        sheet.merge_range(row, 0, row, 1, name, styles("cell"))
        sheet.write_number(row, 2, asked, styles("centre"))
        sheet.write_number(row, 3, required, styles("centre"))
    return row + 1


def _legend(sheet: "Worksheet", styles: Styles, row: int) -> int:
    meant = {"required_shown": "黄色：必填", "optional_shown": "绿色：选填", "shut": "灰色：不用填"}
    for number, (look, text) in enumerate(meant.items()):
        sheet.write_string(row + number, 0, text, styles(look))
    return row + len(meant)


def _how(sheet: "Worksheet", styles: Styles, order: Order, row: int) -> int:
    lines = (
        "1. 只填黄色和绿色的格子；其余的格子锁着，没有密码，请不要改动，更不要增删行和列。",
        "2. 按“单位”一栏的单位只填数字：8.3861亿元填 8.3861，94% 填 94。比填成 12.5:1。",
        "3. 鼠标停在名称上，可以看到口径、时间和范围。超出范围的数 Excel 不收；确实如此的，写在备注里并告知汇总人。",
        "4. 没有的不填，空着就是没有填报；确实为零，填 0。不要写“无”“—”。",
        "5. “数据来源”写取自哪张报表、哪份文件，例如 2021年财政决算表。",
        "6. 填完照原文件名保存为 .xlsx，发回汇总人。",
    )
    sheet.write_string(row, 0, "怎样填", styles("strong"))
    for number, line in enumerate(_only_schools(lines) if order.school else lines, 1):
        sheet.merge_range(row + number, 0, row + number, 3, line, styles("plain"))
        sheet.set_row(row + number, page.height([(line, sum(_WIDTHS))]))
    return row + len(lines)


def _only_schools(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a school fills in its one row: it gives no sources."""
    return (*lines[:4], "5. 一所学校填一行。", lines[5])
