"""The sheet of what people judge."""

from datetime import datetime

from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of
from forms import filled, guard, head_row, opened, order, row_of, rows

STEPS = AREA_2.replace("judge: {checklist: [研判, 处置]}", "judge: {by_steps: 0.1}").replace(
    "office: [教体局]", "office: [教体局]\n    evidence: [制度汇编]"
)


def test_every_key_point_has_its_row() -> None:
    sheet = opened(order())["评定"]

    assert [cell.value for cell in sheet[head_row(sheet)]] == [
        "代码", "序号", "评估要点", "等次", "评定人", "评定日期", "评定理由", "佐证材料", "得分", "满足项",
    ]  # fmt: skip
    assert [row[:3] for row in rows(sheet)] == [["2.3b", 1, "2.3b 制度落实"], ["2.3c", 2, "2.3c 机制健全"]]


def test_levels_are_chosen_and_cells_that_are_not_needed_are_shut() -> None:
    sheet = opened(order())["评定"]
    level, listed = (row_of(sheet, key) for key in ("2.3b", "2.3c"))

    assert guard(sheet, f"D{level}").formula1 == '"好,中,差"'
    assert (guard(sheet, f"D{listed}"), guard(sheet, f"I{level}")) == (None, None)
    assert guard(sheet, f"F{level}").type == "date"
    assert [[sheet.cell(row, column).protection.locked for column in range(3, 11)] for row in (level, listed)] == [
        [True, False, False, False, False, False, True, True],
        [True, True, False, False, False, False, True, False],
    ]


def test_notes_say_what_the_rule_allows() -> None:
    sheet = opened(order(pack_of(HEAD, FIELDS, AREA_1, STEPS)))["评定"]
    notes = [sheet.cell(row_of(sheet, key), 3).comment.text for key in ("2.3b", "2.3c")]

    assert notes == [
        "指标：2.3 依法办学\n分值：10\n等次：好（100%）、中（60%）、差（0%）\n佐证材料：制度汇编",
        "指标：2.3 依法办学\n分值：10\n每步：0.1分\n佐证材料：制度汇编",
    ]
    rule = guard(sheet, f"I{row_of(sheet, '2.3c')}")
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "10")


def test_a_list_stands_in_the_note() -> None:
    sheet = opened(order())["评定"]

    assert sheet.cell(row_of(sheet, "2.3c"), 3).comment.text == "指标：2.3 依法办学\n分值：10\n清单：研判、处置"


def test_what_was_judged_is_shown() -> None:
    sheet = opened(filled())["评定"]
    day = datetime.fromisoformat("2022-08-20")

    assert [row[3:] for row in rows(sheet)] == [
        ["好", "督导室", day, "抽查合格", "抽查表.pdf", None, None],
        [None, "督导室", day, "制度齐全", "制度.pdf", None, "研判、处置"],
    ]


def test_points_and_a_judgement_without_a_day_are_shown() -> None:
    from dataclasses import replace
    from decimal import Decimal

    wanted = filled()
    pack = pack_of(HEAD, FIELDS, AREA_1, STEPS)
    hand = replace(wanted.judged["2.3c"], met=(), points=Decimal("9.9"), on=None)
    sheet = opened(replace(wanted, pack=pack, judged={"2.3c": hand}))["评定"]

    assert [row[3:] for row in rows(sheet)] == [
        [None] * 7,
        [None, "督导室", None, "制度齐全", "制度.pdf", 9.9, None],
    ]
