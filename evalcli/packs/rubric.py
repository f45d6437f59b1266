"""A pack as a table that people score by (评分细则): one row a key point, its rule in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from evalcli.formula.facts import CountyFacts
from evalcli.formula.fault import FormulaFault
from evalcli.formula.parse import parse
from evalcli.formula.wording import worded
from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.numbers import plain
from evalcli.model.pack import Area, Indicator, KeyPoint, Pack
from evalcli.packs.made_up import made_up
from evalcli.rules import RuleFault, rule

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# A rule's manual begins with its name in one word and says what it does in one sentence.
_MANUAL = re.compile(r"([^：]+)：([^。]+)。")


@dataclass(frozen=True, slots=True)
class Row:
    """One key point of a pack as people read it."""

    area: str
    item: str
    title: str
    id: str
    text: str
    points: str
    rule: str
    standard: str
    source: str
    offices: str
    evidence: str


def rubric(pack: Pack, item: str = "") -> tuple[Row, ...]:
    """Return the rows of a pack, or of one of its items."""
    return tuple(
        _row(pack, area, indicator, point)
        for area in pack.areas
        for indicator in area.indicators
        if item in ("", indicator.id)
        for point in indicator.key_points
    )


def _row(pack: Pack, area: Area, indicator: Indicator, point: KeyPoint) -> Row:
    return Row(
        area=f"{area.id} {area.title}",
        item=indicator.id,
        title=indicator.title,
        id=point.id,
        text=point.text,
        points=plain(point.points) if pack.points else "",
        rule=in_words(pack, point),
        standard=_standard(pack, point),
        source=str(indicator.source),
        offices="、".join(indicator.offices),
        evidence="、".join(indicator.evidence),
    )


def in_words(pack: Pack, point: KeyPoint) -> str:
    """Return a rule as its manual words it, with what it is told here."""
    value = [_("取值：{value}").format(value=_labelled(pack, point.value))] if point.value else []
    given = [_told(pack, point.rule, key, part) for key, part in point.parameters.items()]
    return "；".join([_name(point.rule), *value, *given, *_work(pack, point)])


def _work(pack: Pack, point: KeyPoint) -> Iterator[str]:
    """Yield what is said of a target in a pack by completion: how it is hedged, what it is compared with, its day."""
    if point.soft:
        yield _("用语：{soft}").format(soft=point.soft)
    if point.base:
        yield _("基数：{base}").format(base=point.base)
    if point.starts_at:
        yield _("起点：{start}").format(start=_labelled(pack, point.starts_at))
    if point.due and point.begins:
        yield _("时限：{begins}—{due}").format(begins=point.begins, due=point.due)


def _name(kind: str) -> str:
    """Return what a rule does, in the first sentence of its manual."""
    module = rule(kind)
    match = _MANUAL.match(module.__doc__ or "")
    return match[2] if match else kind


def _told(pack: Pack, kind: str, key: str, part: Any) -> str:
    description = str(rule(kind).PARAMETERS["properties"][key].get("description", key))
    head = re.split("[：，；]", description)[0]
    if part is True and head.startswith(_IF_TRUE):
        return head.removeprefix(_IF_TRUE)
    return f"{_REQUIRED if head.startswith('写') else head}：{_plain(pack, part)}"


def _plain(pack: Pack, part: Any) -> str:
    if isinstance(part, dict):
        return "、".join(f"{_KEYS.get(key, key)}{_plain(pack, one)}" for key, one in part.items())
    if isinstance(part, list):
        return (
            "；".join(_plain(pack, one) for one in part)
            if any(isinstance(one, dict) for one in part)
            else "、".join(_plain(pack, one) for one in part)
        )
    if isinstance(part, bool):
        return "是" if part else "否"
    return plain(part) if isinstance(part, int | Decimal) else _labelled(pack, str(part))


# What is written inside a parameter, beside its value.
_KEYS = {
    "from": "≥",
    "to": "≤",
    "earns": "得",
    "verdict": "判为",
    "at_least": "≥",
    "at_most": "≤",
    "when": "当",
    "spent": "支出为",
    "of": "基数为",
    "part": "部分为",
}
_REQUIRED, _IF_TRUE = "要求", "写 true 时"


def _labelled(pack: Pack, text: str) -> str:
    """Return a formula with the labels of fields and measures in place of their ids."""
    labels = {name: measure.label for name, measure in pack.measures.items()}
    labels |= {name: column.label for spec in pack.tables.values() for name, column in spec.columns.items()}
    labels |= {name: field.label for name, field in pack.fields.items()}
    if day := _DAY.fullmatch(text):
        return f"{int(day[1])}年{int(day[2])}月{int(day[3])}日"
    try:
        formula = parse(text)
    except FormulaFault:
        return text
    # What names nothing is no formula: a share of the points, a ratio.
    named = formula.members or formula.columns
    return worded(formula.root, lambda name, member: _label(labels.get(name, name), member)) if named else text


def _label(label: str, member: str) -> str:
    return f"{label}（{member}）" if member else label


def _standard(pack: Pack, point: KeyPoint) -> str:
    """Return the standard as results print it."""
    try:
        return rule(point.rule).judge(CountyFacts(pack, made_up(pack), point), point.parameters).standard
    except (FormulaFault, RuleFault):
        return ""


def as_markdown(pack: Pack, rows: tuple[Row, ...]) -> str:
    """Return the table as a city would hand it out."""
    return "\n".join(_markdown(pack, rows)) + "\n"


def _markdown(pack: Pack, rows: tuple[Row, ...]) -> Iterator[str]:
    yield f"# {_cell(pack.title)}评分细则"
    yield ""
    yield f"{pack.id} {pack.version}，{_cell(str(pack.source))}" + (
        f"，满分 {plain(pack.points)} 分。" if pack.points else "，不计分。"
    )
    if pack.provisional:
        yield from ("", _cell(pack.provisional))
    for area in dict.fromkeys(row.area for row in rows):
        yield from ("", f"## {_cell(area)}", "")
        heads = HEADS if pack.points else tuple(head for head in HEADS if head != "分值")
        yield "| " + " | ".join(heads) + " |"
        yield "|" + "---|" * len(heads)
        yield from (
            "| " + " | ".join(map(_cell, cells(row, scored=bool(pack.points)))) + " |"
            for row in rows
            if row.area == area
        )


HEADS = ("指标", "评估要点", "分值", "评分规则", "标准", "依据", "责任单位", "佐证材料")


def cells(row: Row, *, scored: bool) -> tuple[str, ...]:
    """Return the cells of a row; a pack without points has no cell for them."""
    points = (row.points,) if scored else ()
    return (
        f"{row.item} {row.title}",
        f"{row.id} {row.text}",
        *points,
        row.rule,
        row.standard,
        row.source,
        row.offices,
        row.evidence,
    )


def _cell(text: str) -> str:
    """Return a text that stays in its cell of a Markdown table."""
    return re.sub(r"([\\|`*_<\[\]])", r"\\\1", " ".join(text.split()))
