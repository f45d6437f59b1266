"""What a further county costs in a process that is already running, and how the cost grows with the content.

Run by `run.py` in a process of its own; prints JSON.
"""

import gc
import json
import sys
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import counties

from evalcli import flow, publish
from evalcli.model.notice import Level
from evalcli.model.report import Annex, Block, Draft, Table
from evalcli.model.scorecard import Scored

GROWTH = (1, 10, 50)


def county(path: Path) -> list[float]:
    """Read, score, draft and write one county; return the milliseconds of each step."""
    marks = [time.perf_counter()]
    scored = flow.score_county(path)
    marks.append(time.perf_counter())
    drafted, _missing = flow.draft_report(scored, path.parent, unfinished=True)
    marks.append(time.perf_counter())
    (path.parent / "report.docx").write_bytes(publish.publish(drafted, "docx"))
    marks.append(time.perf_counter())
    _sane(scored, path)
    return [(end - start) * 1000 for start, end in pairwise(marks)]


def _sane(scored: Scored, path: Path) -> None:
    refused = [notice for notice in scored.notices if notice.level is Level.STOP]
    if refused or not scored.card.earned:
        raise SystemExit(f"{path}: {refused}")


def further(example: Path, folder: Path, rounds: int) -> list[list[float]]:
    """Return the steps of county after county, no two alike; the first two warm up."""
    paths = [counties.varied(example, folder, number) for number in range(1, rounds + 3)]
    return [county(path) for path in paths][2:]


def growing(example: Path, folder: Path, rounds: int) -> dict[str, dict[int, float]]:
    """Return milliseconds by what grows and how many times over, in turns."""
    paths = {times: counties.lengthened(example, folder, times) for times in GROWTH}
    taken: dict[str, dict[int, list[float]]] = {"texts": {}, "report": {}}
    drafted, _missing = flow.draft_report(flow.score_county(paths[1]), paths[1].parent, unfinished=True)
    for _round in range(rounds):
        for times, path in paths.items():
            taken["texts"].setdefault(times, []).append(sum(county(path)))
            taken["report"].setdefault(times, []).append(_published(_longer(drafted, times)))
    return {name: {times: median(each) for times, each in by_times.items()} for name, by_times in taken.items()}


def _published(draft: Draft) -> float:
    start = time.perf_counter()
    publish.publish(draft, "docx")
    return (time.perf_counter() - start) * 1000


def _longer(draft: Draft, times: int) -> Draft:
    blocks = [block for block in draft.blocks if not isinstance(block, Annex)] * times
    return replace(
        draft, blocks=(*blocks, *(_long(block, times) for block in draft.blocks if isinstance(block, Annex)))
    )


def _long(block: Block, times: int) -> Block:
    if isinstance(block, Annex):
        return replace(block, blocks=tuple(_long(inner, times) for inner in block.blocks))
    return replace(block, rows=block.rows * times) if isinstance(block, Table) else block


def main() -> None:
    """Measure and print; the collector is off, as it is wherever `evalcli` runs."""
    gc.disable()
    example, rounds = Path(sys.argv[1]), int(sys.argv[2])
    with counties.temporary() as name:
        steps = further(example, Path(name), max(rounds, 15))
        growth = growing(example, Path(name), 3)
    sys.stdout.write(json.dumps({"steps": steps, "growth": growth}))


if __name__ == "__main__":
    main()
