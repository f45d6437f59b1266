"""Ways of judging one value.

In:  the facts about one key point and the parameters of its rule.   Out: a `Judgement`.
New: one module here, one name in `RULES`; its docstring is its manual and its test.
"""

from collections.abc import Mapping
from typing import Any, Final, Protocol, runtime_checkable

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules import (
    add_per_unit,
    at_least,
    at_most,
    between,
    by_condition,
    by_hand,
    by_steps,
    change,
    checklist,
    complete,
    completion,
    deduct_per_case,
    deduct_per_unit,
    each_school,
    equal_to,
    execution,
    in_proportion,
    mean_spread,
    milestone,
    no_school,
    none_of,
    only_down,
    only_up,
    rank,
    ratio,
    rectified,
    spread,
    tiers,
    weighted_index,
    years_running,
)
from evalcli.rules._answers import RuleFault

__all__ = ["KINDS", "RULES", "Rule", "RuleFault", "faults", "judge_schema", "kind_of", "of_schools", "rule"]


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


@runtime_checkable
class Checked(Protocol):
    """What a rule offers whose parameters may contradict one another."""

    def faults(self, given: Parameters, /) -> tuple[str, ...]:
        """Return what is wrong with parameters that have the right shape."""


RULES: Final[tuple[Rule, ...]] = (
    at_least,
    at_most,
    equal_to,
    between,
    by_condition,
    complete,
    none_of,
    ratio,
    only_up,
    only_down,
    change,
    years_running,
    milestone,
    execution,
    completion,
    in_proportion,
    rectified,
    tiers,
    rank,
    weighted_index,
    deduct_per_unit,
    deduct_per_case,
    add_per_unit,
    checklist,
    by_hand,
    each_school,
    no_school,
    spread,
    mean_spread,
    by_steps,
)
KINDS: Final[tuple[str, ...]] = tuple(one.KIND for one in RULES)
_OF_SCHOOLS: Final = frozenset({each_school.KIND, no_school.KIND, spread.KIND, mean_spread.KIND})
_BY_KIND: Final[Mapping[str, Rule]] = {one.KIND: one for one in RULES}


def rule(kind: str) -> Rule:
    """Return the rule of a kind; an unknown kind is a KeyError."""
    return _BY_KIND[kind]


def faults(kind: str, given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with a rule's parameters although its schema accepts them, such as tiers with a gap."""
    one = _BY_KIND[kind]
    return one.faults(given) if isinstance(one, Checked) else ()


def of_schools(kind: str, given: Parameters) -> tuple[str, ...]:
    """Return the measures, or the condition over columns, that a rule asks of every school; none for other rules."""
    if kind not in _OF_SCHOOLS:
        return ()
    asked = given[kind]
    return tuple(asked) if isinstance(asked, list) else (asked,)


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
