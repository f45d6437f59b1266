"""The group, and the one place where every ending becomes a message and a code."""

import os
import sys
from typing import Any, NoReturn

import click

from evalcli import __version__
from evalcli.cli.base import Group, usage_text
from evalcli.cli.exits import Exit
from evalcli.language import _
from evalcli.model.notice import Stopped

COMMANDS = ("check", "score", "explain", "render")


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
    _speak_utf8()
    try:
        ending = cli.main(arguments, prog_name="evalcli", standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as fault:
        return _misused(fault)
    except Stopped as stopped:
        from evalcli.cli import show

        show.notices(stopped.notices)
        return Exit.STOPPED
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write(_("已中断，没有写半个文件。") + "\n")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; writing the rest would only raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception as bug:  # the only one: whatever gets here is our mistake
        return _bug(bug)
    return ending if isinstance(ending, int) else Exit.DONE


def _speak_utf8() -> None:
    """Print Chinese on every console: a Windows code page that lacks a character must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure and (getattr(stream, "encoding", "") or "").lower().replace("-", "") not in ("utf8", "gb18030"):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _misused(fault: click.UsageError) -> Exit:
    usage = fault.ctx.get_usage() + "\n" if fault.ctx else ""
    sys.stderr.write(usage + usage_text(fault) + "\n" + _("加 --help 看说明。") + "\n")
    return Exit.USAGE


def _bug(bug: Exception) -> Exit:
    text = _("evalcli 自己出了错，不是您的文件的问题：{kind}: {bug}")
    sys.stderr.write(text.format(kind=type(bug).__name__, bug=bug) + "\n")
    sys.stderr.write(_("请把这句话和所用命令报给维护者；设 EVALCLI_TRACEBACK=1 可看到详情。") + "\n")
    if os.environ.get("EVALCLI_TRACEBACK"):
        import traceback

        traceback.print_exception(bug)
    return Exit.BUG
