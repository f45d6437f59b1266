"""One fact, one value: between sentences, tables and annexes, and against what was filled in."""

import re
from collections.abc import Iterator
from decimal import Decimal

from evalcli.language import _
from evalcli.model.filled import Value
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import rounded
from evalcli.model.pack import Field
from evalcli.model.printing import printed
from evalcli.proofread.text import Paragraph, Read

_NUMBER = r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
# Between a label and its number: 普惠率为94%, 普惠率达到94%.
_LINK = "(?:分?别?为|达到?|是|共|有|：)?"
# 达到50%以上 is a bound, such as a target that is quoted, and no value.
_NO_BOUND = "(?!及?以[上下内])"
# Shorter names stand inside too many others.
_NAME = 4


def notices(text: Read) -> Iterator[Notice]:
    """Yield a doubt for every figure typed into the text that is not what was filled in under the same name."""
    targets = [point.text for indicator in text.pack.indicators for point in indicator.key_points]
    said = [(part, _unclaimed(part, targets)) for part in text.body]
    for field in text.pack.fields.values():
        values = _known(text, field)
        if values:
            yield from _typed(said, field, values)


def _known(text: Read, field: Field) -> list[Value]:
    """Return all values of a field, the latest first; one with members has several names in a sentence and is left alone."""
    figure = text.filled.figures.get((field.id, ""))
    years = sorted(figure.years.items(), reverse=True) if figure else []
    return [value for _year, value in years if value.number is not None]


def _typed(said: list[tuple[Paragraph, str]], field: Field, values: list[Value]) -> Iterator[Notice]:
    names = [re.escape(name) for name in (field.label, *field.aliases) if len(name) >= _NAME]
    if not names or field.unit in ("", "比"):
        return
    pattern = re.compile(f"(?:{'|'.join(names)}){_LINK}{_NUMBER}{re.escape(field.unit)}{_NO_BOUND}")
    for part, words in said:
        for match in pattern.finditer(words):
            if not any(_same(match["number"], value) for value in values):
                shown = printed(values[0], field)
                message = _("正文写“{typed}”，填报的是 {shown}").format(typed=match[0], shown=shown)
                advice = _("核实后改成一致；正文里写 [[{id}]]，就总是填报的数。").format(id=field.id)
                yield Notice("draft.figure-differs", Level.DOUBT, message, advice, part.at(match[0]))


def _unclaimed(part: Paragraph, targets: list[str]) -> str:
    """Return the text with a sign for what is right by construction: figures that came from a field, targets as the pack words them."""
    words = "".join("□" if run.claim else run.text for run in part.runs)
    for target in targets:
        words = words.replace(target, "□")
    return words


def _same(typed: str, value: Value) -> bool:
    """Return whether a typed number is a value, at the places that were typed."""
    number = Decimal(typed.replace(",", ""))
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    return value.number is not None and rounded(value.number, max(decimals, 0)) == number
