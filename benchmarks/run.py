"""`make bench`: evalcli beside docxtpl, pandoc, python-calamine, openpyxl and pandas, in one run, with the targets and whether they are met.

Whole processes run in turns (A B C A B C …) after a warm-up round; a ratio is the median of the ratios round by round.
evalcli keeps compiled templates and packs in the user's cache folder. The benchmark has a cache folder of its own: the
warm-up fills it, as a user's first run does; how long that first run takes is printed too.
"""

import json
import os
import platform
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

import counties
import reading
import rivals
import schools
from processes import Case, Times, interleaved, once

from evalcli import __version__, flow, publish

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "gaoping-2022"
FEWEST_ROUNDS = 11
FEWEST_OF_ALL = 3
FINDINGS = (0, 1)  # 1: the example holds contradictions that evalcli names


def main() -> None:
    """Measure and print."""
    options = ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=FEWEST_ROUNDS, help=f"at least {FEWEST_ROUNDS}")
    rounds = max(options.parse_args().rounds, FEWEST_ROUNDS)
    with counties.temporary() as name:
        folder = Path(name)
        cases, placeholders = _cases(folder)
        _say(_about(rounds, placeholders))
        times = interleaved(cases, rounds, folder, folder / "cache")
        first = Times(tuple(once(cases["render --docx"], folder, folder / f"empty-{number}") for number in range(3)))
        rows, targets = reading.section(_evalcli(), rounds, folder)
        tables = _tables(folder, rounds)
    _say(_processes(times, first))
    wanted = [_target(*target) for target in targets]
    _say(_table(rows) + "\n\n" + _table([("target", "measured", "wanted", ""), *wanted]) + "\n")
    _say(_warm(rounds))
    _say(tables)


def _cases(folder: Path) -> tuple[dict[str, Case], int]:
    """Prepare what the rivals need, and return every command by name."""
    os.environ["EVALCLI_CACHE_DIR"] = str(folder / "prepared")
    drafted, _missing = flow.draft_report(flow.score_county(EXAMPLE / "county.yaml"), EXAMPLE, unfinished=True)
    for form in ("md", "docx"):
        (folder / f"report.{form}").write_bytes(publish.publish(drafted, form))
    template, data, script, placeholders = rivals.docxtpl_template(drafted, folder)
    python, example, word = sys.executable, str(EXAMPLE), folder / "out.docx"
    evalcli = _evalcli()
    convert = [f"--reference-doc={folder / 'report.docx'}", "-o", str(word)]
    cases = {
        "python -c pass": Case([python, "-c", "pass"]),
        "--help": Case([*evalcli, "--help"]),
        "score": Case([*evalcli, "score", example], FINDINGS),
        "render --docx": Case([*evalcli, "render", example, "--draft", "--docx", "-o", str(word)], FINDINGS, word),
        "docxtpl": Case([python, str(script), str(template), str(data), str(word)], makes=word),
        "pandoc": Case([rivals.pandoc(), str(folder / "report.md"), *convert], makes=word),
    }
    return cases, placeholders


def _evalcli() -> list[str]:
    return [str(_script())] if _script().exists() else [sys.executable, "-m", "evalcli"]


def _script() -> Path:
    return Path(sys.executable).with_name("evalcli.exe" if sys.platform == "win32" else "evalcli")


def _about(rounds: int, placeholders: int) -> str:
    machine = f"evalcli {__version__}, Python {platform.python_version()}, {os.cpu_count()} CPUs, {platform.system()}"
    others = f"docxtpl fills {placeholders} placeholders, pandoc converts our own Markdown"
    return f"{machine}\n{rounds} rounds in turns after a warm-up; {others}\n"


def _processes(times: dict[str, Times], first: Times) -> str:
    rows = [("whole process, ms", "median", "min", "× pass", "× pandoc", "× docxtpl")]
    for name, one in times.items():
        ratios = (one.against(times[other]) for other in ("python -c pass", "pandoc", "docxtpl"))
        rows.append((name, f"{one.median:.0f}", f"{one.least:.0f}", *(f"{ratio:.2f}" for ratio in ratios)))
    rows.append(("render --docx, empty cache", f"{first.median:.0f}", f"{first.least:.0f}", "", "", ""))
    help_, render = times["--help"], times["render --docx"]
    targets = [
        _target("--help against python -c pass", help_.against(times["python -c pass"]), 5),
        _target("render --docx against pandoc", render.against(times["pandoc"]), 0.9),
        _target("render --docx against docxtpl", render.against(times["docxtpl"]), 1.2),
    ]
    return _table(rows) + "\n\n" + _table([("target", "measured", "wanted", ""), *targets]) + "\n"


def _warm(rounds: int) -> str:
    command = [sys.executable, str(Path(__file__).with_name("warm.py")), str(EXAMPLE), str(rounds)]
    measured = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    steps = measured["steps"]
    totals = [sum(each) for each in steps]
    rows = [("a further county in a warm process, ms", "median", "min")]
    for number, name in enumerate(("read, check, score", "draft", "write Word")):
        column = [each[number] for each in steps]
        rows.append((f"  {name}", f"{median(column):.1f}", f"{min(column):.1f}"))
    rows.append((f"  all, {len(totals)} counties that differ", f"{median(totals):.1f}", f"{min(totals):.1f}"))
    targets = [_target("a further county, ms", median(totals), 35)]
    growth = [("growth, ms", *(f"{times}×" for times in measured["growth"]["texts"]), "50× against linear")]
    for name, by_times in measured["growth"].items():
        last = by_times["50"] / (50 * by_times["1"])
        told = {"texts": "the county's texts, whole road", "report": "the report with its tables, written as Word"}[
            name
        ]
        growth.append((f"  {told}", *(f"{taken:.0f}" for taken in by_times.values()), f"{last:.2f}"))
        targets.append(_target(f"growth of {told} against linear", last, 1.15))
    return "\n\n".join(_table(table) for table in (rows, growth, [("target", "measured", "wanted", ""), *targets]))


def _tables(folder: Path, rounds: int) -> str:
    """Measure one county's school table and the country's, each beside the same sums without evalcli."""
    cache = folder / "cache"
    place, table = schools.county(folder)
    national, made = folder / "national.csv", folder / "made.csv"
    schools.write(national, schools.COUNTIES, schools.SCHOOLS)
    plain, bare = schools.scripts(folder)
    python, ours = sys.executable, [str(_script())]
    one = {
        "python -c pass": Case([python, "-c", "pass"]),
        "import click, yaml": Case([python, "-c", "import click, yaml"]),
        "plain Python, csv": Case([python, str(plain), str(table), str(made)], makes=made),
        "bare polars": Case([python, str(folder / "bare_county.py"), str(table), str(made)], makes=made),
        "evalcli score": Case([*ours, "score", str(place), "--format", "csv", "-o", str(made)], FINDINGS, made),
    }
    table_command = [
        *ours,
        "round",
        "table",
        str(national),
        "--pack",
        "balanced-quality-2017",
        "--format",
        "csv",
        "-o",
        str(made),
    ]
    whole = {
        "bare polars": Case([python, str(bare), str(national), str(folder / "bare.csv")], makes=folder / "bare.csv"),
        "evalcli round table": Case(table_command, makes=made),
    }
    times, all_times = interleaved(one, rounds, folder, cache), interleaved(whole, FEWEST_OF_ALL, folder, cache)
    if not schools.alike(made, folder / "bare.csv"):
        raise SystemExit("evalcli and bare polars do not count the same schools")
    memory = {name: schools.peak(case.command, folder, cache) for name, case in whole.items()}
    rows = [("one county, 120 schools, ms", "median", "min", "× plain")]
    rows += [
        (f"  {name}", f"{each.median:.0f}", f"{each.least:.0f}", f"{each.against(times['plain Python, csv']):.2f}")
        for name, each in times.items()
    ]
    size = f"{schools.COUNTIES} counties, {schools.SCHOOLS} schools, {national.stat().st_size / 1e6:.0f} MB"
    all_rows = [(f"{size}, ms", "median", "min", "peak MiB")]
    all_rows += [
        (f"  {name}", f"{each.median:.0f}", f"{each.least:.0f}", f"{memory[name]:.0f}")
        for name, each in all_times.items()
    ]
    targets = [
        _target("one county against plain Python", times["evalcli score"].against(times["plain Python, csv"]), 1.5),
        _target(
            "all counties against bare polars", all_times["evalcli round table"].against(all_times["bare polars"]), 2
        ),
        _target("all counties, peak MiB", memory["evalcli round table"], 1024),
    ]
    return "\n\n".join(_table(each) for each in (rows, all_rows, [("target", "measured", "wanted", ""), *targets]))


def _target(name: str, measured: float, wanted: float) -> tuple[str, str, str, str]:
    return name, f"{measured:.2f}", f"≤ {wanted}", "met" if measured <= wanted else "NOT MET"


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    name, *numbers = row
    cells = [name.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))]
    return "  ".join(cells).rstrip()


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main()
