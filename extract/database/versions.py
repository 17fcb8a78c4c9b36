"""Versions in the tables, within one transaction: what is the same stays, what is another is ended
and replaced, what is gone is ended. Nothing is deleted or changed otherwise."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import StringIO
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update

from extract.database.rows import FileRows, Part, moment
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
from extract.flat import Row
from extract.model import record

# Put together once: SQLAlchemy takes longer for that than the database for the answer.
_FILE = select(files).where(files.c.name == bindparam("name"), files.c.valid_to.is_(None))
_DOCUMENTS = (
    select(documents.c.position, documents.c.document_id, documents.c.fingerprint)
    .join_from(documents, files)
    .where(files.c.name == bindparam("name"), documents.c.valid_to.is_(None))
)
_TARGETS = select(
    targets.c.document_id, targets.c.target_id, targets.c.record_id, targets.c.fingerprint
).where(
    targets.c.document_id.in_(bindparam("documents", expanding=True)), targets.c.valid_to.is_(None)
)
_NEXT = select(
    *(
        (func.coalesce(select(func.max(key)).scalar_subquery(), 0) + 1).label(key.name)
        for key in (runs.c.run_id, files.c.file_id, documents.c.document_id, targets.c.record_id)
    )
)


class _TextFormat(csv.Dialect):
    delimiter = "\t"
    escapechar = "\\"
    lineterminator = "\r\n"
    quoting = csv.QUOTE_NONE


_KEYS_AT_ONCE = 500  # in one statement: both databases have a limit


@record
class Change:
    """A run, at the moment in which it changes the versions of one file; ``next`` holds the next
    key of each table: nobody else writes during the transaction."""

    connection: Connection
    run_id: int
    now: datetime
    next: Any


def file_in_force(connection: Connection, name: str) -> Any:
    """The row of the file's version in force, or None."""
    return connection.execute(_FILE, {"name": name}).first()


def next_keys(connection: Connection) -> Any:
    return connection.execute(_NEXT).one()


def replace_file(change: Change, there: Any, fingerprint: str, rows: FileRows) -> tuple[int, int]:
    """Brings the versions of a file to ``rows``, ``there`` being its row in force or None; gives
    back how many versions of targets it brought and ended."""
    if there:
        _end(change, files, [there.file_id])
    file_id = change.next.file_id
    _insert(change, files, [{**rows.row, "file_id": file_id, "fingerprint": fingerprint}])
    _write(change.connection, warnings, _of(file_id, rows.warnings))
    _write(change.connection, numbers, _of(file_id, rows.numbers))
    return _replace_documents(change, file_id, rows)


def end_file(change: Change, there: Any) -> int:
    """Ends the versions of a file; gives back how many were of targets."""
    _end(change, files, [there.file_id])
    own, theirs = _in_force(change.connection, there.name)
    _end(change, documents, [key for key, _ in own.values()])
    _end(change, targets, [key for key, _ in theirs.values()])
    return len(theirs)


def _replace_documents(change: Change, file_id: int, rows: FileRows) -> tuple[int, int]:
    old_documents, old_targets = _in_force(change.connection, rows.name)
    next_document, next_record = change.next.document_id, change.next.record_id
    new_documents: list[Row] = []
    new_targets: list[Row] = []
    parts: dict[Table, list[Part]] = {
        table: [] for table in (citations, document_fragments, agencies, fragments)
    }
    for position, document in enumerate(rows.documents):
        document_id, known = old_documents.get(position, (0, ""))
        if known == document.fingerprint:
            del old_documents[position]
        else:
            document_id, next_document = next_document, next_document + 1
            keys = {"document_id": document_id, "file_id": file_id, "position": position}
            new_documents.append({**document.row, **keys, "fingerprint": document.fingerprint})
            parts[citations] += _of(document_id, document.citations)
            parts[document_fragments] += _of(document_id, document.fragments)
        for target in document.targets:
            there = document_id, target.id
            if old_targets.get(there, (0, ""))[1] == target.fingerprint:
                del old_targets[there]
                continue
            keys = {"record_id": next_record, "document_id": document_id, "file_id": file_id}
            new_targets.append({**target.row, **keys, "fingerprint": target.fingerprint})
            parts[agencies] += _of(next_record, target.agencies)
            parts[fragments] += _of(next_record, target.fragments)
            next_record += 1
    _end(change, documents, [key for key, _ in old_documents.values()])
    _end(change, targets, [key for key, _ in old_targets.values()])
    _insert(change, documents, new_documents)
    _insert(change, targets, new_targets)
    for table, found in parts.items():
        _write(change.connection, table, found)
    return len(new_targets), len(old_targets)


def _of(key: int, parts: Iterable[Part]) -> Iterator[Part]:
    """Rows of what belongs to the version with this key."""
    return ([key, *part] for part in parts)


def _in_force(
    connection: Connection, name: str
) -> tuple[dict[int, tuple[int, str]], dict[tuple[int, str], tuple[int, str]]]:
    """What is in force of a file: documents by position, targets by document and id, each with its
    key and fingerprint."""
    found = connection.execute(_DOCUMENTS, {"name": name})
    own = {row.position: (row.document_id, row.fingerprint) for row in found}
    if not own:
        return {}, {}
    found = connection.execute(_TARGETS, {"documents": [key for key, _ in own.values()]})
    return own, {
        (row.document_id, row.target_id): (row.record_id, row.fingerprint) for row in found
    }


def _end(change: Change, table: Table, keys: Sequence[int]) -> None:
    (key,) = table.primary_key
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        ended = update(table).where(key.in_(keys[start : start + _KEYS_AT_ONCE]))
        change.connection.execute(ended.values(valid_to=change.now, ended_run_id=change.run_id))


def _insert(change: Change, table: Table, rows: Iterable[Row]) -> None:
    """Versions, in force from now."""
    validity = {"valid_from": moment(change.now), "run_id": change.run_id}
    columns = table.columns.keys()
    complete = ({**row, **validity} for row in rows)
    _write(change.connection, table, ([row.get(key) for key in columns] for row in complete))


def _write(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Rows with all columns of the table, by the fastest way that the driver has."""
    rows = list(rows)
    if not rows:
        return
    columns = ", ".join(table.columns.keys())
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        cursor.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", rows)
    else:
        # PostgreSQL's own text format: a backslash before what would end a field or a line. Nothing
        # and an empty text are the same in it: no result has the latter.
        text = StringIO()
        csv.writer(text, _TextFormat).writerows(rows)
        with cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN (NULL '')") as copy:
            copy.write(text.getvalue())
    cursor.close()
