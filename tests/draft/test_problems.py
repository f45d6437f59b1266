"""Problems drafted from the result, and a plan for each of them."""

from dataclasses import replace

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of, scored_of
from counties import FULL as WRITTEN
from reports import PACK, drafted, report_of, told

from evalcli.draft.problems import Drafted
from evalcli.draft.problems import drafted as problems
from evalcli.model.notice import Level, Notice

# The county without what it wrote of problems itself.
FULL = WRITTEN[: WRITTEN.index("problems:")]
FELL = FULL.replace("2020: 8.3752亿元", "2020: 9亿元")
ADVISED = AREA_1.replace(
    "      未达标: 投入下降了。\n",
    "      未达标: 投入下降了。\n    advice: {未达标: 调整支出结构，补足差额。, within: 3}\n",
).replace("text: 教育支出只增不减", "text: 教育支出（本级）只增不减；减少的，每减一个百分点扣1分，扣完为止")


def found(*texts, doubts=(), pack=PACK):
    return problems(scored_of(pack, *texts), doubts)


def of_item(problems, item):
    return next(problem for problem in problems if problem.item == item)


def test_an_item_that_is_missed_and_what_the_pack_advises():
    pack = pack_of(HEAD, FIELDS, ADVISED, AREA_2)

    assert of_item(found(FELL, pack=pack), "1.1") == Drafted(
        item="1.1",
        head="教育投入没有达到要求",
        say="“教育支出只增不减”未做到：教育支出下降6.82%。",
        measure="调整支出结构，补足差额",
        office="财政局",
        by="2022年9月底前",
    )


def test_a_pack_that_says_nothing_sets_no_day():
    problem = of_item(found(FELL), "1.1")

    assert (problem.measure, problem.by) == ("对照标准查明原因，逐项补齐", "")


@pytest.mark.parametrize(("months", "day"), [(6, "2022年12月底前"), (7, "2023年1月底前"), (18, "2023年12月底前")])
def test_the_day_that_the_pack_sets(months, day):
    pack = pack_of(HEAD + f"mend_within: {months}\n")

    assert of_item(found(FELL, pack=pack), "1.1").by == day


NEARLY = FELL.replace("level: 好", "level: 中")


def test_what_is_missed_comes_before_what_is_nearly_met():
    assert [problem.head for problem in found(NEARLY)][:2] == ["教育投入没有达到要求", "依法还有差距"]


def test_a_judgement_of_people_is_told_as_one():
    assert of_item(found(NEARLY), "2.3").say == "“制度落实”评定为中。"


def test_what_is_not_filled_in_is_one_problem():
    problem = found("figures: {coverage: 94%}")[-1]

    assert (problem.head, problem.say, problem.office) == (
        "部分数据没有报齐",
        "教育投入、普惠和师资、依法共3项指标缺少数据，尚不能判定。",
        "财政局、教体局、编办",
    )


def doubt(message, level=Level.DOUBT):
    return Notice("relation.x", level, message, "", None)


def test_findings_are_one_problem_without_places_and_reckonings():
    problem = found(
        FULL, doubts=(doubt("普惠率94%不是这个数（一边 a（b），另一边 c）。"), doubt("学生数两处不同（见 a.yaml:3）"))
    )[-1]

    assert problem.say == "自评数据有2处前后不一致或者存疑：普惠率94%不是这个数；学生数两处不同。"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        # Members stay: 资助人次 and 资助人次 would be the same. Places, days in figures and names of the machine go.
        (
            "资助人次（助学金）和资助人次（学费减免）都是 14726人次，像是抄了同一个数（另一处：data/a.yaml:31:14）",
            "资助人次（助学金）和资助人次（学费减免）都是14726人次，像是抄了同一个数",
        ),
        ("目标为91%，低于现状 94%（普惠率，data/a.yaml:14:25）", "目标为91%，低于现状94%"),
        ("3.8 的做法提到“2022年秋季”，晚于评价期截止日（2022-06-30）", "3.8的做法提到“2022年秋季”，晚于评价期截止日"),
        ("普惠率（coverage）两处不同", "普惠率两处不同"),
    ],
)
def test_a_finding_as_a_report_tells_it(message, told):
    assert found(FULL, doubts=(doubt(message),))[-1].say == f"自评数据有1处前后不一致或者存疑：{told}。"


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ({"found": "2人", "earned": "，每人扣0.2分，扣0.4分，得0.6分"}, "2人"),
        (
            {"found": "6项中落实5项，低于标准6项（缺：结果运用）", "earned": "，得1分", "mark": "（演示）"},
            "6项中落实5项，低于标准6项（缺：结果运用）",
        ),
        (
            {"found": "50%，低于标准100%；2023年12月31日已到期。", "earned": "，不得分"},
            "50%，低于标准100%；2023年12月31日已到期",
        ),
        (
            {
                "found": "14所学校中2所缺少专用教室：石桥小学、松坪小学；占14.3%",
                "brief": "14所学校中2所缺少专用教室，占14.3%",
            },
            "14所学校中2所缺少专用教室，占14.3%",
        ),
    ],
)
def test_what_was_found_without_points_and_without_schools_by_name(judged, told):
    scored = scored_of(PACK, FELL)
    area = scored.card.areas[0]
    item = area.items[0]
    judgement = replace(item.points[0].judgement, **judged)
    changed = replace(item, points=(replace(item.points[0], judgement=judgement), *item.points[1:]))
    card = replace(scored.card, areas=(replace(area, items=(changed,)),))

    assert problems(replace(scored, card=card), ())[0].say == f"“教育支出只增不减”未做到：{told}。"


def test_marks_within_marks_are_single_ones():
    pack = pack_of(HEAD, FIELDS, AREA_1.replace("text: 教育支出只增不减", "text: 教育支出“只增不减”"), AREA_2)

    assert of_item(found(FELL, pack=pack), "1.1").say == "“教育支出‘只增不减’”未做到：教育支出下降6.82%。"


def test_many_findings_are_counted_and_the_first_named():
    problem = found(FULL, doubts=tuple(doubt(f"第{number}处不符") for number in range(7)))[-1]

    assert problem.say == "自评数据有7处前后不一致或者存疑：第0处不符；第1处不符；第2处不符；第3处不符；第4处不符等。"


def test_hints_are_no_problem():
    assert [one for one in found(FULL, doubts=(doubt("记一笔", Level.HINT),)) if one.head == "个别数据需要核实"] == []


def _parts(report, first, last):
    lines = told(report)
    return lines[lines.index(first) + 1 : lines.index(last) if last in lines else None]


def test_every_problem_has_its_plan():
    report = report_of(NEARLY)
    wrong, plans = _parts(report, "三、存在问题", "四、下一步工作打算"), _parts(report, "四、下一步工作打算", "")

    assert [text.partition("是")[0] for text in wrong] == [text.partition("是")[0] for text in plans] != []
    assert all(text.split("。")[0].partition("是")[2] in plan for text, plan in zip(wrong, plans, strict=True))


def test_a_county_that_writes_its_own_problems_is_not_contradicted(tmp_path):
    assert told(drafted(tmp_path, WRITTEN, report="{{ drafted | length }}")) == ["0"]
