"""The views: answers to the common questions. They and the comments follow the tables of the newest
migration and are made anew after each, so no migration needs to know them."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.schema import SetColumnComment, SetTableComment

from extract.database.tables import metadata

_ROLES = ("lead", "coordinate", "implement", "monitor")
_MEASURE = """t.threshold_kind, t.comparator, t.value, t.value_max, t.unit, t.direction, t.within,
  t.per, t.of_each, t.baseline_year, t.baseline_value, t.applies_to"""
_DUE = "t.due_kind, t.due_text, t.due_start, t.due_end, t.due_every"

#: View → (meaning, its query). What differs between the databases stands in braces.
VIEWS = {
    "targets_in_force": (
        "Targets that hold now, with their document and agencies.",
        f"""SELECT t.record_id, t.target_id, f.name AS file, d.number AS document_number,
  d.kind AS document_kind, d.issuer, d.date AS document_date, d.subject, t.section, t.ordinal,
  t.content, t.indicator, t.indicator_key, t.statement, {_MEASURE},
  {{agencies}},
  {_DUE}, t.result, t.note, t.flags, t.doubts, t.verdict, t.reviewer, t.origin,
  t.valid_from, t.run_id
FROM targets t JOIN documents d ON d.document_id = t.document_id
JOIN files f ON f.file_id = t.file_id
WHERE t.valid_to IS NULL""",
    ),
    "targets_by_agency": (
        "Targets in force, a row for each agency and role.",
        """SELECT a.name AS agency, a.role, t.*
FROM targets_in_force t JOIN agencies a ON a.record_id = t.record_id""",
    ),
    "targets_due": (
        "Targets in force with a date or period, and the year and quarter of its last day.",
        """SELECT {year} AS due_year, {quarter} AS due_quarter, t.*
FROM targets_in_force t WHERE t.due_kind = 'fixed'""",
    ),
    "targets_with_doubts": (
        "Targets in force to look at, a row for each doubt.",
        "SELECT j.value AS doubt, t.* FROM targets_in_force t CROSS JOIN {doubts} "
        "WHERE t.doubts <> '[]'",
    ),
    "targets_by_indicator": (
        "Indicators of the targets in force: how many targets and files have each, in which unit, "
        "and between which values.",
        """SELECT t.indicator_key, t.unit, count(*) AS targets, count(DISTINCT t.file) AS files,
  min(t.value) AS lowest, max(t.value) AS highest, min(t.indicator) AS wording
FROM targets_in_force t WHERE t.indicator_key IS NOT NULL GROUP BY t.indicator_key, t.unit""",
    ),
    "target_history": (
        "Every version of every target, numbered from the first; valid_to null: in force.",
        f"""SELECT t.target_id, f.name AS file,
  row_number() OVER (PARTITION BY f.name, t.target_id ORDER BY t.record_id) AS version,
  t.valid_from, t.valid_to, t.run_id, t.ended_run_id, t.record_id, d.number AS document_number,
  t.indicator, t.statement, {_MEASURE}, {_DUE}, t.flags, t.doubts, t.verdict,
  t.reviewer, t.reviewed_at, t.remark, f.sha256
FROM targets t JOIN documents d ON d.document_id = t.document_id
JOIN files f ON f.file_id = t.file_id""",
    ),
    "documents_in_force": (
        "Documents that hold now, with the number of their targets and of those with doubts.",
        """SELECT d.document_id, f.name AS file, d.number, d.kind, d.issuer, d.place, d.date,
  d.subject, d.signatory_title, d.signatory_name, count(t.record_id) AS targets,
  coalesce(sum(CASE WHEN t.doubts <> '[]' THEN 1 ELSE 0 END), 0) AS targets_with_doubts,
  d.valid_from, d.run_id
FROM documents d JOIN files f ON f.file_id = d.file_id
LEFT JOIN targets t ON t.document_id = d.document_id AND t.valid_to IS NULL
WHERE d.valid_to IS NULL GROUP BY d.document_id, f.file_id""",
    ),
    "warnings_in_force": (
        "Warnings about the files as they are now.",
        """SELECT f.name AS file, w.code, w.message, w.source
FROM warnings w JOIN files f ON f.file_id = w.file_id WHERE f.valid_to IS NULL""",
    ),
    "run_changes": (
        "What each run brought and ended.",
        """SELECT r.run_id, r.started_at, r.finished_at, r.program,
  (SELECT count(*) FROM files x WHERE x.run_id = r.run_id) AS files_brought,
  (SELECT count(*) FROM files x WHERE x.ended_run_id = r.run_id) AS files_ended,
  (SELECT count(*) FROM targets x WHERE x.run_id = r.run_id) AS targets_brought,
  (SELECT count(*) FROM targets x WHERE x.ended_run_id = r.run_id) AS targets_ended
FROM runs r""",
    ),
}

_SQLITE = {
    "agencies": """(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM agencies a
    WHERE a.record_id = t.record_id AND a.role = '{role}' ORDER BY a.position)) AS {role}""",
    "year": "CAST(strftime('%Y', t.due_end) AS INTEGER)",
    "quarter": "(CAST(strftime('%m', t.due_end) AS INTEGER) + 2) / 3",
    "doubts": "json_each(t.doubts) j",
}
_POSTGRESQL = {
    "agencies": """(SELECT string_agg(a.name, '; ' ORDER BY a.position) FROM agencies a
    WHERE a.record_id = t.record_id AND a.role = '{role}') AS {role}""",
    "year": "CAST(extract(year FROM t.due_end) AS integer)",
    "quarter": "CAST(extract(quarter FROM t.due_end) AS integer)",
    "doubts": "jsonb_array_elements_text(t.doubts) AS j(value)",
}
# As extract.database.search.folded, for those who search in SQL.
_FUNCTIONS = (
    r"""CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT trim(regexp_replace(lower(translate(
    regexp_replace(normalize(words, NFD), '[\u0300-\u036f]+', '', 'g'), 'đĐ', 'dd')),
    '[^[:alnum:]]+', ' ', 'g')) $$""",
    """CREATE FUNCTION targets_found(words text) RETURNS SETOF targets_in_force
LANGUAGE sql STABLE AS $$
  SELECT v.* FROM targets_in_force v JOIN targets t ON t.record_id = v.record_id
  WHERE to_tsvector('simple', t.folded) @@ plainto_tsquery('simple', folded(words)) $$""",
)


def drop_views(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS targets_found(text)")
        connection.exec_driver_sql("DROP FUNCTION IF EXISTS folded(text)")
    for name in reversed(VIEWS):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def create_views(connection: Connection) -> None:
    in_postgresql = connection.dialect.name == "postgresql"
    parts = dict(_POSTGRESQL if in_postgresql else _SQLITE)
    parts["agencies"] = ",\n  ".join(parts["agencies"].format(role=role) for role in _ROLES)
    for name, (meaning, query) in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query.format(**parts)}")
        if in_postgresql:
            connection.exec_driver_sql(f"COMMENT ON VIEW {name} IS '{meaning}'")
    if in_postgresql:
        for function in _FUNCTIONS:
            connection.exec_driver_sql(function)
        for table in metadata.sorted_tables:
            connection.execute(SetTableComment(table))
            for column in table.columns:
                connection.execute(SetColumnComment(column))
