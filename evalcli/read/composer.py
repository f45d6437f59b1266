"""YAML events become nodes.

The nodes are built from the parser's events with a stack of our own: the composer of libyaml's binding
recurses in C and takes the whole process down on deep nesting, and it expands what `Document` must not hold.
"""

from collections.abc import Callable, Iterable
from typing import Any

from yaml import events

from evalcli.language import _
from evalcli.model.document import Mapping, Node, Scalar, Sequence
from evalcli.model.frozen import dataclass, field
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.lines import short

# Our formats nest eight deep; a school table in YAML has some ten thousand nodes.
DEEPEST = 64
MOST_NODES = 500_000
MOST_EXPANDED = 10_000
MOST_FAULTS = 100


class Refused(Exception):
    """Composing ends here; `notice` says why. It never leaves the room."""

    def __init__(self, notice: Notice) -> None:
        """Keep the notice."""
        self.notice = notice
        super().__init__(notice.message)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet. `weight` counts its nodes, aliases expanded."""

    place: Place
    anchor: str | None
    mapping: bool
    weight: int = 1
    depth: int = 1
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    seen: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None


@dataclass(slots=True)
class _Kept:
    """An anchored node for its aliases: None while it is still open."""

    node: Node | None = None
    weight: int = 1
    depth: int = 1


class Composer:
    """Nodes from the events of one YAML document; faults that do not hinder reading on are collected."""

    def __init__(self, name: str, lines: list[str]) -> None:
        """Compose for the file `name`, whose text has these `lines`."""
        self.name = name
        self.lines = lines
        self._last = len(lines) - 1
        self.faults: list[Notice] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, _Kept] = {}
        self._documents = self._nodes = self._expanded = 0

    def compose(self, parsed: Iterable[Any]) -> Node | None:
        """Return the root of the one document in `parsed`, or None where there is none."""
        actions: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
            events.SequenceStartEvent: self._start,
            events.MappingStartEvent: self._start,
            events.SequenceEndEvent: self._end,
            events.MappingEndEvent: self._end,
            events.DocumentStartEvent: self._document,
        }
        for event in parsed:
            action = actions.get(type(event))
            if action:
                action(event)
        return self.root

    def _place(self, start: Any, end: Any) -> Place:
        line, column = start.line, start.column
        if line > self._last:  # a lone "?" is reported behind the last line
            return Place(self.name, self._last + 1, len(self.lines[-1]) + 1, 1, self.lines[-1])
        text = self.lines[line]
        last = end.column if end.line == line else len(text)
        return Place(self.name, line + 1, column + 1, (last - column) or 1, text)

    def _scalar(self, event: Any) -> None:
        place = self._place(event.start_mark, event.end_mark)
        if event.tag is not None:
            self._tagged(event.tag, place)
        node = Scalar(event.value, place, bool(event.style))
        if event.anchor is not None:
            self._anchors[event.anchor] = _Kept(node)
        self._add(node, 1, 0)

    def _start(self, event: Any) -> None:
        place = self._place(event.start_mark, event.end_mark)
        if event.tag is not None:
            self._tagged(event.tag, place)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Kept()
        if len(self._open) >= DEEPEST:
            raise Refused(nested(place))
        self._open.append(_Open(place, event.anchor, isinstance(event, events.MappingStartEvent)))

    def _end(self, _event: Any) -> None:
        done = self._open.pop()
        node = Mapping(tuple(done.entries), done.place) if done.mapping else Sequence(tuple(done.items), done.place)
        if done.anchor is not None:
            self._anchors[done.anchor] = _Kept(node, done.weight, done.depth)
        self._add(node, done.weight, done.depth)

    def _alias(self, event: Any) -> None:
        place = self._place(event.start_mark, event.end_mark)
        kept = self._anchors.get(event.anchor)
        if kept is None:
            raise Refused(_unknown_alias(event.anchor, place))
        if kept.node is None:
            raise Refused(_bomb(_("别名“*{name}”指向了包含它自己的内容").format(name=short(event.anchor)), place))
        if len(self._open) + kept.depth > DEEPEST:
            raise Refused(nested(place))
        self._expanded += kept.weight
        if self._expanded > MOST_EXPANDED:
            raise Refused(_bomb(_("别名展开后超过 {most} 项").format(most=MOST_EXPANDED), place))
        self._add(kept.node, kept.weight, kept.depth)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = _("一个文件里只能有一份内容，这里用“---”开始了第二份")
            advice = _("请删去“---”，或把第二份另存为一个文件")
            raise Refused(_stop("yaml.documents", message, advice, self._place(event.start_mark, event.end_mark)))

    def _add(self, node: Node, weight: int, depth: int) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Refused(_too_many(node.place))
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        top.weight += weight
        if depth >= top.depth:
            top.depth = depth + 1
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(top, node)
        else:
            top.entries.append((top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise Refused(_not_a_key(node.place))
        if node.text in top.seen:
            self._note(_twice(node, top.seen[node.text]))
        elif node.text == "<<" and not node.quoted:
            self._note(_merge(node.place))
        top.seen.setdefault(node.text, node)
        return node

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
