"""What is counted one by one comes in whole numbers: 72.5 people, or half a school, is a slip of the decimal point or of the unit."""

import re
from collections.abc import Iterator
from fractions import Fraction

from evalcli.check.subjects import called, of_figure, of_school
from evalcli.language import _
from evalcli.model.filled import Filled, Value
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Field, Pack

_COUNTED = (
    "人",
    "名",
    "位",
    "所",
    "个",
    "家",
    "间",
    "台",
    "套",
    "起",
    "场",
    "场次",
    "次",
    "人次",
    "件",
    "份",
    "座",
    "处",
    "班",
)
# An average, a rate for each hundred, or posts in fractions may well have a half.
_REDUCED = re.compile("每|均|折|率|比|标准")


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every count of a county or a school that is not whole."""
    for (name, member), figure in filled.figures.items():
        for value in figure.years.values():
            if _broken(pack.fields[name], value):
                about = of_figure(pack.fields[name], member, value)
                yield _told(called(pack.fields[name], member), value, about)
    for table in filled.tables.values():
        for school in table.schools:
            for (column, stage), value in school.values.items():
                field = table.spec.columns[column]
                if _broken(field, value):
                    about = of_school(table.spec, school, field.office, value.raw)
                    yield _told(f"{school.name}{called(field, stage)}", value, about)


def _broken(field: Field, value: Value) -> bool:
    if value.number is None or value.approx or _REDUCED.search(field.label) or field.unit not in _COUNTED:
        return False
    return not field.decimals and Fraction(value.number).denominator != 1


def _told(label: str, value: Value, about: About) -> Notice:
    message = _("{label}填的是 {value}，不是整数").format(label=label, value=value.raw.strip())
    return Notice("figure.whole", Level.DOUBT, message, _("核对单位和小数点；按个数统计的填整数。"), value.place, about)
