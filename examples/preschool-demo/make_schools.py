"""Write the kindergarten table of the demonstration county: made up from a seed, always the same, of no real kindergarten.

Run it as `python make_schools.py > data/学校.csv`.
"""

import csv
import io
import random
import sys
from math import ceil

SEED = 20201
# Per child (沈教督发〔2021〕11号, 第26项); every kindergarten gets so much times its margin.
OUTDOOR, ACTIVITY, BUILDING, BOOKS = 4, 8.17, 10.44, 3
# 《幼儿园教职工配备标准（暂行）》: two teachers and a carer for a class, one of the staff for seven children at most.
TEACHERS, CARERS, CHILDREN_PER_STAFF = 2, 1, 7
CLASS, NEW_FROM, OWN_BRANCH_FROM, LARGE_FROM = 28, 2017, 3, 240

# Name, kind, year of design, children, those of them under three, party members, classes above the size allowed.
KINDERGARTENS = (
    ("云岭县机关幼儿园", "公办园", 1998, 420, 0, 9, 2),
    ("云岭县第一幼儿园", "公办园", 2006, 390, 0, 7, 1),
    ("云岭县第二幼儿园", "公办园", 2018, 360, 20, 6, 0),
    ("云岭县城南幼儿园", "公办园", 2019, 330, 20, 5, 1),
    ("云岭县开发区幼儿园", "公办园", 2020, 270, 0, 4, 0),
    ("云岭县青溪镇中心幼儿园", "公办园", 2012, 260, 0, 4, 1),
    ("云岭县石桥镇中心幼儿园", "公办园", 2013, 240, 0, 3, 0),
    ("云岭县白塔镇中心幼儿园", "公办园", 2014, 210, 0, 3, 0),
    ("云岭县柳林镇中心幼儿园", "公办园", 2015, 190, 0, 2, 0),
    ("云岭县松坪乡中心幼儿园", "公办园", 2016, 96, 0, 2, 0),
    ("云岭县桃园乡中心幼儿园", "公办园", 2017, 88, 0, 1, 0),
    ("云岭县河湾乡中心幼儿园", "公办园", 2018, 92, 0, 1, 0),
    ("云岭县高坎村小学附设幼儿园", "附设园", 2009, 42, 0, 0, 0),
    ("云岭县龙泉村小学附设幼儿园", "附设园", 2010, 36, 0, 0, 0),
    ("云岭县金太阳幼儿园", "普惠性民办园", 2011, 300, 15, 3, 2),
    ("云岭县小星星幼儿园", "普惠性民办园", 2008, 260, 10, 2, 1),
    ("云岭县阳光幼儿园", "普惠性民办园", 2016, 240, 10, 2, 0),
    ("云岭县春蕾幼儿园", "普惠性民办园", 2018, 220, 0, 1, 0),
    ("云岭县锦绣家园幼儿园", "普惠性民办园", 2020, 200, 0, 1, 0),
    ("云岭县青溪镇育苗幼儿园", "普惠性民办园", 2013, 150, 0, 0, 0),
    ("云岭县石桥镇新苗幼儿园", "普惠性民办园", 2014, 140, 0, 0, 0),
    ("云岭县蓝天双语幼儿园", "非普惠性民办园", 2019, 280, 30, 3, 0),
    ("云岭县爱弥儿幼儿园", "非普惠性民办园", 2018, 190, 20, 1, 0),
    ("云岭县童画幼儿园", "非普惠性民办园", 2015, 160, 15, 0, 1),
)
# What this county has left to do: set by hand so that the example shows kindergartens that fall short.
SHORT = {
    "云岭县小星星幼儿园": {"幼儿活动用房建筑面积": 2132, "园舍建筑面积": 2496},
    "云岭县金太阳幼儿园": {"保育员数": 10},
    "云岭县桃园乡中心幼儿园": {"专任教师数": 7, "持证园长和专任教师数": 8},
}

HEAD = (
    "幼儿园代码", "幼儿园名称", "办园类型", "规划设计年份", "在园幼儿数", "3至6岁在园幼儿数", "班级数", "超规定班额班级数",
    "户外活动场地面积", "幼儿活动用房建筑面积", "园舍建筑面积", "图书册数", "玩教具达标", "符合建设标准",
    "教职工数", "应配教职工数", "园长数", "专任教师数", "应配专任教师数", "保育员数", "应配保育员数",
    "持证园长和专任教师数", "2020年新入职未取证教师数", "正式党员数", "党的工作形式", "备案公示", "办园行为督导评估", "责任督学挂牌",
)  # fmt: skip


def main() -> None:
    """Write the table to standard output: UTF-8 with the mark that Excel wants, lines ended as Excel ends them."""
    draw = random.Random(SEED)
    page = io.StringIO()
    writer = csv.DictWriter(page, HEAD, lineterminator="\r\n")
    writer.writeheader()
    for number, kindergarten in enumerate(KINDERGARTENS, 1):
        writer.writerow(row(draw, number, kindergarten) | SHORT.get(kindergarten[0], {}))
    sys.stdout.buffer.write(b"\xef\xbb\xbf" + page.getvalue().encode("utf-8"))


def row(draw: random.Random, number: int, kindergarten: tuple) -> dict:
    """Return one kindergarten's cells."""
    name, kind, year, count, under_three, members, over = kindergarten
    classes = ceil(count / CLASS)
    head = {
        "幼儿园代码": f"99010{number:05d}", "幼儿园名称": name, "办园类型": kind, "规划设计年份": year,
        "在园幼儿数": count, "3至6岁在园幼儿数": count - under_three, "班级数": classes, "超规定班额班级数": over,
        "符合建设标准": 1 if year >= NEW_FROM else "",
    }  # fmt: skip
    return head | premises(draw, count) | staff(draw, count, classes) | oversight(members)


def premises(draw: random.Random, count: int) -> dict:
    """Return rooms, grounds and books: each above its standard by some margin."""
    activity = ceil(count * ACTIVITY * draw.uniform(1.02, 1.2))
    return {
        "户外活动场地面积": ceil(count * OUTDOOR * draw.uniform(1.03, 1.5)),
        "幼儿活动用房建筑面积": activity,
        "园舍建筑面积": max(ceil(count * BUILDING * draw.uniform(1.02, 1.3)), ceil(activity * 1.2)),
        "图书册数": ceil(count * BOOKS * draw.uniform(1.1, 2)),
        "玩教具达标": 1,
    }


def staff(draw: random.Random, count: int, classes: int) -> dict:
    """Return people in post and people needed: all of them are there, and all hold their certificates."""
    principals = 1 + (count >= LARGE_FROM)
    teachers = classes * TEACHERS + draw.randint(0, 2)
    carers = classes * CARERS
    needed = max(ceil(count / CHILDREN_PER_STAFF), principals + classes * (TEACHERS + CARERS))
    others = max(needed - principals - teachers - carers, 0) + draw.randint(1, 4)
    return {
        "教职工数": principals + teachers + carers + others, "应配教职工数": needed, "园长数": principals,
        "专任教师数": teachers, "应配专任教师数": classes * TEACHERS, "保育员数": carers, "应配保育员数": classes * CARERS,
        "持证园长和专任教师数": principals + teachers, "2020年新入职未取证教师数": 0,
    }  # fmt: skip


def oversight(members: int) -> dict:
    """Return how the party's work is organised, and that the kindergarten is registered, inspected and watched over."""
    work = 1 if members >= OWN_BRANCH_FROM else 2 if members else 3
    return {"正式党员数": members, "党的工作形式": work, "备案公示": 1, "办园行为督导评估": 1, "责任督学挂牌": 1}


if __name__ == "__main__":
    main()
