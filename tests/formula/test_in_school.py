"""One school's reckoning: cells as typed, what they come to, the split of joint schools, the formula with numbers."""

import pytest
from school_packs import TABLES, filled_of, pack_of, rows

from evalcli.formula.facts import CountyFacts
from evalcli.formula.in_school import in_school
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRow
from evalcli.model.facts import Missing
from evalcli.model.trace import Step

# 学校代码 学校名称 办学类型 学生数（小学、初中、高中） 教师数（小学） 农村学校 教室数 图书册数
SMALL = "1 一小 小学 100 - - 5 0 2 0.2万册"
JOINT = "4 四校 九年一贯制学校 166 210 - 9 0 10 23226"


def row_of(school: str, stage: str, tables: str = TABLES) -> StageRow:
    pack = pack_of(tables=tables)
    filled, notices = filled_of(pack, rows(school))
    assert notices == ()
    table = filled.tables["schools"]
    return StageRow(table.schools[0], table.spec, stage)


def told(step: Step | Missing) -> tuple[str, str, str, str]:
    assert isinstance(step, Step)
    return step.label, step.how, step.shown, step.conversion


def test_from_the_cell_over_its_conversion_to_the_number() -> None:
    found = in_school(parse("books / pupils"), row_of(SMALL, "小学"), "生均图书", "册")

    assert told(found) == ("一小：生均图书 = 图书册数 ÷ 学生数（小学）", "2000 ÷ 100", "20册", "")
    assert isinstance(found, Step)
    assert [(told(part), str(part.place)) for part in found.parts] == [
        (("图书册数", "", "2000册", "0.2万册 = 2000册，×10000"), "county.yaml:8:116"),
        (("学生数（小学）", "", "100人", ""), "county.yaml:8:60"),
    ]


def test_what_a_joint_school_shares_shows_its_split() -> None:
    found = in_school(parse("books / pupils"), row_of(JOINT, "小学"))

    assert isinstance(found, Step)
    # 166 ÷ (166 + 1.1 × 210) = 166 ÷ 397; 23226 × 166 ÷ 397 = 9711.6272…
    assert told(found) == ("四校：图书册数 ÷ 学生数（小学）", "9711.627204 ÷ 166", "58.5038", "")
    shared = found.parts[0]
    assert told(shared) == ("图书册数", "23226 × 0.418136", "9711.627204册", "")
    whole, split = shared.parts
    assert told(whole) == ("图书册数", "", "23226册", "")
    assert told(split)[:2] == ("四校（九年一贯制学校）拆分到小学", "1×166 ÷ (1×166 + 1.1×210)")
    assert [told(part)[::2] for part in split.parts] == [("学生数（小学）", "166人"), ("学生数（初中）", "210人")]


def test_a_whole_school_adds_up_its_pupils() -> None:
    found = in_school(parse("pupils + 0"), row_of(JOINT, ""))

    assert isinstance(found, Step)
    (pupils,) = found.parts
    assert told(pupils) == ("学生数", "166 + 210 + 0", "376人", "")
    assert [told(part)[0] for part in pupils.parts] == ["学生数（小学）", "学生数（初中）"]


def test_a_column_alone_and_a_stage_that_a_school_has_not() -> None:
    assert told(in_school(parse("rooms"), row_of(SMALL, "小学"))) == ("一小：教室数", "", "2间", "")
    found = in_school(parse('pupils["初中"] == 0'), row_of(SMALL, "小学"))
    assert told(found) == ("一小：学生数（初中） = 0", "0 = 0", "成立", "")
    assert isinstance(found, Step)
    assert [(part.label, part.shown, part.how) for part in found.parts] == [
        ("学生数（初中）", "0人", "这所学校没有这一学段")
    ]


@pytest.mark.parametrize(
    ("tables", "offices"),
    [
        (TABLES, ()),
        (TABLES.replace("    key: code", "    office: 教体局\n    key: code"), ("教体局",)),
        (
            TABLES.replace("unit: 册, shared", "unit: 册, office: 图书馆, shared").replace(
                "    key: code", "    office: 教体局\n    key: code"
            ),
            ("图书馆",),
        ),
    ],
    ids=["nobody", "the table's office", "the column's own"],
)
def test_what_is_missing_names_school_column_and_office(tables: str, offices: tuple[str, ...]) -> None:
    found = in_school(parse("books / pupils"), row_of(SMALL.removesuffix("0.2万册") + "-", "小学", tables))

    assert found == Missing(("一小：图书册数",), offices)


def test_a_table_that_is_missing_names_its_office() -> None:
    pack = pack_of(
        "table: schools, stage: 小学, judge: {spread: [books], at_most: 0.5}",
        TABLES.replace("    key: code", "    office: 教体局\n    key: code"),
    )
    filled, _notices = filled_of(pack, "")

    found = CountyFacts(pack, filled, pack.indicators[0].key_points[0]).across("books")
    assert found == Missing(("学校数据",), ("教体局",))


def test_a_sum_over_no_members_is_the_column_itself() -> None:
    assert told(in_school(parse("sum(rooms) + 1"), row_of(SMALL, "小学")))[1:3] == ("2 + 1", "3")


def test_other_columns_do_not_ask_for_members() -> None:
    found = in_school(parse("choose(rural > 0, 1 / 0, rooms)"), row_of(SMALL, "小学"))

    assert told(found)[1:3] == ("choose(0 > 0, 1 ÷ 0, 2)", "2")
