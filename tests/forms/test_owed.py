"""The list of what is owed."""

from datetime import date
from io import BytesIO

from python_calamine import CalamineWorkbook

from evalcli.forms.owed import owed_book
from evalcli.model.checked import Owed

OWED = (
    Owed("教体局", date(2022, 9, 10), "填报项", "1.2", "students", "学生数", "人"),
    Owed("教体局", date(2022, 9, 10), "人工评定", "2.3", "2.3b", "制度", "等级"),
    Owed("财政局", None, "填报项", "1.1", "spending", "教育支出", "亿元"),
)


def test_it_has_a_summary_and_every_single_thing():
    book = CalamineWorkbook.from_filelike(BytesIO(owed_book(OWED)))

    assert book.get_sheet_by_name("汇总").to_python() == [
        ["单位", "期限", "还缺几项"], ["教体局", "2022-09-10", "2"], ["财政局", "", "1"],
    ]  # fmt: skip
    assert book.get_sheet_by_name("催报单").to_python() == [
        ["单位", "期限", "类别", "指标", "名称", "要报什么", "编号"],
        ["教体局", "2022-09-10", "填报项", "1.2", "学生数", "人", "students"],
        ["教体局", "2022-09-10", "人工评定", "2.3", "制度", "等级", "2.3b"],
        ["财政局", "", "填报项", "1.1", "教育支出", "亿元", "spending"],
    ]
