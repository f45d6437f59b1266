"""What a pack says of schools must be there: tables, stages, measures, columns."""

import pytest
from school_packs import HEAD, TABLES, built, told

from evalcli import packs

EACH = "table: schools, stage: 小学, judge: {each_school: [books], reach: 1}"


def faults(points: str = "", tables: str = TABLES, head: str = HEAD) -> list[tuple[str, str, str]]:
    return [
        (code, message, advice) for code, _place, message, advice in told(packs.faults(built(points, tables, head)))
    ]


@pytest.mark.parametrize(
    "point",
    [
        EACH,
        "table: schools, stage: 初中, judge: {mean_spread: [books, rooms], at_most: 0.65}",
        "table: schools, judge: {no_school: 'pupils[\"小学\"] > 5 and rooms >= 0', say: 甲}",
        "table: schools, stage: 初中, value: 'cv(rooms / pupils, weight=pupils) + count(teachers[\"初中\"] > 5)', judge: {at_most: 1}",
        "value: towns, judge: {at_least: 1}",
        "table: schools, value: towns / count(rooms > 1), judge: {at_least: 1}",
        # A measure that nobody compares needs no standard for the stage.
        "table: schools, judge: {spread: [books], at_most: 0.5}",
    ],
)
def test_nothing_wrong(point):
    assert faults(point) == []


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (EACH.replace("schools,", "school,"), ("pack.unknown-table", "tables.yaml 里没有表“school”", "最接近的是“schools”。")),
        (EACH.replace("table: schools, ", ""), ("pack.unknown-table", "评估要点 1.1a 逐校核对，要写明 table", "现有的：schools。")),
        ("stage: 小学, value: towns, judge: {at_least: 1}", ("pack.unknown-table", "评估要点 1.1a 逐校核对，要写明 table", "现有的：schools。")),
        (EACH.replace("stage: 小学", "stage: 小"), ("pack.unknown-stage", "没有“小”这个学段", "最接近的是“小学”。")),
        (EACH.replace("books", "book"), ("pack.unknown-measure", "评估要点 1.1a 用到的分学校指标“book”不在 tables.yaml 的 measures 里", "最接近的是“books”。")),
        (EACH.replace("books", "q"), ("pack.unknown-measure", "评估要点 1.1a 用到的分学校指标“q”不在 tables.yaml 的 measures 里", "现有的：books、rooms。")),
        (EACH.replace("stage: 小学, ", ""), ("pack.unknown-stage", "分学校指标“books”没有全校的标准，评估要点 1.1a 却要核对", "现有的：小学、初中。")),
        ("table: schools, judge: {no_school: 'pupil > 5', say: 甲}", ("pack.unknown-column", "学校数据没有“pupil”这一列", "最接近的是“pupils”。")),
        ("table: schools, judge: {no_school: 'rooms[\"小学\"] > 5', say: 甲}", ("pack.unknown-member", "公式用到的列“rooms”没有“小学”这一分项", "现有的：没有。")),
        ("table: schools, judge: {no_school: 'name > 5', say: 甲}", ("pack.unknown-column", "公式用到的列“name”不是数值", "")),
        ("table: schools, judge: {no_school: 'mean(rooms) > 5', say: 甲}",
         ("pack.formula", "公式“mean(rooms) > 5”逐校计算，里面不能再有对全部学校的函数", "")),
        ("table: schools, value: cv(room), judge: {at_most: 1}", ("pack.unknown-column", "学校数据没有“room”这一列", "最接近的是“rooms”。")),
        ("table: schools, value: cv(rooms) + rooms, judge: {at_most: 1}", ("pack.unknown-field", "公式或规则用到的填报项“rooms”不在 fields.yaml 里", "")),
        ("value: cv(rooms), judge: {at_most: 1}", ("pack.formula", "公式“cv(rooms)”逐校计算，只能用在写明 table 的评估要点里", "")),
    ],
)  # fmt: skip
def test_a_key_point(point, expected):
    assert faults(point) == [expected]


@pytest.mark.parametrize(
    "point",
    ["table: schools, judge: {no_school: 'rooms >', say: 甲}", "table: schools, value: cv(rooms, judge: {at_most: 1}"],
)
def test_a_formula_that_cannot_be_read_is_told_once(point):
    assert [code for code, _message, _advice in faults(point)] == ["pack.formula"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("key: code", "key: cod", ("pack.unknown-column", "学校数据没有“cod”这一列", "最接近的是“code”。")),
        ("weight: pupils", "weight: persons", ("pack.unknown-column", "学校数据没有“persons”这一列", "最接近的是“rooms”。")),
        ("label: 图书册数,", "label: 教室数,", ("pack.twice", "列名“教室数”用了不止一次", "")),
        ("label: 教师数, unit: 人, by: 学段", "label: 教师数, unit: 人, by: 学斷", ("pack.unknown-dimension", "列“teachers”按“学斷”分项，但指标包没有这个维度", "最接近的是“学段”。")),
        ("完全中学: {初中: 1, 高中: 1.2}", "完全中学: {初中: 1, 高: 1.2}", ("pack.unknown-stage", "没有“高”这个学段", "最接近的是“高中”。")),
        ("when: pupils < 50", "when: pupil < 50", ("pack.unknown-column", "学校数据没有“pupil”这一列", "最接近的是“pupils”。")),
        ("value: books / pupils,", "value: book / pupils,", ("pack.unknown-column", "学校数据没有“book”这一列", "最接近的是“books”。")),
        ("value: books / pupils,", "value: books pupils,", ("pack.formula", "公式“books pupils”读不懂：", "")),
        ("table: schools, value: books", "table: school, value: books", ("pack.unknown-table", "tables.yaml 里没有表“school”", "最接近的是“schools”。")),
        ("at_least: {小学: 20, 初中: 30}", "at_least: {小学: 20, 初: 30}", ("pack.unknown-stage", "没有“初”这个学段", "最接近的是“初中”。")),
        ("unit: 人, by: 学段, decimals: 0,", "unit: 人, decimals: 0,",
         ("pack.unknown-stage", "学校数据要按学段拆分，权重列“pupils”就要按学段填（写 by）", "")),
    ],
)  # fmt: skip
def test_a_table(old, new, expected):
    assert TABLES.count(old) == 1

    ((code, message, advice),) = faults(tables=TABLES.replace(old, new))
    assert (code, message[: len(expected[1])], advice) == expected


def test_stages_of_a_table_whose_columns_have_none():
    plain = TABLES.replace(", by: 学段", "").replace(
        "    split:\n      九年一贯制学校: {小学: 1, 初中: 1.1}\n      完全中学: {初中: 1, 高中: 1.2}\n", ""
    )

    assert faults(tables=plain) == []


def test_no_other_formula_may_be_about_schools():
    head = (
        HEAD
        + "vetoes: [{when: cv(rooms) > 1, say: 甲}]\nrelations: [{id: r, holds: total(rooms) > 1, say: 甲}]\ncaps: [{when: most(rooms) > 1, at_most: 不通过, say: 甲}]\n"
    )

    assert [(code, message.partition("”")[0]) for code, message, _advice in faults(head=head)] == [
        ("pack.formula", "公式“cv(rooms) > 1"), ("pack.formula", "公式“total(rooms) > 1"), ("pack.formula", "公式“most(rooms) > 1"),
    ]  # fmt: skip
