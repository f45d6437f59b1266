"""What reaches the screen: notices with place, caret and repair; colours only where somebody looks."""

import pytest
from command_line import Screen

from evalcli.cli import show
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place

LINE = "  teachers: 六百人"
WRONG = Notice(
    "figure.number", Level.MUST, "教师数：“六百人”不是数值", "写成数字加单位。", Place("county.yaml", 7, 13, 3, LINE)
)


def test_a_notice_says_where_what_and_what_next() -> None:
    assert show.notice_text(WRONG, Screen()).splitlines() == [
        "county.yaml:7:13 必改 [figure.number] 教师数：“六百人”不是数值",
        "     7 |   teachers: 六百人",
        "       |             ^^^^^^",
        "    改法：写成数字加单位。",
    ]


def test_a_notice_without_a_place_is_one_line() -> None:
    owed = Notice("data.missing", Level.HINT, "缺填报项“教师数”", "请人社局填报。")

    assert show.notice_text(owed, Screen()) == "提示 [data.missing] 缺填报项“教师数”。请人社局填报。"


def test_a_notice_without_advice_gives_none() -> None:
    bare = Notice("pack.rule", Level.STOP, "规则不对", "", Place("pack.yaml"))

    assert show.notice_text(bare, Screen()) == "pack.yaml 中止 [pack.rule] 规则不对"


def test_a_tab_before_the_spot_takes_one_cell() -> None:
    tabbed = Notice("yaml.tab", Level.STOP, "制表符", "", Place("county.yaml", 3, 2, 1, "\tpack: mini"))

    assert show.notice_text(tabbed, Screen()).splitlines()[1:] == ["     3 |  pack: mini", "       |  ^"]


@pytest.mark.parametrize(("columns", "cells"), [("60", 50), ("90", 80)])
def test_a_long_line_is_cut_to_the_terminal(columns: str, cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    place = Place("county.yaml", 7, 101, 4, "字" * 100 + "2022年9月" + "字" * 100)
    shown, under = show.notice_text(
        Notice("text.after-period", Level.DOUBT, "晚了", "", place), Screen(terminal=True)
    ).splitlines()[1:]

    # The quarter of the cells before the spot is `cells // 4` characters of two cells each.
    assert shown.index("2022年") == 9 + cells // 4
    assert under == " " * 7 + "| " + " " * (cells // 4 * 2) + "^" * 4
    assert show.width(shown) <= 9 + cells


def test_a_caret_ends_with_its_line() -> None:
    place = Place("county.yaml", 1, 1, 300, "字" * 300)
    shown, under = show.notice_text(Notice("text.after-period", Level.DOUBT, "长", "", place), Screen()).splitlines()[
        1:
    ]

    assert (shown, under) == ("     1 | " + "字" * 50, "       | " + "^" * 100)


def test_the_gravest_come_first_then_the_order_of_the_files() -> None:
    hint = Notice("a.hint", Level.HINT, "一", "", Place("a.yaml", 1, 1))
    nowhere = Notice("b.hint", Level.HINT, "二")
    late = Notice("c.must", Level.MUST, "三", "", Place("a.yaml", 9, 1))
    early = Notice("d.must", Level.MUST, "四", "", Place("a.yaml", 2, 1))

    assert show.in_order([hint, late, nowhere, early]) == [early, late, nowhere, hint]


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", Screen(terminal=True))

    assert show.coloured()
    assert show.notice_text(WRONG, Screen(terminal=True)).startswith(
        "county.yaml:7:13 \x1b[31m必改\x1b[0m [figure.number]"
    )


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Screen(terminal=True))

    assert not show.coloured()


@pytest.mark.parametrize("stream", [Screen(), None], ids=["pipe", "none"])
def test_where_nobody_looks_there_are_no_colours(stream: Screen | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", stream)

    assert (show.coloured(), show.screen()) == (False, None)


def test_tally() -> None:
    hint = Notice("a.hint", Level.HINT, "一")

    assert show.tally([]) == "没有发现问题"
    assert show.tally([hint, WRONG, hint]) == "必改 1 条，提示 2 条"


WRONG_TEXT = show.notice_text(WRONG, Screen()) + "\n"


@pytest.mark.parametrize(
    ("quiet", "verbose", "said"),
    [
        (False, False, WRONG_TEXT + "另有提示 1 条（加 -v 列出）\n"),
        (True, False, WRONG_TEXT),
        (False, True, WRONG_TEXT + "提示 [a.hint] 一\n"),
    ],
)
def test_findings_beside_a_result(quiet: bool, verbose: bool, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    show.findings([Notice("a.hint", Level.HINT, "一"), WRONG], quiet=quiet, verbose=verbose)

    assert capsys.readouterr() == ("", said)


def test_nothing_to_find_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show.findings([], quiet=False, verbose=False)

    assert capsys.readouterr() == ("", "")


def test_json_keeps_chinese_and_order() -> None:
    assert show.as_json({"乙": "二", "甲": 1}) == '{\n  "乙": "二",\n  "甲": 1\n}\n'


def test_the_screen_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "91")
    monkeypatch.setattr("sys.stdout", Screen(terminal=True))

    assert show.screen() == 91


HOSTILE = "\x1b[2J\x1b]8;;http://x\x07点\x9b31m\u202e反\u2066\r"
SHOWN = "\ufffd[2J\ufffd]8;;http://x\ufffd点\ufffd31m\ufffd反\ufffd\ufffd"


def test_a_terminal_obeys_nothing_that_stands_in_a_notice() -> None:
    place = Place(f"{HOSTILE}.yaml", 1, 1, 1, HOSTILE)
    notice = Notice("figure.number", Level.MUST, HOSTILE, HOSTILE, place)
    spotless = Notice("figure.number", Level.MUST, HOSTILE, HOSTILE)

    assert show.notice_text(notice, Screen()).splitlines() == [
        f"{SHOWN}.yaml:1:1 必改 [figure.number] {SHOWN}",
        f"     1 | {SHOWN}",
        "       | ^",
        f"    改法：{SHOWN}",
    ]
    assert show.notice_text(spotless, Screen()) == f"必改 [figure.number] {SHOWN}。{SHOWN}"


def test_a_terminal_obeys_nothing_that_is_said_or_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    show.talk(HOSTILE)
    show.payload(HOSTILE)

    assert capfd.readouterr() == (f"{SHOWN}\n", f"{SHOWN}\n")


def test_what_has_colours_of_ours_keeps_them(capfd: pytest.CaptureFixture[str]) -> None:
    show.payload(show.click.style("达标", fg="green"), styled=True)

    assert capfd.readouterr().out in ("达标\n", "\x1b[32m达标\x1b[0m\n")
