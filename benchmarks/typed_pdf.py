"""Times the typed-PDF reader against pdfplumber, page by page, on the same files in one run.

    python -m benchmarks.typed_pdf [FILE.pdf ...]        (default: every PDF under corpus/)

Both tools give tables and text of every page. "rows equal" counts the table rows of pdfplumber for
which the reader has the same row: the same cells, white space aside. Exit code 1 where the reader
is less than ten times as fast over all files.
"""

from __future__ import annotations

import io
import platform
import re
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from time import process_time

import pdfplumber
from rich.console import Console
from rich.table import Table as Printed

from extract.errors import ExtractError
from extract.model import Table
from extract.readers import pdf

TARGET = 10.0
ROUNDS = 3  # the best of; the tools take turns. Processor time: both use one thread

Row = tuple[str, ...]


def reader_rows(data: bytes) -> tuple[Counter[Row], int]:
    """The table rows of a file as this project's reader gives them, and the number of pages."""
    source = pdf.read(data)
    rows: Counter[Row] = Counter()
    for block in source.blocks:
        if isinstance(block, Table):
            for row in range(block.rows):
                rows[_row(cell.text.string for cell in block.cells if cell.row == row)] += 1
    return rows, source.pages or 0


def pdfplumber_rows(data: bytes) -> tuple[Counter[Row], int]:
    """The same by pdfplumber's ``extract_tables`` and ``extract_text``."""
    rows: Counter[Row] = Counter()
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            for table in page.extract_tables():
                for row in table:
                    rows[_row(cell for cell in row if cell is not None)] += 1
            page.extract_text()
            page.close()
        return rows, len(document.pages)


def _row(cells: object) -> Row:
    return tuple(re.sub(r"\s+", "", cell) for cell in cells)  # type: ignore[attr-defined]


def main(names: list[str]) -> int:
    files = [Path(name) for name in names] or sorted(Path("corpus").rglob("*.pdf"))
    console = Console()
    if not files:
        console.print("no PDF files: give paths, or put files under corpus/")
        return 0
    tools = ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber"))
    console.print(f"Python {platform.python_version()}, {platform.machine()}, {tools}")
    printed = Printed(
        "file", "pages", "reader ms/page", "pdfplumber ms/page", "times", "rows equal"
    )
    ours = theirs = 0.0
    for file in files:
        data = file.read_bytes()
        fast, slow = [], []
        try:
            for _ in range(ROUNDS):
                begin = process_time()
                rows, pages = reader_rows(data)
                middle = process_time()
                others, _pages = pdfplumber_rows(data)
                fast.append(middle - begin)
                slow.append(process_time() - middle)
        except ExtractError as error:
            console.print(f"{file.name}: {error}")
            continue
        ours, theirs = ours + min(fast), theirs + min(slow)
        printed.add_row(
            file.name,
            str(pages),
            f"{1000 * min(fast) / pages:.1f}",
            f"{1000 * min(slow) / pages:.1f}",
            f"{min(slow) / min(fast):.1f}",
            f"{(rows & others).total()} of {others.total()}",
        )
    console.print(printed)
    if not ours:
        return 0
    console.print(
        f"all files: {theirs / ours:.1f} times as fast as pdfplumber; target {TARGET:.0f}"
    )
    return 0 if theirs / ours >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
