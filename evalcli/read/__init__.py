"""Files become documents that remember places.

In:  a path or bytes, and a JSON Schema.
Out: a `Document` of raw text with places, and notices for whatever could not be read or has the wrong shape.
New format: one module here with `parse(data, name)`, named in this docstring and called from `document`.
New file kind: one JSON Schema in `evalcli/schemas/`, fetched with `schema(name)`.
"""

from evalcli.model.plain import plain
from evalcli.read.disk import document, table
from evalcli.read.schemas import schema
from evalcli.read.shape import shape
from evalcli.read.yaml_file import parse

__all__ = ["document", "parse", "plain", "schema", "shape", "table"]
