"""Jinja as evalcli uses it: sandboxed, strict, every printed value escaped once, bytecode kept."""

import hashlib
import marshal
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MethodType
from typing import TYPE_CHECKING, Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_environment,
)
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import sync_do_sum
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from evalcli import cache
from evalcli.draft import filters, reckoning, work
from evalcli.draft.escape import together
from evalcli.draft.figures import Figures
from evalcli.draft.writing import measured, printed, spend
from evalcli.language import _
from evalcli.model.frozen import is_noun

if TYPE_CHECKING:
    from types import CodeType

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
    | {"select", "selectattr", "sort", "trim", "unique"}
)
# Text methods that make much out of little; a sentence never needs them.
_GREEDY = frozenset(
    {"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs", "join", "replace", "translate"}
)
# What a template may look into besides our nouns.
_OPEN = (str, int, Decimal, Fraction, date, timedelta, list, tuple, dict, LoopContext, TemplateModule)
_SERIES = (str, list, tuple)
_NUMBERS = (int, Decimal, Fraction)
# Of a number nothing else: its methods make a gigabyte of bytes, or a million digits, of next to nothing.
_OF_NUMBERS = frozenset({"numerator", "denominator"})
# The digits of a fraction double with every sum and product; no figure comes near this many, in binary.
_MOST_BITS = 4096
# What a round of a loop, a call and a template taken in cost beside a character that is written.
_ROUND, _CALL, _TEMPLATE = 10, 100, 1000
_ABSENT = object()
# What compiled templates add to every call, for functions that want the context.
_OF_JINJA = ("_loop_vars", "_block_vars")
# The folder of the templates that every kind of report uses.
SHARED = "shared"


def _concatenation(self: CodeGenerator, node: nodes.Concat, frame: Frame) -> None:
    """Compile `a ~ b` to a call of ours: Jinja's own would escape data for HTML and not for our Markdown."""
    self.write("environment.joined((")
    for part in node.nodes:
        self.visit(part, frame)
        self.write(", ")
    self.write("))")


class _Round(list[nodes.Node]):
    """The body of a loop."""


def _loop(self: CodeGenerator, node: nodes.For, frame: Frame) -> None:
    """Compile a loop whose rounds are counted."""
    node.body = _Round(node.body)
    CodeGenerator.visit_For(self, node, frame)


def _body(self: CodeGenerator, body: Iterable[nodes.Node], frame: Frame) -> None:
    """Compile a block; that of a loop counts its rounds."""
    if isinstance(body, _Round):
        self.writeline(f"environment.spend({_ROUND})")
    CodeGenerator.blockvisit(self, body, frame)


def _output(self: CodeGenerator, _node: nodes.Expr, _frame: Frame, finalize: Any) -> None:
    """Compile `{{ … }}` to `printed` alone: what it returns is escaped, and Jinja would ask again whether it is."""
    self.write(f"({finalize.src}")


def sized(number: Any) -> Any:
    """Return what was reckoned; digits without end are refused."""
    if isinstance(number, (int, Fraction)) and max(map(int.bit_length, number.as_integer_ratio())) > _MOST_BITS:
        raise SecurityError(_("算出的数位数太多"))
    return number


@pass_environment
def _sum(jinja: Environment, numbers: Iterable[Any], attribute: str | None = None) -> Any:
    """Return the sum of numbers; Jinja's own begins with what it is given, so that lists could be doubled."""
    return sized(sync_do_sum(jinja, numbers, attribute))


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses what could fill the memory: text times a number, padding, formatting, powers."""

    code_generator_class = type(
        "_Code",
        (CodeGenerator,),
        {"visit_Concat": _concatenation, "_output_child_pre": _output, "visit_For": _loop, "blockvisit": _body},
    )
    # For compiled templates, which know nothing but their environment.
    spend = staticmethod(spend)
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Add texts as `~` does, reckon with numbers only; a power or a remainder is never needed."""
        if operator == "+" and (isinstance(left, str) or isinstance(right, str)):
            return self.joined((left, right))
        if operator in ("**", "%") or isinstance(left, _SERIES) or isinstance(right, _SERIES):
            raise SecurityError(_("模板里不能用 {operator}").format(operator=operator))
        return sized(super().call_binop(context, operator, left, right))

    def wrap_str_format(self, _value: Any) -> None:
        """Wrap nothing, so that `format` is hidden like the other greedy methods: a width can fill the memory."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute of one of our nouns at once: an item asks some thirty times, and in general it takes ten times as long."""
        if not attribute.startswith("_"):
            if type(obj) is Figures:
                return self.getitem(obj, attribute)
            found = getattr(obj, attribute, _ABSENT) if type(obj) is LoopContext or is_noun(obj) else _ABSENT
            if found is not _ABSENT:
                return found
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function that evalcli hands to templates at once: the general way first asks whether it wants the context."""
        if type(obj) is not MethodType:
            spend(_CALL)
            return super().call(context, obj, *args, **kwargs)
        for name in _OF_JINJA:
            kwargs.pop(name, None)
        return obj(*args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Show the public names of what a template may look into, and of nothing else; greedy text methods are hidden.

        Jinja's sandbox shows all that has no underscore, of whatever it is handed: one function that knew its environment
        would let a template write files.
        """
        if is_noun(obj):
            return not attr.startswith("_")
        if isinstance(obj, _NUMBERS):
            return attr in _OF_NUMBERS
        greedy = isinstance(obj, str) and attr in _GREEDY
        return isinstance(obj, _OPEN) and not greedy and super().is_safe_attribute(obj, attr, value)

    def joined(self, parts: Iterable[Any]) -> Markup:
        """Return parts one after the other, each as it is printed; endless doubling is refused."""
        texts = [printed(part) for part in parts]
        measured(texts)
        return together(texts)

    def concat(self, parts: Iterable[str]) -> str:
        """Return what a macro, a block or a whole report has written; all that is written is counted."""
        texts = list(parts)
        spend(sum(map(len, texts)))
        return "".join(texts)

    def _load_template(self, name: str, known: Any) -> Template:
        """Return a template; one that takes in itself twice is counted."""
        spend(_TEMPLATE)
        return super()._load_template(name, known)

    def keep(self) -> None:
        """Keep what has been compiled for the next run."""
        if isinstance(self.bytecode_cache, _KeptBytecode):
            self.bytecode_cache.keep()


class _Files(FileSystemLoader):
    """Templates of one folder, under names that say the same on every machine."""

    def __init__(self, folder: Path, name: str, county: Path | None = None) -> None:
        """Keep the folder and what faults call it. Windows editors put a byte order mark before UTF-8.

        A template of a county's own lies in the folder of the `county`: a link could bring any file of the reader's into a report.
        """
        super().__init__(str(folder), encoding="utf-8-sig")
        self._name = name
        self._county = county

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text."""
        name = f"{self._name}/{template}"
        try:
            source, path, fresh = super().get_source(environment, template)
        except UnicodeDecodeError as fault:
            raise TemplateSyntaxError(_("不是 UTF-8 编码的文本"), 1, template, name) from fault
        if self._county and self._county.resolve() not in Path(path).resolve().parents:
            raise SecurityError(_("“{name}”是链接，指到县文件夹之外").format(name=name))
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
    """Jinja's bytecode of one environment as one entry of the cache: seventy files took longer to read than all they hold.

    Like everything in the cache it is sealed, because Python runs what it is given, even where it is damaged.
    """

    def __init__(self, place: Path) -> None:
        """Take up what an earlier run kept in `place`."""
        self._place = place
        data = cache.read(place)
        self._codes: dict[str, tuple[str, CodeType | None]] = marshal.loads(data) if data else {}
        self._more = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket where the template has not changed since."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Add a bucket to what is to be kept."""
        self._codes[bucket.key] = bucket.checksum, bucket.code
        self._more = True

    def keep(self) -> None:
        """Write what has been added."""
        if self._more:
            cache.write(self._place, marshal.dumps(self._codes))
            self._more = False


def _bytecode(folders: tuple[Path, ...], sentences: Mapping[str, str]) -> _KeptBytecode | None:
    """Return where the bytecode for these templates is kept, None where there is no safe place."""
    # Jinja names bytecode after the template alone; what this module sets goes into the code as well.
    room = cache.folder(f"jinja-{jinja_version}-{cache.code('draft')[:12]}")
    about = "\0".join((*map(str, folders), *sentences, *sentences.values()))
    name = hashlib.sha256(about.encode("utf-8", "surrogateescape")).hexdigest()
    return _KeptBytecode(room / name) if room else None


def environment(folders: tuple[Path, ...], sentences: Mapping[str, str]) -> Sandbox:
    """Return the environment for reports of one pack: templates from `folders`, the pack's sentences by name.

    The last folder is the one that we ship; those before it are the county's own. What all kinds of report share lies
    beside the last and is looked for after it, so that a county's own template goes before it too.
    """
    *own, ours = folders
    loaders: list[BaseLoader] = [_Files(folder, f"templates/{folder.name}", folder.parent.parent) for folder in own]
    loaders += [_Files(home, f"evalcli/templates/{home.name}") for home in (ours, ours.parent / SHARED)]
    loaders.append(_Sentences(sentences))
    jinja = Sandbox(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=_bytecode(folders, sentences),
    )
    jinja.globals.clear()
    _keep(jinja.filters, _USUAL)
    jinja.filters["sum"] = _sum
    jinja.filters |= filters.FILTERS | reckoning.FILTERS | work.FILTERS
    jinja.tests |= filters.TESTS | reckoning.TESTS | work.TESTS
    return jinja


def _keep(table: MutableMapping[str, Any], names: frozenset[str]) -> None:
    for name in set(table) - names:
        del table[name]
