"""Relations that a pack says must hold."""

from dataclasses import replace

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import relations
from evalcli.model.pack import Relation


def told(relation, text):
    pack = pack_of(HEAD + f"relations: [{relation}]\n")
    notices = relations.notices(pack, filled_of(pack, text))
    return [(str(n.level), n.code, n.message, n.advice, str(n.place)) for n in notices]


RATIO = (
    '{id: ratio, holds: "round(student_ratio, 2) == round(students / teachers, 2)", level: 必改, advice: 重算。,'
    ' say: "生师比[[student_ratio]]与[[students]]、[[teachers]]不符"}'
)


@pytest.mark.parametrize("ratio", ["12.38:1", "12.379:1"])
def test_a_relation_that_holds_is_silent(ratio):
    # 7875 ÷ 636 = 12.382…
    assert told(RATIO, f"figures: {{student_ratio: '{ratio}', students: 7875人, teachers: 636名}}") == []


def test_a_relation_that_does_not_hold_is_told_with_both_sides():
    text = "figures:\n  teachers: 636名\n  students: 7875人\n  student_ratio: '12.39:1'"

    message = "生师比12.39:1与7875人、636名不符（一边 round(12.39, 2) = 12.39:1，另一边 round(7875 ÷ 636, 2) = 12.38）"
    assert told(RATIO, text) == [("必改", "relation.ratio", message, "重算。", "data/1.yaml:4:18")]


@pytest.mark.parametrize("years", ["{2020: 7800人, 2021: 7875人}", "{2021: 7875人, 2020: 7800人}"])
def test_a_relation_is_told_where_this_years_value_stands(years):
    relation = '{id: few, holds: "students < 100", say: "学生[[students]]太多"}'

    ((_level, _code, message, _advice, place),) = told(relation, f"figures:\n  students: {years}")

    assert message == "学生7875人太多（一边 7875人，另一边 100）"
    assert place == f"data/1.yaml:2:{1 + len('  students: ') + years.index('7875')}"


@pytest.mark.parametrize("text", ["figures: {students: 7875人}", "{}"])
def test_what_lacks_a_figure_is_not_judged(text):
    assert told(RATIO, text) == []


def test_a_chain_is_told_without_sides():
    relation = '{id: chain, holds: "0 < coverage < 50", say: 普惠率[[coverage]]不在范围}'.replace(
        "普惠率[[coverage]]不在范围", '"普惠率[[coverage]]不在范围"'
    )

    assert [message for _l, _c, message, _a, _p in told(relation, "figures: {coverage: 94%}")] == ["普惠率94%不在范围"]


def test_what_a_relation_names_besides_its_operands_may_be_missing_or_unknown():
    odd = Relation("odd", "coverage < 50", "[[coverage]]、[[students]]、[[nobody]]")
    pack = replace(pack_of(), relations=(odd,))

    (notice,) = relations.notices(pack, filled_of(pack, "figures: {coverage: 94%}"))

    assert notice.message == "94%、students、nobody（一边 94%，另一边 50）"


def test_growth_and_members_are_named_in_a_relation():
    relation = '{id: fell, holds: "growth(spending) >= 0", say: "下降[[spending.growth]]，小学[[per_pupil.小学]]"}'
    text = "figures: {spending.growth: -2%, per_pupil: {小学: 10799.07元}}"

    assert [message for _l, _c, message, _a, _p in told(relation, text)] == [
        "下降-2%，小学10799.07元（一边 -2%，另一边 0）"
    ]


def test_a_relation_over_units_that_do_not_go_together_is_the_packs_fault():
    ((level, code, message, advice, _place),) = told(
        '{id: units, holds: "students < repairs", say: 不应当}', "figures: {students: 5人, repairs: 5万元}"
    )

    assert (level, code, advice) == ("必改", "relation.formula", "请指标包作者核对公式和单位。")
    assert message == "关系“units”算不下去：单位不同，不能相加减或比较：“人”和“万元”"


def test_a_growth_has_no_place_of_its_own():
    relation = '{id: fell, holds: "growth(spending) >= 0", say: 下降}'

    assert told(relation, "figures: {spending.growth: -2%}")[0][4] == "None"


def test_a_finding_is_about_the_name_that_stands_first_and_not_one_that_begins_like_it():
    fields = FIELDS + "cases_upheld: {label: 查实起数, item: '2.3', unit: 起, office: 教体局, meaning: 查实。}\n"
    head = HEAD + "relations:\n  - {id: upheld, holds: cases_upheld <= cases, say: 多, level: 必改, advice: 查。}\n"
    pack = pack_of(head, fields)
    (notice,) = relations.notices(pack, filled_of(pack, "figures:\n  cases: 3起\n  cases_upheld: 4起"))

    assert (notice.about.at, notice.about.values, str(notice.place)) == (
        "cases_upheld",
        ("4起", "3起"),
        "data/1.yaml:3:17",
    )


def test_names_are_counted():
    relation = '{id: named, holds: "mechanisms == 3", say: "列出[[mechanisms]]"}'

    assert [message for _l, _c, message, _a, _p in told(relation, "figures: {mechanisms: [研判, 处置]}")] == [
        "列出研判、处置（一边 2，另一边 3）"
    ]


@pytest.mark.parametrize(
    ("holds", "doubted"),
    [
        ("student_ratio >= students / teachers", False),  # 12.38:1 stands for 12.3821
        ("students / teachers <= student_ratio", False),
        ("students / teachers <= student_ratio - 1", True),
        ("student_ratio >= students / teachers + 1", True),
        ("students != students * 1", True),
    ],
)
def test_a_limit_that_is_missed_by_what_rounding_leaves_open_is_kept(holds, doubted):
    relation = f'{{id: ratio, holds: "{holds}", level: 疑似, advice: 重算。, say: 不符}}'

    assert bool(told(relation, "figures: {student_ratio: '12.38:1', students: 7875人, teachers: 636名}")) == doubted
