"""Figures typed into the county's own texts under a field's name, against what was filled in for it.

Rather miss a fault than cry wolf: a name counts where it begins its clause, and what another year, a requirement or a part
of the county had is left alone.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.passages import NUMBER, Passage, exact, passages, typed, within
from evalcli.check.subjects import called, of_figure
from evalcli.check.targets import better_lower
from evalcli.language import _
from evalcli.model.filled import Figure, Filled, Value
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Field, Pack
from evalcli.model.printing import printed
from evalcli.model.units import split

# Shorter names stand inside too many others.
_NAME = 4
# A name in the dictionary may end in what a sentence leaves out: 独立公办幼儿园数, 独立公办幼儿园11所.
_COUNTED = re.compile("(?<=.{4})(?:人?数|金额)$")
_REACHED = "达到了?|达|提[高升][到至]|增[加长][到至]|上升[到至]|下?降[低到至]+|减少[到至]"
_LINK = f"(?:数|人数)?(?:已|现|均|共|就|高|仅|只|还)?(?P<link>为|是|有|:|：|{_REACHED})?"
_VALUE = (
    rf"(?P<before>约|大约|近|逾|超过|超|不足|不到)?(?P<number>{NUMBER})(?P<early>余|多)?"
    r"(?P<scale>万亿|亿|百万|千万|万|千)?(?P<late>余|多)?"
)
_AFTER = "(?P<after>以上|以下|以内|左右)?(?!的?(?:标准|要求|规定|任务|底线|目标))"
_RATIO = r"(?P<part>[0-9]+(?:\.[0-9]+)?)(?P<sign>:|比)(?P<of>[0-9]+(?:\.[0-9]+)?)"
_GROWN = re.compile(
    rf"[，,]?(?:同比|比上年|较上年|比去年)(?:实际)?(?P<verb>增[长加]|提高|上升|下降|减少|降低)了?(?P<number>{NUMBER})%"
)
_SAME = ("人名位", "所个家", "场次", "条项", "台套")
# What may stand before a name in its clause without making it another one.
_LEAD = re.compile(
    "(?:(?:截?至|截止|到)?[0-9]{4}(?:年度?|学年)|(?:上半|下半)?年?[底末初]|[0-9]{1,2}月|全|我|本|目前|现有?|已|使|共|有|其中"
    "|实现|年内|今年|县|区|市|州|旗|的|以来|总体|平均|:|：|（|\\s)*"
)
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年|学年)")
_SINCE = re.compile(r"((?:19|20)[0-9]{2})年?(?:以来|起)")
# Who says so tells of another time, or of what should be.
_PAST = re.compile("上年|去年|此前|以前|过去|原来|原先|往年|同期|当时")
_AHEAD = re.compile("计划|规划|力争|争取|确保|目标|预计|拟|打算|下一步|将")
# 大班额认定人数, “大班额”起点: from how many on something is called so.
_LIMIT = re.compile("“?(?P<name>[^“”]{2,8}?)”?(?:认定人数|认定标准|起点)$")
Names = dict[str, list[tuple[Field, str]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A name with its number: the clause left of it, and the match right of it."""

    field: Field
    member: str
    sentence: str
    start: int
    match: re.Match[str]

    @property
    def phrase(self) -> str:
        """Return the words that were found."""
        return self.sentence[self.start : self.match.end()]

    @property
    def range(self) -> precision.Range:
        """Return which numbers, in the field's unit, are written so."""
        if self.field.unit == "比":
            part, of = Fraction(self.match["part"]), Fraction(self.match["of"])
            half = Fraction(1, 2 * 10 ** len(self.match["part"].partition(".")[2]))
            return (part - half) / of, (part + half) / of
        hedge = "".join(self.match[name] or "" for name in ("before", "early", "late", "after"))
        scale, _bare = split(self.field.unit)
        low, high = within(self.match["number"], self.match["scale"] or "", hedge)
        return low / scale, high / scale


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every figure in a text that is not what was filled in under the same name."""
    names = _names(pack, filled)
    lower, limits = better_lower(pack), _limits(pack, filled)
    for passage in passages(pack, filled):
        for sentence in typed(passage):
            for found in _figures(names, sentence, filled):
                yield from _compared(filled, passage, found, lower)
            for limit in limits:
                yield from _limited(passage, sentence, limit)


def _names(pack: Pack, filled: Filled) -> Names:
    """Return every name of what was filled in, the longest first; one member has its own before the field's."""
    names: Names = {}
    for (name, member), figure in filled.figures.items():
        field = pack.fields[name]
        if field.kind == "number" and field.unit not in ("", "年") and filled.year in figure.years:
            for label in dict.fromkeys((field.label, *field.aliases)):
                for said in (label, _COUNTED.sub("", label)):
                    for called_so in (f"{member}{said}", f"{said}（{member}）") if member else (said,):
                        owners = names.setdefault(called_so, [])
                        owners += [] if (field, member) in owners else [(field, member)]
    return {name: names[name] for name in sorted(names, key=len, reverse=True) if len(name) >= _NAME}


def _figures(names: Names, sentence: str, filled: Filled) -> Iterator[_Found]:
    """Yield every name that a number follows; a name inside a longer one is not looked at again."""
    taken: set[int] = set()
    for name, owners in names.items():
        start = sentence.find(name)
        while start >= 0:
            end = start + len(name)
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                found = [one for one in _read(owners, sentence, start, end) if _leads(sentence[:start], filled)]
                # A name that two fields share is right where it is right for one of them.
                yield from found if len(found) == 1 else ()
            start = sentence.find(name, end)


def _read(owners: list[tuple[Field, str]], sentence: str, start: int, end: int) -> Iterator[_Found]:
    for field, member in owners:
        match = _pattern(field.unit).match(sentence, end)
        if match:
            yield _Found(field, member, sentence, start, match)


def _pattern(unit: str) -> re.Pattern[str]:
    if unit == "比":
        return re.compile(_LINK + _RATIO + _AFTER)
    _scale, bare = split(unit)
    words = next((f"[{same}]" for same in _SAME if bare in same), re.escape(bare))
    return re.compile(_LINK + _VALUE + words + _AFTER)


def _leads(left: str, filled: Filled) -> bool:
    """Return whether nothing stands before a name in its clause that would make it another one."""
    clause = re.split("[，,、]", left)[-1]
    return _LEAD.fullmatch(clause.replace(filled.county.name, "")) is not None


def _compared(filled: Filled, passage: Passage, found: _Found, lower: set[str]) -> Iterator[Notice]:
    figure = filled.figures[found.field.id, found.member]
    left = found.sentence[: found.start]
    years = [int(year) for year in _YEAR.findall(left)]
    if passage.plan or (years and years[-1] > filled.end.year):
        yield from _target(filled, passage, found, lower)
        return
    # What was done since an earlier year is more than what was done in this one.
    since = any(int(year) < filled.start.year for year in _SINCE.findall(left))
    if _AHEAD.search(found.sentence) or _PAST.search(left) or since:
        return
    year = filled.year if not years or years[-1] == filled.end.year else years[-1]
    value = figure.years.get(year)
    if value is None or value.number is None:
        return
    if precision.apart(found.range, precision.operand(value)):
        yield _differs(passage, found, value)
    elif year == filled.year:
        yield from _growth(filled, passage, found, figure)


def _differs(passage: Passage, found: _Found, value: Value) -> Notice:
    message = _("{where}写“{phrase}”，填报的是 {value}（{place}）").format(
        where=passage.where, phrase=found.phrase, value=printed(value, found.field), place=value.place
    )
    name = f"{found.field.id}.{found.member}" if found.member else found.field.id
    advice = _("核实后改成一致；文字里写 [[{id}]]，就总是填报的数。").format(id=name)
    return _doubt("text.figure", message, advice, passage, found, value)


def _doubt(code: str, message: str, advice: str, passage: Passage, found: _Found, *values: Value | None) -> Notice:
    about = of_figure(found.field, found.member, *values)
    about = replace(about, values=(*about.values, found.phrase))
    return Notice(code, Level.DOUBT, message, advice, passage.place(found.phrase), about)


def _growth(filled: Filled, passage: Passage, found: _Found, figure: Figure) -> Iterator[Notice]:
    """Yield a notice where the growth told after a figure is not that of both years, or not the stated one."""
    match = _GROWN.match(found.sentence, found.match.end())
    known = _grown(figure, filled.year)
    if not match or known is None or found.field.unit == "%":
        return
    sign = 1 if match["verb"] in ("增长", "增加", "提高", "上升") else -1
    low, high = within(match["number"])
    said = (low, high) if sign > 0 else (-high, -low)
    if precision.apart(said, known):
        phrase = found.sentence[found.start : match.end()]
        message = _("{where}写“{phrase}”，按填报的数是 {grown}%").format(
            where=passage.where, phrase=phrase, grown=plain(precision.middle(known), 2)
        )
        values = (figure.years[filled.year], figure.years.get(filled.year - 1), figure.growth)
        yield _doubt("text.growth", message, _("核对两年的值和增幅。"), passage, found, *values)


def _grown(figure: Figure, year: int) -> precision.Range | None:
    """Return between what the growth in a year lies, by both years or else as stated."""
    this, last = figure.years[year], figure.years.get(year - 1)
    if last is not None and last.number and this.number is not None:
        now, before = precision.operand(this), precision.operand(last)
        ends = [(one - other) / abs(other) * 100 for one in now for other in before]
        return min(ends), max(ends)
    return precision.stated(figure.growth) if figure.growth and figure.growth.number is not None else None


def _target(filled: Filled, passage: Passage, found: _Found, lower: set[str]) -> Iterator[Notice]:
    """Yield a notice where a text aims at less than what is there already."""
    present = filled.figures[found.field.id, found.member].years[filled.year]
    if found.field.unit != "%" or not re.fullmatch(_REACHED, found.match["link"] or "") or present.number is None:
        return
    number, aim = Fraction(present.number), Fraction(found.match["number"].replace(",", ""))
    wrong = aim > number if found.field.id in lower else aim < min(number, Fraction(100))
    if wrong:
        message = _("{where}要“{phrase}”，现状已是 {present}（{label}，{place}）").format(
            where=passage.where,
            phrase=found.phrase,
            present=printed(present, found.field),
            label=called(found.field, found.member),
            place=present.place,
        )
        advice = _("核对两个数的口径和年份；目标不应比现状还差。")
        yield _doubt("text.target", message, advice, passage, found, present)


@dataclass(frozen=True, slots=True)
class _Limit:
    """From how many on something is called by a name: the pattern that tells it, and the values that were filled in."""

    pattern: re.Pattern[str]
    values: tuple[tuple[Field, Value], ...]


def _limits(pack: Pack, filled: Filled) -> tuple[_Limit, ...]:
    known: dict[tuple[str, str], list[tuple[Field, Value]]] = {}
    for (name, _member), figure in filled.figures.items():
        field, value = pack.fields[name], figure.years.get(filled.year)
        match = _LIMIT.search(field.label)
        if match and value is not None and value.number is not None:
            known.setdefault((match["name"], field.unit), []).append((field, value))
    return tuple(
        _Limit(re.compile(f"(?P<number>{NUMBER}){unit}(?:（含）)?及?以上的?“?{name}”?"), tuple(values))
        for (name, unit), values in known.items()
    )


def _limited(passage: Passage, sentence: str, limit: _Limit) -> Iterator[Notice]:
    """Yield a notice where a text draws the line elsewhere than every field that does."""
    for match in limit.pattern.finditer(sentence):
        if all(exact(match["number"]) != value.number for _field, value in limit.values):
            field, value = limit.values[0]
            message = _("{where}写“{phrase}”，{label}填报的是 {value}（{place}）").format(
                where=passage.where, phrase=match[0], label=field.label, value=printed(value, field), place=value.place
            )
            about = of_figure(field, "", value)
            about = replace(about, values=(*about.values, match[0]))
            yield Notice("text.limit", Level.DOUBT, message, _("统一为一个界线。"), passage.place(match[0]), about)
