"""Words that cannot be what was printed, and cells that may not be those of the printed table.

What is neither Vietnamese nor known beside a number is marked as not to be believed, and so are
units that only nearly are one; words whose place in a table is uncertain are marked too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from extract.encodings.syllables import is_syllable
from extract.readers.pdf_edges import Box
from extract.readers.pdf_grid import Grid, GridCell
from extract.readers.scan_headings import heading_rows
from extract.readers.scan_ocr import POINT, ReadWord
from extract.readers.scan_repairs import put
from extract.readers.scan_words import (
    DIFFERENT,
    LOW,
    UNCLEAR_TABLE,
    Trust,
    Trusted,
    bare,
    is_number,
)
from extract.vocabulary import known_words, rows

_BEFORE, _AFTER = 4, 3  # words around a number that say what it means
_FAINT = 40  # confidence below which no word beside a number is believed
_ENDS = " .,;:()[]\"'“”‘’-–|"  # belongs to the sentence and not to the word
_WIDE = 0.7  # of the height of capitals: no such gap is between two words of a line


def doubt_words(trusted: Sequence[Trusted]) -> None:
    """Marks the words of a cell or a page that stand near a number and cannot be right."""
    trusts = [trust for one in trusted for trust in one.words]
    read = [word for one in trusted for word in one.line.words]
    starts = {id(one.words[0]) for one in trusted if one.words}
    for at, trust in enumerate(trusts):
        if trust.text[-1:].isdigit() or trust.text.casefold() in _numerals():
            _doubt_unit(trusts, at)
    numbers = [at for at, trust in enumerate(trusts) if is_number(trust.text)]
    for number in numbers:
        for at in range(max(number - _BEFORE, 0), min(number + _AFTER + 1, len(trusts))):
            bullet = id(trusts[at]) in starts
            if not possible(trusts[at].text, bullet) or read[at].confidence < _FAINT:
                trusts[at].mark(LOW)
        if trusts[number].text[-1:].isdigit():
            _doubt_period(trusts, number)


_SIGNS = re.compile(r"[-–—/%‰≤≥><=,.;:()…±“”\"'&]+")
_SPLIT = re.compile(r"[^\w²³]+|(?<=\d)(?=[^\W\d])")
_GLUED = re.compile(r"[^\W\d]{3,}\d|\d[^\W\d]*\d[^\W\d]+\d")


def possible(text: str, bullet: bool = False) -> bool:
    """Whether a word, with what hangs on it, may stand in a decree: syllables, units, abbreviations
    in capitals, numbers, signs. ``bullet``: it is the first of its line."""
    if not any(char.isalnum() for char in text):
        return bool(_SIGNS.fullmatch(text)) or (bullet and text in "+*•")
    if any(char in "|¦¡<>›‹^ˆ\\{}[]_~" for char in text.strip("<>")):
        return False
    return all(_known(piece) for piece in _SPLIT.split(unicodedata.normalize("NFC", text)) if piece)


def _known(piece: str) -> bool:
    if piece[0].isdigit():
        return piece.isdigit()
    if is_syllable(piece) or piece.isupper() or piece.casefold() in _unit_words():
        return True
    # The space between two words is lost, no letter: "Ytế".
    return any(is_syllable(piece[:at]) and is_syllable(piece[at:]) for at in range(1, len(piece)))


def _doubt_unit(trusts: Sequence[Trust], number: int) -> None:
    """Words right after a number that are a unit but for their marks: "02 lân", "03 tố". They are
    repaired where they can be no other unit and no other word that is known; a single syllable
    stays in doubt."""
    for size in (4, 3, 2, 1):
        following = trusts[number + 1 : number + 1 + size]
        printed = _units().get(tuple(bare(trust.text) for trust in following))
        if printed is None or len(following) < size:
            continue
        own = tuple(_core(trust.text) for trust in following)
        if own not in printed:
            known = size == 1 and own[0] in known_words()
            if len(printed) == 1 and not known:
                for trust, word in zip(following, next(iter(printed)), strict=True):
                    put(trust, word)
            if size == 1 or known or len(printed) > 1:
                for trust in following:
                    trust.mark(LOW)
        return


def _core(text: str) -> str:
    return text.casefold().strip(_ENDS)


_PERIODS = frozenset({"năm", "tháng", "quý", "tuần", "ngày"})


def _doubt_period(trusts: Sequence[Trust], number: int) -> None:
    """ "02 lần năm": a stroke may be lost before a period, unless it is told which one it is."""
    for at in range(number + 2, min(number + 4, len(trusts))):
        before = trusts[at - 1].text
        told = at + 1 < len(trusts) and bare(trusts[at + 1].text)[:1].isdigit()
        unit = " ".join(trust.text.casefold() for trust in trusts[number + 1 : at])
        period = trusts[at].text.casefold().strip(" .;")
        if period in _PERIODS and not told and unit in _all_units():
            trusts[at].mark(LOW)
        if is_number(before):
            return


@cache
def _units() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """The words of units without their marks → as they are written."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for unit in _all_units():
        words = tuple(_core(word) for word in unit.split())
        found.setdefault(tuple(bare(word) for word in words), set()).add(words)
    return {key: frozenset(units) for key, units in found.items()}


@cache
def _all_units() -> frozenset[str]:
    return frozenset(
        unit.casefold() for row in rows("units") for unit in (row["unit"], *row.get("same", ()))
    )


@cache
def _numerals() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("numerals"))


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for unit in _all_units() for word in re.split(r"[^\w²³]+", unit) if word)


# --------------------------------------------------------------------------- tables


def doubt_table(grid: Grid, cells: Sequence[Sequence[Trusted]], guessed: Sequence[Box]) -> None:
    """Marks the words of cells that may not be those of the printed table: all where the rules
    leave a gap; those beside a rule that was only guessed; those that stand on both sides of a
    column's rule with white between; those below a heading that was not surely read."""
    lanes = sorted({cell.box[0] for cell in grid.cells})
    for cell, lines in zip(grid.cells, cells, strict=True):
        if (
            not grid.whole
            or any(_overlap(cell.box, box) for box in guessed)
            or _straddles(cell, lines, lanes)
        ):
            _mark(lines)
    depth = heading_rows(grid)
    for heading, lines in zip(grid.cells, cells, strict=True):
        if heading.row + heading.row_span <= depth and not _sure(lines):
            for cell, below in zip(grid.cells, cells, strict=True):
                last = cell.column + cell.column_span
                if (
                    cell.row >= depth
                    and cell.column < heading.column + heading.column_span
                    and heading.column < last
                ):
                    _mark(below)


def _mark(lines: Sequence[Trusted]) -> None:
    for line in lines:
        for trust in line.words:
            trust.mark(UNCLEAR_TABLE)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _straddles(cell: GridCell, lines: Sequence[Trusted], lanes: Sequence[float]) -> bool:
    inner = [at * POINT for at in lanes if cell.box[0] + 1 < at < cell.box[2] - 1]
    return any(
        left.box[2] <= at <= right.box[0] and right.box[0] - left.box[2] > _WIDE * _height(left)
        for at in inner
        for one in lines
        for left, right in zip(one.line.words, one.line.words[1:], strict=False)
    )


def _height(word: ReadWord) -> int:
    return word.box[3] - word.box[1]


def _sure(lines: Sequence[Trusted]) -> bool:
    """Whether the words of a heading cell can all be believed; lone signs are specks."""
    return all(
        possible(trust.text.strip(_ENDS) or "-")
        and not {LOW, DIFFERENT} & set(trust.marks)
        and (word.confidence > _FAINT or trust.raw is not None)
        for one in lines
        for trust, word in zip(one.words, one.line.words, strict=True)
        if "%" in trust.text or any(char.isalnum() for char in trust.text)
    )
