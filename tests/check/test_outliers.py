"""Schools that lie far from the others."""

import pytest
from school_packs import TABLES, filled_of, pack_of, rows

from evalcli.check import outliers

# Books of ten schools with 100 pupils each: 20 to 29 for each pupil; the median is 24.5, the MAD 2.5.
USUAL = tuple(f"{n} 第{n}小 小学 100 - - 5 0 4 {1900 + 100 * n}" for n in range(1, 11))


def told(*schools, tables=TABLES):
    pack = pack_of("", tables)
    filled, _unread = filled_of(pack, rows(*schools) if schools else "")
    return [(n.code, n.message, n.advice, str(n.place), n.about.at) for n in outliers.notices(pack, filled)]


@pytest.mark.parametrize(
    "schools",
    [
        (),
        USUAL,
        (*USUAL, "11 十一小 小学 100 - - 5 0 4 3600"),  # half as much again is nobody's business
        (*USUAL[:5], "11 十一小 小学 100 - - 5 0 4 90000"),  # six schools say nothing of what is usual
        (*USUAL, "11 十一小 小学 100 - - 5 0 4 -"),  # what is missing is told elsewhere
        (*USUAL, "11 十一中 初中 - 100 - - 0 4 90000"),  # another stage
        (*USUAL, "11 十一小 小学 100 - - 5 0 7 2400"),  # half of the schools and more are alike: nothing can be said
    ],
)
def test_schools_that_are_usual_are_silent(schools):
    assert told(*schools) == []


def test_a_school_far_out_is_named_with_its_value_and_the_median():
    # 6000 ÷ 100 = 60; (60 − 25) × 0.6745 ÷ 3 = 7.9
    assert told(*USUAL, "11 十一小 小学 100 - - 5 0 4 6000") == [
        (
            "school.outlier",
            "十一小（小学）与其他学校相差很远：生均图书60册，中位数25册",
            "核对这所学校的图书册数、学生数。",
            "county.yaml:18:16",
            "schools.11",
        )
    ]


def test_a_slip_is_named_even_where_most_schools_are_alike():
    ((_code, message, advice, _place, _at),) = told(*USUAL, "11 十一小 小学 100 - - 5 0 40 2400")

    assert message == "十一小（小学）与其他学校相差很远：百人教室40间，中位数4间"
    assert advice == "像是差了 10 倍；核对这所学校的学生数、教室数。"


def test_a_school_with_nothing_is_far_out_where_all_have_something():
    ((_code, message, _advice, _place, _at),) = told(*USUAL, "11 十一小 小学 100 - - 5 0 4 0")

    assert message == "十一小（小学）与其他学校相差很远：生均图书0册，中位数24册"


def test_many_measures_at_once_point_at_the_pupils():
    tables = TABLES + (
        "  staff: {label: 百人教师, table: schools, value: teachers / pupils * 100, unit: 人, at_least: {}, source: 办法}\n"
    )
    ((_code, message, advice, _place, _at),) = told(*USUAL, "11 十一小 小学 10 - - 5 0 4 2400", tables=tables)

    assert message == (
        "十一小（小学）与其他学校相差很远：生均图书240册，中位数25册；百人教室40间，中位数4间；百人教师50人，中位数5人"
    )
    assert advice == "像是差了 10 倍；几项都偏得多，先核对“学生数”，再逐列核对。"


def test_a_small_count_may_be_one_more_or_less():
    # One room for 16 pupils is 6.25 rooms for a hundred, two are 12.5: with one less the school is among the others.
    rooms = tuple(f"{n} 第{n}小 小学 1000 - - 50 0 {40 + 5 * n} 20000" for n in range(1, 11))

    assert told(*rooms, "11 十一小 小学 16 - - 1 0 2 320") == []
    assert [message for _c, message, *_rest in told(*rooms, "11 十一小 小学 16 - - 1 0 6 320")] == [
        "十一小（小学）与其他学校相差很远：百人教室37.5间，中位数7间"
    ]


def test_a_denominator_of_one_is_not_taken_away():
    rooms = tuple(f"{n} 第{n}小 小学 1000 - - 50 0 {40 + 5 * n} 20000" for n in range(1, 11))

    assert [at for *_rest, at in told(*rooms, "11 十一小 小学 1 - - 1 0 4 20")] == ["schools.11"]


def test_a_measure_is_asked_of_the_stages_that_have_a_standard():
    tables = TABLES.replace("at_least: {小学: 20, 初中: 30}", "at_least: {初中: 30}")

    assert told(*USUAL, "11 十一小 小学 100 - - 5 0 4 9000", tables=tables) == []


def test_one_formula_under_two_names_is_told_once():
    tables = TABLES + (
        "  again: {label: 又一次, table: schools, value: books / pupils, unit: 册, at_least: {}, source: 办法}\n"
    )
    ((_code, message, *_rest),) = told(*USUAL, "11 十一小 小学 100 - - 5 0 4 6000", tables=tables)

    assert message == "十一小（小学）与其他学校相差很远：生均图书60册，中位数25册"


def test_a_count_that_cannot_be_moved_stays():
    # With one room less the formula would ask for teachers, whom nobody counted.
    tables = TABLES.replace("value: books / pupils,", "value: 'choose(rooms >= 4, books, teachers) / pupils',")
    ((_code, message, *_rest),) = told(*USUAL, "11 十一小 小学 100 - - - 0 4 6000", tables=tables)

    assert message == "十一小（小学）与其他学校相差很远：生均图书60册，中位数25册"
