"""What became of the problems that the last round named: counted in the text, each in the ledger."""

import pytest
from counties import FULL
from reports import annexes, report_of, told

LISTED = """
rectification:
  - {problem: 城区学位不足。, measure: 新建两所学校, office: 教体局, by: 2022-12-31, status: 整改中, evidence: [开工令.pdf]}
  - {problem: 教师编制没有核定, measure: 重新核定编制, office: 编办, status: 已整改}
  - {problem: 校车标志不全, status: 未整改}
"""


def section(*texts):
    lines = told(report_of(*texts))
    return lines[lines.index("三、上一轮问题整改情况") + 1 : lines.index("四、存在问题")]


def test_what_was_mended_is_counted_and_told():
    assert section(FULL, LISTED) == [
        "上一轮评价指出的3个问题中，1个已经整改完成，1个正在有序推进，1个尚未整改。",
        "一是城区学位不足。新建两所学校，正在整改，2022年12月31日前完成。",
        "二是教师编制没有核定。重新核定编制，已整改完成。",
        "三是校车标志不全。尚未整改。",
    ]


def test_one_problem_that_was_mended():
    assert section(FULL, "rectification: [{problem: 学位不足, status: 已整改}]") == [
        "上一轮评价指出的1个问题中，1个已经整改完成。",
        "学位不足。已整改完成。",
    ]


def test_the_ledger_follows_the_figures():
    (_scores, _figures, ledger) = annexes(report_of(FULL, LISTED))

    rows = [["".join(run.text for run in cell) for cell in row.cells] for row in ledger.blocks[0].rows]
    assert (ledger.label, ledger.name) == ("附件3", "青川县上一轮问题整改台账")
    assert rows == [
        ["1", "城区学位不足", "新建两所学校", "教体局", "2022年12月31日", "整改中", "开工令.pdf"],
        ["2", "教师编制没有核定", "重新核定编制", "编办", "—", "已整改", "—"],
        ["3", "校车标志不全", "—", "—", "—", "未整改", "—"],
    ]


@pytest.mark.parametrize("head", ["三、存在问题", "四、下一步工作打算"])
def test_a_county_that_was_never_examined_has_no_such_part(head):
    assert head in told(report_of(FULL))
