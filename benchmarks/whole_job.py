"""Times the whole job: bytes → source → extraction → JSON → checked by the schema → written.

    python -m benchmarks.whole_job

Typed PDF against what pdfplumber takes for reading alone; text and DOCX in pages of 3,000
characters a second on one core, with the time a page as decrees grow longer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import long_decrees
from benchmarks.measuring import ROUNDS, Line, in_turns, report, samples, seconds, whole_job
from benchmarks.typed_pdf import pdfplumber_tables, warm_up

PDF_TARGET = 4.0
PAGES_TARGET = 100.0
PAGES = (10, 100, 1000)
GROWTH_TARGET = 1.3  # time a page in the longest decree over that in the shortest


def typed_pdf(files: Sequence[Path], out: Path) -> Line:
    """Every PDF, each in turn with pdfplumber's reading of it."""
    warm_up()
    for path in samples("pdf")[:2]:
        whole_job(path, out)
    ours = theirs = 0.0
    for path in files:
        fast, slow = in_turns(
            partial(whole_job, path, out),
            partial(pdfplumber_tables, path.read_bytes()),
        )
        ours, theirs = ours + fast, theirs + slow
    return Line(
        "typed PDF: whole job, against pdfplumber's reading",
        f"{len(files)} PDFs",
        f"{1000 * ours / len(files):.0f} against {1000 * theirs / len(files):.0f} ms/file",
        f"{theirs / ours:.1f}",
        f">= {PDF_TARGET:.0f}",
        theirs / ours >= PDF_TARGET,
    )


def long(folder: Path) -> list[Line]:
    """Text and DOCX of every length: pages a second, growth. The caches stay as they are from file
    to file, and each round reads other words: those of the round before help as little as there."""
    written = {
        pages: [long_decrees.write(folder, pages, edition) for edition in range(ROUNDS)]
        for pages in PAGES
    }
    lines: list[Line] = []
    for kind, (name, suffix) in enumerate((("text", "txt"), ("DOCX", "docx"))):
        for path in samples(suffix)[-2:]:
            whole_job(path, folder)
        times = {
            pages: min(
                seconds(partial(whole_job, decree[kind], folder), emptied=False)
                for decree in written[pages]
            )
            / pages
            for pages in PAGES
        }
        lines += [_speed(name, pages, time) for pages, time in times.items()]
        growth = times[PAGES[-1]] / times[PAGES[0]]
        lines.append(
            Line(
                f"{name}: growth of the time a page",
                f"{PAGES[-1]} pages over {PAGES[0]}",
                "",
                f"{growth:.2f}",
                f"<= {GROWTH_TARGET}",
                growth <= GROWTH_TARGET,
            )
        )
    return lines


def _speed(name: str, pages: int, time: float) -> Line:
    return Line(
        f"{name}: whole job, one core",
        f"{pages} pages",
        f"{1 / time:.0f} pages/s ({1000 * time:.1f} ms/page)",
        "",
        f">= {PAGES_TARGET:.0f} pages/s",
        1 / time >= PAGES_TARGET,
    )


def lines() -> list[Line]:
    with TemporaryDirectory() as folder:
        return [typed_pdf(samples("pdf"), Path(folder)), *long(Path(folder))]


if __name__ == "__main__":
    sys.exit(report(lines()))
