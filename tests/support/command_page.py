"""`docs/命令.md`: the help of every command, and what exit codes mean."""

import os
import sys
from contextlib import redirect_stdout
from io import StringIO
from unittest.mock import patch

from evalcli.cli.commands.pack import COMMANDS as PACK_COMMANDS
from evalcli.cli.exits import Exit
from evalcli.cli.main import COMMANDS, run

_WIDTH = "80"
_HEAD = """\
# 命令

本页由各命令的 `--help` 生成，不要手改；改了命令后运行 `make update`。用法的先后和例子见《[手册](手册.md)》。

"""
_ENDINGS = {
    Exit.DONE: "做完了。得分低、缺数据都不算错",
    Exit.FINDINGS: "做完了，但有必须处理的事：有必改的提示，或没有达到 `--fail-under`",
    Exit.USAGE: "命令写错了：没有这个命令、选项，或缺参数",
    Exit.STOPPED: "做不下去：文件读不了或格式不通、没有这个指标包、指标包或模板有错、写不出结果。不会留下半个文件",
    Exit.BUG: "evalcli 自己出了错，请报给维护者",
    Exit.INTERRUPTED: "被 Ctrl-C 中断",
}


def page() -> str:
    """Return the page."""
    parts = [_HEAD, _section("evalcli", [])]
    parts += [_section(f"evalcli {name}", [name]) for name in COMMANDS]
    parts += [_section(f"evalcli pack {name}", ["pack", name]) for name in PACK_COMMANDS]
    return "".join(parts) + _endings()


def _section(title: str, arguments: list[str]) -> str:
    return f"## {title}\n\n```text\n{_help(arguments)}```\n\n"


def _help(arguments: list[str]) -> str:
    screen = StringIO()
    with patch.dict(os.environ, {"COLUMNS": _WIDTH}), redirect_stdout(screen):
        assert run([*arguments, "--help"]) == Exit.DONE
    sys.stdout.flush()
    return "".join(line.rstrip() + "\n" for line in screen.getvalue().splitlines())


def _endings() -> str:
    rows = "".join(f"| {int(ending)} | {_ENDINGS[ending]} |\n" for ending in Exit)
    return f"## 退出码\n\n| 退出码 | 意思 |\n|---|---|\n{rows}"
