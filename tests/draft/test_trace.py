"""The annex with every reckoning."""

import pytest
from counties import FULL, TEMPLATES, pack_of, scored_of

from evalcli.draft import report
from evalcli.draft.trace import trace
from evalcli.model.report import Annex, Attachments, Body, Run


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("    数据：教师数 1名（决算，data/经费.yaml:4:32）", "数据：教师数为1名（决算，data/经费第4行第32列）"),
        ("    佐证：制度.pdf、a.pdf", "佐证：制度、a.pdf"),
        ("  2.4a 教育支出（2分）", "2.4a\u3000教育支出（2分）"),
        ("        ＝ (3人 − 2人) ÷ 2人 × 100 = 增长50%", "＝ （3人 − 2人） ÷ 2人 × 100 = 增长50%"),
        ("    判定：达标，得 2.00 分，满分 2.00 分", "判定：达标，得2.00分，满分2.00分"),
        ("  等次：另有 20.5 分待定", "等次：另有20.5分未定"),
        ("    结论：待评定", "结论：待评定"),
        ("    结论：29所全部达到", "结论：29所全部达标"),
        ("    数据：经费 76.32万元 = 763200元，×10000", "数据：经费为76.32万元 = 763,200元，×10000"),
    ],
)
def test_a_line_is_written_as_a_document_writes_it(line, written):
    assert trace(("", "头", line), "附件3", "过程").blocks[1] == Body((Run(written),))


def test_heads_stand_bold_and_sums_do_not():
    lines = ("青川县", "", "1.1 教育投入", "  依据", "", "  合计：1", "", "  注：暂定")
    blocks = [Body((Run(text, bold=bold),)) for text, bold in (
        ("青川县", True), ("1.1\u3000教育投入", True), ("依据", False), ("合计：1", False), ("注：暂定", False),
    )]  # fmt: skip

    assert trace(lines, "附件3", "过程") == Annex("附件3", "过程", tuple(blocks))


def test_the_annex_is_there_where_it_is_asked_for():
    scored = scored_of(pack_of(), FULL)

    def annexes(lines):
        draft, _missing = report(scored, (TEMPLATES,), lines)
        named = next(block.names for block in draft.blocks if isinstance(block, Attachments))
        return named, [(block.label, block.name) for block in draft.blocks if isinstance(block, Annex)]

    names, found = annexes(("头",))
    assert (names[2], found[2]) == ("青川县自评结果计算过程", ("附件3", "青川县自评结果计算过程"))
    assert [len(part) for part in annexes(())] == [2, 2]
