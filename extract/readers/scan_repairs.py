"""Known confusions of the engine, repaired only where the language or the page proves it.

What was read is kept beside what it must be, and the word is marked ``ocr_repaired``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import cv2
import numpy as np

from extract.encodings.syllables import is_syllable
from extract.readers.pdf_grid import Grid
from extract.readers.scan_image import evened
from extract.readers.scan_ocr import Pixels, ReadWord
from extract.readers.scan_words import LOW, Trust, Trusted, bare, is_number
from extract.vocabulary import rows

_DARK = 150  # of 255: ink on evenly lit paper
_BAR, _NO_BAR = 0.72, 0.55  # of the sign's width: a row of ink as wide is, or is no, bar below it


def repair_sign(pixels: Pixels, word: ReadWord, trust: Trust, base: float) -> None:
    """The models know no ≥ and ≤ and read them as > and <: whether there is a bar below the sign is
    seen on the page. ``base``: where the letters of the line stand."""
    match = re.match(r"[^\w<>]{0,2}([<>])(?!=)", word.text)
    if not match:
        return
    sign, before = match[1], match.start(1)
    left, top, right, bottom = word.box
    reach = max(round(base) + 2, bottom if bottom <= base + 2 else 0)
    strip = evened(np.ascontiguousarray(pixels[top:reach, left:right])) < _DARK
    bar = _bar(strip, skip=before)
    if bar is None or _NO_BAR < bar < _BAR:
        trust.mark(LOW)
    elif bar >= _BAR:
        printed = {"<": "≤", ">": "≥"}[sign]
        trust.repair(trust.text[:before] + printed + trust.text[before + 1 :])


def _bar(strip: Pixels, skip: int) -> float | None:
    """The widest row of ink in the lower part of the first sign, as a share of its width; ``skip``
    signs stand before it. None where the sign cannot be found."""
    height = len(strip)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], strip.any(axis=0).astype(np.int8), [0]))))
    runs = [(start, end) for start, end in edges.reshape(-1, 2) if end - start >= height // 4]
    if len(runs) <= skip or runs[skip][1] - runs[skip][0] > 1.4 * height:
        return None
    start, end = runs[skip]
    return float(strip[round(0.6 * height) :, start:end].mean(axis=1).max())


def doubt_lost_comma(pixels: Pixels, word: ReadWord, trust: Trust, base: float) -> None:
    """Marks a number that has more small spots of ink at the foot of its line than commas and
    points were read, or a stroke where no date can be: "2,9" must not pass as 29 or 2/9."""
    if re.fullmatch(r"\d{3,}/\d{1,2}", word.text):
        trust.mark(LOW)
    if not re.fullmatch(r"\W{0,2}\d[\d.,]*%?\W{0,2}", word.text):
        return
    left, top, right, bottom = word.box
    foot = round(base)
    crop = pixels[top : max(bottom, foot + 4), left:right]
    ink = (evened(np.ascontiguousarray(crop)) < _DARK).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    height = foot - top
    spots = sum(
        bool(
            high <= 0.5 * height
            and wide <= 0.4 * height
            and area >= 5
            and y + high >= height - 2
            and 0 < x < right - left - wide
        )
        for x, y, wide, high, area in stats[1:count].tolist()
    )
    if spots > sum(char in ".,;:" for char in word.text.strip(".,;:")):
        trust.mark(LOW)


def repair_phrases(trusts: Sequence[Trust]) -> None:
    """Words that are a phrase of comparison but for their marks ("Tối thiếu 40%"), right before or
    after a number, can be nothing else. A word that only nearly is one of such a phrase is marked
    as not to be believed."""
    numbers = [index for index, trust in enumerate(trusts) if is_number(trust.text)]
    before, after, words = _phrases()
    sure: set[int] = set()
    for number in numbers:
        for places, phrases in (
            (range(max(number - 4, 0), number), before),
            (range(number + 1, min(number + 6, len(trusts))), after),
        ):
            for size in (4, 3, 2):
                for start in places:
                    if start + size > places.stop:
                        continue
                    keys = tuple(bare(trust.text) for trust in trusts[start : start + size])
                    printed = phrases.get(keys)
                    if printed and not sure & set(range(start, start + size)):
                        sure.update(range(start, start + size))
                        for trust, own in zip(trusts[start : start + size], printed, strict=True):
                            put(trust, own)
                        for trust in trusts[start : start + size - 1]:
                            if trust.text[-1:] in ".,;:":  # "Ít. nhất": a speck
                                trust.repair(trust.text.rstrip(".,;:"))
    for number in numbers:
        for index in range(max(number - 3, 0), number):
            trust = trusts[index]
            if index not in sure and _nearly(trust.text, words):
                trust.mark(LOW)


def put(trust: Trust, word: str) -> None:
    """``word`` in the place of what was read, with its capitals and its signs at the ends."""
    core = re.search(r"\w+", trust.text)
    if core is None or core[0].casefold() == word:
        return
    own = word.upper() if core[0].isupper() and len(word) > 1 else word
    own = own[:1].upper() + own[1:] if core[0][:1].isupper() else own
    trust.repair(trust.text[: core.start()] + own + trust.text[core.end() :])


def _nearly(text: str, words: frozenset[str]) -> bool:
    """Whether a word is none of those that compare but one of them with other marks, or with one
    letter read wrongly."""
    core = text.casefold().strip(" .,;:()[]\"'“”‘’-–|")
    if core in words or len(core) < 3:
        return False
    key = bare(text)
    keys = {bare(word) for word in words}
    if key in keys:
        return core not in _innocent()
    return (
        any(
            len(other) == len(key) > 4 and sum(a != b for a, b in zip(key, other, strict=True)) == 1
            for other in keys
        )
        and core not in _innocent()
    )


Phrases = dict[tuple[str, ...], tuple[str, ...]]


@cache
def _phrases() -> tuple[Phrases, Phrases, frozenset[str]]:
    """Phrases of two words and more before and after a number, by their words without marks, and
    all their words."""
    found: tuple[Phrases, Phrases] = {}, {}
    words: set[str] = set()
    for row in rows("comparators"):
        for phrases, phrase in zip(found, (row.get("before"), row.get("after")), strict=True):
            printed = tuple((phrase or "").split())
            if printed and all(word.isalpha() for word in printed):
                words.update(printed)
                if len(printed) > 1:
                    phrases[tuple(bare(word) for word in printed)] = printed
    words.update(word for row in rows("scales") for word in row["scale"].split())
    return *found, frozenset(words)


def comparing_words() -> frozenset[str]:
    """The words of the phrases that compare, and the one before the end of a range."""
    return _phrases()[2] | {"đến"}


@cache
def _innocent() -> frozenset[str]:
    """Words that differ from one that compares in their marks only, and are common themselves."""
    return frozenset(word for row in rows("confusions") for word in row["words"])


_QUARTER = re.compile(r"([IHl1V|]{1,5})(\W*)(?=[/⁄]|$)")
_QUARTERS = frozenset({"I", "II", "III", "IV"})


def repair_quarters(trusts: Sequence[Trust]) -> None:
    """ "Quý HI/2025", "Quý 11⁄2025": after "quý" there is a Roman number from I to IV."""
    for before, trust in pairwise(trusts):
        trust_text = trust.text.replace("⁄", "/").replace("//", "/")
        match = _QUARTER.match(trust_text)
        if bare(before.text) not in ("quy", "va") and not _QUARTER.fullmatch(before.text):
            continue
        if match is None or (bare(before.text) == "va" and match[1] not in _QUARTERS):
            continue
        number = match[1].replace("H", "II").replace("l", "I").replace("1", "I").replace("|", "I")
        printed = number + trust_text[match.end(1) :]
        if number in _QUARTERS and printed != trust.text:
            trust.repair(printed)


_GLUED = re.compile(r"([<>≤≥]?\d[\d.,]*)([^\W\d_]{2,})([.,;:)]*)")
_TYPED_SO = frozenset(("ha",))  # a short unit may be printed so: "500ha"


def repair_glued(trusts: Sequence[Trust]) -> None:
    """ "≥7xã": a number and a word between which the space was not seen."""
    for trust in trusts:
        match = _GLUED.fullmatch(trust.text)
        if match and match[2].islower() and is_syllable(match[2]) and match[2] not in _TYPED_SO:
            trust.repair(f"{match[1]} {match[2]}{match[3]}")


# --------------------------------------------------------------------------- ordinals

_ORDINAL = re.compile(r"(\d{1,3})(\.?)")
_ROMANS = tuple(
    f"{tens}{ones}"
    for tens in ("", "X", "XX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)[1:]
_LIKE_ROMAN = str.maketrans({"1": "I", "L": "I", "|": "I", "H": "II"})
_SURE = 80  # confidence of a number that is not changed though it breaks the sequence


def repair_ordinals(grid: Grid, cells: Sequence[Sequence[Trusted]]) -> None:
    """What the STT column must hold by its sequence: n + 1 between n and n + 2, or as the last row
    of its section; and the Roman number that follows, before the title of a section."""
    filled = Counter(
        row
        for cell, lines in zip(grid.cells, cells, strict=True)
        for row in range(cell.row, cell.row + cell.row_span)
        if lines
    )
    column = [
        (filled[cell.row] <= 2, lines[0].words[0], lines[0].line.words[0].confidence)
        for cell, lines in sorted(zip(grid.cells, cells, strict=True), key=lambda p: p[0].row)
        if (cell.column, cell.column_span, len(lines)) == (0, 1, 1) and len(lines[0].words) == 1
    ]
    lettered = any(heads and trust.text[0] in "ABCDEFG" for heads, trust, _ in column)
    last: int | None = None
    section = -1  # index of the last Roman number
    for index, (heads, trust, confidence) in enumerate(column):
        roman = bare(trust.text).upper().translate(_LIKE_ROMAN)
        if heads and roman in _ROMANS:
            own, expected = trust.text.strip(".,"), _ROMANS[min(section + 1, len(_ROMANS) - 1)]
            if own != roman and (roman == expected or not (own.isdigit() or lettered)):
                _set_ordinal(trust, roman)
            section, last = _ROMANS.index(roman), 0
            continue
        match = _ORDINAL.fullmatch(trust.text)
        if match is None or (last is not None and int(match[1]) != last + 1):
            below = _next_ordinal(column[index + 1 :])
            between = below is not None and last is not None and below[0] == last + 2
            wrong = between and confidence < _SURE if match else between or below is None
            if wrong and last is not None and not heads:
                _set_ordinal(trust, f"{last + 1}{below[1] if below else ''}")
                match = _ORDINAL.fullmatch(trust.text)
        last = int(match[1]) if match else None


def _next_ordinal(column: Sequence[tuple[bool, Trust, float]]) -> tuple[int, str] | None:
    """The number, and what follows it, of the next row; None where a section begins or no row is
    left."""
    if not column or column[0][0]:
        return None
    match = _ORDINAL.fullmatch(column[0][1].text)
    return (int(match[1]), match[2]) if match else (-1, "")


def _set_ordinal(trust: Trust, text: str) -> None:
    trust.marks, trust.other = (), None
    trust.repair(text)
