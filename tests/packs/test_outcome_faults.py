"""What is wrong with the way from points to the grade."""

import pytest
from outcomes import BANDS, FIELDS, HEAD, document, items, levels, pack_of

from evalcli import packs

POINTS = items(("100", "90"))
NONE = levels(3, 0)
LADDER = "等次有：优秀、良好、合格、不合格。"
BY_LEVELS = "outcome: {by: levels, levels: {巩固: 1, 创优: 3}}\n"


def told(given, head):
    return [(notice.code, notice.message, notice.advice) for notice in packs.faults(pack_of(given, head))]


@pytest.mark.parametrize(
    ("given", "head"),
    [
        (POINTS, BANDS),
        (POINTS, BANDS + "requires: [{when: total >= 85 and content > 90, grade: 合格, say: 甲}]\n"),
        (POINTS, BANDS + "caps: [{when: total < 1, at_most: 良好, say: 甲}]\nlowered: [{when: total < 1, say: 乙}]\n"),
        (POINTS, BANDS + "combine: {self: 33.5%, final: 66.5%}\n"),
        (NONE, "outcome: {by: all}\n"),
        (NONE, BY_LEVELS),
        (
            NONE,
            BY_LEVELS
            + "caps: [{when: fraud, at_most: 巩固, say: 甲}]\nrequires: [{when: fraud, grade: 创优, say: 乙}]\n",
        ),
    ],
)
def test_nothing_wrong(given, head):
    assert told(given, head) == []


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("grades: {优秀: 90, 良好: 80}\n", "优秀 90、良好 80"),
        ("grades: {优秀: 90, 良好: 90, 合格: 0}\n", "优秀 90、良好 90、合格 0"),
        ("", "没有"),
    ],
)
def test_bands_leave_nothing_out(head, shown):
    message = f"等次线要各不相同，最低一等从 0 分起，现在是：{shown}"

    assert told(POINTS, head) == [("pack.grades", message, "改 grades；不按得分定等次的，写 outcome 的 by。")]


def test_a_grade_by_points_needs_points():
    assert told(NONE, BANDS) == [
        ("pack.no-points", "按得分定等次，但各指标都没有分值", "写上分值，或把 outcome 的 by 改为 all 或 levels。")
    ]


@pytest.mark.parametrize(
    "more", ["bonus: {most: 5, items: [{value: model, say: 甲}]}\n", "combine: {self: 50%, final: 50%}\n"]
)
@pytest.mark.parametrize("head", ["outcome: {by: all}\n", BY_LEVELS])
def test_only_points_can_be_added_and_combined(head, more):
    message = "加分（bonus）和合成得分（combine）只能用于按得分定等次的指标包"

    assert told(NONE, head + more) == [("pack.no-points", message, "删去这一段，或把 outcome 的 by 改为 points。")]


@pytest.mark.parametrize(
    ("levels_said", "shown"),
    [
        ("levels: {创优: 4, 巩固: 1}", "创优 4、巩固 1"),
        ("levels: {创优: 2, 巩固: 2}", "创优 2、巩固 2"),
        ("passed: 通过", "没有"),
    ],
)
def test_levels_can_be_reached_and_told_apart(levels_said, shown):
    message = f"各级达标项数要各不相同，不多于指标数 3，现在是：{shown}"

    assert told(NONE, f"outcome: {{by: levels, {levels_said}}}\n") == [
        ("pack.levels", message, "改 outcome 的 levels。")
    ]


@pytest.mark.parametrize(
    ("more", "message", "advice"),
    [
        ("caps: [{when: fraud, at_most: 良, say: 甲}]", "没有“良”这个等次", LADDER),
        ("requires: [{when: fraud, grade: 合各, say: 甲}]", "没有“合各”这个等次", LADDER),
        (
            "requires: [{when: fraud, grade: 不合格, say: 甲}]",
            "“不合格”是最低的等次，不能再附加条件",
            "改写要附加条件的等次。",
        ),
    ],
)
def test_grades_that_are_named_exist(more, message, advice):
    (notice,) = packs.faults(pack_of(POINTS, BANDS + more))

    assert (notice.code, notice.message, notice.advice) == ("pack.unknown-grade", message, advice)
    assert (notice.place.file, notice.place.line) == ("pack.yaml", 9)


def test_a_name_stands_for_one_grade():
    head = "outcome: {by: all, passed: 合格, failed: 合格}\n"

    assert told(NONE, head) == [("pack.twice", "等次名称“合格”用了不止一次", "")]


def test_weights_add_up():
    message = "合成得分的权重合计要是 100%，现在是：self 20%、final 70%"

    assert told(POINTS, BANDS + "combine: {self: 20%, final: 70%}\n") == [("pack.weights", message, "改 combine。")]


@pytest.mark.parametrize(
    "more",
    [
        "eligible: [{when: {f}, say: 甲}]",
        "stops: [{when: {f}, say: 甲}]",
        "bonus: {most: 5, items: [{value: {f}, say: 甲}]}",
        "requires: [{when: {f}, grade: 优秀, say: 甲}]",
        "caps: [{when: {f}, at_most: 良好, say: 甲}]",
        "lowered: [{when: {f}, say: 甲}]",
    ],
)
def test_every_formula_is_read(more):
    unknown = "公式或规则用到的填报项“clas_d”不在 fields.yaml 里"

    assert told(POINTS, BANDS + more.replace("{f}", "clas_d > 0")) == [
        ("pack.unknown-field", unknown, "最接近的是“class_d”。")
    ]
    ((code, message, _advice),) = told(POINTS, BANDS + more.replace("{f}", "class_d >"))
    assert (code, message[:16]) == ("pack.formula", "公式“class_d >”读不懂")


@pytest.mark.parametrize(
    ("given", "head"),
    [
        (POINTS, BANDS + "eligible: [{when: total > 1, say: 甲}]"),
        (POINTS, BANDS + "stops: [{when: total > 1, say: 甲}]"),
        (POINTS, BANDS + "bonus: {most: 5, items: [{value: total, say: 甲}]}"),
        (NONE, BY_LEVELS + "caps: [{when: total > 1, at_most: 巩固, say: 甲}]"),
    ],
)
def test_there_is_a_total_only_once_there_are_points(given, head):
    assert [message for _code, message, _advice in told(given, head)] == [
        "公式或规则用到的填报项“total”不在 fields.yaml 里"
    ]


def test_no_field_may_have_the_name_of_the_total():
    fields = FIELDS + "total: {label: 总数, item: '1.1', unit: 所, office: 教体局, meaning: 总数。}\n"
    area = "id: '1'\ntitle: 试\nindicators:\n  - {id: '1.1', title: 甲, points: 100, source: {document: 办法}, office: [教体局],\n"
    area += "     key_points: [{id: a, text: 要点, points: 100, value: class_d, judge: {at_most: 0}}]}\n"
    pack = packs.build(
        document(HEAD + BANDS, "pack.yaml"), document(fields, "fields.yaml"), (document(area, "area-1.yaml"),)
    )

    (notice,) = packs.faults(pack)
    assert (notice.code, notice.message, notice.advice, notice.place.line) == (
        "pack.reserved", "“total”在公式里指总分，填报项不能用这个编号", "换一个编号。", 10,
    )  # fmt: skip
