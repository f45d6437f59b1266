"""A pack that stands on another, and a county that changes its pack: what comes out, and what cannot."""

from pathlib import Path

import pytest
from pack_folders import FIELDS, SHIPPED, stopped, tailoring, write_layer, write_pack

from evalcli.criteria import load_pack

pytestmark = pytest.mark.usefixtures("own_packs")


def test_a_layer_changes_drops_and_adds(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(
        tmp_path,
        "city",
        'extends: small@1\npoints: 80\nchange: {"1.1": {points: 50, because: 市里分值}}\ndrop: {"1.2": 市里不考核}\ngrades: {好: 60, 差: 0}\n',
        fields=FIELDS[FIELDS.index("cases:") :].replace("违规起数", "违规办学起数"),
    )

    pack = load_pack("city", tmp_path)

    assert (pack.id, pack.version, pack.title, pack.source.document) == ("city", "1.2.0", "某市评价", "评价办法")
    assert [(one.id, one.points) for one in pack.indicators] == [("1.1", 50), ("2.3", 30)]
    assert [band.name for band in pack.grades] == ["好", "差"]
    assert (pack.fields["cases"].label, pack.fields["students"].label) == ("违规办学起数", "学生数")
    assert pack.layers == ("city", "small")


def test_what_a_layer_changed_stands_in_the_pack(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(
        tmp_path,
        "city",
        'extends: small\npoints: 100\nchange: {"1.1": {points: 70, because: 市里分值}}\ndrop: {"1.2": 市里不考核}\ngrades: {好: 60, 差: 0}\n',
        fields="lights: {label: 灯具数, item: '2.3', unit: 盏, office: 教体局, meaning: 盏数。}\n",
    )

    assert load_pack("city", tmp_path).tailored == (
        "1.2 不考核：市里不考核",
        "1.1 改分值（40分改为70分）：市里分值",
        "改等次",
        "增改填报项：灯具数",
    )


def test_three_layers_and_a_county(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "province", 'extends: small@1.0\ndrop: {"1.2": 省里不考核}\n')
    write_layer(tmp_path, "city", 'extends: province@1\nchange: {"2.3": {title: 市里名称, because: 市里要求}}\n')

    pack = load_pack("city", tmp_path, tailoring('"1.1": {title: 县里名称, because: 县里要求}'))

    assert pack.tailored == (
        "1.2 不考核：省里不考核",
        "总分由100分改为70分",
        "2.3 改名称：市里要求",
        "1.1 改名称：县里要求",
    )
    assert [indicator.title for indicator in pack.indicators] == ["县里名称", "市里名称"]
    assert (pack.layers, pack.total) == (("city", "province", "small"), 70)
    assert pack.dropped == ("1.2", "1.2a", "1.2b")


def test_a_layer_without_fields_over_a_base_without_fields(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / "fields.yaml").unlink()
    write_layer(tmp_path, "city", "extends: small\n")
    write_layer(tmp_path, "town", "extends: small\n", fields=FIELDS)

    assert [fault[0] for fault in stopped(lambda: load_pack("city", tmp_path))] == ["pack.incomplete"]
    assert load_pack("town", tmp_path).fields["students"].label == "学生数"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "extends: small@2\n",
            (
                "pack.version",
                "city/pack.yaml:4:10",
                "指标包 small 现有版本 1.0.0，要的是 2",
                "改写要的版本，或装上那个版本。",
            ),
        ),
        (
            "extends: smal@1\n",
            (
                "pack.unknown",
                "city/pack.yaml:4:10",
                "没有指标包“smal”",
                f"现有的指标包：{'、'.join(sorted((*SHIPPED, 'city', 'small')))}。最接近的是“small”。",
            ),
        ),
        (
            "extends: city\n",
            ("pack.circle", "city/pack.yaml:4:10", "指标包互相以对方为底：city → city", "去掉其中一个 extends。"),
        ),
        (
            'extends: small\ndrop: {"1.9": 甲}\n',
            ("pack.unknown-target", "city/pack.yaml:5:8", "本地化改动了不存在的指标“1.9”", "最接近的是“1.2”。"),
        ),
        (
            'extends: small\nchange: {"1.1": {points: 41, because: 甲}}\n',
            (
                "pack.total",
                "small/pack.yaml:7:9",
                "指标包 city 写明总分 100 分，各指标合计 101 分，对不上",
                "核对各指标的 points；总分确实变了，就改写总分 points。",
            ),
        ),
    ],
)
def test_a_layer_that_cannot_be_laid(text: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "city", text)

    assert stopped(lambda: load_pack("city", tmp_path)) == [expected]


def test_packs_that_stand_on_each_other(tmp_path: Path) -> None:
    write_layer(tmp_path, "city", "extends: province\n")
    write_layer(tmp_path, "province", "extends: city\n")

    assert [fault[:3] for fault in stopped(lambda: load_pack("city", tmp_path))] == [
        ("pack.circle", "province/pack.yaml:4:10", "指标包互相以对方为底：city → province → city")
    ]


def test_a_change_without_a_reason(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "city", 'extends: small\nchange: {"1.1": {title: 甲}}\n')

    assert [fault[:3] for fault in stopped(lambda: load_pack("city", tmp_path))] == [
        ("shape.missing-key", "city/pack.yaml:5:10", "“change › 1.1”缺少“because”")
    ]


def test_a_county_changes_its_pack(tmp_path: Path) -> None:
    write_pack(tmp_path)

    pack = load_pack(
        "small@1",
        tmp_path,
        tailoring('points: 100\ndrop: {"1.2": 没有幼儿园}\n"1.1": {points: 70, because: 补足总分}\n'),
    )

    assert [(one.id, one.points) for one in pack.indicators] == [("1.1", 70), ("2.3", 30)]
    assert pack.tailored == ("1.2 不考核：没有幼儿园", "1.1 改分值（40分改为70分）：补足总分")


def test_what_a_county_changes_has_another_hash(tmp_path: Path) -> None:
    write_pack(tmp_path)
    wishes = ["", '"1.1": {say: {达标: 甲}, because: 丙}', '"1.1": {say: {达标: 乙}, because: 丙}']

    hashes = [load_pack("small", tmp_path, tailoring(wish) if wish else ()).sha256 for wish in wishes]

    assert len(set(hashes)) == 3


def test_what_a_county_changes_has_the_same_hash_every_time_and_wherever_it_stands(tmp_path: Path) -> None:
    write_pack(tmp_path)
    wish = '"1.1": {say: {达标: 甲}, evidence: [乙], because: 丙}'

    hashes = [load_pack("small", tmp_path, tailoring(text)).sha256 for text in (wish, wish, "\n\n" + wish)]

    assert len(set(hashes)) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"1.1": {points: 41}', "“tailored › 1.1”缺少“because”"),
        ('"1.1": 41', "“tailored › 1.1”应当是"),
        ('"1.1": {points: 许多, because: 甲}', "“tailored › 1.1 › points”应当是"),
        ('"1.1": {key_points: {a: {judge: {}}}, because: 甲}', "“tailored › 1.1 › key_points › a › judge”"),
        ('"1.1a": {points: 1, because: 甲}', "“tailored”里没有“1.1a”这个键"),
        ("drop: [1.2]", "“tailored › drop”应当是"),
        ("points: 0", "“tailored › points”是 0，必须大于 0"),
    ],
)
def test_tailoring_that_has_not_its_shape_stops(text: str, message: str, tmp_path: Path) -> None:
    write_pack(tmp_path)

    found = stopped(lambda: load_pack("small", tmp_path, tailoring(text)))

    assert [fault[2][: len(message)] for fault in found] == [message]


def test_a_rule_that_a_county_got_wrong_is_shown_in_the_countys_file(tmp_path: Path) -> None:
    write_pack(tmp_path)

    found = stopped(
        lambda: load_pack("small", tmp_path, tailoring('"1.2": {key_points: {a: {judge: {at_leest: 1}}}, because: 甲}'))
    )

    assert [fault[:3] for fault in found] == [
        ("pack.rule", "county.yaml:1:33", "评估要点 1.2a 的 judge 要写一种规则，现在写的是：at_leest")
    ]
