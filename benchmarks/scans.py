"""Times the reading of scans against what it is built on, on the same pages in one run.

    python -m benchmarks.scans [STEM ...] [--level LEVEL] [--rounds N] [--pages FEW MANY]

The sample decrees scanned by ``tests/corpus/scan_form.py``, one core: the whole reading (file →
pages, words, tables), the bare engine (Tesseract, fully automatic, over the same pages already
rendered, the same model), and img2table with Tesseract where it is installed. "rows exact": of the
table rows of the typed PDF, how many have the same characters in the same cells, white space aside.

Then memory: the same pages over and over, FEW and MANY of them.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ["OMP_THREAD_LIMIT"] = "1"  # read when Tesseract is loaded: one core for everything

import cv2
import tesserocr
from PIL import Image

from benchmarks.measuring import Line, in_turns, printed, screen, versions
from benchmarks.memory import peak
from benchmarks.typed_pdf import Row, bare_row, own_rows
from extract import readers
from extract.readers.scan_ocr import FIRST, models_folder
from tests.corpus import scan_form

STEMS = ("ct_04_nong_nghiep", "kh_42_chuyen_doi_so", "qd_118_cchc")
PAGES = (5, 20)
TIMES_TARGET = 1.5  # the whole reading over the bare engine
MEMORY_TARGET = 1.0  # MB (10^6 bytes) a page, the file itself included

_READ = """
import os, sys
os.environ["OMP_THREAD_LIMIT"] = "1"
from pathlib import Path
from extract import readers, store
path = Path(sys.argv[1])
readers.read(store.source_content(path), path.name)
"""


@dataclass(frozen=True)
class Tool:
    """Something that reads a scan: its name, the job to time, the table rows that it finds."""

    name: str
    job: Callable[[], object]
    rows: Callable[[], Counter[Row]] | None = None


def tools(scan: scan_form.Scan) -> list[Tool]:
    data = scan.pdf()
    pages = [Image.open(io.BytesIO(scan.image("JPEG", at))) for at in range(len(scan.pages))]
    for page in pages:
        page.load()
    reading = partial(readers.read, data, "scan.pdf")
    found = [
        Tool("reader", reading, lambda: own_rows(reading())),
        Tool("engine", partial(_engine, pages, scan.dpi)),
    ]
    if find_spec("img2table"):
        files = [scan.image("JPEG", at) for at in range(len(scan.pages))]
        found.append(Tool("img2table", partial(_img2table, files), partial(_img2table, files)))
    return found


def model() -> tuple[str, str]:
    """Folder and names of the models of Tesseract that the reader uses first."""
    return str(models_folder()), FIRST


def _engine(pages: Sequence[Image.Image], dpi: int) -> None:
    folder, language = model()
    with tesserocr.PyTessBaseAPI(path=folder, lang=language, psm=tesserocr.PSM.AUTO) as engine:
        for page in pages:
            engine.SetImage(page)
            engine.SetSourceResolution(dpi)
            engine.GetUTF8Text()


@cache
def _img2table_engine() -> Any:
    import img2table.ocr

    folder, language = model()
    return img2table.ocr.TesseractOCR(lang=language, tessdata_dir=folder, psm=3)


def _img2table(files: Sequence[bytes]) -> Counter[Row]:
    """The table rows that it finds; a merged cell counts in its first row, as in the reader's, and
    the lines "None" that it puts for lines without words do not count."""
    import img2table.document

    engine = _img2table_engine()
    rows: Counter[Row] = Counter()
    for file in files:
        page = img2table.document.Image(io.BytesIO(file), detect_rotation=True)
        for table in page.extract_tables(ocr=engine):
            seen: set[tuple[int, ...]] = set()
            for cells in table.content.values():
                boxes = {(x.bbox.x1, x.bbox.y1, x.bbox.x2, x.bbox.y2): x.value for x in cells}
                own = (boxes[box] or "" for box in boxes if box not in seen)
                rows[bare_row(re.sub(r"^None$", "", cell, flags=re.MULTILINE) for cell in own)] += 1
                seen.update(boxes)
    return rows


def speed(
    stems: Sequence[str], level: str, rounds: int
) -> tuple[list[tuple[str, ...]], list[Line]]:
    """One row of figures a sample, and the measurements over all of them."""
    cv2.setNumThreads(1)
    for tool in tools(scan_form.scan(stems[0], level)):  # so that none is measured while it loads
        tool.job()
    table: list[tuple[str, ...]] = []
    times: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    pages = wanted = 0
    for stem in stems:
        scan = scan_form.scan(stem, level)
        measured, count = tools(scan), len(scan.pages)
        typed = own_rows(readers.read(scan_form.typed(stem), f"{stem}.pdf"))
        pages, wanted = pages + count, wanted + typed.total()
        cells = [stem, str(count)]
        for tool, time in zip(
            measured, in_turns(*(tool.job for tool in measured), rounds=rounds), strict=True
        ):
            times[tool.name] += time
            cells.append(f"{time / count:.2f}")
            if tool.rows is not None:
                right = (tool.rows() & typed).total()
                exact[tool.name] += right
                cells.append(f"{right} of {typed.total()}")
        table.append(tuple(cells))
    engines = (
        ("engine", "the bare engine", f"{exact['reader']}"),
        ("img2table", "img2table with Tesseract", f"{exact['reader']} and {exact['img2table']}"),
    )
    return table, [
        Line(
            f"scan ({level}): whole reading, against {name}",
            f"{len(stems)} scans, {pages} pages; rows exact {rows} of {wanted}",
            f"{times['reader'] / pages:.2f} against {times[tool] / pages:.2f} s/page",
            f"{times['reader'] / times[tool]:.2f}",
            f"<= {TIMES_TARGET:g}" if tool == "engine" else "",
            tool != "engine" or times["reader"] <= TIMES_TARGET * times[tool],
        )
        for tool, name, rows in engines
        if times[tool]
    ]


def memory(stems: Sequence[str], level: str, pages: Sequence[int]) -> Line:
    """The peak of each length, each in a process of its own; a page from the shortest on."""
    own = [page for stem in stems for page in scan_form.scan(stem, level, 200).pages]
    peaks = []
    with TemporaryDirectory() as folder:
        for count in pages:
            path = Path(folder) / f"{count}.pdf"
            many = tuple(islice(cycle(own), count))
            path.write_bytes(scan_form.Scan(many, 200, scan_form.LEVELS[level].quality).pdf())
            peaks.append(peak(_READ, str(path)))
    a_page = (peaks[-1] - peaks[0]) / (pages[-1] - pages[0])
    return Line(
        "scan: peak memory of the reading",
        f"{' / '.join(map(str, pages))} pages",
        f"{' / '.join(f'{peak:.0f}' for peak in peaks)} MB ({a_page:.2f} MB/page)",
        "",
        f"<= {MEMORY_TARGET:g} MB/page",
        a_page <= MEMORY_TARGET,
    )


def lines() -> list[Line]:
    return [*speed(STEMS, "normal", 1)[1], memory(STEMS, "normal", PAGES)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("stems", nargs="*", default=STEMS)
    parser.add_argument("--level", default="normal", choices=scan_form.LEVELS)
    parser.add_argument("--rounds", type=int, default=1, help="the best of so many")
    parser.add_argument("--pages", type=int, nargs=2, default=PAGES, metavar=("FEW", "MANY"))
    options = parser.parse_args()
    table, measured = speed(options.stems, options.level, options.rounds)
    measured.append(memory(options.stems, options.level, options.pages))
    console = screen()
    console.print(versions(), highlight=False)
    headings = ["scan", "pages", "reader s/page", "rows exact", "engine s/page"]
    headings += ["img2table s/page", "rows exact"] if len(table[0]) > len(headings) else []
    console.print(printed(headings, table))
    for line in measured:
        target = f"; target {line.target}" if line.target else ""
        console.print(f"{line.what}, {line.on}: {line.measured} {line.ratio}{target}")
    return 0 if all(line.met for line in measured) else 1


if __name__ == "__main__":
    sys.exit(main())
