"""Headings that grew together because the rule between them is worn away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.readers.pdf_grid import Grid, GridCell
from extract.readers.scan_ocr import POINT, ReadLine


def parted(grid: Grid, found: Sequence[list[ReadLine]]) -> tuple[Grid, list[list[ReadLine]]]:
    """The table with a heading over several columns cut where the rules between these would run,
    if its words stand well apart there in every line: the rule is worn away in the heading."""
    cells: list[GridCell] = []
    lines: list[list[ReadLine]] = []
    for cell, own in zip(grid.cells, found, strict=True):
        edges = _edges_below(grid, cell)
        parts = _parts(own, [edge * POINT for edge in edges]) if edges else None
        if parts is None:
            cells.append(cell)
            lines.append(own)
            continue
        left, top, right, bottom = cell.box
        xs = [left, *edges, right]
        for at, part in enumerate(parts):
            box = (xs[at], top, xs[at + 1], bottom)
            cells.append(GridCell(cell.row, cell.column + at, cell.row_span, 1, box))
            lines.append(part)
    return replace(grid, cells=cells), lines


def _edges_below(grid: Grid, cell: GridCell) -> list[float]:
    """Where the columns below a cell of the first row begin, the first of them left out; empty
    where not every one has cells of its own."""
    if cell.row or cell.column_span < 2:
        return []
    below = {
        other.column: other.box[0]
        for other in grid.cells
        if other.row == cell.row_span and other.column_span == 1
    }
    inner = range(cell.column, cell.column + cell.column_span)
    return [below[column] for column in inner[1:]] if below.keys() >= set(inner) else []


def _parts(found: Sequence[ReadLine], edges: Sequence[float]) -> list[list[ReadLine]] | None:
    """The lines cut at the edges; None where one does not leave wide gaps there, or a part is
    empty."""
    parts: list[list[ReadLine]] = [[] for _ in range(len(edges) + 1)]
    for line in found:
        wide = line.box[3] - line.box[1]
        last = None
        for word in line.words:
            at = sum(word.box[0] > edge for edge in edges)
            if at < len(edges) and word.box[2] > edges[at]:
                return None
            if last is None or at != last[0]:
                if last is not None and word.box[0] - last[1] < wide:
                    return None
                parts[at].append(ReadLine([], line.base, line.box))
            parts[at][-1].words.append(word)
            last = at, word.box[2]
    return parts if all(parts) else None
