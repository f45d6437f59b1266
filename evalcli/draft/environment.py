"""Jinja as evalcli uses it: sandboxed, strict, every printed value escaped once, bytecode kept."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from evalcli import cache
from evalcli.draft import filters, reckoning, work
from evalcli.draft.escape import NOTHING
from evalcli.draft.writing import printed
from evalcli.language import _
from evalcli.model.frozen import is_noun

# Jinja's own filters that a report needs. Those that escape in another way than ours (escape, safe, join), pad (center,
# indent), reckon in binary fractions (round) or differ from run to run (random) are not among them.
_USUAL = frozenset(
    {
        "abs",
        "count",
        "default",
        "first",
        "last",
        "length",
        "list",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "reverse",
    }
    | {"select", "selectattr", "sort", "sum", "trim", "unique"}
)
# Text methods that make much out of little; a sentence never needs them.
_GREEDY = frozenset(
    {"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs", "join", "replace", "translate"}
)
# No report has a text of more characters than this in one piece.
_LONGEST = 1_000_000
_SERIES = (str, list, tuple)
# The folder of the templates that every kind of report uses.
SHARED = "shared"


def _concatenation(self: CodeGenerator, node: nodes.Concat, frame: Frame) -> None:
    """Compile `a ~ b` to a call of ours: Jinja's own would escape data for HTML and not for our Markdown."""
    self.write("environment.joined((")
    for part in node.nodes:
        self.visit(part, frame)
        self.write(", ")
    self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses what could fill the memory: text times a number, padding, formatting, powers."""

    code_generator_class = type("_Code", (CodeGenerator,), {"visit_Concat": _concatenation})
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add texts as `~` does, multiply numbers only; a power or a remainder is never needed."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return self.joined((left, right))
        if operator in ("**", "%") or isinstance(left, _SERIES) or isinstance(right, _SERIES):
            raise SecurityError(_("模板里不能用 {operator}").format(operator=operator))
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, _value: Any) -> None:
        """Wrap nothing, so that `format` is hidden like the other greedy methods: a width can fill the memory."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Hide the greedy text methods besides all that the sandbox hides; our nouns hide nothing but private names."""
        if is_noun(obj):  # an item asks some thirty times, and in general it takes ten times as long
            return not attr.startswith("_")
        return not (isinstance(obj, str) and attr in _GREEDY) and super().is_safe_attribute(obj, attr, value)

    def joined(self, parts: Iterable[Any]) -> Markup:
        """Return parts one after the other, each as it is printed; endless doubling is refused."""
        texts = [printed(part) for part in parts]
        if sum(map(len, texts)) > _LONGEST:
            raise SecurityError(_("拼出的文字超过 {most} 个字符").format(most=_LONGEST))
        return NOTHING.join(texts)


class _Files(FileSystemLoader):
    """Templates of one folder, under names that say the same on every machine."""

    def __init__(self, folder: Path, name: str) -> None:
        """Keep the folder and what faults call it. Windows editors put a byte order mark before UTF-8."""
        super().__init__(str(folder), encoding="utf-8-sig")
        self._name = name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text."""
        name = f"{self._name}/{template}"
        try:
            source, _path, fresh = super().get_source(environment, template)
        except UnicodeDecodeError as fault:
            raise TemplateSyntaxError(_("不是 UTF-8 编码的文本"), 1, template, name) from fault
        return source, name, fresh


class _Sentences(BaseLoader):
    """The sentences of a pack, each under its own name."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """Keep the sentences."""
        self._sentences = sentences

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a sentence."""
        if template not in self._sentences:
            raise TemplateNotFound(template)
        return self._sentences[template], template, lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all sentences."""
        return list(self._sentences)


class _KeptBytecode(BytecodeCache):
    """Jinja's bytecode, sealed like everything in the cache: Python runs what it is given, even where it is damaged."""

    def __init__(self, folder: Path) -> None:
        """Keep bytecode in a folder of the cache."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket from the cache where its entry is whole."""
        if data := cache.read(self._folder / bucket.key):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a bucket to the cache."""
        cache.write(self._folder / bucket.key, bucket.bytecode_to_string())


def environment(folders: tuple[Path, ...], sentences: Mapping[str, str]) -> Sandbox:
    """Return the environment for reports of one pack: templates from `folders`, the pack's sentences by name.

    The last folder is the one that we ship; those before it are the county's own. What all kinds of report share lies
    beside the last and is looked for after it, so that a county's own template goes before it too.
    """
    *own, ours = folders
    loaders: list[BaseLoader] = [_Files(folder, f"templates/{folder.name}") for folder in own]
    loaders += [_Files(home, f"evalcli/templates/{home.name}") for home in (ours, ours.parent / SHARED)]
    loaders.append(_Sentences(sentences))
    # Jinja names bytecode after the template alone; what this module sets goes into the code as well.
    kept = cache.folder(f"jinja-{jinja_version}-{cache.code('draft')[:12]}")
    jinja = Sandbox(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=_KeptBytecode(kept) if kept else None,
    )
    jinja.globals.clear()
    _keep(jinja.filters, _USUAL)
    jinja.filters |= filters.FILTERS | reckoning.FILTERS | work.FILTERS
    jinja.tests |= filters.TESTS | reckoning.TESTS | work.TESTS
    return jinja


def _keep(table: MutableMapping[str, Any], names: frozenset[str]) -> None:
    for name in set(table) - names:
        del table[name]
