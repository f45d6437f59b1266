"""The road: what it reads, what stops it, and what it then has to say."""

import io
import re
import shutil
import sys
from pathlib import Path

import pytest
from command_line import evalcli
from county_text import add, change
from gallery import SHARED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evalcli import flow
from evalcli.cli.main import run
from evalcli.model.notice import Level, Stopped

COUNTY = Path("county.yaml")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the small county's folder, which is the working folder."""
    shutil.copytree(SHARED, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def stopped(path: Path = COUNTY) -> list[tuple[str, str]]:
    """Return codes and places of what stops the road."""
    with pytest.raises(Stopped) as found:
        flow.read_county(path)
    return [(notice.code, str(notice.place)) for notice in found.value.notices]


def test_a_county_is_read_with_its_data_files(desk: Path) -> None:
    (desk / "data").mkdir()
    (desk / "data" / "b.yaml").write_text("figures: {trained: 600人}\n", encoding="utf-8")
    handed = flow.read_county(COUNTY)

    assert list(handed.filled.inputs) == ["county.yaml", "data/b.yaml"]
    assert handed.inputs == (Path("county.yaml"), Path("data/b.yaml"))
    assert handed.filled.figures["trained", ""].years[2021].number == 600
    assert handed.notices == ()


def test_no_output_replaces_what_a_county_has_besides_its_data(desk: Path) -> None:
    own = desk / "templates" / "self-assessment" / "basis.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text("依据。", encoding="utf-8")
    kept = desk / "indicators" / "own" / "pack.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text("id: own\n", encoding="utf-8")
    (desk / "answers.csv").write_text("", encoding="utf-8")
    add(desk, "followup: [answers.csv]\n")
    spared = [path.absolute() for path in flow.read_county(COUNTY).spared]
    done = evalcli("render", "--md", "-o", str(own))

    assert [path for path in (own, kept, desk / "answers.csv") if path not in spared] == []
    assert (done.code, "[output.input]" in done.err, own.read_text(encoding="utf-8")) == (3, True, "依据。")


def test_data_may_be_one_name(desk: Path) -> None:
    (desk / "more").mkdir()
    (desk / "more" / "x.yaml").write_text("figures: {trained: 600人}\n", encoding="utf-8")
    add(desk, "data: [more/x.yaml]\n")

    assert list(flow.read_county(COUNTY).filled.inputs) == ["county.yaml", "more/x.yaml"]


def test_standard_input_stands_in_the_working_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO((desk / "county.yaml").read_bytes()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    handed = flow.read_county(Path("-"))

    assert (handed.folder, list(handed.filled.inputs)) == (desk, ["-"])


def test_all_that_is_unreadable_is_told_at_once(desk: Path) -> None:
    change(desk, "problems:", "problem:")
    add(desk, "data: [../a.yaml, nix.yaml, empty.yaml]\n")
    (desk / "empty.yaml").write_bytes(b"")

    assert stopped() == [
        ("shape.unknown-key", "county.yaml:11:1"),
        ("data.outside", "county.yaml:13:8"),
        ("file.missing", "nix.yaml"),
        ("file.empty", "empty.yaml:1:1"),
    ]


def test_a_pack_that_is_not_there_is_told_with_its_place_and_all_before(desk: Path) -> None:
    change(desk, "pack: mini", "pack: minni")
    change(desk, "problems:", "problem:")

    assert stopped() == [("shape.unknown-key", "county.yaml:11:1"), ("pack.unknown", "county.yaml:2:7")]


def test_a_fault_in_a_pack_keeps_its_own_place(desk: Path) -> None:
    change(desk, "value: coverage", "value: coverages", name="indicators/mini/area-1.yaml")

    assert stopped() == [("pack.unknown-field", "mini/area-1.yaml:13:48")]


@pytest.mark.parametrize(
    "key", ['county: {name: 青山县, code: "510000"}', "pack: mini", "period: {from: 2021-01-01, to: 2021-12-31}"]
)
def test_nothing_can_be_scored_without(key: str, desk: Path) -> None:
    change(desk, key + "\n", "")
    with pytest.raises(Stopped) as found:
        flow.read_county(COUNTY)

    assert [(notice.code, notice.level) for notice in found.value.notices] == [("shape.missing-key", Level.STOP)]


def test_a_list_is_no_county(desk: Path) -> None:
    (desk / "county.yaml").write_text("- pack: mini\n", encoding="utf-8")

    assert [code for code, _place in stopped()] == ["shape.type"]


def test_what_is_not_there_is_named_as_it_was_typed(desk: Path) -> None:
    assert stopped(Path("sub/county.yaml")) == [("file.missing", "sub/county.yaml")]


def test_checking_finds_what_reading_and_the_checks_find(desk: Path) -> None:
    change(desk, "  coverage: 94%", "  coverage: 94%\n  trained: 640人\n  exam: 也许")

    assert [notice.code for notice in flow.check_county(COUNTY)] == ["figure.yes-no", "relation.teachers"]


def test_a_county_s_own_template_comes_first(desk: Path) -> None:
    own = desk / "templates" / "self-assessment"
    own.mkdir(parents=True)
    (own / "basis.md.j2").write_text("我县的开头。\n", encoding="utf-8")
    drafted, missing = flow.draft_report(flow.score_county(COUNTY), desk)

    assert missing == ()
    assert any("我县的开头。" in str(block) for block in drafted.blocks)


def test_a_missing_figure_stops_a_report_and_not_a_draft(desk: Path) -> None:
    change(desk, "2021: 2.1亿元, ", "")
    scored = flow.score_county(COUNTY)
    with pytest.raises(Stopped) as found:
        flow.draft_report(scored, desk)
    _drafted, missing = flow.draft_report(scored, desk, unfinished=True)

    assert found.value.notices == missing
    assert [notice.code for notice in missing] == ["draft.missing-figure"]


MORE = """\
year: 2021
notice: {issuer: 市督导办, number: 1号, title: 通知}
signed: {by: 青山县人民政府, on: 2022-01-20}
report: {title: [标题], scores: none, merge_areas: false}
illustrative: 演示
tailored:
  "2.1": {points: 2, because: 市里另有规定}
not_applicable:
  "2.2": {because: 未设, approved: 市督导办, on: 2022-01-05}
text:
  "1.1": [{head: 增加投入, say: "支出[[spending]]。"}]
overview: [{head: 概况, say: 概况。}]
data: [data]
"""
LINES = (SHARED / "county.yaml").read_text("utf-8").splitlines() + MORE.splitlines()
SLIPS = [
    "",
    "x",
    "-",
    "[]",
    "{}",
    "[1, {a: b}]",
    "{from: [1]}",
    "~",
    "'",
    "０",
    "1e999",
    "9" * 40,
    "2021-13-45",
    "[[x]]",
    "\t",
    "是",
    "&a [*a]",
]
SLIPS += [
    "{2021: {a: 1}}",
    "{小学: {2021: x}}",
    "{level: [a], met: x, on: []}",
    "[{say: {a: 1}}]",
    "“”",
    "!!float 1",
    "0x10",
    "true",
]
WORDS = sorted({word for line in LINES for word in re.split(r"[\s{},]+", line) if word})


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    slips=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(SLIPS)), min_size=1, max_size=2),
    command=st.sampled_from(["check", "score"]),
)
def test_no_slip_in_a_county_file_is_our_bug(slips: list[tuple[int, str]], command: str, desk: Path) -> None:
    lines = list(LINES)
    for number, slip in slips:
        lines[number] = lines[number].partition(":")[0] + ": " + slip
    (desk / "county.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert run([command, "-q"]) in {0, 1, 3}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=st.sampled_from(WORDS), slip=st.sampled_from(SLIPS))
def test_no_slip_in_a_word_is_our_bug(word: str, slip: str, desk: Path) -> None:
    text = "\n".join(LINES) + "\n"
    (desk / "county.yaml").write_text(text.replace(word, slip, 1), encoding="utf-8")

    assert run(["score", "-q"]) in {0, 1, 3}


def test_last_years_values_come_from_a_folder_or_a_kept_result(desk: Path) -> None:
    old = desk / "old"
    shutil.copytree(desk / "indicators", old / "indicators")
    text = (desk / "county.yaml").read_text("utf-8")
    (old / "county.yaml").write_text(
        text.replace("2021", "2020").replace("{2020: 2.1亿元, 2020: 2.0亿元}", "1.9亿元"), "utf-8"
    )
    assert run(["score", str(old), "--format", "json", "-o", str(desk / "kept.json"), "-q"]) == 0
    figure = "spending: {2021: 2.1亿元, 2020: 2.0亿元}"
    for name in ("old", "old/", "old/county.yaml", "kept.json"):
        (desk / "county.yaml").write_text(text.replace(figure, "spending: 2.1亿元") + f"previous: {name}\n", "utf-8")
        handed = flow.read_county(desk / "county.yaml")
        last = handed.filled.figures["spending", ""].years[2020]

        assert (handed.notices, str(last.number)) == ((), "1.9" if name != "kept.json" else "19/10")
        assert last.place.file == ("kept.json" if name == "kept.json" else "old/county.yaml")
        assert all(path.exists() for path in handed.inputs)


def test_a_county_brings_its_own_list_of_empty_phrases(desk: Path) -> None:
    add(desk, 'text: {"2.1": [{say: 工作再上台阶。}]}\n')
    home = desk / "templates" / "proofread"
    home.mkdir(parents=True)
    (home / "empty.yaml").write_text("- 再上台阶\n", encoding="utf-8")

    found = flow.proofread_report(flow.read_county(COUNTY))

    assert [notice.message for notice in found if notice.code == "draft.empty-claim"] == [
        "“再上台阶”没有数据支撑：工作再上台阶。"
    ]


def test_a_list_of_empty_phrases_that_cannot_be_read_is_told(desk: Path) -> None:
    home = desk / "templates" / "proofread"
    home.mkdir(parents=True)
    (home / "empty.yaml").write_text("- a: [\n", encoding="utf-8")

    with pytest.raises(Stopped) as fault:
        flow.proofread_report(flow.read_county(COUNTY))
    assert fault.value.notices[0].code == "yaml.syntax"


def test_a_misshapen_tailoring_is_told_once(desk: Path) -> None:
    add(desk, "tailored: {'2.1': {points: 7}}\n")

    assert [code for code, _place in stopped()] == ["shape.missing-key"]
