"""Ruled tables on a PDF page: edges → intersections → cells → tables.

The stages follow pdfplumber's ``table.py``; each is a function of its own and open to inspection.
No text is read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import record
from extract.readers.pdf_edges import THIN, Box, Edge, Edges, merged

NARROW = 9.0  # a column as narrow as this, filled by no cell of its own, is a misaligned rule


@record
class GridCell:
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """The cells of one table. ``whole`` is false where the rules leave a gap: one breaks off inside
    a cell, or some area is no rectangle."""

    box: Box
    rows: int
    columns: int
    cells: list[GridCell]
    whole: bool = True


def outlined(found: Edges) -> Edges:
    """The same rules with the outlines of filled areas as rules: for tables that have no others."""
    horizontal, vertical = list(found.horizontal), list(found.vertical)
    for x0, y0, x1, y1 in found.shades:
        horizontal += [Edge(y0, x0, x1), Edge(y1, x0, x1)]
        vertical += [Edge(x0, y0, y1), Edge(x1, y0, y1)]
    return Edges(merged(horizontal), merged(vertical), found.shades)


# --------------------------------------------------------------------------- edges → intersections


def intersections(found: Edges) -> list[tuple[list[Edge], list[Edge]]]:
    """The rules in groups that hang together by crossing or touching: one group a table. Rules
    that cross nothing (underlines) are in none."""
    parent = list(range(len(found.horizontal) + len(found.vertical)))
    offset = len(found.horizontal)
    crossing: set[int] = set()
    for i, h in enumerate(found.horizontal):
        for j, v in enumerate(found.vertical, offset):
            if (
                h.start - THIN <= v.at <= h.end + THIN
                and v.start - THIN <= h.at <= v.end + THIN
            ):  # fmt: skip
                parent[_root(parent, i)] = _root(parent, j)
                crossing |= {i, j}
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for index in sorted(crossing):
        group = groups[_root(parent, index)]
        if index < offset:
            group[0].append(found.horizontal[index])
        else:
            group[1].append(found.vertical[index - offset])
    return list(groups.values())


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _with_open_sides(horizontal: list[Edge], vertical: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Adds the outer rules that some tables leave out (no side rules; a page break without a rule):
    where at least two rules of one direction end in one line beyond the last rule across."""
    sides = _open_sides(horizontal, [edge.at for edge in vertical])
    ends = _open_sides(vertical, [edge.at for edge in horizontal])
    return horizontal + _meeting(ends, sides), vertical + _meeting(sides, ends)


def _meeting(added: list[Edge], across: list[Edge]) -> list[Edge]:
    """``added`` drawn on to the corners with ``across``, where both were left out."""
    ats = [edge.at for edge in across]
    return [Edge(edge.at, min([edge.start, *ats]), max([edge.end, *ats])) for edge in added]


def _open_sides(along: list[Edge], across: list[float]) -> list[Edge]:
    added: list[Edge] = []
    for outer, inner, beyond in (
        (min(edge.start for edge in along), min(across), -1),
        (max(edge.end for edge in along), max(across), 1),
    ):
        reaching = [
            edge.at
            for edge in along
            if abs((edge.start if beyond < 0 else edge.end) - outer) <= THIN
        ]
        if (outer - inner) * beyond > NARROW and len(reaching) >= 2:
            added.append(Edge(outer, min(reaching), max(reaching)))
    return added


# --------------------------------------------------------------------------- intersections → cells


def cells(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> Grid | None:
    """The cells that one group of rules encloses: places of the grid between which no rule stands
    are one merged cell. None where the group is no table."""
    xs = _positions(edge.at for edge in vertical)
    ys = _positions(edge.at for edge in horizontal)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5:
        return None
    width, height = len(xs) - 1, len(ys) - 1
    across = _ruled(horizontal, ys, xs)
    upright = _ruled(vertical, xs, ys)

    parent = list(range(width * height))
    for row in range(height):
        for column in range(width):
            place = row * width + column
            if column + 1 < width and (column + 1, row) not in upright:
                parent[_root(parent, place)] = _root(parent, place + 1)
            if row + 1 < height and (row + 1, column) not in across:
                parent[_root(parent, place)] = _root(parent, place + width)
    areas: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in range(width * height):
        areas[_root(parent, place)].append(divmod(place, width))

    found: list[tuple[int, int, int, int]] = []  # first row, first column, last + 1 of both
    whole = not (_broken_off(horizontal, xs) or _broken_off(vertical, ys))
    for places in areas.values():
        r0, c0 = min(row for row, _ in places), min(column for _, column in places)
        r1, c1 = max(row for row, _ in places) + 1, max(column for _, column in places) + 1
        closed = (
            all((r0, column) in across for column in range(c0, c1)),
            all((r1, column) in across for column in range(c0, c1)),
            all((c0, row) in upright for row in range(r0, r1)),
            all((c1, row) in upright for row in range(r0, r1)),
        )
        rectangle = len(places) == (r1 - r0) * (c1 - c0)
        if rectangle and all(closed):
            found.append((r0, c0, r1, c1))
        elif not rectangle and not (r0 == 0 or c0 == 0 or r1 == height or c1 == width):
            whole = False
        # What is left lies outside the table, beside a row that is narrower than the others.
    if len(found) < 2:
        return None
    return _numbered(found, xs, ys, whole)


def _positions(values: Iterable[float]) -> list[float]:
    positions: list[float] = []
    for value in sorted(values):
        if not positions or value - positions[-1] > THIN:
            positions.append(value)
    return positions


def _ruled(rules: Sequence[Edge], at: list[float], along: list[float]) -> set[tuple[int, int]]:
    """(index in ``at``, interval of ``along``) for every side of a place that a rule covers."""
    ruled: set[tuple[int, int]] = set()
    for rule in rules:
        index = _nearest(at, rule.at)
        for interval, (start, end) in enumerate(pairwise(along)):
            if rule.start <= start + THIN and end - THIN <= rule.end:
                ruled.add((index, interval))
    return ruled


def _broken_off(rules: Sequence[Edge], along: list[float]) -> bool:
    """Whether a rule ends well inside a place, where no rule across meets it."""
    return any(
        2 * THIN < min(rule.end, end) - max(rule.start, start) < end - start - 2 * THIN
        for rule in rules
        for start, end in pairwise(along)
    )


def _numbered(
    found: list[tuple[int, int, int, int]], xs: list[float], ys: list[float], whole: bool
) -> Grid:
    """The grid without the rows and columns that hold no cell's own side, counted from 0."""
    rows = _lanes([(r0, r1) for r0, _, r1, _ in found], ys)
    columns = _lanes([(c0, c1) for _, c0, _, c1 in found], xs)
    numbered = [
        GridCell(
            rows[r0],
            columns[c0],
            rows[r1] - rows[r0],
            columns[c1] - columns[c0],
            (xs[c0], ys[r0], xs[c1], ys[r1]),
        )
        for r0, c0, r1, c1 in sorted(found)
        if rows[r1] > rows[r0] and columns[c1] > columns[c0]
    ]
    box = (
        min(cell.box[0] for cell in numbered),
        min(cell.box[1] for cell in numbered),
        max(cell.box[2] for cell in numbered),
        max(cell.box[3] for cell in numbered),
    )
    return Grid(
        box,
        max(cell.row + cell.row_span for cell in numbered),
        max(cell.column + cell.column_span for cell in numbered),
        numbered,
        whole,
    )


def _lanes(spans: list[tuple[int, int]], positions: list[float]) -> dict[int, int]:
    """Old boundary → new boundary. A lane is left out where no cell begins or ends on one of its
    sides, and where it is narrow and no cell stands in it alone: the rules of two rows that should
    meet are a few points apart."""
    sides = {side for span in spans for side in span}
    new: dict[int, int] = {}
    count = 0
    last: int | None = None
    for side in sorted(sides):
        if last is not None and not (
            positions[side] - positions[last] <= NARROW and (last, side) not in spans
        ):
            count += 1
        new[side] = count
        last = side
    return new


def grid_of(boxes: Sequence[Box]) -> Grid | None:
    """A table from the boxes of its cells."""
    xs = _positions(x for box in boxes for x in (box[0], box[2]))
    ys = _positions(y for box in boxes for y in (box[1], box[3]))
    found = {
        (_nearest(ys, top), _nearest(xs, left), _nearest(ys, bottom), _nearest(xs, right))
        for left, top, right, bottom in boxes
    }
    solid = [span for span in found if span[0] < span[2] and span[1] < span[3]]
    return _numbered(solid, xs, ys, whole=True) if len(solid) > 1 else None


def _nearest(positions: list[float], value: float) -> int:
    return min(range(len(positions)), key=lambda index: abs(positions[index] - value))


# --------------------------------------------------------------------------- cells → tables


def grids(found: Edges) -> list[Grid]:
    """The ruled tables of a page from top to bottom. Outlines of shaded areas count only on a page
    whose rules enclose nothing."""
    for rules in (found, outlined(found)) if len(found.shades) > 1 else (found,):
        groups = [_with_open_sides(h, v) for h, v in intersections(rules)]
        tables = [grid for grid in (cells(h, v) for h, v in groups) if grid is not None]
        if tables:
            return in_reading_order(tables)
    return []


def in_reading_order(tables: Iterable[Grid]) -> list[Grid]:
    """From top to bottom; those that begin at about the same height from left to right."""
    bands: list[list[Grid]] = []
    for grid in sorted(tables, key=lambda grid: grid.box[1]):
        if not bands or grid.box[1] - bands[-1][0].box[1] > 2 * NARROW:
            bands.append([])
        bands[-1].append(grid)
    return [grid for band in bands for grid in sorted(band, key=lambda grid: grid.box[0])]
