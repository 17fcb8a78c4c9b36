"""Typed PDF → Source, by PDFium; pdfplumber helps where the rules of a table leave gaps.

A page is read in stages: words (``pdf_text``), ruled tables (``pdf_grid``), and what is left as
lines in columns (``pdf_layout``). Paragraphs are known by geometry alone. Tables are those printed
on each page: a table that runs over pages is several tables here.

PDFium is not thread-safe: one file at a time in a process.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.encodings import Decoder
from extract.errors import DamagedFile, EncryptedFile, NoTextLayer
from extract.model import Block, Passage, Source, Table, Text
from extract.readers.pdf_edges import page_matrix
from extract.readers.pdf_layout import blocks, frame, furniture
from extract.readers.pdf_page import Page, loaded, page_reading
from extract.readers.pdf_paragraphs import Frame, body_paragraphs, column_paragraphs, goes_on, texts
from extract.readers.pdf_text import Line, PageText, Word, lines, union


@dataclass(slots=True)
class _Paragraph:
    """Lines of one paragraph, by page."""

    parts: list[tuple[int, list[Line]]]
    running: bool = True
    furniture: bool = False


def read(data: bytes) -> Source:
    """The blocks of a typed PDF, page by page from top to bottom.

    A page without usable text is left out with a warning ``page_without_text``. ``ocr`` is true
    where a page is a picture with recognised text laid unseen over it. Raises EncryptedFile,
    DamagedFile, NoTextLayer (no page has usable text).
    """
    document = _opened(data)
    decoder = Decoder()
    try:
        pages = [page_reading(document, index, data, decoder) for index in range(len(document))]
    except pdfium.PdfiumError as error:
        raise DamagedFile(f"a page of the file cannot be loaded ({error})") from error
    finally:
        document.close()
    if not any(page.readable for page in pages):
        raise NoTextLayer(f"none of the {len(pages)} pages holds text")
    return Source(
        "pdf",
        tuple(_blocks(pages)),
        pages=len(pages),
        ocr=any(page.recognised for page in pages),
        warnings=(
            *(warning for page in pages for warning in page.warnings),
            *decoder.warnings(),
        ),
    )


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """A function that gives the characters whose middle lies in the box of a page locator, line by
    line. It raises LookupError where the file has no such page. Pages are kept once read."""
    document = _opened(data)
    count = len(document)
    document.close()

    @cache
    def characters(number: int) -> list[tuple[float, float, Word]]:
        document = _opened(data)
        page = loaded(document, number - 1)
        textpage = page.get_textpage()
        try:
            text = PageText(textpage.raw, page_matrix(page.raw))
            found = []
            for word in text.words():
                for index, char in enumerate(word.text, word.first):
                    box = text.box(index)
                    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
                    found.append((*middle, Word(char, box, index)))
            return found
        finally:
            textpage.close()
            page.close()
            document.close()

    def find(locator: Mapping[str, Any]) -> str:
        number = locator["page"]
        if not 1 <= number <= count:
            raise LookupError(f"no page {number}")
        left, top, right, bottom = locator["bbox"]
        inside = [
            char
            for x, y, char in characters(number)
            if left - 0.1 <= x <= right + 0.1 and top - 0.1 <= y <= bottom + 0.1
        ]
        return "\n".join(line.text for line in lines(_words(inside)))

    return find


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


def _opened(data: bytes) -> Any:
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


# --------------------------------------------------------------------------- paragraphs


def _blocks(pages: Sequence[Page]) -> list[Block]:
    marked = furniture([(page.height, page.lines) for page in pages])
    frames = {
        width: frame(
            [
                line
                for page in pages
                if round(page.width) == width
                for line in page.lines
                if id(line) not in marked
            ]
        )
        for width in {round(page.width) for page in pages}
    }
    found: list[Table | _Paragraph] = []
    for page in pages:
        for item in _page_items(page, marked, frames[round(page.width)]):
            before = _last_running(found)
            if (
                before is not None
                and isinstance(item, _Paragraph)
                and item.running
                and before.parts[-1][0] == page.number - 1
                and _over_pages(before, item, frames[round(page.width)])
            ):
                before.parts += item.parts
            else:
                found.append(item)
    return [item if isinstance(item, Table) else _passage(item) for item in found]


def _page_items(page: Page, marked: set[int], body: Frame) -> list[Table | _Paragraph]:
    items: list[Table | _Paragraph] = []
    for item in page.items:
        if isinstance(item, Table):
            items.append(item)
            continue
        own = [line for line in item if id(line) not in marked]
        heads = [
            _Paragraph([(page.number, [line])], running=False, furniture=True)
            for line in item
            if id(line) in marked
        ]
        top = [part for part in heads if part.parts[0][1][0].box[1] < page.height / 2]
        items += top
        for block in blocks(own):
            parts = column_paragraphs(block.lines) if block.column else (
                body_paragraphs(block.lines, body)
            )  # fmt: skip
            items += [_Paragraph([(page.number, part)], running=not block.column) for part in parts]
        items += [part for part in heads if part not in top]
    return items


def _last_running(found: Sequence[Table | _Paragraph]) -> _Paragraph | None:
    """The paragraph that the next page may go on with."""
    for item in reversed(found):
        if isinstance(item, Table):
            return None
        if not item.furniture:
            return item if item.running else None
    return None


def _over_pages(before: _Paragraph, item: _Paragraph, body: Frame) -> bool:
    above, line = before.parts[-1][1][-1], item.parts[0][1][0]
    full = above.box[2] > body.right - 0.2 * (body.right - body.left)
    return (
        full
        and line.box[0] < above.box[0] + 4
        and not re.search(r"[.;:]\W*$", above.text)
        and goes_on(above, line, [above, line], body)
    )


def _passage(paragraph: _Paragraph) -> Passage:
    joined = Text()
    for page, part in paragraph.parts:
        for text in texts([part], page):
            by = "" if re.search(r"\w[-/]$", joined.string) else " "
            joined = Text.join([joined, text], by)
    return Passage(
        joined,
        bold=all(line.bold for _, part in paragraph.parts for line in part),
        page=paragraph.parts[0][0],
        furniture=paragraph.furniture,
    )
