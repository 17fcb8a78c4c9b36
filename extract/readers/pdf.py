"""PDF → Source, by PDFium; pdfplumber helps where the rules of a table leave gaps.

A typed page is read in stages: words (``pdf_text``), ruled tables (``pdf_grid``), and what is left
as lines in columns (``pdf_layout``). A page that is a picture is recognised (``scan_page``).

PDFium is not thread-safe: one file at a time in a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from functools import cache
from typing import Any, Self

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.content import Content
from extract.encodings import Decoder
from extract.errors import DamagedFile, EncryptedFile, NoOcr, NoTextLayer
from extract.model import Source, Warning
from extract.readers.page_blocks import blocks
from extract.readers.pdf_edges import page_matrix
from extract.readers.pdf_page import Page, loaded, page_reading, words_in
from extract.readers.pdf_text import PageText, Word, lines, union
from extract.readers.recogniser import Recogniser, recogniser, without_words
from extract.readers.scan_ocr import MOST_DOTS, POINT, engine_name

_LONGEST = 1191.0  # points: the long side of A3
_TOGETHER = 50  # pages that are read before the file is opened anew


def read(data: Content, on_page: Callable[[int, int], None] = lambda done, count: None) -> Source:
    """The blocks of a PDF, page by page from top to bottom. ``on_page`` is told how many pages are
    read, of how many.

    A page that is a picture is recognised, also where recognised text is laid unseen over it: how
    far that can be trusted, nobody knows. Where the engine is not installed, a page with such text
    is read by it, and one without is left out with a warning ``page_without_text``; ``ocr`` is true
    for both. Raises EncryptedFile, DamagedFile, NoOcr or NoTextLayer (no page has usable text).
    """
    decoder = Decoder()
    try:
        pages, engine = _pages(data, on_page, decoder)
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"a page of the file cannot be loaded ({error})") from error
    if not any(page.readable for page in pages):
        raise NoTextLayer(f"none of the {len(pages)} pages holds text that can be read")
    return Source(
        "pdf",
        tuple(blocks(pages)),
        pages=len(pages),
        ocr=any(page.recognised for page in pages),
        ocr_engine=engine,
        warnings=(
            *(warning for page in pages for warning in page.warnings),
            *decoder.warnings(),
        ),
    )


def _pages(
    data: Content, on_page: Callable[[int, int], None], decoder: Decoder
) -> tuple[list[Page], str | None]:
    """All pages, and the engine where it recognised some. NoOcr where it would have to recognise
    all of them and is not installed."""
    pages: list[Page] = []
    tasks: dict[int, Future[Page]] = {}
    missing: NoOcr | None = None
    engine: str | None = None
    with ExitStack() as stack:
        document = stack.enter_context(_Document(data))
        count = len(document.open)
        reader: Recogniser | None = None
        for index in range(count):
            if index % _TOGETHER == _TOGETHER - 1:
                document.reopen()
            pages.append(page_reading(document.open, index, data, decoder))
            pages[index].put_away()
            if _is_picture(pages[index]) and missing is None:
                try:
                    reader = reader or stack.enter_context(recogniser())
                except NoOcr as error:
                    missing = error
                else:
                    drawn = _drawn(document.open, index)
                    document.reopen()
                    if drawn is None:
                        pages[index].without_text("holds a picture with too many dots")
                    else:
                        tasks[index] = reader.submit(drawn[0], index + 1, drawn[1])
                        engine = engine_name()
            for done in [at for at, task in tasks.items() if task.done()]:
                pages[done] = _better(pages[done], without_words(tasks.pop(done)))
                pages[done].put_away()
            on_page(index + 1 - len(tasks), count)
        while tasks:
            index = next(iter(tasks))
            pages[index] = _better(pages[index], without_words(tasks.pop(index)))
            pages[index].put_away()
            on_page(count - len(tasks), count)
    if missing and not any(page.readable for page in pages):
        raise missing
    return pages, engine


class _Document:
    """The file opened by PDFium, which keeps what it has read of each page until it is closed:
    fonts and texts, and of pictures the whole file once more."""

    def __init__(self, data: Content) -> None:
        self._data = data
        self.open = opened(data)

    def reopen(self) -> None:
        self.open.close()
        self.open = opened(self._data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.open.close()


def _is_picture(page: Page) -> bool:
    return page.recognised or (bool(page.lack) and page.drawn)


def _better(typed: Page, recognised: Page) -> Page:
    """The recognised page; the text in the file only where nothing was recognised."""
    if typed.readable and not recognised.readable:
        return typed
    if typed.refused:
        message = f"Page {typed.number} {typed.lack}; the page was recognised anew."
        recognised.warnings.append(Warning("text_layer_refused", message))
    return recognised


def _drawn(document: Any, index: int) -> tuple[Any, float] | None:
    """A page drawn with 200 dots an inch, and the length in points of a point on it: a page larger
    than A3 has a wrong size. None where a picture on it would take too much memory."""
    import numpy as np

    from extract.readers.scan_image import resized

    page = loaded(document, index)
    try:
        longest = max(page.get_size())
        point = longest / _LONGEST if longest > 1.5 * _LONGEST else 1.0
        finest = 0.0
        for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            width, height = image.get_px_size()
            if width * height > MOST_DOTS:
                return None
            finest = max(finest, max(width, height) * point / longest / POINT)
        # PDFium leaves dots out where it makes pictures smaller, and marks over letters with them.
        finer = min(finest, 2.0) if finest > 1.2 else 1.0
        pixels = page.render(scale=finer * POINT / point, may_draw_forms=False).to_numpy()
        pixels = pixels[..., :3] if pixels.ndim == 3 else pixels
        return resized(np.ascontiguousarray(pixels), 1 / finer), point
    finally:
        page.close()


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """A function that gives the characters whose middle lies in the box of a page locator, line by
    line; recognised pages are recognised anew. It raises LookupError where the file has no such
    page. Pages are kept once read."""
    document = opened(data)
    count = len(document)
    document.close()

    @cache
    def words(number: int) -> tuple[list[Word], bool]:
        """The words of a recognised page, or the characters of a typed one; which of the two."""
        document = opened(data)
        try:
            page = page_reading(document, number - 1, data, Decoder())
            drawn = _drawn(document, number - 1) if _is_picture(page) else None
            if drawn is not None:
                with recogniser() as reader:
                    found = reader.submit(drawn[0], number, drawn[1]).result()
                if _better(page, found) is found:
                    return found.words, True
            return _characters(document, number), False
        finally:
            document.close()

    def find(locator: Mapping[str, Any]) -> str:
        number = locator["page"]
        if not 1 <= number <= count:
            raise LookupError(f"no page {number}")
        found, whole = words(number)
        inside = words_in(found, locator["bbox"])
        return "\n".join(line.text for line in lines(inside if whole else _words(inside)))

    return find


def _characters(document: Any, number: int) -> list[Word]:
    page = loaded(document, number - 1)
    textpage = page.get_textpage()
    try:
        text = PageText(textpage.raw, page_matrix(page.raw))
        return [
            Word(char, text.box(index), index)
            for word in text.words()
            for index, char in enumerate(word.text, word.first)
        ]
    finally:
        textpage.close()
        page.close()


def _words(characters: Sequence[Word]) -> list[Word]:
    """Characters that follow each other in the file, put together again."""
    found: list[Word] = []
    for char in characters:
        last = found[-1] if found else None
        if last and last.first + len(last.text) == char.first and not last.text.endswith("-"):
            last.text += char.text
            last.box = union((last.box, char.box))
        else:
            found.append(Word(char.text, char.box, char.first))
    return found


def opened(data: Content) -> Any:
    # PDFium mends a file that was cut off and gives the pages that are left, without a word.
    if not re.search(rb"startxref|%%EOF", data[-2048:]):
        raise DamagedFile("the file is cut off: its end is missing")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise EncryptedFile("the file is protected by a password") from error
        raise DamagedFile("the file breaks the rules of PDF") from error
    if not len(document):
        document.close()
        raise DamagedFile("the file holds no pages")
    return document
