"""Whatever somebody typed comes out as typed."""

from hypothesis import given
from hypothesis import strategies as st

from evalcli.draft.escape import Written, claimed, escaped, lacking
from evalcli.draft.markdown import text
from evalcli.model.report import Run


@given(st.text(min_size=1))
def test_escaped_text_reads_as_typed(typed):
    assert text(escaped(typed)) == (Run(typed),)


@given(st.text(min_size=1), st.text())
def test_a_figure_keeps_its_text_and_its_claim(typed, claim):
    assert text(claimed(typed, claim)) == (Run(typed, claim=claim),)


@given(st.text())
def test_a_missing_figure_is_marked(label):
    assert text(lacking(label)) == (Run(f"【缺：{label}】", missing=True),)


@given(st.text(min_size=1), st.text(min_size=1))
def test_what_is_added_to_written_text_is_escaped_our_way(one, other):
    assert text(Written("**") + one + Written("**")) == (Run(one, bold=True),)
    assert text(Written("").join([one, other])) == (Run(one + other),)
