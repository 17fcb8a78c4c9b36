"""An engine of Dask workers on other machines: Dask's scheduler hands out the files, and gives
those of a worker that is gone to another.

The workers read and write the files themselves, by the same paths or URLs.
"""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from extract import pipeline
from extract.batch import Task
from extract.batch.version import made_by
from extract.errors import Crashed, NoCluster
from extract.patterns import Patterns, using
from extract.pipeline import Job, Outcome


def outcomes(
    tasks: Iterator[Task],
    out: Path,
    patterns: Patterns | None = None,
    address: str = "",
    seconds: float = 300.0,
) -> Iterator[Outcome]:
    """What :func:`extract.pipeline.outcomes` gives, by the workers of the Dask scheduler at
    ``address``, as the files are done. A worker of whose file nothing is read in so many
    ``seconds`` is ended.

    Raises :class:`NoCluster` where there is no scheduler or no worker, where a worker has another
    version of the program, or where the scheduler is lost.
    """
    try:
        from distributed import CancelledError, Client, as_completed
        from distributed.comm import CommClosedError
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise NoCluster("the package distributed is not installed") from error
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError, TypeError) as error:
        raise NoCluster(f"no scheduler of Dask answers at {address}") from error
    with client:
        versions = client.run(made_by, None)
        if not versions:
            raise NoCluster(f"the scheduler at {address} has no workers")
        others = [worker for worker, version in versions.items() if version != made_by(None)]
        if others:
            raise NoCluster(f"{others[0]} has another version of the program or of its models")
        given: dict[Any, Task] = {}

        def submitted(some: Iterator[Task]) -> Iterator[Any]:
            for task in some:
                own = None if patterns is None else (patterns.data, patterns.name)
                future = client.submit(
                    _read, _absolute(task), _whole(out), own, seconds, pure=False
                )
                given[future] = task
                yield future

        running = as_completed(submitted(islice(tasks, 2 * sum(client.nthreads().values()))))
        for future in running:
            task = given.pop(future)
            try:
                found = future.result()
            except (CancelledError, CommClosedError) as error:
                raise NoCluster(f"the scheduler at {address} is gone") from error
            except KilledWorker:
                found = [pipeline.failed(task[0], Crashed(_ENDED), out)]
                again = [(job,) for job in task[1:]]  # the file at fault is the first that is left
                running.update(list(submitted(iter(again))))
            for outcome, job in zip(found, task, strict=False):
                yield replace(outcome, job=job)
            running.update(list(submitted(islice(tasks, 1))))


_ENDED = "each worker that read it ended: it crashed, took too long, or too much memory"


def _read(
    task: Task, out: Path, patterns: tuple[bytes, str] | None, seconds: float
) -> list[Outcome]:
    """What a worker does."""

    def on_page(*_: object) -> None:
        # Where this is not called again in time, the process ends, whatever it is doing.
        faulthandler.dump_traceback_later(seconds, exit=True)

    own = None if patterns is None else _patterns(*patterns)
    found = []
    try:
        with using(own):
            on_page()
            for outcome in pipeline.outcomes(task, out, own, on_page):
                found.append(outcome)
                on_page()
    finally:
        faulthandler.cancel_dump_traceback_later()
    return found


@lru_cache(maxsize=1)
def _patterns(data: bytes, name: str) -> Patterns:
    return Patterns(data, name)


def _absolute(task: Task) -> Task:
    return tuple(Job(_whole(job.path), job.name) for job in task)


def _whole(path: Path) -> Path:
    """The path as a process with another working directory finds it."""
    return path.absolute() if isinstance(path, Path) else path
