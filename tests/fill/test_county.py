"""Who, when, judgements, text, problems: what a county handed in beside its figures."""

from dataclasses import replace
from datetime import date

import pytest
from counties import COUNTY, FULL, document, pack_of
from nodes import told

from evalcli import fill
from evalcli.model.filled import County, Exemption, Filled, HandJudgement, Notification, Paragraph, Problem
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place

PACK = pack_of()


def county(head: str = COUNTY, *texts: str) -> tuple[Filled, tuple[Notice, ...]]:
    """Return what a county filled in."""
    data = tuple(document(text, f"data/{number}.yaml") for number, text in enumerate(texts, 1))
    return fill.county(PACK, document(head), data)


def test_who_and_when() -> None:
    filled, notices = county()

    assert notices == ()
    assert filled.county == County("青川县", "县", "510822", "广元市", "四川省")
    assert (filled.start, filled.end, filled.year) == (date(2021, 1, 1), date(2022, 6, 30), 2021)
    assert filled.notification == Notification("广元市督导委", "广教督〔2022〕1号", "关于开展评价的通知")
    assert (filled.signed_by, filled.signed_on) == ("青川县人民政府", date(2022, 9, 30))


@pytest.mark.parametrize(
    ("kind", "called"), [("自治县", "县"), ("自治旗", "旗"), ("林区", "区"), ("市", "市"), ("", "县")]
)
def test_what_a_county_calls_itself(kind: str, called: str) -> None:
    given = f", kind: {kind}" if kind else ""
    filled, _notices = county(
        f"{{county: {{name: 甲{given}}}, pack: small, period: {{from: 2021-01-01, to: 2021-12-31}}}}"
    )

    assert filled.county.kind == called


def test_the_least_that_a_county_can_hand_in() -> None:
    filled, notices = county("{county: {name: 甲县}, pack: small, period: {from: 2021-01-01, to: 2021-12-31}}")

    place = Place("county.yaml", 1, 1)
    assert notices == ()
    assert filled == Filled(
        county=County("甲县"),
        start=date(2021, 1, 1),
        end=date(2021, 12, 31),
        year=2021,
        notification=Notification(),
        signed_by="",
        signed_on=None,
        figures={},
        judged={},
        exemptions={},
        text={},
        overview=(),
        problems=(),
        inputs=filled.inputs,
    )
    assert (list(filled.inputs), place.line) == (["county.yaml"], 1)


@pytest.mark.parametrize(
    ("period", "year", "expected"),
    [
        ("{from: 2021-01-01, to: 2022-06-30}", "", 2021),
        ("{from: 2021-01-01, to: 2021-12-31}", "", 2021),
        ("{from: 2020-01-01, to: 2022-12-31}", "", 2022),
        ("{from: 2022-01-01, to: 2022-06-30}", "", 2022),
        ("{from: 2021-07-01, to: 2022-06-30}", "", 2021),
        ("{from: 2021-01-01, to: 2022-06-30}", "year: 2020", 2020),
        ("{from: 2021-01-01, to: 2022-06-30}", "year: 二〇二〇", 2021),
        ("{from: 2021-01-01, to: 2022-06-30}", "year:", 2021),
        ("{from: 2021-01-01, to: 明年}", "", 2021),
        ("{from: 去年, to: 2022-06-30}", "", 2022),
        ("{from: 去年, to: 明年}", "", 1),
    ],
)
def test_the_year_of_the_data(period: str, year: str, expected: int) -> None:
    filled, _notices = county(f"county: {{name: 甲县}}\npack: small\nperiod: {period}\n{year}\n")

    assert filled.year == expected


def test_how_the_report_shall_look() -> None:
    filled, _notices = county(
        COUNTY + "report: {title: [一行, 又一行], scores: opening, merge_areas: True}\nillustrative: 演示\n"
    )

    assert (filled.title, filled.scores, filled.merge_areas, filled.illustrative) == (
        ("一行", "又一行"),
        "opening",
        True,
        "演示",
    )


def test_judgements_text_overview_and_problems() -> None:
    filled, notices = county(COUNTY, FULL)

    file = "data/1.yaml"
    assert notices == ()
    assert filled.judged == {
        "2.3b": HandJudgement("好", "督导室", date(2022, 8, 20), "抽查合格", ("抽查表.pdf",), place=Place(file, 19, 9)),
        "2.3c": HandJudgement(
            "", "督导室", date(2022, 8, 20), "制度齐全", ("制度.pdf",), ("研判", "处置"), place=Place(file, 20, 9)
        ),
    }
    assert filled.text == {
        "1.1": (
            Paragraph("增加投入", "投入[[spending]]，同比增长[[spending.growth]]。", Place(file, 23, 25, 41)),
            Paragraph("加强维修", "维修投入[[repairs]]。", Place(file, 24, 25, 18)),
        )
    }
    assert filled.overview == (Paragraph("县情", "全县有学生[[students]]。", Place(file, 26, 21, 20)),)
    assert filled.problems == (
        Problem(
            item="1.2",
            say="普惠率只有[[coverage]]。",
            plan=(Paragraph("新建", "普惠率提高到[[coverage_target]]。", Place(file, 29, 29, 28)),),
            head="学位不足",
            plan_head="增加学位",
            place=Place(file, 28, 5),
        ),
    )


def test_an_illustrative_judgement_and_an_exemption() -> None:
    filled, notices = county(
        COUNTY,
        """
judged: {2.3b: {level: 好, by: 督导室, because: 演示, illustrative: true}}
not_applicable: {"1.2": {because: 没有幼儿园, approved: 市督导办, on: 2022-05-10}}
""",
    )

    assert notices == ()
    assert filled.judged["2.3b"].illustrative
    assert filled.exemptions == {
        "1.2": Exemption("没有幼儿园", "市督导办", date(2022, 5, 10), Place("data/1.yaml", 3, 25))
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("一段话", [("", "一段话")]),
        ("[一段, 又一段]", [("", "一段"), ("", "又一段")]),
        ("[{head: 首, say: ' 一段 '}, {head: 尾}]", [("首", "一段"), ("尾", "")]),
        ("[[套]]", []),
        ("{head: 首}", []),
    ],
)
def test_a_text_may_be_one_text_a_list_or_members_with_heads(written: str, expected: list[tuple[str, str]]) -> None:
    filled, _notices = county(COUNTY, f'text: {{"1.1": {written}}}')

    assert [(paragraph.head, paragraph.say) for paragraph in filled.text["1.1"]] == expected


def test_what_has_not_its_shape_is_as_good_as_empty() -> None:
    filled, notices = county(
        COUNTY + "report: [a]\n", 'judged: {2.3b: 好}\nnot_applicable: {"1.2": 无}\nproblems: [大]\n'
    )

    assert notices == ()
    assert filled.title == ()
    assert filled.judged == {"2.3b": HandJudgement("", "", None, "", place=Place("data/1.yaml", 1, 16))}
    assert filled.exemptions == {"1.2": Exemption("", "", None, Place("data/1.yaml", 2, 25))}
    assert filled.problems == (Problem("", "", (), place=Place("data/1.yaml", 3, 12)),)


@pytest.mark.parametrize(
    ("text", "where", "message", "advice"),
    [
        ("judged: {2.3d: {level: 好}}", "data/1.yaml:1:10", "指标包里没有“2.3d”（judged）", "最接近的是“2.3c”。"),
        ("judged: {九: {level: 好}}", "data/1.yaml:1:10", "指标包里没有“九”（judged）", "核对编号，或删去这一段。"),
        ('text: {"1.3": 甲}', "data/1.yaml:1:8", "指标包里没有“1.3”（text）", "最接近的是“2.3”。"),
        (
            'not_applicable: {"1.9": {because: 甲}}',
            "data/1.yaml:1:18",
            "指标包里没有“1.9”（not_applicable）",
            "最接近的是“1.2”。",
        ),
    ],
)
def test_an_item_that_the_pack_does_not_have(text: str, where: str, message: str, advice: str) -> None:
    _filled, notices = county(COUNTY, text)

    assert [(notice.code, notice.level, notice.advice) for notice in notices] == [
        ("county.unknown-item", Level.MUST, advice)
    ]
    assert told(notices) == [(where, message)]


def test_an_item_that_is_not_judged_any_more() -> None:
    pack = replace(PACK, dropped=("1.3", "1.3a"))
    data = document(
        'judged: {1.3a: {level: 好}}\ntext: {"1.3": 甲}\nnot_applicable: {"1.3": {because: 甲}}\n', "data/1.yaml"
    )

    _filled, notices = fill.county(pack, document(COUNTY), (data,))

    assert {(notice.code, notice.level, notice.advice) for notice in notices} == {
        ("county.unknown-item", Level.HINT, "可以留着，也可以删去。")
    }
    assert told(notices) == [
        ("data/1.yaml:1:10", "judged 里的“1.3a”已经本地化为不考核，没有采用"),
        ("data/1.yaml:3:18", "not_applicable 里的“1.3”已经本地化为不考核，没有采用"),
        ("data/1.yaml:2:8", "text 里的“1.3”已经本地化为不考核，没有采用"),
    ]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("judged: {2.3b: {level: 好}}", "judged"),
        ('not_applicable: {"1.2": {because: 甲}}', "not_applicable"),
        ('text: {"1.1": 甲}', "text"),
    ],
)
def test_what_two_files_say_is_in_neither(text: str, section: str) -> None:
    filled, notices = county(COUNTY, text, text)

    name = {"judged": "2.3b", "not_applicable": "1.2", "text": "1.1"}[section]
    column = text.index("{") + 2
    assert (filled.judged, filled.exemptions, filled.text) == ({}, {}, {})
    assert [(notice.code, notice.level, notice.advice) for notice in notices] == [
        ("county.twice", Level.MUST, "合成一处。")
    ]
    assert told(notices) == [
        (
            f"data/2.yaml:1:{column}",
            f"{section} 里的“{name}”写了两次，另一处在 data/1.yaml:1:{column}，都没有采用",
        )
    ]


def test_days_that_are_none() -> None:
    _filled, notices = county(
        COUNTY.replace("to: 2022-06-30", "to: 2022-06-31").replace("on: 2022-09-30", "on: 九月"),
        'judged: {2.3b: {level: 好, on: 2022-02-30}}\nnot_applicable: {"1.2": {on: 某天}}\n',
    )

    assert {(notice.code, notice.level, notice.advice) for notice in notices} == {
        ("county.date", Level.MUST, "写成 2022-06-30 这样的日期。")
    }
    assert told(notices) == [
        ("county.yaml:4:32", "“2022-06-31”不是日期"),
        ("county.yaml:7:27", "“九月”不是日期"),
        ("data/1.yaml:1:31", "“2022-02-30”不是日期"),
        ("data/1.yaml:2:30", "“某天”不是日期"),
    ]


def test_a_period_that_ends_before_it_begins() -> None:
    _filled, notices = county(COUNTY.replace("2022-06-30", "2020-06-30"))

    assert [(notice.code, notice.level, notice.advice) for notice in notices] == [
        ("county.period", Level.MUST, "核对 period 的 from 和 to。")
    ]
    assert told(notices) == [("county.yaml:4:9", "评价期的起始日晚于截止日")]


def test_every_file_is_kept_with_its_hash() -> None:
    filled, _notices = county(COUNTY, "overview: 甲", "overview: 乙")

    assert list(filled.inputs) == ["county.yaml", "data/1.yaml", "data/2.yaml"]
    # printf 'overview: 甲' | sha256sum
    assert filled.inputs["data/1.yaml"] == "e1bd1c4ad60b0ff64adcaa84ae66c38fb31236c31ac5859458c6b7a5428fad69"
