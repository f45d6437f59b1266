"""The schools of one stage: who counts, who is left out, how joint schools are split; and the rules over them."""

from fractions import Fraction

import pytest
from school_packs import TABLES, built, filled_of, judged, pack_of, rows

from evalcli import score
from evalcli.formula.facts import CountyFacts
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRows, spread_of
from evalcli.model.facts import Across, Missing, Verdict
from evalcli.model.trace import Step

PRIMARY = "table: schools, stage: 小学, "
# 学校代码 学校名称 办学类型 学生数（小学、初中、高中） 教师数（小学） 农村学校 教室数 图书册数
SMALL = "1 一小 小学 100 - - 5 0 2 2000"
LARGE = "2 二小 小学 300 - - 9 1 9 9000"
POINT_OF_TEACHING = "3 三村教学点 教学点 49 - - 2 1 1 100"
JOINT = "4 四校 九年一贯制学校 166 210 - 9 0 10 23226"
SPECIAL = "5 特校 特殊教育学校 60 - - 9 0 4 600"
WHOLE = "6 六中 完全中学 - 100 50 0 0 8 4800"


def facts(points: str, *schools: str, tables: str = TABLES) -> CountyFacts:
    pack = pack_of(points, tables)
    filled, notices = filled_of(pack, rows(*schools) if schools else "")
    assert notices == ()
    return CountyFacts(pack, filled, pack.indicators[0].key_points[0])


def across(stage: str, what: str, *schools: str, tables: str = TABLES) -> Across | Missing:
    where = f"stage: {stage}, " if stage else ""
    return facts(
        f"table: schools, {where}value: total(pupils), judge: {{at_least: 1}}", *schools, tables=tables
    ).across(what)


def test_a_measure_over_the_schools_of_a_stage():
    found = across("小学", "books", LARGE, SMALL)

    assert isinstance(found, Across)
    assert (found.label, found.unit, found.decimals, found.standard) == ("生均图书", "册", 2, 20)
    # In the order of their codes, whatever stood first in the file.
    assert [(one.school, one.number, one.weight, one.place.line) for one in found.values] == [
        ("一小", 20, 100, 9),
        ("二小", 30, 300, 8),
    ]
    # X̄ = (20 × 100 + 30 × 300) ÷ 400 = 27.5; S² = (7.5² × 100 + 2.5² × 300) ÷ 400 = 18.75
    assert (found.spread.mean, round(float(found.spread.deviation**2), 9)) == (Fraction("27.5"), 18.75)


def test_a_formula_over_columns_is_as_good_as_a_measure():
    found = across("小学", "rooms / pupils", SMALL, LARGE)

    assert isinstance(found, Across)
    assert (found.label, found.unit, found.standard) == ("rooms / pupils", "间/人", None)
    assert [one.number for one in found.values] == [Fraction("0.02"), Fraction("0.03")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("rooms", "间"), ("-rooms", "间"), ("not rural", ""), ("rooms * pupils", "间·人"), ("rooms - 1", "间"), ("1 + rooms", "间"),
     ("pupils > 5", ""), ("choose(rural > 0, rooms, 0)", ""), ("nowhere", "")],
)  # fmt: skip
def test_the_unit_of_a_formula_over_columns(text, unit):
    rows_ = facts(PRIMARY + "value: total(pupils), judge: {at_least: 1}", SMALL).schools()

    assert rows_.unit(parse(text).root) == unit


def test_who_is_left_out_and_why():
    found = across("小学", "books", SMALL, POINT_OF_TEACHING, SPECIAL)

    assert isinstance(found, Across)
    assert ([one.school for one in found.values], found.left_out) == (["一小"], (("三村教学点", "不足50人的教学点"),))


def test_a_teaching_point_of_fifty_counts():
    found = across("小学", "books", POINT_OF_TEACHING.replace(" 49 ", " 50 "))

    assert isinstance(found, Across)
    assert (len(found.values), found.left_out) == (1, ())


def test_a_whole_school_weighs_as_much_as_all_its_pupils():
    found = across("", "rooms + 0", SMALL, JOINT, WHOLE, SPECIAL)

    assert isinstance(found, Across)
    assert [(one.school, one.number, one.weight) for one in found.values] == [
        ("一小", 2, 100),
        ("四校", 10, 376),
        ("六中", 8, 150),
    ]
    assert (found.left_out, found.split) == ((("特校", "特殊教育学校"),), ())


def test_a_whole_school_of_which_one_stage_was_not_counted():
    assert across("", "rooms + 0", JOINT.replace("166 210", "166 -")) == Missing(("四校：学生数",), ())


def test_any_other_column_of_a_stage_needs_its_stage_there():
    assert across("", "teachers", SMALL) == Missing(("一小：教师数",), ())
    assert isinstance(across("", 'teachers["小学"]', SMALL), Across)


def test_whether_a_school_is_left_out_may_be_unknown():
    # Nobody says how many pupils there are, so it counts, and that is what is missing.
    assert across("小学", "books", SMALL, POINT_OF_TEACHING.replace(" 49 ", " - ")) == Missing(
        ("三村教学点：学生数（小学）",), ()
    )


def test_a_joint_school_is_split_by_weighted_pupils():
    # A2: 166 + 210 × 1.1 = 397; 23,226 ÷ 397 = 58.50, and with that rounded 58.50 × 166 = 9,711 and 13,515.
    primary, junior = (across(stage, "books", JOINT) for stage in ("小学", "初中"))

    assert isinstance(primary, Across)
    assert isinstance(junior, Across)
    shared = [one.values[0].number * one.values[0].weight for one in (primary, junior)]
    assert (shared[0], sum(shared)) == (Fraction(23226 * 166, 397), 23226)
    assert [round(float(number)) for number in shared] == [9712, 13514]
    assert primary.split == (
        Step("四校（九年一贯制学校）拆分到小学", "0.4181", "1×166 ÷ (1×166 + 1.1×210)", primary.values[0].place),
    )
    assert junior.split[0].how == "1.1×210 ÷ (1×166 + 1.1×210)"


def test_what_a_stage_has_of_its_own_is_not_split():
    found = across("小学", "teachers / pupils", JOINT)

    assert isinstance(found, Across)
    assert (found.values[0].number, found.split) == (Fraction(9, 166), ())


def test_a_stage_that_is_not_judged_takes_its_part():
    # 100 + 50 × 1.2 = 160: the junior part of 4800 books is 3000
    found = across("初中", "books", WHOLE)

    assert isinstance(found, Across)
    assert found.values[0].number == 30


@pytest.mark.parametrize("stages", ["166 0", "0 210"])
def test_a_joint_school_with_one_stage_only(stages):
    school = JOINT.replace("166 210", stages)
    primary, junior = (across(stage, "books", school) for stage in ("小学", "初中"))
    there, none = (primary, junior) if stages == "166 0" else (junior, primary)

    assert isinstance(there, Across)
    assert there.values[0].number * there.values[0].weight == 23226
    assert none == Missing((), (), "没有可以计算的学校")


def test_a_joint_school_whose_other_pupils_nobody_counted_cannot_be_split():
    found = across("小学", "books", JOINT.replace("166 210", "166 -"))

    assert found == Missing(("四校：学生数（初中）",), ())


def test_a_school_without_pupils_is_not_in_the_stage():
    # A joint school may have a stage without pupils; a school without any pupils is told of.
    found = across("小学", "books", SMALL, JOINT.replace(" 166 ", " 0 "))

    assert isinstance(found, Across)
    assert [one.school for one in found.values] == ["一小"]


def test_a_school_of_another_stage_has_zeros_there_and_no_gaps():
    found = across("初中", 'pupils["小学"] + pupils["高中"]', "7 七中 初中 - 100 - - 0 4 4000")

    assert isinstance(found, Across)
    assert found.values[0].number == 0


def test_a_school_that_belongs_to_no_stage_is_in_the_table_of_all():
    found = facts(
        "table: schools, value: count(rooms >= 2), judge: {at_least: 1}",
        SMALL,
        JOINT,
        "8 八职 特殊教育学校 - - - - 0 4 0",
    )

    rows_ = found.schools()
    assert isinstance(rows_, StageRows)
    assert ([row.name for row in rows_.rows], [row.name for row, _why in rows_.left_out]) == (
        ["一小", "四校"],
        ["八职"],
    )
    assert rows_.rows[1].portion is None
    assert found.value().number == 2


def test_a_key_point_that_is_about_no_school():
    found = facts("value: towns, judge: {at_least: 1}", SMALL)

    assert (found.schools(), found.across("books")) == (None, Missing((), because="评估要点没有写明 table"))
    assert CountyFacts(found.pack, found.filled).schools() is None


def test_a_county_without_the_table():
    assert across("小学", "books") == Missing(("学校数据",), ())


@pytest.mark.parametrize(
    ("values", "because"),
    [(("0", "0"), "平均值为零，差异系数无从计算"), (("-1", "1"), "平均值为零，差异系数无从计算")],
)
def test_a_mean_of_zero_has_no_spread(values, because):
    assert spread_of([Fraction(value) for value in values], [Fraction(1), Fraction(1)]) == Missing((), because=because)


EACH = PRIMARY + "judge: {each_school: [books, rooms], reach: 1, floor: 85%}"


@pytest.mark.parametrize(
    ("books", "rooms_", "verdict"),
    [
        ("2000", "2", Verdict.MET),
        # 2 rooms are the standard itself; 1700 books are 85 % of theirs, 1699 are less.
        ("1700", "2", Verdict.MET),
        ("1699", "2", Verdict.MISSED),
        # No measure reached, both above the floor.
        ("1999", "1.99", Verdict.MISSED),
    ],
)
def test_every_school_and_its_edges(books, rooms_, verdict):
    (point,) = judged(EACH, f"1 一小 小学 100 - - 5 0 {rooms_} {books}")

    assert point.judgement.verdict is verdict
    assert "分" not in point.judgement.reason


def test_a_school_exactly_at_the_standard_passes_whatever_the_fraction():
    # 1/3 × 3 is 1, and 0.1 + 0.2 is 0.3
    tables = TABLES.replace("value: books / pupils", "value: books / 3 * 3 / pupils")

    assert judged(EACH, "1 一小 小学 7 - - 5 0 0.14 140", tables=tables)[0].judgement.verdict is Verdict.MET


def test_a_failing_school_is_listed_with_value_standard_and_shortfall():
    (point,) = judged(EACH, SMALL, "9 九小 小学 100 - - 5 0 1 1000")

    assert (point.judgement.value, point.judgement.reason) == (
        "1/2所",
        "2所学校中1所没有达到：九小（生均图书10册，标准20，差10，为标准的50%；百人教室1间，标准2，差1，为标准的50%）；达到的占50%",
    )
    assert [(step.label, step.shown, step.how) for step in point.judgement.steps] == [
        ("一小", "达到", "2项全部达标"),
        (
            "九小",
            "没有达到",
            "达标0项：无；没有达到：生均图书10册，标准20，差10，为标准的50%；百人教室1间，标准2，差1，为标准的50%",
        ),
        ("九小：生均图书 = 图书册数 ÷ 学生数（小学）", "10册", "1000 ÷ 100"),
        ("九小：百人教室 = 教室数 ÷ 学生数（小学） × 100", "1间", "1 ÷ 100 × 100"),
    ]


def test_a_measure_without_a_standard_for_the_stage():
    tables = TABLES.replace("at_least: {小学: 20, 初中: 30}", "at_least: {初中: 30}")
    pack = built(EACH, tables)
    filled, _notices = filled_of(pack, rows(SMALL))

    (point,) = score.county(pack, filled).items[0].points
    assert (point.judgement.verdict, point.judgement.reason) == (
        Verdict.NO_DATA,
        "缺少数据：生均图书；无法计算：这一学段没有标准",
    )


def at(*values: str, kind: str = "spread", limit: str = "0.50"):
    schools = [f"{number} {number}小 小学 100 - - 5 0 2 {value}" for number, value in enumerate(values, 1)]
    return judged(PRIMARY + f"judge: {{{kind}: [books], at_most: {limit}}}", *schools)[0].judgement


def test_a_spread_just_over_the_limit_fails_and_shows_it():
    # 14996 and 45004 books for 100 pupils each: mean 300, deviation 150.04 ÷ 300 … CV = 15004 ÷ 30000 = 0.50013…
    found = at("14988", "45012")

    assert (found.verdict, found.value) == (Verdict.MISSED, "0.5004")
    assert found.reason == "1项中1项差异系数超过0.5：生均图书0.5004（按学生数加权）"


@pytest.mark.parametrize(
    ("values", "verdict"), [(("15000", "45000"), Verdict.MET), (("14999", "45000"), Verdict.MISSED)]
)
def test_a_spread_at_its_limit(values, verdict):
    assert at(*values).verdict is verdict


@pytest.mark.parametrize("kind", ["spread", "mean_spread"])
def test_a_mean_of_zero_is_no_pass(kind):
    found = at("0", "0", kind=kind)

    assert (found.verdict, found.reason) == (Verdict.NO_DATA, "无法计算：平均值为零，差异系数无从计算")


@pytest.mark.parametrize(
    "judge",
    [
        "judge: {each_school: [books], reach: 1}",
        "judge: {spread: [books], at_most: 0.5}",
        "judge: {mean_spread: [books], at_most: 0.65}",
        "judge: {no_school: pupils > 2000, say: 超过2000人}",
        "value: 'count(pupils > 2000)', judge: {at_most: 0}",
        "value: cv(books / pupils), judge: {at_most: 0.5}",
    ],
)
def test_nothing_to_reckon_with_is_never_a_pass(judge):
    nobody = judged(PRIMARY + judge)[0].judgement
    all_out = judged(PRIMARY + judge, POINT_OF_TEACHING)[0].judgement

    assert (nobody.verdict, nobody.reason) == (Verdict.NO_DATA, "缺少数据：学校数据")
    assert (all_out.verdict, all_out.reason) == (Verdict.NO_DATA, "无法计算：没有可以计算的学校")


def test_the_turn_between_weighted_and_plain_is_said():
    # A1
    schools = [
        f"{n} {n}小 小学 {pupils} - - 5 0 2 {books}"
        for n, (pupils, books) in enumerate(((45, 279), (37, 137), (89, 935), (76, 160), (55, 402)), 1)
    ]
    found = judged(PRIMARY + "judge: {spread: [books], at_most: 0.50}", *schools)[0].judgement

    assert found.reason == "1项中1项差异系数超过0.5：生均图书0.515（按学生数加权；不加权为0.489，判定会不同）"
    assert (found.steps[0].shown, found.steps[0].how) == ("0.5153", "S 3.2639 ÷ X̄ 6.3344")
    assert [(step.label, step.shown) for step in found.steps[0].parts[:2]] == [
        ("方法", "按学生数加权的总体差异系数，5所学校"), ("不加权（仅供对照）", "0.4888"),
    ]  # fmt: skip


def test_no_school_may():
    points = judged(
        PRIMARY + "judge: {no_school: 'pupils > choose(rural > 0, 200, 2000)', say: 超过规模上限}\n"
        + PRIMARY + "judge: {no_school: pupils > 99, say: 超过99人, tolerate: 50%}",
        SMALL, LARGE, POINT_OF_TEACHING,
    )  # fmt: skip

    assert points[0].judgement.reason == "2所学校中1所超过规模上限：二小；占50%"
    assert points[1].judgement.reason == "2所学校中2所超过99人：一小、二小；占100%"
    assert [(step.label, step.shown, step.how) for step in points[0].judgement.steps] == [
        ("二小", "超过规模上限", ""),
        ("二小：学生数（小学） > （“农村学校 > 0”时为200，否则为2000）", "成立", "300 > choose(1 > 0, 200, 2000)"),
        ("三村教学点", "不计入", "不足50人的教学点"),
    ]  # fmt: skip


def test_the_order_of_rows_changes_nothing():
    points = (
        EACH
        + "\n"
        + PRIMARY
        + "judge: {spread: [books, rooms], at_most: 0.1}\n"
        + PRIMARY
        + "value: cv(books / pupils), judge: {at_most: 0.5}"
    )
    schools = (SMALL, LARGE, JOINT, POINT_OF_TEACHING)
    one, other = (judged(points, *order) for order in (schools, schools[::-1]))

    bare = [[(p.judgement.verdict, p.judgement.value, p.judgement.reason) for p in found] for found in (one, other)]
    assert bare[0] == bare[1]


def test_what_is_not_shared_needs_no_split_where_pupils_of_the_other_stage_are_missing():
    found = across("小学", "teachers", "4 四校 九年一贯制学校 166 - - 9 0 10 23226")

    assert isinstance(found, Across)
    assert ([one.number for one in found.values], found.split) == ([9], ())
