"""``report.json`` in the output folder: what the last run did, and what each result was made from.

The next run passes over a file where nothing changed: neither its content, nor its result, nor the
program. The report is written every few seconds, so that a run that is killed goes on where it
stopped; a report that is lost or damaged costs time, nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import orjson

from extract import store
from extract.errors import ExtractError
from extract.pipeline import Counts, Job, Outcome

_EVERY = 2.0  # seconds


@dataclass(slots=True)
class Summary:
    """Counts over the files of a run: how many ended in each state; over their results."""

    states: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    numbers: int = 0
    doubtful: int = 0
    targets: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    failures: list[ExtractError] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.states[outcome.state] += 1
        self.documents += outcome.counts.documents
        self.numbers += outcome.counts.numbers
        self.doubtful += outcome.counts.doubtful
        self.targets.update(outcome.counts.targets)
        self.doubts.update(outcome.counts.doubts)
        self.warnings.update(outcome.counts.warnings)
        if outcome.error is not None:
            self.failures.append(outcome.error)

    @property
    def exit_code(self) -> int:
        """0 where nothing failed; the error's own code where all that failed, failed alike."""
        codes = {error.exit_code for error in self.failures}
        if not codes:
            return 0
        return codes.pop() if len(codes) == 1 else 1


class Report:
    """The report of a run into ``out`` by the program ``made_by``; begins with what the report that
    stands there knows of files. ``orphans``: names of sources that are gone and have results."""

    def __init__(self, out: Path, made_by: str, orphans: Sequence[str] = ()) -> None:
        self.summary = Summary()
        self.orphans = list(orphans)
        self._out, self._made_by = out, made_by
        self._started = _now()
        self._finished: str | None = None
        self._files = _known(out)
        self._written = monotonic()

    def unchanged(self, job: Job) -> Outcome | None:
        """The outcome of a file that need not be read: its content and the program are those that
        made the result, and the result is as it was written."""
        known = self._files.get(job.name)
        if known is None or known.get("made_by") != self._made_by or "output" not in known:
            return None
        try:
            source = _digest(job.path)
            output = store.output_path(self._out, job.name)
            same = source == known["source"] and _digest(output) == known["output"]
            counts = Counts(**known["counts"])
        except (ExtractError, KeyError, TypeError):
            return None  # it is read, and fails then, where it cannot be read
        if not same:
            return None
        return Outcome(job, "unchanged", source, known["output"], counts, read=False)

    def add(self, outcome: Outcome) -> None:
        """Takes in what became of a file."""
        self.summary.add(outcome)
        self._files[outcome.job.name] = self._entry(outcome)
        if monotonic() - self._written > _EVERY:
            self.write()

    def finish(self) -> None:
        """The run came to its end."""
        self._finished = _now()

    def write(self) -> None:
        """Puts the report into the output folder; raises as :func:`extract.store.write`."""
        summary = self.summary
        report = {
            "schema": "1",
            "made_by": self._made_by,
            "started": self._started,
            "finished": self._finished,
            "states": summary.states,
            "documents": summary.documents,
            "numbers": summary.numbers,
            "doubtful": summary.doubtful,
            "targets": summary.targets,
            "doubts": summary.doubts,
            "warnings": summary.warnings,
            "orphans": self.orphans,
            "files": dict(sorted(self._files.items())),
        }
        store.write(self._out / store.REPORT, store.canonical(report))
        self._written = monotonic()

    def _entry(self, outcome: Outcome) -> dict[str, Any]:
        if not outcome.read:
            return {**self._files[outcome.job.name], "state": outcome.state}
        if outcome.error is not None:
            error = outcome.error
            failure = {"code": error.exit_code, "name": type(error).__name__, "what": str(error)}
            return {"state": outcome.state, "error": failure}
        return {
            "state": outcome.state,
            "source": outcome.source,
            "output": outcome.output,
            "made_by": self._made_by,
            "counts": asdict(outcome.counts),
        }


def _digest(path: Path) -> str:
    return store.sha256(store.source_content(path))


def _known(out: Path) -> dict[str, dict[str, Any]]:
    """What the report in ``out`` says of files whose results are there; nothing where there is none
    that can be read."""
    try:
        files = orjson.loads(store.source_bytes(out / store.REPORT))["files"].items()
    except (ExtractError, ValueError, TypeError, KeyError, AttributeError):
        return {}
    results = set(store.result_names(out))
    return {
        name: {**entry, "state": "kept"}
        for name, entry in files
        if isinstance(entry, dict) and name in results
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
