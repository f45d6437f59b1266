"""Tables of schools: one county's and the whole country's, and the same sums in plain Python and in bare polars.

The numbers are drawn by a fixed seed, so that every run and every machine measures the same tables.
"""

import json
import random
import subprocess
import sys
from math import ceil
from pathlib import Path

SEED = 2017
COUNTIES, SCHOOLS = 2850, 300_000
IN_ONE_COUNTY = 120
# Schools of fewer pupils may count visiting teachers.
FEW = 100
STAGES = ("小学", "初中")
HEAD = (
    "行政区划代码", "学校代码", "学校名称", "办学类型", "学生数（小学）", "学生数（初中）", "学生数（高中）",
    *(f"{label}（{stage}）" for label in ("高于规定学历教师数", "县级以上骨干教师数", "体育艺术专任教师数", "交流走教体育艺术教师数")
      for stage in STAGES),
    "教学及辅助用房面积", "室内体育用房面积", "体育运动场馆面积", "另可计入的运动场地面积", "教学仪器设备值", "网络多媒体教室数",
)  # fmt: skip
KINDS = ("小学", "初中", "九年一贯制学校", "完全中学", "十二年一贯制学校", "教学点", "特殊教育学校")
SHARES = (60, 22, 10, 3, 1, 3, 1)

_SUMS = """
SPLIT = {"九年一贯制学校": ("小学", "初中"), "完全中学": ("初中", "高中"), "十二年一贯制学校": ("小学", "初中", "高中")}
KINDS = {"小学": ("小学", "九年一贯制学校", "十二年一贯制学校", "教学点"),
         "初中": ("初中", "九年一贯制学校", "完全中学", "十二年一贯制学校")}
WEIGHTS = {"小学": 1.0, "初中": 1.1, "高中": 1.32}
STANDARDS = {"小学": (4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3), "初中": (5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4)}
"""
BARE = (
    "import sys\nimport polars as pl\n"
    + _SUMS
    + """
col, frame = pl.col, pl.scan_csv(sys.argv[1], schema_overrides={"行政区划代码": pl.String, "学校代码": pl.String})
COUNTY, KIND = col("行政区划代码"), col("办学类型")

def stage(name):
    pupils = col(f"学生数（{name}）")
    weighed = {stage: weight * col(f"学生数（{stage}）") for stage, weight in WEIGHTS.items()}
    part = pl.lit(1.0)
    for kind, stages in SPLIT.items():
        if name in stages:
            part = pl.when(KIND == kind).then(weighed[name] / sum(weighed[stage] for stage in stages)).otherwise(part)
    own = lambda label: col(f"{label}（{name}）")
    measures = (
        own("高于规定学历教师数") / pupils * 100,
        own("县级以上骨干教师数") / pupils * 100,
        (own("体育艺术专任教师数") + own("交流走教体育艺术教师数") * (pupils < 100)) / pupils * 100,
        (col("教学及辅助用房面积") - col("室内体育用房面积")) * part / pupils,
        (col("体育运动场馆面积") + col("另可计入的运动场地面积")) * part / pupils,
        col("教学仪器设备值") * part / pupils,
        col("网络多媒体教室数") * part / pupils * 100,
    )
    small = (KIND == "教学点") & (col("学生数（小学）") < 50)
    rows = frame.filter(KIND.is_in(KINDS[name]) & (pupils > 0) & ~small)
    rows = rows.select(COUNTY.alias("county"), pupils.alias("p"), *(x.alias(f"L{n}") for n, x in enumerate(measures, 1)))
    names = [f"L{n}" for n in range(1, 8)]
    reached = [col(x) >= least for x, least in zip(names, STANDARDS[name])]
    near = [col(x) >= least * 0.85 for x, least in zip(names, STANDARDS[name])]
    passes = (pl.sum_horizontal(one.cast(pl.Int8) for one in reached) >= 6) & pl.all_horizontal(near)
    p = col("p")
    mean = lambda x: (p * x).sum() / p.sum()
    cv = [((mean(col(x) ** 2) - mean(col(x)) ** 2).clip(0).sqrt() / mean(col(x))).alias(f"{x} cv") for x in names]
    counts = [one.sum().alias(f"{x} reached") for x, one in zip(names, reached)]
    return rows.group_by("county").agg(pl.len().alias("schools"), *cv, *counts, passes.sum().alias("passing")).with_columns(
        stage=pl.lit(name))

pl.concat([stage(name) for name in KINDS]).sort("county", "stage").collect().write_csv(sys.argv[2])
"""
)
PLAIN = (
    "import csv, sys\n"
    + _SUMS
    + """
def stage(name, rows):
    found = []
    for row in rows:
        number = lambda label: float(row[label] or 0)
        pupils, kind = number(f"学生数（{name}）"), row["办学类型"]
        if kind not in KINDS[name] or not pupils or kind == "教学点" and pupils < 50:
            continue
        part = 1.0
        if kind in SPLIT:
            part = WEIGHTS[name] * pupils / sum(WEIGHTS[stage] * number(f"学生数（{stage}）") for stage in SPLIT[kind])
        own = lambda label: number(f"{label}（{name}）")
        arts = own("体育艺术专任教师数") + own("交流走教体育艺术教师数") * (pupils < 100)
        found.append((pupils, (
            own("高于规定学历教师数") / pupils * 100, own("县级以上骨干教师数") / pupils * 100, arts / pupils * 100,
            (number("教学及辅助用房面积") - number("室内体育用房面积")) * part / pupils,
            (number("体育运动场馆面积") + number("另可计入的运动场地面积")) * part / pupils,
            number("教学仪器设备值") * part / pupils, number("网络多媒体教室数") * part / pupils * 100)))
    whole = sum(pupils for pupils, _values in found)
    line = [name, len(found)]
    for at, least in enumerate(STANDARDS[name]):
        mean = sum(pupils * values[at] for pupils, values in found) / whole
        line.append((sum(pupils * (values[at] - mean) ** 2 for pupils, values in found) / whole) ** 0.5 / mean)
        line.append(sum(values[at] >= least for _pupils, values in found))
    line.append(sum(
        sum(x >= least for x, least in zip(values, STANDARDS[name])) >= 6
        and all(x >= least * 0.85 for x, least in zip(values, STANDARDS[name])) for _pupils, values in found))
    return line

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows(stage(name, rows) for name in KINDS)
"""
)
COUNTY = """\
county: {name: 量度县, kind: 县, city: 示例市}
pack: balanced-quality-2017
period: {from: 2023-01-01, to: 2023-12-31}
year: 2023
tables: {schools: data/schools.csv}
"""


def write(path: Path, counties: int, schools: int) -> None:
    """Write a table of so many counties and schools; the schools of a county stand together."""
    draw = random.Random(SEED)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEAD) + "\n")
        for number in range(schools):
            file.write(",".join(map(str, _row(draw, number, number * counties // schools))) + "\n")


def _row(draw: random.Random, number: int, county: int) -> list[object]:
    kind = draw.choices(KINDS, SHARES)[0]
    primary = draw.randint(60, 1800) if kind in ("小学", "九年一贯制学校", "十二年一贯制学校") else 0
    primary = draw.randint(10, 90) if kind == "教学点" else primary
    junior = draw.randint(100, 1500) if kind in ("初中", "九年一贯制学校", "完全中学", "十二年一贯制学校") else 0
    senior = draw.randint(200, 1500) if kind in ("完全中学", "十二年一贯制学校") else 0
    own = [
        ceil(pupils / 100 * least * draw.uniform(0.8, 1.8)) if least else int(0 < pupils < FEW)
        for least in ((4.2, 5.3), (1, 1), (0.9, 0.9), (0, 0))
        for pupils, least in zip((primary, junior), least, strict=True)
    ]
    weighed = primary + 1.1 * junior + 1.32 * senior
    gym = draw.choice((0, 0, 480.5, 600))
    return [
        110000 + county, f"{number + 1:010d}", f"第{number + 1}学校", kind, primary, junior, senior, *own,
        f"{weighed * draw.uniform(4.5, 9) + gym:.1f}", gym, f"{weighed * draw.uniform(7, 14):.1f}", 0,
        f"{weighed * draw.uniform(1800, 5000):.2f}", ceil(weighed / 100 * draw.uniform(2, 4)),
    ]  # fmt: skip


def county(folder: Path) -> tuple[Path, Path]:
    """Write a county of 120 schools; return its folder and its table."""
    table = folder / "county" / "data" / "schools.csv"
    table.parent.mkdir(parents=True)
    write(table, 1, IN_ONE_COUNTY)
    lines = table.read_text(encoding="utf-8").splitlines()
    # A county's own table does not say which county it is.
    table.write_text("\n".join(line.partition(",")[2] for line in lines) + "\n", encoding="utf-8")
    (folder / "county" / "county.yaml").write_text(COUNTY, encoding="utf-8")
    return folder / "county", table


def scripts(folder: Path) -> tuple[Path, Path]:
    """Write the two scripts that do the same sums; return plain Python's and polars'."""
    paths = folder / "plain.py", folder / "bare.py"
    for path, text in zip(paths, (PLAIN, BARE), strict=True):
        path.write_text(text, encoding="utf-8")
    # The county's own table has no county column: polars is given one.
    (folder / "bare_county.py").write_text(
        BARE.replace('COUNTY, KIND = col("行政区划代码")', 'COUNTY, KIND = pl.lit("county")').replace(
            '"行政区划代码": pl.String, ', ""
        ),
        encoding="utf-8",
    )
    return paths


def peak(command: list[str], folder: Path, cache: Path) -> float:
    """Return the largest memory of a process in MiB."""
    watch = (
        "import json, resource, subprocess, sys; code = subprocess.run(json.loads(sys.argv[1]), capture_output=True).returncode;"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code > 1)"
    )
    settings = {"EVALCLI_CACHE_DIR": str(cache), "EVALCLI_LANG": "zh", "PATH": ""}
    run = [sys.executable, "-c", watch, json.dumps(command)]
    done = subprocess.run(run, cwd=folder, env=settings, stdout=subprocess.PIPE, check=True)
    # macOS counts in bytes, Linux in KiB.
    return int(done.stdout) / (2**20 if sys.platform == "darwin" else 2**10)


def alike(ours: Path, bare: Path) -> bool:
    """Return whether both counted the same schools in every county: else the measurement compares two different sums."""
    import polars as pl

    mine = pl.read_csv(ours, infer_schema_length=None).sort("county", "stage").select("schools", pl.col("^L. reached$"))
    its = pl.read_csv(bare).sort("county", "stage").select(mine.columns)
    return mine.equals(its) or (mine - its).select(pl.all().abs().max()).max_horizontal()[0] <= 1
