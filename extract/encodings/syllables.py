"""Which strings can be Vietnamese syllables: an initial, a rime, a tone (chữ quốc ngữ).

Foreign names and abbreviations are none. Where the tone mark stands is part of the spelling, in the
older or the newer manner (uỷ, ủy).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on
ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
uê uêch uênh uơ uân uâng uât uây ư ưa ưc ưi ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
y yêm yên yêng yêt yêu ych ynh yt
"""
_INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
# Before e, ê, i (and y) these are spelt otherwise than before the other vowels.
_BEFORE_FRONT, _BEFORE_OTHERS = ("k", "gh", "ngh"), ("c", "g", "ng")
_BEFORE_Y = ("", "qu", "h", "k", "l", "m", "n", "s", "t", "v")
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_IN_STOPPED = "\u0301\u0323"  # a rime that ends in c, ch, p or t has no other tone
_TONED_U = dict(zip("ùúủũụ", _TONES, strict=True))
_VOWELS = frozenset("aăâeêioôơuưy")
# The letters of Vietnamese without tones, and those of foreign names.
_ALPHABET = frozenset("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")


@lru_cache(maxsize=1 << 15)
def is_syllable(string: str) -> bool:
    """Whether a string in NFC can be one Vietnamese syllable, in any case of letters."""
    lower = string.lower()
    if not 0 < len(lower) < 9:
        return False
    rimes = _written_rimes()
    for length in (0, 1, 2, 3):
        initial, rest = lower[:length], lower[length:]
        rime = rimes.get(rest)
        if rime is not None and (not initial or initial in _initials()) and _fit(initial, rime):
            return True
    if lower[0] == "q" and lower[1:2] in _TONED_U:
        # "qúy", "qủa": many typists put the tone on the u.
        rime = rimes.get(unicodedata.normalize("NFC", lower[2:3] + _TONED_U[lower[1]]) + lower[3:])
        return rime is not None and _fit("qu", rime)
    return False


def _fit(initial: str, rime: str) -> bool:
    front = rime[0] in "eêiy"
    if rime[0] == "y":
        # "yêu", "quyết", "kỷ", but not "nyêu".
        return initial in ("", "qu") if len(rime) > 1 else initial in _BEFORE_Y
    if initial in _BEFORE_FRONT:
        return front
    if initial in _BEFORE_OTHERS:
        return not front or (initial == "g" and rime[0] == "i")
    if initial == "qu":
        return rime[0] not in "uưi" and rime[:2] not in ("oa", "oe")
    return not (initial == "gi" and rime[0] == "i")


@cache
def _initials() -> frozenset[str]:
    return frozenset(_INITIALS.split())


@cache
def _written_rimes() -> dict[str, str]:
    """Every rime with every tone that it can bear → the rime."""
    return {form: rime for rime in _RIMES.split() for form in _forms(rime)}


def _forms(rime: str) -> Iterator[str]:
    stopped = rime.endswith(("c", "ch", "p", "t"))
    if not stopped:
        yield rime
    for place in _tone_places(rime):
        for tone in _IN_STOPPED if stopped else _TONES:
            letter = unicodedata.normalize("NFC", rime[place] + tone)
            yield rime[:place] + letter + rime[place + 1 :]


def _tone_places(rime: str) -> list[int]:
    marked = [place for place, char in enumerate(rime) if char in "ăâêôơư"]
    if marked:
        # "ươ" and "uơ" on the last; "ưa", "ưu" on their only one.
        return marked[-1:]
    vowels = sum(char in _VOWELS for char in rime)
    if vowels == 1:
        return [0]
    if vowels == 3 or vowels < len(rime):
        return [1]
    return [0, 1] if rime in ("oa", "oe", "uy") else [0]


@lru_cache(maxsize=1 << 15)
def is_spelt(string: str) -> bool:
    """Whether a string in NFC holds only letters that Vietnamese has, with one tone at most: a
    syllable, an abbreviation, a name such as "Đắk"."""
    characters = unicodedata.normalize("NFD", string.lower())
    bare = "".join(char for char in characters if char not in _TONES)
    letters = unicodedata.normalize("NFC", bare)
    return len(characters) - len(bare) < 2 and _ALPHABET.issuperset(letters)
