"""The pages that say what the tables and views mean: README.md for readers, metadata.yaml for
Datasette. Written anew after a change of the tables or views:

python -m extract.database.pages
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table
from sqlalchemy.dialects import postgresql

from extract.database.tables import metadata
from extract.database.views import VIEWS

FOLDER = Path(__file__).parent
_GENERATED = "## Views\n"  # the heading in README.md from which on it is written by this module

_QUERIES = {
    "search": (
        "Tìm không dấu",
        """SELECT * FROM targets_in_force WHERE record_id IN (
  SELECT rowid FROM target_search
  WHERE target_search MATCH escape_fts(replace(replace(:words, 'đ', 'd'), 'Đ', 'd')))""",
    ),
    "due": (
        "Đến hạn trong kỳ",
        """SELECT due_end, document_number, statement, lead, implement FROM targets_due
WHERE due_end BETWEEN :first_day AND :last_day ORDER BY due_end""",
    ),
    "agency": (
        "Theo cơ quan",
        """SELECT agency, role, document_number, statement, due_text FROM targets_by_agency
WHERE agency LIKE '%' || :agency || '%'""",
    ),
    "history": (
        "Lịch sử một chỉ tiêu",
        "SELECT * FROM target_history WHERE target_id = :target_id ORDER BY file, version",
    ),
    "in_force_on": (
        "Hiệu lực tại một ngày",
        """SELECT * FROM target_history
WHERE valid_from < :day AND (valid_to IS NULL OR valid_to >= :day)""",
    ),
}
_SEARCHED = {"fts_table": "target_search", "fts_pk": "record_id"}
_SHOWN: dict[str, dict[str, Any]] = {
    "targets": _SEARCHED,
    "targets_in_force": {
        **_SEARCHED,
        "facets": ["document_number", "threshold_kind", "comparator", "unit", "verdict"],
    },
    "targets_by_agency": {"facets": ["agency", "role"]},
    "targets_due": {"facets": ["due_year", "due_quarter"]},
    "targets_with_doubts": {"facets": ["doubt", "file"]},
}


def readme() -> str:
    by_hand = (FOLDER / "README.md").read_text("utf-8").partition(_GENERATED)[0]
    views = [f"| `{name}` | {meaning} |" for name, (meaning, _) in VIEWS.items()]
    parts = [by_hand + _GENERATED, "| view | what it holds |\n|---|---|", *views, "\n## Tables"]
    for table in metadata.sorted_tables:
        parts += [f"\n### {table.name}\n\n{table.comment}\n", "| column | type | meaning |"]
        parts += ["|---|---|---|", *map(_column_row, table.columns)]
    return "\n".join(parts) + "\n"


def _column_row(column: Column[Any]) -> str:
    kind = column.type.compile(postgresql.dialect()).lower()  # type: ignore[no-untyped-call]
    null = "" if column.nullable else ", not null"
    to = [f" → `{key.target_fullname}`" for key in column.foreign_keys]
    return f"| `{column.name}` | {kind}{null} | {column.comment}{''.join(to)} |"


def datasette() -> str:
    """Metadata for the database in a file of the name ``targets.db``."""
    meaning = {name: {"description": said} for name, (said, _) in VIEWS.items()}
    tables = {table.name: _described(table) for table in metadata.sorted_tables} | meaning
    for name, shown in _SHOWN.items():
        tables[name] |= shown
    tables["chitieu_version"] = {"hidden": True}
    queries = {name: {"title": title, "sql": sql} for name, (title, sql) in _QUERIES.items()}
    page = {
        "title": "Chỉ tiêu, nhiệm vụ",
        "description": "Targets of administrative decrees, with their proof and history.",
        "databases": {"targets": {"queries": queries, "tables": tables}},
    }
    return "\n".join(_yaml(page)) + "\n"


def _described(table: Table) -> dict[str, Any]:
    columns = {column.name: column.comment for column in table.columns}
    return {"description": table.comment, "columns": columns}


def _yaml(page: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Mappings line by line, several lines of text as such, all else as JSON, which YAML reads."""
    for key, value in page.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _yaml(value, indent + "  ")
        elif isinstance(value, str) and "\n" in value:
            yield f"{indent}{key}: |-"
            yield from (f"{indent}  {line}" for line in value.splitlines())
        else:
            yield f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}"


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(readme(), "utf-8")
    (FOLDER / "metadata.yaml").write_text(datasette(), "utf-8")
