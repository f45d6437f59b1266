"""Counties without a fault, drawn by chance for the packs that ship: nobody should hear of a doubt about them.

`PARTS` says which figure is a part of which (the part is drawn as a share of the whole), `EQUALS` what a figure comes to;
what neither names is drawn inside its range. Last year's values lie some percent away, stated growth is that of the
values before they were rounded. Schools are those of the example of the same pack, drawn anew.
"""

import csv
import random
from decimal import Decimal
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from evalcli.model.pack import Field, Pack

ROOT = Path(__file__).resolve().parents[2]
PARTS = {
    "duty-sichuan-2022": [
        "public_funds_spent < public_funds_budget < education_spending",
        "exam_sites < exam_rooms",
        "large_classes_entry < large_classes",
        "lighting_done_share < lighting_2022_target < lighting_2023_target",
        "fee_complaints_upheld < fee_complaints",
        "senior_enrolment_rate < senior_enrolment_rate_target",
        "preschool_enrolment < preschool_enrolment_target",
        "public_child_share < public_child_share_target < inclusive_coverage_target",
    ],
    "balanced-basic-2012": [
        "migrant_funded < migrant_pupils",
        "disabled_enrolled < disabled_children",
        "weak_done < weak_planned",
        "performance_schools < schools_total",
        "course_schools < schools_total",
        "exchanged_teachers < exchange_eligible",
        "training_funds < public_funds_budget",
        "survey_satisfied < survey_valid < survey_returned",
    ],
    "balanced-quality-2017": [
        "performance_pay_granted < performance_pay_due",
        "trained_teachers < all_teachers",
        "rotated_backbone < rotated_teachers < rotation_eligible",
        "certified_teachers < post_teachers",
        "zoned_pupils < zoning_base",
        "rural_quota < quality_quota < quality_plan",
        "disabled_enrolled < disabled_children",
        "labour_lessons < practice_lessons",
        "questionnaires_satisfied < questionnaires_valid < questionnaires",
        "questionnaires_parents < questionnaires_valid",
        "interviewed_satisfied < interviewed",
    ],
    "preschool-universal-2020": [
        "towns_with_centre < rural_towns",
        "estate_idle < estate_kindergartens",
        "trained < training_due",
    ],
}
EQUALS = {
    "duty-sichuan-2022": {
        "large_class_from": "56",
        "large_class_plan_from": "large_class_from",
        "large_school_from": "5000",
        "large_school_plan_from": "large_school_from",
        "closure_plan_pupils": "closure_pupils",
        "closure_plan_classes": "closure_classes",
        "pe_health_records": "health_records",
        "kindergarten_pupils": "kindergarten_classes * 28",
        "estate_structure_done": "estate_structure_done * 3 / 10",
        "estate_in_use": "estate_in_use * 3 / 10",
        "estate_not_started": "estate_not_started * 3 / 10",
        "estate_kindergartens_due": "estate_structure_done + estate_in_use + estate_not_started",
        "providers_cancelled": "providers_cancelled * 2 / 10",
        "to_non_subject": "to_non_subject * 2 / 10",
        "to_senior": "to_senior * 2 / 10",
        "to_nonprofit": "to_nonprofit * 2 / 10",
        "subject_providers": "providers_cancelled + to_non_subject + to_senior + to_nonprofit",
        "inclusive_coverage": "share(public_independent + public_attached + private_inclusive,"
        " public_independent + public_attached + private_inclusive + not_inclusive)",
        "inclusive_coverage_target": "min(inclusive_coverage + 1, 100)",
        "public_child_share": "inclusive_coverage * 6 / 10",
        "public_child_share_target": "inclusive_coverage * 7 / 10",
        "lighting_done_share": "40",
        "lighting_2022_target": "50",
        "lighting_2023_target": "100",
        "ethics_mechanisms": "3",
        "safety_mechanisms": "3",
        "admission_items": "3",
    },
    "balanced-quality-2017": {
        "migrant_pupils": "migrant_public + migrant_purchased + 7",
        "special_funds": "special_pupils * 9000",
    },
    "preschool-universal-2020": {"estate_kindergartens": "estate_public + estate_inclusive + 2"},
}
EXAMPLES = {
    "balanced-basic-2012": ("balanced-basic-demo", "schools", "SCHOOLS"),
    "balanced-quality-2017": ("balanced-quality-demo", "schools", "SCHOOLS"),
    "preschool-universal-2020": ("preschool-demo", "kindergartens", "KINDERGARTENS"),
}
# As much as any drawn count is, and what prints few digits.
_MOST = 90_000
# Values below it have too few digits to look copied.
_TWIN = 1000
# Nobody has thousands of schools or cases.
_FEW, _COUNTED = 900, ("所", "个", "起", "项", "家")
_EXACT_UNITS = ("元", "亿元", "万元", "%", "比", "平方米", "万条")


def write(pack: Pack, seed: int, folder: Path) -> Path:
    """Write a county's files to a folder and return its county file."""
    draw = random.Random(seed)
    rows = _schools(pack, draw, folder)
    values = _values(pack, draw, rows)
    lines = [f"  {field.id}: {_written(pack, field, values, draw)}" for field in pack.fields.values()]
    tables = f"tables: {{{EXAMPLES[pack.id][1]}: 学校.csv}}\n" if rows else ""
    text = (
        f"county: {{name: 清溪县}}\npack: {pack.id}\nperiod: {{from: 2022-01-01, to: 2022-12-31}}\n{tables}figures:\n"
    )
    (folder / "county.yaml").write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
    return folder / "county.yaml"


def _schools(pack: Pack, draw: random.Random, folder: Path) -> list[dict[str, Any]]:
    if pack.id not in EXAMPLES:
        return []
    example, _table, name = EXAMPLES[pack.id]
    maker = _module(ROOT / "examples" / example / "make_schools.py")
    rows = [_consistent(maker.row(draw, number, school)) for number, school in enumerate(getattr(maker, name), 1)]
    with (folder / "学校.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, maker.HEAD)
        writer.writeheader()
        writer.writerows(rows)
    return rows


def _consistent(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row in which the rooms fit into the building, and the grounds are no estate: the example is freer."""
    if not row.get("校舍建筑面积"):
        return row
    pupils = sum(value for head, value in row.items() if head.startswith("学生数") and value)
    rooms = min(row["教学及辅助用房面积"], row["校舍建筑面积"] * 9 // 10)
    return row | {"教学及辅助用房面积": rooms, "占地面积": min(row["占地面积"], 65 * pupils)}


def _module(path: Path) -> ModuleType:
    spec = spec_from_file_location("make_schools", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Values = dict[tuple[str, str], Decimal]


def _values(pack: Pack, draw: random.Random, rows: list[dict[str, Any]]) -> Values:
    values: Values = {}
    taken: set[Decimal] = set()
    for field in pack.fields.values():
        base = _drawn(field, draw, taken)
        for member in _members(pack, field):
            values[field.id, member] = _near(field, base, draw, taken) if member else base
    for chain in PARTS[pack.id]:
        for part, whole in reversed(list(pairwise(chain.split(" < ")))):
            for member in _members(pack, pack.fields[part]):
                _make_part(pack.fields[part], member, whole, values, draw)
    stated = {field.id: field.equals for field in pack.fields.values() if field.equals}
    for name, formula in (EQUALS.get(pack.id, {}) | stated).items():
        values[name, ""] = _reckoned(pack.fields[name], formula, values)
    for field in (one for one in pack.fields.values() if one.sums):
        _add_up(pack, field, values, rows)
    return values


def _make_part(field: Field, member: str, whole: str, values: Values, draw: random.Random) -> None:
    """Make a figure a part of another one, equal to no other that has many digits."""
    others = {value for value in values.values() if value >= _TWIN}
    key = field.id, member
    while values[key] in others or values[key] > values[whole, member]:
        share = Decimal(draw.randint(600_000, 999_999)) / 1_000_000
        values[key] = _rounded(field, values[whole, member] * share)


def _add_up(pack: Pack, field: Field, values: Values, rows: list[dict[str, Any]]) -> None:
    spec, _dot, column = field.sums.partition(".")
    for member in _members(pack, field):
        label = pack.tables[spec].columns[column].label + (f"（{member}）" if member else "")
        values[field.id, member] = sum((Decimal(row[label]) for row in rows if row.get(label)), Decimal(0))


def _members(pack: Pack, field: Field) -> tuple[str, ...]:
    return pack.dimensions[field.by] if field.by else ("",)


def _drawn(field: Field, draw: random.Random, taken: set[Decimal]) -> Decimal:
    most = Decimal(_FEW if field.unit in _COUNTED else _MOST)
    low, high = field.low or Decimal(1), min(field.high or most, most)
    # The upper half: nothing that is a whole is smaller than its parts.
    while True:
        value = _rounded(field, low + (high - low) * Decimal(draw.randint(500, 999)) / 1000 + Decimal(draw.random()))
        value = min(value, high)
        if value not in taken or value < _TWIN:
            taken.add(value)
            return value


def _near(field: Field, base: Decimal, draw: random.Random, taken: set[Decimal]) -> Decimal:
    while True:
        value = _rounded(field, base * Decimal(draw.randint(700_000, 999_999)) / 1_000_000)
        if value not in taken or value < _TWIN:
            taken.add(value)
            return value


def _rounded(field: Field, value: Decimal) -> Decimal:
    value = value if field.high is None else min(value, field.high)
    places = field.decimals if field.decimals is not None else (2 if field.unit in _EXACT_UNITS else 0)
    return round(value, places) if places else value.to_integral_value(rounding="ROUND_FLOOR")


def _reckoned(field: Field, formula: str, values: Values) -> Decimal:
    """Return what a formula comes to, by Python's own arithmetic and not by ours."""
    names = {name: value for (name, member), value in values.items() if not member}
    found = eval(formula, {"share": lambda part, whole: part / whole * 100, "min": min}, names)
    return _rounded(field, Decimal(found))


def _written(pack: Pack, field: Field, values: Values, draw: random.Random) -> str:
    if field.kind == "yes_no":
        return "否"
    if field.kind == "names":
        return "[甲, 乙, 丙]"
    shown = {member: _years(field, values[field.id, member], draw) for member in _members(pack, field)}
    return "{" + ", ".join(f"{member}: {text}" for member, text in shown.items()) + "}" if field.by else shown[""]


def _years(field: Field, value: Decimal, draw: random.Random) -> str:
    this = _with_unit(field, value)
    if field.years == 1:
        return this
    # Up to a fifth more or less, or up to three points.
    off = Decimal(draw.randint(-30, 30)) / 10 if field.unit == "%" else value * Decimal(draw.randint(-200, 200)) / 1000
    last = _rounded(field, max(value - off, Decimal(0)))
    # The same value twice would be a copy.
    return f"{{2022: {this}, 2021: {_with_unit(field, last if last != value else last - 1)}}}"


def _with_unit(field: Field, value: Decimal) -> str:
    return f'"{value}:1"' if field.unit == "比" else f"{value}{field.unit}"
