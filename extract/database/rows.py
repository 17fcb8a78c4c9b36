"""A result → rows of the tables, in the form that both drivers take: dates and JSON as text.

Versions are dictionaries by column; what belongs to one is a list with the values of its columns in
their order, from the position in it on: keys are known only to who writes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import orjson

from extract.database.search import folded_record
from extract.errors import NoResult
from extract.flat import Row, day, decision_on, flat_document, flat_target, indicator_key
from extract.model import record

Part = list[Any]


@record
class TargetRows:
    """A target, and what belongs to it. ``fingerprint``: equal for equal rows."""

    id: str
    fingerprint: str
    row: Row
    agencies: list[Part]
    fragments: list[Part]


@record
class DocumentRows:
    fingerprint: str
    row: Row
    citations: list[Part]
    fragments: list[Part]
    targets: list[TargetRows]


@record
class FileRows:
    """Everything of one result."""

    name: str
    row: Row
    warnings: list[Part]
    numbers: list[Part]
    documents: list[DocumentRows]


def file_rows(result: Mapping[str, Any], decisions: Mapping[str, Any]) -> FileRows:
    """``decisions`` of reviewers, by the id of the target. Raises :class:`NoResult`."""
    source = result["source"]
    return FileRows(
        name=source["file"],
        row=_file_row(source),
        warnings=list(_warning_rows(result)),
        numbers=list(_number_rows(result)),
        documents=[
            _document_rows(document, source["sha256"], decisions)
            for document in result["documents"]
        ],
    )


def _document_rows(
    document: Mapping[str, Any], sha256: str, decisions: Mapping[str, Any]
) -> DocumentRows:
    ids = Counter(target["id"] for target in document["targets"])
    if twice := [id for id, count in ids.items() if count > 1]:
        raise NoResult(f"two targets of a document have the id {twice[0]}")
    own = {key: value for key, value in document.items() if key != "targets"}
    return DocumentRows(
        # In other bytes it is another version, and so are its targets: their proof stands there.
        fingerprint=_fingerprint(sha256, own),
        row=_texts(flat_document(document)),
        citations=list(_citation_rows(document)),
        fragments=list(_fragment_rows(document["source"])),
        targets=[
            TargetRows(
                id=target["id"],
                fingerprint=_fingerprint(
                    target, decision_on(target, decisions), indicator_key(target)
                ),
                row=_target_row(target, decisions),
                agencies=list(_agency_rows(target)),
                fragments=list(_fragment_rows(target["source"])),
            )
            for target in document["targets"]
        ],
    )


def _fingerprint(*parts: Any) -> str:
    return hashlib.blake2b(orjson.dumps(parts), digest_size=16).hexdigest()


def _file_row(source: Mapping[str, Any]) -> Row:
    columns = ("sha256", "format", "pages", "ocr", "ocr_engine", "converter", "patterns")
    return {"name": source["file"], **{key: source.get(key) for key in columns}}


def _target_row(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Row:
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


def _agency_rows(target: Mapping[str, Any]) -> Iterator[Part]:
    for position, agency in enumerate(target["agencies"]):
        yield [position, agency["role"], agency["name"]]


def _fragment_rows(fragments: Iterable[Mapping[str, Any]]) -> Iterator[Part]:
    for position, fragment in enumerate(fragments):
        place = _place(fragment["locator"])
        yield [position, fragment["field"], fragment["quote"], fragment.get("raw"), *place]


def _citation_rows(document: Mapping[str, Any]) -> Iterator[Part]:
    for position, cited in enumerate(document["cites"]):
        issued = day(cited["date"])
        on = issued and issued.isoformat()
        yield [position, cited["number"], cited["kind"], on, cited["issuer"]]


def _warning_rows(result: Mapping[str, Any]) -> Iterator[Part]:
    for position, warning in enumerate(result["warnings"]):
        source = _json(warning["source"])
        yield [position, warning["code"], warning["message"], source]


def _number_rows(result: Mapping[str, Any]) -> Iterator[Part]:
    for position, number in enumerate(result["numbers"]):
        ids, place = _json(number.get("target", [])), _place(number["locator"])
        yield [position, number["text"], number["role"], ids, number.get("raw"), *place]


def moment(time: datetime) -> str:
    """In UTC, as SQLAlchemy writes it in SQLite."""
    return time.astimezone(UTC).isoformat(" ", "microseconds")[:26]


def _place(locator: Mapping[str, Any]) -> tuple[int | None, str]:
    return locator.get("page"), _json(locator)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
