"""The generated pages say what the code says."""

from collections.abc import Callable
from pathlib import Path

import command_page
import pytest
import rule_page

from evalcli.cli.exits import Exit
from evalcli.cli.main import COMMANDS
from evalcli.formula.functions import FUNCTIONS
from evalcli.rules import RULES

PAGES = {"命令.md": command_page.page, "规则.md": rule_page.page}


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

    assert [rule.KIND for rule in RULES if f"## {rule.KIND}\n" not in page] == []
    assert [name for name in FUNCTIONS if f"| `{name}(" not in page] == []
