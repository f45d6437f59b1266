"""The report of one county, as it is told."""

import pytest
from counties import AREA_2, COUNTY, FIELDS, FULL, HEAD, TEMPLATES, pack_of, scored_of
from reports import annexes, areas, report_of, told

from evalcli import draft
from evalcli.model.report import Attachments, Signature, Title


def test_the_whole_report_of_a_county_that_filled_in_everything():
    found = report_of(FULL)

    assert told(found) == [
        "青川县人民政府2021年—2022年上半年",
        "履行教育职责自评报告",
        "根据广元市督导委《关于开展评价的通知》（广教督〔2022〕1号）要求，我县对照评估要点，对2021年—2022年上半年履行教育职责情况逐条逐项开展了自查自评。现将有关情况报告如下。",
        "一、基本情况",
        "县情。全县有学生7875人。",
        "二、履职成效",
        "（一）保障教育投入",
        "1.教育投入",
        "教育支出8.3861亿元。投入没有下降。",
        "一是增加投入。投入8.3861亿元，同比增长0.13%。二是加强维修。维修投入1387万余元。",
        "2.普惠和师资",
        "师资充足。",
        "（二）规范办学",
        "1.依法办学",
        "本项判定为达标。",
        "三、存在问题",
        "学位不足。普惠率只有94%。",
        "四、下一步工作打算",
        "（一）增加学位",
        "新建。普惠率提高到95%。",
    ]
    assert (found.title, found.author, found.created, found.missing) == (
        "青川县人民政府2021年—2022年上半年履行教育职责自评报告", "青川县人民政府", "2022-09-30", (),
    )  # fmt: skip
    names = ("青川县履行教育职责评价指标自评得分表", "青川县主要数据填报情况表")
    assert found.blocks[-4:-2] == (Attachments(names), Signature("青川县人民政府", "2022年9月30日"))
    assert [(annex.label, annex.name) for annex in annexes(found)] == [("附件1", names[0]), ("附件2", names[1])]


BARE = """
county: {name: 青川县}
pack: small
period: {from: 2021-01-01, to: 2021-12-31}
"""


def test_a_county_that_wrote_nothing_still_has_a_report():
    found = report_of("{}", head=BARE)

    assert told(found) == [
        "青川县人民政府2021年",
        "履行教育职责自评报告",
        "按照小评价的要求，我县对照评估要点，对2021年履行教育职责情况逐条逐项开展了自查自评。现将有关情况报告如下。",
        "一、基本情况",
        "本次自评的对象是青川县人民政府，评价期为2021年。",
        "二、履职成效",
        "（一）保障教育投入",
        "1.教育投入",
        "投入数据没有报齐。",
        "2.普惠和师资",
        "本项判定为缺数据。",
        "（二）规范办学",
        "1.依法办学",
        "本项判定为缺数据。",
        "三、存在问题",
        "部分数据没有报齐。教育投入、普惠和师资、依法共3项指标缺少数据，尚不能判定。",
        "四、下一步工作打算",
        "针对部分数据没有报齐的问题，逐项核对原始台账，补齐所缺数据，由财政局、教体局、编办负责。",
    ]
    assert (found.created, found.blocks[-3]) == ("2021-12-31", Signature("青川县人民政府", ""))


def test_a_county_without_problems_of_its_own_tells_what_failed_and_what_the_pack_advises():
    area = AREA_2.replace("    key_points:", "    advice: {未达标: 逐起整改。}\n    key_points:")
    pack = pack_of(HEAD, FIELDS, *(areas(area)))
    text = FULL.split("problems:")[0].replace("cases: 0起", "cases: 3起")

    lines = told(draft.report(scored_of(pack, text), (TEMPLATES,))[0])

    assert lines[lines.index("三、存在问题") :] == [
        "三、存在问题",
        "依法没有达到要求。“没有违规”未做到：3起。",
        "四、下一步工作打算",
        "针对依法没有达到要求的问题，逐起整改，由教体局负责。",
    ]


def test_a_county_where_all_is_well_says_so():
    lines = told(report_of(FULL.split("problems:")[0]))

    assert lines[lines.index("三、存在问题") :] == [
        "三、存在问题", "对照评估要点，本期未发现需要列出的问题。", "四、下一步工作打算", "巩固已有成果，按要求做好下一轮评价准备。",
    ]  # fmt: skip


def test_several_problems_are_numbered_and_their_plans_follow_in_order():
    text = (
        "problems:\n"
        "  - {item: '1.1', head: 甲, say: 甲缺。, plan: [{head: 补, say: 补甲。}, {head: 再补, say: 再补甲。}]}\n"
        "  - {item: '1.2', head: 乙, say: 乙缺。, plan_head: 增加乙, plan: [补乙。]}\n"
    )
    lines = told(report_of(text))

    assert lines[lines.index("三、存在问题") :] == [
        "三、存在问题", "一是甲。甲缺。", "二是乙。乙缺。", "四、下一步工作打算",
        "（一）甲", "一是补。补甲。二是再补。再补甲。", "（二）增加乙", "补乙。",
    ]  # fmt: skip


EXEMPT = "not_applicable: {'1.2': {because: 无普惠园, approved: 市督导办}}\n"


def test_an_item_that_does_not_apply_says_why():
    lines = told(report_of(FULL, EXEMPT))

    assert lines[lines.index("2.普惠和师资") + 1] == "本项不适用：无普惠园（市督导办同意）。"


MOSTLY = FULL.replace("    cases: 0起\n", "").split("problems:")[0] + EXEMPT


@pytest.mark.parametrize(
    ("scores", "lines"),
    [
        ("none", []),
        ("opening", ["经自评，已定得分60分（满分70分），未定10分，等次为良好，未定部分全部得到时为优秀。"]),
        (
            "headings",
            [
                "1.教育投入（分值40分，得分40分）",
                "2.普惠和师资（不计分）",
                "1.依法办学（分值30分，得分20分，未定10分）",
            ],
        ),
        ("paragraphs", ["自评得40分（满分40分）。", "自评得20分（满分30分），未定10分。"]),
    ],
)
def test_scores_stand_where_the_county_wants_them(scores, lines):
    with_scores = "".join(told(report_of(MOSTLY, head=COUNTY + f"report: {{scores: {scores}}}\n")))

    for line in lines:
        assert line in with_scores
    assert with_scores.count("分，") + with_scores.count("分）") >= len(lines)
    assert ("得40分" in with_scores or "得分" in with_scores) == bool(lines)


def test_a_county_where_nothing_is_open_tells_its_grade_plainly():
    assert "经自评，已定得分100分（满分100分），等次为优秀。现将" in "".join(
        told(report_of(FULL, head=COUNTY + "report: {scores: opening}\n"))
    )


def test_a_title_of_the_countys_own():
    found = report_of(FULL, head=COUNTY + "report: {title: [甲, 乙]}\n")

    assert (found.blocks[0], found.title) == (Title(("甲", "乙")), "甲乙")


def test_the_same_county_twice_is_the_same_report():
    assert report_of(FULL) == report_of(FULL)
