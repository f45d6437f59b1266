"""Who is writing now."""

import pytest
from reports import writing

from evalcli.draft.writing import WRITING, absent, printed


def test_what_is_printed_and_noted_is_the_authors_who_writes():
    with writing("figures: {coverage: 94%}") as author:
        assert printed(author.figures["coverage"]) == "[94%](coverage)"
        assert absent("甲", "x") == "==【缺：甲】=="
        assert list(author.missing) == ["甲"]


def test_nobody_writes_outside_a_report():
    with pytest.raises(LookupError):
        WRITING.get()
