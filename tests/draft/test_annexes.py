"""The score table and the table of figures."""

from dataclasses import replace

from counties import COUNTY, FULL, scored_of
from reports import PACK, annexes, report_of

MIXED = (
    "figures: {spending.growth: 0%, coverage: 85%, students: 13人, teachers: 1名, cases: 1起}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf], illustrative: true}, 2.3c: {met: [研判]}}\n"
)


def cells(row):
    return ["".join(run.text for run in cell) for cell in row.cells]


def score_table(*texts, **changes):
    return annexes(report_of(*texts, **changes))[0].blocks[0]


def test_every_item_says_where_it_stands_and_why_points_are_lost():
    table = score_table(MIXED)

    assert [cells(row) for row in table.rows] == [
        [
            "1.1", "教育投入", "a.持平（只增不减）；b.无数据（只增不减）", "40.00", "20.00", "20.00", "缺数据",
            "b.缺少数据：生均支出（小学，2021年）、生均支出（小学，2020年）、生均支出（初中，2021年）、生均支出（初中，2020年）（由财政局填报）",
        ],
        [
            "1.2", "普惠和师资", "a.85%（≥85%）；b.13:1（≤12.5:1）", "30.00", "15.00", "—", "未达标",
            "b.13:1，高于标准12.5:1，超出0.5，不得分",
        ],
        ["投入保障小计", "70.00", "35.00", "20.00", "—", "—"],
        [
            "2.3", "依法", "a.1起（0）；b.中（好）；c.1/2项（≥2项）", "30.00", "17.00", "—", "未达标",
            "a.1起，每起扣4分，扣4分，得6分；b.评定为中，失4分（演示）；c.2项中落实1项，低于标准2项（缺：处置），得5分",
        ],
        ["规范办学小计", "30.00", "17.00", "—", "—", "—"],
        ["合计", "100.00", "52.00", "20.00", "—", "等次：不合格（未定部分全部得到时为合格）"],
    ]  # fmt: skip
    assert [(row.span, row.strong) for row in table.rows] == [
        (1, False),
        (1, False),
        (3, True),
        (1, False),
        (3, True),
        (3, True),
    ]


def test_printed_subtotals_add_up():
    rows = [cells(row) for row in score_table(MIXED).rows]
    points = [float(row[-4]) for row in rows if row[0].endswith("小计")]

    assert (sum(points), rows[-1][-4]) == (52.0, "52.00")


def test_an_item_that_does_not_apply_is_not_counted():
    table = score_table(FULL, "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}")

    assert cells(table.rows[1]) == ["1.2", "普惠和师资", "—", "不计", "—", "—", "不适用", "无普惠园（市督导办同意）"]
    assert cells(table.rows[-1]) == ["合计", "70.00", "70.00", "—", "—", "等次：优秀"]


def test_the_note_says_what_is_open_declared_provisional_made_up_and_tailored():
    found = score_table(
        MIXED,
        head=COUNTY + "illustrative: 等级为演示。\n",
        pack=replace(PACK, tailored=("1.1 改了 points：县里的分值",)),
    )

    assert found.note == (
        "注：1.得分已定52分，可能52分至72分；缺数据和待评定的要点不计分，列入“未定”。"
        "2.一票否决事项申报情况：以考试方式招生（未申报）。3.分值为暂定。4.等级为演示。5.本地化：1.1改了 points：县里的分值。"
    )


def test_the_note_of_a_county_where_nothing_is_open():
    assert score_table(FULL).note == "注：1.得分已定100分。2.一票否决事项申报情况：以考试方式招生（无）。3.分值为暂定。"


def test_a_declared_veto_stands_in_the_note():
    assert "以考试方式招生（有）" in score_table(FULL.replace("exam_admission: 否", "exam_admission: 是")).note


def test_without_vetoes_nothing_is_said_of_them():
    scored = scored_of(PACK, FULL)
    card = replace(scored.card, vetoes=())

    assert score_table(FULL, card=card).note == "注：1.得分已定100分。2.分值为暂定。"


def figure_rows(*texts):
    return annexes(report_of(*texts))[1].blocks[0]


def test_every_figure_stands_with_value_unit_and_source():
    text = (
        "figures:\n"
        "  - {from: 决算, spending: {2021: 8.3861亿元, 2020: 8.3752亿元}}\n"
        "  - {coverage: 94%, repairs: 1387万余元, student_ratio: '12.38:1', per_pupil: {小学: 1元}, per_pupil.growth: {小学: 2%}}\n"
    )

    found = figure_rows(text)

    assert [cells(row) for row in found.rows] == [
        ["1.1", "教育支出", "8.3861", "亿元", "决算"],
        ["1.1", "教育支出上年值", "8.3752", "亿元", "决算"],
        ["1.1", "教育支出增幅", "0.13", "%", "决算"],
        ["1.1", "生均支出（小学）", "1.00", "元", "data/1.yaml"],
        ["1.1", "生均支出（小学）增幅", "2", "%", "data/1.yaml"],
        ["1.2", "普惠率", "94", "%", "data/1.yaml"],
        ["1.2", "生师比", "12.38:1", "—", "data/1.yaml"],
        ["2.3", "维修投入", "1387万余元", "—", "data/1.yaml"],
    ]
    assert found.rows[1].cells[2][0].claim == "spending.last"
    assert found.note == (
        "注：共8个数据。没有填报的有8项：“普惠率目标”“学生数”“教师数”“违规起数”“机制名称”“启用年份”“停用年份”“是否考试招生”。"
    )


def test_a_county_that_lacks_nothing_has_no_note():
    assert figure_rows(FULL).note == ""
