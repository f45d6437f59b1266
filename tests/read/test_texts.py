"""Documents by what they are: plain text, Markdown, pages; and what cannot be read."""

from pathlib import Path

import pytest
from word_documents import p, word

from evalcli.model.text import Text
from evalcli.read import texts
from evalcli.read.headings import Outline
from evalcli.read.html_file import parse as page
from evalcli.read.text_file import parse as plain
from evalcli.read.texts import parse, text


def read(data: bytes, name: str) -> Text:
    """Return the document in `data`."""
    found, notices = parse(data, name)
    assert found is not None
    assert notices == ()
    return found


def test_plain_text_in_any_usual_encoding() -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        found = read("一、目标\n\n新建学校3所。\n".encode(encoding), "a.txt")
        assert [(one.text, one.place.line, one.headings) for one in found.paragraphs] == [
            ("一、目标", 1, ()),
            ("新建学校3所。", 3, ("一、目标",)),
        ]


def test_markdown_has_headings_tables_and_marks() -> None:
    found = read("# 要点 #\n\n- **新建**学校`3所`\n\n| 指标 | 值 |\n|---|---|\n| 入园率 | 95% |\n尾\n".encode(), "a.md")

    assert [(one.text, one.level) for one in found.paragraphs] == [("要点", 1), ("新建学校3所", 0), ("尾", 0)]
    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["指标", "值"], ["入园率", "95%"]]
    assert str(table.rows[1][1].place) == "a.md:7:2"


PAGE = """<!DOCTYPE html><html><head><title>不读</title></head><body><nav>菜单</nav>
<h1>工作要点</h1><div><p>一、目标</p><p>新建<b>学校</b>3所<br>另一行<span hidden>藏</span></p>
<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul><p style="display: none">看不见</p>
<table><tr><th>指标</th><th>值</th></tr><tr><td>入园率</td><td>95%</td></tr></table>尾巴
<table><tr><td><p>{long}</p></td></tr><tr><td>版面</td></tr></table><script>3所</script></div></body></html>"""


def test_a_page_as_it_is_seen() -> None:
    found = read(PAGE.format(long="长" * 90).encode(), "a.html")

    assert [one.text for one in found.paragraphs] == [
        "工作要点", "一、目标", "新建学校3所", "另一行", "1. 甲", "2. 乙", "丙", "尾巴", "长" * 90, "版面",
    ]  # fmt: skip
    assert [one.level for one in found.paragraphs[:3]] == [1, 2, 0]
    (table,) = found.tables
    assert [[cell.text for cell in row] for row in table.rows] == [["指标", "值"], ["入园率", "95%"]]
    assert str(table.rows[1][1].place) == "a.html › 表1 › B2"


def test_a_page_without_its_ending_is_a_page() -> None:
    assert [one.text for one in read(b"<html><body><p>A3</p></body></html>", "a").paragraphs] == ["A3"]


def test_pages_that_hold_nothing() -> None:
    assert page(b"", "a.html")[0].paragraphs == ()
    assert page(b"\xff\xfe\x00", "a.html")[0] is None
    assert plain(b"\xff\xfe\x00", "a.txt")[0] is None


def test_a_deep_page_is_read_as_far_as_it_goes() -> None:
    found, _notices = page(b"<div>" * 5000 + "3所".encode() + b"</div>" * 5000, "a.html")

    assert found is not None


REFUSED = [
    (b"\xd0\xcf\x11\xe0rest", "a.doc", "text.old-word", "这是旧版 Word 文档（.doc）或加了密码的文档，读不了"),
    (b"%PDF-1.7", "a.pdf", "text.format", "这种格式读不了，能读的有 .docx、.txt、.md、.html"),
    (b" \n", "a.txt", "text.empty", "文档里没有文字，可能是扫描件或图片"),
]


@pytest.mark.parametrize(("data", "name", "code", "message"), REFUSED, ids=["doc", "pdf", "empty"])
def test_what_cannot_be_read_says_why(data: bytes, name: str, code: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    found, (notice,) = text(tmp_path / name, name)

    assert (found, notice.code, notice.message) == (None, code, message)


def test_a_word_document_is_known_by_what_it_is() -> None:
    assert [one.text for one in read(word(p("新建学校3所")), "a.txt").paragraphs] == ["新建学校3所"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [notice.code for notice in text(tmp_path / "a.txt", "a.txt")[1]] == ["file.missing"]


def test_a_document_of_nothing_but_a_table_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("|甲|乙|\n", encoding="utf-8")

    assert text(tmp_path / "a.md", "a.md")[0] is not None


def test_too_large_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_LARGEST", 5)
    found, (notice,) = parse(b"123456", "a.txt")

    assert (found, notice.code, notice.message) == (None, "text.too-large", "文件超过 50 MB")


def test_headings_by_their_numbers() -> None:
    outline = Outline()
    told = [
        outline.under(line)
        for line in (
            "第一章 总则", "一、目标", "（一）幼儿园", "1.新建学校3所。", "2.抓好培训。每年200人次。", "正文", "二、保障", "甲；",
            "三、" + "长" * 70, "四、分号；",
        )
    ]  # fmt: skip

    assert told == [
        ((), 1),
        (("第一章 总则",), 2),
        (("第一章 总则", "一、目标"), 3),
        (("第一章 总则", "一、目标", "（一）幼儿园", "1.新建学校3所"), 0),
        (("第一章 总则", "一、目标", "（一）幼儿园", "2.抓好培训"), 0),
        (("第一章 总则", "一、目标", "（一）幼儿园", "2.抓好培训"), 0),
        (("第一章 总则",), 2),
        (("第一章 总则", "二、保障"), 0),
        (("第一章 总则",), 0),
        (("第一章 总则",), 0),
    ]
