"""Confirmed statements become the files of a pack that is in order and holds."""

from dataclasses import replace
from pathlib import Path

import pytest
from extraction_benchmark import benchmark
from plans import text

from evalcli.authors import examine, tried
from evalcli.criteria import open_pack
from evalcli.criteria.proofs import cases_below
from evalcli.extract import extract
from evalcli.model.statement import Extract
from evalcli.packs.plan_seed import chosen, plan_seed
from evalcli.read.texts import text as read_text

PLAN = (
    "青山县2024年教育工作要点",
    "一、扩大{{资源}}*",
    "1.新建公办幼儿园12所，到2025年普惠性幼儿园覆盖率达到90%以上，班额控制在45人以内，力争新增学位约3000个。",
    "2.生师比不高于19:1，每校办好2-4个专业群，教育支出只增不减，近视率下降0.5个百分点。",
    "二、提高质量",
    "近视率下降0.6%以上，教师工资不低于当地公务员平均工资，覆盖率比上年提高3个百分点。投入1.5亿。",
    "新建公办幼儿园2所，新建公办幼儿园3所。",
)


def write(files: dict[str, str], folder: Path) -> Path:
    """Write a pack and return its folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def found() -> Extract:
    """Return what the plan states."""
    return extract(text(*PLAN))[0]


def proved(folder: Path) -> tuple[list[str], list[str]]:
    """Return what lint finds and which cases fail."""
    pack = open_pack(str(folder), folder)
    failed = [notice.message for one in tried(pack, cases_below(folder, folder)) for notice in one.failures]
    return [notice.message for notice in examine(str(folder), folder)], failed


def test_a_plan_becomes_a_pack_that_is_in_order_and_holds(tmp_path: Path) -> None:
    rows = chosen(found(), every=True)
    folder = write(dict(plan_seed("plan-qingshan", found(), rows)), tmp_path / "plan-qingshan")
    pack = open_pack(str(folder), folder)

    assert proved(folder) == ([], [])
    assert [area.heading for area in pack.areas] == ["一、扩大资源", "二、提高质量"]
    assert [indicator.title for indicator in pack.indicators][:4] == [
        "公办幼儿园",
        "普惠性幼儿园覆盖率",
        "班额",
        "学位",
    ]
    assert [label for label in (field.label for field in pack.fields.values()) if label.startswith("公办幼儿园")] == [
        "公办幼儿园", "公办幼儿园（2）", "公办幼儿园（3）",
    ]  # fmt: skip
    first, soft = pack.indicators[0], pack.indicators[3]
    assert (first.source.document, first.source.clause) == ("青山县2024年教育工作要点", "第3行（段）")
    assert soft.source.note == "原文说“力争、约”"
    assert pack.provisional.startswith("分值和等次为起草时暂定")
    assert pack.points == sum(len(indicator.key_points) for indicator in pack.indicators)


DOCUMENTS = sorted((Path(__file__).parents[1] / "extract" / "documents").glob("*.txt"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_any_document_becomes_a_pack_that_holds(document: Path, tmp_path: Path) -> None:
    read, _notices = read_text(document, document.name)
    assert read is not None
    extracted, _notices = extract(read)
    rows = tuple(replace(row, confirmed=True) for row in extracted.statements)
    kept = replace(extracted, statements=rows)
    folder = write(dict(plan_seed("plan", kept, chosen(kept, every=False))), tmp_path / "plan")

    assert proved(folder) == ([], [])
    assert benchmark() is not None


def test_only_confirmed_rows_are_chosen() -> None:
    extracted = found()
    first, *rest = extracted.statements
    kept = replace(extracted, statements=(replace(first, confirmed=True), *rest))

    assert chosen(extracted, every=False) == ()
    assert chosen(kept, every=False) == (replace(first, confirmed=True),)


def test_a_plan_that_only_people_can_judge(tmp_path: Path) -> None:
    extracted, _notices = extract(text("工作要点", "教师工资不低于公务员平均工资。"))
    folder = write(dict(plan_seed("plan", extracted, extracted.statements)), tmp_path / "plan")

    assert proved(folder) == (["填报项“说明”（remarks）没有用到"], [])


def test_a_part_is_the_outermost_heading_that_differs(tmp_path: Path) -> None:
    extracted, _notices = extract(text("第一章 目标", "一、入园", "新建学校3所。", "二、师资", "招聘教师5名。"))
    folder = write(dict(plan_seed("plan", extracted, extracted.statements)), tmp_path / "plan")

    assert [area.heading for area in open_pack(str(folder), folder).areas] == ["一、入园", "二、师资"]


def test_rows_of_tables_and_without_words(tmp_path: Path) -> None:
    extracted = found()
    (row,) = extracted.statements[:1]
    odd = replace(row, measures="{{}}", fragment="**", headings=(), place=replace(row.place, sheet="表1"))
    kept = replace(extracted, title="", document="", statements=(odd,))
    folder = write(dict(plan_seed("plan", kept, kept.statements)), tmp_path / "plan")

    assert proved(folder) == ([], [])
    assert open_pack(str(folder), folder).indicators[0].source.clause == "表1第3行"
