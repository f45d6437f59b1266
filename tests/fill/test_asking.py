"""What county.yaml says about checking."""

from datetime import date

import pytest
from counties import document

from evalcli.fill.asking import deadlines, followup, mutes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("deadline: 2022-09-10", {"其他": date(2022, 9, 10)}),
        ("deadline: {财政局: 2022-09-05, 其他: 2022-09-10}", {"财政局": date(2022, 9, 5), "其他": date(2022, 9, 10)}),
        ("deadline: {财政局: 2022-02-30}", {}),
        ("pack: small", {}),
    ],
)
def test_deadlines_are_for_offices_or_for_all(text, found):
    assert deadlines(document(text).root) == found


def test_a_mute_says_what_why_and_who():
    text = "muted:\n  - {code: figure.jump, at: spending, because: 补发工资, by: 教体局, on: 2022-09-01}\n  - {code: a.b, at: c}"
    one, other = mutes(document(text).root)

    assert (one.code, one.at, one.because, one.by, one.on) == (
        "figure.jump", "spending", "补发工资", "教体局", date(2022, 9, 1),
    )  # fmt: skip
    assert (str(one.place), other.because, other.on) == ("county.yaml:2:5", "", None)


def test_a_mute_that_is_no_mapping_is_empty():
    assert [(one.code, one.at) for one in mutes(document("muted: [甲]").root)] == [("", "")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("followup: 答复.xlsx", ["答复.xlsx"]),
        ("followup: [甲.xlsx, 乙.csv]", ["甲.xlsx", "乙.csv"]),
        ("pack: small", []),
    ],
)
def test_answers_come_in_one_file_or_several(text, names):
    assert [one.text for one in followup(document(text).root)] == names
