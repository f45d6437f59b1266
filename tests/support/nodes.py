"""What a test wants to look at, without the places that it does not."""

from decimal import Decimal
from fractions import Fraction

from evalcli.model.filled import Filled
from evalcli.model.notice import Notice

Number = Decimal | Fraction | None


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str]]:
    """Return what notices say: where, and the message."""
    return [(str(notice.place) if notice.place else "", notice.message) for notice in notices]


def numbers(filled: Filled) -> dict[tuple[str, str], dict[int, Number]]:
    """Return the numbers of all figures by year; stated growth stands under year 0."""
    return {
        key: {year: value.number for year, value in figure.years.items()}
        | ({0: figure.growth.number} if figure.growth else {})
        for key, figure in filled.figures.items()
    }
