"""What follows a table: total, debts by office, remarks."""

from pathlib import Path

from county_text import change

from evalcli import flow
from evalcli.cli.remarks import closing, remarks

COUNTY = Path("county.yaml")


def test_nothing_owed(desk: Path) -> None:
    assert closing(flow.score_county(COUNTY))[0] == "得分已定 9.70，满分 10.00；等次 合格"
    assert not any(line.startswith(("缺数据", "待评定")) for line in closing(flow.score_county(COUNTY)))


def test_debts_of_one_office_are_added_up(desk: Path) -> None:
    change(desk, "office: 人社局", "office: 教体局", name="indicators/mini/fields.yaml")
    change(desk, "  teachers: 636人\n  coverage: 94%\n", "")

    # 1.1b is worth 2 points, 2.1a another 2.
    assert "缺数据 教体局（4.00 分）：1.1b 普惠率；2.1a 教师数" in closing(flow.score_county(COUNTY))


def test_a_result_says_what_is_provisional_and_what_is_illustrative(desk: Path) -> None:
    change(desk, "pack: mini", "pack: mini\nillustrative: 评定为演示。")

    assert remarks(flow.score_county(COUNTY))[-2:] == ["注：示例用分值。", "注：评定为演示。"]


def test_a_grade_that_nothing_open_can_change_is_said_to_be_certain(desk: Path) -> None:
    # Of 10 points 9.7 are settled; without the coverage 2 less are, and 合格 begins at 6.
    change(desk, "  coverage: 94%\n", "")
    scored = flow.score_county(COUNTY)

    assert (scored.card.open, scored.card.grade.certain) == (2, True)
    assert "注：未定的分不影响等次：合格已经确定" in remarks(scored)
