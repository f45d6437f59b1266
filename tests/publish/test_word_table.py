"""Tables in Word: exact widths, a repeated head, whole rows, one page for short ones."""

import pytest
from lxml import etree
from publish_support import W, body, text

from evalcli.model.report import Annex, Body, Column, Row, Run, Table

_COLUMNS = (Column("指标", 3, "left"), Column("数", 1, "right"), Column("判定", 1))


def _rows(count: int) -> tuple[Row, ...]:
    return tuple(Row((text("甲"), text(str(number)), text("达标"))) for number in range(count))


def _table(*rows: Row) -> etree._Element:
    element = body(Table(_COLUMNS, rows)).find(W + "tbl")
    assert element is not None
    return element


def _values(element: etree._Element, path: str, name: str) -> list[str]:
    return [found.get(W + name) for found in element.iterfind("/".join(W + step for step in path.split("/")))]


def _keeps(element: etree._Element) -> list[bool]:
    return [row.find(f".//{W}keepNext") is not None for row in element.iter(W + "tr")]


@pytest.mark.parametrize(("landscape", "total"), [(False, 8844), (True, 12756)])
def test_grid_and_width_agree(landscape: bool, total: int) -> None:
    element = body(Annex("附件", "表", (Table(_COLUMNS, _rows(2)),), landscape=landscape))
    table = element.find(W + "tbl")
    assert table is not None
    grid = [int(width) for width in _values(table, "tblGrid/gridCol", "w")]

    assert sum(grid) == total
    assert _values(table, "tblPr/tblW", "w") == [str(total)]
    assert [int(width) for width in _values(table, "tr/tc/tcPr/tcW", "w")] == grid * 3


def test_a_span_is_as_wide_as_its_columns() -> None:
    element = _table(Row((text("合计"), text("—")), span=2, strong=True))
    grid = [int(width) for width in _values(element, "tblGrid/gridCol", "w")]

    assert _values(element, "tr/tc/tcPr/gridSpan", "val") == ["2"]
    assert [int(width) for width in _values(element, "tr/tc/tcPr/tcW", "w")] == [*grid, grid[0] + grid[1], grid[2]]
    assert _values(element, "tr/tc/p/r/rPr/rStyle", "val") == ["Strong", "Strong"]


def test_only_the_head_repeats() -> None:
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in _table(*_rows(2)).iter(W + "tr")]

    assert repeated == [True, False, False]


def test_columns_align_as_the_table_says() -> None:
    element = _table(Row((text("甲"), text("1"), text("达标"))), Row((text("合计"), text("1")), span=2))

    # The style centres: middle columns and spans say nothing of their own.
    assert _values(element, "tr/tc/p/pPr/jc", "val") == ["left", "right"]


def test_a_short_table_stays_on_one_page() -> None:
    assert _keeps(_table(*_rows(4))) == [True, True, True, True, False]


def test_the_last_rows_of_a_long_table_stay_together() -> None:
    assert _keeps(_table(*_rows(12))) == [True, *[False] * 9, True, True, False]


def test_a_row_taller_than_a_page_may_break() -> None:
    tall = Row((text("甲" * 600), text("1"), text("达标")))
    lines = Row((text("甲\n" * 23), text("1"), text("达标")))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in _table(*_rows(1), tall, lines).iter(W + "tr")]

    assert whole == [True, True, False, False]


@pytest.mark.parametrize(("count", "style"), [(9, "TableText"), (10, "TableSmall")])
def test_long_tables_are_set_smaller(count: int, style: str) -> None:
    assert set(_values(_table(*_rows(count)), "tr/tc/p/pPr/pStyle", "val")) == {
        style,
        style.removesuffix("Text") + "Head",
    }


def test_wide_tables_are_set_smaller() -> None:
    element = body(Table((Column("甲", 1),) * 7, ()))

    assert _values(element, "tbl/tr/tc/p/pPr/pStyle", "val") == ["TableSmallHead"] * 7


def test_caption_unit_and_note_stand_around_the_table() -> None:
    written = body(Table(_COLUMNS, _rows(1), "表1 支出", "单位：元", "注：决算数。"), Body(text("甲")))

    assert [child.findtext(f".//{W}t") for child in written][:5] == [
        "表1 支出",
        "单位：元",
        "指标",
        "注：决算数。",
        "甲",
    ]
    assert _values(written, "p/pPr/pStyle", "val") == ["Caption", "TableUnit", "TableNote", "Body"]


def test_lines_of_a_cell_stay_lines() -> None:
    cell = list(_table(Row(((Run("甲\n乙", claim="c"),),))).iter(W + "tc"))[3]

    assert [element.tag.removeprefix(W) for element in cell.iter()][-5:] == ["r", "t", "br", "t", "bookmarkEnd"]
