"""A decree as a typed PDF, drawn directly: fast enough for thousands of files.

Ruled tables with merged cells, headings repeated on every page, rows broken over pages.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.blocks import (
    Block,
    Box,
    Cell,
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    Title,
    accepted,
)
from tests.corpus.text_form import MOTTO

_FOLDERS = ("/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/dejavu")
_FONTS = (
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
)
_SHORT, _LONG = 595.0, 842.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 85.0, 57.0, 57.0, 57.0
_PADDING = 4.0
Align = Literal["left", "centre", "right"]


@cache
def fonts() -> bool:
    """Registers a font with Vietnamese letters as ``plain`` and ``bold``; false without one."""
    for folder, (plain, bold) in zip(_FOLDERS, _FONTS, strict=True):
        if (Path(folder) / plain).is_file():
            pdfmetrics.registerFont(TTFont("plain", str(Path(folder) / plain)))
            pdfmetrics.registerFont(TTFont("bold", str(Path(folder) / bold)))
            return True
    return False


def pdf(decree: Decree) -> bytes:
    """The whole file; the same decree gives the same bytes."""
    if not fonts():
        raise RuntimeError("no font with Vietnamese letters: install fonts-liberation2")
    file = io.BytesIO()
    sheet = _Sheet(Canvas(file, (_SHORT, _LONG), invariant=True))
    for block in decree.blocks:
        _draw(sheet, block)
    sheet.canvas.save()
    return file.getvalue()


Word = tuple[str, str]
"""A word and its font."""


@dataclass
class _Sheet:
    """A canvas and how far down the page it is written; ``y`` grows downwards."""

    canvas: Canvas
    width: float = _SHORT
    height: float = _LONG
    y: float = _TOP
    page: int = 1

    @property
    def wide(self) -> float:
        return self.width - _LEFT - _RIGHT

    @property
    def left(self) -> float:
        """What is left of the page."""
        return self.height - _BOTTOM - self.y

    def new_page(self, landscape: bool | None = None) -> None:
        self.canvas.showPage()
        self.page += 1
        if landscape is not None:
            self.width, self.height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        self.canvas.setPageSize((self.width, self.height))
        self.y = _TOP
        self.words([(str(self.page), "plain")], self.width / 2 - 5, _TOP / 2, 12)

    def words(self, line: list[Word], x: float, top: float, size: float) -> None:
        """One line of words from ``x``, its top at ``top``."""
        text = self.canvas.beginText(x, self.height - top - size)
        for at, (font, run) in enumerate(_runs(line)):
            text.setFont(font, size)
            text.textOut(run if at == 0 else " " + run)
        self.canvas.drawText(text)

    def lines(
        self, lines: list[list[Word]], x: float, wide: float, size: float, align: Align
    ) -> None:
        """Lines below each other, over as many pages as they take."""
        for line in lines:
            if self.left < size * 1.25:
                self.new_page()
            self.line(line, x, wide, self.y, size, align)
            self.y += size * 1.25

    def line(
        self, line: list[Word], x: float, wide: float, top: float, size: float, align: Align
    ) -> None:
        spare = wide - _length(line, size)
        self.words(line, x + {"left": 0, "centre": spare / 2, "right": spare}[align], top, size)

    def rule(self, x0: float, top0: float, x1: float, top1: float, filled: bool = False) -> None:
        """A ruling line; ``filled``: as a thin black rectangle."""
        if filled:
            wide, tall = max(x1 - x0, 0.5), max(top1 - top0, 0.5)
            self.canvas.rect(x0, self.height - top0 - tall, wide, tall, stroke=0, fill=1)
            return
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - top0, x1, self.height - top1)


def _runs(line: list[Word]) -> Iterator[tuple[str, str]]:
    """Neighbouring words of one font together."""
    run: list[str] = []
    font = ""
    for word, its in line:
        if run and its != font:
            yield font, " ".join(run)
            run = []
        font = its
        run.append(word)
    if run:
        yield font, " ".join(run)


def _length(line: list[Word], size: float) -> float:
    space = _width(" ", "plain", size)
    return sum(_width(word, font, size) for word, font in line) + space * max(len(line) - 1, 0)


@cache
def _width(word: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(word, font, size))


def _words(text: str, bold: bool = False) -> list[Word]:
    """``**`` turns bold on and off."""
    words: list[Word] = []
    for at, part in enumerate(text.split("**")):
        font = "bold" if bold or at % 2 else "plain"
        words += [(word, font) for word in part.split()]
    return words


def _broken(word: Word, wide: float, size: float) -> Iterator[Word]:
    """A word too long for a line in the pieces that word processors make of it."""
    text, font = word
    while _width(text, font, size) > wide and len(text) > 1:
        end = len(text)
        while end > 1 and _width(text[:end], font, size) > wide:
            end -= 1
        yield text[:end], font
        text = text[end:]
    yield text, font


def _wrapped(words: list[Word], wide: float, size: float) -> list[list[Word]]:
    lines: list[list[Word]] = []
    line: list[Word] = []
    space = _width(" ", "plain", size)
    length = 0.0
    for word, font in (part for whole in words for part in _broken(whole, wide, size)):
        own = _width(word, font, size)
        if line and length + space + own > wide:
            lines.append(line)
            line, length = [], 0.0
        length += own + (space if line else 0)
        line.append((word, font))
    return [*lines, line] if line else lines


# ------------------------------------------------------------------ blocks


def _draw(sheet: _Sheet, block: Block) -> None:
    if isinstance(block, Letterhead):
        left = [*([(block.parent, False)] if block.parent else []), (block.issuer, True)]
        left += [(block.number, False), *([(block.about, False)] if block.about else [])]
        right = [*((line, True) for line in MOTTO), ("", False), (block.place_date, False)]
        _beside(sheet, left, right, 0.42)
    elif isinstance(block, Title):
        for line in block.lines:
            _paragraph(sheet, line, 14, "centre", bold=True)
        if block.note:
            _paragraph(sheet, block.note, 13, "centre")
        sheet.y += 8
    elif isinstance(block, Paragraph):
        align: Align = block.style if block.style in ("centre", "right") else "left"  # type: ignore[assignment]
        text = accepted(block.text)
        _paragraph(sheet, text, 13, align, bold=block.style == "heading", indent=28)
        sheet.y += 4
    elif isinstance(block, Box):
        for line in block.lines:
            _paragraph(sheet, line, 10, "left")
    elif isinstance(block, Section):
        sheet.new_page(block.landscape)
    elif isinstance(block, Signature):
        if sheet.left < 150:
            sheet.new_page()
        sheet.y += 10
        right = [*((line, True) for line in block.titles), *[("", False)] * 4, (block.name, True)]
        _beside(
            sheet, [("Nơi nhận:", True), *((line, False) for line in block.recipients)], right, 0.5,
            align="left",
        )  # fmt: skip
    else:
        _Ruled(sheet, block).draw()


def _paragraph(
    sheet: _Sheet, text: str, size: float, align: Align, bold: bool = False, indent: float = 0
) -> None:
    words = _words(text, bold)
    if align == "left" and indent:
        first, *_ = _wrapped(words, sheet.wide - indent, size) or [[]]
        sheet.lines([first], _LEFT + indent, sheet.wide - indent, size, align)
        words = words[len(first) :]
    sheet.lines(_wrapped(words, sheet.wide, size), _LEFT, sheet.wide, size, align)


def _beside(
    sheet: _Sheet,
    left: list[tuple[str, bool]],
    right: list[tuple[str, bool]],
    share: float,
    align: Align = "centre",
) -> None:
    top, size = sheet.y, 12.0
    bottom = top
    half = sheet.wide * share
    sides: tuple[tuple[list[tuple[str, bool]], float, float, Align], ...] = (
        (left, _LEFT, half - 12, align),
        (right, _LEFT + half, sheet.wide - half, "centre"),
    )
    for entries, x, wide, its in sides:
        y = top
        for text, bold in entries:
            for line in _wrapped(_words(text, bold), wide, size) or [[]]:
                sheet.line(line, x, wide, y, size, its)
                y += size * 1.25
        bottom = max(bottom, y)
    sheet.y = bottom + 12


# ------------------------------------------------------------------ tables


Place = tuple[int, int]
Strip = tuple[int, int]
"""A row and how many of its lines stand on a page."""
_LONG_ROW = 12


@dataclass(frozen=True)
class Manner:
    """How a program prints tables: rows kept whole on a page, headings repeated on every page, text
    in the middle of its cell, rules as filled rectangles (Word) rather than lines."""

    whole_rows: bool
    repeats: bool
    middle: bool
    filled: bool

    @classmethod
    def of(cls, table: Table) -> Manner:
        """A manner that follows from the table's words."""
        mark = zlib.crc32(table.rows.encode())
        return cls(*(bool(mark >> at & 3) == want for at, want in ((0, 0), (2, 1), (4, 0), (6, 0))))


class _Ruled:
    """Draws a table: a row goes on with the next page where it does not fit, and so does the text
    of a cell that is merged over both."""

    def __init__(self, sheet: _Sheet, table: Table) -> None:
        self.manner = Manner.of(table)
        self.sheet, self.table, self.size = sheet, table, table.size
        scale = sheet.wide / sum(table.widths)
        self.edges = [_LEFT]
        for width in table.widths:
            self.edges.append(self.edges[-1] + width * scale)
        self.anchors = table.anchors()
        self.rows = len(table.lines())
        self.columns = len(table.widths)
        self.pitch = self.size * 1.2
        self.texts = {place: self._lines(place, cell) for place, cell in self.anchors.items()}
        self.owner = {
            (row, column): place
            for place, cell in self.anchors.items()
            for row in range(place[0], place[0] + cell.rows)
            for column in range(place[1], place[1] + cell.columns)
        }
        self.heights = self._heights()

    def _lines(self, place: Place, cell: Cell) -> list[list[Word]]:
        wide = self.edges[place[1] + cell.columns] - self.edges[place[1]] - 2 * _PADDING
        bold = cell.bold or place[0] < self.table.head
        lines: list[list[Word]] = []
        for part in cell.paragraphs:
            shown = "- " + part[2:] if part.startswith("~ ") else part
            lines += _wrapped(_words(shown, bold), wide, self.size)
        return lines

    def _heights(self) -> list[int]:
        """Lines in each row: a merged cell's surplus goes to its last row."""
        heights = [1] * self.rows
        for (row, _), cell in sorted(self.anchors.items(), key=lambda item: item[1].rows):
            last = row + cell.rows - 1
            missing = len(self.texts[row, _]) - sum(heights[row : last + 1])
            heights[last] += max(missing, 0)
        return heights

    def draw(self) -> None:
        drawn = dict.fromkeys(self.anchors, 0)
        for at, strips in enumerate(self._pages()):
            if at:
                self.sheet.new_page()
            self._page(strips, drawn)
        self.sheet.y += 12

    def _pages(self) -> Iterator[list[Strip]]:
        """For each page the rows on it and how many lines of each."""
        head = [(row, self.heights[row]) for row in range(self.table.head)]
        room = self.sheet.left - sum(map(self._tall, self.heights[: self.table.head]))
        strips = list(head)
        if room < self._tall(2):
            yield []
            room = self._full_page(head)
        for row in range(self.table.head, self.rows):
            left = self.heights[row]
            while left:
                fitting = int((room - 2 * _PADDING) / self.pitch)
                least = left if self.manner.whole_rows and left < _LONG_ROW else 2
                if fitting < min(left, least):
                    yield strips
                    strips = list(head) if self.manner.repeats else []
                    room = self._full_page(strips)
                    continue
                part = min(left, fitting)
                strips.append((row, part))
                room -= self._tall(part)
                left -= part
        yield strips

    def _full_page(self, head: list[Strip]) -> float:
        tall = self.sheet.height - _TOP - _BOTTOM
        return tall - sum(self._tall(lines) for _, lines in head)

    def _tall(self, lines: int) -> float:
        return lines * self.pitch + 2 * _PADDING

    def _page(self, strips: list[Strip], drawn: dict[Place, int]) -> None:
        """One page of the table; ``drawn`` counts the lines that were drawn of each cell."""
        spans: dict[Place, tuple[float, float]] = {}
        top = self.sheet.y
        for row, lines in strips:
            bottom = top + self._tall(lines)
            for column in range(self.columns):
                place = self.owner[row, column]
                spans[place] = spans.get(place, (top, bottom))[0], bottom
            top = bottom
        for place, (above, below) in spans.items():
            cell = self.anchors[place]
            heads = place[0] < self.table.head
            x0, x1 = self.edges[place[1]], self.edges[place[1] + cell.columns]
            self._frame(x0, above, x1, below)
            done = 0 if heads else drawn[place]
            fitting = round((below - above - 2 * _PADDING) / self.pitch - 0.3)
            shown = self.texts[place][done : done + fitting]
            drawn[place] = done + len(shown)
            spare = below - above - self._tall(len(shown)) if self.manner.middle or heads else 0
            align: Align = "centre" if heads or place[1] == 0 else "left"
            for at, line in enumerate(shown):
                y = above + spare / 2 + _PADDING + at * self.pitch
                self.sheet.line(line, x0 + _PADDING, x1 - x0 - 2 * _PADDING, y, self.size, align)
        self.sheet.y = top

    def _frame(self, x0: float, top: float, x1: float, bottom: float) -> None:
        if not self.table.borders:
            return
        for begin, end in (((x0, top), (x1, top)), ((x0, bottom), (x1, bottom)),
                           ((x0, top), (x0, bottom)), ((x1, top), (x1, bottom))):  # fmt: skip
            self.sheet.rule(*begin, *end, filled=self.manner.filled)
