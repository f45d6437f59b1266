"""Zip packages from outside, looked at before a part of them is unpacked; their XML without entities or DTD."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST_PART: Final = 100_000_000
_LARGEST_RATIO: Final = 200
# What zipfile raises over an archive that is cut or damaged, locked, or packed in a way that it does not know: of the last two
# it says so by kinds of RuntimeError.
BROKEN: Final = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
# Parts as small as this are no bomb, however well they were packed.
_SMALL: Final = 10_000


class Unfit(Exception):
    """A package or part that cannot be read; `too_large` where it would fill the memory."""

    def __init__(self, part: str = "", *, too_large: bool = False) -> None:
        """Keep the part and why."""
        self.part = part
        self.too_large = too_large
        super().__init__(part)


@contextmanager
def opened(data: bytes) -> Iterator[ZipFile]:
    """Open a package none of whose parts is a bomb; raise `Unfit` for whatever cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as package:
            for part in package.infolist():
                if part.file_size > _LARGEST_PART or part.file_size > _LARGEST_RATIO * max(part.compress_size, _SMALL):
                    raise Unfit(part.filename, too_large=True)
            yield package
    except BROKEN as fault:
        raise Unfit from fault


def xml(package: ZipFile, part: str) -> "_Element | None":
    """Return the root of an XML part; None where there is no such part, `Unfit` where it is no plain XML."""
    from lxml import etree

    if part not in package.NameToInfo:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(package.read(part), parser)
    except etree.XMLSyntaxError as fault:
        raise Unfit(part) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unfit(part)
    return root
