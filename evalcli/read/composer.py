"""YAML events become nodes.

The nodes are built from the parser's events with a stack of our own: the composer of libyaml's binding
recurses in C and takes the whole process down on deep nesting, and it expands what `Document` must not hold.
"""

from collections.abc import Callable, Iterable
from typing import Any

from yaml import events

from evalcli.language import _
from evalcli.model.document import Mapping, Node, Scalar, Sequence, Spot
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.lines import short

# Our formats nest eight deep; a school table in YAML has some ten thousand nodes.
DEEPEST = 64
MOST_NODES = 500_000
MOST_EXPANDED = 10_000
MOST_FAULTS = 100
_UNQUOTED = ("", None)  # The style of plain text, in libyaml's words and in Python's.


class Refused(Exception):
    """Composing ends here; `notice` says why. It never leaves the room."""

    def __init__(self, notice: Notice) -> None:
        """Keep the notice."""
        self.notice = notice
        super().__init__(notice.message)


class _Items:
    """A list that is not closed yet: where it began, its anchor, and where it goes when it is closed."""

    __slots__ = ("_items", "anchor", "outside", "put", "spot")

    def __init__(self, spot: Spot, anchor: str | None, outside: Callable[[Node], None]) -> None:
        self.spot, self.anchor, self.outside = spot, anchor, outside
        self._items: list[Node] = []
        self.put = self._items.append

    def node(self) -> Node:
        """Return the closed list."""
        return Sequence(tuple(self._items), self.spot)


class _Pairs:
    """A mapping that is not closed yet, as `_Items`; a key waits for its value, and faults of keys go to `note`."""

    __slots__ = ("_key", "_note", "_pairs", "anchor", "outside", "spot")

    def __init__(
        self, spot: Spot, anchor: str | None, outside: Callable[[Node], None], note: Callable[[Notice], None]
    ) -> None:
        self.spot, self.anchor, self.outside, self._note = spot, anchor, outside, note
        self._pairs: dict[str, tuple[Scalar, Node]] = {}
        self._key: Scalar | None = None

    def put(self, node: Node) -> None:
        """Take up a key or, where one waits, its value."""
        key = self._key
        if key is not None:
            self._pairs.setdefault(key.text, (key, node))
            self._key = None
            return
        if not isinstance(node, Scalar):
            raise Refused(_not_a_key(node.place))
        if node.text in self._pairs:
            self._note(_twice(node, self._pairs[node.text][0]))
        elif node.text == "<<" and not node.quoted:
            self._note(_merge(node.place))
        self._key = node

    def node(self) -> Node:
        """Return the closed mapping."""
        return Mapping(self._pairs, self.spot)


@dataclass(frozen=True, slots=True)
class _Source:
    """What nodes are asked about for their places; it holds no node, so that a document goes when nobody needs it."""

    name: str
    lines: list[str]

    def place(self, start: Any, end: Any) -> Place:
        """Return the place between two marks of the parser."""
        line, column = start.line, start.column
        if line >= len(self.lines):  # a lone "?" is reported behind the last line
            return Place(self.name, len(self.lines), len(self.lines[-1]) + 1, 1, self.lines[-1])
        text = self.lines[line]
        last = end.column if end.line == line else len(text)
        return Place(self.name, line + 1, column + 1, (last - column) or 1, text)


class Composer:
    """Nodes from the events of one YAML document; faults that do not hinder reading on are collected."""

    def __init__(self, name: str, lines: list[str]) -> None:
        """Compose for the file `name`, whose text has these `lines`."""
        self._place = _Source(name, lines).place
        self.faults: list[Notice] = []
        self._roots: list[Node] = []
        # Where the next node goes: into the innermost list or mapping that is open.
        self._put: Callable[[Node], None] = self._roots.append
        self._open: list[_Items | _Pairs] = []
        # Anchored nodes for their aliases: None while one is still open.
        self._anchors: dict[str, Node | None] = {}
        self._documents = self._nodes = self._expanded = 0

    def compose(self, parsed: Iterable[Any]) -> Node | None:
        """Return the root of the one document in `parsed`, or None where there is none."""
        actions: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
            events.SequenceStartEvent: self._list,
            events.MappingStartEvent: self._mapping,
            events.SequenceEndEvent: self._end,
            events.MappingEndEvent: self._end,
            events.DocumentStartEvent: self._document,
        }
        for event in parsed:
            action = actions.get(type(event))
            if action:
                action(event)
        return self._roots[0] if self._roots else None

    def _scalar(self, event: Any) -> None:
        spot = (self._place, event.start_mark, event.end_mark)
        if event.tag is not None:
            self._tagged(event.tag, self._place(event.start_mark, event.end_mark))
        node = Scalar(event.value, spot, event.style not in _UNQUOTED)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Refused(_too_many(node.place))
        self._put(node)

    def _began(self, event: Any) -> Spot:
        """Return where a list or mapping begins; `_scalar` does the same without a call, for five of six nodes are texts."""
        if event.tag is not None:
            self._tagged(event.tag, self._place(event.start_mark, event.end_mark))
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Refused(_too_many(self._place(event.start_mark, event.end_mark)))
        return self._place, event.start_mark, event.end_mark

    def _list(self, event: Any) -> None:
        self._start(_Items(self._began(event), event.anchor, self._put))

    def _mapping(self, event: Any) -> None:
        self._start(_Pairs(self._began(event), event.anchor, self._put, self._note))

    def _start(self, opened: _Items | _Pairs) -> None:
        if len(self._open) >= DEEPEST:
            raise Refused(nested(opened.node().place))
        if opened.anchor is not None:
            self._anchors[opened.anchor] = None
        self._open.append(opened)
        self._put = opened.put

    def _end(self, _event: Any) -> None:
        done = self._open.pop()
        node = done.node()
        if done.anchor is not None:
            self._anchors[done.anchor] = node
        self._put = done.outside
        self._put(node)

    def _alias(self, event: Any) -> None:
        place = self._place(event.start_mark, event.end_mark)
        if event.anchor not in self._anchors:
            raise Refused(_unknown_alias(event.anchor, place))
        node = self._anchors[event.anchor]
        if node is None:
            raise Refused(_bomb(_("别名“*{name}”指向了包含它自己的内容").format(name=short(event.anchor)), place))
        nodes, depth = _extent(node)
        if len(self._open) + depth > DEEPEST:
            raise Refused(nested(place))
        self._expanded += nodes
        if self._expanded > MOST_EXPANDED:
            raise Refused(_bomb(_("别名展开后超过 {most} 项").format(most=MOST_EXPANDED), place))
        self._put(node)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = _("一个文件里只能有一份内容，这里用“---”开始了第二份")
            advice = _("请删去“---”，或把第二份另存为一个文件")
            raise Refused(_stop("yaml.documents", message, advice, self._place(event.start_mark, event.end_mark)))

    def _note(self, fault: Notice) -> None:
        if len(self.faults) == MOST_FAULTS - 1:
            raise Refused(fault)
        self.faults.append(fault)

    def _tagged(self, tag: str, place: Place) -> None:
        message = _("这里用了 YAML 标签“{tag}”，本工具不使用标签").format(
            tag=short(tag.replace("tag:yaml.org,2002:", "!!"))
        )
        advice = _("请删去以“!”开头的标签；“!”属于正文时，用英文引号把整段文字括起来")
        self._note(_stop("yaml.tag", message, advice, place))


def _extent(node: Node) -> tuple[int, int]:
    """Return how many nodes one is with all that it holds, aliases expanded, and how deep they are nested."""
    if isinstance(node, Scalar):
        return 1, 0
    inner = [value for _key, value in node.entries] if isinstance(node, Mapping) else node.items
    extents = [_extent(each) for each in inner]
    keys = len(inner) if isinstance(node, Mapping) else 0
    return 1 + keys + sum(nodes for nodes, _depth in extents), 1 + max((depth for _nodes, depth in extents), default=0)


def _stop(code: str, message: str, advice: str, place: Place) -> Notice:
    return Notice(code, Level.STOP, message, advice, place)


def nested(place: Place) -> Notice:
    """Return the notice for what is nested too deep."""
    message = _("内容套了超过 {deepest} 层").format(deepest=DEEPEST)
    return _stop("yaml.nesting", message, _("请检查方括号、花括号和“- ”是否写多了"), place)


def _bomb(message: str, place: Place) -> Notice:
    return _stop("yaml.alias-bomb", message, _("请把别名所指的内容直接写在这里"), place)


def _unknown_alias(name: str, place: Place) -> Notice:
    message = _("“*{name}”是 YAML 的别名写法，但前面没有“&{name}”").format(name=short(name))
    return _stop("yaml.syntax", message, _("“*”属于正文时，请用英文引号把整段文字括起来"), place)


def _too_many(place: Place) -> Notice:
    message = _("文件内容超过 {most} 项").format(most=MOST_NODES)
    return _stop("file.too-large", message, _("请分成几个文件，成批的数据改用表格文件"), place)


def _not_a_key(place: Place) -> Notice:
    if place.text[: place.column].endswith("{{"):
        message = _("以“{sign}”开头的文字被当成了 YAML 的括号").format(sign="{{")
        outer = Place(place.file, place.line, place.column - 1, 2, place.text)
        return _stop("yaml.syntax", message, _("请用英文引号把整段文字括起来"), outer)
    message = _("键只能是一段文字，不能是列表或映射")
    return _stop("yaml.syntax", message, _("请把键改成文字，或用英文引号括起来"), place)


def _merge(place: Place) -> Notice:
    message = _("本工具不支持合并键“<<”")
    return _stop("yaml.merge", message, _("请把要合并的内容逐项写出来"), place)


def _twice(key: Scalar, first: Scalar) -> Notice:
    message = _("键“{key}”写了两次，第一次在 {place}").format(key=short(key.text), place=first.place)
    return _stop("yaml.duplicate-key", message, _("请保留一个，删去或改名另一个"), key.place)
