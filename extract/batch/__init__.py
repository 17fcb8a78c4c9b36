"""The only loop over files: passes over what is unchanged, has an engine read the rest, and keeps
the report.

A file that fails is reported and the batch goes on. The results are the same in any order and with
any number of workers: each is made of its own file alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extract import readers
from extract.batch.report import Report
from extract.pipeline import TOGETHER, Job, Outcome

#: Some files to read one after the other, in one process.
Task = tuple[Job, ...]
#: Reads the files of the tasks; which come as they are asked for.
Engine = Callable[[Iterator[Task]], Iterator[Outcome]]


def run(
    batch: Iterable[Job],
    engine: Engine,
    report: Report,
    tell: Callable[[Outcome], None] = lambda outcome: None,
    *,
    force: bool = False,
) -> None:
    """Reads the files of the batch that have changed since the report was written, or all of them
    with ``force``, and tells of each file when it is done. However the run ends, the report holds
    what was done."""

    def told(outcome: Outcome) -> None:
        report.add(outcome)
        tell(outcome)

    def to_read() -> Iterator[Job]:
        for job in batch:
            known = None if force else report.unchanged(job)
            if known is None:
                yield job
            else:
                told(known)

    try:
        for outcome in engine(_tasks(to_read())):
            told(outcome)
        report.finish()
    finally:
        report.write()


def _tasks(jobs: Iterable[Job]) -> Iterator[Task]:
    """Each file by itself; those of formats that are converted first, some together."""
    waiting: list[Job] = []
    for job in jobs:
        if not readers.is_prepared(job.name):
            yield (job,)
            continue
        waiting.append(job)
        if len(waiting) == TOGETHER:
            yield tuple(waiting)
            waiting.clear()
    if waiting:
        yield tuple(waiting)
