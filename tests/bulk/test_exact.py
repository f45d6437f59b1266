"""What is reckoned at once for all counties is what each county comes to alone."""

from hypothesis import given, settings
from hypothesis import strategies as st
from surveyed import HEAD, at_once, one_by_one, read

KINDS = ("小学", "初中", "九年一贯制学校", "完全中学", "十二年一贯制学校", "教学点", "特殊教育学校", "学校")
# Numbers that lie on standards, beside them, and where binary fractions go wrong; what is missing; what is no number.
PUPILS = st.sampled_from(("0", "49", "50", "99", "100", "1000", "333", "1000.5", "", "一千", "１００", "1,000"))
COUNTS = st.sampled_from(("0", "1", "42", "53", "9", "10", "23", "0.9", "4.2", "", "3.0000001", "12345678901234"))
AREAS = st.sampled_from(("450", "4500", "449.99999", "750", "0.1", "0.3", "5800", "-3", "1e3", "", "999999999999999"))
MONEY = st.sampled_from(("200000", "20万元", "199999.99", "2500000", "0", "", "无"))


@st.composite
def rows(draw):
    made = []
    for number in range(draw(st.integers(1, 7))):
        cells = [draw(PUPILS) for _stage in range(3)] + [draw(COUNTS) for _column in range(8)]
        cells += [draw(AREAS) for _column in range(4)] + [draw(MONEY), draw(COUNTS)]
        quoted = [f'"{cell}"' if "," in cell else cell for cell in cells]
        made.append(
            ",".join([draw(st.sampled_from("甲乙")), str(number), f"{number}校", draw(st.sampled_from(KINDS)), *quoted])
        )
    return "\n".join([HEAD, *made])


@settings(max_examples=60, deadline=None)
@given(rows())
def test_every_county_comes_to_what_it_comes_to_alone(text: str) -> None:
    made, _notices = read(text)

    assert at_once(made)[0] == one_by_one(made)


@st.composite
def plain_rows(draw):
    made = []
    for number in range(draw(st.integers(2, 8))):
        p, j = draw(st.integers(1, 20)) * 50, draw(st.integers(1, 20)) * 50
        cells = [p, j, 0, p * 42 // 1000, j * 53 // 1000, p // 100, j // 100, p * 9 // 1000, j * 9 // 1000, 0, 0]
        cells += [
            p * draw(st.sampled_from((4.5, 5.8, 9.0))),
            0,
            p * 7.5,
            0,
            draw(st.integers(1, 3)) * 1000 * p,
            p * 23 // 1000,
        ]
        kind = draw(st.sampled_from(KINDS[:3]))
        made.append(",".join(["甲", str(number), f"{number}校", kind, *map(str, cells)]))
    return "\n".join([HEAD, *made])


@settings(max_examples=40, deadline=None)
@given(plain_rows())
def test_schools_exactly_at_a_standard_reach_it(text: str) -> None:
    made, notices = read(text)

    assert (at_once(made)[0], notices) == (one_by_one(made), ())


def school(county: str, code: str, pupils: int, rooms: str) -> str:
    return f"{county},{code},{code}校,小学,{pupils},,,1,,1,,1,,0,,{rooms},0,9000,0,1,1"


def test_a_coefficient_of_exactly_the_limit_meets_it_and_the_next_one_does_not() -> None:
    # 1 and 3 per pupil: mean 2, deviation 1, 0.5. With 3.0032 the coefficient is 1.0016 ÷ 2.0016 = 0.50039…
    text = "\n".join([HEAD, school("甲", "1", 100, "100"), school("甲", "2", 100, "300"),
                      school("乙", "1", 100, "100"), school("乙", "2", 100, "300.32")])  # fmt: skip
    made, _notices = read(text)
    (primary, _junior), exactly = at_once(made)
    found = {row["county"]: (row["1.4a.value"], row["1.4a.verdict"], row["L4.cv"]) for row in primary}

    assert found == {"甲": ("0.5", "达标", "0.5"), "乙": ("0.5004", "未达标", "0.5004")}
    assert exactly == {"甲"}


def test_a_sum_of_tenths_reaches_its_standard() -> None:
    # 0.1 + 0.2 is 0.3: (4.6 − 0.1) per pupil is exactly 4.5; 4.4999999 is not.
    text = "\n".join(
        [HEAD, school("甲", "1", 1, "4.6").replace("4.6,0,", "4.6,0.1,"), school("乙", "1", 1, "4.4999999")]
    )
    made, _notices = read(text)
    primary = at_once(made)[0][0]

    assert {row["county"]: row["L4.reached"] for row in primary} == {"甲": 1, "乙": 0}
