"""``chitieu load`` where something stands in its way: one line, a remedy, an exit code."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract import errors
from extract.cli import main
from tests.loads import write

pytest.importorskip("sqlalchemy")

from sqlalchemy import create_engine

from extract.database import connection


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    write(folder, "a.txt")
    return folder


@pytest.fixture
def failed(out: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Loads into a place; gives back the one line that is said."""

    def load(place: str | Path, kind: type[errors.ExtractError]) -> str:
        assert main(["load", str(out), "--to", str(place)]) == kind.exit_code
        printed = capsys.readouterr().err
        assert printed.count("\n") == 1, printed
        assert "tests:tests" not in printed
        return printed

    return load


def executed(url: str, *statements: str) -> None:
    engine = create_engine(
        url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as session:
        for statement in statements:
            session.exec_driver_sql(statement)
    engine.dispose()


# --------------------------------------------------------------------------- SQLite


def test_a_folder_that_is_not_there(failed: Any, tmp_path: Path) -> None:
    line = failed(tmp_path / "none" / "targets.db", errors.NoDatabase)
    assert "cannot be opened" in line


def test_a_file_that_is_no_database(failed: Any, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"PK\3\4" + bytes(5000))
    assert "another program" in failed(path, errors.UnfitDatabase)
    assert path.read_bytes() == b"PK\3\4" + bytes(5000)


def test_a_database_of_another_program(failed: Any, tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    with sqlite3.connect(path) as session:
        session.execute("CREATE TABLE books (title TEXT)")
    before = path.read_bytes()
    assert "books" in failed(path, errors.UnfitDatabase)
    assert path.read_bytes() == before


def test_a_locked_file(failed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    path = tmp_path / "targets.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "locked" in failed(path, errors.DatabaseBusy)
    other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written(failed: Any, tmp_path: Path) -> None:
    path = tmp_path / "targets.db"
    sqlite3.connect(path).execute("PRAGMA user_version = 1").connection.close()
    path.chmod(0o444)
    failed(path, errors.DatabaseRefused)


def test_a_full_disk(failed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "targets.db"
    watch = connection._watch

    def small(engine: Any) -> None:
        watch(engine)
        connection.event.listen(
            engine, "connect", lambda session, _: session.execute("PRAGMA max_page_count = 20")
        )

    monkeypatch.setattr(connection, "_watch", small)
    assert "full" in failed(path, errors.DatabaseFailed)


@pytest.mark.parametrize(
    "url", ["mysql://u@h/d", "targets://x", "postgresql://h:port/d", "sqlite://"]
)
def test_what_is_no_database(failed: Any, url: str) -> None:
    failed(url, errors.NoDatabase)


# --------------------------------------------------------------------------- both


def test_newer_tables(failed: Any, out: Path, place: str) -> None:
    assert main(["load", str(out), "--to", place]) == 0
    newer = "UPDATE chitieu_version SET version_num = '9999'"
    executed(place if "://" in place else f"sqlite:///{place}", newer)
    assert "9999" in failed(place, errors.NewerDatabase)


def test_other_outputs(
    out: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "others", "2024/c.txt")
    assert main(["load", str(tmp_path / "others"), "--to", place]) == 0
    assert main(["load", str(out), "--to", place]) == errors.UnfitDatabase.exit_code
    assert "2024/c.txt" in capsys.readouterr().err


def test_a_part_of_the_outputs(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "outputs", "2024/c.txt")
    code = main(["load", str(tmp_path / "outputs" / "2024"), "--to", place])
    assert code == errors.NoResult.exit_code
    assert "--out" in capsys.readouterr().err


# --------------------------------------------------------------------------- PostgreSQL


def test_no_server(failed: Any) -> None:
    assert "refused" in failed("postgresql://tests:tests@127.0.0.1:9/db", errors.NoDatabase)


def test_a_wrong_password(failed: Any, postgres: Any) -> None:
    line = failed(postgres.url(password="secret"), errors.DatabaseRefused)
    assert "password" in line
    assert "secret" not in line


def test_no_such_database(failed: Any, postgres: Any) -> None:
    assert "nowhere" in failed(postgres.url("nowhere"), errors.DatabaseRefused)


def test_a_user_who_may_not_make_tables(failed: Any, postgres: Any) -> None:
    url = postgres.database()
    executed(
        url,
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN PASSWORD 'tests'",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    )
    failed(url.replace("//tests:", "//reader:"), errors.DatabaseRefused)


def test_another_encoding(failed: Any, postgres: Any) -> None:
    url = postgres.database("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    assert "LATIN1" in failed(url, errors.UnfitDatabase)


def test_tables_of_another_program(failed: Any, postgres: Any) -> None:
    url = postgres.database()
    executed(url, "CREATE TABLE books (title text)")
    assert "books" in failed(url, errors.UnfitDatabase)


def test_a_schema_of_its_own_beside_another_program(out: Path, postgres: Any) -> None:
    url = postgres.database()
    executed(url, "CREATE TABLE books (title text)", "CREATE SCHEMA targets")
    assert main(["load", str(out), "--to", f"{url}?options=-csearch_path%3Dtargets"]) == 0


def test_a_lock_kept_by_another(
    failed: Any, postgres: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    url = postgres.database()
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as session:
        session.exec_driver_sql(f"SELECT pg_advisory_xact_lock({connection._LOCK})")
        assert "locked" in failed(url, errors.DatabaseBusy)
    engine.dispose()


def test_a_connection_that_breaks(
    failed: Any, postgres: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extract.database import loading

    def broken(session: Any, name: str) -> None:
        session.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    monkeypatch.setattr(loading, "file_in_force", broken)
    failed(postgres.database(), errors.DatabaseFailed)


# --------------------------------------------------------------------------- libraries


@pytest.mark.parametrize("command", ["load", "export"])
def test_without_the_libraries(command: str, out: Path, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "for name in ('sqlalchemy', 'pandas'): sys.modules[name] = None\n"
        "from extract.cli import main\n"
        f"sys.exit(main([{command!r}, {str(out)!r}, '--to', {str(tmp_path / 'targets.csv')!r}]))"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ended.returncode == errors.NoLibraries.exit_code, ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "pip install" in ended.stderr


def test_other_commands_do_not_load_the_libraries(out: Path) -> None:
    program = (
        "import sys\n"
        "from extract.cli import main\n"
        f"main(['validate', {str(out)!r}])\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'psycopg', 'pandas', 'pyarrow', "
        "'xlsxwriter') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ended.stdout.splitlines()[-1] == "[]", ended.stderr
