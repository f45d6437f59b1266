"""Worked examples prove a pack: each that comes out otherwise than it says is told."""

from pathlib import Path

import pytest
from pack_folders import AREA_1, stopped, write_files, write_pack

from evalcli.criteria.proofs import load_cases, prove
from evalcli.model.notice import Level, Notice

pytestmark = pytest.mark.usefixtures("own_packs")


CASES = """
- {indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 15}, because: 恰好}
- {indicator: 1.2a, given: {coverage: 84.9%}, expect: {verdict: 未达标, points: 0}, because: 差一点}
- {indicator: 1.2a, expect: {verdict: 缺数据}, because: 没有填}
- {indicator: 1.1a, given: {spending: {2021: 8亿元, 2020: 8亿元}}, expect: {verdict: 达标, points: 20.0}, because: 持平}
- {indicator: 1.1a, given: {spending: {2021: 8, 2020: 8}}, expect: {verdict: 达标, points: 20}, because: 没有写单位}
- {indicator: 2.3b, judged: {level: 中}, expect: {verdict: 基本达标, points: 6}, because: 中}
- {indicator: 2.3c, judged: {met: [研判]}, expect: {verdict: 未达标, points: 5}, because: 一半}
"""


def proved(tmp_path: Path, cases: str, **changed: str) -> list[Notice]:
    """Return what the proof of the small pack with these worked examples says."""
    folder = write_pack(tmp_path, **changed)
    write_files(folder, {"cases/area-1.yaml": cases})
    return list(prove("small", tmp_path))


def test_worked_examples_that_come_out_as_they_say(tmp_path: Path) -> None:
    assert proved(tmp_path, CASES) == []


@pytest.mark.parametrize(
    ("case", "message", "advice"),
    [
        (
            "{indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 未达标, points: 0}, because: 恰好}",
            "算例（1.2a，恰好）应得：未达标，0 分；算出来是：达标，15 分",
            "依据：85%，达到标准85%。",
        ),
        (
            "{indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 14.5}, because: 恰好}",
            "算例（1.2a，恰好）应得：达标，14.5 分；算出来是：达标，15 分",
            "依据：85%，达到标准85%。",
        ),
        (
            "{indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 未达标}, because: 恰好}",
            "算例（1.2a，恰好）应得：未达标；算出来是：达标",
            "依据：85%，达到标准85%。",
        ),
        (
            "{indicator: 2.3b, expect: {verdict: 达标, points: 10}, because: 没有人评}",
            "算例（2.3b，没有人评）应得：达标，10 分；算出来是：待评定",
            "依据：尚未评定。",
        ),
    ],
)
def test_a_worked_example_that_comes_out_otherwise(case: str, message: str, advice: str, tmp_path: Path) -> None:
    (found,) = proved(tmp_path, f"- {case}\n")

    assert (found.code, found.level, str(found.place)) == ("pack.case-fails", Level.MUST, "small/cases/area-1.yaml:1:3")
    assert (found.message, found.advice) == (message, advice)


def test_figures_of_a_worked_example_that_cannot_be_used(tmp_path: Path) -> None:
    case = "- {indicator: 1.2a, given: {coverage: 85人}, expect: {verdict: 缺数据}, because: 单位不对}\n"

    (found,) = proved(tmp_path, case)

    assert (found.code, found.message, found.advice) == (
        "pack.case-fails",
        "算例（1.2a）的数据不能用：普惠率：单位是“人”，应为“%”",
        "换算成“%”再填，或改成能换算的单位。",
    )


def test_the_day_of_a_worked_example(tmp_path: Path) -> None:
    area = AREA_1.replace("{at_least: 85}", "{milestone: 2022-12-31, at_least: 85}")
    case = "- {{indicator: 1.2a, given: {{coverage: 80%}}, on: {on}, expect: {{verdict: {verdict}}}, because: 时限}}\n"
    cases = case.format(on="2022-12-30", verdict="待评定") + case.format(on="2022-12-31", verdict="未达标")

    assert proved(tmp_path, cases, area_1=area) == []


def test_worked_examples_of_what_is_not_there(tmp_path: Path) -> None:
    assert [
        fault[:3] for fault in stopped(lambda: proved(tmp_path, "- {indicator: 1.3a, expect: {verdict: 达标}}\n"))
    ] == [("pack.case", "small/cases/area-1.yaml:1:3", "算例指向不存在的评估要点“1.3a”")]


def test_worked_examples_that_cannot_be_read(tmp_path: Path) -> None:
    assert [fault[0] for fault in stopped(lambda: proved(tmp_path, "- {indicator: 1.2a}\n"))] == ["shape.missing-key"]


def test_a_pack_without_worked_examples(tmp_path: Path) -> None:
    write_pack(tmp_path)

    assert load_cases("small", tmp_path)[1] == ()
