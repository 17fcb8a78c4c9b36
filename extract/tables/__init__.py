"""Tables → statements: the words that carry each target, with what the row says of them.

No numbers are read here beyond STT: the meaning of a statement's words is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from extract.model import Block, Cell, Passage, Table, Text
from extract.tables.abreast import stacked
from extract.tables.columns import Column
from extract.tables.edges import straightened
from extract.tables.heading_words import is_value
from extract.tables.headings import Headings, headings_at, heads_ordinals, repeats
from extract.tables.rows import Row, meant_rows, title_above
from extract.tables.sides import in_columns_of
from extract.tables.statement import Statement
from extract.tables.statements import assigns, statements_of
from extract.thresholds import measures

__all__ = [
    "Printed",
    "Statement",
    "printed_tables",
    "statements",
    "values_not_read",
    "values_without_headings",
]


class Printed:
    """A table as it was meant: its pieces from several pages, and the passages that head it.
    ``follows``: it comes right after another, with which nobody could join it."""

    def __init__(
        self,
        table: Table,
        titles: Sequence[Passage],
        year: int | None,
        *,
        follows: bool = False,
    ) -> None:
        self.pieces = [table]
        self.follows = follows
        self.year = year
        self.titles = tuple(titles)

    @property
    def columns(self) -> int:
        return self.pieces[0].columns

    @cached_property
    def parts(self) -> list[tuple[Headings, list[Row]]]:
        """The rows under each of its headings: further ones begin a table of their own. None where
        it has no headings of a target table. To be asked for when all pieces are there."""
        grid: list[list[Cell | None]] = []
        breaks: set[int] = set()
        for piece in self.pieces:
            offset = len(grid)
            breaks |= {offset + row for row in piece.breaks} | ({offset} if offset else set())
            if offset:
                moved = tuple(replace(cell, row=cell.row + offset) for cell in piece.cells)
                piece = replace(piece, cells=moved, rows=offset + piece.rows)
            grid.extend(piece.grid()[offset:])
        found = []
        headings = _headings_from(grid, 0, self.year)
        if headings and (straight := straightened(grid, headings.first, headings.last)):
            grid = straight
            headings = _headings_from(grid, 0, self.year)
        rows = frozenset(breaks)
        if headings and (whole := stacked(grid, headings.first, headings.last, rows)):
            grid, rows = whole
            headings = _headings_from(grid, 0, self.year)
        while headings is not None:
            following = _headings_from(grid, headings.last, self.year, unlike=headings)
            end = title_above(grid, following.first)[0] if following else len(grid)
            found.append((headings, meant_rows(grid[:end], headings, rows)))
            headings = following
        return found


_TITLES = 4


def printed_tables(blocks: Sequence[Block], year: int | None) -> Iterator[Printed]:
    """The tables of a document. Pieces on following pages are one table: nothing but page
    furniture stands between them, and the next piece repeats the headings or has none.

    ``year`` is the document's: a column of an earlier year holds results.
    """
    current: Printed | None = None
    titles: list[Passage] = []
    before: Table | None = None  # with nothing but page furniture since
    for block in blocks:
        if isinstance(block, Passage):
            if block.furniture:
                continue
            titles = [*titles, block][-_TITLES:]
            if current:
                yield current
            current = before = None
            continue
        piece = in_columns_of(before, block) if before else block
        if current and _goes_on(current, piece):
            current.pieces.append(piece)
        else:
            if current:
                yield current
            current, titles = Printed(piece, titles, year, follows=before is not None), []
        before = piece
    if current:
        yield current


def _goes_on(printed: Printed, table: Table) -> bool:
    if table.columns != printed.columns:
        return False
    grid = table.grid()
    own = headings_at(grid, 0, printed.year) if grid else None
    if own is None:
        return True
    first = _headings_from(printed.pieces[0].grid(), 0, printed.year)
    if first is None:
        return False
    # A row may sound like headings: "Nhiệm vụ thường xuyên", "Phòng Nội vụ chủ trì".
    anew = own.one("ordinal") is not None or first.one("ordinal") is None
    return not anew or repeats(grid[own.first], first)


def statements(printed: Printed) -> list[Statement]:
    """The statements of a table in order; empty where it has no headings of a target table."""
    found: list[Statement] = []
    first = 0
    for headings, rows in printed.parts:
        found += statements_of(rows, headings, printed.titles, first)
        first += len(rows)
    return found


_FEWEST_VALUES = 3


def values_without_headings(printed: Printed) -> Text | None:
    """The first row of a table that holds values under headings that are not known; else None."""
    if printed.parts:
        return None
    cells = [c for piece in printed.pieces for c in piece.cells if c.column]
    values = [
        cell
        for cell in cells
        if is_value(cell.text.string) or any(m.cued for m in measures(cell.text.string))
    ]
    # A table that may be the rest of the one above it has no headings: each of its values counts.
    below = sum(cell.row > 0 for cell in values)
    if not (values if printed.follows else below >= _FEWEST_VALUES):
        return None
    return Text.join(c.text for c in printed.pieces[0].cells if c.row == 0)


def values_not_read(printed: Printed) -> Iterator[tuple[Text, Text]]:
    """Heading and first value of each column with cells that are nothing but a value, of which no
    statement takes notice: nobody knows its heading, or nothing tells what its values are of."""
    for headings, rows in printed.parts:
        lost = [c for c in headings.columns if c.holds in (None, "agency", "section")]
        if not assigns(headings):
            lost += headings.holding("value", "group")
        for column in lost:
            value = _first_value(column, rows)
            if value is not None:
                yield Text.join(column.headings), value


def _first_value(column: Column, rows: Sequence[Row]) -> Text | None:
    for row in rows:
        text = Text.join(row.cells.get(column.index, ()))
        if is_value(text.string):
            return text
    return None


def _numbers_rows(row: Sequence[Cell | None]) -> bool:
    """Whether a row has the heading of an STT column: only such a row begins a table anew."""
    return any(cell and heads_ordinals(cell) for cell in row[:2])


def _headings_from(
    grid: list[list[Cell | None]], first: int, year: int | None, unlike: Headings | None = None
) -> Headings | None:
    """The next heading rows from row ``first`` on. Before the first heading only title rows may
    stand; further headings (``unlike`` those above) begin a table of their own."""
    for row in range(first, len(grid)):
        if unlike is not None and not _numbers_rows(grid[row]):
            continue
        found = headings_at(grid, row, year)
        if unlike is None:
            if found is not None:
                return found
            filled = {id(cell) for cell in grid[row] if cell is not None and cell.paragraphs}
            if len(filled) > 1:
                return None
            continue
        if found is not None and found.one("ordinal") and not repeats(grid[row], unlike):
            return found
    return None
