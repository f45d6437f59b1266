"""Documents of a pack folder → a Pack.

In:  the documents of one pack (pack.yaml, fields.yaml, areas, cases), in shape by their schemas.
Out: `Pack` and the notices about it; a pack with faults is not used.
New: another kind of pack file is one builder in `build.py` and one schema in `evalcli/schemas/`.
"""

from evalcli.packs.build import build, cases
from evalcli.packs.references import case_faults, faults
from evalcli.packs.tailor import overlaid, tailored

__all__ = ["build", "case_faults", "cases", "faults", "overlaid", "tailored"]
