"""What a finding is about: figures and schools by the name under which they are muted and answered for."""

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


def of_school(spec: TableSpec, school: School, office: str, *values: str) -> About:
    """Return a school of a table."""
    return About(f"{spec.id}.{school.code}", school.name, office, values)
