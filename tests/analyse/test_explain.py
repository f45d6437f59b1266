"""One item redone on paper."""

from dataclasses import replace

import pytest
from counties import AREA_1, FIELDS, FULL, HEAD, pack_of, scored_of

from evalcli.analyse import explain

PACK = replace(pack_of(), provisional="")


def told(item, *texts, pack=PACK):
    lines = explain(scored_of(pack, *texts), item)
    return None if lines is None else "\n".join(lines) + "\n"


def test_an_item_that_is_reckoned_shows_formula_numbers_places_and_points():
    assert told("1.1", FULL) == """\
1.1 教育投入
  依据：《评价办法》第1条

  1.1a 教育支出只增不减（20分）
    计算：教育支出
        ＝ (8.3861亿元 − 8.3752亿元) ÷ 8.3752亿元 × 100 = 增长0.13%
    数据：教育支出（2021年） 8.3861亿元（财政决算，data/1.yaml:4:22）
    数据：教育支出（2020年） 8.3752亿元（财政决算，data/1.yaml:4:38）
    标准：只增不减
    结论：教育支出增长0.13%
    判定：达标，得 20.00 分，满分 20.00 分

  1.1b 生均支出只增不减（20分）
    计算：生均支出（小学）
        ＝ (10799.07元 − 10795.83元) ÷ 10795.83元 × 100 = 增长0.03%
    数据：生均支出（小学，2021年） 10799.07元（财政决算，data/1.yaml:6:28）
    数据：生均支出（小学，2020年） 10795.83元（财政决算，data/1.yaml:6:45）
    计算：生均支出（初中）
        ＝ (14572.85元 − 14567.02元) ÷ 14567.02元 × 100 = 增长0.04%
    数据：生均支出（初中，2021年） 14572.85元（财政决算，data/1.yaml:6:68）
    数据：生均支出（初中，2020年） 14567.02元（财政决算，data/1.yaml:6:85）
    标准：只增不减
    结论：2项均未下降：生均支出（小学）增长0.03%、生均支出（初中）增长0.04%
    判定：达标，得 20.00 分，满分 20.00 分

  合计：20.00 + 20.00 = 40.00 分，满分 40.00 分
  判定：达标
"""


def test_a_stated_growth_is_shown_as_the_figure_that_it_is():
    assert told("1.1a", "figures: [{from: 决算, spending.growth: 0.13%}]") == """\
1.1 教育投入
  依据：《评价办法》第1条

  1.1a 教育支出只增不减（20分）
    数据：教育支出增幅 0.13%（决算，data/1.yaml:1:39），按填报增幅
    标准：只增不减
    结论：教育支出增长0.13%（按填报增幅）
    判定：达标，得 20.00 分，满分 20.00 分
"""


def test_an_item_that_people_judge_shows_who_when_why_and_on_what():
    text = "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 抽查合格。, evidence: [甲.pdf, 乙.pdf]}, 2.3c: {met: [研判]}}"

    assert told("2.3", text) == """\
2.3 依法办学
  依据：《评价办法》第3条

  2.3a 没有违规（10分）
    标准：0
    结论：缺少数据：违规起数（由教体局填报）
    判定：缺数据，得分未定，满分 10.00 分

  2.3b 制度落实（10分）
    数据：人工评定 中（得该要点分值的60%，data/1.yaml:1:16）
    评定：督导室，2022-08-20；理由：抽查合格
    佐证：甲.pdf、乙.pdf
    标准：好
    结论：评定为中（督导室，2022年8月20日），得6分
    判定：基本达标，得 6.00 分，满分 10.00 分

  2.3c 机制健全（10分）
    数据：逐项核定 研判
    评定：—；理由：—
    佐证：—
    标准：≥2项
    结论：2项中落实1项，低于标准2项（缺：处置），得5分
    判定：未达标，得 5.00 分，满分 10.00 分

  合计：未定 + 6.00 + 5.00 = 11.00 分，满分 30.00 分，另有 10.00 分未定
  判定：未达标（随判定最差的要点：2.3c）
"""


def test_rounding_is_shown():
    area = AREA_1.replace("points: 20, judge: {only_up: [spending]}", "points: 20, value: coverage, judge: {tiers: [{from: 90, earns: 33.333%}, {earns: 0%}]}")

    lines = told("1.1a", "figures: {coverage: 94%}", pack=pack_of(HEAD.replace("points: 100", "points: 70"), FIELDS, area)).splitlines()

    # 20 × 33.333% = 6.6666
    assert "    判定：基本达标，得 6.67 分，满分 20.00 分（6.6666 四舍五入到 2 位小数）" in lines


def test_a_formula_is_written_out_with_labels():
    area = AREA_1.replace("value: coverage", 'value: "share(teachers, students)"')
    pack = pack_of(HEAD.replace("points: 100", "points: 70"), FIELDS, area)

    assert told("1.2a", "figures: {teachers: 1名, students: 8人}", pack=replace(pack, provisional="")) == """\
1.2 普惠和师资
  依据：《评价办法》第2条

  1.2a 普惠率不低于85%（15分）
    计算：教师数 ÷ 学生数 × 100
        ＝ 1 ÷ 8 × 100 = 12.5%
    数据：教师数 1名（data/1.yaml:1:21）
    数据：学生数 8人（data/1.yaml:1:35）
    标准：≥85%
    结论：12.5%，低于标准85%，差72.5个百分点，不得分
    判定：未达标，得 0.00 分，满分 15.00 分
"""


def test_an_exempted_item_says_why_and_who_agreed():
    assert told("1.2", "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}") == """\
1.2 普惠和师资
  依据：《评价办法》第2条
  不适用：无普惠园（市督导办同意），不计分
"""


def test_what_is_provisional_or_tailored_is_said():
    areas = tuple(
        replace(area, indicators=tuple(replace(item, tailored="县里改了分值") for item in area.indicators)) for area in PACK.areas
    )

    lines = told("1.2", FULL, pack=replace(PACK, areas=areas, provisional="分值为暂定。")).splitlines()

    assert (lines[2], lines[-1]) == ("  本地化：县里改了分值", "  注：分值为暂定。")


@pytest.mark.parametrize("item", ["9.9", "1.1z", ""])
def test_what_the_pack_does_not_have_is_not_explained(item):
    assert told(item, FULL) is None
