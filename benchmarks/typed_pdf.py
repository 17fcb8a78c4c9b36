"""Times the typed-PDF reader against pdfplumber, on the same files in one run.

    python -m benchmarks.typed_pdf [FILE.pdf ...]        (default: every PDF under corpus/)

Both tools give tables and text of every page. "rows equal" counts the table rows of pdfplumber for
which the reader has the same row: the same cells, white space aside. Exit code 1 where the reader
is less than ten times as fast over all files.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import pdfplumber

from benchmarks.measuring import Line, in_turns, printed, samples, screen, versions
from extract.errors import ExtractError
from extract.model import Source, Table
from extract.readers import pdf

TARGET = 10.0

Row = tuple[str, ...]


def pdfplumber_tables(data: bytes) -> list[list[list[str | None]]]:
    """The tables of a file by pdfplumber, which reads the text as well; the text is left."""
    tables: list[list[list[str | None]]] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            tables += page.extract_tables()
            page.extract_text()
            page.close()
    return tables


def warm_up() -> None:
    """Reads two documents, so that neither tool is measured while it is loaded."""
    for path in samples("pdf")[:2]:
        data = path.read_bytes()
        pdf.read(data)
        pdfplumber_tables(data)


def lines(files: Sequence[Path]) -> tuple[list[tuple[str, ...]], list[Line]]:
    """One row of figures a file, and the measurement over all of them."""
    warm_up()
    rows: list[tuple[str, ...]] = []
    ours = theirs = 0.0
    pages = 0
    for file in files:
        data = file.read_bytes()
        try:
            source = pdf.read(data)
        except ExtractError as error:
            rows.append((file.name, str(error)))
            continue
        fast, slow = in_turns(partial(pdf.read, data), partial(pdfplumber_tables, data))
        own, others = own_rows(source), _rows(pdfplumber_tables(data))
        count = source.pages or 1
        ours, theirs, pages = ours + fast, theirs + slow, pages + count
        equal = f"{(own & others).total()} of {others.total()}"
        per_page = (f"{1000 * time / count:.1f}" for time in (fast, slow))
        rows.append((file.name, str(count), *per_page, f"{slow / fast:.1f}", equal))
    if not pages:
        return rows, []
    measured = Line(
        "typed PDF: reading pages and tables, against pdfplumber's",
        f"{len(files)} PDFs, {pages} pages",
        f"{1000 * ours / pages:.1f} against {1000 * theirs / pages:.1f} ms/page",
        f"{theirs / ours:.1f}",
        f">= {TARGET:.0f}",
        theirs / ours >= TARGET,
    )
    return rows, [measured]


def own_rows(source: Source) -> Counter[Row]:
    return Counter(
        bare_row(cell.text.string for cell in block.cells if cell.row == row)
        for block in source.blocks
        if isinstance(block, Table)
        for row in range(block.rows)
    )


def _rows(tables: Iterable[Iterable[Iterable[str | None]]]) -> Counter[Row]:
    return Counter(
        bare_row(cell for cell in row if cell is not None) for table in tables for row in table
    )


def bare_row(cells: Iterable[str]) -> Row:
    return tuple(re.sub(r"\s+", "", cell) for cell in cells)


def main(names: list[str]) -> int:
    files = [Path(name) for name in names] or samples("pdf")
    rows, measured = lines(files)
    console = screen()
    console.print(versions(), highlight=False)
    headings = ("file", "pages", "reader ms/page", "pdfplumber ms/page", "times", "rows equal")
    console.print(printed(headings, rows))
    for line in measured:
        console.print(f"all files: {line.ratio} times as fast as pdfplumber; target {line.target}")
    return 0 if all(line.met for line in measured) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
