"""How a county's files become a report: the whole road on one page.

read → fill → check → score → draft → publish. The stages do not know each other; they meet here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evalcli import __version__, fill, read, resources
from evalcli.criteria import load_pack
from evalcli.language import _, chinese
from evalcli.model.checked import Answer, Checked
from evalcli.model.document import Node, Scalar, texts
from evalcli.model.filled import Filled
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice, Stopped, stop_on_faults
from evalcli.model.pack import Pack
from evalcli.model.place import Place
from evalcli.model.report import Draft
from evalcli.model.scorecard import Scored
from evalcli.read.county import county_files

# What a county may have in its folder besides data: its own packs and templates.
_OF_ITS_OWN = ("indicators", "templates")


@dataclass(frozen=True, slots=True)
class Handed:
    """What a county handed in, read and filled, with everything noticed so far."""

    folder: Path
    pack: Pack
    filled: Filled
    notices: tuple[Notice, ...]

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Return the files that were read."""
        return tuple(self.folder / name for name in self.filled.inputs)

    @property
    def spared(self) -> tuple[Path, ...]:
        """Return the files that no output may replace: those that were read, and what else the county wrote itself."""
        answers = (self.folder / one.text for one in self.filled.followup)
        own = (file for kind in _OF_ITS_OWN for file in (self.folder / kind).rglob("*"))
        return (*self.inputs, *answers, *own)


def read_county(path: Path, pack: Pack | None = None, *, follow: bool = True) -> Handed:
    """Return a county's data converted by its pack, or by another one as it stands; `-` is standard input.

    `follow` takes last year's values from where the county says that they are.
    """
    files = county_files(path)
    asked = files.head.get("pack")
    if pack is None:
        with _remembering(files.notices, asked):
            pack = load_pack(files.head.text("pack"), files.folder, files.head.pairs("tailored"))
    filled, unfilled = fill.county(pack, files.main, files.data, files.sheets, files.offices)
    asked = files.head.get("previous") if follow else None
    if isinstance(asked, Scalar):
        filled, more = _with_last_year(files.folder, pack, filled, asked)
        unfilled += more
    return Handed(files.folder, pack, filled, files.notices + unfilled)


def _with_last_year(folder: Path, pack: Pack, filled: Filled, asked: Scalar) -> tuple[Filled, tuple[Notice, ...]]:
    """Return a county's figures with last year's values from where it says that last year's self-evaluation lies."""
    name = asked.text.rstrip("/")
    try:
        before = _last_year(folder / name, name, pack)
    except Stopped as stopped:
        message = _("读不出上一年的自评“{name}”：{why}").format(name=name, why=stopped.notices[0].message)
        advice = _("写上一年的文件夹或 score --format json 的结果；没有时删去 previous。")
        return filled, (Notice("data.previous", Level.MUST, message, advice, asked.place),)
    return fill.with_last_year(pack, filled, before, asked.place)


def _last_year(path: Path, name: str, pack: Pack) -> fill.Before:
    """Return what was handed in a year before, by the pack of that year or, where it is the same one, by this year's."""
    if path.suffix.lower() == ".json":
        from evalcli.read.result_file import kept_result

        kept, sha256 = kept_result(path)
        return fill.from_result(name, sha256, kept)
    main = path / "county.yaml" if path.is_dir() else path
    same = county_files(main).head.text("pack").partition("@")[0] == pack.id
    handed = read_county(main, pack if same else None, follow=False)
    return fill.from_county(name if path.is_dir() else Path(name).parent.as_posix(), handed.pack, handed.filled)


def check_county(path: Path) -> tuple[Notice, ...]:
    """Return everything that is wrong with a county's data and neither muted nor settled."""
    return checked(read_county(path)).open


def checked(handed: Handed, answered: tuple[Path, ...] = (), *, draft: bool = False) -> Checked:
    """Return everything that is wrong with the data that a county handed in, how it stands, and who owes what.

    With `draft` the text of the report that the data would make is proofread as well.
    The offices' answers are in the files `answered`, else in those that the county names.
    """
    from evalcli import check

    given, unread = _answers(handed, answered or answer_files(handed))
    text = proofread_report(handed) if draft else ()
    found = (*handed.notices, *unread, *check.county(handed.pack, handed.filled), *text)
    standings = check.stand(found, handed.filled.mutes, given)
    return Checked(standings, check.owed(handed.pack, handed.filled))


def answer_files(handed: Handed) -> tuple[Path, ...]:
    """Return the files with answers that a county names, which must lie in its folder."""
    from evalcli.read.folder import one_file

    found = [one_file(handed.folder.resolve(), one.text, one.place, "followup") for one in handed.filled.followup]
    stop_on_faults(notice for _paths, notices in found for notice in notices)
    return tuple(handed.folder / one.text for one in handed.filled.followup)


def _answers(handed: Handed, paths: tuple[Path, ...]) -> tuple[tuple[Answer, ...], tuple[Notice, ...]]:
    from evalcli.fill.answers import answers
    from evalcli.read.disk import table

    given: list[Answer] = []
    notices: list[Notice] = []
    for path in paths:
        name = path.relative_to(handed.folder) if path.is_relative_to(handed.folder) else path
        sheet, unread = table(path, name.as_posix())
        stop_on_faults(unread)
        found, unplaced = answers(sheet) if sheet else ((), ())
        given += found
        notices += (*unread, *unplaced)
    return tuple(given), tuple(notices)


def score_county(path: Path) -> Scored:
    """Return a county's result, with all that was noticed on the way."""
    return scored(read_county(path))


def scored(handed: Handed) -> Scored:
    """Return the result of what a county handed in."""
    from evalcli import score

    card = score.county(handed.pack, handed.filled)
    return Scored(handed.pack, handed.filled, card, handed.notices, {"tool": "evalcli", "version": __version__})


def verified(scored: Scored, path: Path) -> tuple[Notice, ...]:
    """Return everything in which a kept result differs from the county scored anew."""
    from evalcli import analyse
    from evalcli.read.result_file import result_file

    return analyse.verify(result_file(path), scored, Place(path.as_posix()))


def draft_report(
    scored: Scored, folder: Path, *, unfinished: bool = False, trace: bool = False
) -> tuple[Draft, tuple[Notice, ...]]:
    """Return the report, with `trace` every reckoning in an annex; without `unfinished` a missing figure stops it."""
    from evalcli import draft

    genre = scored.filled.genre
    folders = (folder / "templates" / genre, resources.shipped("templates") / genre)
    with chinese():
        lines = _reckoning(scored) if trace else ()
        found = () if scored.filled.problems else _doubts(scored)
    drafted, missing = draft.report(scored, folders, lines, found)
    if not unfinished:
        stop_on_faults(missing)
    return drafted, missing


def _reckoning(scored: Scored) -> tuple[str, ...]:
    from evalcli import analyse

    return analyse.explain_all(scored)


def tables(scored: Scored) -> Draft:
    """Return the result as tables for a workbook: the ledger and the rates of work, or the score table."""
    from evalcli import draft

    with chinese():
        return draft.tables(scored)


def _doubts(scored: Scored) -> tuple[Notice, ...]:
    from evalcli import check  # some twenty modules that a county with problems of its own does not need

    return check.county(scored.pack, scored.filled)


def proofread_report(handed: Handed) -> tuple[Notice, ...]:
    """Return all doubts about the text of the report that a county's data would make."""
    from evalcli import proofread

    with chinese():
        result = scored(handed)
        drafted, _missing = draft_report(result, handed.folder, unfinished=True)
    return proofread.report(drafted, handed.pack, handed.filled, _empty_phrases(handed.folder))


def _empty_phrases(folder: Path) -> tuple[str, ...]:
    """Return the phrases that say nothing without a figure: the county's own list, else ours."""
    own = folder / "templates" / "proofread" / "empty.yaml"
    path = own if own.is_file() else resources.shipped("templates") / "proofread" / "empty.yaml"
    found, notices = read.document(path, path.name)
    if found is None:
        raise Stopped(notices)
    return texts(found.root)


@contextmanager
def _remembering(before: tuple[Notice, ...], asked: Node | None) -> Iterator[None]:
    """Tell what was found `before` too when a pack stops us, and where it was `asked` for."""
    try:
        yield
    except Stopped as stopped:
        place = asked.place if asked else None
        told = [notice if notice.place else replace(notice, place=place) for notice in stopped.notices]
        # A misshapen `tailored:` is found with the file, and again by the pack that it cannot be laid over.
        known = {(notice.code, notice.place) for notice in told}
        raise Stopped((*(notice for notice in before if (notice.code, notice.place) not in known), *told)) from None
