"""A YAML file becomes a document of raw text with places."""

import hashlib
from typing import Any

import yaml

from evalcli.language import _
from evalcli.model.document import Document, Node, Scalar
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.composer import Composer, Refused
from evalcli.read.encoding import decode
from evalcli.read.lines import split

LARGEST = 10 * 1024 * 1024

# libyaml is about eight times as fast; PyYAML comes without it where no compiler was at hand.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(data: bytes, name: str) -> tuple[Document | None, tuple[Notice, ...]]:
    """Return the document in `data`, called `name` in messages, and what is wrong with it."""
    if len(data) > LARGEST:
        return None, (_too_large(name),)
    decoded, faults = decode(data, name)
    if decoded is None:
        return None, faults
    text, encoding = decoded
    root, faults = _composed(text, name)
    if root is None:
        return None, faults
    return Document(name, hashlib.sha256(data).hexdigest(), root, encoding), ()


def _composed(text: str, name: str) -> tuple[Node | None, tuple[Notice, ...]]:
    lines = split(text)
    composer = Composer(name, lines)
    try:
        root = composer.compose(iter(LOADER(text).get_event, None))
    except Refused as refused:
        return None, (*composer.faults, refused.notice)
    except yaml.YAMLError as error:
        from evalcli.read.syntax import explain  # a dozen patterns that a correct file does not need

        return None, (*composer.faults, explain(error, name, lines))
    if composer.faults:
        return None, tuple(composer.faults)
    if root is None or isinstance(root, Scalar):
        return None, (_without_content(root, name),)
    return root, ()


def _too_large(name: str) -> Notice:
    message = _("文件超过 {most} MB").format(most=LARGEST // 1024 // 1024)
    advice = _("请分成几个文件，成批的数据改用表格文件")
    return Notice("file.too-large", Level.STOP, message, advice, Place(name))


def _without_content(root: Scalar | None, name: str) -> Notice:
    if root is None or (root.text in ("", "~", "null") and not root.quoted):
        return Notice("file.empty", Level.STOP, _("文件里没有内容"), _("请填写后再试"), Place(name, 1, 1))
    from evalcli.read.syntax import colon_fault

    fault = colon_fault(root.place)
    if fault:
        return fault
    message = _("文件里只有一段文字，没有“键: 值”，也没有列表")
    return Notice("yaml.syntax", Level.STOP, message, _("请按“键: 值”逐行填写"), root.place)
