"""A result → rows of the tables, in the form that both drivers take: dates and JSON as text.

Versions are dictionaries by column; what belongs to one is a list with the values of its columns in
their order, the key of the version and the position in it first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import orjson

from extract.database.search import folded_record
from extract.flat import Row, day, flat_document, flat_target

Part = list[Any]


def file_row(result: Mapping[str, Any]) -> Row:
    source = result["source"]
    columns = ("sha256", "format", "pages", "ocr", "ocr_engine", "converter", "patterns")
    return {"name": source["file"], **{key: source.get(key) for key in columns}}


def document_row(document: Mapping[str, Any]) -> Row:
    return _texts(flat_document(document))


def target_row(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Row:
    """``decisions`` of reviewers, by the id of the target."""
    row = _texts(flat_target(target, decisions))
    return {**row, "folded": folded_record(_searched(target))}


def _texts(row: Row) -> Row:
    for key, value in row.items():
        if isinstance(value, datetime):
            row[key] = moment(value)
        elif isinstance(value, date):
            row[key] = value.isoformat()
        elif isinstance(value, list):
            row[key] = _json(value)
    return row


def _searched(target: Mapping[str, Any]) -> Iterable[str | None]:
    yield from (target[key] for key in ("content", "indicator", "statement", "applies_to"))
    yield from target["section"]
    yield from (agency["name"] for agency in target["agencies"])
    yield from (target["result"], target["note"])


def agency_rows(record_id: int, target: Mapping[str, Any]) -> Iterator[Part]:
    for position, agency in enumerate(target["agencies"]):
        yield [record_id, position, agency["role"], agency["name"]]


def fragment_rows(key: int, fragments: Iterable[Mapping[str, Any]]) -> Iterator[Part]:
    for position, fragment in enumerate(fragments):
        place = _place(fragment["locator"])
        yield [key, position, fragment["field"], fragment["quote"], fragment.get("raw"), *place]


def citation_rows(document_id: int, document: Mapping[str, Any]) -> Iterator[Part]:
    for position, cited in enumerate(document["cites"]):
        issued = day(cited["date"])
        on = issued and issued.isoformat()
        yield [document_id, position, cited["number"], cited["kind"], on, cited["issuer"]]


def warning_rows(file_id: int, result: Mapping[str, Any]) -> Iterator[Part]:
    for position, warning in enumerate(result["warnings"]):
        source = _json(warning["source"])
        yield [file_id, position, warning["code"], warning["message"], source]


def number_rows(file_id: int, result: Mapping[str, Any]) -> Iterator[Part]:
    for position, number in enumerate(result["numbers"]):
        ids, place = _json(number.get("target", [])), _place(number["locator"])
        yield [file_id, position, number["text"], number["role"], ids, number.get("raw"), *place]


def moment(time: datetime) -> str:
    """In UTC, as SQLAlchemy writes it in SQLite."""
    return time.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _place(locator: Mapping[str, Any]) -> tuple[int | None, str]:
    return locator.get("page"), _json(locator)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
