"""The tables, as they are now; ``migrations/`` leads every older database to them, and makes the
index that is searched.

A *version* is what held of a file, a document or a target from ``valid_from`` until before
``valid_to``. Versions are ended and never changed or deleted; ``valid_to`` null means in force.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

metadata = MetaData()

# Only the exact type INTEGER makes a key of SQLite's own row number.
_KEY = BigInteger().with_variant(Integer, "sqlite")
_JSON = JSON().with_variant(JSONB, "postgresql")
_TIME = DateTime(timezone=True)


def _key(name: str, meaning: str) -> Column[Any]:
    return Column(name, _KEY, primary_key=True, autoincrement=False, comment=meaning)


def _part_of(name: str) -> Column[Any]:
    """First half of the key of what belongs to one version and has an order in it."""
    return Column(
        name.split(".")[1], _KEY, ForeignKey(name), primary_key=True, comment="what it belongs to"
    )


def _unchecked_part_of(name: str) -> Column[Any]:
    """Of the two tables with nine rows in ten: to check the key of each takes PostgreSQL a sixth of
    the whole time of a load, and only the load writes them."""
    return Column(
        name.split(".")[1],
        _KEY,
        primary_key=True,
        autoincrement=False,
        comment=f"what it belongs to: `{name}`, without a foreign key",
    )


def _position() -> Column[Any]:
    return Column(
        "position",
        Integer,
        primary_key=True,
        autoincrement=False,
        comment="order in what it belongs to, from 0",
    )


def _to(name: str, meaning: str, null: bool = False) -> Column[Any]:
    return Column(name.split(".")[1], _KEY, ForeignKey(name), nullable=null, comment=meaning)


def _some(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], meaning: str) -> Column[Any]:
    return Column(name, kind, nullable=False, comment=meaning)


def _perhaps(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]], meaning: str) -> Column[Any]:
    return Column(name, kind, comment=meaning)


def _validity() -> list[Column[Any]]:
    return [
        _some("valid_from", _TIME, "since when this version holds (UTC)"),
        _perhaps("valid_to", _TIME, "until before when it held; null: in force"),
        _to("runs.run_id", "the run that brought it"),
        Column(
            "ended_run_id",
            _KEY,
            ForeignKey("runs.run_id"),
            comment="the run that ended it, or null",
        ),
        _some(
            "fingerprint", Text, "equal for equal content: what did not change keeps its version"
        ),
    ]


def _place() -> list[Column[Any]]:
    return [
        _perhaps("page", Integer, "page from 1; null where the format has none"),
        _some("locator", _JSON, "the place in the source, as in the result's JSON"),
    ]


def _proof() -> list[Column[Any]]:
    return [
        _some("field", Text, "the field that it supports"),
        _some("quote", Text, "the exact words"),
        _perhaps("raw", Text, "the form in the file, where it differs"),
        *_place(),
    ]


runs = Table(
    "runs",
    metadata,
    _key("run_id", "number of the run"),
    _some("started_at", _TIME, "when its first change was written (UTC)"),
    _perhaps("finished_at", _TIME, "when it had gone through all files; null: stopped before"),
    _some("outputs", Text, "the folder of results, as given"),
    _some("program", Text, "version of chitieu"),
    comment="Loads that changed something.",
)

files = Table(
    "files",
    metadata,
    _key("file_id", "this version of the file"),
    _some("name", Text, "path of the source under the folder that was extracted"),
    _some("sha256", Text, "SHA-256 of the source"),
    _some("format", Text, "txt, docx, pdf, image ..."),
    _perhaps("pages", Integer, "number of pages; null where the format has none"),
    _some("ocr", Boolean, "whether text was recognised from pictures"),
    _perhaps("ocr_engine", Text, "engine and models that recognised it"),
    _perhaps("converter", Text, "program that made a DOCX of the file"),
    _perhaps("patterns", Text, "SHA-256 of the user's patterns"),
    *_validity(),
    comment="Versions of source files: a new one whenever the result or its review is another.",
)

documents = Table(
    "documents",
    metadata,
    _key("document_id", "this version of the document"),
    _to("files.file_id", "the version of the file in which it was first read so"),
    Column("position", Integer, nullable=False, comment="order in the file, from 0"),
    _perhaps("number", Text, "số, ký hiệu"),
    _perhaps("kind", Text, "tên loại, in lower case"),
    _perhaps("issuer", Text, "cơ quan ban hành"),
    _perhaps("place", Text, "địa danh"),
    _perhaps("date", Date, "ngày ban hành"),
    _perhaps("subject", Text, "trích yếu"),
    _perhaps("signatory_title", Text, "chức vụ người ký"),
    _perhaps("signatory_name", Text, "họ tên người ký"),
    *_validity(),
    comment="Versions of documents (văn bản); a file can hold several.",
)

targets = Table(
    "targets",
    metadata,
    _key("record_id", "this version of the target"),
    _some("target_id", Text, "the id in the result: the same in every version and every format"),
    _to("documents.document_id", "its document"),
    _to("files.file_id", "the version of the file in which it was first read so"),
    _some("origin", Text, "table or prose"),
    _some("section", _JSON, "headings above it, outermost first: list of texts"),
    _perhaps("ordinal", Text, "STT as printed"),
    _perhaps("content", Text, "nội dung"),
    _perhaps("indicator", Text, "what is measured"),
    _perhaps("indicator_key", Text, "the same for other wordings of one indicator"),
    _some("statement", Text, "the words that carry the target"),
    _some("threshold_kind", Text, "level, range, change, rank or task"),
    _perhaps("comparator", Text, "ge, gt, le, lt or eq"),
    _perhaps("value", Float(53), "the value; of a range its lower end"),
    _perhaps("value_max", Float(53), "upper end of a range"),
    _perhaps("unit", Text, "unit as printed; % for per cent"),
    _perhaps("direction", Text, "of a change: increase or decrease"),
    _perhaps("within", Text, "of a rank: among whom"),
    _perhaps("per", Text, "period in which it is to be reached each time (ISO 8601)"),
    _some("of_each", Boolean, "whether every single unit must reach it (mỗi đơn vị)"),
    _perhaps("baseline_year", Integer, "year from which it starts"),
    _perhaps("baseline_value", Float(53), "value from which it starts"),
    _perhaps("applies_to", Text, "whom the value holds for, where one phrase gives several"),
    _perhaps("due_kind", Text, "fixed, recurring, ongoing or conditional"),
    _perhaps("due_text", Text, "the words of time"),
    _perhaps("due_start", Date, "first day"),
    _perhaps("due_end", Date, "last day"),
    _some("due_every", _JSON, "intervals (ISO 8601): list of texts"),
    _perhaps("result", Text, "kết quả, sản phẩm"),
    _perhaps("note", Text, "ghi chú"),
    _some("flags", _JSON, "how the record was made: list of codes"),
    _some("doubts", _JSON, "why to look before trusting it: list of codes"),
    _perhaps("verdict", Text, "of a reviewer: accepted, corrected or added; null: as extracted"),
    _perhaps("reviewer", Text, "who decided so"),
    _perhaps("reviewed_at", _TIME, "when (UTC)"),
    _perhaps("remark", Text, "what the reviewer remarks"),
    _perhaps(
        "folded",
        Text,
        "what is searched: its words in small letters without marks; those with đ with d as well",
    ),
    *_validity(),
    comment="Versions of targets (chỉ tiêu, nhiệm vụ).",
)

agencies = Table(
    "agencies",
    metadata,
    _part_of("targets.record_id"),
    _position(),
    _some("role", Text, "lead, coordinate, implement or monitor"),
    _some("name", Text, "name as printed"),
    sqlite_with_rowid=False,
    comment="Agencies of targets.",
)

citations = Table(
    "citations",
    metadata,
    _part_of("documents.document_id"),
    _position(),
    _some("number", Text, "số, ký hiệu of the cited document"),
    _perhaps("kind", Text, "its kind"),
    _perhaps("date", Date, "its date"),
    _perhaps("issuer", Text, "who issued it"),
    sqlite_with_rowid=False,
    comment="Documents that a document cites.",
)

fragments = Table(
    "fragments",
    metadata,
    _unchecked_part_of("targets.record_id"),
    _position(),
    *_proof(),
    sqlite_with_rowid=False,
    comment="Proof of the fields of targets: exact words, and where they stand.",
)

document_fragments = Table(
    "document_fragments",
    metadata,
    _part_of("documents.document_id"),
    _position(),
    *_proof(),
    sqlite_with_rowid=False,
    comment="Proof of the fields of documents.",
)

warnings = Table(
    "warnings",
    metadata,
    _part_of("files.file_id"),
    _position(),
    _some("code", Text, "kind of finding"),
    _some("message", Text, "one sentence"),
    _some("source", _JSON, "where it stands: list of fragments"),
    sqlite_with_rowid=False,
    comment="What a reviewer should look at in a file.",
)

numbers = Table(
    "numbers",
    metadata,
    _unchecked_part_of("files.file_id"),
    _position(),
    _some("text", Text, "the number as printed"),
    _some("role", Text, "what became of it"),
    _some("target_ids", _JSON, "the targets that it belongs to: list of target_id"),
    _perhaps("raw", Text, "the form in the file, where it differs"),
    *_place(),
    sqlite_with_rowid=False,
    comment="The ledger: every number printed in a file.",
)

for _versions, _owner in ((files, "name"), (documents, "file_id"), (targets, "document_id")):
    Index(f"ix_{_versions.name}_{_owner}", _versions.c[_owner])

# Whatever happens to two loads at once: one version of a thing is in force.
for _versions, _identity in (
    (files, ("name",)),
    (targets, ("document_id", "target_id")),
):
    Index(
        f"ux_{_versions.name}_in_force",
        *(_versions.c[name] for name in _identity),
        unique=True,
        sqlite_where=_versions.c.valid_to.is_(None),
        postgresql_where=_versions.c.valid_to.is_(None),
    )

Index("ix_targets_target_id", targets.c.target_id)
Index("ix_targets_due_end", targets.c.due_end)
Index("ix_targets_indicator_key", targets.c.indicator_key)
Index("ix_agencies_name", agencies.c.name)
Index("ix_documents_number", documents.c.number)
