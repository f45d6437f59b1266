"""Whole processes, timed in turns so that a noisy machine disturbs all of them alike."""

import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# Build machines forbid Python to keep compiled modules; nobody who uses evalcli does.
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH")


@dataclass(frozen=True)
class Case:
    """A command; `endings` are the exit codes that count as success, `makes` is the file it must leave behind."""

    command: list[str]
    endings: tuple[int, ...] = (0,)
    makes: Path | None = None


@dataclass(frozen=True)
class Times:
    """The times of one case in milliseconds, round by round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Return the middle time."""
        return median(self.rounds)

    @property
    def least(self) -> float:
        """Return the shortest time."""
        return min(self.rounds)

    def against(self, other: "Times") -> float:
        """Return how many times as long this takes: the median of the ratios pair by pair."""
        return median(mine / its for mine, its in zip(self.rounds, other.rounds, strict=True))


def interleaved(cases: Mapping[str, Case], rounds: int, folder: Path, cache: Path) -> dict[str, Times]:
    """Run A B C A B C …, one warm-up round first, and return the times by name."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            spent = once(case, folder, cache)
            if number:
                taken[name].append(spent)
    return {name: Times(tuple(times)) for name, times in taken.items()}


def once(case: Case, folder: Path, cache: Path) -> float:
    """Run a case once and return its milliseconds; a run that failed is no measurement."""
    if case.makes:
        case.makes.unlink(missing_ok=True)
    settings = {name: value for name, value in os.environ.items() if name not in _UNUSUAL}
    settings |= {"EVALCLI_CACHE_DIR": str(cache), "EVALCLI_LANG": "zh"}
    start = time.perf_counter()
    done = subprocess.run(case.command, cwd=folder, env=settings, capture_output=True, check=False)
    spent = (time.perf_counter() - start) * 1000
    if done.returncode not in case.endings or (case.makes and not case.makes.exists()):
        raise SystemExit(f"{' '.join(case.command)}: {done.returncode}\n{done.stderr.decode()}")
    return spent
