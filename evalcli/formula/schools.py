"""The schools of one stage as formulas see them: who counts, who is left out and why, and how joint schools are split."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from evalcli.formula.aggregates import NoNumber, cv, mean, over_rows, reckon
from evalcli.formula.parse import parse
from evalcli.formula.tree import Binary, Name, Node, Unary, names_in
from evalcli.language import _
from evalcli.model.facts import Across, Missing, OfSchool, Spread
from evalcli.model.filled import School, SchoolTable
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain
from evalcli.model.pack import ALL_STAGES, Field, Measure, TableSpec
from evalcli.model.trace import Step
from evalcli.model.units import over, times


@dataclass(frozen=True)
class StageRow:
    """One school in one stage."""

    school: School
    spec: TableSpec
    stage: str

    @property
    def name(self) -> str:
        """Return the school's name."""
        return self.school.name

    def number(self, column: str, member: str) -> Fraction | None:
        """Return a column's value: the stage's own, the stage's share of what a joint school shares, or the school's."""
        field = self.spec.columns[column]
        if field.by:
            if self.adds_up(column, member):
                return self._in_all(column)
            wanted = member or self.stage
            return Fraction(0) if self._has_no(wanted) else self._value(column, wanted)
        whole = self._value(column, ALL_STAGES)
        # No part is taken of what is not there; a portion of None is a school of one stage.
        return whole if whole is None or not self.is_split(column) else whole * (self.portion or 0)

    def label(self, column: str, member: str) -> str:
        """Return the column's name, with its stage where it has one."""
        field = self.spec.columns[column]
        stage = (member or self.stage) if field.by else ALL_STAGES
        return f"{field.label}（{stage}）" if stage else field.label

    def lacking(self, column: str, member: str) -> Missing:
        """Return what the school has not filled in, and who owes it."""
        office = self.spec.columns[column].office or self.spec.office
        label = _("{school}：{column}").format(school=self.name, column=self.label(column, member))
        return Missing((label,), (office,) if office else ())

    def adds_up(self, column: str, member: str) -> bool:
        """Return whether all stages count: the pupils of a school that is looked at as a whole."""
        return column == self.spec.weight and self.stage == member == ALL_STAGES

    def is_split(self, column: str) -> bool:
        """Return whether the stage has only its part of a column, because the school shares it between stages."""
        return column in self.spec.shared and self.portion is not None

    @property
    def all_stages(self) -> tuple[str, ...]:
        """Return every stage that any school of the table may have."""
        split = (stage for weights in self.spec.split.values() for stage in weights)
        return tuple(dict.fromkeys((*self.spec.stages, *split)))

    def _in_all(self, column: str) -> Fraction | None:
        """Return the pupils of all stages, which is how much the whole school weighs."""
        found = [self.number(column, stage) for stage in self.all_stages]
        return None if None in found else sum((count for count in found if count is not None), Fraction(0))

    def _has_no(self, stage: str) -> bool:
        """Return whether a school of this kind cannot have the stage: its empty cells are zeros, not missing data."""
        if stage in self.spec.stages:
            return self.school.kind not in self.spec.stages[stage]
        return stage != ALL_STAGES and stage not in self.spec.split.get(self.school.kind, {})

    def _value(self, column: str, stage: str) -> Fraction | None:
        value = self.school.values.get((column, stage))
        return None if value is None or value.number is None else Fraction(value.number)

    @cached_property
    def portion(self) -> Fraction | None:
        """Return the stage's part of what a joint school shares, by weighted pupils; None for a school of one stage."""
        weights = self.spec.split.get(self.school.kind)
        if not weights or self.stage not in weights:
            return None
        # Without the pupils of every stage nobody can say which part is this one's: that is missing data.
        counted = {stage: weight * reckon(Name(self.spec.weight, stage), self) for stage, weight in weights.items()}
        whole = sum(counted.values(), Fraction(0))
        return counted[self.stage] / whole if whole else None


@dataclass(frozen=True)
class StageRows:
    """The schools of a table that count in one stage, in the order of their codes."""

    table: SchoolTable
    stage: str

    @property
    def weight(self) -> str:
        """Return the column that weighs schools."""
        return self.table.spec.weight

    @cached_property
    def _sorted(self) -> tuple[tuple[StageRow, ...], tuple[tuple[StageRow, str], ...]]:
        counted, out = [], []
        for row in self._of_stage():
            why = _left_out(row)
            if why:
                out.append((row, why))
            else:
                counted.append(row)
        return tuple(counted), tuple(out)

    @property
    def rows(self) -> tuple[StageRow, ...]:
        """Return the schools that count."""
        return self._sorted[0]

    @property
    def left_out(self) -> tuple[tuple[StageRow, str], ...]:
        """Return the schools that do not count, each with the reason."""
        return self._sorted[1]

    def _of_stage(self) -> Iterator[StageRow]:
        spec = self.table.spec
        for school in self.table.schools:
            row = StageRow(school, spec, self.stage)
            # A joint school that has no pupils in a stage has not got the stage.
            if self.stage == ALL_STAGES or (
                school.kind in spec.stages[self.stage] and row.number(spec.weight, "") != 0
            ):
                yield row

    def unit(self, node: Node) -> str:
        """Return the unit of a tree over columns."""
        return _unit(node, self.table.spec)


def _left_out(row: StageRow) -> str:
    for rule in row.spec.leave_out:
        if rule.kinds and row.school.kind not in rule.kinds:
            continue
        try:
            if not rule.when or reckon(parse(rule.when).root, row):
                return rule.say
        except NoNumber:
            continue
    return ""


def _unit(node: Node, spec: TableSpec) -> str:
    match node:
        case Name():
            found: Field | None = spec.columns.get(node.field)
            return found.unit if found else ""
        case Unary():
            return "" if node.sign == "not" else _unit(node.operand, spec)
        case Binary():
            left, right = _unit(node.left, spec), _unit(node.right, spec)
            if node.sign in "+-":
                return left or right
            return times(left, right) if node.sign == "*" else over(left, right)
        case _other:
            return ""


def across(schools: StageRows, what: str, measure: Measure | None) -> Across | Missing:
    """Return a measure, or the formula `what`, over the schools of a stage; all that is missing is named at once."""
    root = parse(measure.value if measure else what).root
    if not schools.rows:
        return Missing((), because=_("没有可以计算的学校"))
    try:
        numbers = over_rows(root, schools.rows)
        weights = over_rows(Name(schools.weight), schools.rows)
    except NoNumber as none:
        return none.missing
    rows = zip(schools.rows, numbers, weights, strict=True)
    standard = measure.at_least.get(schools.stage) if measure else None
    return Across(
        label=measure.label if measure else what,
        unit=measure.unit if measure else schools.unit(root),
        decimals=measure.decimals if measure else 2,
        standard=standard,
        values=tuple(OfSchool(row.name, number, weight, row.school.place) for row, number, weight in rows),
        left_out=tuple((row.name, why) for row, why in schools.left_out),
        split=tuple(split_step(row) for row in schools.rows if _shares(root, row.spec) and row.portion is not None),
        spread=spread_of(numbers, weights),
    )


def spread_of(numbers: list[Fraction], weights: list[Fraction]) -> Spread | Missing:
    """Return how far schools lie apart, weighted and plain; or why that cannot be said."""
    try:
        middle, far = mean(numbers, weights), cv(numbers, weights)
        return Spread(middle, far * abs(middle), far, cv(numbers, [Fraction(1)] * len(numbers)))
    except NoNumber as none:
        return none.missing


def _shares(root: Node, spec: TableSpec) -> bool:
    return any(name in spec.shared for name, _member in names_in(root))


def split_step(row: StageRow) -> Step:
    """Return how a joint school is split: the weights, the pupils, and the stage's part."""
    weights = row.spec.split[row.school.kind]
    pupils = {stage: row.number(row.spec.weight, stage) or Fraction(0) for stage in weights}
    parts = " + ".join(f"{plain(weights[stage])}×{plain(pupils[stage])}" for stage in weights)
    own = f"{plain(weights[row.stage])}×{plain(pupils[row.stage])}"
    label = _("{school}（{kind}）拆分到{stage}").format(school=row.name, kind=row.school.kind, stage=row.stage)
    return Step(label, plain(row.portion or 0, 4), f"{own} ÷ ({parts})", row.school.place)
