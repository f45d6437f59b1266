"""The areas as the report shows them: as many as the criteria have, or joined as the county's report joins them."""

from evalcli.model.completion import Tally
from evalcli.model.frozen import dataclass
from evalcli.model.scorecard import ItemResult, Scored, tally


@dataclass(frozen=True, slots=True)
class ReportArea:
    """A part of the results: its heading and the items under it."""

    heading: str
    items: tuple[ItemResult, ...]

    @property
    def tally(self) -> Tally:
        """Return how many of the items have each status."""
        return tally(self.items)


def rendered_areas(scored: Scored) -> tuple[ReportArea, ...]:
    """Return the areas of the report; with `merge_areas` an area goes into the one that its pack says it joins."""
    merging = scored.filled.merge_areas
    headings = {result.area.id: result.area.heading for result in scored.card.areas}
    groups: dict[str, list[ItemResult]] = {}
    for result in scored.card.areas:
        home = result.area.joins if merging and result.area.joins in headings else result.area.id
        groups.setdefault(home, []).extend(result.items)
    return tuple(ReportArea(headings[home], tuple(items)) for home, items in groups.items())
