"""The rules as a pack writes them and a county's own files answer them."""

import json
from decimal import Decimal

import pytest
from counties import COUNTY, document, pack_of
from jsonschema import Draft202012Validator

from evalcli import fill, score
from evalcli.check import judgements
from evalcli.formula.facts import CountyFacts
from evalcli.model.facts import Missing
from evalcli.model.plain import plain

HEAD = """
id: small
version: 1.0.0
title: 小评价
source: {document: 评价办法, number: 某发〔2021〕1号}
provisional: 分值为暂定。
points: 10
dimensions:
  学段: [小学, 初中]
grades: {合格: 6, 不合格: 0}
areas: [area-1]
"""

FIELDS = """
accidents: {label: 事故起数, item: "1.1", unit: 起, office: 教体局, meaning: 安全责任事故。}
fitness: {label: 优良率, item: "1.1", unit: "%", by: 学段, office: 教体局, range: [0, 100], meaning: 体质健康优良率。}
pupils: {label: 学生数, item: "1.1", unit: 人, office: 教体局, meaning: 在校生。}
built: {label: 建校年份, item: "1.1", unit: 年, office: 教体局, meaning: 建校的年份。}
"""

AREA = """
id: "1"
title: 各种规则
indicators:
  - id: "1.1"
    title: 各种规则
    points: 10
    source: {document: 评价办法, clause: 第1条}
    office: [教体局]
    key_points:
      - {id: a, text: 近两年无事故, points: 2, judge: {years_running: accidents, of_last: 2, met_when: {at_most: 0}}}
      - {id: b, text: 体质不连降, points: 2, judge: {years_running: fitness, member: 初中, of_last: 2, met_when: falls, at_most: 1}}
      - {id: c, text: 优良率提高, points: 2, judge: {change: fitness, at_least: 0.5, in: points}}
      - id: d
        text: 学校规模
        points: 3
        value: pupils
        judge: {by_condition: [{when: built <= 2010, at_most: 2400, until: 2026-12-31, say: 2010年前建校}, {at_most: 2000}]}
      - {id: e, text: 制度健全, points: 1, judge: {by_steps: 0.1}}
"""

FIGURES = """
figures:
  accidents: {2021: 0起, 2020: 0起}
  fitness: {小学: {2021: 51%, 2020: 50.5%}, 初中: {2021: 45%, 2020: 45.2%, 2019: 45.1%}}
  pupils: 2300人
  built: 2008年
"""
WHOLE = "by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf]"


def filled_of(*texts):
    data = tuple(document(text, f"data/{number}.yaml") for number, text in enumerate(texts, 1))
    return fill.county(pack_of(HEAD, FIELDS, AREA), document(COUNTY), data)[0]


def results(*texts):
    card = score.county(pack_of(HEAD, FIELDS, AREA), filled_of(*texts))
    (item,) = (item for area in card.areas for item in area.items)
    return [(str(one.judgement.verdict), one.earned, one.judgement.reason) for one in item.points]


def test_every_rule_judges_the_countys_own_figures():
    assert results(FIGURES, f"judged: {{1.1e: {{points: 0.9, {WHOLE}}}}}") == [
        ("达标", 2, "近2年中2年符合“≤0起”，要求2年：2021年0起、2020年0起"),
        ("达标", 2, "近2年中1年下降，最多1年：2021年45%（下降）、2020年45.2%（上升）"),
        (
            "未达标",
            0,
            "优良率（初中）由45.2%变为45%，下降0.2个百分点，标准为增长0.5个百分点以上，差0.7个百分点，不得分",
        ),
        ("达标", 3, "2300人，未超过标准2400人（2010年前建校）"),
        ("基本达标", Decimal("0.9"), "评定得0.9分（督导室，2022年8月20日），满分1分"),
    ]


def test_a_year_that_is_not_filled_in_is_named():
    found = CountyFacts(pack_of(HEAD, FIELDS, AREA), filled_of(FIGURES)).years("accidents", "", 3)

    assert [year for year, _one in found] == [2021, 2020, 2019]
    assert found[2][1] == Missing(("事故起数（2019年）",), ("教体局",))


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        (f"{{points: 0.9, {WHOLE}}}", []),
        (f"{{points: 0, {WHOLE}}}", []),
        (f"{{level: 好, {WHOLE}}}", ["1.1e 的评定没有写分数"]),
    ],
)
def test_points_are_what_a_judgement_by_steps_needs(judged, told):
    filled = filled_of(f"judged: {{1.1e: {judged}}}")

    assert [notice.message for notice in judgements.notices(pack_of(HEAD, FIELDS, AREA), filled)] == told


@pytest.mark.parametrize("name", ["county", "data"])
@pytest.mark.parametrize(
    ("points", "accepted"), [("0.9", True), ("0", True), ("-1", False), ("满分", False), ("true", False)]
)
def test_the_schema_takes_points_for_a_level(root, name, points, accepted):
    schema = json.loads((root / "evalcli" / "schemas" / f"{name}.json").read_text("utf-8"))
    judged = plain(document(f"{{points: {points}, by: 督导室, because: 查过}}").root)

    assert Draft202012Validator({**schema["$defs"]["judgement"], "$defs": schema["$defs"]}).is_valid(judged) is accepted


@pytest.mark.parametrize(("points", "read"), [("0.90", Decimal("0.90")), ("1", Decimal(1)), ("好", None), ("", None)])
def test_points_are_read_as_typed(points, read):
    assert filled_of(f"judged: {{1.1e: {{points: {points}, {WHOLE}}}}}").judged["1.1e"].points == read
