"""A pack whose parts do not fit together is refused, with the place and what would fit."""

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, document

from evalcli import packs
from evalcli.model.notice import Level
from evalcli.rules import KINDS

RELATION = "relations:\n  - {id: r, holds: students > 0, say: 没有学生}\n"


def faults(
    head: str = HEAD, fields: str = FIELDS, area_1: str = AREA_1, area_2: str = AREA_2
) -> list[tuple[str, str, str, str]]:
    """Return the code, place, message and advice of everything that is wrong with a pack."""
    areas = tuple(document(text, f"area-{number}.yaml") for number, text in enumerate((area_1, area_2), 1))
    found = packs.faults(packs.build(document(head, "pack.yaml"), document(fields, "fields.yaml"), areas))
    assert {notice.level for notice in found} <= {Level.STOP}
    return [(notice.code, str(notice.place or ""), notice.message, notice.advice) for notice in found]


def test_a_pack_whose_parts_fit() -> None:
    assert faults(HEAD + RELATION) == []


def test_points_that_do_not_add_up_to_the_total() -> None:
    assert faults(HEAD.replace("points: 100", "points: 110")) == [
        (
            "pack.total",
            "pack.yaml:7:9",
            "指标包 small 写明总分 110 分，各指标合计 100 分，对不上",
            "核对各指标的 points；总分确实变了，就改写总分 points。",
        )
    ]


def test_key_points_that_do_not_add_up_to_their_indicator() -> None:
    assert faults(area_1=AREA_1.replace("普惠率不低于85%, points: 15", "普惠率不低于85%, points: 14.5")) == [
        (
            "pack.points",
            "area-1.yaml:19:5",
            "指标 1.2 分值 30，评估要点合计 29.5，对不上",
            "改评估要点的 points，使合计等于指标分值。",
        )
    ]


@pytest.mark.parametrize(
    ("grades", "shown"),
    [("{优秀: 90, 合格: 65}", "优秀 90、合格 65"), ("{优秀: 90, 良好: 90, 不合格: 0}", "优秀 90、良好 90、不合格 0")],
)
def test_grades_that_leave_a_gap_or_are_the_same(grades: str, shown: str) -> None:
    head = HEAD.replace("{优秀: 90, 良好: 80, 合格: 65, 不合格: 0}", grades)

    assert faults(head) == [
        (
            "pack.grades",
            "pack.yaml:10:1",
            f"等次线要各不相同，最低一等从 0 分起，现在是：{shown}",
            "改 grades；不按得分定等次的，写 outcome 的 by。",
        )
    ]


@pytest.mark.parametrize(
    ("head", "fields", "area_2", "message", "places"),
    [
        (
            HEAD,
            FIELDS,
            AREA_2.replace("2.3", "1.2").replace("points: 30", "points: 30"),
            "指标编号“1.2”用了不止一次",
            2,
        ),
        (HEAD, FIELDS, AREA_2.replace("id: b", "id: a"), "评估要点编号“2.3a”用了不止一次", 2),
        (HEAD + RELATION + RELATION.split("\n", 1)[1], FIELDS, AREA_2, "数据关系编号“r”用了不止一次", 2),
        (HEAD, FIELDS.replace("label: 学生数", "label: 教师数"), AREA_2, "填报项名称“教师数”用了不止一次", 2),
        (
            HEAD,
            FIELDS.replace("label: 学生数", "label: 学生数, aliases: [教师数]"),
            AREA_2,
            "填报项名称“教师数”用了不止一次",
            2,
        ),
        (HEAD, FIELDS.replace("label: 学生数", "label: teachers"), AREA_2, "填报项名称“teachers”用了不止一次", 2),
    ],
)
def test_a_name_for_two_things(head: str, fields: str, area_2: str, message: str, places: int) -> None:
    found = [fault for fault in faults(head, fields, area_2=area_2) if fault[2] == message]

    assert [(code, advice) for code, _place, _message, advice in found] == [("pack.twice", "")] * places


def test_a_field_may_have_its_label_as_another_name() -> None:
    assert faults(fields=FIELDS.replace("label: 学生数", "label: 学生数, aliases: [学生数]")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "by: 学段",
            "by: 学断",
            (
                "pack.unknown-dimension",
                "fields.yaml:4:1",
                "填报项“per_pupil”按“学断”分项，但指标包没有这个维度",
                "最接近的是“学段”。",
            ),
        ),
        (
            "target_for: coverage",
            "target_for: coverag",
            (
                "pack.unknown-field",
                "fields.yaml:7:1",
                "公式或规则用到的填报项“coverag”不在 fields.yaml 里",
                "最接近的是“coverage”。",
            ),
        ),
        (
            "range: [0, 100]",
            "range: [100, 0]",
            ("pack.range", "fields.yaml:6:1", "填报项“coverage”的允许范围 100—0 颠倒了", ""),
        ),
    ],
)
def test_a_field_that_leads_nowhere(old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    assert faults(fields=FIELDS.replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "value: coverage",
            "value: coverge",
            (
                "pack.unknown-field",
                "area-1.yaml:25:53",
                "公式或规则用到的填报项“coverge”不在 fields.yaml 里",
                "最接近的是“coverage”。",
            ),
        ),
        (
            "value: coverage",
            "value: coverage +",
            ("pack.formula", "area-1.yaml:25:63", "公式“coverage +”读不懂：", ""),
        ),
        (
            "only_up: [spending]",
            "only_up: [行]",
            ("pack.unknown-field", "area-1.yaml:12:63", "公式或规则用到的填报项“行”不在 fields.yaml 里", ""),
        ),
        (
            "value: coverage",
            """value: 'per_pupil["小血"]'""",
            (
                "pack.unknown-member",
                "area-1.yaml:25:53",
                "公式用到的填报项“per_pupil”没有“小血”这一分项",
                "最接近的是“小学”。",
            ),
        ),
        (
            "value: coverage",
            """value: 'coverage["小学"]'""",
            ("pack.unknown-member", "area-1.yaml:25:53", "公式用到的填报项“coverage”没有“小学”这一分项", ""),
        ),
        (
            "value: coverage, judge",
            "judge",
            ("pack.rule", "area-1.yaml:25:9", "评估要点 1.2a：规则 at_least 需要写 value", ""),
        ),
        (
            "points: 15, judge: {ratio",
            "points: 15, value: coverage, judge: {ratio",
            ("pack.rule", "area-1.yaml:26:9", "评估要点 1.2b：规则 ratio 不用写 value", ""),
        ),
    ],
)
def test_a_key_point_that_cannot_be_judged(old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    (code, place, message, advice), *more = faults(area_1=AREA_1.replace(old, new))

    assert more == []
    assert (code, place, message[: len(expected[2])], advice) == expected


def test_vetoes_and_relations_name_fields_that_are_there() -> None:
    head = HEAD.replace("when: exam_admission", "when: exam_admision") + (
        "relations:\n  - {id: r, holds: studens > 0, say: '[[students]]和[[pupils]]、[[per_pupil.大学]]'}\n"
    )

    assert faults(head) == [
        (
            "pack.unknown-field",
            "pack.yaml:13:5",
            "公式或规则用到的填报项“exam_admision”不在 fields.yaml 里",
            "最接近的是“exam_admission”。",
        ),
        (
            "pack.unknown-field",
            "pack.yaml:15:5",
            "公式或规则用到的填报项“studens”不在 fields.yaml 里",
            "最接近的是“students”。",
        ),
        (
            "pack.unknown-field",
            "pack.yaml:15:5",
            "数据关系 r 的提示里提到的“pupils”不是填报项",
            "最接近的是“per_pupil”。",
        ),
        (
            "pack.unknown-field",
            "pack.yaml:15:5",
            "数据关系 r 的提示里提到的“per_pupil.大学”不是填报项",
            "最接近的是“per_pupil”。",
        ),
    ]


def test_all_faults_in_one_run() -> None:
    found = faults(
        HEAD.replace("points: 100", "points: 90"),
        FIELDS.replace("by: 学段", "by: 年级"),
        AREA_1.replace("only_up: [spending]", "only_up: [a]"),
    )

    assert [code for code, *_rest in found] == ["pack.total", "pack.unknown-dimension", "pack.unknown-field"]


def test_a_worked_example_of_a_key_point_that_is_not_there() -> None:
    areas = (document(AREA_1), document(AREA_2))
    pack = packs.build(document(HEAD), document(FIELDS), areas)
    text = "- {indicator: 1.2a, expect: {verdict: 达标}}\n- {indicator: 1.2c, expect: {verdict: 达标}}\n- {indicator: 九, expect: {verdict: 达标}}\n"

    found = list(packs.case_faults(pack, packs.cases((document(text, "cases/area-1.yaml"),))))

    assert [(notice.code, notice.level, str(notice.place), notice.message, notice.advice) for notice in found] == [
        ("pack.case", Level.STOP, "cases/area-1.yaml:2:3", "算例指向不存在的评估要点“1.2c”", "最接近的是“1.2b”。"),
        ("pack.case", Level.STOP, "cases/area-1.yaml:3:3", "算例指向不存在的评估要点“九”", ""),
    ]


@pytest.mark.parametrize(
    ("judge", "keys", "advice"),
    [
        ("{at_leest: 95}", "at_leest", "最接近的是“at_least”。"),
        ("{at_least: 95, at_most: 99}", "at_least、at_most", "最接近的是“at_least”。"),
        ("{好: 95}", "好", f"可用的规则：{'、'.join(KINDS)}。"),
    ],
)
def test_a_judge_without_one_rule(judge: str, keys: str, advice: str) -> None:
    (_name, node) = next(packs.judges((document(AREA_1.replace("{only_up: [spending]}", judge), "area-1.yaml"),)))

    found = packs.unknown_rule("1.1a", node)

    assert (found.code, found.level, str(found.place), found.message, found.advice) == (
        "pack.rule",
        Level.STOP,
        "area-1.yaml:12:52",
        f"评估要点 1.1a 的 judge 要写一种规则，现在写的是：{keys}",
        advice,
    )


def test_parameters_that_contradict_one_another() -> None:
    tiers = "judge: {tiers: [{from: 90, to: 100, earns: 100%, verdict: 达标}, {from: 80, to: 89, earns: 60%, verdict: 基本达标}]}"
    area = AREA_1.replace("judge: {at_least: 85}", tiers)
    codes = [(code, message.partition("：")[0]) for code, _place, message, _advice in faults(area_1=area)]

    assert area != AREA_1
    assert ("pack.rule", "评估要点 1.2a") in codes


def test_a_rule_that_judges_by_points_needs_some() -> None:
    area = AREA_1.replace("points: 30", "points: 15").replace(
        "text: 普惠率不低于85%, points: 15, value: coverage", "text: 普惠率不低于85%, points: 0"
    )
    area = area.replace("judge: {at_least: 85}", "judge: {in_proportion: {part: students, of: students}}")
    found = [
        (code, message, advice)
        for code, _place, message, advice in faults(HEAD.replace("points: 100", "points: 85"), area_1=area)
    ]

    assert found == [
        ("pack.rule", "评估要点 1.2a 是 0 分，规则 in_proportion 却按得分判定", "写上分值，或换一种规则。")
    ]
