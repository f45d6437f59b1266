"""What stands in heads and labels of an office's sheet → fields, members, years, units and the parts of a form."""

import re
from collections.abc import Iterator, Sequence
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
_SUMS = ("合计", "总计", "小计", "共计", "全县合计", "全区合计", "全市合计", "总数")
_YEAR = re.compile(r"(20[0-9]{2})(?:年|年度|年末|年底|年值|年数)?")
_YEAR_BEFORE = re.compile(r"(20[0-9]{2}年度?|本年度?|上年度?|今年|去年)(?:末|底)?的?(.+)")
_NUMBERING = re.compile(
    r"(?:\((?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\)|[0-9]{1,3}(?:\.[0-9]{1,2})*[.、)](?![0-9])"
    r"|[一二三四五六七八九十]{1,3}[、.]|[\u2460-\u2473\u2474-\u2487\u2488-\u249b\u3220-\u3229]|其中[:,、]?|[-—*※·])+"
)
_APART = re.compile(r"^[0-9]{1,2}(?:\.[0-9]{1,2})*\s+(?=\D)")
_IN_BRACKETS = re.compile(r"(.+)\((?:单位:)?([^()]+)\)")
_NOTE = re.compile(
    r"(?:注|备注|说明|填表说明|填表人|填报人|审核人|复核人|负责人|单位负责人|联系人|联系电话|电话|填表日期|填报日期|填报单位|填表单位|制表人?|单位盖章|\(?盖章\)?)(?:[0-9]{0,2}[:：].*|\(.*\)|)"
)
_UNITS = frozenset(
    [
        "元",
        "千元",
        "万元",
        "亿元",
        "%",
        "‰",
        "人",
        "名",
        "位",
        "人次",
        "万人",
        "所",
        "个",
        "家",
        "间",
        "套",
        "台",
        "册",
        "万册",
        "本",
        "年",
        "岁",
        "天",
        "项",
        "条",
        "起",
        "次",
        "场",
        "份",
        "分",
        "课时",
        "比",
        "平方米",
        "㎡",
        "万平方米",
        "公顷",
        "亩",
        "百分点",
        "个百分点",
        "小时",
        "分钟",
        "班",
        "级",
    ]
)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
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
    """Return a label in half-width signs, without blanks, numbering and the colon behind it."""
    text = _APART.sub("", text.translate(_FULL_WIDTH).strip())
    text = "".join(text.split()).rstrip(":").casefold()
    return _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text


@lru_cache(_KEPT)
def is_sum(text: str) -> bool:
    """Return whether a label is that of a row or column that adds up others."""
    return bare(text) in _SUMS


def is_note(text: str) -> bool:
    """Return whether a text is a note, or says who filled the sheet in."""
    return bool(_NOTE.fullmatch("".join(text.translate(_FULL_WIDTH).split())))


@lru_cache(_KEPT)
def unit_of(text: str) -> str:
    """Return the unit that a text is (万元, （万元）, 单位：万元), or nothing."""
    inner = "".join(text.translate(_FULL_WIDTH).split()).strip("()").removeprefix("计量").removeprefix("单位:").strip()
    return inner if inner in _UNITS else ""


@lru_cache(_KEPT)
def role_of(text: str) -> str:
    """Return what a column with this head is for: code, name, unit, said, value, other, or nothing known."""
    return _ROLE_OF.get(bare(text), "")


@lru_cache(_KEPT)
def year_of(text: str) -> int | None:
    """Return the year that a head names: 2021, THIS, LAST, GROWTH, or None."""
    word, _unit = without_unit(bare(text))
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
    match = _IN_BRACKETS.fullmatch(text)
    return (match[1], match[2]) if match and match[2] in _UNITS else (text, "")


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

    def fits(self, field: str, unit: str) -> bool:
        """Return whether values of a unit can be converted into the field's."""
        return convert.alike(convert.split(unit)[1], convert.split(self._pack.fields[field].unit)[1])


def _ids(field: Field) -> tuple[str, ...]:
    return (field.id,)


def _labels(field: Field) -> tuple[str, ...]:
    return (field.label,)


def _aliases(field: Field) -> tuple[str, ...]:
    return field.aliases
