"""Figures named in texts must exist."""

import pytest
from counties import filled_of, pack_of

from evalcli.check import mentions


def told(text):
    pack = pack_of()
    return [(n.code, n.message, n.advice, str(n.place)) for n in mentions.notices(pack, filled_of(pack, text))]


@pytest.mark.parametrize("named", ["coverage", "普惠率", "spending.growth", "per_pupil.小学", "per_pupil.初中.growth"])
def test_a_figure_that_exists_is_fine(named):
    assert told(f"text: {{'1.1': '[[{named}]]'}}") == []


@pytest.mark.parametrize(
    ("named", "advice"),
    [
        ("coverag", "最接近的是 [[coverage]]（普惠率）。"),
        ("per_pupil", "这一项按“学段”分开填，写成 [[per_pupil.小学]]。"),
        ("per_pupil.大学", "这一项按“学段”分开填，写成 [[per_pupil.小学]]。"),
        ("丙丁", "核对名称；只有填报项才能写在 [[ ]] 里。"),
    ],
)
def test_a_figure_that_does_not_exist_is_told_with_what_may_be_meant(named, advice):
    text = f"text:\n  '1.1':\n    - {{head: 甲, say: '投入[[{named}]]。'}}"

    message = f"文字里的 [[{named}]] 不是填报项"
    assert told(text) == [("text.unknown-figure", message, advice, "data/1.yaml:3:25")]


def test_every_text_of_the_county_is_looked_at_in_the_order_of_the_report():
    notices = told(
        "problems: [{item: '1.1', say: '[[x3]]', plan: [{head: 甲, say: '[[x4]]'}]}]\n"
        "text: {'1.1': '[[x2]]'}\n"
        "overview: ['[[x1]]']"
    )

    assert [message[5:11] for _code, message, _advice, _place in notices] == ["[[x1]]", "[[x2]]", "[[x3]]", "[[x4]]"]


def test_a_place_comes_from_the_line_that_names_the_figure():
    ((_code, _message, _advice, place),) = told("problems:\n  - {item: '1.1', say: '甲[[x3]]'}")

    assert place == "data/1.yaml:2:26"
