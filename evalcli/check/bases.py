"""Time bases mixed inside one formula: money of a fiscal year beside pupils of a school year."""

import re
from collections.abc import Iterator

from evalcli.formula.parse import parse
from evalcli.language import _, enumerated
from evalcli.model.filled import Filled
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack
from evalcli.rules import rule

# Families of bases that are not of one time; 评价期 and its ends are whatever the report is about, and go with all.
_FAMILIES = {
    "财政年度": re.compile("财政|预算|决算"),
    "学年": re.compile("学年|学期|招生年度"),
    "自然年": re.compile("自然年|日历年|公历年"),
}


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice, once a formula, where it mixes time bases that the pack does not say it means to mix."""
    meant = [{family(base) for base in bases} for bases in pack.mixed_bases]
    given = {key[0] for key in filled.figures}
    for what, names in _formulas(pack):
        # What cannot be reckoned mixes nothing.
        bases = {pack.fields[name].basis: name for name in sorted(names)} if names <= given else {}
        families = {found: basis for basis in bases if (found := family(basis))}
        if len(families) > 1 and not any(families.keys() <= one for one in meant):
            yield _mixed(pack, what, [bases[basis] for basis in families.values()])


def family(basis: str) -> str:
    """Return of what time a basis is, empty where it goes with any other."""
    return next((name for name, pattern in _FAMILIES.items() if pattern.search(basis)), "")


def _formulas(pack: Pack) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield every formula of the pack under the name of what uses it, with the fields that are reckoned together."""
    for point in (point for indicator in pack.indicators for point in indicator.key_points):
        texts = [str(text) for text in rule(point.rule).fields(point.parameters)]
        texts += [point.value] if point.value else []
        yield point.id, frozenset(name for text in texts for name in parse(text).names)
    for relation in (one for one in pack.relations if not one.table):
        yield relation.id, parse(relation.holds).names
    for field in (one for one in pack.fields.values() if one.equals):
        yield field.id, parse(field.equals).names | {field.id}


def _mixed(pack: Pack, what: str, names: list[str]) -> Notice:
    listed = enumerated(
        _("{label}（{basis}）").format(label=pack.fields[name].label, basis=pack.fields[name].basis) for name in names
    )
    message = _("{what} 把不同时间口径的数放在一起算：{fields}").format(what=what, fields=listed)
    advice = _("核对各数是否取自同一时间；有意为之的，由指标包在 mixed_bases 里写明。")
    return Notice("figure.basis", Level.DOUBT, message, advice, None, About(what, what, pack.fields[names[0]].office))
