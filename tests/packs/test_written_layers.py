"""Documents written out again: read once more they are what they were, and each value may say who set it."""

from counties import document
from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.document import Scalar
from evalcli.model.place import Place
from evalcli.model.plain import plain
from evalcli.packs.layers import written

TEXT = """\
id: "2"
text: 文字, 有逗号
more: [甲, "乙, 丙", 1.50]
nothing:
empty: {}
list:
  - {a: 1, b: [1, 2]}
  - [甲, 乙]
  - 丙
  - - - 深
"""


def test_a_document_as_yaml() -> None:
    assert written(document(TEXT).root) == (
        'id: "2"\ntext: "文字, 有逗号"\nmore: [甲, "乙, 丙", 1.50]\nnothing: null\nempty: {}\n'
        "list:\n  - a: 1\n    b: [1, 2]\n  - [甲, 乙]\n  - 丙\n  - - [深]\n"
    )


def test_what_is_written_means_the_same() -> None:
    root = document(TEXT).root

    assert plain(document(written(root)).root) == plain(root)


def test_every_value_says_who_set_it() -> None:
    root = document("points: 6\nsay:\n  达标: 好\noffice: [财政局]\n", "city/pack.yaml").root

    assert written(root, {"city": "1.2.0"}) == (
        "points: 6  # city 1.2.0 city/pack.yaml:1\nsay:\n  达标: 好  # city 1.2.0 city/pack.yaml:3\noffice: [财政局]  # city 1.2.0 city/pack.yaml:4\n"
    )
    assert written(root, {}).splitlines()[0] == "points: 6  # 本县 city/pack.yaml:1"


@given(st.text(st.sampled_from("教育，：“”甲乙 aZ0.-+%#&*!|>{}[]'\"\\:,?@`~"), max_size=30), st.booleans())
def test_any_text_is_read_again_as_it_was(text: str, quoted: bool) -> None:
    scalar = (
        Scalar(text.strip(), Place("x/y.yaml"), quoted=True)
        if quoted
        else Scalar("甲" + text.strip(), Place("x/y.yaml"))
    )

    assert plain(document(f"a: {written(scalar)}b: 1\n").root) == {"a": plain(scalar), "b": 1}
