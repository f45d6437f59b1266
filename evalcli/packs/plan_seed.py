"""Confirmed statements of a plan → the files of a pack: fields, indicators with rules and sources, worked examples.

What the plan does not give (points, offices, evidence) is provisional and says so.
"""

import re
from collections.abc import Mapping as Dict
from decimal import Decimal
from typing import Any, Final

import yaml

from evalcli.model.statement import Extract, Kind, Statement
from evalcli.packs.plan_points import Point, merged, point

_OFFICE: Final = "教育局"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# What a template or Markdown would read as more than a word.
_MARKS: Final = re.compile(r"[^\w\u3400-\u9fff、，；（）《》“”·%‰.+\-]")
_LONGEST: Final = 60
_SHORT: Final = 16
_TO_BE_JUDGED: Final = (Kind.TARGET, Kind.STANDARD)
_SCHEMA: Final = "# yaml-language-server: $schema=urn:evalcli:{kind}:1\n"
# A pack has fields; where people judge everything, it asks for a remark.
_REMARKS: Final = {
    "remarks": {"label": "说明", "kind": "text", "item": "1.1", "office": _OFFICE, "meaning": "各项完成情况的说明。"}
}
_README: Final = """\
# 指标包 {id}

从《{title}》提取，共 {count} 项。原文件 {document}，SHA-256 {sha}。

- 分值都是暂定的，每个要点1分；责任单位、佐证材料、口径都要改写。
- 每项指标的 `source` 写明在原文件的哪一处；`note` 里有“须核”的，先看原文。
- 没有数、规则算不出的，写成人工评定：完成、基本完成、未完成。

改一处，就检查一遍：

    evalcli pack lint {id}
    evalcli pack test {id}
"""


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: block lists, numbers as they are."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Write every value out."""
        return True


def _number(dumper: yaml.SafeDumper, value: Decimal) -> yaml.Node:
    whole = value == value.to_integral_value()
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'int' if whole else 'float'}", f"{value:f}".removesuffix(".0"))


_Dumper.add_representer(Decimal, _number)


def chosen(extract: Extract, *, every: bool) -> tuple[Statement, ...]:
    """Return the rows that go into a pack: those a person confirmed, or `every` target and standard."""
    if every:
        return tuple(row for row in extract.statements if row.kind in _TO_BE_JUDGED)
    return tuple(row for row in extract.statements if row.confirmed)


def plan_seed(name: str, extract: Extract, rows: tuple[Statement, ...]) -> Dict[str, str]:
    """Return the files of a pack that judges these rows, by their names."""
    title = _words(extract.title) or _words(extract.document) or name
    maker = _Maker(title)
    for part, groups in _parts(rows).items():
        maker.area(part, groups)
    points = sum(
        len(area["indicators"][place]["key_points"]) for area in maker.areas for place in range(len(area["indicators"]))
    )
    pack = {
        "id": name,
        "version": "0.1.0",
        "title": f"{title}目标（提取，请改写）",
        "source": {"document": title, "number": "", "clause": "全文", "note": f"提取自 {extract.document}"},
        "provisional": "分值和等次为起草时暂定（每个要点1分），原文件没有给出；请按正式文件改写。",
        "genre": "self-assessment",
        "points": points,
        "decimals": 2,
        "dimensions": {"学段": ["小学", "初中"]},
        "grades": {"优秀": 90, "良好": 80, "合格": 60, "不合格": 0},
        "areas": [f"area-{area['id']}" for area in maker.areas],
    }
    files = {"pack.yaml": _yaml("pack", pack), "fields.yaml": _yaml("fields", maker.fields or _REMARKS)}
    for area, cases in zip(maker.areas, maker.cases, strict=True):
        files[f"area-{area['id']}.yaml"] = _yaml("area", area)
        files[f"cases/area-{area['id']}.yaml"] = _yaml("cases", cases)
    about = {"title": title, "count": len(rows), "document": extract.document, "sha": extract.sha256}
    return {**files, "README.md": _README.format(id=name, **about)}


class _Maker:
    """The pack while it is made: its fields, and areas with their cases."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.fields: dict[str, Any] = {}
        self.areas: list[dict[str, Any]] = []
        self.cases: list[list[dict[str, Any]]] = []
        self._labels: dict[str, int] = {}

    def area(self, part: str, groups: list[tuple[Statement, ...]]) -> None:
        """Add an area with an indicator for every group of rows."""
        number = str(len(self.areas) + 1)
        self.cases.append([])
        indicators = [self._indicator(f"{number}.{place}", rows) for place, rows in enumerate(groups, 1)]
        heading = _words(part) or self.title
        self.areas.append({"id": number, "title": heading[:_SHORT], "heading": heading, "indicators": indicators})

    def _indicator(self, name: str, rows: tuple[Statement, ...]) -> dict[str, Any]:
        field = "q" + name.replace(".", "_")
        row, made = rows[0], [point(one, field) for one in rows]
        label = self._label(row)
        asked = next((one for one in made if not one.by_hand), None)
        if asked is not None:
            self.fields[field] = _field(row, asked, label, name)
        key_points = [
            _key_point(letter, one, text, field) for letter, one, text in zip(_LETTERS, made, rows, strict=False)
        ]
        for letter, one in zip(_LETTERS, made, strict=False):
            self.cases[-1] += [{"indicator": name + letter, **case} for case in one.cases]
        return {
            "id": name,
            "title": label,
            "short": label[:_SHORT],
            "points": len(rows),
            "source": _source(row, self.title),
            "office": [_OFFICE],
            "evidence": ["佐证材料（请改写）"],
            "key_points": key_points,
            "say": _say(label, field, asked),
        }

    def _label(self, row: Statement) -> str:
        """Return a name that no other field has."""
        label = (_words(row.measures) or _words(row.fragment) or "任务")[:_LONGEST]
        self._labels[label] = self._labels.get(label, 0) + 1
        times = self._labels[label]
        return label if times == 1 else self._label_again(label, times)

    def _label_again(self, label: str, times: int) -> str:
        other = f"{label}（{times}）"
        self._labels[other] = self._labels.get(other, 0) + 1
        return other


def _parts(rows: tuple[Statement, ...]) -> dict[str, list[tuple[Statement, ...]]]:
    """Return the rows by the part of the document they stand in: the outermost heading that they do not all share."""
    shared = _shared([row.headings for row in rows])
    parts: dict[str, list[tuple[Statement, ...]]] = {}
    for group in merged(rows):
        below = group[0].headings[shared:]
        parts.setdefault(below[0] if below else "", []).append(group)
    return parts


def _shared(paths: list[tuple[str, ...]]) -> int:
    """Return how many headings all rows stand under; the last of a path that is shared whole names the part."""
    count = 0
    while all(len(path) > count + 1 for path in paths) and len({path[count] for path in paths}) == 1:
        count += 1
    return count


def _field(row: Statement, made: Point, label: str, item: str) -> dict[str, Any]:
    field: dict[str, Any] = {"label": label, "item": item}
    if made.unit:
        field["unit"] = made.unit
    if made.unit == "%":
        field["range"] = [0, made.highest]
    if made.years > 1:
        field["years"] = made.years
    base = f"比较的是：{_words(row.base)}。" if row.base else ""
    return {**field, "office": _OFFICE, "meaning": f"{label}。{base}口径请按正式文件改写。"}


def _key_point(letter: str, made: Point, row: Statement, field: str) -> dict[str, Any]:
    text = _words(row.fragment)[:_LONGEST] or "任务"
    key_point: dict[str, Any] = {"id": letter, "text": text, "points": 1}
    if made.value:
        key_point["value"] = field
    return {**key_point, "judge": made.judge}


def _source(row: Statement, title: str) -> dict[str, Any]:
    place = row.place
    where = f"{place.sheet}第{place.line}行" if place.sheet else f"第{place.line}行（段）"
    notes = [f"原文说“{row.softness}”" if row.softness else "", f"须核：{row.unclear}" if row.unclear else ""]
    note = "；".join(filter(None, notes))
    source: dict[str, Any] = {"document": title, "clause": where}
    return {**source, "note": note} if note else source


def _say(label: str, field: str, made: Point | None) -> dict[str, str]:
    """Return the sentences of an indicator; a figure of one year is printed with it."""
    if made is None:
        return {"达标": f"{label}已经完成。", "未达标": f"{label}没有完成。", "待评定": f"{label}还没有评定。"}
    if made.years > 1:
        return {"达标": f"{label}达到要求。", "未达标": f"{label}没有达到要求。", "缺数据": f"{label}没有填齐，待补。"}
    figure = f"{{{{ figures.{field} }}}}"
    say = {
        "达标": f"{label}为{figure}，达到目标。",
        "未达标": f"{label}为{figure}，没有达到目标。",
        "缺数据": f"{label}没有填报，待补。",
    }
    return {**say, "待评定": f"{label}为{figure}，目标还没有到期。"} if "milestone" in made.judge else say


def _words(text: str) -> str:
    """Return a text without what a template or Markdown would read."""
    return _MARKS.sub("", text).replace("_", "").strip("、，；.-+")


def _yaml(kind: str, data: Any) -> str:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000, default_flow_style=None)
    return _SCHEMA.format(kind=kind) + text
