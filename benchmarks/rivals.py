"""Reads the same sample decrees with other tools, in turns, in one run: time, and rows exact.

    python -m benchmarks.rivals

pdfplumber on typed PDF, python-docx on DOCX, and viparse on both, where it is installed
(``pip install 'viparse[office,pdf]'``). They read text and tables; what stands in the tables is
left to whoever uses them. "Rows exact": of the rows as the decrees were written
(``tests/corpus/decrees``), those whose cells have the same characters, white space and blank cells
aside.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measuring import Line, in_turns, report, samples
from benchmarks.typed_pdf import Row, bare_row, pdfplumber_tables
from extract import readers
from extract.model import Table
from tests.corpus import blocks
from tests.corpus.decrees import decrees


def lines() -> list[Line]:
    found = [_line("pdf", "pdfplumber", _pdfplumber), _line("docx", "python-docx", _python_docx)]
    if find_spec("viparse"):
        name = f"viparse {version('viparse')}"
        found += [_line("pdf", name, _viparse), _line("docx", name, _viparse)]
    return found


def _line(kind: str, name: str, other: Callable[[Path], list[Row]]) -> Line:
    """Over every sample of a format: the reader against another tool."""
    ours = theirs = 0.0
    exact, wanted = Counter[str](), 0
    for job in (_reader, other):  # so that neither is measured while it is loaded
        job(samples(kind)[0])
    for path in samples(kind):
        fast, slow = in_turns(partial(_reader, path), partial(other, path))
        ours, theirs = ours + fast, theirs + slow
        written = _written(path.stem)
        wanted += written.total()
        exact["ours"] += (written & Counter(_reader(path))).total()
        exact["theirs"] += (written & Counter(other(path))).total()
    files = len(samples(kind))
    return Line(
        f"{kind}: reading, against {name}",
        f"{files} files; rows exact {exact['ours']} and {exact['theirs']} of {wanted}",
        f"{1000 * ours / files:.1f} against {1000 * theirs / files:.1f} ms/file",
        f"{theirs / ours:.1f}",
        "",
        True,
    )


def _written(stem: str) -> Counter[Row]:
    """The rows of the tables of a decree, as it was written."""
    rows: Counter[Row] = Counter()
    for block in decrees()[stem].blocks:
        if isinstance(block, blocks.Table):
            anchors = sorted(block.anchors().items())
            for at in range(len(block.lines())):
                cells = (cell for (row, _), cell in anchors if row == at)
                rows[_row(" ".join(cell.paragraphs).replace("~", "-") for cell in cells)] += 1
    return rows


def _row(cells: Iterable[str]) -> Row:
    return bare_row(cell for cell in cells if cell.strip())


def _reader(path: Path) -> list[Row]:
    return [
        _row(cell.text.string for cell in block.cells if cell.row == row)
        for block in readers.read(path.read_bytes(), path.name).blocks
        if isinstance(block, Table)
        for row in range(block.rows)
    ]


def _pdfplumber(path: Path) -> list[Row]:
    tables = pdfplumber_tables(path.read_bytes())
    return [_row(cell for cell in row if cell is not None) for table in tables for row in table]


def _python_docx(path: Path) -> list[Row]:
    import docx

    document = docx.Document(io.BytesIO(path.read_bytes()))
    assert [paragraph.text for paragraph in document.paragraphs]
    rows = []
    for table in document.tables:
        seen = set()  # a merged cell stands in every place that it covers
        for row in table.rows:
            own = []
            for cell in row.cells:
                if cell._tc not in seen:
                    own.append(cell.text)
                    seen.add(cell._tc)
            rows.append(_row(own))
    return rows


def _viparse(path: Path) -> list[Row]:
    import viparse

    text = "\n".join(document.text for document in viparse.load(path))
    rows = (line.strip() for line in text.splitlines() if line.startswith("|"))
    cells = (re.split(r"(?<!\\)\|", row.strip("|").replace("<br>", " ")) for row in rows)
    return [_row(row) for row in cells if not all(set(cell) <= set(" -:") for cell in row)]


if __name__ == "__main__":
    sys.exit(report(lines()))
