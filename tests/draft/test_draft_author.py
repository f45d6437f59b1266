"""What is printed, and what is noted as missing."""

from counties import AREA_2, FIELDS, FULL, HEAD, pack_of, scored_of
from reports import OWN, areas, drafted, own, told, writing

from evalcli import draft
from evalcli.model.filled import Paragraph, Problem
from evalcli.model.place import Place
from evalcli.model.report import Body, Run


def test_all_that_is_missing_is_told_at_once_with_item_field_and_place(tmp_path):
    area = AREA_2.replace(
        "    key_points:",
        "    say:\n      缺数据: \"{{ figures.repairs | grew }}，{{ formula('share(teachers, students)') | percent }}\"\n    key_points:",
    )
    pack = pack_of(HEAD, FIELDS, *areas(area))
    text = (
        "overview: ['[[closing_year]]']\n"
        "text:\n  '1.1':\n    - {head: 甲, say: '[[coverage]]。[[coverage]]。'}\n"
        "problems: [{item: '1.2', say: '[[student_ratio]]', plan: [{head: 乙, say: '[[opening_year]]'}]}]\n"
    )
    folders = own(tmp_path, basis="甲\n{{ figures.cases }}{{ figures.spending.last }}")

    found, notices = draft.report(scored_of(pack, text), folders)

    assert [(notice.message, str(notice.place)) for notice in notices] == [
        ("报告文字要用“违规起数”（cases），没有填报", f"{OWN}:2:1"),
        ("报告文字要用“教育支出上年值”（spending.last），没有填报", f"{OWN}:2:1"),
        ("报告文字要用“停用年份”（closing_year），没有填报", "data/1.yaml:1:13"),
        ("指标 1.1 的文字要用“普惠率”（coverage），没有填报", "data/1.yaml:4:23"),
        ("指标 2.3 的文字要用“维修投入增幅”（repairs.growth），没有填报", "small/area-2.yaml › 2.3 › say.缺数据:1:1"),
        ("指标 2.3 的文字要用“教师数”（teachers），没有填报", "small/area-2.yaml › 2.3 › say.缺数据:1:1"),
        ("指标 2.3 的文字要用“学生数”（students），没有填报", "small/area-2.yaml › 2.3 › say.缺数据:1:1"),
        ("指标 1.2 的文字要用“生师比”（student_ratio），没有填报", "data/1.yaml:5:32"),
        ("指标 1.2 的文字要用“启用年份”（opening_year），没有填报", "data/1.yaml:5:75"),
    ]
    assert {notice.code for notice in notices} == {"draft.missing-figure"}
    assert found.missing == (
        "违规起数",
        "教育支出上年值",
        "停用年份",
        "普惠率",
        "维修投入增幅",
        "教师数",
        "学生数",
        "生师比",
        "启用年份",
    )
    marks = [run for block in found.blocks if isinstance(block, Body) for run in block.text if run.missing]
    assert len(marks) == 10
    assert marks[0] == Run("【缺：违规起数】", missing=True)


def test_a_place_is_told_only_where_one_is_known():
    with writing() as author:
        author.absent("甲", "x")

        assert author.missing["甲"].place is None


def test_what_an_expression_may_print(tmp_path):
    basis = "{{ formula('students / teachers') }}，{{ formula('coverage') }}，{{ card.earned }}，{{ figures.coverage.number }}，{{ 3 }}"

    assert told(drafted(tmp_path, FULL, basis=basis))[2] == "12.3821，94%，100，94，3"


def test_a_text_without_a_place_or_an_item_is_told_as_well():
    with writing() as author:
        author.told(Problem("1.2", "[[coverage]]", ()))
        author.told(Paragraph("", "[[students]]", Place("x.yaml")))

        assert [(notice.message, notice.place) for notice in author.missing.values()] == [
            ("指标 1.2 的文字要用“普惠率”（coverage），没有填报", None),
            ("报告文字要用“学生数”（students），没有填报", Place("x.yaml")),
        ]
