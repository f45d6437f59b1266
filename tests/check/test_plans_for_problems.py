"""Every problem has its plan and points at an item."""

from counties import filled_of, pack_of

from evalcli.check import plans


def told(text):
    pack = pack_of()
    return [(n.code, n.message, n.advice, str(n.place)) for n in plans.notices(pack, filled_of(pack, text))]


def test_a_problem_with_plan_and_item_is_fine():
    assert told("problems: [{item: '1.1', head: 甲, say: 乙, plan: [{head: 丙, say: 丁}]}]") == []


def test_a_problem_without_plan_is_told():
    expected = (
        "plan.none",
        "第 2 个问题没有对应的下一步打算",
        "补写 plan：问题和打算条数、次序要一致。",
        "data/1.yaml:3:5",
    )

    assert told("problems:\n  - {item: '1.1', say: 乙, plan: [丙]}\n  - {item: '1.1', say: 乙}") == [expected]


def test_a_problem_that_points_nowhere_is_told():
    expected = ("plan.item", "第 1 个问题指向的指标“9.9”不存在", "写成指标编号，例如 4.16。", "data/1.yaml:2:5")

    assert told("problems:\n  - {item: '9.9', say: 乙, plan: [丙]}") == [expected]
