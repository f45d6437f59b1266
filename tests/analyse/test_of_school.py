"""One school on paper: every measure of an item from its cells, who is left out, and what is missing."""

from school_packs import COUNTY, document, pack_of, rows

from evalcli import fill, score
from evalcli.analyse.of_school import explain_school, schools_of
from evalcli.model.scorecard import Scored

POINTS = """
table: schools, stage: 小学, judge: {spread: [books], at_most: 0.5}
table: schools, stage: 小学, value: total(rooms) / total(pupils), judge: {at_least: 0.01}
value: towns, judge: {at_least: 1}
"""
SMALL = "1 一小 小学 100 - - 5 0 2 2000"
POINT_OF_TEACHING = "3 三村教学点 教学点 49 - - 2 1 1 100"
JUNIOR = "7 七中 初中 - 300 - 9 0 6 9000"
BARE = "8 八小 小学 80 - - 5 0 2 -"


def scored(*schools: str) -> Scored:
    pack = pack_of(POINTS)
    filled, _notices = fill.county(pack, document(COUNTY + (rows(*schools) if schools else ""), "county.yaml"), (), {})
    return Scored(pack, filled, score.county(pack, filled), (), {})


def lines(name: str, *schools: str, item: str = "1.1") -> tuple[str, ...]:
    found = scored(*schools)
    (school,) = (one for one in schools_of(found, item) if one.name == name)
    return explain_school(found, item, school)


def test_every_measure_from_its_cells() -> None:
    assert lines("一小", SMALL) == (
        "一小（代码1，小学，county.yaml:8:16）",
        "",
        "  1.1a 要点",
        "    计算：一小：生均图书 = 图书册数 ÷ 学生数（小学）",
        "        ＝ 2000 ÷ 100 = 20册",
        "    数据：图书册数 2000册（county.yaml:8:116）",
        "    数据：学生数（小学） 100人（county.yaml:8:60）",
        "",
        "  1.1b 要点",
        "    数据：一小：教室数 2间（county.yaml:8:103）",
        "    数据：一小：学生数（小学） 100人（county.yaml:8:60）",
    )


def test_who_does_not_count_says_so() -> None:
    assert lines("三村教学点", SMALL, POINT_OF_TEACHING, item="1.1a")[-1] == "    不计入：不足50人的教学点"
    assert lines("七中", SMALL, JUNIOR, item="1.1a")[-1] == "    不计入：没有这一学段，或者这一学段没有学生"


def test_what_is_missing_is_named() -> None:
    assert lines("八小", SMALL, BARE, item="1.1a")[-1] == "    缺数据：八小：图书册数"


def test_a_key_point_whose_table_was_not_handed_in_is_passed_over() -> None:
    (school,) = schools_of(scored(SMALL), "1.1")

    assert explain_school(scored(), "1.1", school) == ("一小（代码1，小学，county.yaml:8:16）",)


def test_items_that_are_not_about_schools_have_none() -> None:
    assert (schools_of(scored(SMALL), "1.1c"), schools_of(scored(), "1.1")) == ((), ())
