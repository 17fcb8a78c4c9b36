"""Typed PDF → Source, by PDFium; pdfplumber helps where the rules of a table leave gaps.

A page is read in stages: words (``pdf_text``), ruled tables (``pdf_grid``), and what is left as
lines in columns (``pdf_layout``). Paragraphs are known by geometry alone. Tables are those printed
on each page: a table that runs over pages is several tables here.

PDFium is not thread-safe: one file at a time in a process.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract.errors import DamagedFile, EncryptedFile, NoTextLayer
from extract.model import Block, Cell, Passage, Source, Table, Text, Warning
from extract.readers import pdf_plumber
from extract.readers.pdf_grid import Box, Edges, Grid, edges, grids, page_matrix
from extract.readers.pdf_layout import blocks, frame, furniture
from extract.readers.pdf_text import (
    UNREADABLE,
    Frame,
    Line,
    PageText,
    Word,
    body_paragraphs,
    cell_paragraphs,
    column_paragraphs,
    goes_on,
    lines,
    texts,
)

_STAMP = 40  # so few words over a picture of the whole page are a stamp, not the page's text
_SCAN = 0.7  # of the page's area: a picture this large is the page itself
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PADDING = 5.4  # between a cell's rule and its text, where it cannot be measured


@dataclass(slots=True)
class _Page:
    """A page read but for its paragraphs: tables, and the lines before, between and after them."""

    number: int
    width: float
    height: float
    items: list[Table | list[Line]] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    readable: bool = True
    recognised: bool = False

    @property
    def lines(self) -> list[Line]:
        return [line for item in self.items if isinstance(item, list) for line in item]


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
    try:
        pages = [_page(document, index, data) for index in range(len(document))]
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
        warnings=tuple(warning for page in pages for warning in page.warnings),
    )


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """A function that gives the characters whose middle lies in the box of a page locator, line by
    line. It raises LookupError where the file has no such page. Pages are kept once read."""
    with_pages = _opened(data)
    count = len(with_pages)
    with_pages.close()

    @cache
    def characters(number: int) -> list[tuple[float, float, Word]]:
        document = _opened(data)
        try:
            page = _loaded(document, number - 1)
            textpage = page.get_textpage()
            text = PageText(textpage.raw, page_matrix(page.raw))
            found = []
            for word in text.words():
                for offset, char in enumerate(word.text):
                    box = text.box(word.first + offset)
                    one = Word(char, box, word.first + offset)
                    found.append(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, one))
            return found
        finally:
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
            box = last.box
            last.text += char.text
            last.box = (
                min(box[0], char.box[0]),
                min(box[1], char.box[1]),
                max(box[2], char.box[2]),
                max(box[3], char.box[3]),
            )
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


def _loaded(document: Any, index: int) -> Any:
    """The page with its annotations drawn in: offices stamp numbers and dates on signed files."""
    page = document[index]
    if raw.FPDFPage_GetAnnotCount(page.raw):
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


# --------------------------------------------------------------------------- one page


def _page(document: Any, index: int, data: bytes) -> _Page:
    page = _loaded(document, index)
    textpage = page.get_textpage()
    try:
        matrix = page_matrix(page.raw)
        width, height = page.get_size()
        text = PageText(textpage.raw, matrix)
        found, image = edges(page.raw, matrix)
        words = text.words()
        reading = _Page(index + 1, width, height)
        scanned = image >= _SCAN * width * height
        lack = _lack(words, scanned)
        if lack:
            reading.readable = False
            reading.warnings.append(
                Warning("page_without_text", f"Page {index + 1} {lack}; it was not read.")
            )
            return reading
        reading.recognised = scanned and text.invisible(words[0])
        unreadable = text.characters.count(UNREADABLE)
        if unreadable:
            reading.warnings.append(
                Warning(
                    "unreadable_characters",
                    f"Page {index + 1} holds {unreadable} signs for which the file gives no "
                    f"character; they are read as {UNREADABLE}.",
                )
            )
        outside = sum(not _inside(word.box, (0, 0, width, height)) for word in words)
        if outside:
            reading.warnings.append(
                Warning(
                    "text_outside_page",
                    f"{outside} words on page {index + 1} stand beyond its edge, where they are "
                    "not seen; they were read.",
                )
            )
        _fill(reading, words, text, found, lambda: pdf_plumber.grids(data, index))
        return reading
    finally:
        textpage.close()
        page.close()


def _lack(words: Sequence[Word], scanned: bool) -> str:
    """Why the text of a page is of no use; empty where it is."""
    known = [word.text for word in words if UNREADABLE not in word.text]
    if not known:
        return "holds no text" if not words else "holds no text that can be read"
    if scanned:
        if len(known) < _STAMP:
            return "is a picture with nothing but a stamp as text"
        letters = [word for word in known if _LETTERS.search(word)]
        marked = sum(not word.isascii() for word in letters)
        # Three in four Vietnamese words bear a mark; recognition that failed loses them.
        if marked < 0.35 * len(letters):
            return "is a picture whose recognised text is not Vietnamese"
    return ""


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _fill(
    reading: _Page,
    words: list[Word],
    text: PageText,
    found: Edges,
    second: Callable[[], list[Grid]],
) -> None:
    """The tables and lines of a page. Where words stand inside a table but in none of its cells,
    or rules enclose nothing, ``second`` gives the grids of another tool, taken if it does better.
    """
    tables = [_widened(grid, reading.width, words) for grid in grids(found)]
    filled, rest, stray = _filled(tables, words, text)
    ruled = len(found.horizontal) > 2 and len(found.vertical) > 2
    if stray or (ruled and not tables):
        others = [_widened(grid, reading.width, words) for grid in second()]
        filled_otherwise, rest_otherwise, stray_otherwise = _filled(others, words, text)
        if others and (stray_otherwise < stray or not tables):
            tables, filled, rest = others, filled_otherwise, rest_otherwise
            reading.warnings.append(
                Warning(
                    "pdf_grid_fallback",
                    f"The rules of a table on page {reading.number} leave gaps; its cells were "
                    "found by a second method.",
                )
            )
    for line in rest:
        line.bold = text.bold(line.words)
    number = 0
    printed: list[tuple[float, Table]] = []
    for grid, members in zip(tables, filled, strict=True):
        if any(members):
            printed.append((grid.box[1], _table(grid, members, text, reading.number, number)))
            number += 1
    start = 0
    for top, table in printed:
        stop = start
        while stop < len(rest) and (rest[stop].box[1] + rest[stop].box[3]) / 2 < top:
            stop += 1
        reading.items += [rest[start:stop], table]
        start = stop
    reading.items.append(rest[start:])


def _filled(
    tables: Sequence[Grid], words: Sequence[Word], text: PageText
) -> tuple[list[list[list[Word]]], list[Line], int]:
    """For each table the words of each cell; the lines outside all tables; and how many faults the
    grids show: words inside a table but in no cell of it, areas that are no rectangle."""
    filled: list[list[list[Word]]] = [[[] for _ in grid.cells] for grid in tables]
    faults = sum(not grid.whole for grid in tables)
    left = list(words)
    # The smaller first: a table may stand inside a cell of another.
    for index in sorted(range(len(tables)), key=lambda index: _area(tables[index].box)):
        grid, outside = tables[index], []
        cell_at = _cell_at(grid)
        for word in left:
            if not _inside(word.box, grid.box):
                outside.append(word)
                continue
            for piece in _pieces(word, grid, cell_at, text):
                cell = cell_at(piece.box)
                if cell is None:
                    outside.append(piece)
                    faults += 1
                else:
                    filled[index][cell].append(piece)
        left = outside
    return filled, lines(left), faults


def _widened(grid: Grid, width: float, words: Sequence[Word]) -> Grid:
    """The grid with its last column as wide as the words where the page's edge cuts it off."""
    furthest = max(word.box[2] for word in words) + _PADDING
    edge = grid.box[2]
    if furthest <= width or edge < width - _PADDING:
        return grid
    cells = [
        replace(cell, box=(*cell.box[:2], furthest, cell.box[3])) if cell.box[2] == edge else cell
        for cell in grid.cells
    ]
    return replace(grid, box=(*grid.box[:2], furthest, grid.box[3]), cells=cells)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _cell_at(grid: Grid) -> Callable[[Box], int | None]:
    """The index of the cell in which the middle of a box lies."""
    xs = sorted({x for cell in grid.cells for x in (cell.box[0], cell.box[2])})
    ys = sorted({y for cell in grid.cells for y in (cell.box[1], cell.box[3])})
    places = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(ys.index(cell.box[1]), ys.index(cell.box[3]))
        for column in range(xs.index(cell.box[0]), xs.index(cell.box[2]))
    }

    def cell_at(box: Box) -> int | None:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return places.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))

    return cell_at


def _pieces(
    word: Word, grid: Grid, cell_at: Callable[[Box], int | None], text: PageText
) -> list[Word]:
    """``word``, or its parts where it runs over a rule into the next cell."""
    index = cell_at(word.box)
    if index is None:
        return [word]
    left, _, right, _ = grid.cells[index].box
    if word.box[0] >= left - 1 and word.box[2] <= right + 1:
        return [word]
    return text.pieces(word, left, right)


def _table(
    grid: Grid, filled: Sequence[list[Word]], text: PageText, page: int, number: int
) -> Table:
    found = [lines(words) for words in filled]
    padding = _paddings(grid, found)
    cells = []
    for cell, words, in_cell in zip(grid.cells, filled, found, strict=True):
        paragraphs: tuple[Text, ...] = ()
        if words:
            inset = padding[cell.column]
            room = Frame(cell.box[0] + inset, cell.box[2] - inset)
            parts = cell_paragraphs(in_cell, room)
            paragraphs = texts(parts, page, number, cell.row, cell.column)
        cells.append(
            Cell(
                cell.row,
                cell.column,
                paragraphs,
                cell.row_span,
                cell.column_span,
                bool(words) and text.bold([in_cell[0].words[0], in_cell[-1].words[-1]]),
            )
        )
    return Table(tuple(cells), grid.rows, grid.columns, page=page)


def _paddings(grid: Grid, found: Sequence[list[Line]]) -> dict[int, float]:
    """By column, how far the text keeps from the rules."""
    insets: dict[int, list[float]] = defaultdict(list)
    for cell, in_cell in zip(grid.cells, found, strict=True):
        insets[cell.column] += [line.box[0] - cell.box[0] for line in in_cell]
    least = {column: min(values) for column, values in insets.items() if values}
    return defaultdict(
        lambda: _PADDING,
        {column: max(inset, 0.5) for column, inset in least.items() if inset < 9},
    )


# --------------------------------------------------------------------------- paragraphs


def _blocks(pages: Sequence[_Page]) -> list[Block]:
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


def _page_items(page: _Page, marked: set[int], body: Frame) -> list[Table | _Paragraph]:
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
