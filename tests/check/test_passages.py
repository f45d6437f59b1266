"""The county's own texts, and numbers as sentences write them."""

from fractions import Fraction

import pytest
from counties import filled_of, pack_of

from evalcli.check import passages


@pytest.mark.parametrize(
    ("number", "scale", "hedge", "low", "high"),
    [
        ("8.4", "亿", "", 835000000, 845000000),
        ("1,387", "万", "", 13865000, 13875000),
        ("54", "", "", "53.5", "54.5"),
        ("100", "", "约", 95, 105),
        ("5", "万", "近", 0, 55000),
        ("300", "万", "多", 2995000, 3000000000000),
    ],
)
def test_what_a_written_number_may_be(number, scale, hedge, low, high):
    assert passages.within(number, scale, hedge) == (Fraction(low), Fraction(high))


def test_sentences_as_typed_and_as_told():
    pack = pack_of()
    text = "figures: {coverage: 94%, spending.growth: 0.13%}\n"
    text += "text: {'1.1': ['普惠率[[coverage]]；增[[spending.growth]]。缺[[students]]，[[nobody]]']}"
    filled = filled_of(pack, text)
    (passage,) = passages.passages(pack, filled)

    assert list(passages.typed(passage)) == ["普惠率□", "增□", "缺□，□"]
    assert list(passages.told(pack, filled, passage)) == ["普惠率94%", "增0.13%", "缺□，□"]
