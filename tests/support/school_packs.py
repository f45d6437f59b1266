"""A small pack over schools, and counties whose school table is typed in YAML, as a test's author would write both."""

from evalcli import fill, packs, score
from evalcli.model.document import Document
from evalcli.model.filled import Filled
from evalcli.model.notice import Notice
from evalcli.model.pack import Pack
from evalcli.model.scorecard import PointResult
from evalcli.model.table import Table
from evalcli.read.yaml_file import parse

HEAD = """
id: schools
version: 1.0.0
title: 学校试验
source: {document: 评价办法}
points: 0
dimensions: {学段: [小学, 初中, 高中]}
outcome: {by: all}
areas: [area-1]
"""
FIELDS = "towns: {label: 乡镇数, item: '1.1', unit: 个, office: 民政局, meaning: 全县乡镇数。}\n"
TABLES = """
tables:
  schools:
    label: 学校数据
    key: code
    name: name
    kind: kind
    weight: pupils
    columns:
      code: {label: 学校代码, kind: text, required: true}
      name: {label: 学校名称, kind: text, required: true}
      kind: {label: 办学类型, kind: choice, required: true}
      pupils: {label: 学生数, unit: 人, by: 学段, decimals: 0, required: true, aliases: [在校生]}
      teachers: {label: 教师数, unit: 人, by: 学段}
      rural: {label: 农村学校, range: [0, 1]}
      rooms: {label: 教室数, unit: 间, shared: true}
      books: {label: 图书册数, unit: 册, shared: true}
    stages:
      小学: [小学, 教学点, 九年一贯制学校]
      初中: [初中, 九年一贯制学校, 完全中学]
    split:
      九年一贯制学校: {小学: 1, 初中: 1.1}
      完全中学: {初中: 1, 高中: 1.2}
    leave_out:
      - {kinds: [教学点], when: pupils < 50, say: 不足50人的教学点}
      - {kinds: [特殊教育学校], say: 特殊教育学校}
measures:
  books: {label: 生均图书, table: schools, value: books / pupils, unit: 册, at_least: {小学: 20, 初中: 30}, source: 办法第4条}
  rooms: {label: 百人教室, table: schools, value: rooms / pupils * 100, unit: 间, decimals: 1, at_least: {小学: 2, 初中: 2.5}, source: 办法第5条}
"""
COUNTY = """
county: {name: 青川县}
pack: schools
period: {from: 2021-01-01, to: 2022-06-30}
signed: {by: 青川县人民政府}
"""
HEADS = (
    "学校代码",
    "学校名称",
    "办学类型",
    "学生数（小学）",
    "学生数（初中）",
    "学生数（高中）",
    "教师数（小学）",
    "农村学校",
    "教室数",
    "图书册数",
)


def document(text: str, name: str) -> Document:
    """Return the document that `text` is."""
    found, notices = parse(text.encode(), name)
    assert found is not None, notices
    return found


def built(points: str = "", tables: str = TABLES, head: str = HEAD) -> Pack:
    """Return the pack with these key points, as one reads them from files, whatever is wrong with it."""
    keys = "".join(
        f"      - {{id: {letter}, text: 要点, points: 0, {line}}}\n"
        for letter, line in zip("abcdefgh", _lines(points), strict=False)
    )
    area = (
        "id: '1'\ntitle: 学校\nindicators:\n"
        "  - {id: '1.1', title: 学校, points: 0, source: {document: 办法}, office: [教体局], key_points: [\n"
        + keys.replace("      - ", "      ").replace("}\n", "},\n")
        + "    ]}\n"
    )
    areas = (document(area, "area-1.yaml"),)
    return packs.build(
        document(head, "pack.yaml"), document(FIELDS, "fields.yaml"), areas, document(tables, "tables.yaml")
    )


def _lines(points: str) -> list[str]:
    return [line for line in points.splitlines() if line.strip()] or ["value: towns, judge: {at_least: 1}"]


def pack_of(points: str = "", tables: str = TABLES, head: str = HEAD) -> Pack:
    """Return the pack with these key points, one a line, each without id, text and points."""
    pack = built(points, tables, head)
    assert packs.faults(pack) == ()
    return pack


def rows(*schools: str) -> str:
    """Return `tables:` with schools given as values by `HEADS`: `1 一小 小学 100 - - 5 0 4 2000`; `-` is an empty cell."""
    lines = []
    for school in schools:
        cells = (f'"{head}": "{cell}"' for head, cell in zip(HEADS, school.split(), strict=False) if cell != "-")
        lines.append(f"    - {{{', '.join(cells)}}}\n")
    return "tables:\n  schools:\n" + "".join(lines)


def filled_of(pack: Pack, text: str, sheets: dict[str, Table] | None = None) -> tuple[Filled, tuple[Notice, ...]]:
    """Return what a county filled in, with all that was noticed."""
    return fill.county(pack, document(COUNTY + text, "county.yaml"), (), sheets)


def judged(points: str, *schools: str, tables: str = TABLES) -> tuple[PointResult, ...]:
    """Return the key points judged over these schools."""
    pack = pack_of(points, tables)
    filled, notices = filled_of(pack, rows(*schools) if schools else "")
    assert notices == ()
    return score.county(pack, filled).items[0].points


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str, str, str]]:
    """Return code, place, message and advice of notices."""
    return [(n.code, str(n.place or ""), n.message, n.advice) for n in notices]
