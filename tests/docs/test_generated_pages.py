"""The generated pages say what the code says."""

from collections.abc import Callable
from pathlib import Path

import command_page
import pytest
import rule_map_page
import rule_page

from evalcli.cli.exits import Exit
from evalcli.cli.main import COMMANDS
from evalcli.formula.aggregates import AGGREGATES
from evalcli.formula.functions import FUNCTIONS
from evalcli.rules import every

PAGES = {"命令.md": command_page.page, "规则.md": rule_page.page, "规则对照.md": rule_map_page.page}


@pytest.mark.parametrize(("name", "page"), PAGES.items(), ids=list(PAGES))
def test_page(name: str, page: Callable[[], str], root: Path, update: bool) -> None:
    file = root / "docs" / name
    if update:
        file.write_text(page(), encoding="utf-8")

    assert file.read_text("utf-8") == page()


def test_the_command_page_holds_every_command_and_ending() -> None:
    page = command_page.page()

    assert [name for name in COMMANDS if f"## evalcli {name}\n" not in page] == []
    assert [int(ending) for ending in Exit if f"| {int(ending)} |" not in page] == []


def test_the_rule_page_holds_every_rule_and_function() -> None:
    page = rule_page.page()

    assert [rule.KIND for rule in every() if f"## {rule.KIND}\n" not in page] == []
    assert [name for name in (*FUNCTIONS, *AGGREGATES) if f"| `{name}(" not in page] == []


def test_every_kind_of_requirement_is_written_somehow() -> None:
    unwritten = [
        number
        for number, (_name, other) in rule_map_page.KINDS.items()
        if not other and number not in rule_map_page.covered()
    ]

    assert (sorted(rule_map_page.KINDS), unwritten) == (list(range(1, 55)), [])
