"""Write the school table of the demonstration county: made up from a seed, always the same, of no real school.

Run it as `python make_schools.py > data/学校.csv`.
"""

import csv
import io
import random
import sys
from math import ceil

SEED = 20171
# Standards per pupil or per hundred pupils (教督〔2017〕6号); every school gets at least so much times its margin.
STANDARDS = {
    "小学": {
        "qualified": 4.2,
        "backbone": 1.0,
        "arts": 0.9,
        "rooms": 4.5,
        "sports": 7.5,
        "equipment": 2000,
        "media": 2.3,
    },
    "初中": {
        "qualified": 5.3,
        "backbone": 1.0,
        "arts": 0.9,
        "rooms": 5.8,
        "sports": 10.2,
        "equipment": 2500,
        "media": 2.4,
    },
}
# A pupil of a later stage weighs more where a joint school shares rooms, grounds and equipment.
WEIGHTS = {"小学": 1.0, "初中": 1.1, "高中": 1.32}
QUOTA = {"小学": 720, "初中": 940}
CLASS = {"小学": 44, "初中": 48}
# Schools above this size have a gymnasium; below this many pupils funds are granted for as many; 过渡办法 apply until 2016.
GYM_FROM, FUNDED_AT_LEAST, SMALL_CLASS, OLD_ROOMS = 1500, 100, 30, 2016
STAGES = ("小学", "初中")

# Name, kind, year built, rural, share of migrant children, pupils of 小学, 初中, 高中.
SCHOOLS = (
    ("云岭县第一小学", "小学", 1998, 0, 12.4, 1860, 0, 0),
    ("云岭县第二小学", "小学", 2004, 0, 18.6, 1720, 0, 0),
    ("云岭县城东小学", "小学", 2007, 0, 21.5, 2160, 0, 0),
    ("云岭县城南小学", "小学", 2018, 0, 30.2, 1540, 0, 0),
    ("云岭县开发区小学", "小学", 2019, 0, 56.8, 2080, 0, 0),
    ("云岭县青溪镇中心小学", "小学", 1996, 0, 6.3, 860, 0, 0),
    ("云岭县石桥镇中心小学", "小学", 2001, 0, 5.1, 740, 0, 0),
    ("云岭县白塔镇中心小学", "小学", 2005, 0, 4.7, 690, 0, 0),
    ("云岭县柳林镇中心小学", "小学", 2009, 0, 3.9, 620, 0, 0),
    ("云岭县松坪乡中心小学", "小学", 1994, 1, 1.2, 310, 0, 0),
    ("云岭县桃园乡中心小学", "小学", 1997, 1, 0.8, 260, 0, 0),
    ("云岭县高坎村小学", "小学", 1992, 1, 0, 128, 0, 0),
    ("云岭县龙泉村小学", "小学", 1990, 1, 0, 92, 0, 0),
    ("云岭县松坪乡岩口教学点", "教学点", 1988, 1, 0, 58, 0, 0),
    ("云岭县桃园乡半山教学点", "教学点", 1986, 1, 0, 23, 0, 0),
    ("云岭县第一初级中学", "初中", 1999, 0, 14.2, 0, 1780, 0),
    ("云岭县第二初级中学", "初中", 2015, 0, 22.7, 0, 1520, 0),
    ("云岭县青溪镇初级中学", "初中", 1995, 0, 5.6, 0, 760, 0),
    ("云岭县石桥镇初级中学", "初中", 2000, 0, 4.4, 0, 680, 0),
    ("云岭县白塔镇初级中学", "初中", 2003, 0, 3.8, 0, 540, 0),
    ("云岭县实验学校", "九年一贯制学校", 2020, 0, 26.4, 1480, 920, 0),
    ("云岭县柳林镇九年一贯制学校", "九年一贯制学校", 2012, 0, 4.2, 560, 390, 0),
    ("云岭县河湾乡九年一贯制学校", "九年一贯制学校", 1993, 1, 0.6, 210, 150, 0),
    ("云岭中学", "完全中学", 1978, 0, 9.7, 0, 960, 1500),
    ("云岭县外国语学校", "十二年一贯制学校", 2021, 0, 35.1, 900, 720, 600),
    ("云岭县特殊教育学校", "特殊教育学校", 2011, 0, 0, 0, 0, 0),
    ("云岭县职业技术学校", "职业学校", 2008, 0, 0, 0, 0, 0),
)
# What this county has left to do: set by hand so that the example shows failing schools.
SHORT = {
    "云岭县白塔镇中心小学": {"县级以上骨干教师数（小学）": 6, "教学仪器设备值": 1242000},
    "云岭县石桥镇初级中学": {"最大班额（初中）": 52, "超标准班级数（初中）": 1},
}

HEAD = (
    "学校代码", "学校名称", "办学类型", "建成年份", "农村学校", "随迁子女占比",
    "学生数（小学）", "学生数（初中）", "学生数（高中）", "班级数（小学）", "班级数（初中）",
    "最大班额（小学）", "最大班额（初中）", "超标准班级数（小学）", "超标准班级数（初中）",
    "高于规定学历教师数（小学）", "高于规定学历教师数（初中）", "县级以上骨干教师数（小学）", "县级以上骨干教师数（初中）",
    "体育艺术专任教师数（小学）", "体育艺术专任教师数（初中）", "交流走教体育艺术教师数（小学）", "交流走教体育艺术教师数（初中）",
    "教学及辅助用房面积", "室内体育用房面积", "体育运动场馆面积", "另可计入的运动场地面积", "教学仪器设备值", "网络多媒体教室数",
    "音乐专用教室数", "最小音乐专用教室面积", "美术专用教室数", "最小美术专用教室面积",
    "核定公用经费（小学）", "核定公用经费（初中）", "生均公用经费基准定额（小学）", "生均公用经费基准定额（初中）",
    "教师培训经费", "公用经费预算",
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
    name, kind, built, rural, migrants, *counts = school
    pupils = dict(zip(WEIGHTS, counts, strict=True))
    head = {"学校代码": f"99000{number:05d}", "学校名称": name, "办学类型": kind, "建成年份": built, "农村学校": rural}
    head |= {"随迁子女占比": f"{migrants}%", **{f"学生数（{stage}）": count for stage, count in pupils.items()}}
    if not any(pupils.values()):
        return head
    cells = head | {f"生均公用经费基准定额（{stage}）": QUOTA[stage] for stage in STAGES}
    for stage in STAGES:
        cells |= of_stage(draw, stage, pupils[stage], rural)
    return cells | shared(draw, pupils) | rooms(draw, cells, built, rural) | funds(draw, pupils)


def of_stage(draw: random.Random, stage: str, count: int, rural: int) -> dict:
    """Return what a stage has of its own: classes and teachers."""
    least = STANDARDS[stage]
    size = 28 if rural and count < GYM_FROM / 4 else CLASS[stage]
    classes = max(ceil(count / size), 6 if stage == "小学" else 3) if count else 0
    visiting = int(0 < count < FUNDED_AT_LEAST)
    found = {
        "班级数": classes, "最大班额": min(CLASS[stage], ceil(count / classes) + 1) if count else 0, "超标准班级数": 0,
        "高于规定学历教师数": at_least(draw, count, least["qualified"]),
        "县级以上骨干教师数": at_least(draw, count, least["backbone"]),
        "体育艺术专任教师数": at_least(draw, count, least["arts"]) - visiting,
        "交流走教体育艺术教师数": visiting,
    }  # fmt: skip
    return {f"{label}（{stage}）": value for label, value in found.items()}


def at_least(draw: random.Random, count: int, per_hundred: float) -> int:
    """Return a head count that reaches a standard per hundred pupils with some margin."""
    return ceil(count / 100 * per_hundred * draw.uniform(1.05, 1.5))


def shared(draw: random.Random, pupils: dict) -> dict:
    """Return what the stages of a school share; all of it reaches the higher of the two standards."""
    weighed = sum(count * WEIGHTS[stage] for stage, count in pupils.items())
    # A pupil of the first stage that the school has weighs 1: its share is what the standard is about.
    first = next(stage for stage, count in pupils.items() if count)
    weighed /= WEIGHTS[first]
    stages = [stage for stage in STAGES if pupils[stage]]
    least = {key: max(STANDARDS[stage][key] for stage in stages) for key in ("rooms", "sports", "equipment", "media")}
    gym = 480 if weighed > GYM_FROM else 0
    return {
        "教学及辅助用房面积": ceil(weighed * least["rooms"] * draw.uniform(1.06, 1.35)) + gym,
        "室内体育用房面积": gym,
        "体育运动场馆面积": ceil(weighed * least["sports"] * draw.uniform(1.04, 1.4)),
        "另可计入的运动场地面积": 0,
        "教学仪器设备值": ceil(weighed * least["equipment"] * draw.uniform(1.05, 1.45) / 100) * 100,
        "网络多媒体教室数": ceil(weighed * least["media"] * draw.uniform(1.05, 1.4) / 100),
    }


def rooms(draw: random.Random, cells: dict, built: int, rural: int) -> dict:
    """Return music and art rooms: one each for every twelve classes, as large as the year of building asks for."""
    wanted = ceil((cells["班级数（小学）"] + cells["班级数（初中）"]) / 12)
    small = rural and max(cells["最大班额（小学）"], cells["最大班额（初中）"]) < SMALL_CLASS
    music, art = (61, 61) if small else (73, 67) if built <= OLD_ROOMS else (96, 90)
    return {
        "音乐专用教室数": wanted, "最小音乐专用教室面积": music + draw.randint(0, 12),
        "美术专用教室数": wanted, "最小美术专用教室面积": art + draw.randint(0, 12),
    }  # fmt: skip


def funds(draw: random.Random, pupils: dict) -> dict:
    """Return the funds granted, for a hundred pupils at least, and what of the budget goes into training."""
    granted = {stage: pupils[stage] * QUOTA[stage] for stage in STAGES}
    total = sum(pupils[stage] for stage in STAGES)
    if total < FUNDED_AT_LEAST:
        stage = "小学" if pupils["小学"] else "初中"
        granted[stage] = (FUNDED_AT_LEAST - total + pupils[stage]) * QUOTA[stage]
    budget = sum(granted.values())
    training = ceil(budget * draw.uniform(0.05, 0.065))
    own = {f"核定公用经费（{stage}）": amount for stage, amount in granted.items()}
    return own | {"教师培训经费": training, "公用经费预算": budget}


if __name__ == "__main__":
    main()
