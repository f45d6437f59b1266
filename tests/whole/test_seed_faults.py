"""Arithmetic faults of published reports, typed as county data: general rules find them, in packs made for the day.

Numbers only; what they measure is named anew. Each case is fields, relations, figures and the codes that must come out.
"""

import pytest
from counties import FIELDS, HEAD, filled_of, pack_of

from evalcli import check
from evalcli.model.notice import Level


def field(name, label, unit="个", more=""):
    ranged = ", range: [0, 100]" if unit == "%" else ""
    return f'{name}: {{label: {label}, item: "2.3", unit: "{unit}"{ranged}, office: 教体局, meaning: 数。{more}}}\n'


def doubts(fields, figures, relations=""):
    pack = pack_of(HEAD + (f"relations:\n{relations}" if relations else "") + "jump: 30%\n", FIELDS + fields)
    found = check.county(pack, filled_of(pack, f"figures: {{{figures}}}"))
    return [(notice.code, notice.message) for notice in found if notice.level in (Level.MUST, Level.DOUBT)]


KINDS = "".join(
    field(name, label, "所")
    for name, label in (("own", "独立园"), ("joined", "附属园"), ("private", "普惠民办园"), ("dear", "非普惠园"))
)
SHARE = field("cover", "覆盖率", "%", ", is: 'share(own + joined + private, own + joined + private + dear)'")
CUT = (
    field("before", "原有机构", "所")
    + "".join(field(name, label, "所") for name, label in (("closed", "注销"), ("turned", "转型"), ("older", "转高中")))
    + field("cut", "压减率", "%", ", is: 'share(closed + turned + older, before)'")
)
AREAS = "".join(field(f"site{n}", f"第{n}处校舍", "平方米") for n in range(1, 10)) + field(
    "whole", "校舍合计", "平方米", ", is: site1 + site2 + site3 + site4 + site5 + site6 + site7 + site8 + site9"
)


@pytest.mark.parametrize(
    ("fields", "figures", "told"),
    [
        # A share that the counts do not give: 133 of 140 are 95%.
        (KINDS + SHARE, "own: 11所, joined: 43所, private: 79所, dear: 7所, cover: 94%",
         [("figure.recomputed", "覆盖率填报94%，按 (11 + 43 + 79) ÷ (11 + 43 + 79 + 7) × 100 复算是 95%")]),
        # One that they do: 25 of 29 print as 86.2%; 22 alone would be 75.9%.
        (CUT, "before: 29所, closed: 22所, turned: 2所, older: 1所, cut: 86.2%", []),
        (CUT, "before: 29所, closed: 22所, turned: 0所, older: 0所, cut: 86.2%",
         [("figure.recomputed", "压减率填报86.2%，按 (22 + 0 + 0) ÷ 29 × 100 复算是 75.86%")]),
        # Nine areas make 54 009, whatever their thousands separators.
        (AREAS, ("site1: '6,650平方米', site2: '3,000平方米', site3: 600平方米, site4: '4,000平方米', site5: '9,000平方米', "
         "site6: 1.5万平方米, site7: '1,676平方米', site8: '7,608平方米', site9: '6,475平方米', whole: '54,009平方米'"), []),
        (AREAS, ("site1: '6,650平方米', site2: '3,000平方米', site3: 600平方米, site4: '4,000平方米', site5: '9,000平方米', "
         "site6: 1.5万平方米, site7: '1,676平方米', site8: '7,608平方米', site9: '6,475平方米', whole: '39,009平方米'"),
         [("figure.recomputed", "校舍合计填报39,009平方米，按 6650 + 3000 + 600 + 4000 + 9000 + 15000 + 1676 + 7608 + 6475 复算是 54009平方米")]),
        # A ratio: 7875 pupils, 636 teachers.
        (field("ratio", "高中生师比", "比", ", is: students / teachers"), "ratio: '12.38:1', students: 7875人, teachers: 636名", []),
        (field("ratio", "高中生师比", "比", ", is: students / teachers"), "ratio: '13.28:1', students: 7875人, teachers: 636名",
         [("figure.recomputed", "高中生师比填报13.28:1，按 7875 ÷ 636 复算是 12.38:1")]),
        # Money for each person: 1472.6万元 for 14 726 are 1000元, and the same count stands twice.
        (field("helped", "助学人次", "人次") + field("freed", "减免人次", "人次"), "helped: 14726人次, freed: 14726人次",
         [("figure.twin", "助学人次和减免人次都是 14726人次，像是抄了同一个数（另一处：data/1.yaml:1:19）")]),
        # Growth against both years.
        ("", "spending: {2021: 8.3861亿元, 2020: 8.3752亿元}, spending.growth: 0.13%", []),
        ("", "spending: {2021: 8.3861亿元, 2020: 8.3752亿元}, spending.growth: 1.3%",
         [("growth.differs", "教育支出填报增幅 1.3%，按两年的值复算是 0.1%")]),
        # Targets on the wrong side of the present.
        ("", "coverage: 94%, coverage_target: 91%",
         [("target.below-present", "普惠率目标为91%，低于现状 94%（普惠率，data/1.yaml:1:21）")]),
        (field("dropout", "辍学率", "%", ", better: lower") + field("dropout_target", "辍学率目标", "%", ", target_for: dropout"),
         "dropout: 0.3%, dropout_target: 0.5%",
         [("target.above-present", "辍学率目标为0.5%，高于现状 0.3%（辍学率，data/1.yaml:1:20），而这一项越低越好")]),
    ],
)  # fmt: skip
def test_a_fault_of_arithmetic_is_found_and_what_holds_is_left_alone(fields, figures, told):
    assert doubts(fields, figures) == told


PARTS = field("due", "应治理") + "".join(
    field(name, label) for name, label in (("built", "主体完工"), ("used", "启用"), ("idle", "未开工"))
)


@pytest.mark.parametrize(
    ("figures", "codes"),
    [
        ("due: 8个, built: 4个, used: 3个, idle: 1个", []),
        ("due: 8个, built: 4个, used: 3个, idle: 2个", ["relation.parts"]),
        ("due: 8个, built: 4个, used: 3个", []),
    ],
)
def test_parts_make_their_whole(figures, codes):
    relation = "  - {id: parts, holds: due == built + used + idle, say: 各类之和不等}\n"

    assert [code for code, _message in doubts(PARTS, figures, relation)] == codes


@pytest.mark.parametrize(
    ("figures", "codes"),
    [
        ("all: 2.2471亿元, one: 1.1235亿元, two: 1.1235亿元", ["figure.twin"]),  # 2.2470 prints within a last place
        ("all: 2.2471亿元, one: 1.0亿元, two: 1.2亿元", []),  # one place leaves 2.1 to 2.3 open
        ("all: 2.2471亿元, one: 1.00亿元, two: 1.20亿元", ["relation.parts"]),
        ("all: 2.2471亿元, one: 2.2471亿元, two: 0亿元", []),
    ],
)
def test_parts_of_rounded_figures_may_differ_in_the_last_place(figures, codes):
    fields = "".join(
        field(name, label, "亿元") for name, label in (("all", "总投入"), ("one", "第一笔"), ("two", "第二笔"))
    )
    relation = "  - {id: parts, holds: all == one + two, say: 各笔之和不等}\n"

    assert [code for code, _message in doubts(fields, figures, relation) if code != "figure.twin"] == [
        code for code in codes if code != "figure.twin"
    ]


@pytest.mark.parametrize(
    ("relation", "figures", "codes"),
    [
        ("one <= two * 1", "one: 1.05亿元, two: 1.0亿元", []),
        ("one < two * 1", "one: 1.2亿元, two: 1.0亿元", ["relation.r"]),
        ("two * 1 >= one", "one: 1.05亿元, two: 1.0亿元", []),
        ("two * 1 > one", "one: 1.2亿元, two: 1.0亿元", ["relation.r"]),
        ("two * 1 != one * 1", "one: 1.0亿元, two: 1.0亿元", ["relation.r"]),
        ("one <= two", "one: 1.05亿元, two: 1.0亿元", ["relation.r"]),  # as typed
        ("0 < one * 1 < two", "one: 1.05亿元, two: 1.0亿元", ["relation.r"]),
        ("-one >= -two", "one: 1.05亿元, two: 1.0亿元", []),
    ],
)
def test_a_relation_that_is_reckoned_leaves_room_for_rounding(relation, figures, codes):
    fields = "".join(field(name, label, "亿元") for name, label in (("one", "第一笔"), ("two", "第二笔")))

    assert [
        code for code, _message in doubts(fields, figures, f"  - {{id: r, holds: {relation}, say: 不成立}}\n")
    ] == codes
