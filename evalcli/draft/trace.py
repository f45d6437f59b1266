"""The annex that shows how every point was reckoned, written as an official document is."""

import re
from typing import Final

from evalcli.model.report import Annex, Body, Run

NAME: Final = "自评结果计算过程"
# What a screen shows and a document writes otherwise (GB/T 15834, 15835): where a figure stands, blanks beside figures,
# brackets, suffixes of files, and words that read as a gap somebody forgot to fill.
# Compiled when they are used: most reports have no such annex.
_OTHERWISE: Final = (
    (r"\.(?:ya?ml|csv|tsv):(\d+):(\d+)", r"第\1行第\2列"),
    (r"(?<=[一-龥])\.[A-Za-z]{2,4}(?![A-Za-z])", ""),
    (r"^(数据：\S+) ", r"\1为"),
    (r"^([0-9.]+[a-z]?) ", "\\1\u3000"),
    (r"(?<=[一-龥）]) (?=[0-9一-龥])|(?<=[0-9]) (?=[一-龥])", ""),
    (r"\(", "（"),
    (r"\)", "）"),
    (r"待定", "未定"),
    (r"全部达到$", "全部达标"),
)
# GB/T 15835 groups the digits of a large number; so 763,200元 is read at a glance.
_LARGE: Final = r"(?<![0-9.])[0-9]{5,}(?=(?:\.[0-9]+)?[元人])"


def trace(lines: tuple[str, ...], label: str, name: str) -> Annex:
    """Return the lines as an annex; the heads of items and key points stand bold."""
    begins = (True, *(not line for line in lines))
    shown = ((line.strip(), first) for line, first in zip(lines, begins, strict=False) if line)
    return Annex(
        label, name, tuple(_body(line, head=first and not line.startswith(("合计", "注"))) for line, first in shown)
    )


def _body(line: str, *, head: bool) -> Body:
    for pattern, text in _OTHERWISE:
        line = re.sub(pattern, text, line)
    return Body((Run(re.sub(_LARGE, lambda found: f"{int(found[0]):,}", line), bold=head),))
