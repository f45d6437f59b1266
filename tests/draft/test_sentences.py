"""Sentences of a pack are compiled before any county has figures."""

from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of

from evalcli.draft.sentences import sentence_faults


def test_sentences_that_are_in_order() -> None:
    assert list(sentence_faults(pack_of())) == []


def test_each_sentence_that_is_no_template_is_told() -> None:
    area = AREA_1.replace("达标: 投入没有下降。", 'x: "{{ a | nothing }}"\n      达标: "{% if %}"').replace(
        "      x:", "      基本达标:"
    )
    found = list(sentence_faults(pack_of(HEAD, FIELDS, area, AREA_2)))

    assert [(notice.code, notice.level.value, str(notice.place)) for notice in found] == [
        ("template.syntax", "必改", "small/area-1.yaml:6:5"),
        ("template.syntax", "必改", "small/area-1.yaml:6:5"),
    ]
    assert found[0].message == "报告用语 1.1 › say.基本达标：模板写错了：没有“nothing”这个过滤器或判断"
