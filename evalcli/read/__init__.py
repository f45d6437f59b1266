"""Files become documents that remember places.

In:  a path or bytes, and a JSON Schema.
Out: a `Document` of raw text with places, and notices for whatever could not be read or has the wrong shape.
New format: one module here with `parse(data, name)`, called from `disk`, which loads it when a file asks for it.
New file kind: one JSON Schema in `evalcli/schemas/`, fetched with `schema(name)`.
"""

from evalcli.model.plain import plain
from evalcli.read.disk import document, table
from evalcli.read.schemas import schema
from evalcli.read.shape import shape

__all__ = ["document", "plain", "schema", "shape", "table"]
