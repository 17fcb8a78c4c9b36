"""An engine of worker processes on this machine. A file at which its process crashes or hangs, or
that takes too much memory, costs itself alone."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from typing import Any

import psutil

from extract import pipeline, readers, store
from extract.batch import Task
from extract.errors import Crashed, ExtractError, TimedOut, TooMuchMemory
from extract.model import record
from extract.patterns import Patterns, using
from extract.pipeline import Job, Outcome

_LOOK = 0.2  # seconds between two looks at the limits

OnPage = Callable[[Path, int, int], None]


@record
class Limits:
    """``seconds`` until a file, or the next page of it, is read; ``megabytes`` of memory for a
    worker and the programs that it starts."""

    seconds: float = 300.0
    megabytes: float = 2000.0


def outcomes(
    tasks: Iterator[Task],
    out: Path,
    patterns: Patterns | None = None,
    workers: int = 1,
    limits: Limits = Limits(),  # noqa: B008 - nothing changes it
    on_page: OnPage = lambda path, done, count: None,
) -> Iterator[Outcome]:
    """What :func:`extract.pipeline.outcomes` gives, by so many ``workers`` at a time, as the files
    are done."""
    first = deque(islice(tasks, workers))
    if not first:
        return
    from extract import extraction  # noqa: F401 - the copies of this process begin with it

    threads = max(1, readers.processors() // max(1, len(first)))
    pool: list[_Worker] = []
    with tempfile.TemporaryDirectory(prefix="chitieu-") as folder:
        try:
            while True:
                for worker in pool:
                    if not worker.left and (task := _next(first, tasks)):
                        worker.give(task)
                while len(pool) < workers and (task := _next(first, tasks)):
                    pool.append(_Worker(out, patterns, threads, folder, pool))
                    pool[-1].give(task)
                busy = [worker for worker in pool if worker.left]
                if not busy:
                    return
                wait([worker.connection for worker in busy], _LOOK)
                for worker in busy:
                    try:
                        yield from worker.heard(on_page)
                        failure = worker.excess(limits)
                    except (EOFError, OSError):
                        failure = worker.crash()
                    if failure is not None:
                        pool.remove(worker)
                        worker.kill()
                        yield pipeline.failed(worker.left.popleft(), failure, out)
                        first.extend((job,) for job in worker.left)
        finally:
            for worker in pool:
                worker.kill()


def _next(first: deque[Task], tasks: Iterator[Task]) -> Task | None:
    return first.popleft() if first else next(tasks, None)


def _context() -> Any:
    """How worker processes start. A copy of this one begins with everything loaded; but a process
    with threads, as those that reach an object store have, cannot be copied safely."""
    copies = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if copies else "spawn")


class _Worker:
    """A process, and the files that are ``left`` of its task, the one in hand first."""

    def __init__(
        self,
        out: Path,
        patterns: Patterns | None,
        threads: int,
        folder: str,
        others: list[_Worker],
    ) -> None:
        self.left: deque[Job] = deque()
        self._out = out
        context = _context()
        self.connection, theirs = context.Pipe()
        # A copied process holds the ends of all pipes so far: it must not keep them open.
        ours = [self.connection, *(other.connection for other in others)]
        self._process = context.Process(
            target=_work,
            args=(theirs, ours if context.get_start_method() == "fork" else []),
            kwargs={"out": out, "patterns": patterns, "threads": threads, "folder": folder},
            daemon=True,
        )
        self._process.start()
        theirs.close()
        self._since = self._looked = monotonic()

    def give(self, task: Task) -> None:
        """Has the worker read the files of ``task``."""
        self.left.extend(task)
        self._since = monotonic()
        with suppress(BrokenPipeError):  # it is gone: that is found when it is listened to
            self.connection.send(task)

    def heard(self, on_page: OnPage) -> Iterator[Outcome]:
        """What the worker has said since. Raises EOFError or OSError where it is gone."""
        while self.left and self.connection.poll():
            said = self.connection.recv()
            self._since = monotonic()
            if isinstance(said, Outcome):
                self.left.popleft()
                yield said
            else:
                on_page(self.left[0].path, *said)

    def excess(self, limits: Limits) -> ExtractError | None:
        """Which limit the worker is beyond."""
        now = monotonic()
        if not self.left or now - self._looked < _LOOK:
            return None
        self._looked = now
        if now - self._since > limits.seconds:
            return TimedOut(f"nothing of it was read in {limits.seconds:g} s")
        used = sum(_memory(process) for process in self._tree()) / 1e6
        if used > limits.megabytes:
            return TooMuchMemory(f"reading it took more than {limits.megabytes:g} MB of memory")
        return None

    def crash(self) -> ExtractError:
        """How the process ended."""
        self._process.join(1)
        code = self._process.exitcode
        how = signal.Signals(-code).name if code is not None and code < 0 else f"code {code}"
        return Crashed(f"the process that read it ended with {how}")

    def kill(self) -> None:
        """Ends the worker with all that it has started, and takes away what it had half written."""
        for process in reversed(self._tree()):
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self._process.join()
        self.connection.close()
        for job in islice(self.left, 1):
            store.remove_half_written(store.output_path(self._out, job.name), self._process.pid)

    def _tree(self) -> list[psutil.Process]:
        try:
            process = psutil.Process(self._process.pid)
            return [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def _work(
    connection: Connection,
    others: list[Connection],
    *,
    out: Path,
    patterns: Patterns | None,
    threads: int,
    folder: str,
) -> None:
    """What a worker process does, until the one that started it is gone."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    tempfile.tempdir = folder
    readers.threads = threads

    def on_page(path: Path, done: int, count: int) -> None:
        connection.send((done, count))

    with using(patterns), suppress(EOFError, BrokenPipeError):
        while True:
            for outcome in pipeline.outcomes(connection.recv(), out, patterns, on_page):
                connection.send(outcome)
