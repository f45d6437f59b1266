"""Everything a county needs is packed and asked for, and nothing is packed or asked for that is not needed."""

import ast
import re
import sys
from configparser import ConfigParser
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]


def setup() -> ConfigParser:
    """Return setup.cfg."""
    parser = ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_room_is_packed() -> None:
    packed = set(setup()["options"]["packages"].split())
    rooms = {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "evalcli").rglob("__init__.py")}

    assert packed == rooms | {"evalcli.templates", "evalcli.indicators"}


def test_every_file_that_is_not_code_is_named_in_package_data() -> None:
    data = setup()["options.package_data"]
    patterns = [pattern.strip() for pattern in data["evalcli"].split(",")]
    files = [path for path in (ROOT / "evalcli").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
    forgotten = [str(path) for path in files if not any(path.match(f"evalcli/{pattern}") for pattern in patterns)]

    assert forgotten == []
    assert (data["evalcli.templates"], data["evalcli.indicators"]) == ("**/*", "**/*")


def test_the_packed_folders_are_where_setup_says() -> None:
    mapped = dict(line.split(" = ") for line in setup()["options"]["package_dir"].strip().splitlines())

    assert [name for name, folder in mapped.items() if not (ROOT / folder).is_dir()] == []


def asked(text: str) -> set[str]:
    """Return the names of the libraries that a list of requirements asks for."""
    return {re.split("[>=<]", line)[0].lower() for line in text.split()}


def imported(folder: str) -> set[str]:
    """Return the libraries that the modules of a folder import, by the names they are installed under."""
    nodes = [node for file in (ROOT / folder).rglob("*.py") for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    ours = {"evalcli", *(path.stem for path in (ROOT / "tests").rglob("*.py"))}
    tops = {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - ours
    known = packages_distributions()
    return {known[top][0].lower() for top in tops}


def test_the_libraries_asked_for_are_those_that_are_imported() -> None:
    extra = asked(setup()["options.extras_require"]["round"])

    assert imported("evalcli") == asked(setup()["options"]["install_requires"]) | extra


def test_the_libraries_of_the_tests_are_asked_for() -> None:
    wanted = asked(setup()["options"]["install_requires"]) | asked(setup()["options.extras_require"]["dev"])

    assert imported("tests") <= wanted
