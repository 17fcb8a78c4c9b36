"""Results into a database, one transaction a file."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, insert, select, update

from extract.database.connection import database, endure
from extract.database.rows import FileRows, file_rows
from extract.database.tables import files, runs
from extract.database.versions import Change, end_file, file_in_force, next_keys, replace_file
from extract.errors import ExtractError, UnfitDatabase
from extract.indicator_keys import edition
from extract.model import record
from extract.outputs import Output, outputs


@record
class Loaded:
    """What became of one file: ``new``, ``changed``, ``same``, ``withdrawn``, or ``failed``, after
    which the database holds what it held. ``brought`` and ``ended`` count versions of targets."""

    name: str
    what: str
    brought: int = 0
    ended: int = 0
    error: ExtractError | None = None


def load(folder: Path, place: str, program: str) -> Iterator[Loaded]:
    """Brings the database at ``place`` to what stands in ``folder``; tells of each file when it is
    done. ``program``: the version of this program.

    Raises :class:`ExtractError` where there are no results, or the database fails; the files told
    of until then are whole.
    """
    found = outputs(folder)
    with database(place) as engine:
        known = _known(engine)
        _check_same(known, found, folder)
        run = _Run(engine, str(folder), program)
        for output, read in _read_ahead(found, known):
            yield run.loaded(output.name, read)
        for name in sorted(known.keys() - {output.name for output in found}):
            yield run.withdrawn(name)
        run.finish()


def _known(engine: Engine) -> dict[str, str]:
    """The files in force, with their fingerprints."""
    query = select(files.c.name, files.c.fingerprint).where(files.c.valid_to.is_(None))
    with engine.begin() as connection:
        return {row.name: row.fingerprint for row in connection.execute(query)}


def _check_same(known: Mapping[str, str], found: Iterable[Output], folder: Path) -> None:
    """That the database is not one of other outputs, whose targets would all be ended."""
    if known and known.keys().isdisjoint(output.name for output in found):
        raise UnfitDatabase(
            f"the database holds the targets of other files, such as {min(known)}, "
            f"and of none in {folder}"
        )


_Read = tuple[str, FileRows]  # with the fingerprint of the file
_AHEAD = 2  # files that are read, and made rows of, while the database writes


def _read_ahead(
    found: Iterable[Output], known: Mapping[str, str]
) -> Iterator[tuple[Output, _Read | ExtractError | None]]:
    waiting: deque[tuple[Output, Future[_Read | ExtractError | None]]] = deque()
    with ThreadPoolExecutor(1) as reader:
        for output in found:
            waiting.append((output, reader.submit(_read, output, known.get(output.name))))
            if len(waiting) > _AHEAD:
                output, read = waiting.popleft()
                yield output, read.result()
        for output, read in waiting:
            yield output, read.result()


def _read(output: Output, known: str | None) -> _Read | ExtractError | None:
    try:
        fingerprint = f"{output.fingerprint()} {edition()}"  # the keys of indicators hang on it
        if fingerprint == known:
            return None
        return fingerprint, file_rows(*_storable(*output.decided()))
    except ExtractError as error:
        return error


def _storable(
    result: dict[str, Any], decisions: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """PostgreSQL takes no character of code 0; hardly any file has one."""
    data = orjson.dumps([result, decisions])
    if b"\\u0000" in data:
        result, decisions = orjson.loads(data.replace(b"\\u0000", b"\\ufffd"))
    return result, decisions


class _Run:
    """It is written down with the first file that changes something."""

    def __init__(self, engine: Engine, folder: str, program: str) -> None:
        self._engine, self._folder, self._program = engine, folder, program
        self._run_id: int | None = None

    def loaded(self, name: str, read: _Read | ExtractError | None) -> Loaded:
        """``read``: None where the file is the same as in the database."""
        if read is None:
            return Loaded(name, "same")
        if isinstance(read, ExtractError):
            return Loaded(name, "failed", error=read)
        fingerprint, rows = read
        try:
            with self._engine.begin() as connection:
                there = file_in_force(connection, name)
                if there and there.fingerprint == fingerprint:  # another process was faster
                    return Loaded(name, "same")
                change = self._change(connection, there)
                brought, ended = replace_file(change, there, fingerprint, rows)
        except ExtractError as error:
            return Loaded(name, "failed", error=error)
        self._run_id = change.run_id
        return Loaded(name, "changed" if there else "new", brought, ended)

    def withdrawn(self, name: str) -> Loaded:
        with self._engine.begin() as connection:
            there = file_in_force(connection, name)
            if there is None:
                return Loaded(name, "same")
            change = self._change(connection, there)
            ended = end_file(change, there)
        self._run_id = change.run_id
        return Loaded(name, "withdrawn", ended=ended)

    def finish(self) -> None:
        if self._run_id is not None:
            with self._engine.begin() as connection:
                endure(connection)
                run = update(runs).where(runs.c.run_id == self._run_id)
                connection.execute(run.values(finished_at=datetime.now(UTC)))

    def _change(self, connection: Connection, there: Any) -> Change:
        now = datetime.now(UTC)
        if there:  # whatever a clock says, no version begins before the one that it follows
            now = max(now, there.valid_from.replace(tzinfo=UTC))
        next = next_keys(connection)
        if self._run_id is None:
            row = {"run_id": next.run_id, "started_at": now, "outputs": self._folder}
            connection.execute(insert(runs), row | {"program": self._program})
        return Change(connection, self._run_id or next.run_id, now, next)
