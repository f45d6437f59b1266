"""The numbers in the list of annexes."""

import pytest

from evalcli.publish.attachments import labels


@pytest.mark.parametrize(
    ("names", "expected"),
    [((), ()), (("甲",), ("附件：",)), (("甲", "乙", "丙"), ("附件：1.", "2.", "3."))],
)
def test_labels_number_two_and_more(names: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert labels(names) == expected
