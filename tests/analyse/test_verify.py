"""A kept result against the county scored anew."""

from copy import deepcopy
from dataclasses import replace

import pytest
from counties import FULL, pack_of, scored_of

from evalcli.analyse import result, verify
from evalcli.model.place import Place

PACK = pack_of()
PLACE = Place("result.json")
SCORED = scored_of(PACK, FULL)
KEPT = result(SCORED)
EXEMPT = "not_applicable: {'1.1': {because: 无投入, approved: 市督导办}}"


def told(kept, scored=SCORED):
    return [(notice.code, notice.message) for notice in verify(kept, scored, PLACE)]


def test_a_result_agrees_with_itself():
    assert told(KEPT) == []
    assert told(result(scored_of(PACK, EXEMPT)), scored_of(PACK, EXEMPT)) == []


def changed(change):
    kept = deepcopy(KEPT)
    change(kept)
    return kept


def first(kept):
    return kept["areas"][0]["items"][0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda kept: kept["county"].update(name="青山县"),
            "县：结果文件里是 青山县 510822，重新算出来是 青川县 510822",
        ),
        (lambda kept: kept["period"].update(year=2020), "数据年度：结果文件里是 2020，重新算出来是 2021"),
        (lambda kept: kept["total"].update(earned="99.00"), "总分 的得分：结果文件里是 99.00，重新算出来是 100.00"),
        (lambda kept: kept["grade"].update(settled="良好"), "等次：结果文件里是 良好，重新算出来是 优秀"),
        (lambda kept: kept["grade"].update(certain=False), "等次是否确定：结果文件里是 否，重新算出来是 是"),
        (
            lambda kept: kept["vetoes"][0].update(hit=None),
            "一票否决“以考试方式招生”：结果文件里是 没有申报，重新算出来是 否",
        ),
        (lambda kept: kept["areas"][1].update(open="1.00"), "第 2 部分 的未定分：结果文件里是 1.00，重新算出来是 0.00"),
        (lambda kept: first(kept).update(verdict="未达标"), "1.1 的判定：结果文件里是 未达标，重新算出来是 达标"),
        (
            lambda kept: first(kept)["points"][1].update(earned="19.00"),
            "1.1b 的得分：结果文件里是 19.00，重新算出来是 20.00",
        ),
        (
            lambda kept: first(kept)["points"][1].update(earned=None),
            "1.1b 的得分：结果文件里是 未定，重新算出来是 20.00",
        ),
    ],
)
def test_a_result_that_was_changed_is_told_with_both_values(change, message):
    assert told(changed(change)) == [("verify.differs", message)]


def test_what_only_one_of_them_has_is_told():
    kept = changed(lambda kept: first(kept)["points"].pop())

    assert told(kept)[0] == ("verify.differs", "1.1b 的判定：结果文件里是 没有，重新算出来是 达标")
    assert len(told(kept)) == 3


def test_sentences_are_not_compared_because_they_follow_the_readers_language():
    assert told(changed(lambda kept: first(kept)["points"][0].update(reason="spending grew"))) == []


def test_a_changed_pack_is_named_before_what_it_does():
    scored = replace(SCORED, pack=replace(SCORED.pack, version="1.1.0", sha256="b" * 64))

    assert told(KEPT, scored) == [
        (
            "verify.pack",
            f"指标包不是打分时的那一个：version 1.0.0 变为 1.1.0，sha256 {SCORED.pack.sha256[:12]} 变为 bbbbbbbbbbbb",
        ),
    ]


def test_a_changed_input_is_named():
    inputs = {"county.yaml": "c" * 64, "data/2.yaml": "d" * 64}
    scored = replace(SCORED, filled=replace(SCORED.filled, inputs=inputs))
    before = SCORED.filled.inputs["county.yaml"][:12]

    assert told(KEPT, scored) == [
        ("verify.input", f"填报文件 county.yaml 改过：哈希 {before} 变为 cccccccccccc"),
        ("verify.input", "填报文件 data/1.yaml 现在没有读入"),
        ("verify.input", "填报文件 data/2.yaml 打分时没有"),
    ]


def test_the_repair_looks_at_what_changed_first():
    kept = changed(lambda kept: kept["total"].update(earned="99.00"))
    scored = replace(SCORED, pack=replace(SCORED.pack, version="1.1.0"))

    assert [notice.advice for notice in verify(kept, SCORED, PLACE)] == [
        "指标包、填报文件都没有变；以重新算出来的为准，查清结果文件被谁改过。"
    ]
    assert verify(kept, scored, PLACE)[-1].advice == "先看指标包和填报文件变了什么，再重新打分。"
