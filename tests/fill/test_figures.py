"""Figures find their field, member and year; what differs is not chosen between, and what is unknown is told."""

from decimal import Decimal
from fractions import Fraction

import pytest
from counties import COUNTY, document, pack_of
from hypothesis import given
from hypothesis import strategies as st
from nodes import numbers, told

from evalcli import fill
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place

FIELDS = """
spending: {label: 教育支出, item: "1.1", unit: 亿元, years: 2, office: 财政局, meaning: 支出, aliases: [教育总支出]}
per_pupil: {label: 生均支出, item: "1.1", unit: 元, by: 学段, years: 2, office: 财政局, meaning: 生均}
coverage: {label: 普惠率, item: "1.2", unit: "%", range: [0, 100], office: 教体局, meaning: 覆盖率}
students: {label: 学生数, item: "1.2", unit: 人, office: 教体局, meaning: 人数}
teachers: {label: 教师数, item: "1.2", unit: 名, office: 编办, meaning: 人数}
cases: {label: 违规起数, item: "2.3", unit: 起, office: 教体局, meaning: 起数}
mechanisms: {label: 机制名称, item: "2.3", kind: names, office: 教体局, meaning: 名称}
remark: {label: 情况说明, item: "2.3", kind: text, office: 教体局, meaning: 文字}
exam_admission: {label: 考试招生, item: "2.3", kind: yes_no, office: 教体局, meaning: 是否}
"""
PACK = pack_of(fields=FIELDS)


def county(*texts: str) -> tuple[Filled, tuple[Notice, ...]]:
    """Return what a county with these data files filled in."""
    data = tuple(document(text, f"data/{number}.yaml") for number, text in enumerate(texts, 1))
    return fill.county(PACK, document(COUNTY), data)


def figures(text: str) -> tuple[Filled, tuple[Notice, ...]]:
    """Return what a county with these figures filled in, each on a line of its own."""
    return county("figures:\n" + "".join(f"  {line}\n" for line in text.strip().splitlines()))


def test_a_value_keeps_what_was_typed_where_and_from_what() -> None:
    filled, notices = county("figures:\n  - from: 决算表\n    spending: 约83861万元\n")

    place = Place("data/1.yaml", 3, 15, 8)
    value = Value("约83861万元", Decimal("8.3861"), "亿元", place, "约", "约83861万元", "决算表", Fraction(1, 10000))
    assert (filled.figures, notices) == ({("spending", ""): Figure({2021: value})}, ())


def test_names_and_texts_keep_from_what_they_are() -> None:
    filled, _ = county(
        "figures:\n  - {from: 年报, mechanisms: [甲, 乙], remark: 丙, coverage: 94%}\n  - teachers: 5名\n"
    )

    said = {name: figure.years[2021].said for (name, _member), figure in filled.figures.items()}
    assert said == {"mechanisms": "年报", "remark": "年报", "coverage": "年报", "teachers": ""}


def test_years_stand_in_their_order_whichever_is_typed_first() -> None:
    typed = ("{2021: 8.4亿元, 2020: 8亿元}", "{2020: 8亿元, 2021: 8.4亿元}")
    found = [figures(f"spending: {years}")[0].figures["spending", ""] for years in typed]

    assert [list(figure.years) for figure in found] == [[2020, 2021], [2020, 2021]]


def test_a_growth_that_is_not_parted_is_told_by_the_name_of_its_field() -> None:
    _, notices = figures("per_pupil.growth: 3%\nper_pupil: 5元")

    assert [notice.message for notice in notices] == ["生均支出要按“学段”分开填"] * 2


def test_figures_by_member_year_and_growth() -> None:
    filled, notices = figures("""
spending: {2021: 8亿元, 2020: 7亿元}
spending.growth: 14.29%
per_pupil: {小学: {2021: 100元, 2020: 90元}, 初中: 200元}
per_pupil.growth: {初中: 3%}
""")

    assert notices == ()
    assert numbers(filled) == {
        ("spending", ""): {2021: 8, 2020: 7, 0: Decimal("14.29")},
        ("per_pupil", "小学"): {2021: 100, 2020: 90},
        ("per_pupil", "初中"): {2021: 200, 0: 3},
    }


@pytest.mark.parametrize("name", ["spending", "教育支出", "教育总支出"])
def test_a_field_goes_by_its_id_its_label_and_its_other_names(name: str) -> None:
    assert numbers(figures(f"{name}: 8亿元")[0]) == {("spending", ""): {2021: 8}}


def test_what_is_no_number() -> None:
    filled, notices = figures("""
mechanisms: [研判, " 处置 "]
remark: 一切正常
exam_admission: 否
""")

    found = {key[0]: (figure.years[2021].number, figure.years[2021].text) for key, figure in filled.figures.items()}
    assert found == {"mechanisms": (2, "研判、处置"), "remark": (None, "一切正常"), "exam_admission": (0, "否")}
    assert notices == ()


def test_names_in_one_line_stand_between_marks() -> None:
    filled, _notices = figures("mechanisms: 研判、处置、复盘")

    assert numbers(filled) == {("mechanisms", ""): {2021: 3}}


def test_an_empty_list_says_that_there_are_none() -> None:
    assert numbers(figures("mechanisms: []")[0]) == {("mechanisms", ""): {2021: 0}}


@pytest.mark.parametrize(
    "line", ["spending:", "spending: 无", "per_pupil: —", "per_pupil: {小学: —}", "mechanisms: 无", "remark: ''"]
)
def test_nothing_is_no_zero(line: str) -> None:
    filled, notices = figures(line)

    assert filled.figures == {}
    assert [(notice.code, notice.level, notice.advice) for notice in notices] == [
        ("figure.nothing", Level.HINT, "确实为零时请填 0。")
    ]


@pytest.mark.parametrize(
    ("line", "code", "message", "advice"),
    [
        ("spendin: 1亿元", "figure.unknown", "指标包里没有填报项“spendin”", "最接近的是“spending”（教育支出）。"),
        ("某某某: 1亿元", "figure.unknown", "指标包里没有填报项“某某某”", "核对名称，或删去这一行。"),
        (
            "spending.last: 1亿元",
            "figure.unknown",
            "指标包里没有填报项“spending.last”",
            "最接近的是“spending”（教育支出）。",
        ),
        ("per_pupil: 100元", "figure.member", "生均支出要按“学段”分开填", "写成 {小学: …, 初中: …}。"),
        ("per_pupil: {中学: 1元}", "figure.member", "生均支出没有“中学”这一分项", "可用的分项：小学、初中。"),
        ("per_pupil.growth: {中学: 1%}", "figure.member", "生均支出没有“中学”这一分项", "可用的分项：小学、初中。"),
        (
            "coverage: {小学: 94%}",
            "figure.member",
            "普惠率不分项，“小学”也不是年份",
            "直接填数值，或按年份写：2021: …，2020: …。",
        ),
        (
            "per_pupil: {小学: {今年: 1元}}",
            "figure.member",
            "生均支出（小学）不分项，“今年”也不是年份",
            "直接填数值，或按年份写：2021: …，2020: …。",
        ),
        ("coverage: [94%]", "figure.number", "普惠率要填一个值，这里是一组", "删去多余的值。"),
        ("spending.growth: {2021: 1%}", "figure.number", "教育支出增幅要填一个值，这里是一组", "删去多余的值。"),
        (
            "spending.growth: 1亿元",
            "figure.unit",
            "教育支出增幅：单位是“元”，应为“%”",
            "换算成“%”再填，或改成能换算的单位。",
        ),
        ("coverage: 九成", "figure.number", "普惠率：“九成”不是数值", "写成数字加单位，例如 12.5%。"),
        ("exam_admission: 不清楚", "figure.yes-no", "考试招生：“不清楚”不是“是”或“否”", "填“是”或“否”。"),
        ("mechanisms: {2021: {a: b}}", "figure.names", "机制名称要填一组名称", "写成 [甲, 乙, 丙]。"),
        ("mechanisms: [甲, [乙]]", "figure.names", "机制名称要填一组名称", "写成 [甲, 乙, 丙]。"),
        ("mechanisms: [甲, '']", "figure.names", "机制名称要填一组名称", "写成 [甲, 乙, 丙]。"),
        ("mechanisms: 甲、、乙", "figure.names", "机制名称要填一组名称", "写成 [甲, 乙, 丙]。"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(line: str, code: str, message: str, advice: str) -> None:
    filled, notices = figures(line)

    assert filled.figures == {}
    assert [(notice.code, notice.level, notice.message, notice.advice) for notice in notices] == [
        (code, Level.MUST, message, advice)
    ]


def test_a_block_that_is_no_mapping_is_left_to_the_schema() -> None:
    assert county("figures: [{spending: 8亿元}, 94%]\n")[0].figures.keys() == {("spending", "")}


def test_what_is_right_beside_it_is_used() -> None:
    filled, notices = figures("""
per_pupil: {小学: 1元, 中学: 2元}
coverage: {2021: 94%, 本年: 95%}
""")

    assert numbers(filled) == {("per_pupil", "小学"): {2021: 1}, ("coverage", ""): {2021: 94}}
    assert [notice.code for notice in notices] == ["figure.member", "figure.member"]


@pytest.mark.parametrize(
    ("line", "code", "message", "advice"),
    [
        ("spending: 8.3861", "figure.unit-assumed", "教育支出：“8.3861”没有写“亿元”，按亿元处理", "把单位写全。"),
        (
            "spending: {2021: 8亿元, 2012: 7亿元}",
            "figure.year",
            "教育支出填了2012年，这次只用2020年和2021年",
            "核对年份；确是往年的数，可以留着。",
        ),
    ],
)
def test_what_looks_odd_is_used_and_told(line: str, code: str, message: str, advice: str) -> None:
    filled, notices = figures(line)

    assert ("spending", "") in filled.figures
    assert [(notice.code, notice.level, notice.message, notice.advice) for notice in notices] == [
        (code, Level.HINT, message, advice)
    ]


def test_of_two_different_values_neither_is_used() -> None:
    filled, notices = county("figures:\n  per_pupil: {小学: 2元}\n", "figures:\n  per_pupil: {小学: 1元, 初中: 3元}\n")

    assert numbers(filled) == {("per_pupil", "初中"): {2021: 3}}
    assert [(notice.code, notice.level) for notice in notices] == [("figure.conflict", Level.MUST)]
    assert told(notices) == [
        ("data/2.yaml:2:19", "生均支出（小学）有两个不同的值：2元（data/1.yaml:2:19）和 1元，都没有采用")
    ]


def test_of_three_values_each_that_differs_is_told() -> None:
    _filled, notices = county(*(f"figures: {{students: {number}人}}" for number in (5, 7, 5, 6)))

    assert told(notices) == [
        ("data/2.yaml:1:21", "学生数有两个不同的值：5人（data/1.yaml:1:21）和 7人，都没有采用"),
        ("data/4.yaml:1:21", "学生数有两个不同的值：5人（data/1.yaml:1:21）和 6人，都没有采用"),
    ]


def test_a_hedged_value_is_another_than_the_bare_one() -> None:
    filled, notices = county("figures: {students: 500人}", "figures: {students: 500余人}")

    assert (filled.figures, [notice.code for notice in notices]) == ({}, ["figure.conflict"])


def test_a_value_said_twice_alike_is_used_once_whichever_file_comes_first() -> None:
    one, other = "figures: {spending: 83861万元}", "figures: {spending: 8.3861亿元}"

    raw = [county(*texts)[0].figures["spending", ""].years[2021].raw for texts in ((one, other), (other, one))]

    assert raw == ["8.3861亿元", "8.3861亿元"]


LINES = (
    "spending: {2021: 8亿元, 2020: 7亿元}",
    "spending.growth: 14%",
    "per_pupil: {小学: 1元}",
    "coverage: 94%",
    "students: 500余人",
    "教师数: 60名",
    "cases: 0起",
    "cases: 1起",
    "mechanisms: [甲, 乙]",
)


@given(st.permutations(LINES), st.lists(st.integers(0, 2), min_size=len(LINES), max_size=len(LINES)))
def test_the_order_of_files_and_figures_does_not_matter(lines: list[str], homes: list[int]) -> None:
    blocks = [[line for line, home in zip(lines, homes, strict=True) if home == number] for number in range(3)]
    texts = ["figures:\n" + "".join(f"  - {line}\n" for line in block) for block in blocks if block]

    filled, notices = county(*texts)

    assert numbers(filled) == {
        ("spending", ""): {2021: 8, 2020: 7, 0: 14},
        ("per_pupil", "小学"): {2021: 1},
        ("coverage", ""): {2021: 94},
        ("students", ""): {2021: 500},
        ("teachers", ""): {2021: 60},
        ("mechanisms", ""): {2021: 2},
    }
    assert list(filled.figures) == list(numbers(filled))
    assert [notice.code for notice in notices] == ["figure.conflict"]


@given(
    st.permutations(
        [
            "figures: {spending: 8亿元}",
            "figures: {coverage: 94%}",
            "overview: [{head: a, say: b}]",
            "overview: [{head: c, say: d}]",
        ]
    )
)
def test_the_order_in_which_documents_are_handed_over_does_not_matter(texts: list[str]) -> None:
    documents = {text: document(text, f"data/{text[:30]}.yaml") for text in texts}
    usual = fill.county(PACK, document(COUNTY), tuple(documents[text] for text in sorted(texts)))

    assert fill.county(PACK, document(COUNTY), tuple(documents[text] for text in texts)) == usual
