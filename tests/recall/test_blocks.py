"""Parts of an old report under the items that they seem to be about."""

import pytest
from old_reports import PACK, old

from evalcli.model.place import Place
from evalcli.model.text import Origin, Paragraph, Text
from evalcli.recall.blocks import placed as placed_of


def placed(*lines):
    return [(block.item, [part.text for part in block.paragraphs]) for block in old(*lines).blocks]


def test_numbered_paragraphs_by_name():
    assert placed("1.教育投入。去年投入不减。", "资金及时拨付。", "3.依法办学。没有违规。") == [
        ("1.1", ["资金及时拨付。"]),
        ("2.3", []),
    ]


def test_the_blocks_stand_in_the_order_of_the_items():
    assert [item for item, _inner in placed("3.依法办学。没有违规。", "1.教育投入。没有下降。")] == ["1.1", "2.3"]


def test_a_changed_name_with_the_same_number():
    # 依法治教 shares one pair with 依法办学; the number of item 2.3 makes up for it.
    assert placed("3.依法治教办好学。管理规范。") == [("2.3", [])]


@pytest.mark.parametrize("line", ["7.后勤服务。食堂改善。", "一段没有编号的话。"])
def test_what_is_like_no_item_is_kept_apart(line):
    found = old(line)

    assert (found.blocks, [part.text for part in found.unplaced]) == ((), [line])


def test_tables_and_notes_are_no_text_of_an_item():
    parts = [
        Paragraph("1.教育投入。投入不减。", Place("去年.docx", 1)),
        Paragraph("合计", Place("去年.docx", 2), origin=Origin.TABLE),
        Paragraph("口径见附注。", Place("去年.docx", 3), origin=Origin.NOTE),
    ]

    ((block,), unplaced) = placed_of(Text("去年.docx", "", tuple(parts)), PACK)

    assert (block.paragraphs, unplaced) == ((), ())


def test_a_heading_ends_the_part_before_it():
    found = old("# 报告", "## 教育投入", "逐年增加。", "## 其他", "后勤改善。", name="去年.md")

    assert [part.text for block in found.blocks for part in block.paragraphs] == ["逐年增加。"]
    assert [part.text for part in found.unplaced] == ["后勤改善。"]
