"""What a form asks, and of whom."""

from dataclasses import replace

from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of
from forms import PACK
from school_packs import pack_of as school_pack

from evalcli.forms.order import by_hand, columns, offices, questions


def test_offices_stand_in_the_order_of_the_pack() -> None:
    assert offices(PACK) == ("财政局", "教体局", "编办")


def test_a_field_without_an_office_is_asked_of_whoever_is_responsible() -> None:
    fields = {name: replace(field, office="") for name, field in PACK.fields.items()}

    assert offices(replace(PACK, fields=fields)) == ("责任单位",)


def test_a_field_with_members_is_asked_member_by_member() -> None:
    asked = [(question.key, question.label) for question in questions(PACK, "财政局")]

    assert asked == [
        ("spending", "教育支出"),
        ("per_pupil.小学", "生均支出（小学）"),
        ("per_pupil.初中", "生均支出（初中）"),
    ]


def test_what_was_dropped_is_not_asked() -> None:
    assert questions(replace(PACK, dropped=("1.1",)), "财政局") == ()


def test_key_points_that_people_judge() -> None:
    area = AREA_2.replace("{好: 100%, 中: 60%, 差: 0%}", "{好: 100%, 中: 60%, 差: 0%-59%}")
    steps = area.replace("judge: {checklist: [研判, 处置]}", "judge: {by_steps: 0.1}")
    counted = area.replace("points: 10, judge: {checklist", "points: 10, value: cases, judge: {checklist")
    found = [
        [(one.point.id, one.levels, one.listed, one.by_points) for one in by_hand(pack_of(HEAD, FIELDS, AREA_1, text))]
        for text in (AREA_2, steps, counted)
    ]
    level = ("2.3b", ("好", "中", "差"), ())

    assert found == [
        [(*level, False), ("2.3c", (), ("研判", "处置"), False)],
        [(*level, True), ("2.3c", (), (), True)],
        [(*level, True)],
    ]


def test_columns_of_a_school_table() -> None:
    pack = school_pack()
    found = columns(pack, pack.tables["schools"])

    assert [column.head for column in found[:7]] == [
        "学校代码", "学校名称", "办学类型", "学生数（小学）", "学生数（初中）", "学生数（高中）", "教师数（小学）",
    ]  # fmt: skip
    assert [column.choices for column in found if column.choices] == [
        ("小学", "教学点", "九年一贯制学校", "初中", "完全中学", "特殊教育学校")
    ]
