"""How a run ends that did not end by itself: what stopped it becomes a message and a code, here and nowhere else."""

import os
from pathlib import Path

import click

from evalcli.cli import show
from evalcli.cli.base import usage_text
from evalcli.cli.exits import Exit
from evalcli.language import _
from evalcli.model.notice import Stopped


def told(fault: BaseException) -> Exit:
    """Tell what stopped a run and return the code it ends with."""
    match fault:
        case click.UsageError():
            return _misused(fault)
        case Stopped():
            show.notices(fault.notices)
            return Exit.STOPPED
        case OSError(filename=str(name)):
            return _closed(fault, name)
        case KeyboardInterrupt() | click.Abort():
            show.talk(_("已中断，没有写半个文件。"))
            return Exit.INTERRUPTED
        case SystemExit():
            return Exit.DONE  # so click leaves when whoever read a help page has enough
        case _mistake:
            return _bug(fault)


def _closed(fault: OSError, name: str) -> Exit:
    """Tell what could not even be looked for: Python asks in many places whether a file is there, and raises where it may not look."""
    from evalcli.read.disk import unopened

    show.notices([unopened(fault, Path(name), name)])
    return Exit.STOPPED


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
