"""Days as packs write them: when work starts and when it is due."""

from datetime import date

from evalcli.language import _
from evalcli.model.document import Mapping
from evalcli.model.notice import Level, Notice, Stopped


def day(entry: Mapping, key: str) -> date | None:
    """Return the day under `key`, None where there is none; a day that no calendar has (2018-02-30) stops."""
    text = entry.text(key)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        node = entry.get(key)
        assert node  # it is what was read
        message = _("日期“{text}”不存在，写成2022-12-31的样子").format(text=text)
        raise Stopped([Notice("pack.date", Level.STOP, message, "", node.place)]) from None
