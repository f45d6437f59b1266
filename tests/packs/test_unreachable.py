"""Standards out of reach, tiers whose limits are formulas, conditions that never come into play."""

import pytest
from counties import AREA_1, FIELDS, HEAD, document, pack_of

from evalcli import packs
from evalcli.model.pack import Pack
from evalcli.packs import unreachable

NEVER, MAYBE = "必改", "提示"
RANGED = FIELDS.replace("unit: 人,", "unit: 人, range: [10, 9000],").replace("unit: 名,", "unit: 名, range: [10, 900],")


def pack(judge: str, value: str = "coverage", fields: str = RANGED) -> Pack:
    """Return the pack whose key point 1.2a is judged so."""
    area = AREA_1.replace("value: coverage, judge: {at_least: 85}", f"value: '{value}', judge: {judge}")
    return packs.build(
        document(HEAD, "pack.yaml"), document(fields, "fields.yaml"), (document(area, "area-1.yaml"),), None
    )


def told(check: unreachable.Check, found: Pack) -> list[tuple[str, str]]:
    return [(notice.level.value, notice.message) for notice in check(found, ())]


@pytest.mark.parametrize(
    ("judge", "value", "message"),
    [
        ("{at_least: 120}", "coverage", "评估要点 1.2a 要求 ≥120，填报项“普惠率”只能填 0—100，永远达不到"),
        ("{at_most: -1}", "coverage", "评估要点 1.2a 要求 ≤-1，填报项“普惠率”只能填 0—100，永远达不到"),
        ("{between: [101, 105]}", "coverage", "评估要点 1.2a 要求 ≥101，填报项“普惠率”只能填 0—100，永远达不到"),
        ("{between: [-9, -1]}", "coverage", "评估要点 1.2a 要求 ≤-1，填报项“普惠率”只能填 0—100，永远达不到"),
        (
            "{milestone: 2025-12-31, at_least: 101}", "coverage",
            "评估要点 1.2a 要求 ≥101，填报项“普惠率”只能填 0—100，永远达不到",
        ),
        (
            "{at_least: 300}", "coverage * 2 + 1",
            "评估要点 1.2a 要求 ≥300，公式“coverage * 2 + 1”只能算出 1—201，永远达不到",
        ),
        (
            "{at_most: -1}", "abs(students)",
            "评估要点 1.2a 要求 ≤-1，公式“abs(students)”只能算出 0—不限，永远达不到",
        ),
        (
            "{tiers: [{from: 120, earns: 100%}, {earns: 0%}]}", "coverage",
            "评估要点 1.2a 的第1档永远轮不到：填报项“普惠率”只能填 0—100",
        ),
    ],
)  # fmt: skip
def test_what_nobody_can_reach(judge: str, value: str, message: str) -> None:
    assert told(unreachable.limits, pack(judge, value)) == [(NEVER, message)]


@pytest.mark.parametrize(
    ("judge", "value"),
    [
        ("{at_least: 100}", "coverage"),
        ("{at_most: 0}", "coverage"),
        ("{between: [0, 100]}", "coverage"),
        ("{at_least: students}", "teachers"),
        ("{at_least: 500}", "students"),
        ("{tiers: [{from: 90, earns: 100%}, {earns: 0%}]}", "coverage"),
    ],
)
def test_what_somebody_can_reach(judge: str, value: str) -> None:
    assert told(unreachable.limits, pack(judge, value)) == []


@pytest.mark.parametrize(
    ("tiers", "found"),
    [
        # What cancels out decides.
        ("{from: students, earns: 100%}, {from: students - 5, earns: 60%}, {earns: 0%}", []),
        ("{from: students * 1.2, to: students * 2, earns: 100%}, {from: students, to: students * 1.2, earns: 60%}", []),
        ("{to: students, earns: 100%}, {from: students, to: students + 9, earns: 60%}", []),
        (
            "{from: students, earns: 100%}, {from: students + 5, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第2档永远轮不到：第1档总是包括了它")],
        ),
        (
            "{earns: 0%}, {from: students, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第2档永远轮不到：第1档总是包括了它")],
        ),
        (
            "{from: students, earns: 100%}, {from: 0, to: students - 1, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第1档和第2档之间总有空档，落在里面的数值没有档次")],
        ),
        (
            "{from: students, earns: 100%}, {to: students + 1, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第1档和第2档总是重叠")],
        ),
        (
            "{from: 2, to: 9 + coverage * 0, earns: 100%}, {from: 0, to: 4, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第1档和第2档总是重叠")],
        ),
        (
            "{from: students + 1, to: students, earns: 100%}, {earns: 0%}",
            [(NEVER, "评估要点 1.2a：第1档的下限总是高于上限")],
        ),
        # The range of a field decides: 普惠率 is at most 100.
        ("{from: 200, earns: 100%}, {from: coverage, earns: 60%}, {earns: 0%}", []),
        (
            "{from: coverage, earns: 100%}, {from: 100, earns: 60%}",
            [(NEVER, "评估要点 1.2a：第2档永远轮不到：第1档总是包括了它")],
        ),
        # Nothing decides, and that is said.
        (
            "{from: students, earns: 100%}, {from: teachers, earns: 60%}, {earns: 0%}",
            [(MAYBE, "评估要点 1.2a：第2档可能轮不到，要看第1档是不是包括了它，无法在这里判断")],
        ),
        (
            "{from: students, earns: 100%}, {to: teachers, earns: 60%}",
            [(MAYBE, "评估要点 1.2a：第1档和第2档可能有空档或者重叠，无法在这里判断")],
        ),
        (
            "{from: students, to: teachers, earns: 100%}, {earns: 0%}",
            [(MAYBE, "评估要点 1.2a：第1档的下限可能高于上限，无法在这里判断")],
        ),
        (
            "{from: 5, to: students + 9, earns: 100%}, {from: students - 9, to: students, earns: 60%}",
            [(MAYBE, "评估要点 1.2a：第2档可能轮不到，要看第1档是不是包括了它，无法在这里判断")],
        ),
        (
            "{from: 2, to: students, earns: 100%}, {from: 0, to: coverage, earns: 60%}",
            [(MAYBE, "评估要点 1.2a：第1档和第2档可能有空档或者重叠，无法在这里判断")],
        ),
    ],
)  # fmt: skip
def test_tiers_whose_limits_are_formulas(tiers: str, found: list[tuple[str, str]]) -> None:
    assert told(unreachable.tiers, pack(f"{{tiers: [{tiers}]}}", "students + teachers")) == found


def test_tiers_with_typed_limits_are_the_rules_own_matter() -> None:
    typed = pack("{tiers: [{from: 90, earns: 100%}, {from: 95, earns: 60%}]}")

    assert told(unreachable.tiers, typed) == []


@pytest.mark.parametrize(
    ("earlier", "later", "never"),
    [
        ("students <= 50", "students <= 20", True),
        ("students <= 20", "students <= 50", False),
        ("students >= 20", "students > 20", True),
        ("students > 20", "students >= 20", False),
        ("students < 20", "20 > students", True),
        ("students < 20", "students > 30", False),
        ("students < 20", "teachers < 20", False),
        ("students == 20", "students == 20", True),
        ("students == 20", "students == 21", False),
        ("students < teachers", "students < 20", False),
        ("0 < students < 20", "students < 20", False),
        ("students + 1 < 20 and teachers > 1", "students + 1 < 20", False),
    ],
)
def test_a_condition_that_an_earlier_one_takes_first(earlier: str, later: str, never: bool) -> None:
    judge = f"{{by_condition: [{{when: '{earlier}', at_least: 5}}, {{when: '{later}', at_least: 4}}, {{at_least: 3}}]}}"
    message = "评估要点 1.2a 的第2种情形永远轮不到：前面的情形已经包括了它"

    assert told(unreachable.conditions, pack(judge)) == ([(NEVER, message)] if never else [])


def test_a_condition_that_runs_out_leaves_room_for_another() -> None:
    judge = "{by_condition: [{when: students < 9, until: 2026-12-31, at_least: 5}, {when: students < 9, at_least: 4}, {at_least: 3}]}"

    assert told(unreachable.conditions, pack(judge)) == []


def test_the_small_pack_asks_nothing_that_cannot_be() -> None:
    checks = (unreachable.limits, unreachable.tiers, unreachable.conditions)

    assert [told(check, pack_of()) for check in checks] == [[], [], []]
