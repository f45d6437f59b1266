"""The Markdown of templates as blocks."""

import pytest

from evalcli.draft.markdown import UnknownInsert, blocks, text
from evalcli.model.report import Addressee, Body, Heading, Run, Signature, Title

SIGNED = Signature("青川县人民政府", "2022年9月30日")


def read(markdown):
    return blocks(markdown, {"signature": (SIGNED,)})


def plain(words):
    return (Run(words),)


def test_every_kind_of_line():
    markdown = """
# 青川县
# 自评报告

> 市人民政府：

## 一、情况
### （一）投入
#### 1.支出
##### （1）总量
第一句，
第二句。

又一段。
::: insert signature
"""

    assert read(markdown) == (
        Title(("青川县", "自评报告")),
        Addressee(plain("市人民政府：")),
        Heading(1, plain("一、情况")),
        Heading(2, plain("（一）投入")),
        Heading(3, plain("1.支出")),
        Heading(4, plain("（1）总量")),
        Body(plain("第一句，第二句。")),
        Body(plain("又一段。")),
        SIGNED,
    )


def test_a_title_may_be_all_there_is():
    assert read("# 甲\n# **乙**") == (Title(("甲", "乙")),)


def test_windows_lines_are_lines():
    assert read("## 一、甲\r\n乙\r\n") == (Heading(1, plain("一、甲")), Body(plain("乙")))


@pytest.mark.parametrize("separator", ["\u2028", "\x85", "\x0b", "\x1c"])
def test_other_separators_are_part_of_the_text(separator):
    assert read(f"甲{separator}# 乙") == (Body(plain(f"甲{separator}# 乙")),)


def test_six_signs_are_no_heading():
    assert read("###### 甲") == (Body(plain("###### 甲")),)


@pytest.mark.parametrize("line", ["::: insert nothing", "::: insert", ":::"])
def test_an_unknown_insert_is_named(line):
    with pytest.raises(UnknownInsert) as fault:
        read(f"甲\n\n{line}")

    assert fault.value.line == line


def test_runs_within_a_line():
    assert text("甲**乙**[8%](x)丙==【缺：丁】==戊") == (
        Run("甲"),
        Run("乙", bold=True),
        Run("8%", claim="x"),
        Run("丙"),
        Run("【缺：丁】", missing=True),
        Run("戊"),
    )


def test_figures_in_bold_stay_figures():
    assert text("**共[8%](x)，==【缺：丁】==**") == (
        Run("共", bold=True),
        Run("8%", bold=True, claim="x"),
        Run("，", bold=True),
        Run("【缺：丁】", bold=True, missing=True),
    )
