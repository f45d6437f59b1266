"""Several sources for one figure: they agree, or a person said which one counts, or none is taken (nothing is last-wins)."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from fractions import Fraction

from evalcli.fill import convert
from evalcli.fill.entry import Entry, Key
from evalcli.language import _
from evalcli.model.document import Mapping, Node, Scalar, texts
from evalcli.model.filled import Value
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import rounded
from evalcli.model.pack import Field, Pack
from evalcli.model.place import Place

_TYPED = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_MORE = ("余", "多", "逾", "超", "以上")
_LESS = ("近", "以下", "以内")


@dataclass(frozen=True, slots=True)
class Prefer:
    """Which source counts where several differ: names or patterns of files and sources, for all fields or for one."""

    sources: tuple[Scalar, ...] = ()
    by_field: tuple[tuple[Scalar, tuple[Scalar, ...]], ...] = ()

    def of(self, field: str) -> tuple[Scalar, ...]:
        """Return the sources for a field, the first choice first."""
        return next((sources for key, sources in self.by_field if key.text == field), self.sources)


def prefer(node: Node | None) -> Prefer:
    """Return what a county's `prefer` says: a list of sources, or one or several for each field."""
    if isinstance(node, Mapping):
        return Prefer(by_field=tuple((key, _sources(value)) for key, value in node.entries))
    return Prefer(_sources(node))


def _sources(node: Node | None) -> tuple[Scalar, ...]:
    return tuple(Scalar(text, node.place) for text in texts(node)) if node else ()


def unknown(pack: Pack, chosen: Prefer) -> Iterator[Notice]:
    """Yield the fields that `prefer` names and the pack does not have."""
    for key, _sources_of in chosen.by_field:
        if key.text not in pack.fields:
            message = _("prefer 里的“{name}”不是指标包的填报项").format(name=key.text)
            yield Notice("county.prefer", Level.MUST, message, _("写填报项的编号，例如 spending。"), key.place)


def agreed(pack: Pack, entries: list[Entry], chosen: Prefer) -> tuple[list[Entry], list[Notice]]:
    """Return for every figure and year the one value that counts, and what is to be said of the others."""
    spots: dict[tuple[Key, int], list[Entry]] = {}
    for entry in entries:
        spots.setdefault((entry.key, entry.year), []).append(entry)
    kept = [said[0] for said in spots.values() if len(said) == 1]
    notices: list[Notice] = []
    # The order of the files must not show in what is told.
    several = [sorted(said, key=_order) for said in spots.values() if len(said) > 1]
    for said in sorted(several, key=lambda said: _order(said[0])):
        field = pack.fields[said[0].key[0]]
        best = min(said, key=lambda entry: (bool(entry.value.approx), _last_place(entry.value)))
        wanted = _preferred(field, said, chosen.of(field.id))
        if all(_agree(field, best.value, entry.value) for entry in said):
            kept.append(best)
            notices += _finer(field, best, said)
        elif wanted:
            kept.append(wanted)
            notices += _passed_over(field, wanted, said)
        else:
            notices += _conflicts(field, said)
    return kept, notices


def _order(entry: Entry) -> tuple[str, str, tuple[str, str, int, int]]:
    return entry.value.raw, entry.value.said, _position(entry.value.place)


def _position(place: Place) -> tuple[str, str, int, int]:
    return place.file, place.sheet, place.line, place.column


def _last_place(value: Value) -> Fraction:
    """Return how much the last typed digit counts, in the field's unit; what is hedged is no better than its last digit that is not 0."""
    match = _TYPED.search("".join(convert.tidy(value.raw).replace(",", "").split()))
    if match is None or value.number is None:
        return Fraction(0)
    places = -len(match[2] or "")
    if value.approx and not places:
        places = len(match[1]) - len(match[1].rstrip("0"))
    return Fraction(10) ** places * value.factor


def _agree(field: Field, best: Value, other: Value) -> bool:
    if field.kind in ("text", "names") or best.number is None or other.number is None:
        return best.text == other.text
    one, two = Fraction(best.number), Fraction(other.number)
    if one == two and other.approx in ("", best.approx):
        return True
    if other.approx:
        return _within(one - two, _last_place(other), other.approx)
    return field.decimals is not None and rounded(one, field.decimals) == rounded(two, field.decimals)


def _within(difference: Fraction, step: Fraction, hedge: str) -> bool:
    """Return whether a value may be hedged so: 1387万余元 is 1387 to 1388, 约1400 is 1350 to 1450, 近1400 a little less."""
    if hedge in _MORE:
        return 0 < difference < step
    if hedge in _LESS:
        return -step < difference < 0
    return abs(difference) * 2 <= step


def _differing(field: Field, best: Entry, said: list[Entry]) -> Iterator[Entry]:
    """Yield the entries with another number or text than `best`, each value once, in the order of their places."""
    seen: list[Value] = [best.value]
    for entry in sorted(said, key=lambda one: _position(one.value.place)):
        value = entry.value
        if not any(_same(field, value, other) for other in seen):
            seen.append(value)
            yield entry


def _same(field: Field, one: Value, other: Value) -> bool:
    if field.kind in ("text", "names") or one.number is None:
        return one.text == other.text
    return one.number == other.number and one.approx == other.approx


def _finer(field: Field, best: Entry, said: list[Entry]) -> Iterator[Notice]:
    for other in _differing(field, best, said):
        message = _("{label}：{other}和 {best}（{place}）相合，采用更准确的 {best}")
        message = message.format(
            label=_label(field, best.key[1]), other=other.value.raw, best=best.value.raw, place=best.value.place
        )
        yield Notice("figure.rounded", Level.HINT, message, _("不用改；要一致时写成一样。"), other.value.place)


def _preferred(field: Field, said: list[Entry], sources: tuple[Scalar, ...]) -> Entry | None:
    """Return the value of the first source that has any, if it does not contradict itself."""
    for source in sources:
        ones = [entry for entry in said if _is_from(entry.value, source.text)]
        if ones:
            best = min(ones, key=lambda entry: (bool(entry.value.approx), _last_place(entry.value)))
            return best if all(_agree(field, best.value, entry.value) for entry in ones) else None
    return None


def _is_from(value: Value, source: str) -> bool:
    file, sheet = value.place.file, value.place.sheet
    names = (file, file.rpartition("/")[2], f"{file}#{sheet}", value.said)
    return any(name == source or fnmatchcase(name, source) for name in names if name)


def _passed_over(field: Field, wanted: Entry, said: list[Entry]) -> Iterator[Notice]:
    for other in _differing(field, wanted, said):
        message = _("{label}有两个不同的值：按 prefer 采用 {wanted}（{place}），没有采用 {other}")
        message = message.format(
            label=_label(field, wanted.key[1]), wanted=wanted.value.raw, place=wanted.value.place, other=other.value.raw
        )
        yield Notice("figure.preferred", Level.HINT, message, _("不用改；核实后最好只留一个。"), other.value.place)


def _conflicts(field: Field, said: list[Entry]) -> Iterator[Notice]:
    """Yield a notice for every value that differs from the one that stands first."""
    one = min(said, key=lambda entry: _position(entry.value.place))
    for other in _differing(field, one, said):
        message = _("{label}有两个不同的值：{one}（{place}）和 {other}，都没有采用")
        message = message.format(
            label=_label(field, one.key[1]), one=one.value.raw, place=one.value.place, other=other.value.raw
        )
        advice = _("核实后只留一个；都要留时在 county.yaml 里指明用哪个：prefer: {{{field}: {file}}}。")
        advice = advice.format(field=field.id, file=one.value.place.file)
        yield Notice("figure.conflict", Level.MUST, message, advice, other.value.place)


def _label(field: Field, member: str) -> str:
    return f"{field.label}（{member}）" if member else field.label
