"""Every rule does what its docstring shows."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
import yaml
from jsonschema import Draft202012Validator

from evalcli.model.facts import Verdict
from evalcli.rules import every, faults, kind_of, rule

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Example:
    kind: str
    judge: dict
    given: str
    verdict: str
    points: Fraction | None
    reason: str


def plain(node):
    """Return YAML as packs are read: numbers are int or Decimal, all else is text."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    if node in ("true", "false"):
        return node == "true"
    if _NUMBER.fullmatch(node):
        return Decimal(node) if "." in node else int(node)
    return node


def examples(module):
    judge = {}
    for block in module.__doc__.split("\n\n"):
        if block.strip().startswith("judge:"):
            judge = plain(yaml.load(block, Loader=yaml.BaseLoader)["judge"])
        elif "|" in block:
            for line in block.splitlines():
                given, verdict, points, reason = (cell.strip() for cell in line.split("|"))
                earned = None if points == "-" else Fraction(points)
                yield Example(module.KIND, judge, given, verdict, earned, reason)


EXAMPLES = [example for module in every() for example in examples(module)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.kind} {example.given}")
def test_example(example, facts_of):
    found = rule(example.kind).judge(facts_of(example.given), example.judge)

    assert (found.verdict, found.points, found.reason) == (Verdict(example.verdict), example.points, example.reason)


@pytest.mark.parametrize("module", every(), ids=lambda module: module.KIND)
def test_every_rule_shows_its_edges(module):
    verdicts = {example.verdict for example in examples(module)}

    assert len(list(examples(module))) >= 3
    assert {"达标", "未达标"} <= verdicts
    assert verdicts & {"缺数据", "待评定"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.kind} {example.given}")
def test_the_schema_accepts_what_the_manual_shows(example):
    errors = list(Draft202012Validator(rule(example.kind).PARAMETERS).iter_errors(example.judge))

    assert errors == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.kind} {example.given}")
def test_what_the_manual_shows_has_no_faults(example):
    assert faults(example.kind, example.judge) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.kind} {example.given}")
def test_the_kind_is_told_from_the_mapping(example):
    assert kind_of(example.judge) == example.kind


@pytest.mark.parametrize("module", every(), ids=lambda module: module.KIND)
def test_the_docstring_cites_the_kinds_of_rules_it_covers(module):
    assert re.search(r"Covers R\d+", module.__doc__)
