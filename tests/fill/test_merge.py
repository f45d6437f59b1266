"""Several sources for one figure: they agree, a person chose, or none is used."""

from decimal import Decimal

import pytest
from counties import COUNTY
from hypothesis import given
from hypothesis import strategies as st
from nodes import told
from office_sheets import codes, county, flat, sheet

from evalcli.model.notice import Level

FINANCE = sheet("名称|本年值|数据来源\n教育支出|8.3861亿元|决算", file="财政.xlsx", name="表1")
BUREAU = sheet("名称|本年值|数据来源\n教育支出|8.40亿元|年报", file="data/教体局.csv", name="")


def merged(*values: str, name: str = "教育支出", head: str = COUNTY):
    sheets = (sheet(f"名称|本年值\n{name}|{value}", file=f"{n}.csv", name="") for n, value in enumerate(values, 1))
    return county(*sheets, head=head)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("8.3861亿元", "83861万元", None),
        ("83861.23万元", "8.3861亿元", "83861.23万元"),
        ("约8.4亿元", "8.3861亿元", "8.3861亿元"),
        ("近8.4亿元", "8.3861亿元", "8.3861亿元"),
        ("8.3861亿元", "8.38亿余元", "8.3861亿元"),
        ("8.38亿元以上", "8.3861亿元", "8.3861亿元"),
        ("８．３８亿余元", "8.3861亿元", "8.3861亿元"),
        ("约80000万元", "8.3861亿元", "8.3861亿元"),
        ("约8.4亿元", "约8.39亿元", "约8.39亿元"),
    ],
)
def test_values_that_agree(one, other, kept):
    for values in ((one, other), (other, one)):
        filled, notices = merged(*values)
        value = filled.figures["spending", ""].years[2021]
        if kept:
            assert (value.raw, codes(notices)) == (kept, ["figure.rounded"])
        else:
            assert (value.number, notices) == (Decimal("8.3861"), ())


def test_what_agrees_is_told_as_a_hint():
    _filled, notices = merged("约8.4亿元", "8.3861亿元")

    assert [(str(notice.place), notice.level, notice.message) for notice in notices] == [
        ("1.csv:2:2", Level.HINT, "教育支出：约8.4亿元和 8.3861亿元（2.csv:2:2）相合，采用更准确的 8.3861亿元")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8.3861亿元", "8.4亿元"),
        ("8.3861亿元", "8.3862亿元"),
        ("8.39亿余元", "8.3861亿元"),
        ("近8.38亿元", "8.3861亿元"),
        ("约8.3亿元", "8.3861亿元"),
        ("8.3861亿元", "8.3861亿余元"),
    ],
)
def test_values_that_differ(one, other):
    for values in ((one, other), (other, one)):
        filled, notices = merged(*values)
        assert (filled.figures, codes(notices)) == ({}, ["figure.conflict"])


def test_texts_and_names_agree_only_as_they_stand():
    assert codes(merged("研判、处置", "研判、上报", name="机制名称")[1]) == ["figure.conflict"]
    assert codes(merged("研判、处置", "研判、处置", name="机制名称")[1]) == []
    assert codes(merged("12.5:1", "25:2", name="生师比")[1]) == []


def test_a_conflict_says_who_could_decide():
    _filled, notices = county(FINANCE, BUREAU)

    assert [(str(n.place), n.level, n.message, n.advice) for n in notices] == [
        (
            "财政.xlsx › 表1 › B2", Level.MUST,
            "教育支出有两个不同的值：8.40亿元（data/教体局.csv:2:2）和 8.3861亿元，都没有采用",
            "核实后只留一个；都要留时在 county.yaml 里指明用哪个：prefer: {spending: data/教体局.csv}。",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "raw"),
    [
        ("[财政.xlsx]", "8.3861亿元"),
        ("[没有的.xlsx, 教体局.csv, 财政.xlsx]", "8.40亿元"),
        ("['财政*']", "8.3861亿元"),
        ("['财政.xlsx#表1']", "8.3861亿元"),
        ("[年报]", "8.40亿元"),
        ("{spending: 财政.xlsx}", "8.3861亿元"),
        ("{spending: [没有, 决算]}", "8.3861亿元"),
    ],
)
def test_a_person_says_which_source_counts(chosen, raw):
    filled, notices = county(FINANCE, BUREAU, head=f"{COUNTY}prefer: {chosen}\n")

    other = {"8.3861亿元": "8.40亿元", "8.40亿元": "8.3861亿元"}[raw]
    assert (filled.figures["spending", ""].years[2021].raw, codes(notices)) == (raw, ["figure.preferred"])
    assert f"按 prefer 采用 {raw}" in notices[0].message
    assert f"没有采用 {other}" in notices[0].message
    assert notices[0].level == Level.HINT


@pytest.mark.parametrize("chosen", ["[丙.xlsx]", "{teachers: 财政.xlsx}", "['*']"])
def test_a_choice_that_chooses_nothing(chosen):
    filled, notices = county(FINANCE, BUREAU, head=f"{COUNTY}prefer: {chosen}\n")

    assert (filled.figures, codes(notices)) == ({}, ["figure.conflict"])


def test_a_choice_for_a_field_that_is_none():
    _filled, notices = county(head=f"{COUNTY}prefer: {{spendin: 财政.xlsx}}\n")

    assert told(notices) == [("county.yaml:8:10", "prefer 里的“spendin”不是指标包的填报项")]


@given(st.lists(st.sampled_from(["8.3861亿元", "83861万元", "约8.4亿元", "8.5亿元"]), min_size=1, max_size=4))
def test_the_order_of_the_files_does_not_show(values):
    there, back = merged(*values)[0], merged(*reversed(values))[0]

    assert flat(there) == flat(back)


@pytest.mark.parametrize("names", [("1.csv", "2.csv"), ("2.csv", "1.csv")])
def test_the_names_of_the_files_do_not_show_in_the_order_of_conflicts(names):
    texts = ("名称|本年值\n教育支出|8.5亿元\n教师数|5名", "名称|本年值\n教师数|6名\n教育支出|8.6亿元")

    _filled, notices = county(*(sheet(text, file=file, name="") for text, file in zip(texts, names, strict=True)))

    assert [notice.message.partition("有")[0] for notice in notices] == ["教师数", "教育支出"]
