"""Which recognised words can be trusted: numbers and what they hang on are read twice.

A second model, trained apart, reads each line again that holds a number. Where the two differ in a
digit, a sign or a word that compares, or where the engine itself is unsure, the words are marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import cv2
import numpy as np

from extract.model import Fragment, PageLocator, Warning
from extract.readers.pdf_edges import Box
from extract.readers.scan_ocr import Engine, Pixels, ReadLine, ReadWord
from extract.vocabulary import rows

_UNSURE = 70  # confidence below which a number or a comparator is not believed
_NEAR = 4  # words around a number that may say what it means
_PAD = 6  # dots around a line that is read again

LOW, DIFFERENT, REPAIRED = "low_ocr_confidence", "readings_differ", "ocr_repaired"


@dataclass(slots=True)
class Trust:
    """A word as it is to be taken: ``raw`` is what was read where that was repaired, ``other`` what
    the second reading says where it differs."""

    text: str
    raw: str | None = None
    marks: tuple[str, ...] = ()
    other: str | None = None

    def warnings(self, page: int, box: Box) -> Iterator[Warning]:
        """A warning, with both readings, for a number that was read in two ways."""
        if DIFFERENT in self.marks and self.other is not None:
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


def again(engine: Engine, pixels: Pixels, found: Sequence[ReadLine]) -> list[Trusted]:
    """The lines with the trust in their words. What stands near a number is read again: up to four
    words before and after it, over the end of a line too."""
    near = _near_numbers([[word.text for word in line.words] for line in found])
    trusted = []
    for line, places in zip(found, near, strict=True):
        trusts = [Trust(word.text) for word in line.words]
        for start, end in _runs(places):
            words = line.words[start:end]
            _doubt_unsure(trusts[start:end], words)
            read = _read_again(engine, pixels, words)
            _compare(trusts[start:end], [word.text for word in words], read)
        trusted.append(Trusted(line, trusts))
    return trusted


def _near_numbers(lines: Sequence[Sequence[str]]) -> list[list[int]]:
    """For each line the places of the words that stand near a number."""
    flat = [(row, column) for row, texts in enumerate(lines) for column in range(len(texts))]
    numbers = [at for at, (row, column) in enumerate(flat) if _is_number(lines[row][column])]
    near = {at for number in numbers for at in range(number - _NEAR, number + _NEAR + 1)}
    found: list[list[int]] = [[] for _ in lines]
    for at in sorted(near & set(range(len(flat)))):
        row, column = flat[at]
        found[row].append(column)
    return found


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that follow each other, as start and end."""
    start = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield places[start], places[index - 1] + 1
            start = index


def _read_again(engine: Engine, pixels: Pixels, words: Sequence[ReadWord]) -> list[str]:
    left = max(min(word.box[0] for word in words) - _PAD, 0)
    top = max(min(word.box[1] for word in words) - _PAD, 0)
    right = max(word.box[2] for word in words) + _PAD
    bottom = max(word.box[3] for word in words) + _PAD
    crop = np.ascontiguousarray(pixels[top:bottom, left:right])
    crop = cv2.copyMakeBorder(crop, _PAD, _PAD, _PAD, _PAD, cv2.BORDER_CONSTANT, value=255)
    return [word.text for line in engine.line(crop) for word in line.words]


def _doubt_unsure(trusts: Sequence[Trust], words: Sequence[ReadWord]) -> None:
    for trust, word in zip(trusts, words, strict=True):
        if word.confidence < _UNSURE and _matters(word.text):
            trust.marks += (LOW,)


def _compare(trusts: Sequence[Trust], first: Sequence[str], second: Sequence[str]) -> None:
    """Marks the words where two readings differ in something that matters."""
    one, two = [_key(text) for text in first], [_key(text) for text in second]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        mine = [_key(text) for text in first[i1:i2] if _matters(text)]
        others = [_key(text) for text in second[j1:j2] if _matters(text)]
        if kind == "equal" or "".join(mine) == "".join(others):
            continue
        places = range(max(i1 - 1, 0), min(i2 + 1, len(first))) if i1 == i2 else range(i1, i2)
        for index in places:
            if i1 == i2 or _matters(first[index]) or not mine:
                trusts[index].marks += (DIFFERENT,)
                trusts[index].other = " ".join(second[j1:j2])


_SIGN = re.compile(r"[%‰≤≥<>=±]")


def _is_number(text: str) -> bool:
    return any(char.isdigit() for char in text) or _SIGN.search(text) is not None


def _is_telling(text: str) -> bool:
    return bare(text) in _telling_words()


def _matters(text: str) -> bool:
    return _is_number(text) or _is_telling(text)


def _key(text: str) -> str:
    """What two readings of a word must agree in: letters without their marks, digits and signs,
    with the commas and points inside."""
    return bare(text) or text


def bare(text: str) -> str:
    """Small letters without marks, nothing at the ends that belongs to the sentence."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(" .,;:()[]\"'“”‘’-–|")


@cache
def _telling_words() -> frozenset[str]:
    """The words of all phrases that compare, change or scale a value, without their marks."""
    phrases = [
        *(row.get("before") or row.get("after") or "" for row in rows("comparators")),
        *(row["verb"] for row in rows("changes")),
        *(row["scale"] for row in rows("scales")),
    ]
    return frozenset(bare(word) for phrase in phrases for word in phrase.split() if bare(word))
