"""Small packs for tests of the way from points to the grade: one judged key point an item, written as a pack's author would."""

from dataclasses import dataclass
from decimal import Decimal

from evalcli import fill, packs, score
from evalcli.model.document import Document
from evalcli.model.pack import Pack
from evalcli.model.scorecard import Grade, Scorecard
from evalcli.read.yaml_file import parse

HEAD = """
id: ladder
version: 1.0.0
title: 等次试验
source: {document: 评价办法}
dimensions: {学段: [小学, 初中]}
areas: [area-1]
"""
BANDS = "grades: {优秀: 90, 良好: 80, 合格: 65, 不合格: 0}\n"
FIELDS = """
class_d: {label: D级危房, item: "1.1", unit: 所, office: 教体局, meaning: D级危房所数。}
accident: {label: 重大事故, item: "1.1", kind: yes_no, office: 教体局, meaning: 涉校重大事故。}
decline: {label: 体质下降, item: "1.1", kind: yes_no, office: 教体局, meaning: 体质连续三年下降。}
fraud: {label: 弄虚作假, item: "1.1", kind: yes_no, office: 教体局, meaning: 弄虚作假。}
years: {label: 认定年数, item: "1.1", unit: 年, office: 教体局, meaning: 基本均衡认定满几年。}
content: {label: 满意度, item: "1.1", unit: "%", range: [0, 100], office: 统计局, meaning: 社会满意度。}
model: {label: 示范县加分, item: "1.1", unit: 分, office: 教体局, meaning: 申请的加分。}
prize: {label: 获奖加分, item: "1.1", unit: 分, office: 教体局, meaning: 申请的加分。}
"""
COUNTY = """
county: {name: 青川县}
pack: ladder
period: {from: 2021-01-01, to: 2022-06-30}
signed: {by: 青川县人民政府}
"""
# What a pack may say on the way to the grade.
BONUS = BANDS + "bonus: {most: 20, items: [{value: model, say: 示范县}, {value: prize, say: 获奖}]}\n"
COMBINE = BANDS + "combine: {self: 20%, preliminary: 30%, final: 50%}\n"
LEVELS = "points: 0\noutcome: {by: levels, levels: {巩固: 29, 提高: 31, 创优: 33}}\n"
ALL = "points: 0\noutcome: {by: all}\n"
VETO = BANDS + "vetoes: [{when: fraud, say: 弄虚作假}, {when: accident, say: 重大事故}]\n"
CAPS = (
    BANDS
    + "caps: [{when: class_d > 0, at_most: 良好, say: 有D级危房}, {when: accident, at_most: 合格, say: 重大事故}]\n"
)
LOWERED = (
    BANDS
    + "lowered: [{when: accident, say: 重大事故}, {when: decline, say: 体质下降}, {when: class_d > 0, say: 危房, each: true}]\n"
)
OPEN, EXEMPT = "未评", "不适用"


@dataclass(frozen=True, slots=True)
class Item:
    """An item as a test means it: its points, and the level that people judged (or OPEN, or EXEMPT)."""

    points: str
    level: str


def document(text: str, name: str) -> Document:
    """Return the document that `text` is."""
    found, notices = parse(text.encode(), name)
    assert found is not None, notices
    return found


def items(*pairs: tuple[str, str]) -> tuple[Item, ...]:
    """Return items of so many points that earned a share in %: `("70", "95")`; or what is OPEN, or EXEMPT."""
    return tuple(Item(points, level) for points, level in pairs)


def levels(met: int, nearly: int, missed: int = 0, still: int = 0, exempt: int = 0) -> tuple[Item, ...]:
    """Return so many items without points of each verdict."""
    counts = (("100", met), ("60", nearly), ("0", missed), (OPEN, still), (EXEMPT, exempt))
    return tuple(Item("0", level) for level, count in counts for _number in range(count))


def pack_of(given: tuple[Item, ...], head: str = BANDS) -> Pack:
    """Return the pack with these items; a share of 100 is 达标, one of 60 or more 基本达标."""
    entries = "".join(_indicator(number, item) for number, item in enumerate(given, 1))
    area = f"id: '1'\ntitle: 试验\nindicators:\n{entries}"
    return packs.build(
        document(headed(given, head), "pack.yaml"), document(FIELDS, "fields.yaml"), (document(area, "area-1.yaml"),)
    )


def headed(given: tuple[Item, ...], head: str) -> str:
    """Return pack.yaml with the full points that the items come to, where `head` does not say them."""
    stated = any(line.startswith("points:") for line in head.splitlines())
    total = sum((Decimal(item.points) for item in given), Decimal(0))
    return HEAD + head.rstrip("\n") + ("\n" if stated else f"\npoints: {total}\n")


def _indicator(number: int, item: Item) -> str:
    shares = sorted(
        {100.0, 60.0, 0.0, *([float(item.level)] if item.level not in (OPEN, EXEMPT) else [])}, reverse=True
    )
    by_hand = ", ".join(f"'{share:g}': {share:g}%" for share in shares)
    return (
        f"  - {{id: '1.{number}', title: 指标{number}, points: {item.points}, source: {{document: 办法}}, office: [教体局],\n"
        f"     key_points: [{{id: a, text: 要点, points: {item.points},"
        f" judge: {{by_hand: {{{by_hand}}}, passes: '100', nearly: '60'}}}}]}}\n"
    )


def county_of(given: tuple[Item, ...], more: str) -> str:
    """Return the county file in which people judged these items; `more` is what else it says."""
    level = {f"1.{number}": item.level for number, item in enumerate(given, 1)}
    judged = "".join(f"  {name}a: {{level: '{one}'}}\n" for name, one in level.items() if one not in (OPEN, EXEMPT))
    exempt = "".join(f"  '{name}': {{because: 无, approved: 市}}\n" for name, one in level.items() if one == EXEMPT)
    sections = (("judged", judged), ("not_applicable", exempt))
    return COUNTY + "".join(f"{key}:\n{text}" for key, text in sections if text) + more


def card_of(given: tuple[Item, ...], head: str = BANDS, figures: str = "", more: str = "") -> Scorecard:
    """Return the result of a county with these items; `figures` is YAML in braces' inside: `class_d: 1所`."""
    pack = pack_of(given, head)
    assert packs.faults(pack) == ()
    text = county_of(given, (f"figures: {{{figures}}}\n" if figures else "") + more)
    filled, notices = fill.county(pack, document(text, "county.yaml"), ())
    assert notices == ()
    return score.county(pack, filled)


def grade_of(given: tuple[Item, ...], head: str = BANDS, figures: str = "", more: str = "") -> Grade:
    """Return the grade of a county with these items."""
    return card_of(given, head, figures, more).grade
