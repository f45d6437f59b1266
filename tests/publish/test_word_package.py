"""The Word file around the text."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from publish_support import draft, parts, small_draft

from evalcli import cache
from evalcli.model.report import Draft
from evalcli.publish import publish, word_package
from evalcli.resources import shipped


def test_properties_come_from_the_draft() -> None:
    properties = docx.Document(BytesIO(publish(small_draft(), "docx"))).core_properties
    day = datetime(2022, 9, 30, tzinfo=UTC)

    assert (properties.title, properties.author, properties.last_modified_by) == (
        "青川县自评报告",
        "青川县人民政府",
        "青川县人民政府",
    )
    assert (properties.created, properties.modified, properties.language) == (day, day, "zh-CN")


def test_long_and_forbidden_properties_do_not_stop_the_report() -> None:
    report = Draft((), title="甲" * 300, author="乙\x00", created="2022-09-30")
    properties = docx.Document(BytesIO(publish(report, "docx"))).core_properties

    assert (properties.title, properties.author) == ("甲" * 255, "乙\ufffd")


def test_properties_may_look_like_the_template() -> None:
    report = Draft((), title="<dc:creator/>&2000-01-01", author="<cp:lastModifiedBy/>", created="2022-09-30")
    properties = docx.Document(BytesIO(publish(report, "docx"))).core_properties

    assert (properties.title, properties.author, properties.last_modified_by) == (
        "<dc:creator/>&2000-01-01",
        "<cp:lastModifiedBy/>",
        "<cp:lastModifiedBy/>",
    )


def test_no_clock_and_no_platform_in_the_archive() -> None:
    with ZipFile(BytesIO(publish(small_draft(), "docx"))) as archive:
        entries = {(entry.date_time, entry.create_system) for entry in archive.infolist()}

    assert entries == {((1980, 1, 1, 0, 0, 0), 3)}


def test_content_types_come_first_and_what_a_report_writes_last() -> None:
    names = list(parts(publish(draft(), "docx")))

    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert [name for name in names[2:] if not name.endswith(".rels")] == [
        "customXml/itemProps1.xml",
        "docProps/app.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footer3.xml",
        "word/footer4.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
        "customXml/item1.xml",
        "docProps/core.xml",
        "word/document.xml",
    ]


@pytest.fixture
def _no_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Forget the shell at hand, before and after, and keep what is made in a folder of its own."""
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path))
    for forget in (cache.folder.cache_clear, word_package._shell.cache_clear):
        forget()
    yield
    cache.folder.cache_clear()
    word_package._shell.cache_clear()


@pytest.mark.usefixtures("_no_shell")
def test_a_kept_shell_makes_the_same_file_without_python_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    made = publish(small_draft(), "docx")
    word_package._shell.cache_clear()
    monkeypatch.setattr(word_package, "_made_shell", pytest.fail)

    assert publish(small_draft(), "docx") == made


@pytest.mark.usefixtures("_no_shell")
def test_without_a_folder_to_keep_it_in_the_shell_is_made_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = publish(small_draft(), "docx")
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("EVALCLI_CACHE_DIR", str(tmp_path / "taken"))
    for forget in (cache.folder.cache_clear, word_package._shell.cache_clear):
        forget()

    assert publish(small_draft(), "docx") == made


def test_a_report_without_a_day_has_a_fixed_one() -> None:
    properties = docx.Document(BytesIO(publish(Draft((), "甲", "乙", ""), "docx"))).core_properties

    assert properties.created == datetime(2000, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("name", list(parts(publish(small_draft(), "docx"))))
def test_every_part_is_well_formed_and_silent_about_its_maker(name: str) -> None:
    content = parts(publish(small_draft(), "docx"))[name]

    assert etree.fromstring(content) is not None
    assert b"python-docx" not in content


def test_no_template_file_hides_from_the_wheel() -> None:
    files = [path for path in shipped("templates").rglob("*") if path.is_file()]

    assert [path.name for path in files if path.name.startswith(".")] == []


def test_every_style_that_is_used_exists() -> None:
    files = parts(publish(small_draft(), "docx"))
    value = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
    known = {
        style.get(value.replace("}val", "}styleId"))
        for style in etree.fromstring(files["word/styles.xml"]).iter("{*}style")
    }
    used = {
        style.get(value)
        for name, content in files.items()
        if name.startswith("word/") and name.endswith(".xml")
        for style in etree.fromstring(content).iter("{*}pStyle", "{*}rStyle", "{*}basedOn", "{*}next")
    }

    assert used - known == set()
    assert {"Title", "Heading4", "TableSmallHead", "Strong", "Footer"} <= used
