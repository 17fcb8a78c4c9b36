"""What several test modules share."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from extract.batch import workers

if TYPE_CHECKING:
    from tests.postgres import Server


@pytest.fixture(autouse=True)
def _copied_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Worker processes are copies of this one, with what a test has changed in it: threads that
    other tests leave behind do not count."""
    if sys.platform == "linux":
        monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("fork"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server; without one, what needs it is skipped."""
    from tests.postgres import NoServer, server

    try:
        with server("fsync=off") as running:
            yield running
    except NoServer as error:
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An empty database of each kind, as ``chitieu load --to`` takes it."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("database") / "targets.db")
    server: Server = request.getfixturevalue("postgres")
    return server.database()
