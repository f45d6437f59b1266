"""A small pack of work points (工作要点) for tests: a year with targets, hedges, a later day, and a task that people judge."""

from pathlib import Path

from outcomes import document
from pack_folders import write_files

from evalcli import fill, packs, score
from evalcli.model.filled import Filled
from evalcli.model.pack import Pack
from evalcli.model.scorecard import Scored

HEAD = """
id: works
version: 1.0.0
title: 某市2018年教育工作要点
source: {document: 某市教育局2018年工作要点, number: 某教发〔2018〕1号}
points: 0
outcome: {by: completion, due: 2018-12-31}
dimensions: {学段: [小学, 初中]}
areas: [area-1, area-2]
"""
FIELDS = """
built: {label: 建成标准化学校数, item: "1.1", unit: 所, office: 计财科, meaning: 本年建成的标准化学校。, range: [0, 9999]}
audited: {label: 审计覆盖面, item: "1.1", unit: "%", office: 审计科, meaning: 已审计单位的占比。, range: [0, 100]}
large: {label: 超大班额数, item: "1.2", unit: 个, years: 2, office: 基教科, meaning: 66人以上的班。, range: [0, 9999]}
toddlers: {label: 学前毛入园率, item: "2.1", unit: "%", office: 基教科, meaning: 在园幼儿占适龄幼儿。, range: [0, 200]}
"""
AREA_1 = """
id: "1"
title: 办学条件
heading: 改善办学条件
indicators:
  - id: "1.1"
    title: 建设标准化学校
    short: 标准化学校
    points: 0
    source: {document: 某市教育局2018年工作要点, clause: 第1条}
    office: [计财科]
    evidence: [验收表]
    key_points:
      - {id: a, text: 完成100所标准化学校建设, points: 0, value: built, judge: {at_least: 100}}
      - {id: b, text: 争取审计覆盖面达到100%, points: 0, value: audited, judge: {at_least: 100}, soft: 争取}
  - id: "1.2"
    title: 消除超大班额
    short: 超大班额
    points: 0
    source: {document: 某市教育局2018年工作要点, clause: 第2条}
    office: [基教科, 人事科]
    key_points:
      - {id: a, text: 基本消除超大班额, points: 0, value: large, judge: {at_most: 0}, soft: 基本, base: 比上年,
         starts_at: last(large), due: 2018-08-31}
"""
AREA_2 = """
id: "2"
title: 事业发展
heading: 推进各类教育发展
indicators:
  - id: "2.1"
    title: 发展学前教育
    short: 学前教育
    points: 0
    source: {document: 某市教育局2018年工作要点, clause: 第3条}
    office: [基教科]
    key_points:
      - {id: a, text: 到2020年学前毛入园率达到85%, points: 0, value: toddlers, judge: {at_least: 85}, due: 2020-12-31}
  - id: "2.2"
    title: 加强教师培训
    short: 教师培训
    points: 0
    source: {document: 某市教育局2018年工作要点, clause: 第4条}
    office: [人事科]
    say: {完成: 教师培训全面铺开。, 按序时推进: 教师培训正按计划进行。}
    key_points:
      - {id: a, text: 制定教师培训规划, points: 0,
         judge: {by_hand: {完成: 100%, 按序时推进: 60%, 未完成: 0%}, nearly: 按序时推进}}
  - id: "2.3"
    title: 办好特殊教育
    short: 特殊教育
    points: 0
    source: {document: 某市教育局2018年工作要点, clause: 第5条}
    office: [基教科]
    key_points:
      - {id: a, text: 建成特殊教育学校, points: 0, judge: {by_hand: {完成: 100%, 按序时推进: 60%, 未完成: 0%}}}
"""
COUNTY = """
county: {name: 某市, kind: 市}
pack: works
period: {from: 2018-01-01, to: 2018-06-30}
year: 2018
signed: {by: 某市教育局, on: 2018-07-10}
figures: {built: 60所, audited: 40%, large: {2018: 10个, 2017: 20个}, toddlers: 80%}
judged:
  "2.2a": {level: 按序时推进, by: 人事科, on: 2018-06-20, because: 规划已形成初稿, evidence: [规划初稿.docx]}
not_applicable: {"2.3": {because: 市里没有特殊教育学校建设任务, approved: 省教育厅}}
ledger:
  "1.1": {office: 建设办, by: 2018-11-30, evidence: [进度表.xlsx]}
  "1.1a": {progress: "已建成[[built]]，余下的在建"}
"""


def pack_of(head: str = HEAD, area_1: str = AREA_1, area_2: str = AREA_2, fields: str = FIELDS) -> Pack:
    """Return the pack that these texts describe."""
    areas = (document(area_1, "area-1.yaml"), document(area_2, "area-2.yaml"))
    return packs.build(document(head, "pack.yaml"), document(fields, "fields.yaml"), areas)


def filled_of(pack: Pack, text: str = COUNTY) -> Filled:
    """Return what a county file means; nothing in it may be refused."""
    filled, notices = fill.county(pack, document(text, "county.yaml"), ())
    assert notices == ()
    return filled


def scored_of(text: str = COUNTY, **changed: str) -> Scored:
    """Return the result of a county with the small pack."""
    pack = pack_of(**changed)
    filled = filled_of(pack, text)
    return Scored(pack, filled, score.county(pack, filled), (), {"tool": "evalcli", "version": "0"})


def write_works(folder: Path, county: str = COUNTY, head: str = HEAD, area_1: str = AREA_1) -> Path:
    """Write a county with the small pack beside it."""
    write_files(
        folder / "indicators" / "works",
        {"pack.yaml": head, "fields.yaml": FIELDS, "area-1.yaml": area_1, "area-2.yaml": AREA_2},
    )
    return write_files(folder, {"county.yaml": county})
