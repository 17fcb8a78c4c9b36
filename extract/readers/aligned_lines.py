"""Tables of plain text whose columns only blanks set apart.

"STT" begins the headings, and the row below them begins with a number; between the middles of two
headings, the widest stripe that is blank in every line parts their columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.expressions import compiled
from extract.model import Cell, Place, Table
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
    while begin < len(lines) and _goes_on(_fields(lines[begin]), heads[0]):
        begin += 1  # headings in several lines
    if begin == len(lines) or not _begins_row(lines[begin], _fields(lines[begin])):
        return None
    printed = [_Page(lines[first:begin])]
    index = begin
    while index < len(lines):
        at = next((n for n in range(index, len(lines)) if lines[n].string.strip()), index)
        heading = lines[at : at + begin - first]
        if _words(heading) == _words(lines[first:begin]):
            printed.append(_Page(heading))
            index = at + len(heading)
            continue
        fields = _fields(lines[at])
        goes_on = at == index and _goes_on(fields, printed[-1].leaves[0].texts[0][1])
        fewest = 2 if at == index else _FEWEST_COLUMNS  # behind a blank line
        if not (goes_on or (len(fields) >= fewest and _begins_row(lines[at], fields))):
            break
        printed[-1].lines.append(lines[at])
        index = at + 1
    leaves = printed[0].leaves
    deep = max(len(leaf.path) for leaf in leaves)
    cells = [*_headings(place, leaves, deep)]
    breaks: set[int] = set()
    row = deep
    for page in printed:
        starts = page.starts
        breaks |= {row} if page is not printed[0] else set()
        for line in page.lines:
            breaks |= {row} if _is_rest(line, starts) else set()
            cells += _cells(place, line, starts, row)
            row += 1
    return Table(tuple(cells), row, len(leaves), frozenset(breaks), flattened=True), index


class _Page:
    """The headings of a table, printed again on each page, and the lines below them: from page to
    page the columns may begin elsewhere."""

    def __init__(self, headings: Sequence[Line]) -> None:
        self.leaves = _leaves(headings)
        self.lines: list[Line] = []

    @property
    def starts(self) -> list[int]:
        own = [[field for _, field in leaf.texts] for leaf in self.leaves]
        spans = [(min(fields)[0], max(high for _, high in fields)) for fields in own]
        return _starts([*map(_fields, self.lines), *own], spans)


class _Head:
    """A heading: its fields with their lines, and those above it, itself the last."""

    def __init__(self, line: Line, field: _Field, above: Sequence[_Head] = ()) -> None:
        self.texts = [(line, field)]
        self.path = (*above, self)

    @property
    def middle(self) -> float:
        return sum(low + high for _, (low, high) in self.texts) / (2 * len(self.texts))


def _leaves(lines: Sequence[Line]) -> list[_Head]:
    """The lowest headings. A line goes on with those above it, or parts them: two fields on both
    sides of the middle of one stand below it."""
    leaves = [_Head(lines[0], field) for field in _fields(lines[0])]
    for line in lines[1:]:
        below: list[list[_Field]] = [[] for _ in leaves]
        for field in _fields(line):
            away = [abs(sum(field) / 2 - leaf.middle) for leaf in leaves]
            below[away.index(min(away))].append(field)
        parted: list[_Head] = []
        for leaf, fields in zip(leaves, below, strict=True):
            if len(fields) > 1 and sum(fields[0]) / 2 < leaf.middle < sum(fields[-1]) / 2:
                parted += [_Head(line, field, leaf.path) for field in fields]
            else:
                leaf.texts += [(line, field) for field in fields]
                parted.append(leaf)
        leaves = parted
    return leaves


def _headings(place: Place, leaves: Sequence[_Head], deep: int) -> Iterator[Cell]:
    """The cells of the headings: one over several columns, or down to the first row."""
    seen: set[int] = set()
    for column, leaf in enumerate(leaves):
        for row, head in enumerate(leaf.path):
            if id(head) in seen:
                continue
            seen.add(id(head))
            wide = sum(head in other.path for other in leaves)
            texts = [
                text
                for line, (low, high) in head.texts
                for text in inline(place, line.start + low, line.start + high).paragraphs
            ]
            yield Cell(row, column, tuple(texts), deep - row if head is leaf else 1, wide)


def _is_rest(line: Line, starts: Sequence[int]) -> bool:
    """Whether a line without a number goes on with the row above: its first words cannot begin a
    cell, or no value stands in it; with values, where the column of names is blank too."""
    fields = _fields(line)
    first = _column(*fields[0], starts)
    words = [line.string[slice(*field)] for field in fields]
    values = sum(_VALUE.fullmatch(word) is not None for word in words)
    return first > 0 and (words[0][:1].islower() or not values or (first > 1 and values > 1))


_VALUE = compiled(r"(?:[\p{L}≥≤<>]+\s)*[≥≤<>]?\d[\d.,/ –-]*%?|-")


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


def _goes_on(fields: Sequence[_Field], numbers: _Field) -> bool:
    """Whether a line leaves the column of numbers, with this heading, blank."""
    return bool(fields) and fields[0][0] >= numbers[1]


def _words(lines: Sequence[Line]) -> list[list[str]]:
    return [line.string.split() for line in lines]


def _cells(place: Place, line: Line, starts: Sequence[int], row: int) -> list[Cell]:
    """The cells of a row that is printed in this line."""
    columns: dict[int, _Field] = {}
    for low, high in _fields(line):
        column = _column(low, high, starts)
        begin, end = columns.get(column, (low, high))
        columns[column] = (min(begin, low), max(end, high))
    return [
        Cell(row, column, inline(place, line.start + low, line.start + high).paragraphs)
        for column, (low, high) in sorted(columns.items())
    ]


def _column(low: int, high: int, starts: Sequence[int]) -> int:
    """The column that a field lies in for the most part."""
    bounds = zip(starts, [*starts[1:], max(high, starts[-1])], strict=True)
    shared = [min(high, end) - max(low, start) for start, end in bounds]
    return shared.index(max(shared))
