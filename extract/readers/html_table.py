"""Tables of HTML: their cells while they are open, and the blocks that they are in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.errors import TooManyCells
from extract.model import Block, Cell, Passage, Table
from extract.readers.markup import Paragraphs

#: As in DOCX files; no printed decree has so many columns.
MOST_COLUMNS = 256
#: Rows by columns.
MOST_PLACES = 4_000_000
# A cell that holds more than this is no cell of a row but a column of the page.
_LONGEST_CELL = 3000


@dataclass(slots=True)
class Flow:
    """What the page, or a cell, holds: blocks in order, and the paragraphs not yet closed."""

    paragraphs: Paragraphs
    blocks: list[Block] = field(default_factory=list)
    row_span: int = 1
    column_span: int = 1
    heading: bool = False

    def settle(self, furniture: bool = False) -> None:
        """The open paragraph ends, and is one of the blocks."""
        self.paragraphs.close()
        for text, bold in self.paragraphs.found:
            self.blocks.append(Passage(text, bold is True, furniture=furniture))
        self.paragraphs.found.clear()


@dataclass(slots=True)
class Grid:
    """A table while it is open. Words in no cell of it stand before it, or behind it where they
    follow a row: ``behind`` is the first of these among the blocks around the table."""

    layout: bool
    rows: list[list[Flow]] = field(default_factory=list)
    behind: int = 0


def length(blocks: Sequence[Block]) -> int:
    """How many characters the blocks print."""
    return sum(
        len(block.text) if isinstance(block, Passage) else sum(len(c.text) for c in block.cells)
        for block in blocks
    )


# --------------------------------------------------------------------------- tables


def table_blocks(grid: Grid) -> Iterator[Block]:
    """The table, then the tables in its cells; of a table that only lays out the page, what its
    cells hold. Raises TooManyCells."""
    rows = [row for row in grid.rows if row]
    if _lays_out(grid, rows):
        for row in rows:
            for cell in row:
                yield from cell.blocks
    elif rows:
        yield _table(rows)
        for row in rows:
            for cell in row:
                yield from (block for block in cell.blocks if isinstance(block, Table))


def _lays_out(grid: Grid, rows: list[list[Flow]]) -> bool:
    """Whether a table holds no data but the page, or a part of it: it says so; it has one column;
    a cell of its few holds another table, or far more than a cell does."""
    cells = [cell for row in rows for cell in row if cell.blocks]
    if grid.layout or all(len(row) < 2 and row[0].column_span < 2 for row in rows):
        return True
    holds_tables = any(isinstance(block, Table) for cell in cells for block in cell.blocks)
    if holds_tables and (len(rows) < 3 or max(map(len, rows)) < 3):
        return True
    return max(map(len, rows)) < 4 and any(length(c.blocks) > _LONGEST_CELL for c in cells)


def _table(rows: list[list[Flow]]) -> Table:
    # By column: the row down to which the cells above it reach.
    reach: list[int] = []
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while c < len(reach) and reach[c] > r:
                c += 1
            down = min(cell.row_span, len(rows) - r)
            reach.extend([0] * (c + cell.column_span - len(reach)))
            if len(rows) * len(reach) > MOST_PLACES:
                raise TooManyCells(f"a table claims {len(rows)} rows and {len(reach)} columns")
            reach[c : c + cell.column_span] = [r + down] * cell.column_span
            passages = [block for block in cell.blocks if isinstance(block, Passage)]
            bold = bool(passages) and (cell.heading or all(p.bold for p in passages))
            texts = tuple(passage.text for passage in passages)
            cells.append(Cell(r, c, texts, down, cell.column_span, bold))
            c += cell.column_span
    return Table(tuple(cells), len(rows), len(reach))
