"""What Excel refuses, and in which words."""

from decimal import Decimal

import pytest

from evalcli.forms import guards
from evalcli.model.pack import Field


def field(**more) -> Field:
    return Field("x", "普惠率", **more)


def told(guard: guards.Guard | None) -> tuple:
    assert guard is not None
    limits = tuple(guard.get(key) for key in ("validate", "criteria", "minimum", "maximum", "value") if guard.get(key))
    return (*limits, guard["error_message"])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (
            field(unit="%", low=Decimal(0), high=Decimal(100)),
            (
                "custom",
                '=IF(ISNUMBER($G$5),AND($G$5>=0,$G$5<=100,OR($G$5=0,ABS($G$5)>=1)),RIGHT($G$5,1)="%")',
                "普惠率：只填数字，单位 %，0 到 100。94% 填 94，不打百分号；不足 1% 的先打一个英文单引号，如 '0.8%。",
            ),
        ),
        (
            field(unit="人", low=Decimal(0), high=Decimal(100)),
            ("decimal", "between", "0", "100", "普惠率：只填数字，单位 人，0 到 100。"),
        ),
        (field(unit="人", low=Decimal(0)), ("decimal", ">=", "0", "普惠率：只填数字，单位 人，不小于 0。")),
        (field(), ("decimal", "between", "-1000000000000000", "1000000000000000", "普惠率：只填数字，不写单位。")),
        (
            field(low=Decimal(0), high=Decimal(1), decimals=0),
            ("integer", "between", "0", "1", "普惠率：只填数字，0 到 1。"),
        ),
        (
            field(unit="比"),
            ("custom", '=ISNUMBER(FIND(":",SUBSTITUTE($G$5,"：",":")))', "普惠率：填成 12.5:1 这样的比。"),
        ),
    ],
    ids=["share", "range", "from", "any", "flag", "ratio"],
)
def test_numbers(asked: Field, wanted: tuple) -> None:
    assert told(guards.for_field(asked, asked.label, "$G$5")) == wanted


def test_a_share_is_asked_for_without_its_sign() -> None:
    guard = guards.for_field(field(unit="%"), "普惠率", "G5")

    assert guard
    assert guard["input_message"] == "94% 填 94，不打百分号；不足 1% 的先打一个英文单引号，如 '0.8%。"
    assert guard["value"] == '=IF(ISNUMBER(G5),AND(OR(G5=0,ABS(G5)>=1)),RIGHT(G5,1)="%")'
    assert guard["error_message"].startswith("普惠率：只填数字，单位 %，不写单位。")


def test_words() -> None:
    yes_no = guards.for_field(field(kind="yes_no"), "普惠率", "$G$5")

    assert yes_no
    assert (yes_no["validate"], yes_no["source"]) == ("list", ["是", "否"])
    assert guards.for_field(field(kind="text"), "普惠率", "$G$5") is None
    assert guards.for_field(field(kind="names"), "普惠率", "$G$5") is None


def test_a_list_that_excel_cannot_hold_is_no_drop_down() -> None:
    assert guards.one_of((), "x") is None
    assert guards.one_of(("好,很好", "差"), "x") is None
    assert guards.one_of(("好" * 128, "差" * 127), "x") is None
    assert guards.one_of(("好" * 127, "差" * 127), "x") is not None


def test_a_message_that_excel_cannot_hold_is_cut() -> None:
    guard = guards.for_field(field(unit="人"), "长" * 300, "$G$5")

    assert guard
    assert (len(guard["error_message"]), guard["error_message"][-1]) == (255, "…")


def test_days_and_points() -> None:
    day = guards.a_day("评定日期")

    assert (day["validate"], day["error_message"]) == ("date", "评定日期：填日期，例如 2022-06-30。")
    assert told(guards.points(Decimal("1.5"), "2.3b")) == (
        "decimal", "between", "0", "1.5", "2.3b：只填数字，单位 分，0 到 1.5。",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (field(), "General"),
        (field(decimals=2), "#,##0.00"),
        (field(decimals=0), "#,##0"),
        (field(unit="年", decimals=0), "0"),
        (field(unit="比"), "@"),
        (field(kind="text"), "@"),
    ],
)
def test_how_entries_are_shown(asked: Field, shown: str) -> None:
    assert guards.number_format(asked) == shown
