"""Who asks for English gets English; everybody else is spoken to in Chinese, and nobody is left without words."""

from datetime import date
from pathlib import Path

import pytest

from evalcli import language
from evalcli.language import _

LANGUAGES = ("EVALCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "没有发现问题"
msgstr "nothing found"

#, fuzzy
msgid "改法"
msgstr "guess"
"""


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that catalogues are looked for in, with an English one."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "messages.po").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(language, "_CATALOGUES", tmp_path)
    language._catalogue.cache_clear()
    yield tmp_path
    language._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "EVALCLI_LANG": "en"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "EVALCLI_LANG": "ZH"}, "zh"),
        ({"LANG": "en_US.UTF-8", "EVALCLI_LANG": ""}, "en"),
    ],
)
def test_the_language_that_the_environment_asks_for(
    wishes: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in LANGUAGES:
        monkeypatch.delenv(name, raising=False)
    for name, value in wishes.items():
        monkeypatch.setenv(name, value)
    language.chosen.cache_clear()

    assert language.chosen() == expected


def test_chinese_is_what_the_code_says(catalogue: Path) -> None:
    assert _("没有发现问题") == "没有发现问题"


def test_english_comes_from_the_catalogue(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_LANG", "en")
    language.chosen.cache_clear()

    assert [_(message) for message in ("没有发现问题", "改法", "没有译文")] == ["nothing found", "改法", "没有译文"]


def test_without_its_catalogue_it_still_speaks(catalogue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_LANG", "en")
    language.chosen.cache_clear()
    (catalogue / "en" / "messages.po").unlink()

    assert _("没有发现问题") == "没有发现问题"


@pytest.mark.parametrize(("wish", "expected"), [("zh", "2022年8月9日"), ("en", "2022-08-09")])
def test_a_day_as_its_reader_writes_it(wish: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_LANG", wish)
    language.chosen.cache_clear()

    assert language.day_in_words(date(2022, 8, 9)) == expected


@pytest.mark.parametrize(("wish", "expected"), [("zh", "小学、初中"), ("en", "小学, 初中")])
def test_words_in_a_row(wish: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVALCLI_LANG", wish)
    language.chosen.cache_clear()

    assert language.enumerated(["小学", "初中"]) == expected
