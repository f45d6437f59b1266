"""Everything that reaches the screen. The only module that prints."""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

import click

from evalcli.cli.columns import width
from evalcli.language import _, enumerated
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

if TYPE_CHECKING:
    from evalcli.model.filled import Filled
    from evalcli.model.pack import Pack

_ORDER = {level: number for number, level in enumerate(Level)}
_COLOURS = {Level.STOP: "red", Level.MUST: "red", Level.DOUBT: "yellow", Level.HINT: "cyan"}
# What of a long line is shown where nobody tells how wide the screen is.
_LINE = 100
GRAVE = (Level.STOP, Level.MUST)
# What a terminal obeys instead of showing it: colours, links, a cleared screen, text that runs backwards. It may stand in any
# file, and in the name of one.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def screen() -> int | None:
    """Return how many cells wide the terminal on standard output is; None where it is a file or a pipe."""
    return _columns() if _watched(sys.stdout) else None


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _watched(stream: TextIO | None) -> bool:
    # A program without a console, such as pythonw, has no streams at all.
    return stream is not None and stream.isatty()


def coloured(stream: TextIO | None = None) -> bool:
    """Return whether a stream (standard output) takes colours: not where a program reads it, nor under NO_COLOR."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return _watched(stream or sys.stdout) and not plain


def _styled(text: str, stream: TextIO, colour: str) -> str:
    return click.style(text, fg=colour) if coloured(stream) else text


def visible(text: str) -> str:
    """Return a text of which a terminal obeys nothing: what it would obey is shown as what nobody can read."""
    return _OBEYED.sub("\ufffd", text)


def payload(text: str, *, styled: bool = False) -> None:
    """Print what was asked for; what is `styled` has colours of ours, and has been made visible before."""
    shown = text if styled else visible(text)
    _out(shown if shown.endswith("\n") else shown + "\n")


def raw(data: bytes) -> None:
    """Hand bytes to standard output as they are: what programs read does not follow the console's encoding."""
    with _lasting(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def talk(text: str) -> None:
    """Print what accompanies it."""
    _err(visible(text) + "\n")


def _out(text: str) -> None:
    with _lasting(sys.stdout):
        click.echo(text, nl=False)


def _err(text: str) -> None:
    try:
        click.echo(text, nl=False, err=True)
    except OSError:
        _abandon(sys.stderr)  # nobody can be told that nobody can be told


@contextmanager
def _lasting(stream: TextIO) -> Iterator[None]:
    """Go on when the reader of a stream has enough; stop where a stream cannot be written to."""
    try:
        yield
    except BrokenPipeError:
        _abandon(stream)
    except OSError as fault:
        _abandon(stream)
        message = _("标准输出写不进去（系统错误 {number}），输出不完整").format(number=fault.errno)
        advice = _("腾出空间，或换一个能写的位置，再运行一次。")
        raise Stopped([Notice("output.full", Level.STOP, message, advice, Place("-"))]) from fault


def _abandon(stream: TextIO) -> None:
    """Let go of a stream: what is left in it would only raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def in_order(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices with the gravest first, then by file and line."""
    return sorted(notices, key=lambda notice: (_ORDER[notice.level], _spot(notice)))


def _spot(notice: Notice) -> tuple[str, str, int, int]:
    place = notice.place
    return (place.file, place.sheet, place.line, place.column) if place else ("", "", 0, 0)


def notice_text(notice: Notice, stream: TextIO) -> str:
    """Return a notice as people read it: place, level, code, message; the line with a caret; the repair."""
    where = visible(f"{notice.place} ") if notice.place else ""
    level = _styled(_(notice.level.value), stream, _COLOURS[notice.level])
    lines = [f"{where}{level} [{notice.code}] {visible(notice.message)}"]
    lines += _caret(notice.place, _columns() - 10 if _watched(stream) else _LINE)
    if notice.advice and notice.place is None:
        return lines[0] + _("。{advice}").format(advice=visible(notice.advice))
    if notice.advice:
        lines.append(_("    改法：{advice}").format(advice=visible(notice.advice)))
    return "\n".join(lines)


def _caret(place: Place | None, cells: int) -> list[str]:
    """Return the line that a place names and what underlines it, cut where a screen would break it."""
    if place is None or not place.text.strip():
        return []
    text = visible(place.text.replace("\t", " "))
    begin = place.column - 1
    start = 0 if width(text[: begin + place.width]) <= cells else max(0, begin - cells // 4)
    shown = _cut(text[start:], cells)
    under = min(width(text[begin : begin + place.width]), cells - width(text[start:begin]))
    return [f"{place.line:>6} | {shown}", " " * 7 + "| " + " " * width(text[start:begin]) + "^" * max(1, under)]


def _cut(text: str, cells: int) -> str:
    while width(text) > cells:
        text = text[: cells if len(text) > cells else -1]
    return text


def notices(found: Iterable[Notice], *, to_stdout: bool = False) -> None:
    """Print notices, the gravest first."""
    stream = sys.stdout if to_stdout else sys.stderr
    text = "".join(notice_text(notice, stream) + "\n" for notice in in_order(found))
    (_out if to_stdout else _err)(text)


def findings(found: Iterable[Notice], *, quiet: bool, verbose: bool) -> None:
    """Print beside a result what must be mended; of the rest how much there is, or all of it."""
    every = tuple(found)
    told = tuple(notice for notice in every if verbose or notice.level in GRAVE)
    notices(told)
    rest = [notice for notice in every if notice not in told]
    if rest and not quiet:
        talk(_("另有{tally}（加 -v 列出）").format(tally=tally(rest)))


def sources(pack: "Pack", filled: "Filled") -> None:
    """Print what a result rests on."""
    talk(_("读入：{names}").format(names=enumerated(filled.inputs)))
    for fate in filled.read:
        talk(f"  {fate}")
    talk(_("指标包：{id} {version}（{sha}）").format(id=pack.id, version=pack.version, sha=pack.sha256[:12]))


def tally(found: Iterable[Notice]) -> str:
    """Return how many notices of each level there are."""
    counted = Counter(notice.level for notice in found)
    parts = [
        _("{level} {count} 条").format(level=_(level.value), count=counted[level]) for level in Level if counted[level]
    ]
    return _("，").join(parts) or _("没有发现问题")


def as_json(data: Any) -> str:
    """Return data as JSON, in the order given, with Chinese as it is."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
