"""The English catalogue beside the code: every message that evalcli can say, in the order of the code.

`python tests/support/catalogue.py` adds new messages to the catalogue, still untranslated, and drops those that are gone.
References name the file without a line, so that an edit elsewhere in it changes nothing here.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from evalcli.model.checked import Status
from evalcli.model.facts import Verdict
from evalcli.model.notice import Level

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "evalcli"
CATALOGUE = PACKAGE / "locale" / "en" / "messages.po"

# Words that reach `_()` by a variable: what the argument ends with, and the words that it can be.
BY_VARIABLE = {
    "level.value": tuple(level.value for level in Level),
    "verdict)": tuple(verdict.value for verdict in Verdict),
    "status.value": tuple(status.value for status in Status),
    ".verdict": tuple(verdict.value for verdict in Verdict),
}
HEADER = {
    "Project-Id-Version": "evalcli",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
# `{name}`; a doubled brace is text, as `str.format` has it.
BRACES = re.compile(r"\{\{|\}\}|\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Call:
    """One call of `_()`: in which file, with which argument."""

    file: str
    line: int
    argument: ast.expr

    @property
    def messages(self) -> tuple[str, ...]:
        """Return the messages that it asks for; none where nobody can tell."""
        if isinstance(self.argument, ast.Constant) and isinstance(self.argument.value, str):
            return (self.argument.value,)
        written = ast.unparse(self.argument)
        return next((words for end, words in BY_VARIABLE.items() if written.endswith(end)), ())


def calls(package: Path = PACKAGE) -> Iterator[Call]:
    """Yield every call of `_()`, by file and line."""
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"]
        for node in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
            yield Call(path.relative_to(package.parent).as_posix(), node.lineno, node.args[0])


def messages(found: Iterator[Call]) -> dict[str, list[str]]:
    """Return every message with the files that say it, in the order of the code."""
    said: dict[str, list[str]] = {}
    for call in found:
        for message in call.messages:
            files = said.setdefault(message, [])
            files += [] if call.file in files else [call.file]
    return said


def braces(message: str) -> set[str]:
    """Return the places that a message leaves open."""
    return set(BRACES.findall(message))


def filled(message: str) -> str:
    """Return a message with every place filled, by `str.format` as the code does it; the braces of YAML stay."""
    names = [place[1:-1] for place in braces(message) if place not in ("{{", "}}")]
    return message.format(**dict.fromkeys(names, "1")) if all(name.isidentifier() for name in names) else message


def catalogue(said: dict[str, list[str]], known: dict[str, str]) -> str:
    """Return the catalogue for these messages, with the translations that are known."""
    page = polib.POFile(wrapwidth=0)
    page.header = (
        "What evalcli says, in English. Written by tests/support/catalogue.py; translate msgstr, keep {places}."
    )
    page.metadata = HEADER
    for message, files in said.items():
        flags = ["python-brace-format"] if braces(message) else []
        references = [(file, "") for file in files]
        page.append(polib.POEntry(msgid=message, msgstr=known.get(message, ""), occurrences=references, flags=flags))
    return str(page) + "\n"


def translations(path: Path = CATALOGUE) -> dict[str, str]:
    """Return the translations that the catalogue holds."""
    if not path.exists():
        return {}
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path), encoding="utf-8")}


def update(path: Path = CATALOGUE) -> None:
    """Write the catalogue anew: what the code says, with the translations that were there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(catalogue(messages(calls()), translations(path)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    update()
