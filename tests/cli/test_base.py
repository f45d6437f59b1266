"""Help and usage in the reader's language, laid out for characters that are two cells wide."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from command_line import evalcli, process

from evalcli.cli.base import Command, Context, usage_text
from evalcli.cli.columns import width
from evalcli.cli.main import COMMANDS, cli

# What stands in a report stays Chinese.
PRINTED = re.compile("【[^】]*】|自评报告")
PAGES = [("--help",), *((name, "--help") for name in COMMANDS)]


def test_the_group_lists_its_commands_in_the_order_of_the_work() -> None:
    assert evalcli("--help").out.splitlines() == [
        "用法：evalcli [选项] 命令 [参数]…",
        "",
        "  县级人民政府履行教育职责自评：核对数据、打分、说明理由、写出报告。",
        "",
        "选项：",
        "  --version  显示版本。",
        "  --help     显示这份说明。",
        "",
        "命令：",
        "  check    核对数据：一次说全，每条有出处、原因、改法",
        "  score    打分：逐项判定、得分、失分原因、总分、等次",
        "  explain  说明一项：数据出处、公式代入、标准、得分，直到等次",
        "  render   写报告：Word、HTML 或 Markdown",
        "  extract  从工作要点、计划、总结里提取带数的目标和情况",
        "  pack     指标包：列出、打印、检查、验证算例、展开、比较、新建",
    ]


def test_a_command_describes_its_arguments_and_options() -> None:
    assert evalcli("explain", "--help").out.splitlines() == [
        "用法：evalcli explain [选项] [指标] [县文件]",
        "",
        "  说明一项指标或一个评估要点怎样得分：用了哪些数据、出自哪里、怎样换算、公式代",
        "  入后是多少、标准是什么，再怎样汇总成总分和等次。不写指标时说明总分和等次。",
        "",
        "参数：",
        "  [指标]    指标编号（如 2.4）或评估要点编号（如 2.4a）；不写时说明总分和等",
        "            次。",
        "  [县文件]  县文件或县文件夹，默认当前文件夹的 county.yaml；- 是标准输入。",
        "",
        "选项：",
        "  --all          说明总分、等次和每一项。",
        "  -q, --quiet    只说必须处理的事。",
        "  -v, --verbose  连疑似和提示也说，并列出读了哪些文件。",
        "  --help         显示这份说明。",
    ]


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_help_page_fits_its_terminal(page: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = evalcli(*page).out.splitlines()

    assert max(map(width, lines)) <= 60
    assert not any(line.lstrip().startswith(tuple("，。；：、）")) for line in lines)


@pytest.mark.parametrize("page", PAGES, ids=" ".join)
def test_a_help_page_speaks_english_when_asked(page: tuple[str, ...], tmp_path: Path) -> None:
    done = process(*page, folder=tmp_path, EVALCLI_LANG="en")

    assert done.code == 0
    assert done.out.startswith("Usage: evalcli")
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in PRINTED.sub("", done.out))


def test_nothing_typed_shows_the_help() -> None:
    done = evalcli()

    assert (done.out, done.err, done.code) == ("", evalcli("--help").out, 2)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("score --format xml", "参数 --format 不对：“xml”不在可选的 table、json、csv、md 之中。"),
        ("score a b c", "多出来的参数：b c。"),
        ("score --quiet=3", "选项 --quiet 后面不带值。"),
        ("score -o", "选项 -o 后面缺一个值。"),
        ("score --fail-under x", "参数 --fail-under 不对：“x”不是分数。"),
        ("score --fail-under nan", "参数 --fail-under 不对：“nan”不是分数。"),
        ("score --forma json", "没有选项 --forma。最接近的是 --format。"),
        ("score --xyz", "没有选项 --xyz。"),
        ("score --verify", "选项 --verify 后面缺一个值。"),
        ("explain --all 2.2", "--all 说明每一项，不要再写指标。"),
        ("score --verify x.json --format json", "--verify 只核验，不和 -o、--format、--fail-under 一起用。"),
        ("score --verify x.json --fail-under 9", "--verify 只核验，不和 -o、--format、--fail-under 一起用。"),
        ("score --verify x.json -o y.json", "--verify 只核验，不和 -o、--format、--fail-under 一起用。"),
        ("rendr", "没有命令“rendr”。最接近的是“render”。"),
        ("xyz", "没有命令“xyz”。可用：check、score、explain、render、extract、pack。"),
        ("-- -xyz", "没有命令“-xyz”。可用：check、score、explain、render、extract、pack。"),
        ("--xyz", "没有选项 --xyz。"),
        ("render --md --html -o x.md", "-o 只能配一种格式。"),
    ],
)
def test_misuse_says_what_was_wrong(typed: str, said: str) -> None:
    done = evalcli(*typed.split())

    assert (done.out, done.code) == ("", 2)
    assert done.err.splitlines()[-2:] == [said, "加 --help 看说明。"]


def test_a_fault_without_a_parameter_uses_its_hint() -> None:
    assert usage_text(click.BadParameter("太大", param_hint="--limit")) == "参数 --limit 不对：太大。"
    assert usage_text(click.UsageError("说不清")) == "说不清"


def test_version() -> None:
    assert evalcli("--version").out.startswith("evalcli ")


def test_commands_are_imported_when_they_are_used(tmp_path: Path) -> None:
    code = "import sys; from evalcli.cli.main import run; run(['--version']); print(sorted(m for m in sys.modules if 'commands' in m or m in ('docx', 'jinja2', 'yaml', 'rich')))"
    done = python(code, tmp_path)

    assert done.splitlines()[-1] == "[]"


def python(code: str, folder: Path) -> str:
    """Return what a program prints in a process of its own."""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=True).stdout.decode(
        "utf-8"
    )


def test_click_can_ask_for_the_commands() -> None:
    context = Context(cli)

    assert cli.list_commands(context) == list(COMMANDS)
    assert [command.name for name in COMMANDS if (command := cli.get_command(context, name))] == ["command"] * len(
        COMMANDS
    )
    assert cli.get_command(context, "xyz") is None


def test_a_command_may_be_without_help() -> None:
    command = Command("bare", add_help_option=False)

    assert command.get_help_option(Context(command)) is None
