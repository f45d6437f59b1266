"""Jinja as evalcli uses it: sandboxed, strict, every printed value escaped once, bytecode kept."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from jinja2 import __version__ as jinja_version
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evalcli import cache
from evalcli.draft.filters import FILTERS, TESTS

# Text methods that make much out of little; a sentence never needs them.
_GREEDY = frozenset({"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs", "join", "replace", "translate"})


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses what could fill the memory: text times a number, padding, formatting, powers."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers only; a power or a remainder is never needed."""
        if operator != "*" or isinstance(left, (str, list, tuple)) or isinstance(right, (str, list, tuple)):
            raise SecurityError(f"operator {operator} is not for templates")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Hide the greedy text methods besides all that the sandbox hides."""
        return not (isinstance(obj, str) and attr in _GREEDY) and super().is_safe_attribute(obj, attr, value)


# Who is writing now: environments are shared by reports, and imported macros see no context.
WRITING: ContextVar[Callable[[Any], Any]] = ContextVar("WRITING")


def _printed(value: Any) -> Any:
    """Leave what an expression prints to the author of the report, who knows figures from text."""
    return WRITING.get()(value)


def environment(folders: tuple[Path, ...], sentences: Mapping[str, str]) -> Sandbox:
    """Return the environment for reports of one pack: templates from `folders`, the pack's sentences by name."""
    loaders: list[BaseLoader] = [FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"), DictLoader(sentences)]
    # Jinja names bytecode after the template alone; what this module sets goes into the code as well.
    kept = cache.folder(f"jinja-{jinja_version}-{cache.code('draft')[:12]}")
    jinja = Sandbox(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=FileSystemBytecodeCache(str(kept)) if kept else None,
    )
    jinja.filters |= FILTERS
    jinja.tests |= TESTS
    return jinja
