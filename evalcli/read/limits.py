"""How long and wide a sheet may be, whatever the format of its file."""

from typing import Final

# A county has some hundred schools; a file of this many rows is something else.
MOST_ROWS: Final = 20_000
# As many as a spreadsheet has.
MOST_COLUMNS: Final = 16_384
# Some thousand schools with some hundred columns.
MOST_CELLS: Final = 500_000
