"""A pack and a county's documents → Filled.

In:  the county file and its data files as `Document`s, and the `Pack` whose fields give them meaning.
Out: `Filled` (values with unit, hedge and place) and the notices about what could not be placed or read.
New: another way of writing a value is a line in `convert.py`; nothing else gives text meaning.
"""

from evalcli.fill.answers import answers
from evalcli.fill.county import county
from evalcli.fill.figures import figures

__all__ = ["answers", "county", "figures"]
