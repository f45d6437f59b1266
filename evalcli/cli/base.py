"""Click in the reader's language: headings, usage and faults."""

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import click

from evalcli.cli.columns import fold, pad, width
from evalcli.language import _, enumerated

# Click has no class for what was typed beyond the arguments; its words are the only sign.
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


class Formatter(click.HelpFormatter):
    """Help pages for Chinese: characters are two cells wide and have no blanks between words."""

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{heading}{_('：')}\n")

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        indent = " " * self.current_indent
        self.write("".join(f"{indent}{line}\n" for line in fold(text, self.width - len(indent))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they mean beside them."""
        rows = list(rows)
        cells = min(max(width(name) for name, _said in rows), col_max)
        indent = " " * self.current_indent
        for name, said in rows:
            first, *more = fold(said, self.width - cells - col_spacing - len(indent))
            self.write(f"{indent}{pad(name, cells)}{' ' * col_spacing}{first}\n")
            self.write("".join(" " * (len(indent) + cells + col_spacing) + line + "\n" for line in more))


class Context(click.Context):
    """A run of a command, with our help pages."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help speaks the reader's language."""

    context_class = Context

    def __init__(self, *args: Any, **more: Any) -> None:
        """Name the options in the usage line."""
        more.setdefault("options_metavar", _("[选项]"))
        super().__init__(*args, **more)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_("用法："))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments."""
        self._listed(_("参数"), click.Argument, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        self._listed(_("选项"), click.Option, ctx, formatter)

    def _listed(
        self, heading: str, kind: type[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        params = (param for param in self.get_params(ctx) if isinstance(param, kind))
        if rows := [record for param in params if (record := param.get_help_record(ctx)) is not None]:
            with formatter.section(heading):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with its text in the reader's language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("显示这份说明。")
        return option


class Group(Command, click.Group):
    """A group that imports a command only when it is used."""

    def __init__(self, *args: Any, commands_in: str = "", names: tuple[str, ...] = (), **more: Any) -> None:
        """Keep where the commands are."""
        self._package, self._names = commands_in, names
        more.setdefault("subcommand_metavar", _("命令 [参数]…"))
        super().__init__(*args, **more)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        return list(self._names)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now."""
        if cmd_name not in self._names:
            return None
        found: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` name; propose the nearest where there is none."""
        if args[0] not in self._names:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self._names, 1)
            hint = (
                _("最接近的是“{near}”。").format(near=near[0])
                if near
                else _("可用：{names}。").format(names=enumerated(self._names))
            )
            ctx.fail(_("没有命令“{name}”。").format(name=args[0]) + hint)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with one line each."""
        rows = [(name, command.short_help or "") for name in self._names if (command := self.get_command(ctx, name))]
        with formatter.section(_("命令")):
            formatter.write_dl(rows)


def usage_text(fault: click.UsageError) -> str:
    """Return what was wrong with what was typed."""
    match fault:
        case click.NoSuchOption():
            near = _("最接近的是 {near}。").format(near=fault.possibilities[0]) if fault.possibilities else ""
            return _("没有选项 {name}。").format(name=fault.option_name) + near
        case click.MissingParameter():
            return _("缺参数 {name}。").format(name=_hint(fault))
        case click.BadParameter():
            return _("参数 {name} 不对：{why}。").format(name=_hint(fault), why=fault.message)
        case click.BadOptionUsage():
            alone = (
                _("选项 {name} 后面不带值。") if "does not take" in fault.message else _("选项 {name} 后面缺一个值。")
            )
            return alone.format(name=fault.option_name)
        case _other:
            extra = _EXTRA.fullmatch(fault.message)
            return _("多出来的参数：{extra}。").format(extra=extra[1]) if extra else fault.message


def _hint(fault: click.BadParameter) -> str:
    if fault.param is not None and fault.ctx is not None:
        return (fault.param.get_error_hint(fault.ctx) or "").replace("'", "")
    return str(fault.param_hint or "")


def options(*made: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a bundle of options as one decorator."""

    def bundle(function: Any) -> Any:
        for option in reversed(made):
            function = option(function)
        return function

    return bundle
