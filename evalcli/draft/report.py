"""The report of one county: templates filled with facts, then read as blocks."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from evalcli.draft.areas import rendered_areas
from evalcli.draft.author import Author
from evalcli.draft.environment import Sandbox, environment
from evalcli.draft.escape import Written
from evalcli.draft.faults import guarded
from evalcli.draft.figures import Figures
from evalcli.draft.filters import cn_date
from evalcli.draft.genres import attached, created, signed_by, title
from evalcli.draft.ledger import rates_table
from evalcli.draft.markdown import UnknownInsert, blocks
from evalcli.draft.problems import drafted
from evalcli.draft.writing import WRITING
from evalcli.formula.facts import CountyFacts
from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.pack import Indicator, Pack
from evalcli.model.place import Place
from evalcli.model.report import Attachments, Block, Draft, Signature
from evalcli.model.scorecard import ItemResult, Scored

_MAIN = "report.md.j2"
_PHRASES = "phrases.md.j2"


def report(
    scored: Scored, folders: tuple[Path, ...], lines: tuple[str, ...] = (), doubts: tuple[Notice, ...] = ()
) -> tuple[Draft, tuple[Notice, ...]]:
    """Return the draft, and one notice for every figure that it wanted and did not find.

    Templates are looked for in `folders`; the last is the one that we ship. `lines` of reckoning make an annex of their own;
    `doubts` about the data are problems to be told where the county has written none.
    """
    author = Author(scored, Figures(scored.pack, scored.filled, scored.filled.money))
    # In the annex sums of money stand as the fields have them.
    filled = Figures(scored.pack, scored.filled) if scored.filled.money else author.figures
    *own, ours = folders
    jinja = _environment(scored.pack, (*(folder for folder in own if folder.is_dir()), ours))
    writing = WRITING.set(author)
    try:
        markdown = guarded(lambda: jinja.get_template(_MAIN).render(_context(author, jinja, doubts)))
    finally:
        WRITING.reset(writing)
        jinja.keep()
    draft = Draft(
        blocks=_blocks(jinja, markdown, _inserts(scored, filled, lines)),
        title="".join(title(scored)),
        author=signed_by(scored),
        created=created(scored),
        missing=tuple(author.missing),
    )
    return draft, tuple(author.missing.values())


# Environments hold compiled templates; a further county of the same pack need not load them again.
_KEPT: dict[tuple[str, tuple[str, ...], tuple[Path, ...]], Sandbox] = {}


def _environment(pack: Pack, folders: tuple[Path, ...]) -> Sandbox:
    key = (pack.sha256, pack.tailored, folders)
    if key not in _KEPT:
        _KEPT[key] = environment(folders, dict(_all_sentences(pack)))
    return _KEPT[key]


def _all_sentences(pack: Pack) -> Iterator[tuple[str, str]]:
    for indicator in pack.indicators:
        for verdict, text in indicator.say.items():
            yield _sentence_name(indicator, verdict), text


def _sentence_name(indicator: Indicator, verdict: str) -> str:
    """Return the name under which faults show a sentence of the pack."""
    return f"{indicator.place.file if indicator.place else ''} › {indicator.id} › say.{verdict}"


def _context(author: Author, jinja: Environment, doubts: tuple[Notice, ...]) -> dict[str, Any]:
    """Return everything that a template may see."""
    scored = author.scored
    shared: dict[str, Any] = {
        "county": scored.filled.county, "period": scored.filled.period, "year": scored.filled.year,
        "figures": author.figures, "formula": CountyFacts(scored.pack, scored.filled).number, "filled": scored.filled,
        "pack": scored.pack, "card": scored.card, "title": title(scored), "signed_by": signed_by(scored), "areas": rendered_areas(scored),
        "drafted": () if scored.filled.problems else drafted(scored, doubts), "phrase": jinja.get_template(_PHRASES).module,
    }  # fmt: skip
    return shared | {"told": author.told, "said": partial(_said, author, jinja, shared)}


def _said(author: Author, jinja: Environment, shared: dict[str, Any], result: ItemResult) -> Markup:
    """Return the pack's sentences for an item: what is said of all, then of its status where it has one, or its verdict."""
    indicator = result.indicator
    author.item = indicator.id
    word = str(result.status) if result.status and result.status in indicator.say else str(result.verdict)
    names = [_sentence_name(indicator, key) for key in ("总述", word) if key in indicator.say]
    texts = [jinja.get_template(name).render(shared | {"item": result}).strip() for name in names]
    author.item = ""
    return Written("".join(texts))


def _inserts(scored: Scored, figures: Figures, lines: tuple[str, ...]) -> dict[str, tuple[Block, ...]]:
    signed_on = scored.filled.signed_on
    annexes = attached(scored, figures, lines)
    rates = {"rates": (rates_table(scored),)} if scored.pack.outcome.by == "completion" else {}
    return {
        **rates,
        "attachments": (Attachments(tuple(annex.name for annex in annexes)),),
        "signature": (Signature(signed_by(scored), cn_date(signed_on) if signed_on else ""),),
        "annexes": annexes,
    }


def _blocks(jinja: Environment, markdown: str, inserts: dict[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    try:
        return blocks(markdown, inserts)
    except UnknownInsert as fault:
        message = _("模板里的“{line}”不认识").format(line=fault.line)
        advice = _("能插入的有：{names}。").format(names="、".join(f"::: insert {name}" for name in inserts))
        raise Stopped([Notice("template.insert", Level.STOP, message, advice, _where(jinja, fault.line))]) from fault


def _where(jinja: Environment, wanted: str) -> Place | None:
    """Return the template and line in which a line stands as it was rendered."""
    for name in jinja.list_templates(extensions=["j2"]):
        template = jinja.get_template(name)
        source = "" if jinja.loader is None else jinja.loader.get_source(jinja, name)[0]
        for number, line in enumerate(source.splitlines(), 1):
            if line.strip() == wanted:
                return Place(template.filename or name, number, line.index(wanted) + 1, len(wanted), line)
    return None
