"""What every benchmark shares: the clock, the caches, the files, the printed table."""

from __future__ import annotations

import functools
import gc
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from os import times
from pathlib import Path
from shutil import get_terminal_size
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from extract import pipeline
from extract.patterns import Patterns

CORPUS = Path("corpus")
ROUNDS = 3  # the best of; processor time, for everything measured here uses one thread
PAGE = 3000  # characters: a full typed page of A4
_PACKAGES = ("pypdfium2", "pdfplumber", "python-docx", "lxml", "regex", "jsonschema-rs", "orjson")


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement: what, on which files, in which numbers, how it stands to its target; an
    empty target only informs."""

    what: str
    on: str
    measured: str
    ratio: str
    target: str
    met: bool


def clear_caches() -> None:
    """Empties every bounded cache of texts that were read. Unbounded ones hold the vocabulary and
    the schemas, which a program that runs on has loaded."""
    for found in gc.get_objects():
        if (
            isinstance(found, functools._lru_cache_wrapper)
            and found.cache_parameters()["maxsize"] is not None
        ):
            found.cache_clear()


def seconds(job: Callable[[], Any], emptied: bool = True) -> float:
    """The processor time of one call and of the programs that it runs; where ``emptied``, with
    nothing left in the caches from an earlier one."""
    if emptied:
        clear_caches()
    gc.collect()
    begin = process_time() + _of_programs()
    job()
    return process_time() + _of_programs() - begin


def _of_programs() -> float:
    used = times()
    return used.children_user + used.children_system


def in_turns(*jobs: Callable[[], Any], rounds: int = ROUNDS) -> list[float]:
    """The least time of each job over the rounds, the jobs taking turns."""
    taken = [[seconds(job) for job in jobs] for _ in range(rounds)]
    return [min(own) for own in zip(*taken, strict=True)]


def whole_job(path: Path, out: Path, patterns: Patterns | None = None) -> None:
    """What ``chitieu extract`` does with one file: read, extract, check, write."""
    for outcome in pipeline.outcomes([pipeline.Job(path, path.name)], out, patterns):
        if outcome.error is not None:
            raise outcome.error
        (out / f"{path.name}.json").unlink()  # so that the next round writes it anew


def samples(kind: str) -> list[Path]:
    """The sample decrees of one format."""
    return sorted((CORPUS / kind).glob(f"*.{kind}"))


def versions() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"Python {platform.python_version()}, {platform.machine()}, {packages}"


def screen() -> Console:
    """Standard output, wide enough for the tables where it is no terminal."""
    return Console(width=get_terminal_size((150, 40)).columns)


def printed(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(*headings)
    for row in rows:
        table.add_row(*row)
    return table


def report(lines: Sequence[Line]) -> int:
    """Prints the measurements as one table; 1 where a target is missed."""
    console = screen()
    console.print(versions(), highlight=False)
    headings = ("measured", "on", "value", "ratio", "target", "met")
    console.print(printed(headings, map(_row, lines)))
    return 0 if all(line.met for line in lines) else 1


def _row(line: Line) -> tuple[str, ...]:
    met = "yes" if line.met else "NO"
    return line.what, line.on, line.measured, line.ratio, line.target, met if line.target else ""
