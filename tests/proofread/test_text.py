"""A report as it is proofread: numbered paragraphs, and the figures with what they came from."""

from counties import FULL, scored_of
from proofs import PACK
from reports import report_of

from evalcli import proofread
from evalcli.proofread.text import of_draft


def whole(*texts):
    scored = scored_of(PACK, *texts)
    return of_draft(report_of(*texts), PACK, scored.filled, ())


def test_the_text_and_the_annexes_are_told_apart():
    text = whole(FULL)

    assert {part.annex for part in text.body} == {""}
    assert {part.annex for part in text.cells} == {"附件1", "附件2"}


def test_a_figure_is_found_in_the_text_and_in_the_annex():
    found = {(part.annex, run.text) for part, run in whole(FULL).claimed if run.claim == "spending"}

    assert found == {("", "8.3861亿元"), ("附件2", "8.3861")}


def test_our_own_report_is_clean_but_for_its_short_parts():
    scored = scored_of(PACK, FULL)
    found = proofread.report(report_of(FULL), PACK, scored.filled, ("显著",))

    assert [notice.message for notice in found] == ["“一、基本情况”一共只有14字", "“三、存在问题”一共只有14字"]
