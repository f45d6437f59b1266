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
        ("not (a == 0) and -b < 1", "not a! = 0 and −b! < 1"),
        ("max(a, last(b))", "max(a!, b!（上年）)"),
        ("sum(a) + 1", "a!各分项之和 + 1"),
    ],
)
def test_names_get_their_labels(formula: str, words: str) -> None:
    assert worded(parse(formula).root, lambda name, member: f"{name}!{member}") == words
