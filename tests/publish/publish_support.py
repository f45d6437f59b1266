"""What the tests of this room share: a small report with every block, and readers of the three formats."""

from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.table import Table as WordTable
from lxml import etree
from markdown_it import MarkdownIt

from evalcli.model.report import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Body,
    Column,
    Draft,
    Heading,
    Row,
    Run,
    Signature,
    Table,
    Text,
    Title,
)
from evalcli.publish import publish

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HTML_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "th", "td"}


def text(words: str) -> Text:
    """Return `words` as one plain run."""
    return (Run(words),)


def draft(*blocks: Block) -> Draft:
    """Return a report of these blocks."""
    return Draft(blocks, title="青川县自评报告", author="青川县人民政府", created="2022-09-30")


def small_draft() -> Draft:
    """Return a report that uses every block."""
    spending = Table(
        (Column("指标", 4, "left"), Column("2021年", 2, "right"), Column("2022年", 2, "right")),
        (
            Row((text("教育支出"), text("8.38"), (Run("8.39", claim="education_spending"),))),
            Row((text("其中：\n校舍"), text("1.20"), (Run("【缺：校舍支出】", missing=True),))),
            Row((text("合计"), text("—")), span=2, strong=True),
        ),
        caption="表1 教育支出",
        unit="单位：亿元",
        note="注：数据取自财政决算。",
    )
    catalogue = Table((Column("编号", 1), Column("材料", 3, "left")), (Row((text("1-1"), text("会议纪要"))),))
    return draft(
        Title(("青川县人民政府", "2022年履行教育职责自评报告")),
        Addressee(text("广元市人民政府教育督导委员会：")),
        Body((Run("自评得分"), Run("90.5", claim="total"), Run("分。"))),
        Heading(1, text("一、履职情况")),
        Heading(2, text("（一）经费保障")),
        Heading(3, text("1.落实投入")),
        Heading(4, text("（1）年度预算")),
        Body((Run("一是足额安排。", bold=True), Run("教师王喆参与审核，支出见表1。"))),
        spending,
        Body(text("特此报告。")),
        Attachments(("得分表", "材料目录")),
        Signature("青川县人民政府", "2022年9月30日"),
        Annex("附件1", "得分表", (spending,), landscape=True),
        Annex("附件2", "材料目录", (Body(text("材料存教育局。")), catalogue)),
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(*blocks: Block) -> etree._Element:
    """Return the body of the Word file that holds `blocks`."""
    root = etree.fromstring(parts(publish(draft(*blocks), "docx"))["word/document.xml"])
    return root[0]


def styles(element: etree._Element) -> list[str]:
    """Return the styles of the paragraphs in `element`."""
    return [style.get(W + "val") for style in element.iter(W + "pStyle")]


def without_empty(texts: list[str]) -> list[str]:
    """Return the texts that a reader sees, lines joined."""
    return [joined for words in texts if (joined := words.replace("\n", ""))]


def word_texts(data: bytes) -> list[str]:
    """Return the texts of a Word file in reading order, as python-docx reads them."""
    found: list[str] = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, WordTable):
            cells = [cell for row in block._tbl.tr_lst for cell in row.tc_lst]
            found += ["\n".join(p.text for p in cell.p_lst) for cell in cells]
        else:
            found.append(block.text)
    return without_empty(found)


class _HtmlReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HTML_BLOCKS:
            self.texts.append("")
            self._inside = True
        if tag == "br":
            self.texts[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _HTML_BLOCKS:
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def html_texts(data: bytes) -> list[str]:
    """Return the texts of an HTML file in reading order."""
    reader = _HtmlReader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return without_empty(reader.texts)


def markdown_texts(data: bytes) -> list[str]:
    """Return the texts of a Markdown file in reading order, as CommonMark with tables reads them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))
    assert {token.type for token in tokens}.isdisjoint({"html_block", "code_block", "fence", "hr", "list_item_open"})
    found = []
    for token in tokens:
        words = ""
        for child in token.children or []:
            if child.type not in ("strong_open", "strong_close"):
                assert (child.type, child.content) == ("html_inline", "<br>") or child.type == "text", child
                words += "\n" if child.type == "html_inline" else child.content
        if token.type == "inline":
            found.append(words)
    return without_empty(found)
