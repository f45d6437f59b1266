"""Scores that others gave."""

from decimal import Decimal

from outcomes import BANDS, COUNTY, document, items, pack_of

from evalcli import fill
from evalcli.model.notice import Level
from evalcli.read import schema, shape

COMBINED = pack_of(items(("100", "90")), BANDS + "combine: {self: 20%, preliminary: 30%, final: 50%}\n")
PLAIN = pack_of(items(("100", "90")))


def told(pack, text):
    filled, notices = fill.county(pack, document(COUNTY + text, "county.yaml"), ())
    return filled.other_scores, [
        (notice.code, notice.level, notice.message, notice.advice, notice.place.line) for notice in notices
    ]


def test_scores_by_their_source():
    assert told(COMBINED, "scores: {preliminary: 91.2, final: 90}") == (
        {"preliminary": Decimal("91.2"), "final": Decimal(90)},
        [],
    )
    assert told(COMBINED, "") == ({}, [])


def test_what_is_no_number_is_left_to_the_schema():
    assert told(COMBINED, "scores: {preliminary: 高, final: true}") == ({}, [])
    messages = [
        notice.message for notice in shape(document(COUNTY + "scores: {final: 高}", "county.yaml"), schema("county"))
    ]
    assert messages == ["“scores › final”应当是数，现在是文字“高”"]


def test_a_source_that_the_pack_does_not_combine():
    message = "指标包的合成得分里没有“{}”这个来源"

    assert told(COMBINED, "scores: {finals: 90, self: 80}") == ({}, [
        ("county.unknown-score", Level.MUST, message.format("finals"), "可写的来源：preliminary、final。", 6),
        ("county.unknown-score", Level.MUST, message.format("self"), "可写的来源：preliminary、final。", 6),
    ])  # fmt: skip
    assert told(PLAIN, "scores: {final: 90}") == ({}, [
        ("county.unknown-score", Level.MUST, message.format("final"), "这个指标包不合成得分，删去 scores。", 6),
    ])  # fmt: skip
