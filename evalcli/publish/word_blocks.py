"""The blocks of a report as paragraphs of a Word file, by the clauses of GB/T 9704-2012."""

from evalcli.model.report import Annex, Attachments, Heading, Run, Signature, Title
from evalcli.publish.attachments import labels
from evalcli.publish.text import flat, half_widths
from evalcli.publish.titles import broken
from evalcli.publish.word_page import Page, Properties
from evalcli.publish.word_runs import Pen

_CHARACTER = 315  # The pitch of the text: 16 pt less 0.25 pt, in twips.
_TITLE_CHARACTER = 440
_DATE_FROM_RIGHT = 4  # 7.3.5.1: a sealed report's date ends four characters from the right.
_NAMES_FROM_LEFT = 5.75  # 7.3.4: names align behind “附件：1.”, which begins two characters in.


def add_title(page: Page, title: Title) -> None:
    """Write the title, a line too long for the page broken by sense."""
    _add_lines(page, "Title", title.lines)


def add_heading(page: Page, heading: Heading) -> None:
    """Write a heading; a level outside 1 to 4 takes the nearest."""
    page.paragraph(f"Heading{min(max(heading.level, 1), 4)}", heading.text)


def add_attachments(page: Page, attachments: Attachments, keep: bool) -> None:
    """Write the list of annexes, turned lines under the first character of the name."""
    left = 5.0 if len(attachments.names) == 1 else _NAMES_FROM_LEFT
    for number, (label, name) in enumerate(zip(labels(attachments.names), attachments.names, strict=True)):
        hanging = _label_width(label)
        indent = _characters("left", left) | _characters("hanging", hanging)
        space = {} if number else {"spacing": {"before": "579"}}
        page.paragraph("Attachments", (Run(label + name),), keep=keep, properties={**space, "ind": indent})


def _label_width(label: str) -> float:
    """Return the width of `附件：1.` in characters: digits take half of one, the point a quarter."""
    return half_widths(label) / 2 - label.count(".") / 4


def add_signature(page: Page, signature: Signature) -> None:
    """Write organ and date, the organ centred over the date with room for the seal (7.3.5.1)."""
    difference = (half_widths(flat(signature.date)) - half_widths(flat(signature.organ))) / 4
    organ = max(_DATE_FROM_RIGHT + difference, 0)
    if signature.organ:
        page.paragraph("Signature", (Run(signature.organ),), properties={"ind": _characters("right", organ)})
    if signature.date:
        page.paragraph("Date", (Run(signature.date),), properties={"ind": _characters("right", organ - difference)})


def start_annex(page: Page, annex: Annex) -> None:
    """Turn to a new page and write the annex's label and title."""
    page.turn(annex.landscape)
    new_page: Properties = {} if page.is_fresh else {"pageBreakBefore": {}}
    page.paragraph("AnnexLabel", (Run(annex.label),), properties=new_page)
    _add_lines(page, "AnnexTitle", (annex.name,))


def _add_lines(page: Page, style: str, lines: tuple[str, ...]) -> None:
    room = page.width // _TITLE_CHARACTER
    whole = "\n".join(part for line in lines for part in broken(flat(line), room))
    page.lines(style, Pen(style, page.marks).written((Run(whole),)))


def _characters(side: str, count: float) -> dict[str, str]:
    """Return an indent in characters, and in twips for programs that do not count characters."""
    return {f"{side}Chars": str(round(count * 100)), side: str(round(count * _CHARACTER))}
