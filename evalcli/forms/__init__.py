"""What a county is asked to fill in, before anything is filled in: the workbook, the editor's schema, a folder to begin with.

In:  a `Pack` and an `Order` (whose form, for which office, what is known already).
Out: the bytes of a workbook, a JSON Schema, or the texts of a new folder; all of it Chinese, whatever its writer reads.
New: another part of the workbook is one module with one function that `book.py` calls.
"""

from evalcli.forms.book import workbook
from evalcli.forms.order import Order, offices

__all__ = ["Order", "offices", "workbook"]
