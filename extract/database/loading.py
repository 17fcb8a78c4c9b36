"""Results into a database, one transaction a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, insert, select, update

from extract.database.connection import database, endure
from extract.database.tables import files, runs
from extract.database.versions import Change, end_file, file_in_force, next_keys, replace_file
from extract.errors import ExtractError, UnfitDatabase
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
        for output in found:
            yield run.loaded(output, known.get(output.name))
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


class _Run:
    """It is written down with the first file that changes something."""

    def __init__(self, engine: Engine, folder: str, program: str) -> None:
        self._engine, self._folder, self._program = engine, folder, program
        self._run_id: int | None = None

    def loaded(self, output: Output, known: str | None) -> Loaded:
        try:
            fingerprint = output.fingerprint()
            if fingerprint == known:
                return Loaded(output.name, "same")
            result, decisions = _storable(output.decided())
            with self._engine.begin() as connection:
                there = file_in_force(connection, output.name)
                if there and there.fingerprint == fingerprint:  # another process was faster
                    return Loaded(output.name, "same")
                change = self._change(connection, there)
                brought, ended = replace_file(change, there, fingerprint, result, decisions)
        except ExtractError as error:
            return Loaded(output.name, "failed", error=error)
        self._run_id = change.run_id
        return Loaded(output.name, "changed" if there else "new", brought, ended)

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


_Read = tuple[dict[str, Any], dict[str, Any]]  # a result, and the decisions of reviewers


def _storable(read: _Read) -> _Read:
    """PostgreSQL takes no character of code 0; hardly any file has one."""
    data = orjson.dumps(read)
    if b"\\u0000" not in data:
        return read
    result, decisions = orjson.loads(data.replace(b"\\u0000", b"\\ufffd"))
    return result, decisions
