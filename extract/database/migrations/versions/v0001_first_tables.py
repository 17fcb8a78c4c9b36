"""The first tables, and the index that is searched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("run_id", KEY, autoincrement=False, nullable=False),
        sa.Column("started_at", TIME, nullable=False),
        sa.Column("finished_at", TIME, nullable=True),
        sa.Column("outputs", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("run_id"),
    )
    op.create_table(
        "files",
        sa.Column("file_id", KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("ocr", sa.Boolean(), nullable=False),
        sa.Column("ocr_engine", sa.Text(), nullable=True),
        sa.Column("converter", sa.Text(), nullable=True),
        sa.Column("patterns", sa.Text(), nullable=True),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("valid_to", TIME, nullable=True),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("ended_run_id", KEY, nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ended_run_id"],
            ["runs.run_id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.run_id"],
        ),
        sa.PrimaryKeyConstraint("file_id"),
    )
    op.create_index("ix_files_name", "files", ["name"], unique=False)
    op.create_index(
        "ux_files_in_force",
        "files",
        ["name"],
        unique=True,
        sqlite_where=sa.text("valid_to IS NULL"),
        postgresql_where=sa.text("valid_to IS NULL"),
    )
    op.create_table(
        "documents",
        sa.Column("document_id", KEY, autoincrement=False, nullable=False),
        sa.Column("file_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("signatory_title", sa.Text(), nullable=True),
        sa.Column("signatory_name", sa.Text(), nullable=True),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("valid_to", TIME, nullable=True),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("ended_run_id", KEY, nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ended_run_id"],
            ["runs.run_id"],
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["files.file_id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.run_id"],
        ),
        sa.PrimaryKeyConstraint("document_id"),
    )
    op.create_index("ix_documents_file_id", "documents", ["file_id"], unique=False)
    op.create_index("ix_documents_number", "documents", ["number"], unique=False)
    op.create_table(
        "numbers",
        sa.Column("file_id", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("target_ids", JSON, nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("locator", JSON, nullable=False),
        sa.PrimaryKeyConstraint("file_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "warnings",
        sa.Column("file_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("source", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["files.file_id"],
        ),
        sa.PrimaryKeyConstraint("file_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "citations",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.document_id"],
        ),
        sa.PrimaryKeyConstraint("document_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "document_fragments",
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("locator", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.document_id"],
        ),
        sa.PrimaryKeyConstraint("document_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "targets",
        sa.Column("record_id", KEY, autoincrement=False, nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("file_id", KEY, nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("section", JSON, nullable=False),
        sa.Column("ordinal", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("indicator", sa.Text(), nullable=True),
        sa.Column("indicator_key", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("threshold_kind", sa.Text(), nullable=False),
        sa.Column("comparator", sa.Text(), nullable=True),
        sa.Column("value", sa.Float(precision=53), nullable=True),
        sa.Column("value_max", sa.Float(precision=53), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("within", sa.Text(), nullable=True),
        sa.Column("per", sa.Text(), nullable=True),
        sa.Column("of_each", sa.Boolean(), nullable=False),
        sa.Column("baseline_year", sa.Integer(), nullable=True),
        sa.Column("baseline_value", sa.Float(precision=53), nullable=True),
        sa.Column("applies_to", sa.Text(), nullable=True),
        sa.Column("due_kind", sa.Text(), nullable=True),
        sa.Column("due_text", sa.Text(), nullable=True),
        sa.Column("due_start", sa.Date(), nullable=True),
        sa.Column("due_end", sa.Date(), nullable=True),
        sa.Column("due_every", JSON, nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("flags", JSON, nullable=False),
        sa.Column("doubts", JSON, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=True),
        sa.Column("reviewed_at", TIME, nullable=True),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("folded", sa.Text(), nullable=True),
        sa.Column("valid_from", TIME, nullable=False),
        sa.Column("valid_to", TIME, nullable=True),
        sa.Column("run_id", KEY, nullable=False),
        sa.Column("ended_run_id", KEY, nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.document_id"],
        ),
        sa.ForeignKeyConstraint(
            ["ended_run_id"],
            ["runs.run_id"],
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["files.file_id"],
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["runs.run_id"],
        ),
        sa.PrimaryKeyConstraint("record_id"),
    )
    op.create_index("ix_targets_document_id", "targets", ["document_id"], unique=False)
    op.create_index("ix_targets_due_end", "targets", ["due_end"], unique=False)
    op.create_index("ix_targets_indicator_key", "targets", ["indicator_key"], unique=False)
    op.create_index("ix_targets_target_id", "targets", ["target_id"], unique=False)
    op.create_index(
        "ux_targets_in_force",
        "targets",
        ["document_id", "target_id"],
        unique=True,
        sqlite_where=sa.text("valid_to IS NULL"),
        postgresql_where=sa.text("valid_to IS NULL"),
    )
    op.create_table(
        "agencies",
        sa.Column("record_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["targets.record_id"],
        ),
        sa.PrimaryKeyConstraint("record_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_agencies_name", "agencies", ["name"], unique=False)
    op.create_table(
        "fragments",
        sa.Column("record_id", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("locator", JSON, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "position"),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_targets_search ON targets USING gin (to_tsvector('simple', folded))"
        )
        return
    op.execute(
        'CREATE VIRTUAL TABLE target_search USING fts5(folded, content="targets", '
        "content_rowid='record_id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER targets_searched AFTER INSERT ON targets BEGIN "
        "INSERT INTO target_search (rowid, folded) VALUES (new.record_id, new.folded); END"
    )
    op.execute(
        "CREATE TRIGGER targets_no_longer_searched AFTER DELETE ON targets BEGIN "
        "INSERT INTO target_search (target_search, rowid, folded) "
        "VALUES ('delete', old.record_id, old.folded); END"
    )
