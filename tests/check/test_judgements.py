"""Judgements by hand and exemptions that somebody could defend."""

from dataclasses import replace
from decimal import Decimal

import pytest
from counties import filled_of, pack_of

from evalcli.check import judgements
from evalcli.model.pack import KeyPoint

WHOLE = "by: 督导室, on: 2022-08-20, because: 查过, evidence: [甲.pdf]"


def told(text):
    pack = pack_of()
    return [(str(n.level), n.code, n.message, n.advice) for n in judgements.notices(pack, filled_of(pack, text))]


@pytest.mark.parametrize(
    "judged", [f"2.3b: {{level: 好, {WHOLE}}}", f"2.3c: {{met: [研判], {WHOLE}}}", f"2.3c: {{met: [], {WHOLE}}}"]
)
def test_a_whole_judgement_is_fine(judged):
    assert told(f"judged: {{{judged}}}") == []


@pytest.mark.parametrize(
    ("judged", "lacking"),
    [
        ("2.3b: {}", "等级、评定人、日期、理由、佐证材料"),
        (f"2.3b: {{{WHOLE}}}", "等级"),
        (f"2.3b: {{met: [研判], {WHOLE}}}", "等级"),
        ("2.3b: {level: 好, on: 2022-08-20, because: 查过, evidence: [甲.pdf]}", "评定人"),
        ("2.3b: {level: 好, by: 督导室, because: 查过, evidence: [甲.pdf]}", "日期"),
        ("2.3b: {level: 好, by: 督导室, on: 2022-08-20, evidence: [甲.pdf]}", "理由"),
        ("2.3b: {level: 好, by: 督导室, on: 2022-08-20, because: 查过}", "佐证材料"),
        ("2.3c: {met: [研判]}", "评定人、日期、理由、佐证材料"),
    ],
)
def test_what_a_judgement_lacks_is_told(judged, lacking):
    point = judged[:4]

    expected = ("必改", "judged.incomplete", f"{point} 的评定没有写{lacking}", "补写后评定才站得住。")
    assert told(f"judged: {{{judged}}}") == [expected]


def test_a_level_that_the_pack_does_not_have_is_told_with_those_it_has():
    expected = ("必改", "judged.level", "2.3b 没有“优秀”这一等级", "可用的等级：好、中、差。")

    assert told(f"judged: {{2.3b: {{level: 优秀, {WHOLE}}}}}") == [expected]


def test_an_element_that_is_not_on_the_list_is_told_with_the_list():
    expected = ("必改", "judged.element", "2.3c 的清单里没有“预警、会商”", "清单：研判、处置。")

    assert told(f"judged: {{2.3c: {{met: [研判, 预警, 会商], {WHOLE}}}}}") == [expected]


def test_a_judgement_of_what_is_reckoned_changes_nothing_and_is_told():
    expected = ("疑似", "judged.computed", "1.2a 由数据计算，人工评定不起作用", "删去这一条；数据有误的改数据。")

    assert told(f"judged: {{1.2a: {{level: 好, {WHOLE}}}}}") == [expected]


@pytest.mark.parametrize("exemption", ["{}", "{because: 无}", "{approved: 市督导办}"])
def test_an_exemption_needs_a_reason_and_an_approver(exemption):
    expected = ("必改", "exempt.incomplete", "1.2 写了不适用，但没有写明理由或批准单位", "补写 because 和 approved。")

    assert told(f"not_applicable: {{'1.2': {exemption}}}") == [expected]


def test_a_whole_exemption_is_fine():
    assert told("not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}") == []


def test_a_judgement_by_points_needs_them():
    point = KeyPoint("2.3b", "评分", Decimal(10), "by_steps", {"by_steps": Decimal("0.5")})
    first, second = pack_of().areas
    item = replace(second.indicators[0], key_points=(point,))
    pack = replace(pack_of(), areas=(first, replace(second, indicators=(item,))))

    (notice,) = judgements.notices(pack, filled_of(pack, f"judged: {{2.3b: {{{WHOLE}}}}}"))

    assert notice.message == "2.3b 的评定没有写分数"
