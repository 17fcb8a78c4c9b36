"""Rows → statements: which cell carries the target, item by item, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.agencies import is_agency
from extract.expressions import compiled
from extract.model import Passage, Text
from extract.tables.facts import (
    facts_of,
    heading_above,
    headings_among,
    repeat_dittos,
    unit_of_table,
)
from extract.tables.heading_words import TOTAL, unit_in_heading
from extract.tables.headings import Headings
from extract.tables.rows import Row
from extract.tables.statement import Statement
from extract.tables.tasks import of_tasks
from extract.tables.value_cells import of_values, value_cells
from extract.thresholds.measure import UNCLEAR


def statements_of(
    printed: Sequence[Row], headings: Headings, titles: Sequence[Passage], first: int = 0
) -> list[Statement]:
    """The statements of the rows under one heading. A table whose headings hold neither a value
    nor a task with agencies, times or results assigns nothing. ``first`` is the number of the first
    row."""
    if not assigns(headings):
        return []
    found: list[Statement] = []
    heads = tuple(headings_among(titles))
    unit = unit_of_table(headings, heads)
    above = heading_above(heads)
    repeat_dittos(printed, headings)
    bodies = _lists_bodies(printed, headings)
    for index, row in enumerate(printed, first):
        row.section = (*above, *row.section)
        found.extend(_of_row(index, row, headings, heads, unit, bodies))
    return _without_trust_in_points(found, printed)


def _without_trust_in_points(found: list[Statement], printed: Sequence[Row]) -> list[Statement]:
    """Where a table writes decimals with a point ("78.6858"), "80.735" may be one too: doubted."""
    cells = [text.string for row in printed for cell in row.cells.values() for text in cell]
    if not any(map(_POINT.fullmatch, cells)) or any(map(_COMMA.fullmatch, cells)):
        return found
    return [
        replace(s, doubts=(*s.doubts, UNCLEAR))
        if s.carrier == "value" and _POINT_OR_GROUP.search(s.words.string)
        else s
        for s in found
    ]


_POINT = compiled(r"-?\d+\.(?:\d{1,2}|\d{4,})\s?%?")
_COMMA = compiled(r"-?\d+,\d+\s?%?")
_POINT_OR_GROUP = compiled(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])")


def assigns(headings: Headings) -> bool:
    """Whether a table with these headings hands out targets: an estimate of costs does not."""
    if len(headings.holding("price")) > 1:
        return False
    if headings.holding("value", "group"):
        return bool(headings.holding("content", "agency", "task", "section", "period"))
    return bool(headings.holding("content", "task")) and bool(
        headings.holding("agency", "due", "result")
    )


def _lists_bodies(printed: Sequence[Row], headings: Headings) -> bool:
    """Whether the rows are bodies, and the columns what they must reach: not where a single nội
    dung among others begins as a body's name does ("Trung tâm Văn hóa cấp xã có quy chế")."""
    content = headings.one("content")
    if content is None:
        return True
    cells = [Text.join(row.cells.get(content.index, ())).string for row in printed]
    filled = [cell for cell in cells if cell and not TOTAL.fullmatch(cell)]
    return 2 * sum(map(is_agency, filled)) >= len(filled)


def _of_row(
    index: int,
    row: Row,
    headings: Headings,
    titles: tuple[Text, ...],
    unit: Text | None,
    bodies: bool,
) -> Iterator[Statement]:
    base = facts_of(index, row, headings, titles)
    if base.unit is None and unit_in_heading(base.content.string) is None:
        base.unit = unit
    values = value_cells(row, headings)
    if headings.holding("value", "group"):
        if values:
            yield from of_values(row, headings, base, values, bodies)
            return
        telling = row.filled([c.index for c in headings.holding("task", "result", "due", "note")])
        heads_only = row.heads_children and not telling
        if heads_only or not _numbered(row) or len(headings.holding("value", "group")) > 1:
            return
    elif row.heads_children and not row.filled(
        [
            c.index
            for c in headings.columns
            if c.holds in ("task", "result", "due", "note", "agency")
        ]
    ):
        return
    yield from of_tasks(row, headings, base)


def _numbered(row: Row) -> bool:
    return bool(row.ordinal.string)
