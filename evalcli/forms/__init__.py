"""What offices are asked for, and what they are asked again: workbooks, the editor's schema, a folder to begin with.

In:  a `Pack` and an `Order` (whose form, for which office, what is known already); what a check found, and what is owed.
Out: the bytes of a workbook, the same for the same data, a JSON Schema, or the texts of a new folder; all of it Chinese,
     whatever its writer reads, and texts only, so that no spreadsheet runs what somebody typed.
New: another part of the form is one module with one function that `book.py` calls; another list for offices is one module
     with one function that hands its sheets to `listing.py`.
"""

from evalcli.forms.book import workbook
from evalcli.forms.order import Order, offices

__all__ = ["Order", "offices", "workbook"]
