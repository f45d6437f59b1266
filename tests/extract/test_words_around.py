"""The parts of the grammar, each by itself."""

from decimal import Decimal

import pytest
from plans import NAME, rows, text

from evalcli.extract import extract, statements
from evalcli.extract.characters import clean
from evalcli.extract.clauses import clause, sentence_end, sentence_start
from evalcli.extract.dates import dates
from evalcli.extract.digitless import worded
from evalcli.extract.grids import in_grid
from evalcli.extract.masks import Masks, masked
from evalcli.extract.moods import genre, looks_ahead, section, title, turn, wanted, year_of, year_under
from evalcli.extract.numerals import arabic, chinese, doubled, fraction, number, per_cent, tenths
from evalcli.extract.operators import Before, outcome
from evalcli.extract.quantities import Quantity, quantities, with_money
from evalcli.extract.scenes import numbers, scene, seen
from evalcli.extract.selection import counts
from evalcli.extract.subjects import aligned, base_of, measured, shared_by, soft
from evalcli.model.notice import Level
from evalcli.model.place import Place
from evalcli.model.statement import Comparator, Genre
from evalcli.model.table import Cell
from evalcli.model.text import Grid, Paragraph

NUMERALS = [
    ("五百二十", "520"),
    ("两千零八", "2008"),
    ("一万二千", "12000"),
    ("三亿", "300000000"),
    ("十二", "12"),
    ("二十", "20"),
    ("零", "0"),
    ("百", None),
    ("七八", None),
    ("十十", None),
    ("甲", None),
    ("", None),
]


@pytest.mark.parametrize(("written", "value"), NUMERALS)
def test_numbers_in_characters(written: str, value: str | None) -> None:
    assert chinese(written) == (None if value is None else Decimal(value))


def test_numbers_with_parts() -> None:
    assert (number("九十五点五"), number("12.50"), number("三点"), number("百点五")) == (
        Decimal("95.5"), Decimal("12.50"), None, None,
    )  # fmt: skip
    assert (arabic("1,234"), arabic("1 234"), arabic("1" * 16), per_cent("百")) == (1234, 1234, None, 100)


def test_shares_in_words() -> None:
    assert (tenths("九", "五"), tenths("三", "半"), tenths("七", ""), tenths("百", "")) == (95, 35, 70, None)
    assert (fraction("四", "三"), fraction("零", "一"), fraction("三", "百")) == (fraction("4", "3"), None, None)
    found = fraction("三", "二")
    assert found is not None
    assert (found.percent, found.exact) == (Decimal("66.67"), False)
    assert (doubled(""), doubled("一"), doubled("两"), doubled("九九")) == (100, 100, 300, None)


DATES = [
    ("到2025年", [("2025年", "2025")]),
    ("2022年底前", [("2022年底", "2022-12-31")]),
    ("2024年3月26日", [("2024年3月26日", "2024-03-26")]),
    ("2024年2月底", [("2024年2月底", "2024-02-29")]),
    ("2024年13月", [("2024年13月", "2024")]),
    ("2024年2月30日", [("2024年2月30日", "2024-02")]),
    ("二〇二五年", [("二〇二五年", "2025")]),
    ("2021-2025年", [("2021-2025年", "")]),
    ("2024.3.26", [("2024.3.26", "2024-03-26")]),
    ("8月底", [("8月底", "2024-08-31")]),
    ("十二月", [("十二月", "2024-12")]),
    ("25月", []),
    ("十四五末", [("十四五", "2025-12-31")]),
    ("今年", [("今年", "2024")]),
    ("明年底", [("明年底", "2025-12-31")]),
    ("年内", [("年内", "2024-12-31")]),
    ("9:30开会", [("9:30", "")]),
    ("比2020年", [("2020年", "")]),
]


@pytest.mark.parametrize(("written", "expected"), DATES)
def test_dates(written: str, expected: list[tuple[str, str]]) -> None:
    assert [(written[date.start : date.end], date.value) for date in dates(written, 2024)] == expected


def test_a_day_without_a_year_says_nothing_where_the_document_names_none() -> None:
    assert [date.value for date in dates("8月底，今年，年底", None)] == ["", "", ""]


def test_traditional_and_wide_characters_become_ours() -> None:
    assert clean("達到９５％以上 （萬名）").text == "达到95%以上(万名)"
    assert clean("A B 12 34").text == "A B 12 34"
    assert clean("　").text == ""
    assert clean("甲").original(0, 0) == ""


def test_a_clause_ends_at_its_commas_and_brackets() -> None:
    line = "前句。甲(乙)丙3个,丁；后(内4所)"
    whole = clause(line, line.index("3"), line.index("3") + 2)
    inner = clause(line, line.index("4"), line.index("4") + 2)

    assert (whole.left, whole.right, inner.left, inner.right) == ("甲丙", "", "内", "")
    assert clause("共1,234个:5:6", 1, 6).end == 7
    assert (sentence_start(line, 5), sentence_end(line, 5)) == (3, len(line))
    long = "长" * 500
    assert (clause(long, 250, 251).start, sentence_start(long, 450), sentence_end(long, 20)) == (160, 50, 420)
    assert clause(long, 250, 251).end == 341


def test_masks_cover_what_they_hold() -> None:
    masks = Masks([(3, 5), (4, 8), (10, 10)])

    assert [masks.cover(*span) for span in ((0, 3), (2, 4), (6, 7), (8, 9), (9, 12))] == [
        False, True, True, False, False,
    ]  # fmt: skip
    assert (0, 5) in set(masked("《甲乙丙》"))
    assert "“三个中心”" not in rows("建好“三个中心”")


def test_quantities_and_money() -> None:
    found = quantities("过半投入1.5亿", Masks([]), None)

    assert [(one.value, one.unit, one.hedge) for one in found] == [(50, "%", "多"), (Decimal("1.5"), "亿", "")]
    assert with_money(Quantity(0, 1, Decimal(1), "万", han=True), "") is None
    assert [one.unit for one in quantities("1比1，1:7，999999999:1", Masks([]), None)] == [":1", "1:", ":1"]
    assert quantities("3所至1所，3名至5所，甲至1", Masks([]), None)[0].upper is None


def test_what_counts() -> None:
    three, one = Quantity(0, 1, Decimal(3), "期", han=True), Quantity(0, 1, Decimal(1), "项", han=True)

    assert not counts(three, "", "工程", joined=False)
    assert counts(three, "", "培训", joined=False)
    assert not counts(one, "", "", joined=False)
    assert counts(one, "每校", "", joined=False)
    assert counts(one, "技能和", "", joined=True)
    assert not counts(one, "技能", "", joined=True)
    assert not counts(Quantity(0, 1, Decimal(3), "字", han=True), "", "", joined=False)


def test_an_operator_reaches_as_far_as_it_governs() -> None:
    number = Quantity(0, 1, Decimal(5), "个")
    before = Before(Comparator.INCREASE, "个", by_left=True, same_clause=False)

    assert outcome(number, "教师", "", before, wanted=True).comparator is Comparator.EQUAL
    assert outcome(number, "增加值", "", None, wanted=True).comparator is Comparator.EQUAL
    assert outcome(number, "增长率为", "", None, wanted=True).comparator is Comparator.INCREASE
    assert outcome(number, "超过去年的", "", None, wanted=True).comparator is Comparator.EQUAL
    assert outcome(number, "", "内设", None, wanted=True).comparator is Comparator.EQUAL


def test_subjects() -> None:
    assert measured("", "", "个", "前一项") == "前一项"
    assert measured("占全部", "", "%", "公办园") == "公办园占全部"
    assert aligned("甲、乙分别为", 3) == ()
    assert aligned("小学、初中巩固率分别为", 2) == ("小学巩固率", "初中巩固率")
    assert shared_by("甲、乙均达到") == ()
    assert shared_by("小学、初中均达到") == ("小学", "初中")
    assert (base_of("同比"), soft("力争一般公共预算", ("约", ""))) == ("同比", "力争、约")


def test_words_without_numbers() -> None:
    assert [one.noun for one in worded("已无大班额，没有发生事故")] == ["大班额", "事故"]
    assert list(worded("零容忍，全面消除隐患，全覆盖督导")) == []


def test_moods() -> None:
    assert [turn(heading) for heading in ("工作总结", "下一步打算", "总结和计划", "学校")] == [False, True, True, None]
    assert (section(("一、总结", "1.计划"), whole=True), section((), whole=True)) == (False, True)
    assert (year_under(("2024年安排", "甲"), 2023), year_under((), 2023)) == (2024, 2023)
    assert (wanted("力争", None, section=False), wanted("已经", None, section=True)) == (True, False)
    assert (wanted("到2030年", 2024, section=False), wanted("到2020年底", 2024, section=False)) == (True, False)


def test_a_document_and_its_title() -> None:
    plan = text("某文〔2023〕5号", "青山县2024年教育工作要点", "一、目标", "新建学校3所。")
    bare = text("没有标题的一行话")
    story = text("从前有座山，山里有3个和尚，投入1.5亿。", "山下有个村。")

    assert (title(plan), year_of(plan), looks_ahead(plan), genre(plan)) == (
        "青山县2024年教育工作要点",
        2024,
        True,
        Genre.PLAN,
    )
    assert (title(bare), year_of(bare), looks_ahead(bare)) == ("没有标题的一行话", None, True)
    assert title(text("长" * 80)) == NAME
    assert genre(text("工作总结", "甲")) is Genre.REPORT
    assert genre(text("一、甲", "1.乙。丙3个。", "2.丁")) is Genre.PLAN
    found, (notice,) = extract(story)
    assert (genre(story), [str(row.value) for row in found.statements]) == (Genre.OTHER, ["3"])
    assert (notice.code, notice.level, notice.place) == ("extract.genre", Level.HINT, Place(NAME))
    assert notice.message == "不像工作要点、计划、总结、公报一类的文件，只取了有把握的 1 条，没有把握的 1 条没有取"


def test_a_document_without_numbers_says_so() -> None:
    found, notices = extract(text("工作要点", "加强领导。"))

    assert (found.statements, [notice.code for notice in notices]) == ((), ["extract.nothing"])


def grid(*lines: list[str]) -> Grid:
    """Return a table of these cells."""
    cells = tuple(
        tuple(Cell(cell, Place(NAME, line, column, sheet="表1")) for column, cell in enumerate(row, 1))
        for line, row in enumerate(lines, 1)
    )
    return Grid(cells, Place(NAME, sheet="表1"))


def told(table: Grid, year: int | None = 2024, *, whole: bool = True) -> list[tuple[str, ...]]:
    """Return what a table states."""
    return [
        (str(row.place), row.measures, f"{row.comparator} {row.value}{row.unit}", row.date, str(row.kind))
        for row in in_grid(table, year, whole=whole)
    ]


def test_a_table_of_indicators() -> None:
    table = grid(
        ["序号", "指标", "单位", "2023年完成", "2025年"],
        ["1", "毛入园率", "%", "93.2", "≥96"],
        ["2", "新增学位（个）", "", "1200"],
        ["", "", ""],
    )

    assert told(table) == [
        (f"{NAME} › 表1 › D2", "毛入园率", "= 93.2%", "2023", "achieved"),
        (f"{NAME} › 表1 › E2", "毛入园率", ">= 96%", "2025", "target"),
        (f"{NAME} › 表1 › D3", "新增学位", "increase 1200个", "2023", "achieved"),
    ]


def test_a_table_of_tasks() -> None:
    table = grid(["事项", "责任单位", "备注"], ["新建幼儿园3所，改造学校5所。\n短句", "教育局", "12", "无表头3所"])

    assert told(table, None) == [
        (f"{NAME} › 表1 › A2", "幼儿园", "= 3所", "", "target"),
        (f"{NAME} › 表1 › A2", "学校", "= 5所", "", "target"),
        (f"{NAME} › 表1 › D2", "无表头", "= 3所", "", "target"),
    ]
    assert told(grid()) == []


def test_tables_come_after_paragraphs() -> None:
    whole = text("2024年工作要点", "新建学校2所。", tables=(grid(["指标", "目标值"], ["教师", "30名"]),))

    assert [f"{row.measures}{row.value}" for row in statements(whole)] == ["学校2", "教师30"]


def test_a_paragraph_under_construction() -> None:
    here = scene(Paragraph("由5所增加到8所", Place(NAME, 1)), None, ahead=True)
    (only,) = seen(here, numbers(here))

    assert (only.quantity.value, only.base) == (8, "由5所")
