"""``datapackage.json``: what the columns of exported files mean, as Frictionless describes tables
(https://datapackage.org)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson
import regex

from extract import store
from extract.errors import DamagedFile, NotFound
from extract.export.columns import TABLES, Column

NAME = "datapackage.json"

_MEDIA = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".parquet": "application/vnd.apache.parquet",
    ".jsonl": "application/jsonl",
}
_CHOICES = {
    "threshold_kind": ["level", "range", "change", "rank", "task"],
    "comparator": ["ge", "gt", "le", "lt", "eq"],
    "direction": ["increase", "decrease"],
    "due_kind": ["fixed", "recurring", "ongoing", "conditional"],
    "origin": ["table", "prose"],
    "verdict": ["accepted", "corrected", "added"],
}


def package(path: Path, tables: Iterable[str]) -> bytes:
    """The description that stands beside the file at ``path``, which holds ``tables``; what one
    that is there says of other files stays.

    Raises :class:`DamagedFile` where the one there is no description.
    """
    try:
        found = store.loaded_result(path.with_name(NAME))
    except NotFound:
        found = {"name": "chi-tieu", "title": "Chỉ tiêu, nhiệm vụ"}
    others = found.get("resources", [])
    if not isinstance(others, list) or not all(isinstance(one, dict) for one in others):
        raise DamagedFile(f"{NAME} beside the file is no description of data")
    kept = [other for other in others if other.get("path") != path.name]
    own = [_resource(path, name) for name in tables]
    resources = sorted(kept + own, key=lambda resource: str(resource.get("name")))
    return orjson.dumps(
        {**found, "resources": resources}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )


def _resource(path: Path, table: str) -> dict[str, Any]:
    suffix = path.suffix.lower()
    sheet, columns = TABLES[table]
    in_workbook = suffix == ".xlsx"
    stem = regex.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "table"
    described: dict[str, Any] = {
        "name": f"{stem}-{suffix[1:]}" + (f"-{table}" if in_workbook else ""),
        "title": sheet,
        "path": path.name,
        "format": suffix[1:],
        "mediatype": _MEDIA[suffix],
    }
    if in_workbook:
        described["dialect"] = {"sheetName": sheet, "excel": {"sheet": sheet}}
    if suffix in (".csv", ".jsonl"):
        described["encoding"] = "utf-8"
    if suffix == ".csv":
        described["description"] = (
            "Text that begins with = + - @ has an apostrophe before it, so that no spreadsheet "
            "takes it for a formula."
        )
    fields = [_field(column, in_workbook) for column in columns]
    return {**described, "schema": {"fields": fields, "missingValues": [""]}}


def _field(column: Column, in_workbook: bool) -> dict[str, Any]:
    name, title = column.name, column.heading
    field: dict[str, Any] = {
        "name": title if in_workbook else name,
        "title": name if in_workbook else title,
        "type": column.kind,
        "description": column.meaning,
    }
    if choices := _CHOICES.get(name):
        field["constraints"] = {"enum": choices}
    if column.kind == "boolean":
        field |= {
            "trueValues": ["True", "true", "TRUE"],
            "falseValues": ["False", "false", "FALSE"],
        }
    return field
