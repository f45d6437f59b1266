"""What evalcli is measured against: docxtpl with an equivalent template, and pandoc on the same text."""

import json
from itertools import count
from pathlib import Path
from typing import Any

from evalcli.model.report import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Body,
    Draft,
    Heading,
    Run,
    Signature,
    Table,
    Text,
    Title,
)

FILL = """\
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    template.render(json.load(file))
template.save(sys.argv[3])
"""


def pandoc() -> str:
    """Return the program that the pypandoc_binary wheel carries."""
    import pypandoc

    return pypandoc.get_pandoc_path()


class _Template:
    """A Word template with the report's own paragraphs and tables, its figures and table cells as placeholders."""

    def __init__(self) -> None:
        import docx

        self.document = docx.Document()
        self.data: dict[str, str] = {}
        self._numbers = count(1)

    def placeholder(self, text: str) -> str:
        name = f"value{next(self._numbers)}"
        self.data[name] = text
        return "{{ " + name + " }}"

    def add(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            match block:
                case Title(lines) | Attachments(lines):
                    for line in lines:
                        self.document.add_paragraph(line)
                case Heading(level, text):
                    self._runs(self.document.add_paragraph(style=f"Heading {level}"), text)
                case Body(text) | Addressee(text):
                    self._runs(self.document.add_paragraph(), text)
                case Signature(organ, date):
                    self.document.add_paragraph(organ)
                    self.document.add_paragraph(date)
                case Table():
                    self._table(block)
                case Annex(label, name, inner):
                    self.document.add_paragraph(label)
                    self.document.add_paragraph(name)
                    self.add(inner)

    def _runs(self, paragraph: Any, text: Text) -> None:
        for run in text:
            paragraph.add_run(self._said(run)).bold = run.bold or None

    def _said(self, run: Run) -> str:
        return self.placeholder(run.text) if run.claim or run.missing else run.text

    def _table(self, table: Table) -> None:
        made = self.document.add_table(1 + len(table.rows), len(table.columns), style="Table Grid")
        rows = [list(row.cells) for row in made.rows]
        for cell, column in zip(rows[0], table.columns, strict=True):
            cell.text = column.head
        for cells, row in zip(rows[1:], table.rows, strict=True):
            wanted = [row.cells[0], *[()] * (row.span - 1), *row.cells[1:]]
            if row.span > 1:
                cells[0].merge(cells[row.span - 1])
            for place, (cell, text) in enumerate(zip(cells, wanted, strict=False)):
                # The wording of a template stays; points, values and reasons are what a program fills in.
                if text:
                    self._cell(cell.paragraphs[0], text, fill=place > 1)
        if table.note:
            self.document.add_paragraph(table.note)

    def _cell(self, paragraph: Any, text: Text, *, fill: bool) -> None:
        for run in text:
            paragraph.add_run(self.placeholder(run.text) if fill else self._said(run))


def docxtpl_template(draft: Draft, folder: Path) -> tuple[Path, Path, Path, int]:
    """Write the template, its data and the script that fills it; return them and how many placeholders there are."""
    template = _Template()
    template.add(draft.blocks)
    paths = folder / "template.docx", folder / "data.json", folder / "fill.py"
    template.document.save(str(paths[0]))
    paths[1].write_text(json.dumps(template.data, ensure_ascii=False), encoding="utf-8")
    paths[2].write_text(FILL, encoding="utf-8")
    return *paths, len(template.data)
