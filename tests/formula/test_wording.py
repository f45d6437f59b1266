"""Trees with labels for names, as a person writes them."""

import pytest

from evalcli.formula.parse import parse
from evalcli.formula.wording import worded


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("rooms / pupils * 100", "rooms! ÷ pupils! × 100"),
        ('share(part["小学"], whole)', "part!小学 ÷ whole! × 100"),
        ("growth(x) >= 5", "x!增幅 ≥ 5"),
        ("not (a == 0) and -b < 1", "不符合“a! = 0” 且 −b! < 1"),
        ("max(a, last(b))", "a!、b!（上年）中最大的"),
        ("sum(a) + 1", "a!各分项之和 + 1"),
        ("min(a + 1, 2)", "（a! + 1）、2中最小的"),
        ("ceil(a / 12)", "（a! ÷ 12）向上取整"),
        ("cv(a / b)", "（a! ÷ b!）差异系数"),
        ("mean(a, weight=b)", "a!各校平均（按b!加权）"),
        ("share_of(a < 3 or b > 1)", "符合“a! < 3 或者 b! > 1”的学校占比"),
        ("choose(a > 1, b, 0) * 2", "（“a! > 1”时为b!，否则为0） × 2"),
    ],
)
def test_names_get_their_labels(formula: str, words: str) -> None:
    assert worded(parse(formula).root, lambda name, member: f"{name}!{member}") == words
