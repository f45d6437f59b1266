"""One sentence, one row a quantity: values worked out by hand, in the words of the genre."""

import pytest
from plans import rows, told

from evalcli.model.statement import Comparator, Kind

SENTENCES = [
    # numbers and units
    ("新建学校12所", ["= 12所"]),
    ("完成5,320平方米综合楼", ["= 5320平方米"]),
    ("改造校舍1 122个", ["= 1122个"]),
    ("新增学位２，４００個", ["increase 2400个"]),
    ("安排资金八千五百万元", ["= 8500万元"]),
    ("投入2.5亿,建成一期", ["= 2.5亿元"]),
    ("投入三百多万维修校舍", ["> 300万元"]),
    ("教育支出7.2415亿元", ["= 7.2415亿元"]),
    ("受益学生3百万人", ["= 300万人"]),
    ("入学率达到百分之九十五点五", [">= 95.5%"]),
    ("就读比例不低于九成五", [">= 95%"]),
    ("占比超过三分之二", ["> 66.67%"]),
    ("参与率过半", ["> 50%"]),
    ("七八成学校达标,百分之几的学校,零分之三", []),
    ("完成安防“六个100%”,开展“每天运动一小时”活动", ["= 100%", ">= 1小时"]),
    ("全部完成所有学校均达标", ["= 100%"]),
    ("投入翻两番", ["increase 300%"]),
    ("生师比13.26:1", ["= 13.26:1"]),
    ("按1:100配备", ["= 1001:"]),
    ("职普比达到4比6", [">= 4:6"]),
    ("每校办好2-4个专业群", [">= 2个", "<= 4个"]),
    ("补助500元至600元", [">= 500元", "<= 600元"]),
    ("差异系数不超过0.45", ["<= 0.45"]),
    # operators
    ("普惠率达81%以上", [">= 81%"]),
    ("大班额控制在26个以内", ["<= 26个"]),
    ("流失率控制在0.3%以下", ["<= 0.3%"]),
    ("公办园占比提高到50%", [">= 50%"]),
    ("覆盖率达到100%", ["= 100%"]),
    ("近视率降到45%", ["<= 45%"]),
    ("从65%提高到70%", [">= 70%"]),
    ("学生数比上年的3.2万人增长5%", ["increase 5%"]),
    ("近视率下降0.6%以上", ["decrease 0.6%"]),
    ("编外教师减少超过规定数部分的30%", ["decrease 30%"]),
    ("公用经费不低于预算总额的5%", [">= 5%"]),
    ("培训2600人以上", [">= 2600人"]),
    ("教学班不足6个", ["< 6个"]),
    ("培训教师近万名", []),
    ("建立档案近5万条", ["< 5万条"]),
    ("清理事项10余条", ["> 10条"]),
    ("新增学位约3180个", ["increase 3180个"]),
    ("受教育年限14年左右", ["= 14年"]),
    ("用三年时间消除薄弱学校", ["<= 3年"]),
    ("限15个工作日内整改完毕", ["<= 15个工作日"]),
    ("保证每天一小时体育活动", [">= 1小时"]),
    ("达到16条办学要求", ["= 16条"]),
    # several quantities in one clause
    ("规模控制在9个班、270人", ["<= 9个班", "<= 270人"]),
    ("掌握至少两项技能和一项特长", [">= 2项", ">= 1项"]),
    ("小学、初中班额分别不超过45人、50人", ["<= 45人", "<= 50人"]),
    ("A覆盖率和B覆盖率达到90%", [">= 90%", ">= 90%"]),
    ("小学、初中入学率均达到99%", [">= 99%", ">= 99%"]),
    ("新增幼儿学位300个,小学学位500个", ["increase 300个", "increase 500个"]),
    ("在校生300人,比上年增加20人,教师40人", ["= 300人", "increase 20人", "= 40人"]),
    ("小班不超过25人,中班30人", ["<= 25人", "<= 30人"]),
    ("确保占比达55%以上(购买的比上年减少4%以上)", [">= 55%", "decrease 4%"]),
    # without a digit
    ("实现资助全覆盖", ["= 100%"]),
    ("学校食堂全部完成改造", ["= 100%"]),
    ("所有学校均达到标准", ["= 100%"]),
    ("各校供餐率均达到100%", ["= 100%"]),
    ("无一名学生因贫失学", ["= 0名"]),
    ("实现零辍学", ["= 0名"]),
    ("校园安全事故零发生", ["= 0起"]),
    ("全年未发生安全事故", ["= 0起"]),
    ("基本消除超大班额", ["= 0个"]),
    ("投入只增不减", ["increase 0%"]),
    ("占比“只减不增”", ["decrease 0%"]),
    ("教师工资不低于当地公务员平均工资", [">= 1倍"]),
    ("教师收入不高于全省平均水平", ["<= 1倍"]),
    # what is no quantity
    ("根据青教督〔2023〕8号文件", []),
    ("落实《提升行动计划(2023-2025年)》", []),
    ("第34个教师节,第二届运动会", []),
    ("一是抓党建,二是抓安全", []),
    ("电话0835-6221234,邮编625000", []),
    ("2024年3月26日,8月底,9:30", []),
    ("落实“三会一课”和一岗双责", []),
    ("坚持一校一策,实行两免一补", []),
    ("实施安全提升三年行动计划", []),
    ("近三年来,连续两年获奖", []),
    ("学前三年教育,3-6岁儿童", []),
    ("面向二年级,获一等奖", []),
    ("形成一个良好局面", []),
    ("建成一个教育集团", ["= 1个"]),
    ("抓好两个方面", []),
    ("学习贯彻四个意识", []),
    ("推进2.0行动,完善1+X制度,参加3+2试点", []),
    ("数百名教师,七八所学校,几十个点", []),
    ("百名教师送教", []),
    ("二期工程开工", []),
    ("新一所学校", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _told in SENTENCES])
def test_what_a_sentence_states(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


def test_what_was_reached_is_no_bound() -> None:
    assert told("入园率达到96%,近视率降到45%", ahead=False) == ["= 96%", "= 45%"]


def test_a_row_says_all_that_stands_there() -> None:
    (row,) = rows("到2025年，力争学前毛入园率从91.2%提高到95%左右")

    assert (row.fragment, row.measures) == ("力争学前毛入园率从91.2%提高到95%左右", "学前毛入园率")
    assert (row.comparator, str(row.value), row.unit) == (Comparator.EQUAL, "95", "%")
    assert (row.base, row.date, row.softness, row.kind) == ("从91.2%", "2025", "力争、左右", Kind.TARGET)
    assert (row.place.line, row.place.column, row.place.width, row.unclear) == (1, 25, 3, "")


def test_a_place_is_where_the_number_stood_before_blanks_were_dropped() -> None:
    (row,) = rows("新建 幼儿园　 12 所")

    assert row.place.text[row.place.column - 1 : row.place.column - 1 + row.place.width] == "12 所"
    assert row.fragment == "新建 幼儿园　 12 所"


DOUBTS = [
    ("确保2024100%完成", "“2024100”像是“2024年”少了“年”字，按100读；看不出说的是什么"),
    ("推进202460项重点工作", "“202460”像是“2024年”少了“年”字，按60读"),
    ("投入1.5亿", "原文没有写“元”"),
    ("已覆盖学生3万余", "原文没有写单位"),
    ("近视率下降0.7%", "是百分之几还是几个百分点，原文没有写明"),
    ("占比达到三分之一", "分数除不尽，按两位小数写成百分数"),
    ("工资不低于公务员平均工资", "只比较，没有给出数"),
]


@pytest.mark.parametrize(("sentence", "expected"), DOUBTS)
def test_what_is_unclear_is_marked(sentence: str, expected: str) -> None:
    assert [row.unclear for row in rows(sentence)] == [expected]


def test_a_year_that_is_not_the_documents_is_left_in_its_number() -> None:
    assert told("推进202460项工作", year=2023) == ["= 202460项"]
    assert told("完成2024150%的任务") == ["= 2024150%"]
    assert told("到2024100年") == []


KINDS = [
    ("对不满60人以下的小规模学校实行合并", Kind.CONDITION),
    ("教职工比例13.5:1的编制标准", Kind.STANDARD),
    ("化解60人以上“大班额”", Kind.STANDARD),
    ("完成50%的整改任务", Kind.TARGET),
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_what_a_number_is_stated_for(sentence: str, kind: Kind) -> None:
    assert rows(sentence)[0].kind is kind


def test_facts_and_activities_of_a_report() -> None:
    (activity,) = rows("召开推进会7场", ahead=False)
    (fact,) = rows("建成学校3所", ahead=False)
    (wish,) = rows("力争再建学校3所", ahead=False)
    (reached,) = rows("已建成学校3所")

    assert [row.kind for row in (activity, fact, wish, reached)] == [
        Kind.ACTIVITY, Kind.ACHIEVED, Kind.TARGET, Kind.ACHIEVED,
    ]  # fmt: skip


MEASURED = [
    ("生均经费小学、初中分别为1000元、1200元，分别增长2%、3%", ["生均经费小学", "初中", "生均经费小学", "初中"]),
    ("小学、初中巩固率分别达到99%和98%", ["小学巩固率", "初中巩固率"]),
    ("在校生300人，比上年增加20人，其中女生占48%", ["在校生", "在校生", "女生"]),
    ("公办园11所，占全部幼儿园的46%", ["公办园", "公办园占全部幼儿园"]),
    ("2024年6月，新建幼儿园3所", ["幼儿园"]),
]


@pytest.mark.parametrize(("sentence", "measures"), MEASURED)
def test_what_is_measured(sentence: str, measures: list[str]) -> None:
    assert [row.measures for row in rows(sentence)] == measures


def test_the_base_of_a_number() -> None:
    bases = [
        rows(sentence)[-1].base for sentence in ("比上年增长5%", "占总数的10%", "每个乡镇至少建一所幼儿园", "新建3所")
    ]

    assert bases == ["比上年", "总数", "每个乡镇", ""]


def test_a_label_announces_and_states_nothing() -> None:
    assert told("4.确保经费只增不减。全县投入只增不减。") == ["increase 0%"]


def test_tiers_name_whom_a_standard_is_for() -> None:
    assert [(row.base, f"{row.value}{row.unit}") for row in rows("在校1至30人的按3倍标准拨付")] == [("1至30人", "3倍")]
