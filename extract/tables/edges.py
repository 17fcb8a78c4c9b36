"""Columns whose edges are off by a hair.

A word processor that keeps the edges of cells row by row puts a column between two edges that do
not meet: a table of three columns then has ten or twelve, and the cells of a row span other columns
than their headings do, although they stand below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Cell

_Row = Sequence[Cell | None]
#: A cell with its first column and the column after its last.
_Stretch = tuple[Cell | None, int, int]


def straightened(grid: Sequence[_Row], first: int, last: int) -> list[list[Cell | None]] | None:
    """The grid with each row's cells below the headings that they stand in order with, or None
    where nothing is off. The headings are the rows from ``first`` to before ``last``.

    Between two edges that a row shares with the headings, as many cells as headings belong to each
    other one by one, wherever their edges are.
    """
    leaves = list(_stretches(grid[last - 1]))
    moved: dict[int, tuple[int, int]] = {}
    for row in range(last, len(grid)):
        for cells, heads in _shared(list(_stretches(grid[row])), leaves):
            if len(cells) != len(heads) or any(not c or c.row_span > 1 for c, _, _ in cells):
                continue
            if any(cell is not None and cell.paragraphs for cell, _, _ in cells):
                for (cell, low, high), (_, start, end) in zip(cells, heads, strict=True):
                    if (low, high) != (start, end):
                        moved[id(cell)] = (start, end)
    if not moved:
        return None
    laid = [
        [(cell, *moved.get(id(cell), (low, high))) for cell, low, high in _stretches(row)]
        for row in grid
    ]
    # Columns that are left are those in which a heading or a filled cell begins.
    kept = sorted(
        {low for _, low, _ in leaves}
        | {low for row in laid for cell, low, _ in row if cell is not None and cell.paragraphs}
    )
    place = {column: index for index, column in enumerate(kept)}
    made: dict[int, Cell] = {}
    return [list(_narrowed(row, kept, place, made)) for row in laid]


def _narrowed(
    row: Sequence[_Stretch], kept: Sequence[int], place: dict[int, int], made: dict[int, Cell]
) -> Iterator[Cell | None]:
    """The row in the columns that are kept."""
    for column in kept:
        cell = next((cell for cell, low, high in row if low <= column < high), None)
        if cell is None:
            yield None
            continue
        if id(cell) not in made:
            low, high = next((low, high) for other, low, high in row if other is cell)
            own = [place[column] for column in kept if low <= column < high]
            made[id(cell)] = replace(cell, column=own[0], column_span=len(own))
        yield made[id(cell)]


def _stretches(row: _Row) -> Iterator[_Stretch]:
    start = 0
    for column in range(1, len(row) + 1):
        if column == len(row) or row[column] is not row[start] or row[start] is None:
            yield row[start], start, column
            start = column


def _shared(
    cells: Sequence[_Stretch], heads: Sequence[_Stretch]
) -> Iterator[tuple[list[_Stretch], list[_Stretch]]]:
    """The cells and the headings between each two edges that both have."""
    edges = sorted({end for _, _, end in cells} & {end for _, _, end in heads})
    low = 0
    for high in edges:
        yield (
            [stretch for stretch in cells if low <= stretch[1] < high],
            [stretch for stretch in heads if low <= stretch[1] < high],
        )
        low = high
