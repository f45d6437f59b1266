"""Sections that turn the page, and the invisible lines that Word needs."""

from publish_support import W, body, styles, text

from evalcli.model.report import Annex, Block, Body, Column, Row, Table

_TABLE = Table((Column("甲", 1),), (Row((text("乙"),)),))


def _sections(*blocks: Block) -> list[tuple[int, str]]:
    """Return for each section how many body elements come before its end, and how the page lies."""
    children = list(body(*blocks))
    return [
        (number, size.get(W + "orient", "portrait"))
        for number, child in enumerate(children)
        for size in child.iter(W + "pgSz")
    ]


def test_an_upright_report_has_one_section() -> None:
    assert _sections(Body(text("甲")), Body(text("乙"))) == [(2, "portrait")]


def test_an_empty_report_is_still_a_document() -> None:
    assert styles(body()) == ["Carrier"]
    assert _sections() == [(1, "portrait")]


def test_the_end_of_a_section_stands_in_the_last_real_paragraph() -> None:
    blocks = (Body(text("甲")), Annex("附件1", "得分表", (Body(text("乙")),), landscape=True))

    assert _sections(*blocks) == [(0, "portrait"), (4, "landscape")]
    assert "Carrier" not in styles(body(*blocks))


def test_the_page_turns_back() -> None:
    wide = Annex("附件1", "得分表", (Body(text("乙")),), landscape=True)

    assert _sections(wide, Annex("附件2", "目录", ())) == [(2, "landscape"), (5, "portrait")]
    assert _sections(wide, Body(text("丙"))) == [(2, "landscape"), (4, "portrait")]


def test_neighbouring_landscape_annexes_share_a_section() -> None:
    annex = Annex("附件1", "得分表", (), landscape=True)
    written = body(annex, annex)

    assert _sections(annex, annex) == [(4, "landscape")]
    assert len(list(written.iter(W + "pageBreakBefore"))) == 1


def test_a_section_never_ends_with_a_table() -> None:
    blocks = (_TABLE, Annex("附件1", "得分表", (_TABLE,), landscape=True))

    assert [style for style in styles(body(*blocks)) if not style.startswith("Table")] == [
        "Carrier",
        "AnnexLabel",
        "AnnexTitle",
        "Carrier",
    ]


def test_two_tables_stay_two() -> None:
    tags = [child.tag.removeprefix(W) for child in body(_TABLE, _TABLE, Body(text("甲")))]

    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]
