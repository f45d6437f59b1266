"""Counties that differ: copies of the example in memory, each with a name and figures of its own."""

import re
import shutil
import tempfile
from pathlib import Path

import yaml

# Only the last digit changes, and only of amounts so long that they stay inside every range.
_SHORTEST = 3
_AMOUNT = re.compile(r"(?<=[: ])(\d+(?:\.\d+)?)(?=(?:亿|万|千)?元|人|名|平方米)")
_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃"


def memory() -> str | None:
    """Return the folder that lies in memory, where there is one."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def varied(example: Path, folder: Path, number: int) -> Path:
    """Write county `number` and return its county file."""
    place = folder / f"county-{number}"
    shutil.copytree(example, place, ignore=shutil.ignore_patterns("out"))
    for path in place.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("高坪区", f"{_SIGNS[number % len(_SIGNS)]}{number}区")
        path.write_text(_AMOUNT.sub(lambda found: _another(found[1], number), text), encoding="utf-8")
    return place / "county.yaml"


def _another(amount: str, number: int) -> str:
    if len(amount.replace(".", "")) < _SHORTEST:
        return amount
    return amount[:-1] + str((int(amount[-1]) + number) % 10)


def lengthened(example: Path, folder: Path, times: int) -> Path:
    """Write the example with every text of its own `times` as long; return its county file."""
    place = folder / f"times-{times}"
    shutil.copytree(example, place, ignore=shutil.ignore_patterns("out"))
    for path in place.rglob("*.yaml"):
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for key, value in root.value:
            if key.value in ("text", "overview", "problems"):
                _lengthen(value, times)
        path.write_text(yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    return place / "county.yaml"


def _lengthen(node: yaml.Node, times: int) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _lengthen(item, times)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "say":
                value.value *= times
            else:
                _lengthen(value, times)


def temporary() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that is removed after the run."""
    return tempfile.TemporaryDirectory(prefix="evalcli-bench-", dir=memory())
