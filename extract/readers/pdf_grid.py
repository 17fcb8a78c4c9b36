"""Ruled tables on a PDF page: drawn paths → edges → intersections → cells → tables.

The stages follow pdfplumber's ``table.py``; each is a function of its own and open to inspection.
All coordinates are points from the top left corner of the page as displayed. No text is read here.
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]  # left, top, right, bottom
Matrix = tuple[float, float, float, float, float, float]

THIN = 3.0  # a rectangle up to this thick is a rule; rules nearer than this are one (double lines)
GAP = 4.0  # pieces of one rule (segments, dashes, dots) may lie this far apart
SHORT = 5.0  # nothing shorter borders a cell
NARROW = 9.0  # a column as narrow as this, filled by no cell of its own, is a misaligned rule


@dataclass(frozen=True, slots=True)
class Edge:
    """A rule: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Edges:
    """The rules of a page. ``shades`` are filled areas whose outlines are no rules."""

    horizontal: list[Edge]
    vertical: list[Edge]
    shades: list[Box]


@dataclass(frozen=True, slots=True)
class GridCell:
    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(slots=True)
class Grid:
    """The cells of one table. ``whole`` is false where the rules leave a gap, so that some area is
    no rectangle."""

    box: Box
    rows: int
    columns: int
    cells: list[GridCell]
    whole: bool = True


# --------------------------------------------------------------------------- drawn paths → edges


def page_matrix(page: Any) -> Matrix:
    """From PDF user space to the page as displayed: /Rotate applied, CropBox at the origin."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return {
        0: (1.0, 0.0, 0.0, -1.0, -box.left, box.top),
        1: (0.0, 1.0, 1.0, 0.0, -box.bottom, -box.left),
        2: (-1.0, 0.0, 0.0, 1.0, box.right, -box.bottom),
        3: (0.0, -1.0, -1.0, 0.0, box.top, box.right),
    }[pdfium.FPDFPage_GetRotation(page)]


def displayed(matrix: Matrix, x0: float, y0: float, x1: float, y1: float) -> Box:
    """The box around two opposite corners given in the space that ``matrix`` starts from."""
    a, b, c, d, e, f = matrix
    left, right = a * x0 + c * y0 + e, a * x1 + c * y1 + e
    top, bottom = b * x0 + d * y0 + f, b * x1 + d * y1 + f
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def edges(page: Any, matrix: Matrix) -> tuple[Edges, float]:
    """The rules of a page, also inside form objects, each merged from its pieces; and the area of
    its largest image."""
    found = Edges([], [], [])
    image = 0.0
    for handle, kind, space in _objects(page, matrix):
        box = _bounds(handle, space)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            image = max(image, (box[2] - box[0]) * (box[3] - box[1]))
            _add_thin(found, box)  # rules given as pictures
        else:
            _add_path(found, handle, box, space)
    found.horizontal = merged(found.horizontal)
    found.vertical = merged(found.vertical)
    return found, image


def _objects(page: Any, matrix: Matrix) -> Iterator[tuple[Any, int, Matrix]]:
    """Every path and image of the page with the matrix of the space that it is drawn in."""
    kind_of = pdfium.FPDFPageObj_GetType
    stack: list[tuple[Any, Callable[..., Any], int, Matrix]] = [
        (page, pdfium.FPDFPage_GetObject, pdfium.FPDFPage_CountObjects(page), matrix)
    ]
    while stack:
        parent, get, count, space = stack.pop()
        for index in range(count):
            handle = get(parent, index)
            kind = kind_of(handle)
            if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                yield handle, kind, space
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < 8:
                inner = pdfium.FPDFFormObj_CountObjects(handle)
                stack.append(
                    (handle, pdfium.FPDFFormObj_GetObject, inner, _composed(handle, space))
                )


def _composed(handle: Any, outer: Matrix) -> Matrix:
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, own)
    a, b, c, d, e, f = outer
    return (
        own.a * a + own.b * c,
        own.a * b + own.b * d,
        own.c * a + own.d * c,
        own.c * b + own.d * d,
        own.e * a + own.f * c + e,
        own.e * b + own.f * d + f,
    )


_FLOATS = [ctypes.c_float() for _ in range(4)]


def _bounds(handle: Any, space: Matrix) -> Box:
    left, bottom, right, top = _FLOATS
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    return displayed(space, left.value, bottom.value, right.value, top.value)


def _add_thin(found: Edges, box: Box) -> bool:
    """Whether ``box`` is thin enough to be a rule; if so it is added. A dot (of a dotted rule) may
    belong to either direction."""
    x0, y0, x1, y1 = box
    flat, upright = y1 - y0 <= THIN, x1 - x0 <= THIN
    if flat:
        found.horizontal.append(Edge((y0 + y1) / 2, x0, x1))
    if upright:
        found.vertical.append(Edge((x0 + x1) / 2, y0, y1))
    return flat or upright


def _add_path(found: Edges, handle: Any, box: Box, space: Matrix) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not (fill.value or stroke.value) or _add_thin(found, box):
        return
    outlines = list(_outlines(handle, space))
    for outline in outlines:
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        around = (min(xs), min(ys), max(xs), max(ys))
        if not stroke.value:
            if not _add_thin(found, around):
                found.shades.append(around)
            continue
        for (xa, ya), (xb, yb) in pairwise(outline):
            if abs(ya - yb) <= 1 or abs(xa - xb) <= 1:
                _add_thin(found, (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))


def _outlines(handle: Any, space: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The subpaths as points; a curve breaks a subpath in two, for no rule is curved."""
    a, b, c, d, e, f = _composed(handle, space)
    x, y = _FLOATS[:2]
    points: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    if len(points) > 1:
        yield points


def merged(pieces: Iterable[Edge]) -> list[Edge]:
    """Whole rules from their pieces: neighbours in one line are joined, double lines are one."""
    lanes: list[list[Edge]] = []
    for piece in sorted(pieces, key=lambda edge: edge.at):
        if not lanes or piece.at - lanes[-1][0].at > THIN:
            lanes.append([])
        lanes[-1].append(piece)
    whole: list[Edge] = []
    for lane in lanes:
        weight = sum(edge.end - edge.start + 0.01 for edge in lane)
        at = sum(edge.at * (edge.end - edge.start + 0.01) for edge in lane) / weight
        start = end = -1e9
        for piece in [*sorted(lane, key=lambda edge: edge.start), Edge(at, 1e9, 1e9)]:
            if piece.start <= end + GAP:
                end = max(end, piece.end)
                continue
            if end - start >= SHORT:
                whole.append(Edge(at, start, end))
            start, end = piece.start, piece.end
    return whole


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
    return [
        Edge(edge.at, min([edge.start, *ats]), max([edge.end, *ats])) for edge in added
    ]


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
    whole = True
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
            return sorted(tables, key=lambda grid: (grid.box[1], grid.box[0]))
    return []
