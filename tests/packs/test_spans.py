"""How far formulas reach, and how far they lie apart, by hand and against random figures."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.formula.parse import parse
from evalcli.formula.tree import Binary, Name, Node, Number, Unary
from evalcli.packs.spans import Span, apart, span

RANGES = {"a": Span(Fraction(0), Fraction(100)), "b": Span(), "c": Span(Fraction(2), Fraction(3))}


def known(name: Name) -> Span:
    return RANGES[name.field]


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("a + 1", 1, 101),
        ("-a", -100, 0),
        ("3 - 2 * a", -197, 3),
        ("a * 2 - 1", -1, 199),
        ("a / 4", 0, 25),
        ("a - a", 0, 0),
        ("2 * a - a", 0, 100),
        ("b", None, None),
        ("b - b + c", 2, 3),
        ("share_of(rooms > 1)", 0, 100),
        ("cv(rooms)", 0, None),
        ("count(rooms > 1) + 1", 1, None),
        ("share(a, c)", 0, None),
        ("share(a, b)", None, None),
        ("a * c", 0, None),
        ("a / b", None, None),
        ("a > 1", 0, 1),
        ("not a", 0, 1),
        ("abs(b)", 0, None),
        ("max(a, b)", None, None),
    ],
)
def test_how_far_a_formula_reaches(formula: str, low: int | None, high: int | None) -> None:
    assert span(parse(formula).root, known) == Span(*(None if end is None else Fraction(end) for end in (low, high)))


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        ("b + 5", "b", 5, 5),
        ("b * 1.2", "b * 1.1 + b / 10", 0, 0),
        ("a", "c", -3, 98),
        ("b", "a", None, None),
        ("share(a, b)", "share(a, b) - 1", 1, 1),
    ],
)
def test_what_two_formulas_hold_alike_cancels_out(left: str, right: str, low: int | None, high: int | None) -> None:
    found = apart(parse(left).root, parse(right).root, known)

    assert found == Span(*(None if end is None else Fraction(end) for end in (low, high)))


def _trees() -> st.SearchStrategy[Node]:
    leaves = st.one_of(
        st.sampled_from([Name("a"), Name("c")]),
        st.integers(-5, 5).map(lambda value: Number(Fraction(value), str(value))),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(lambda part: Unary("-", part)),
            st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        ),
        max_leaves=8,
    )


def _value(node: Node, figures: dict[str, Fraction]) -> Fraction:
    match node:
        case Number():
            return node.value
        case Name():
            return figures[node.field]
        case Unary():
            return -_value(node.operand, figures)
        case Binary():
            left, right = _value(node.left, figures), _value(node.right, figures)
            return {"+": left + right, "-": left - right, "*": left * right}.get(node.sign) or (
                left / right if node.sign == "/" else Fraction(0)
            )
    raise AssertionError(node)


@given(_trees(), st.fractions(0, 100), st.fractions(2, 3))
def test_no_figure_lies_outside_of_what_is_claimed(tree: Node, a: Fraction, c: Fraction) -> None:
    try:
        number = _value(tree, {"a": a, "c": c})
    except ZeroDivisionError:
        return
    found = span(tree, known)

    assert found.low is None or found.low <= number
    assert found.high is None or number <= found.high
