"""Words that may be typed in an old encoding: what each prints, and how likely each reading is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from extract.encodings.syllables import is_spelt, is_syllable
from extract.encodings.tables import LETTERS, Encoding

ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni")

#: Letters of any encoding; signs of Latin-1 that TCVN3 prints as letters; combining marks.
WORD = re.compile("[A-Za-z¡-¯µ-¾À-\u024f\u0300-\u036f\u1e00-\u1eff]+")
# What Vietnamese in Unicode never holds: foreign letters, and signs close to a letter. One scan for
# the characters alone is quick, and most files hold none.
_ODD = re.compile("[¡-¯µ-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
_SIGNS = re.compile(
    "[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïñöøûüþÿ]|(?<=[A-Za-z])[¡-¯µ-¾÷×]|[¡-¯µ-¾÷×](?=[A-Za-z])"
)
# Letters that no old encoding has a use for: the word is Unicode, or damaged.
_BEYOND = re.compile("[\u0100-\u1fff]")
_CLUSTER = {
    encoding: re.compile("|".join(sorted(map(re.escape, LETTERS[encoding]), key=len, reverse=True)))
    for encoding in ENCODINGS
}
_ABBREVIATION = re.compile("[A-ZĂÂĐÊÔƠƯ]{2,}")
_QUOTES = "«»©®·§"

#: What it costs to read a word as Unicode, or in each encoding in turn; 0 is what one expects.
Costs = tuple[float, float, float]


def perhaps_old(raw: str) -> bool:
    """Whether a text holds anything that Vietnamese in Unicode does not; quick."""
    return _ODD.search(raw) is not None and _SIGNS.search(raw) is not None


def beyond(raw: str) -> bool:
    """Whether a text holds letters that no old encoding has."""
    return _BEYOND.search(raw) is not None


def letters(word: str, encoding: Encoding) -> Iterator[tuple[int, int, str]]:
    """Start, end and meaning of what prints another letter than it is."""
    table = LETTERS[encoding]
    for match in _CLUSTER[encoding].finditer(word):
        yield match.start(), match.end(), table[match[0]]


@lru_cache(maxsize=1 << 15)
def printed(word: str, encoding: Encoding) -> str | None:
    """The word as the encoding prints it; None where it holds what the encoding does not."""
    table = LETTERS[encoding]
    if not _CLUSTER[encoding].sub("", word).isascii():
        return None
    return _CLUSTER[encoding].sub(lambda match: table[match[0]], word)


def is_printable(word: str, encoding: Encoding) -> bool:
    """Whether the encoding has all that the word holds."""
    return printed(word, encoding) is not None


def sound(word: str, encoding: Encoding) -> bool:
    """Whether the encoding prints the word with letters of Vietnamese and one tone at most."""
    found = printed(word, encoding)
    return found is not None and is_spelt(found)


def is_old_syllable(word: str, encoding: Encoding) -> bool:
    """Whether the encoding prints the word as a syllable that Vietnamese can have."""
    found = printed(word, encoding)
    return found is not None and is_syllable(found)


@lru_cache(maxsize=1 << 15)
def costs(word: str) -> Costs:
    """Of a word that is not in ASCII. A sign alone (a bullet, a quotation mark) says nothing."""
    if len(word) == 1 and not word.isalpha():
        return 0.0, 0.0, 0.0
    unicode = unicodedata.normalize("NFC", word)
    bare = unicode.strip(_QUOTES)
    fits = not bare.isascii() and (is_syllable(bare) or _ABBREVIATION.fullmatch(bare) is not None)
    first, second = (_cost(word, encoding, fits) for encoding in ENCODINGS)
    return 0.0 if fits else 3.0 if 0 in (first, second) else 1.0, first, second


def _cost(word: str, encoding: Encoding, fits: bool) -> float:
    found = printed(word, encoding)
    if found is None:
        return 8.0 if fits and beyond(word) else 4.0 if fits else 2.0
    if is_syllable(found) or _ABBREVIATION.fullmatch(found):
        return 0.0
    if is_spelt(found):
        return 3.0 if fits else 1.0
    return 4.0 if fits else 2.0
