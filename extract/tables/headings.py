"""Heading rows of a table, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence

from extract.agencies import is_agency
from extract.dues import column_period
from extract.expressions import compiled
from extract.model import Cell, Text, record
from extract.tables.columns import Column, Grid, columns_of, holds_bodies, holds_periods
from extract.tables.heading_words import TOTAL, column_kind, folded, is_unit, is_value, names_yield


@record
class Headings:
    """The heading rows ``first`` .. ``last`` (exclusive) of a table and its columns."""

    first: int
    last: int
    columns: tuple[Column, ...]
    printed: frozenset[str]

    def holding(self, *kinds: str | None) -> list[Column]:
        return [column for column in self.columns if column.holds in kinds]

    def one(self, kind: str) -> Column | None:
        return next(iter(self.holding(kind)), None)


_NUMBERING = compiled(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?|\(?\d\)?\s*[=:].*")


def heads_ordinals(cell: Cell) -> bool:
    """Whether a cell is the heading of an STT column."""
    return len(cell.paragraphs) == 1 and column_kind(cell.paragraphs[0].string) == "ordinal"


def headings_at(grid: Grid, first: int, year: int | None) -> Headings | None:
    """The headings that begin at row ``first``, or None where that row heads nothing."""
    row = _distinct(grid[first])
    if len(row) < 2:
        return None
    kinds = [column_kind(cell.text.string) for cell in row]
    rest = [cell for cell, kind in zip(row, kinds, strict=True) if not kind]
    periods = (column_period(cell.text.string, year) for cell in rest)
    known = [*filter(None, kinds), *filter(None, periods)]
    if known == ["ordinal"] and any(holds_bodies(grid, first + 1, cell.column) for cell in rest):
        known.append("agency")
    subject = next((c for c, kind in zip(row, kinds, strict=True) if kind != "ordinal"), row[0])
    if len(set(known)) < 2 and holds_periods(grid, _depth(grid, first), subject.column, year):
        known = ["period", *("value" for _ in row[1:])]
    known += ["value"] * sum(names_yield(cell.text.string) for cell in rest)
    if known:
        known += ["value"] * sum(
            is_agency(cell.text.string) or bool(TOTAL.fullmatch(cell.text.string)) for cell in rest
        )
    if len(known) < 2:
        return None
    if len(set(known)) < 2 and not (
        known[0] == "value" and _heads_names_and_values(grid, _depth(grid, first))
    ):
        return None
    if any(_is_value(cell) for cell in row):
        return None
    if "ordinal" not in kinds and 2 * len(known) < len(row):
        return None
    last = _depth(grid, first)
    paths = [_path(grid, first, last, column) for column in range(len(grid[first]))]
    while last < len(grid) and _is_numbering(grid[last]):
        last += 1
    columns = columns_of(grid, last, paths, year)
    printed = frozenset(folded(text.string) for path in paths for text in path)
    return Headings(first, last, columns, printed)


def repeats(row: Sequence[Cell | None], headings: Headings) -> bool:
    """Whether a row prints the table's headings again, or their numbering."""
    cells = _distinct(row)
    if len(cells) < 2:
        return False
    known = sum(folded(cell.text.string) in headings.printed for cell in cells)
    # One cell of several may be worded otherwise ("Ước TH năm 2002").
    return (
        known == len(cells)
        or (known > 2 and known >= len(cells) - 1)
        or (_is_numbering(row) and len(cells) >= len(row) - 1 and len(cells) > 2)
    )


# --------------------------------------------------------------------------- heading rows


def _distinct(row: Sequence[Cell | None]) -> list[Cell]:
    """The printed, filled cells of a row, each once."""
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and cell.paragraphs and (not cells or cell is not cells[-1]):
            cells.append(cell)
    return cells


def _is_value(cell: Cell) -> bool:
    """A cell that holds nothing but a value heads no column ("2025" does)."""
    string = cell.text.string
    if column_period(string, None):
        return False
    return is_value(string) and not _OF_TIME.search(string)


# "Thực hiện 6 tháng" heads a column.
_OF_TIME = compiled(r"(?i)\d\s(?:tháng|năm|quý)(?!\p{L})")


def _heads_names_and_values(grid: Grid, body: int) -> bool:
    """ "Chỉ tiêu" beside "Giá trị": below, after the name of a section, stand words and values."""
    rows = (_distinct(row) for row in grid[body:])
    below = next((row for row in rows if len(row) != 1), [])
    if len(below) < 2 or is_value(below[0].text.string):
        return False
    return all(is_value(cell.text.string) for cell in below[1:])


def _is_numbering(row: Sequence[Cell | None]) -> bool:
    cells = _distinct(row)
    return len(cells) > 1 and all(_NUMBERING.fullmatch(cell.text.string) for cell in cells)


def _depth(grid: Grid, first: int) -> int:
    """The row after the headings: as far as merged headings reach, and one more under each heading
    whose columns the next row parts."""
    last = first + 1
    row = first
    while row < last and row < len(grid):
        for cell in _distinct(grid[row]):
            last = max(last, cell.row + cell.row_span)
            below = cell.row + cell.row_span
            if 1 < cell.column_span < len(grid[row]) and _is_parted(grid, below, cell):
                last = max(last, below + 1)
        row += 1
    last = min(last, len(grid))
    if last == first + 1 and last < len(grid) and _is_second_row(grid[first], grid[last]):
        last += 1
    if last < len(grid) and _is_of_units(grid[last]):
        last += 1
    return last


def _is_of_units(row: Sequence[Cell | None]) -> bool:
    """Whether a row below the headings gives their units: "%", "hộ", "tỷ đồng"."""
    cells = _distinct(row)
    units = [cell for cell in cells if is_unit(cell.text.string)]
    named = [cell for cell in cells if column_kind(cell.text.string) in ("unit", "body")]
    return bool(units) and len(units) + len(named) == len(cells)


def _is_parted(grid: Grid, row: int, heading: Cell) -> bool:
    """Whether a row parts the columns of the heading above it: several cells, and no values."""
    if row >= len(grid):
        return False
    under = _distinct(grid[row][heading.column : heading.column + heading.column_span])
    return len(under) > 1 and not any(is_value(cell.text.string) for cell in under)


def _is_second_row(above: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Flattened text: the row below fills the blanks beside a heading that spanned columns; a
    heading that spanned both rows may stand in both."""
    blank = {c for c, cell in enumerate(above) if cell is None or not cell.paragraphs}
    twice = {c for c, cell in enumerate(below) if cell and _same_text(above[c], cell)}
    filled = {c for c, cell in enumerate(below) if cell is not None and cell.paragraphs} - twice
    if not blank or not blank <= filled or 0 in filled:
        return False
    return not any(_is_value(cell) for cell in _distinct(below)) and all(
        c in blank or c + 1 in blank for c in filled
    )


def _same_text(above: Cell | None, below: Cell) -> bool:
    return above is not None and bool(below.paragraphs) and above.text.string == below.text.string


def _path(grid: Grid, first: int, last: int, column: int) -> tuple[Text, ...]:
    texts: list[Text] = []
    for row in range(first, last):
        cell = grid[row][column]
        if (cell is None or not cell.paragraphs) and row == first and last > first + 1:
            left = [c for c in grid[row][:column] if c is not None and c.paragraphs]
            cell = left[-1] if left and not _has_own(grid, row, column) else cell
        if cell is None or not cell.paragraphs:
            continue
        if not texts or cell.text.string != texts[-1].string:
            texts.append(cell.text)
    return tuple(texts)


def _has_own(grid: Grid, row: int, column: int) -> bool:
    cell = grid[row + 1][column]
    return cell is None or not cell.paragraphs
