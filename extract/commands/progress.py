"""How far a run is, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

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
        # Without a thread that draws: worker processes are copies of this one.
        console = Console(stderr=True)
        with Bars(*columns, console=console, transient=True, auto_refresh=False) as bar:
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
        self._bar.update(self._task, refresh=True, description=f"{path.name}{pages}")

    def on_file(self, outcome: Outcome) -> None:
        self._bar.update(self._task, refresh=True, advance=1, description=outcome.job.path.name)


class _Lines:
    def __init__(self, total: int) -> None:
        self._total, self._files = total, 0
        # Of files that are being read: which ten pages were told last, since when they are read.
        self._told: dict[Path, tuple[int, float]] = {}

    def on_page(self, path: Path, done: int, count: int) -> None:
        """A line about every tenth page of a file with more, and none in its first second."""
        tens, since = self._told.setdefault(path, (0, monotonic()))
        if count > 10 and done // 10 > tens and monotonic() - since >= 1:
            self._told[path] = (done // 10, monotonic())
            where = f"[{self._files + 1}/{self._total}] {path}"
            print(f"{where}: trang/page {done}/{count}", file=sys.stderr)

    def on_file(self, outcome: Outcome) -> None:
        self._files += 1
        self._told.pop(outcome.job.path, None)
        if outcome.state == "failed" or not outcome.read:
            return
        targets = sum(outcome.counts.targets.values())
        print(
            f"[{self._files}/{self._total}] {outcome.job.path}: {targets} chỉ tiêu / targets, "
            f"{outcome.counts.doubtful} cần xem / to look at",
            file=sys.stderr,
        )
