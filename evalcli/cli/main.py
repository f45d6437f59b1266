"""The group of commands, and how a run begins and ends."""

import codecs
import sys
from typing import Any

import click

from evalcli import __version__
from evalcli.cli.base import Group
from evalcli.cli.exits import Exit
from evalcli.language import _

COMMANDS = ("init", "form", "check", "score", "explain", "render", "extract", "round", "pack", "schema")


@click.group(cls=Group, commands_in="evalcli.cli.commands", names=COMMANDS)
@click.version_option(__version__, message="evalcli %(version)s", help=_("显示版本。"))
def cli() -> None:
    """Evaluate how a county fulfilled its duties in education."""


cli.help = _("县级人民政府履行教育职责自评：核对数据、打分、说明理由、写出报告。")


def run(arguments: list[str]) -> int:
    """Run evalcli on `arguments` and return the exit code."""
    _speak_chinese()
    try:
        code: int = cli.main(arguments, prog_name="evalcli", standalone_mode=False)
    except BaseException as fault:  # the only place: whatever ends a run gets its message and its code
        from evalcli.cli.endings import told

        return told(fault)
    return code or Exit.DONE


def _speak_chinese() -> None:
    """Print Chinese on every console: a code page that lacks a character must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding=None if _holds_chinese(stream.encoding) else "utf-8", errors="backslashreplace")


def _holds_chinese(encoding: str) -> bool:
    try:
        return bool(codecs.encode("县域提示", encoding))
    except UnicodeEncodeError:
        return False
