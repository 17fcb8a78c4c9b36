"""Times the whole job: bytes → source → extraction → JSON → checked by the schema → written.

    python -m benchmarks.whole_job

Typed PDF against what pdfplumber takes for reading alone; text and DOCX in pages of 3,000
characters a second on one core, with the time a page and the memory as decrees grow longer.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import long_decrees
from benchmarks.measuring import Line, in_turns, report, samples, whole_job
from benchmarks.typed_pdf import pdfplumber_tables, warm_up

PDF_TARGET = 4.0
PAGES_TARGET = 100.0
PAGES = (10, 100, 1000)
GROWTH_TARGET = 1.3  # time a page in the longest decree over that in the shortest
MEMORY_TARGET = 1.0  # MB (10^6 bytes) a page

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
    """Text and DOCX of every length: pages a second, growth, memory."""
    written = {pages: long_decrees.write(folder, pages) for pages in PAGES}
    lines: list[Line] = []
    for kind, (name, suffix) in enumerate((("text", "txt"), ("DOCX", "docx"))):
        for path in samples(suffix)[-2:]:
            whole_job(path, folder)
        paths = {pages: written[pages][kind] for pages in PAGES}
        times = {
            pages: in_turns(partial(whole_job, path, folder))[0] / pages
            for pages, path in paths.items()
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
        lines.append(_memory(name, paths, folder))
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


def _memory(name: str, paths: Mapping[int, Path], folder: Path) -> Line:
    """The peak of each length, each in a process of its own; a page from the shortest on."""
    peaks = [peak(_JOB, str(path), str(folder)) for path in paths.values()]
    a_page = (peaks[-1] - peaks[0]) / (PAGES[-1] - PAGES[0])
    return Line(
        f"{name}: peak memory",
        f"{' / '.join(map(str, PAGES))} pages",
        f"{' / '.join(f'{peak:.0f}' for peak in peaks)} MB ({a_page:.2f} MB/page)",
        "",
        f"<= {MEMORY_TARGET:.0f} MB/page",
        a_page <= MEMORY_TARGET,
    )


def peak(program: str, *arguments: str) -> float:
    """The most memory that a process of its own holds for a program, in MB (10^6 bytes)."""
    command = [sys.executable, "-c", _PEAK, program, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(ended.stdout) * _UNIT / 1e6


def lines() -> list[Line]:
    with TemporaryDirectory() as folder:
        return [typed_pdf(samples("pdf"), Path(folder)), *long(Path(folder))]


if __name__ == "__main__":
    sys.exit(report(lines()))
