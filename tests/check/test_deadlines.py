"""Deadlines of offices that nothing is asked of."""

from counties import COUNTY
from counties import filled_of as county
from counties import pack_of as small
from school_packs import filled_of, pack_of, rows

from evalcli.check import deadlines


def told(entry):
    pack = small()
    found = deadlines.notices(pack, county(pack, "{}", head=COUNTY + f"deadline: {entry}\n"))
    return [(str(n.level), n.code, n.message, n.advice) for n in found]


def test_the_offices_of_the_pack_and_all_others_have_deadlines():
    assert told("{财政局: 2022-09-01, 编办: 2022-09-02, 其他: 2022-09-05}") == []
    assert told("2022-09-05") == []


def test_a_slip_in_an_offices_name():
    message = "deadline 里的“财局”不是这套指标的责任单位，这个期限没有用上"

    assert told("{财局: 2022-09-01}") == [("疑似", "deadline.unknown", message, "最接近的是“财政局”。")]
    assert told("{气象台: 2022-09-01}")[0][3] == "核对单位名称。"


def test_a_school_may_have_its_own():
    filled, _unread = filled_of(pack_of(""), rows("1 一小 小学 118 - - 5 0 31 2360") + "deadline: {一小: 2022-09-01}\n")

    assert list(deadlines.notices(pack_of(""), filled)) == []
