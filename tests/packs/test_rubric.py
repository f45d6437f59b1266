"""A pack as people score by it: its rules in words, and the table that a city hands out."""

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of

from evalcli.packs import rubric
from evalcli.packs.rubric import Row


def test_a_row_says_all_of_a_key_point() -> None:
    assert rubric.rubric(pack_of(), "1.2")[0] == Row(
        area="1 投入保障",
        item="1.2",
        title="普惠和师资",
        id="1.2a",
        text="普惠率不低于85%",
        points="15",
        rule="数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：85",
        standard="≥85%",
        source="《评价办法》第2条",
        offices="教体局",
        evidence="",
    )


def test_all_items_or_one() -> None:
    assert [row.id for row in rubric.rubric(pack_of())] == ["1.1a", "1.1b", "1.2a", "1.2b", "2.3a", "2.3b", "2.3c"]
    assert [row.id for row in rubric.rubric(pack_of(), "2.3")] == ["2.3a", "2.3b", "2.3c"]


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            "{tiers: [{from: 90, earns: 100%, verdict: 达标}, {earns: 0%}]}",
            "数值落在哪一档，就得那一档的分；取值：普惠率；从高到低（或从低到高）列出各档：≥90、得100%、判为达标；得0%",
        ),
        (
            "{at_least: 50.5, strictly: true}",
            "数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：50.5；必须高于标准",
        ),
        (
            "{at_least: 50.5, strictly: false}",
            "数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：50.5；要求：否",
        ),
        (
            "{between: [16, coverage_target]}",
            "数值在下限和上限之间，两端都算在内；取值：普惠率；标准区间：16、普惠率目标",
        ),
        ("{complete: 100%}", "要求的对象一个不少，占比正好是100%；取值：普惠率；要求：100%"),
    ],
)
def test_a_rule_in_words(judge: str, expected: str) -> None:
    pack = pack_of(HEAD, FIELDS, AREA_1.replace("{at_least: 85}", judge), AREA_2)

    assert rubric.rubric(pack, "1.2")[0].rule == expected


def test_a_rule_that_cannot_be_reckoned_has_no_standard() -> None:
    pack = pack_of(HEAD, FIELDS, AREA_1.replace("value: coverage,", "value: spending + coverage,"), AREA_2)

    assert rubric.rubric(pack, "1.2")[0].standard == ""


def test_the_table_in_markdown() -> None:
    pack = pack_of(HEAD.replace("title: 小评价", "title: '小|评价'"))

    assert rubric.as_markdown(pack, rubric.rubric(pack, "1.2")[:1]) == (
        "# 小\\|评价评分细则\n\nsmall 1.0.0，《评价办法》（某发〔2021〕1号），满分 100 分。\n\n分值为暂定。\n\n## 1 投入保障\n\n"
        "| 指标 | 评估要点 | 分值 | 评分规则 | 标准 | 依据 | 责任单位 | 佐证材料 |\n|---|---|---|---|---|---|---|---|\n"
        "| 1.2 普惠和师资 | 1.2a 普惠率不低于85% | 15 | 数值不低于标准，等于标准即为达标；取值：普惠率；标准下限：85 | ≥85% | 《评价办法》第2条 | 教体局 |  |\n"
    )


def test_a_pack_without_points_has_no_column_for_them() -> None:
    head = (
        HEAD.replace("points: 100", "points: 0\noutcome: {by: all}")
        .replace("provisional: 分值为暂定。\n", "")
        .replace("grades: {优秀: 90, 良好: 80, 合格: 65, 不合格: 0}\n", "")
    )
    areas = [
        area.replace("points: 40", "points: 0")
        .replace("points: 30", "points: 0")
        .replace("points: 20,", "points: 0,")
        .replace("points: 15,", "points: 0,")
        .replace("points: 10,", "points: 0,")
        for area in (AREA_1, AREA_2)
    ]
    pack = pack_of(head, FIELDS, *areas)

    assert rubric.as_markdown(pack, rubric.rubric(pack, "1.2")[:1]).splitlines()[2:7] == [
        "small 1.0.0，《评价办法》（某发〔2021〕1号），不计分。",
        "",
        "## 1 投入保障",
        "",
        "| 指标 | 评估要点 | 评分规则 | 标准 | 依据 | 责任单位 | 佐证材料 |",
    ]
