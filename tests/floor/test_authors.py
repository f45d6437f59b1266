"""What authors of packs ask: which packs there are, what is wrong, how cases and rules come out."""

from pathlib import Path

import pytest
from counties import AREA_1, AREA_2, FIELDS, HEAD, pack_of
from pack_folders import tailoring, write_files, write_layer, write_pack

from evalcli import authors
from evalcli.criteria import found, open_pack
from evalcli.criteria.layers import open_layer
from evalcli.criteria.proofs import load_cases
from evalcli.model.document import Mapping
from evalcli.model.notice import Stopped
from evalcli.model.pack import KeyPoint, Pack

pytestmark = pytest.mark.usefixtures("own_packs")

CASES = """
- {indicator: 1.2a, given: {coverage: 85%}, expect: {verdict: 达标, points: 15}, because: 恰好}
- {indicator: 1.2a, given: {coverage: 84.9%}, expect: {verdict: 达标, points: 15}, because: 写错了}
"""


def codes(tmp_path: Path, wish: str = "small") -> list[str]:
    """Return the codes of what is wrong with a pack, each once, with the levels."""
    return list(dict.fromkeys(f"{notice.level.value} {notice.code}" for notice in authors.examine(wish, tmp_path)))


def test_packs_of_the_county_and_ours(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_pack(tmp_path, "broken", pack="id: [\n")
    listed, faults = authors.listed(tmp_path)

    assert [(one.pack.id, one.own) for one in listed if one.pack.id in ("small", "duty-sichuan-2022")] == [
        ("duty-sichuan-2022", False),
        ("small", True),
    ]
    assert {str(notice.place).partition(":")[0] for notice in faults} == {"broken/pack.yaml"}


def test_what_keeps_a_pack_from_being_used_comes_alone_and_all_at_once(tmp_path: Path) -> None:
    write_pack(
        tmp_path,
        area_1=AREA_1.replace("points: 40", "points: forty"),
        fields=FIELDS.replace("office: 编办", "off: 编办"),
    )
    found_ = [str(notice.place).partition(":")[0] for notice in authors.examine("small", tmp_path)]

    assert sorted(set(found_)) == ["small/area-1.yaml", "small/fields.yaml"]
    assert {code.split()[0] for code in codes(tmp_path)} == {"必改"}


def test_a_rule_that_is_none(tmp_path: Path) -> None:
    area = AREA_1.replace("only_up: [spending]", "only_ups: [spending]").replace(
        "title: 教育投入", "title: 教育投入\n    short: 投入"
    )
    folder = write_pack(tmp_path, area_1=area.replace("title: 普惠和师资", "title: 普惠和师资\n    short: 普惠"))

    assert codes(tmp_path, str(folder)) == ["必改 pack.rule"]


def test_points_that_do_not_add_up_and_a_pack_without_fields(tmp_path: Path) -> None:
    write_pack(
        tmp_path, pack=HEAD.replace("areas: [area-1]", "areas: [area-1, area-2]").replace("points: 100", "points: 90")
    )
    bare = write_pack(
        tmp_path,
        "bare",
        pack=HEAD.replace("id: small", "id: bare").replace("areas: [area-1]", "areas: [area-1, area-2]"),
    )
    (bare / "fields.yaml").unlink()

    assert codes(tmp_path) == ["必改 pack.total"]
    assert codes(tmp_path, "bare") == ["必改 pack.incomplete"]


def test_a_usable_pack_is_doubted(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    write_files(
        folder,
        {
            "cases/area-1.yaml": CASES
            + "- {indicator: 9.9a, given: {coverage: 85%}, expect: {verdict: 达标}, because: 没有}\n"
        },
    )

    assert codes(tmp_path) == ["必改 pack.case", "疑似 pack.no-case", "提示 pack.no-say", "提示 pack.unused-field"]


def test_the_cases_of_what_lies_below_count(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    write_files(
        folder,
        {
            "cases/area-1.yaml": CASES.replace(
                "84.9%}, expect: {verdict: 达标, points: 15}", "84.9%}, expect: {verdict: 未达标, points: 0}"
            )
        },
    )
    layer = write_layer(tmp_path, "city", "extends: small\n")

    assert [n.message for n in authors.examine(str(layer), None) if "1.2a" in n.message] == []
    assert [n.message for n in authors.examine("city", tmp_path) if "1.2b" in n.message] == ["评估要点 1.2b 没有算例"]


def test_cases_by_item(tmp_path: Path) -> None:
    write_files(write_pack(tmp_path), {"cases/area-1.yaml": CASES})
    items = authors.tried(*load_cases("small", tmp_path))

    assert [(one.item, one.count, len(one.failures)) for one in items] == [("1.1", 0, 0), ("1.2", 2, 1), ("2.3", 0, 0)]
    assert items[1].failures[0].message == "算例（1.2a，写错了）应得：达标，15 分；算出来是：未达标，0 分"


def test_a_case_that_cannot_be_reckoned_is_a_failure(tmp_path: Path) -> None:
    area = (
        AREA_1.replace("value: coverage,", "value: coverage + repairs,")
        .replace("title: 教育投入", "title: 教育投入\n    short: 投入")
        .replace("title: 普惠和师资", "title: 普惠和师资\n    short: 普惠")
    )
    case = "- {indicator: 1.2a, given: {coverage: 85%, repairs: 1万元}, expect: {verdict: 达标, points: 15}, because: 恰好}\n"
    write_files(write_pack(tmp_path, area_1=area), {"cases/area-1.yaml": case})
    failure = authors.tried(*load_cases("small", tmp_path))[1].failures[0]

    assert (failure.code, failure.level.value, str(failure.place)) == (
        "pack.formula",
        "必改",
        "small/cases/area-1.yaml:1:3",
    )


def point(pack: Pack, name: str) -> KeyPoint:
    """Return a key point."""
    return next(point for indicator in pack.indicators for point in indicator.key_points if point.id == name)


def curve(judge: str, value: str = "coverage") -> list[tuple[str, str, str]]:
    """Return the curve of the small pack's 1.2a with another rule."""
    pack = pack_of(
        HEAD,
        FIELDS,
        AREA_1.replace("value: coverage, judge: {at_least: 85}", f"value: {value}, judge: {judge}"),
        AREA_2,
    )
    return [(one.value, one.verdict, str(one.points)) for one in authors.curve(pack, point(pack, "1.2a"))]


def test_the_curve_of_a_limit() -> None:
    # Eleven even steps from 0 to 100, and 84.9, 85 and 85.1 around the limit.
    drawn = curve("{at_least: 85}")

    assert len(drawn) == 14
    assert drawn[8:12] == [
        ("80%", "未达标", "0"),
        ("84.9%", "未达标", "0"),
        ("85%", "达标", "15"),
        ("85.1%", "达标", "15"),
    ]


def test_a_limit_that_is_typed_with_its_sign_has_its_sides_too() -> None:
    assert [one[0] for one in curve('{at_least: "85%"}')[9:12]] == ["84.9%", "85%", "85.1%"]
    assert [one[0] for one in curve("{tiers: [{from: 90, earns: 100%}, {earns: 61%}]}")] == [
        one[0] for one in curve("{tiers: [{from: 90, earns: 100%}, {earns: 0%}]}")
    ]


def test_the_curve_of_tiers_and_of_a_field_without_a_range() -> None:
    tiers = "{tiers: [{from: 90, earns: 100%}, {from: 80, earns: 60%}, {earns: 0%}]}"

    assert [one for one in curve(tiers) if one[0] in ("79.9%", "80%", "89.9%", "90%")] == [
        ("79.9%", "未达标", "0"), ("80%", "基本达标", "9"), ("89.9%", "基本达标", "9"), ("90%", "达标", "15"),
    ]  # fmt: skip
    assert curve("{at_least: 5, strictly: true}", "teachers")[-1] == ("10名", "达标", "15")
    assert curve("{deduct_per_case: 4, floor: 0}", "cases")[1][:1] == ("0.8起",)


def test_a_rule_without_one_number_has_no_curve() -> None:
    pack = pack_of()

    assert authors.curve(pack, point(pack, "1.1a")) == ()
    assert curve("{at_least: coverage_target}") == []
    assert authors.no_curve(point(pack, "1.1a")) == "评估要点 1.1a（规则 only_up）不是按一个数值判定的，画不出得分表"


def test_the_value_that_is_tried_is_the_only_one() -> None:
    pack = pack_of()

    assert authors._At(pack, authors.made_up(pack), point(pack, "1.2a")).value() == authors.Missing(())


def test_a_pack_by_folder_or_by_id_and_version(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    loose = write_files(
        tmp_path / "loose" / "small", {path.name: path.read_text("utf-8") for path in folder.glob("*.yaml")}
    )

    assert found(str(folder)) == (folder.resolve(), tmp_path.resolve())
    assert found(str(loose)) == (loose.resolve(), None)
    assert open_pack("small@1.0", tmp_path).id == open_pack(str(loose)).id
    with pytest.raises(Stopped):
        open_pack("small@2", tmp_path)


def test_a_layer_with_what_it_changed(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write_layer(tmp_path, "city", 'extends: small\npoints: 110\nchange: {"1.1": {points: 50, because: 市里分值}}\n')
    pack = open_pack("city", tmp_path)

    item = open_layer("city", tmp_path).areas[0].root
    assert isinstance(item, Mapping)
    indicator = item.items("indicators")[0]
    assert isinstance(indicator, Mapping)
    points = [one.get("points") for one in indicator.items("key_points") if isinstance(one, Mapping)]

    # The points of key points are shared out where those of their item are written.
    assert [str(one.place) for one in points if one] == ["city/pack.yaml:6:26", "city/pack.yaml:6:26"]
    assert [one.points for one in pack.indicators[0].key_points] == [25, 25]


def test_a_layer_with_a_countys_own_change(tmp_path: Path) -> None:
    write_pack(tmp_path)
    layer = open_layer("small", tmp_path, tailoring('"1.1": {title: 县里名称, because: 县里要求}'))

    assert layer.said == ("1.1 改名称：县里要求",)
