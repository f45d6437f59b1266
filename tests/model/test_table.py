"""A sheet names its cells as people do."""

from evalcli.model.place import Place
from evalcli.model.table import Cell, Sheet

ROWS = (("甲", " 1 "), ("乙",))


def test_cells_of_a_workbook():
    sheet = Sheet("表.xlsx", "财政", "abc", ROWS, (3, 4), faults={(1, 0): "显示错误值 #N/A"})

    assert sheet.cell(0, 1) == Cell("1", Place("表.xlsx", 3, 2, sheet="财政"))
    assert sheet.cell(1, 0) == Cell("乙", Place("表.xlsx", 4, 1, sheet="财政"), "显示错误值 #N/A")
    assert (sheet.text(1, 1), sheet.width, sheet.title, str(sheet.place)) == ("", 2, "表.xlsx › 财政", "表.xlsx › 财政")


def test_cells_of_a_file_without_sheets():
    sheet = Sheet("表.csv", "", "abc", (("甲甲",), ()), (1, 2))

    assert (sheet.cell(0, 0).place, sheet.title) == (Place("表.csv", 1, 1, 2), "表.csv")
    assert Sheet("空.csv", "", "abc", (), ()).width == 0
