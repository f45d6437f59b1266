"""What typed text means: every way of writing a value, and what is none."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from evalcli.fill.convert import Fault, Meaning, day, nothing, number, yes_no
from evalcli.model.pack import Field
from evalcli.model.units import split


def field(unit: str = "", low: str = "", high: str = "") -> Field:
    """Return a field called 甲 with a unit and a range."""
    limits = (Decimal(limit) if limit else None for limit in (low, high))
    return Field("a", "甲", unit, **dict(zip(("low", "high"), limits, strict=True)))


def meaning(raw: str, unit: str = "") -> Meaning:
    """Return what a text means that means something."""
    found = number(raw, field(unit))
    assert isinstance(found, Meaning)
    return found


def fault(raw: str, unit: str = "", low: str = "", high: str = "") -> tuple[str, str, str]:
    """Return why a text means nothing."""
    found = number(raw, field(unit, low, high))
    assert isinstance(found, Fault)
    return found.code, found.message, found.advice


@pytest.mark.parametrize(
    ("raw", "unit", "value"),
    [
        ("8.3861亿元", "亿元", "8.3861"),
        ("83861万元", "亿元", "8.3861"),
        ("838610000元", "亿元", "8.3861"),
        ("838610千元", "亿元", "8.3861"),
        ("1.5亿", "亿元", "1.5"),
        ("0.05万亿元", "亿元", "500"),
        ("12百万元", "万元", "1200"),
        ("3千万元", "万元", "3000"),
        ("1.5亿元", "万元", "15000"),
        ("9179.41元", "元", "9179.41"),
        ("13,033.07元", "元", "13033.07"),
        ("6656.70元", "元", "6656.70"),
        ("0.13%", "%", "0.13"),
        ("１２．５％", "%", "12.5"),
        ("1，959.65万元", "万元", "1959.65"),
        (" 86.2 % ", "%", "86.2"),
        ("86.2  %", "%", "86.2"),
        ("-0.5%", "%", "-0.5"),
        ("−0.5%", "%", "-0.5"),
        ("－０．５％", "%", "-0.5"),
        ("+3个", "个", "3"),
        ("0.5百分点", "百分点", "0.5"),
        ("0.5个百分点", "百分点", "0.5"),
        ("88名", "人", "88"),
        ("353位", "名", "353"),
        ("47家", "所", "47"),
        ("500场", "场次", "500"),
        ("49876条", "万条", "4.9876"),
        ("1000㎡", "平方米", "1000"),
        ("2百人", "人", "200"),
        ("0", "所", "0"),
        ("2025年", "年", "2025"),
        ("7", "", "7"),
        ("999999999999999元", "元", "999999999999999"),
        ("999999999999999万亿元", "元", "999999999999999000000000000"),
    ],
)  # fmt: skip
def test_a_number_in_the_unit_of_its_field(raw: str, unit: str, value: str) -> None:
    found = meaning(raw, unit)

    assert (str(found.number), found.approx, found.text) == (value, "", "")


@pytest.mark.parametrize(
    ("raw", "unit", "value", "hedge", "printed"),
    [
        ("1387万余元", "万元", "1387", "余", "1387万余元"),
        ("300多万元", "万元", "300", "多", "300多万元"),
        ("300多万", "万元", "300", "多", "300多万元"),
        ("300余", "万元", "300", "余", "300余万元"),
        ("400余万元", "元", "4000000", "余", "400余万元"),
        ("近5万条", "万条", "5", "近", "近5万条"),
        ("近5万", "万条", "5", "近", "近5万条"),
        ("近5", "万条", "5", "近", "近5万条"),
        ("90%以上", "%", "90", "以上", "90%以上"),
        ("92以上", "%", "92", "以上", "92%以上"),
        ("约4.389亿元", "亿元", "4.389", "约", "约4.389亿元"),
        ("约 4.389 亿元", "亿元", "4.389", "约", "约4.389亿元"),
        ("约4389万元", "亿元", "0.4389", "约", "约4389万元"),
        ("10余条", "项", "10", "余", "10余条"),
        ("500余人次", "人次", "500", "余", "500余人次"),
        ("约4,240个", "个", "4240", "约", "约4,240个"),
        ("3年以内", "年", "3", "以内", "3年以内"),
        ("12左右", "", "12", "左右", "12左右"),
    ],
)
def test_a_hedge_is_kept_and_printed_as_typed(raw: str, unit: str, value: str, hedge: str, printed: str) -> None:
    found = meaning(raw, unit)

    assert (str(found.number), found.approx, found.text) == (value, hedge, printed)


@pytest.mark.parametrize(
    ("raw", "unit", "assumed"),
    [
        ("8.3861", "亿元", "亿元"),
        ("1.5亿", "亿元", "元"),
        ("51万", "元", "元"),
        ("1000", "平方米", "平方米"),
        ("51万元", "元", ""),
        ("95", "%", ""),
        ("88", "人", ""),
        ("5万", "人", ""),
    ],
)
def test_a_unit_that_was_left_out_is_told_where_it_could_be_another(raw: str, unit: str, assumed: str) -> None:
    assert meaning(raw, unit).assumed == assumed


@pytest.mark.parametrize(
    ("raw", "value", "printed"),
    [
        ("12.38:1", Fraction(1238, 100), "12.38:1"),
        ("1:100", Fraction(1, 100), "1:100"),
        ("19∶1", Fraction(19), "19:1"),
        ("13.5：1", Fraction(27, 2), "13.5:1"),
        ("12.5 比 1", Fraction(25, 2), "12.5:1"),
        ("0:1", Fraction(0), "0:1"),
    ],
)
def test_a_ratio_is_exact_and_printed_as_typed(raw: str, value: Fraction, printed: str) -> None:
    assert meaning(raw, "比") == Meaning(value, text=printed)


@pytest.mark.parametrize(
    ("raw", "advice"),
    [
        ("12.38", "写成数字加单位，例如 12.5:1。"),
        ("1:0", "写成 12.5:1 这样的比，后项不为 0。"),
        ("1:0.0", "写成 12.5:1 这样的比，后项不为 0。"),
        ("1" * 20 + ":1", "核对数值；最多 15 位数字。"),
    ],
)
def test_what_is_no_ratio(raw: str, advice: str) -> None:
    assert fault(raw, "比") == ("figure.number", f"甲：“{raw}”不是比", advice)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        " ",
        "　",
        "-",
        "—",
        "——",
        "--",
        "/",
        "~",
        "空",
        "无",
        "暂无",
        "不详",
        "未填",
        "待填",
        "NA",
        "n/a",
        "null",
        "None",
    ],
)
def test_what_says_that_there_is_nothing_is_no_zero(raw: str) -> None:
    assert (nothing(raw), number(raw, field("人")), number(raw, field("比"))) == (True, None, None)


@pytest.mark.parametrize(
    "raw",
    [
        "NaN", "nan", "Infinity", "-inf", "1e999", "1e5", "0x10", "1_000", "=cmd", "=1+1", "@SUM(A1)", "1,23", "1,2345",
        "12 5", "1..2", "1.", ".5", "--5", "三个", "零", "1/3", "100万5千", "٣", "²", "5人5", "{{ 7*7 }}", "\x00", "1\x00",
        "\x1b[31m1", "1\u202e2", "<1>2", "约", "以上",
    ],
)  # fmt: skip
def test_what_is_no_number(raw: str) -> None:
    assert fault(raw, "人") == ("figure.number", f"甲：“{raw}”不是数值", "写成数字加单位，例如 12人。")


def test_a_number_that_nobody_can_mean() -> None:
    # 10,000 digits would take Python's own conversion past its limit; 16 are more than any money.
    assert fault("9" * 10_000, "元") == ("figure.number", f"甲：“{'9' * 24}…”不是数值", "核对数值；最多 60 个字。")
    assert fault("9" * 10_000 + ":1", "比") == ("figure.number", f"甲：“{'9' * 24}…”不是比", "核对数值；最多 60 个字。")
    assert fault("1234567890.123456元", "元") == (
        "figure.number",
        "甲：“1234567890.123456元”不是数值",
        "核对数值；最多 15 位数字。",
    )


def test_blanks_do_not_make_reading_slow() -> None:
    # With a pattern that tried every way to share 20,000 blanks out, this would not end.
    assert fault("1" + " " * 20_000 + "1", "人")[0] == "figure.number"
    assert fault("1" + " 1" * 20_000, "人")[2] == "核对数值；最多 60 个字。"


@pytest.mark.parametrize(
    ("raw", "unit", "message", "advice"),
    [
        ("5人", "所", "甲：单位是“人”，应为“所”", "换算成“所”再填，或改成能换算的单位。"),
        ("5万美元", "万元", "甲：单位是“美元”，应为“万元”", "换算成“万元”再填，或改成能换算的单位。"),
        ("95%", "人", "甲：单位是“%”，应为“人”", "这一项不是百分率；核对“95%”是否填错了行。"),
        ("1个百分点", "%", "甲：单位是“个百分点”，应为“%”", "两个百分率相减是百分点，比率本身是 %。"),
        ("1%", "百分点", "甲：单位是“%”，应为“百分点”", "两个百分率相减是百分点，比率本身是 %。"),
        ("5人", "", "甲：“5人”带了单位“人”，这一项没有单位", "只写数字。"),
        (
            "0.94",
            "%",
            "甲：“0.94”没有写 %，像是小数",
            "若是 94%，请乘以 100 写成 94%；若确是 0.94%，请写上 %。",
        ),
        (
            "-.5".replace(".", "0."),
            "%",
            "甲：“-0.5”没有写 %，像是小数",
            "若是 -50%，请乘以 100 写成 -50%；若确是 -0.5%，请写上 %。",
        ),
    ],
)
def test_a_wrong_unit(raw: str, unit: str, message: str, advice: str) -> None:
    assert fault(raw, unit) == ("figure.unit", message, advice)


def test_a_range_includes_both_its_ends() -> None:
    assert [number(raw, field("%", "0", "100")) for raw in ("0%", "100%")] == [
        Meaning(Decimal(0)),
        Meaning(Decimal(100)),
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("是", Meaning(Decimal(1), text="是")),
        (" 有 ", Meaning(Decimal(1), text="是")),
        ("√", Meaning(Decimal(1), text="是")),
        ("✔", Meaning(Decimal(1), text="是")),
        ("ü", Meaning(Decimal(1), text="是")),
        ("✗", Meaning(Decimal(0), text="否")),
        ("True", Meaning(Decimal(1), text="是")),
        ("否", Meaning(Decimal(0), text="否")),
        ("没有", Meaning(Decimal(0), text="否")),
        ("无", Meaning(Decimal(0), text="否")),
        ("×", Meaning(Decimal(0), text="否")),
        ("false", Meaning(Decimal(0), text="否")),
        ("", None),
        ("—", None),
        ("不一定", Fault("figure.yes-no", "甲：“不一定”不是“是”或“否”", "填“是”或“否”。")),
        ("1", Fault("figure.yes-no", "甲：“1”不是“是”或“否”", "填“是”或“否”。")),
    ],
)
def test_yes_and_no(raw: str, expected: Meaning | Fault | None) -> None:
    assert yes_no(raw, field()) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "2022-09-30",
        "2022-9-30",
        "2022/9/30",
        "2022.9.30",
        "2022年9月30日",
        "２０２２年９月３０日",
        " 2022-09-30 ",
        "2022年9月30号",
        "20220930",
        "2022-09-30 08:00:00",
        "2022-09-30T08:00:00",
        "44834",
        "44834.5",
        "二〇二二年九月三十日",
    ],
)
def test_a_day(raw: str) -> None:
    assert day(raw) == date(2022, 9, 30)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("二〇二二年十月十一日", date(2022, 10, 11)),
        ("二零二二年一月二十日", date(2022, 1, 20)),
        ("20000", date(1954, 10, 3)),
    ],
)
def test_days_as_people_and_spreadsheets_write_them(raw: str, expected: date) -> None:
    assert day(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "2022-02-30",
        "2022-13-01",
        "2022-9",
        "2022",
        "0000-01-01",
        "20221330",
        "二〇二二年十三月一日",
        "1234",
        "明年",
        "22-09-30",
    ],
)
def test_no_day(raw: str) -> None:
    assert day(raw) is None


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("亿元", (10**8, "元")),
        ("万条", (10**4, "条")),
        ("千元", (10**3, "元")),
        ("万亿元", (10**12, "元")),
        ("万", (1, "万")),
        ("", (1, "")),
    ],
)
def test_a_unit_is_a_scale_and_a_bare_unit(unit: str, expected: tuple[int, str]) -> None:
    assert split(unit) == expected
