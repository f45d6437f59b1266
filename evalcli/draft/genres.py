"""Kinds of report: what each is called, and which annexes it has."""

from evalcli.draft import annexes, mended
from evalcli.draft.figures import Figures
from evalcli.draft.ledger import ledger, ledger_sheet, rates
from evalcli.draft.trace import NAME, trace
from evalcli.draft.work import later
from evalcli.model.report import Annex, Draft
from evalcli.model.scorecard import Scored

SCORES, VERDICTS, FIGURES = "评价指标自评得分表", "评价指标自评结果表", "主要数据填报情况表"


def title(scored: Scored) -> tuple[str, ...]:
    """Return the title in lines: the county's own, else that of the kind of report."""
    filled = scored.filled
    if filled.title:
        return filled.title
    if filled.genre == "work-points":
        return f"{signed_by(scored)}{filled.period}", "工作要点完成情况自查报告"
    if filled.genre == "summary-and-plan":
        plan = later(filled)
        return f"{signed_by(scored)}{filled.period}", f"工作总结和{plan}{'工作' if plan != '下一步' else ''}计划"
    return f"{filled.county.government}{filled.period}", f"{scored.pack.subject}自评报告"


def tables(scored: Scored) -> Draft:
    """Return the result as annexes alone, each a sheet of a workbook: the ledger and the rates, or the score table."""
    name = scored.filled.county.name
    if scored.pack.outcome.by == "completion":
        year = scored.filled.end.year
        made: tuple[Annex, ...] = (
            ledger_sheet(scored, "台账", f"{name}{year}年工作任务台账"),
            rates(scored, "完成率", f"{name}{year}年工作任务完成率"),
        )
    else:
        made = (annexes.scores(scored, "得分表" if scored.pack.points else "结果表", name + _scores(scored)),)
    return Draft(made, "".join(title(scored)), signed_by(scored), created(scored))


def created(scored: Scored) -> str:
    """Return the day that a file says it was made on: it comes from the data, never from the clock."""
    return (scored.filled.signed_on or scored.filled.end).isoformat()


def signed_by(scored: Scored) -> str:
    """Return who hands the report in."""
    return scored.filled.signed_by or scored.filled.county.government


def attached(scored: Scored, figures: Figures, lines: tuple[str, ...]) -> tuple[Annex, ...]:
    """Return the annexes in order: the result, or the ledger of work; the figures; what was mended; how all was reckoned."""
    made = [_first(scored), annexes.figures(scored, figures, "附件2", scored.filled.county.name + FIGURES)]
    if scored.filled.rectifications:
        made.append(mended.ledger(scored, f"附件{len(made) + 1}"))
    if lines:
        made.append(trace(lines, f"附件{len(made) + 1}", scored.filled.county.name + NAME))
    return tuple(made)


def _first(scored: Scored) -> Annex:
    name = scored.filled.county.name
    if scored.pack.outcome.by == "completion":
        return ledger(scored, "附件1", f"{name}{scored.filled.end.year}年工作任务台账")
    return annexes.scores(scored, "附件1", name + _scores(scored))


def _scores(scored: Scored) -> str:
    return f"{scored.pack.subject}{SCORES}" if scored.pack.points else VERDICTS
