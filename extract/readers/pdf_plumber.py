"""The tables of one page as pdfplumber finds them: slow, for pages where our own grid has gaps."""

from __future__ import annotations

import io

from extract.readers.pdf_grid import Grid, grid_of


def grids(data: bytes, index: int) -> list[Grid]:
    """The tables on the page ``index`` (from 0) of the file ``data``, from top to bottom. Boxes
    are in points from the top left corner of the page as displayed."""
    import pdfplumber  # takes longer to import than most files to read

    with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
        page = document.pages[0]
        left, top = page.bbox[:2]
        found = [
            grid_of([(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in table.cells])
            for table in page.find_tables()
        ]
    return sorted((grid for grid in found if grid), key=lambda grid: (grid.box[1], grid.box[0]))
