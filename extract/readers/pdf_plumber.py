"""The tables of one page as pdfplumber finds them: slow, for pages where our own grid has gaps."""

from __future__ import annotations

import io
from typing import Any

from extract.content import Content
from extract.readers.pdf_grid import Grid, grid_of, in_reading_order


def grids(data: Content, index: int) -> list[Grid]:
    """The tables on the page ``index`` (from 0) of the file ``data``, from top to bottom. Boxes
    are in points from the top left corner of the page as displayed."""
    import pdfplumber  # takes longer to import than most files to read

    with pdfplumber.open(io.BytesIO(data[:]), pages=[index + 1]) as document:
        page = document.pages[0]
        left, top = _offset(page.page_obj, page.rotation)
        found = [
            grid_of([(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in table.cells])
            for table in page.find_tables()
        ]
    return in_reading_order(grid for grid in found if grid)


def _offset(page: Any, rotation: int) -> tuple[float, float]:
    """Where the CropBox, which is displayed, begins: pdfplumber counts from the MediaBox."""
    x0, y0, x1, y1 = page.mediabox
    left, bottom, right, top = page.cropbox
    return {
        0: (left - x0, y1 - top),
        90: (bottom - y0, left - x0),
        180: (x1 - right, bottom - y0),
        270: (y1 - top, x1 - right),
    }[rotation]
