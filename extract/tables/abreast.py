"""Tables whose columns are printed twice side by side, to save room: the second goes on below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell

_Row = Sequence[Cell | None]


def stacked(
    grid: Sequence[_Row], first: int, last: int, breaks: frozenset[int]
) -> tuple[list[list[Cell | None]], frozenset[int]] | None:
    """The grid with the rows of each further set of columns below those of the first, and the rows
    before which a page break stands; None where the headings, the rows from ``first`` to before
    ``last``, are printed once."""
    width = _width(grid[first:last])
    if width is None:
        return None
    found = [list(row[:width]) for row in grid]
    moved = set(breaks)
    for low in range(width, len(grid[first]), width):
        down = len(found) - last
        moved |= {row + down for row in breaks if row >= last}
        made: dict[int, Cell] = {}
        for row in grid[last:]:
            for cell in row[low : low + width]:
                if cell is not None and id(cell) not in made:
                    made[id(cell)] = replace(cell, row=cell.row + down, column=cell.column - low)
            found.append([made.get(id(cell)) for cell in row[low : low + width]])
    return found, frozenset(moved)


_FEWEST_COLUMNS = 2


def _width(headings: Sequence[_Row]) -> int | None:
    """How many columns the headings have before they begin again."""
    columns = len(headings[0])
    for width in range(_FEWEST_COLUMNS, columns // 2 + 1):
        if columns % width == 0 and all(_begins_again(row, width) for row in headings):
            return width
    return None


def _begins_again(row: _Row, width: int) -> bool:
    """Whether the cells of a row of headings say the same every ``width`` columns, and none of them
    stands over the end of a set."""
    for column, cell in enumerate(row):
        own = row[column % width]
        if cell is None or own is None or not own.paragraphs:
            return False
        if column >= width and (cell is own or cell.text.string != own.text.string):
            return False
        if column % width == 0 and column and cell is row[column - 1]:
            return False
    return True
