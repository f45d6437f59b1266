"""Values that lie a power of ten from what a rule holds them against."""

import pytest
from counties import HEAD, filled_of, pack_of

from evalcli.check import standards

FIELDS = """
spent: {label: 执行数, item: "1.1", unit: 亿元, office: 财政局, meaning: 执行。}
planned: {label: 预算数, item: "1.1", unit: 亿元, office: 财政局, meaning: 预算。}
students: {label: 学生数, item: "1.1", unit: 人, by: 学段, office: 教体局, meaning: 在校生。}
staff: {label: 教职工数, item: "1.1", unit: 人, by: 学段, office: 编办, meaning: 教职工。}
pay: {label: 教师工资, item: "1.1", unit: 元, office: 人社局, meaning: 年平均。}
other_pay: {label: 公务员工资, item: "1.1", unit: 元, office: 人社局, meaning: 年平均。}
funds: {label: 特教经费, item: "1.1", unit: 元, office: 财政局, meaning: 全年。}
special: {label: 特教学生, item: "1.1", unit: 人, office: 教体局, meaning: 学年初。}
trained: {label: 受训教师, item: "1.1", unit: 人, office: 教体局, meaning: 当年。}
all_staff: {label: 全部教师, item: "1.1", unit: 人, office: 教体局, meaning: 当年。}
exam_admission: {label: 是否考试招生, item: "1.1", kind: yes_no, office: 教体局, meaning: 以考试方式招生。}
"""
AREA = """
id: "1"
title: 保障
heading: 保障
indicators:
  - id: "1.1"
    title: 保障
    points: 100
    source: {document: 评价办法, clause: 第1条}
    office: [财政局]
    key_points:
      - {id: a, text: 执行, points: 20, judge: {execution: {spent: spent, of: planned}}}
      - {id: b, text: 生师比, points: 20, judge: {ratio: {of: 'students["小学"]', to: 'staff["小学"]'}, at_most: "19:1"}}
      - {id: c, text: 工资, points: 20, value: pay, judge: {at_least: other_pay}}
      - {id: d, text: 特教, points: 20, value: funds / special, judge: {at_least: 8000}}
      - {id: e, text: 培训, points: 10, judge: {complete: {part: trained, of: all_staff}}}
      - {id: f, text: 人数, points: 10, value: trained, judge: {at_least: 1000}}
"""
RELATION = """relations:
  - {id: funds-pay, holds: funds <= pay * 1000, say: 多, level: 疑似, advice: 查。}
"""


def found(figures, pack=None):
    pack = pack or pack_of(HEAD, FIELDS, AREA)
    notices = standards.notices(pack, filled_of(pack, f"figures: {{{figures}}}"))
    return [(str(n.level), n.code, n.message, n.about.at) for n in notices]


@pytest.mark.parametrize(
    ("figures", "message", "at"),
    [
        ("spent: 0.22471亿元, planned: 2.2471亿元", "执行数 0.22471亿元、预算数 2.2471亿元，算得 0.2247，与 2.2471 像是差了 10 倍", "spent"),
        ("spent: 0.2198亿元, planned: 2.2471亿元", "执行数 0.2198亿元、预算数 2.2471亿元，算得 0.2198，与 2.2471 像是差了 10 倍", "spent"),
        ("students: {小学: 19000人}, staff: {小学: 100人}", "学生数（小学） 19000人、教职工数（小学） 100人，算得 190，与 19 像是差了 10 倍", "students.小学"),
        ("pay: 9.8元, other_pay: 96400元", "教师工资 9.8元、公务员工资 96400元，算得 9.8，与 96400 像是差了 10000 倍", "pay"),
        ("funds: 8100元, special: 10人", "特教经费 8100元、特教学生 10人，算得 810，与 8000 像是差了 10 倍", "funds"),
        ("trained: 125人, all_staff: 1250人", "全部教师 1250人、受训教师 125人，像是差了 10 倍", "all_staff"),
    ],
)  # fmt: skip
def test_what_looks_slipped(figures, message, at):
    assert found(figures) == [("疑似", "figure.slip", message, at)]


@pytest.mark.parametrize(
    "figures",
    [
        "spent: 1.5亿元, planned: 2.2471亿元",
        "spent: 2.2471亿元, planned: 2.2471亿元",
        "spent: 0.2198亿元",
        "spent: 0.2198亿元, planned: 0亿元",
        "students: {小学: 4000人}, staff: {小学: 100人}",
        "students: {小学: 4000人}, staff: {小学: 0人}",
        "pay: 60000元, other_pay: 96400元",
        "funds: 30万元, special: 100人",
        "funds: 80万元, special: 10人",  # more than is asked for
        "students: {小学: 190人}, staff: {小学: 100人}",  # a small county
        "trained: 60人, all_staff: 600人",
        "trained: 130人, all_staff: 1250人",
        "trained: 约125人, all_staff: 1250人",
        "trained: 100人, all_staff: 1000人",
    ],
)
def test_what_may_well_be(figures):
    assert found(figures) == []


def test_fields_of_a_relation_are_compared_by_their_digits():
    pack = pack_of(HEAD + RELATION, FIELDS, AREA)

    assert found("funds: 9640元, pay: 96400元", pack) == [
        ("疑似", "figure.slip", "特教经费 9640元、教师工资 96400元，像是差了 10 倍", "funds")
    ]
    assert found("funds: 9630元, pay: 96400元", pack) == []


def test_a_formula_that_does_not_work_is_told_elsewhere():
    pack = pack_of(HEAD, FIELDS, AREA.replace("value: funds / special", "value: (spent - special) / special"))

    assert found("spent: 1亿元, special: 1人", pack) == []


def test_what_several_amounts_come_to_is_not_compared():
    pack = pack_of(HEAD, FIELDS, AREA.replace("spent: spent, of", "spent: spent + planned, of"))

    assert found("spent: 20亿元, planned: 2亿元", pack) == []


def test_one_pair_is_told_once():
    area = AREA.replace("{at_least: 1000}", "{at_least: all_staff}")

    assert len(found("trained: 125人, all_staff: 1250人", pack_of(HEAD, FIELDS, area))) == 1
