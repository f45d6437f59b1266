"""The cover says whose form it is, what is in it, and how it is filled in."""

from forms import PACK, opened, order
from school_packs import pack_of

from evalcli.forms import Order
from evalcli.forms.cover import MARK, SHEET


def told(wanted: Order) -> list[tuple]:
    sheet = opened(wanted)[SHEET]
    return [tuple(cell.value for cell in row if cell.value is not None) for row in sheet.iter_rows()]


def test_the_cover_of_a_county() -> None:
    lines = told(order())

    assert (lines[0], lines[1]) == ((MARK,), ("小评价填报表",))
    assert lines[3:7] == [
        ("县（市、区）", "青川县"),
        ("评价期", "2021年—2022年上半年"),
        ("数据年度", "本年 2021 年，上年 2020 年"),
        ("指标包", "small 1.0.0"),
    ]
    assert lines[8:13] == [
        ("工作表", "填报项", "其中必填"),
        ("财政局", 3, 0),
        ("教体局", 10, 0),
        ("编办", 1, 0),
        ("评定", 2, 2),
    ]
    assert ("怎样填",) in lines


def test_the_cover_of_an_office_names_it() -> None:
    lines = told(order(office="编办"))

    assert ("填报单位", "编办") in lines
    assert [line for line in lines if line[1:] in ((1, 0), (3, 0))] == [("编办", 1, 0)]


def test_the_cover_of_nobody_yet() -> None:
    assert told(Order(PACK))[3] == ("指标包", "small 1.0.0")


def test_a_school_is_told_to_fill_in_one_row() -> None:
    lines = told(Order(pack_of(), school=True))

    assert ("5. 一所学校填一行。",) in lines
    assert len([line for line in lines if line and str(line[0]).startswith("5.")]) == 1


def test_the_cover_is_locked() -> None:
    sheet = opened(order())[SHEET]

    assert (sheet.protection.sheet, sheet["A1"].value) == (True, MARK)
