"""Results → data frames, one a table, whose columns have types of Arrow: a whole number, a date or
a missing value stays one in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from extract.export.columns import TABLES, Column
from extract.flat import Row, day, flat_document, flat_target

_TYPES = {
    "string": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}
_ROLES = ("lead", "coordinate", "implement", "monitor")

#: Name of a table → its rows.
Rows = dict[str, list[Row]]


def add_rows(rows: Rows, result: Mapping[str, Any], decisions: Mapping[str, Any]) -> None:
    """Adds those of one file, or none where it raises :class:`NoResult`."""
    source = result["source"]
    of_file = {key: source[key] for key in ("file", "format", "pages", "ocr", "sha256")}
    found: Rows = {name: [] for name in TABLES}
    for document in result["documents"]:
        flat = flat_document(document)
        doubtful = sum(bool(target["doubts"]) for target in document["targets"])
        counts = {"targets": len(document["targets"]), "doubtful": doubtful}
        cites = _joined(cited["number"] for cited in document["cites"])
        found["documents"].append({**of_file, **flat, **counts, "cites": cites})
        of_document = {
            "file": source["file"],
            "document_number": flat["number"],
            "document_kind": flat["kind"],
            "issuer": flat["issuer"],
            "document_date": flat["date"],
            "subject": flat["subject"],
        }
        found["targets"] += [
            {**of_document, **_target_row(target, decisions)} for target in document["targets"]
        ]
    for warning in result["warnings"]:
        page = _page(warning["source"])
        found["warnings"].append({"file": source["file"], **warning, "page": page})
    for name, own in found.items():
        rows[name] += own


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """The table ``name``, its columns as in ``columns.TABLES``."""
    _, columns = TABLES[name]
    rows = list(rows)
    return pd.DataFrame({column.name: _series(column, rows) for column in columns})


def _series(column: Column, rows: Iterable[Row]) -> pd.Series[Any]:
    values = pa.array([row[column.name] for row in rows], _TYPES[column.kind])
    return pd.Series(pd.arrays.ArrowExtensionArray(values))


def _target_row(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Row:
    row = flat_target(target, decisions)
    reviewed = row.pop("reviewed_at")
    names = {
        role: _joined(agency["name"] for agency in target["agencies"] if agency["role"] == role)
        for role in _ROLES
    }
    lists = {key: _joined(row[key]) for key in ("due_every", "flags", "doubts")}
    return {
        **row,
        **names,
        **lists,
        "section": " › ".join(row["section"]) or None,
        "page": _page(target["source"]),
        "reviewed_on": reviewed and day(reviewed.date().isoformat()),
    }


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None


def _page(fragments: Iterable[Mapping[str, Any]]) -> int | None:
    pages = (fragment["locator"].get("page") for fragment in fragments)
    return min((page for page in pages if page), default=None)
