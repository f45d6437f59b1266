"""Every slip in the gallery is answered as its folder says, and every code has such an answer."""

import ast
import re
from pathlib import Path

import notice_page
import pytest
from gallery import BAD, SHARED, SLUGS, codes, command, expected, seen

# Codes that no entry can show; their tests stand with what tells them.
ELSEWHERE: frozenset[str] = frozenset()
_SLUG = re.compile(r"[a-z]+\.[a-z]+(?:-[a-z]+)*")
_ENDINGS = (".yaml", ".po", ".css", ".py", ".json")


def codes_in_source(root: Path) -> set[str]:
    """Return every text in the package that looks like a code."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (root / "evalcli").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = {getattr(call.func, "id", "") for call in calls if _coded(call)}
    assert {"Notice", "Fault"} <= named
    return {code for call in calls if (code := _coded(call))}


def _coded(call: ast.Call) -> str:
    """Return the code that a call hands on, if it does."""
    texts = [
        argument.value
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return next((text for text in texts if _SLUG.fullmatch(text) and not text.endswith(_ENDINGS)), "")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_slip_is_answered(slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool) -> None:
    answer = seen(slug, tmp_path, monkeypatch)
    if update:
        (BAD / slug / "expected.txt").write_text(answer, encoding="utf-8")

    assert answer == expected(slug)


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug.startswith("output-")])
def test_an_output_that_fails_leaves_nothing_behind(slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path.relative_to(SHARED): path.read_bytes() for path in SHARED.rglob("*") if path.is_file()}
    before |= {path.relative_to(BAD / slug): path.read_bytes() for path in (BAD / slug).rglob("*") if path.is_file()}
    seen(slug, tmp_path, monkeypatch)
    after = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    assert {path for path in after if path not in before} == set()
    assert {path for path, data in after.items() if data != before[path]} == set()


def test_the_shared_county_is_without_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad" / "clean").mkdir(parents=True)
    (tmp_path / "bad" / "clean" / "command.txt").write_text("check", encoding="utf-8")
    monkeypatch.setattr("gallery.BAD", tmp_path / "bad")

    assert seen("clean", tmp_path / "desk", monkeypatch) == "没有发现问题\n0\n"


def test_every_code_is_shown(root: Path) -> None:
    shown = {code for slug in SLUGS for code in codes(slug)}

    assert sorted(codes_in_source(root) - shown - ELSEWHERE) == []


def test_no_code_is_shown_that_the_source_does_not_have(root: Path) -> None:
    shown = {code for slug in SLUGS for code in codes(slug) if not code.startswith("relation.")}

    assert sorted(shown - codes_in_source(root)) == []


def test_a_code_shown_elsewhere_is_shown_there(root: Path) -> None:
    others = "".join(path.read_text("utf-8") for path in (root / "tests").rglob("test_*.py") if path != Path(__file__))

    assert [code for code in sorted(ELSEWHERE) if f'"{code}"' not in others] == []


def test_every_exit_code_is_shown() -> None:
    assert {int(expected(slug).split()[-1]) for slug in SLUGS} == {0, 1, 2, 3, 70, 130}


def test_the_page_is_made_from_the_gallery(root: Path, update: bool) -> None:
    if update:
        (root / "docs" / "提示代码.md").write_text(notice_page.page(), encoding="utf-8")

    assert (root / "docs" / "提示代码.md").read_text("utf-8") == notice_page.page()


def test_every_entry_types_a_command() -> None:
    assert [slug for slug in SLUGS if not command(slug)] == []
