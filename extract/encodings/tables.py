"""What the characters of the old Vietnamese fonts print, as data.

A file typed in such a font holds characters of Latin-1 (``vµ``, ``vaø``), which the font draws as
Vietnamese letters (``và``). TCVN3 (TCVN 5712:1993, VN3; the ABC fonts) has a character for each
small letter, but no capitals with tones: for these there are fonts that draw small letters as
capitals. VNI (VNI for Windows) writes most vowels as a letter and a mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from extract.model import record

Encoding = Literal["tcvn3", "vni"]

#: As messages name them.
NAMES: Mapping[Encoding, str] = {"tcvn3": "TCVN3", "vni": "VNI"}


# --------------------------------------------------------------------------- fonts


@record
class Font:
    """What the name of an old font says: how its letters are encoded, and whether it draws small
    letters as capitals."""

    encoding: Encoding
    capitals: bool = False


# In a PDF: six letters before the name of a font of which the file holds a part; the style after.
_FAMILY = re.compile(r"(?:[A-Z]{6}\+)?(.*?)\s*(?:[,-]\s*(?:bold|italic|regular).*)?", re.I | re.S)
_FONTS: tuple[tuple[re.Pattern[str], Encoding], ...] = (
    (re.compile(r"\.vn.+|vn(?:time|arial)s?h?", re.I), "tcvn3"),
    (re.compile(r"vni[-_ ](?!unicode).+", re.I), "vni"),
)


@lru_cache(maxsize=1024)
def font_of(name: str) -> Font | None:
    """What a font's name says (``.VnTimeH``, ``ABCDEF+.VnTime,Bold``, ``VNI-Times``); None where
    it says nothing: a Unicode font, or an unknown one."""
    match = _FAMILY.fullmatch(name.strip())
    family = match[1] if match else ""
    for pattern, encoding in _FONTS:
        if pattern.fullmatch(family):
            return Font(encoding, encoding == "tcvn3" and family[-1] in "hH")
    return None


# --------------------------------------------------------------------------- letters

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300\u0301\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE = "\u0302\u0306"


def _tcvn3() -> Iterator[tuple[str, str]]:
    yield from zip("¡¢£¤¥¦§¨©ª«¬\xad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)
    # Each vowel with grave, hook, tilde, acute, dot.
    rows = {
        "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ",
        "o": "ßáâãä", "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
    }  # fmt: skip
    for vowel, row in rows.items():
        for char, tone in zip(row, (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT), strict=True):
            yield char, unicodedata.normalize("NFC", vowel + tone)


def _vni() -> Iterator[tuple[str, str]]:
    tones = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
    circumflexed = {
        "â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT,
    }  # fmt: skip
    breved = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
    above = {mark: _CIRCUMFLEX + tone for mark, tone in circumflexed.items()}
    marks = {
        "a": tones | above | {mark: _BREVE + tone for mark, tone in breved.items()},
        "e": tones | above, "o": tones | above, "u": tones, "y": tones, "ô": tones, "ö": tones,
    }  # fmt: skip
    alone = {
        "ô": "ơ",
        "ö": "ư",
        "ñ": "đ",
        "æ": "ỉ",
        "ó": "ĩ",
        "ò": "ị",
        "î": "ỵ",
        "ì": "ì",
        "í": "í",
    }
    for char, letter in alone.items():
        yield char, letter
        yield char.upper(), letter.upper()
    for vowel, row in marks.items():
        for mark, combining in row.items():
            letter = unicodedata.normalize("NFC", alone.get(vowel, vowel) + combining)
            # The mark after a capital is a capital too, but typists are not always so careful.
            for base, sign in product((vowel, vowel.upper()), (mark, mark.upper())):
                yield base + sign, letter if base == vowel else letter.upper()


@cache
def table(encoding: Encoding) -> Mapping[str, str]:
    """What stands in the file → the letter that is printed, in NFC."""
    return dict(_tcvn3() if encoding == "tcvn3" else _vni())
