"""Word: a report in the look of GB/T 9704-2012, for a clerk to edit and an office head to sign."""

from collections.abc import Sequence

from evalcli.model.report import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Body,
    Draft,
    Heading,
    Signature,
    Table,
    Title,
)
from evalcli.publish.word_blocks import (
    add_attachments,
    add_heading,
    add_signature,
    add_title,
    start_annex,
)
from evalcli.publish.word_package import file
from evalcli.publish.word_page import Page
from evalcli.publish.word_table import add_table

_Plain = Title | Heading | Body | Addressee | Attachments | Signature | Table


def word(draft: Draft) -> bytes:
    """Return `draft` as a Word file."""
    # The body is written as text: python-docx wraps every element it makes, which takes a hundred times longer.
    page = Page()
    _add_blocks(page, draft.blocks, landscape=False)
    return file(page.finished(), page.marks.part(), draft)


def _add_blocks(page: Page, blocks: Sequence[Block], *, landscape: bool) -> None:
    for number, block in enumerate(blocks):
        if isinstance(block, Annex):
            start_annex(page, block)
            _add_blocks(page, block.blocks, landscape=block.landscape)
            continue
        page.turn(landscape)
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        _add_block(page, block, keep=isinstance(following, Attachments | Signature))


def _add_block(page: Page, block: _Plain, *, keep: bool) -> None:
    """Write one block; `keep` holds it to the list of annexes or the signature, which never stand alone on a page."""
    match block:
        case Title():
            add_title(page, block)
        case Heading():
            add_heading(page, block)
        case Body(text):
            page.paragraph("Body", text, keep=keep)
        case Addressee(text):
            page.paragraph("Addressee", text)
        case Attachments():
            add_attachments(page, block, keep)
        case Signature():
            add_signature(page, block)
        case _:
            add_table(page, block)
