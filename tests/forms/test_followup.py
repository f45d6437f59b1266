"""The list of doubts, out and back."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from evalcli.forms.followup import asked, followup
from evalcli.model.checked import finding_id
from evalcli.model.notice import About, Level, Notice
from evalcli.model.place import Place

DOUBT = Notice(
    "figure.jump",
    Level.DOUBT,
    "变动大",
    "说明原因。",
    Place("data.yaml", 3, 5),
    About("spending", "支出", "财政局", ("8亿元", "8亿元", "5亿元")),
)
MUST = Notice("relation.a", Level.MUST, "部分大于整体", "改。", None, About("pupils"))
LOOSE = Notice("text.no-year", Level.DOUBT, "没有年份")
OTHERS = (Notice("data.missing", Level.HINT, "缺"), Notice("yaml.tab", Level.MUST, "制表符"))


def test_offices_answer_doubts_and_what_must_be_mended_of_their_data():
    assert asked((DOUBT, MUST, LOOSE, *OTHERS)) == (DOUBT, MUST, LOOSE)


def test_every_doubt_is_a_row_with_its_number_by_office():
    book = CalamineWorkbook.from_filelike(BytesIO(followup((DOUBT, MUST, LOOSE, *OTHERS))))
    head, *rows = book.get_sheet_by_name("疑点").to_python()

    assert book.sheet_names == ["疑点", "填写说明"]
    assert head == [
        "编号",
        "单位",
        "级别",
        "事项",
        "疑点",
        "填报值",
        "位置",
        "怎样核对",
        "答复",
        "更正值",
        "说明",
        "答复人",
        "日期",
    ]
    assert rows == [
        [
            finding_id(DOUBT),
            "财政局",
            "疑似",
            "支出",
            "变动大",
            "8亿元；5亿元",
            "data.yaml:3:5",
            "说明原因。",
            *[""] * 5,
        ],
        [finding_id(MUST), "责任单位", "必改", "pupils", "部分大于整体", "", "", "改。", *[""] * 5],
        [finding_id(LOOSE), "责任单位", "疑似", "", "没有年份", "", "", "", *[""] * 5],
    ]
