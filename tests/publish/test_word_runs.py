"""Runs in Word: look, bookmark, rare characters, tabs and line ends."""

import pytest
from lxml import etree
from publish_support import W

from evalcli.model.report import Run
from evalcli.publish.text import flat
from evalcli.publish.word_claims import Marks
from evalcli.publish.word_runs import Pen, rare


def _written(run: Run, *, style: str = "Body", strong: bool = False) -> list[str]:
    """Return the elements that the pen writes, each with its attributes and text, without namespaces."""
    runs = Pen(style, Marks(), strong=strong).written((run,))
    paragraph = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{runs}</w:p>')
    return [_shown(element) for element in paragraph.iter() if element is not paragraph]


def _shown(element: etree._Element) -> str:
    attributes = [f"{key.rpartition('}')[2]}={value}" for key, value in element.attrib.items()]
    return " ".join([element.tag.removeprefix(W), *attributes, *([repr(element.text)] if element.text else [])])


def test_plain_text_is_one_run() -> None:
    assert _written(Run("甲乙")) == ["r", "t '甲乙'"]


def test_nothing_is_written_for_no_text() -> None:
    assert _written(Run("", bold=True, claim="total")) == []


def test_outer_blanks_are_kept() -> None:
    assert _written(Run(" 甲")) == ["r", "t space=preserve ' 甲'"]


def test_bold_and_missing() -> None:
    assert _written(Run("缺", bold=True, missing=True)) == ["r", "rPr", "b", "highlight val=yellow", "t '缺'"]


def test_strong_pen_writes_totals() -> None:
    assert _written(Run("王喆", bold=True), strong=True) == ["r", "rPr", "rStyle val=Strong", "t '王喆'"]


def test_a_figure_stands_between_the_ends_of_its_bookmark() -> None:
    assert _written(Run("90.5", claim="total")) == [
        "bookmarkStart id=1 name=f_total_1",
        "r",
        "t '90.5'",
        "bookmarkEnd id=1",
    ]


def test_a_figure_is_listed_as_it_is_printed() -> None:
    marks = Marks()
    Pen("Body", marks).written((Run("甲\r\n乙", claim="names"),), flat)

    assert 'field="names" text="甲乙"' in marks.part()


def test_tabs_and_line_ends_are_elements() -> None:
    assert _written(Run("甲\n\t乙")) == ["r", "t '甲'", "br", "tab", "t '乙'"]


@pytest.mark.parametrize(
    ("style", "face"),
    [("Body", "仿宋"), ("TableText", "仿宋"), ("Heading2", "楷体"), ("Title", "方正小标宋_GBK")],
)
def test_a_rare_character_takes_its_name_into_the_full_face(style: str, face: str) -> None:
    assert _written(Run("教师，王喆、李堃玥。"), style=style) == [
        "r",
        "t '教师，'",
        "r",
        "rPr",
        f"rFonts hAnsi={face} eastAsia={face}",
        "t '王喆'",
        "r",
        "t '、'",
        "r",
        "rPr",
        f"rFonts hAnsi={face} eastAsia={face}",
        "t '李堃玥'",
        "r",
        "t '。'",
    ]


def test_a_rare_character_alone_leaves_no_empty_run() -> None:
    assert _written(Run("喆")) == ["r", "rPr", "rFonts hAnsi=仿宋 eastAsia=仿宋", "t '喆'"]


@pytest.mark.parametrize("style", ["Heading1", "AnnexLabel", "Caption", "TableHead", "TableSmallHead"])
def test_heiti_has_the_rare_characters_itself(style: str) -> None:
    assert _written(Run("王喆"), style=style) == ["r", "t '王喆'"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("教育，2022年 abc ①é", ""), ("王喆", "喆"), ("李堃、𠮷", "堃𠮷"), ("鿍", "鿍")],
)
def test_rare_names_the_han_characters_outside_gb2312(text: str, expected: str) -> None:
    assert rare(text) == frozenset(expected)
