"""The judgements of our form become what YAML would have said."""

from datetime import date
from decimal import Decimal

from nodes import told
from office_sheets import county, sheet

from evalcli.fill.grid import Grid
from evalcli.fill.judged_sheet import head_row
from evalcli.model.filled import HandJudgement
from evalcli.model.place import Place

HEAD = "代码|序号|评估要点|等次|评定人|评定日期|评定理由|佐证材料|满足项|得分\n"


def test_judgements_as_typed():
    rows = "2.3b|1|制度|好|督导室|2022-08-20|抽查合格|甲.pdf、乙.pdf||\n2.3c|2|机制||督导室|2022/8/20|制度齐全|制度.pdf|研判；处置|8.5\n2.3a|3|没有|||||||\n"
    filled, notices = county(sheet(HEAD + rows, name="评定", file="填报表.xlsx"))

    def place(row: int) -> Place:
        return Place("填报表.xlsx", row, 1, sheet="评定")

    assert notices == ()
    assert filled.judged == {
        "2.3b": HandJudgement("好", "督导室", date(2022, 8, 20), "抽查合格", ("甲.pdf", "乙.pdf"), place=place(2)),
        "2.3c": HandJudgement("", "督导室", date(2022, 8, 20), "制度齐全", ("制度.pdf",), ("研判", "处置"), place=place(3), points=Decimal("8.5")),
    }  # fmt: skip
    assert filled.read == ("填报表.xlsx › 评定：人工评定 2 条",)


def test_a_code_that_the_pack_does_not_have_and_one_said_twice():
    _filled, notices = county(sheet(HEAD + "2.3x|1||好\n2.3b|2||好\n2.3b|3||中\n"))

    assert [code for code, _message in told(notices)] == ["表.xlsx › 财政 › A2", "表.xlsx › 财政 › A4"]


def test_another_sheet_has_no_such_head():
    assert head_row(Grid(sheet("代码|本年值\nspending|8"))) is None
