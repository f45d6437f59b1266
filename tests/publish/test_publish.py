"""The three formats say the same, and say it the same way every time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from publish_support import draft, html_texts, markdown_texts, small_draft, text, word_texts

from evalcli.model.report import (
    Addressee,
    Annex,
    Attachments,
    Block,
    Body,
    Column,
    Heading,
    Row,
    Run,
    Signature,
    Table,
    Title,
)
from evalcli.publish import FORMATS, publish

_READERS = {"docx": word_texts, "html": html_texts, "md": markdown_texts}
_NASTY = [
    "<b>&amp;</b>",
    "]]>",
    "{{ x }}",
    "{% if %}",
    "=cmd|' /C calc'!A0",
    "\ud800",
    "\x00\x0b\x1f",
    "\ufffe",
    "𠮷𰻞",
    "喆\t堃",
]
_MARKUP = [
    "# 甲",
    "- 乙",
    "1. 丙",
    "> 丁",
    "    戊",
    "***",
    "===",
    "a|b",
    "**己**",
    "<br>",
    "&nbsp;",
    "[甲](乙)",
    "`庚`",
    "~~辛~~",
    "\\",
    "+",
]
_words = st.text(st.characters(), max_size=30) | st.sampled_from(_NASTY + _MARKUP)
_typed = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1)
_runs = st.lists(
    st.builds(Run, _words, bold=st.booleans(), claim=st.sampled_from(["", "a.b", "教育支出"]), missing=st.booleans()),
    max_size=4,
).map(tuple)
_tables = st.integers(1, 4).flatmap(
    lambda count: st.builds(
        Table,
        st.tuples(
            *[st.builds(Column, _words, st.integers(0, 9), st.sampled_from(["left", "right", "center"]))] * count
        ),
        st.lists(
            st.integers(1, count).flatmap(
                lambda span: st.builds(Row, st.tuples(*[_runs] * (count - span + 1)), st.just(span), st.booleans())
            ),
            max_size=12,
        ).map(tuple),
        _words,
        _words,
        _words,
    )
)
_plain_blocks = st.one_of(
    st.builds(Title, st.lists(_words, max_size=3).map(tuple)),
    st.builds(Heading, st.integers(0, 5), _runs),
    st.builds(Body, _runs),
    st.builds(Addressee, _runs),
    st.builds(Attachments, st.lists(_words, max_size=11).map(tuple)),
    st.builds(Signature, _words, _words),
    _tables,
)
_blocks = _plain_blocks | st.builds(
    Annex, _words, _words, st.lists(_plain_blocks, max_size=3).map(tuple), st.booleans()
)


# No deadline: the first report of a process loads the libraries.
@settings(deadline=None)
@given(st.lists(_blocks, max_size=4))
@example([Body((Run("甲", bold=True), Run(""), Run("乙。", bold=True), Run("丙")))])
@example([Attachments(("\n甲",))])
@example([Body((Run("\u3000\u3000甲 "),)), Body(text(" "))])
def test_all_formats_hold_the_same_texts(blocks: list[Block]) -> None:
    report = draft(*blocks)
    texts = {name: read(publish(report, name)) for name, read in _READERS.items()}

    assert texts["html"] == texts["docx"]
    assert texts["md"] == texts["docx"]


@pytest.mark.parametrize("name", list(_READERS))
@settings(deadline=None)
@given(typed=_typed)
@example(typed="<script>&amp;]]>{{ 1 + 1 }}</script>")
@example(typed="3. 甲")
@example(typed="$ \u2028 𠮷 喆")
def test_text_comes_out_as_typed(name: str, typed: str) -> None:
    report = draft(Body(text(typed)), Table((Column("甲", 1),), (Row((text(typed),)),)))

    assert _READERS[name](publish(report, name)) == [typed, "甲", typed]


@pytest.mark.parametrize("name", list(_READERS))
def test_what_xml_forbids_becomes_visible(name: str) -> None:
    report = draft(Body(text("甲\x00乙\ud800丙\ufffe丁\x1b")))

    assert _READERS[name](publish(report, name)) == ["甲\ufffd乙\ufffd丙\ufffd丁\ufffd"]


def test_small_report_reads_the_same_in_all_formats() -> None:
    texts = word_texts(publish(small_draft(), "docx"))

    assert texts == html_texts(publish(small_draft(), "html")) == markdown_texts(publish(small_draft(), "md"))
    assert texts[:4] == [
        "青川县人民政府2022年履行教育职责自评报告",
        "广元市人民政府教育督导委员会：",
        "自评得分90.5分。",
        "一、履职情况",
    ]
    assert texts[-7:] == ["附件2", "材料目录", "材料存教育局。", "编号", "材料", "1-1", "会议纪要"]


@pytest.mark.parametrize("name", list(FORMATS))
def test_same_draft_gives_same_bytes(name: str) -> None:
    assert publish(small_draft(), name) == publish(small_draft(), name)


@pytest.mark.parametrize("name", list(FORMATS))
def test_bytes_do_not_depend_on_the_process(name: str) -> None:
    # Another hash seed and another time zone: neither may leave a trace.
    script = (
        "import sys; from publish_support import small_draft; from evalcli.publish import publish;"
        "sys.stdout.buffer.write(publish(small_draft(), sys.argv[1]))"
    )
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parents[1])])
    environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}
    run = subprocess.run([sys.executable, "-c", script, name], capture_output=True, check=True, env=environment)

    assert run.stdout == publish(small_draft(), name)


def test_unknown_format_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="不认识的报告格式“pdf”，可用：docx、html、md"):
        publish(small_draft(), "pdf")


def test_importing_the_room_loads_no_heavy_library() -> None:
    script = "import sys, evalcli.publish; print(sorted({'docx', 'lxml', 'jinja2', 'zipfile'} & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert run.stdout == "[]\n"
