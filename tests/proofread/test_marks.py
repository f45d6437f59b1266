"""Marks as official documents write them."""

import pytest
from proofs import said

from evalcli.proofread import marks


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("按照南教督委[2022]5号要求。", "发文字号的年份用六角括号：[2022]"),
        ("按照南教督委【2022】5号要求。", "发文字号的年份用六角括号：【2022】"),
        ("按照南教督委（2022）5号要求。", "发文字号的年份用六角括号：（2022）"),
        ("截至2022.9.30完成。", "正文的日期写全年月日：2022.9.30"),
        ("截至2022-09-30完成。", "正文的日期写全年月日：2022-09-30"),
        ("完成建设。。", "标点连用：。。"),
        ("完成建设,投入使用。", "汉字之间用了半角标点“,”"),
        ("印发《方案。", "“《》”没有成对"),
        ("实现“两个只增不减。", "““””没有成对"),
        ("共3所（含教学点。", "“（）”没有成对"),
    ],
)
def test_a_wrong_mark(sentence, message):
    assert said(marks, sentence) == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "按照南教督委〔2022〕5号《通知》要求，2022年9月30日前完成（含教学点）。",
        "生师比12.38:1，投入1,387万元。",
        "版本号1.2022.3.4。",
        "时间为9:30。",
    ],
)
def test_what_is_written_rightly(sentence):
    assert said(marks, sentence) == []
