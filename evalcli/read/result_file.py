"""A result that `evalcli score --format json` wrote, read back as plain data."""

from collections.abc import Mapping as Dict
from pathlib import Path
from typing import Any

from evalcli.language import _
from evalcli.model.document import Document, Mapping
from evalcli.model.frozen import replace
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.plain import plain
from evalcli.read.disk import document
from evalcli.read.schemas import schema
from evalcli.read.shape import shape


def result_file(path: Path) -> Dict[str, Any]:
    """Return the result in a file."""
    return kept_result(path)[0]


def kept_result(path: Path) -> tuple[Dict[str, Any], str]:
    """Return the result in a file, and the file's hash; JSON is YAML, so whatever is wrong with it is told with its place."""
    found, notices = document(path)
    if found is None:
        raise Stopped(notices)
    wanted = schema("result")
    faults = _other_version(found, wanted["properties"]["schema_version"]["const"]) or shape(found, wanted)
    if faults:
        raise Stopped(replace(notice, level=Level.STOP) for notice in faults)
    kept: dict[str, Any] = plain(found.root)
    return kept, found.sha256


def _other_version(found: Document, wanted: int) -> tuple[Notice, ...]:
    """Return that a result has another shape than ours, which nobody can compare."""
    root = found.root
    stated = root.get("schema_version") if isinstance(root, Mapping) else None
    if stated is None or plain(stated) == wanted:
        return ()
    message = _("结果文件的 schema_version 是 {have}，这个版本的 evalcli 只核验 {wanted}").format(
        have=plain(stated), wanted=wanted
    )
    advice = _("用写出它的那个版本的 evalcli 核验，或者重新打分。")
    return (Notice("verify.version", Level.STOP, message, advice, stated.place),)
