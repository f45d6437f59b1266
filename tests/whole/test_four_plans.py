"""Four plans of education bureaus from pack to report: every measurable target is there, and rules by size and by condition hold."""

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
from command_line import evalcli
from golden import agrees
from outline import outline

from evalcli import flow
from evalcli.criteria import load_pack
from evalcli.formula.aggregates import reckon
from evalcli.formula.parse import parse
from evalcli.publish import publish

ROOT = Path(__file__).resolve().parents[2]
PLANS = ["hengyang-2018", "qingyuan-2022", "jilin-2008", "yangshan-2019"]
STATUSES = ["完成", "按序时推进", "未完成", "未到期", "缺数据"]
TARGETS = Path(__file__).with_name("plan_targets.tsv")


@pytest.fixture(params=PLANS)
def plan(request):
    return ROOT / "examples" / request.param


@pytest.fixture
def scored(plan):
    return flow.score_county(plan / "county.yaml")


def test_the_scorecard(plan, update):
    result = evalcli("score", "--format", "json", str(plan))

    agrees(plan / "expected" / "scorecard.json", result.out, update=update)
    assert result.code == 0


def test_the_notices(plan, update):
    result = evalcli("check", str(plan))

    agrees(plan / "expected" / "notices.txt", result.out + result.err, update=update)
    assert result.code == 0


def test_the_report(plan, scored, update):
    draft, missing = flow.draft_report(scored, plan)

    assert missing == ()
    agrees(plan / "expected" / "report.md", publish(draft, "md").decode(), update=update)
    agrees(plan / "expected" / "report.outline.txt", outline(publish(draft, "docx")), update=update)


def test_every_status_occurs(scored):
    assert [status for status, _count in scored.card.tally.listed] == STATUSES


def test_the_words_of_our_own_templates_are_not_doubted(plan):
    codes = {notice.code for notice in flow.proofread_report(flow.read_county(plan / "county.yaml"))}

    assert codes & {"draft.section", "draft.two-values", "draft.figure-differs"} == set()


def test_what_is_not_done_is_told_by_its_targets_and_not_guessed(scored):
    """A sentence about several targets, or about what people judged, cannot know which of them failed, or how."""
    guessing = [
        indicator.id
        for indicator in scored.pack.indicators
        if len(indicator.key_points) > 1 or indicator.key_points[0].rule == "by_hand"
        if not indicator.say["未完成"].lstrip("“").startswith(indicator.short)
    ]

    assert guessing == []


def targets():
    with TARGETS.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]


def asked(point):
    """Return what a key point asks for, as the table writes it."""
    fixed = {"complete": "100%", "none_of": "0", "only_down": "", "by_hand": ""}
    given = point.parameters
    if point.rule == "change":
        return str(given.get("at_least", given.get("at_most")))
    return fixed.get(point.rule, str(given[point.rule]))


@pytest.mark.parametrize(("name", "point", "rule", "wanted", "soft", "base", "due"), targets())
def test_every_measurable_target_is_a_key_point(name, point, rule, wanted, soft, base, due):
    items = load_pack(f"workpoints-{name}").indicators
    found = next(one for item in items for one in item.key_points if one.id == point)

    assert (found.rule, asked(found), found.soft, found.base, f"{found.due}") == (rule, wanted, soft, base, due)


# By hand: pupils × multiple < 100 for 4n (1–20) all; 3n (21–50) up to 33; 1.5n (51–80) up to 66; 1.2n (81–99) up to 83.
FEWER = {*range(1, 34), *range(51, 67), *range(81, 84)}


class _School:
    """A school of so many pupils, with a standard of 1000 yuan a pupil."""

    name = "一小"

    def __init__(self, pupils: int) -> None:
        self._columns = {"pupils": pupils, "standard": 1000, "granted": 0, "independent": 0}

    def number(self, column: str, _member: str) -> Fraction:
        """Return the value of a column."""
        return Fraction(self._columns[column])


@pytest.fixture
def funding():
    points = load_pack("workpoints-yangshan-2019").indicators
    return {point.id: point.parameters["no_school"] for item in points for point in item.key_points if point.table}


def test_the_multiples_give_fewer_pupils_than_a_hundred_to_these_schools(funding):
    rule = parse(funding["3.2c"]).root

    assert {pupils for pupils in range(1, 301) if reckon(rule, _School(pupils))} == FEWER


@pytest.mark.parametrize(
    ("pupils", "counted"),
    [(1, 4), (20, 80), (21, 63), (33, 99), (34, 102), (50, 150), (51, "76.5"), (66, 99), (67, "100.5"), (80, 120),
     (81, "97.2"), (83, "99.6"), (84, "100.8"), (99, "118.8"), (100, 100)],
)  # fmt: skip
def test_the_multiples_are_those_of_the_school_as_a_whole(funding, pupils, counted):
    multiple = funding["3.2a"].partition("standard * ")[2]

    assert reckon(parse(multiple).root, _School(pupils)) == Fraction(counted)


def test_the_floor_makes_up_for_the_multiples(funding):
    rule = parse(funding["3.2d"]).root

    assert not any(reckon(rule, _School(pupils)) for pupils in range(1, 301))


def point_of(folder: Path, id_: str) -> dict[str, str]:
    """Return one key point of a county's result."""
    result = json.loads(evalcli("score", "--format", "json", str(folder)).out)
    points = [point for area in result["areas"] for item in area["items"] for point in item["points"]]
    return next(point for point in points if point["id"] == id_)


def test_which_schools_are_short_is_said_by_name():
    floor, fewer = (point_of(ROOT / "examples" / "yangshan-2019", id_) for id_ in ("3.2b", "3.2c"))

    assert floor["reason"] == (
        "16所学校中3所核拨不足18万元：示例教学点06、示例教学点10、示例山下小学；占18.8%；2019年12月31日到期，未到期"
    )
    assert fewer["reason"] == (
        "16所学校中7所按倍数折算不足100人：示例教学点01、示例教学点02、示例教学点03、示例教学点04、示例教学点07、示例教学点08、"
        "示例教学点10；占43.8%，只作对照，不作要求"
    )


COUNTY = """
county: {name: 某市, kind: 市}
pack: workpoints-qingyuan-2022
period: {from: 2022-01-01, to: 2022-12-31}
year: 2022
signed: {by: 某市教育局, on: 2023-01-10}
figures:
  temporary_teachers: {清城区: {2022: NOW名, 2021: 80名}, 清新区: {2022: 51名, 2021: 50名}}
  public_teachers: {清城区: {2022: 1000名, 2021: 1000名}, 清新区: {2022: 1000名, 2021: 1000名}}
"""


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        ("74", "74名，未超过标准74名（上年临聘比例超过5%）"),
        ("75", "75名，高于标准74名，超出1名（上年临聘比例超过5%）；2022年12月31日已到期"),
    ],
)
def test_a_fifth_of_what_is_above_five_per_cent_has_to_go(tmp_path, now, reason):
    (tmp_path / "county.yaml").write_text(COUNTY.replace("NOW", now), encoding="utf-8")

    assert point_of(tmp_path, "5.27c")["reason"] == reason
    assert point_of(tmp_path, "5.27d")["reason"] == "51名，不作要求（上年临聘比例没有超过5%）"
