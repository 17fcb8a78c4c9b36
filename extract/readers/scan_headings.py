"""Numbers, units and words grown together that the engine misreads: "H. MỤC TIÊU", "601ít"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.readers.pdf_grid import Grid
from extract.readers.scan_repairs import comparing_words
from extract.readers.scan_words import LOW, Trusted

_NUMBER = re.compile(r"\W{0,2}([IVXHLl1|]{1,6})([.,])")
_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_UNIT = re.compile(r"\(\d{1,2}[%⁄/]?%\)")
_GROWN = re.compile(r"([^\W\d_]+)[-.:,;'](\d[\d.,]*%?\W*)")
_LITRES = re.compile(r"(\d[\d.,]*)[1lI|]ít\b")


def repair_headings(trusted: Sequence[Trusted]) -> None:
    """Lines that begin with a Roman number, in which the engine takes II for H. Where a heading
    "G." stands before, H is the letter."""
    letters = False
    for one in trusted:
        if len(one.words) < 2:
            continue
        first, second = one.words[0], one.words[1].text
        letters = letters or first.text == "G."
        match = _NUMBER.fullmatch(first.text)
        if not match or not second[:1].isupper() or (letters and match[1] == "H"):
            continue
        number = re.sub(r"[Ll1|]", "I", match[1].replace("H", "II"))
        roman = not match[1].isdigit() and number and _ROMAN.fullmatch(number)
        if roman and first.text != number + ".":
            first.repair(number + ".")


def repair_heading_units(grid: Grid, cells: Sequence[Sequence[Trusted]]) -> None:
    """ "(3%)" in the heading of a table is a badly printed "(%)"."""
    for cell, lines in zip(grid.cells, cells, strict=True):
        for one in lines if cell.row < heading_rows(grid) else ():
            for trust in one.words:
                if _UNIT.fullmatch(trust.text):
                    agreed = trust.other is not None and "(%)" in trust.other
                    trust.marks, trust.other = (), None
                    trust.repair("(%)")
                    if not agreed:
                        trust.mark(LOW)


def heading_rows(grid: Grid) -> int:
    """How many rows of a table its first row reaches down."""
    return max((cell.row_span for cell in grid.cells if cell.row == 0), default=1)


def repair_grown(trusted: Sequence[Trusted]) -> None:
    """ "601ít" is 60 lít: nothing else ends so. "đến-95%": a word that compares has a speck between
    it and its number."""
    for one in trusted:
        for trust in one.words:
            printed = _LITRES.sub(r"\1 lít", trust.text)
            match = _GROWN.fullmatch(trust.text)
            if match and match[1].casefold() in comparing_words():
                printed = f"{match[1]} {match[2]}"
            if printed != trust.text:
                trust.repair(printed)
                trust.mark(LOW)
