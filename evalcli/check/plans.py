"""Every problem has its plan, and points at an item of the pack."""

from collections.abc import Iterator

from evalcli.language import _
from evalcli.model.filled import Filled
from evalcli.model.notice import About, Level, Notice
from evalcli.model.pack import Pack


def notices(pack: Pack, filled: Filled) -> Iterator[Notice]:
    """Yield a notice for every problem without a plan or without an item."""
    items = {indicator.id for indicator in pack.indicators} | set(pack.dropped)
    for number, problem in enumerate(filled.problems, 1):
        about = About(problem.item, problem.head or problem.item, problem.office)
        if not problem.plan:
            message = _("第 {number} 个问题没有对应的下一步打算").format(number=number)
            advice = _("补写 plan：问题和打算条数、次序要一致。")
            yield Notice("plan.none", Level.MUST, message, advice, problem.place, about)
        if problem.item not in items:
            message = _("第 {number} 个问题指向的指标“{item}”不存在").format(number=number, item=problem.item)
            yield Notice("plan.item", Level.MUST, message, _("写成指标编号，例如 4.16。"), problem.place, about)
