"""Tables of PDF pages, whose columns are known by where they stand on the page."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Table

_NEAR = 3.0  # points


def in_columns_of(before: Table, table: Table) -> Table:
    """The ``table`` in the columns of the one ``before``, of which it shows fewer: on its page all
    cells are merged over some of them. Otherwise as it is."""
    if not table.sides or not before.sides or table.columns >= before.columns:
        return table
    known = [side - before.sides[0] for side in before.sides]
    columns = [_place(side - table.sides[0], known) for side in table.sides]
    if columns[-1] != before.columns or None in columns or len(set(columns)) < len(columns):
        return table
    at = [column for column in columns if column is not None]
    cells = (
        replace(
            cell,
            column=at[cell.column],
            column_span=at[cell.column + cell.column_span] - at[cell.column],
        )
        for cell in table.cells
    )
    return replace(table, cells=tuple(cells), columns=before.columns, sides=before.sides)


def _place(side: float, known: list[float]) -> int | None:
    return next((at for at, other in enumerate(known) if abs(side - other) < _NEAR), None)
