"""From key points to the grade."""

from decimal import Decimal
from random import Random

import pytest
from counties import AREA_1, AREA_2, FIELDS, FULL, HEAD, pack_of, scored_of
from hypothesis import given
from hypothesis import strategies as st

from evalcli import score
from evalcli.model.facts import Verdict
from evalcli.model.notice import Stopped
from evalcli.model.scorecard import VetoResult

PACK = pack_of()
EXEMPT = "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}"


def grade(earned, still="0", full="100", vetoes=()):
    return score.grade(PACK, Decimal(earned), Decimal(still), Decimal(full), vetoes)


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
    assert ([item.earned for item in card.items], [area.earned for area in card.areas], card.earned) == ([30, 15, 17], [45, 17], 62)


@pytest.mark.parametrize(
    ("earned", "settled"),
    [("100", "优秀"), ("90", "优秀"), ("89.99", "良好"), ("80", "良好"), ("79.99", "合格"), ("65", "合格"), ("64.99", "不合格"), ("0", "不合格")],
)
def test_the_edges_of_the_grades(earned, settled):
    assert grade(earned).settled == settled


@pytest.mark.parametrize(
    ("earned", "full", "settled", "share"),
    [
        ("63", "70", "优秀", "90"),
        # 62.99 ÷ 70 = 89.98571… %
        ("62.99", "70", "良好", "89.99"),
        ("45.5", "70", "合格", "65"),
        ("0", "0", "不合格", "0"),
        # 62.9999 ÷ 70 = 89.99985… %, which two places would print as 90
        ("62.9999", "70", "良好", "89.9999"),
    ],
)
def test_the_edges_where_items_do_not_apply(earned, full, settled, share):
    found = grade(earned, full=full)

    line = {"优秀": 90, "良好": 80, "合格": 65, "不合格": 0}[settled]
    assert found.how == (f"适用指标共 {full} 分，已定 {earned} 分，折合百分制 {share} 分，达到{settled}线 {line} 分",)


def test_what_is_open_is_told_with_the_grade_that_it_may_still_bring():
    found = grade("78", still="12")

    assert (found.settled, found.possible, found.certain) == ("合格", "优秀", False)
    assert found.how == ("已定 78 分，达到合格线 65 分", "另有 12 分待定，全部得到时为优秀")


def test_what_is_open_may_change_nothing():
    assert grade("92", still="8").certain


def test_a_veto_brings_the_lowest_grade_whatever_is_open():
    hit = (VetoResult("弄虚作假", hit=True), VetoResult("考试招生", hit=False))

    found = grade("95", still="5", vetoes=hit)

    assert (found.settled, found.possible) == ("不合格", "不合格")
    assert found.how[-1] == "一票否决：弄虚作假，等次降为不合格"


def test_a_veto_that_nobody_declared_is_said():
    found = grade("95", vetoes=(VetoResult("弄虚作假", hit=None), VetoResult("考试招生", hit=None)))

    assert found.settled == "优秀"
    assert found.how[-1] == "一票否决事项未申报：弄虚作假、考试招生；等次为暂定"


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
    assert (card.full, card.earned, card.grade.how) == (70, 70, ("适用指标共 70 分，已定 70 分，折合百分制 100 分，达到优秀线 90 分",))


def test_the_order_of_areas_changes_no_points():
    turned = pack_of(HEAD, FIELDS, AREA_2, AREA_1)
    text = "figures: {coverage: 90%, cases: 1起}"

    one, other = scored_of(PACK, text).card, scored_of(turned, text).card

    assert (one.earned, one.open, one.grade) == (other.earned, other.open, other.grade)
    assert {item.indicator.id: item.earned for item in one.items} == {item.indicator.id: item.earned for item in other.items}


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
