"""A whole Word report, as an outline: style and text, tables as rows."""

from io import BytesIO
from pathlib import Path

import docx
from docx.table import Table as WordTable
from lxml import etree
from publish_support import W, parts, small_draft

from evalcli.publish import publish
from evalcli.publish.word_claims import stem

_GOLDEN = Path(__file__).parent / "golden" / "small.outline.txt"


def _outline(data: bytes) -> str:
    lines = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, WordTable):
            rows = [["".join(p.text for p in cell.p_lst) for cell in row.tc_lst] for row in block._tbl.tr_lst]
            lines += ["table | " + " | ".join(row).replace("\n", "⏎") for row in rows]
        else:
            lines.append(f"{block.style.name if block.style else ''} | {block.text}".replace("\n", "⏎"))
    return "\n".join(lines) + "\n"


def test_outline_of_a_small_report() -> None:
    assert _outline(publish(small_draft(), "docx")) == _GOLDEN.read_text(encoding="utf-8")


def test_every_figure_is_led_back_to_its_field() -> None:
    files = parts(publish(small_draft(), "docx"))
    starts = [mark.get(W + "name") for mark in etree.fromstring(files["word/document.xml"]).iter(W + "bookmarkStart")]
    listed = [dict(figure.attrib) for figure in etree.fromstring(files["customXml/item1.xml"])]

    assert starts == ["f_total_1", "f_education_spending_1", "f_education_spending_2"]
    assert [figure["bookmark"] for figure in listed] == starts
    assert [stem(figure["field"]) for figure in listed] == ["total", "education_spending", "education_spending"]
    assert [figure["text"] for figure in listed] == ["90.5", "8.39", "8.39"]


def test_missing_figures_are_yellow() -> None:
    root = etree.fromstring(parts(publish(small_draft(), "docx"))["word/document.xml"])
    yellow = ["".join(run.itertext()) for run in root.iter(W + "r") if run.find(f"{W}rPr/{W}highlight") is not None]

    assert yellow == ["【缺：校舍支出】", "【缺：校舍支出】"]
