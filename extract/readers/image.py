"""Pictures of pages (``.png``, ``.jpg``, ``.tif`` with one page or many) → Source."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from functools import cache
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from extract.content import Content
from extract.errors import DamagedFile, NoTextLayer, TooLarge
from extract.model import Source
from extract.readers.page_blocks import blocks
from extract.readers.pdf_page import Page, words_in
from extract.readers.pdf_text import lines
from extract.readers.recogniser import recogniser, without_words
from extract.readers.scan_ocr import DPI, MOST_DOTS, Pixels, engine_name

_A4 = 11.69  # inches: the long side of a page that does not say how large it is
# What Pillow raises on files that are cut off or damaged.
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError)
_LIKELY = (100, 650)  # dots an inch that a scanner writes; others are defaults of programs


def read(data: Content, on_page: Callable[[int, int], None] = lambda done, count: None) -> Source:
    """The blocks of all pages. ``on_page`` is told how many pages are read, of how many.

    Raises DamagedFile, TooLarge, NoOcr, NoTextLayer (nothing could be recognised).
    """
    pages: list[Page] = []
    with recogniser() as reader:
        tasks: deque[Future[Page]] = deque()
        count = 0
        for number, (pixels, point, count) in enumerate(_pictures(data), 1):
            tasks.append(reader.submit(pixels, number, point))
            while tasks and tasks[0].done():
                pages.append(without_words(tasks.popleft()))
            on_page(len(pages), count)
        while tasks:
            pages.append(without_words(tasks.popleft()))
            on_page(len(pages), count)
    if not any(page.readable for page in pages):
        raise NoTextLayer(f"nothing could be recognised on {len(pages)} pages")
    return Source(
        "image",
        tuple(blocks(pages)),
        pages=len(pages),
        ocr=True,
        ocr_engine=engine_name(),
        warnings=tuple(warning for page in pages for warning in page.warnings),
    )


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """A function that gives the words in the box of a page locator, recognised anew. It raises
    LookupError where the file has no such page."""

    @cache
    def page(number: int) -> Page:
        with recogniser() as reader:
            for pixels, point, _ in _pictures(data, slice(number - 1, number)):
                return reader.submit(pixels, number, point).result()
        raise LookupError(f"no page {number}")

    def find(locator: Mapping[str, Any]) -> str:
        words = words_in(page(locator["page"]).words, locator["bbox"])
        return "\n".join(line.text for line in lines(words))

    return find


def _pictures(data: Content, which: slice = slice(None)) -> Iterator[tuple[Pixels, float, int]]:
    """Each page, or ``which`` of them, with 200 dots an inch; the length in points of a point on
    it; and how many pages the file has."""
    try:
        with Image.open(io.BytesIO(data) if isinstance(data, bytes) else data) as file:
            pages = range(getattr(file, "n_frames", 1))
            for index in pages[which]:
                file.seek(index)
                yield *_picture(file), len(pages)
    except (Image.DecompressionBombError, MemoryError) as error:
        raise TooLarge(f"the picture is too large to be read ({error})") from error
    except _BROKEN as error:
        raise DamagedFile(f"the picture is cut off or damaged ({error})") from error


def _picture(frame: Image.Image) -> tuple[Pixels, float]:
    # They come with the engine: without it, ``recogniser`` has said so before.
    import numpy as np

    from extract.readers.scan_image import resized

    width, height = frame.size
    if width * height > MOST_DOTS:
        raise TooLarge(f"the picture has {width} × {height} dots")
    dpi = dots_an_inch(frame)
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        paper = Image.new("RGBA", upright.size, "white")
        upright = Image.alpha_composite(paper, upright.convert("RGBA"))
    if upright.mode.startswith(("I", "F")):
        grey = np.asarray(upright, dtype=np.float64)
        pixels = (grey * (255 / max(float(grey.max()), 1.0))).astype(np.uint8)
    elif upright.mode in ("1", "L"):
        pixels = np.asarray(upright.convert("L"))
    else:
        pixels = np.asarray(upright.convert("RGB"))[:, :, ::-1]
    return resized(np.ascontiguousarray(pixels), DPI / dpi), 1.0


def dots_an_inch(frame: Image.Image) -> float:
    """What the file says, where that is likely; else as if the page were as long as A4."""
    said = float(frame.info.get("dpi", (0, 0))[0] or 0)
    longest = max(frame.size)
    if _LIKELY[0] <= said <= _LIKELY[1] and 0.4 * _A4 < longest / said < 2.2 * _A4:
        return said
    return longest / _A4
