"""Ways of judging one value.

In:  the facts about one key point and the parameters of its rule.   Out: a `Judgement`.
New: one module here, one name in `RULES`; its docstring is its manual and its test.
"""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules import (
    at_least,
    at_most,
    between,
    by_hand,
    checklist,
    complete,
    deduct_per_case,
    deduct_per_unit,
    each_school,
    equal_to,
    execution,
    mean_spread,
    milestone,
    no_school,
    none_of,
    only_down,
    only_up,
    ratio,
    spread,
    tiers,
)
from evalcli.rules._answers import RuleFault

__all__ = ["KINDS", "RULES", "Rule", "RuleFault", "judge_schema", "kind_of", "rule"]


class Rule(Protocol):
    """What every module of a rule offers."""

    @property
    def KIND(self) -> str:
        """The key under `judge:` that asks for this rule."""

    @property
    def PARAMETERS(self) -> Mapping[str, Any]:
        """The JSON Schema of the whole `judge:` mapping."""

    @property
    def NEEDS_VALUE(self) -> bool | None:
        """Whether the key point must have a `value`, must not, or may."""

    def fields(self, given: Parameters, /) -> tuple[str, ...]:
        """Return the formulas among the parameters."""

    def judge(self, facts: Facts, given: Parameters, /) -> Judgement:
        """Return what the rule says about the facts."""


RULES: Final[tuple[Rule, ...]] = (
    at_least,
    at_most,
    equal_to,
    between,
    complete,
    none_of,
    ratio,
    only_up,
    only_down,
    execution,
    tiers,
    deduct_per_unit,
    deduct_per_case,
    checklist,
    by_hand,
    milestone,
    each_school,
    no_school,
    spread,
    mean_spread,
)
KINDS: Final[tuple[str, ...]] = tuple(one.KIND for one in RULES)
_BY_KIND: Final[Mapping[str, Rule]] = {one.KIND: one for one in RULES}


def rule(kind: str) -> Rule:
    """Return the rule of a kind; an unknown kind is a KeyError."""
    return _BY_KIND[kind]


def kind_of(judge: Mapping[str, Any]) -> str:
    """Return the kind that a `judge:` mapping asks for; empty where it names none, or more than one.

    `at_most` is a rule of its own and an option of `ratio`: what is an option of another rule present is no kind.
    """
    named = [kind for kind in KINDS if kind in judge]
    kinds = [kind for kind in named if not any(_is_option(kind, other) for other in named)]
    return kinds[0] if len(kinds) == 1 else ""


def judge_schema() -> dict[str, Mapping[str, Any]]:
    """Return the schema of the `judge:` mapping by kind."""
    return {kind: one.PARAMETERS for kind, one in _BY_KIND.items()}


def _is_option(kind: str, other: str) -> bool:
    return kind != other and kind in _BY_KIND[other].PARAMETERS["properties"]
