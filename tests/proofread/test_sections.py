"""The frame of a report."""

import pytest
from counties import COUNTY
from proofs import said

from evalcli.proofread import sections

SAID = "这一部分写明了有关情况，字数够用，说法具体，可以核对。"
WHOLE = ("## 一、基本情况", SAID, "## 二、履职成效", SAID, "## 三、存在问题", SAID, "## 四、下一步打算", SAID)


def test_a_whole_report():
    assert said(sections, *WHOLE) == []


@pytest.mark.parametrize(("left_out", "name"), [(0, "基本情况"), (2, "成效"), (4, "问题"), (6, "下一步")])
def test_a_missing_section(left_out, name):
    lines = WHOLE[:left_out] + WHOLE[left_out + 2 :]

    assert said(sections, *lines) == [f"报告没有“{name}”一部分"]


def test_sections_out_of_order():
    lines = (*WHOLE[:4], *WHOLE[6:], *WHOLE[4:6])

    assert said(sections, *lines) == ["“四、下一步打算”写在了“三、存在问题”前面"]


@pytest.mark.parametrize("empty", [("## 五、附则",), ("### （一）小节", "## 五、附则", SAID)])
def test_a_heading_with_nothing_under_it(empty):
    (message,) = said(sections, *WHOLE, *empty)

    assert message.endswith("下面没有内容")


def test_a_report_that_is_longer_than_the_notice_allows():
    head = COUNTY + "report: {longest: 100}\n"

    assert said(sections, *WHOLE, "字" * 200, head=head) == ["正文333字，超过要求的100字"]


def test_a_part_that_says_next_to_nothing():
    assert said(sections, *WHOLE[:-1], "继续努力。") == ["“四、下一步打算”一共只有5字"]
