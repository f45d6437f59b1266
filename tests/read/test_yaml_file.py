"""YAML becomes raw text with places; hostile files end in a notice."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evalcli.model.document import Document, Mapping, Node, Scalar, Sequence, mapping, members
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.model.plain import plain
from evalcli.read import yaml_file
from evalcli.read.yaml_file import parse

BOTH_LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=BOTH_LOADERS, ids=["python", "libyaml"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "LOADER", request.param)


def told(text: str) -> list[tuple[str, Level, str]]:
    document, notices = parse(text.encode(), "f.yaml")
    assert document is None
    return [(notice.code, notice.level, str(notice.place)) for notice in notices]


def places(node: Node) -> Iterator[tuple[Place, str]]:
    """Yield the places of a node and of all in it, keys too, with their lines; to `==` all nodes stand alike."""
    yield node.place, node.place.text
    inner = [each for pair in node.entries for each in pair] if isinstance(node, Mapping) else members(node)
    for each in inner:
        yield from places(each)


def test_a_whole_document(loader: None) -> None:
    data = "甲: 010203\n乙: [no, '1:30']\n".encode()
    first, second = "甲: 010203", "乙: [no, '1:30']"
    root = mapping(
        (
            (
                Scalar("甲", Place("f.yaml", 1, 1, 1, first)),
                Scalar("010203", Place("f.yaml", 1, 4, 6, first)),
            ),
            (
                Scalar("乙", Place("f.yaml", 2, 1, 1, second)),
                Sequence(
                    (
                        Scalar("no", Place("f.yaml", 2, 5, 2, second)),
                        Scalar("1:30", Place("f.yaml", 2, 9, 6, second), quoted=True),
                    ),
                    Place("f.yaml", 2, 4, 1, second),
                ),
            ),
        ),
        Place("f.yaml", 1, 1, 1, first),
    )

    document, notices = parse(data, "f.yaml")
    assert (document, notices) == (Document("f.yaml", hashlib.sha256(data).hexdigest(), root, "utf-8"), ())
    assert list(places(document.root)) == list(places(root))


def test_every_place_holds_its_line(loader: None) -> None:
    document, _ = parse("a:\n  b: 值 # 注\n".encode(), "f.yaml")
    place = document.root.get("a").get("b").place

    assert (place, place.width, place.text) == (Place("f.yaml", 2, 6, 1), 1, "  b: 值 # 注")


@pytest.mark.parametrize(
    ("typed", "text", "quoted"),
    [
        ("值", "值", False),
        ("'值'", "值", True),
        ('"值"', "值", True),
        ("|\n  值\n", "值\n", True),
        (">\n  值\n", "值\n", True),
        ("", "", False),
    ],
)
def test_quoted_and_block_text_is_marked(loader: None, typed: str, text: str, quoted: bool) -> None:
    document, _ = parse(f"键: {typed}".encode(), "f.yaml")
    scalar = document.root.get("键")

    assert (scalar.text, scalar.quoted) == (text, quoted)


def test_text_over_several_lines_is_as_wide_as_its_first_line(loader: None) -> None:
    document, _ = parse(b'a: "one\n  two"\n', "f.yaml")

    assert document.root.get("a").place.width == 4


def test_an_empty_value_stands_behind_its_colon(loader: None) -> None:
    document, _ = parse(b"a:\nb: 1\n", "f.yaml")

    assert (document.root.get("a").place.line, document.root.get("a").place.width) == (1, 1)


def test_an_empty_key_behind_the_last_line_has_a_place_in_the_file(loader: None) -> None:
    document, _ = parse(b"?", "f.yaml")

    assert [(key.text, value.text, key.place.line, value.place.line) for key, value in document.root.entries] == [
        ("", "", 1, 1)
    ]


def test_a_list_may_be_the_root(loader: None) -> None:
    document, _ = parse(b"- a\n- b\n", "f.yaml")

    assert [item.text for item in document.root] == ["a", "b"]


def test_a_small_alias_stands_for_what_it_names(loader: None) -> None:
    document, notices = parse(b"a: &x {b: [1]}\nc: *x\nd: &y z\ne: *y\n", "f.yaml")

    assert (document.root.get("c"), document.root.get("e").text, notices) == (document.root.get("a"), "z", ())


# what is refused


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "---\n", "~\n", "null\n"])
def test_an_empty_file(loader: None, text: str) -> None:
    notice = Notice("file.empty", Level.STOP, "文件里没有内容", "请填写后再试", Place("f.yaml", 1, 1))

    assert parse(text.encode(), "f.yaml") == (None, (notice,))


def test_a_quoted_null_is_text(loader: None) -> None:
    assert told('"null"\n') == [("yaml.syntax", Level.STOP, "f.yaml:1:1")]


def test_a_file_of_one_text(loader: None) -> None:
    message = "文件里只有一段文字，没有“键: 值”，也没有列表"
    notice = Notice("yaml.syntax", Level.STOP, message, "请按“键: 值”逐行填写", Place("f.yaml", 1, 1, 3))

    assert parse("自评表".encode(), "f.yaml") == (None, (notice,))


def test_a_file_of_one_line_with_a_full_width_colon(loader: None) -> None:
    advice = "请改成半角冒号加一个空格：“: ”"
    notice = Notice("yaml.syntax", Level.STOP, "键和值之间用了全角冒号“：”", advice, Place("f.yaml", 1, 3))

    assert parse("县名：高坪区".encode(), "f.yaml") == (None, (notice,))


def test_a_large_file_is_not_even_decoded() -> None:
    advice = "请分成几个文件，成批的数据改用表格文件"
    notice = Notice("file.too-large", Level.STOP, "文件超过 10 MB", advice, Place("f.yaml"))

    assert parse(b"#" * (10 * 1024 * 1024 + 1), "f.yaml") == (None, (notice,))


def test_ten_megabytes_are_not_too_large() -> None:
    document, _ = parse(b"a: 1\n#".ljust(10 * 1024 * 1024, b"-"), "f.yaml")

    assert document.root.get("a").text == "1"


def test_bytes_that_are_no_text() -> None:
    assert told("a: \0") == [("file.encoding", Level.STOP, "f.yaml:1:4")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "{" * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "{a: " * 30_000,
        "a: " + "[" * 30_000 + "]" * 30_000,
        "\n".join(" " * depth + "a:" for depth in range(300)),
    ],
)
def test_deep_nesting_ends_in_a_notice(loader: None, text: str) -> None:
    assert [code for code, _level, _place in told(text)] == ["yaml.nesting"]


def test_a_crash_of_the_process_would_be_seen() -> None:
    program = "from evalcli.read.yaml_file import parse; print(parse(b'[' * 1_000_000, 'f.yaml')[1][0].code)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "yaml.nesting\n")


def laughs(levels: int, width: int) -> str:
    upper = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * width)}]" for level in range(1, levels)]
    return "\n".join(["a0: &a0 [哈]", *upper]) + "\n"


@pytest.mark.parametrize(("levels", "width"), [(9, 9), (30, 2)])
def test_billion_laughs(loader: None, levels: int, width: int) -> None:
    assert [code for code, _level, _place in told(laughs(levels, width))] == ["yaml.alias-bomb"]


@settings(deadline=None)
@given(st.text())
def test_any_text_survives_as_a_value(text: str) -> None:
    document, notices = parse(yaml.safe_dump({"key": text}).encode(), "f.yaml")

    assert (document.root.get("key").text, notices) == (text, ())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffd")))
def test_any_text_survives_as_typed(text: str) -> None:
    dumped = yaml.safe_dump({"key": [text]}, allow_unicode=True, default_style='"')
    document, notices = parse(("# 说明\n" + dumped).encode(), "f.yaml")

    assert (document.root.get("key").items[0].text, notices) == (text, ())


@settings(deadline=None, max_examples=300)
@given(st.text("ab:-?[]{},&*!|>'\"%@`#=<~ \t\n\r：，中\\\x85\u2028.0") | st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    document, notices = parse(text.encode(), "f.yaml")

    assert (document is None) == bool(notices)
    assert all(notice.level is Level.STOP and notice.message and notice.advice for notice in notices)
    assert all(notice.place.line >= 1 and notice.place.column >= 1 for notice in notices)


@settings(deadline=None)
@given(st.text("ab:-?[]{},&*!|>'\"%@`#=<~ \t\n：，中\\.0"))
def test_libyaml_and_python_agree_on_what_both_can_read(text: str) -> None:
    documents = []
    for one in BOTH_LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_file, "LOADER", one)
            documents.append(parse(text.encode(), "f.yaml")[0])
    first, second = documents

    # Of an empty value they disagree about the place, nothing else.
    assert first is None or second is None or plain(first.root) == plain(second.root)
