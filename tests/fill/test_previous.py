"""Last year's values come from last year's self-evaluation where this year's does not give them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from counties import COUNTY as NOW
from counties import FIELDS, document, pack_of
from nodes import numbers, told

from evalcli import fill, score
from evalcli.analyse import result
from evalcli.fill import from_county, from_result, with_last_year
from evalcli.model.place import Place
from evalcli.model.scorecard import Scored

PACK = pack_of()
OLD = NOW.replace("2021", "2020").replace("2022", "2021")
PLACE = Place("county.yaml", 3, 11)


def county(figures: str, head: str = NOW, pack=PACK):
    filled, notices = fill.county(pack, document(head), (document(f"figures: {figures}", "data/1.yaml"),))
    assert [notice for notice in notices if notice.code != "figure.year"] == []
    return filled


def followed(now: str, old: str, pack=PACK):
    before = from_county("../2020", pack, county(old, OLD, pack))
    return with_last_year(PACK, county(now), before, PLACE)


def test_fields_of_two_years_take_last_years_value():
    filled, notices = followed(
        "{spending: 8亿元, per_pupil: {小学: 100元}, students: 5人}",
        "{spending: 7亿元, per_pupil: {小学: 90元, 初中: 80元}, students: 4人}",
    )

    assert notices == ()
    assert numbers(filled) == {
        ("spending", ""): {2021: 8, 2020: 7},
        ("per_pupil", "小学"): {2021: 100, 2020: 90},
        ("students", ""): {2021: 5},
    }
    assert str(filled.figures["spending", ""].years[2020].place) == "../2020/data/1.yaml:1:21"
    assert [name for name in filled.inputs if name.startswith("..")] == ["../2020/county.yaml", "../2020/data/1.yaml"]


def test_a_value_that_this_year_gives_stays_and_is_compared():
    filled, notices = followed("{spending: {2021: 8亿元, 2020: 7.0001亿元}}", "{spending: 7亿元}")

    assert numbers(filled) == {("spending", ""): {2021: 8, 2020: Decimal("7.0001")}}
    assert [(n.code, str(n.level), str(n.place), n.message, n.advice) for n in notices] == [
        (
            "figure.last-year", "疑似", "data/1.yaml:1:39",
            "教育支出：上年值填的是 7.0001亿元，去年自评时是 7亿元（../2020/data/1.yaml:1:21）",
            "请财政局说明：是决算调整，还是填错了。",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["70000万元", "7.00004亿元"])
def test_values_that_agree_to_the_fields_places(last):
    _filled, notices = followed(
        "{spending: {2021: 8亿元, 2020: 7亿元}, per_pupil: {小学: {2020: 9元}}}", f"{{spending: {last}}}"
    )

    assert notices == ()


def test_a_member_is_named_and_an_office_that_is_not_known():
    fields = FIELDS.replace("decimals: 2, office: 财政局", "office: ''")
    pack = pack_of(fields=fields)
    before = from_county("../2020", pack, county("{per_pupil: {小学: 9元}}", OLD, pack))
    _filled, notices = with_last_year(
        pack, county("{per_pupil: {小学: {2021: 10元, 2020: 8元}}}", pack=pack), before, PLACE
    )

    assert [(n.message.partition("（../")[0], n.advice) for n in notices] == [
        ("生均支出（小学）：上年值填的是 8元，去年自评时是 9元", "请责任单位说明：是决算调整，还是填错了。")
    ]


def test_another_year_than_the_last_is_refused():
    filled, notices = with_last_year(
        PACK, county("{spending: 8亿元}"), from_county("..", PACK, county("{spending: 7亿元}")), PLACE
    )

    assert numbers(filled) == {("spending", ""): {2021: 8}}
    assert told(notices) == [("county.yaml:3:11", "previous 指的自评是 2021 年度的，这次要 2020 年度的，没有采用")]


def test_a_field_that_had_another_name_or_unit():
    renamed = FIELDS.replace("spending:\n", "outlay:\n", 1).replace("unit: 亿元", "unit: 万元")
    areas = [area.replace("[spending]", "[outlay]").replace("figures.spending", "figures.outlay") for area in _areas()]
    old = _pack(renamed, areas)
    filled, notices = followed("{spending: 8亿元}", "{outlay: 70000万元}", old)

    value = filled.figures["spending", ""].years[2020]
    assert (value.number, value.unit, value.factor, notices) == (7, "亿元", Fraction(1, 10000), ())


def test_a_unit_that_cannot_be_converted_gives_nothing():
    filled, _notices = followed(
        "{spending: 8亿元}", "{spending: 7人}", _pack(FIELDS.replace("unit: 亿元", "unit: 人"), _areas())
    )

    assert numbers(filled) == {("spending", ""): {2021: 8}}


def test_an_alias_finds_last_years_field():
    now = pack_of(fields=FIELDS.replace("label: 教育支出,", "label: 教育经费, aliases: [教育支出],"))
    before = from_county("../2020", PACK, county("{spending: 7亿元}", OLD))
    before = type(before)(before.name, before.year, {("old", ""): before.values["spending", ""]}, {"教育支出": "old"})
    filled, _notices = with_last_year(now, county("{spending: 8亿元}", pack=now), before, PLACE)

    assert numbers(filled) == {("spending", ""): {2021: 8, 2020: 7}}


def test_a_kept_result_gives_the_same():
    old = county("{spending: 约7亿元, student_ratio: 12.5:1, mechanisms: [研判]}", OLD)
    kept = result(Scored(PACK, old, score.county(PACK, old), (), {}))
    before = from_result("../2020.json", "abc", kept)
    filled, notices = with_last_year(PACK, county("{spending: 8亿元}"), before, PLACE)

    value = filled.figures["spending", ""].years[2020]
    assert (value.number, value.approx, value.text, value.raw, str(value.place)) == (
        7,
        "约",
        "约7亿元",
        "约7亿元",
        "../2020.json",
    )
    assert (notices, filled.inputs["../2020.json"]) == ((), "abc")


def test_a_result_from_before_results_held_values():
    assert from_result("a.json", "abc", {"period": {"year": 2020}}).values == {}
    text = {
        "field": "a",
        "label": "甲",
        "member": "",
        "typed": "乙",
        "value": None,
        "unit": "",
        "approx": "",
        "text": "乙",
    }
    assert from_result("a.json", "", {"period": {"year": 2020}, "figures": [text]}).values["a", ""].number is None


def _areas() -> list[str]:
    from counties import AREA_1, AREA_2

    return [AREA_1, AREA_2]


def _pack(fields: str, areas: list[str]):
    from counties import HEAD

    return pack_of(HEAD, fields, *areas)
