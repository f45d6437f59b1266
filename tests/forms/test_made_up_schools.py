"""Schools that do not exist reach what is asked of them."""

from fractions import Fraction

import pytest
from school_packs import HEAD, TABLES, pack_of

from evalcli.fill.tables import school_table
from evalcli.forms.made_up_schools import schools, schools_csv
from evalcli.formula.schools import StageRows, across
from evalcli.model.facts import Across
from evalcli.model.pack import Pack
from evalcli.read.csv_file import parse

# As many rooms everywhere: what suffices in the smallest school is too much in all others.
SHARES = (
    TABLES.replace("unit: 间, shared: true", "unit: 间, range: [0, 40]").partition("measures:")[0]
    + """
measures:
  share: {label: 教师占比, table: schools, value: teachers / rooms * 100, unit: "%", at_least: {小学: 90}, source: 第6条}
"""
)


def least(pack: Pack, measure: str, stage: str) -> Fraction:
    table = schools(pack, pack.tables["schools"], "清溪县", 2022)
    found = across(StageRows(table, stage), pack.measures[measure].value, pack.measures[measure])
    assert isinstance(found, Across)
    return min(one.number for one in found.values)


@pytest.mark.parametrize(
    ("measure", "stage"), [("books", "小学"), ("books", "初中"), ("rooms", "小学"), ("rooms", "初中")]
)
def test_every_school_reaches_the_standards(measure: str, stage: str) -> None:
    pack = pack_of()

    assert least(pack, measure, stage) >= pack.measures[measure].at_least[stage]


def test_schools_of_every_kind() -> None:
    pack = pack_of()
    table = schools(pack, pack.tables["schools"], "清溪县", 2022)
    kinds = [school.kind for school in table.schools]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "小学": 5,
        "教学点": 5,
        "九年一贯制学校": 2,
        "初中": 5,
        "完全中学": 2,
    }
    assert table.schools[0].name == "清溪县演示小学1"
    assert {stage for (column, stage) in table.schools[-1].values if column == "pupils"} == {"初中", "高中"}


def test_the_file_is_read_without_a_word() -> None:
    pack = pack_of()
    spec = pack.tables["schools"]
    data = schools_csv(pack, spec, "清溪县", 2022)
    sheet, unread = parse(data, "学校.csv")
    assert sheet
    table, notices = school_table(pack, spec, sheet)

    assert (unread, notices) == ((), ())
    assert len(table.schools) == 19
    assert data == schools_csv(pack, spec, "清溪县", 2022)


def test_a_county_without_standards_has_schools_too() -> None:
    pack = pack_of(tables=TABLES[: TABLES.index("measures:")])

    assert len(schools(pack, pack.tables["schools"], "清溪县", 2022).schools) == 19


def test_no_share_is_more_than_all() -> None:
    pack = pack_of(tables=SHARES)
    table = schools(pack, pack.tables["schools"], "清溪县", 2022)
    found = across(StageRows(table, "小学"), "share", pack.measures["share"])

    assert isinstance(found, Across)
    shares = sorted(one.number for one in found.values)
    assert (shares[0] >= 90, shares[-1]) == (True, 100)


def test_what_is_taken_off_stays_small() -> None:
    text = SHARES.replace("teachers / rooms", "(teachers - -books) / rooms").replace("value: (", "value: (-rural + ")
    pack = pack_of(tables=text.replace("at_least: {小学: 90}", "at_least: {小学: 0}"))
    first = schools(pack, pack.tables["schools"], "清溪县", 2022).schools[0].values

    assert first["books", ""].number < first["teachers", "小学"].number


def test_years_lie_back_and_flags_are_no() -> None:
    pack = pack_of(tables=TABLES.replace("rooms: {label: 教室数, unit: 间", "rooms: {label: 建成年份, unit: 年"))
    first = schools(pack, pack.tables["schools"], "清溪县", 2022).schools[0].values

    assert (first["rooms", ""].raw, first["rural", ""].raw) == ("2007", "0")


RELATED = (
    HEAD
    + """
relations:
  - {id: fits, table: schools, holds: books <= rooms, say: "图书[[books]]多于教室[[rooms]]"}
  - {id: of-two, table: schools, holds: rooms <= books + rural, say: "教室[[rooms]]多"}
  - {id: by-stage, table: schools, holds: teachers <= rooms, say: "教师[[teachers]]多"}
  - {id: other, table: schools, holds: rooms >= 0, say: "教室[[rooms]]为负"}
"""
)


def test_parts_are_no_more_than_their_whole() -> None:
    pack = pack_of(head=RELATED)
    table = schools(pack, pack.tables["schools"], "清溪县", 2022)
    counts = [{name: value.number for (name, _stage), value in school.values.items()} for school in table.schools]

    assert all(one["books"] <= one["rooms"] <= one["books"] + one["rural"] for one in counts)
