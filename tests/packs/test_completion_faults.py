"""What keeps a pack by completion from telling how far the work is."""

import pytest
from outcomes import BANDS, items
from outcomes import pack_of as graded_pack
from work_packs import AREA_1, AREA_2, COUNTY, HEAD, pack_of, scored_of

from evalcli import packs
from evalcli.packs.completion_faults import completion_faults
from evalcli.packs.differences import differences
from evalcli.packs.lint import lint
from evalcli.packs.rubric import rubric


def told(**changed: str) -> list[tuple[str, str]]:
    return [(notice.code, notice.message) for notice in completion_faults(pack_of(**changed))]


def test_the_small_pack_is_without_fault():
    assert packs.faults(pack_of()) == ()


def test_the_year_must_have_an_end():
    found = pack_of(head=HEAD.replace(", due: 2018-12-31", ""), area_1=AREA_1.replace(", due: 2018-08-31", ""))

    assert [(notice.code, notice.message) for notice in completion_faults(found)] == [
        ("pack.due", "按完成情况评，要写明年度完成时限")
    ]


def test_without_an_end_the_period_is_the_measure():
    text = COUNTY[: COUNTY.index("ledger")]
    bare = {
        "head": HEAD.replace(", due: 2018-12-31", ""),
        "area_1": AREA_1.replace(", due: 2018-08-31", ""),
        "area_2": AREA_2.replace(", due: 2020-12-31", ""),
    }

    assert {str(task.due) for task in scored_of(text, **bare).card.ledger} == {"2018-06-30"}


def test_grades_and_points_have_no_use():
    found = pack_of(
        head=HEAD + BANDS + "vetoes: [{when: built > 0, say: 甲}]\n", area_1=AREA_1.replace("points: 0", "points: 1")
    )

    assert ("pack.completion", "按完成情况评的指标包不计分、不定等次，points、grades、vetoes 用不上") in [
        (notice.code, notice.message) for notice in packs.faults(found)
    ]


def test_a_target_cannot_be_due_before_its_work_begins():
    assert told(area_1=AREA_1.replace("due: 2018-08-31", "due: 2017-08-31")) == [
        ("pack.due", "评估要点 1.2a 的完成时限 2017-08-31 早于起算日 2018-01-01")
    ]


def test_a_day_is_written_as_due_and_not_as_a_rule():
    changed = AREA_1.replace("judge: {at_least: 100}}", "judge: {milestone: 2018-06-30, at_least: 100}}")

    assert told(area_1=changed) == [("pack.due", "评估要点 1.1a：按完成情况评的指标包用 due 写时限，不用 milestone")]


@pytest.mark.parametrize(
    "written", ["due: 2018-12-31", "from: 2018-01-01", "soft: 力争", "base: 比上年", "starts_at: 5"]
)
def test_other_packs_have_no_days(written):
    by_all = HEAD.replace("outcome: {by: completion, due: 2018-12-31}", "outcome: {by: all}")
    plain = AREA_1.replace(" soft: 争取}", "}").replace(
        "soft: 基本, base: 比上年,\n         starts_at: last(large), due: 2018-08-31", written
    )
    assert told(head=by_all, area_1=plain, area_2=AREA_2.replace(", due: 2020-12-31", "")) == [
        ("pack.due", "due、from、soft、base、starts_at 只用于按完成情况评的指标包（评估要点 1.2a）")
    ]


def test_a_kind_of_report_that_cannot_be_written():
    found = list(completion_faults(graded_pack(items(("100", "90")), BANDS + "genre: work-points\n")))

    assert [(notice.code, notice.advice) for notice in found] == [
        ("pack.genre", "能写的有：self-assessment、summary-and-plan。")
    ]


def test_a_start_is_a_formula_over_fields():
    found = packs.faults(pack_of(area_1=AREA_1.replace("last(large)", "last(huge)")))

    assert [(notice.code, notice.message) for notice in found] == [
        ("pack.unknown-field", "公式或规则用到的填报项“huge”不在 fields.yaml 里")
    ]


def test_a_target_that_is_due_after_the_year_is_a_hint():
    found = [notice for notice in lint(pack_of(), ()) if notice.code == "pack.due-later"]

    assert [notice.message for notice in found] == ["评估要点 2.1a 的完成时限 2020-12-31 晚于年度完成时限 2018-12-31"]


def test_the_templates_have_sentences_so_that_a_pack_needs_none():
    assert [notice for notice in lint(pack_of(), ()) if notice.code == "pack.no-say"] == []


def test_a_rubric_names_day_hedge_base_and_start():
    rows = {row.id: row.rule for row in rubric(pack_of())}

    assert rows["1.2a"].endswith("用语：基本；基数：比上年；起点：超大班额数（上年）；时限：2018-01-01—2018-08-31")
    assert rows["1.1a"].endswith("时限：2018-01-01—2018-12-31")


def test_another_day_is_a_difference():
    after = pack_of(area_1=AREA_1.replace("2018-08-31", "2018-07-31"))
    (line,) = differences(pack_of(), after)

    assert line.startswith("1.2a 规则：")
    assert line.endswith("时限：2018-01-01—2018-07-31")
