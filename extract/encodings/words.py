"""Words that may be typed in an old encoding: what each prints, and how likely each reading is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.encodings.common import COMMON
from extract.encodings.syllables import is_spelt, is_syllable
from extract.encodings.tables import Encoding, table

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
# "HĐND", but not the capitals of VNI ("NHAÂN").
_ABBREVIATION = re.compile("(?!.*(?:AÂ|AÊ|EÂ|OÂ))[A-ZĂÂĐÊÔƠƯ]{2,}")
_QUOTES = "«»©®·§"

# How unlikely a reading of a word is: it gives a syllable that is not common; what only looks like
# Vietnamese; other letters.
_RARE, _UNLIKELY, _FOREIGN = 0.75, 1.0, 2.0
# As Unicode, where an encoding gives a syllable; in an encoding, where it is good Unicode, or such
# Unicode as the encoding has no letters for.
_EVIDENT, _WRONG, _SURE = 4.0, 5.0, 8.0

#: What it costs to read a word as Unicode, or in each encoding in turn; 0 is what one expects.
Costs = tuple[float, float, float]


def perhaps_old(raw: str) -> bool:
    """Whether a text holds anything that Vietnamese in Unicode does not; quick."""
    return _ODD.search(raw) is not None and _SIGNS.search(raw) is not None


def beyond(raw: str) -> bool:
    """Whether a text holds letters that no old encoding has."""
    return _BEYOND.search(raw) is not None


@cache
def _cluster(encoding: Encoding) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, table(encoding)), key=len, reverse=True)
    return re.compile("|".join(longest_first))


def letters(word: str, encoding: Encoding) -> Iterator[tuple[int, int, str]]:
    """Start, end and meaning of what prints another letter than it is."""
    meanings = table(encoding)
    for match in _cluster(encoding).finditer(word):
        yield match.start(), match.end(), meanings[match[0]]


@lru_cache(maxsize=1 << 15)
def printed(word: str, encoding: Encoding) -> str | None:
    """The word as the encoding prints it; None where it holds what the encoding does not."""
    meanings, cluster = table(encoding), _cluster(encoding)
    if not cluster.sub("", word).isascii():
        return None
    return cluster.sub(lambda match: meanings[match[0]], word)


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
    bare = unicodedata.normalize("NFC", word).strip(_QUOTES)
    unicode = _UNLIKELY if bare.isascii() else _strangeness(bare)
    first, second = (_cost(word, encoding, unicode) for encoding in ENCODINGS)
    if unicode > _RARE:
        unicode = _EVIDENT if min(first, second) <= _RARE else _UNLIKELY
    return unicode, first, second


def evident(word: str) -> Encoding | None:
    """The only encoding in which the word is a syllable."""
    unicode, *others = costs(word)
    possible = [name for name, cost in zip(ENCODINGS, others, strict=True) if cost <= _RARE]
    return possible[0] if unicode == _EVIDENT and len(possible) == 1 else None


def _strangeness(string: str) -> float:
    if string.lower() in COMMON or _ABBREVIATION.fullmatch(string):
        return 0.0
    return _RARE if is_syllable(string) else _UNLIKELY if is_spelt(string) else _FOREIGN


def _cost(word: str, encoding: Encoding, unicode: float) -> float:
    found = printed(word, encoding)
    if found is None:
        # What is good Unicode with letters that the encoding lacks is nothing else.
        return _FOREIGN if unicode > _RARE else _SURE if beyond(word) else _WRONG
    cost = _strangeness(found)
    return cost if cost <= _RARE or unicode > _RARE else _WRONG
