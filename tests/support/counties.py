"""Packs and counties for tests, written as their authors write them and read by the real stages."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path

from evalcli import fill, packs, score
from evalcli.model.document import Document
from evalcli.model.filled import Filled
from evalcli.model.pack import Pack
from evalcli.model.scorecard import Scored
from evalcli.read.yaml_file import parse

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "self-assessment"

HEAD = """
id: small
version: 1.0.0
title: 小评价
source: {document: 评价办法, number: 某发〔2021〕1号}
provisional: 分值为暂定。
points: 100
dimensions:
  学段: [小学, 初中]
grades: {优秀: 90, 良好: 80, 合格: 65, 不合格: 0}
areas: [area-1]
vetoes:
  - {when: exam_admission, say: 以考试方式招生, source: 评价办法第9条}
"""

FIELDS = """
spending:
  {label: 教育支出, item: "1.1", unit: 亿元, years: 2, decimals: 4, office: 财政局, meaning: 一般公共预算教育支出。}
per_pupil:
  {label: 生均支出, item: "1.1", unit: 元, by: 学段, years: 2, decimals: 2, office: 财政局, meaning: 按在校生平均。}
coverage: {label: 普惠率, item: "1.2", unit: "%", office: 教体局, range: [0, 100], meaning: 按在园幼儿数。}
coverage_target: {label: 普惠率目标, item: "1.2", unit: "%", office: 教体局, target_for: coverage, meaning: 到期的目标。}
students: {label: 学生数, item: "1.2", unit: 人, office: 教体局, meaning: 年末在校生。}
teachers: {label: 教师数, item: "1.2", unit: 名, office: 编办, meaning: 专任教师。}
student_ratio: {label: 生师比, item: "1.2", unit: 比, office: 教体局, meaning: 学生比教师。}
cases: {label: 违规起数, item: "2.3", unit: 起, office: 教体局, meaning: 查实的违规。}
repairs: {label: 维修投入, item: "2.3", unit: 万元, office: 教体局, meaning: 校舍维修。}
mechanisms: {label: 机制名称, item: "2.3", kind: names, office: 教体局, meaning: 逐项列出。}
opening_year: {label: 启用年份, item: "2.3", unit: 年, office: 教体局, meaning: 计划启用的年份。}
closing_year: {label: 停用年份, item: "2.3", unit: 年, office: 教体局, meaning: 计划停用的年份。}
exam_admission: {label: 是否考试招生, item: "2.3", kind: yes_no, office: 教体局, meaning: 以考试方式招生。}
"""

AREA_1 = """
id: "1"
title: 投入保障
heading: 保障教育投入
indicators:
  - id: "1.1"
    title: 教育投入
    points: 40
    source: {document: 评价办法, clause: 第1条}
    office: [财政局]
    key_points:
      - {id: a, text: 教育支出只增不减, points: 20, judge: {only_up: [spending]}}
      - {id: b, text: 生均支出只增不减, points: 20, judge: {only_up: [per_pupil], each_fall: 10}}
    say:
      总述: "{% if figures.spending is filled %}教育支出{{ figures.spending }}。{% endif %}"
      达标: 投入没有下降。
      缺数据: 投入数据没有报齐。
      未达标: 投入下降了。
  - id: "1.2"
    title: 普惠和师资
    points: 30
    source: {document: 评价办法, clause: 第2条}
    office: [教体局]
    key_points:
      - {id: a, text: 普惠率不低于85%, points: 15, value: coverage, judge: {at_least: 85}}
      - {id: b, text: 生师比不高于12.5比1, points: 15, judge: {ratio: {of: students, to: teachers}, at_most: "12.5:1"}}
    say:
      达标: 师资充足。
"""

AREA_2 = """
id: "2"
title: 规范办学
joins: "1"
indicators:
  - id: "2.3"
    title: 依法办学
    short: 依法
    points: 30
    source: {document: 评价办法, clause: 第3条}
    office: [教体局]
    key_points:
      - {id: a, text: 没有违规, points: 10, value: cases, judge: {deduct_per_case: 4}}
      - {id: b, text: 制度落实, points: 10, judge: {by_hand: {好: 100%, 中: 60%, 差: 0%}, passes: 好, nearly: 中}}
      - {id: c, text: 机制健全, points: 10, judge: {checklist: [研判, 处置]}}
"""

COUNTY = """
county: {name: 青川县, kind: 县, code: "510822", city: 广元市, province: 四川省}
pack: small
period: {from: 2021-01-01, to: 2022-06-30}
year: 2021
notice: {issuer: 广元市督导委, number: 广教督〔2022〕1号, title: 关于开展评价的通知}
signed: {by: 青川县人民政府, on: 2022-09-30}
"""

FULL = """
figures:
  - from: 财政决算
    spending: {2021: 8.3861亿元, 2020: 8.3752亿元}
    spending.growth: 0.13%
    per_pupil: {小学: {2021: 10799.07元, 2020: 10795.83元}, 初中: {2021: 14572.85元, 2020: 14567.02元}}
    coverage: 94%
    coverage_target: 95%
    students: 7875人
    teachers: 636名
    student_ratio: 12.38:1
    cases: 0起
    repairs: 1387万余元
    mechanisms: [研判, 处置]
    opening_year: 2025年
    closing_year: 2025年
    exam_admission: 否
judged:
  2.3b: {level: 好, by: 督导室, on: 2022-08-20, because: 抽查合格, evidence: [抽查表.pdf]}
  2.3c: {met: [研判, 处置], by: 督导室, on: 2022-08-20, because: 制度齐全, evidence: [制度.pdf]}
text:
  "1.1":
    - {head: 增加投入, say: "投入[[spending]]，同比增长[[spending.growth]]。"}
    - {head: 加强维修, say: "维修投入[[repairs]]。"}
overview:
  - {head: 县情, say: "全县有学生[[students]]。"}
problems:
  - {item: "1.2", head: 学位不足, say: "普惠率只有[[coverage]]。", plan_head: 增加学位,
     plan: [{head: 新建, say: "普惠率提高到[[coverage_target]]。"}]}
"""


def document(text: str, name: str = "county.yaml") -> Document:
    """Return the document that `text` is."""
    found, notices = parse(text.encode(), name)
    assert found is not None, notices
    return found


def pack_of(head: str = HEAD, fields: str = FIELDS, *areas: str) -> Pack:
    """Return the pack that these documents make; without areas the small pack's own two."""
    documents = tuple(document(text, f"small/area-{n}.yaml") for n, text in enumerate(areas or (AREA_1, AREA_2), 1))
    pack = packs.build(document(head, "small/pack.yaml"), document(fields, "small/fields.yaml"), documents)
    assert packs.faults(pack) == ()
    return pack


def pack_without_points() -> Pack:
    """Return the small pack as one that gives no points: every item must be met."""
    head, *areas = (re.sub(r"points: \d+", "points: 0", text) for text in (HEAD, AREA_1, AREA_2))
    return pack_of(re.sub("grades: .*", "outcome: {by: all}", head), FIELDS, *areas)


def filled_of(pack: Pack, *texts: str, head: str = COUNTY) -> Filled:
    """Return what a county filled in: its `county.yaml` and one data file for each of `texts`."""
    data = tuple(document(text, f"data/{number}.yaml") for number, text in enumerate(texts, 1))
    filled, notices = fill.county(pack, document(head), data)
    assert notices == ()
    return filled


def scored_of(pack: Pack, *texts: str, head: str = COUNTY) -> Scored:
    """Return a county's result; packs that differ have different hashes, as those from folders have."""
    pack = replace(pack, sha256=hashlib.sha256(repr(pack).encode()).hexdigest())
    filled = filled_of(pack, *texts, head=head)
    return Scored(pack, filled, score.county(pack, filled), (), {"tool": "evalcli", "version": "0"})
