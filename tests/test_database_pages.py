"""What is said about the database: the page of its tables, and what Datasette shows."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.loads import write

pytest.importorskip("sqlalchemy")

from sqlalchemy import text

from extract.database import pages
from extract.database.connection import database
from extract.database.loading import load


def test_pages_are_those_of_the_tables() -> None:
    """Else: python -m extract.database.pages"""
    assert (pages.FOLDER / "README.md").read_text("utf-8") == pages.readme()
    assert (pages.FOLDER / "metadata.yaml").read_text("utf-8") == pages.datasette()


def test_everything_is_explained() -> None:
    for table in pages.metadata.sorted_tables:
        assert table.comment
        assert all(column.comment for column in table.columns), table.name


@pytest.fixture
def file(tmp_path: Path) -> str:
    write(tmp_path / "outputs", "a.txt")
    place = str(tmp_path / "targets.db")
    assert [one.what for one in load(tmp_path / "outputs", place, "test")] == ["new"]
    return place


def test_the_questions_of_the_page_run(tmp_path: Path, place: str) -> None:
    write(tmp_path / "outputs", "a.txt")
    list(load(tmp_path / "outputs", place, "test"))
    blocks = re.findall(r"```sql\n(.*?)```", pages.readme(), re.S)
    absent = "targets_found" if "://" not in place else "target_search"
    statements = [
        statement
        for block in blocks
        if absent not in block
        for statement in block.split(";")
        if statement.strip()
    ]
    assert len(statements) == 7
    with database(place) as engine, engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement)).all()


@pytest.fixture
def site(file: str) -> Iterator[Any]:
    app = pytest.importorskip("datasette.app")
    from datasette.utils import parse_metadata

    found = parse_metadata((pages.FOLDER / "metadata.yaml").read_text("utf-8"))
    served = app.Datasette([file], metadata=found)

    def get(path: str) -> Any:
        return asyncio.run(served.client.get(path))

    return get


def test_datasette_shows_every_table_and_view(site: Any) -> None:
    names = [*(table.name for table in pages.metadata.sorted_tables), *pages.VIEWS]
    for name in names:
        page = site(f"/targets/{name}")
        assert page.status_code == 200, name
    assert "headings above it" in site("/targets/targets").text


@pytest.mark.parametrize("table", ["targets", "targets_in_force"])
@pytest.mark.parametrize("words", ["đất đai", "dat dai", "Đo đạc", "huyện đất"])
def test_datasette_searches_with_and_without_marks(site: Any, table: str, words: str) -> None:
    found = site(f"/targets/{table}.json?_shape=array&_search={words}").json()
    assert [row["ordinal"] for row in found] == ["3"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("search?words=ĐẤT+đai", 1),
        ("due?first_day=2025-04-01&last_day=2025-06-30", 1),
        ("agency?agency=Nội+vụ", 1),
        ("history?target_id=none", 0),
        ("in_force_on?day=2999-01-01", 4),
    ],
)
def test_datasette_answers_the_common_questions(site: Any, query: str, count: int) -> None:
    name, _, values = query.partition("?")
    assert len(site(f"/targets/{name}.json?_shape=array&{values}").json()) == count
