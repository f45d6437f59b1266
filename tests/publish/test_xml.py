"""Typed text on its way into XML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from evalcli.publish.text import clean
from evalcli.publish.xml import HEAD, attribute, content


@pytest.mark.parametrize(
    ("typed", "inside", "quoted"),
    [
        ("甲", "甲", "甲"),
        ("a<b>&c", "a&lt;b&gt;&amp;c", "a&lt;b&gt;&amp;c"),
        ("]]>", "]]&gt;", "]]&gt;"),
        ("&lt;", "&amp;lt;", "&amp;lt;"),
        ('"', '"', "&quot;"),
        ("\n", "\n", "&#10;"),
        ("\t", "\t", "&#9;"),
        ('"\n\t', '"\n\t', "&quot;&#10;&#9;"),
    ],
)
def test_what_has_a_meaning_in_xml_loses_it(typed: str, inside: str, quoted: str) -> None:
    assert content(typed) == inside
    assert attribute(typed) == quoted


@given(st.text(st.characters()))
def test_a_parser_reads_what_was_typed(typed: str) -> None:
    text = clean(typed)
    root = etree.fromstring(f'{HEAD}<a b="{attribute(text)}">{content(text)}</a>'.encode())

    assert (root.text or "", root.get("b")) == (text, text)
