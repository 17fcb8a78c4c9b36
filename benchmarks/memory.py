"""Peak memory of a whole job in a process of its own, as files grow longer.

    python -m benchmarks.memory

Typed PDFs are the pages of the sample decrees over and over; text and DOCX are long decrees; the
web page is such a decree, the workbook one table of targets.
"""

from __future__ import annotations

import html
import subprocess
import sys
from collections.abc import Mapping
from itertools import cycle, groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from openpyxl import Workbook

from benchmarks import long_decrees
from benchmarks.measuring import Line, report, samples
from extract import readers
from extract.model import Passage, Table

PAGES = (10, 100, 1000)
BOOK = 3000  # pages
TARGET = 400.0  # MB (10^6 bytes)
WEB_PAGE = 10_000_000  # bytes
ROWS = 30_000  # of five cells: nearly as many as a sheet may hold

_JOB = """
import sys
from pathlib import Path
from benchmarks.measuring import whole_job
whole_job(Path(sys.argv[1]), Path(sys.argv[2]))
"""
# A process counts what the one that started it held: so a small one starts it.
_PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-c", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes


def peak(program: str, *arguments: str) -> float:
    """The most memory that a process of its own holds for a program, in MB (10^6 bytes)."""
    command = [sys.executable, "-c", _PEAK, program, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(ended.stdout) * _UNIT / 1e6


def lines() -> list[Line]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        decrees = {pages: long_decrees.write(folder, pages) for pages in PAGES}
        return [
            _growing("typed PDF", {pages: _pdf(folder, pages) for pages in PAGES}, folder),
            _growing("text", {pages: text for pages, (text, _) in decrees.items()}, folder),
            _growing("DOCX", {pages: package for pages, (_, package) in decrees.items()}, folder),
            _single("typed PDF", f"{BOOK} pages", _pdf(folder, BOOK), folder),
            _single("web page", "10 MB", _web_page(decrees[PAGES[-1]][1]), folder),
            _single("workbook", f"{ROWS} targets", _workbook(folder), folder),
        ]


def _growing(name: str, paths: Mapping[int, Path], folder: Path) -> Line:
    """The peak of each length; a page from the shortest on."""
    peaks = [peak(_JOB, str(path), str(folder)) for path in paths.values()]
    a_page = (peaks[-1] - peaks[0]) / (PAGES[-1] - PAGES[0])
    return Line(
        f"{name}: peak memory",
        f"{' / '.join(map(str, PAGES))} pages",
        f"{' / '.join(f'{peak:.0f}' for peak in peaks)} MB ({a_page:.2f} MB/page)",
        "",
        f"<= {TARGET:.0f} MB",
        max(peaks) <= TARGET,
    )


def _single(name: str, on: str, path: Path, folder: Path) -> Line:
    held = peak(_JOB, str(path), str(folder))
    target = f"<= {TARGET:.0f} MB"
    return Line(f"{name}: peak memory", on, f"{held:.0f} MB", "", target, held <= TARGET)


# --------------------------------------------------------------------------- long files


def _pdf(folder: Path, pages: int) -> Path:
    """The pages of the sample PDFs, over and over."""
    whole = pdfium.PdfDocument.new()
    for path in cycle(samples("pdf")):
        if len(whole) == pages:
            break
        source = pdfium.PdfDocument(path)
        whole.import_pages(source, range(min(len(source), pages - len(whole))))
        source.close()
    path = folder / f"{pages}.pdf"
    whole.save(str(path))
    whole.close()
    return path


def _web_page(decree: Path) -> Path:
    """The decree as a web page, over and over."""
    blocks = readers.read(decree.read_bytes(), decree.name).blocks
    written, length = list[str](), 0
    for block in cycle(blocks):
        if length >= WEB_PAGE:
            break
        text = _paragraph(block) if isinstance(block, Passage) else _table(block)
        written.append(text)
        length += len(text.encode())
    path = decree.with_suffix(".html")
    body = "".join(written)
    path.write_text(f"<!DOCTYPE html>\n<meta charset=utf-8>\n<body>{body}</body>", "utf-8")
    return path


def _paragraph(passage: Passage) -> str:
    text = html.escape(passage.text.string)
    return f"<p>{f'<b>{text}</b>' if passage.bold else text}</p>\n"


def _table(table: Table) -> str:
    rows = (
        "".join(
            f'<td rowspan="{cell.row_span}" colspan="{cell.column_span}">'
            f"{html.escape(cell.text.string)}</td>"
            for cell in cells
        )
        for _, cells in groupby(table.cells, key=lambda cell: cell.row)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>\n"


def _workbook(folder: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chỉ tiêu")
    sheet.append(["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2024", "Kế hoạch năm 2025"])
    for number in range(1, ROWS + 1):
        name = f"Tỷ lệ hồ sơ nhóm {number % 97} được giải quyết đúng hạn tại thôn {number}"
        sheet.append([number, name, "%", number % 40 + 50, number % 40 + 60])
    path = folder / "workbook.xlsx"
    book.save(path)
    return path


if __name__ == "__main__":
    sys.exit(report(lines()))
