"""HTML: one file to look at and to print, without script and without anything outside it."""

from collections.abc import Callable, Iterator
from html import escape

from evalcli.model.report import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Body,
    Column,
    Draft,
    Heading,
    Row,
    Run,
    Signature,
    Table,
    Text,
    Title,
)
from evalcli.publish.attachments import labels
from evalcli.publish.grid import cells, is_short
from evalcli.publish.text import clean, flat
from evalcli.resources import shipped

_ALIGNS = {"left": ' class="left"', "right": ' class="right"'}


def html(draft: Draft) -> bytes:
    """Return `draft` as an HTML file."""
    style = (shipped("templates") / "html" / "official.css").read_text(encoding="utf-8")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="author" content="{escape(flat(draft.author))}">',
        f'<meta name="date" content="{escape(flat(draft.created))}">',
        f"<title>{escape(flat(draft.title))}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        *_blocks(draft.blocks),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title(lines):
            yield f"<h1>{'<br>'.join(escape(flat(line)) for line in lines)}</h1>"
        case Heading(level, text):
            tag = f"h{min(max(level, 1), 4) + 1}"
            yield f"<{tag}>{_text(text)}</{tag}>"
        case Body(text):
            yield f"<p>{_text(text)}</p>"
        case Addressee(text):
            yield f'<p class="addressee">{_text(text)}</p>'
        case Attachments(names):
            yield from _attachments(names)
        case Signature():
            yield from _signature(block)
        case Table():
            yield from _table(block)
        case _:
            yield from _annex(block)


def _text(text: Text, prepare: Callable[[str], str] = flat) -> str:
    return "".join(_run(run, prepare) for run in text)


def _run(run: Run, prepare: Callable[[str], str]) -> str:
    result = escape(prepare(run.text)).replace("\n", "<br>")
    if not result:
        return ""
    if run.bold:
        result = f"<b>{result}</b>"
    if run.claim:
        result = f'<data value="{escape(flat(run.claim))}">{result}</data>'
    return f"<mark>{result}</mark>" if run.missing else result


def _attachments(names: tuple[str, ...]) -> Iterator[str]:
    yield '<div class="attachments">'
    for label, name in zip(labels(names), names, strict=True):
        kind = "only" if label == "附件：" else "first" if label.startswith("附件") else "next"
        yield f'<p class="{kind}">{escape(flat(label + name))}</p>'
    yield "</div>"


def _signature(block: Signature) -> Iterator[str]:
    yield '<div class="signature"><div>'
    yield from (f"<p>{escape(flat(line))}</p>" for line in (block.organ, block.date) if line)
    yield "</div></div>"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f'<p class="caption">{escape(flat(table.caption))}</p>'
    if table.unit:
        yield f'<p class="unit">{escape(flat(table.unit))}</p>'
    yield '<table class="short">' if is_short(table) else "<table>"
    yield f"<colgroup>{''.join(_column(column, table.columns) for column in table.columns)}</colgroup>"
    heads = "".join(f'<th scope="col">{_lines(column.head)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    yield from (_row(table, row) for row in table.rows)
    yield "</tbody>"
    yield "</table>"
    if table.note:
        yield f'<p class="note">{escape(flat(table.note))}</p>'


def _column(column: Column, columns: tuple[Column, ...]) -> str:
    # Whole per mille in whole numbers, so that no binary fraction is printed.
    share = 1000 * max(column.width, 1) // sum(max(other.width, 1) for other in columns)
    return f'<col style="width:{share // 10}.{share % 10}%">'


def _row(table: Table, row: Row) -> str:
    entries, place = [], 0
    for text, span in cells(table, row):
        look = f' colspan="{span}"' if span > 1 else _ALIGNS.get(table.columns[place].align, "")
        entries.append(f"<td{look}>{_text(text, clean)}</td>")
        place += span
    look = ' class="strong"' if row.strong else ""
    return f"<tr{look}>{''.join(entries)}</tr>"


def _lines(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")


def _annex(annex: Annex) -> Iterator[str]:
    yield '<section class="annex landscape">' if annex.landscape else '<section class="annex">'
    yield f'<p class="label">{escape(flat(annex.label))}</p>'
    yield f'<h1 class="name">{escape(flat(annex.name))}</h1>'
    yield from _blocks(annex.blocks)
    yield "</section>"
