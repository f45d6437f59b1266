"""What an .ods says of its cells beside their values: percentages, errors, formulas without a value, hidden rows, merged cells."""

import pytest
from workbooks import zipped

from evalcli.fill.grid import Grid
from evalcli.read.book import parse
from evalcli.read.book_parts import Facts
from evalcli.read.ods_parts import sheet_facts

SPACES = "".join(f' xmlns:{name}="urn:{name}"' for name in ("table", "office", "text", "calcext"))
ERROR = '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'


def ods(*rows: str, name: str = "财政") -> bytes:
    return zipped({"content.xml": f'<a{SPACES}><table:table table:name="{name}">{"".join(rows)}</table:table></a>'})


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(kind: str = "", value: str = "", more: str = "") -> str:
    stored = "" if kind == "string" else f' office:value="{value}"'
    typed = f' office:value-type="{kind}"{stored}' if kind else ""
    return f"<table:table-cell{typed}{more}><text:p>{value}</text:p></table:table-cell>"


def repeated(what: str, times: int) -> str:
    return f' table:number-{what}-repeated="{times}"'


def test_the_facts_of_a_sheet():
    data = ods(
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
        f'<table:table-column table:visibility="filter"{repeated("columns", 99_999)}/>',
        row(cell("string", "普惠率"), cell("percentage", "0.94", repeated("columns", 2)), cell("float", "1")),
        row(cell(), more=repeated("rows", 2) + ' table:visibility="collapse"'),
        row(cell("float", "5"), ERROR, cell(more=' table:formula="of:=[.A1]"'), more=' table:visibility="filter"'),
        row(cell("string", "x", ' table:number-rows-spanned="2"'), '<table:covered-table-cell table:number-columns-repeated="2"/>', cell("percentage", "1")),
        row(more=repeated("rows", 1_048_570) + ' table:visibility="collapse"'),
    )  # fmt: skip
    facts = sheet_facts(data)["财政"]

    assert facts.hidden_rows[:4] == [1, 2, 3, 5]
    assert (facts.hidden_rows[-1], len(facts.hidden_rows)) == (19_999, 19_998)
    assert facts.hidden_columns == [*range(2, 16_384)]
    facts.hidden_rows.clear()
    facts.hidden_columns.clear()
    assert facts == Facts(
        percent={(0, 1), (0, 2), (4, 3)}, unreckoned={(3, 2)}, errors={(3, 1): "#DIV/0!"}, merged=[(4, 0, 5, 0)]
    )


def test_an_ods_as_an_office_hands_it_in():
    data = zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "content.xml": "<office:document-content"
        + "".join(
            f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
        )
        + ' xmlns:calcext="c"><office:body><office:spreadsheet><table:table table:name="财政">'
        + row(cell("string", "指标"), cell("string", "本年", ' table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
        + row(cell("string", "普惠率"), cell("percentage", "1"), ERROR)
        + "</table:table></office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip
    (sheet,), notices = parse(data, "表.ods", ".ods")

    assert notices == ()
    assert sheet.rows == (("指标", "本年", ""), ("普惠率", "100%", "#DIV/0!"))
    assert sheet.faults == {(1, 2): "显示错误值 #DIV/0!"}
    assert Grid(sheet).text(0, 2) == "本年"


@pytest.mark.parametrize(
    "data",
    [
        b"PK",
        zipped({"other.xml": "<a/>"}),
        zipped({"content.xml": "<a"}),
        zipped({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}),
        ods(row(more=repeated("rows", 1).replace("1", "x"))),
    ],
    ids=["no zip", "no content", "cut", "declared", "no number"],
)
def test_what_is_broken_says_nothing(data):
    assert sheet_facts(data) == {}
