"""Empty claims: phrases that want a figure and have none."""

import pytest
from proofs import read, said

from evalcli.proofread import claims


@pytest.mark.parametrize(
    "sentence",
    ["办学条件显著改善。", "全部完成。", "学校建设有序推进，办学水平显著提高。"],
)
def test_a_phrase_without_a_figure(sentence):
    assert len(said(claims, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "办学条件显著改善，新建校舍12栋。",
        "三所学校全部完成。",
        "“明厨亮灶”全部完成。",
        "按照《方案》全部完成。",
        "项目没有全部完成。",
        "建设尚未全部完成。",
        "学校建设有序推进。",
    ],
)
def test_a_phrase_that_is_backed_or_denied(sentence):
    assert said(claims, sentence) == []


def test_the_sentence_that_claims_is_named_and_not_its_neighbour():
    (notice,) = claims.notices(read("投入8亿元。成效显著。"))

    assert (notice.message, str(notice.place)) == ("“显著”没有数据支撑：成效显著。", "报告正文:1:9")


def test_a_long_sentence_is_cut():
    (message,) = said(claims, "成效显著" + "，各项工作扎实推进" * 6 + "。")

    assert message.endswith("…")


def test_headings_may_boast():
    assert said(claims, "## 一、成效显著", "说明。") == []
