"""From key points to the grade."""

from random import Random

import pytest
from counties import AREA_1, AREA_2, FIELDS, FULL, HEAD, pack_of, scored_of
from hypothesis import given
from hypothesis import strategies as st

from evalcli.model.facts import Verdict
from evalcli.model.notice import Stopped
from evalcli.model.scorecard import VetoResult

PACK = pack_of()
EXEMPT = "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}"


def test_a_full_county_has_all_points():
    card = scored_of(PACK, FULL).card

    assert (card.earned, card.open, card.full, card.grade.settled) == (100, 0, 100, "优秀")
    assert card.vetoes == (VetoResult("以考试方式招生", hit=False, source="评价办法第9条"),)


def test_totals_are_the_sums_of_the_printed_points():
    # 20 + (20 − 10) + 15 + 0 + (10 − 4) + 10 × 60% + 10 × 1/2
    card = scored_of(
        PACK,
        "figures: {spending.growth: 0%, per_pupil.growth: {小学: 1%, 初中: -1%}, coverage: 85%, students: 12.6人, teachers: 1名, cases: 1起}\n"
        "judged: {2.3b: {level: 中}, 2.3c: {met: [研判]}}",
    ).card

    assert [point.earned for item in card.items for point in item.points] == [20, 10, 15, 0, 6, 6, 5]
    assert ([item.earned for item in card.items], [area.earned for area in card.areas], card.earned) == (
        [30, 15, 17],
        [45, 17],
        62,
    )


@pytest.mark.parametrize(("declared", "hit", "settled"), [("是", True, "不合格"), ("否", False, "优秀")])
def test_a_veto_is_declared_by_yes_or_no(declared, hit, settled):
    card = scored_of(PACK, FULL.replace("exam_admission: 否", f"exam_admission: {declared}")).card

    assert (card.vetoes[0].hit, card.grade.settled) == (hit, settled)


def test_a_veto_formula_that_cannot_be_reckoned_is_the_packs_fault():
    pack = pack_of(HEAD.replace("when: exam_admission", "when: students + repairs > 0"))

    with pytest.raises(Stopped) as stopped:
        scored_of(pack, "figures: {students: 1人, repairs: 1万元}")

    (notice,) = stopped.value.notices
    assert notice.message == "一票否决“以考试方式招生”的公式算不下去：单位不同，不能相加减或比较：“人”和“万元”"
    assert (notice.code, notice.advice, notice.place.line) == ("pack.formula", "请指标包作者核对公式和单位。", 13)


def test_an_item_that_does_not_apply_drops_out_of_the_points_to_be_had():
    card = scored_of(PACK, FULL, EXEMPT).card

    item = card.items[1]
    assert (item.verdict, item.full, item.earned, item.open, item.points) == (Verdict.NOT_APPLICABLE, 0, 0, 0, ())
    assert (card.full, card.earned, card.grade.how) == (
        70, 70, ("已定 70 分", "适用指标共 70 分，已定 70 分，折合百分制 100 分，达到优秀线 90 分", "没有出现一票否决的情形"),
    )  # fmt: skip


def test_the_order_of_areas_changes_no_points():
    turned = pack_of(HEAD, FIELDS, AREA_2, AREA_1)
    text = "figures: {coverage: 90%, cases: 1起}"

    one, other = scored_of(PACK, text).card, scored_of(turned, text).card

    assert (one.earned, one.open, one.grade) == (other.earned, other.open, other.grade)
    assert {item.indicator.id: item.earned for item in one.items} == {
        item.indicator.id: item.earned for item in other.items
    }


@given(st.integers())
def test_the_order_of_files_and_figures_changes_nothing(seed):
    figures = ["{coverage: 90%}", "{cases: 1起}", "{students: 100人}", "{teachers: 9名}", "{spending.growth: 1%}"]
    turned = Random(seed).sample(figures, len(figures))

    one = scored_of(PACK, *(f"figures: {text}" for text in figures)).card
    other = scored_of(PACK, *(f"figures: {text}" for text in turned)).card

    assert [point.earned for item in one.items for point in item.points] == [
        point.earned for item in other.items for point in item.points
    ]


GIVEN = {
    "spending.growth": "1%", "per_pupil.growth": "{小学: 1%, 初中: 1%}", "coverage": "94%", "students": "100人",
    "teachers": "9名", "cases": "0起",
}  # fmt: skip


@given(st.sets(st.sampled_from(sorted(GIVEN))))
def test_what_is_missing_never_scores_and_is_never_lost(kept):
    text = ", ".join(f"{name}: {GIVEN[name]}" for name in sorted(kept))
    card = scored_of(PACK, f"figures: {{{text}}}" if text else "{}").card

    for point in (point for item in card.items for point in item.points):
        if point.judgement.verdict in (Verdict.NO_DATA, Verdict.PENDING):
            assert (point.earned, point.open, point.lost) == (None, point.key_point.points, 0)
        else:
            assert point.open == 0
            assert point.earned + point.lost == point.key_point.points
    assert card.earned + card.open <= card.full
    assert card.earned == sum(item.earned for item in card.items)
