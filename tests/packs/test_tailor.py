"""What a layer or a county changes in a pack: points, key points, sentences, what is left out, and why."""

from decimal import Decimal

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, document
from hypothesis import given
from hypothesis import strategies as st

from evalcli import packs
from evalcli.model.document import Mapping
from evalcli.model.notice import Level
from evalcli.model.pack import Indicator, Pack


def tailored(text: str, head: str = HEAD) -> packs.Tailored:
    """Return the small pack with what a county's `tailored:` says laid over it."""
    entry = document(text).root
    assert isinstance(entry, Mapping)
    areas = (document(AREA_1, "area-1.yaml"), document(AREA_2, "area-2.yaml"))
    return packs.tailored(document(head, "pack.yaml"), areas, packs.of_county(entry))


def built(text: str, head: str = HEAD) -> Pack:
    """Return the pack that comes out of it, without faults but in its total."""
    done = tailored(text, head)
    assert done.faults == ()
    return packs.build(done.head, document(FIELDS), done.areas)


def indicator(pack: Pack, name: str) -> Indicator:
    return next(one for one in pack.indicators if one.id == name)


def shares(pack: Pack, name: str) -> dict[str, Decimal]:
    return {point.id: point.points for point in indicator(pack, name).key_points}


def test_new_points_are_shared_out_in_the_proportion_of_the_key_points() -> None:
    pack = built('"1.2": {points: 40, because: 按市里分值}')

    assert shares(pack, "1.2") == {"1.2a": 20, "1.2b": 20}
    assert (indicator(pack, "1.2").points, indicator(pack, "1.2").tailored) == (40, "按市里分值")


def test_what_rounding_leaves_over_goes_to_the_last() -> None:
    # 10 of 30 points three times: a third of 10 is 3.33, and 10 - 2 × 3.33 = 3.34.
    pack = built('"2.3": {points: 10, because: 甲}')

    assert shares(pack, "2.3") == {"2.3a": Decimal("3.33"), "2.3b": Decimal("3.33"), "2.3c": Decimal("3.34")}


def test_points_are_shared_out_in_the_places_of_the_pack() -> None:
    pack = built('"2.3": {points: 10, because: 甲}', HEAD + "decimals: 1\n")

    assert shares(pack, "2.3") == {"2.3a": Decimal("3.3"), "2.3b": Decimal("3.3"), "2.3c": Decimal("3.4")}


@given(st.decimals("0.03", 1000, places=2))
def test_shares_add_up_to_the_points(points: Decimal) -> None:
    pack = built(f'"2.3": {{points: {points}, because: 甲}}')

    assert sum(shares(pack, "2.3").values()) == points
    assert min(shares(pack, "2.3").values()) > 0


def test_key_points_are_patched_by_their_letter() -> None:
    pack = built("""
"1.2":
  key_points:
    a: {text: 普惠率不低于90%, judge: {at_least: 90}}
  because: 市里标准更高
""")

    a, b = indicator(pack, "1.2").key_points
    assert (a.id, a.text, a.points, a.rule, a.parameters, a.value) == (
        "1.2a", "普惠率不低于90%", 15, "at_least", {"at_least": 90}, "coverage",
    )  # fmt: skip
    assert (b.id, b.points, b.rule) == ("1.2b", 15, "ratio")


def test_points_of_key_points_are_taken_as_written() -> None:
    pack = built('"1.2": {points: 36, key_points: {a: {points: 30}, b: {points: 6}}, because: 甲}')

    assert shares(pack, "1.2") == {"1.2a": 30, "1.2b": 6}


def test_points_of_key_points_that_do_not_add_up_are_not_put_right_in_silence() -> None:
    pack = built('"1.2": {key_points: {a: {points: 20}}, because: 甲}')

    assert shares(pack, "1.2") == {"1.2a": 20, "1.2b": 15}
    assert [notice.code for notice in packs.faults(pack)] == ["pack.points"]


def test_a_key_point_left_out_leaves_its_points_to_the_others() -> None:
    pack = built('"2.3": {key_points: {c: {drop: 另有制度}}, because: 甲}')

    assert shares(pack, "2.3") == {"2.3a": 15, "2.3b": 15}


def test_all_key_points_left_out_leave_a_fault() -> None:
    pack = built('"1.1": {key_points: {a: {drop: 甲}, b: {drop: 乙}}, because: 丙}')

    assert [notice.code for notice in packs.faults(pack)] == ["pack.points"]


def test_a_new_key_point() -> None:
    pack = built("""
"1.2":
  points: 40
  key_points:
    c: {text: 另加一条, points: 10, value: cases, judge: {none_of: cases}}
  because: 市里加了一条
""")

    assert shares(pack, "1.2") == {"1.2a": 15, "1.2b": 15, "1.2c": 10}


def test_titles_sources_offices_and_evidence_are_replaced() -> None:
    pack = built("""
"2.3":
  title: 新名称
  short: 新
  source: {document: 市级办法, clause: 第9条}
  office: [督导室]
  evidence: [台账]
  because: 市里办法
""")

    found = indicator(pack, "2.3")
    assert (found.title, found.short, str(found.source), found.offices, found.evidence) == (
        "新名称", "新", "《市级办法》第9条", ("督导室",), ("台账",),
    )  # fmt: skip


def test_sentences_are_replaced_one_by_one() -> None:
    pack = built('"1.1": {say: {达标: 新句。, 不适用: 不评。}, advice: {未达标: 补齐。}, because: 甲}')

    assert dict(indicator(pack, "1.1").say) == {
        "总述": "{% if figures.spending is filled %}教育支出{{ figures.spending }}。{% endif %}",
        "达标": "新句。",
        "缺数据": "投入数据没有报齐。",
        "未达标": "投入下降了。",
        "不适用": "不评。",
    }
    assert dict(indicator(pack, "1.1").advice) == {"未达标": "补齐。"}


def test_what_is_left_out_takes_its_points_with_it() -> None:
    pack = built('drop: {"1.2": 没有幼儿园}')

    assert [one.id for one in pack.indicators] == ["1.1", "2.3"]
    assert (pack.total, pack.points, packs.faults(pack)) == (70, 70, ())


def test_the_points_may_be_given_to_others_instead() -> None:
    pack = built('points: 100\ndrop: {"1.2": 没有幼儿园}\n"1.1": {points: 70, because: 补足总分}\n')

    assert (pack.total, pack.points, packs.faults(pack)) == (100, 100, ())
    assert shares(pack, "1.1") == {"1.1a": 35, "1.1b": 35}


def test_a_total_that_is_not_reached_is_a_fault() -> None:
    pack = built('"1.1": {points: 41, because: 甲}')

    assert [(notice.code, notice.message) for notice in packs.faults(pack)] == [
        ("pack.total", "指标包 small 写明总分 100 分，各指标合计 101 分，对不上")
    ]


def test_what_was_done_is_said() -> None:
    done = tailored("""
drop: {"1.2": 没有幼儿园}
"1.1": {points: 50.5, key_points: {a: {judge: {only_up: [per_pupil]}}}, because: 市里分值}
"2.3": {title: 甲, short: 甲, source: {document: 乙}, office: [丙], evidence: [丁], say: {达标: 戊}, advice: {达标: 己}, because: 市里写法}
points: 80.5
""")

    assert done.said == (
        "1.2 不考核：没有幼儿园",
        "1.1 改分值（40分改为50.5分）、评估要点：市里分值",
        "2.3 改名称、简称、依据、责任单位、佐证材料、报告用语、整改建议：市里写法",
        "总分由100分改为80.5分",
    )


def test_what_is_gone_is_known_by_its_ids() -> None:
    done = tailored('drop: {"1.2": 甲}\n"2.3": {key_points: {b: {drop: 乙}}, because: 丙}\n')

    assert done.dropped == ("1.2", "1.2a", "1.2b", "2.3b")


def test_reasons_of_two_layers_are_both_kept() -> None:
    once = tailored('"1.1": {title: 甲, because: 省里要求}')
    entry = document('"1.1": {title: 乙, because: 市里要求}').root
    twice = packs.tailored(once.head, once.areas, packs.of_county(entry))

    pack = packs.build(twice.head, document(FIELDS), twice.areas)

    assert (indicator(pack, "1.1").title, indicator(pack, "1.1").tailored) == ("乙", "省里要求；市里要求")


@pytest.mark.parametrize(
    ("text", "where", "message", "advice"),
    [
        ('"1.3": {points: 5, because: 甲}', 1, "本地化改动了不存在的指标“1.3”", "最接近的是“2.3”。"),
        (
            '"九": {points: 5, because: 甲}',
            1,
            "本地化改动了不存在的指标“九”",
            "用 evalcli score 可以看到全部指标编号。",
        ),
        ('drop: {"1.9": 甲}', 8, "本地化改动了不存在的指标“1.9”", "最接近的是“1.2”。"),
        (
            'drop: {"1.2": 甲}\n"1.2": {points: 5, because: 乙}',
            1,
            "本地化改动了不存在的指标“1.2”",
            "最接近的是“1.1”。",
        ),
        (
            '"1.2": {key_points: {d: {judge: {at_least: 1}}}, because: 甲}',
            22,
            "本地化改动了不存在的评估要点“1.2d”",
            "现有要点：a、b；要新增，就写全 text、points、judge。",
        ),
        (
            '"1.2": {key_points: {d: {drop: 乙}}, because: 甲}',
            22,
            "本地化改动了不存在的评估要点“1.2d”",
            "现有要点：a、b；要新增，就写全 text、points、judge。",
        ),
    ],
)
def test_what_is_not_there_cannot_be_changed(text: str, where: int, message: str, advice: str) -> None:
    done = tailored(text)

    line = text.count("\n") + 1
    assert [
        (notice.code, notice.level, str(notice.place), notice.message, notice.advice) for notice in done.faults
    ] == [("pack.unknown-target", Level.STOP, f"county.yaml:{line}:{where}", message, advice)]


def test_a_pack_changes_another_in_the_same_words() -> None:
    head = document(
        'id: city\nextends: small\nchange: {"1.1": {points: 50, because: 甲}}\ndrop: {"1.2": 乙}\npoints: 80\n'
    )

    wish = packs.of_pack(head)
    same = packs.of_county(document('"1.1": {points: 50, because: 甲}\ndrop: {"1.2": 乙}\npoints: 80\n').root)

    assert [key.text for key, _node in wish.changes] == [key.text for key, _node in same.changes] == ["1.1"]
    assert [key.text for key, _node in wish.drops] == [key.text for key, _node in same.drops] == ["1.2"]
    assert (wish.points.text, same.points.text) == ("80", "80")


def test_one_document_over_another() -> None:
    below, above = document("{a: 1, b: 2, c: 3}", "below.yaml"), document("{b: 4, d: 5, e: 6}", "above.yaml")

    laid = packs.overlaid(below, above, ("e",))

    assert [(key.text, node.text, node.place.file) for key, node in laid.root.entries] == [
        ("a", "1", "below.yaml"),
        ("c", "3", "below.yaml"),
        ("b", "4", "above.yaml"),
        ("d", "5", "above.yaml"),
    ]
    assert laid.name == "above.yaml"


def test_what_a_layer_says_of_its_own() -> None:
    head = document("id: city\ntitle: 市\ngrades: {优秀: 90}\nvetoes: []\nrelations: []\ndimensions: {}\ndecimals: 1\n")
    fields = document("a: {label: 甲}\nb: {label: 乙}\n")

    assert packs.said_of_layer(head, fields) == ("改等次、一票否决、数据关系、分项、得分小数位数", "增改填报项：甲、乙")
    assert packs.said_of_layer(document("id: city"), None) == ()


def test_what_a_layer_says_of_the_way_to_the_grade_and_of_schools() -> None:
    head = document(
        "outcome: {by: all}\neligible: []\nstops: []\nbonus: {}\nrequires: []\ncaps: []\nlowered: []\ncombine: {}\n"
    )
    sheets = document(
        "tables: {schools: {label: 学校数据}}\nmeasures: {L1: {label: 生均图书}, L2: {label: 百人教室}}\n"
    )

    assert packs.said_of_layer(head, None, sheets) == (
        "改定等办法、申报条件、终止情形、加分事项、附加条件、封顶情形、降等情形、合成得分",
        "增改学校表和分学校指标：学校数据、生均图书、百人教室",
    )


def test_tables_over_other_tables() -> None:
    below = document("tables: {a: {label: 甲}, b: {label: 乙}}\nmeasures: {L1: {label: 丙}}\nextra: 1\n", "below.yaml")
    above = document("tables: {b: {label: 丁}, c: {label: 戊}}\nmore: {d: {label: 己}}\nextra: {x: 1}\n", "above.yaml")

    laid = packs.overlaid_tables(below, above)

    labels = {
        key.text: [(k.text, v.get("label").text) for k, v in node.entries]
        for key, node in laid.root.entries
        if key.text != "extra"
    }
    assert labels == {
        "tables": [("a", "甲"), ("b", "丁"), ("c", "戊")],
        "measures": [("L1", "丙")],
        "more": [("d", "己")],
    }
    # What is no mapping stays as it was below; the schema has seen to it that tables and measures are.
    assert (laid.root.get("extra").text, laid.name) == ("1", "above.yaml")


def test_tables_of_one_pack_alone() -> None:
    one = document("tables: {}\n")

    assert (packs.overlaid_tables(one, None), packs.overlaid_tables(None, one), packs.overlaid_tables(None, None)) == (
        one,
        one,
        None,
    )
