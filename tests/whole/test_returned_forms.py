"""A form goes out, is filled in by another program, comes back, and gives exactly what was typed."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import evalcli
from openpyxl import load_workbook
from pack_folders import SHIPPED


def result(county: str) -> dict:
    return json.loads(evalcli("score", county, "--format", "json").out)


def figures(found: dict) -> dict:
    """Return every figure as a number without needless zeros, or as its text."""
    from decimal import Decimal

    return {
        (one["field"], one["member"]): (one["text"] or format(Decimal(one["value"]).normalize(), "f"), one["unit"])
        for one in found["figures"]
    }


def verdicts(found: dict) -> dict:
    points = (point for area in found["areas"] for item in area["items"] for point in item["points"])
    return {point["id"]: (point["verdict"], point["earned"], point["value"]) for point in points}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_returned_form_gives_what_was_filled_in(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evalcli("init", "out", "--pack", name, "--county", "清溪县", "--year", "2022", "--example")
    evalcli("init", "back", "--pack", name, "--county", "清溪县", "--year", "2022")
    assert evalcli("form", "out", "--filled", "-o", "form.xlsx").code == 0
    book = load_workbook("form.xlsx")  # opened and saved by another program, as an office does
    book.save("back/data/form.xlsx")
    before, after = result("out"), result("back")

    assert evalcli("check", "back").code == 0
    assert figures(after) == figures(before)
    assert verdicts(after) == verdicts(before)


def test_an_empty_form_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evalcli("init", "x", "--pack", "balanced-quality-2017", "--county", "清溪县", "--year", "2022")
    before = evalcli("check", "x").out
    shutil.copy("x/填报表.xlsx", "x/data/form.xlsx")

    assert evalcli("check", "x").out == before


def test_offices_return_their_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evalcli("init", "x", "--pack", "duty-sichuan-2022", "--county", "清溪县", "--year", "2022")
    for office, key, this, last in (
        ("财政局", "education_spending", 9.345, 9.2),
        ("编办", "primary_staff", 1640, None),
    ):
        evalcli("form", "x", "--office", office, "-o", "part.xlsx")
        book = load_workbook("part.xlsx")
        sheet = book[office]
        row = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == key)
        sheet.cell(row, 5).value, sheet.cell(row, 6).value = last, this
        book.save(f"x/data/{office}.xlsx")

    assert figures(result("x")) == {
        ("education_spending", ""): ("9.345", "亿元"),
        ("primary_staff", ""): ("1640", "名"),
    }
