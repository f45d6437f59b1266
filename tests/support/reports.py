"""Reports of the small county, drafted with templates of a test's own."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from counties import AREA_1, COUNTY, FULL, TEMPLATES, pack_of, scored_of

from evalcli import draft
from evalcli.draft.author import Author
from evalcli.draft.figures import Figures
from evalcli.draft.writing import WRITING
from evalcli.model.notice import Stopped
from evalcli.model.report import Annex, Body, Draft, Heading, Title

PACK = pack_of()
# What faults call a template of the county's own.
OWN = "templates/self-assessment/basis.md.j2"


@contextmanager
def writing(*texts: str):
    """Be the author of a report over a county's figures; give the figures."""
    scored = scored_of(PACK, *texts)
    author = Author(scored, Figures(scored.pack, scored.filled))
    token = WRITING.set(author)
    try:
        yield author
    finally:
        WRITING.reset(token)


def own(folder, **templates):
    """Write a county's own templates; `report` is `report.md.j2`. Return the folders to look in."""
    home = folder / "templates" / "self-assessment"
    home.mkdir(parents=True)
    for name, text in templates.items():
        (home / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return home, TEMPLATES


def drafted(folder, *texts, scored=None, **templates) -> Draft:
    """Return the draft that templates make of a county."""
    return draft.report(scored or scored_of(PACK, *(texts or (FULL,))), own(folder, **templates))[0]


def told(found: Draft) -> list[str]:
    """Return the text of every paragraph and heading before the annexes."""
    shown = []
    for block in found.blocks:
        if isinstance(block, Body | Heading):
            shown.append("".join(run.text for run in block.text))
        elif isinstance(block, Title):
            shown += block.lines
    return shown


def annexes(found: Draft) -> list[Annex]:
    """Return the annexes."""
    return [block for block in found.blocks if isinstance(block, Annex)]


def report_of(*texts: str, head: str = COUNTY, **changes) -> Draft:
    """Return the draft that the shipped templates make."""
    scored = scored_of(PACK, *texts, head=head)
    return draft.report(replace(scored, **changes) if changes else scored, (TEMPLATES,))[0]


def stopped(folder, *texts, **templates) -> tuple[str, str, str]:
    """Return code, message and place of the notice that stops a report."""
    with pytest.raises(Stopped) as fault:
        drafted(folder, *texts, **templates)
    (notice,) = fault.value.notices
    return notice.code, notice.message, str(notice.place)


def areas(second: str) -> tuple[str, str]:
    """Return the areas of the small pack with another second one."""
    return AREA_1, second
