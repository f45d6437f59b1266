"""The gallery of bad input: one folder a slip, with its files, its command and what evalcli says to it.

`prepare.py` in a folder makes what a file cannot be (ten megabytes, a full disk, Ctrl-C).
"""

import re
import shlex
import shutil
from contextlib import chdir
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from command_line import evalcli

BAD = Path(__file__).resolve().parents[1] / "bad"
SHARED = BAD / "_shared"
SLUGS = sorted(path.name for path in BAD.iterdir() if path.is_dir() and not path.name.startswith("_"))
_CODE = re.compile(r"(?:中止|必改|疑似|提示) \[([a-z]+\.[a-z-]+)\]")


def command(slug: str) -> str:
    """Return the command that an entry types."""
    return (BAD / slug / "command.txt").read_text("utf-8").strip()


def expected(slug: str) -> str:
    """Return what an entry expects."""
    return (BAD / slug / "expected.txt").read_text("utf-8")


def codes(slug: str) -> list[str]:
    """Return the codes that an entry shows, each once."""
    return list(dict.fromkeys(_CODE.findall(expected(slug))))


def seen(slug: str, folder: Path, patch: pytest.MonkeyPatch) -> str:
    """Return what evalcli says to an entry in `folder`: standard output, standard error, exit code."""
    shutil.copytree(SHARED, folder, dirs_exist_ok=True)
    shutil.copytree(
        BAD / slug, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt", "prepare.py", "__pycache__")
    )
    with chdir(folder), patch.context() as during:
        _prepare(slug, folder, during)
        found = evalcli(*shlex.split(command(slug)))
    return f"{found.out}{found.err}{found.code}\n"


def _prepare(slug: str, folder: Path, patch: pytest.MonkeyPatch) -> None:
    script = BAD / slug / "prepare.py"
    if script.is_file():
        spec = spec_from_file_location(f"prepare_{slug}", script)
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        module.prepare(folder, patch)
