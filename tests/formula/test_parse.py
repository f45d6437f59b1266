"""What a formula may say, and how every other text is refused."""

import random
from fractions import Fraction
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalcli.formula.functions import FUNCTIONS
from evalcli.formula.parse import FormulaFault, parse
from evalcli.formula.printing import on_paper, written
from evalcli.formula.tree import Binary, Call, Comparison, Logic, Name, Number, Unary


def number(value):
    return Number(Fraction(value), str(value))


def tried(text):
    """Return the formula, or the fault that stands in its way."""
    try:
        return parse(text)
    except FormulaFault as found:
        return found


def fault(text):
    with pytest.raises(FormulaFault) as caught:
        parse(text)
    found = caught.value
    return str(found), found.start, found.end


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("a", Name("a")),
        ("教育支出", Name("教育支出")),
        ('x["中职"]', Name("x", "中职")),
        ("12.50", number("12.5")),
        (".5", number("0.5")),
        ("a + b * c", Binary("+", Name("a"), Binary("*", Name("b"), Name("c")))),
        ("(a + b) / c", Binary("/", Binary("+", Name("a"), Name("b")), Name("c"))),
        ("a - b - c", Binary("-", Binary("-", Name("a"), Name("b")), Name("c"))),
        ("-a", Unary("-", Name("a"))),
        ("+a", Name("a")),
        ("share(a, b)", Call("share", (Name("a"), Name("b")))),
        ("round(a, 2)", Call("round", (Name("a"), number(2)))),
        ("1 < a <= b", Comparison(("<", "<="), (number(1), Name("a"), Name("b")))),
        ("a and not b", Logic("and", (Name("a"), Unary("not", Name("b"))))),
        ("a or b or c", Logic("or", (Name("a"), Name("b"), Name("c")))),
        ("  a\n+ b  ", Binary("+", Name("a"), Name("b"))),
    ],
)
def test_a_formula_is_read_as_this_tree(text, root):
    assert parse(text).root == root


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("（a＋b）×2÷c－１．５", "(a + b) * 2 / c - 1.5"),
        ("a＞＝b", "a >= b"),
        ("a≥b", "a >= b"),
        ("a≤b", "a <= b"),
        ("a≠b", "a != b"),
        ("a！＝b", "a != b"),
        ("a＝b", "a == b"),
        ("a = b", "a == b"),
        ("a＜b", "a < b"),
        ("a−b", "a - b"),
        ("share（a，b）", "share(a, b)"),
        ("x［“中职”］", 'x["中职"]'),
        ("x['中职（含技工）']", 'x["中职（含技工）"]'),
        ("a　＋　b", "a + b"),
    ],
)
def test_full_width_signs_mean_the_same(typed, plain):
    assert written(parse(typed).root) == plain


def test_the_columns_of_full_width_signs_are_those_that_were_typed():
    assert fault("　（a ≥ b） ＋ 教育[1]") == ('方括号里写维度成员的名称，如 x["中职"]', 11, 16)


def test_a_formula_knows_its_names_and_members():
    formula = parse('share(a, b) + sum(c) > x["中职"] - last(a)')

    assert formula.names == {"a", "b", "c", "x"}
    assert formula.members == {("a", ""), ("b", ""), ("c", ""), ("x", "中职")}
    assert formula.text == 'share(a, b) + sum(c) > x["中职"] - last(a)'


def test_the_same_text_is_read_once():
    assert parse("a + 1") is parse("a + 1")


def test_a_number_is_exact():
    (constant,) = (part for part in (parse("0.1 * a").root.left,))

    assert constant.value == Fraction(1, 10)


@pytest.mark.parametrize(
    ("text", "message", "start", "end"),
    [
        ("", "公式是空的", 0, 1),
        (" \n", "公式是空的", 0, 2),
        ("a +", "这里读不懂，是否少了运算符、逗号或名称", 3, 4),
        ("a b", "这里读不懂，是否少了运算符、逗号或名称", 2, 3),
        ("(a + b", "这个括号没有闭合", 0, 1),
        ("a) + b", "多了一个右括号", 1, 2),
        ("a ** 2", "公式里不能用乘方", 0, 6),
        ("94%", "公式里不写百分号：94%写作94，占比写作 share(a, b)", 2, 3),
        ("12.5:1", "公式里不写冒号：比值写作 a / b", 4, 5),
        ("a @ b", "公式里不能有“@”", 2, 3),
        ("a\x00b", "公式里不能有“U+0000”", 1, 2),
        ("1,000 + a", "数字里不写千分位逗号，一个公式只算一个数", 0, 9),
        ("100万元", "数字“100”后面不能直接跟“万元”：公式里的数字不带单位，相乘要写乘号", 0, 5),
        ("1e999999999", "数字“1”后面不能直接跟“e999999999”：公式里的数字不带单位，相乘要写乘号", 0, 11),
        ("0x10", "数字“0”后面不能直接跟“x10”：公式里的数字不带单位，相乘要写乘号", 0, 4),
        ("1_000", "数字“1”后面不能直接跟“_000”：公式里的数字不带单位，相乘要写乘号", 0, 5),
        ("spending.growth > 0", "公式里不写“.growth”，请写 growth(填报项)", 0, 15),
        ("spending.last", "公式里不写“.last”，请写 last(填报项)", 0, 13),
        ("x[1]", '方括号里写维度成员的名称，如 x["中职"]', 0, 4),
        ("x[a]", '方括号里写维度成员的名称，如 x["中职"]', 0, 4),
        ('f(a)["中职"]', '方括号里写维度成员的名称，如 x["中职"]', 0, 10),
        ('"中职"', '文字只能写在填报项的方括号里，如 x["中职"]', 0, 4),
        ('x["中职', "引号没有闭合", 2, 5),
        ('x["a\\n"]', '引号里只写维度成员的名称，如 x["中职"]', 2, 7),
        ("None", "“None”不是数字", 0, 4),
        ("_a", "名称不能以下划线开头", 0, 2),
        ("shares(a, b)", "没有函数“shares”，最接近的是“share”", 0, 6),
        (
            "open(a)",
            "没有函数“open”，能用的有：share、growth、last、sum、abs、min、max、round、ceil、floor、choose、bands",
            0,
            4,
        ),
        (
            "a(b)(c)",
            "没有函数“”，能用的有：share、growth、last、sum、abs、min、max、round、ceil、floor、choose、bands",
            0,
            4,
        ),
        ("abs(**a)", "函数的参数不写名称", 0, 8),
        ("share(a)", "函数 share 的写法是 share(a, b)", 0, 8),
        ("abs(a, b)", "函数 abs 的写法是 abs(a)", 0, 9),
        ("min(a)", "函数 min 的写法是 min(a, b)", 0, 6),
        ("growth(a + b)", "函数 growth 里只写一个填报项", 7, 12),
        ("sum(1)", "函数 sum 里只写一个填报项", 4, 5),
        ("round(a, b)", "保留的小数位数写0到6的整数", 9, 10),
        ("round(a, 7)", "保留的小数位数写0到6的整数", 9, 10),
        ("round(a, 1.5)", "保留的小数位数写0到6的整数", 9, 12),
        ("bands(a, 1, 2)", "函数 bands 的写法是 bands(a, upper, x, …, rest)", 0, 14),
        (
            "bands(a, 1, 2, 3, 4)",
            "bands 里先写要分档的数，再成对写上限和取值，最后写其余的取值；上限写数字，从小到大",
            0,
            20,
        ),
        (
            "bands(a, 2, 5, 1, 6, 7)",
            "bands 里先写要分档的数，再成对写上限和取值，最后写其余的取值；上限写数字，从小到大",
            0,
            23,
        ),
        (
            "bands(a, 2, 5, 2, 6, 7)",
            "bands 里先写要分档的数，再成对写上限和取值，最后写其余的取值；上限写数字，从小到大",
            0,
            23,
        ),
        (
            "bands(a, b, 5, 7)",
            "bands 里先写要分档的数，再成对写上限和取值，最后写其余的取值；上限写数字，从小到大",
            0,
            17,
        ),
        ("a // b", "公式里不能这样写：只用数字、填报项、加减乘除、比较、and、or、not和函数", 0, 6),
        ("a in b", "公式里不能这样写：只用数字、填报项、加减乘除、比较、and、or、not和函数", 0, 6),
        ("a if b else c", "公式里不能这样写：只用数字、填报项、加减乘除、比较、and、or、not和函数", 0, 13),
        ("abs(*a)", "公式里不能这样写：只用数字、填报项、加减乘除、比较、and、or、not和函数", 4, 6),
        ("a + 1 + " * 63 + "a", "公式太长：505个字符，最多500个", 500, 505),
        ("+".join("a" * 101), "公式太繁：201个部分，最多200个", 0, 201),
        ("-" * 31 + "a", "公式嵌套太深：最多30层", 31, 32),
        ("(" * 31 + "a" + ")" * 31, "公式嵌套太深：最多30层", 30, 31),
    ],
)
def test_a_fault_says_what_stands_where(text, message, start, end):
    assert fault(text) == (message, start, end)


def test_keywords_in_a_call_are_refused_by_their_message():
    # A single `=` reads as a comparison, so a keyword never reaches the tree.
    assert parse("share(a, b=c)").root == Call("share", (Name("a"), Comparison(("==",), (Name("b"), Name("c")))))


def test_a_long_sum_is_not_deep():
    assert parse(" + ".join(f"a{n}" for n in range(60))).names == {f"a{n}" for n in range(60)}


def test_an_operator_that_python_knows_and_we_do_not_is_refused():
    assert fault("not a is not b")[0].startswith("公式里不能这样写")


ATTACKS = [
    "9**9**9",
    "9.0**9**9",
    "D('9')**D('999999999')",
    '"a"*10**9',
    '"a"*1000000000',
    "[0]*1000000000",
    "*".join(["9999999"] * 300),
    "().__class__",
    "a.__class__.__init__.__globals__",
    '"{0.__class__}".format(a)',
    '"%1000000000d" % 1',
    "range(10**9)",
    "sum(range(10**9))",
    "[x for x in range(10**9)]",
    "1<<10**10",
    "(" * 2000 + "1" + ")" * 2000,
    "+".join(["1"] * 50000),
    "-" * 50000 + "1",
    "(lambda: 1)()",
    "(x := __import__('os'))",
    "a ~ a ~ a",
    "f(" * 80 + "a" + ")" * 80,
    "not " * 100 + "a",
    "a[" * 60 + "a" + "]" * 60,
]


@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: text[:30])
def test_attacks_are_refused(text):
    message, start, end = fault(text)

    assert message
    assert 0 <= start < end <= len(text) + 1


@given(st.text(alphabet=[*printable, *"（），＋－×÷＞＜＝≥≤≠“”中职教"], max_size=40))
def test_any_text_is_read_or_refused_with_a_span(text):
    found = tried(text)

    if isinstance(found, FormulaFault):
        assert 0 <= found.start < found.end
    else:
        assert found.text == text


PIECES = ["a", "b", "share(", "sum(", ")", "(", " + ", "*", ">=", " and ", " not ", '["中职"]', "1.5", ",", "-", "."]


def test_pieces_in_any_order_never_crash():
    shuffled = random.Random(2022)
    texts = ["".join(shuffled.choices(PIECES, k=shuffled.randint(1, 12))) for _case in range(3000)]
    faults = [found for text in texts if isinstance(found := tried(text), FormulaFault)]

    assert 0 < len(faults) < len(texts)
    assert all(fault.end > fault.start for fault in faults)


NUMBERS = st.decimals(0, 10**6, places=3).map(lambda value: Number(Fraction(value), f"{value:f}"))
NAMES = st.sampled_from([Name("a"), Name("教育支出"), Name("x", "中职")])


def branches(inner):
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Unary, st.sampled_from(["-", "not"]), inner),
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        several.flatmap(
            lambda parts: st.builds(
                Comparison,
                st.lists(
                    st.sampled_from(["<", "<=", "==", "!="]), min_size=len(parts) - 1, max_size=len(parts) - 1
                ).map(tuple),
                st.just(parts),
            )
        ),
        st.builds(Logic, st.sampled_from(["and", "or"]), several),
        st.builds(lambda parts: Call("max", parts), several),
        st.builds(lambda name: Call("last", (name,)), NAMES),
        st.builds(lambda part: Call("round", (part, number(2))), inner),
    )


@given(st.recursive(NUMBERS | NAMES, branches, max_leaves=8))
def test_what_is_printed_reads_as_the_same_tree(tree):
    assert parse(written(tree)).root == tree


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("(a - b) / c * 100 >= 5", "(a − b) ÷ c × 100 ≥ 5"),
        ("a - (b - c)", "a − (b − c)"),
        ("-a + b", "−a + b"),
        ("-(a + b)", "−(a + b)"),
        ("not (a and b)", "not (a and b)"),
        ("a == b", "a = b"),
        ("(a == b) == c", "(a = b) = c"),
        ("a and (b or c)", "a and (b or c)"),
        ('max(x["中职"], 0)', 'max(x["中职"], 0)'),
    ],
)
def test_a_formula_on_paper(text, paper):
    assert on_paper(parse(text).root) == paper


def test_every_function_has_a_manual_that_begins_with_its_usage():
    manuals = {name: function.about for name, function in FUNCTIONS.items()}

    assert [name for name, about in manuals.items() if not about.startswith(f"`{name}(")] == []
