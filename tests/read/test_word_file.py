"""Word documents become paragraphs as their reader sees them."""

from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from word_documents import W, level, listed, numbering, p, package, run, word

from evalcli.model.notice import Level
from evalcli.model.text import Origin
from evalcli.read.packages import Unfit, opened, xml
from evalcli.read.word_file import parse
from evalcli.read.word_numbers import Numbering, written
from evalcli.read.word_styles import Styles

NAME = "要点.docx"
STYLES = (
    f'<w:styles {W}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style>'
    f'<w:style w:styleId="list"><w:pPr>{listed("1")}</w:pPr></w:style>'
    '<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>'
    '<w:style w:styleId="body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:basedOn w:val="1"/></w:style></w:styles>'
)


def lines(data: bytes) -> list[str]:
    """Return the text of every paragraph."""
    found, notices = parse(data, NAME)
    assert found is not None
    assert notices == ()
    return [paragraph.text for paragraph in found.paragraphs]


def refused(data: bytes) -> tuple[str, str]:
    """Return code and message of why a document is not read."""
    found, (notice,) = parse(data, NAME)
    assert found is None
    assert notice.level is Level.STOP
    return notice.code, notice.message


def test_a_document_of_python_docx() -> None:
    made, page = Document(), BytesIO()
    made.add_heading("工作要点", 1)
    made.add_paragraph("新建学校3所。")
    made.sections[0].header.paragraphs[0].text = "页眉100所"
    made.save(page)
    found, notices = parse(page.getvalue(), NAME)

    assert found is not None
    assert notices == ()
    assert [(one.text, one.level, one.headings, str(one.place)) for one in found.paragraphs] == [
        ("工作要点", 1, (), f"{NAME}:1:1"),
        ("新建学校3所。", 0, ("工作要点",), f"{NAME}:2:1"),
    ]


def test_text_as_it_is_seen() -> None:
    shown = '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{run('甲')}<w:r><w:tab/><w:t>乙</w:t><w:br/><w:noBreakHyphen/></w:r><w:hyperlink>{run('丙')}</w:hyperlink>"
        f"{run('藏', '<w:vanish/>')}{run('现', shown)}<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p><w:p/>"
        f"<w:sdt><w:sdtContent>{p('控件里')}</w:sdtContent></w:sdt><w:sectPr/>"
    )

    assert lines(word(body)) == ["甲 乙 -丙现x=1", "控件里"]


def test_changes_are_read_as_accepted_and_comments_are_not_read() -> None:
    body = (
        f"<w:p>{run('新建')}<w:ins>{run('3所')}</w:ins><w:del><w:r><w:delText>5所</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('移走')}</w:moveFrom><w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )
    found, notices = parse(word(body), NAME)

    assert found is not None
    assert [one.text for one in found.paragraphs] == ["新建3所"]
    assert [(notice.code, notice.level, notice.message) for notice in notices] == [
        ("text.changes", Level.HINT, "有 3 处修订，按全部接受读：插入的保留，删除的不读"),
        ("text.comments", Level.HINT, "有 1 条批注，没有读"),
    ]


def test_boxes_and_footnotes_are_paragraphs_of_their_own() -> None:
    box = f"<w:txbxContent>{p('框里3所')}<w:p/></w:txbxContent>"
    body = (
        f"<w:p><w:r>{box}</w:r></w:p>"
        f"<w:p>{run('一、正文')}<w:r>{box}<mc:Fallback>{box}</mc:Fallback></w:r><w:r><w:footnoteReference w:id='2'/>"
        "<w:footnoteReference w:id='9'/></w:r></w:p>"
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{p("注：含教学点5个")}</w:footnote></w:footnotes>'
    found, _notices = parse(word(body, footnotes=notes), NAME)

    assert found is not None
    assert [(one.text, one.origin) for one in found.paragraphs] == [
        ("框里3所", Origin.BOX),
        ("一、正文", Origin.BODY),
        ("框里3所", Origin.BOX),
        ("注：含教学点5个", Origin.NOTE),
    ]


def test_tables_with_merged_cells() -> None:
    cell = "<w:tc><w:tcPr>{0}</w:tcPr>{1}</w:tc>".format
    inner = f"<w:tbl><w:tr><w:tc>{p('内')}</w:tc></w:tr></w:tbl>"
    wide, high = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr>{cell(wide, p('宽') + p('两段'))}{cell(high, p('高'))}</w:tr>"
        f"<w:tr>{cell('', p('一') + inner)}{cell('', p('二'))}{cell('<w:vMerge/>', p('看不见'))}</w:tr>"
    )
    found, _notices = parse(word(p("一、表") + f"<w:tbl>{rows}</w:tbl>"), NAME)

    assert found is not None
    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["宽\n两段", "", "高"], ["一\n内", "二", ""]]
    assert str(table.rows[0][2].place) == f"{NAME} › 表1 › C1"
    assert table.headings == ("一、表",)


def test_numbers_that_word_prints() -> None:
    levels = (
        level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%1.%2")
        + level(2, "bullet", "·")
        + level(12, "decimal", "%1")
    )
    body = "".join(
        p(text, listed(number, depth))
        for text, number, depth in (
            ("甲", "1", 0), ("乙", "1", 1), ("丙", "1", 1), ("丁", "1", 0), ("戊", "1", 1), ("己", "1", 2), ("庚", "2", 0),
            ("辛", "9", 0), ("壬", "0", 0),
        )
    )  # fmt: skip
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride><w:lvlOverride w:ilvl="8"/>'
    data = word(body + p("", listed("1")), numbering=numbering(levels, overrides=override))

    assert lines(data) == ["一、甲", "一.1乙", "一.2丙", "二、丁", "二.1戊", "己", "五、庚", "辛", "壬"]


def test_styles_give_levels_and_lists() -> None:
    body = "".join(
        p(text, f'<w:pStyle w:val="{style}"/>{more}')
        for text, style, more in (
            ("甲", "own", ""), ("乙", "list", ""), ("丙", "round", ""), ("丁", "body", ""), ("戊", "none", ""),
            ("己", "none", '<w:outlineLvl w:val="1"/>'),
        )
    )  # fmt: skip
    found, _notices = parse(word(body, styles=STYLES, numbering=numbering(level(0, "decimal", "%1."))), NAME)

    assert found is not None
    assert [(one.text, one.level) for one in found.paragraphs] == [
        ("甲", 1), ("1.乙", 2), ("丙", 0), ("丁", 0), ("戊", 0), ("己", 2),
    ]  # fmt: skip


WRITTEN = [
    (7, "decimal", "7"),
    (10, "chineseCounting", "十"),
    (21, "chineseCountingThousand", "二十一"),
    (30, "japaneseCounting", "三十"),
    (105, "chineseCounting", "一百零五"),
    (110, "chineseCounting", "一百一十"),
    (200, "chineseCounting", "二百"),
    (235, "chineseCounting", "二百三十五"),
    (1001, "chineseCounting", "1001"),
    (12, "ideographDigital", "一二"),
    (27, "upperLetter", "AA"),
    (3, "lowerLetter", "c"),
    (14, "upperRoman", "XIV"),
    (9, "lowerRoman", "ix"),
    (3, "decimalEnclosedCircleChinese", "③"),
    (21, "decimalEnclosedCircle", "21"),
    (5000, "upperRoman", "5000"),
]


@pytest.mark.parametrize(("number", "form", "expected"), WRITTEN)
def test_a_number_in_words_formats(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


def test_documents_without_lists_and_styles() -> None:
    assert Numbering(None).next("1", 0) == ""
    assert Styles(None)._by_id == {}


def test_hostile_documents_are_refused() -> None:
    entity = f'<!DOCTYPE x [<!ENTITY a "3所">]><w:document {W}><w:body>{p("&a;")}</w:body></w:document>'
    bomb = package({"word/document.xml": b" " * 4_000_000})

    assert refused(b"PK\x03\x04nothing") == ("text.unreadable", "不是能读的 .docx 文档")
    assert refused(package({"x": "y"})) == ("text.unreadable", "文档里的 word/document.xml 读不出")
    assert refused(package({"word/document.xml": "<w:document"})) == (
        "text.unreadable",
        "文档里的 word/document.xml 读不出",
    )
    assert refused(package({"word/document.xml": entity})) == ("text.unreadable", "文档里的 word/document.xml 读不出")
    assert refused(bomb) == ("text.too-large", "文档展开后太大（word/document.xml）")
    assert refused(word("<w:p>" * 300 + "</w:p>" * 300))[0] == "text.unreadable"


def test_a_part_that_is_not_there() -> None:
    with opened(package({"a": "b"})) as book:
        assert xml(book, "word/styles.xml") is None
        with pytest.raises(Unfit):
            xml(book, "a")


@given(st.binary(max_size=200))
def test_broken_packages_never_crash(noise: bytes) -> None:
    whole = word(p("新建学校3所"))
    middle = len(whole) // 2
    for data in (b"PK\x03\x04" + noise, whole[:middle] + noise + whole[middle:]):
        found, notices = parse(data, NAME)
        assert (found is None) == any(notice.level is Level.STOP for notice in notices)
