"""Reading a returned form of 300 fields and 120 schools: evalcli beside python-calamine, openpyxl and pandas on the same file."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

import xlsxwriter
from processes import Case, Times, interleaved
from python_calamine import CalamineWorkbook

from evalcli.read import book

_FIELDS, _OFFICES, _SCHOOLS, _COLUMNS = 300, 10, 120, 30
_FINDINGS = (0, 1)
_CALAMINE = """
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path({file!r})
print(sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names))
"""
_OPENPYXL = """
from openpyxl import load_workbook
book = load_workbook({file!r}, read_only=True, data_only=True)
print(sum(len(list(sheet.iter_rows(values_only=True))) for sheet in book))
"""
_PANDAS = """
import pandas
print(sum(len(sheet) for sheet in pandas.read_excel({file!r}, sheet_name=None, header=None).values()))
"""
_READ = """
from pathlib import Path
from evalcli.read.disk import sheets
found, notices = sheets(Path({file!r}), "form.xlsx")
print(sum(len(sheet.rows) for sheet in found))
"""


def section(
    evalcli: list[str], rounds: int, folder: Path
) -> tuple[list[tuple[str, ...]], list[tuple[str, float, float]]]:
    """Return the rows of the table, and the targets: name, what was measured, what is wanted."""
    county = _county(folder / "form")
    python, file = sys.executable, str(county / "data" / "form.xlsx")
    cases = {
        "python -c pass": Case([python, "-c", "pass"]),
        "python-calamine": Case([python, "-c", _CALAMINE.format(file=file)]),
        "evalcli's reader": Case([python, "-c", _READ.format(file=file)]),
        "openpyxl": Case([python, "-c", _OPENPYXL.format(file=file)]),
        "pandas": Case([python, "-c", _PANDAS.format(file=file)]),
        "check": Case([*evalcli, "check", "-q", str(county)], _FINDINGS),
    }
    times = interleaved(cases, rounds, folder, folder / "cache")
    return _rows(times), [*_targets(times), ("the same in a warm process", _warm(Path(file), rounds), 1.5)]


def _warm(file: Path, rounds: int) -> float:
    """Return how many times as long as bare python-calamine our reader takes where both are loaded already."""
    data = file.read_bytes()

    def bare() -> list[object]:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]

    pairs = [(_spent(lambda: book.parse(data, file.name, ".xlsx")), _spent(bare)) for _round in range(rounds)]
    return median(ours / its for ours, its in pairs)


def _spent(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _rows(times: dict[str, Times]) -> list[tuple[str, ...]]:
    rows = [("reading a returned form, whole process, ms", "median", "min", "× pass", "× python-calamine")]
    for name, one in times.items():
        ratios = (one.against(times[other]) for other in ("python -c pass", "python-calamine"))
        rows.append((f"  {name}", f"{one.median:.0f}", f"{one.least:.0f}", *(f"{ratio:.2f}" for ratio in ratios)))
    return rows


def _targets(times: dict[str, Times]) -> list[tuple[str, float, float]]:
    bare, reader, check = times["python-calamine"], times["evalcli's reader"], times["check"]
    allowed = 3 * times["python -c pass"].median + reader.median
    return [
        ("evalcli's reader against bare python-calamine", reader.against(bare), 1.5),
        ("evalcli's reader against openpyxl", reader.against(times["openpyxl"]), 1.5),
        ("evalcli's reader against pandas", reader.against(times["pandas"]), 1.5),
        ("check of a county against 3 × pass and the reading", check.median / allowed, 1),
    ]


def _county(folder: Path) -> Path:
    """Write a county whose data lie in a returned form, with the pack that asks for them."""
    pack = folder / "indicators" / "bench"
    pack.mkdir(parents=True)
    (folder / "data").mkdir()
    offices = [f"单位{number}" for number in range(_OFFICES)]
    fields = [
        f'field_{number}: {{label: 填报项{number}, item: "1.1", unit: 人, years: 2, office: {offices[number % _OFFICES]}, meaning: 年末数。}}'
        for number in range(_FIELDS)
    ]
    (pack / "fields.yaml").write_text("\n".join(fields) + "\n", encoding="utf-8")
    (pack / "pack.yaml").write_text(_PACK, encoding="utf-8")
    (pack / "area-1.yaml").write_text(_AREA, encoding="utf-8")
    columns = "".join(f"      c{number}: {{label: 数据{number}, unit: 人}}\n" for number in range(_COLUMNS - 3))
    (pack / "tables.yaml").write_text(_TABLES + columns + _STAGES, encoding="utf-8")
    (folder / "county.yaml").write_text(_COUNTY, encoding="utf-8")
    _form(folder / "data" / "form.xlsx", offices)
    return folder


def _form(file: Path, offices: list[str]) -> None:
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("封面").write(0, 0, "evalcli 填报表")
    for place, office in enumerate(offices):
        sheet = book.add_worksheet(office)
        sheet.merge_range("A1:I1", office)
        sheet.write_row(2, 0, ["代码", "序号", "名称", "单位", "上年值", "本年值", "必填", "数据来源", "备注"])
        for row, number in enumerate(range(place, _FIELDS, _OFFICES), 3):
            values = [
                f"field_{number}",
                number,
                f"填报项{number}",
                "人",
                number + 1000,
                number + 1010,
                "是",
                "年报",
                "",
            ]
            sheet.write_row(row, 0, values)
    sheet = book.add_worksheet("学校数据")
    sheet.write_row(0, 0, ["学校代码", "学校名称", "办学类型", *(f"数据{number}" for number in range(_COLUMNS - 3))])
    for row in range(_SCHOOLS):
        numbers = ((row * 7919 + column * 104729) % 5000 for column in range(_COLUMNS - 3))
        sheet.write_row(row + 1, 0, [f"{row:06}", f"第{row}小学", "小学", *numbers])
    book.close()


_PACK = """\
id: bench
version: 1.0.0
title: 读表测速用的指标包
source: {document: 测速}
provisional: 测速用。
genre: self-assessment
points: 10
dimensions: {学段: [小学]}
grades: {合格: 6, 不合格: 0}
areas: [area-1]
"""
_AREA = """\
id: "1"
title: 数据
heading: 数据
indicators:
  - id: "1.1"
    title: 人数
    short: 人数
    points: 10
    source: {document: 测速, clause: 第一条}
    office: [单位0]
    key_points:
      - {id: a, text: 人数只增不减, points: 10, judge: {only_up: [field_0]}}
    say: {达标: 没有减少。, 未达标: 减少了。, 缺数据: 没有报齐。}
"""
_TABLES = """\
tables:
  schools:
    label: 学校数据
    key: code
    name: name
    kind: kind
    weight: c0
    columns:
      code: {label: 学校代码, kind: text, required: true}
      name: {label: 学校名称, kind: text, required: true}
      kind: {label: 办学类型, kind: choice, required: true}
"""
_STAGES = """\
    stages: {小学: [小学]}
"""
_COUNTY = """\
county: {name: 测速县}
pack: bench
period: {from: 2021-01-01, to: 2021-12-31}
"""
