"""Last year's reports, typed as plain text, and what is recalled of them for the small pack."""

from counties import pack_of

from evalcli.extract import extract
from evalcli.read.texts import parse
from evalcli.recall import recalled

PACK = pack_of()


def old(*lines, pack=PACK, name="去年.txt"):
    """Return what an old report of these lines says, laid beside a pack."""
    text, notices = parse("\n".join(lines).encode(), name)
    assert text is not None, notices
    stated, _notices = extract(text)
    return recalled(text, stated, pack)
