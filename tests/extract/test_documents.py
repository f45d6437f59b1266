"""Whole documents of other genres, labelled by hand: how much is found, and how much of it is right.

The floors hold what is reached. A match is the same value, unit and class of comparator within the same clause.
"""

from decimal import Decimal
from pathlib import Path

import pytest
from extraction_benchmark import benchmark

from evalcli.extract import statements
from evalcli.read.texts import text

FOLDER = Path(__file__).parent / "documents"
DOCUMENTS = sorted(FOLDER.glob("*.txt"))
FLOOR = Decimal("0.97")


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_a_document_is_read(document: Path) -> None:
    script = benchmark()
    read, notices = text(document, document.name)
    assert read is not None
    score = script.score(script.wanted(document.with_suffix(".tsv"), document), list(statements(read)))

    assert notices == ()
    assert score.f1 >= FLOOR, (score.missed, score.extra)


def test_there_are_documents_of_several_genres() -> None:
    labelled = sum(len(path.with_suffix(".tsv").read_text("utf-8").splitlines()) - 1 for path in DOCUMENTS)

    assert len(DOCUMENTS) >= 6
    assert labelled >= 260


def test_the_benchmark_prints_and_gates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a-plan.txt").write_text("工作要点\n新建学校3所，培训教师200名。\n", encoding="utf-8")
    (tmp_path / "table.tsv").write_text(
        "seed\tline\tfragment\tcomparator\tvalue\tunit\n"
        "plan\t2\t新建学校3所\t=(>=)\t3\t所\n"
        "plan\t2\t培训教师200名\t=\t300\t名\n"
        "other\t2\t另一份\t=\t1\t名\n",
        encoding="utf-8",
    )
    code = benchmark().main([str(tmp_path / "table.tsv"), str(tmp_path / "a-plan.txt"), "-v", "--at-least", "0.9"])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "a-plan.txt: precision 0.500  recall 0.500  F1 0.500  (found 1, missed 1, extra 1)",
        "  missed     2 = 300 人  培训教师200名",
        "  extra      2 = 200 名  培训教师200名",
        "all: precision 0.500  recall 0.500  F1 0.500  (found 1, missed 1, extra 1)",
    ]


ROWS = [
    ("1-3", "range", "个/校", [("1", ">="), ("3", "<=")]),
    ("10518 / 583.574", "=", "人次 / 万元", [("10518", "="), ("583.574", "=")]),
    ("1:100", "= (>=)", "甲:乙", [("100", "=,>=")]),
    ('100 ("all")', "=", "%", [("100", "=")]),
    ("1,5", "=", "人", [("1", "="), ("5", "=")]),
    ("3+1", "=", "个", [("3", "="), ("1", "=")]),
    ("no figure", "decrease (x)", "-", [("0", "decrease")]),
    ("5", "decrease >=", "%", [("5", ">=,decrease")]),
    ("400", "~ (>)", "万元", [("400", "=,>=")]),
    ("400", "~", "万元", [("400", "<=,=,>=")]),
]


@pytest.mark.parametrize(("value", "comparator", "unit", "expected"), ROWS)
def test_a_row_of_the_table_lists_quantities(
    value: str, comparator: str, unit: str, expected: list[tuple[str, str]]
) -> None:
    row = {"line": "1", "fragment": "x", "comparator": comparator, "value": value, "unit": unit}
    found = benchmark()._wanted(row)

    assert [(str(one.value), ",".join(sorted(one.comparators))) for one in found] == expected
