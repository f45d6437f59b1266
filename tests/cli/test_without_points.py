"""What a pack that gives no points prints: verdicts and reasons, and nothing about points."""

from counties import FULL, pack_without_points, scored_of

from evalcli.cli.remarks import closing
from evalcli.cli.results import FORMATS
from evalcli.cli.table import table

PACK = pack_without_points()
# 生均支出 is not filled in; 生师比 is missed; 制度落实 was judged 中, which is 基本达标.
MIXED = (
    "figures: {spending.growth: 1%, coverage: 85%, students: 13人, teachers: 1名, cases: 0起, exam_admission: 否}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf]}, 2.3c: {met: [研判, 处置]}}\n"
)
NOT_APPLICABLE = "not_applicable: {'2.3': {because: 无学校, approved: 市督导办}}\n"


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_the_table():
    printed = table(scored_of(PACK, MIXED), None)

    assert rows(printed)[:4] == [
        ["要点", "名称", "现状", "标准", "判定", "原因"],
        ["1", "投入保障"],
        ["1.1a", "教育投入", "增长1%", "只增不减", "达标"],
        [
            "1.1b",
            "教育投入",
            "只增不减",
            "缺数据",
            "缺少数据：生均支出（小学，2021年）、生均支出（小学，2020年）、生均支出（初中，2021年）、生均支出（初中，2020年）（由财政局填报）",
        ],
    ]
    assert rows(printed)[5] == ["1.2b", "普惠和师资", "13:1", "≤12.5:1", "未达标", "13:1，高于标准12.5:1，超出0.5"]
    assert rows(printed)[8] == ["2.3b", "依法", "中", "好", "基本达标", "评定为中（督导室，2022年8月20日）"]


def test_the_table_on_a_narrow_screen():
    printed = table(scored_of(PACK, MIXED, NOT_APPLICABLE), 80)

    assert rows(printed)[0] == ["要点", "名称、现状和原因", "判定"]
    assert ["2.3", "依法", "不适用"] in rows(printed)


def test_an_item_that_does_not_apply():
    assert ["2.3", "依法", "不适用", "无学校（市督导办）"] in rows(table(scored_of(PACK, MIXED, NOT_APPLICABLE), None))


def test_what_follows_the_table():
    assert closing(scored_of(PACK, MIXED)) == [
        "结论 不通过",
        "缺数据 财政局：1.1b 生均支出（小学，2021年）、生均支出（小学，2020年）、生均支出（初中，2021年）、生均支出（初中，2020年）",
        "注：基本达标 1 项、未达标 1 项、缺数据 1 项；须全部达标，结论为不通过",
        "注：没有达标的指标：1.2、2.3",
        "注：没有出现一票否决的情形",
        "注：分值为暂定。",
    ]


def test_a_grade_that_may_still_come_is_said():
    scored = scored_of(PACK, FULL.replace("    cases: 0起\n", ""))

    assert closing(scored)[:2] == ["结论 不通过–通过", "缺数据 教体局：2.3a 违规起数"]


def test_markdown():
    lines = FORMATS["md"](scored_of(PACK, MIXED, NOT_APPLICABLE)).splitlines()

    assert lines[:8] == [
        "# 青川县 2021年—2022年上半年 自评结果",
        "",
        "结论 不通过",
        "",
        "| 指标 | 名称 | 要点 | 现状 | 标准 | 判定 | 原因 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| 1.1 | 教育投入 | 1.1a | 增长1% | 只增不减 | 达标 |   |",
        "| 1.1 | 教育投入 | 1.1b |   | 只增不减 | 缺数据 | 缺少数据：生均支出（小学，2021年）、生均支出（小学，2020年）、生均支出（初中，2021年）、生均支出（初中，2020年）（由财政局填报） |",
    ]
    assert "| 2.3 | 依法 |   |   |   | 不适用 | 无学校（市督导办） |" in lines


def test_every_line_of_csv_has_all_columns():
    lines = FORMATS["csv"](scored_of(PACK, MIXED)).splitlines()

    assert {line.count(",") for line in lines} == {12}
