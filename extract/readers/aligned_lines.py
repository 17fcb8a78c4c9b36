"""Tables of plain text whose columns only blanks set apart.

"STT" begins the headings, and the row below them begins with a number; between the middles of two
headings, the widest stripe that is blank in every line parts their columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from extract.expressions import compiled
from extract.model import Cell, Place, Table, Text
from extract.readers.cell_lines import Line
from extract.readers.markup import inline
from extract.vocabulary import ordinal_headings

#: Characters from the beginning of a line up to before the end.
_Field = tuple[int, int]

_FIELD = compiled(r"[^\s]+(?:[ \u00a0][^\s]+)*")
_ORDINAL = compiled(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-ZĐ])[.)]?")
_FEWEST_COLUMNS = 3  # letterheads and signatures are laid out in two


def aligned_table(place: Place, lines: Sequence[Line], first: int) -> tuple[Table, int] | None:
    """The table whose headings are line ``first``, and the line after it; None where none begins
    there. A line without a number may be the rest of the row above it."""
    if "  " not in lines[first].string:
        return None
    heads = _fields(lines[first])
    if len(heads) < _FEWEST_COLUMNS or not _heads_ordinals(lines[first], heads[0]):
        return None
    begin = first + 1
    while begin < len(lines) and _goes_on(_fields(lines[begin]), heads):
        begin += 1  # headings in several lines
    if begin == len(lines) or not _begins_row(lines[begin], _fields(lines[begin])):
        return None
    printed = [lines[first:begin]]
    index = begin
    while index < len(lines):
        at = next((n for n in range(index, len(lines)) if lines[n].string.strip()), index)
        fields = _fields(lines[at])
        goes_on = at == index and _goes_on(fields, heads)
        fewest = 2 if at == index else _FEWEST_COLUMNS  # behind a blank line
        if not (goes_on or (len(fields) >= fewest and _begins_row(lines[at], fields))):
            break
        printed.append(lines[at : at + 1])
        index = at + 1
    starts = _starts([_fields(line) for line in chain.from_iterable(printed)], heads)
    cells = [c for row, own in enumerate(printed) for c in _cells(place, own, starts, row)]
    return Table(tuple(cells), len(printed), len(heads), flattened=True), index


def _starts(printed: Sequence[Sequence[_Field]], heads: Sequence[_Field]) -> list[int]:
    """Where each column begins. Where no stripe is blank, below the beginning of its heading."""
    filled = {at for fields in printed for low, high in fields for at in range(low, high)}
    starts = [0]
    for left, right in pairwise(heads):
        stripes: list[list[int]] = [[]]
        for at in range(sum(left) // 2, sum(right) // 2):
            if at in filled:
                stripes.append([])
            else:
                stripes[-1].append(at)
        widest = max(stripes, key=len)
        starts.append(widest[-1] + 1 if widest else right[0])
    return starts


def _fields(line: Line) -> list[_Field]:
    return [match.span() for match in _FIELD.finditer(line.string)]


def _heads_ordinals(line: Line, field: _Field) -> bool:
    return line.string[slice(*field)].lower() in ordinal_headings()


def _begins_row(line: Line, fields: Sequence[_Field]) -> bool:
    return len(fields) > 1 and _ORDINAL.fullmatch(line.string, *fields[0]) is not None


def _goes_on(fields: Sequence[_Field], heads: Sequence[_Field]) -> bool:
    """Whether a line leaves the column of numbers blank."""
    return bool(fields) and fields[0][0] >= heads[0][1]


def _cells(place: Place, lines: Sequence[Line], starts: Sequence[int], row: int) -> list[Cell]:
    """The cells of a row that is printed in these lines."""
    paragraphs: dict[int, tuple[Text, ...]] = {}
    for line in lines:
        columns: dict[int, _Field] = {}
        for low, high in _fields(line):
            column = _column(low, high, starts)
            begin, end = columns.get(column, (low, high))
            columns[column] = (min(begin, low), max(end, high))
        for column, (low, high) in columns.items():
            found = inline(place, line.start + low, line.start + high).paragraphs
            paragraphs[column] = (*paragraphs.get(column, ()), *found)
    return [Cell(row, column, texts) for column, texts in sorted(paragraphs.items())]


def _column(low: int, high: int, starts: Sequence[int]) -> int:
    """The column that a field lies in for the most part."""
    bounds = zip(starts, [*starts[1:], max(high, starts[-1])], strict=True)
    shared = [min(high, end) - max(low, start) for start, end in bounds]
    return shared.index(max(shared))
