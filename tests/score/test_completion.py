"""A word beside every verdict: done, on time, missed, not due yet; and the rate of completion as the result."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work_packs import AREA_1, COUNTY, scored_of

from evalcli.model.completion import Status
from evalcli.model.facts import Verdict
from evalcli.score.completion import worst_status

# The county with no ledger and no exemption: dates are the pack's own.
BARE = COUNTY[: COUNTY.index("not_applicable")]


def at(end: str, figures: str, level: str = "") -> str:
    """Return a county file with these figures on the evening of a day, and what people say of the training plan."""
    judged = f"judged: {{2.2a: {{level: {level}, by: 人事科, because: 查过}}}}\n" if level else ""
    head = BARE[: BARE.index("figures")].replace("to: 2018-06-30", f"to: {end}")
    return f"{head}figures: {{{figures}}}\n{judged}"


def point(text: str, name: str, **changed: str):
    """Return the result of one key point."""
    found = scored_of(text, **changed)
    return next(one for item in found.card.items for one in item.points if one.key_point.id == name)


def told(text: str, name: str) -> tuple[str, str, str]:
    found = point(text, name)
    assert found.standing
    return str(found.judgement.verdict), str(found.standing.status), found.judgement.reason


@pytest.mark.parametrize(
    ("end", "built", "verdict", "status", "reason"),
    [
        ("2018-12-31", "100所", "达标", "完成", "100所，达到标准100所"),
        ("2018-03-31", "100所", "达标", "完成", "100所，达到标准100所"),
        ("2018-12-31", "99所", "未达标", "未完成", "99所，低于标准100所，差1所；2018年12月31日已到期"),
        # 181 of 365 days are gone: 49.59 %.
        ("2018-06-30", "50所", "待评定", "按序时推进", "50所，低于标准100所，差50所；2018年12月31日到期，未到期，进度50%，时间过去49.6%"),
        ("2018-06-30", "49所", "待评定", "未到期", "49所，低于标准100所，差51所；2018年12月31日到期，未到期，进度49%，时间过去49.6%"),
        ("2018-12-30", "99所", "待评定", "未到期", "99所，低于标准100所，差1所；2018年12月31日到期，未到期，进度99%，时间过去99.7%"),
    ],
)  # fmt: skip
def test_a_number_and_its_day(end, built, verdict, status, reason):
    assert told(at(end, f"built: {built}"), "1.1a") == (verdict, status, reason)


def test_there_is_no_pace_before_the_time_has_begun():
    area = AREA_1.replace("judge: {at_least: 100}}", "judge: {at_least: 100}, from: 2018-07-01}", 1)

    assert point(at("2018-06-30", "built: 0所"), "1.1a", area_1=area).judgement.reason == (
        "0所，低于标准100所，差100所；2018年12月31日到期，未到期"
    )


def test_what_nobody_filled_in_is_missing_whatever_the_day():
    for end in ("2018-06-30", "2018-12-31"):
        assert told(at(end, "audited: 1%"), "1.1a") == (
            "缺数据",
            "缺数据",
            "缺少数据：建成标准化学校数（由计财科填报）",
        )


def test_a_soft_target_that_is_missed_says_so_and_is_missed():
    found = point(at("2018-12-31", "audited: 99%"), "1.1b")

    assert found.judgement.standard == "争取≥100%"
    assert found.judgement.verdict is Verdict.MISSED
    assert (
        found.judgement.reason == "99%，低于标准100%，差1个百分点；2018年12月31日已到期；文件对这一目标的用语是“争取”"
    )


@pytest.mark.parametrize(
    ("end", "large", "status", "reached"),
    [
        # From 20 down to 0, due on 31 August: 181 of 243 days are gone, 74.49 %.
        ("2018-06-30", "{2018: 5个, 2017: 20个}", "按序时推进", Fraction(3, 4)),
        ("2018-06-30", "{2018: 6个, 2017: 20个}", "未到期", Fraction(7, 10)),
        ("2018-06-30", "{2018: 25个, 2017: 20个}", "未到期", Fraction(0)),
        ("2018-06-30", "{2018: 6个}", "未到期", None),
        ("2018-06-30", "{2018: 6个, 2017: 0个}", "未到期", None),
        ("2018-06-30", "{2018: 0个, 2017: 20个}", "完成", Fraction(1)),
        ("2018-08-31", "{2018: 1个, 2017: 20个}", "未完成", Fraction(19, 20)),
    ],
)
def test_a_number_that_must_fall_needs_a_start(end, large, status, reached):
    found = point(at(end, f"large: {large}"), "1.2a")

    assert found.standing
    assert (str(found.standing.status), found.standing.reached, found.standing.due) == (
        status,
        reached,
        date(2018, 8, 31),
    )
    assert found.judgement.standard == "基本≤0个（比上年）"


def test_without_a_start_a_number_that_must_fall_has_no_way():
    found = point(at("2018-06-30", "large: 5个"), "1.2a", area_1=AREA_1.replace("         starts_at: last(large),", ""))

    assert found.standing
    assert (found.standing.status, found.standing.reached) == (Status.NOT_DUE, None)


def test_a_number_that_was_overshot_is_on_no_way():
    exact = AREA_1.replace("value: built, judge: {at_least: 100}", "value: built, judge: {equal_to: 100}")
    found = point(at("2018-06-30", "built: 101所"), "1.1a", area_1=exact)

    assert found.standing
    assert (found.standing.status, found.standing.reached) == (Status.NOT_DUE, None)


@pytest.mark.parametrize(
    ("end", "level", "verdict", "status"),
    [
        ("2018-06-30", "完成", "达标", "完成"),
        ("2018-06-30", "按序时推进", "待评定", "按序时推进"),
        ("2018-06-30", "未完成", "待评定", "未到期"),
        ("2018-12-31", "按序时推进", "基本达标", "未完成"),
        ("2018-12-31", "未完成", "未达标", "未完成"),
        ("2018-12-31", "", "待评定", "缺数据"),
        ("2018-06-30", "很好", "待评定", "缺数据"),
    ],
)
def test_what_people_say_of_a_task(end, level, verdict, status):
    assert told(at(end, "built: 1所", level), "2.2a")[:2] == (verdict, status)


def test_work_that_has_not_begun_and_work_due_before_it_began():
    later = AREA_1.replace("judge: {at_least: 100}, soft", "judge: {at_least: 100}, from: 2018-09-01, soft")
    found = point(at("2018-06-30", "audited: 0%"), "1.1b", area_1=later)
    odd = point(at("2018-06-30", "audited: 0%"), "1.1b", area_1=later.replace("from: 2018-09-01", "from: 2019-09-01"))

    assert found.standing
    assert odd.standing
    assert (found.standing.gone, found.standing.status) == (0, Status.ON_TRACK)
    assert odd.standing.gone == 1


def test_a_county_may_ask_for_more_speed_but_not_take_more_time():
    own = at("2018-06-30", "built: 50所") + "ledger: {'1.1': {by: 2018-11-30}, 1.1b: {office: 审计科}}\n"
    found = [point(own, name).standing for name in ("1.1a", "1.1b")]

    assert [one and one.due for one in found] == [date(2018, 11, 30), date(2018, 11, 30)]


def test_the_word_of_an_item_is_the_worst_of_its_targets():
    card = scored_of().card

    assert [(item.indicator.id, str(item.status), str(item.verdict)) for item in card.items] == [
        ("1.1", "未到期", "待评定"),
        ("1.2", "未到期", "待评定"),
        ("2.1", "按序时推进", "待评定"),
        ("2.2", "按序时推进", "待评定"),
        ("2.3", "不适用", "不适用"),
    ]
    assert worst_status([Status.DONE, Status.UNDONE, Status.NO_DATA]) is Status.UNDONE


def test_the_result_is_a_rate():
    text = at("2018-12-31", "built: 100所, audited: 100%, large: {2018: 3个, 2017: 20个}, toddlers: 84%", "完成")
    grade = scored_of(text + "not_applicable: {'2.3': {because: 无, approved: 省}}\n").card.grade

    assert (grade.settled, grade.possible, grade.certain) == ("完成率50%（2/4）", "完成率75%（3/4）", False)
    assert grade.how == (
        "完成率＝完成÷（全部－不适用）＝2÷4",
        "按评估要点计，5 个中完成 3 个",
        "还没有完成、仍可能完成的有 1 项，全部完成时为完成率75%（3/4）",
    )


def test_a_result_that_nothing_can_change_is_certain():
    text = at("2018-12-31", "built: 100所, audited: 100%, large: {2018: 0个, 2017: 20个}, toddlers: 85%", "未完成")
    grade = scored_of(text + "not_applicable: {'2.3': {because: 无, approved: 省}}\n").card.grade

    assert (grade.settled, grade.certain, len(grade.how)) == ("完成率75%（3/4）", True, 2)


def test_where_nothing_applies_there_is_no_rate():
    none = ", ".join(f"'{name}': {{because: 无, approved: 省}}" for name in ("1.1", "1.2", "2.1", "2.2", "2.3"))
    grade = scored_of(f"{at('2018-12-31', 'built: 1所')}not_applicable: {{{none}}}\n").card.grade

    assert (grade.settled, grade.possible, grade.how) == ("没有适用的任务", "没有适用的任务", ())


@given(
    built=st.integers(0, 200),
    level=st.sampled_from(("完成", "按序时推进", "未完成", "")),
    on=st.dates(date(2018, 1, 1), date(2019, 12, 31)),
)
def test_no_word_contradicts_its_verdict(built, level, on):
    card = scored_of(at(str(on), f"built: {built}所, audited: {built % 101}%", level)).card
    for one in (point for item in card.items for point in item.points):
        assert one.standing
        due, verdict = one.standing.due <= on, one.judgement.verdict
        assert {
            Status.DONE: verdict is Verdict.MET,
            Status.UNDONE: due and verdict in (Verdict.MISSED, Verdict.NEARLY),
            Status.ON_TRACK: not due and verdict is Verdict.PENDING,
            Status.NOT_DUE: not due and verdict is Verdict.PENDING,
            Status.NO_DATA: verdict in (Verdict.NO_DATA, Verdict.PENDING),
        }[one.standing.status]
        assert 0 <= one.standing.gone <= 1
