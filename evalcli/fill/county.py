"""A county's documents → `Filled`: who, when, figures, judgements, text, problems and plans."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dict
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from evalcli.fill import convert
from evalcli.fill.asking import deadlines, followup, mutes
from evalcli.fill.entry import Placed
from evalcli.fill.figures import figures
from evalcli.fill.ledger import ledger
from evalcli.fill.merge import prefer, unknown
from evalcli.fill.scores import other_scores
from evalcli.language import _, enumerated
from evalcli.model.document import Document, Mapping, Node, Scalar, mapping, members, texts
from evalcli.model.filled import (
    County,
    Exemption,
    Filled,
    HandJudgement,
    Mending,
    Notification,
    Paragraph,
    Problem,
    Rectification,
    SchoolTable,
)
from evalcli.model.notice import Level, Notice
from evalcli.model.pack import Pack
from evalcli.model.plain import plain
from evalcli.model.table import Sheet, Table

_YEAR = re.compile("[12][0-9]{3}")


def county(
    pack: Pack,
    main: Document,
    data: tuple[Document, ...],
    sheets: Dict[str, Table] | None = None,
    offices: tuple[Sheet, ...] = (),
) -> tuple[Filled, tuple[Notice, ...]]:
    """Return what the county filled in, converted by the pack, and all that could not be used.

    `sheets` are the school tables that lie in files of their own, by the id of their table; `offices` all other sheets.
    """
    head = main.root if isinstance(main.root, Mapping) else mapping((), main.root.place)
    start, end = _period(head)
    year = int(head.text("year")) if _YEAR.fullmatch(head.text("year")) else _data_year(start, end)
    tables = {name: (table,) for name, table in (sheets or {}).items()}
    found = _placed(pack, offices, year, (*tables, *_named_tables((main, *data))))
    documents = (main, *sorted((*data, *found.documents), key=lambda document: document.name))
    roots = [document.root for document in documents if isinstance(document.root, Mapping)]
    chosen = prefer(head.get("prefer"))
    values, faults = figures(pack, [node for root in roots if (node := root.get("figures"))], year, chosen)
    schools, unread = _schools(pack, roots, {name: tuple(parts) for name, parts in found.tables.items()} | tables)
    scores, unplaced = other_scores(pack, head)
    charges, late = ledger(pack, tuple(_said_once(roots, "ledger")))
    genre, unwritten = _genre(pack, _part(head, "report"))
    filled = Filled(
        county=_county(head),
        start=start,
        end=end,
        year=year,
        notification=_notification(head),
        signed_by=_part(head, "signed").text("by"),
        signed_on=convert.day(_part(head, "signed").text("on")),
        figures=values,
        **_told(roots),
        **_wanted(head),
        inputs=_inputs(documents, sheets or {}, offices),
        tables=schools,
        other_scores=scores,
        read=tuple(found.read),
        ledger=charges,
        genre=genre,
    )
    told = (*unknown(pack, chosen), *found.notices, *faults, *unread, *unplaced, *late, *unwritten)
    return filled, (*told, *_misplaced(pack, roots), *_dates(roots))


def _placed(pack: Pack, offices: tuple[Sheet, ...], year: int, named: tuple[str, ...]) -> Placed:
    """Return what offices' sheets hold; a county that has none does not load the reader of sheets."""
    if not offices:
        return Placed()
    from evalcli.fill.sheets import placed

    return placed(pack, offices, year, named)


def _schools(
    pack: Pack, roots: list[Mapping], sheets: Dict[str, tuple[Table, ...]]
) -> tuple[Dict[str, SchoolTable], tuple[Notice, ...]]:
    """Return the school tables; a county that has none does not load the reader of tables."""
    if not sheets and not any(root.get("tables") for root in roots):
        return {}, ()
    from evalcli.fill.tables import school_tables

    return school_tables(pack, roots, sheets)


def _told(roots: list[Mapping]) -> Dict[str, Any]:
    """Return what people judged and wrote: everything beside the figures."""
    return {
        "judged": {name: _judged(node) for name, node in _said_once(roots, "judged")},
        "exemptions": {name: _exemption(node) for name, node in _said_once(roots, "not_applicable")},
        "text": {name: tuple(_paragraphs(node)) for name, node in _said_once(roots, "text")},
        "overview": tuple(part for root in roots for part in _paragraphs(root.get("overview"))),
        "problems": tuple(_problem(node) for root in roots for node in root.items("problems")),
        "rectifications": tuple(_rectification(node) for root in roots for node in root.items("rectification")),
    }


def _wanted(head: Mapping) -> Dict[str, Any]:
    """Return how the county wants its report and its data checked."""
    report = _part(head, "report")
    return {
        "title": texts(report.get("title")),
        "illustrative": head.text("illustrative"),
        "merge_areas": report.flag("merge_areas"),
        "scores": report.text("scores") or "none",
        "money": report.text("money"),
        "longest": int(report.text("longest") or 0),
        "deadlines": deadlines(head),
        "mutes": mutes(head),
        "followup": followup(head),
    }


def _named_tables(documents: Iterable[Document]) -> set[str]:
    roots = (one.root for one in documents)
    return {key.text for root in roots if isinstance(root, Mapping) for key, _node in root.pairs("tables")}


def _inputs(documents: Iterable[Document], tables: Dict[str, Table], offices: Iterable[Sheet]) -> dict[str, str]:
    """Return the hashes of all files that were read, by their names."""
    named = {document.name: document.sha256 for document in documents}
    return named | {one.name: one.sha256 for one in tables.values()} | {one.file: one.sha256 for one in offices}


def _genre(pack: Pack, part: Mapping) -> tuple[str, tuple[Notice, ...]]:
    """Return the kind of report that is wanted; one that the pack cannot give is refused, and the pack's own is written."""
    wanted = part.get("genre")
    if not isinstance(wanted, Scalar) or wanted.text in pack.genres:
        return part.text("genre") or pack.genre, ()
    message = _("指标包 {id} 写不出体裁“{genre}”的报告").format(id=pack.id, genre=wanted.text)
    advice = _("能写的有：{known}。").format(known=enumerated(pack.genres))
    return pack.genre, (Notice("county.genre", Level.MUST, message, advice, wanted.place),)


def _part(root: Mapping, key: str) -> Mapping:
    node = root.get(key)
    return node if isinstance(node, Mapping) else mapping((), root.place)


def _period(head: Mapping) -> tuple[date, date]:
    """Return the period; a day that cannot be read is taken from the other end, and `_dates` tells."""
    part = _part(head, "period")
    start, end = convert.day(part.text("from")), convert.day(part.text("to"))
    return start or end or date.min, end or start or date.min


def _data_year(start: date, end: date) -> int:
    """Return the last calendar year that lies wholly in the period: yearly figures are of that year."""
    return end.year if (end.month, end.day) == (12, 31) else max(start.year, end.year - 1)


def _county(head: Mapping) -> County:
    part = _part(head, "county")
    # An autonomous county too calls itself 我县, a banner 我旗, a forest district 我区: the kind's last character.
    kind = part.text("kind")[-1:] or "县"
    return County(part.text("name"), kind, part.text("code"), part.text("city"), part.text("province"))


def _notification(head: Mapping) -> Notification:
    part = _part(head, "notice")
    return Notification(part.text("issuer"), part.text("number"), part.text("title"))


def _judged(node: Node) -> HandJudgement:
    if not isinstance(node, Mapping):
        return HandJudgement("", "", None, "", place=node.place)
    return HandJudgement(
        level=node.text("level"),
        by=node.text("by"),
        on=convert.day(node.text("on")),
        because=node.text("because"),
        evidence=texts(node.get("evidence")),
        met=texts(node.get("met")),
        illustrative=node.flag("illustrative"),
        place=node.place,
        points=_points(node),
    )


def _points(node: Mapping) -> Decimal | None:
    """Return the points that people gave; a file in which they are no number stops earlier, by its schema."""
    given = node.get("points")
    points = plain(given) if given else None
    return Decimal(points) if isinstance(points, int | Decimal) else None


def _exemption(node: Node) -> Exemption:
    entry = node if isinstance(node, Mapping) else mapping((), node.place)
    return Exemption(entry.text("because"), entry.text("approved"), convert.day(entry.text("on")), node.place)


def _paragraphs(node: Node | None) -> Iterator[Paragraph]:
    """Yield the members of a text; a text written as one scalar is one member without a head."""
    if isinstance(node, Scalar):
        yield Paragraph("", node.text.strip(), node.place)
    for item in members(node):
        if isinstance(item, Mapping):
            place = said.place if (said := item.get("say")) else item.place
            yield Paragraph(item.text("head").strip(), item.text("say").strip(), place)
        elif isinstance(item, Scalar):
            yield Paragraph("", item.text.strip(), item.place)


def _problem(node: Node) -> Problem:
    entry = node if isinstance(node, Mapping) else mapping((), node.place)
    return Problem(
        item=entry.text("item"),
        say=entry.text("say").strip(),
        plan=tuple(_paragraphs(entry.get("plan"))),
        head=entry.text("head"),
        plan_head=entry.text("plan_head"),
        office=entry.text("office"),
        by=entry.text("by"),
        place=node.place,
    )


def _rectification(node: Node) -> Rectification:
    entry = node if isinstance(node, Mapping) else mapping((), node.place)
    known = {str(status): status for status in Mending}
    return Rectification(
        problem=entry.text("problem").strip().rstrip("。"),
        status=known.get(entry.text("status"), Mending.OPEN),
        measure=entry.text("measure").strip().rstrip("。"),
        office=entry.text("office"),
        by=convert.day(entry.text("by")),
        evidence=texts(entry.get("evidence")),
        place=node.place,
    )


def _said_once(roots: list[Mapping], section: str) -> Iterator[tuple[str, Node]]:
    """Yield the entries of a section; one that two files have is in neither (nothing is last-wins)."""
    entries = [(key.text, node) for root in roots for key, node in root.pairs(section)]
    counted = Counter(name for name, _node in entries)
    yield from ((name, node) for name, node in entries if counted[name] == 1)


def _misplaced(pack: Pack, roots: list[Mapping]) -> Iterator[Notice]:
    """Yield entries for items or key points that the pack does not have, and keys said twice over files."""
    items = {indicator.id for indicator in pack.indicators}
    points = {point.id for indicator in pack.indicators for point in indicator.key_points}
    for section, known in (("judged", points), ("not_applicable", items), ("text", items), ("ledger", items | points)):
        seen: dict[str, Scalar] = {}
        for key in (key for root in roots for key, _node in root.pairs(section)):
            if key.text in pack.dropped:
                message = _("{section} 里的“{id}”已经本地化为不考核，没有采用").format(section=section, id=key.text)
                yield Notice("county.unknown-item", Level.HINT, message, _("可以留着，也可以删去。"), key.place)
            elif key.text not in known:
                yield _unknown(section, key, known)
            first = seen.setdefault(key.text, key)
            if first is not key:
                message = _("{section} 里的“{id}”写了两次，另一处在 {place}，都没有采用")
                message = message.format(section=section, id=key.text, place=first.place)
                yield Notice("county.twice", Level.MUST, message, _("合成一处。"), key.place)


def _unknown(section: str, key: Scalar, known: set[str]) -> Notice:
    near = get_close_matches(key.text, sorted(known), 1)
    message = _("指标包里没有“{id}”（{section}）").format(id=key.text, section=section)
    advice = _("最接近的是“{near}”。").format(near=near[0]) if near else _("核对编号，或删去这一段。")
    return Notice("county.unknown-item", Level.MUST, message, advice, key.place)


def _dates(roots: list[Mapping]) -> Iterator[Notice]:
    """Yield days that are none (2022-02-30), and a period that ends before it begins."""
    head = roots[0]
    days = [_part(head, section).get(key) for section, key in (("period", "from"), ("period", "to"), ("signed", "on"))]
    days += [entry.get("by") for root in roots for entry in root.items("rectification") if isinstance(entry, Mapping)]
    for section, key in (("judged", "on"), ("not_applicable", "on"), ("ledger", "by")):
        entries = (node for root in roots for _key, node in root.pairs(section))
        days += [entry.get(key) for entry in entries if isinstance(entry, Mapping)]
    for node in days:
        if isinstance(node, Scalar) and convert.day(node.text) is None:
            message = _("“{raw}”不是日期").format(raw=node.text)
            yield Notice("county.date", Level.MUST, message, _("写成 2022-06-30 这样的日期。"), node.place)
    start, end = _period(head)
    if start > end:
        place = _part(head, "period").place
        yield Notice(
            "county.period", Level.MUST, _("评价期的起始日晚于截止日"), _("核对 period 的 from 和 to。"), place
        )
