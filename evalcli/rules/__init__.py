"""Ways of judging one value.

In:  the facts about one key point and the parameters of its rule.   Out: a `Judgement`.
New: one module here, its name in `KINDS`; its docstring is its manual and its test.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, Protocol, cast, runtime_checkable

from evalcli.model.facts import Facts, Judgement, Parameters
from evalcli.rules._answers import RuleFault

__all__ = ["KINDS", "Rule", "RuleFault", "every", "faults", "judge_schema", "kind_of", "of_schools", "rule"]


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


# The rules in the order of the manual. Each is imported when it is asked for: no pack uses more than half of them.
KINDS: Final = (
    "at_least",
    "at_most",
    "equal_to",
    "between",
    "by_condition",
    "complete",
    "none_of",
    "ratio",
    "only_up",
    "only_down",
    "change",
    "years_running",
    "milestone",
    "execution",
    "completion",
    "in_proportion",
    "rectified",
    "tiers",
    "rank",
    "weighted_index",
    "deduct_per_unit",
    "deduct_per_case",
    "add_per_unit",
    "checklist",
    "by_hand",
    "each_school",
    "no_school",
    "spread",
    "mean_spread",
    "by_steps",
)
_OF_SCHOOLS: Final = ("each_school", "no_school", "spread", "mean_spread")


@cache
def rule(kind: str) -> Rule:
    """Return the rule of a kind; an unknown kind is a KeyError."""
    if kind not in KINDS:
        raise KeyError(kind)
    return cast("Rule", import_module(f"evalcli.rules.{kind}"))


def every() -> tuple[Rule, ...]:
    """Return all rules, in the order of the manual."""
    return tuple(map(rule, KINDS))


def faults(kind: str, given: Parameters) -> tuple[str, ...]:
    """Return what is wrong with a rule's parameters although its schema accepts them, such as tiers with a gap."""
    one = rule(kind)
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
    return {one.KIND: one.PARAMETERS for one in every()}


def _is_option(kind: str, other: str) -> bool:
    return kind != other and kind in rule(other).PARAMETERS["properties"]
