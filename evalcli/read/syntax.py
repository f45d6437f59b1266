"""Why a file is not YAML, in the words of somebody who has to mend it.

The parser names the spot where it gave up; the slip usually stands before it. Each cause looks at
the parser's complaint and at the lines around the spot; the first that fits is told.
"""

import re
from typing import Any

from evalcli.language import _
from evalcli.model.frozen import dataclass
from evalcli.model.notice import Level, Notice
from evalcli.model.place import Place
from evalcli.read.composer import nested

_WIDE_COLON = re.compile(r"""^\s*(?:-\s+)?[^\s"'#：:{\[][^"'#：:]*(：)""")
_TIGHT_COLON = re.compile(r"""^\s*(?:-\s+)?[^\s"'#：:{\[][^"'#：:\s]*(:)(?=[^\s/])""")
_HALF_COLON = re.compile(r":(?:\s|$)")
_PLAIN_BRACKETS = re.compile(r"(?:^\s*|[:\-,\[{]\s+)(\{\{|\[\[)")
_FLOW_COMMA = re.compile(r"[{\[][^}\]]*?(，)")
# People write short lines; in a line of megabytes the search would take hours.
_FAR = 2000


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser says, where (counted from 0), where the thing began that it was reading, and all lines."""

    words: str
    line: int
    column: int
    since: tuple[int, int]
    lines: list[str]

    @property
    def text(self) -> str:
        """Return the line of the spot."""
        return self.lines[self.line]

    @property
    def suspects(self) -> tuple[int, ...]:
        """Return the lines where a key may lack its colon: only some complaints come from that."""
        if "simple key" in self.words:
            return (self.since[0],)
        if "not allowed" not in self.words:
            return ()
        before = (number for number in range(self.line - 1, -1, -1) if self.lines[number].strip())
        return (*tuple(before)[:1], self.line)


@dataclass(frozen=True, slots=True)
class Cause:
    """What to say and where (counted from 0)."""

    message: str
    advice: str
    line: int
    column: int
    code: str = "yaml.syntax"


def explain(error: Any, name: str, lines: list[str]) -> Notice:
    """Return the notice for a parser's `error` in the file `name` with these `lines`."""
    complaint = _complaint(error, lines)
    if (
        "nesting depth" in complaint.words
    ):  # the libyaml in PyYAML 6.0.4 has a limit of its own and meets it before ours
        return nested(Place(name, complaint.line + 1, complaint.column + 1, 1, complaint.text))
    cause = next(found for cause in CAUSES if (found := cause(complaint)))
    place = Place(name, cause.line + 1, cause.column + 1, 1, lines[cause.line])
    return Notice(cause.code, Level.STOP, cause.message, cause.advice, place)


def colon_fault(place: Place) -> Notice | None:
    """Return the notice for a text at `place` that was meant as `key: value`, or None."""
    complaint = Complaint("simple key", 0, 0, (0, 0), [place.text])
    cause = wide_colon(complaint) or tight_colon(complaint)
    if cause is None:
        return None
    there = Place(place.file, place.line, cause.column + 1, 1, place.text)
    return Notice(cause.code, Level.STOP, cause.message, cause.advice, there)


def _complaint(error: Any, lines: list[str]) -> Complaint:
    words = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or ''}"
    line, column = _spot(getattr(error, "problem_mark", None), (0, 0), lines)
    since = _spot(getattr(error, "context_mark", None), (line, column), lines)
    return Complaint(words, line, column, since, lines)


def _spot(mark: Any, otherwise: tuple[int, int], lines: list[str]) -> tuple[int, int]:
    if mark is None:
        return otherwise
    # Both parsers may stop on a line behind the last one.
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def tab(complaint: Complaint) -> Cause | None:
    """Find a tab where only blanks may indent."""
    indent = complaint.text[: len(complaint.text) - len(complaint.text.lstrip())]
    here = complaint.text[complaint.column : complaint.column + 1]
    if "\t" not in indent and here != "\t":
        return None
    column = indent.index("\t") if "\t" in indent else complaint.column
    return Cause(_("这里用了制表符（Tab）"), _("请改用空格缩进"), complaint.line, column, "yaml.tab")


def open_quote(complaint: Complaint) -> Cause | None:
    """Find a quotation that is never closed."""
    if "quoted scalar" not in complaint.words or "escape" in complaint.words:
        return None
    line, column = complaint.since
    quote = complaint.lines[line][column : column + 1]
    message = _("这里的引号 {quote} 没有成对").format(quote=quote)
    return Cause(message, _("请在这段文字末尾补上 {quote}").format(quote=quote), line, column)


def escape(complaint: Complaint) -> Cause | None:
    """Find a backslash in double quotes that means nothing."""
    if "escape" not in complaint.words and "hexdec" not in complaint.words:
        return None
    column = max(complaint.text.rfind("\\", 0, complaint.column + 1), 0)
    message = _("双引号里的反斜杠“\\”另有用途，这里读不通")
    return Cause(message, _("请改用英文单引号把这段文字括起来"), complaint.line, column)


def brackets(complaint: Complaint) -> Cause | None:
    """Find `{{` or `[[` at the start of a text without quotation marks."""
    for line in dict.fromkeys((complaint.line, complaint.since[0])):
        found = _PLAIN_BRACKETS.search(complaint.lines[line])
        if found:
            message = _("以“{sign}”开头的文字被当成了 YAML 的括号").format(sign=found[1])
            return Cause(message, _("请用英文引号把整段文字括起来"), line, found.start(1))
    return None


def special_start(complaint: Complaint) -> Cause | None:
    """Find a text that begins with a sign that YAML keeps for itself."""
    starts = ("alias", "anchor", "a tag", "directive", "cannot start any token", "block scalar")
    if not any(start in complaint.words for start in starts):
        return None
    reserved = "cannot start any token" in complaint.words
    line, column = (complaint.line, complaint.column) if reserved else complaint.since
    sign = complaint.lines[line][column : column + 1]
    message = _("文字不能以“{sign}”开头，YAML 里它另有用途").format(sign=sign)
    return Cause(message, _("请用英文引号把整段文字括起来"), line, column)


def wide_colon(complaint: Complaint) -> Cause | None:
    """Find a full-width colon between key and value."""
    found = _key_colon(complaint, _WIDE_COLON)
    if found is None:
        return None
    return Cause(_("键和值之间用了全角冒号“：”"), _("请改成半角冒号加一个空格：“: ”"), *found)


def tight_colon(complaint: Complaint) -> Cause | None:
    """Find a colon without the blank that must follow."""
    found = _key_colon(complaint, _TIGHT_COLON)
    if found is None:
        return None
    return Cause(_("键后面的冒号和值之间少一个空格"), _("请在冒号后加一个空格：“: ”"), *found)


def _key_colon(complaint: Complaint, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    for line in complaint.suspects:
        found = pattern.match(complaint.lines[line])
        if found and not _HALF_COLON.search(complaint.lines[line]):
            return line, found.start(1)
    return None


def wide_comma(complaint: Complaint) -> Cause | None:
    """Find a full-width comma between the members of braces or brackets."""
    if "flow" not in complaint.words:
        return None
    found = _FLOW_COMMA.search(complaint.text[:_FAR])
    if not found:
        return None
    message = _("括号里的各项之间用了全角逗号“，”")
    advice = _("请改成半角逗号加一个空格；逗号属于正文时，用英文引号把正文括起来")
    return Cause(message, advice, complaint.line, found.start(1))


def open_bracket(complaint: Complaint) -> Cause | None:
    """Find a brace or bracket that is not closed."""
    if "flow" not in complaint.words:
        return None
    line, column = complaint.since
    opened = complaint.lines[line][: column + 1]
    column = max(opened.rfind("["), opened.rfind("{"))
    if column < 0:
        return None
    sign = opened[column]
    message = _("这里的“{sign}”没有正常结束").format(sign=sign)
    advice = _("请补上“{other}”，各项之间用半角逗号隔开").format(other="]" if sign == "[" else "}")
    return Cause(message, advice, line, column)


def closing_bracket(complaint: Complaint) -> Cause | None:
    """Find a brace or bracket that was never opened."""
    sign = complaint.text[complaint.column : complaint.column + 1]
    if "node content" not in complaint.words or sign not in ("]", "}", ","):
        return None
    message = _("这里多了“{sign}”").format(sign=sign)
    return Cause(message, _("请删去，或用英文引号把整段文字括起来"), complaint.line, complaint.column)


def second_document(complaint: Complaint) -> Cause | None:
    """Find content behind the end mark of the document."""
    if "document start" not in complaint.words:
        return None
    message = _("“...”表示内容到此结束，后面不能再写")
    return Cause(message, _("请删去“...”"), complaint.line, complaint.column, "yaml.documents")


def after_quote(complaint: Complaint) -> Cause | None:
    """Find text behind a closing quotation mark, which is often one mark inside or one too few."""
    if "block mapping" not in complaint.words and "block collection" not in complaint.words:
        return None
    before = complaint.text[: complaint.column].rstrip()
    if not before.endswith(('"', "'")):
        return None
    message = _("引号结束后还有文字")
    advice = _("请检查这一行和前面几行的引号是否成对；正文里的引号用中文引号“”")
    return Cause(message, advice, complaint.line, complaint.column)


def second_colon(complaint: Complaint) -> Cause | None:
    """Find a colon with a blank inside a value."""
    before = complaint.text[: complaint.column]
    if "not allowed" not in complaint.words or not _HALF_COLON.search(before):
        return None
    message = _("值里面又有半角冒号加空格“: ”")
    return Cause(message, _("请用英文引号把值括起来，或改用全角冒号"), complaint.line, complaint.column)


def dash_after_key(complaint: Complaint) -> Cause | None:
    """Find a list that begins on the line of its key."""
    if "sequence entries are not allowed" not in complaint.words:
        return None
    if complaint.text[complaint.column :].strip() == "-":
        message = _("单独一个“-”是列表的开头，不是“没有”")
        return Cause(message, _('没有可填的就空着，或者写成 "-"'), complaint.line, complaint.column)
    message = _("列表的“- ”不能和键写在同一行")
    return Cause(message, _("请另起一行缩进后再写“- ”"), complaint.line, complaint.column)


def mixed(complaint: Complaint) -> Cause | None:
    """Find a list and a mapping on one level."""
    dash = complaint.text.lstrip().startswith("- ")
    in_list = "block collection" in complaint.words
    if not in_list and not (dash and "block mapping" in complaint.words):
        return None
    message = _("同一层里既有“- ”列表又有“键: 值”，或者“- ”没有对齐")
    return Cause(message, _("请把同一列表的“- ”对齐，并检查缩进"), complaint.line, complaint.column)


def no_colon(complaint: Complaint) -> Cause | None:
    """Find a line that should be `key: value` and has no colon."""
    if "simple key" not in complaint.words:
        return None
    line, column = complaint.since
    message = _("这一行没有半角冒号，看不出键和值")
    return Cause(message, _("请写成“键: 值”；属于上一行的文字，请缩进"), line, column)


def indentation(complaint: Complaint) -> Cause | None:
    """Find a line that is indented like none before it."""
    if "block mapping" not in complaint.words and "not allowed" not in complaint.words:
        return None
    column = len(complaint.text) - len(complaint.text.lstrip())
    message = _("这一行的缩进和上下文对不上")
    return Cause(message, _("请让同一层的各行左端对齐"), complaint.line, column)


def unknown(complaint: Complaint) -> Cause:
    """Say at least where it is."""
    message = _("从这里起不符合 YAML 写法")
    advice = _("请检查这一处及上一行的冒号、引号、括号和缩进")
    return Cause(message, advice, complaint.line, complaint.column)


CAUSES = (
    tab, escape, open_quote, brackets, special_start, wide_colon, tight_colon, wide_comma, open_bracket,
    closing_bracket, second_document, after_quote, dash_after_key, second_colon, mixed, no_colon, indentation, unknown,
)  # fmt: skip
