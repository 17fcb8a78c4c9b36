"""A scanned page → :class:`Page`, the same as a typed one: tables, and the lines outside them.

The page is straightened, its ruled tables are found, each cell is read by itself and the rest as a
page of text. What a number or a comparator hangs on is read twice (``scan_trust``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

import cv2
import numpy as np

from extract.model import Table
from extract.readers.pdf_edges import Box
from extract.readers.pdf_grid import Grid, grids
from extract.readers.pdf_page import Page, fill, table
from extract.readers.pdf_text import Line, Word, lines
from extract.readers.scan_doubts import doubt_table
from extract.readers.scan_headings import repair_heading_units, repair_headings
from extract.readers.scan_image import Picture, contrasted, evened, picture
from extract.readers.scan_names import repair_names
from extract.readers.scan_ocr import POINT, Engine, Pixels, ReadLine, ReadWord, quarter_turns
from extract.readers.scan_parted import parted
from extract.readers.scan_repairs import repair_ordinals
from extract.readers.scan_rules import rules
from extract.readers.scan_specks import without_specks
from extract.readers.scan_trust import again
from extract.readers.scan_words import Trusted

_READABLE = 60  # mean confidence below which a page is nothing that was printed in Vietnamese
_UPRIGHT = 80  # mean confidence below which the page may lie on its side or its head
_PALE = 205  # of 255: faint ink on evenly lit paper is darker
_LEAST = 15  # dots of ink that may be a word
_PAD = 10  # dots of paper around a cell: the engine misreads what touches an edge
_MARGIN = 3.0  # points around a cell within which its rules may bend
_ASCENT, _DESCENT = 1.2, 0.3  # of the height of capitals: what typed pages give as a line's box
_DASH = 30  # dots: no dash is as long
_REMAINS = "|¦`´'‘’^ˆ~_\"“”.:;,*¡›‹"  # what the engine makes of the remains of rules and of specks
_NEVER = "|¦`´^ˆ~_¡›‹"  # what stands at no end of a word
_BEGINS = ".:;,*'‘’\"“”"  # what begins no word, but for quoted ones
_QUOTES = "'‘’\"“”"
_GHOST = 60  # mean confidence of a line that is nothing but the marks over the letters of another


def page_reading(pixels: Pixels, number: int, point: float, first: Engine, second: Engine) -> Page:
    """Page ``number`` in the picture ``pixels`` (200 dots an inch, ``point`` points on the page for
    each on the picture). ``first`` reads all of it, ``second`` again what numbers hang on."""
    height, width = pixels.shape[:2]
    reading = Page(number, width / POINT, height / POINT, recognised=True)
    seen = _Seen(picture(pixels, 0, point), first)
    if seen.confidence < _UPRIGHT or seen.lying:
        turns = quarter_turns(seen.picture.pixels)
        if turns:
            turned = _Seen(picture(pixels, turns, point), first)
            if turned.confidence > seen.confidence or (seen.lying and not turned.lying):
                seen = turned
    if not seen.words:
        reading.without_text("holds no text that can be recognised")
    elif seen.confidence < _READABLE:
        reading.without_text("holds nothing that can be recognised with any certainty")
    else:
        seen.fill(reading, second)
    return reading


class _Seen:
    """What the engine read on a page: the lines of each cell of its tables, and those outside."""

    def __init__(self, page: Picture, engine: Engine) -> None:
        self.picture = page
        self.pixels = pixels = without_specks(page.pixels)
        found, mask, self.guessed = rules(pixels)
        self.whole = True
        self.tables: list[tuple[Grid, list[list[ReadLine]]]] = []
        outside = pixels.copy()
        for grid in grids(found):
            if grid.columns < 2:
                continue  # a frame, such as that of a stamp, which may lie over other words
            cells = [_cell(engine, pixels, mask, cell.box) for cell in grid.cells]
            if sum(map(bool, cells)) < 2:
                continue
            grid, cells = parted(grid, cells)
            self.tables.append((grid, cells))
            self.whole = self.whole and grid.whole
            for cell in grid.cells:  # what stands in none of them is read with the page
                left, top, right, bottom = _dots(cell.box, _MARGIN)
                outside[max(top, 0) : bottom, max(left, 0) : right] = 255
        self.outside = _cleaned(engine.page(contrasted(outside))) if not _blank(outside) else []

    @property
    def lines(self) -> Iterable[ReadLine]:
        yield from self.outside
        for _, cells in self.tables:
            for cell in cells:
                yield from cell

    @property
    def words(self) -> list[ReadWord]:
        return [word for line in self.lines for word in line.words]

    @property
    def confidence(self) -> float:
        """The mean over all characters, 0 to 100."""
        weights = [len(word.text) for word in self.words]
        values = [word.confidence for word in self.words]
        return float(np.average(values, weights=weights)) if weights else 0.0

    @property
    def lying(self) -> bool:
        """Whether the words run up or down the page: the engine reads lines on their side, but for
        those in cells."""
        boxes = [word.box for word in self.words if len(word.text) > 2]
        return 2 * sum(box[3] - box[1] > box[2] - box[0] for box in boxes) > len(boxes)

    def fill(self, reading: Page, second: Engine) -> None:
        """Puts the words where they stand into ``reading``."""
        printed: list[tuple[float, Table]] = []
        for grid, cells in self.tables:
            trusted = [again(second, self.pixels, cell) for cell in cells]
            repair_ordinals(grid, trusted)
            repair_heading_units(grid, trusted)
            doubt_table(grid, trusted, self.guessed)
            own = [self._lines(cell, reading) for cell in trusted]
            made = table(grid, own, reading.number, len(printed), _not_bold)
            printed.append((grid.box[1], made))
        if not self.whole:
            reading.warn("pdf_grid_unclear", "two cells may have been read as one")
        rest = again(second, self.pixels, self.outside)
        repair_headings(rest)
        repair_names(rest)
        fill(reading, printed, self._lines(rest, reading))

    def _lines(self, found: Sequence[Trusted], reading: Page) -> list[Line]:
        words: list[Word] = []
        for line in found:
            height, base = _height(line.line), line.line.base
            above, below = (base - _ASCENT * height) / POINT, (base + _DESCENT * height) / POINT
            for word, trust in zip(line.line.words, line.words, strict=True):
                left, top, right, bottom = (dot / POINT for dot in word.box)
                box = (left, above, right, below)
                spot = self.picture.printed((left, top, right, bottom))
                words.append(Word(trust.text, box, len(words), False, spot, trust.raw, trust.marks))
                reading.words.append(replace(words[-1], text=trust.raw or trust.text))
                reading.warnings += trust.warnings(reading.number, spot)
        put_together = lines(words)
        for made in put_together:
            made.base = median(word.box[3] for word in made.words)
        return put_together


def _not_bold(words: Sequence[Word]) -> bool:
    """The engine does not tell weights apart."""
    return False


def _height(line: ReadLine) -> float:
    """The height of a line's capitals and digits over its base, or what they would have, in
    dots: boxes are as high as the letters in them."""
    heights = [line.base - word.box[1] for word in line.words]
    return max(float(np.percentile(heights, 75)), 8.0) if heights else 8.0


def _blank(pixels: Pixels) -> bool:
    return int((cv2.blur(pixels, (3, 3)) < _PALE).sum()) < _LEAST


def _dots(box: Box, margin: float) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return (
        round((left - margin) * POINT),
        round((top - margin) * POINT),
        round((right + margin) * POINT),
        round((bottom + margin) * POINT),
    )


def _cell(engine: Engine, pixels: Pixels, mask: Pixels, box: Box) -> list[ReadLine]:
    """The lines of a cell. Rules bend, so a little more than its box is looked at, and what lies
    beyond its rules is left out."""
    left, top, right, bottom = _dots(box, _MARGIN)
    left, top = max(left, 0), max(top, 0)
    free = cv2.bitwise_not(mask[top:bottom, left:right])
    count, labels, stats, _ = cv2.connectedComponentsWithStats(free, connectivity=4)
    if count < 2:
        return []
    inside = labels == 1 + int(np.argmax(stats[1:count, cv2.CC_STAT_AREA]))
    crop: Pixels = np.where(inside, pixels[top:bottom, left:right], 255).astype(np.uint8)
    if _blank(crop[4:-4, 4:-4]):
        return []
    crop = cv2.copyMakeBorder(crop, _PAD, _PAD, _PAD, _PAD, cv2.BORDER_CONSTANT, value=255)
    return [_moved(line, left - _PAD, top - _PAD) for line in _cleaned(engine.block(evened(crop)))]


def _moved(line: ReadLine, right: int, down: int) -> ReadLine:
    def moved(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        return box[0] + right, box[1] + down, box[2] + right, box[3] + down

    words = [ReadWord(word.text, moved(word.box), word.confidence) for word in line.words]
    return ReadLine(words, line.base + down, moved(line.box))


def _rule(word: ReadWord) -> bool:
    """Whether the engine made dashes of a short rule, such as stands below a motto."""
    left, _, right, _ = word.box
    return not word.text.strip("-–—_=.~") and right - left > _DASH


def _without_remains(word: ReadWord, line: ReadLine) -> ReadWord:
    """The word without signs at its ends that cannot be printed there. Quoted words keep theirs."""
    text = word.text.strip(_NEVER)
    begin = text[: len(text) - len(text.lstrip(_BEGINS))]
    signs = sum(char in _QUOTES for other in line.words for char in other.text)
    if begin and len(begin) < len(text) and not (set(begin) & set(_QUOTES) and signs > 1):
        text = text[len(begin) :]
    return word if text == word.text else ReadWord(text, word.box, word.confidence)


def _cleaned(found: list[ReadLine]) -> list[ReadLine]:
    """Without words that are nothing but remains of rules, and without lines that the engine makes
    of specks, or of the marks over the letters of the line below."""
    for line in found:
        whole = [_without_remains(word, line) for word in line.words]
        line.words = [word for word in whole if word.text.strip(_REMAINS) and not _rule(word)]
    found = [line for line in found if line.words]
    heights = [line.box[3] - line.box[1] for line in found]
    usual = median(heights) if heights else 0
    kept = []
    for index, line in enumerate(found):
        low = line.box[3] - line.box[1] < 0.75 * usual
        below = found[index + 1] if index + 1 < len(found) else None
        over = below is not None and line.box[3] > below.box[1]
        letters = any(char.isalnum() for word in line.words for char in word.text)
        if line.confidence >= _GHOST or (letters and not (low and over)):
            kept.append(line)
    return kept
