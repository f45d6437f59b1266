"""An old report as a file for a person to confirm: a data file that counts once it is moved into `data/`."""

import json
import re
from collections.abc import Iterator

from evalcli.model.pack import Pack
from evalcli.model.recalled import Block, Guess, Recalled
from evalcli.model.text import Paragraph

_SHOWN = 30
_MEMBER = re.compile(r"[一二三四五六七八九十]{1,3}是")
_HEAD = """# yaml-language-server: $schema=../.evalcli/data.schema.json
# 由“{name}”整理，没有采用任何一项：这个文件不在 data 文件夹里，evalcli 不读它。
# 逐项核对：做法改成今年的；数据只是可能的对应，确认的去掉行首的“# ”，不对的删去。
# 全部核对完，把文件移进 data 文件夹。
"""


def written(found: Recalled, pack: Pack) -> str:
    """Return the text of the file: the blocks under their items, then the figures, then what found no place."""
    lines = [_HEAD.format(name=found.document), *_text(found, pack), "", *_figures(found, pack), "", *_unplaced(found)]
    return "\n".join(lines).rstrip() + "\n"


def _text(found: Recalled, pack: Pack) -> Iterator[str]:
    titles = {indicator.id: indicator.title for indicator in pack.indicators}
    items = dict.fromkeys(block.item for block in found.blocks)
    if not items:
        yield "# 没有找到和指标对得上的段落。"
        return
    yield "text:"
    for item in items:
        blocks = [block for block in found.blocks if block.item == item]
        yield f"  # {item} {titles[item]}"
        yield from (
            f"  # 原标题“{_short(block.heading)}”（{_spot(block.heading)}，相像 {block.alike}%）" for block in blocks
        )
        yield f"  {_quoted(item)}:"
        yield from (f"    - {{say: {_quoted(member)}}}" for block in blocks for member in _members(block))


def _members(block: Block) -> list[str]:
    """Return what a block tells, cut at 一是, 二是, 三是; without its heading, which the report writes anew."""
    rest = block.heading.text.partition("。")[2] if not block.heading.level else ""
    whole = [text for text in (rest, *(part.text for part in block.paragraphs)) if text.strip()]
    members = [part.strip() for text in whole for part in _MEMBER.split(text) if part.strip()]
    return members or [block.heading.text]


def _figures(found: Recalled, pack: Pack) -> Iterator[str]:
    if not found.guesses:
        return
    yield f"# 原报告里的 {len(found.guesses)} 个数，后面是它可能对应的填报项。"
    yield "# figures:"
    for guess in found.guesses:
        yield f"# {_spot_of(guess)}：{guess.statement.fragment}"
        yield f"#   {_entry(guess, found, pack)}"


def _entry(guess: Guess, found: Recalled, pack: Pack) -> str:
    stated = guess.statement
    value = f"{stated.softness if stated.softness in ('约', '近') else ''}{stated.value:f}{stated.unit}"
    if stated.unit == ":1":
        value = f"{stated.value:f}:1"
    elif stated.unit == "1:":
        value = f"1:{stated.value:f}"
    if not guess.field:
        return f"{stated.measures} {value}：没有对得上的填报项"
    field = pack.fields[guess.field]
    of_year = field.years > 1 and not guess.growth and found.year
    typed = f"{{{found.year}: {_quoted(value)}}}" if of_year else _quoted(value)
    entry = f"{{{guess.member or '…'}: {typed}}}" if field.by else typed
    return f"{field.id}{'.growth' if guess.growth else ''}: {entry}   # {field.label}{'增幅' if guess.growth else ''}"


def _unplaced(found: Recalled) -> Iterator[str]:
    if found.unplaced:
        yield "# 没有归入指标的段落："
        yield from (f"# {_spot(part)}：{part.text}" for part in found.unplaced)


def _spot(part: Paragraph) -> str:
    return f"第{part.place.line}段"


def _spot_of(guess: Guess) -> str:
    return f"第{guess.statement.place.line}段"


def _short(part: Paragraph) -> str:
    first = part.text.partition("。")[0]
    return first if len(first) <= _SHOWN else first[: _SHOWN - 1] + "…"


def _quoted(text: str) -> str:
    """Return a text as YAML's double-quoted scalar: nothing in it is anything but text."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
