"""Blocks as Word paragraphs, measured against the clauses of GB/T 9704-2012."""

import pytest
from lxml import etree
from publish_support import W, body, styles, text

from evalcli.model.report import Addressee, Annex, Attachments, Block, Body, Heading, Signature, Title


def _indents(element: etree._Element) -> list[dict[str, str]]:
    return [{key.removeprefix(W): value for key, value in ind.attrib.items()} for ind in element.iter(W + "ind")]


def _words(element: etree._Element) -> list[str]:
    return ["|".join(t.text or "" for t in p.iter(W + "t")) for p in element.iter(W + "p")]


def test_title_lines_are_one_paragraph() -> None:
    written = body(Title(("青川县人民政府", "自评报告")))

    assert styles(written) == ["Title"]
    assert _words(written) == ["青川县人民政府|自评报告"]
    assert len(list(written.iter(W + "br"))) == 1


def test_a_title_line_too_long_for_the_page_is_broken_by_sense() -> None:
    written = body(Title(("南充市高坪区人民政府2022年履行教育职责情况自评报告",)))

    assert _words(written) == ["南充市高坪区人民政府2022年|履行教育职责情况自评报告"]


@pytest.mark.parametrize(("level", "style"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4), (9, 4)])
def test_headings_take_the_style_of_their_level(level: int, style: int) -> None:
    assert styles(body(Heading(level, text("一、概况")))) == [f"Heading{style}"]


def test_one_annex_has_no_number() -> None:
    written = body(Attachments(("得分表",)))

    assert _words(written) == ["附件：得分表"]
    assert _indents(written) == [{"leftChars": "500", "left": "1575", "hangingChars": "300", "hanging": "945"}]


def test_names_of_annexes_align() -> None:
    written = body(Attachments(tuple("甲乙丙丁戊己庚辛壬癸")))

    assert _words(written)[:2] == ["附件：1.甲", "2.乙"]
    assert [(ind["leftChars"], ind["hangingChars"]) for ind in _indents(written)] == [
        ("575", "375"),
        *[("575", "75")] * 8,
        ("575", "125"),
    ]


def test_only_the_first_name_stands_a_line_below_the_text() -> None:
    spacings = [spacing.attrib for spacing in body(Attachments(("甲", "乙"))).iter(W + "spacing")]

    assert spacings == [{W + "before": "579"}]


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        # 2022年9月30日 is 6.5 characters wide, the organ 7: it ends a quarter of a character outside the date.
        ("青川县人民政府", [("375", "1181"), ("400", "1260")]),
        ("甲县", [("625", "1969"), ("400", "1260")]),
        # 20 characters: flush right, and the date moves to stay in the middle.
        ("甲" * 20, [("0", "0"), ("675", "2126")]),
    ],
)
def test_organ_stands_centred_over_the_date(organ: str, expected: list[tuple[str, str]]) -> None:
    written = body(Signature(organ, "2022年9月30日"))

    assert styles(written) == ["Signature", "Date"]
    assert [(ind["rightChars"], ind["right"]) for ind in _indents(written)] == expected


@pytest.mark.parametrize(
    ("signature", "style"), [(Signature("", "2022年9月30日"), "Date"), (Signature("甲", ""), "Signature")]
)
def test_half_a_signature_is_written_alone(signature: Signature, style: str) -> None:
    assert styles(body(signature)) == [style]


def test_annex_begins_on_a_new_page() -> None:
    written = body(Body(text("甲")), Annex("附件1", "得分表", (Body(text("乙")),)))

    assert styles(written) == ["Body", "AnnexLabel", "AnnexTitle", "Body"]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in written.iter(W + "p")] == [
        False,
        True,
        False,
        False,
    ]


def test_a_wide_page_breaks_titles_later() -> None:
    name = "云岭县2024年度履行教育职责评价指标自评得分表明细"
    upright, landscape = (body(Annex("附件", name, (), landscape=wide)) for wide in (False, True))

    assert _words(upright)[1] == "云岭县2024年度履行教育职责|评价指标自评得分表明细"
    assert _words(landscape)[1] == name


@pytest.mark.parametrize("last", [Attachments(("甲",)), Signature("甲县", "2022年9月30日")])
def test_the_end_of_the_text_keeps_to_what_follows(last: Block) -> None:
    written = body(Body(text("甲")), Body(text("特此报告。")), last)

    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in list(written.iter(W + "p"))[:2]] == [False, True]


def test_annexes_keep_to_the_signature_but_not_to_what_is_no_signature() -> None:
    signed, unsigned = (
        body(Attachments(("甲", "乙")), block)
        for block in (Signature("甲县", "2022年9月30日"), Addressee(text("甲：")))
    )

    assert len(list(signed.iter(W + "keepNext"))) == 2
    assert len(list(unsigned.iter(W + "keepNext"))) == 0
