"""What a county says in its ledger, and what of it is not taken."""

from datetime import date

from outcomes import card_of, document, items
from work_packs import COUNTY, pack_of

from evalcli import fill
from evalcli.model.filled import Charge, Paragraph
from evalcli.model.place import Place

HEAD = COUNTY[: COUNTY.index("ledger")]


def filled(ledger: str):
    return fill.county(pack_of(), document(HEAD + ledger, "county.yaml"), ())


def told(ledger: str) -> list[tuple[str, str, str]]:
    return [(notice.code, notice.message, str(notice.place)) for notice in filled(ledger)[1]]


def test_an_entry():
    found, notices = filled(
        'ledger:\n  "1.1a": {office: [建设办, 计财科], by: 2018-11-30, progress: " 建成[[built]] ", evidence: [甲.pdf], because: 流标。}\n'
    )
    place = Place("county.yaml", 12, 11)

    assert notices == ()
    assert found.ledger == {
        "1.1a": Charge(
            offices=("建设办", "计财科"),
            by=date(2018, 11, 30),
            progress=Paragraph("", "建成[[built]]", Place("county.yaml", 12, 58, 15)),
            evidence=("甲.pdf",),
            because="流标。",
            place=place,
        )
    }


def test_a_later_day_than_the_documents_is_refused_and_the_rest_of_the_entry_stays():
    found, notices = filled('ledger: {"1.2": {office: 人事科, by: 2018-09-01}, "2.1a": {by: 2020-12-31}}\n')

    assert [(notice.code, notice.message) for notice in notices] == [
        ("ledger.late", "台账里 1.2 的时限 2018-09-01 晚于文件要求的 2018-08-31，没有采用")
    ]
    assert (found.ledger["1.2"].by, found.ledger["1.2"].offices) == (None, ("人事科",))
    assert found.ledger["2.1a"].by == date(2020, 12, 31)


def test_a_task_that_the_pack_does_not_have():
    assert told('ledger: {"9.9": {office: 人事科, by: 2030-01-01}}\n') == [
        ("county.unknown-item", "指标包里没有“9.9”（ledger）", "county.yaml:11:10")
    ]


def test_a_day_that_no_calendar_has():
    assert told('ledger: {"1.1": {by: 2018-02-30}}\n') == [("county.date", "“2018-02-30”不是日期", "county.yaml:11:22")]


def test_what_is_no_entry_is_left_to_the_schema():
    assert filled('ledger: {"1.1": 人事科}\n')[0].ledger == {}


def test_a_pack_that_asks_for_points_has_no_ledger():
    card = card_of(items(("100", "90")))

    assert card.ledger == ()


def test_the_kind_of_report():
    wanted = HEAD.replace("figures:", "report: {genre: summary-and-plan}\nfigures:")
    refused = HEAD.replace("figures:", "report: {genre: self-assessment}\nfigures:")
    (found, notices), (other, told_of) = (
        fill.county(pack_of(), document(text, "c.yaml"), ()) for text in (wanted, refused)
    )

    assert (found.genre, notices) == ("summary-and-plan", ())
    assert other.genre == "work-points"
    assert [(notice.code, notice.message, notice.advice) for notice in told_of] == [
        (
            "county.genre",
            "指标包 works 写不出体裁“self-assessment”的报告",
            "能写的有：work-points、summary-and-plan。",
        )
    ]
