"""A county's totals against its school table."""

import pytest
from school_packs import FIELDS, HEAD, TABLES, document, rows

from evalcli import fill, packs
from evalcli.check import sums

MORE = FIELDS + (
    "pupils: {label: 在校生数, item: '1.1', unit: 人, by: 学段, sums: schools.pupils, office: 教体局, meaning: 在校生。}\n"
    "everyone: {label: 学生总数, item: '1.1', unit: 人, sums: schools.pupils, office: 教体局, meaning: 在校生。}\n"
    "books: {label: 藏书, item: '1.1', unit: 万册, sums: schools.books, office: 教体局, meaning: 藏书。}\n"
)
AREA = (
    "id: '1'\ntitle: 学校\nindicators:\n  - {id: '1.1', title: 学校, points: 0, source: {document: 办法}, office: [教体局], "
    "key_points: [{id: a, text: 要点, points: 0, value: towns, judge: {at_least: 1}}]}\n"
)
COUNTY = "county: {name: 青川县}\npack: schools\nperiod: {from: 2021-01-01, to: 2022-06-30}\n"
SCHOOLS = (
    "1 一小 小学 100 - - 5 0 4 2000",
    "2 二校 九年一贯制学校 60 50 - 5 0 4 3000",
    "3 三点 教学点 20 - - 2 0 1 100",
)


def told(figures, *schools):
    parts = [
        document(text, name) for text, name in ((HEAD, "pack.yaml"), (MORE, "fields.yaml"), (TABLES, "tables.yaml"))
    ]
    pack = packs.build(parts[0], parts[1], (document(AREA, "area-1.yaml"),), parts[2])
    assert packs.faults(pack) == ()
    table = rows(*schools) if schools else ""
    filled, _unread = fill.county(pack, document(f"{COUNTY}figures: {{{figures}}}\n{table}", "county.yaml"), ())
    return [(n.code, n.message, n.advice, n.about.values) for n in sums.notices(pack, filled)]


@pytest.mark.parametrize(
    "figures", ["pupils: {小学: 180人, 初中: 50人}", "everyone: 230人", "everyone: 约230人", "pupils: {高中: 0人}"]
)
def test_a_total_that_the_rows_add_up_to_is_fine(figures):
    assert told(figures, *SCHOOLS) == []


def test_a_total_is_not_compared_with_no_table_or_one_with_gaps():
    assert told("everyone: 999人") == []
    assert told("pupils: {小学: 999人}", *SCHOOLS, "4 四小 小学 - - - 1 0 1 10") == []
    assert told("books: 999万册", *SCHOOLS, "4 四小 小学 5 - - 1 0 1 -") == []


def test_one_that_they_do_not_is_told_with_the_sum():
    assert told("pupils: {小学: 190人, 初中: 50人}", *SCHOOLS) == [
        (
            "figure.sum",
            "在校生数（小学）填报190人，学校数据各行“学生数”合计是 180人",
            "核对学校表是否缺校、重复，口径是否相同。",
            ("190人", "180"),
        )
    ]


def test_a_slip_is_named():
    ((_code, message, advice, _values),) = told("everyone: 2300人", *SCHOOLS)

    assert message == "学生总数填报2300人，学校数据各行“学生数”合计是 230人"
    assert advice == "像是差了 10 倍：核对单位和小数点。"


def test_the_sum_is_in_the_fields_own_unit():
    # 2000 + 3000 + 100 = 5100册 = 0.51万册
    assert told("books: 0.51万册", *SCHOOLS) == []
    assert [message for _code, message, _advice, _values in told("books: 0.61万册", *SCHOOLS)] == [
        "藏书填报0.61万册，学校数据各行“图书册数”合计是 0.51万册"
    ]


@pytest.mark.parametrize(
    ("sums_of", "code"),
    [("nowhere.pupils", "pack.unknown-table"), ("schools.nobody", "pack.unknown-column")],
)
def test_a_sum_of_what_is_not_there_is_the_packs_fault(sums_of, code):
    fields = MORE + f"odd: {{label: 怪, item: '1.1', unit: 人, sums: {sums_of}, office: 教体局, meaning: 怪。}}\n"
    texts = ((HEAD, "pack.yaml"), (fields, "fields.yaml"), (TABLES, "tables.yaml"))
    parts = [document(text, name) for text, name in texts]
    pack = packs.build(parts[0], parts[1], (document(AREA, "area-1.yaml"),), parts[2])

    assert [notice.code for notice in packs.faults(pack)] == [code]
