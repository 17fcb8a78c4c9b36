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
from extract.errors import NoResult

Row = dict[str, Any]
Part = list[Any]


def file_row(result: Mapping[str, Any]) -> Row:
    source = result["source"]
    columns = ("sha256", "format", "pages", "ocr", "ocr_engine", "converter", "patterns")
    return {"name": source["file"], **{key: source.get(key) for key in columns}}


def document_row(document: Mapping[str, Any]) -> Row:
    signatory = document["signatory"] or {}
    columns = ("number", "kind", "issuer", "place", "subject")
    return {
        **{key: document[key] for key in columns},
        "date": _date(document["date"]),
        "signatory_title": signatory.get("title"),
        "signatory_name": signatory.get("name"),
    }


def target_row(target: Mapping[str, Any], decision: Mapping[str, Any] | None) -> Row:
    """``decision``: of a reviewer, where the target is as they decided."""
    threshold, due, decision = target["threshold"], target["due"] or {}, decision or {}
    baseline = threshold.get("baseline", {})
    as_is = ("origin", "ordinal", "content", "indicator", "statement", "applies_to", "result")
    of_threshold = ("comparator", "value", "unit", "direction", "within", "per")
    return {
        "target_id": target["id"],
        **{key: target[key] for key in (*as_is, "note")},
        "section": _json(target["section"]),
        "threshold_kind": threshold["kind"],
        **{key: threshold.get(key) for key in of_threshold},
        "value_max": threshold.get("max"),
        "of_each": threshold.get("each", False),
        "baseline_year": baseline.get("year"),
        "baseline_value": baseline.get("value"),
        "due_kind": due.get("kind"),
        "due_text": due.get("text"),
        "due_start": _date(due.get("start")),
        "due_end": _date(due.get("end")),
        "due_every": _json(due.get("every", [])),
        "flags": _json(target["flags"]),
        "doubts": _json(target["doubts"]),
        "verdict": decision.get("verdict"),
        "reviewer": decision.get("by"),
        "reviewed_at": moment(datetime.fromisoformat(decision["at"])) if decision else None,
        "remark": decision.get("note"),
        "folded": folded_record(_searched(target)),
    }


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
        number, kind, issuer = cited["number"], cited["kind"], cited["issuer"]
        yield [document_id, position, number, kind, _date(cited["date"]), issuer]


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


def _date(text: str | None) -> str | None:
    """Raises :class:`NoResult` where the schema's pattern lets a day through that no calendar
    has: PostgreSQL would not take it."""
    try:
        return text and date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise NoResult(f"{text} is no date") from error
