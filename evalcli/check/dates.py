"""Days that cannot be: a year outside the period, judged before it, signed before its end, planned for the past, old evidence."""

import re
from collections.abc import Iterator
from datetime import date

from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.frozen import replace
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack
from evalcli.model.place import Place

# A year in a file's name, and a month after it: 2023年决算.pdf, 20230105-会议纪要.pdf, 2023-01-制度.pdf.
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:年|[-_.]?(0[1-9]|1[0-2])|(?!\d))")
# What was laid down long ago may still be in force.
_LASTING = re.compile("办法|制度|规定|规程|规划|意见|条例|细则|章程|标准|方案|通知|文件|批复|编制|证|法")
# By when something is to be done: 到2024年底, 2024年底前.
_DUE = re.compile(r"(?:到|至)((?:19|20)\d{2})年|((?:19|20)\d{2})年(?:底|末|[0-9]{1,2}月[底末]?)之?前")
_AHEAD = re.compile("计划|规划|方案|目标|预算|打算")


def notices(_pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield every day of a judgement, exemption, signature, plan or evidence that does not go with the period."""
    yield from _year(filled)
    yield from _signed(filled)
    for name, hand in filled.judged.items():
        if hand.on:
            yield from _day(filled, "judged.date", _("{name} 的评定日期").format(name=name), name, hand.on, hand.place)
        for evidence in hand.evidence:
            yield from _evidence(filled, name, evidence, hand.place)
    for name, exemption in filled.exemptions.items():
        if exemption.on:
            what = _("{name} 不适用的批准日期").format(name=name)
            yield from _late(filled, "exempt.date", what, name, exemption.on, exemption.place)
    yield from _plans(filled)


def _year(filled: Filled) -> Iterator[Notice]:
    if not filled.start.year - 1 <= filled.year <= filled.end.year:
        message = _("数据年度 {year} 不在评价期（{start}至{end}）和它的上一年之内")
        message = message.format(year=filled.year, start=filled.start, end=filled.end)
        about = About("year", _("数据年度"), "", (str(filled.year), str(filled.start), str(filled.end)))
        yield Notice("county.year", Level.DOUBT, message, _("核对 year 和 period。"), None, about)


def _signed(filled: Filled) -> Iterator[Notice]:
    if filled.signed_on and filled.signed_on < filled.end:
        message = _("落款日期 {day} 早于评价期截止日（{end}）").format(day=filled.signed_on, end=filled.end)
        advice = _("评价期没有结束，不能自评整个评价期；核对 signed 和 period。")
        yield Notice("county.signed-early", Level.DOUBT, message, advice, None, _of_signature(filled))
    elif filled.signed_on and filled.signed_on > _latest(filled):
        message = _("落款日期 {day} 比评价期截止日（{end}）晚一年以上").format(day=filled.signed_on, end=filled.end)
        yield Notice("county.signed-late", Level.DOUBT, message, _("核对年份。"), None, _of_signature(filled))


def _of_signature(filled: Filled) -> About:
    return About("signed", _("落款日期"), "", (str(filled.signed_on), str(filled.end)))


def _latest(filled: Filled) -> date:
    """Return by when a self-evaluation is done: by the end of the year after the period."""
    return date(filled.end.year + 1, 12, 31)


def _day(filled: Filled, code: str, what: str, at: str, day: date, place: Place | None) -> Iterator[Notice]:
    if day < filled.start:
        message = _("{what} {day} 早于评价期起始日（{start}）").format(what=what, day=day, start=filled.start)
        yield Notice(code, Level.DOUBT, message, _("核对年份。"), place, About(at, what, "", (str(day),)))
    yield from _late(filled, code, what, at, day, place)


def _late(filled: Filled, code: str, what: str, at: str, day: date, place: Place | None) -> Iterator[Notice]:
    # A signature before the end of the period is doubted itself.
    if filled.signed_on and day > max(filled.signed_on, filled.end):
        message = _("{what} {day} 晚于落款日期（{signed}）").format(what=what, day=day, signed=filled.signed_on)
        yield Notice(code, Level.DOUBT, message, _("核对年份。"), place, About(at, what, "", (str(day),)))
    elif day > _latest(filled):
        message = _("{what} {day} 比评价期截止日（{end}）晚一年以上").format(what=what, day=day, end=filled.end)
        yield Notice(code, Level.DOUBT, message, _("核对年份。"), place, About(at, what, "", (str(day),)))


def _evidence(filled: Filled, name: str, evidence: str, place: Place | None) -> Iterator[Notice]:
    days = [(int(match[1]), int(match[2] or 1)) for match in _YEAR.finditer(evidence)]
    place = place.at(evidence) if place else None
    about = About(name, evidence, "", (evidence,))
    if any(day > (filled.end.year, filled.end.month) for day in days) and not _AHEAD.search(evidence):
        message = _("{name} 的佐证材料“{file}”晚于评价期截止日（{end}）")
        message = message.format(name=name, file=evidence, end=filled.end)
        advice = _("评价期外的材料不能证明本期的工作；核对年份或换材料。")
        yield Notice("evidence.outside", Level.DOUBT, message, advice, place, about)
    elif days and max(days)[0] < filled.start.year - 1 and not _LASTING.search(evidence):
        message = _("{name} 的佐证材料“{file}”早于评价期起始日（{start}）一年以上")
        message = message.format(name=name, file=evidence, start=filled.start)
        advice = _("核对年份；仍然有效的制度可以用，当期的工作要有当期的材料。")
        yield Notice("evidence.before", Level.HINT, message, advice, place, about)


def _plans(filled: Filled) -> Iterator[Notice]:
    for number, problem in enumerate(filled.problems, 1):
        about = About(problem.item, problem.head or problem.item, problem.office, (problem.by,))
        message = _("第 {number} 个问题的完成时限 {due} 早于评价期截止日（{end}），打算已经过期")
        advice = _("核对时限；已经做完的写进做法。")
        if problem.by and problem.by < str(filled.end)[: len(problem.by)]:
            said = message.format(number=number, due=problem.by, end=filled.end)
            yield Notice("plan.past", Level.DOUBT, said, advice, problem.place, about)
        for paragraph in problem.plan:
            for match in _DUE.finditer(paragraph.say):
                if int(match[1] or match[2]) < filled.end.year:
                    said = message.format(number=number, due=match[0], end=filled.end)
                    about = replace(about, values=(match[0],))
                    yield Notice("plan.past", Level.DOUBT, said, advice, paragraph.place.at(match[0]), about)
