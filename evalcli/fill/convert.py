"""The one place where typed text gets meaning: digits, hedges, scales, units, ratios, dates, yes and no."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evalcli.language import _
from evalcli.model.numbers import plain
from evalcli.model.pack import Field

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％－＋：（）　", "0123456789.,%-+:() ")
_SCALES = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_NUMBER = re.compile(
    r"(?P<before>约|近|逾|超)?\s*(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?P<early>余|多)?\s*"
    r"(?P<scale>百万|千万|万亿|百|千|万|亿)?(?P<late>余|多)?\s*(?P<unit>[^\d\s]*?)\s*(?P<after>以上|以下|以内|左右)?"
)
_RATIO = re.compile(r"(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)")
_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
# Counting words that people use for one another; the field's own is printed.
_SAME = ({"人", "名", "位"}, {"所", "个", "家"}, {"场", "场次", "次"}, {"条", "项"}, {"个百分点", "百分点"}, {"平方米", "㎡"})
_NOTHING = {"", "-", "—", "——", "/", "空", "无", "NA", "N/A", "null", "~", "None"}
_YES = {"是": 1, "有": 1, "√": 1, "true": 1, "否": 0, "没有": 0, "无": 0, "×": 0, "false": 0}
# More digits than any county has money; beyond, somebody leant on the keyboard.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means: a number in the field's unit, its hedge, and the text to print when hedged.

    `assumed` says what was added in thought (the unit 元 that was left out, a whole unit that was not written).
    """

    number: Decimal | Fraction | None
    approx: str = ""
    text: str = ""
    assumed: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text has no meaning for its field: code, message, repair."""

    code: str
    message: str
    advice: str


def number(raw: str, field: Field) -> Meaning | Fault | None:
    """Return the meaning of `raw` for a field, a fault, or None where nothing was filled in."""
    text = raw.translate(_FULL_WIDTH).strip()
    if text in _NOTHING:
        return None
    if field.unit == "比":
        return _ratio(text, field)
    match = _NUMBER.fullmatch(text)
    if not match:
        message = _("{label}：“{raw}”不是数值").format(label=field.label, raw=_short(raw))
        return Fault("figure.number", message, _("写成数字加单位，例如 {example}。").format(example=f"12.5{field.unit}"))
    if len(re.sub(r"\D", "", match["number"])) > _DIGITS:
        message = _("{label}：“{raw}”的位数太多").format(label=field.label, raw=_short(raw))
        return Fault("figure.number", message, _("核对数值；最多 {most} 位数字。").format(most=_DIGITS))
    return _measured(match, text, field)


def split(unit: str) -> tuple[int, str]:
    """Return the scale and the bare unit of a unit: 万元 is (10000, 元)."""
    scale = next((name for name in ("万亿", "亿", "万", "千") if unit.startswith(name) and unit != name), "")
    return _SCALES[scale], unit.removeprefix(scale)


def yes_no(raw: str, field: Field) -> Meaning | Fault | None:
    """Return 1 for yes, 0 for no."""
    text = raw.strip()
    if text in _YES:
        return Meaning(Decimal(_YES[text]), text="是" if _YES[text] else "否")
    if text in _NOTHING:
        return None
    message = _("{label}：“{raw}”不是“是”或“否”").format(label=field.label, raw=_short(raw))
    return Fault("figure.yes-no", message, _("填“是”或“否”。"))


def day(raw: str) -> date | None:
    """Return the day that `raw` names (2022-09-30, 2022年9月30日, 2022/9/30), or None."""
    match = _DAY.fullmatch(raw.translate(_FULL_WIDTH).strip())
    if not match:
        return None
    year, month, of_month = (int(part) for part in match.groups())
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def _ratio(text: str, field: Field) -> Meaning | Fault:
    match = _RATIO.fullmatch(text)
    if not match or not Decimal(match[2]):
        message = _("{label}：“{raw}”不是比").format(label=field.label, raw=_short(text))
        return Fault("figure.number", message, _("写成 12.5:1 这样的比，后项不为 0。"))
    return Meaning(Fraction(match[1]) / Fraction(match[2]), text=f"{match[1]}:{match[2]}")


def _measured(match: re.Match[str], text: str, field: Field) -> Meaning | Fault:
    typed = Decimal(match["number"].replace(",", ""))
    scale, unit = _SCALES[match["scale"] or ""], match["unit"] or ""
    into, base = split(field.unit)
    if unit and not _alike(unit, base):
        return _wrong_unit(field, text, unit)
    assumed = _assumed(match, field, base)
    if not unit and not match["scale"]:
        scale = into
    if base == "%" and not unit and 0 < abs(typed) < 1:
        return _fraction(field, text, typed)
    value = typed if scale == into else _trimmed(typed * scale / into)
    hedge = match["before"] or match["early"] or match["late"] or match["after"] or ""
    printed = (text if unit or not base else _with_unit(text, match, base)) if hedge else ""
    return _ranged(Meaning(value, hedge, printed, assumed), field, text)


def _trimmed(value: Decimal) -> Decimal:
    return value.normalize() if value % 1 else value.quantize(Decimal(1))


def _alike(unit: str, base: str) -> bool:
    return unit == base or any(unit in group and base in group for group in _SAME)


def _assumed(match: re.Match[str], field: Field, base: str) -> str:
    if match["unit"] or base not in ("元", "平方米"):
        return ""
    return base if match["scale"] else field.unit


def _with_unit(text: str, match: re.Match[str], base: str) -> str:
    after = match["after"] or ""
    return text.removesuffix(after) + base + after


def _wrong_unit(field: Field, text: str, unit: str) -> Fault:
    message = _("{label}：单位是“{unit}”，应为“{wanted}”").format(label=field.label, unit=unit, wanted=field.unit or "1")
    if unit == "%" and field.unit not in ("%", "百分点"):
        return Fault("figure.unit", message, _("这一项不是百分率；核对“{raw}”是否填错了行。").format(raw=_short(text)))
    if unit in ("%", "百分点", "个百分点"):
        return Fault("figure.unit", message, _("两个百分率相减是百分点，比率本身是 %。"))
    return Fault("figure.unit", message, _("换算成“{wanted}”再填，或改成能换算的单位。").format(wanted=field.unit))


def _fraction(field: Field, text: str, typed: Decimal) -> Fault:
    message = _("{label}：“{raw}”没有写 %，像是小数").format(label=field.label, raw=_short(text))
    advice = _("若是 {percent}%，请乘以 100 写成 {percent}%；若确是 {raw}%，请写上 %。")
    return Fault("figure.unit", message, advice.format(percent=plain(typed * 100, 8), raw=_short(text)))


def _ranged(meaning: Meaning, field: Field, text: str) -> Meaning | Fault:
    value = meaning.number
    if value is None or _inside(value, field):
        return meaning
    message = _("{label}：{raw}（合 {value}{unit}）不在 {low}—{high}{unit} 之内").format(
        label=field.label, raw=_short(text), value=plain(value, 8), unit=field.unit, low=field.low, high=field.high
    )
    for factor in (10**4, 10**8, 10**3, 100, 10):
        if _inside(Fraction(value) / factor, field):
            advice = _("像是单位差了 {factor} 倍：若是 {value}{unit}，请这样写。")
            return Fault("figure.range", message, advice.format(factor=factor, value=plain(Fraction(value) / factor, 8), unit=field.unit))
        if _inside(Fraction(value) * factor, field) and value:
            advice = _("像是单位小了 {factor} 倍：若是 {value}{unit}，请这样写。")
            return Fault("figure.range", message, advice.format(factor=factor, value=plain(Fraction(value) * factor, 8), unit=field.unit))
    return Fault("figure.range", message, _("核对数值和单位；确实如此时请指标包作者放宽范围。"))


def _inside(value: Decimal | Fraction, field: Field) -> bool:
    exact = Fraction(value)
    return (field.low is None or exact >= Fraction(field.low)) and (field.high is None or exact <= Fraction(field.high))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "…"
