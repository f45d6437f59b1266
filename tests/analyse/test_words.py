"""Formulas in words."""

import pytest
from counties import pack_of

from evalcli import language
from evalcli.analyse.words import in_words, rule_in_words

PACK = pack_of()


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("share(teachers, students)", "教师数 ÷ 学生数 × 100"),
        ("share(teachers + 1, students)", "(教师数 + 1) ÷ 学生数 × 100"),
        ('per_pupil["小学"] - per_pupil["初中"]', "生均支出（小学） − 生均支出（初中）"),
        ("growth(spending)", "教育支出增幅"),
        ('last(per_pupil["小学"])', "生均支出（小学）（上年）"),
        ("sum(per_pupil)", "生均支出各分项之和"),
        ("round(coverage, 1)", "普惠率四舍五入"),
        ("-cases", "−违规起数"),
        ("coverage >= coverage_target", "普惠率 ≥ 普惠率目标"),
        ("coverage > 1 and cases == 0", "普惠率 > 1 且 违规起数 = 0"),
    ],
)
def test_a_formula_stands_as_on_paper(formula, words):
    assert in_words(PACK, formula) == words


@pytest.mark.parametrize("text", ["公办高中学生数：公办高中专任教师数", "学生数", "nobody + 1", "1 + 2"])
def test_what_is_no_formula_over_fields_stays(text):
    assert in_words(PACK, text) == text


def test_a_rule_in_words_is_the_head_of_its_manual():
    assert rule_in_words("only_up") == "只增不减：今年不低于上年，逐项看；持平也算"


def test_a_rule_in_words_speaks_the_readers_language(monkeypatch):
    monkeypatch.setenv("EVALCLI_LANG", "en")
    language.chosen.cache_clear()

    assert (
        rule_in_words("only_up") == "This year is not below last year, in every field and every member of its dimension"
    )
    with language.chinese():
        assert rule_in_words("none_of").startswith("为零：")
