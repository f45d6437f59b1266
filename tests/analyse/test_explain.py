"""One item redone on paper."""

from dataclasses import replace
from decimal import Decimal

import pytest
from counties import AREA_1, FIELDS, FULL, HEAD, pack_of, scored_of

from evalcli.analyse import explain, explain_all, explain_total
from evalcli.model.pack import Source

PACK = replace(pack_of(), provisional="")
MIXED = (
    "figures: {spending.growth: 0%, coverage: 85%, students: 13人, teachers: 1名, cases: 1起}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf], illustrative: true}}\n"
)


def told(item, *texts, pack=PACK):
    lines = explain(scored_of(pack, *texts), item)
    return None if lines is None else "\n".join(lines) + "\n"


def test_an_item_that_is_reckoned_shows_formula_numbers_places_and_points():
    assert (
        told("1.1", FULL)
        == """\
1.1 教育投入
  依据：《评价办法》第1条

  1.1a 教育支出只增不减（20分）
    规则：只增不减：今年不低于上年，逐项看；持平也算
    计算：教育支出
        ＝ (8.3861亿元 − 8.3752亿元) ÷ 8.3752亿元 × 100 = 增长0.13%
    数据：教育支出（2021年） 8.3861亿元（财政决算，data/1.yaml:4:22）
    数据：教育支出（2020年） 8.3752亿元（财政决算，data/1.yaml:4:38）
    标准：只增不减，依据第1条
    结论：教育支出增长0.13%
    判定：达标，得 20.00 分，满分 20.00 分

  1.1b 生均支出只增不减（20分）
    规则：只增不减：今年不低于上年，逐项看；持平也算
    计算：生均支出（小学）
        ＝ (10799.07元 − 10795.83元) ÷ 10795.83元 × 100 = 增长0.03%
    数据：生均支出（小学，2021年） 10799.07元（财政决算，data/1.yaml:6:28）
    数据：生均支出（小学，2020年） 10795.83元（财政决算，data/1.yaml:6:45）
    计算：生均支出（初中）
        ＝ (14572.85元 − 14567.02元) ÷ 14567.02元 × 100 = 增长0.04%
    数据：生均支出（初中，2021年） 14572.85元（财政决算，data/1.yaml:6:68）
    数据：生均支出（初中，2020年） 14567.02元（财政决算，data/1.yaml:6:85）
    标准：只增不减，依据第1条
    结论：2项均未下降：生均支出（小学）增长0.03%、生均支出（初中）增长0.04%
    判定：达标，得 20.00 分，满分 20.00 分

  合计：20.00 + 20.00 = 40.00 分，满分 40.00 分
  判定：达标

  汇总：1.1 → 投入保障 → 总分 → 等次
    1 投入保障：40.00（1.1） + 30.00（1.2） = 70.00 分，满分 70.00 分
    总分：70.00（投入保障） + 30.00（规范办学） = 100.00 分，满分 100.00 分
    等次：已定 100 分，达到优秀线 90 分
    等次：没有出现一票否决的情形
    结果：优秀
"""
    )


def test_a_stated_growth_is_shown_as_the_figure_that_it_is():
    assert (
        told("1.1a", "figures: [{from: 决算, spending.growth: 0.13%}]")
        == """\
1.1 教育投入
  依据：《评价办法》第1条

  1.1a 教育支出只增不减（20分）
    规则：只增不减：今年不低于上年，逐项看；持平也算
    数据：教育支出增幅 0.13%（决算，data/1.yaml:1:39），按填报增幅
    标准：只增不减，依据第1条
    结论：教育支出增长0.13%（按填报增幅）
    判定：达标，得 20.00 分，满分 20.00 分
"""
    )


def test_an_item_that_people_judge_shows_who_when_why_and_on_what():
    text = "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 抽查合格。, evidence: [甲.pdf, 乙.pdf]}, 2.3c: {met: [研判]}}"

    assert (
        told("2.3", text)
        == """\
2.3 依法办学
  依据：《评价办法》第3条

  2.3a 没有违规（10分）
    规则：按次扣分：每发生一次扣若干分，扣完为止；可以写允许的次数
    标准：0，依据第3条
    结论：缺少数据：违规起数（由教体局填报）
    判定：缺数据，得分未定，满分 10.00 分

  2.3b 制度落实（10分）
    规则：人工评定：由人按等级评定，各等级得分按比例
    数据：人工评定 中（得该要点分值的60%，data/1.yaml:1:16）
    评定：督导室，2022年8月20日；理由：抽查合格
    佐证：甲.pdf、乙.pdf
    标准：好，依据第3条
    结论：评定为中（督导室，2022年8月20日），得6分
    判定：基本达标，得 6.00 分，满分 10.00 分

  2.3c 机制健全（10分）
    规则：清单：列出的几项中落实了几项，达到要求的项数得满分，不足的按比例得分或按项扣分
    数据：逐项核定 研判
    评定：—；理由：—
    佐证：—
    标准：≥2项，依据第3条
    结论：2项中落实1项，低于标准2项（缺：处置），得5分
    判定：未达标，得 5.00 分，满分 10.00 分

  合计：未定 + 6.00 + 5.00 = 11.00 分，满分 30.00 分，另有 10.00 分未定
  判定：未达标（随判定最差的要点：2.3c）

  汇总：2.3 → 规范办学 → 总分 → 等次
    2 规范办学：11.00（2.3） = 11.00 分，满分 30.00 分；未定 10.00 分，最多 21.00 分
    总分：0.00（投入保障） + 11.00（规范办学） = 11.00 分，满分 100.00 分；未定 80.00 分，最多 91.00 分
    等次：已定 11 分，达到不合格线 0 分
    等次：另有 80 分待定，全部得到时为优秀
    等次：一票否决事项未申报：以考试方式招生；等次为暂定
    等次：可能的结论：优秀、良好、合格、不合格
    结果：不合格–优秀（暂定）
"""
    )


def test_rounding_is_shown():
    area = AREA_1.replace(
        "points: 20, judge: {only_up: [spending]}",
        "points: 20, value: coverage, judge: {tiers: [{from: 90, earns: 33.333%}, {earns: 0%}]}",
    )

    lines = told(
        "1.1a", "figures: {coverage: 94%}", pack=pack_of(HEAD.replace("points: 100", "points: 70"), FIELDS, area)
    ).splitlines()

    # 20 × 33.333% = 6.6666
    assert "    判定：基本达标，得 6.67 分，满分 20.00 分（6.6666 四舍五入到 2 位小数）" in lines


def test_a_formula_is_written_out_with_labels():
    area = AREA_1.replace("value: coverage", 'value: "share(teachers, students)"')
    pack = pack_of(HEAD.replace("points: 100", "points: 70"), FIELDS, area)

    assert (
        told("1.2a", "figures: {teachers: 1名, students: 8人}", pack=replace(pack, provisional=""))
        == """\
1.2 普惠和师资
  依据：《评价办法》第2条

  1.2a 普惠率不低于85%（15分）
    规则：达到：数值不低于标准，等于标准即为达标
    计算：教师数 ÷ 学生数 × 100
        ＝ 1 ÷ 8 × 100 = 12.5%
    数据：教师数 1名（data/1.yaml:1:21）
    数据：学生数 8人（data/1.yaml:1:35）
    标准：≥85%，依据第2条
    结论：12.5%，低于标准85%，差72.5个百分点，不得分
    判定：未达标，得 0.00 分，满分 15.00 分
"""
    )


def test_an_exempted_item_says_why_and_who_agreed():
    assert (
        told("1.2", "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}")
        == """\
1.2 普惠和师资
  依据：《评价办法》第2条
  不适用：无普惠园（市督导办同意），不计分

  汇总：1.2 → 投入保障 → 总分 → 等次
    1 投入保障：0.00（1.1） = 0.00 分，满分 40.00 分；未定 40.00 分，最多 40.00 分
    总分：0.00（投入保障） + 0.00（规范办学） = 0.00 分，满分 70.00 分；未定 70.00 分，最多 70.00 分
    等次：已定 0 分
    等次：适用指标共 70 分，已定 0 分，折合百分制 0 分，达到不合格线 0 分
    等次：另有 70 分待定，全部得到时为优秀
    等次：一票否决事项未申报：以考试方式招生；等次为暂定
    等次：可能的结论：优秀、良好、合格、不合格
    结果：不合格–优秀（暂定）
"""
    )


def test_what_is_provisional_or_tailored_is_said():
    areas = tuple(
        replace(area, indicators=tuple(replace(item, tailored="县里改了分值") for item in area.indicators))
        for area in PACK.areas
    )

    lines = told("1.2", FULL, pack=replace(PACK, areas=areas, provisional="分值为暂定。")).splitlines()

    assert (lines[2], lines[-1]) == ("  本地化：县里改了分值", "  注：分值为暂定。")


@pytest.mark.parametrize("item", ["9.9", "1.1z", ""])
def test_what_the_pack_does_not_have_is_not_explained(item):
    assert told(item, FULL) is None


def test_what_was_converted_shows_both_numbers_and_the_factor():
    lines = told("1.1a", "figures: {spending: {2021: 93450万元, 2020: 9.2亿元}}").splitlines()

    assert [line for line in lines if line.startswith("    数据")] == [
        "    数据：教育支出（2021年） 93450万元 = 9.3450亿元，÷10000（data/1.yaml:1:28）",
        "    数据：教育支出（2020年） 9.2000亿元（data/1.yaml:1:43）",
    ]


def test_a_standard_without_clause_cites_the_number_of_its_document_or_nothing():
    def standard(source):
        areas = tuple(
            replace(area, indicators=tuple(replace(item, source=source) for item in area.indicators))
            for area in PACK.areas
        )
        return next(
            line for line in told("1.2a", FULL, pack=replace(PACK, areas=areas)).splitlines() if "标准：" in line
        )

    assert standard(Source("办法", "某发〔2021〕1号")) == "    标准：≥85%，依据某发〔2021〕1号"
    assert standard(Source("办法")) == "    标准：≥85%"


def test_the_total_is_explained_by_its_areas_and_every_step_to_the_grade():
    # 20 + 15 + 0 and 6 + 6; open are 20 of 1.1b and 10 of 2.3c
    assert explain_total(scored_of(PACK, MIXED)) == (
        "青川县 2021年—2022年上半年 小评价",
        "  1 投入保障：20.00（1.1） + 15.00（1.2） = 35.00 分，满分 70.00 分；未定 20.00 分，最多 55.00 分",
        "  2 规范办学：12.00（2.3） = 12.00 分，满分 30.00 分；未定 10.00 分，最多 22.00 分",
        "  总分：35.00（投入保障） + 12.00（规范办学） = 47.00 分，满分 100.00 分；未定 30.00 分，最多 77.00 分",
        "  等次：已定 47 分，达到不合格线 0 分",
        "  等次：另有 30 分待定，全部得到时为合格",
        "  等次：一票否决事项未申报：以考试方式招生；等次为暂定",
        "  等次：可能的结论：合格、不合格；不可能的结论：优秀、良好",
        "  结果：不合格–合格（暂定）",
    )


def test_everything_is_the_total_and_then_every_item_with_the_remarks_once():
    scored = scored_of(replace(PACK, provisional="分值为暂定。"), MIXED)
    scored = replace(scored, filled=replace(scored.filled, illustrative="数据是演示。"))
    lines = explain_all(scored)

    assert lines[:9] == explain_total(scored)[:9]
    assert [line for line in lines if line[:1].isdigit()] == ["1.1 教育投入", "1.2 普惠和师资", "2.3 依法办学"]
    assert sum("汇总" in line for line in lines) == 0
    assert lines[-3:] == ("", "  注：分值为暂定。", "  注：数据是演示。")
    assert sum("注：" in line for line in lines) == 2


def test_a_pack_without_points_speaks_of_none():
    areas = tuple(
        replace(area, indicators=tuple(replace(item, points=Decimal(0)) for item in area.indicators))
        for area in PACK.areas
    )
    pack = replace(PACK, areas=areas, outcome=replace(PACK.outcome, by="all"), total=Decimal(0))
    lines = told("2.3", FULL, pack=pack).splitlines()

    assert lines[-8:] == [
        "  判定：达标",
        "",
        "  汇总：2.3 → 规范办学 → 总分 → 等次",
        "    2 规范办学：1 项指标，达标 1 项",
        "    全部指标：3 项指标，达标 3 项",
        "    等次：达标 3 项；须全部达标，结论为通过",
        "    等次：没有出现一票否决的情形",
        "    结果：通过",
    ]
    assert [line for line in lines if "合计" in line or " 分" in line or "0分）" in line] == []
