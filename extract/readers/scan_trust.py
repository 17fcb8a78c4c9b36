"""Which recognised words can be trusted: numbers are read twice, by models trained apart.

Where the two readings differ in a digit, a comma or a sign, or where the engine itself is unsure of
a number or of a word that compares, the word is marked; known confusions are repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import cv2
import numpy as np

from extract.readers.scan_doubts import doubt_words
from extract.readers.scan_headings import repair_grown
from extract.readers.scan_image import evened
from extract.readers.scan_ocr import DPI, Engine, Pixels, ReadLine, ReadWord
from extract.readers.scan_repairs import (
    doubt_lost_comma,
    repair_glued,
    repair_phrases,
    repair_quarters,
    repair_sign,
)
from extract.readers.scan_words import DIFFERENT, LOW, Trust, Trusted, bare, is_number
from extract.vocabulary import rows

_UNSURE = 60  # confidence below which a number or a word that compares is not believed
_NEAR = 4  # words around a number that may say what it means
_BESIDE = 1  # words on each side that are read again with a number
_PAD = 6  # dots around what is read again
_LARGER = 1.3  # the second reading looks at the words this much larger


def again(engine: Engine, pixels: Pixels, found: Sequence[ReadLine]) -> list[Trusted]:
    """The lines of a cell or a page with the trust in their words."""
    trusted = [Trusted(line, [Trust(word.text) for word in line.words]) for line in found]
    for one in trusted:
        numbers = [at for at, word in enumerate(one.line.words) if is_number(word.text)]
        for at in numbers:
            repair_sign(pixels, one.line.words[at], one.words[at], one.line.base)
            doubt_lost_comma(pixels, one.line.words[at], one.words[at], one.line.base)
        for start, end in _runs(numbers, len(one.words)):
            words = one.line.words[start:end]
            _compare(one.words[start:end], words, _read_again(engine, pixels, words))
    flat = [trust for one in trusted for trust in one.words]
    read = [word for one in trusted for word in one.line.words]
    repair_phrases(flat)
    repair_quarters(flat)
    for at in _near_numbers([word.text for word in read]):
        telling = is_number(read[at].text) or bare(read[at].text) in _telling_words()
        if telling and read[at].confidence < _UNSURE:
            flat[at].mark(LOW)
    repair_grown(trusted)
    doubt_words(trusted)
    repair_glued(flat)
    return trusted


def _near_numbers(texts: Sequence[str]) -> list[int]:
    """The places of the words that stand so near a number that they may say what it means."""
    numbers = [at for at, text in enumerate(texts) if is_number(text)]
    near = {at for number in numbers for at in range(number - _NEAR, number + _NEAR + 1)}
    return sorted(near & set(range(len(texts))))


def _runs(numbers: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """The words to read again, as start and end: numbers and what stands beside them."""
    start = end = 0
    for number in numbers:
        if number - _BESIDE > end or not end:
            if end:
                yield start, end
            start = max(number - _BESIDE, 0)
        end = min(number + _BESIDE + 1, count)
    if end:
        yield start, end


def _read_again(engine: Engine, pixels: Pixels, words: Sequence[ReadWord]) -> str:
    left = max(min(word.box[0] for word in words) - _PAD, 0)
    top = max(min(word.box[1] for word in words) - _PAD, 0)
    right = max(word.box[2] for word in words) + _PAD
    bottom = max(word.box[3] for word in words) + _PAD
    crop = evened(np.ascontiguousarray(pixels[top:bottom, left:right]))
    crop = cv2.copyMakeBorder(crop, _PAD, _PAD, _PAD, _PAD, cv2.BORDER_CONSTANT, value=255)
    crop = cv2.resize(crop, None, fx=_LARGER, fy=_LARGER, interpolation=cv2.INTER_CUBIC)
    lines = engine.block(crop, round(DPI * _LARGER))
    return " ".join(word.text for line in lines for word in line.words)


_GROUP = re.compile(r"(?<![^\W\d_])\d(?:[\d.,:]*\d)?(?:\s?%)?")
_PARTED = re.compile(r"(?<![\d/])\d+[/;]\d{1,2}(?![\d/])")  # "612/5" may be 612,5
_QUARTER = re.compile(r"^\W*[IVHl1|]{1,4}(?=[/⁄])")


def _groups(text: str) -> list[str]:
    """The groups of digits of a text, each with its commas and sign of percentage. Digits inside
    words are letters that the second model does not know ("du6i"), and so are Roman numbers."""
    return [found.replace(" ", "") for found in _GROUP.findall(_QUARTER.sub("", text))]


def _compare(trusts: Sequence[Trust], words: Sequence[ReadWord], other: str) -> None:
    """Marks the numbers that the second reading does not have. Where it has the same digits with a
    comma or point more, it is right: the engine loses these, it does not invent them."""
    left = _groups(other)
    signed = False  # whether a sign stands before the word, or at its head
    for trust, word, after in zip(trusts, words, [*words[1:], None], strict=True):
        signed = trust.text[0] in "≥≤" or (signed and trust.text[0].isdigit())
        parted = _PARTED.search(word.text)
        if parted and parted[0] not in other:
            trust.mark(DIFFERENT)
            trust.other = other
        sign = "%" if after and after.text.startswith("%") else ""
        for group in _groups(word.text + sign):
            if group in left:
                left.remove(group)
                continue
            if signed and f"2{group}" in left:
                left.remove(f"2{group}")  # it knows no ≥ either
                continue
            trust.mark(DIFFERENT)
            trust.other = other
            fuller = [one for one in left if re.sub(r"[.,]", "", one) == group]
            if fuller:
                left.remove(fuller[0])
                trust.repair(trust.text.replace(group.strip("%"), fuller[0].strip("%"), 1))


@cache
def _telling_words() -> frozenset[str]:
    """The words of all phrases that compare, change or scale a value, without their marks."""
    phrases = [
        *(row.get("before") or row.get("after") or "" for row in rows("comparators")),
        *(row["verb"] for row in rows("changes")),
        *(row["scale"] for row in rows("scales")),
    ]
    return frozenset(bare(word) for phrase in phrases for word in phrase.split() if bare(word))
