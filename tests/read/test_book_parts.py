"""What calamine does not tell of a workbook is read from its parts."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from workbooks import sheet, styled, workbook, zipped

from evalcli.read.book_parts import Declared, Facts, sheet_facts


def facts(data: bytes) -> dict[str, Facts]:
    with ZipFile(BytesIO(data)) as book:
        return sheet_facts(book)


def test_a_sheet_of_plain_values_says_nothing():
    assert facts(workbook({"甲": sheet([["a", 1]])})) == {"甲": Facts()}


def test_everything_at_once():
    cells = (
        '<c r="A1" s="1"><v>0.5</v></c><c r="B1"><f>1+1</f></c><c r="AB1" t="e"><f>1/0</f><v>#N/A</v></c>'
        '<c r="C1" s="1" t="s"><v>0</v></c>'
    )
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="9"/><col min="16000" max="99999" hidden="true"/></cols>'
    xml = sheet([], more=f'{columns}<row r="1">{cells}</row><row r="3" hidden="true"/><row><c><v>1</v></c></row>')

    assert facts(styled(xml, [0, 10])) == {
        "甲": Facts({(0, 0)}, {(0, 1)}, {(0, 27): "#N/A"}, [2], [1, 2, *range(15_999, 16_384)])
    }


def test_parts_that_are_named_in_other_ways():
    parts = {
        "xl/workbook.xml": '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="甲" q:id="1"/><x:sheet name="乙" q:id="2"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Other/><Relationship Id="1" Target="/xl/a.xml"/></Relationships>',
        "xl/a.xml": '<x:sheetData xmlns:x="m"><x:row r="1"><x:c r="A1"><x:f>1</x:f></x:c></x:row></x:sheetData>',
    }

    assert facts(zipped(parts)) == {"甲": Facts(unreckoned={(0, 0)})}
    assert facts(zipped({"xl/workbook.xml": parts["xl/workbook.xml"]})) == {}


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused_wherever_it_stands(part):
    data = workbook({"甲": sheet([["a"]])})
    with ZipFile(BytesIO(data)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    head, rest = parts[part].split("?>", 1)

    with pytest.raises(Declared):
        facts(zipped(parts | {part: f'{head}?><!DOCTYPE a [<!ENTITY b "c">]>{rest}'}))
