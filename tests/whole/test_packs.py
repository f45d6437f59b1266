"""Every shipped pack holds what it promises: sources, points, offices, sentences, worked examples."""

import json
import shutil
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from command_line import evalcli
from counties import document

from evalcli import draft, fill, resources, score
from evalcli.criteria import load_pack
from evalcli.criteria.proofs import load_cases, prove
from evalcli.flow import score_county
from evalcli.formula.parse import parse
from evalcli.model.facts import Verdict
from evalcli.model.notice import Level
from evalcli.model.pack import Field, Pack
from evalcli.model.scorecard import Scored
from evalcli.rules import rule

ROOT = Path(__file__).resolve().parents[2]
NAMES = list(resources.names("indicators"))
# A pack that only lays its own over another is proved by the cases of the one below.
PROVED = [name for name in NAMES if (resources.shipped("indicators") / name / "cases").is_dir()]
# By their sources a subsidy scheme alone is 基本合格 here: these cannot fail.
NEVER_MISSED = {"2.11b", "2.12b"}
# What people judge has one case or another; what is reckoned has one that passes and one that fails.
BY_HAND = ("by_hand", "checklist")
COUNTIES = [*((name, county) for name in NAMES for county in ("full", "empty")), ("duty-sichuan-2022", "gaoping")]


@cache
def pack(name: str) -> Pack:
    return load_pack(name)


def test_there_are_packs() -> None:
    assert "duty-sichuan-2022" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_item_cites_its_source(name: str) -> None:
    silent = [
        item.id
        for item in pack(name).indicators
        if not (item.source.document and item.source.number and item.source.clause)
    ]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_points_add_up(name: str) -> None:
    sums = {
        item.id: sum((point.points for point in item.key_points), Decimal(0)) - item.points
        for item in pack(name).indicators
    }

    assert {item: over for item, over in sums.items() if over} == {}
    assert pack(name).points == pack(name).total
    assert pack(name).total in (0, 100)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_has_an_office_and_wants_evidence(name: str) -> None:
    assert [item.id for item in pack(name).indicators if not item.offices or not item.evidence] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_an_office_a_meaning_and_an_item(name: str) -> None:
    items = {item.id for item in pack(name).indicators}

    assert [
        field.id for field in pack(name).fields.values() if not (field.office and field.meaning and field.item in items)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_label_is_there_once(name: str) -> None:
    labels = Counter(field.label for field in pack(name).fields.values())

    assert [label for label, times in labels.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_parses_and_names_fields(name: str) -> None:
    whole = pack(name)
    points = [point for item in whole.indicators for point in item.key_points]
    written = [
        str(text) for point in points for text in (*rule(point.rule).fields(point.parameters), point.value) if text
    ]
    written += [veto.when for veto in whole.vetoes] + [
        relation.holds for relation in whole.relations if not relation.table
    ]

    # Plans leave most of their tasks to people.
    assert len(written) > (5 if whole.outcome.by == "completion" else 30)
    assert {field for text in written for field in parse(text).names} - set(whole.fields) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_worked_example_comes_out_as_it_says(name: str) -> None:
    assert [notice.message for notice in prove(name)] == []


@pytest.mark.parametrize("name", PROVED)
def test_every_key_point_that_is_reckoned_is_proved_to_pass_and_to_fail(name: str) -> None:
    proved, cases = load_cases(name)
    seen = {(case.indicator, case.expect["verdict"]) for case in cases}
    points = [point for item in proved.indicators for point in item.key_points]
    # What is only told for comparison cannot fail.
    reckoned = [point.id for point in points if point.rule not in BY_HAND and "free" not in point.parameters]

    unproved = [(point, word) for point in reckoned for word in ("达标", "未达标") if (point, word) not in seen]

    assert [
        (point, word) for point, word in unproved if point not in NEVER_MISSED or name != "preschool-universal-2020"
    ] == []


@pytest.mark.parametrize("name", PROVED)
def test_every_verdict_and_every_key_point_has_a_worked_example(name: str) -> None:
    proved, cases = load_cases(name)
    points = {point.id for item in proved.indicators for point in item.key_points}

    assert points - {case.indicator for case in cases} == set()
    assert {verdict.value for verdict in Verdict} - {case.expect["verdict"] for case in cases} <= {"不适用", "基本达标"}


def typed(field: Field, dimensions: dict[str, tuple[str, ...]]) -> str:
    """Return a line of figures that fills a field in whole, for both years."""
    middle = "12" if field.low is None or field.high is None else f"{(field.low + field.high) / 2:f}"
    value = {"yes_no": "否", "text": "一段文字", "names": "[甲, 乙]"}.get(field.kind, f"{middle}{field.unit}")
    if field.unit == "比":
        value = '"12.5:1"'
    years = f"{{2021: {value}, 2020: {value}}}" if field.years > 1 else value
    members = ", ".join(f"{member}: {years}" for member in dimensions.get(field.by, ()))
    return f"  {field.id}: {f'{{{members}}}' if members else years}\n"


@cache
def scored(name: str, county: str) -> Scored:
    """Return a county's result: all figures there, none there, or Gaoping's."""
    if county == "gaoping":
        return score_county(ROOT / "examples" / "gaoping-2022" / "county.yaml")
    whole = pack(name)
    head = f"county: {{name: 甲县}}\npack: {name}\nperiod: {{from: 2021-01-01, to: 2022-06-30}}\nyear: 2021\n"
    lines = "".join(typed(field, dict(whole.dimensions)) for field in whole.fields.values())
    text = head + (f"figures:\n{lines}" if county == "full" else "")
    filled, notices = fill.county(whole, document(text), ())
    assert [notice.message for notice in notices if notice.level is not Level.HINT] == []
    return Scored(whole, filled, score.county(whole, filled), (), {})


@pytest.mark.parametrize("name", NAMES)
def test_a_full_county_lacks_no_figure(name: str) -> None:
    absent = [point.judgement.missing for item in scored(name, "full").card.items for point in item.points]

    tables = {table.label for table in pack(name).tables.values()}

    assert [missing.fields for missing in absent if missing and set(missing.fields) - tables] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_county_has_no_points(name: str) -> None:
    assert scored(name, "empty").card.earned == 0


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize(("name", "county"), COUNTIES)
def test_every_sentence_of_every_verdict_can_be_written(name: str, county: str, verdict: Verdict) -> None:
    result = scored(name, county)
    areas = tuple(
        replace(area, items=tuple(replace(item, verdict=verdict) for item in area.items)) for area in result.card.areas
    )
    result = replace(result, card=replace(result.card, areas=areas))

    written, missing = draft.report(result, (resources.shipped("templates") / result.pack.genre,))

    assert [notice.message for notice in missing] == []
    assert len(written.blocks) > len(result.pack.indicators)


TAILORED = """
tailored:
  drop: {"7.29": 市里统一评价}
  "2.4": {points: 7, because: 市评分表为7分}
  points: 100
"""


def test_what_a_county_tailored_is_printed_with_every_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    county = shutil.copytree(ROOT / "examples" / "gaoping-2022", tmp_path / "county")
    with (county / "county.yaml").open("a", encoding="utf-8") as file:
        file.write(TAILORED)
    monkeypatch.chdir(county)
    wanted = ["7.29 不考核：市里统一评价", "2.4 改分值（5分改为7分）：市评分表为7分"]

    printed = {form: evalcli("score", "--format", form) for form in ("json", "table", "md")}
    report = evalcli("render", "--md", "-o", "-")

    assert [result.code for result in printed.values()] == [0, 0, 0]
    assert json.loads(printed["json"].out)["tailored"] == wanted
    assert [text for text in wanted for form in ("table", "md") if f"本地化：{text}" not in printed[form].out] == []
    assert [text for text in wanted if "本地化：" + text.replace(" ", "", 1) not in report.out] == []


def layer_shown(name: str) -> str:
    """Return the pack.yaml of a layer that a pack's README shows; empty where it shows none."""
    readme = (resources.shipped("indicators") / name / "README.md").read_text(encoding="utf-8")
    blocks = [block.partition("```")[0] for block in readme.split("```yaml\n")[1:]]
    return next((block for block in blocks if "\nextends: " in "\n" + block and "\nid: " in "\n" + block), "")


@pytest.mark.parametrize("name", [name for name in NAMES if layer_shown(name)])
def test_the_layer_that_a_packs_readme_shows_can_be_loaded(name: str, tmp_path: Path) -> None:
    text = layer_shown(name)
    layer = next(line.removeprefix("id: ") for line in text.splitlines() if line.startswith("id: "))
    (tmp_path / "indicators" / layer).mkdir(parents=True)
    (tmp_path / "indicators" / layer / "pack.yaml").write_text(text, encoding="utf-8")

    found = load_pack(layer, tmp_path)

    assert set(found.layers) >= {layer, name}
    assert found.points == found.total
    assert found.tailored
