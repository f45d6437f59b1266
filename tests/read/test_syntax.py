"""Why a file is not YAML: the likely slip, where it is, and how to mend it."""

import pytest
import yaml

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read import yaml_file
from evalcli.read.syntax import colon_fault, explain
from evalcli.read.yaml_file import parse

TAB = ("yaml.tab", "这里用了制表符（Tab）", "请改用空格缩进")
WIDE_COLON = ("yaml.syntax", "键和值之间用了全角冒号“：”", "请改成半角冒号加一个空格：“: ”")
TIGHT_COLON = ("yaml.syntax", "键后面的冒号和值之间少一个空格", "请在冒号后加一个空格：“: ”")
QUOTE = "请用英文引号把整段文字括起来"
BRACKETS = ("yaml.syntax", "以“[[”开头的文字被当成了 YAML 的括号", QUOTE)
BRACES = ("yaml.syntax", "以“{{”开头的文字被当成了 YAML 的括号", QUOTE)
BACKSLASH = ("yaml.syntax", "双引号里的反斜杠“\\”另有用途，这里读不通", "请改用英文单引号把这段文字括起来")
AFTER_QUOTE = ("yaml.syntax", "引号结束后还有文字", "请检查这一行和前面几行的引号是否成对；正文里的引号用中文引号“”")
WIDE_COMMA = (
    "yaml.syntax",
    "括号里的各项之间用了全角逗号“，”",
    "请改成半角逗号加一个空格；逗号属于正文时，用英文引号把正文括起来",
)
SECOND_COLON = ("yaml.syntax", "值里面又有半角冒号加空格“: ”", "请用英文引号把值括起来，或改用全角冒号")
MIXED = ("yaml.syntax", "同一层里既有“- ”列表又有“键: 值”，或者“- ”没有对齐", "请把同一列表的“- ”对齐，并检查缩进")
NO_COLON = ("yaml.syntax", "这一行没有半角冒号，看不出键和值", "请写成“键: 值”；属于上一行的文字，请缩进")
INDENT = ("yaml.syntax", "这一行的缩进和上下文对不上", "请让同一层的各行左端对齐")
DASH = ("yaml.syntax", "列表的“- ”不能和键写在同一行", "请另起一行缩进后再写“- ”")
LONE_DASH = ("yaml.syntax", "单独一个“-”是列表的开头，不是“没有”", '没有可填的就空着，或者写成 "-"')
END_MARK = ("yaml.documents", "“...”表示内容到此结束，后面不能再写", "请删去“...”")


def open_quote(quote: str) -> tuple[str, str, str]:
    return ("yaml.syntax", f"这里的引号 {quote} 没有成对", f"请在这段文字末尾补上 {quote}")


def special(sign: str) -> tuple[str, str, str]:
    return ("yaml.syntax", f"文字不能以“{sign}”开头，YAML 里它另有用途", QUOTE)


def open_bracket(sign: str, other: str) -> tuple[str, str, str]:
    return ("yaml.syntax", f"这里的“{sign}”没有正常结束", f"请补上“{other}”，各项之间用半角逗号隔开")


def extra(sign: str) -> tuple[str, str, str]:
    return ("yaml.syntax", f"这里多了“{sign}”", "请删去，或用英文引号把整段文字括起来")


CASES = [
    ("a:\n\tb: 1\n", TAB, 2, 1),
    ("a:\n  b: 1\n\tc: 2\n", TAB, 3, 1),
    ("a:\n  b: 1\n  \tc: 2\n", TAB, 3, 3),
    ("甲：1\n乙: 2\n", WIDE_COLON, 1, 2),
    ("甲: 1\n乙：2\n丙: 3\n", WIDE_COLON, 2, 2),
    ("县:\n  名：高坪\n\n  码: 1\n", WIDE_COLON, 2, 4),
    ("- 甲：1\n  乙: 2\n", WIDE_COLON, 1, 4),
    ("a:1\nb: 2\n", TIGHT_COLON, 1, 2),
    ("a: 1\nb:1\n", TIGHT_COLON, 2, 2),
    ("a: 1\n县名:高坪区\n", TIGHT_COLON, 2, 3),
    ('a: "x\nb: 2\n', open_quote('"'), 1, 4),
    ("a: 'x\nb: 2\n", open_quote("'"), 1, 4),
    ('a: "C:\\q"\n', BACKSLASH, 1, 7),
    ('a: "\\xzz"\n', BACKSLASH, 1, 5),
    ("say: [[f]]投入\nb: 1\n", BRACKETS, 1, 6),
    ("- [[f]]投入\n", BRACKETS, 1, 3),
    ("[[f]]投入\n", BRACKETS, 1, 1),
    ("a: {{ f\n", BRACES, 1, 4),
    ("a: @x\n", special("@"), 1, 4),
    ("a: `x`\n", special("`"), 1, 4),
    ("a: %5\n", special("%"), 1, 4),
    ("a: **重要**\n", special("*"), 1, 4),
    ("a: & b\n", special("&"), 1, 4),
    ("a: !<\n", special("!"), 1, 4),
    ("a: |甲\n  乙\n", special("|"), 1, 4),
    ("a: {level: 良好，by: x}\n", WIDE_COMMA, 1, 14),
    ("a: [1, 2\nb: 3\n", open_bracket("[", "]"), 1, 4),
    ("a: {x: 1\n", open_bracket("{", "}"), 1, 4),
    ("a:\n- {x: 1\n- {y: 2}\n", open_bracket("{", "}"), 2, 3),
    ("a: }\n", extra("}"), 1, 4),
    ("a: ]\n", extra("]"), 1, 4),
    ("a: [\n}\n", extra("}"), 2, 1),
    ("a: b\n...\nc: d\n", END_MARK, 3, 1),
    ('a: "x" y\nb: 1\n', AFTER_QUOTE, 1, 8),
    ("a: 'it's'\n", AFTER_QUOTE, 1, 8),
    ('a: "x\nb: "y"\n', AFTER_QUOTE, 2, 5),
    ('- "x" y\n', AFTER_QUOTE, 1, 7),
    ("a: b: c\n", SECOND_COLON, 1, 5),
    ("a: - b\n", DASH, 1, 4),
    ("a: -\nb: 1\n", LONE_DASH, 1, 4),
    ("- a\nb: 1\n", MIXED, 2, 1),
    ("a: 1\n- b\n", MIXED, 2, 1),
    ("a:\n  - x\n - y\n", MIXED, 3, 2),
    ("- x\n-y\n", NO_COLON, 2, 1),
    ("a: >\n x\ny\n", NO_COLON, 3, 1),
    ("a: 1\n b: 2\n", INDENT, 2, 2),
    ("a:\n    b: 1\n   c: 2\n", INDENT, 3, 4),
]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml_file.LOADER], ids=["python", "chosen"])
@pytest.mark.parametrize(("text", "told", "line", "column"), CASES, ids=[repr(case[0]) for case in CASES])
def test_the_slip_is_named_where_it_is(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, told: tuple[str, str, str], line: int, column: int
) -> None:
    monkeypatch.setattr(yaml_file, "LOADER", loader)
    code, message, advice = told

    notice = Notice(code, Level.STOP, message, advice, Place("f.yaml", line, column))
    assert parse(text.encode(), "f.yaml") == (None, (notice,))


def test_the_place_holds_the_line() -> None:
    _, notices = parse("甲: 1\n乙：2\n丙: 3\n".encode(), "f.yaml")

    assert notices[0].place.text == "乙：2"


def test_a_full_width_colon_in_a_text_is_not_blamed() -> None:
    _, notices = parse("say: |\n  一是：加强\n b: 1\n".encode(), "f.yaml")

    assert [(notice.message, str(notice.place)) for notice in notices] == [(INDENT[1], "f.yaml:3:2")]


def test_a_complaint_behind_the_last_line_is_told_at_its_end() -> None:
    mark = yaml.Mark("f.yaml", 9, 3, 0, None, None)
    notice = explain(yaml.MarkedYAMLError(problem="?", problem_mark=mark), "f.yaml", ["a: 1", "bc"])

    assert notice.place == Place("f.yaml", 2, 3)


def test_an_address_is_not_a_key() -> None:
    _, notices = parse(b"http://x\nb: 1\n", "f.yaml")

    assert [notice.message for notice in notices] == [INDENT[1]]


def test_an_error_without_a_mark_is_told_at_the_first_line() -> None:
    advice = "请检查这一处及上一行的冒号、引号、括号和缩进"
    notice = Notice("yaml.syntax", Level.STOP, "从这里起不符合 YAML 写法", advice, Place("f.yaml", 1, 1))

    assert explain(yaml.YAMLError("?"), "f.yaml", ["x"]) == notice


@pytest.mark.parametrize(("text", "column"), [("县名：高坪区", 3), ("name:高坪区", 5)])
def test_a_text_that_was_meant_as_key_and_value(text: str, column: int) -> None:
    fault = colon_fault(Place("f.yaml", 7, 1, len(text), text))

    assert (fault.place, fault.place.text) == (Place("f.yaml", 7, column), text)


def test_a_text_that_is_a_text() -> None:
    assert colon_fault(Place("f.yaml", 1, 1, 3, "自评表")) is None
