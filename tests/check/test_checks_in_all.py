"""All checks over one county: no false alarms, and every doubt in one run."""

import pytest
from counties import AREA_1, FIELDS, FULL, HEAD, filled_of, pack_of

from evalcli import check


def found(pack, *texts):
    return [(str(notice.level), notice.code, notice.message) for notice in check.county(pack, filled_of(pack, *texts))]


def test_a_county_that_filled_in_everything_hears_nothing():
    assert found(pack_of(), FULL) == []


def test_a_county_that_filled_in_nothing_hears_what_it_owes_and_nothing_worse():
    notices = found(pack_of())

    assert {(level, code) for level, code, _message in notices} == {("提示", "data.missing")}
    assert [message for _level, _code, message in notices] == [
        "缺填报项“教育支出”（spending），涉及：1.1",
        "缺填报项“生均支出”（per_pupil），涉及：1.1",
        "缺填报项“普惠率”（coverage），涉及：1.2",
        "缺填报项“学生数”（students），涉及：1.2",
        "缺填报项“教师数”（teachers），涉及：1.2",
        "缺填报项“违规起数”（cases），涉及：2.3",
        "缺填报项“是否考试招生”（exam_admission），涉及：一票否决",
    ]


def test_all_doubts_are_told_in_one_run():
    notices = found(
        pack_of(),
        "figures: {spending: {2021: 2亿元, 2020: 1亿元}, spending.growth: 50%, coverage: 94%, coverage_target: 91%}\n"
        "text: {'1.1': [{head: 甲, say: '[[nothing]]，2022年8月建成。'}]}\n"
        "problems: [{item: '7.7', head: 乙, say: 丙}]\n"
        "judged: {2.3b: {level: 优}}",
    )

    assert [code for _level, code, _message in notices if code != "data.missing"] == [
        "text.unknown-figure",
        "judged.incomplete",
        "judged.level",
        "target.below-present",
        "growth.differs",
        "text.after-period",
        "plan.none",
        "plan.item",
    ]


@pytest.mark.parametrize("declared", ["否", "是"])
def test_a_required_field_is_asked_for_even_where_no_rule_needs_it(declared):
    fields = (
        FIELDS
        + "pupils_fed: {label: 供餐人数, item: '2.3', unit: 人, office: 教体局, required: true, meaning: 供餐。}\n"
    )
    pack = pack_of(HEAD, fields)

    notices = found(pack, FULL.replace("exam_admission: 否", f"exam_admission: {declared}"))

    assert notices == [("提示", "data.missing", "缺填报项“供餐人数”（pupils_fed），涉及：2.3")]


def test_what_only_exempted_items_need_is_not_asked_for():
    notices = found(
        pack_of(), "not_applicable: {'1.1': {because: 无, approved: 市}, '1.2': {because: 无, approved: 市}}"
    )

    assert [message for _level, _code, message in notices] == [
        "缺填报项“违规起数”（cases），涉及：2.3",
        "缺填报项“是否考试招生”（exam_admission），涉及：一票否决",
    ]


def test_a_field_that_several_items_need_is_asked_for_once():
    second = (
        AREA_1.replace('id: "1"\n', 'id: "2"\n').replace('"1.1"', '"2.1"').replace('"1.2"', '"2.2"').replace("40", "20")
    )
    second = (
        second.replace("points: 30", "points: 10")
        .replace("points: 15", "points: 5")
        .replace("points: 20,", "points: 10,")
    )
    pack = pack_of(HEAD, FIELDS, AREA_1, second)

    assert found(pack)[0] == ("提示", "data.missing", "缺填报项“教育支出”（spending），涉及：1.1、2.1")
