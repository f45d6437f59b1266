"""The ledger and the rates as tables, for print and for a workbook."""

from work_packs import COUNTY, HEAD, scored_of

from evalcli.draft.ledger import ledger, ledger_sheet, rates


def cells(row):
    return ["".join(run.text for run in cell) for cell in row.cells]


def test_the_ledger_for_print():
    annex = ledger(scored_of(), "附件1", "台账")
    (table,) = annex.blocks

    assert (annex.label, annex.name, annex.landscape) == ("附件1", "台账", True)
    assert [column.head for column in table.columns] == [
        "序号", "任务", "目标", "责任单位", "完成时限", "进展", "佐证材料", "完成情况",
    ]  # fmt: skip
    assert [cells(row) for row in table.rows] == [
        ["办学条件"],
        ["1.1a", "标准化学校", "完成100所标准化学校建设：≥100所", "建设办", "2018年11月30日", "已建成60所，余下的在建", "进度表", "按序时推进"],
        ["1.1b", "标准化学校", "争取审计覆盖面达到100%：争取≥100%", "建设办", "2018年11月30日", "40%，完成目标的40%", "进度表", "未到期"],
        ["1.2a", "超大班额", "基本消除超大班额：基本≤0个（比上年）", "基教科、人事科", "2018年8月31日", "10个，完成目标的50%", "—", "未到期"],
        ["事业发展"],
        ["2.1a", "学前教育", "到2020年学前毛入园率达到85%：≥85%", "基教科", "2020年12月31日", "80%，完成目标的94.1%", "—", "按序时推进"],
        ["2.2a", "教师培训", "制定教师培训规划", "人事科", "2018年12月31日", "规划已形成初稿", "规划初稿", "按序时推进"],
    ]  # fmt: skip
    assert [(row.span, row.strong) for row in table.rows[:2]] == [(8, True), (1, False)]
    assert table.note == "注：1.完成率0%（0/4）。2.不适用、不列入台账的任务：2.3。"


def test_the_ledger_as_a_sheet_has_the_part_and_the_reason_in_every_row():
    text = COUNTY.replace("to: 2018-06-30", "to: 2018-12-31").replace("signed:", "illustrative: 数据为演示。\nsigned:")
    text = text[: text.index("not_applicable")]
    (table,) = ledger_sheet(scored_of(text, head=HEAD + "provisional: 任务为暂定\n"), "台账", "台账").blocks

    assert cells(table.rows[0]) == [
        "办学条件", "1.1a", "标准化学校", "完成100所标准化学校建设", "≥100所", "计财科", "2018-12-31",
        "60所，完成目标的60%", "验收表", "未完成", "60所，低于标准100所，差40所；2018年12月31日已到期",
    ]  # fmt: skip
    assert table.note == "注：1.完成率0%（0/5）。2.任务为暂定。3.数据为演示。"


def test_the_rates_show_every_count():
    (table,) = rates(scored_of(), "完成率", "完成率").blocks

    assert [column.head for column in table.columns] == ["方面", "任务", "按序时推进", "未到期", "不适用", "完成率"]
    assert [cells(row) for row in table.rows] == [
        ["办学条件", "2", "0", "2", "0", "0%"],
        ["事业发展", "3", "2", "0", "1", "0%"],
        ["合计", "5", "2", "2", "1", "0%"],
    ]
