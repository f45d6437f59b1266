"""Packs are kept for next time; what lies in the cache never changes what they say."""

import pickle
from pathlib import Path

import pytest
from pack_folders import stopped, tailoring, write_files, write_layer, write_pack

from evalcli import cache, language
from evalcli.criteria import kept, load_pack
from evalcli.formula import parse
from evalcli.model.pack import Pack

pytestmark = pytest.mark.usefixtures("own_packs")


def entries(tmp_path: Path) -> list[Path]:
    """Return what lies in the cache."""
    return sorted((tmp_path / "cache").rglob("*.pickle"))


def forget() -> None:
    kept._AT_HAND.clear()


def test_a_pack_is_kept_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path)
    first = load_pack("small", tmp_path)
    forget()
    monkeypatch.setattr(kept, "_built", None)

    assert load_pack("small", tmp_path) == first
    assert load_pack("small", tmp_path) is load_pack("small", tmp_path)
    assert len(entries(tmp_path)) == 1


def test_the_formulas_of_a_kept_pack_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path)
    points = [point for one in load_pack("small", tmp_path).indicators for point in one.key_points if point.value]
    formulas = [parse.parse(point.value) for point in points]
    forget()
    monkeypatch.setattr(parse, "_KNOWN", {})
    monkeypatch.setattr(parse, "_parsed", pytest.fail)

    load_pack("small", tmp_path)

    assert [parse.parse(point.value) for point in points] == formulas != []


def test_a_layer_is_kept_with_all_that_it_stands_on(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    write_layer(tmp_path, "city", "extends: small@1\n")
    before = load_pack("city", tmp_path)
    text = (folder / "area-1.yaml").read_text(encoding="utf-8")
    (folder / "area-1.yaml").write_text(text.replace("教育投入", "教育支出"), encoding="utf-8")

    after = load_pack("city", tmp_path)

    assert (before.indicators[0].title, after.indicators[0].title) == ("教育投入", "教育支出")
    assert before.sha256 != after.sha256
    assert len(entries(tmp_path)) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"garbage" * 100,
        pickle.dumps(Pack),
        pickle.dumps("no pack"),
        b"cos\nsystem\n(S'false'\ntR.",
        b"\x80\x05\x95\xff\xff\xff\xff\xff\xff\xff\xff.",
    ],
    ids=["empty", "garbage", "a class", "a text", "a command", "endless"],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_foreign_file_in_the_cache_changes_nothing(data: bytes, sealed: bool, tmp_path: Path) -> None:
    write_pack(tmp_path)
    first = load_pack("small", tmp_path)
    (place,) = entries(tmp_path)
    good = place.read_bytes()
    forget()
    if not sealed:
        place.write_bytes(data)
    elif b"system" not in data:
        cache.write(place, data)

    assert load_pack("small", tmp_path) == first
    assert place.read_bytes() == good


def test_a_pack_changed_in_the_cache_is_not_used(tmp_path: Path) -> None:
    write_pack(tmp_path)
    first = load_pack("small", tmp_path)
    (place,) = entries(tmp_path)
    place.write_bytes(place.read_bytes().replace("教育投入".encode(), "教育产出".encode()))
    forget()

    assert load_pack("small", tmp_path) == first


def test_a_pack_put_in_the_place_of_another_is_not_used(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "city", "extends: small@1\n")
    load_pack("small", tmp_path)
    (small,) = entries(tmp_path)
    load_pack("city", tmp_path)
    (city,) = set(entries(tmp_path)) - {small}
    city.write_bytes(small.read_bytes())
    forget()

    assert load_pack("city", tmp_path).id == "city"


def test_without_a_cache_it_only_takes_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path)
    first = load_pack("small", tmp_path)
    forget()
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "county.yaml"))
    (tmp_path / "county.yaml").write_text("", encoding="utf-8")
    cache.folder.cache_clear()

    assert load_pack("small", tmp_path) == first
    assert load_pack("small", tmp_path) is load_pack("small", tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "{id: city, version: 1.2.0, title: 市, extends: small}\n",
        "id: city\nversion: 1.2.0\ntitle: 市\n# extends 的写法\nextends : small\n",
    ],
)
def test_a_layer_that_a_quick_look_does_not_see_is_built_every_time(text: str, tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_files(tmp_path / "indicators" / "city", {"pack.yaml": text})

    assert (load_pack("city", tmp_path).layers, entries(tmp_path)) == (("city", "small"), [])


def test_what_cannot_be_read_is_told_and_not_kept(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "area-1.yaml").unlink()
    (folder / "area-1.yaml").mkdir()

    assert [fault[:2] for fault in stopped(lambda: load_pack("small", tmp_path))] == [
        ("file.unreadable", "small/area-1.yaml")
    ]
    assert entries(tmp_path) == []


def test_a_tailored_pack_is_not_kept(tmp_path: Path) -> None:
    write_pack(tmp_path)
    load_pack("small", tmp_path, tailoring('"1.1": {title: 甲, because: 乙}'))

    assert (entries(tmp_path), load_pack("small", tmp_path).indicators[0].title) == ([], "教育投入")


def test_packs_of_two_languages_are_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(tmp_path)
    load_pack("small", tmp_path)
    monkeypatch.setenv("EVALCLI_LANG", "en")
    language.chosen.cache_clear()
    load_pack("small", tmp_path)

    assert len(entries(tmp_path)) == 2
