"""The `figures` of a county file → values by field, member and year."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from decimal import Decimal
from difflib import get_close_matches
from operator import attrgetter

from evalcli.fill import convert
from evalcli.fill.entry import GROWTH, Entry, Key
from evalcli.fill.merge import Prefer, agreed
from evalcli.language import _, enumerated
from evalcli.model.document import Mapping, Node, Scalar, members, texts
from evalcli.model.filled import Figure, Value
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Field, Pack
from evalcli.model.place import Place

_YEAR = re.compile("[12][0-9]{3}")


def figures(
    pack: Pack, nodes: Iterable[Node], year: int, chosen: Prefer | None = None
) -> tuple[Dict[Key, Figure], tuple[Notice, ...]]:
    """Return all figures in `nodes` (each a mapping, or a list of mappings with `from`) and what was wrong.

    `chosen` says which source counts where several differ.
    """
    names = _names(pack)
    found: list[Entry | Notice] = []
    for node in nodes:
        for block in members(node) or (node,):
            if isinstance(block, Mapping):
                found += _block(pack, names, block, year)
    entries, conflicts = agreed(pack, [entry for entry in found if isinstance(entry, Entry)], chosen or Prefer())
    return _gathered(pack, entries), tuple(item for item in found if isinstance(item, Notice)) + tuple(conflicts)


def _names(pack: Pack) -> dict[str, Field]:
    names = {alias: field for field in pack.fields.values() for alias in field.aliases}
    names |= {field.label: field for field in pack.fields.values()}
    return names | dict(pack.fields)


def _block(pack: Pack, names: dict[str, Field], block: Mapping, year: int) -> Iterator[Entry | Notice]:
    reader = _Reader(pack, block.text("from"))
    for key, node in block.entries:
        if key.text == "from":
            continue
        name, _dot, part = key.text.partition(".")
        field = names.get(name)
        if field is None or part not in ("", "growth"):
            yield _unknown(names, key)
            continue
        wanted = _growth_of(field) if part else field
        for item in reader.members(wanted, node, GROWTH if part else year):
            if isinstance(item, Entry):
                yield item
            else:
                yield replace(item, about=About(field.id, wanted.label, field.office, (_typed(node),)))


def _typed(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _growth_of(field: Field) -> Field:
    label = _("{label}增幅").format(label=field.label)
    return replace(field, label=label, unit="%", kind="number", low=None, high=None, decimals=2)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what stands under the names of one block, all of which a county has `said` to be from one source."""

    pack: Pack
    said: str

    def members(self, field: Field, node: Node, year: int) -> Iterator[Entry | Notice]:
        """Yield the values of a field, member by member and year by year, and what is wrong with them."""
        if not field.by:
            yield from self._years(field, "", node, year)
            return
        known = self.pack.dimensions[field.by]
        if isinstance(node, Scalar) and convert.nothing(node.text):
            yield _nothing(field, node)
            return
        if not isinstance(node, Mapping):
            message = _("{label}要按“{by}”分开填").format(label=self.pack.fields[field.id].label, by=field.by)
            advice = _("写成 {{{members}}}。").format(members=": …, ".join(known) + ": …")
            yield _fault("figure.member", node.place, message, advice)
            return
        for key, value in node.entries:
            if key.text in known:
                yield from self._years(replace(field, label=f"{field.label}（{key.text}）"), key.text, value, year)
                continue
            label = self.pack.fields[field.id].label
            message = _("{label}没有“{member}”这一分项").format(label=label, member=key.text)
            advice = _("可用的分项：{known}。").format(known=enumerated(known))
            yield _fault("figure.member", key.place, message, advice)

    def _years(self, field: Field, member: str, node: Node, year: int) -> Iterator[Entry | Notice]:
        if not isinstance(node, Mapping) or year == GROWTH:
            return self._value(field, (field.id, member), node, year)
        return self._by_year(field, member, node, year)

    def _by_year(self, field: Field, member: str, node: Mapping, year: int) -> Iterator[Entry | Notice]:
        for key, value in node.entries:
            if not _YEAR.fullmatch(key.text):
                message = _("{label}不分项，“{key}”也不是年份").format(label=field.label, key=key.text)
                advice = _("直接填数值，或按年份写：2021: …，2020: …。")
                yield _fault("figure.member", key.place, message, advice)
                continue
            if int(key.text) not in (year, year - 1):
                message = _("{label}填了{given}年，这次只用{last}年和{this}年")
                message = message.format(label=field.label, given=key.text, last=year - 1, this=year)
                yield Notice("figure.year", Level.HINT, message, _("核对年份；确是往年的数，可以留着。"), key.place)
            yield from self._value(field, (field.id, member), value, int(key.text))

    def _value(self, field: Field, key: Key, node: Node, year: int) -> Iterator[Entry | Notice]:
        read = self._listed if field.kind == "names" else self._one
        for item in read(field, node):
            yield Entry(key, year, item) if isinstance(item, Value) else item

    def _listed(self, field: Field, node: Node) -> Iterator[Value | Notice]:
        """Yield a list of names; names written in one line stand between 、."""
        if isinstance(node, Scalar) and convert.nothing(node.text):
            yield _nothing(field, node)
            return
        names = tuple(name.strip() for name in (node.text.split("、") if isinstance(node, Scalar) else texts(node)))
        if isinstance(node, Mapping) or len(names) < len(members(node)) or "" in names:
            message = _("{label}要填一组名称").format(label=field.label)
            yield _fault("figure.names", node.place, message, _("写成 [甲, 乙, 丙]。"))
            return
        text = "、".join(names)
        yield Value(text, Decimal(len(names)), "", node.place, text=text, said=self.said)

    def _one(self, field: Field, node: Node) -> Iterator[Value | Notice]:
        if not isinstance(node, Scalar):
            message = _("{label}要填一个值，这里是一组").format(label=field.label)
            yield _fault("figure.number", node.place, message, _("删去多余的值。"))
            return
        if field.kind == "text":
            yield (
                _nothing(field, node)
                if convert.nothing(node.text)
                else Value(node.text, None, "", node.place, text=node.text, said=self.said)
            )
            return
        meaning = (convert.yes_no if field.kind == "yes_no" else convert.number)(node.text, field)
        if isinstance(meaning, convert.Fault):
            yield _fault(meaning.code, node.place, meaning.message, meaning.advice)
        elif meaning is None:
            yield _nothing(field, node)
        else:
            if meaning.assumed:
                message = _("{label}：“{raw}”没有写“{unit}”，按{unit}处理")
                message = message.format(label=field.label, raw=node.text, unit=meaning.assumed)
                yield Notice("figure.unit-assumed", Level.HINT, message, _("把单位写全。"), node.place)
            yield Value(
                node.text,
                meaning.number,
                field.unit,
                node.place,
                meaning.approx,
                meaning.text,
                self.said,
                meaning.factor,
            )


def _nothing(field: Field, node: Scalar) -> Notice:
    message = _("{label}填的是“{raw}”，按没有填报处理").format(label=field.label, raw=node.text)
    return Notice("figure.nothing", Level.HINT, message, _("确实为零时请填 0。"), node.place)


def _gathered(pack: Pack, entries: list[Entry]) -> Dict[Key, Figure]:
    years: dict[Key, dict[int, Value]] = {}
    growth: dict[Key, Value] = {}
    for entry in sorted(entries, key=attrgetter("year")):  # the order of the files must not show in a result
        if entry.year == GROWTH:
            growth[entry.key] = entry.value
        else:
            years.setdefault(entry.key, {})[entry.year] = entry.value
    return {
        key: Figure(years.get(key, {}), growth.get(key)) for key in _in_order(pack) if key in years or key in growth
    }


def _in_order(pack: Pack) -> Iterator[Key]:
    """Yield every key that a pack can have, in the pack's order: the order of the files must not show in a result."""
    for field in pack.fields.values():
        for member in pack.dimensions.get(field.by, ("",)):
            yield field.id, member


def _unknown(names: dict[str, Field], key: Scalar) -> Notice:
    near = get_close_matches(key.text.partition(".")[0], names, 1)
    advice = _("最接近的是“{near}”（{label}）。").format(near=near[0], label=names[near[0]].label) if near else ""
    message = _("指标包里没有填报项“{name}”").format(name=key.text)
    return _fault("figure.unknown", key.place, message, advice or _("核对名称，或删去这一行。"))


def _fault(code: str, place: Place, message: str, advice: str) -> Notice:
    return Notice(code, Level.MUST, message, advice, place)
