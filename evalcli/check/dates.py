"""Days that cannot be: judged before the period, signed before its end, planned for the past, evidence of the future."""

import re
from collections.abc import Iterator
from datetime import date

from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack
from evalcli.model.place import Place

# A year in a file's name, and a month after it: 2023年决算.pdf, 20230105-会议纪要.pdf, 2023-01-制度.pdf.
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:年|[-_.]?(0[1-9]|1[0-2])|(?!\d))")
_AHEAD = re.compile("计划|规划|方案|目标|预算|打算")


def notices(_pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield every day of a judgement, exemption, signature, plan or evidence that does not go with the period."""
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


def _signed(filled: Filled) -> Iterator[Notice]:
    if filled.signed_on and filled.signed_on < filled.end:
        message = _("落款日期 {day} 早于评价期截止日（{end}）").format(day=filled.signed_on, end=filled.end)
        about = About("signed", _("落款日期"), "", (str(filled.signed_on), str(filled.end)))
        advice = _("评价期没有结束，不能自评整个评价期；核对 signed 和 period。")
        yield Notice("county.signed-early", Level.DOUBT, message, advice, None, about)


def _day(filled: Filled, code: str, what: str, at: str, day: date, place: Place | None) -> Iterator[Notice]:
    if day < filled.start:
        message = _("{what} {day} 早于评价期起始日（{start}）").format(what=what, day=day, start=filled.start)
        yield Notice(code, Level.DOUBT, message, _("核对年份。"), place, About(at, what, "", (str(day),)))
    yield from _late(filled, code, what, at, day, place)


def _late(filled: Filled, code: str, what: str, at: str, day: date, place: Place | None) -> Iterator[Notice]:
    if filled.signed_on and day > filled.signed_on:
        message = _("{what} {day} 晚于落款日期（{signed}）").format(what=what, day=day, signed=filled.signed_on)
        yield Notice(code, Level.DOUBT, message, _("核对年份。"), place, About(at, what, "", (str(day),)))


def _evidence(filled: Filled, name: str, evidence: str, place: Place | None) -> Iterator[Notice]:
    for match in _YEAR.finditer(evidence):
        year, month = int(match[1]), int(match[2] or 1)
        if (year, month) > (filled.end.year, filled.end.month) and not _AHEAD.search(evidence):
            message = _("{name} 的佐证材料“{file}”晚于评价期截止日（{end}）")
            message = message.format(name=name, file=evidence, end=filled.end)
            advice = _("评价期外的材料不能证明本期的工作；核对年份或换材料。")
            place = place.at(evidence) if place else None
            yield Notice(
                "evidence.outside", Level.DOUBT, message, advice, place, About(name, evidence, "", (evidence,))
            )
            return


def _plans(filled: Filled) -> Iterator[Notice]:
    for number, problem in enumerate(filled.problems, 1):
        due = problem.by
        if due and due < str(filled.end)[: len(due)]:
            message = _("第 {number} 个问题的完成时限 {due} 早于评价期截止日（{end}），打算已经过期")
            message = message.format(number=number, due=due, end=filled.end)
            about = About(problem.item, problem.head or problem.item, problem.office, (due,))
            yield Notice("plan.past", Level.DOUBT, message, _("核对时限；已经做完的写进做法。"), problem.place, about)
