"""Long titles break by sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.publish.text import half_widths
from evalcli.publish.titles import broken


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("材料目录", ("材料目录",)),
        ("一二三四五六七八九十一二三四五六七八九十", ("一二三四五六七八九十一二三四五六七八九十",)),
        ("云岭县2024年度履行教育职责评价指标自评得分表明细", ("云岭县2024年度履行教育职责", "评价指标自评得分表明细")),
        (
            "南充市高坪区人民政府2022年履行教育职责情况自评报告",
            ("南充市高坪区人民政府2022年", "履行教育职责情况自评报告"),
        ),
        # Names of autonomous counties: no line ends within 傣族 or 拉祜族.
        (
            "双江拉祜族佤族布朗族傣族自治县人民政府2022年学前教育普及普惠自评报告",
            ("双江拉祜族佤族布朗族傣族自治县", "人民政府2022年学前教育普及普惠自评报告"),
        ),
        ("甲乙丙丁戊己庚辛壬（2021年）甲乙丙丁戊己庚辛", ("甲乙丙丁戊己庚辛壬", "（2021年）甲乙丙丁戊己庚辛")),
    ],
)
def test_lines_end_at_whole_words(title: str, lines: tuple[str, ...]) -> None:
    assert broken(title, 20) == lines


@given(st.text(max_size=200), st.integers(1, 29))
def test_lines_hold_the_whole_title_within_the_room(title: str, room: int) -> None:
    lines = broken(title, room)

    assert "".join(lines) == title
    assert all(half_widths(line) <= 2 * room for line in lines)


def test_a_title_without_end_is_broken_too() -> None:
    assert len(broken("甲" * 20000, 20)) == 1000
