"""What is done with one file: read it, extract, check, write; or verify what was written.

The output of a file that fails is removed if an earlier run left one: what stands in the output
folder is always what the last run read.
"""

from __future__ import annotations

import gc
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from extract import readers, store, validation
from extract.errors import (
    Changed,
    Defect,
    ExtractError,
    InvalidResult,
    NoResult,
    NotFound,
    Unreadable,
)
from extract.model import Result, SourceFile, record
from extract.patterns import Patterns, using
from extract.verification import Verification, verification

#: Files that share one start of a converter, and lie on the disk in their converted form together.
TOGETHER = 20


@record
class Job:
    """A file to read, and its ``name``: its path under the folder that was given."""

    path: Path
    name: str


@record
class Counts:
    """How much a result holds: ``targets`` by the kind of their threshold, ``doubts`` and
    ``warnings`` by their code; ``doubtful`` targets have a doubt at least."""

    documents: int = 0
    numbers: int = 0
    doubtful: int = 0
    targets: Mapping[str, int] = field(default_factory=dict)
    doubts: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, int] = field(default_factory=dict)


@record
class Outcome:
    """What became of a file. ``state``: its result is new, differs from the one that stood there,
    is the same, or there is none; ``source`` and ``output`` are the SHA-256 of the file and of its
    result."""

    job: Job
    state: Literal["new", "changed", "unchanged", "failed"]
    source: str | None = None
    output: str | None = None
    counts: Counts = Counts()
    error: ExtractError | None = None
    trace: str = ""  # where in the program the error arose
    read: bool = True  # False where the result of an earlier run still holds


def counts(result: Result) -> Counts:
    """What a result holds."""
    found = [
        (target.threshold.kind, target.doubts)
        for document in result.documents
        for target in document.targets
    ]
    return Counts(
        documents=len(result.documents),
        numbers=len(result.numbers),
        doubtful=sum(bool(doubts) for _, doubts in found),
        targets=_counted(kind for kind, _ in found),
        doubts=_counted(doubt for _, doubts in found for doubt in doubts),
        warnings=_counted(warning.code for warning in result.warnings),
    )


def _counted(codes: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(codes).items()))


def targets(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The targets of all documents of a result."""
    return [target for document in result["documents"] for target in document["targets"]]


def failed(job: Job, error: Exception, out: Path) -> Outcome:
    """The outcome of a file that could not be read; the result of an earlier run is removed."""
    store.remove(store.output_path(out, job.name))
    trace, failure = _trace(error), _failure(error)
    # What led to it is in the trace, and may hold what no other process can be sent.
    failure.__cause__ = failure.__context__ = failure.__traceback__ = None
    return Outcome(job, "failed", error=failure, trace=trace)


def _trace(error: BaseException | None) -> str:
    """Where in the program the error arose, and what led to it. Not by ``format_exception``: that
    fails itself on some syntax errors of XML parsers, which have no line."""
    lines: list[str] = []
    while error is not None:
        own = ["Traceback (most recent call last):\n", *traceback.format_tb(error.__traceback__)]
        lines = [*own, f"{type(error).__name__}: {error}\n", *lines]
        error = error.__cause__ or error.__context__
    return "".join(lines)


def patterns_in(path: str | Path) -> Patterns:
    """The user's patterns in the file at ``path``. Raises :class:`ExtractError`."""
    try:
        return Patterns(store.source_bytes(Path(path)), str(path))
    except NotFound as error:
        raise NotFound(f"{path}: no such file") from error
    except Unreadable as error:
        raise Unreadable(f"{path} {error.what}") from error


def outcomes(
    batch: Iterable[Job],
    out: Path,
    patterns: Patterns | None = None,
    on_page: Callable[[Path, int, int], None] = lambda path, done, count: None,
) -> Iterator[Outcome]:
    """Reads each file, by the user's ``patterns`` too, and writes its result under ``out``, one
    after the other, in this process. ``on_page`` is told of which PDF or picture how many pages are
    read, of how many."""
    for job in _prepared(batch):
        try:
            yield _outcome(job, out, patterns, partial(on_page, job.path))
        except Exception as error:
            yield failed(job, error, out)


def _outcome(job: Job, out: Path, patterns: Patterns | None, on_page: readers.OnPage) -> Outcome:
    with _collector_paused():
        return _written(job, out, patterns, on_page)


def _written(job: Job, out: Path, patterns: Patterns | None, on_page: readers.OnPage) -> Outcome:
    """The outcome alone: what else was made is gone before the collector would look through it."""
    result = _result(job, patterns, on_page)

    def check(part: dict[str, Any]) -> None:
        if validation.issues(part):
            _check(store.result_json(result))

    path = store.output_path(out, job.name)
    state, digest = store.write_parts(path, store.result_parts(result, check))
    return Outcome(job, state, result.source.sha256, digest, counts(result))


def _check(result: dict[str, Any]) -> None:
    if issues := validation.issues(result):
        raise InvalidResult(f"the result breaks its schema: {_first(issues)}")


def _prepared(batch: Iterable[Job]) -> Iterator[Job]:
    """The jobs of the batch, some at a time: each comes when what is done for them together, the
    conversion of old formats, is done."""
    jobs = iter(batch)
    while some := list(islice(jobs, TOGETHER)):
        waiting = [job for job in some if readers.is_prepared(job.name)]
        with readers.prepared(_contents(waiting)) if waiting else nullcontext():
            yield from some


def _contents(jobs: Iterable[Job]) -> Iterator[tuple[bytes, str]]:
    for job in jobs:
        # A file that cannot be opened is reported when it is read.
        with suppress(ExtractError):
            yield store.source_bytes(job.path), job.name


def extract_file(path: str | Path, patterns: str | Path | None = None) -> dict[str, Any]:
    """What ``chitieu extract`` would write for the file at ``path``: the JSON as an object, checked
    against ``schemas/``. Its ``source.file`` is the name of the file; ``patterns`` the path of a
    pattern file.

    Raises :class:`~extract.errors.ExtractError`.
    """
    own = None if patterns is None else patterns_in(patterns)
    with _collector_paused():
        found = _result(Job(Path(path), Path(path).name), own, lambda done, count: None)
        result = store.result_json(found)
        _check(result)
    return result


def checked_result(path: Path) -> dict[str, Any]:
    """The result in the file at ``path``. Raises :class:`ExtractError`, :class:`NoResult` where it
    breaks the schema."""
    result = store.loaded_result(path)
    if issues := validation.issues(result):
        raise NoResult(_first(issues))
    return result


def validations(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Every result under ``folder`` with the places where it breaks its schema, one line each.

    Raises :class:`NotFound` where there is no folder or no result in it.
    """
    for name in _result_names(folder):
        path = store.output_path(folder, name)
        try:
            yield path, validation.issues(store.loaded_result(path))
        except ExtractError as error:
            yield path, [error.what]


def verifications(
    folder: Path, sources: Path
) -> Iterator[tuple[Path, Verification | ExtractError]]:
    """Every result under ``folder`` compared with its source under ``sources``; raises as
    :func:`validations` does."""
    names = _result_names(folder)
    for job in _prepared(Job(sources / name, name) for name in names):
        path = store.output_path(folder, job.name)
        try:
            yield path, _verification(checked_result(path), sources)
        except Exception as error:
            yield path, _failure(error)


def _result_names(folder: Path) -> list[str]:
    if not folder.is_dir():
        raise NotFound(f"{folder}: no such folder")
    found = store.result_names(folder)
    if not found:
        raise NotFound(f"{folder}: no result in this folder")
    return found


def _result(job: Job, patterns: Patterns | None, on_page: readers.OnPage) -> Result:
    """The result. All else that it was made from is gone when this returns: a long source leaves
    its room to the JSON."""
    # What reads the words is half of the program's start, which files that are passed over spare.
    from extract.extraction import extraction

    if not _is_utf8(job.name):
        raise Unreadable("the file's name is not UTF-8")
    data = store.source_content(job.path)
    with using(patterns):
        source = readers.read(data, job.name, on_page)
        file = SourceFile(
            *(job.name, store.sha256(data), source.format, source.pages, source.ocr),
            patterns=None if patterns is None else store.sha256(patterns.data),
            ocr_engine=source.ocr_engine,
            converter=source.converter,
        )
        del data
        return extraction(source, file)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading makes thousands of small objects and hardly a cycle: looking for cycles among them
    in the middle of a file takes a twentieth of the time. They are looked for between files."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _verification(result: dict[str, Any], sources: Path) -> Verification:
    name = result["source"]["file"]
    try:
        data = store.source_bytes(sources / name)
    except NotFound as error:
        raise NotFound(f"its source {sources / name} is not there") from error
    if store.sha256(data) != result["source"]["sha256"]:
        raise Changed(f"{sources / name} has changed since it was read")
    return verification(result, readers.finder(data, name))


def _first(issues: list[str]) -> str:
    more = f" (and {len(issues) - 1} more)" if len(issues) > 1 else ""
    return f"{issues[0][:300]}{more}"


def _failure(error: Exception) -> ExtractError:
    if isinstance(error, ExtractError):
        return error
    return Defect(f"{type(error).__name__}: {error}"[:300])


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
