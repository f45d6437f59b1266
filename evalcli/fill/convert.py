"""The one place where typed text gets meaning: digits, hedges, scales, units, ratios, dates, yes and no."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from evalcli.language import _
from evalcli.model.frozen import dataclass, replace
from evalcli.model.notice import Level, Notice
from evalcli.model.numbers import plain
from evalcli.model.pack import Field
from evalcli.model.table import Cell
from evalcli.model.units import SCALES, split

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("−∶﹕　", "-:: ")
# 百 before 分 is no scale: 0.5百分点.
_NUMBER = re.compile(
    r"(?P<before>约|近|逾|超)? ?(?P<number>[+-]?(?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)|[0-9]+)(?:\.[0-9]+)?) ?(?P<early>余|多)? ?"
    r"(?P<scale>万亿|百万|千万|百(?!分)|千|万|亿)?(?P<late>余|多)? ?(?P<unit>(?:[^\W\d_]|[%‰㎡/])*?) ?(?P<after>以上|以下|以内|左右)?"
)
_RATIO = re.compile(r"(?P<part>[0-9]+(?:\.[0-9]+)?) ?[:比] ?(?P<of>[0-9]+(?:\.[0-9]+)?)")
# What a ratio becomes in a cell of a spreadsheet; minutes beyond 59 have been turned into hours, so that it cannot be read back.
_CLOCK = re.compile("(?:[0-9]+ days?, )?[0-9]{1,2}:[0-9]{2}:[0-9]{2}")
_DAY = re.compile(
    r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})[日号]?(?:[ T][0-9:.]+)?|([12][0-9]{3})([0-9]{2})([0-9]{2})"
)
# A day as spreadsheets count it, from 1954 to 2119; day 1 is the first of January 1900, which they take for a leap year.
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
_DAY_ZERO = date(1899, 12, 30)
_PER_CENT = re.compile(r"百分之([0-9.]+)")
_WRITTEN = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DAY_WRITTEN = "([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
# Counting words that people use for one another; the field's own is printed.
_SAME = (
    {"人", "名", "位"},
    {"所", "个", "家"},
    {"场", "场次", "次"},
    {"条", "项"},
    {"个百分点", "百分点"},
    {"平方米", "㎡"},
)
# What a figure per head is called by, and how its unit may end.
_PER_HEAD = ("生均", "人均", "平均", "每生", "每名")
_EACH = re.compile("/(?:人|生|名|学生|幼儿|教师)$")
# A bare number of these may well be meant in another scale; what was added in thought is told.
_GUESSED = ("元", "平方米")
_NOTHING = {"", "-", "--", "—", "——", "/", "~", "空", "无", "暂无", "不详", "未填", "待填", "na", "n/a", "null", "none"} | {
    "缺", "缺失", "未统计", "无数据", "不适用", "\\", "…", "……"}  # fmt: skip
# What says that there was none, where a pack lets that be 0; a dash or an empty cell says nothing.
_NONE = ("无", "没有")
# The last of each are ticks and crosses of the fonts Wingdings, as they come out without their font.
_YES = dict.fromkeys(("是", "有", "对", "√", "✓", "✔", "☑", "true", "yes", "y", "ü", "þ"), 1)
_YES |= dict.fromkeys(("否", "没有", "无", "错", "×", "✕", "✗", "✘", "☒", "false", "no", "n", "û", "ý"), 0)
# More digits than any county has money, and longer than any value is; beyond, somebody leant on the keyboard.
_DIGITS = 15
_LETTERS = 60
# As much of what was typed as a message repeats.
_SHOWN = 24
# By what units are mistaken: money by 万, 亿 and 千, a share by its % or a digit, a ratio by a digit, a count by 万.
_SLIPS = {"元": (10**4, 10**8, 10**3), "%": (100, 10), ":1": (10, 100), "": (), "年": (), "级": (), "分": ()}
_SLIPS_OF_COUNTS = (10**4,)
# Between two scales there are few factors, and nearly all values are typed in the field's own.
_factor = cache(Fraction)
# A share below this is rarer than a mistyped one: 150% is no 1.5%.
_USUAL_SHARE = 20


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text means: a number in the field's unit, its hedge, and the text to print when hedged.

    `assumed` says what was added in thought (the unit 元 that was left out, a whole unit that was not written);
    the typed number times `factor` is `number`.
    """

    number: Decimal | Fraction
    approx: str = ""
    text: str = ""
    assumed: str = ""
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text has no meaning for its field: code, message, repair."""

    code: str
    message: str
    advice: str


def number(raw: str, field: Field) -> Meaning | Fault | None:
    """Return the meaning of `raw` for a field, a fault, or None where nothing was filled in."""
    text = tidy(raw)
    if field.none_is_zero and text in _NONE:
        return Meaning(Decimal(0))
    if text.casefold() in _NOTHING:
        return None
    if len(text) > _LETTERS:
        return _no_number(raw, field, _("核对数值；最多 {most} 个字。").format(most=_LETTERS))
    match = (_RATIO if field.unit == "比" else _NUMBER).fullmatch(text)
    if not match:
        return _no_number(raw, field, _("写成数字加单位，例如 {example}。").format(example=_example(field)))
    if len(text) > _DIGITS and _most_digits(text) > _DIGITS:
        return _no_number(raw, field, _("核对数值；最多 {most} 位数字。").format(most=_DIGITS))
    return _ratio(match, raw, field) if field.unit == "比" else _measured(match, text, field)


def _example(field: Field) -> str:
    """Return how a value of a field may look: half a pupil would be doubted."""
    if field.unit == "比":
        return "12.5:1"
    return ("12.5" if field.decimals or field.unit == "%" else "12") + field.unit


def _most_digits(text: str) -> int:
    return max(len(digits) for digits in re.findall("[0-9]+", _together(text).replace(".", "")))


def _together(digits: str) -> str:
    """Return a number without what parts its thousands: 1,234 and, after the national standard, 1 234."""
    return digits.replace(",", "").replace(" ", "")


def nothing(raw: str) -> bool:
    """Return whether a text says that nothing was filled in: 无, — or an empty cell is no zero."""
    return tidy(raw).casefold() in _NOTHING


def hundredfold(raw: str) -> str:
    """Return a bare number between 0 and 1 times one hundred: 94 of 0.94; nothing of any other text."""
    match = _NUMBER.fullmatch(tidy(raw))
    if not match or match["scale"] or match["unit"]:
        return ""
    typed = Decimal(_together(match["number"]))
    return plain(typed * 100, 8) if 0 < abs(typed) < 1 else ""


def without_value(label: str, cell: Cell) -> Notice:
    """Return that a cell has no value, and why: its formula was never reckoned, or it shows an error."""
    message = _("{label}：这一格{fault}").format(label=label, fault=cell.fault)
    advice = _("用 Excel 或 WPS 打开，算出来以后保存；或者直接填数值。")
    return Notice("figure.cell", Level.MUST, message, advice, cell.place)


def torn(cell: Cell) -> Notice:
    """Return that commas in numbers have moved the cells of a line from under their heads."""
    message = _("“{first}”这一行比表头多几格，像是千分位的逗号把一个数分成了两格，没有采用").format(first=cell.text)
    advice = _('去掉数里的逗号，或者用英文双引号括起来："1,234"。')
    return Notice("data.torn", Level.MUST, message, advice, cell.place)


def half_width(text: str) -> str:
    """Return a text with its digits, marks and blanks in half width: １，２３４％ is 1,234%."""
    # Most cells hold plain figures, and translating goes character by character.
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def tidy(raw: str) -> str:
    """Return a text in half-width characters, with one blank where there are several."""
    text = " ".join(half_width(raw).split())
    return _PER_CENT.sub(r"\1%", text) if "百分之" in text else text


def _no_number(raw: str, field: Field, advice: str) -> Fault:
    kind = _("比") if field.unit == "比" else _("数值")
    if field.unit == "比" and _CLOCK.fullmatch(raw):
        advice = _("电子表格把 1:15 这样的比当成了时刻：先把单元格设成文本，再填成 12.5:1 这样的比。")
    message = _("{label}：“{raw}”不是{kind}").format(label=field.label, raw=_short(raw), kind=kind)
    return Fault("figure.number", message, advice)


def yes_no(raw: str, field: Field) -> Meaning | Fault | None:
    """Return 1 for yes, 0 for no; 无 and 没有 answer a question, so they are a no here."""
    text = tidy(raw).casefold()
    if text in _YES:
        return Meaning(Decimal(_YES[text]), text="是" if _YES[text] else "否")
    if text in _NOTHING:
        return None
    message = _("{label}：“{raw}”不是“是”或“否”").format(label=field.label, raw=_short(raw))
    return Fault("figure.yes-no", message, _("填“是”或“否”。"))


@lru_cache(1024)  # the same few days stand in a county's files over and over
def day(raw: str) -> date | None:
    """Return the day that `raw` names (2022-09-30, 2022年9月30日, 20220930, 二〇二二年九月三十日, 44834), or None."""
    text = tidy(raw)
    if _SERIAL.fullmatch(text):
        return _DAY_ZERO + timedelta(days=int(text.partition(".")[0]))
    if match := _DAY.fullmatch(text):
        parts = [part for part in match.groups() if part]
    elif written := re.fullmatch(_DAY_WRITTEN, text):
        parts = [written[1].translate(_WRITTEN), _written(written[2]), _written(written[3])]
    else:
        return None
    year, month, of_month = (int(part) for part in parts)
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def _written(number: str) -> str:
    """Return a number below one hundred that is written in characters: 三十一 is 31, 十 is 10."""
    tens, ten, ones = number.partition("十")
    if not ten:
        return number.translate(_WRITTEN)
    return f"{tens or '一'}{ones or '零'}".translate(_WRITTEN)


def _ratio(match: re.Match[str], raw: str, field: Field) -> Meaning | Fault:
    part, of = Fraction(match["part"]), Fraction(match["of"])
    if not of:
        return _no_number(raw, field, _("写成 12.5:1 这样的比，后项不为 0。"))
    meaning = Meaning(part / of, text=f"{match['part']}:{match['of']}")
    return _ranged(meaning, replace(field, unit=":1"), meaning.text)


def _measured(match: re.Match[str], text: str, field: Field) -> Meaning | Fault:
    typed = Decimal(_together(match["number"]))
    scale, unit = SCALES[match["scale"] or ""], match["unit"]
    into, base = split(field.unit)
    if unit and not fits(unit, field):
        return _wrong_unit(field, text, unit)
    if base == "%" and not unit and 0 < abs(typed) < 1:
        return _fraction(field, text, typed)
    left_out = "" if unit else base if match["scale"] else field.unit
    if not unit and not match["scale"]:
        scale = into
    value = typed if scale == into else _trimmed(typed * scale / into)
    hedge = match["before"] or match["early"] or match["late"] or match["after"] or ""
    printed = _with_unit(text, match["after"] or "", left_out) if hedge else ""
    assumed = left_out if base in _GUESSED else ""
    return _ranged(Meaning(value, hedge, printed, assumed, _factor(scale, into)), field, text)


def _trimmed(value: Decimal) -> Decimal:
    return value.normalize() if value % 1 else value.quantize(Decimal(1))


def alike(unit: str, base: str) -> bool:
    """Return whether two bare units are the same, or counting words that people use for one another."""
    return unit == base or any(unit in group and base in group for group in _SAME)


def fits(unit: str, field: Field) -> bool:
    """Return whether a bare unit is the field's: 元/年 is 元, for figures are those of a year, and 元/生 where they are per head."""
    base = split(field.unit)[1]
    if alike(unit, base):
        return True
    of_a_year = unit.removesuffix("年").removesuffix("/") if "/" in unit else unit
    per_head = any(word in field.label for word in _PER_HEAD)
    return alike(_EACH.sub("", of_a_year) if per_head else of_a_year, _EACH.sub("", base) if per_head else base)


def fitting(units: Iterable[str], field: Field) -> str:
    """Return the first of some units that can be converted into the field's, or nothing."""
    return next((unit for unit in units if fits(split(unit)[1], field)), "")


def _with_unit(text: str, after: str, unit: str) -> str:
    return text.replace(" ", "").removesuffix(after) + unit + after


def _wrong_unit(field: Field, text: str, unit: str) -> Fault:
    if not field.unit:
        message = _("{label}：“{raw}”带了单位“{unit}”，这一项没有单位").format(
            label=field.label, raw=_short(text), unit=unit
        )
        return Fault("figure.unit", message, _("只写数字。"))
    message = _("{label}：单位是“{unit}”，应为“{wanted}”").format(label=field.label, unit=unit, wanted=field.unit)
    if unit == "%" and field.unit != "百分点":
        return Fault("figure.unit", message, _("这一项不是百分率；核对“{raw}”是否填错了行。").format(raw=_short(text)))
    if unit in ("%", "百分点", "个百分点"):
        return Fault("figure.unit", message, _("两个百分率相减是百分点，比率本身是 %。"))
    return Fault("figure.unit", message, _("换算成“{wanted}”再填，或改成能换算的单位。").format(wanted=field.unit))


def _fraction(field: Field, text: str, typed: Decimal) -> Fault:
    message = _("{label}：“{raw}”没有写 %，像是小数").format(label=field.label, raw=_short(text))
    advice = _("若是 {percent}%，请乘以 100 写成 {percent}%；若确是 {typed}%，请写上 %。")
    return Fault("figure.unit", message, advice.format(percent=plain(typed * 100, 8), typed=plain(typed, 8)))


def _ranged(meaning: Meaning, field: Field, text: str) -> Meaning | Fault:
    if _inside(meaning.number, field):
        return meaning
    if field.high is None:
        low = _("{label}：{raw}小于 {low}{unit}").format(
            label=field.label, raw=_short(text), low=field.low, unit=field.unit
        )
        return Fault("figure.range", low, _("核对数值。"))
    value = f"{plain(meaning.number, 8)}{field.unit}"
    comes_to = "" if _short(text) == value else _("（合 {value}）").format(value=value)
    message = _("{label}：{raw}{comes_to}不在 {low}—{high}{unit} 之内").format(
        label=field.label, raw=_short(text), comes_to=comes_to, low=field.low, high=field.high, unit=field.unit
    )
    return Fault("figure.range", message, _slip(Fraction(meaning.number), field))


def _slip(value: Fraction, field: Field) -> str:
    """Return by which factor the unit seems to be mistaken."""
    for factor in _SLIPS.get(split(field.unit)[1], _SLIPS_OF_COUNTS):
        if _inside(value / factor, field) and _likely(value / factor, field.unit):
            advice = _("像是单位差了 {factor} 倍：若是 {value}{unit}，请这样写。")
            return advice.format(factor=factor, value=plain(value / factor, 8), unit=field.unit)
        if _inside(value * factor, field):
            advice = _("像是单位小了 {factor} 倍：若是 {value}{unit}，请这样写。")
            return advice.format(factor=factor, value=plain(value * factor, 8), unit=field.unit)
    return _("核对数值和单位；确实如此时请指标包作者放宽范围。")


def _likely(value: Fraction, unit: str) -> bool:
    """Return whether a value may be what was meant: whole things are counted whole."""
    if unit == "%":
        return value >= _USUAL_SHARE
    scale, bare = split(unit)
    return scale > 1 or bare in ("元", ":1") or value.denominator == 1


def _inside(value: Decimal | Fraction, field: Field) -> bool:
    kind = type(value)  # decimals and fractions do not compare with one another, and both are exact
    return (field.low is None or value >= kind(field.low)) and (field.high is None or value <= kind(field.high))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
