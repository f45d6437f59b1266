"""Documents in shape become the pack that they describe, word for word."""

from decimal import Decimal

from counties import AREA_1, AREA_2, HEAD, document, pack_of

from evalcli import packs
from evalcli.model.pack import Area, Band, Case, Field, Indicator, KeyPoint, Relation, Source, Veto
from evalcli.model.place import Place

FIELDS = """
spending:
  label: 教育支出
  item: "1.1"
  unit: 亿元
  kind: number
  by: 学段
  years: 2
  basis: 财政年度
  office: 财政局
  decimals: 4
  range: [0, 1000.5]
  required: true
  target_for: students
  due: 2025-12-31
  meaning: 一般公共预算教育支出。
  aliases: [教育总支出]
students: {label: 学生数, item: "1.1", office: 教体局, meaning: 年末在校生。}
"""
AREA = """
id: "2"
title: 优先发展
heading: 落实优先发展
joins: "1"
indicators:
  - id: "2.4"
    title: 两个只增不减
    short: 只增不减
    points: 100
    source: {document: 某通知, number: 某发〔2022〕5号, clause: 第4项, note: 暂定}
    office: [财政局, 教体局]
    evidence: [决算表]
    key_points:
      - {id: a, text: 只增不减, points: 97.5, value: students, judge: {at_least: 95.5}}
      - {id: b, text: 有人评, points: 2.5, judge: {by_hand: {好: 100%, 差: 0%}, passes: 好}}
    say: {总述: 甲, 达标: 乙}
    advice: {未达标: 丁}
"""


def test_fields() -> None:
    pack = pack_of(HEAD.replace("exam_admission", "students > 0"), FIELDS, AREA)

    assert dict(pack.fields) == {
        "spending": Field(
            id="spending",
            label="教育支出",
            unit="亿元",
            by="学段",
            years=2,
            basis="财政年度",
            office="财政局",
            decimals=4,
            meaning="一般公共预算教育支出。",
            aliases=("教育总支出",),
            required=True,
            low=Decimal(0),
            high=Decimal("1000.5"),
            target_for="students",
            due="2025-12-31",
            item="1.1",
            place=Place("small/fields.yaml", 2, 1, 8),
        ),
        "students": Field(
            id="students",
            label="学生数",
            office="教体局",
            meaning="年末在校生。",
            item="1.1",
            place=Place("small/fields.yaml", 18, 1, 8),
        ),
    }


def test_areas() -> None:
    pack = pack_of(HEAD.replace("exam_admission", "students > 0"), FIELDS, AREA)

    file = "small/area-1.yaml"
    points = (
        KeyPoint(
            "2.4a",
            "只增不减",
            Decimal("97.5"),
            "at_least",
            {"at_least": Decimal("95.5")},
            "students",
            place=Place(file, 15, 9),
        ),
        KeyPoint(
            "2.4b",
            "有人评",
            Decimal("2.5"),
            "by_hand",
            {"by_hand": {"好": "100%", "差": "0%"}, "passes": "好"},
            place=Place(file, 16, 9),
        ),
    )
    indicator = Indicator(
        id="2.4",
        title="两个只增不减",
        short="只增不减",
        points=Decimal(100),
        source=Source("某通知", "某发〔2022〕5号", "第4项", "暂定"),
        offices=("财政局", "教体局"),
        key_points=points,
        evidence=("决算表",),
        say={"总述": "甲", "达标": "乙"},
        advice={"未达标": "丁"},
        place=Place(file, 7, 5),
    )
    assert pack.areas == (Area("2", "优先发展", "落实优先发展", (indicator,), "1"),)


def test_the_head() -> None:
    pack = pack_of(
        HEAD.replace(
            "grades: {优秀: 90, 良好: 80, 合格: 65, 不合格: 0}",
            "grades: {不合格: 0, 优秀: 90.5}\ndecimals: 0\ngenre: summary-and-plan",
        )
        + "relations:\n  - {id: r, holds: students > 0, say: 没有学生, level: 必改, advice: 核对}\n  - {id: s, holds: students < 9, say: 太多}\n"
    )

    file = "small/pack.yaml"
    assert (pack.id, pack.version, pack.title, pack.provisional) == ("small", "1.0.0", "小评价", "分值为暂定。")
    assert pack.source == Source("评价办法", "某发〔2021〕1号")
    assert dict(pack.dimensions) == {"学段": ("小学", "初中")}
    assert pack.grades == (Band("优秀", Decimal("90.5")), Band("不合格", Decimal(0)))
    assert pack.vetoes == (Veto("exam_admission", "以考试方式招生", "评价办法第9条", Place(file, 15, 5)),)
    assert pack.relations == (
        Relation("r", "students > 0", "没有学生", "必改", "核对", Place(file, 17, 5)),
        Relation("s", "students < 9", "太多", "疑似", "", Place(file, 18, 5)),
    )
    assert (pack.decimals, pack.genre, pack.total, pack.points) == (0, "summary-and-plan", 100, 100)
    assert (pack.layers, pack.tailored) == ((), ())


def test_what_is_left_out_has_its_usual_value() -> None:
    pack = pack_of()

    assert (pack.decimals, pack.genre) == (2, "self-assessment")
    assert (pack.areas[1].heading, pack.indicators[0].short) == ("规范办学", "教育投入")


def test_a_source_may_be_missing_from_a_layer() -> None:
    without = HEAD.replace("source: {document: 评价办法, number: 某发〔2021〕1号}", "")

    assert pack_of(without).source == Source("")


def test_the_rules_of_all_key_points_as_written() -> None:
    found = [
        (name, [key.text for key, _node in judge.entries])
        for name, judge in packs.judges((document(AREA_1), document(AREA_2)))
    ]

    assert found == [
        ("1.1a", ["only_up"]),
        ("1.1b", ["only_up", "each_fall"]),
        ("1.2a", ["at_least"]),
        ("1.2b", ["ratio", "at_most"]),
        ("2.3a", ["deduct_per_case"]),
        ("2.3b", ["by_hand", "passes", "nearly"]),
        ("2.3c", ["checklist"]),
    ]


def test_worked_examples() -> None:
    text = "- {indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 15}, because: 恰好}\n"
    found = document(text, "cases/area-1.yaml")

    node = found.root.items[0]
    assert (
        packs.cases((found, found))
        == (Case("1.2a", node, {"verdict": "达标", "points": 15}, "恰好", Place("cases/area-1.yaml", 1, 3)),) * 2
    )
