"""A pack and a county's documents → Filled.

In:  the county file and its data files as `Document`s, the offices' sheets, and the `Pack` whose fields give them meaning.
Out: `Filled` (values with unit, hedge and place) and the notices about what could not be placed or read.
New: another way of writing a value is a line in `convert.py`; nothing else gives text meaning; another
     layout of offices' sheets is a way of reading heads in `layout.py`.
"""

from evalcli.fill.county import county
from evalcli.fill.figures import figures
from evalcli.fill.previous import Before, from_county, from_result, with_last_year

__all__ = ["Before", "county", "figures", "from_county", "from_result", "with_last_year"]
