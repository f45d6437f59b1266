"""What tables.yaml says about school tables and measures."""

from decimal import Decimal
from fractions import Fraction

from school_packs import TABLES, document, pack_of

from evalcli import packs
from evalcli.model.pack import Field, LeaveOut, Measure
from evalcli.model.place import Place
from evalcli.packs.tables import measures, tables
from evalcli.read import schema, shape


def test_a_table_as_a_whole():
    spec = tables(document(TABLES, "tables.yaml"))["schools"]

    assert (spec.id, spec.label, spec.key, spec.name, spec.kind, spec.weight) == (
        "schools",
        "学校数据",
        "code",
        "name",
        "kind",
        "pupils",
    )
    assert list(spec.columns) == ["code", "name", "kind", "pupils", "teachers", "rural", "rooms", "books"]
    assert spec.shared == {"rooms", "books"}
    assert spec.stages == {"小学": ("小学", "教学点", "九年一贯制学校"), "初中": ("初中", "九年一贯制学校", "完全中学")}
    assert spec.split == {
        "九年一贯制学校": {"小学": 1, "初中": Fraction(11, 10)}, "完全中学": {"初中": 1, "高中": Fraction(6, 5)},
    }  # fmt: skip
    assert [(out.kinds, out.when, out.say) for out in spec.leave_out] == [
        (("教学点",), "pupils < 50", "不足50人的教学点"), (("特殊教育学校",), "", "特殊教育学校"),
    ]  # fmt: skip
    assert (spec.place.file, spec.place.line) == ("tables.yaml", 3)


def test_a_column():
    columns = tables(document(TABLES, "tables.yaml"))["schools"].columns

    assert columns["pupils"] == Field(
        "pupils", "学生数", "人", by="学段", decimals=0, aliases=("在校生",), required=True, low=Decimal(0), place=Place("tables.yaml", 13, 7, 6),
    )  # fmt: skip
    assert (columns["rural"].low, columns["rural"].high) == (0, 1)
    assert (columns["code"].kind, columns["kind"].kind, columns["rooms"].kind) == ("text", "choice", "number")


def test_every_spelling_of_yamls_true_counts():
    spelt = TABLES.replace("required: true", "required: True").replace("shared: true", "shared: TRUE")
    spec = tables(document(spelt, "tables.yaml"))["schools"]

    assert spelt != TABLES
    assert spec.columns["pupils"].required
    assert spec.shared == {"rooms", "books"}


def test_measures():
    found = measures(document(TABLES, "tables.yaml"))

    limits = {"小学": Decimal(2), "初中": Decimal("2.5")}
    assert found["rooms"] == Measure(
        "rooms",
        "百人教室",
        "schools",
        "rooms / pupils * 100",
        "间",
        1,
        limits,
        "办法第5条",
        Place("tables.yaml", 29, 3, 5),
    )
    assert (found["books"].decimals, found["books"].at_least["小学"]) == (2, 20)


def test_a_pack_without_tables():
    assert (tables(None), measures(None)) == ({}, {})
    assert (tables(document("- 1\n", "tables.yaml")), measures(document("- 1\n", "tables.yaml"))) == ({}, {})
    assert packs.build(document("id: a\n", "p"), document("{}\n", "f"), ()).tables == {}


def test_what_is_no_mapping_is_left_alone():
    text = "tables:\n  t: {columns: {a: 1}, split: {九年: 1, 完中: {初中: [1]}}, leave_out: [无]}\n  u: 1\nmeasures: {m: 1, n: {at_least: {小学: [1]}}}\n"
    spec = tables(document(text, "tables.yaml"))["t"]

    assert (spec.columns, spec.shared, spec.split) == ({}, frozenset(), {"九年": {}, "完中": {}})
    assert spec.leave_out == (LeaveOut((), "", "", spec.leave_out[0].place),)
    assert {key: dict(one.at_least) for key, one in measures(document(text, "tables.yaml")).items()} == {"n": {}}


def test_the_schema_lets_it_pass():
    assert shape(document(TABLES, "tables.yaml"), schema("tables")) == ()


def test_the_pack_has_them():
    pack = pack_of()

    assert (list(pack.tables), list(pack.measures)) == (["schools"], ["books", "rooms"])
