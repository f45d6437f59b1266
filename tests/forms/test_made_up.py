"""Figures of a county that does not exist."""

from decimal import Decimal

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, document, pack_of
from hypothesis import given
from hypothesis import strategies as st

from evalcli import packs
from evalcli.forms.made_up import figures, judgements, portion, quoted, written
from evalcli.model.document import Mapping, Node
from evalcli.model.pack import Case

PACK = pack_of()
CASES = """
- {indicator: 1.1a, given: {spending: {2021: 7亿元, 2020: 8亿元}}, expect: {verdict: 未达标, points: 0}}
- {indicator: 1.1a, given: {spending: 8亿元, spending.growth: 1%}, expect: {verdict: 达标, points: 20}}
- {indicator: 1.1a, given: {教育支出: {2021: 8.5亿元, 2020: 8亿元}}, expect: {verdict: 达标, points: 20}}
- {indicator: 1.1a, given: {spending: {2021: 9亿元, 2020: 8亿元}}, expect: {verdict: 达标, points: 20}}
- {indicator: 1.1b, given: {per_pupil: {小学: {2021: 2元, 2020: 1元}}}, expect: {verdict: 达标, points: 20}}
- {indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 15}}
- {indicator: 1.2b, given: {coverage: 99%, students: 1000人}, expect: {verdict: 达标, points: 15}}
- {indicator: 2.3c, given: {mechanisms: [研判, "处置: 乙"]}, expect: {verdict: 达标, points: 10}}
"""


def cases(text: str) -> tuple[Case, ...]:
    return packs.cases((document(text, "cases.yaml"),))


def node(text: str) -> Node:
    # The remark tells the encoding; a lone letter does not.
    root = document(f"# 一个县的填报数据\nx: {text}").root
    assert isinstance(root, Mapping)
    return root.entries[0][1]


def test_worked_examples_give_figures_where_they_can() -> None:
    found, free = figures(PACK, cases(CASES), 2023)

    assert found["spending"] == "{2023: 8.5亿元, 2022: 8亿元}"
    assert found["per_pupil"] == "{小学: {2023: 2元, 2022: 1元}}"
    assert (found["coverage"], found["students"]) == ("85%", "1000人")
    assert found["mechanisms"] == '[研判, "处置: 乙"]'
    assert not {"spending", "per_pupil", "coverage", "students", "mechanisms"} & free


def test_all_else_is_what_is_usual() -> None:
    found, free = figures(PACK, (), 2023)

    assert free == set(PACK.fields)
    assert (found["exam_admission"], found["mechanisms"], found["opening_year"]) == (
        "否", "[演示一, 演示二, 演示三]", "2023年",
    )  # fmt: skip
    assert found["student_ratio"].endswith(':1"')
    assert list(found) == list(PACK.fields)


def test_years_and_members_are_all_there() -> None:
    found, _free = figures(PACK, (), 2023)
    of_primary = document(f"x: {found['per_pupil']}").root

    assert isinstance(of_primary, Mapping)
    assert [key.text for key, _node in of_primary.pairs("x")] == ["小学", "初中"]
    years = node(found["spending"])
    assert isinstance(years, Mapping)
    this, last = (Decimal(years.text(str(year)).removesuffix("亿元")) for year in (2023, 2022))
    assert 0 < last < this


@pytest.mark.parametrize(
    ("limits", "allowed"),
    [("[0, 50]", (0, 50)), ("[95, 100]", (95, 98)), ("[99, 100]", (99, 100)), ("[90, 90]", (90, 90))],
)
def test_figures_lie_in_their_range(limits: str, allowed: tuple[int, int]) -> None:
    pack = pack_of(HEAD, FIELDS.replace("range: [0, 100]", f"range: {limits}"))
    found, _free = figures(pack, (), 2023)

    assert allowed[0] <= Decimal(found["coverage"].removesuffix("%")) <= allowed[1]


def test_growth_stops_at_the_end_of_the_range() -> None:
    fields = FIELDS.replace("unit: 亿元, years: 2,", "unit: 亿元, years: 2, range: [3, 3],")
    found, _free = figures(pack_of(HEAD, fields), (), 2023)

    assert found["spending"] == "{2023: 3.0000亿元, 2022: 3.0000亿元}"


def test_a_range_beyond_what_is_usual_without_an_end() -> None:
    from dataclasses import replace

    field = replace(PACK.fields["students"], low=Decimal(5000))
    found, _free = figures(replace(PACK, fields={"students": field}), (), 2023)

    assert found == {"students": "5000人"}


def test_a_text_is_a_word() -> None:
    from dataclasses import replace

    field = replace(PACK.fields["students"], kind="text")
    assert figures(replace(PACK, fields={"students": field}), (), 2023)[0] == {"students": "演示"}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("8.3亿元", "8.3亿元"),
        ("12.38:1", '"12.38:1"'),
        ('"010"', '"010"'),
        ("[甲, 乙 丙]", '[甲, "乙 丙"]'),
        ("{2021: 1, 小学: {2020: 2}}", "{2023: 1, 小学: {2022: 2}}"),
    ],
)
def test_nodes_are_written_in_one_line(typed: str, line: str) -> None:
    assert written(node(typed), 2) == line


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_a_quoted_text_is_read_back(text: str) -> None:
    found = node(quoted(text))

    assert getattr(found, "text", None) == text


def test_judgements_say_that_they_are_made_up() -> None:
    steps = AREA_2.replace("{checklist: [研判, 处置]}", "{by_steps: 0.1}")
    by = "by: 县教育督导室, on: 2022-12-31, because: 演示用的评定"
    ends = [f"{by}, evidence: [2.3-演示材料.pdf], illustrative: true}}"] * 2

    assert judgements(PACK, "2022-12-31") == {
        "2.3b": f"{{level: {'中' if portion('2.3b') < Decimal('0.25') else '好'}, {ends[0]}",
        "2.3c": f"{{met: [研判, 处置], {ends[1]}",
    }
    assert judgements(pack_of(HEAD, FIELDS, AREA_1, steps), "2022-12-31")["2.3c"] == f"{{points: 10, {ends[1]}"


def test_a_name_has_its_number() -> None:
    assert 0 <= portion("甲") < 1
    assert portion("甲") == portion("甲") != portion("乙")
