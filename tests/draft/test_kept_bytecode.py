"""What templates were compiled to is kept for the next run, and used for the same text alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from counties import FULL
from reports import writing

from evalcli import cache
from evalcli.draft.environment import Sandbox, environment

SENTENCES = {"area.yaml › 1.1 › say.总述": "办学{{ count }}所。"}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "cache"))
    cache.folder.cache_clear()
    yield
    cache.folder.cache_clear()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "templates" / "own"
    folder.mkdir(parents=True)
    (folder / "report.md.j2").write_text("{{ count }}所学校", encoding="utf-8")
    return folder


def rendered(jinja: Sandbox) -> tuple[str, str]:
    names = ("report.md.j2", *SENTENCES)
    with writing(FULL):
        first, second = (jinja.get_template(name).render(count=3) for name in names)
    jinja.keep()
    return first, second


def test_a_later_run_compiles_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(environment((home,), SENTENCES))
    monkeypatch.setattr(Sandbox, "compile", lambda *_given: pytest.fail("compiled"))

    assert rendered(environment((home,), SENTENCES)) == ("3所学校", "办学3所。")


def test_a_template_that_changed_is_compiled_anew(home: Path) -> None:
    rendered(environment((home,), SENTENCES))
    (home / "report.md.j2").write_text("共{{ count }}所学校", encoding="utf-8")

    assert rendered(environment((home,), SENTENCES))[0] == "共3所学校"
    assert rendered(environment((home,), SENTENCES))[0] == "共3所学校"


def test_what_was_damaged_is_as_good_as_none(home: Path, tmp_path: Path) -> None:
    rendered(environment((home,), SENTENCES))
    [kept] = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")

    assert rendered(environment((home,), SENTENCES)) == ("3所学校", "办学3所。")


def test_a_run_that_adds_nothing_writes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(environment((home,), SENTENCES))
    monkeypatch.setattr(cache, "write", lambda *_given: pytest.fail("written"))

    assert rendered(environment((home,), SENTENCES)) == ("3所学校", "办学3所。")


def test_without_a_safe_folder_all_is_compiled(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "taken"))
    cache.folder.cache_clear()

    assert rendered(environment((home,), SENTENCES)) == ("3所学校", "办学3所。")
