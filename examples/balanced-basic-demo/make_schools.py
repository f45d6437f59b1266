"""Write the school table of the demonstration county: made up from a seed, always the same, of no real school.

Run it as `python make_schools.py > data/学校.csv`.
"""

import csv
import io
import random
import sys
from math import ceil

SEED = 20123
STAGES = ("小学", "初中")
# What every school has at least, per pupil: the example standards of the pack (不随城乡而变的几项).
STANDARDS = {
    "小学": {"building": 5.0, "rooms": 3.0, "sports": 6.0, "equipment": 365, "computers": 0.1, "books": 25},
    "初中": {"building": 6.4, "rooms": 3.5, "sports": 8.0, "equipment": 695, "computers": 0.1, "books": 40},
}
LAND = {"小学": (20, 15), "初中": (25, 20)}  # outside and inside the centre of the town
STAFF = {"小学": (21, 23), "初中": (16, 18)}  # pupils for one of the staff: in towns and in the country
# A pupil of a later stage weighs more where a joint school shares rooms, grounds and equipment.
WEIGHTS = {"小学": 1.0, "初中": 1.1, "高中": 1.32}

# Name, kind, in the centre, rural, pupils of 小学, 初中, 高中.
SCHOOLS = (
    ("云岭县第一小学", "小学", 1, 0, 1680, 0, 0),
    ("云岭县第二小学", "小学", 1, 0, 1420, 0, 0),
    ("云岭县城东小学", "小学", 1, 0, 1260, 0, 0),
    ("云岭县青溪镇中心小学", "小学", 0, 0, 780, 0, 0),
    ("云岭县石桥镇中心小学", "小学", 0, 0, 690, 0, 0),
    ("云岭县白塔镇中心小学", "小学", 0, 0, 610, 0, 0),
    ("云岭县柳林镇中心小学", "小学", 0, 0, 540, 0, 0),
    ("云岭县松坪乡中心小学", "小学", 0, 1, 286, 0, 0),
    ("云岭县桃园乡中心小学", "小学", 0, 1, 243, 0, 0),
    ("云岭县高坎村小学", "小学", 0, 1, 118, 0, 0),
    ("云岭县松坪乡岩口教学点", "教学点", 0, 1, 56, 0, 0),
    ("云岭县桃园乡半山教学点", "教学点", 0, 1, 21, 0, 0),
    ("云岭县第一初级中学", "初中", 1, 0, 0, 1640, 0),
    ("云岭县第二初级中学", "初中", 1, 0, 0, 1180, 0),
    ("云岭县青溪镇初级中学", "初中", 0, 0, 0, 720, 0),
    ("云岭县石桥镇初级中学", "初中", 0, 0, 0, 640, 0),
    ("云岭县白塔镇初级中学", "初中", 0, 0, 0, 480, 0),
    ("云岭县柳林镇九年一贯制学校", "九年一贯制学校", 0, 0, 460, 330, 0),
    ("云岭县河湾乡九年一贯制学校", "九年一贯制学校", 0, 1, 196, 142, 0),
    ("云岭中学", "完全中学", 1, 0, 0, 840, 1350),
    ("云岭县特殊教育学校", "特殊教育学校", 0, 0, 0, 0, 0),
)
# What this county has left to do: set by hand so that the example shows two failing schools.
SHORT = {
    "云岭县松坪乡中心小学": {"教学仪器设备值": 89200, "计算机台数": 24, "图书册数": 6100},
    "云岭县白塔镇初级中学": {"图书册数": 11300},
}

HEAD = (
    "学校代码", "学校名称", "办学类型", "中心城区学校", "农村学校", "学生数（小学）", "学生数（初中）", "学生数（高中）",
    "占地面积", "校舍建筑面积", "教学及辅助用房面积", "体育运动场馆面积", "教学仪器设备值", "计算机台数", "图书册数",
    "教职工数（小学）", "教职工数（初中）", "专任教师数（小学）", "专任教师数（初中）",
    "学历合格专任教师数（小学）", "学历合格专任教师数（初中）", "高于规定学历专任教师数（小学）", "高于规定学历专任教师数（初中）",
    "中级及以上职务教师数（小学）", "中级及以上职务教师数（初中）", "在校生年巩固率（小学）", "在校生年巩固率（初中）",
)  # fmt: skip


def main() -> None:
    """Write the table to standard output: UTF-8 with the mark that Excel wants, lines ended as Excel ends them."""
    draw = random.Random(SEED)
    page = io.StringIO()
    writer = csv.DictWriter(page, HEAD, lineterminator="\r\n")
    writer.writeheader()
    for number, school in enumerate(SCHOOLS, 1):
        writer.writerow(row(draw, number, school) | SHORT.get(school[0], {}))
    sys.stdout.buffer.write(b"\xef\xbb\xbf" + page.getvalue().encode("utf-8"))


def row(draw: random.Random, number: int, school: tuple) -> dict:
    """Return one school's cells; a school that has none of the two stages has no more than its head."""
    name, kind, centre, rural, *counts = school
    pupils = dict(zip(WEIGHTS, counts, strict=True))
    cells = {
        "学校代码": f"99001{number:05d}",
        "学校名称": name,
        "办学类型": kind,
        "中心城区学校": centre,
        "农村学校": rural,
    }
    cells |= {f"学生数（{stage}）": count for stage, count in pupils.items()}
    if not any(pupils.values()):
        return cells
    cells |= shared(draw, pupils, centre, rural)
    for stage in STAGES:
        cells |= of_stage(draw, stage, pupils[stage], rural)
    return cells


def shared(draw: random.Random, pupils: dict, centre: int, rural: int) -> dict:
    """Return what the stages of a school share; all of it reaches the higher of the two standards."""
    stages = [stage for stage in STAGES if pupils[stage]]
    # A pupil of the first stage that the school has weighs 1: its share is what the standard is about.
    weighed = sum(count * WEIGHTS[stage] for stage, count in pupils.items()) / WEIGHTS[stages[0]]
    least = {key: max(STANDARDS[stage][key] for stage in stages) for key in STANDARDS["小学"]}
    # Schools in the country have room to spare, those in the centre have the better equipment.
    room, kit = (1.9 if rural else 1.0), (1.3 if centre else 1.0)

    def some(standard: float, factor: float) -> int:
        return ceil(weighed * standard * factor * draw.uniform(1.02, 2.3))

    return {
        "占地面积": some(max(LAND[stage][centre] for stage in stages), room),
        "校舍建筑面积": some(least["building"], room),
        "教学及辅助用房面积": some(least["rooms"], room),
        "体育运动场馆面积": some(least["sports"], room),
        "教学仪器设备值": ceil(some(least["equipment"], kit * 1.8) / 100) * 100,
        "计算机台数": some(least["computers"], kit),
        "图书册数": some(least["books"], 1.0),
    }


def of_stage(draw: random.Random, stage: str, count: int, rural: int) -> dict:
    """Return the teachers of a stage, and the share of pupils that it kept over the year."""
    if not count:
        return {}
    staff = ceil(count / STAFF[stage][rural] * draw.uniform(1.0, 1.15)) + rural
    teachers = max(1, round(staff * draw.uniform(0.9, 0.97)))
    lost = int(count * draw.uniform(0, 0.008 if stage == "小学" else 0.025))
    found = {
        "教职工数": staff,
        "专任教师数": teachers,
        "学历合格专任教师数": teachers,
        "高于规定学历专任教师数": ceil(teachers * draw.uniform(0.86 if stage == "小学" else 0.72, 0.97)),
        "中级及以上职务教师数": max(1, round(teachers * draw.uniform(0.28, 0.66))),
        "在校生年巩固率": f"{(count - lost) / count * 100:.1f}%",
    }
    return {f"{label}（{stage}）": value for label, value in found.items()}


if __name__ == "__main__":
    main()
