"""The schema of county files for one pack: what an editor completes, and what it marks."""

import json
from pathlib import Path

import pytest
from counties import AREA_1, AREA_2, COUNTY, FIELDS, FULL, HEAD, document, pack_of
from jsonschema import Draft202012Validator
from pack_folders import SHIPPED
from school_packs import pack_of as school_pack

from evalcli.criteria import load_pack
from evalcli.forms.editor import for_pack
from evalcli.model.document import Mapping
from evalcli.model.pack import Pack
from evalcli.read import plain, schema
from evalcli.read.yaml_file import parse

PACK = pack_of()


def validator(pack: Pack = PACK, kind: str = "county") -> Draft202012Validator:
    made = json.loads(json.dumps(for_pack(schema(kind), pack)))
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def faults(text: str, pack: Pack = PACK) -> list[str]:
    """Return where a county file goes wrong, by the path of its keys."""
    value = plain(document(text).root)
    return sorted("/".join(map(str, fault.path)) for fault in validator(pack).iter_errors(value))


def test_a_full_county_holds() -> None:
    assert faults(COUNTY + FULL) == []


@pytest.mark.parametrize(
    ("figures", "where"),
    [
        ("spending: 8亿元", []),
        ("spending: {2021: 8亿元, 2020: 无}", []),
        ("教育支出: 8亿元", []),
        ("教育支出.growth: 1%", []),
        ("per_pupil: {小学: 9000元, 初中: {2021: 9000元}}", []),
        ("per_pupil: 无", []),
        ("exam_admission: 否", []),
        ("exam_admission: false", []),
        ("mechanisms: 研判、处置", []),
        ("spendin: 8亿元", ["figures"]),
        ("spending.grow: 1%", ["figures"]),
        ("spending: {今年: 8亿元}", ["figures/spending"]),
        ("per_pupil: {高中: 9000元}", ["figures/per_pupil"]),
        ("exam_admission: 也许", ["figures/exam_admission"]),
        ("mechanisms: {甲: 乙}", ["figures/mechanisms"]),
    ],
)
def test_figures(figures: str, where: list[str]) -> None:
    assert faults(f"{COUNTY}figures:\n  {figures}\n") == where


def test_figures_in_groups() -> None:
    assert faults(f"{COUNTY}figures:\n  - {{from: 决算, spending: 8亿元}}\n") == []
    assert faults(f"{COUNTY}figures:\n  - {{from: 决算, spendin: 8亿元}}\n") == ["figures/0"]


@pytest.mark.parametrize(
    ("judged", "where"),
    [
        ('"2.3b": {level: 中, by: 督导室, because: 抽查}', []),
        ('"2.3b": {level: 优, by: 督导室, because: 抽查}', ["judged/2.3b/level"]),
        ('"2.3c": {met: [研判], by: 督导室, because: 抽查}', []),
        ('"2.3c": {met: [预案], by: 督导室, because: 抽查}', ["judged/2.3c/met/0"]),
        ('"2.3a": {level: 好, by: 督导室, because: 抽查}', ["judged"]),
    ],
)
def test_judgements(judged: str, where: list[str]) -> None:
    assert faults(f"{COUNTY}judged:\n  {judged}\n") == where


def test_no_more_points_than_there_are() -> None:
    pack = pack_of(HEAD, FIELDS, AREA_1, AREA_2.replace("{checklist: [研判, 处置]}", "{by_steps: 0.1}"))
    given = COUNTY + 'judged: {"2.3c": {points: POINTS, by: 督导室, because: 抽查}}\n'

    assert (faults(given.replace("POINTS", "10"), pack), faults(given.replace("POINTS", "10.1"), pack)) == (
        [], ["judged/2.3c/points"],
    )  # fmt: skip


def test_items_that_there_are() -> None:
    assert faults(COUNTY + 'text: {"1.1": [{say: 做了。}]}\n') == []
    assert faults(COUNTY + 'text: {"9.9": [{say: 做了。}]}\n') == ["text"]
    assert faults(COUNTY + 'not_applicable: {"9.9": {because: 没有, approved: 市督导办}}\n') == ["not_applicable"]


def test_what_was_dropped_may_still_stand_there() -> None:
    from dataclasses import replace

    text = COUNTY + 'text: {"9.9": [{say: 做了。}]}\n'
    assert faults(text, replace(PACK, dropped=("9.9",))) == []


def test_school_tables() -> None:
    pack = school_pack()
    made = for_pack(schema("county"), pack)["properties"]["tables"]["properties"]["schools"]

    assert faults(COUNTY + "tables: {schools: data/学校.csv}\n", pack) == []
    assert faults(COUNTY + "tables: {school: data/学校.csv}\n", pack) == ["tables"]
    assert made["title"] == "学校数据"
    assert made["description"].startswith("列：学校代码、学校名称、办学类型、学生数（小学）")


def test_what_an_editor_shows_of_a_field() -> None:
    made = for_pack(schema("county"), PACK)

    assert made["$id"] == "urn:evalcli:county:1:small:1.0.0"
    assert {key: made["$defs"]["fields"]["spending"][key] for key in ("title", "description")} == {
        "title": "教育支出（亿元）",
        "description": "一般公共预算教育支出。\n单位：亿元\n指标：1.1",
    }
    assert {"spending", "spending.growth", "coverage"} <= set(made["$defs"]["figures"]["properties"])
    assert "coverage.growth" not in made["$defs"]["figures"]["properties"]


def test_the_schema_of_all_packs_stays_as_it_was() -> None:
    before = json.dumps(schema("county"))
    for_pack(schema("county"), PACK)

    assert json.dumps(schema("county")) == before


@pytest.mark.parametrize("name", SHIPPED)
def test_schemas_of_shipped_packs_are_schemas(name: str) -> None:
    for kind in ("county", "data"):
        validator(load_pack(name), kind)


@pytest.mark.parametrize("county", sorted((Path(__file__).parents[2] / "examples").glob("*/county*.yaml")), ids=str)
def test_the_examples_hold_by_the_schema_of_their_pack(county: Path) -> None:
    root = parse(county.read_bytes(), county.name)[0]
    assert root
    assert isinstance(root.root, Mapping)
    pack = load_pack(root.root.text("pack"), county.parent, root.root.pairs("tailored"))
    files = {"county": [county], "data": sorted((county.parent / "data").glob("*.yaml"))}

    found = [
        (file.name, list(fault.path), fault.message)
        for kind, paths in files.items()
        for made in ([validator(pack, kind)] if paths else [])
        for file in paths
        for fault in made.iter_errors(plain(parse(file.read_bytes(), file.name)[0].root))
    ]
    assert found == []
