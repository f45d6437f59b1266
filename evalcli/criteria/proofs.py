"""The worked examples of a pack, reckoned."""

from collections.abc import Iterator
from pathlib import Path

from evalcli import fill, packs, score
from evalcli.criteria.find import found
from evalcli.criteria.kept import chain, kept
from evalcli.criteria.layers import one
from evalcli.language import _
from evalcli.model.document import Document, Mapping, Node, Scalar, mapping
from evalcli.model.notice import Level, Notice, stop_on_faults
from evalcli.model.numbers import Number, plain
from evalcli.model.pack import Case, KeyPoint, Pack

# Worked examples are reckoned as if handed in for this period unless they say `on`.
_CASES_YEAR, _CASES_FROM, _CASES_TO = "2021", "2021-01-01", "2022-06-30"


def load_cases(name: str, county: Path | None = None) -> tuple[Pack, tuple[Case, ...]]:
    """Return a pack, named by its id or its folder, and the worked examples that prove it."""
    folder, county = found(name, county)
    pack = kept(folder, county)
    cases = cases_in(folder)
    stop_on_faults(packs.case_faults(pack, cases))
    return pack, cases


def cases_in(folder: Path) -> tuple[Case, ...]:
    """Return the worked examples that lie in a pack's folder."""
    paths = sorted((folder / "cases").glob("*.yaml"))
    return packs.cases(tuple(one(folder, f"cases/{path.name}", "cases") for path in paths))


def cases_below(folder: Path, county: Path | None) -> tuple[Case, ...]:
    """Return the worked examples of a pack that can be used, and of all the packs that it stands on."""
    return tuple(case for layer in chain(folder, county) for case in cases_in(layer))


def prove(name: str, county: Path | None = None) -> tuple[Notice, ...]:
    """Return one notice for every worked example of a pack that comes out otherwise than it says."""
    pack, cases = load_cases(name, county)
    return tuple(notice for case in cases for notice in proved(pack, case))


def proved(pack: Pack, case: Case) -> tuple[Notice, ...]:
    """Return what is wrong with one worked example: nothing where it comes out as it says."""
    points = (point for indicator in pack.indicators for point in indicator.key_points)
    return tuple(_proved(pack, next(point for point in points if point.id == case.indicator), case))


def _proved(pack: Pack, point: KeyPoint, case: Case) -> Iterator[Notice]:
    """Yield a fault when a worked example's verdict or points differ from those expected, or its figures cannot be used."""
    filled, notices = fill.county(pack, _handed_in(pack, case), ())
    for notice in notices:
        if notice.level is not Level.HINT:
            message = _("算例（{id}）的数据不能用：{why}").format(id=point.id, why=notice.message)
            yield Notice("pack.case-fails", Level.MUST, message, notice.advice, notice.place)
    found = score.point_result(pack, filled, point)
    expected = _shown(case.expect["verdict"], case.expect.get("points"), case.expect.get("status", ""))
    status = str(found.standing.status) if found.standing and "status" in case.expect else ""
    got = _shown(found.judgement.verdict, found.earned if "points" in case.expect else None, status)
    if got != expected:
        message = _("算例（{id}，{because}）应得：{expected}；算出来是：{got}")
        message = message.format(id=point.id, because=case.because, expected=expected, got=got)
        yield Notice(
            "pack.case-fails",
            Level.MUST,
            message,
            _("依据：{reason}。").format(reason=found.judgement.reason),
            case.place,
        )


def _shown(verdict: str, points: Number | None, status: str) -> str:
    said = f"{verdict}（{status}）" if status else str(verdict)
    return said if points is None else _("{verdict}，{points} 分").format(verdict=said, points=plain(points))


def _handed_in(pack: Pack, case: Case) -> Document:
    """Return the county file that a worked example stands for: of the whole year, in a pack that has one."""
    entry = case.given
    assert isinstance(entry, Mapping)  # the schema has seen to it
    place = entry.place

    def word(text: str) -> Scalar:
        return Scalar(text, place)

    start, end = pack.outcome.begins, pack.outcome.due
    year, since, until = (f"{end:%Y}", f"{start}", f"{end}") if end else (_CASES_YEAR, _CASES_FROM, _CASES_TO)
    period = mapping(((word("from"), word(since)), (word("to"), word(entry.text("on") or until))), place)
    parts: list[tuple[Scalar, Node]] = [(word("year"), word(year)), (word("period"), period)]
    if given := entry.get("given"):
        parts.append((word("figures"), given))
    if tables := entry.get("tables"):
        parts.append((word("tables"), tables))
    if judged := entry.get("judged"):
        parts.append((word("judged"), mapping(((word(case.indicator), judged),), place)))
    return Document(place.file, "", mapping(parts, place))
