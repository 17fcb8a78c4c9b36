"""How far a run is, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from extract import pipeline
from extract.pipeline import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Progress(Protocol):
    """What is told of a run while it goes on."""

    def on_page(self, path: Path, done: int, count: int) -> None:
        """``done`` of the ``count`` pages of the file are read."""

    def on_file(self, outcome: Outcome) -> None:
        """A file is done."""


@contextmanager
def shown_progress(total: int, quiet: bool) -> Iterator[Progress]:
    """On standard error: a bar on a terminal, else a line a file, and some for long files."""
    if quiet:
        yield _Silence()
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bars

        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Bars(*columns, console=Console(stderr=True), transient=True) as bar:
            yield _Bar(bar, bar.add_task("", total=total))
    else:
        yield _Lines(total)


class _Silence:
    def on_page(self, path: Path, done: int, count: int) -> None: ...

    def on_file(self, outcome: Outcome) -> None: ...


class _Bar:
    def __init__(self, bar: Bars, task: TaskID) -> None:
        self._bar, self._task = bar, task

    def on_page(self, path: Path, done: int, count: int) -> None:
        pages = f" · trang/page {done}/{count}" if count > 1 else ""
        self._bar.update(self._task, description=f"{path.name}{pages}")

    def on_file(self, outcome: Outcome) -> None:
        self._bar.update(self._task, advance=1, description=outcome.path.name)


class _Lines:
    def __init__(self, total: int) -> None:
        self._total, self._files = total, 0
        self._path: Path | None = None
        self._tens, self._since = 0, 0.0

    def on_page(self, path: Path, done: int, count: int) -> None:
        """A line about every tenth page of a file with more, and none in its first second."""
        if path != self._path:
            self._path, self._tens, self._since = path, 0, monotonic()
        if count > 10 and done // 10 > self._tens and monotonic() - self._since >= 1:
            self._tens, self._since = done // 10, monotonic()
            where = f"[{self._files + 1}/{self._total}] {path}"
            print(f"{where}: trang/page {done}/{count}", file=sys.stderr)

    def on_file(self, outcome: Outcome) -> None:
        self._files += 1
        if outcome.result is None:
            return
        targets = pipeline.targets(outcome.result)
        doubtful = sum(bool(target["doubts"]) for target in targets)
        print(
            f"[{self._files}/{self._total}] {outcome.path}: {len(targets)} chỉ tiêu / targets, "
            f"{doubtful} cần xem / to look at",
            file=sys.stderr,
        )
