"""The English catalogue says all that evalcli says, in English; Chinese needs none of it."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import catalogue
import polib
import pytest
from command_line import process

from evalcli.model.facts import Verdict

HAN = re.compile("[\u3400-\u9fff]+")
# What users type stays Chinese inside quotation marks, and so does the name of the report's file.
TYPED = re.compile(r"“[^”]*”|\"[^\"]*\"|【[^】]*】|(?<=-)自评报告")
WIDE = re.compile("[，。；：？！（）、％]")
LANGUAGES = ("EVALCLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
# Words that the code prints beside figures: units, and what stands in a label. They are data, the same in any language.
UNITS = ("年", "百分点")


@cache
def entries() -> dict[str, polib.POEntry]:
    """Return the entries of the catalogue by message."""
    return {entry.msgid: entry for entry in polib.pofile(str(catalogue.CATALOGUE), encoding="utf-8")}


def evalcli(*arguments: str, folder: Path, **wanted: str) -> str:
    """Return all that a command prints in a process of its own, in a language that `wanted` alone decides."""
    done = process(*arguments, folder=folder, **dict.fromkeys(LANGUAGES, "") | wanted)
    return done.out + done.err


@cache
def data(root: Path) -> str:
    """Return what packs, counties and the schemas of their files wrote: their words are printed as they are."""
    files = [
        *(root / "indicators").rglob("*.yaml"),
        *(root / "examples").rglob("*.yaml"),
        *(root / "evalcli/schemas").glob("*.json"),
    ]
    words = [*(verdict.value for verdict in Verdict), *UNITS, FAULTY]
    return "\n".join([*(file.read_text(encoding="utf-8") for file in sorted(files)), *words])


def untranslated(text: str, root: Path) -> list[str]:
    """Return the Chinese in `text` that neither a pack nor a county wrote."""
    return sorted(
        {
            found
            for found in HAN.findall(text)
            if found not in data(root) and found.removesuffix("增幅") not in data(root)
        }
    )


def test_the_catalogue_is_what_the_code_says(update: bool) -> None:
    if update:
        catalogue.update()
    said = catalogue.messages(catalogue.calls())
    expected = catalogue.catalogue(said, catalogue.translations())
    assert catalogue.CATALOGUE.read_text(encoding="utf-8") == expected


def test_every_message_has_its_words_in_the_code() -> None:
    assert [f"{call.file}:{call.line}" for call in catalogue.calls() if not call.messages] == []


def test_every_message_is_translated() -> None:
    assert [msgid for msgid, entry in entries().items() if not entry.msgstr.strip() or entry.fuzzy] == []


def test_translations_leave_the_same_places_open() -> None:
    differing = {
        msgid: entry.msgstr
        for msgid, entry in entries().items()
        if catalogue.braces(msgid) != catalogue.braces(entry.msgstr)
    }
    assert differing == {}


def test_translations_can_be_filled() -> None:
    filled = [catalogue.filled(entry.msgstr) for entry in entries().values()]
    assert [said for said in filled if re.search(r"\{[a-z_]+\}", said)] == []


def test_translations_are_english() -> None:
    foreign = {
        entry.msgstr: found
        for entry in entries().values()
        if (found := HAN.findall(TYPED.sub("", entry.msgstr)) + WIDE.findall(TYPED.sub("", entry.msgstr)))
    }
    assert foreign == {}


def test_indents_are_kept() -> None:
    differing = [
        msgid
        for msgid, entry in entries().items()
        if msgid.startswith("  ") and _indent(msgid) != _indent(entry.msgstr)
    ]
    assert differing == []


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


COMMANDS = """
--help
check --help
score --help
explain --help
render --help
check -v
score -v
score --fail-under 99
explain 2.4
explain 3.10
explain 4.14
explain 8.32
explain 99
explain
render --md -o x.docx --html
render -o x.pdf
nothing
score --nothing
score --format
score --format nothing
score --fail-under nothing
score nothing.yaml
score county.yaml too many
score --quiet=yes
"""
# Every line has its fault; what is wrong with the shape is told together with what is wrong with the data.
FAULTY = """
county: {name: 甲县, code: "12"}
pack: duty-sichuan-2022
period: {from: 2021-07-01, to: 2022-06-30, until: 2023-01-01}
report: {scores: here, merge_areas: "no", title: []}
figures:
  education_spending: 8.4
  teacher_pay: {2021: 9万人, 2019: 8万元}
  spending_per_pupil: 9000元
  inclusive_coverage: 0.95
  unheard_of: 1
  senior_teachers: 甲
  large_classes: 1000000000个
judged:
  "1.1a": {level: 上等}
  "1.1c": 好
not_applicable: {"9.9": {because: ""}}
text: {"2.4": [{head: 增长, say: "到[[education_spendings]]，2022年9月完成"}]}
problems: [{item: "4.99"}]
tailored: {"2.44": {points: 3}}
"""


@pytest.mark.parametrize("typed", COMMANDS.split("\n")[1:-1])
def test_english_commands_say_nothing_in_chinese_but_data(typed: str, root: Path, gaoping: Path) -> None:
    said = evalcli(*typed.split(), folder=gaoping.parent, EVALCLI_LANG="en")
    assert said.strip() != ""
    assert untranslated(TYPED.sub("", said) if "--help" in typed else said, root) == []


@pytest.mark.parametrize(
    "kept", [FAULTY, FAULTY.rpartition("tailored:")[0], "county: {name: 甲县\n", "县：甲县\n", "- 甲\n"]
)
def test_english_faults_say_nothing_in_chinese_but_data(kept: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "county.yaml").write_text(kept, encoding="utf-8")
    said = evalcli("check", "-v", folder=tmp_path, EVALCLI_LANG="en")
    assert "must mend" in said or "stopped" in said
    assert untranslated(said.replace("甲", ""), root) == []


@pytest.mark.parametrize("option", ["--docx", "--draft"])
def test_english_drafts_name_what_is_missing_in_english(option: str, root: Path, gaoping: Path, tmp_path: Path) -> None:
    folder = tmp_path / "county"
    shutil.copytree(gaoping.parent, folder)
    with_teachers = folder / "data" / "area-3.yaml"
    lines = with_teachers.read_text(encoding="utf-8").splitlines(keepends=True)
    with_teachers.write_text("".join(line for line in lines if "senior_teachers:" not in line), encoding="utf-8")
    said = evalcli("render", option, "-o", str(tmp_path / "report.docx"), folder=folder, EVALCLI_LANG="en")
    assert "(senior_teachers), which is not filled in" in said
    assert untranslated(said, root) == []


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "用法："),
        ({"LANG": "C"}, "用法："),
        ({"LANG": "C.UTF-8"}, "用法："),
        ({"LANG": "zh_CN.UTF-8"}, "用法："),
        ({"LANG": "en_US.UTF-8"}, "Usage: "),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "Usage: "),
        ({"EVALCLI_LANG": "zh", "LANG": "en_US.UTF-8"}, "用法："),
        ({"EVALCLI_LANG": "en", "LANG": "zh_CN.UTF-8"}, "Usage: "),
    ],
)
def test_the_environment_decides_the_language(wanted: dict[str, str], expected: str, tmp_path: Path) -> None:
    assert evalcli("--help", folder=tmp_path, **wanted).startswith(expected)


@pytest.mark.parametrize(("language", "expected"), [("zh", "False"), ("en", "True")])
def test_only_english_loads_the_catalogue(language: str, expected: str, gaoping: Path) -> None:
    code = (
        f"import sys; from evalcli.cli.main import run; run(['check', {str(gaoping)!r}]); print('polib' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=os.environ | {"EVALCLI_LANG": language}, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").split()[-1] == expected


def test_chinese_messages_import_neither_gettext_nor_polib() -> None:
    code = "import sys; from evalcli.language import _; print(_('达标'), {'gettext', 'polib'} & sys.modules.keys())"
    command = [sys.executable, "-I", "-X", "utf8", "-c", code]
    done = subprocess.run(command, env=os.environ | {"EVALCLI_LANG": "zh"}, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").strip() == "达标 set()"


def test_the_report_is_the_same_in_any_language(gaoping: Path) -> None:
    chinese, english = (
        evalcli("render", "--md", "-o", "-", "-q", folder=gaoping.parent, EVALCLI_LANG=language)
        for language in ("zh", "en")
    )
    assert english == chinese


def test_a_call_by_variable_has_its_words(tmp_path: Path) -> None:
    room = tmp_path / "evalcli"
    room.mkdir()
    (room / "one.py").write_text(
        '_("甲" "乙{one}")\n_(notice.level.value)\n_(strange)\n_("甲乙{one}")\n', encoding="utf-8"
    )
    (room / "two.py").write_text('def said():\n    return [_("丙"), _("甲乙{one}")]\n', encoding="utf-8")
    found = list(catalogue.calls(room))
    assert [call.line for call in found if not call.messages] == [3]
    assert catalogue.messages(iter(found)) == {
        "甲乙{one}": ["evalcli/one.py", "evalcli/two.py"],
        "中止": ["evalcli/one.py"],
        "必改": ["evalcli/one.py"],
        "疑似": ["evalcli/one.py"],
        "提示": ["evalcli/one.py"],
        "丙": ["evalcli/two.py"],
    }


def test_translations_survive_a_new_catalogue(tmp_path: Path) -> None:
    place = tmp_path / "en" / "messages.po"
    catalogue.update(place)
    assert set(catalogue.translations(place).values()) == {""}
    place.write_text(
        place.read_text("utf-8").replace('msgid "达标"\nmsgstr ""', 'msgid "达标"\nmsgstr "Met"'), encoding="utf-8"
    )
    catalogue.update(place)
    assert {said for said in catalogue.translations(place).values() if said} == {"Met"}
