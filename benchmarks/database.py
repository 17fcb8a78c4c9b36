"""Loads 100,000 targets into SQLite and PostgreSQL: time on the wall and peak memory.

    python -m benchmarks.database [TARGETS]

The results are those of ``outputs/`` over and over, under other names and with other ids and words
(some 16 targets and 4 kB a target in a file). PostgreSQL is started for this where it is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from itertools import count
from os import times
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measuring import Line, report
from benchmarks.memory import peak
from extract import pipeline, store
from tests.postgres import NoServer, server

TARGETS = 100_000
SECONDS_TARGET = 60.0
AGAIN_TARGET = 10.0
MEMORY_TARGET = 1.3  # peak with all targets over the peak with a tenth of them

_LOAD = """
import sys
from pathlib import Path
from extract.database.loading import load
for loaded in load(Path(sys.argv[1]), sys.argv[2], "benchmark"):
    assert loaded.error is None, loaded
"""


def write(folder: Path, targets: int) -> None:
    """Writes results with ``targets`` targets in all, or a few more, under ``folder``."""
    paths = store.result_files(Path("outputs"))
    left = targets
    for turn, path in ((turn, path) for turn in count() for path in paths):
        result = store.loaded_result(path)
        name = f"{turn:04}/{result['source']['file']}"
        result["source"] |= {"file": name, "sha256": store.sha256(name.encode())}
        for target in pipeline.targets(result):
            left -= 1
            target["id"] = f"{target['id']}-{turn}"
            target["statement"] += f" (đợt {turn})"
        store.write(store.output_path(folder, name), store.canonical(result))
        if left <= 0:
            return


def lines(targets: int = TARGETS) -> Iterator[Line]:
    with TemporaryDirectory() as name, suppress(NoServer), ExitStack() as stack:
        few, many = Path(name, "few"), Path(name, "many")
        write(few, targets // 10)
        write(many, targets)
        yield from _measured("SQLite", [f"{name}/few.db", f"{name}/many.db"], few, many, targets)
        running = stack.enter_context(server())
        places = [running.database(), running.database()]
        yield from _measured("PostgreSQL", places, few, many, targets)


def _measured(
    what: str, places: Sequence[str], few: Path, many: Path, targets: int
) -> Iterator[Line]:
    less = peak(_LOAD, str(few), places[0])
    for name, target in (("load", SECONDS_TARGET), ("load again, nothing changed", AGAIN_TARGET)):
        begin, used = perf_counter(), _processor()
        more = peak(_LOAD, str(many), places[1])
        seconds, used = perf_counter() - begin, _processor() - used
        yield Line(
            f"{what}: {name}",
            f"{targets} targets",
            f"{seconds:.1f} s ({used:.1f} s of processor)",
            f"{targets / seconds:.0f} targets/s",
            f"<= {target:.0f} s",
            seconds <= target,
        )
        if name == "load":
            yield Line(
                f"{what}: peak memory",
                f"{targets // 10} / {targets} targets",
                f"{less:.0f} / {more:.0f} MB",
                f"{more / less:.2f}",
                f"<= {MEMORY_TARGET}",
                more / less <= MEMORY_TARGET,
            )


def _processor() -> float:
    """The processor time of the programs that were run so far; a server's is not among it."""
    of = times()
    return of.children_user + of.children_system


if __name__ == "__main__":
    sys.exit(report(list(lines(*map(int, sys.argv[1:])))))
