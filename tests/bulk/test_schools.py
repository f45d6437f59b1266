"""Who is on a long table: counties, schools, kinds; what is wrong is named by row and column, and the rest counted."""

import pytest
from surveyed import HEAD, quality, read

from evalcli.model.notice import Stopped


def line(county: str = "甲", code: str = "1", name: str = "一小", kind: str = "小学", cells: str = "100,0,0") -> str:
    return f"{county},{code},{name},{kind},{cells}"


def codes(text: str, by: str = "") -> list[tuple[str, str]]:
    return [(notice.code, str(notice.place)) for notice in read(text, by=by)[1]]


def table(*lines: str) -> str:
    return "\n".join([HEAD, *lines])


def test_schools_are_read_with_their_counties() -> None:
    made, notices = read(table(line(), line("乙", "1.0"), line("乙", "2", "", "教学点")))

    assert (made.counties, notices) == (["乙", "甲"], ())
    assert [(school.code, school.name, school.kind) for school in made.of("乙").schools] == [
        ("1", "一小", "小学"), ("2", "2", "教学点"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([line(""), line()], [("table.no-county", "t.csv:2:1")]),
        ([line(code=""), line()], [("table.no-key", "t.csv:2:1")]),
        (
            [line(code="合计"), line(name="合计", code="9"), line()],
            [("table.no-key", "t.csv:2:1"), ("table.no-key", "t.csv:3:1")],
        ),
        ([line(kind="小学校")], [("table.kind", "t.csv:2:1")]),
        ([line(), line("乙"), line()], [("table.twice", "t.csv:4:1")]),
        ([line(code="2"), line(code="1")], []),
        ([line(cells="一百,0,-3"), line(code="2")], [("figure.number", "t.csv:2:5"), ("figure.range", "t.csv:2:7")]),
        ([line(), ",,,", "", line(code="2")], []),
    ],
)
def test_what_is_wrong_is_named_with_its_place(lines, found) -> None:
    assert codes(table(*lines)) == found


def test_of_many_faults_the_first_are_named_and_all_are_counted() -> None:
    found = read(table(*(line(code=str(number), cells="x,0,0") for number in range(30))))[1]

    assert (len(found), found[-1].message) == (21, "这一类问题共30处，以上只列出前20处")


def test_the_column_of_the_county_is_recognised_or_named() -> None:
    renamed = table(line()).replace("县代码", "属于")

    assert codes(table(line()).replace("县代码", "行政区划代码")) == []
    assert codes(renamed, by="属于") == []
    for text, by in ((renamed, ""), (table(line()), "没有")):
        with pytest.raises(Stopped) as stopped:
            read(text, by=by)
        assert [notice.code for notice in stopped.value.notices] == ["table.no-county-column"]


def test_columns_that_lack_are_named_once_and_without_codes_nothing_is_said() -> None:
    lacking = table(line()).replace("网络多媒体教室数", "别的")

    assert [code for code, _place in codes(lacking)] == ["table.unknown-column", "table.missing-column"]
    with pytest.raises(Stopped):
        read(table(line()).replace("学校代码", "代号"))


def test_a_table_without_names_calls_schools_by_their_codes() -> None:
    text = "县代码,学校代码,办学类型,学生数（小学）\n甲,7,小学,5"

    assert read(text)[0].of("甲").schools[0].name == "7"
    assert quality().tables["schools"].name == "name"
