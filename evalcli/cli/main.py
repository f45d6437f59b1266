"""The group, and the one place where every ending becomes a message and a code."""

import codecs
import os
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Any, NoReturn, Self

import click

from evalcli import __version__
from evalcli.cli import show
from evalcli.cli.base import Group, usage_text
from evalcli.cli.exits import Exit
from evalcli.language import _
from evalcli.model.notice import Stopped

COMMANDS = ("check", "score", "explain", "render", "pack")


@click.group(cls=Group, commands_in="evalcli.cli.commands", names=COMMANDS)
@click.version_option(__version__, message="evalcli %(version)s", help=_("显示版本。"))
def cli() -> None:
    """Evaluate how a county fulfilled its duties in education."""


cli.help = _("县级人民政府履行教育职责自评：核对数据、打分、说明理由、写出报告。")


def main() -> NoReturn:
    """Run evalcli and leave with the code of its ending."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run evalcli on `arguments` and return the exit code."""
    _speak_chinese()
    with Ending() as ending:
        ending.code = cli.main(arguments, prog_name="evalcli", standalone_mode=False) or Exit.DONE
    return ending.code


@dataclass(slots=True)
class Ending:
    """How a run ends: what stopped it is told here, and nowhere else."""

    code: int = Exit.DONE

    def __enter__(self) -> Self:
        """Begin a run."""
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, fault: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        """Turn what stopped the run into a message and a code."""
        if fault is not None:
            self.code = _told(fault)
        return True


def _told(fault: BaseException) -> Exit:
    match fault:
        case click.UsageError():
            return _misused(fault)
        case Stopped():
            show.notices(fault.notices)
            return Exit.STOPPED
        case KeyboardInterrupt() | click.Abort():
            show.talk(_("已中断，没有写半个文件。"))
            return Exit.INTERRUPTED
        case SystemExit():
            return Exit.DONE  # so click leaves when whoever read a help page has enough
        case _mistake:
            return _bug(fault)


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


def _misused(fault: click.UsageError) -> Exit:
    if isinstance(fault, click.exceptions.NoArgsIsHelpError):
        show.talk(fault.message)
        return Exit.USAGE
    usage = fault.ctx.get_usage() + "\n" if fault.ctx else ""
    show.talk(usage + usage_text(fault) + "\n" + _("加 --help 看说明。"))
    return Exit.USAGE


def _bug(bug: BaseException) -> Exit:
    text = _("evalcli 自己出了错，不是您的文件的问题：{kind}: {bug}")
    show.talk(text.format(kind=type(bug).__name__, bug=bug))
    show.talk(_("请把这句话和所用命令报给维护者；设 EVALCLI_TRACEBACK=1 可看到详情。"))
    if os.environ.get("EVALCLI_TRACEBACK"):
        import traceback

        traceback.print_exception(bug)
    return Exit.BUG
