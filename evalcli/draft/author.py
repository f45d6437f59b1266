"""What writes one report: turns values into text, figures into claims, and notes every figure that is missing."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jinja2 import UndefinedError
from markupsafe import Markup

from evalcli.draft.escape import claimed, escaped, lacking, together
from evalcli.draft.faults import template_place
from evalcli.draft.figures import Figures, FigureView, markup, told
from evalcli.language import _
from evalcli.model.facts import Missing, Quantity
from evalcli.model.filled import Paragraph, Problem
from evalcli.model.frozen import dataclass, field
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.place import Place
from evalcli.model.scorecard import Scored

# How Python shows what has no words for people: <function …>, [1, 2], True, b'…', 545 days, 0:00:00.
_WORDLESS: Any = (object.__str__, bytes.__str__, timedelta.__str__)


@dataclass(slots=True)
class Author:
    """The author of one report: the figures, the item being told, and what was found missing on the way."""

    scored: Scored
    figures: Figures
    item: str = ""
    missing: dict[str, Notice] = field(default_factory=dict)
    spent: int = 0

    def printed(self, value: Any) -> Markup:
        """Return what an expression prints that is not yet written."""
        if isinstance(value, str):
            return escaped(value)
        if isinstance(value, FigureView):
            return markup(value) if value.filled else self.absent(value.label, value.claim)
        if isinstance(value, Quantity):
            return claimed(value.step.shown, "=" + value.step.label)
        if isinstance(value, Missing):
            return self._unreckoned(value)
        if value is None:
            raise UndefinedError(_("这里没有值可印"))
        if isinstance(value, float):  # what Jinja makes of 1.5, and of a whole number divided by another
            value = Fraction(value)
        if isinstance(value, (Decimal, Fraction)):
            return escaped(plain(value))
        if not _says_itself(value):
            raise UndefinedError(_("这里不是一个能印的值，要写明是它的哪一项"))
        return escaped(str(value))

    def absent(self, label: str, field: str) -> Markup:
        """Return the yellow mark of a figure that a template wants, and remember the template and line."""
        return self._note(label, field, template_place(), self.item)

    def told(self, said: Paragraph | Problem) -> Markup:
        """Return a county's own text with the figures that it names; nothing else in it is more than text."""
        parts: list[Markup] = []
        for typed, view in told(self.scored.pack, self.figures, said.say):
            if view is None:
                parts.append(escaped(typed))
            elif view.filled:
                parts.append(markup(view))
            else:
                place = said.place.at(typed) if said.place else None
                parts.append(self._note(view.label, view.claim, place, self._home(said)))
        return together(parts)

    def _home(self, said: Paragraph | Problem) -> str:
        """Return the item that a text belongs to."""
        if isinstance(said, Problem):
            return said.item
        texts = self.scored.filled.text.items()
        owners = [item for item, paragraphs in texts if any(one is said for one in paragraphs)]
        owners += [problem.item for problem in self.scored.filled.problems if any(one is said for one in problem.plan)]
        return owners[0] if owners else ""

    def _unreckoned(self, value: Missing) -> Markup:
        """Return the marks of all that a reckoned number lacks."""
        ids = {entry.label: entry.id for entry in self.scored.pack.fields.values()}
        wanted = [(label, ids.get(label.partition("（")[0], ids.get(label, ""))) for label in value.fields]
        return together([self.absent(*one) for one in wanted or [(value.because, "")]])

    def _note(self, label: str, field: str, place: Place | None, item: str) -> Markup:
        """Remember a missing figure: the first place that wanted it is told."""
        if label not in self.missing:
            where = _("指标 {item} 的文字").format(item=item) if item else _("报告文字")
            message = _("{where}要用“{label}”（{field}），没有填报") if field else _("{where}有一个数算不出来：{label}")
            advice = _("补报该项；或用 --draft 先出草稿，缺处标黄。")
            said = message.format(where=where, label=label, field=field)
            self.missing[label] = Notice("draft.missing-figure", Level.STOP, said, advice, place)
        return lacking(label)


def _says_itself(value: Any) -> bool:
    """Tell whether a value has words of its own: a list or a function would print as Python shows it, in a report to be signed."""
    kind = type(value)
    return kind is int or kind.__str__ not in _WORDLESS
