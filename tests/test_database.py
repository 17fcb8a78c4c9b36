"""Loading: what is in force, what is kept, and that nothing is doubled or lost."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline, reviews, store
from tests.loads import write, written_targets

pytest.importorskip("sqlalchemy")

from sqlalchemy import text

from extract.database.connection import database
from extract.database.loading import Loaded, load
from extract.database.search import found
from extract.database.tables import metadata


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    write(folder, "a.txt", 1)
    write(folder, "2025/b.txt", 2)
    return folder


def loaded(out: Path, place: str) -> dict[str, Loaded]:
    return {one.name: one for one in load(out, place, "test")}


def rows(place: str, query: str, **values: Any) -> list[dict[str, Any]]:
    with database(place) as engine, engine.begin() as connection:
        return [dict(row) for row in connection.execute(text(query), values).mappings()]


def one(place: str, query: str, **values: Any) -> Any:
    ((value,),) = (row.values() for row in rows(place, query, **values))
    return value


def dump(place: str) -> dict[str, Sequence[Any]]:
    """Everything in the tables."""
    with database(place) as engine, engine.begin() as connection:
        return {
            table.name: connection.execute(table.select().order_by(*table.primary_key)).all()
            for table in metadata.sorted_tables
        }


# --------------------------------------------------------------------------- what is loaded


def test_everything_in_the_results_is_loaded(out: Path, place: str) -> None:
    assert [one.what for one in loaded(out, place).values()] == ["new", "new"]
    results = [store.loaded_result(path) for path in sorted(out.rglob("*.json"))]
    documents = [document for result in results for document in result["documents"]]
    targets = [target for document in documents for target in document["targets"]]
    expected = {
        "runs": 1,
        "files": 2,
        "documents": len(documents),
        "citations": sum(len(document["cites"]) for document in documents),
        "document_fragments": sum(len(document["source"]) for document in documents),
        "targets": len(targets),
        "agencies": sum(len(target["agencies"]) for target in targets),
        "fragments": sum(len(target["source"]) for target in targets),
        "numbers": sum(len(result["numbers"]) for result in results),
        "warnings": sum(len(result["warnings"]) for result in results),
    }
    assert {name: len(found) for name, found in dump(place).items()} == expected
    assert expected["targets"] == 8
    assert expected["citations"] == 2


def test_the_fields_of_a_record_come_typed(out: Path, place: str) -> None:
    loaded(out, place)
    (row,) = rows(
        place,
        "SELECT * FROM targets_in_force WHERE ordinal = '1' AND file = 'a.txt'",
    )
    expected = {
        "document_number": "1/KH-UBND",
        "content": "Tỷ lệ hồ sơ trực tuyến",
        "threshold_kind": "level",
        "comparator": "ge",
        "value": 70.0,
        "unit": "%",
        "lead": "Phòng Nội vụ",
        "coordinate": "UBND các xã",
        "monitor": None,
        "due_kind": "fixed",
        "due_text": "Quý II/2025",
    }
    assert {key: row[key] for key in expected} == expected
    (stored,) = (row for row in dump(place)["targets"] if row.record_id == row.record_id == 1)
    assert stored.due_start == datetime.date(2025, 4, 1)
    assert stored.due_end == datetime.date(2025, 6, 30)
    assert stored.section == []
    assert stored.of_each is False
    assert stored.valid_from.replace(tzinfo=None) <= datetime.datetime.now(datetime.UTC).replace(
        tzinfo=None
    )
    (every,) = (row.due_every for row in dump(place)["targets"] if row.record_id == 2)
    assert every == ["P3M"]


def test_the_proof_stands_beside_the_record(out: Path, place: str) -> None:
    loaded(out, place)
    result = store.loaded_result(out / "a.txt.json")
    target = pipeline.targets(result)[0]
    found = rows(
        place,
        "SELECT f.field, f.quote FROM fragments f JOIN targets t ON t.record_id = f.record_id "
        "WHERE t.target_id = :id ORDER BY f.position",
        id=target["id"],
    )
    assert found == [{key: one[key] for key in ("field", "quote")} for one in target["source"]]


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("hồ\0sơ", "hồ\ufffdsơ"),  # PostgreSQL takes no character of code 0
        ("a\r\nb\n\\.\nc\td", None),
        ("\\N", None),
        ('"%\\"; \'--', None),
        ("\\u0041 \u2028😀", None),
    ],
)
def test_text_is_stored_as_it_is(out: Path, place: str, raw: str, stored: str | None) -> None:
    def edit(result: dict[str, Any]) -> None:
        pipeline.targets(result)[0]["source"][0]["raw"] = raw
        result["warnings"] = [{"code": "x", "message": raw, "source": []}]

    write(out, "a.txt", 1, edit=edit)
    loaded(out, place)
    assert one(place, "SELECT raw FROM fragments WHERE raw IS NOT NULL") == (stored or raw)
    assert one(place, "SELECT message FROM warnings") == (stored or raw)


# --------------------------------------------------------------------------- loading again


def test_the_same_outputs_twice_change_nothing(out: Path, place: str) -> None:
    loaded(out, place)
    before = dump(place)
    again = loaded(out, place)
    assert {(one.what, one.brought, one.ended) for one in again.values()} == {("same", 0, 0)}
    assert dump(place) == before


def test_sqlite_is_not_even_written(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "targets.db"
    loaded(out, str(path))
    before = path.read_bytes()
    loaded(out, str(path))
    assert path.read_bytes() == before


def test_another_source_replaces_all_targets_of_its_file_and_keeps_them(
    out: Path, place: str
) -> None:
    loaded(out, place)
    write(out, "a.txt", 1, value=85)
    changes = loaded(out, place)
    assert (changes["a.txt"].what, changes["a.txt"].brought, changes["a.txt"].ended) == (
        "changed",
        4,
        4,
    )
    assert changes["2025/b.txt"].what == "same"
    values = "SELECT value FROM targets_in_force WHERE file = 'a.txt' AND ordinal = '1'"
    assert one(place, values) == 85
    assert one(place, "SELECT count(*) FROM targets_in_force") == 8
    assert one(place, "SELECT count(*) FROM targets") == 12
    assert one(place, "SELECT count(*) FROM targets WHERE valid_to IS NOT NULL") == 4
    assert one(place, "SELECT count(*) FROM files WHERE name = 'a.txt'") == 2


def test_another_reading_of_the_same_source_replaces_only_what_differs(
    out: Path, place: str
) -> None:
    def edit(result: dict[str, Any]) -> None:
        pipeline.targets(result)[2]["doubts"] = ["unclear_threshold"]

    loaded(out, place)
    write(out, "a.txt", 1, edit=edit)
    change = loaded(out, place)["a.txt"]
    assert (change.what, change.brought, change.ended) == ("changed", 1, 1)
    (row,) = rows(place, "SELECT * FROM targets_with_doubts")
    assert (row["doubt"], row["ordinal"]) == ("unclear_threshold", "3")
    history = rows(
        place,
        "SELECT * FROM target_history WHERE target_id = :id ORDER BY version",
        id=row["target_id"],
    )
    assert [(one["version"], one["run_id"], one["ended_run_id"]) for one in history] == [
        (1, 1, 2),
        (2, 2, None),
    ]
    assert history[0]["valid_from"] < history[0]["valid_to"] == history[1]["valid_from"]
    assert history[1]["valid_to"] is None
    assert (
        one(place, "SELECT targets_with_doubts FROM documents_in_force WHERE file = 'a.txt'") == 1
    )
    assert one(place, "SELECT targets FROM documents_in_force WHERE file = 'a.txt'") == 4


def test_a_withdrawn_file_ends_and_can_come_back(out: Path, place: str) -> None:
    loaded(out, place)
    path = out / "a.txt.json"
    data = path.read_bytes()
    path.unlink()
    change = loaded(out, place)["a.txt"]
    assert (change.what, change.ended) == ("withdrawn", 4)
    assert one(place, "SELECT count(*) FROM targets_in_force WHERE file = 'a.txt'") == 0
    assert one(place, "SELECT count(*) FROM documents_in_force") == 1
    assert one(place, "SELECT count(*) FROM targets") == 8
    assert one(place, "SELECT count(*) FROM targets WHERE ended_run_id = 2") == 4
    before = dump(place)
    loaded(out, place)
    assert dump(place) == before
    path.write_bytes(data)
    assert loaded(out, place)["a.txt"].what == "new"
    assert one(place, "SELECT count(*) FROM targets_in_force") == 8
    assert one(place, "SELECT max(version) FROM target_history") == 2


def test_runs_say_what_they_did(out: Path, place: str) -> None:
    loaded(out, place)
    (out / "2025/b.txt.json").unlink()
    write(out, "a.txt", 1, value=85)
    loaded(out, place)
    columns = ("files_brought", "files_ended", "targets_brought", "targets_ended")
    found = rows(place, "SELECT * FROM run_changes ORDER BY run_id")
    assert [tuple(row[key] for key in columns) for row in found] == [(2, 0, 8, 0), (1, 2, 4, 8)]
    assert all(row["finished_at"] for row in found)


def test_a_file_that_fails_keeps_what_it_had(out: Path, place: str) -> None:
    loaded(out, place)
    (out / "a.txt.json").write_text('{"schema": "1"')
    write(out, "2025/b.txt", 2, value=90)
    changes = loaded(out, place)
    assert changes["a.txt"].error is not None
    assert changes["2025/b.txt"].what == "changed"
    assert one(place, "SELECT count(*) FROM targets_in_force WHERE file = 'a.txt'") == 4


@pytest.mark.parametrize(
    ("edit", "word"),
    [
        (
            lambda target: target.update(due={"kind": "fixed", "text": "x", "end": "2025-02-31"}),
            "date",
        ),
        (lambda target: target.update(id="twice"), "twice"),
    ],
)
def test_what_no_database_takes_is_refused_for_its_file_alone(
    out: Path, place: str, edit: Any, word: str
) -> None:
    def both(result: dict[str, Any]) -> None:
        for target in pipeline.targets(result)[:2]:
            edit(target)

    write(out, "a.txt", 1, edit=both)
    changes = loaded(out, place)
    assert word in str(changes["a.txt"].error)
    assert changes["2025/b.txt"].what == "new"
    assert one(place, "SELECT count(*) FROM files") == 1
    assert one(place, "SELECT count(*) FROM runs") == 1


# --------------------------------------------------------------------------- reviews


def test_what_reviewers_decided_wins(out: Path, place: str) -> None:
    loaded(out, place)
    path = out / "a.txt.json"
    result = store.loaded_result(path)
    first, second, third, _ = pipeline.targets(result)
    corrected = {**second, "threshold": {**second["threshold"], "value": 4}}
    about = {"by": "Người rà soát 1", "at": "2025-04-01T08:00:00Z"}
    about["sha256"] = result["source"]["sha256"]
    for target, verdict in ((first, "accepted"), (corrected, "corrected"), (third, "rejected")):
        decision = {**about, "verdict": verdict, "note": "đã xem"}
        original = second if target is corrected else target
        decision["content"] = reviews.content_hash(original)
        decision |= {"document": 0, "target": target}
        reviews.decide(reviews.review_path(out, "a.txt"), "a.txt", target["id"], 0, decision)
    change = loaded(out, place)["a.txt"]
    assert (change.what, change.brought, change.ended) == ("changed", 2, 3)
    found = rows(
        place,
        "SELECT ordinal, value, verdict, reviewer, remark, reviewed_at FROM targets "
        "WHERE valid_to IS NULL AND verdict IS NOT NULL ORDER BY ordinal",
    )
    assert [(row["ordinal"], row["value"], row["verdict"]) for row in found] == [
        ("1", 70.0, "accepted"),
        ("2", 4.0, "corrected"),
    ]
    assert {row["reviewer"] for row in found} == {"Người rà soát 1"}
    assert {row["remark"] for row in found} == {"đã xem"}
    assert str(found[0]["reviewed_at"]).startswith("2025-04-01 08:00:00")
    assert one(place, "SELECT count(*) FROM targets_in_force WHERE file = 'a.txt'") == 3
    before = dump(place)
    loaded(out, place)
    assert dump(place) == before


# --------------------------------------------------------------------------- questions


@pytest.mark.parametrize(
    "words", ["đất đai", "Đất Đai", "dat dai", "ĐO ĐẠC", "do dac", "dất", "toàn huyện, đất"]
)
def test_search_finds_with_and_without_marks(out: Path, place: str, words: str) -> None:
    loaded(out, place)
    with database(place) as engine, engine.begin() as connection:
        assert {row.ordinal for row in found(connection, words)} == {"3"}


@pytest.mark.parametrize(
    ("words", "ordinals"),
    [
        ("phong lao dong", {"2"}),
        ("12,5", {"3"}),
        ("khong co", set()),
        ("", set()),
        ("%;'\"*", set()),
    ],
)
def test_search_by_agency_number_and_nothing(
    out: Path, place: str, words: str, ordinals: set[str]
) -> None:
    loaded(out, place)
    with database(place) as engine, engine.begin() as connection:
        assert {row.ordinal for row in found(connection, words)} == ordinals


def test_search_uses_its_index(out: Path, place: str) -> None:
    loaded(out, place)
    if place.startswith("postgresql"):
        with database(place) as engine, engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            plan = connection.exec_driver_sql(
                "EXPLAIN SELECT * FROM targets WHERE to_tsvector('simple', folded) @@ "
                "plainto_tsquery('simple', 'dat dai')"
            ).all()
        assert "ix_targets_search" in str(plan)
    else:  # as Datasette asks
        query = "SELECT count(*) FROM target_search WHERE target_search MATCH :words"
        assert one(place, query, words='"đất" "đai"') == 2
        assert one(place, query, words='"dat" "dai"') == 2


def test_sql_users_of_postgresql_fold_as_the_program_does(postgres: Any, out: Path) -> None:
    place = postgres.database()
    loaded(out, place)
    assert one(place, "SELECT folded('Đất ĐAI: Ủy ban, 12,5%')") == "dat dai uy ban 12 5"


def test_views_answer_the_common_questions(out: Path, place: str) -> None:
    loaded(out, place)
    agency = rows(place, "SELECT role, file FROM targets_by_agency WHERE agency = 'Phòng Nội vụ'")
    assert sorted((row["role"], row["file"]) for row in agency) == [
        ("lead", "2025/b.txt"),
        ("lead", "a.txt"),
    ]
    due = rows(
        place,
        "SELECT ordinal, due_year, due_quarter FROM targets_due "
        "WHERE due_end BETWEEN '2025-10-01' AND '2025-12-31' AND file = 'a.txt'",
    )
    assert due == [{"ordinal": "3", "due_year": 2025, "due_quarter": 4}]


# --------------------------------------------------------------------------- the schema


def test_migrations_lead_to_the_tables(out: Path, place: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    loaded(out, place)
    aside = {"chitieu_version", "ix_targets_search"}  # made by migrations alone
    with database(place) as engine, engine.begin() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, parents: (
                    name not in aside and not str(name).startswith("target_search")
                ),
            },
        )
        assert compare_metadata(context, metadata) == []


# --------------------------------------------------------------------------- at once, and killed


def _process(out: Path, place: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extract.cli", "load", str(out), "--to", place]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _is_complete(out: Path, place: str) -> bool:
    """Whether every file is in force once, with all its targets and their proof."""
    expected = written_targets(out)
    assert one(place, "SELECT count(*) FROM targets_in_force") == expected
    assert one(place, "SELECT count(*) FROM targets") == expected
    twice = "SELECT count(*) FROM (SELECT name FROM files GROUP BY name HAVING count(*) > 1) x"
    assert one(place, twice) == 0
    bare = "SELECT count(*) FROM targets WHERE record_id NOT IN (SELECT record_id FROM fragments)"
    assert one(place, bare) == 0
    return True


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    write(folder, "0.txt")
    result = store.loaded_result(folder / "0.txt.json")
    for number in range(1, 120):
        result["source"]["file"] = f"{number}.txt"
        store.write(folder / f"{number}.txt.json", store.canonical(result))
    return folder


def test_two_processes_at_once(many: Path, place: str) -> None:
    processes = [_process(many, place) for _ in range(2)]
    for process in processes:
        _, errors = process.communicate(timeout=240)
        assert process.returncode == 0, errors
    assert _is_complete(many, place)
    assert one(place, "SELECT count(*) FROM runs WHERE finished_at IS NULL") == 0


def test_killed_in_the_middle(many: Path, place: str) -> None:
    process = _process(many, place)
    files = 0
    deadline = time.monotonic() + 120
    while files < 10 and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.02)
        files = _files_seen(place)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    files = one(place, "SELECT count(*) FROM files")
    assert 10 <= files < 120, "not killed in the middle"
    assert one(place, "SELECT count(*) FROM targets") == 4 * files
    assert one(place, "SELECT count(*) FROM runs WHERE finished_at IS NULL") == 1
    changes = loaded(many, place)
    assert sum(change.what == "same" for change in changes.values()) == files
    assert _is_complete(many, place)
    assert one(place, "SELECT count(*) FROM runs") == 2


def _files_seen(place: str) -> int:
    """How many files are in the database, as far as it is there yet; takes no lock."""
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError

    if not place.startswith("postgresql") and not Path(place).exists():
        return 0
    url = (
        place.replace("postgresql:", "postgresql+psycopg:")
        if "://" in place
        else f"sqlite:///{place}"
    )
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM files").scalar_one())
    except DBAPIError:
        return 0
    finally:
        engine.dispose()
