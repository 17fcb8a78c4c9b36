"""A database, opened, brought to the newest tables, and its failures in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import orjson
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from extract.database.views import create_views, drop_views
from extract.errors import (
    DatabaseBusy,
    DatabaseFailed,
    DatabaseRefused,
    ExtractError,
    NewerDatabase,
    NoDatabase,
    UnfitDatabase,
)

#: How long another program's lock is waited for, in seconds.
PATIENCE = 60
_VERSION_TABLE = "chitieu_version"
_LOCK = 0x63746965  # one writer at a time, as in SQLite; any number that no other program takes


@contextmanager
def database(place: str) -> Iterator[Engine]:
    """The database at ``place``, a file of SQLite or the URL of a PostgreSQL database, with the
    newest tables. Every transaction has it for itself.

    Raises :class:`ExtractError`, also for what fails while it is used.
    """
    url = _url(place)
    engine = create_engine(url, json_serializer=lambda value: orjson.dumps(value).decode())
    try:
        with _failures(engine, url):
            _watch(engine)
            with engine.begin() as connection:
                _check(connection, url)
                _migrate(connection, url)
            if engine.dialect.name == "sqlite":
                _let_others_read(engine)
            yield engine
    finally:
        engine.dispose()


def _url(place: str) -> URL:
    if "://" not in place:
        return URL.create("sqlite", database=place)
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise NoDatabase("the database is not given as it should be") from error
    kind = url.drivername.partition("+")[0]
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    raise NoDatabase(f"{kind}:// is no kind of database that is known here")


def _watch(engine: Engine) -> None:
    """Has every connection behave alike: dates in UTC, real transactions, locks waited for."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        if engine.dialect.name == "sqlite":
            connection.isolation_level = None  # BEGIN below; sqlite3's own comes too late
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.execute("PRAGMA wal_autocheckpoint = 10000")
            cursor.execute("PRAGMA cache_size = -32000")
        else:
            cursor.execute(f"SET lock_timeout = '{PATIENCE}s'")
            cursor.execute("SET TIME ZONE 'UTC'")
            cursor.execute("SET client_encoding = 'UTF8'")
            cursor.execute("SET synchronous_commit = off")
            connection.commit()
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def endure(connection: Connection) -> None:
    """Has this transaction, and all before it, survive even a power cut when it is committed. The
    others do not wait for the disk: what a power cut takes of them, the next load brings again."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL synchronous_commit = on")


def _let_others_read(engine: Engine) -> None:
    """Readers do not wait for writers, nor writers for the disk. Where the file system cannot do
    this, or somebody else reads just now, it goes without."""
    connection = engine.raw_connection()
    with suppress(sqlite3.OperationalError):
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    connection.close()


def _check(connection: Connection, url: URL) -> None:
    names = inspect(connection).get_table_names()
    if names and _VERSION_TABLE not in names:
        raise UnfitDatabase(f"{_shown(url)} holds tables of another program ({names[0]})")
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise UnfitDatabase(f"{_shown(url)} has the encoding {encoding} instead of UTF8")


def _migrate(connection: Connection, url: URL) -> None:
    script = ScriptDirectory.from_config(_configuration(connection))
    options = {"version_table": _VERSION_TABLE}
    there = MigrationContext.configure(connection, opts=options).get_current_revision()
    if there == script.get_current_head():
        return
    if there not in (None, *(revision.revision for revision in script.walk_revisions())):
        raise NewerDatabase(f"{_shown(url)} has newer tables ({there}) than this program knows")
    from alembic import command

    drop_views(connection)
    command.upgrade(_configuration(connection), "head")
    create_views(connection)


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", "extract.database:migrations")
    configuration.attributes.update(connection=connection, version_table=_VERSION_TABLE)
    return configuration


@contextmanager
def _failures(engine: Engine, url: URL) -> Iterator[None]:
    """Turns the errors of the driver, on the way through SQLAlchemy or not, into those of this
    program."""
    try:
        yield
    except DBAPIError as error:
        raise _failure(error.orig or error, url) from error
    except engine.dialect.loaded_dbapi.Error as error:
        raise _failure(error, url) from error


def _failure(error: BaseException, url: URL) -> ExtractError:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    if isinstance(error, sqlite3.Error):
        kind, words = _OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _OTHER)
    else:
        kind, words = _of_postgresql(getattr(error, "sqlstate", None), str(error))
    return kind(f"{_shown(url)}{words or f': {lines[0].strip()[:300]}'}")


_OTHER: tuple[type[ExtractError], str] = (DatabaseFailed, "")
_OF_SQLITE: dict[int, tuple[type[ExtractError], str]] = {
    sqlite3.SQLITE_BUSY: (DatabaseBusy, " is locked by another program"),
    sqlite3.SQLITE_LOCKED: (DatabaseBusy, " is locked by another program"),
    sqlite3.SQLITE_CANTOPEN: (NoDatabase, " cannot be opened or made"),
    sqlite3.SQLITE_NOTADB: (UnfitDatabase, " is a file of another program"),
    sqlite3.SQLITE_READONLY: (DatabaseRefused, " may not be written"),
    sqlite3.SQLITE_PERM: (DatabaseRefused, " may not be written"),
}


def _of_postgresql(state: str | None, message: str) -> tuple[type[ExtractError], str]:
    if state is None:  # no session: what the server said, if there was one, is in the message
        refused = "FATAL" in message or "password" in message
        return (DatabaseRefused if refused else NoDatabase), ""
    if state == "55P03":
        return DatabaseBusy, " is locked by another program"
    if state[:2] == "28" or state in ("3D000", "42501", "25006"):
        return DatabaseRefused, ""
    return _OTHER


def _shown(url: URL) -> str:
    """The place as it was given, without the password."""
    if url.drivername == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql").render_as_string(hide_password=True)
