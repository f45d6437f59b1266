"""Rows of a school table that cannot be as they stand: pupils of a stage the school has not got, one school twice, a copied row."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from evalcli.check.subjects import called, of_school
from evalcli.check.years import digits
from evalcli.language import _
from evalcli.model.filled import Filled, School, SchoolTable
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack

# So many values of so many digits that only these two schools share are no chance.
_DIGITS = 3
_SHARED = 3


def notices(_pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield what no single row shows, and what its kind of school cannot have."""
    for table in filled.tables.values():
        for school in table.schools:
            yield from _strange_stages(table, school)
        yield from _same_names(table)
        yield from _copies(table)


def _strange_stages(table: SchoolTable, school: School) -> Iterator[Notice]:
    """Yield every value that is given for a stage which schools of this kind have not got."""
    spec = table.spec
    known = {kind for kinds in spec.stages.values() for kind in kinds}
    for stage, kinds in spec.stages.items():
        value = school.values.get((spec.weight, stage))
        if value is not None and value.number and school.kind in known and school.kind not in kinds:
            message = _("{school}是{kind}，却填了{label} {value}，没有计入").format(
                school=school.name, kind=school.kind, label=called(spec.columns[spec.weight], stage), value=value.raw
            )
            advice = _("核对办学类型，或者把数移到所属学段的列。")
            about = of_school(spec, school, spec.columns[spec.weight].office, stage, value.raw)
            yield Notice("school.stage", Level.DOUBT, message, advice, value.place, about)


def _same_names(table: SchoolTable) -> Iterator[Notice]:
    for one, other in _alike({school.code: school.name for school in table.schools}, table):
        message = _("两所学校都叫“{school}”，代码是 {one} 和 {other}").format(
            school=one.name, one=one.code, other=other.code
        )
        advice = _("同一所学校只留一行（另一行在 {place}）；确是两所的，写全称。").format(place=one.place)
        about = of_school(table.spec, other, "", one.code, other.name)
        yield Notice("school.same-name", Level.DOUBT, message, advice, other.place, about)


def _copies(table: SchoolTable) -> Iterator[Notice]:
    """Yield every two schools with the same numbers throughout; what other schools have as well, such as a rate, says nothing."""
    numbers = {school.code: _numbers(school) for school in table.schools}
    common = Counter(one for given in numbers.values() for one in given)
    for one, other in _alike(numbers, table):
        told = [number for spot, number in sorted(numbers[one.code]) if common[spot, number] == len((one, other))]
        if sum(isinstance(number, Decimal) and digits(number) >= _DIGITS for number in told) >= _SHARED:
            message = _("{one}和{other}各列的数都相同，像是抄了同一行").format(one=one.name, other=other.name)
            advice = _("请两所学校各自核对（另一行在 {place}）。").format(place=one.place)
            about = of_school(table.spec, other, "", one.code, *map(str, told))
            yield Notice("school.copied", Level.DOUBT, message, advice, other.place, about)


def _alike(keys: Mapping[str, Hashable], table: SchoolTable) -> Iterator[tuple[School, School]]:
    """Yield each school that has the key of an earlier one, after that one."""
    first: dict[Hashable, School] = {}
    for school in table.schools:
        one = first.setdefault(keys[school.code], school)
        if one is not school:
            yield one, school


def _numbers(school: School) -> frozenset[tuple[tuple[str, str], Decimal | Fraction]]:
    return frozenset((spot, value.number) for spot, value in school.values.items() if value.number is not None)
