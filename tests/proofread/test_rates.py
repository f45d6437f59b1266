"""% against 百分点."""

import pytest
from proofs import said

from evalcli.proofread import rates


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("近视率下降0.5%。", "两个百分率相差应写“个百分点”：率下降0.5%"),
        ("公办园占比提高了3%。", "两个百分率相差应写“个百分点”：占比提高了3%"),
        ("教育投入增长0.13个百分点。", "数量的增减应写“%”：投入增长0.13个百分点"),
        ("学生人数比去年减少2百分点。", ""),
    ],
)
def test_a_difference_in_the_wrong_unit(sentence, message):
    assert said(rates, sentence) == ([message] if message else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "近视率下降0.5个百分点。",
        "入学率提高到92%。",
        "入学率由90%提高到92%。",
        "教育投入增长3%。",
        "教育支出增长率提高明显。",
        "投入占比提高1个百分点。",
        "达标率90%，投入增长3%。",
    ],
)
def test_what_is_written_rightly(sentence):
    assert said(rates, sentence) == []
