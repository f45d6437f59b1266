"""Rows of a school table that cannot be as they stand."""

import pytest
from school_packs import filled_of, pack_of, rows

from evalcli.check import schools


def told(*typed):
    filled, _unread = filled_of(pack_of(""), rows(*typed) if typed else "")
    return [
        (str(n.level), n.code, n.message, n.advice, str(n.place), n.about.at, n.about.values)
        for n in schools.notices(pack_of(""), filled)
    ]


ONE = "1 一小 小学 118 - - 5 0 31 2360"


@pytest.mark.parametrize(
    "typed",
    [
        (),
        (ONE, "2 二小 小学 118 - - 5 0 31 2361"),  # one book more
        (ONE, "2 二小 小学 118 - - - 0 31 2360"),  # one cell less
        ("1 一小 小学 118 - - 5 0 4 2360", "2 二小 小学 118 - - 5 0 4 2360"),  # too few digits
        ("1 一小 小学 118 - - 127 0 311 236", "2 二小 小学 118 - - 127 0 311 236", "3 三小 小学 118 - - 127 0 311 236"),
        ("1 一校 九年一贯制学校 118 90 - 5 0 31 2360",),
        ("1 一中 完全中学 - 90 118 - 0 31 2360",),  # the table judges no 高中
        ("1 一中 初中 0 90 - - 0 31 2360",),
        ("1 特校 特殊教育学校 118 90 - 5 0 31 2360",),
    ],
)
def test_what_may_well_be(typed):
    assert told(*typed) == []


def test_pupils_of_a_stage_that_the_school_has_not_got():
    assert told("1 一中 初中 118 90 - - 0 31 2360") == [
        (
            "疑似",
            "school.stage",
            "一中是初中，却填了学生数（小学） 118，没有计入",
            "核对办学类型，或者把数移到所属学段的列。",
            "county.yaml:8:60",
            "schools.1",
            ("小学", "118"),
        )
    ]


def test_one_name_under_two_codes():
    assert told(ONE, "2 一小 小学 100 - - 5 0 31 2200") == [
        (
            "疑似",
            "school.same-name",
            "两所学校都叫“一小”，代码是 1 和 2",
            "同一所学校只留一行（另一行在 county.yaml:8:16）；确是两所的，写全称。",
            "county.yaml:9:16",
            "schools.2",
            ("1", "一小"),
        )
    ]


def test_a_row_that_was_copied():
    assert told("1 一小 小学 118 - - 127 0 31 2361", "2 二小 小学 118 - - 127 0 31 2361", "3 三小 小学 90 - - 5 0 9 900") == [
        (
            "疑似",
            "school.copied",
            "一小和二小各列的数都相同，像是抄了同一行",
            "请两所学校各自核对（另一行在 county.yaml:8:16）。",
            "county.yaml:9:16",
            "schools.2",
            ("1", "2361", "118", "31", "127"),
        )
    ]  # fmt: skip
