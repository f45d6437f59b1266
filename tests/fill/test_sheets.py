"""Every sheet has its fate, which is said; nothing of it is guessed."""

import csv
from io import StringIO

from counties import COUNTY, document, pack_of
from hypothesis import given, settings
from hypothesis import strategies as st
from nodes import told
from office_sheets import PACK, codes, county, flat, sheet
from workbooks import book_of

from evalcli import fill, score
from evalcli.analyse import result
from evalcli.model.scorecard import Scored
from evalcli.read import book

FORM = "青川县\n\n代码|序号|名称|单位|上年值|本年值|必填|数据来源|备注\n"


def test_our_own_form():
    cover = sheet("evalcli 填报表", name="封面", file="填报表.xlsx")
    rows = (
        "spending|1|教育支出|亿元|7|8|是|决算表|\n"
        "per_pupil.小学|2|生均支出（小学）|元|90|100|是||\n"
        "students|3|学生数|人|||是||\n"
        "mechanisms|4|机制名称|||研判、处置|是||\n"
        "exam_admission|5|是否考试招生|||否|是||注\n"
    )
    lists = sheet("是\n否", name="选项", file="填报表.xlsx", hidden=True)
    filled, notices = county(cover, sheet(FORM + rows, name="财政局", file="填报表.xlsx"), lists)

    assert notices == ()
    assert flat(filled) == {
        "spending 2021": 8, "spending 2020": 7, "per_pupil.小学 2021": 100, "per_pupil.小学 2020": 90,
        "mechanisms 2021": 2, "exam_admission 2021": 0,
    }  # fmt: skip
    assert filled.read == (
        "填报表.xlsx › 封面：填报表的封面",
        "填报表.xlsx › 财政局：填报值 6 个",
        "填报表.xlsx › 选项：填报表的辅助表",
    )
    assert filled.inputs["填报表.xlsx"] == "sha of 填报表.xlsx"


def test_a_code_of_our_form_that_the_pack_does_not_have_is_told_as_in_yaml():
    filled, notices = county(sheet(FORM + "spendin|1|教育支出|亿元|7|8|是||\nstudents|2|学生数|人|无|—|是||"))

    assert (filled.figures, codes(notices)) == ({}, ["figure.nothing", "figure.nothing", "figure.unknown"])
    assert told(notices)[2] == ("表.xlsx › 财政 › A4", "指标包里没有填报项“spendin”")


def test_a_formula_without_a_result_and_an_error_are_told_with_their_cells():
    faults = {(1, 1): "只有公式，没有存下算出的值", (2, 1): "显示错误值 #REF!"}
    filled, notices = county(sheet("名称|本年值\n教育支出|\n小学生均支出|#REF!\n教师数|9", faults=faults))

    assert codes(notices) == ["figure.cell", "figure.cell"]
    assert list(filled.figures) == [("teachers", "")]
    assert told(notices) == [
        ("表.xlsx › 财政 › B2", "教育支出：这一格只有公式，没有存下算出的值"),
        ("表.xlsx › 财政 › B3", "生均支出（小学）：这一格显示错误值 #REF!"),
    ]


def test_sheets_that_hold_nothing_of_ours():
    filled, notices = county(
        sheet("姓名|职务\n某某|主任", name="花名册"), sheet(" | \n", name="Sheet2"), sheet("甲", hidden=True)
    )

    assert [(n.code, str(n.level), str(n.place), n.message) for n in notices] == [
        (
            "data.unplaced",
            "疑似",
            f"表.xlsx › {name}",
            f"“表.xlsx › {name}”没有采用：认不出填报项和它的值，也不像学校数据表",
        )
        for name in ("花名册", "财政")
    ]
    assert filled.read == ("表.xlsx › 花名册：没有采用", "表.xlsx › Sheet2：空表", "表.xlsx › 财政：没有采用")


def test_hidden_sheets_and_rows_are_read_and_said_so():
    rows = "教育支出|8亿元\n" + "\n".join(f"户{n}|" for n in range(8))
    filled, notices = county(
        sheet(rows, hidden=True, hidden_rows=(0, 2), hidden_columns=(1,)),
        sheet(rows, name="乙", hidden_rows=tuple(range(7)), hidden_columns=tuple(range(25, 32))),
    )

    assert flat(filled) == {"spending 2021": 8}
    assert told(notices) == [
        ("表.xlsx › 财政", "工作表“财政”是隐藏的，照样读了"),
        ("表.xlsx › 财政", "第 1、3 行是隐藏的，照样读了"),
        ("表.xlsx › 财政", "B 列是隐藏的，照样读了"),
        ("表.xlsx › 乙", "第 1、2、3、4、5 行（共 7 行）是隐藏的，照样读了"),
        ("表.xlsx › 乙", "Z、AA、AB、AC、AD 列（共 7 列）是隐藏的，照样读了"),
    ]


def test_how_a_file_was_decoded_is_said():
    filled, _notices = county(sheet("教育支出|8亿元", file="财政.csv", name="", encoding="gb18030"))

    assert filled.read == ("财政.csv：填报值 1 个，按 GB18030 读入",)


NUMBERS = st.integers(0, 10**6).map(str)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "spending": st.tuples(NUMBERS.map("{}万元".format), NUMBERS.map("{}万元".format)),
        "per_pupil.小学": st.tuples(NUMBERS.map("{}元".format), NUMBERS.map("约{}元".format)),
        "coverage": st.tuples(st.integers(0, 100).map("{}%".format), st.just("")),
        "teachers": st.tuples(NUMBERS.filter(lambda text: text != "0").map("{}名".format), st.just("")),
        "students": st.tuples(NUMBERS.map("{}人".format), st.just("")),
        "exam_admission": st.tuples(st.sampled_from(["是", "否"]), st.just("")),
        "mechanisms": st.tuples(st.sampled_from(["研判", "研判、处置"]), st.just("")),
    },
)


def outcome(*, data: str = "", sheets=()):
    documents = (document(data, "data/1.yaml"),) if data else ()
    filled, notices = fill.county(PACK, document(COUNTY), documents, None, sheets)
    found = result(Scored(PACK, filled, score.county(PACK, filled), (), {}))
    return [(n.code, n.message) for n in notices], without_places(found)


def without_places(found):
    """Return a result without what differs by nature: which files were read, and where in them a value stood."""
    if isinstance(found, dict):
        return {key: without_places(value) for key, value in found.items() if key not in ("place", "provenance")}
    return [without_places(one) for one in found] if isinstance(found, list) else found


@given(VALUES)
@settings(max_examples=60, deadline=None)
def test_the_same_figures_in_yaml_csv_and_excel_give_the_same_result(values):
    lines = [f"  - {nested(name, this, last)}\n" for name, (this, last) in values.items()]
    rows = [["名称", "本年值", "上年值"], *([name, *pair] for name, pair in values.items())]
    page = StringIO()
    csv.writer(page).writerows(rows)
    written = book.parse(page.getvalue().encode("gb18030"), "表.csv", ".csv")[0] if values else ()
    typed = book.parse(book_of(rows), "表.xlsx", ".xlsx")[0] if values else ()

    yaml = outcome(data="figures:\n" + "".join(lines) if lines else "")

    assert outcome(sheets=written) == yaml
    assert outcome(sheets=typed) == yaml


def nested(name: str, this: str, last: str) -> str:
    field, _dot, member = name.partition(".")
    years = f"{{2021: {this}, 2020: {last}}}" if last else f"{{2021: {this}}}"
    return f"{field}: {{{member}: {years}}}" if member else f"{field}: {years}"


def test_a_pack_is_not_asked_where_there_are_no_sheets():
    assert fill.county(pack_of(), document(COUNTY), ())[0].read == ()


def test_numbers_kept_as_text_are_counted():
    texts = frozenset({(0, 1), (2, 0)})
    filled, _notices = county(sheet("教师数|636\n学生数|9人", number_texts=texts))

    assert filled.read == ("表.xlsx › 财政：填报值 2 个，其中 1 个是文字型数字，已当作数字",)


def test_labels_without_values_are_told():
    _filled, notices = county(sheet("8亿元|教育支出\n9|教师数"), sheet("名称|本年值\n教育支出|", name="空白表"))

    assert told(notices) == [("表.xlsx › 财政", "“表.xlsx › 财政”没有采用：认不出填报项和它的值，也不像学校数据表")]
