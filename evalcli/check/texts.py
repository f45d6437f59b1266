"""What a county's own texts say, checked where it wrote any: their patterns take as long to compile as a county takes to check."""

from collections.abc import Iterator

from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield the doubts about figures in texts: against what was filled in, then against one another."""
    if not (filled.overview or filled.text or filled.problems):
        return
    from evalcli.check import sentences, told

    yield from told.notices(pack, filled)
    yield from sentences.notices(pack, filled)
