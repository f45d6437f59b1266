"""Drafted sentences keep to the facts: every figure is its field's at the precision printed, no sentence contradicts its verdict."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from pack_folders import SHIPPED

from evalcli import flow
from evalcli.criteria import open_pack
from evalcli.draft.money import UNITS
from evalcli.model.numbers import rounded
from evalcli.model.report import Body, Draft
from evalcli.model.scorecard import Scored

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if (path / "county.yaml").is_file())
NUMBER = re.compile(r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)(?P<unit>.*)")
# What only a good, and what only a bad verdict may say of the item as a whole.
GOOD = ("做到了", "全面达到", "均已达到", "符合要求", "符合供餐要求")
BAD = ("没有达到要求", "未达到要求", "达不到要求", "不达标", "没有完全做到")


@cache
def drafted(name: str) -> tuple[Scored, Draft]:
    """Return an example's result and report."""
    folder = ROOT / "examples" / name
    scored = flow.score_county(folder / "county.yaml")
    return scored, flow.draft_report(scored, folder, unfinished=True)[0]


def figures(name: str) -> list[tuple[str, str]]:
    """Return every figure of the text with the field, member and year that it claims to be."""
    body = (block for block in drafted(name)[1].blocks if isinstance(block, Body))
    return [
        (run.claim, run.text) for block in body for run in block.text if run.claim and not run.claim.startswith("=")
    ]


def filled(scored: Scored, claim: str) -> Fraction | None:
    """Return the number behind a claim; None for growth, which is reckoned, and for what is no number."""
    field, _dot, rest = claim.partition(".")
    member, _dot, when = rest.partition(".") if scored.pack.fields[field].by else ("", "", rest)
    if "growth" in (member, when):
        return None
    figure = scored.filled.figures.get((field, member))
    value = figure.years.get(scored.filled.year - (when == "last")) if figure else None
    return Fraction(value.number) if value and value.number is not None and not value.text else None


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_figure_is_its_fields_at_the_precision_printed(name: str) -> None:
    scored, _draft = drafted(name)
    wrong = []
    for claim, text in figures(name):
        number, match = filled(scored, claim), NUMBER.fullmatch(text)
        if number is None or match is None:
            continue
        own = scored.pack.fields[claim.partition(".")[0]].unit
        scale = Fraction(UNITS.get(own, 1), UNITS.get(match["unit"], UNITS.get(own, 1)))
        places = len(match["number"].partition(".")[2])
        if rounded(number * scale, places) != Decimal(match["number"]):
            wrong.append((claim, text, number))

    assert wrong == []
    assert len(figures(name)) > 5


@pytest.mark.parametrize("name", SHIPPED)
def test_no_sentence_contradicts_its_verdict(name: str) -> None:
    said = [
        (indicator.id, verdict, text)
        for indicator in open_pack(name).indicators
        for verdict, text in indicator.say.items()
    ]

    assert [one for one in said if one[1] in ("达标", "完成") and any(word in one[2] for word in BAD)] == []
    assert [one for one in said if one[1] in ("未达标", "未完成") and any(word in one[2] for word in GOOD)] == []


def test_every_pack_for_self_evaluation_says_by_when_shortcomings_are_mended() -> None:
    packs = [pack for pack in map(open_pack, SHIPPED) if pack.outcome.by != "completion"]

    assert [pack.id for pack in packs if pack.mend_within != 6] == []
    assert len(packs) == 5
