"""The rubric as an official document: what stands before the table, the table's rows, and what is said only once."""

from dataclasses import replace

from counties import pack_of

from evalcli.criteria import load_pack
from evalcli.model.pack import Pack
from evalcli.model.report import Annex, Attachments, Body, Table, Title
from evalcli.packs.rubric import rubric
from evalcli.packs.rubric_draft import rubric_draft


def table_of(pack: Pack, item: str = "") -> Table:
    annex = rubric_draft(pack, rubric(pack, item)).blocks[-1]
    assert isinstance(annex, Annex)
    (table,) = annex.blocks
    assert isinstance(table, Table)
    return table


def texts(table: Table) -> list[list[str]]:
    return [[run.text for cell in row.cells for run in cell] for row in table.rows]


def test_what_stands_before_the_table() -> None:
    pack = replace(pack_of(), provisional="分值暂定。", tailored=("2.3 不考核：没有事项。", "1.1 改为40分"))
    draft = rubric_draft(pack, rubric(pack))
    bodies = [block.text[0].text for block in draft.blocks if isinstance(block, Body)]

    assert draft.blocks[0] == Title((f"{pack.title}评分细则",))
    assert bodies == [
        f"本细则依据{pack.source}编制，列明3项指标、7个评估要点，满分100分。",
        f"本细则由指标包{pack.id}（版本{pack.version}）生成，评分规则一栏的文字与计算所用的规则一致。",
        "说明：分值暂定。",
        "本地化：2.3不考核：没有事项；1.1改为40分。",
    ]
    (attached,) = [block for block in draft.blocks if isinstance(block, Attachments)]
    annex = draft.blocks[-1]
    assert isinstance(annex, Annex)
    assert (attached.names, annex.label, annex.name, annex.landscape) == (
        (f"{pack.title}评分表",),
        "附件",
        f"{pack.title}评分表",
        True,
    )
    # A pack says its version; it knows no day.
    assert (draft.title, draft.author, draft.created) == (f"{pack.title}评分细则", f"{pack.id} {pack.version}", "")


def test_a_pack_with_nothing_to_explain_says_no_more() -> None:
    pack = replace(pack_of(), provisional="", tailored=())
    bodies = [block for block in rubric_draft(pack, rubric(pack)).blocks if isinstance(block, Body)]

    assert len(bodies) == 2


def test_the_rows_of_an_item() -> None:
    table = table_of(pack_of(), "1.2")

    assert [column.head for column in table.columns] == [
        "指标", "评估要点", "分值", "评分规则", "标准", "依据", "责任单位", "佐证材料",
    ]  # fmt: skip
    area, first, second = texts(table)
    assert area == ["投入保障"]
    assert first == [
        "1.2\u3000普惠和师资",
        "1.2a\u3000普惠率不低于85%",
        "15",
        "数值不低于标准，等于标准即为达标\n取值：普惠率\n标准下限：85",
        "≥85%",
        "《评价办法》第2条" if str(pack_of().source) != "《评价办法》" else "第2条",
        "教体局",
        "—",
    ]
    assert second[5:] == ["同1.2a", "同1.2a", "同1.2a"]


def test_a_pack_without_points_has_no_column_for_them() -> None:
    table = table_of(load_pack("balanced-quality-2017"), "2.3")

    assert "分值" not in [column.head for column in table.columns]
    rule = texts(table)[1][2]
    assert "音乐专用教室数 × 12 < 班级数（小学） + 班级数（初中）或最小音乐专用教室面积 < 54" in rule
    assert "(" not in rule


def test_dates_and_functions_are_in_words() -> None:
    rules = [row[3] for row in texts(table_of(load_pack("duty-sichuan-2022"))) if len(row) > 1]

    assert any("2025年12月31日" in rule for rule in rules)
    assert [rule for rule in rules if "share(" in rule or "2025-12-31" in rule] == []
