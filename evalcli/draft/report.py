"""The report of one county: templates filled with facts, then read as blocks."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from evalcli.draft import annexes
from evalcli.draft.areas import rendered_areas
from evalcli.draft.environment import WRITING, Sandbox, environment
from evalcli.draft.escape import escaped, lacking
from evalcli.draft.figures import Figures, FigureView, markup
from evalcli.draft.filters import Lacking, cn_date
from evalcli.draft.markdown import blocks
from evalcli.formula.facts import CountyFacts
from evalcli.language import _
from evalcli.model.filled import Paragraph
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.pack import Indicator, Pack
from evalcli.model.place import Place
from evalcli.model.report import Attachments, Block, Draft, Signature
from evalcli.model.scorecard import ItemResult, Scored

ANNEXES = ("履行教育职责评价指标自评得分表", "主要数据填报情况表")


@dataclass(slots=True)
class Author:
    """What writes one report: the figures, the item being told, and what was found missing on the way."""

    scored: Scored
    figures: Figures
    item: str = ""
    notices: list[Notice] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)

    def printed(self, value: Any) -> Any:
        """Return what an expression prints: figures with their claims, text escaped; a missing figure is noted."""
        if isinstance(value, FigureView):
            return markup(value) if value.filled else self._absent(value.label, value.claim)
        return value if isinstance(value, Markup) else escaped(str(value))

    def _absent(self, label: str, claim: str) -> Markup:
        name, line = _template_line()
        self.note(label, claim, name, line)
        return lacking(label)

    def note(self, label: str, claim: str, name: str, line: int) -> None:
        """Remember a missing figure: the first place that wanted it is told."""
        if label in self.missing:
            return
        self.missing[label] = claim
        item = _("指标 {item} ").format(item=self.item) if self.item else ""
        message = _("{item}的文字要用“{label}”（{field}），没有填报").format(item=item, label=label, field=claim)
        advice = _("补报该项；或用 --draft 先出草稿，缺处标黄。")
        self.notices.append(Notice("draft.missing-figure", Level.STOP, message, advice, Place(name, line, 1)))


def report(scored: Scored, folders: tuple[Path, ...]) -> tuple[Draft, tuple[Notice, ...]]:
    """Return the draft, and one notice for every figure that it wanted and did not find."""
    author = Author(scored, Figures(scored.pack, scored.filled))
    jinja = _environment(scored.pack, folders)
    WRITING.set(author.printed)
    markdown = _rendered(lambda: jinja.get_template("report.md.j2"), _context(author, jinja))
    inserts = _inserts(scored, author.figures)
    filled = scored.filled
    signed = filled.signed_on.isoformat() if filled.signed_on else filled.end.isoformat()
    title = "".join(_title(scored))
    draft = Draft(blocks(markdown, inserts), title, filled.signed_by or filled.county.government, signed, tuple(author.missing))
    return draft, tuple(author.notices)


def _title(scored: Scored) -> tuple[str, ...]:
    filled = scored.filled
    return filled.title or (f"{filled.county.government}{filled.period}", "履行教育职责自评报告")


# Environments hold compiled templates; a further county of the same pack need not load them again.
_KEPT: dict[tuple[str, tuple[str, ...], tuple[Path, ...]], Sandbox] = {}


def _environment(pack: Pack, folders: tuple[Path, ...]) -> Sandbox:
    key = (pack.sha256, pack.tailored, folders)
    if key not in _KEPT:
        sentences = {name: text for indicator in pack.indicators for name, text in _sentences(indicator)}
        _KEPT[key] = environment(folders, sentences)
    return _KEPT[key]


def _sentences(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield the sentences of an indicator under the names that faults show."""
    home = indicator.place.file if indicator.place else ""
    for verdict, text in indicator.say.items():
        yield f"{home}:{indicator.id}:say.{verdict}", text


def _inserts(scored: Scored, figures: Figures) -> dict[str, tuple[Block, ...]]:
    filled = scored.filled
    signed = cn_date(filled.signed_on) if filled.signed_on else ""
    names = tuple(f"{filled.county.name}{name}" for name in ANNEXES)
    return {
        "attachments": (Attachments(names),),
        "signature": (Signature(filled.signed_by or filled.county.government, signed),),
        "annexes": (
            annexes.scores(scored, "附件1", names[0]),
            annexes.figures(scored, figures, "附件2", names[1]),
        ),
    }


def _context(author: Author, jinja: Sandbox) -> dict[str, Any]:
    scored = author.scored
    facts = CountyFacts(scored.pack, scored.filled)
    shared: dict[str, Any] = {
        "county": scored.filled.county, "period": scored.filled.period, "year": scored.filled.year,
        "figures": author.figures, "formula": facts.number, "filled": scored.filled, "pack": scored.pack,
        "card": scored.card, "title": _title(scored), "areas": rendered_areas(scored),
    }  # fmt: skip

    def told(paragraph: Paragraph | str) -> Markup:
        """Return a county's own text with the figures it names."""
        text = paragraph.say if isinstance(paragraph, Paragraph) else paragraph
        return Markup("").join(author.printed(part) for part in author.figures.mentioned(text))

    def said(result: ItemResult) -> Markup:
        """Return the pack's sentences for an item and its verdict."""
        author.item = result.indicator.id
        wanted = ("总述", str(result.verdict))
        names = [name for name, _text in _sentences(result.indicator) if name.rpartition(".")[2] in wanted]
        whole = Markup("").join(_sentence(author, jinja, name, {**shared, "item": result}) for name in names)
        author.item = ""
        return whole

    return shared | {"told": told, "said": said}


def _sentence(author: Author, jinja: Sandbox, name: str, context: dict[str, Any]) -> Markup:
    """Return one sentence of the pack; a filter that lacks a figure leaves a mark in place of the sentence."""
    try:
        return Markup(jinja.get_template(name).render(context).strip())
    except Lacking as absent:
        author.note(absent.label, absent.field, *_fault_place(absent.__traceback__))
        return lacking(absent.label)


def _rendered(template: Any, context: dict[str, Any]) -> str:
    try:
        found: Template = template()
        return found.render(context)
    except TemplateNotFound as fault:
        message = _("找不到模板“{name}”").format(name=fault.name)
        raise Stopped([Notice("template.missing", Level.STOP, message, _("核对模板文件夹。"))]) from fault
    except TemplateSyntaxError as fault:
        place = Place(fault.name or "", fault.lineno, 1, text=(fault.source or "").splitlines()[fault.lineno - 1] if fault.source else "")
        message = _("模板写错了：{why}").format(why=fault.message)
        raise Stopped([Notice("template.syntax", Level.STOP, message, _("按这一行改模板。"), place)]) from fault
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, Lacking) as fault:
        name, line = _fault_place(fault.__traceback__)
        message = _("模板这一行做不下去：{why}").format(why=fault)
        raise Stopped([Notice("template.fault", Level.STOP, message, _("按这一行改模板或数据。"), Place(name, line, 1))]) from fault


def _template_line() -> tuple[str, int]:
    """Return the template and line that is being rendered, read off the stack that Jinja leaves."""
    frame = sys._getframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template.name, template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back  # type: ignore[assignment]
    return "", 0


def _fault_place(trace: TracebackType | None) -> tuple[str, int]:
    """Return the innermost template and line of a traceback that Jinja has rewritten."""
    found = ("", 0)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2") or name == "<template>" or ":say." in name:
            found = (re.sub(r".*/templates/", "templates/", name), trace.tb_lineno)
        trace = trace.tb_next
    return found
