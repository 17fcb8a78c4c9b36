"""Recognised words and how far they can be trusted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Fragment, PageLocator, Warning
from extract.readers.pdf_edges import Box
from extract.readers.scan_ocr import ReadLine

#: Marks: three doubts and a flag, as they stand in the result.
LOW, DIFFERENT, REPAIRED = "low_ocr_confidence", "readings_differ", "ocr_repaired"
UNCLEAR_TABLE = "unclear_table"


@dataclass(slots=True)
class Trust:
    """A word as it is to be taken: ``raw`` is what was read where that was repaired, ``other`` what
    the second reading says where it differs."""

    text: str
    raw: str | None = None
    marks: tuple[str, ...] = ()
    other: str | None = None

    def mark(self, mark: str) -> None:
        if mark not in self.marks:
            self.marks += (mark,)

    def repair(self, text: str) -> None:
        """Takes ``text`` in the place of what was read."""
        self.raw = self.text if self.raw is None else self.raw
        self.text = text
        self.mark(REPAIRED)

    def warnings(self, page: int, box: Box) -> Iterator[Warning]:
        """A warning, with both readings, for a number that was read in two ways."""
        if self.other is not None:
            left, top, right, bottom = (round(value, 2) for value in box)
            where = PageLocator(page, (left, top, right, bottom))
            yield Warning(
                DIFFERENT,
                f"{self.text!r} on page {page} was read a second time as {self.other!r}.",
                (Fragment("number", self.text, where),),
            )


@dataclass(slots=True)
class Trusted:
    """A line, and the trust in each of its words."""

    line: ReadLine
    words: list[Trust]


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SIGN = re.compile(r"[%‰≤≥<>±]")


def is_number(text: str) -> bool:
    """Whether a digit or a sign of comparison stands in the word."""
    return any(char.isdigit() for char in text) or _SIGN.search(text) is not None


def bare(text: str) -> str:
    """Small letters without marks, nothing at the ends that belongs to the sentence."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(" .,;:()[]\"'“”‘’-–|")


def toneless(text: str) -> str:
    """Small letters with the marks of vowels but no tones: "Hồ" and "Hô" are one, "Hờ" is not."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(char for char in apart if char not in _TONES))
