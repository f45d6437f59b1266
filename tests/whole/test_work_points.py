"""A year of work points from files to Word and Excel: what stands where, as outlines that a person can read."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from golden import agrees
from outline import outline
from work_packs import COUNTY, write_works

from evalcli import flow
from evalcli.publish import publish

KEPT = Path(__file__).with_name("work_points")


def listing(data: bytes) -> str:
    """Return `sheet!cell: value` for every cell that is not empty."""
    book = openpyxl.load_workbook(BytesIO(data))
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return "".join(f"{cell.parent.title}!{cell.coordinate}: {cell.value}\n" for cell in cells)


@pytest.mark.parametrize("genre", ["work-points", "summary-and-plan"])
def test_the_outline_of_the_word_report(genre, tmp_path, update):
    text = COUNTY.replace("figures:", f"report: {{genre: {genre}, scores: opening}}\nfigures:")
    county = write_works(tmp_path, text)
    scored = flow.score_county(county / "county.yaml")
    draft, missing = flow.draft_report(scored, county, trace=True)

    assert missing == ()
    agrees(KEPT / f"{genre}.outline.txt", outline(publish(draft, "docx")), update=update)


def test_the_cells_of_the_workbook(tmp_path, update):
    scored = flow.score_county(write_works(tmp_path) / "county.yaml")

    agrees(KEPT / "ledger.cells.txt", listing(publish(flow.tables(scored), "xlsx")), update=update)
