"""Results → rows, one transaction a file: what is the same stays, what is another is ended and
replaced, what is gone is ended. Nothing is deleted or changed otherwise."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Column, Connection, Engine, Table, func, insert, select, update

from extract.database.connection import database
from extract.database.rows import (
    Row,
    citation_rows,
    document_row,
    file_row,
    fragment_rows,
    moment,
    number_rows,
    target_row,
    warning_rows,
)
from extract.database.tables import (
    agencies,
    citations,
    document_fragments,
    documents,
    files,
    fragments,
    numbers,
    runs,
    targets,
    warnings,
)
from extract.errors import ExtractError, NoResult, UnfitDatabase
from extract.model import record
from extract.outputs import Output, outputs


@record
class Loaded:
    """What became of one file: ``new``, ``changed``, ``same``, ``withdrawn``, or the error, after
    which the database holds what it held. ``brought`` and ``ended`` count versions of targets."""

    name: str
    what: str
    brought: int = 0
    ended: int = 0
    error: ExtractError | None = None


@record
class _Run:
    """A run, in the transaction of one of its files."""

    connection: Connection
    run_id: int
    now: datetime


def load(folder: Path, place: str, program: str) -> Iterator[Loaded]:
    """Brings the database at ``place`` to what stands in ``folder``; tells of each file when it is
    done. ``program``: the version of this program.

    Raises :class:`ExtractError` where there are no results, or the database fails; the files told
    of until then are whole.
    """
    found = outputs(folder)
    with database(place) as engine:
        known = _known(engine)
        _check_same(known, found, folder, place)
        loader = _Loader(engine, str(folder), program)
        for output in found:
            yield loader.loaded(output, known.get(output.name))
        for name in sorted(known.keys() - {output.name for output in found}):
            yield loader.withdrawn(name)
        loader.finish()


def _known(engine: Engine) -> dict[str, str]:
    """The files in force, with their fingerprints."""
    query = select(files.c.name, files.c.fingerprint).where(files.c.valid_to.is_(None))
    with engine.begin() as connection:
        return {row.name: row.fingerprint for row in connection.execute(query)}


def _check_same(
    known: Mapping[str, str], found: Iterable[Output], folder: Path, place: str
) -> None:
    """That the database is not one of other outputs, whose targets would all be ended."""
    if known and known.keys().isdisjoint(output.name for output in found):
        raise UnfitDatabase(
            f"the database holds the targets of other files, such as {min(known)}, "
            f"and of none in {folder}"
        )


class _Loader:
    """One run. It is written down with the first file that changes something."""

    def __init__(self, engine: Engine, folder: str, program: str) -> None:
        self._engine, self._folder, self._program = engine, folder, program
        self._run_id: int | None = None

    def loaded(self, output: Output, known: str | None) -> Loaded:
        try:
            fingerprint = output.fingerprint()
            if fingerprint == known:
                return Loaded(output.name, "same")
            return self._replaced(fingerprint, *output.decided())
        except ExtractError as error:
            return Loaded(output.name, "failed", error=error)

    def _replaced(
        self, fingerprint: str, result: Mapping[str, Any], decisions: Mapping[str, Any]
    ) -> Loaded:
        row = file_row(result)
        described = [_described(document, row["sha256"]) for document in result["documents"]]
        with self._engine.begin() as connection:
            there = _in_force(connection, row["name"])
            if there and there.fingerprint == fingerprint:  # by another process, in the meantime
                return Loaded(row["name"], "same")
            run = self._run(connection, there)
            _end(run, files, [there.file_id] if there else [])
            file_id = _next(connection, files.c.file_id)
            _insert(run, files, [{**row, "file_id": file_id, "fingerprint": fingerprint}])
            _insert_parts(run, warnings, [(file_id, warning_rows(result))])
            _insert_parts(run, numbers, [(file_id, number_rows(result))])
            brought, ended = _replace(run, row["name"], file_id, described, decisions)
        self._run_id = run.run_id
        return Loaded(row["name"], "changed" if there else "new", brought, ended)

    def withdrawn(self, name: str) -> Loaded:
        with self._engine.begin() as connection:
            there = _in_force(connection, name)
            if there is None:
                return Loaded(name, "same")
            run = self._run(connection, there)
            _end(run, files, [there.file_id])
            _, ended = _replace(run, name, there.file_id, [], {})
        self._run_id = run.run_id
        return Loaded(name, "withdrawn", ended=ended)

    def finish(self) -> None:
        if self._run_id is not None:
            with self._engine.begin() as connection:
                run = update(runs).where(runs.c.run_id == self._run_id)
                connection.execute(run.values(finished_at=datetime.now(UTC)))

    def _run(self, connection: Connection, there: Any) -> _Run:
        now = datetime.now(UTC)
        if there:  # whatever a clock says, no version begins before the one that it follows
            now = max(now, there.valid_from.replace(tzinfo=UTC))
        run_id = self._run_id
        if run_id is None:
            run_id = _next(connection, runs.c.run_id)
            row = {"run_id": run_id, "started_at": now, "outputs": self._folder}
            connection.execute(insert(runs), row | {"program": self._program})
        return _Run(connection, run_id, now)


def _in_force(connection: Connection, name: str) -> Any:
    query = select(files).where(files.c.name == name, files.c.valid_to.is_(None))
    return connection.execute(query).first()


# --------------------------------------------------------------------------- versions


def _described(document: Mapping[str, Any], sha256: str) -> tuple[str, Row, Mapping[str, Any]]:
    """A document with its fingerprint and row. In other bytes it is another version, and so are its
    targets: their proof stands in those. Raises :class:`NoResult`."""
    ids = Counter(target["id"] for target in document["targets"])
    if twice := [id for id, count in ids.items() if count > 1]:
        raise NoResult(f"two targets of a document have the id {twice[0]}")
    own = {key: value for key, value in document.items() if key != "targets"}
    return _fingerprint(sha256, own), document_row(document), document


def _replace(
    run: _Run,
    name: str,
    file_id: int,
    described: Iterable[tuple[str, Row, Mapping[str, Any]]],
    decisions: Mapping[str, Any],
) -> tuple[int, int]:
    """Ends the versions of the file's documents and targets that are not found again, inserts those
    that are new; gives back how many targets it brought and ended."""
    documents_there, targets_there = _versions(run.connection, name)
    next_document = _next(run.connection, documents.c.document_id)
    next_target = first_target = _next(run.connection, targets.c.record_id)
    document_rows, cited, document_proof = [], [], []
    target_rows, named, proof = [], [], []
    for position, (fingerprint, row, document) in enumerate(described):
        document_id, known = documents_there.get(position, (0, ""))
        if known == fingerprint:
            del documents_there[position]
        else:
            document_id, next_document = next_document, next_document + 1
            keys = {"document_id": document_id, "file_id": file_id, "position": position}
            document_rows.append({**row, **keys, "fingerprint": fingerprint})
            cited.append((document_id, citation_rows(document)))
            document_proof.append((document_id, fragment_rows(document["source"])))
        for target in document["targets"]:
            decision = _decision(target, decisions)
            fingerprint = _fingerprint(target, decision)
            there = document_id, target["id"]
            if targets_there.get(there, (0, ""))[1] == fingerprint:
                del targets_there[there]
                continue
            record_id, next_target = next_target, next_target + 1
            keys = {"record_id": record_id, "document_id": document_id, "file_id": file_id}
            row = target_row(target, decision)
            target_rows.append({**row, **keys, "fingerprint": fingerprint})
            named.append((record_id, target["agencies"]))
            proof.append((record_id, fragment_rows(target["source"])))
    _end(run, documents, [document_id for document_id, _ in documents_there.values()])
    _end(run, targets, [record_id for record_id, _ in targets_there.values()])
    _insert(run, documents, document_rows)
    _insert(run, targets, target_rows)
    for table, parts in (
        (citations, cited),
        (document_fragments, document_proof),
        (agencies, named),
        (fragments, proof),
    ):
        _insert_parts(run, table, parts)
    return next_target - first_target, len(targets_there)


def _decision(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Any:
    """The decision that the target is made by; None where it is as extracted."""
    decision = decisions.get(target["id"])
    return decision if decision and decision["verdict"] in target["flags"] else None


def _versions(
    connection: Connection, name: str
) -> tuple[dict[int, tuple[int, str]], dict[tuple[int, str], tuple[int, str]]]:
    """What is in force of the file: documents by position, targets by document and id, each with
    its key and fingerprint."""
    own = select(documents.c.position, documents.c.document_id, documents.c.fingerprint).join_from(
        documents, files
    )
    own = own.where(files.c.name == name, documents.c.valid_to.is_(None))
    there = {position: (key, known) for position, key, known in connection.execute(own)}
    of = [key for key, _ in there.values()]
    theirs = select(
        targets.c.document_id, targets.c.target_id, targets.c.record_id, targets.c.fingerprint
    ).where(targets.c.document_id.in_(of), targets.c.valid_to.is_(None))
    return there, {
        (document, target_id): (key, known)
        for document, target_id, key, known in connection.execute(theirs)
    }


def _fingerprint(*parts: Any) -> str:
    return hashlib.blake2b(orjson.dumps(parts), digest_size=16).hexdigest()


# --------------------------------------------------------------------------- writing


def _next(connection: Connection, key: Column[Any]) -> int:
    """The next key of a table: nobody else writes during the transaction."""
    return int(connection.execute(select(func.max(key))).scalar() or 0) + 1


def _end(run: _Run, table: Table, keys: list[int]) -> None:
    (key,) = table.primary_key
    some = 500  # of keys in a statement: both databases have a limit
    for start in range(0, len(keys), some):
        ended = update(table).where(key.in_(keys[start : start + some]))
        run.connection.execute(ended.values(valid_to=run.now, ended_run_id=run.run_id))


def _insert(run: _Run, table: Table, rows: Iterable[Row]) -> None:
    """Versions, in force from now."""
    validity = {"valid_from": moment(run.now), "run_id": run.run_id}
    columns = table.columns.keys()
    _write(run.connection, table, [[(row | validity).get(key) for key in columns] for row in rows])


def _insert_parts(
    run: _Run, table: Table, parts: Iterable[tuple[int, list[Mapping[str, Any]]]]
) -> None:
    """What belongs to versions, in its order."""
    columns = table.columns.keys()[2:]
    rows = [
        [owner, position, *(row[key] for key in columns)]
        for owner, own in parts
        for position, row in enumerate(own)
    ]
    _write(run.connection, table, rows)


def _write(connection: Connection, table: Table, rows: list[list[Any]]) -> None:
    """By the fastest way that the driver has."""
    if not rows:
        return
    rows = [[_storable(value) for value in row] for row in rows]
    columns = ", ".join(table.columns.keys())
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])
        return
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy,  # type: ignore[attr-defined]
    ):
        for row in rows:
            copy.write_row(row)


def _storable(value: Any) -> Any:
    """PostgreSQL takes no character of code 0, as such or in JSON."""
    if isinstance(value, str) and ("\0" in value or "\\u0000" in value):
        return value.replace("\0", "�").replace("\\u0000", "\\ufffd")
    return value
