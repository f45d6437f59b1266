"""A further county leaves nothing behind: `evalcli` runs with the collector of cycles off, a whole city long."""

import gc
from pathlib import Path

import pytest

from evalcli import flow, publish

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/county.yaml"))


def worked(path: Path) -> None:
    handed = flow.read_county(path)
    assert flow.checked(handed).standings is not None
    drafted, _missing = flow.draft_report(flow.scored(handed), handed.folder, unfinished=True)
    for form in ("docx", "html", "md"):
        assert publish.publish(drafted, form)


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])
def test_a_further_county_leaves_no_cycles(path):
    worked(path)
    worked(path)  # what is made once, when first needed, is there now
    gc.disable()
    try:
        gc.collect()
        worked(path)

        assert gc.collect() == 0
    finally:
        gc.enable()
