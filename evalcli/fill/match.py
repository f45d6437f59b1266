"""What stands in heads and labels of an office's sheet → fields, members, years, units and the parts of a form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from evalcli.fill import convert
from evalcli.fill.entry import GROWTH
from evalcli.model.frozen import dataclass, replace
from evalcli.model.pack import Field, Pack

# What a column of a form is for, by the words that offices write over it.
_ROLES = {
    "code": ("代码", "编码", "指标代码", "编号", "字段"),
    "name": ("名称", "指标", "指标名称", "项目", "项目名称", "填报项", "内容", "数据项", "评估要点", "统计项目"),
    "unit": ("单位", "计量单位", "数据单位"),
    "said": ("数据来源", "来源", "出处", "资料来源"),
    "value": ("值", "数值", "数据", "填报值", "指标值", "实际值", "完成值", "数量", "金额", "填报数据"),
    "other": (
        "序号",
        "年份",
        "年度",
        "时间",
        "必填",
        "备注",
        "说明",
        "口径",
        "指标口径",
        "填报说明",
        "责任单位",
        "填报单位",
        "牵头单位",
        "范围",
    ),
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}
_THIS = ("本年", "今年", "本年度", "本期", "当年", "本年值", "本年数", "今年值")
_LAST = ("上年", "去年", "上年度", "上年同期", "上一年", "上年值", "上年数", "去年值")
_GROWTH = ("增幅", "增长率", "增速", "同比", "同比增长", "同比增幅", "同比增速", "增长", "增长幅度", "比上年增长")
# 全市 alone is no sum: in a county's table it is the city's figure beside the county's.
_SUM = re.compile(r"(?:(?:全[县区市旗])?(?:合计|总计|小计|共计|总数)|全[县区旗])(?:\(.*\))?")
# What was done and not planned may stand behind a year: 2022年决算数, 本年实际.
_DONE = re.compile(r"(?:(?:实际|决算|完成|实有)(?:数|值|情况)?|\((?:实际|决算|完成|实有)数?\))$")
_YEAR = re.compile(r"(20[0-9]{2})(?:年|年度|年末|年底|年值|年数)?")
_BEGINS_WITH_YEAR = re.compile("20[0-9]{2}|本年|今年|上年|去年")
_YEAR_BEFORE = re.compile(r"(20[0-9]{2}年度?|本年度?|上年度?|今年|去年)(?:末|底)?的?(.+)")
_NUMBERING = re.compile(
    r"(?:\((?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\)|[0-9]{1,3}(?:\.[0-9]{1,2})*[.、)](?![0-9])"
    r"|[一二三四五六七八九十]{1,3}[、.]|[\u2460-\u2473\u2474-\u2487\u2488-\u249b\u3220-\u3229]|其中[:,、]?|[-—*※·])+"
)
_APART = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*\s+(?=\D)")
_IN_BRACKETS = re.compile(r"(.+)[(\[【〔](?:单位:)?([^()\[\]【】〔〕]+)[)\]】〕]")
# As the national standard on quantities has it: 教育支出/万元.
_AFTER_SLASH = re.compile("([^/]+)/(.+)")
_NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填表人|填报人|审核人|复核人|负责人|单位负责人|联系人|联系电话|电话|填表日期|填报日期|填报单位|填表单位|制表人?|单位盖章|\(?盖章\)?)(?:[0-9]{0,2}[:：].*|\(.*\)|)"
)
_BASES = (
    "元 % ‰ 人 名 位 人次 所 个 家 间 套 台 册 本 年 岁 天 项 条 起 次 场 场次 份 分 课时 比 平方米 ㎡ 公顷 亩 百分点 个百分点 小时"
    " 分钟 班 级 户 批 类 辆"
)
# A scale, a bare unit and what it is counted by: 百万元, 元/生, 元/生·年. Other money (美元, 十万元) is a unit too, if no field's.
_UNIT = re.compile(
    rf"(?:人民币)?((?:万亿|百万|千万|[百千万亿])?(?:{'|'.join(_BASES.split())})"
    r"(?:/(?:人|生|名|学生|幼儿|教师|班|校|所|年|学年|学期|月)(?:[·.]年)?)?|[^\W\d_]{0,3}元)"
)
# What is written before a unit that holds for a whole sheet; 填报单位：财政局 is none.
_BEFORE_UNIT = "单位"
_KINDS_OF_UNITS = ("", "计量", "金额", "货币", "数据")
_BETWEEN_UNITS = re.compile(r"[、,;\s和及]+")
# The same heads and labels are looked at again and again; so many of them are remembered.
_KEPT = 4096
# As near as a label must be to count as a slip of the pen.
_NEAR = 3 / 4


@dataclass(frozen=True, slots=True)
class Spot:
    """What a label names: a field, perhaps one of its members, a year (0 is growth) and a unit.

    `year` is None where the label does not say; -1 stands for the present year, -2 for the last.
    """

    field: str
    member: str = ""
    year: int | None = None
    unit: str = ""


THIS, LAST = -1, -2


@lru_cache(_KEPT)
def bare(text: str) -> str:
    """Return a label in half-width signs, without blanks, numbering, and the colon or mark behind it."""
    text = _APART.sub("", convert.half_width(text).strip())
    text = "".join(text.split()).rstrip(":*").casefold()
    return _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text


@lru_cache(_KEPT)
def is_sum(text: str) -> bool:
    """Return whether a label is that of a row or column that adds up others."""
    return bool(_SUM.fullmatch(bare(text)))


def is_subtotal(text: str) -> bool:
    """Return whether a sum is one of several, which a total may follow."""
    return "小计" in text


def is_dated(text: str) -> bool:
    """Return whether a head begins with a year, whatever it says behind."""
    return bool(_BEGINS_WITH_YEAR.match(bare(text)))


def is_note(text: str) -> bool:
    """Return whether a text is a note, or says who filled the sheet in."""
    return bool(_NOTE.fullmatch("".join(convert.half_width(text).split())))


@lru_cache(_KEPT)
def unit_of(text: str) -> str:
    """Return the unit that a text is (万元, （万元）, 单位：万元), or nothing."""
    inner = "".join(convert.half_width(text).split()).strip("()[]【】〔〕")
    before, found, after = inner.rpartition(f"{_BEFORE_UNIT}:")
    return _unit(after if found and before in _KINDS_OF_UNITS else inner)


def _unit(text: str) -> str:
    match = _UNIT.fullmatch(text)
    return match[1].replace("·", "").replace(".", "") if match else ""


@lru_cache(_KEPT)
def units_stated(text: str) -> tuple[str, ...]:
    """Return the units that a text states for all of a sheet: 单位：万元、人, or （单位：元） behind a title."""
    stated = (part.lstrip() for part in convert.half_width(text).split(_BEFORE_UNIT)[1:])
    lists = (_BETWEEN_UNITS.split(part[1:].partition(")")[0].strip()) for part in stated if part[:1] in (":", "("))
    return tuple(unit for words in lists for word in words if (unit := _unit(word)))


@lru_cache(_KEPT)
def role_of(text: str) -> str:
    """Return what a column with this head is for: code, name, unit, said, value, other, or nothing known."""
    return _ROLE_OF.get(bare(text), "")


@lru_cache(_KEPT)
def year_of(text: str) -> int | None:
    """Return the year that a head names: 2021, THIS, LAST, GROWTH, or None."""
    word = _DONE.sub("", without_unit(bare(text))[0])
    if word in _THIS:
        return THIS
    if word in _LAST:
        return LAST
    if word in _GROWTH:
        return GROWTH
    stated = _YEAR.fullmatch(word)
    return int(stated[1]) if stated else None


@lru_cache(_KEPT)
def without_unit(text: str) -> tuple[str, str]:
    """Return a bare label without the unit in brackets behind it, and the unit."""
    match = _IN_BRACKETS.fullmatch(text) or _AFTER_SLASH.fullmatch(text)
    unit = _unit(match[2]) if match else ""
    return (match[1], unit) if match and unit else (text, "")


class Labels:
    """Every way in which the fields of a pack can be named."""

    def __init__(self, pack: Pack) -> None:
        """Write down all names; where two fields share one, it names neither."""
        self._pack = pack
        self._spots: dict[str, Spot | None] = {}
        self._found: dict[str, Spot | None] = {}
        self._shown: dict[str, str] = {}
        self._members = {bare(member) for members in pack.dimensions.values() for member in members}
        for names in (_ids, _labels, _aliases):
            tier: dict[str, Spot | None] = {}
            for field in pack.fields.values():
                for name in names(field):
                    self._shown.setdefault(bare(name), name)
                    for text, spot in self._ways(field, bare(name)):
                        if tier.setdefault(text, spot) != spot:
                            tier[text] = None
            self._spots = tier | self._spots

    def _ways(self, field: Field, name: str) -> Iterator[tuple[str, Spot]]:
        growth = Spot(field.id, year=GROWTH)
        yield name, Spot(field.id)
        yield f"{name}.growth", growth
        yield from ((f"{name}{word}", growth) for word in _GROWTH)
        for member in self._pack.dimensions.get(field.by, ()):
            other = bare(member)
            written = (f"{name}({other})", f"{name}.{other}", f"{name}-{other}", f"{name}:{other}")
            for text in (*written, f"{name}{other}", f"{other}{name}"):
                yield text, Spot(field.id, member)

    def find(self, text: str) -> Spot | None:
        """Return what a label names, or None where it names nothing, or more than one thing."""
        if text not in self._found:
            self._found[text] = self._search(bare(text)) or self._search("".join(text.split()).casefold())
        return self._found[text]

    def _search(self, word: str) -> Spot | None:
        if spot := self._spots.get(word):
            return spot
        rest, unit = without_unit(word)
        if unit and (spot := self._search(rest)):
            return replace(spot, unit=unit)
        dated = _YEAR_BEFORE.fullmatch(word)
        if dated and (spot := self._spots.get(dated[2])) and spot.year is None:
            return replace(spot, year=year_of(dated[1]))
        return None

    def joined(self, parts: Sequence[str]) -> Spot | None:
        """Return what a head of several rows names: its lowest part that is a label, or two parts read as one."""
        for text in reversed(parts):
            if spot := self.find(text):
                return spot
        for upper, lower in pairwise(parts):
            for text in (upper + lower, f"{upper}（{lower}）"):
                if spot := self.find(text):
                    return spot
        return None

    def near(self, text: str) -> str:
        """Return the label that a text was perhaps meant to be, or nothing."""
        word, _unit = without_unit(bare(text))
        return next((self._shown[near] for near in get_close_matches(word, self._shown, 1, _NEAR)), "")

    def field(self, name: str) -> Field:
        """Return a field by its id."""
        return self._pack.fields[name]

    def member(self, field: str, text: str) -> str:
        """Return the member of a field's dimension that a text is, or nothing."""
        members = self._pack.dimensions.get(self._pack.fields[field].by, ())
        return next((member for member in members if bare(member) == bare(text)), "")

    def is_member(self, text: str) -> bool:
        """Return whether a text is a member of any dimension."""
        return bare(text) in self._members

    def fitting(self, field: str, units: Iterable[str]) -> str:
        """Return the first of the units that can be converted into the field's, or nothing."""
        return convert.fitting(units, self._pack.fields[field])


def _ids(field: Field) -> tuple[str, ...]:
    return (field.id,)


def _labels(field: Field) -> tuple[str, ...]:
    return (field.label,)


def _aliases(field: Field) -> tuple[str, ...]:
    return field.aliases
