"""What composing refuses, each with its message, advice and place."""

import pytest
import yaml

from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read import composer, yaml_file
from evalcli.read.yaml_file import parse


@pytest.fixture(autouse=True, params=[yaml.SafeLoader, yaml_file.LOADER], ids=["python", "chosen"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "LOADER", request.param)


def refused(text: str) -> tuple[Notice, ...]:
    document, notices = parse(text.encode(), "f.yaml")
    assert document is None
    return notices


def stop(code: str, message: str, advice: str, line: int, column: int, width: int = 1) -> Notice:
    return Notice(code, Level.STOP, message, advice, Place("f.yaml", line, column, width))


def test_a_key_that_stands_twice_names_both_places() -> None:
    message, advice = "键“甲”写了两次，第一次在 f.yaml:1:1", "请保留一个，删去或改名另一个"

    assert refused("甲: 1\n乙: 2\n甲: 3\n") == (stop("yaml.duplicate-key", message, advice, 3, 1),)


def test_all_duplicate_keys_are_told_in_one_run() -> None:
    notices = refused("a: 1\n'a': 2\nb: {c: 1, c: 2}\na: 3\n")

    assert [(str(notice.place), notice.message) for notice in notices] == [
        ("f.yaml:2:1", "键“a”写了两次，第一次在 f.yaml:1:1"),
        ("f.yaml:3:11", "键“c”写了两次，第一次在 f.yaml:3:5"),
        ("f.yaml:4:1", "键“a”写了两次，第一次在 f.yaml:1:1"),
    ]


def test_a_hundred_faults_are_enough() -> None:
    assert len(refused("a: 1\n" * 200)) == 100


def test_a_key_as_alias_of_itself_is_a_duplicate() -> None:
    assert [notice.code for notice in refused("{&x a: 1, *x : 2}")] == ["yaml.duplicate-key"]


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    document, notices = parse(b"a: {x: 1}\nb: {x: 2}\n", "f.yaml")

    assert (document.root.get("b").get("x").text, notices) == ("2", ())


def test_collected_faults_are_told_with_the_one_that_ended_it() -> None:
    assert [notice.code for notice in refused("a: 1\na: 2\nb: *x\n")] == ["yaml.duplicate-key", "yaml.syntax"]


def test_collected_faults_are_told_with_a_syntax_error() -> None:
    assert [notice.code for notice in refused("a: 1\na: 2\nb: @x\n")] == ["yaml.duplicate-key", "yaml.syntax"]


def test_merge_keys() -> None:
    notice = stop("yaml.merge", "本工具不支持合并键“<<”", "请把要合并的内容逐项写出来", 2, 5, 2)

    assert refused("a: &x {b: 1}\nc: {<<: *x}\n") == (notice,)


def test_a_quoted_merge_sign_is_a_key() -> None:
    document, _ = parse(b'"<<": 1\n', "f.yaml")

    assert document.root.get("<<").text == "1"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: !foo b\n", "!foo"),
        ("a: !!int 5\n", "!!int"),
        ("a: !!python/object:os.system [x]\n", "!!python/object:os.system"),
        ("a: ! b\n", "!"),
    ],
)
def test_tags(text: str, tag: str) -> None:
    message = f"这里用了 YAML 标签“{tag}”，本工具不使用标签"
    advice = "请删去以“!”开头的标签；“!”属于正文时，用英文引号把整段文字括起来"
    notices = refused(text)

    assert [(notice.code, notice.message, notice.advice, str(notice.place)) for notice in notices] == [
        ("yaml.tag", message, advice, "f.yaml:1:4")
    ]


def test_several_documents() -> None:
    message, advice = "一个文件里只能有一份内容，这里用“---”开始了第二份", "请删去“---”，或把第二份另存为一个文件"

    assert refused("---\na: 1\n---\nb: 2\n") == (stop("yaml.documents", message, advice, 3, 1, 3),)


def test_one_document_may_be_marked() -> None:
    document, notices = parse(b"%YAML 1.1\n---\na: 1\n...\n", "f.yaml")

    assert (document.root.get("a").text, notices) == ("1", ())


def test_an_alias_of_nothing() -> None:
    message, advice = "“*x”是 YAML 的别名写法，但前面没有“&x”", "“*”属于正文时，请用英文引号把整段文字括起来"

    assert refused("a: *x\n") == (stop("yaml.syntax", message, advice, 1, 4, 2),)


def test_an_alias_inside_what_it_names() -> None:
    message, advice = "别名“*x”指向了包含它自己的内容", "请把别名所指的内容直接写在这里"

    assert refused("a: &x [*x]\n") == (stop("yaml.alias-bomb", message, advice, 1, 8, 2),)


def test_aliases_expand_to_ten_thousand_nodes_and_no_more() -> None:
    members = ", ".join(["1"] * 99)  # with the list itself 100 nodes
    allowed = f"a: &x [{members}]\nb: [{', '.join(['*x'] * 100)}]\n"
    document, _ = parse(allowed.encode(), "f.yaml")
    notices = refused(allowed + "c: *x\n")

    assert len(document.root.get("b").items) == 100
    assert notices == (stop("yaml.alias-bomb", "别名展开后超过 10000 项", "请把别名所指的内容直接写在这里", 3, 4, 2),)


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("a: &x [1]\nb: &y [*x, *x]\nc: *y\n", 9),  # x holds 2 nodes, y 1 + 2 + 2; expanded 2 + 2 + 5
        ("b: &x {k: [1]}\nc: *x\n", 4),  # the mapping, its key, the list and what is in it
    ],
    ids=["through other aliases", "keys of a mapping"],
)
def test_an_alias_counts_all_that_it_holds(text: str, expanded: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "MOST_EXPANDED", expanded)
        document, _ = parse(text.encode(), "f.yaml")
        patch.setattr(composer, "MOST_EXPANDED", expanded - 1)
        codes = [notice.code for notice in refused(text)]

    assert document.root.get("c") == document.root.get("b")
    assert codes == ["yaml.alias-bomb"]


def test_sixty_four_levels_and_no_more() -> None:
    document, _ = parse(b"[" * 64 + b"]" * 64, "f.yaml")
    notice = stop("yaml.nesting", "内容套了超过 64 层", "请检查方括号、花括号和“- ”是否写多了", 1, 65)

    assert document is not None
    assert refused("[" * 65 + "]" * 65) == (notice,)


def test_aliases_do_not_hide_nesting() -> None:
    lines = ["a0: &a0 [1]"] + [f"a{depth}: &a{depth} [*a{depth - 1}]" for depth in range(1, 64)]

    assert [(notice.code, str(notice.place)) for notice in refused("\n".join(lines))] == [
        ("yaml.nesting", "f.yaml:64:12")
    ]


def test_too_many_nodes() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "MOST_NODES", 3)
        notices = refused("[1, 2, 3, 4]")

    advice = "请分成几个文件，成批的数据改用表格文件"
    assert notices == (stop("file.too-large", "文件内容超过 3 项", advice, 1, 8),)


def test_too_many_lists() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "MOST_NODES", 3)
        notices = refused("[[], [], [], 4]")

    advice = "请分成几个文件，成批的数据改用表格文件"
    assert notices == (stop("file.too-large", "文件内容超过 3 项", advice, 1, 10),)


def test_a_key_that_is_a_list() -> None:
    message, advice = "键只能是一段文字，不能是列表或映射", "请把键改成文字，或用英文引号括起来"

    assert refused("[a, b]: c\n") == (stop("yaml.syntax", message, advice, 1, 1),)


def test_a_template_without_quotation_marks() -> None:
    message, advice = "以“{{”开头的文字被当成了 YAML 的括号", "请用英文引号把整段文字括起来"

    assert refused("a: {{ figures.x }}\n") == (stop("yaml.syntax", message, advice, 1, 4, 2),)
