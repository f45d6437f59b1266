"""Formulas and rules of a pack in words."""

from evalcli.formula.fault import FormulaFault
from evalcli.formula.parse import parse
from evalcli.formula.tree import names_in
from evalcli.formula.wording import worded
from evalcli.language import spoken
from evalcli.model.pack import Pack
from evalcli.rules import rule


def in_words(pack: Pack, text: str) -> str:
    """Return a formula with labels for names; what is no formula over the pack's fields stays as it is."""
    try:
        root = parse(text).root
    except FormulaFault:
        return text
    names = names_in(root)
    known = names and all(name in pack.fields for name, _member in names)
    return worded(root, lambda name, member: _label(pack, name, member)) if known else text


def _label(pack: Pack, name: str, member: str) -> str:
    label = pack.fields[name].label
    return f"{label}（{member}）" if member else label


def rule_in_words(kind: str) -> str:
    """Return what a kind of rule asks for: the first line of its manual, or the first sentence of the English after it."""
    first, _blank, manual = (rule(kind).__doc__ or "").partition("\n\n")
    if spoken() == "zh":
        return first.partition("Covers")[0].strip().rstrip("。")
    return " ".join(manual.split()).partition(". ")[0]
