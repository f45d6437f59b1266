"""How many tasks have each word, and the rate that comes of it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.completion import Status, Tally

COUNTS = st.dictionaries(st.sampled_from(Status), st.integers(0, 40))


def test_the_rate_leaves_out_what_does_not_apply():
    tally = Tally({Status.DONE: 20, Status.UNDONE: 10, Status.NO_DATA: 2, Status.NOT_APPLICABLE: 3})

    assert (tally.done, tally.counted, tally.rate) == (20, 32, Fraction(125, 2))
    assert tally["未完成"] == 10
    assert tally.listed == (("完成", 20), ("未完成", 10), ("缺数据", 2), ("不适用", 3))


def test_nothing_to_count_has_no_rate():
    assert Tally({Status.NOT_APPLICABLE: 2}).rate is None
    assert Tally({}).rate is None


@given(COUNTS)
def test_the_counts_add_up(counts):
    tally = Tally(counts)

    assert sum(count for _word, count in tally.listed) == tally.counted + tally["不适用"]
    assert tally.rate is None or 0 <= tally.rate <= 100
