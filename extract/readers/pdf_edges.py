"""What is drawn on a PDF page → its rules.

All coordinates are points from the top left corner of the page as displayed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extract.model import record

Box = tuple[float, float, float, float]  # left, top, right, bottom
Matrix = tuple[float, float, float, float, float, float]

THIN = 3.0  # a rectangle up to this thick is a rule; rules nearer than this are one (double lines)
GAP = 4.0  # pieces of one rule (segments, dashes, dots) may lie this far apart
SHORT = 5.0  # nothing shorter borders a cell


@record
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
    """Whether ``box`` is thin enough to be a rule; if so it is added. A square dot (of a dotted
    rule) may belong to either direction."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    flat, upright = height <= THIN, width <= THIN
    if flat and width > 0.7 * height:
        found.horizontal.append(Edge((y0 + y1) / 2, x0, x1))
    if upright and height > 0.7 * width:
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
