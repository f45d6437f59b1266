"""The JSON Schemas of evalcli's own files: sound, explained in Chinese, and of one mind."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from evalcli.read import schema, shape
from evalcli.read.yaml_file import parse

Schema = Mapping[str, Any]
NAMES = ["county", "data", "pack", "fields", "area", "cases"]
HOLDERS = ("properties", "patternProperties", "$defs")


def found(name: str, text: str) -> list[tuple[str, str]]:
    document, notices = parse(text.encode(), "f.yaml")
    assert notices == ()
    return [(notice.code, notice.message) for notice in shape(document, schema(name))]


def described(node: Schema, path: str = "#") -> Iterator[tuple[str, Schema]]:
    """Yield every subschema that a person may read about, with its path."""
    for holder in HOLDERS:
        for key, inner in node.get(holder, {}).items():
            yield f"{path}/{holder}/{key}", inner
            yield from described(inner, f"{path}/{holder}/{key}")
    for word in ("items", "additionalProperties", "else", "then"):
        if isinstance(node.get(word), dict):
            yield from described(node[word], f"{path}/{word}")


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema_of_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))

    assert (schema(name)["$schema"], schema(name)["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        f"urn:evalcli:{name}:1",
    )


@pytest.mark.parametrize("name", NAMES)
def test_everything_has_a_chinese_title(name: str) -> None:
    silent = [path for path, node in [("#", schema(name)), *described(schema(name))] if not node.get("title")]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_each_file_is_described(name: str) -> None:
    assert re.search("[\u4e00-\u9fff]", schema(name)["description"])


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_a_definition_of_the_same_file(name: str) -> None:
    used = set(re.findall(r"'\$ref': '#/\$defs/(\w+)'", str(schema(name))))

    assert used == set(schema(name)["$defs"])


def test_what_several_files_share_is_written_alike_in_all() -> None:
    definitions = [item for name in NAMES for item in schema(name)["$defs"].items()]
    unlike = [key for key, node in definitions for other, twin in definitions if key == other and node != twin]

    assert unlike == []


def test_a_data_file_has_the_keys_that_a_county_file_has() -> None:
    county, data = schema("county")["properties"], schema("data")["properties"]

    assert {key: county[key] for key in data} == data


@pytest.mark.parametrize("name", NAMES)
def test_no_object_with_known_keys_lets_other_keys_pass(name: str) -> None:
    nodes = [("#", schema(name)), *described(schema(name))]
    free = [path for path, node in nodes if "properties" in node and "additionalProperties" not in node]

    assert [path for path in free if not path.endswith(("/then", "/else"))] == []


COUNTY = """
county: {name: 高坪区, kind: 区, code: "511303", city: 南充市, province: 四川省}
pack: duty-sichuan-2022
period: {from: 2021-01-01, to: 2022-06-30}
year: 2021
notice: {issuer: 某委员会, number: 南教督委〔2022〕5号, title: 某通知}
signed: {by: 高坪区人民政府, on: 2022-09-30}
report: {title: [一行, 又一行], scores: opening, merge_areas: true}
illustrative: 评定均为演示
data: [data]
tailored:
  "2.4": {points: 5, because: 市里要求}
  "4.16": {key_points: {a: {judge: {at_most: 0}, value: large_classes}, b: {drop: 并入a}}, because: 市里要求}
  points: 97
  drop: {"3.9": 本市不考核}
"""
DATA = """
figures:
  - from: 自评报告第4项
    education_spending: 8.3861亿元
    education_spending.growth: 0.13%
    spending_per_pupil: {中职: 9179.41元, 普高: {2021: 13033.07元, 2020: 1}}
    teacher_pay: {2021: 98650元, 2020: 95210元}
    exam_admission: 否
    nothing:
    dropouts: 0
    admission_names: [办学条件, 招生范围]
judged:
  "1.1a": {level: 良好, by: 督导室, on: 2022-08-20, because: 演示, evidence: [1-1.pdf], illustrative: true}
  "3.13a": {met: [], by: 督导室, because: 演示}
not_applicable: {"3.9": {because: 无此类学校, approved: 市督导办, on: 2022-05-10}}
text: {"2.4": [{head: 健全机制, say: "投入[[exam_site_investment]]"}, {head: , say: 另一段}]}
overview: [{head: "", say: 县情}]
problems:
  - {item: "4.16", head: 不均衡, say: 详情, plan_head: 打算, plan: [{head: 一, say: 二}], office: 教体局, by: 2025-12}
"""
FIELDS = """
education_spending:
  {label: 教育支出, item: "2.4", unit: 亿元, kind: number, by: 学段, years: 2, basis: 财政年度, office: 财政局,
   decimals: 4, range: [0, 1000.5], required: true, meaning: 口径, aliases: [支出]}
inclusive_target: {label: 目标, item: "5.1", unit: "%", office: 教育局, range: [0, 100], target_for: inclusive,
  due: 2025-12-31, meaning: 口径}
"""
AREA = """
id: "2"
title: 优先发展
heading: 落实优先发展
joins: ""
indicators:
  - id: "2.4"
    title: 两个只增不减
    short: 只增不减
    points: 5
    source: {document: 某通知, number: "", clause: , note: 说明}
    office: [财政局]
    evidence: [决算表]
    key_points:
      - {id: a, text: 只增不减, points: 2.5, value: a / b, judge: {only_up: [education_spending]}}
    say: {总述: 甲, 达标: 乙, 缺数据: 丙}
    advice: {未达标: 丁}
"""
PACK = """
id: duty-sichuan-2022
version: 1.0.0
title: 某评价
source: {document: 某通知}
provisional: 分值暂定
genre: self-assessment
points: 100
decimals: 2
dimensions: {学段: [幼儿园, 小学]}
grades: {优秀: 90, 不合格: 0}
grades_source: 某办法
areas: [area-1, area-2]
vetoes: [{when: exam_admission, say: 以考试方式招生, source: 某办法}]
relations: [{id: r, holds: a <= b, say: "[[a]]", level: 疑似, advice: 核对}]
"""
LAYER = """
id: duty-nanchong-2022
version: 1.0.0
title: 某市评价
extends: duty-sichuan-2022@1
points: 97
change: {"2.4": {points: 5, because: 省里要求}, "4.16": {key_points: {a: {judge: {at_most: 0}}}, because: 市里要求}}
drop: {"3.9": 本市不考核}
"""
CASES = """
- indicator: 2.4a
  given: {education_spending: {2021: 100亿元, 2020: 100亿元}}
  on: 2022-06-30
  expect: {verdict: 达标, points: 2}
  because: 不减包含持平
- {indicator: 1.1a, judged: {level: 良好}, expect: {verdict: 达标}}
- {indicator: 3.13a, judged: {met: [机构]}, expect: {verdict: 未达标, points: 0.5}}
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("county", COUNTY + DATA),
        ("data", DATA),
        ("data", "figures: {from: 决算表, education_spending: 1亿元}"),
        ("fields", FIELDS),
        ("area", AREA),
        ("pack", PACK),
        ("pack", LAYER),
        ("cases", CASES),
    ],
)
def test_a_file_as_the_formats_describe_it(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("county", COUNTY + "sources: [a]", "“整个文件”里没有“sources”这个键"),
        ("county", COUNTY.replace('"511303"', "5113"), "“county › code”应当是文字，现在是“5113”"),
        ("county", COUNTY.replace('"511303"', '"5113"'), "“county › code”的写法不对：“5113”"),
        ("county", COUNTY.replace("2022-06-30", "2022-13-30"), "“period › to”的写法不对：“2022-13-30”"),
        ("county", COUNTY.replace("year: 2021", "year: 21"), "“year”是 21，不能小于 2000"),
        ("county", COUNTY.replace("points: 5, because: 市里要求", "points: 5"), "“tailored › 2.4”缺少“because”"),
        ("data", "{}", "“整个文件”至少要有 1 项"),
        ("data", DATA.replace("level: 良好, ", ""), "“judged › 1.1a”缺少“level”"),
        ("data", DATA.replace(", approved: 市督导办", ""), "“not_applicable › 3.9”缺少“approved”"),
        ("data", DATA.replace("by: 2025-12}", "by: 明年}"), "“problems › 第1项 › by”的写法不对：“明年”"),
        ("data", "figures: {a: {中职: {2021: [1]}}}",
         "“figures › a › 中职 › 2021”应当是文字或数或true 或 false或空，现在是列表"),
        ("fields", FIELDS.replace("range: [0, 100], ", ""), "“inclusive_target”缺少“range”"),
        ("fields", FIELDS.replace(", meaning: 口径, a", ", a"), "“education_spending”缺少“meaning”"),
        ("fields", FIELDS.replace("kind: number", "kind: 数"), "“education_spending › kind”不能是“数”"),
        ("fields", "Big: {label: a, item: '1.1', office: b, meaning: c}", "“整个文件”里的键“Big”写法不对"),
        ("area", AREA.replace("达标: 乙", "达标了: 乙"), "“indicators › 第1项 › say”里没有“达标了”这个键"),
        ("area", AREA.replace("points: 5", "points: -1"), "“indicators › 第1项 › points”是 -1，不能小于 0"),
        ("area", AREA.replace("{only_up: [education_spending]}", "{}"),
         "“indicators › 第1项 › key_points › 第1项 › judge”至少要有 1 项"),
        ("pack", PACK.replace("version: 1.0.0", "version: 一"), "“version”的写法不对：“一”"),
        ("pack", PACK.replace("优秀: 90", "优秀: 101"), "“grades › 优秀”是 101，不能大于 100"),
        ("pack", PACK.replace("areas: [area-1, area-2]", ""), "“整个文件”缺少“areas”"),
        ("pack", PACK + "change: {}", "“change”在这里不能用"),
        ("pack", LAYER.replace("points: 5, because: 省里要求", "points: 5"), "“change › 2.4”缺少“because”"),
        ("pack", LAYER + "areas: [area-1]", "“areas”在这里不能用"),
        ("cases", CASES.replace("verdict: 未达标", "verdict: 不达标"), "“第3项 › expect › verdict”不能是“不达标”"),
        ("cases", "a: 1", "“整个文件”应当是列表，现在是“键: 值”"),
    ],
)  # fmt: skip
def test_a_file_that_departs_from_them(name: str, text: str, told: str) -> None:
    assert [message for _code, message in found(name, text)] == [told]


def test_a_pack_that_extends_nothing_needs_all_its_parts() -> None:
    assert [message for _code, message in found("pack", "{id: a, version: 1.0.0, title: b}")] == [
        "“整个文件”缺少“source”",
        "“整个文件”缺少“points”",
        "“整个文件”缺少“dimensions”",
        "“整个文件”缺少“areas”",
    ]
