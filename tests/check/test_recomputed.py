"""Stated values against the formula that their field is."""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import recomputed
from evalcli.check.reach import OfMember
from evalcli.formula.facts import CountyFacts
from evalcli.packs.lint import lint

MORE = """
passed: {label: 合格数, item: '2.3', unit: 人, office: 教体局, meaning: 合格。}
examined: {label: 参测数, item: '2.3', unit: 人, office: 教体局, meaning: 参测。}
pass_rate:
  {label: 合格率, item: '2.3', unit: "%", range: [0, 100], is: 'share(passed, examined)', office: 教体局, meaning: 合格率。}
ratio: {label: 班师比, item: '2.3', unit: 比, decimals: 2, is: students / teachers, office: 教体局, meaning: 比。}
pupils: {label: 在校生, item: '2.3', unit: 人, by: 学段, office: 教体局, meaning: 人数。}
money: {label: 经费, item: '2.3', unit: 元, by: 学段, office: 财政局, meaning: 经费。}
each: {label: 生均经费, item: '2.3', unit: 元, by: 学段, decimals: 2, is: money / pupils, office: 财政局, meaning: 生均。}
all_pupils: {label: 学生总数, item: '2.3', unit: 人, is: sum(pupils), office: 教体局, meaning: 合计。}
more: {label: 增加额, item: '2.3', unit: 亿元, is: spending - last(spending), office: 财政局, meaning: 增加。}
mixed: {label: 混合, item: '2.3', unit: 元, is: money + pupils, by: 学段, office: 财政局, meaning: 单位不同。}
rate: {label: 增幅, item: '2.3', unit: "%", range: [-100, 100], is: growth(spending), office: 财政局, meaning: 增幅。}
"""


def told(text):
    pack = pack_of(HEAD, FIELDS + MORE)
    return [(n.code, n.message, n.advice, n.about.at) for n in recomputed.notices(pack, filled_of(pack, text))]


@pytest.mark.parametrize(
    "figures",
    [
        "ratio: '12.38:1', students: 7875人, teachers: 636名",  # 12.3821
        "pass_rate: 86.2%, passed: 25人, examined: 29人",  # 86.2069
        "pass_rate: 86%, passed: 25人, examined: 29人",
        "pass_rate: 近90%, passed: 25人, examined: 29人",
        "pass_rate: 86.2%, passed: 25人",
        "each: {小学: 133.33元}, money: {小学: 400元}, pupils: {小学: 3人}",
        "each: {小学: 133.4元}, money: {小学: 400.1元}, pupils: {小学: 3人}",  # 133.37 prints as 133.4
        "all_pupils: 7人, pupils: {小学: 3人, 初中: 4人}",
        "more: 0.011亿元, spending: {2021: 8.386亿元, 2020: 8.375亿元}",
        "more: 0.0115亿元, spending: {2021: 8.386亿元, 2020: 8.375亿元}",  # the two figures leave ±0.001 open
        "rate: 5%, spending.growth: 5%",
    ],
)
def test_what_agrees_at_the_places_typed_is_fine(figures):
    assert told(f"figures: {{{figures}}}") == []


@pytest.mark.parametrize(
    ("figures", "message", "advice"),
    [
        (
            "ratio: '12.83:1', students: 7875人, teachers: 636名",
            "班师比填报12.83:1，按 7875 ÷ 636 复算是 12.38:1",
            "核对各数和口径；口径与公式不同的，请说明。",
        ),
        (
            "pass_rate: 94%, passed: 133人, examined: 140人",
            "合格率填报94%，按 133 ÷ 140 × 100 复算是 95%",
            "核对各数和口径；口径与公式不同的，请说明。",
        ),
        (
            "pass_rate: 0.862%, passed: 25人, examined: 29人",
            "合格率填报0.862%，按 25 ÷ 29 × 100 复算是 86.21%",
            "像是差了 100 倍：核对单位和小数点。",
        ),
        (
            "each: {初中: 13.33元}, money: {初中: 400元}, pupils: {初中: 3人}",
            "生均经费（初中）填报13.33元，按 400 ÷ 3 复算是 133.33元",
            "像是差了 10 倍：核对单位和小数点。",
        ),
        (
            "all_pupils: 8人, pupils: {小学: 3人, 初中: 4人}",
            "学生总数填报8人，按 3 + 4 复算是 7人",
            "核对各数和口径；口径与公式不同的，请说明。",
        ),
    ],
)
def test_what_does_not_is_told_with_what_it_comes_to(figures, message, advice):
    ((code, said, repair, _at),) = told(f"figures: {{{figures}}}")

    assert (code, said, repair) == ("figure.recomputed", message, advice)


def test_a_member_is_named():
    assert told("figures: {each: {小学: 1元}, money: {小学: 400元}, pupils: {小学: 3人}}")[0][3] == "each.小学"


def test_a_formula_whose_units_do_not_go_together_is_the_packs_fault():
    pack = pack_of(HEAD, FIELDS + MORE)
    filled = filled_of(pack, "figures: {mixed: {小学: 3元}, money: {小学: 400元}, pupils: {小学: 3人}}")
    (notice,) = recomputed.notices(pack, filled)

    assert (notice.code, notice.advice) == ("figure.formula", "请指标包作者核对公式和单位。")
    assert notice.message.startswith("混合的公式 money + pupils 算不下去：单位不同")


def test_a_field_is_about_no_single_schools():
    pack = pack_of(HEAD, FIELDS + MORE)

    assert OfMember(CountyFacts(pack, filled_of(pack, "{}")), "", "").schools() is None


def test_lint_names_a_formula_whose_units_do_not_go_together():
    found = [notice.message for notice in lint(pack_of(HEAD, FIELDS + MORE), ()) if notice.code == "pack.units"]

    assert len(found) == 1
    assert found[0].startswith("填报项“mixed”的 is：单位不同，不能相加减或比较")
