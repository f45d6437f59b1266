"""What holds for every text: nothing crashes, nothing is made up, and ten times the text is ten times the work."""

import sys
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plans import NAME, rows

from evalcli.extract import extract
from evalcli.extract.characters import clean
from evalcli.model.statement import Comparator, Kind
from evalcli.read.texts import parse

PIECES = st.sampled_from(
    [
        *"0123456789.,，。；：:%％、()（）“”‘’《》〔〕[]-—~ 　\n",
        *"零一二两三五十百千万亿半余多约近每第年月日个所名人元倍成分之比和及与从由占率",
        *(
            "达到",
            "以上",
            "以内",
            "不低于",
            "控制在",
            "增长",
            "下降",
            "新增",
            "提高到",
            "分别",
            "均",
            "全覆盖",
            "只增不减",
        ),
        *(
            "2024",
            "2025年",
            "底",
            "学校",
            "学位",
            "覆盖率",
            "大班额",
            "消除",
            "全部",
            "完成",
            "百分之",
            "个百分点",
            "翻番",
            "１２",
            "％",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=400)
def test_every_row_points_at_what_it_says(sentence: str) -> None:
    for row in rows(sentence):
        place = row.place
        assert 1 <= place.column <= place.column + place.width - 1 <= len(sentence)
        assert row.fragment in sentence
        assert row.value.is_finite()
        assert row.comparator in Comparator
        assert row.kind in Kind


@given(TEXTS)
@settings(max_examples=200)
def test_blanks_and_width_change_no_number(sentence: str) -> None:
    wide = sentence.replace("%", "％").replace("(", "（")

    assert [(row.value, row.unit) for row in rows(wide)] == [(row.value, row.unit) for row in rows(sentence)]


@given(st.decimals(0, 10**6, places=2, allow_nan=False), st.sampled_from(["名", "万元", "%", "平方米", "所"]))
def test_a_number_comes_out_as_it_was_written(value: Decimal, unit: str) -> None:
    assume(unit != "%" or value <= 1000)  # 200010.00% is the year 2000 that ran into its share
    (row,) = rows(f"目标为{value}{unit}。")

    assert (row.value, row.unit) == (value, unit)


@given(st.integers(2, 9999))
def test_chinese_and_arabic_numbers_are_the_same(value: int) -> None:
    assert rows(f"招聘{han(value)}名教师")[0].value == value


def han(value: int) -> str:
    """Return a number below 10000 in characters, as people write it."""
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    text = ""
    for place, digit in enumerate(reversed(str(value))):
        text = (digits[int(digit)] + units[place] if digit != "0" else "零") + text
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.strip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


@given(st.text(max_size=60))
def test_clean_text_knows_where_every_sign_stood(written: str) -> None:
    shaped = clean(written)

    assert len(shaped.text) == len(shaped.spots)
    assert list(shaped.spots) == sorted(set(shaped.spots))
    assert shaped.original(0, len(shaped.text)) in written


def work(data: bytes) -> int:
    """Return how many calls it takes to read a text and to extract from it."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found, _notices = parse(data, NAME)
        assert found is not None
        extract(found)
    finally:
        sys.setprofile(before)
    return calls


SENTENCE = (
    "到2025年，全县新建学校12所，新增学位3,600个，入学率从91.2%提高到95%以上，小学、初中班额分别控制在45人、50人以内。"
)


@pytest.mark.parametrize("end", ["\n", ""], ids=["many paragraphs", "one paragraph"])
def test_ten_times_the_text_is_ten_times_the_work(end: str) -> None:
    few, many = (work((SENTENCE + end).encode() * times) for times in (20, 200))

    assert many < few * 11
