"""Documents of a pack folder → a Pack.

In:  the documents of one pack (pack.yaml, fields.yaml, areas, cases), in shape by their schemas.
Out: `Pack` and the notices about it; a pack with faults is not used.
New: another kind of pack file is one builder in `build.py` and one schema in `evalcli/schemas/`.
"""

from evalcli.packs.build import build, cases, judges
from evalcli.packs.references import case_faults, faults, unknown_rule
from evalcli.packs.tailor import (
    Tailored,
    Tailoring,
    of_county,
    of_pack,
    overlaid,
    overlaid_tables,
    said_of_layer,
    tailored,
)

__all__ = [
    "Tailored",
    "Tailoring",
    "build",
    "case_faults",
    "cases",
    "faults",
    "judges",
    "of_county",
    "of_pack",
    "overlaid",
    "overlaid_tables",
    "said_of_layer",
    "tailored",
    "unknown_rule",
]
