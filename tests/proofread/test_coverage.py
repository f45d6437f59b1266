"""Items that the text never mentions."""

from proofs import said

from evalcli.proofread import coverage


def test_items_by_title_and_in_short():
    assert said(coverage, "### 1.教育投入", "学校依法办事。") == ["正文没有提到指标 1.2 普惠和师资"]


def test_a_report_that_mentions_all():
    assert said(coverage, "教育投入、普惠和师资、依法办学。") == []
