"""Last year's report → its text under this year's items, and its figures beside the fields that they probably are.

In:  the report as `Text`, the quantities that it states, and the `Pack`.
Out: `Recalled`, and the texts of a file for a person to confirm; nothing is taken over by itself.
New: another way of telling to which item a part belongs is a line in `blocks.py`, to which field a figure, in `figures.py`.
"""

from evalcli.model.pack import Pack
from evalcli.model.recalled import Recalled
from evalcli.model.statement import Extract
from evalcli.model.text import Text
from evalcli.recall.blocks import placed
from evalcli.recall.figures import guesses
from evalcli.recall.written import written

__all__ = ["recalled", "written"]


def recalled(text: Text, stated: Extract, pack: Pack) -> Recalled:
    """Return an old report laid beside the items and fields of a pack."""
    blocks, unplaced = placed(text, pack)
    items = {part.place.line: block.item for block in blocks for part in (block.heading, *block.paragraphs)}
    return Recalled(text.name, stated.year, blocks, tuple(guesses(stated, pack, items)), unplaced)
