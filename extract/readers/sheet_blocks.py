"""A sheet → passages and tables.

A sheet says nowhere where its tables begin and end. Here a table is the rows whose cells are ruled;
where a sheet rules nothing, the rows with at least three filled cells, and what stands between
them. All other rows are passages: the letterhead, titles, notes, who signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.encodings import Decoder
from extract.expressions import compiled
from extract.model import Block, Cell, Passage, Table, Text, Warning
from extract.readers.sheet import Extent, Sheet, SheetCell, SheetPlace, Spot, reference, unread
from extract.text import text

# Ordinals at the head of a row of data: 1, 1.2, IV, A, a)
_ORDINAL = compiled(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z]|[a-zđ])[.)]?")
_NUMBER = compiled(r"[-+]?\d[\d.,]*\s*%?")
_FEWEST = 3


@dataclass(slots=True)
class _Printed:
    """A filled cell that is printed, with all the rows and columns that it covers."""

    row: int
    column: int
    last_row: int
    last_column: int
    cell: SheetCell
    texts: tuple[Text, ...]


@dataclass(slots=True)
class _Row:
    """A row that prints something; ``apart`` says that an empty row stands above it."""

    index: int
    cells: list[_Printed]
    apart: bool
    tabular: bool = False

    @property
    def heads(self) -> bool:
        """Whether the row looks like headings: several cells, none of them a number, no STT."""
        first = self.cells[0].cell
        return (
            len(self.cells) > 1
            and not any(c.cell.number or _NUMBER.fullmatch(c.cell.string) for c in self.cells)
            and not _ORDINAL.fullmatch(first.string.strip())
        )

    @property
    def goes_on(self) -> bool:
        """Whether the row stands right under another and looks like data: an STT or a number."""
        first = self.cells[0].cell.string.strip()
        holds = any(cell.cell.number for cell in self.cells) or bool(_ORDINAL.fullmatch(first))
        return len(self.cells) > 1 and not self.apart and holds


def blocks_of_sheets(sheets: Sequence[Sheet]) -> tuple[list[Block], list[Warning]]:
    """The blocks of the sheets in reading order, and warnings: of filled cells that are not printed
    and were not read, of cells that print no value, of old encodings."""
    blocks: list[Block] = []
    warnings: list[Warning] = []
    decoder = Decoder()
    decoder.learn("\n".join(cell.string for sheet in sheets for cell in sheet.cells.values()))
    for sheet in sheets:
        found, unprinted = _blocks(sheet, decoder)
        blocks.extend(found)
        warnings.extend((*sheet.warnings(), *unprinted))
    return blocks, [*warnings, *decoder.warnings()]


def _blocks(sheet: Sheet, decoder: Decoder) -> tuple[list[Block], list[Warning]]:
    printed, warnings = _printed_cells(sheet, decoder)
    rows = _rows(printed, sheet)
    _mark_tables(rows)
    blocks: list[Block] = []
    for run in _runs(rows):
        blocks.extend(_tables(run, sheet) if run[0].tabular else _passages(run))
    return blocks, warnings


# --------------------------------------------------------------------------- what is printed


def _printed_cells(sheet: Sheet, decoder: Decoder) -> tuple[list[_Printed], list[Warning]]:
    merges: dict[Spot, Extent] = {}
    covers: dict[Spot, Spot] = {}
    rows = max((row for row, _ in sheet.cells), default=-1)
    columns = max((column for _, column in sheet.cells), default=-1)
    for extent in sheet.merged:
        first = extent[:2]
        if first in sheet.cells:
            last_row, last_column = min(extent[2], rows + 1), min(extent[3], columns + 1)
            merges[first] = (*first, last_row, last_column)
    for spot, extent in merges.items():
        for row in range(extent[0], extent[2] + 1):
            covers.update({(row, c): spot for c in range(extent[1], extent[3] + 1)})
    found: list[_Printed] = []
    hidden: list[Spot] = []
    covered: list[Spot] = []
    outside: list[Spot] = []
    for spot in sorted(sheet.cells):
        row, column, last_row, last_column = merges.get(spot, (*spot, *spot))
        down = [r for r in range(row, last_row + 1) if r not in sheet.hidden_rows]
        across = [c for c in range(column, last_column + 1) if c not in sheet.hidden_columns]
        if covers.get(spot, spot) != spot:
            covered.append(spot)
        elif not down or not across:
            hidden.append(spot)
        elif not sheet.in_print_area(spot):
            outside.append(spot)
        else:
            cell = sheet.cells[spot]
            place = SheetPlace(cell.string, sheet.name, reference(*spot))
            fonts = [(0, len(cell.string), cell.font)] if cell.font else []
            texts = tuple(_paragraphs(decoder.read(place, fonts)))
            if texts:
                found.append(_Printed(down[0], across[0], down[-1], across[-1], cell, texts))
    reasons = {
        "in hidden rows or columns": hidden,
        "under a merged cell": covered,
        "outside of the print area": outside,
    }
    return found, [unread(sheet, spots, why) for why, spots in reasons.items() if spots]


def _paragraphs(place: SheetPlace) -> Iterator[Text]:
    start = 0
    for line in place.raw.split("\n"):
        if line.strip():
            paragraph = text(place, start, start + len(line))
            if paragraph.string:
                yield paragraph
        start += len(line) + 1


def _rows(printed: Sequence[_Printed], sheet: Sheet) -> list[_Row]:
    by_row: dict[int, list[_Printed]] = {}
    for cell in printed:
        by_row.setdefault(cell.row, []).append(cell)
    rows: list[_Row] = []
    reach = -1
    for index in sorted(by_row):
        empty = any(row not in sheet.hidden_rows for row in range(reach + 1, index))
        rows.append(_Row(index, by_row[index], apart=bool(rows) and empty))
        reach = max(reach, *(cell.last_row for cell in by_row[index]))
    return rows


# --------------------------------------------------------------------------- where tables are


def _mark_tables(rows: Sequence[_Row]) -> None:
    """Tells the rows of tables from the others."""
    ruled = [sum(cell.cell.ruled for cell in row.cells) for row in rows]
    if sum(count > 1 for count in ruled) > 1:
        core = [count > 0 for count in ruled]
    else:
        fewest = min(_FEWEST, max((len(row.cells) for row in rows), default=0))
        core = [len(row.cells) >= max(fewest, 2) for row in rows]
    at = [index for index, is_core in enumerate(core) if is_core]
    for index in at:
        rows[index].tabular = True
    for index, following in pairwise(at):
        between = rows[index + 1 : following]
        # Sub-headings and rows that are hardly filled; not the title of the next table.
        if not (between and rows[following].heads and any(row.apart for row in between)):
            for row in between:
                row.tabular = True
    for above, row in pairwise(rows):
        # A last row whose cells are merged has few of them.
        row.tabular = row.tabular or (above.tabular and row.goes_on)


def _runs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The rows that go on with each other. Headings after an empty row begin a table of their own,
    unless all above them are headings too."""
    run: list[_Row] = []
    holds_data = False
    for row in rows:
        anew = row.tabular and row.apart and holds_data and row.heads
        if run and (anew or row.tabular != run[0].tabular):
            yield run
            run, holds_data = [], False
        run.append(row)
        holds_data = holds_data or not row.heads
    if run:
        yield run


# --------------------------------------------------------------------------- blocks


def _passages(rows: Sequence[_Row]) -> Iterator[Passage]:
    """Row by row; where cells stand beside each other, as in a letterhead, column by column."""
    index = 0
    while index < len(rows):
        end = index + 1
        if len(rows[index].cells) > 1:
            starts = [cell.column for cell in rows[index].cells]
            while end < len(rows) and _stands_beside(rows, end, starts):
                end += 1
            for first, after in zip(starts, [*starts[1:], None], strict=True):
                for row in rows[index:end]:
                    for cell in row.cells:
                        own = first <= cell.column or first == starts[0]
                        if own and (after is None or cell.column < after):
                            yield from _lines(cell)
        else:
            yield from _lines(rows[index].cells[0])
        index = end


def _stands_beside(rows: Sequence[_Row], index: int, starts: Sequence[int]) -> bool:
    """Whether a row goes on with the columns that begin at ``starts``: it has several cells; its
    one cell stands on the right; or more such rows follow at once."""
    for row in rows[index : index + 4]:
        if len(row.cells) > 1 or row.cells[0].column >= starts[1]:
            return True
        if row.apart or row.cells[0].last_column >= starts[1]:
            return False
    return False


def _lines(cell: _Printed) -> Iterator[Passage]:
    for paragraph in cell.texts:
        yield Passage(paragraph, cell.cell.bold)


def _tables(rows: Sequence[_Row], sheet: Sheet) -> Iterator[Table]:
    """The table of these rows; where empty columns part them, the tables beside each other."""
    cells = [cell for row in rows for cell in row.cells]
    covered = {c for cell in cells for c in range(cell.column, cell.last_column + 1)}
    groups: list[list[int]] = []
    for column in sorted(covered):
        between = range(groups[-1][-1] + 1, column) if groups else ()
        if groups and not any(c not in sheet.hidden_columns for c in between):
            groups[-1].append(column)
        else:
            groups.append([column])
    for columns in groups:
        yield _table([c for c in cells if columns[0] <= c.column <= columns[-1]])


def _table(cells: Sequence[_Printed]) -> Table:
    """Rows and columns are those in which a cell begins."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    row_of = {row: index for index, row in enumerate(rows)}
    column_of = {column: index for index, column in enumerate(columns)}
    found = [
        Cell(
            row_of[cell.row],
            column_of[cell.column],
            cell.texts,
            row_span=sum(cell.row <= row <= cell.last_row for row in rows)
            if cell.last_row > cell.row
            else 1,
            column_span=sum(cell.column <= column <= cell.last_column for column in columns),
            bold=cell.cell.bold,
        )
        for cell in cells
    ]
    return Table(tuple(found), len(rows), len(columns))
