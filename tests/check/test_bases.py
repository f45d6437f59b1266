"""Time bases mixed inside a formula."""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli.check import bases

MORE = """
money: {label: 经费, item: '2.3', unit: 元, basis: 财政年度, office: 财政局, meaning: 经费。}
pupils: {label: 在校生, item: '2.3', unit: 人, basis: 学年初, office: 教体局, meaning: 人数。}
plan: {label: 招生, item: '2.3', unit: 人, basis: 学年, office: 教体局, meaning: 人数。}
people: {label: 人口, item: '2.3', unit: 人, basis: 自然年, office: 公安局, meaning: 人口。}
staff: {label: 在编, item: '2.3', unit: 人, basis: 评价期末, office: 编办, meaning: 人数。}
"""


def told(field, figures, head=HEAD):
    pack = pack_of(
        head, FIELDS + MORE + f"stated: {{label: 填报, item: '2.3', office: 教体局, meaning: 数。, {field}}}\n"
    )
    return [(str(n.level), n.code, n.message, n.about.at) for n in bases.notices(pack, filled_of(pack, figures))]


ALL = "figures: {money: 5元, pupils: 4人, plan: 3人, people: 2人, staff: 1人, stated: 1.25}"


@pytest.mark.parametrize("field", ["is: plan / pupils", "is: money / staff", "unit: 人"])
def test_one_time_or_a_time_that_goes_with_any_is_fine(field):
    assert told(field, ALL.replace("stated: 1.25", "stated: 1")) == []


def test_two_times_in_one_formula_are_doubted_once():
    message = "stated 把不同时间口径的数放在一起算：经费（财政年度）、在校生（学年初）"
    assert told("is: money / pupils", ALL) == [("疑似", "figure.basis", message, "stated")]


def test_what_is_not_filled_in_is_not_mixed():
    assert told("is: money / pupils", "figures: {money: 5元}") == []


def test_a_pack_may_mean_it():
    meant = HEAD + "mixed_bases: [{bases: [财政年度, 学年], because: 办法如此。}]\n"

    assert told("is: money / pupils", ALL, meant) == []
    assert len(told("is: people / pupils", ALL, meant)) == 1


def test_relations_and_key_points_are_formulas_too():
    relation = 'relations: [{id: few, holds: "people >= pupils", say: 少了}]\n'

    assert [at for *_rest, at in told("unit: 人", ALL.replace("1.25", "1"), HEAD + relation)] == ["few"]
