"""Figures that somebody typed into the text, against what was filled in."""

import pytest
from proofs import said

from evalcli.proofread import figures


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("教育支出为8.5亿元。", "正文写“教育支出为8.5亿元”，填报的是 8.3861亿元"),
        ("教育支出达到8.3862亿元。", "正文写“教育支出达到8.3862亿元”，填报的是 8.3861亿元"),
        ("违规起数共2起。", "正文写“违规起数共2起”，填报的是 0起"),
    ],
)
def test_a_figure_that_differs(sentence, message):
    assert said(figures, sentence) == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "教育支出为8.3861亿元。",
        "教育支出8.39亿元。",
        "教育支出8亿元。",
        "“教育支出达到9亿元以上”按序时推进。",
        "教育支出8.3752亿元，是上年的数。",
        "教育支出[9亿元](spending)。",
        "教育支出增加1亿元。",
        "其他支出9亿元。",
        "生均支出为3元。",
        "普惠率为91%。",
    ],
)
def test_a_figure_that_does_not(sentence):
    assert said(figures, sentence) == []


def test_thousands_separators():
    assert said(figures, "维修投入1,387万元。") == []


def test_nothing_is_said_of_what_was_not_filled_in():
    assert said(figures, "教育支出为9亿元。", figures="figures: {cases: 0起}") == []
