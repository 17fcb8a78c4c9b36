"""Tables as web pages are saved in: every cell begins below a line that holds nothing but "|".

A row is "|", a cell, "|", a cell ... "|"; two such lines in a row end one row and begin the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extract.expressions import compiled
from extract.model import Cell, Place, Table, Text
from extract.readers.markup import inline


class Line(Protocol):
    """A line of the file: its raw offsets and its characters."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def string(self) -> str: ...


# A cell is a range of lines.
_Row = list[tuple[int, int]]

_LIST_MARK = compiled(r"\s*(?:[-+•–]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)")
_FEWEST_COLUMNS = 3  # letterheads and signatures are laid out in two


def is_bar(line: Line) -> bool:
    return line.string.strip() == "|"


def cell_line_table(place: Place, lines: Sequence[Line], first: int) -> tuple[Table | None, int]:
    """The table that begins at the bar in line ``first``, and the line after it; None in place of
    a layout of one or two columns, whose lines are passages."""
    rows: list[_Row] = []
    index = first
    while index < len(lines) and is_bar(lines[index]):
        row, index = _row(lines, index + 1)
        if row:
            rows.append(row)
        following = _past_blanks(lines, index)
        if following < len(lines) and is_bar(lines[following]):
            index = following
    width = max(map(len, rows), default=0)
    if width < _FEWEST_COLUMNS:
        return None, index
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        for column, (begin, stop) in enumerate(row):
            paragraphs, bold = _paragraphs(place, lines[begin:stop])
            # A row of two cells is a number with a title over all other columns.
            span = width - column if len(row) <= 2 and column == len(row) - 1 else 1
            cells.append(Cell(number, column, paragraphs, column_span=span, bold=bold))
    return Table(tuple(cells), len(rows), width), index


def _row(lines: Sequence[Line], index: int) -> tuple[_Row, int]:
    """The cells from line ``index`` on up to the bar that ends the row, and the line after it."""
    row: _Row = []
    while index < len(lines):
        begin = index
        while index < len(lines) and not is_bar(lines[index]):
            index += 1
        if index == len(lines):
            # No bar closes this: it is what follows the table.
            return row, begin
        row.append((begin, index))
        index += 1
        if index == len(lines) or not lines[index].string.strip() or is_bar(lines[index]):
            break
    return row, index


def _past_blanks(lines: Sequence[Line], index: int) -> int:
    while index < len(lines) and not lines[index].string.strip():
        index += 1
    return index


def _paragraphs(place: Place, lines: Sequence[Line]) -> tuple[tuple[Text, ...], bool]:
    """The paragraphs of a cell; a line goes on in the next one that begins no list item."""
    ranges: list[tuple[int, int]] = []
    for line in lines:
        if not line.string.strip():
            continue
        if ranges and not _LIST_MARK.match(line.string):
            ranges[-1] = (ranges[-1][0], line.end)
        else:
            ranges.append((line.start, line.end))
    read = [inline(place, start, end) for start, end in ranges]
    paragraphs = tuple(paragraph for content in read for paragraph in content.paragraphs)
    return paragraphs, bool(read) and all(content.bold for content in read)
