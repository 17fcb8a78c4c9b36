"""The typed sample PDFs as an office scanner would give them.

    python -m tests.corpus.scan_form STEM LEVEL OUT    (OUT: .pdf, .tif, or .png / .jpg: page 1)

A page is rendered, stamped and sealed as offices do, worn, laid askew, lit unevenly and compressed.
Everything follows from the name of the sample, the page and the level: the same call gives the
same pixels. :data:`LEVELS` says how much of each.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image

from tests.corpus.office_ink import arrival_stamp, printed_lines, seal, signature, urgency_stamp

PDFS = Path(__file__).parents[2] / "corpus" / "pdf"
Pixels = np.ndarray[Any, np.dtype[np.uint8]]


@dataclass(frozen=True)
class Level:
    """How bad a scan is. ``tilt`` in degrees to either side, ``blur`` and ``noise`` standard
    deviations in pixels at 200 dpi and in grey values, ``shade`` the light lost in the darkest
    corner, ``specks`` a page, ``worn`` whether toner is faint and rules are broken in places."""

    dpi: tuple[int, ...] = (200,)
    tilt: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    shade: float = 0.0
    specks: int = 0
    quality: int = 90
    inked: bool = False
    worn: bool = False


LEVELS = {
    "clean": Level(),
    "normal": Level(tilt=1.5, blur=0.6, noise=5, shade=0.14, specks=25, quality=60, inked=True),
    "hard": Level(
        dpi=(150, 200),
        tilt=3.0,
        blur=1.0,
        noise=10,
        shade=0.3,
        specks=250,
        quality=35,
        inked=True,
        worn=True,
    ),
}


def typed(stem: str) -> bytes:
    """The typed PDF of a sample."""
    return (PDFS / f"{stem}.pdf").read_bytes()


def chance(*parts: object) -> np.random.Generator:
    digest = hashlib.sha256("/".join(map(str, parts)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


# --------------------------------------------------------------------------- one page


def scanned_page(page: pypdfium2.PdfPage, level: Level, name: str, number: int, dpi: int) -> Pixels:
    """One page as RGB pixels, before compression; ``number`` counts from 0."""
    paper = np.asarray(page.render(scale=dpi / 72).to_pil().convert("RGB")).copy()
    own = chance(name, number, level)
    if level.worn:
        paper = _worn(paper, own, dpi)
    if level.inked:
        paper = _inked(paper, page, number, own, dpi, chance(name, "stamp"))
    if level.tilt:
        paper = _askew(paper, own.uniform(-level.tilt, level.tilt))
    if level.blur:
        paper = cv2.GaussianBlur(paper, (0, 0), level.blur * dpi / 200)
    if level.specks:
        _speck(paper, own, level.specks, dpi)
    if level.shade or level.noise:
        paper = _seen(paper, own, level)
    return paper


def _inked(
    paper: Pixels,
    page: pypdfium2.PdfPage,
    number: int,
    own: np.random.Generator,
    dpi: int,
    office: np.random.Generator,
) -> Pixels:
    """With what the office put on it: a stamp over part of the heading of the first page; the
    signature between title and name, and the seal over its left third."""
    lines, scale = printed_lines(page), dpi / 72
    layer = np.full_like(paper, 255)
    if number == 0:
        kind = int(office.integers(3))
        head = next((line for line in lines if line.text.lstrip().startswith("Số")), None)
        if head is not None and kind < 2:
            colour = (200, 40, 50) if kind == 0 else (45, 60, 160)
            left, top = head.left - own.uniform(-10, 35), head.bottom - own.uniform(-9, 6)
            arrival_stamp(layer, left * scale, top * scale, scale, colour, own)
        else:
            top = lines[0].top + own.uniform(85, 110) if lines else 120
            urgency_stamp(layer, own.uniform(60, 95) * scale, top * scale, scale, own)
    foot = next((at for at, line in enumerate(lines) if "Nơi nhận" in line.text), None)
    if foot is not None:
        middle = page.get_width() / 2
        block = [x for x in lines if x.left > middle - 40 and x.top > lines[foot].top - 30]
        if block:
            name = max(block, key=lambda line: line.top)
            wide = name.right - name.left
            across, down = name.left + wide * 0.5, name.top - own.uniform(24, 34)
            signature(layer, across * scale, down * scale, wide * 0.6 * scale, own)
            across = name.left + wide / 3 - 51 + own.uniform(-6, 10)
            seal(layer, across * scale, (down + own.uniform(-6, 8)) * scale, scale, own)
    return (paper.astype(np.uint16) * layer // 255).astype(np.uint8)


def _worn(paper: Pixels, own: np.random.Generator, dpi: int) -> Pixels:
    """Faint toner in a few bands of the page, and gaps of 1 to 3 mm in some rules."""
    dark = (paper.min(axis=2) < 128).astype(np.uint8)
    for shape in ((1, dpi // 2), (dpi // 2, 1)):
        rules = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        places = np.argwhere(rules)
        for _ in range(6 if len(places) else 0):
            y, x = places[own.integers(len(places))]
            gap, thick = int(own.uniform(1, 3) * dpi / 25.4), max(2, dpi // 50)
            high, wide = (thick, gap) if shape[0] == 1 else (gap, thick)
            paper[
                max(y - high // 2, 0) : y + high // 2 + 1, max(x - wide // 2, 0) : x + wide // 2
            ] = 255
    height, width = paper.shape[:2]
    kept = np.ones(width, np.float32)
    for _ in range(int(own.integers(1, 4))):
        centre, spread = own.uniform(0, width), own.uniform(0.02, 0.05) * width
        kept -= own.uniform(0.25, 0.5) * np.exp(-(((np.arange(width) - centre) / spread) ** 2))
    grain = cv2.resize(
        own.uniform(0.8, 1, (height // 4, width // 4)).astype(np.float32), (width, height)
    )
    kept = np.clip(kept, 0.35, 1)[None, :] * grain
    return (255 - (255 - paper.astype(np.float32)) * kept[:, :, None]).astype(np.uint8)


def _askew(paper: Pixels, degrees: float) -> Pixels:
    height, width = paper.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    white = (255, 255, 255)
    return cv2.warpAffine(paper, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=white)


def _speck(paper: Pixels, own: np.random.Generator, count: int, dpi: int) -> None:
    """Dust: most of it smaller than a full stop, some as large."""
    height, width = paper.shape[:2]
    for _ in range(count):
        at = (int(own.integers(width)), int(own.integers(height)))
        radius, grey = max(0, round(own.exponential(0.5) * dpi / 200)), int(own.integers(30, 150))
        cv2.circle(paper, at, min(radius, dpi // 80), (grey, grey, grey), -1)


def _seen(paper: Pixels, own: np.random.Generator, level: Level) -> Pixels:
    """As the sensor sees it: light that falls off to one corner, paper that is not quite white,
    noise, and black that is not quite black."""
    height, width = paper.shape[:2]
    y, x = np.mgrid[0:height:8, 0:width:8].astype(np.float32)
    far = np.hypot(x / width - own.integers(2), y / height - own.integers(2)) / 2**0.5
    light = cv2.resize(1 - level.shade * (1 - far) ** 2, (width, height))
    tint = np.array([1, 0.995, own.uniform(0.97, 0.99)], np.float32) * own.uniform(0.96, 0.99)
    seen = (paper.astype(np.float32) * 0.9 + 25) * light[:, :, None] * tint
    seen += own.normal(0, level.noise, (height, width, 1)).astype(np.float32)
    seen += own.normal(0, level.noise / 3, (height, width, 3)).astype(np.float32)
    return np.clip(seen, 0, 255).astype(np.uint8)


# --------------------------------------------------------------------------- whole files


@dataclass(frozen=True)
class Scan:
    """The pages of one scanned file, not yet compressed."""

    pages: tuple[Image.Image, ...]
    dpi: int
    quality: int

    def turned(self, degrees: int, only: Sequence[int] = ()) -> Scan:
        """With all pages, or ``only`` those (from 0), turned anticlockwise by 90, 180, 270."""
        pages = tuple(
            page.rotate(degrees, expand=True) if not only or at in only else page
            for at, page in enumerate(self.pages)
        )
        return Scan(pages, self.dpi, self.quality)

    def mode(self, mode: str) -> Scan:
        """In grey (``L``) or black and white (``1``, as fax-like scanners give it)."""
        if mode == "1":
            return Scan(tuple(_bilevel(page) for page in self.pages), self.dpi, self.quality)
        return Scan(tuple(page.convert(mode) for page in self.pages), self.dpi, self.quality)

    def pdf(self) -> bytes:
        """A PDF whose pages are images (JPEG; CCITT where black and white), without text."""
        out, day = io.BytesIO(), time.gmtime(0)
        self._save(out, format="PDF", creationDate=day, modDate=day, resolution=self.dpi)
        return out.getvalue()

    def tiff(self) -> bytes:
        """One TIFF with all pages."""
        out, packed = io.BytesIO(), self.pages[0].mode == "1"
        self._save(out, format="TIFF", compression="group4" if packed else "jpeg", dpi=self._dpi)
        return out.getvalue()

    def image(self, format: str = "PNG", page: int = 0) -> bytes:
        """One page as ``PNG`` or ``JPEG``."""
        out, extra = io.BytesIO(), {"quality": self.quality} if format == "JPEG" else {}
        self.pages[page].save(out, format=format, dpi=self._dpi, **extra)
        return out.getvalue()

    @property
    def _dpi(self) -> tuple[int, int]:
        return self.dpi, self.dpi

    def _save(self, out: io.BytesIO, **options: Any) -> None:
        first, *others = self.pages
        quality = {} if first.mode == "1" else {"quality": self.quality}
        first.save(out, save_all=True, append_images=others, **quality, **options)


def _bilevel(page: Image.Image) -> Image.Image:
    grey = np.asarray(page.convert("L"))
    near = cv2.GaussianBlur(grey, (0, 0), 15)
    return Image.fromarray(((grey > near * 0.8) * 255).astype(np.uint8)).convert("1")


def scan(stem: str, level: str, dpi: int | None = None) -> Scan:
    """The sample ``stem`` as scanned at a level; ``dpi`` overrides the level's."""
    return scan_of(typed(stem), stem, level, dpi)


def scan_of(pdf: bytes, name: str, level: str, dpi: int | None = None) -> Scan:
    """Any typed PDF as scanned; ``name`` is the seed."""
    how = LEVELS[level]
    dpi = dpi or how.dpi[int(chance(name, "dpi").integers(len(how.dpi)))]
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [scanned_page(page, how, name, at, dpi) for at, page in enumerate(document)]
    return Scan(tuple(Image.fromarray(page) for page in pages), dpi, how.quality)


def mixed_pdf(stem: str, level: str, scanned: Sequence[int]) -> bytes:
    """The typed PDF of a sample in which the pages ``scanned`` (from 0) are images."""
    out = io.BytesIO()
    with (
        pypdfium2.PdfDocument(typed(stem)) as pages,
        pypdfium2.PdfDocument(scan(stem, level).pdf()) as images,
        pypdfium2.PdfDocument.new() as whole,
    ):
        for at in range(len(pages)):
            whole.import_pages(images if at in scanned else pages, [at])
        whole.save(out)
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("stem")
    parser.add_argument("level", choices=LEVELS)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dpi", type=int)
    parser.add_argument("--turn", type=int, default=0, choices=(0, 90, 180, 270))
    parser.add_argument("--mode", default="RGB", choices=("RGB", "L", "1"))
    options = parser.parse_args()
    made = scan(options.stem, options.level, options.dpi).mode(options.mode).turned(options.turn)
    forms = {".pdf": made.pdf, ".tif": made.tiff, ".tiff": made.tiff, ".png": made.image}
    jpeg = options.out.suffix in (".jpg", ".jpeg")
    options.out.write_bytes(made.image("JPEG") if jpeg else forms[options.out.suffix]())


if __name__ == "__main__":
    main()
