"""What is doubtful about a pack that loads, each kind of doubt alone."""

import pytest
import school_packs
from counties import AREA_1, AREA_2, FIELDS, HEAD, document, pack_of

from evalcli import packs
from evalcli.model.pack import Case, Pack
from evalcli.packs import lint
from evalcli.packs.made_up import made_up

TABLES = """
tables:
  schools:
    label: 学校数据
    key: code
    name: name
    kind: kind
    weight: pupils
    columns:
      code: {label: 学校代码, kind: text, office: 学校, meaning: 标识码。}
      name: {label: 学校名称, kind: text, office: 学校, meaning: 全称。}
      kind: {label: 办学类型, kind: text, office: 学校, meaning: 小学或者初中。}
      pupils: {label: 学生数, unit: 人, by: 学段, office: 学校, meaning: 在校生。}
      rooms: {label: 教室数, unit: 间, by: 学段, office: 学校}
      area: {label: 校舍面积, unit: 平方米, meaning: 建筑面积。}
    stages: {小学: [小学], 初中: [初中]}
    leave_out:
      - {kinds: [小学], when: pupils < rooms, say: 小学校}
      - {kinds: [初中], say: 初中}
measures:
  L1: {label: 生均面积, table: schools, value: area / pupils, unit: 平方米, decimals: 2, at_least: {小学: 4}, source: 办法}
  L2: {label: 面积和教室, table: schools, value: area + rooms, unit: 平方米, decimals: 2, at_least: {小学: 4}, source: 办法}
"""


def asked(check: lint.Check, pack: Pack, *cases: Case) -> list[tuple[str, str]]:
    """Return the level and the message of what one check says."""
    return [(notice.level.value, notice.message) for notice in check(pack, cases)]


def with_tables(area: str, fields: str = FIELDS, head: str = HEAD) -> Pack:
    """Return a pack with the school table above."""
    documents = (document(area, "small/area-1.yaml"), document(AREA_2, "small/area-2.yaml"))
    return packs.build(
        document(head, "small/pack.yaml"),
        document(fields, "small/fields.yaml"),
        documents,
        document(TABLES, "small/tables.yaml"),
    )


def cases(text: str) -> tuple[Case, ...]:
    """Return worked examples."""
    return packs.cases((document(text, "small/cases/area-1.yaml"),))


def of_schools(judge: str) -> str:
    """Return the first area with a key point over schools."""
    return AREA_1.replace("value: coverage, judge: {at_least: 85}", f"table: schools, stage: 小学, {judge}")


def test_the_small_pack_has_units_that_go_together() -> None:
    assert asked(lint.units, pack_of()) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("value: coverage,", "value: spending + coverage,", "评估要点 1.2a：单位不同，不能相加减或比较：“亿元”和“%”"),
        (
            "{at_least: 85}",
            "{at_least: repairs}",
            "评估要点 1.2a：单位不同，不能比较：coverage的单位是“%”，标准的单位是“万元”",
        ),
    ],
)
def test_a_rule_whose_units_differ(old: str, new: str, expected: str) -> None:
    found = asked(lint.units, pack_of(HEAD, FIELDS, AREA_1.replace(old, new), AREA_2))

    assert [text.replace("普惠率", "coverage") for _level, text in found] == [expected]
    assert {level for level, _text in found} == {"必改"}


def test_every_other_formula_is_tried_too() -> None:
    head = HEAD.replace("when: exam_admission", "when: repairs > spending").replace(
        "areas:",
        "relations:\n  - {id: r, holds: coverage <= students, say: 不符}\ncaps:\n  - {when: total > cases, at_most: 良好, say: 超过}\nareas:",
    )

    assert [text for _level, text in asked(lint.units, pack_of(head))] == [
        "一票否决“以考试方式招生”：单位不同，不能相加减或比较：“万元”和“亿元”",
        "数据关系 r：单位不同，不能相加减或比较：“%”和“人”",
        "公式“total > cases”：单位不同，不能相加减或比较：“分”和“起”",
    ]


def test_units_over_the_rows_of_a_table_are_a_doubt() -> None:
    pack = with_tables(of_schools("judge: {no_school: rooms < pupils, say: 教室不足}"))

    assert asked(lint.units, pack) == [
        ("疑似", "评估要点 1.2a：单位不同，不能相加减或比较：“间”和“人”"),
        ("疑似", "分学校指标 L2：单位不同，不能相加减或比较：“平方米”和“间”"),
        ("疑似", "不计入的学校“小学校”：单位不同，不能相加减或比较：“人”和“间”"),
    ]


@pytest.mark.parametrize(
    "judge",
    [
        "judge: {each_school: [L2], reach: 1, floor: 85%}",
        "value: cv(area + rooms) , judge: {at_most: 0.5}",
        "value: '1 - -max(cv(area + rooms), 0)', judge: {at_most: 0.5}",
        "value: cv(sum(area) + rooms), judge: {at_most: 0.5}",
        "value: 'cv(area + rooms) > 1 or not cv(area) > 1', judge: {at_most: 0.5}",
    ],
)
def test_a_measure_and_the_functions_over_rows_are_tried(judge: str) -> None:
    assert asked(lint.units, with_tables(of_schools(judge)))[0] == (
        "疑似",
        "评估要点 1.2a：单位不同，不能相加减或比较：“平方米”和“间”",
    )


def test_a_made_up_county_has_the_number_everywhere() -> None:
    filled = made_up(with_tables(AREA_1))

    assert {value.number for figure in filled.figures.values() for value in figure.years.values()} == {1}
    assert [school.kind for school in filled.tables["schools"].schools] == ["小学", "初中"]
    assert sorted(member for field, member in filled.figures if field == "per_pupil") == ["", "初中", "小学"]


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("{at_least: 100}", []),
        ("{at_least: 100.1}", ["评估要点 1.2a 要求 ≥100.1，填报项“普惠率”只能填 0—100，永远达不到"]),
        ("{at_most: -1}", ["评估要点 1.2a 要求 ≤-1，填报项“普惠率”只能填 0—100，永远达不到"]),
        ("{at_most: 120}", []),
        ("{equal_to: 101}", ["评估要点 1.2a 要求 =101，填报项“普惠率”只能填 0—100，永远达不到"]),
        ("{equal_to: -1}", ["评估要点 1.2a 要求 =-1，填报项“普惠率”只能填 0—100，永远达不到"]),
        ("{at_least: coverage_target}", []),
        ("{tiers: [{from: 100, earns: 100%}]}", []),
    ],
)
def test_a_standard_that_nobody_can_reach(judge: str, expected: list[str]) -> None:
    pack = pack_of(HEAD, FIELDS, AREA_1.replace("{at_least: 85}", judge), AREA_2)

    assert [text for _level, text in asked(lint.limits, pack)] == expected


def test_a_field_without_a_range_sets_no_bounds() -> None:
    pack = pack_of(
        HEAD,
        FIELDS,
        AREA_1.replace("value: coverage, judge: {at_least: 85}", "value: students, judge: {at_least: 900000}"),
        AREA_2,
    )

    assert asked(lint.limits, pack) == []


def test_sources_that_are_not_written() -> None:
    head = HEAD.replace(", source: 评价办法第9条", "")
    area = AREA_1.replace("source: {document: 评价办法, clause: 第1条}", "source: {document: 评价办法}").replace(
        "source: {document: 评价办法, clause: 第2条}", 'source: {document: ""}'
    )

    assert asked(lint.sources, pack_of(head, FIELDS, area, AREA_2)) == [
        ("疑似", "指标 1.1 的依据没有写条款"),
        ("疑似", "指标 1.2 的依据没有写文件"),
        ("疑似", "一票否决“以考试方式招生”没有写依据"),
    ]


def test_columns_that_nobody_explains_or_fills_in() -> None:
    assert asked(lint.meanings, with_tables(AREA_1)) == [
        ("疑似", "学校表的列“教室数”没有写口径"),
        ("疑似", "学校表的列“校舍面积”没有写填报单位"),
    ]


CASES = """
- {indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 15}, because: 恰好}
- {indicator: 1.2a, given: {coverage: 84%}, expect: {verdict: 未达标, points: 0}, because: 差}
- {indicator: 1.2b, given: {students: 1人}, expect: {verdict: 未达标, points: 0}, because: 差}
- {indicator: 1.1b, given: {}, expect: {verdict: 基本达标, points: 10}, because: 降一个}
"""


def test_key_points_that_are_not_proved() -> None:
    assert asked(lint.proofs, pack_of(), *cases(CASES)) == [
        ("疑似", "评估要点 1.1a 没有算例"),
        ("疑似", "评估要点 1.1b 没有“达标、未达标”的算例"),
        ("疑似", "评估要点 1.2b 没有“达标”的算例"),
        ("疑似", "评估要点 2.3a 没有算例"),
        ("疑似", "评估要点 2.3b 没有算例"),
        ("疑似", "评估要点 2.3c 没有算例"),
    ]


def test_verdicts_that_nothing_is_said_about() -> None:
    # 1.1 can come out 基本达标 because a case shows it; 2.3 has a key point for figures and two for people.
    assert asked(lint.sentences, pack_of(), *cases(CASES)) == [
        ("提示", "指标 1.1 没有写这些判定的报告用语：基本达标"),
        ("提示", "指标 1.2 没有写这些判定的报告用语：未达标、缺数据"),
        ("提示", "指标 2.3 没有写这些判定的报告用语：达标、未达标、缺数据、待评定"),
    ]


def test_what_people_judge_never_lacks_data() -> None:
    area = AREA_2.replace(
        "      - {id: a, text: 没有违规, points: 10, value: cases, judge: {deduct_per_case: 4}}\n", ""
    ).replace("points: 30", "points: 20")

    assert asked(lint.sentences, pack_of(HEAD.replace("points: 100", "points: 90"), FIELDS, AREA_1, area))[-1] == (
        "提示",
        "指标 2.3 没有写这些判定的报告用语：达标、未达标、待评定",
    )


def test_fields_that_serve_nothing() -> None:
    head = HEAD.replace(
        "areas:",
        'relations:\n  - {id: r, holds: opening_year > 2000, say: "[[closing_year]]不符"}\ncaps:\n  - {when: repairs > 0, at_most: 良好, say: 有维修}\nareas:',
    )

    assert [text for _level, text in asked(lint.unused, pack_of(head))] == [
        "填报项“生师比”（student_ratio）没有用到",
        "填报项“机制名称”（mechanisms）没有用到",
    ]


def test_fields_that_only_reports_cite_are_no_gap() -> None:
    fields = FIELDS.replace("mechanisms: {label: 机制名称,", "mechanisms: {label: 机制名称, cited: true,")

    assert [text for _level, text in asked(lint.unused, pack_of(HEAD, fields))][-1:] != [
        "填报项“机制名称”（mechanisms）没有用到"
    ]


@pytest.mark.parametrize(
    ("tiers", "lacking"),
    [
        # Nobody can be 未达标 where the last tier is 基本达标, so no case has to show it.
        ("{from: 500, earns: 100%}, {earns: 60%}", "没有“达标”的算例"),
        ("{from: 500, earns: 100%}, {earns: 100%, verdict: 基本达标}", "没有“达标”的算例"),
        ("{from: 500, earns: 100%}, {earns: 0%}", "没有“达标、未达标”的算例"),
        ("{from: 500, earns: 100%}, {from: 300, earns: 60%}", "没有“达标、未达标”的算例"),
    ],
)
def test_only_verdicts_that_can_occur_are_to_be_proved(tiers: str, lacking: str) -> None:
    pack = pack_of(HEAD, FIELDS, AREA_1.replace("{at_least: 85}", f"{{tiers: [{tiers}]}}"), AREA_2)
    shown = cases("- {indicator: 1.2a, given: {coverage: 1%}, expect: {verdict: 基本达标}}")

    assert ("疑似", f"评估要点 1.2a {lacking}") in asked(lint.proofs, pack, *shown)


def test_lint_tells_all_in_the_order_of_its_checks() -> None:
    found = lint.lint(pack_of(), ())

    assert list(dict.fromkeys(notice.code for notice in found)) == ["pack.no-case", "pack.no-say", "pack.unused-field"]
    assert (
        lint.units,
        lint.limits,
        lint.tiers,
        lint.conditions,
        lint.sources,
        lint.meanings,
        lint.proofs,
        lint.sentences,
        lint.deadlines,
        lint.unused,
    ) == lint.CHECKS


def test_what_is_only_compared_needs_no_bad_case() -> None:
    pack = school_packs.built("table: schools, stage: 小学, judge: {no_school: pupils > 9, say: 超过9人, free: true}")
    good = Case("1.1a", document("{}", "cases.yaml").root, {"verdict": "达标"})

    assert asked(lint.proofs, pack, good) == []
    assert len(asked(lint.proofs, pack)) == 1
