"""Relations between the columns of a school table, which a pack says must hold in every school."""

from collections.abc import Iterator

from evalcli.check.subjects import of_school
from evalcli.formula.aggregates import NoNumber, reckon
from evalcli.formula.parse import parse
from evalcli.formula.schools import StageRow
from evalcli.language import _
from evalcli.model.filled import Filled, SchoolTable
from evalcli.model.mention import Mention, split
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import ALL_STAGES, Pack, Relation
from evalcli.model.place import Place


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every school, and stage, in which a relation does not hold."""
    for relation in pack.relations:
        table = filled.tables.get(relation.table)
        if table:
            yield from _of_relation(relation, table)


def _of_relation(relation: Relation, table: SchoolTable) -> Iterator[Notice]:
    formula, spec = parse(relation.holds), table.spec
    by_stage = any(spec.columns[name].by and not member for name, member in formula.members)
    for school in table.schools:
        stages = [stage for stage, kinds in spec.stages.items() if school.kind in kinds] if by_stage else [ALL_STAGES]
        for stage in stages:
            row = StageRow(school, spec, stage)
            try:
                holds = reckon(formula.root, row)
            except NoNumber:
                continue
            if not holds:
                yield _broken(relation, row, sorted(formula.members))


def _broken(relation: Relation, row: StageRow, named: list[tuple[str, str]]) -> Notice:
    school = f"{row.name}（{row.stage}）" if row.stage else row.name
    said = "".join(_printed(row, part) if isinstance(part, Mention) else part for part in split(relation.say))
    values = tuple(plain(number) for name, member in named if (number := row.number(name, member)) is not None)
    office = next((office for name, _member in named if (office := row.spec.columns[name].office)), "")
    return Notice(
        "relation." + relation.id,
        Level(relation.level),
        _("{school}：{said}").format(school=school, said=said),
        relation.advice,
        _place(row, named),
        of_school(row.spec, row.school, office, row.stage, *values),
    )


def _printed(row: StageRow, mention: Mention) -> str:
    """Return a column of the school as it was filled in."""
    column = row.spec.columns[mention.parts[0]]
    value = row.school.values.get((column.id, row.stage if column.by else ALL_STAGES))
    return f"{plain(value.number)}{column.unit}" if value and value.number is not None else _("空")


def _place(row: StageRow, named: list[tuple[str, str]]) -> Place:
    """Return the cell that the relation names first, or the row."""
    for name, member in named:
        stage = (member or row.stage) if row.spec.columns[name].by else ALL_STAGES
        value = row.school.values.get((name, stage))
        if value:
            return value.place
    return row.school.place
