"""The phrases of official prose: worded by the figures, so that no sentence says what its figures do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phrases import said, written

TWO = "figures: {{spending: {{2021: {this}亿元, 2020: {last}亿元}}}}"
GROWTH = "{{ phrase.growth(figures.spending) }}"
# Items that fall on each of the three wordings.
WORDINGS = {"差": "1.1", "由": "1.2", "比": "5"}


@pytest.mark.parametrize(
    ("item", "this", "last", "words"),
    [
        (WORDINGS["差"], "8.4", "8", "教育支出8.4000亿元，比上年增加0.4亿元，增长5.00%"),
        (WORDINGS["由"], "8.4", "8", "教育支出由上年的8.0000亿元增加到8.4000亿元，增长5.00%"),
        (WORDINGS["比"], "8.4", "8", "教育支出8.4000亿元，比上年的8.0000亿元增长5.00%"),
        (WORDINGS["差"], "7.6", "8", "教育支出7.6000亿元，比上年减少0.4亿元，下降5.00%"),
        (WORDINGS["由"], "7.6", "8", "教育支出由上年的8.0000亿元减少到7.6000亿元，下降5.00%"),
        (WORDINGS["比"], "8", "8", "教育支出8.0000亿元，与上年持平"),
    ],
)
def test_growth(item, this, last, words):
    assert said(GROWTH, TWO.format(this=this, last=last), item=item) == words


def test_growth_of_which_only_the_rate_is_known():
    assert said(GROWTH, "figures: {spending: 8亿元, spending.growth: 0.13%}") == "教育支出8.0000亿元，同比增长0.13%"


def test_growth_that_is_not_known_is_marked():
    assert written(GROWTH, "figures: {spending: 8亿元}")[-1] == ("【缺：教育支出增幅】", "缺")


def test_growth_under_another_name():
    sentence = "{{ phrase.growth(figures.spending, '全县投入') }}"

    assert said(sentence, TWO.format(this="9", last="8"), item=WORDINGS["由"]).startswith("全县投入由上年的")


@given(st.decimals(1, 900, places=4), st.decimals(1, 900, places=4), st.sampled_from(sorted(WORDINGS.values())))
def test_no_wording_contradicts_the_figures(this, last, item):
    words = said(GROWTH, TWO.format(this=this, last=last), item=item)
    rises = [word for word in ("增加", "增长") if word in words]
    falls = [word for word in ("减少", "下降") if word in words]

    assert (bool(rises), bool(falls), "持平" in words) == (this > last, this < last, this == last)


PUPILS = "figures: {{per_pupil: {{小学: {{2021: {a}元, 2020: 100元}}, 初中: {{2021: {b}元, 2020: 100元}}}}}}"


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (101, 102, "均比上年增长"),
        (100, 102, "均不低于上年，实现“只增不减”"),
        (99, 102, "普通小学比上年下降，没有实现“只增不减”"),
        (99, 98, "普通小学、普通初中比上年下降，没有实现“只增不减”"),
    ],
)
def test_whether_all_rise(a, b, words):
    assert said("{{ phrase.all_rise(figures.per_pupil) }}", PUPILS.format(a=a, b=b)) == words


@pytest.mark.parametrize(("this", "words"), [("9", "比上年增长"), ("8", "不低于上年，实现“只增不减”")])
def test_whether_one_rises(this, words):
    assert said("{{ phrase.all_rise([figures.spending]) }}", TWO.format(this=this, last="8")) == words


def test_nothing_is_said_to_rise_where_one_is_not_known():
    sentence = "{{ phrase.all_rise([figures.spending, figures.students]) }}"

    assert written(sentence, TWO.format(this="9", last="8")) == [("【缺：学生数增幅】", "缺")]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("figures.per_pupil", "普通小学、普通初中分别为10799.07元、14572.85元"),
        ("[figures.students, figures.teachers]", "学生数7875人，教师数636名"),
        ("[figures.students]", "学生数7875人"),
    ],
)
def test_several_values(figures, words):
    assert said(f"{{{{ phrase.several({figures}) }}}}") == words


def test_a_ratio():
    assert said("{{ phrase.ratio(figures.student_ratio, '学生', '教师') }}") == "学生与教师之比为12.38:1"


def test_a_share():
    # 636 ÷ 7875 = 8.076 %
    sentence = "{{ phrase.share('教师', '学生', formula('share(teachers, students)'), 2) }}"

    assert said(sentence) == "教师占学生的8.08%"


@pytest.mark.parametrize(
    ("given_limit", "words"),
    [
        ("least=85", "普惠率94%，高出85%的标准9个百分点"),
        ("least=94", "普惠率94%，达到94%的标准"),
        ("least=94.5", "普惠率94%，低于94.5%的标准，相差0.5个百分点"),
        ("least=figures.coverage_target", "普惠率94%，低于95%的标准，相差1个百分点"),
        ("most=95", "普惠率94%，控制在95%以内"),
        ("most=94", "普惠率94%，没有超出94%的上限"),
        ("most=90", "普惠率94%，超出90%的上限4个百分点"),
        ("least=85, name='覆盖率'", "覆盖率94%，高出85%的标准9个百分点"),
    ],
)
def test_a_figure_and_its_standard(given_limit, words):
    assert said(f"{{{{ phrase.standard(figures.coverage, {given_limit}) }}}}") == words


def test_a_figure_that_is_not_there_reaches_no_standard():
    assert said("{{ phrase.standard(figures.coverage, least=85) }}", "figures: {cases: 0起}") == (
        "普惠率【缺：普惠率】，尚不能与标准相比"
    )


PROGRESS = "{{ phrase.progress(figures.opening_year, [(figures.closing_year, '已完成')], '没有动工') }}"


@pytest.mark.parametrize(
    ("done", "words"),
    [(5, "8年中，5年已完成，其余3年没有动工"), (8, "8年均已完成"), (0, "8年均没有动工")],
)
def test_progress(done, words):
    assert said(PROGRESS, f"figures: {{opening_year: 8年, closing_year: {done}年}}") == words


@pytest.mark.parametrize(("done", "words"), [(5, "8年中，5年已完成"), (0, "8年中，0年已完成")])
def test_progress_that_says_nothing_of_the_rest(done, words):
    sentence = "{{ phrase.progress(figures.opening_year, [(figures.closing_year, '已完成')]) }}"

    assert said(sentence, f"figures: {{opening_year: 8年, closing_year: {done}年}}") == words


def test_progress_of_nothing():
    assert said(PROGRESS, "figures: {opening_year: 0年, closing_year: 0年}") == "0年"


def test_progress_tells_only_the_parts_of_which_there_are_any():
    sentence = "{{ phrase.progress(figures.opening_year, [(figures.cases, '完工'), (figures.closing_year, '投用')]) }}"

    assert said(sentence, "figures: {opening_year: 8年, cases: 0起, closing_year: 8年}") == "8年中，8年投用"


COUNTS = "{{ phrase.counts(figures.cases, '查实违规', '没有查实违规') }}"


@pytest.mark.parametrize(
    ("figures", "words"), [("3起", "查实违规3起"), ("0起", "没有查实违规"), ("10余起", "查实违规10余起")]
)
def test_a_count_and_none(figures, words):
    assert said(COUNTS, f"figures: {{cases: {figures}}}") == words


def test_a_count_that_is_not_there_is_marked():
    assert said(COUNTS, "figures: {coverage: 94%}") == "查实违规【缺：违规起数】"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("{小学: 3元, 初中: 0元}", "处理：普通小学3.00元"),
        ("{小学: 0元, 初中: 0元}", "没有处理"),
        ("{小学: 3元, 初中: 4元}", "处理：普通小学3.00元、普通初中4.00元"),
    ],
)
def test_counts_of_members_tell_those_of_which_there_are_any(figures, words):
    assert (
        said("{{ phrase.counts(figures.per_pupil, '处理：', '没有处理') }}", f"figures: {{per_pupil: {figures}}}")
        == words
    )


@pytest.mark.parametrize(
    ("opened", "closed", "words"), [(3, 0, "新开3年"), (3, 2, "新开3年、停用2年"), (0, 0, "新开0年、停用0年")]
)
def test_parts_tell_those_of_which_there_are_any(opened, closed, words):
    sentence = "{{ phrase.parts([(figures.opening_year, '新开'), (figures.closing_year, '停用')]) }}"

    assert said(sentence, f"figures: {{opening_year: {opened}年, closing_year: {closed}年}}") == words


@pytest.mark.parametrize(("typed", "words"), [("9起", "9起以上"), ("9起以上", "9起以上"), ("10余起", "10余起")])
def test_what_was_hedged_is_not_hedged_again(typed, words):
    assert said("{{ phrase.upwards(figures.cases) }}", f"figures: {{cases: {typed}}}") == words


def test_a_bound_that_is_not_there_is_marked():
    assert said("{{ phrase.upwards(figures.cases) }}", "figures: {coverage: 94%}") == "【缺：违规起数】"


@pytest.mark.parametrize(
    ("item", "words"), [("1.1", "共投入1387万余元，改造校舍3栋"), ("3", "投入资金1387万余元，改造校舍3栋")]
)
def test_an_investment_and_what_came_of_it(item, words):
    assert said("{{ phrase.investment(figures.repairs, ['改造校舍3栋']) }}", item=item) == words


def test_an_enumeration():
    assert said("{{ phrase.enumeration(['定方案。', '抓落实。']) }}") == "一是定方案。二是抓落实。"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("", "普惠率目标达到95%以上"),
        (", by='2025年', soft='力争', name='普惠率'", "到2025年，力争普惠率达到95%以上"),
        (", most=true, name='流失率'", "流失率控制在95%以内"),
    ],
)
def test_a_target(more, words):
    assert said(f"{{{{ phrase.target(figures.coverage_target{more}) }}}}") == words


MENDED = "{{ phrase.rectified(figures.opening_year, figures.closing_year, GOING) }}"


@pytest.mark.parametrize(
    ("listed", "done", "going", "words"),
    [
        (44, 44, "none", "44年问题中，44年已整改完成"),
        (44, 38, "none", "44年问题中，38年已整改完成，其余6年尚未启动"),
        (44, 22, "figures.closing_year", "44年问题中，22年已整改完成，22年正在有序推进"),
        (44, 20, "figures.closing_year", "44年问题中，20年已整改完成，20年正在有序推进，其余4年尚未启动"),
        (44, 0, "figures.closing_year", "44年问题中，0年已整改完成，其余44年尚未启动"),
    ],
)
def test_problems_that_were_mended(listed, done, going, words):
    figures = f"figures: {{opening_year: {listed}年, closing_year: {done}年}}"

    assert said(MENDED.replace("GOING", going), figures) == words


def test_parts_that_come_to_more_than_the_whole_leave_nothing():
    assert said(PROGRESS, "figures: {opening_year: 8年, closing_year: 9年}") == "8年中，9年已完成"
