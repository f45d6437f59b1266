"""How a formula comes out in one school: from the cells as typed, over their conversion and the split, to the number."""

from fractions import Fraction
from typing import Final

from evalcli.formula.evaluate import evaluate
from evalcli.formula.parse import Formula
from evalcli.formula.schools import StageRow, split_step
from evalcli.formula.tree import Name
from evalcli.formula.wording import worded
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.frozen import dataclass, replace
from evalcli.model.numbers import plain
from evalcli.model.pack import ALL_STAGES
from evalcli.model.printing import conversion, printed
from evalcli.model.trace import Step

_PLACES: Final = 4


def in_school(formula: Formula, row: StageRow, label: str = "", unit: str = "") -> Step | Missing:
    """Return the reckoning of a formula over columns in one school, or what the school lacks.

    Units are left out of the reckoning, as in scoring: 12 classes a room are a matter of the pack's. `label` names the
    measure that the formula stands for, `unit` is the unit in which its result is shown.
    """
    found = evaluate(formula, _Cells(row))
    if isinstance(found, Missing):
        return found
    words = worded(formula.root, row.label)
    named = _("{school}：{formula}").format(school=row.name, formula=f"{label} = {words}" if label else words)
    # A column alone is its cell.
    shown = found.step.shown if isinstance(formula.root, Name) or not unit else f"{plain(found.number, _PLACES)}{unit}"
    return replace(found.step, label=named, shown=shown)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one school as a formula looks them up."""

    row: StageRow

    def look_up(self, field: str, member: str, _when: str) -> Quantity | Missing:
        """Return what the school has in a column, with the cells that it was made of."""
        number = self.row.number(field, member)
        label = self.row.label(field, member)
        if number is None:
            return self.row.lacking(field, member)
        return Quantity(number, "", 0, self._step(field, member, label, number))

    def members(self, _field: str) -> tuple[str, ...]:
        """Return nothing: a formula names the stages that it means."""
        return ()

    def schools(self) -> None:
        """Return nothing: one school has no schools."""

    def _step(self, field: str, member: str, label: str, number: Fraction) -> Step:
        row, column = self.row, self.row.spec.columns[field]
        shown = f"{plain(number)}{column.unit}"
        if row.adds_up(field, member):
            stages = tuple(self._typed(field, stage) for stage in row.all_stages)
            return Step(label, shown, " + ".join(plain(row.number(field, stage) or 0) for stage in row.all_stages),
                        parts=tuple(step for step in stages if step))  # fmt: skip
        stage = (member or row.stage) if column.by else ALL_STAGES
        typed = self._typed(field, stage)
        if typed is None:
            return Step(label, shown, _("这所学校没有这一学段"), row.school.place)
        if not row.is_split(field):
            return typed
        whole = row.school.values[field, ALL_STAGES].number
        how = f"{plain(whole or 0)} × {plain(row.portion or 0)}"
        pupils = (self._typed(row.spec.weight, stage) for stage in row.spec.split[row.school.kind])
        split = replace(split_step(row), parts=tuple(step for step in pupils if step))
        return Step(label, shown, how, parts=(typed, split))

    def _typed(self, field: str, stage: str) -> Step | None:
        """Return a cell as it was typed and what it comes to; None where the school has no such cell."""
        value, column = self.row.school.values.get((field, stage)), self.row.spec.columns[field]
        if value is None:
            return None
        label = f"{column.label}（{stage}）" if stage else column.label
        # A table's head says the unit: only another unit, and a hedge, are worth telling.
        told = conversion(value, column) if value.factor != 1 or value.text else ""
        return Step(label, printed(value, column), "", value.place, conversion=told)
