"""What Excel itself refuses: ranges, drop-downs and ratios, with the message that it shows."""

from decimal import Decimal
from typing import Any

from evalcli.model.numbers import plain
from evalcli.model.pack import Field

# Excel's limits: of a title, of a message, and of a list that stands in the rule itself.
_TITLE, _MESSAGE, _LIST = 32, 255, 255
# A number of any size, so that text is refused where the pack sets no range.
_ANY = 10**15
# What goes wrong most with percentages, said before it does.
_SHARE = "94% 填 94，不打百分号；不足 1% 的先打一个英文单引号，如 '0.8%。"
YES_NO = ("是", "否")
Guard = dict[str, Any]


def for_field(field: Field, label: str, cell: str) -> Guard | None:
    """Return the rule of a field's entry cell, which stands at `cell`; None where any text will do."""
    if field.kind == "yes_no":
        return one_of(YES_NO, label)
    if field.kind != "number":
        return None
    if field.unit == "%":
        return _share(field, label, cell)
    return _ratio(label, cell) if field.unit == "比" else _number(field, label)


def one_of(choices: tuple[str, ...], label: str) -> Guard | None:
    """Return a drop-down; None where Excel could not hold it (a comma would part a choice, and 255 characters are the end)."""
    if not choices or len(",".join(choices)) > _LIST or any("," in choice for choice in choices):
        return None
    message = "{label}：从下拉列表里选：{choices}。".format(label=label, choices="、".join(choices))
    return {"validate": "list", "source": list(choices), **_refusal("不在列表里", message)}


def a_day(label: str) -> Guard:
    """Return the rule of a cell that holds a day."""
    from datetime import date

    message = f"{label}：填日期，例如 2022-06-30。"
    limits = {"minimum": date(2000, 1, 1), "maximum": date(2099, 12, 31)}
    return {"validate": "date", "criteria": "between", **limits, **_refusal("不是日期", message)}


def points(full: Decimal, label: str) -> Guard:
    """Return the rule of a cell that holds the points of a key point."""
    return _number(Field("", label, unit="分", low=Decimal(0), high=full), label)


def number_format(field: Field) -> str:
    """Return how an entry is shown: numbers with the field's places, all else as text, which keeps leading zeros."""
    if field.kind != "number" or field.unit == "比":
        return "@"
    if field.decimals is None:
        return "General"
    # A year is no quantity: 2025 and not 2,025.
    whole = "0" if field.unit == "年" else "#,##0"
    return whole + ("." + "0" * field.decimals if field.decimals else "")


def range_text(field: Field) -> str:
    """Return the range that a field allows, in words; empty where it allows any number, or is none."""
    low, high = (None if limit is None else plain(limit) for limit in (field.low, field.high))
    if field.kind != "number" or (low is None and high is None):
        return ""
    if high is None:
        return f"不小于 {low}"
    return f"{low} 到 {high}"


def _number(field: Field, label: str) -> Guard:
    inside = range_text(field)
    unit = f"单位 {field.unit}，" if field.unit else ""
    message = "{label}：只填数字，{unit}{range}。".format(label=label, unit=unit, range=inside or "不写单位")
    refusal = _refusal("数值不对", message)
    if field.low is not None and field.high is None:
        return {"validate": "decimal", "criteria": ">=", "value": plain(field.low), **refusal}
    low = plain(field.low) if field.low is not None else str(-_ANY)
    high = plain(field.high) if field.high is not None else str(_ANY)
    kind = "integer" if (low, high, field.decimals) == ("0", "1", 0) else "decimal"
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high, **refusal}


def _share(field: Field, label: str, cell: str) -> Guard:
    """Return the rule of a percentage.

    Excel keeps a typed 94% as 0.94, which then could mean 0.94% as well: no number between 0 and 1 is taken, and
    less than 1% is typed as text with its sign.
    """
    inside = [f"{cell}>={plain(field.low)}"] if field.low is not None else []
    inside += [f"{cell}<={plain(field.high)}"] if field.high is not None else []
    limits = ",".join([*inside, f"OR({cell}=0,ABS({cell})>=1)"])
    formula = f'=IF(ISNUMBER({cell}),AND({limits}),RIGHT({cell},1)="%")'
    message = f"{label}：只填数字，单位 %，{range_text(field) or '不写单位'}。{_SHARE}"
    prompt = {"input_title": "单位是 %", "input_message": _SHARE}
    return {"validate": "custom", "value": formula, **prompt, **_refusal("数值不对", message)}


def _ratio(label: str, cell: str) -> Guard:
    message = f"{label}：填成 12.5:1 这样的比。"
    formula = f'=ISNUMBER(FIND(":",SUBSTITUTE({cell},"：",":")))'
    return {"validate": "custom", "value": formula, **_refusal("不是比", message)}


def _refusal(title: str, message: str) -> Guard:
    short = message if len(message) <= _MESSAGE else message[: _MESSAGE - 1] + "…"
    return {"error_title": title[:_TITLE], "error_message": short, "error_type": "stop"}
