"""A deadline for an office that nothing is asked of: a slip in its name, and nobody would be reminded by that day."""

from collections.abc import Iterator
from difflib import get_close_matches

from evalcli.check.owed import OTHERS
from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every deadline of an office that neither the pack nor a school table knows."""
    known = {field.office for field in pack.fields.values()}
    known |= {office for indicator in pack.indicators for office in indicator.offices}
    known |= {column.office for table in pack.tables.values() for column in table.columns.values()}
    known |= {school.name for table in filled.tables.values() for school in table.schools}
    for office in filled.deadlines:
        if office != OTHERS and office not in known:
            near = get_close_matches(office, sorted(known - {""}), 1)
            message = _("deadline 里的“{office}”不是这套指标的责任单位，这个期限没有用上").format(office=office)
            advice = _("最接近的是“{near}”。").format(near=near[0]) if near else _("核对单位名称。")
            about = About("deadline", office, "", (office,))
            yield Notice("deadline.unknown", Level.DOUBT, message, advice, None, about)
