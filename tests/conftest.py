"""What every test starts from: Chinese messages and a cache of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from evalcli import cache, language

ROOT = Path(__file__).resolve().parents[1]
# No test asserts on time: a loaded machine proves nothing.
settings.register_profile("evalcli", deadline=None)
settings.load_profile("evalcli")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`: goldens and generated pages are written anew, to be reviewed as a diff."""
    parser.addoption("--update", action="store_true", help="write goldens and generated pages anew")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    """Return whether goldens and generated pages are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates and packs of the test run out of the user's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVALCLI_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        cache.folder.cache_clear()
        yield


@pytest.fixture(autouse=True)
def _chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak Chinese, whatever the machine's locale."""
    monkeypatch.setenv("EVALCLI_LANG", "zh")
    language.chosen.cache_clear()


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def gaoping(root: Path) -> Path:
    """Return the Gaoping example's county file."""
    return root / "examples" / "gaoping-2022" / "county.yaml"
