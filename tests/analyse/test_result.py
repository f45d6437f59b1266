"""Results for programs."""

from dataclasses import replace

from counties import pack_of, scored_of

from evalcli.analyse import result
from evalcli.model.place import Place
from evalcli.model.trace import Step

PACK = pack_of()
MIXED = (
    "figures: {spending.growth: 0%, coverage: 85%, students: 13人, teachers: 1名, cases: 1起}\n"
    "judged: {2.3b: {level: 中, by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf], illustrative: true}}\n"
)
EXEMPT = "not_applicable: {'1.1': {because: 无投入, approved: 市督导办}}"


def test_a_result_says_all_that_a_program_may_want():
    scored = scored_of(PACK, MIXED)
    found = result(replace(scored, provenance={"tool": "evalcli", "version": "9"}))

    assert list(found) == [
        "schema_version", "provenance", "county", "period", "provisional", "illustrative", "tailored", "total", "grade", "vetoes", "areas", "at_stake", "figures",
    ]  # fmt: skip
    assert found["provenance"]["pack"] == {
        "id": "small",
        "version": "1.0.0",
        "sha256": scored.pack.sha256,
        "layers": [],
    }
    assert list(found["provenance"]["inputs"]) == ["county.yaml", "data/1.yaml"]
    assert found["county"] == {"name": "青川县", "code": "510822"}
    assert found["period"] == {"from": "2021-01-01", "to": "2022-06-30", "year": 2021}
    assert found["total"] == {"earned": "47.00", "open": "30.00", "full": "100.00"}
    assert (found["grade"]["settled"], found["grade"]["possible"], found["grade"]["certain"]) == (
        "不合格",
        "合格",
        False,
    )
    assert found["vetoes"] == [{"say": "以考试方式招生", "hit": None}]
    # 1.1b waits for four figures; 2.3c for people
    assert found["at_stake"][0] == {
        "field": "生均支出（小学，2021年）",
        "office": "财政局",
        "items": ["1.1b"],
        "points": "20.00",
    }
    assert len(found["at_stake"]) == 4
    assert [(area["id"], area["earned"], len(area["items"])) for area in found["areas"]] == [
        ("1", "35.00", 2),
        ("2", "12.00", 1),
    ]


def test_a_result_holds_the_values_of_its_year_for_the_next():
    figures = result(
        scored_of(PACK, "figures: {per_pupil: {小学: {2021: 约100元, 2020: 90元}}, student_ratio: 12.5:1}")
    )["figures"]

    assert figures == [
        {"field": "per_pupil", "label": "生均支出", "member": "小学", "typed": "约100元", "value": "100", "unit": "元", "approx": "约", "text": "约100元"},
        {"field": "student_ratio", "label": "生师比", "member": "", "typed": "12.5:1", "value": "25/2", "unit": "比", "approx": "", "text": "12.5:1"},
    ]  # fmt: skip


def point(text, number, item=1, area=0):
    return result(scored_of(PACK, text))["areas"][area]["items"][item]["points"][number]


def test_a_key_point_carries_its_trace_with_places():
    assert point(MIXED, 1) == {
        "id": "1.2b", "text": "生师比不高于12.5比1", "rule": "ratio", "verdict": "未达标", "value": "13:1", "standard": "≤12.5:1",
        "earned": "0.00", "full": "15.00", "reason": "13:1，高于标准12.5:1，超出0.5，不得分",
        "trace": [
            {
                "label": "学生数：教师数", "value": "13:1", "how": "13人 ÷ 1名",
                "parts": [
                    {"label": "学生数", "value": "13人", "place": {"file": "data/1.yaml", "line": 1, "column": 57}},
                    {"label": "教师数", "value": "1名", "place": {"file": "data/1.yaml", "line": 1, "column": 72}},
                ],
            }
        ],
    }  # fmt: skip


def test_a_key_point_without_data_names_fields_and_offices():
    found = point("{}", 1)

    assert (found["earned"], found["missing"]) == (
        None,
        {"fields": ["学生数", "教师数"], "offices": ["教体局", "编办"]},
    )


def test_a_judged_key_point_names_its_judge():
    assert point(MIXED, 1, item=0, area=1)["judged"] == {
        "level": "中", "points": None, "by": "督导室", "on": "2022-08-20", "because": "查过", "evidence": ["甲.pdf"], "illustrative": True,
    }  # fmt: skip


def test_a_judgement_without_a_day_has_none():
    assert point("judged: {2.3b: {level: 中}}", 1, item=0, area=1)["judged"]["on"] is None


def test_an_exempted_item_says_why():
    item = result(scored_of(PACK, EXEMPT))["areas"][0]["items"][0]

    assert (item["verdict"], item["points"], item["exemption"]) == (
        "不适用",
        [],
        {"because": "无投入", "approved": "市督导办"},
    )
    assert (item["earned"], item["full"]) == ("0.00", "0.00")


def test_a_converted_figure_says_what_was_typed():
    part = point("figures: {spending: {2021: 93450万元, 2020: 9.2亿元}}", 0, item=0)["trace"][0]["parts"]

    assert part == [
        {
            "label": "教育支出（2021年）", "value": "9.3450亿元", "conversion": "93450万元 = 9.3450亿元，÷10000",
            "place": {"file": "data/1.yaml", "line": 1, "column": 28},
        },
        {"label": "教育支出（2020年）", "value": "9.2000亿元", "place": {"file": "data/1.yaml", "line": 1, "column": 43}},
    ]  # fmt: skip


def test_a_cell_of_a_workbook_names_its_sheet():
    scored = scored_of(PACK, MIXED)
    area, *rest = scored.card.areas
    item = area.items[1]
    first, second = item.points
    step = Step("学生数", "13人", place=Place("填报表.xlsx", 17, 6, sheet="学校"))
    changed = replace(first, judgement=replace(first.judgement, steps=(step,)))
    area = replace(area, items=(replace(item, points=(changed, second)),))
    found = result(replace(scored, card=replace(scored.card, areas=(area, *rest))))

    place = {"file": "填报表.xlsx", "line": 17, "column": 6, "sheet": "学校"}
    assert found["areas"][0]["items"][0]["points"][0]["trace"] == [{"label": "学生数", "value": "13人", "place": place}]
