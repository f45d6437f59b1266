"""Relations that must hold in every school."""

import pytest
from school_packs import HEAD, built, filled_of, pack_of, rows

from evalcli import packs
from evalcli.check import rows as checked_rows

WITHIN = (
    "relations:\n  - {id: staff, table: schools, holds: teachers <= pupils, level: 必改, advice: 核对名册。, "
    'say: "教师[[teachers]]多于学生[[pupils]]"}\n  - {id: rooms, table: schools, holds: "rooms <= books / 10", '
    'say: "教室[[rooms]]太多，农村[[rural]]"}\n'
)


def told(*schools):
    pack = pack_of("", head=HEAD + WITHIN)
    filled, _unread = filled_of(pack, rows(*schools) if schools else "")
    return [
        (str(n.level), n.code, n.message, n.advice, str(n.place), n.about.at, n.about.values)
        for n in checked_rows.notices(pack, filled)
    ]


def test_what_holds_in_every_school_is_silent():
    assert told("1 一小 小学 100 - - 5 0 4 2000", "2 二小 小学 100 - - - 0 4 -") == []
    assert told() == []


def test_a_school_in_which_it_does_not_is_named_with_its_stage_and_cell():
    assert told("1 一小 小学 100 - - 5 0 4 2000", "2 二校 九年一贯制学校 6 50 - 7 0 4 3000") == [
        (
            "必改",
            "relation.staff",
            "二校（小学）：教师7人多于学生6人",
            "核对名册。",
            "county.yaml:9:65",
            "schools.2",
            ("小学", "6", "7"),
        )
    ]


def test_what_is_the_schools_own_has_no_stage_and_an_empty_cell_says_so():
    ((_level, code, message, _advice, place, at, values),) = told("1 一小 小学 100 - - 5 - 4 30")

    assert (code, message, at, values) == ("relation.rooms", "一小：教室4间太多，农村空", "schools.1", ("", "30", "4"))
    assert place.startswith("county.yaml:8:")


@pytest.mark.parametrize(
    ("relation", "code", "message"),
    [
        ("table: nowhere, holds: a < b, say: 甲", "pack.unknown-table", "tables.yaml 里没有表“nowhere”"),
        ("table: schools, holds: pupils < nobody, say: 甲", "pack.unknown-column", "学校数据没有“nobody”这一列"),
        ('table: schools, holds: rooms > 0, say: "[[nobody]]"', "pack.unknown-column", "学校数据没有“nobody”这一列"),
        (
            'table: schools, holds: rooms > 0, say: "[[pupils.小学]]"',
            "pack.unknown-column",
            "学校数据没有“pupils.小学”这一列",
        ),
    ],
)
def test_a_relation_of_what_is_not_there_is_the_packs_fault(relation, code, message):
    pack = built(head=HEAD + f"relations: [{{id: x, {relation}}}]\n")

    assert [(n.code, n.message) for n in packs.faults(pack)] == [(code, message)]


@pytest.mark.parametrize(
    ("holds", "place"),
    [("'pupils[\"高中\"] >= 1'", "county.yaml:8:16"), ("'rooms >= pupils[\"高中\"] + 100'", "county.yaml:8:103")],
)
def test_the_place_is_the_first_cell_that_is_filled_in_or_the_row(holds, place):
    pack = pack_of("", head=HEAD + f"relations: [{{id: x, table: schools, holds: {holds}, say: 不成立}}]\n")
    filled, _unread = filled_of(pack, rows("1 一小 小学 100 - - 5 0 4 2000"))

    assert [str(n.place) for n in checked_rows.notices(pack, filled)] == [place]
