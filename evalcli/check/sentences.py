"""What a sentence of the county's own texts says with its own numbers: parts and total, share and counts, from and to.

Each pattern asks for the whole figure of speech, with the same unit on both sides, so that numbers that merely stand side by
side are not reckoned with one another.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from evalcli.check import precision
from evalcli.check.passages import NUMBER, SCALE, Passage, exact, passages, told, within
from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass
from evalcli.model.notice import About, Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Pack

_UNIT = "人次|平方米|公里|课时|[所个名人家间台套项元册亩辆件处起班]"
_WORD = "[^，,、；。：:0-9]"
_PART = rf"{_WORD}{{1,16}}?{NUMBER}{SCALE}(?P=unit)"
_UP = "提[高升]|增[加长]|上升|扩大|增至"
_DOWN = "下降|降低|减少|压减|缩小"


def _count(name: str) -> str:
    """Return the pattern of a number with its scale, which is called by the same name with an s."""
    return f"(?P<{name}>{NUMBER})(?P<{name}s>{SCALE})"


# 小学10所、初中5所，合计16所
_SUMMED = re.compile(
    rf"(?P<parts>(?:{_WORD}{{1,16}}?{NUMBER}{SCALE}(?P<unit>{_UNIT})(?:、|，|,|和))(?:{_PART}(?:、|，|,|和))*{_PART})"
    rf"[，,]?(?:合计|共计|总计|一共){_WORD}{{0,8}}{_count('total')}(?P=unit)"
)
# 幼儿园140所，其中公办54所、民办90所
_OF_WHICH = re.compile(
    rf"{_count('total')}(?P<unit>{_UNIT})[，,（(]其中[：:，,]?(?P<parts>{_PART}(?:(?:、|，|,|和){_PART})*)"
)
# 幼儿园140所，其中普惠园133所，普惠率94%；应入学100人，实际入学98人，入学率99%；预算2亿元，执行1.8亿元，执行率95%
_SHARED = re.compile(
    rf"(?P<lead>(?:应|预算){_WORD}{{0,12}}?)?{_count('total')}(?P<unit>{_UNIT})[，,（(](?P<which>其中)?(?P<name>{_WORD}{{0,14}}?)"
    rf"{_count('part')}(?P=unit)[，,）)]*(?P<what>{_WORD}{{0,12}}?(?:率|占比|比例|比重|占{_WORD}{{0,8}}?))(?:为|达到?了?|的|是)?"
    rf"(?P<hedge>约|近|超过|超)?(?P<share>{NUMBER})%"
)
# 由78%提高到85%，提高7个百分点
_CHANGED = re.compile(
    rf"[由从](?:(?!个百分点){_WORD}|[0-9]{{4}}年){{0,14}}?{_count('before')}(?P<unit>%|{_UNIT})"
    rf"{_WORD}{{0,6}}?(?P<verb>{_UP}|{_DOWN})[到至为](?:{_WORD}|[0-9]{{4}}年){{0,10}}?{_count('after')}(?P=unit)"
    rf"(?:[，,]{_WORD}{{0,6}}?(?:{_UP}|{_DOWN})了?{_count('by')}(?P<of>%|个?百分点|(?P=unit)))?"
)
_RATIO = re.compile(rf"(?:生师比|师生比){_WORD}{{0,4}}?(?P<one>[0-9.]+)(?::|比)(?P<other>[0-9.]+)")
_TEACHERS = re.compile(rf"(?:教师|教职工){_WORD}{{0,4}}?(?P<number>{NUMBER})[名人]")
_PUPILS = re.compile(rf"学生{_WORD}{{0,4}}?(?P<number>{NUMBER})[名人]")
# 甲小学、乙小学、丙小学等2所；八公开：办学条件、招生政策……
_NAMED = re.compile("等(?P<count>[0-9]{1,2}|[两三四五六七八九十])[所个项名家处人位]")
_BEFORE_NAMES = re.compile("[，,；。：:0-9]")
_LISTED = re.compile(
    r"(?<![第十百千万0-9.])(?P<count>[0-9]{1,2}|[两三四五六七八九十])(?:(?:项|个|大|种|类|条|方面)[^，,；。：:、0-9]{0,8}|公开|严禁|不准|统一)”?"
    r"[：:](?P<names>[^，,；。：:0-9]+、[^，,；。：:0-9]+)$"
)
_WRITTEN = dict(zip("两三四五六七八九十", range(2, 11), strict=True))
# What names no thing of its own: 占比, 覆盖率, 占全县的.
_BARE = re.compile("占.*|覆盖率|比例|比重|比率|率$")
# Parts that a list gives under 其中 may overlap, unless they nearly add up to the whole.
_NEARLY = Fraction(6, 5)
# Pupils are no schools: a rate named after them has another base.
_OTHER_BASE = re.compile("幼儿(?!园)|学生|人数|人口|面积|经费|资金|同比|增长")


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A phrase that does not hold, and what it comes to."""

    phrase: str
    reckoned: str


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every sentence whose own numbers contradict one another."""
    for passage in passages(pack, filled):
        for sentence in told(pack, filled, passage):
            for reader in _READERS:
                yield from (_told(passage, doubt) for doubt in reader(sentence))


def _told(passage: Passage, doubt: _Doubt) -> Notice:
    message = _("{where}写“{phrase}”，{reckoned}").format(
        where=passage.where, phrase=doubt.phrase, reckoned=doubt.reckoned
    )
    about = About(passage.at, passage.where, passage.office, (doubt.phrase,))
    return Notice(
        "text.arithmetic", Level.DOUBT, message, _("核对原始台账，改正文字。"), passage.place(doubt.phrase), about
    )


def _parts(match: re.Match[str]) -> list[Fraction]:
    found = re.finditer(rf"(?P<number>{NUMBER})(?P<scale>{SCALE}){re.escape(match['unit'])}", match["parts"])
    return [exact(one["number"], one["scale"]) for one in found]


def _summed(sentence: str) -> Iterator[_Doubt]:
    for match in _SUMMED.finditer(sentence):
        parts, total = _parts(match), exact(match["total"], match["totals"])
        # A list may begin with a whole that its members then add up to.
        sums = [sum(parts[start:]) for start in range(len(parts))]
        if total not in (*sums, *parts):
            yield _Doubt(match[0], _("各部分之和是 {sum}{unit}").format(sum=plain(sums[0]), unit=match["unit"]))


def _of_which(sentence: str) -> Iterator[_Doubt]:
    for match in _OF_WHICH.finditer(sentence):
        parts, total = _parts(match), exact(match["total"], match["totals"])
        largest, whole = max(parts), sum(parts)
        if largest > total:
            yield _Doubt(match[0], _("其中的 {part}{unit}多于总数").format(part=plain(largest), unit=match["unit"]))
        elif total < whole <= total * _NEARLY:
            yield _Doubt(match[0], _("各部分之和是 {sum}{unit}").format(sum=plain(whole), unit=match["unit"]))


def _shared(sentence: str) -> Iterator[_Doubt]:
    for match in _SHARED.finditer(sentence):
        total, part = exact(match["total"], match["totals"]), exact(match["part"], match["parts"])
        if not total or not (match["which"] or match["lead"]) or not _same_thing(match):
            continue
        share, said = part / total * 100, within(match["share"], "", match["hedge"] or "")
        # A rate may well be that of the others: 其中未达标7所，达标率95%.
        if precision.apart(said, (share, share)) and precision.apart(said, (100 - share, 100 - share)):
            reckoned = _("{part} ÷ {total} = {share}%").format(
                part=plain(part), total=plain(total), share=plain(share, 2)
            )
            yield _Doubt(match[0], reckoned)


def _same_thing(match: re.Match[str]) -> bool:
    """Return whether a rate is that of the part before it: it has its name, or none of its own."""
    of_people = match["unit"] in ("人", "名", "人次")
    if not of_people and _OTHER_BASE.search(match["what"]):
        return False
    named = _BARE.sub("", match["what"])
    return not named or any(named[at : at + 2] in match["name"] for at in range(len(named) - 1))


def _changed(sentence: str) -> Iterator[_Doubt]:
    for match in _CHANGED.finditer(sentence):
        before, after = (_known(match, name) for name in ("before", "after"))
        way = 1 if re.fullmatch(_UP, match["verb"]) else -1
        if (precision.middle(after) - precision.middle(before)) * way <= 0:
            yield _Doubt(match[0], _("后一个数并没有{verb}").format(verb=match["verb"]))
        elif match["by"]:
            yield from _by(match, before, after)


def _known(match: re.Match[str], name: str) -> precision.Range:
    """Return between which numbers lies what was told: whole things are counted, shares are rounded."""
    number, scale = match[name], match[f"{name}s"]
    counted = not scale and "." not in number and match["unit"] != "%"
    return (exact(number), exact(number)) if counted else within(number, scale)


def _by(match: re.Match[str], before: precision.Range, after: precision.Range) -> Iterator[_Doubt]:
    """Yield a doubt where the difference told is not the one between both numbers."""
    if match["of"] == "%" and (match["unit"] == "%" or not precision.middle(before)):
        return
    whole = precision.middle(before) / 100 if match["of"] == "%" else Fraction(1)
    ends = [abs(one - other) / whole for one in after for other in before]
    middle = abs(precision.middle(after) - precision.middle(before)) / whole
    said = within(match["by"]) if match["of"] == "%" else _known(match, "by")
    if precision.apart(said, (min(ends), max(ends))):
        yield _Doubt(match[0], _("两个数相差 {by}{unit}").format(by=plain(middle, 2), unit=match["of"]))


def _ratio(sentence: str) -> Iterator[_Doubt]:
    ratios, teachers, pupils = (list(one.finditer(sentence)) for one in (_RATIO, _TEACHERS, _PUPILS))
    if len(ratios) != 1 or len(teachers) != 1 or len(pupils) != 1:
        return
    one, other, staff = exact(ratios[0]["one"]), exact(ratios[0]["other"]), exact(teachers[0]["number"])
    if not min(one, other) or not staff:
        return
    found = exact(pupils[0]["number"]) / staff
    places = max(len(ratios[0][name].partition(".")[2]) for name in ("one", "other"))
    if abs(max(one, other) / min(one, other) - found) > Fraction(1, 2 * 10**places):
        yield _Doubt(ratios[0][0], _("按教师和学生数复算是 {found}:1").format(found=plain(found, 2)))


def _named(sentence: str) -> Iterator[_Doubt]:
    """Yield a doubt where more names stand before 等 than are counted; names of one kind end in the same word."""
    for match in _NAMED.finditer(sentence):
        listed = _BEFORE_NAMES.split(sentence[: match.start()])[-1]
        names = re.split("、|和", re.sub("（[^）]*）", "", listed))
        alike = next((place for place, name in enumerate(reversed(names)) if name[-1:] != names[-1][-1:]), len(names))
        if "、" in listed and alike > _number(match["count"]):
            yield _Doubt(listed + match[0], _("列出的名称有 {count} 个").format(count=alike))


def _listed(sentence: str) -> Iterator[_Doubt]:
    for match in _LISTED.finditer(sentence):
        names = re.sub("[（“][^）”]*[）”]", "", match["names"])
        count, stated = names.count("、") + 1, _number(match["count"])
        if count > stated or (count < stated and not names.endswith("等")):
            yield _Doubt(match[0], _("列出的名称有 {count} 个").format(count=count))


def _number(count: str) -> int:
    return int(count) if count.isdecimal() else _WRITTEN[count]


_READERS: tuple[Callable[[str], Iterator[_Doubt]], ...] = (
    _summed,
    _of_which,
    _shared,
    _changed,
    _ratio,
    _named,
    _listed,
)
