"""Frozen data at the price of plain data.

A frozen dataclass sets every field by a call that gets round its own lock: four times the time of a plain one, and a county
makes ten thousand of them. mypy, which checks every line here, sees the real decorator and refuses to write to a field;
at run time the lock is left out. Equality, hash and slots are those of the frozen class.

The standard decorator also writes and compiles the methods of every class when it is defined, used or not, which for our
hundred and thirty takes as long as reading a county. Here comparing, hashing and showing are written once for all kinds, and
how a noun is made is written when the first of its kind is. Whatever asks for dataclasses still finds them.
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass", "field", "is_noun", "replace", "values"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    _Class = TypeVar("_Class", bound=type)
    _Noun = TypeVar("_Noun")

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[_Class], _Class]:
        """Return the decorator: a dataclass that compares, hashes and shows itself as a frozen one does."""

        def made(cls: _Class) -> _Class:
            own = {name: _declared(cls, name) for name in cls.__annotations__}
            kind = _slotted(cls, tuple(own)) if slots else cls
            fields = {**getattr(cls, "__nouns__", {}), **own}
            kind.__nouns__, kind.__match_args__ = fields, tuple(fields)
            kind.__compared__ = _comparing([name for name, one in fields.items() if one.compare])
            kind.__init__ = _first_of(kind)
            kind.__reduce__ = _as_call
            kind.__eq__, kind.__repr__ = _same, _shown
            kind.__hash__ = _hashed if frozen else None
            kind.__dataclass_fields__ = _Standard()
            return kind

        return made

    def field(*, default: Any = ..., default_factory: Any = None, compare: bool = True, repr: bool = True) -> Any:
        """Return what is to be known of a field, in the words of `dataclasses.field`."""
        return _Field(default, default_factory, compare, repr)

    def replace(noun: _Noun, /, **changes: Any) -> _Noun:
        """Return another noun of the same kind, with `changes`."""
        kind = type(noun)
        for name in kind.__match_args__:
            if name not in changes:
                changes[name] = getattr(noun, name)
        return kind(**changes)


def is_noun(value: Any) -> bool:
    """Tell whether `value` is of a kind that is declared here."""
    return hasattr(type(value), "__nouns__")


def values(noun: Any) -> tuple[Any, ...]:
    """Return what a noun holds, field by field."""
    return tuple(getattr(noun, name) for name in _fields(type(noun)))


class _Field:
    """What is known of a field; `...` stands for no default."""

    __slots__ = ("compare", "default", "factory", "shown")

    def __init__(self, default: Any, factory: Callable[[], Any] | None, compare: bool, shown: bool) -> None:
        self.default, self.factory = default, factory
        self.compare, self.shown = compare, shown


class _Standard:
    """The fields as `dataclasses` knows them, made when somebody asks."""

    def __get__(self, _noun: Any, kind: type) -> Any:
        import dataclasses

        made = dataclasses.make_dataclass(kind.__name__, [_standard(*one) for one in _fields(kind).items()])
        return {one.name: one for one in dataclasses.fields(made)}


def _standard(name: str, one: _Field) -> tuple[str, Any, Any]:
    import dataclasses

    options: dict[str, Any] = {"compare": one.compare, "repr": one.shown}
    if one.default is not ...:
        options["default"] = one.default
    if one.factory:
        options["default_factory"] = one.factory
    return name, Any, dataclasses.field(**options)


def _fields(kind: type) -> dict[str, _Field]:
    fields: dict[str, _Field] = vars(kind)["__nouns__"]
    return fields


def _declared(cls: type, name: str) -> _Field:
    said = vars(cls).get(name, ...)
    return said if isinstance(said, _Field) else _Field(said, None, compare=True, shown=True)


def _slotted(cls: type, own: tuple[str, ...]) -> type:
    """Return the class anew with a slot for each field, where its default would be in the way."""
    kept = {name: value for name, value in vars(cls).items() if name not in (*own, "__dict__", "__weakref__")}
    return type(cls)(cls.__name__, cls.__bases__, {**kept, "__slots__": own, "__qualname__": cls.__qualname__})


def _first_of(kind: type) -> Callable[..., None]:
    """Return how the first noun of a kind is made: by what is written, and stays, for all that follow."""

    def first(self: Any, *given: Any, **named: Any) -> None:
        written = _written(_fields(kind))
        type.__setattr__(kind, "__init__", written)
        written(self, *given, **named)

    return first


def _written(fields: dict[str, _Field]) -> Callable[..., None]:
    """Return the function that sets every field."""
    names = tuple(fields)
    makers = {f"make_{name}": one.factory for name, one in fields.items() if one.factory}
    defaults = tuple(one.default for one in fields.values() if one.default is not ... or one.factory)
    if makers:
        code = _code(names, tuple(makers))
    else:
        # Kinds with as many fields differ in names alone, and compiling takes sixty times as long as renaming.
        code = _code(tuple(f"field_{number}" for number in range(len(names))))
        code = code.replace(co_varnames=("self", *names), co_names=names)
    return FunctionType(code, makers, "__init__", defaults)


@cache
def _code(names: tuple[str, ...], makers: tuple[str, ...] = ()) -> CodeType:
    """Return the code of an `__init__` that sets fields of these names; what is not given is made by `makers`."""
    values = {
        name: f"make_{name}() if {name} is ... else {name}" if f"make_{name}" in makers else name for name in names
    }
    body = [f"self.{name} = {value}" for name, value in values.items()]
    known: dict[str, Any] = {}
    exec(f"def __init__({', '.join(('self', *names))}):\n " + "\n ".join((*body, "pass")), known)
    code: CodeType = known["__init__"].__code__
    return code


def _comparing(names: list[str]) -> Callable[[Any], Any]:
    """Return what gives the values that count, in one go: of one field its value, of several a tuple, of none nothing."""
    return staticmethod(attrgetter(*names) if names else lambda _noun: ())


def _same(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or self.__compared__(self) == self.__compared__(other)


def _hashed(self: Any) -> int:
    return hash(self.__compared__(self))


def _as_call(self: Any) -> tuple[type, tuple[Any, ...]]:
    """Pickle as a plain call: a pack holds thousands of nouns, and the generic way takes half as long again."""
    return type(self), values(self)


def _shown(self: Any) -> str:
    parts = (f"{name}={getattr(self, name)!r}" for name, one in self.__nouns__.items() if one.shown)
    return f"{type(self).__qualname__}({', '.join(parts)})"
