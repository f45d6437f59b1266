"""What pack.yaml says about the way from points to the grade."""

from decimal import Decimal

from outcomes import BANDS, HEAD, document, items, levels, pack_of

from evalcli.model.pack import Condition, Extra, Outcome, Rung
from evalcli.read import schema, shape

WHOLE = """
points: 100
grades: {优秀: 90, 良好: 80, 合格: 65, 不合格: 0}
eligible: [{when: years >= 3, say: 认定满三年}]
stops: [{when: fraud, say: 弄虚作假, source: 办法第9条}]
outcome: {by: points, not_applicable: keep}
bonus: {most: 20, items: [{value: model, say: 示范县, source: 办法第8条}]}
requires: [{when: total >= 85, grade: 优秀, say: 85分}]
vetoes: [{when: fraud, say: 弄虚作假}]
caps: [{when: class_d > 0, at_most: 良好, say: 危房}]
lowered: [{when: accident, say: 事故}, {when: decline, say: 下降, each: true}]
combine: {self: 20%, preliminary: 30.5%, final: 49.5%}
"""


def bare(conditions):
    return tuple((one.when, one.say, one.grade, one.each, one.source) for one in conditions)


def test_everything_that_a_pack_may_say():
    found = pack_of(items(("100", "90")), WHOLE)
    how = found.outcome

    assert (how.by, how.rescale, how.most_bonus, found.total) == ("points", False, 20, 100)
    assert bare(how.eligible) == (("years >= 3", "认定满三年", "", False, ""),)
    assert bare(how.stops) == (("fraud", "弄虚作假", "", False, "办法第9条"),)
    assert bare(how.requires) == (("total >= 85", "85分", "优秀", False, ""),)
    assert bare(how.caps) == (("class_d > 0", "危房", "良好", False, ""),)
    assert bare(how.lowered) == (("accident", "事故", "", False, ""), ("decline", "下降", "", True, ""))
    assert how.combine == {"self": Decimal(20), "preliminary": Decimal("30.5"), "final": Decimal("49.5")}
    (extra,) = how.bonus
    assert (extra.value, extra.say, extra.source, extra.place.line) == ("model", "示范县", "办法第8条", 14)


def test_every_spelling_of_yamls_true_counts():
    found = pack_of(items(("100", "90")), WHOLE.replace("each: true", "each: True"))

    assert [one.each for one in found.outcome.lowered] == [False, True]


def test_a_condition_knows_where_it_stands():
    (condition,) = pack_of(items(("100", "90")), WHOLE).outcome.eligible

    assert (condition.place.file, condition.place.line, condition.place.column) == ("pack.yaml", 11, 12)


def test_what_is_not_said_is_by_points_without_conditions():
    found = pack_of(items(("100", "90")))

    assert found.outcome == Outcome()
    assert (found.total, found.outcome.by, found.outcome.rescale) == (100, "points", True)


def test_levels_stand_the_highest_first():
    found = pack_of(
        levels(3, 0), "points: 0\noutcome: {by: levels, levels: {巩固: 1, 创优: 3, 提高: 2}, failed: 未通过}\n"
    )

    assert found.outcome.levels == (Rung("创优", 3), Rung("提高", 2), Rung("巩固", 1))
    assert (found.ladder, found.total) == (("创优", "提高", "巩固", "未通过"), 0)


def test_equal_conditions_are_equal():
    assert Condition("a", "b") == Condition("a", "b", grade="", each=False)
    assert Extra("a", "b") == Extra("a", "b", source="")


def test_the_schema_lets_all_of_it_pass():
    assert shape(document(HEAD + WHOLE, "pack.yaml"), schema("pack")) == ()
    assert shape(document(HEAD + "points: 100\n" + BANDS, "pack.yaml"), schema("pack")) == ()


def test_the_schema_refuses_the_rest():
    wrong = (
        WHOLE.replace("30.5%", "30.5")
        .replace("most: 20, ", "")
        .replace("by: points", "by: luck")
        .replace("at_most", "most")
    )
    found = [notice.message for notice in shape(document(HEAD + wrong, "pack.yaml"), schema("pack"))]

    assert found == [
        "“outcome › by”不能是“luck”",
        "“bonus”缺少“most”",
        "“caps › 第1项”缺少“at_most”",
        "“caps › 第1项”里没有“most”这个键",
        "“combine › preliminary”应当是文字，现在是“30.5”",
    ]
