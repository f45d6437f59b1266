"""From judged items to the result of a county: areas, what was declared of the vetoes, the grade."""

from evalcli.formula.facts import CountyFacts
from evalcli.language import _
from evalcli.model.facts import Missing
from evalcli.model.filled import Filled
from evalcli.model.pack import Pack, Veto
from evalcli.model.scorecard import AreaResult, Scorecard, VetoResult
from evalcli.score.completion import completed
from evalcli.score.conditions import asked
from evalcli.score.grades import grade
from evalcli.score.indicators import judged
from evalcli.score.ledger import ledger


def county(pack: Pack, filled: Filled) -> Scorecard:
    """Return the whole result of one county."""
    areas = tuple(
        AreaResult(area, tuple(judged(pack, filled, item) for item in area.indicators)) for area in pack.areas
    )
    vetoes = tuple(_veto(CountyFacts(pack, filled), veto) for veto in pack.vetoes)
    if pack.outcome.by == "completion":
        items = tuple(item for area in areas for item in area.items)
        return Scorecard(areas, (), completed(items), ledger(pack, filled, areas))
    return Scorecard(areas, vetoes, grade(pack, filled, areas, vetoes))


def _veto(facts: CountyFacts, veto: Veto) -> VetoResult:
    found = asked(facts, veto.when, _("一票否决“{say}”").format(say=veto.say), veto.place)
    return VetoResult(veto.say, None if isinstance(found, Missing) else found.number != 0, veto.source)
