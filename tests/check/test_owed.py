"""Who owes what, by when."""

from counties import AREA_1, AREA_2, COUNTY, FIELDS, FULL, HEAD, filled_of, pack_of
from school_packs import TABLES, rows
from school_packs import filled_of as filled_with_schools
from school_packs import pack_of as pack_with_schools

from evalcli.check import by_office, owed


def told(*texts, head=COUNTY):
    pack = pack_of()
    return [
        (one.office, str(one.deadline), one.kind, one.item, one.name, one.what, one.at)
        for one in owed(pack, filled_of(pack, *texts, head=head))
    ]


def test_a_county_that_filled_in_everything_owes_nothing():
    assert told(FULL) == []


def test_nobody_need_judge_what_a_value_counts():
    counted = AREA_2.replace("judge: {checklist: [研判, 处置]}", "value: mechanisms, judge: {checklist: [研判, 处置]}")
    pack = pack_of(HEAD, FIELDS, AREA_1, counted)
    found = owed(pack, filled_of(pack, FULL.partition("judged:")[0]))

    assert [(one.kind, one.at) for one in found] == [("人工评定", "2.3b")]


def test_everything_is_owed_by_its_office_until_its_day():
    head = COUNTY + "deadline: {财政局: 2022-09-05, 其他: 2022-09-10}\n"
    text = (
        "figures: {per_pupil: {小学: 5元}, per_pupil.growth: {初中: 3%}, coverage: 94%, teachers: 5名, exam_admission: 否}\n"
        "judged: {2.3b: {level: 好, by: 督导室, on: 2022-08-20, because: 合格, evidence: [甲.pdf]}}"
    )

    assert told(text, head=head) == [
        ("教体局", "2022-09-10", "填报项", "1.2", "学生数", "人", "students"),
        ("教体局", "2022-09-10", "填报项", "2.3", "违规起数", "起", "cases"),
        (
            "教体局",
            "2022-09-10",
            "人工评定",
            "2.3",
            "机制健全",
            "等级或清单、评定人、日期、理由、佐证材料",
            "2.3c",
        ),
        ("财政局", "2022-09-05", "填报项", "1.1", "教育支出", "亿元", "spending"),
        ("财政局", "2022-09-05", "上年值", "1.1", "生均支出（小学）", "2020 年的值（元）", "per_pupil"),
        ("财政局", "2022-09-05", "上年值", "1.1", "生均支出（初中）", "2020 年的值（元）", "per_pupil"),
    ]


def test_one_deadline_is_for_all_and_none_is_none():
    assert {row[1] for row in told(head=COUNTY + "deadline: 2022-09-08\n")} == {"2022-09-08"}
    assert {row[1] for row in told(head=COUNTY + "deadline: {财政局: 2022-09-05}\n")} == {"2022-09-05", "None"}


def test_what_does_not_apply_is_not_owed():
    exempted = "not_applicable: {'1.1': {because: 无, approved: 市}, '1.2': {because: 无, approved: 市}, '2.3': {because: 无, approved: 市}}"

    assert [row[-1] for row in told(exempted)] == ["exam_admission"]


def test_a_yes_or_no_is_asked_for_in_words():
    assert [row[5] for row in told() if row[-1] == "exam_admission"] == ["是或否"]


def test_schools_owe_the_cells_that_are_asked_of_all():
    tables = TABLES.replace("books: {label: 图书册数,", "books: {label: 图书册数, office: 图书馆,")
    pack = pack_with_schools("", tables)
    schools = rows(
        "1 一小 小学 100 - - 5 0 4 2000",
        "2 二校 九年一贯制学校 60 - - 5 0 - -",
        "3 三校 特殊教育学校 - - - - - - -",
        "4 四点 教学点 20 - - 2 0 1 -",
    )
    filled, _unread = filled_with_schools(pack, "figures: {towns: 3个}\n" + schools)

    assert [(one.office, one.kind, one.name, one.what, one.at) for one in owed(pack, filled)] == [
        ("二校", "学校表", "学校数据 二校", "学生数（初中）、教室数", "schools.2"),
        ("图书馆", "学校表", "学校数据 二校", "图书册数", "schools.2"),
        ("图书馆", "学校表", "学校数据 四点", "图书册数", "schools.4"),
    ]


def test_a_table_that_is_not_there_is_owed_whole():
    pack = pack_with_schools()
    filled, _unread = filled_with_schools(pack, "figures: {towns: 3个}\n")

    assert [(one.office, one.name, one.what, one.at) for one in owed(pack, filled)] == [
        ("责任单位", "学校数据", "整张表", "schools")
    ]


def test_offices_are_told_apart():
    pack = pack_of()
    found = by_office(owed(pack, filled_of(pack)))

    assert {office: len(entries) for office, entries in found.items()} == {"教体局": 6, "编办": 1, "财政局": 2}
