"""Tables without rules: columns that nothing but white space parts.

White corridors run down between the columns. A table is read where nothing about it is open: a
heading that begins with STT, corridors that no line crosses, rows that begin with an ordinal and a
capital. Where lines have corridors in common and anything is open, they stay lines, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.readers.pdf_edges import Box
from extract.readers.pdf_grid import Grid, GridCell
from extract.readers.pdf_layout import wide_gaps
from extract.readers.pdf_paragraphs import LIST_MARK
from extract.readers.pdf_text import Line, Word, union
from extract.vocabulary import ordinal_headings

_NARROWEST = 0.5  # of a line's height: a corridor is wider than the space between words
_APART = 3.0  # line heights: what stands further below is something else
_LEAST_LINES = 3  # letterheads and signatures have fewer corridors, chance has fewer lines
_EDGE = 3.0  # points between a column and the words in it
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ](?=[.)]))[.)]?")

Gap = tuple[float, float]


@dataclass(slots=True)
class Columns:
    """``lines[first:last]`` of a page, parted by the same white ``corridors``."""

    first: int
    last: int
    corridors: list[Gap]


def columns(found: Sequence[Line]) -> Iterator[Columns]:
    """Where at least three lines one below the other have two corridors or more in common."""
    start = 0
    while start < len(found):
        region = _region(found, start)
        if region.last - start >= _LEAST_LINES and len(region.corridors) > 1:
            yield region
            start = region.last
        else:
            start += 1


def grid(found: Sequence[Line], region: Columns) -> tuple[Grid, list[list[Line]]] | None:
    """The table in ``region`` and the lines in each of its cells; None where anything is open."""
    own = [_parts(line, region.corridors) for line in found[region.first : region.last]]
    if not _is_heading(found[region.first]):
        return None
    cells = [_line(part) for parts in own for part in parts if part]
    if any(right - left > cell.height for cell in cells for left, right in _gaps(cell)):
        return None  # two columns, of which one has no heading
    starts = [at for at, parts in enumerate(own) if at and parts[0]]
    if len(starts) < 2 or not all(_opens_row(own[at]) for at in starts):
        return None
    goes_on = (parts for at, parts in enumerate(own) if at > starts[0] and not parts[0])
    if not all(_continues(parts) for parts in goes_on):
        return None
    edges = [0, *starts, len(own)]
    in_rows = [own[top:bottom] for top, bottom in pairwise(edges)]
    if not all(any(parts[column] for parts in in_rows[0]) for column in range(len(own[0]))):
        return None
    return _table(in_rows, region.corridors)


def _region(found: Sequence[Line], start: int) -> Columns:
    first = found[start]
    corridors = [gap for gap in _gaps(first) if gap[1] - gap[0] >= _NARROWEST * first.height]
    least = len(corridors) if _is_heading(first) else len(wide_gaps(first))
    last = start + 1
    while last < len(found) and least > 1:
        line, above = found[last], found[last - 1]
        left = [
            gap for gap in _free(corridors, line) if gap[1] - gap[0] >= _NARROWEST * line.height
        ]
        if len(left) < least or line.box[1] - above.box[3] > _APART * line.height:
            break
        corridors, last = left, last + 1
    return Columns(start, last, corridors if least > 1 else [])


def _gaps(line: Line) -> list[Gap]:
    return [
        (one.box[2], other.box[0])
        for one, other in pairwise(line.words)
        if other.box[0] > one.box[2]
    ]


def _free(corridors: Sequence[Gap], line: Line) -> Iterator[Gap]:
    """The widest stretch that the words of a line leave of each corridor."""
    for low, high in corridors:
        inside = [word.box for word in line.words if word.box[0] < high and word.box[2] > low]
        begins = [low, *(box[2] for box in inside)]
        ends = [*(box[0] for box in inside), high]
        yield max(zip(begins, ends, strict=True), key=lambda gap: gap[1] - gap[0])


def _parts(line: Line, corridors: Sequence[Gap]) -> list[list[Word]]:
    """The words of a line by column."""
    middles = [(low + high) / 2 for low, high in corridors]
    parts: list[list[Word]] = [[] for _ in range(len(corridors) + 1)]
    for word in line.words:
        parts[sum(word.box[0] > middle for middle in middles)].append(word)
    return parts


def _opens_row(parts: Sequence[Sequence[Word]]) -> bool:
    """An ordinal, and beside it the beginning of a text."""
    first = parts[1][0].text.lstrip("\"“'(") if parts[1] else ""
    return len(parts[0]) == 1 and bool(_ORDINAL.fullmatch(parts[0][0].text)) and (
        first[:1].isupper() or first[:1].isdigit()
    )  # fmt: skip


def _continues(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether a line without an ordinal can only belong to the row above, not to one whose ordinal
    stands in its middle: its text goes on with a small letter or is an item."""
    first = parts[1][0].text if parts[1] else ""
    return first[:1].islower() or bool(LIST_MARK.fullmatch(first))


def _is_heading(line: Line) -> bool:
    return line.words[0].text.lower().strip(".") in ordinal_headings()


def _table(
    in_rows: Sequence[Sequence[list[list[Word]]]], corridors: Sequence[Gap]
) -> tuple[Grid, list[list[Line]]]:
    words = [word.box for row in in_rows for line in row for part in line for word in part]
    left, top, right, bottom = union(words)
    xs = [left - _EDGE, *((low + high) / 2 for low, high in corridors), right + _EDGE]
    boxes = [union(w.box for line in row for part in line for w in part) for row in in_rows]
    between = [(above[3] + below[1]) / 2 for above, below in pairwise(boxes)]
    ys = [top - _EDGE, *between, bottom + _EDGE]
    cells: list[GridCell] = []
    lines: list[list[Line]] = []
    for row, parts in enumerate(in_rows):
        for column in range(len(xs) - 1):
            box: Box = (xs[column], ys[row], xs[column + 1], ys[row + 1])
            cells.append(GridCell(row, column, 1, 1, box))
            lines.append([_line(line[column]) for line in parts if line[column]])
    whole = (xs[0], ys[0], xs[-1], ys[-1])
    return Grid(whole, len(ys) - 1, len(xs) - 1, cells), lines


def _line(words: list[Word]) -> Line:
    box = union(word.box for word in words)
    return Line(words, box, base=box[3])
