"""Figures typed into a county's own texts against what was filled in; the year is 2021, the period ends on 2022-06-30."""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import told

MORE = """
inclusive: {label: 普惠园覆盖率, item: "1.2", unit: "%", office: 教体局, aliases: [普惠幼儿园占比], meaning: 按园数。}
rural: {label: 农村普惠园覆盖率, item: "1.2", unit: "%", office: 教体局, meaning: 按园数。}
dropout: {label: 义务教育辍学率, item: "1.2", unit: "%", office: 教体局, better: lower, meaning: 按学籍。}
kindergartens: {label: 公办幼儿园数, item: "1.2", unit: 所, office: 教体局, meaning: 年末的公办园。}
staff_ratio: {label: 高中生师比, item: "1.2", unit: 比, office: 教体局, meaning: 学生比教师。}
large_from: {label: 大班额认定人数, item: "2.3", unit: 人, office: 教体局, meaning: 从多少人起。}
large_plan: {label: 计划中的“大班额”起点, item: "2.3", unit: 人, office: 教体局, meaning: 从多少人起。}
shared_one: {label: 投诉受理, item: "2.3", unit: 起, office: 教体局, meaning: 处理。}
shared_two: {label: 投诉受理数, item: "2.3", unit: 起, office: 教体局, meaning: 受理。}
"""
FIGURES = """
figures:
  spending: {2021: 8.3861亿元, 2020: 8.3752亿元}
  per_pupil: {小学: {2021: 10799.07元, 2020: 10795.83元}, 初中: {2021: 14572.85元}}
  repairs: 1387万余元
  inclusive: 95%
  dropout: 0.5%
  kindergartens: 54所
  staff_ratio: "12.38:1"
  large_from: 55人
  shared_one: 64起
  shared_two: 70起
  opening_year: 2026年
"""


def found(said, figures=FIGURES, section="text: {'1.1': [\"%s\"]}"):
    pack = pack_of(HEAD, FIELDS + MORE)
    notices = told.notices(pack, filled_of(pack, figures + section % said))
    return [(n.code, n.message) for n in notices]


PLAN = "problems: [{item: '1.2', say: 普惠园不够。, plan: [\"%s\"]}]"


@pytest.mark.parametrize(
    ("said", "phrase", "value"),
    [
        ("普惠园覆盖率为94%。", "普惠园覆盖率为94%", "95%（data/1.yaml:6:14）"),
        ("全县普惠园覆盖率已达到94.4%。", "普惠园覆盖率已达到94.4%", "95%（data/1.yaml:6:14）"),
        ("目前，2021年普惠园覆盖率９４％。", "普惠园覆盖率94%", "95%（data/1.yaml:6:14）"),
        ("普惠幼儿园占比仅为94%。", "普惠幼儿园占比仅为94%", "95%（data/1.yaml:6:14）"),
        ("截至2021年底，公办幼儿园56所。", "公办幼儿园56所", "54所（data/1.yaml:8:18）"),
        ("2021年以来，公办幼儿园56所。", "公办幼儿园56所", "54所（data/1.yaml:8:18）"),
        ("公办幼儿园数共56个。", "公办幼儿园数共56个", "54所（data/1.yaml:8:18）"),
        ("小学生均支出10800元。", "小学生均支出10800元", "10799.07元（data/1.yaml:4:26）"),
        ("2020年，小学生均支出10799元。", "小学生均支出10799元", "10795.83元（data/1.yaml:4:43）"),
        ("高中生师比为13.38:1。", "高中生师比为13.38:1", "12.38:1（data/1.yaml:9:16）"),
        ("维修投入1100万元。", "维修投入1100万元", "1387万余元（data/1.yaml:5:12）"),
        ("普惠园覆盖率96%以上。", "普惠园覆盖率96%以上", "95%（data/1.yaml:6:14）"),
        ("普惠园覆盖率近94%。", "普惠园覆盖率近94%", "95%（data/1.yaml:6:14）"),
        ("义务教育辍学率约0.6%。", "义务教育辍学率约0.6%", "0.5%（data/1.yaml:7:12）"),
    ],
)
def test_a_figure_that_differs_from_the_field_of_its_name(said, phrase, value):
    assert found(said) == [("text.figure", f"1.1 的做法写“{phrase}”，填报的是 {value}")]


@pytest.mark.parametrize(
    "said",
    [
        "普惠园覆盖率为95%。",
        "普惠园覆盖率95.0%，公办幼儿园54所。",
        "普惠园覆盖率达95%左右，维修投入近1400万元。",
        "普惠园覆盖率94%以上。",
        "维修投入1380余万元，维修投入0.1387亿元。",
        "高中生师比12.4:1。",
        "初中生均支出1.46万元。",
        "城区普惠园覆盖率99%。",
        "2019年普惠园覆盖率90%，普惠园覆盖率由90%提高到95%。",
        "2020年普惠园覆盖率90%。",
        "此前普惠园覆盖率只有90%。",
        "2020年，小学生均支出10795.83元。",
        "去年，普惠园覆盖率90%。",
        "普惠园覆盖率达到96%，是明年的目标。",
        "力争普惠园覆盖率达到96%。",
        "按照普惠园覆盖率85%的要求建设，普惠园覆盖率85%的标准早已达到。",
        "普惠园覆盖率[[inclusive]]，普惠园覆盖率没有下降。",
        "普惠园覆盖率提高1个百分点。",
        "投诉受理64起。",
        "教师数700名。",
        "启用年份2025年，拆迁。",
        "2020年以来，公办幼儿园60所。",
        "2021年以来，普惠园覆盖率达到95%。",
        "“普惠园覆盖率达到96%以上”没有完成。",
    ],
)
def test_what_agrees_or_speaks_of_something_else(said):
    assert found(said) == []


def test_a_name_of_two_fields_settles_nothing():
    assert found("投诉受理99起。") == []


def test_a_name_inside_a_longer_one_is_not_meant():
    assert found("农村普惠园覆盖率为90%。", FIGURES + "  rural: 90%\n") == []


@pytest.mark.parametrize(
    ("said", "grown"),
    [
        ("生均支出很足，教育支出8.3861亿元，同比增长1.3%。", "0.13%"),
        ("教育支出8.3861亿元，比上年下降0.13%。", "0.13%"),
    ],
)
def test_growth_told_after_a_figure_is_that_of_both_years(said, grown):
    ((code, message),) = found(said)

    assert (code, message.rpartition("，按填报的数是 ")[2]) == ("text.growth", grown)


def test_growth_that_was_stated_stands_for_a_year_before_that_is_missing():
    figures = "figures:\n  spending: 8.3861亿元\n  spending.growth: 0.13%\n"

    assert found("教育支出8.3861亿元，同比增长0.13%。", figures) == []
    assert found("教育支出8.3861亿元，同比增长0.2%。", figures) == [
        ("text.growth", "1.1 的做法写“教育支出8.3861亿元，同比增长0.2%”，按填报的数是 0.13%")
    ]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("教育支出8.3861亿元，同比增长0.1%。", FIGURES),
        ("教育支出8.3861亿元，同比增长9%。", "figures: {spending: 8.3861亿元}\n"),
        ("普惠园覆盖率95%，比上年提高2%。", FIGURES),
    ],
)
def test_growth_that_rounds_alike_or_that_nobody_can_reckon(said, figures):
    assert found(said, figures) == []


@pytest.mark.parametrize(
    ("said", "section", "where", "phrase"),
    [
        ("到2025年，普惠园覆盖率达到91%。", PLAN, "第 1 个问题的打算", "普惠园覆盖率达到91%"),
        ("到2025年，普惠园覆盖率达到91%。", "text: {'1.1': [\"%s\"]}", "1.1 的做法", "普惠园覆盖率达到91%"),
    ],
)
def test_a_plan_that_aims_below_what_is_there(said, section, where, phrase):
    message = f"{where}要“{phrase}”，现状已是 95%（普惠园覆盖率，data/1.yaml:6:14）"

    assert found(said, section=section) == [("text.target", message)]


def test_a_plan_that_aims_above_what_should_fall():
    message = "第 1 个问题的打算要“义务教育辍学率降到0.6%”，现状已是 0.5%（义务教育辍学率，data/1.yaml:7:12）"

    assert found("义务教育辍学率降到0.6%。", section=PLAN) == [("text.target", message)]


@pytest.mark.parametrize(
    "said",
    [
        "普惠园覆盖率达到96%，义务教育辍学率降到0.4%。",
        "普惠园覆盖率保持在85%以上。",
        "普惠园覆盖率目标96%。",
        "公办幼儿园达到60所。",
        "公办幼儿园达到50所。",
        "普惠园覆盖率为91%。",
    ],
)
def test_a_plan_that_aims_at_more_or_tells_no_aim(said):
    assert found(said, section=PLAN) == []


def test_nobody_can_aim_above_all():
    assert found("到2025年，普惠园覆盖率达到100%。", "figures: {inclusive: 100.2%}\n", PLAN) == []


def test_a_line_is_drawn_where_the_field_draws_it():
    assert found("消除56人以上“大班额”。") == [
        ("text.limit", "1.1 的做法写“56人以上“大班额””，大班额认定人数填报的是 55人（data/1.yaml:10:15）")
    ]


@pytest.mark.parametrize("said", ["消除55人及以上的大班额。", "消除66人以上超大班额。", "100人以上的学校。"])
def test_a_line_that_is_drawn_there_or_about_something_else(said):
    assert found(said) == []


def test_a_line_may_be_that_of_either_field():
    assert found("消除56人以上大班额。", FIGURES + "  large_plan: 56人\n") == []


def test_problems_and_the_overview_are_read_too():
    section = "overview: [\"%s\"]\nproblems: [{item: '1.2', say: 普惠园覆盖率只有94%%。, plan: [增加。]}]"

    assert [message.partition("写")[0] for _code, message in found("公办幼儿园56所。", section=section)] == [
        "基本情况",
        "第 1 个问题",
    ]


def test_what_a_finding_is_about():
    pack = pack_of(HEAD, FIELDS + MORE)
    (notice,) = told.notices(pack, filled_of(pack, FIGURES + "text:\n  '1.1':\n    - 小学生均支出10800元。"))

    assert (notice.about.at, notice.about.office, notice.about.values, str(notice.place)) == (
        "per_pupil.小学",
        "财政局",
        ("10799.07元", "小学生均支出10800元"),
        "data/1.yaml:16:7",
    )
    assert notice.advice == "核实后改成一致；文字里写 [[per_pupil.小学]]，就总是填报的数。"
