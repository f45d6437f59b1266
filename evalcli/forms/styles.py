"""How cells look: what is to be filled in is coloured and open, all else is locked."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "宋体"
REQUIRED, OPTIONAL, SHUT, HEAD = "#FFF2CC", "#EAF3E6", "#E7E6E6", "#D9E2F3"
_LINE = {"border": 1, "border_color": "#A6A6A6"}
_LOOKS: dict[str, dict[str, Any]] = {
    "mark": {"font_size": 9, "font_color": "#7F7F7F"},
    "title": {"bold": True, "font_size": 16},
    "plain": {"text_wrap": True},
    "strong": {"bold": True},
    "head": {**_LINE, "bold": True, "bg_color": HEAD, "align": "center", "text_wrap": True},
    "key": {**_LINE, "font_size": 6, "font_color": "#A6A6A6"},
    "cell": {**_LINE, "text_wrap": True},
    "centre": {**_LINE, "align": "center", "text_wrap": True},
    "required_shown": {**_LINE, "bg_color": REQUIRED},
    "optional_shown": {**_LINE, "bg_color": OPTIONAL},
    "shut": {**_LINE, "bg_color": SHUT, "font_color": "#595959", "text_wrap": True},
    "required": {**_LINE, "bg_color": REQUIRED, "locked": False, "text_wrap": True},
    "optional": {**_LINE, "bg_color": OPTIONAL, "locked": False, "text_wrap": True},
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        """Keep the workbook."""
        self._book = book
        self._made = cache(self._make)

    def __call__(self, look: str, number_format: str = "") -> "Format":
        """Return a look, with a number format where it holds values."""
        return self._made(look, number_format)

    def entry(self, *, required: bool, number_format: str) -> "Format":
        """Return the look of a cell to fill in."""
        return self._made("required" if required else "optional", number_format)

    def _make(self, look: str, number_format: str) -> "Format":
        more = {"num_format": number_format} if number_format else {}
        return self._book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **_LOOKS[look], **more})
