"""Forms, schemas and new folders, put together from the rooms below."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from counties import FULL, filled_of, pack_of, scored_of
from jsonschema import Draft202012Validator
from pack_folders import write_layer, write_pack

from evalcli import analyse, handout
from evalcli.cli.commands.schema import SCHEMAS
from evalcli.criteria import open_pack
from evalcli.read import plain
from evalcli.read.yaml_file import parse

PACK = pack_of()


def test_an_empty_form_knows_whose_it_is() -> None:
    wanted = handout.order_for(PACK, filled_of(PACK, FULL))

    assert (wanted.county, wanted.period, wanted.year, wanted.typed) == ("青川县", "2021年—2022年上半年", 2021, {})
    assert handout.order_for(PACK, None).county == ""


def test_a_correction_shows_all_years() -> None:
    filled = filled_of(PACK, FULL)
    wanted = handout.correction(handout.order_for(PACK, filled), filled)

    assert {year: value.raw for (field, _member, year), value in wanted.typed.items() if field == "spending"} == {
        2021: "8.3861亿元",
        2020: "8.3752亿元",
    }
    assert set(wanted.judged) == {"2.3b", "2.3c"}


def test_last_year_comes_from_last_year_alone() -> None:
    wanted = handout.with_last_year(handout.order_for(PACK, filled_of(PACK)), filled_of(PACK, FULL).figures)

    assert {key: value.number for key, value in wanted.last.items()} == {
        ("spending", "", 2020): Decimal("8.3752"),
        ("per_pupil", "小学", 2020): Decimal("10795.83"),
        ("per_pupil", "初中", 2020): Decimal("14567.02"),
    }


def test_last_year_comes_from_a_kept_result(tmp_path: Path) -> None:
    kept = analyse.result(scored_of(PACK, FULL.replace("12.38:1", "1:3")))
    file = tmp_path / "result.json"
    file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    found = handout.kept_figures(file)

    spending, ratio, hedged = (found[name, ""].years[2021] for name in ("spending", "student_ratio", "repairs"))
    assert (spending.raw, spending.number, spending.unit) == ("8.3861亿元", Decimal("8.3861"), "亿元")
    assert (ratio.number, ratio.text) == (None, "1:3")
    assert (hedged.approx, hedged.text) == ("余", "1387万余元")
    assert found["exam_admission", ""].years[2021].text == "否"


def test_an_older_result_has_no_figures(tmp_path: Path) -> None:
    kept = analyse.result(scored_of(PACK, FULL))
    del kept["figures"]
    file = tmp_path / "result.json"
    file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    assert handout.kept_figures(file) == {}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schemas_are_schemas_with_a_version_and_a_title(kind: str) -> None:
    found = json.loads(json.dumps(handout.schema(kind)))

    Draft202012Validator.check_schema(found)
    assert (found["$schema"], found["$id"]) == ("https://json-schema.org/draft/2020-12/schema", f"urn:evalcli:{kind}:1")
    assert found["title"]


def test_the_schema_of_areas_knows_every_rule(root: Path) -> None:
    area = Draft202012Validator(handout.schema("area"))
    files = sorted((root / "indicators").glob("*/area-*.yaml"))
    faults = [
        fault.message for file in files for fault in area.iter_errors(plain(parse(file.read_bytes(), "")[0].root))
    ]

    assert (faults, len(files) > 20) == ([], True)
    text = (root / "indicators" / "duty-sichuan-2022" / "area-2.yaml").read_text("utf-8").replace("only_up", "only_upp")
    assert list(area.iter_errors(plain(parse(text.encode("utf-8"), "")[0].root)))


def test_a_new_folder() -> None:
    made = handout.begin(PACK, handout.About("清溪县", "", 2022), {"data/x.yaml": b"x"}, {})

    assert {".evalcli/county.schema.json", ".evalcli/data.schema.json", "county.yaml", "填报表.xlsx"} <= set(made)
    assert json.loads(made[".evalcli/county.schema.json"])["$id"] == "urn:evalcli:county:1:small:1.0.0"
    assert made["data/x.yaml"] == b"x"


def test_a_pack_of_ones_own_goes_along_with_what_it_stands_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "layer", "extends: small@1\n")
    monkeypatch.chdir(tmp_path)
    layer, shipped = open_pack("layer", Path()), open_pack("duty-sichuan-2022", Path())

    assert sorted(handout.own_packs(layer, "layer")) == [
        "indicators/layer/pack.yaml",
        "indicators/small/area-1.yaml",
        "indicators/small/area-2.yaml",
        "indicators/small/fields.yaml",
        "indicators/small/pack.yaml",
    ]
    assert handout.own_packs(shipped, "duty-sichuan-2022") == {}


def test_a_pack_that_is_named_by_its_folder_goes_along(tmp_path: Path) -> None:
    folder = str(write_pack(tmp_path).rename(tmp_path / "small"))

    assert max(handout.own_packs(open_pack(folder, Path()), folder)) == "indicators/small/pack.yaml"
