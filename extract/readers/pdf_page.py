"""One page of a typed PDF: its tables, and the lines outside them."""

from __future__ import annotations

import marshal
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Any

import pypdfium2.raw as pdfium

from extract.content import Content
from extract.encodings import Decoder
from extract.model import Cell, Table, Text, Warning
from extract.readers.pdf_edges import Box, Edges, edges, page_matrix
from extract.readers.pdf_grid import Grid, grids
from extract.readers.pdf_layout import EDGE, wide_gaps
from extract.readers.pdf_paragraphs import Frame, cell_paragraphs, decode_words, texts
from extract.readers.pdf_plumber import grids as second_grids
from extract.readers.pdf_text import UNREADABLE, Line, PageText, Word, union
from extract.readers.pdf_unruled import columns
from extract.readers.pdf_unruled import grid as unruled

UNCLEAR_TABLE = "unclear_table"
_STAMP = 40  # so few words over a picture of the whole page are a stamp, not the page's text
_SCAN = 0.7  # of the page's area: a picture this large is the page itself
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PADDING = 5.4  # between a cell's rule and its text, where it cannot be measured


@dataclass(slots=True)
class Page:
    """A page read but for its paragraphs: tables, and the lines before, between and after them.

    ``lack`` says why the text in the file is of no use, ``refused`` that there is some. ``drawn``:
    something stands on the page. ``words``: those of a recognised page, as
    they were read before anything was repaired.
    """

    number: int
    width: float
    height: float
    items: list[Table | list[Line]] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    lack: str = ""
    refused: bool = False
    drawn: bool = True
    recognised: bool = False
    words: list[Word] = field(default_factory=list)
    _away: bytes = b""

    @property
    def readable(self) -> bool:
        return not self.lack

    def without_text(self, lack: str) -> None:
        """Leaves the page out, with a warning."""
        self.lack = lack
        message = f"Page {self.number} {lack}; it was not read."
        self.warnings.append(Warning("page_without_text", message))

    def warn(self, code: str, outcome: str) -> None:
        """Adds a warning that the rules of a table enclose no clear cells."""
        self.warnings.append(
            Warning(code, f"The rules of a table on page {self.number} leave gaps; {outcome}.")
        )

    @property
    def lines(self) -> list[Line]:
        return [line for item in self.items if isinstance(item, list) for line in item]

    def put_away(self) -> None:
        """Packs the words of its lines, but for those at the edges that running heads are looked
        for in: paragraphs are made when all pages are read, and a book holds a million words."""
        if self._away:
            return
        inner = self.lines[EDGE:-EDGE]
        self._away = marshal.dumps([list(map(_VALUES, line.words)) for line in inner])
        for line in inner:
            line.words = []

    def take_out(self) -> None:
        """Gives its lines their words back."""
        if not self._away:
            return
        found = marshal.loads(self._away)
        for line, words in zip(self.lines[EDGE:-EDGE], found, strict=True):
            line.words = [Word(*values) for values in words]
        self._away = b""


_VALUES = attrgetter(*(field.name for field in fields(Word)))


def loaded(document: Any, index: int) -> Any:
    """The page with its annotations drawn in: offices stamp numbers and dates on signed files."""
    page = document[index]
    if pdfium.FPDFPage_GetAnnotCount(page.raw):
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


def words_in(words: Iterable[Word], bbox: Sequence[float]) -> list[Word]:
    """The words, or characters, whose middle lies in the box on the page."""
    left, top, right, bottom = bbox
    middles = ((word, *_middle(word.printed or word.box)) for word in words)
    return [
        word
        for word, x, y in middles
        if left - 0.1 <= x <= right + 0.1 and top - 0.1 <= y <= bottom + 0.1
    ]


def page_reading(document: Any, index: int, data: Content, decoder: Decoder) -> Page:
    page = loaded(document, index)
    textpage = page.get_textpage()
    try:
        matrix = page_matrix(page.raw)
        width, height = page.get_size()
        text = PageText(textpage.raw, matrix)
        found, image = edges(page.raw, matrix)
        words = text.words()
        reading = Page(index + 1, width, height)
        scanned = image >= _SCAN * width * height
        lack = _lack(words, scanned)
        if lack:
            reading.without_text(lack)
            reading.refused = scanned and len(words) >= _STAMP
            reading.drawn = pdfium.FPDFPage_CountObjects(page.raw) > 0
            return reading
        if not scanned:  # what recognition laid over a picture is Unicode
            decode_words(words, text, index + 1, decoder)
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
        outside = _outside(words, width, height)
        if outside:
            reading.warnings.append(
                Warning(
                    "text_outside_page",
                    f"{outside} words on page {index + 1} stand beyond its edge, where they are "
                    "not seen; they were read.",
                )
            )
        _fill(reading, words, text, found, lambda: second_grids(data, index))
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


def _outside(words: Sequence[Word], width: float, height: float) -> int:
    """How many words have their middle beyond the page's edge."""
    left, top, right, bottom = union(word.box for word in words)
    if left >= 0 and top >= 0 and right <= width and bottom <= height:
        return 0
    middles = (_middle(word.box) for word in words)
    return sum(not (0 <= x <= width and 0 <= y <= height) for x, y in middles)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _fill(
    reading: Page,
    words: list[Word],
    text: PageText,
    found: Edges,
    second: Callable[[], list[Grid]],
) -> None:
    """The tables and lines of a page. Where words stand inside a table but in none of its cells, a
    rule breaks off, or rules enclose nothing, ``second`` gives the grids of another tool: taken if
    they leave fewer words out, or part more cells.
    """
    tables = [_widened(grid, reading.width, words) for grid in grids(found)]
    filled, rest, stray = _filled(tables, words, text)
    broken = not all(grid.whole for grid in tables)
    ruled = len(found.horizontal) > 2 and len(found.vertical) > 2
    if stray or broken or (ruled and not tables):
        others = [_widened(grid, reading.width, words) for grid in second()]
        otherwise, rest_otherwise, stray_otherwise = _filled(others, words, text)
        finer = sum(len(grid.cells) for grid in others) > sum(len(grid.cells) for grid in tables)
        if (finer and stray_otherwise <= stray) or (others and stray_otherwise < stray):
            tables, filled, rest = others, otherwise, rest_otherwise
            reading.warn("pdf_grid_fallback", "its cells were found by a second method")
        elif tables:
            reading.warn("pdf_grid_unclear", "two cells may have been read as one")
        else:
            reading.warn("pdf_grid_missing", "its words were read as running text")
    for line in rest:
        line.bold = text.bold(line.words)
        if wide_gaps(line):
            for word in line.words:
                word.bold = text.bold([word])
    number = 0
    printed: list[tuple[float, Table]] = []
    for grid, members in zip(tables, filled, strict=True):
        if any(members):
            cells = [text.lines(words) for words in members]
            printed.append((grid.box[1], table(grid, cells, reading.number, number, text.bold)))
            number += 1
    fill(reading, printed, rest)


def fill(reading: Page, printed: Sequence[tuple[float, Table]], rest: list[Line]) -> None:
    """Puts the tables, with the height at which each begins, between the lines outside them, where
    there may be tables without rules too."""
    printed, rest = _with_unruled(reading, printed, rest)
    start = 0
    for top, table in printed:
        stop = start
        while stop < len(rest) and (rest[stop].box[1] + rest[stop].box[3]) / 2 < top:
            stop += 1
        reading.items += [rest[start:stop], table]
        start = stop
    reading.items.append(rest[start:])


def _with_unruled(
    reading: Page, printed: Sequence[tuple[float, Table]], rest: list[Line]
) -> tuple[list[tuple[float, Table]], list[Line]]:
    """The tables with those without rules, and the lines left. Where it is open what such a table
    says, its words stay in the lines with a doubt."""
    tables, left = list(printed), list(rest)
    for region in columns(rest):
        own = rest[region.first : region.last]
        made = unruled(rest, region)
        if made is None:
            for word in (word for line in own for word in line.words):
                word.marks += (UNCLEAR_TABLE,)
            reading.warnings.append(
                Warning(
                    "pdf_grid_missing",
                    f"A table on page {reading.number} has no rules; its words were read as "
                    "running text.",
                )
            )
            continue
        left = [line for line in left if not any(line is other for other in own)]
        grid, cells = made
        tables.append((grid.box[1], table(grid, cells, reading.number, len(tables), _marked_bold)))
    return sorted(tables, key=lambda item: item[0]), left


def _marked_bold(words: Sequence[Word]) -> bool:
    return all(word.bold for word in words)


def _filled(
    tables: Sequence[Grid], words: Sequence[Word], text: PageText
) -> tuple[list[list[list[Word]]], list[Line], int]:
    """For each table the words of each cell; the lines outside all tables; and how many words
    stand inside a table but in no cell of it."""
    filled: list[list[list[Word]]] = [[[] for _ in grid.cells] for grid in tables]
    stray = 0
    left = list(words)
    # The smaller first: a table may stand inside a cell of another.
    for index in sorted(range(len(tables)), key=lambda index: _area(tables[index].box)):
        grid, outside = tables[index], []
        cell_at = _cell_at(grid)
        x0, y0, x1, y1 = grid.box
        for word in left:
            x, y = _middle(word.box)
            if not (x0 <= x <= x1 and y0 <= y <= y1):
                outside.append(word)
                continue
            cell = cell_at(x, y)
            if cell is None:
                outside.append(word)
                stray += 1
                continue
            for piece, place in _pieces(word, cell, grid, cell_at, text):
                filled[index][place].append(piece)
        left = outside
    return filled, text.lines(left), stray


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


def _cell_at(grid: Grid) -> Callable[[float, float], int | None]:
    """The index of the cell in which a point lies."""
    xs = sorted({x for cell in grid.cells for x in (cell.box[0], cell.box[2])})
    ys = sorted({y for cell in grid.cells for y in (cell.box[1], cell.box[3])})
    places = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(ys.index(cell.box[1]), ys.index(cell.box[3]))
        for column in range(xs.index(cell.box[0]), xs.index(cell.box[2]))
    }

    def cell_at(x: float, y: float) -> int | None:
        return places.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))

    return cell_at


def _pieces(
    word: Word, cell: int, grid: Grid, cell_at: Callable[[float, float], int | None], text: PageText
) -> list[tuple[Word, int]]:
    """``word`` in its cell, or its parts, each in its own, where it runs over a rule into the next
    one. Where it runs out of the table it is only too wide."""
    left, _, right, _ = grid.cells[cell].box
    if word.box[0] >= left - 1 and word.box[2] <= right + 1:
        return [(word, cell)]
    parts: list[tuple[Word, int]] = []
    for piece in text.pieces(word, left, right):
        place = cell_at(*_middle(piece.box))
        if place is None:
            return [(word, cell)]
        parts.append((piece, place))
    return parts


def table(
    grid: Grid,
    found: Sequence[list[Line]],
    page: int,
    number: int,
    bold: Callable[[Sequence[Word]], bool],
) -> Table:
    """The table ``number`` of a page from the lines of each of its cells."""
    padding = _paddings(grid, found)
    cells = []
    for cell, in_cell in zip(grid.cells, found, strict=True):
        paragraphs: tuple[Text, ...] = ()
        if in_cell:
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
                bool(in_cell) and bold([in_cell[0].words[0], in_cell[-1].words[-1]]),
            )
        )
    sides = {cell.column: cell.box[0] for cell in grid.cells}
    sides |= {cell.column + cell.column_span: cell.box[2] for cell in grid.cells}
    known = tuple(sides[at] for at in range(grid.columns + 1)) if len(sides) > grid.columns else ()
    return Table(tuple(cells), grid.rows, grid.columns, page=page, sides=known)


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
