"""Whatever somebody typed comes out as typed, in every format."""

import json

import pytest
from counties import COUNTY
from reports import annexes, report_of, told

from evalcli.model.report import Body
from evalcli.publish import publish

HOSTILE = [
    "{{ 7*7 }}", "{% for x in y %}", "{# 无 #}", "<script>alert(1)</script>", "**x**", "[a](b)", "==x==", "# x", "&lt;", "]]", "[[", "[[x]]",
    "::: insert annexes", "> 甲", "a:b", "\\", "`x`", "|", "'\"", "{{ figures.coverage }}", "%s", "&#35; x",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_what_somebody_typed_comes_out_as_typed(typed, form):
    quoted = json.dumps(typed)
    text = f"overview: [{quoted}]\ntext: {{'1.1': [{{head: {quoted}, say: {quoted}}}]}}\nproblems: [{{item: '1.1', head: {quoted}, say: {quoted}, plan: [{quoted}]}}]\n"
    head = COUNTY.replace("name: 青川县", f"name: {quoted}").replace("title: 关于开展评价的通知", f"title: {quoted}")

    found = report_of(text, head=head)

    lines = told(found)
    assert lines[0] == f"{typed}人民政府2021年—2022年上半年"
    assert f"《{typed}》" in lines[2]
    assert lines[lines.index("一、基本情况") + 1] == typed
    assert lines[lines.index("三、存在问题") + 1] == f"{typed}。{typed}"
    assert lines[-1] == typed
    assert not any(
        run.claim or run.missing or run.bold for block in found.blocks if isinstance(block, Body) for run in block.text
    )
    assert len(annexes(found)) == 2
    assert publish(found, form)


def test_a_new_line_in_a_text_stays_in_its_paragraph():
    found = report_of("overview:\n  - |\n    甲\n    # 乙\n")

    assert "甲\n# 乙" in told(found)
