"""`evalcli round table`: every county of one table, as table, CSV and JSON."""

import json
import sys

from command_line import evalcli
from surveyed import HEAD

ROWS = (
    "甲,1,一小,小学,1000,,,60,,20,,20,,0,,6000,0,9000,0,3000000,30",
    "甲,2,二小,小学,500,,,30,,10,,3,,0,,3000,0,4500,0,1500000,15",
    "甲,3,三中,初中,,600,,,60,,20,,20,,0,5000,0,9000,0,3000000,30",
    "甲,4,甲点,教学点,49,,,1,,1,,1,,0,,1,0,1,0,1,1",
    "=乙,1,一小,小学,1000,,,60,,20,,20,,0,,6000,0,9000,0,,30",
)


def run(folder, *options: str, rows=ROWS):
    path = folder / "schools.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return evalcli("round", "table", str(path), "--pack", "balanced-quality-2017", *options)


def test_a_line_says_of_every_county_and_stage_what_is_met_and_what_is_not(tmp_path) -> None:
    found = run(tmp_path)

    table = (
        "县   学段  学校  不计入  达标  未达标  缺数据  未达标的要点\n"
        "=乙  小学  1     0       6     0       2\n"
        "=乙  初中  0     0       0     0       8\n"
        "甲   小学  2     1       7     1       0       1.8a 1/2所\n"
        "甲   初中  1     0       8     0       0\n"
    )

    assert (found.code, found.out) == (0, table)
    assert found.err.splitlines()[:2] == [
        "小学：2个县，3所学校；要点判定达标 13，未达标 1，缺数据 2", "初中：2个县，1所学校；要点判定达标 8，缺数据 8",
    ]  # fmt: skip


def test_csv_has_a_row_for_every_county_and_stage(tmp_path) -> None:
    assert run(tmp_path, "--format", "csv", "-o", str(tmp_path / "o.csv"), "-q").err == ""
    head, first, _second, third, _fourth = (tmp_path / "o.csv").read_text("utf-8-sig").splitlines()
    row = dict(zip(head.split(","), third.split(","), strict=True))

    assert first.startswith("'=乙,小学,1,1,0,0,0,1,0,1,")
    assert (row["L3 cv"], row["L3 reached"], row["1.3a/1.3b value"], row["1.8a/1.8b verdict"]) == (
        "0.43",
        "1",
        "0.43",
        "未达标",
    )
    assert (row["left out: 不足50人的教学点"], row["lacking"]) == ("1", "0")


def test_json_has_every_figure_as_printed(tmp_path) -> None:
    found = json.loads(run(tmp_path, "--format", "json", "-q").out)
    primary = found["counties"][1]["stages"][0]

    assert (found["pack"]["id"], [county["county"] for county in found["counties"]]) == (
        "balanced-quality-2017",
        ["=乙", "甲"],
    )
    assert (primary["measures"]["L3"], primary["points"]["1.8a"]) == (
        {"cv": "0.43", "reached": 1}, {"value": "1/2所", "verdict": "未达标"},
    )  # fmt: skip


def test_a_written_file_is_named_and_faults_end_with_findings(tmp_path) -> None:
    found = run(tmp_path, "-o", str(tmp_path / "o.txt"), rows=(*ROWS, "丙,1,x,小学,一百"))

    assert (found.code, "已写出" in found.err, "[figure.number]" in found.err) == (1, True, True)
    assert (tmp_path / "o.txt").read_text("utf-8").startswith("县 ")


def test_a_pack_without_schools_and_a_table_that_is_not_there_stop(tmp_path) -> None:
    found = run(tmp_path, "--pack", "duty-sichuan-2022")

    assert (found.code, "[table.none]" in found.err) == (3, True)
    assert evalcli("round", "table", "nowhere.csv", "--pack", "balanced-quality-2017").code == 3


def test_without_polars_the_command_says_what_to_install(tmp_path, monkeypatch) -> None:
    for name in [name for name in sys.modules if name.startswith("evalcli.bulk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "polars", None)
    found = run(tmp_path)

    assert (found.code, "pip install evalcli[round]" in found.err) == (3, True)


def test_score_does_not_load_polars(tmp_path) -> None:
    import subprocess
    from pathlib import Path

    example = Path(__file__).parents[2] / "examples" / "balanced-quality-demo"
    program = "import sys; from evalcli.cli.main import run; run(sys.argv[1:]); sys.exit('polars' in sys.modules)"

    assert (
        subprocess.run(
            [sys.executable, "-c", program, "score", str(example)], capture_output=True, check=False
        ).returncode
        == 0
    )
