"""What a finding is about: figures and schools by the name under which they are muted and answered for."""

import re

from evalcli.formula.parse import parse
from evalcli.model.filled import School, Value
from evalcli.model.notice import About
from evalcli.model.pack import Field, TableSpec


def of_figure(field: Field, member: str, *values: Value | None) -> About:
    """Return a field, or one of its members, with the values as they were typed."""
    at = f"{field.id}.{member}" if member else field.id
    return About(at, called(field, member), field.office, tuple(value.raw for value in values if value))


def called(field: Field, member: str) -> str:
    """Return a field's label, with the member that is meant."""
    return f"{field.label}（{member}）" if member else field.label


def in_order(formula: str) -> tuple[tuple[str, str], ...]:
    """Return the fields and members that a formula names, in the order in which it does."""
    return tuple(sorted(parse(formula).members, key=lambda key: (_spot(formula, key[0]), key[1])))


def _spot(formula: str, name: str) -> int:
    """Return where a name stands first; one name may begin like another."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", formula)
    return found.start() if found else len(formula)


def of_school(spec: TableSpec, school: School, office: str, *values: str) -> About:
    """Return a school of a table."""
    return About(f"{spec.id}.{school.code}", school.name, office, values)
