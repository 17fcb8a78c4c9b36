"""Names of indicators, compared: equal wordings share a key; of unequal ones a score says how near
they are, and a reason why.

What words are worth stands in ``vocabulary/indicator_words.toml``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from math import prod

import regex

from extract.expressions import Pattern, compiled
from extract.model import record
from extract.text import fold
from extract.vocabulary import rows, rows_with

SAME = 76  # from this score on, two names are taken to measure the same

_EXCHANGED = 86  # the same where each name has a telling word that the other has not

_LIGHT = 0.25  # the weight of a syllable that says little
_MISSPELT = 80  # likeness of two syllables, of 100, of which one is misspelt


_listed = partial(rows_with, "indicator_words")


@record
class Key:
    """What an indicator measures: ``measure`` is ``%``, another unit, ``tiền`` for amounts of money
    or empty where nothing says; ``terms`` are its telling words, sorted, ``light`` those that say
    little; ``words`` is the whole name, folded."""

    measure: str
    terms: tuple[str, ...]
    light: tuple[str, ...] = ()
    words: str = ""

    def __str__(self) -> str:
        """``hồ sơ · trực tuyến [%]``: equal for wordings that mean the same for certain."""
        if not self.telling:
            return ""
        return " · ".join(self.telling) + (f" [{self.measure}]" if self.measure else "")

    @property
    def telling(self) -> tuple[str, ...]:
        """Of the light terms those alone that can tell two names apart."""
        return tuple(sorted({*self.terms, *(set(self.light) & _grouped())})) or self.light


@record
class Likeness:
    """``score``: 100 for equal keys, else from :data:`SAME` to 99. ``reason``: in one line."""

    score: int
    reason: str


@lru_cache(maxsize=65536)
def key(indicator: str, unit: str | None) -> Key:
    """The key of an indicator that is measured in ``unit``; without terms where the name hangs on
    another that stands above it ("So với tổng số")."""
    words = _folded(indicator)
    if _hangs().match(words):
        return Key(_measure(unit), (), (), words)
    words = _left_out().sub(" ", words)
    words = _shorts().sub(lambda match: _expansions()[match[0]], words)
    found = [_stands_for().get(match[0], match[0]) for match in _terms().finditer(words)]
    said = ""
    while found and found[0] in _measures():
        said = _measures()[found.pop(0)] or said
    terms = {term for term in found if term not in _worth("empty") and term not in _worth("light")}
    light = {term for term in found if term in _worth("light")}
    return Key(_measure(unit) or said, tuple(sorted(terms)), tuple(sorted(light)), words)


@lru_cache(maxsize=65536)
def key_text(indicator: str, unit: str | None) -> str:
    """The key as text."""
    return str(key(indicator, unit))


@lru_cache(maxsize=65536)
def likeness(one: Key, other: Key) -> Likeness | None:
    """How near two indicators are; None where they measure something else."""
    if not same_measure(one.measure, other.measure) or not (one.telling and other.telling):
        return None
    if one.telling == other.telling:
        return Likeness(100, "cùng khóa / same key: " + " · ".join(one.telling))
    mine, their_short = _spelt_out(one, other)
    theirs, my_short = _spelt_out(other, one)
    if _apart(mine, theirs):
        return None
    little = _worth("light")
    only, beside, near = _misspelt(mine - theirs - little, theirs - mine - little)
    both = _weight(mine & theirs, little) + _weight([wide for _, wide in near], little)
    alone = _weight([*only, *beside, *((mine ^ theirs) & little)], little)
    near = [*their_short, *my_short, *near]
    score = int(100 * 2 * both / (2 * both + alone)) if both else 0
    # A word more may say the same at length; one word for another is mostly another thing.
    if score < (_EXCHANGED if only and beside else SAME):
        return None
    parts = [
        "chung / both: " + " · ".join(sorted((mine & theirs) - little)),
        *(f"gần như / nearly: {a} ~ {b}" for a, b in near),
        *(["chỉ bên đầu / first only: " + " · ".join(sorted(only))] if only else []),
        *(["chỉ bên sau / second only: " + " · ".join(sorted(beside))] if beside else []),
    ]
    return Likeness(min(score, 99), "; ".join(parts))


def less_is_better(indicator: str) -> bool:
    """Whether the smaller value is the better one (tỷ lệ hộ nghèo; not: hộ thoát nghèo)."""
    words = _folded(indicator)
    return _less().search(words) is not None and _more().search(words) is None


def told_apart(one: str, other: str) -> bool:
    """Whether words around two names, though not in them, say that they measure something else."""
    mine, theirs = (set(key(words, None).telling) for words in (one, other))
    return any(mine & group and theirs & group and not mine & theirs & group for group in _groups())


def is_average(indicator: str) -> bool:
    """Whether the value of a whole is no sum of its parts (thu nhập bình quân)."""
    return _averages().search(_folded(indicator)) is not None


@cache
def edition() -> str:
    """Another one whenever keys may be others."""
    words = repr(rows("indicator_words")).encode()
    return hashlib.sha256(words).hexdigest()[:12]


# ------------------------------------------------------------------------------------ words


def _folded(text: str) -> str:
    """In small letters, with the marks of "hoá" where "hóa" has them and "i" for the "y" of "tỷ";
    without signs, and numbers without points and zeros at their head."""
    text = fold(unicodedata.normalize("NFC", text).casefold().replace("&", ""))
    text = _Y.sub(lambda match: _I["yýỳỷỹỵ".index(match[0])], text)
    text = regex.sub(r"\b0+(?=\d)", "", regex.sub(r"(?<=\d)\.(?=\d{3}\b)", "", text))
    return " ".join(regex.findall(r"[\p{L}\d]+", text))


_Y = compiled(r"(?<=\b[bcdđghklmnpqrstvx]{1,2})[yýỳỷỹỵ](?!\p{L})")
_I = "iíìỉĩị"  # for each of these


def unscaled(unit: str) -> tuple[float, str]:
    """By what values in ``unit`` are to be multiplied, and the unit in small letters without words
    of scale."""
    words = " ".join(unit.casefold().split())
    scale = _scaled().match(words)
    if scale is None:
        return 1.0, words
    factor = prod(_scales()[word] for word in scale[0].split())
    return factor, words[scale.end() :]


@cache
def _scales() -> dict[str, float]:
    return {row["scale"]: row["factor"] for row in rows("scales")}


@cache
def _scaled() -> Pattern:
    return compiled(rf"(?:(?:{'|'.join(_scales())}) )+(?=\p{{L}})")


def _measure(unit: str | None) -> str:
    """Money is one measure, whatever the words of its scale; so is the order among others."""
    _, said = unscaled(unit or "")
    if regex.search(r"\b(?:đồng|vnđ|usd)\b", said):
        return "tiền"
    return "hạng" if regex.search(r"\b(?:hạng|thứ|bậc|vị trí)\b", said) else said


def same_measure(one: str, other: str) -> bool:
    """Whether two units, in small letters and without words of scale, may be of one measure: those
    of things are often longer or shorter ("sản phẩm", "sản phẩm OCOP")."""
    if not one or not other or one == other:
        return True
    if "số" in (one, other):
        return not {one, other} & {"%", "‰", "hạng", "điểm"}
    if any({one, other} <= set(row["units"]) for row in _listed("units")):
        return True
    mine, theirs = (_measured_in(said) for said in (one, other))
    return bool(mine & theirs) and not regex.search(r"[%‰/.]", one + other)


@cache
def _measured_in(unit: str) -> frozenset[str]:
    words = _shorts().sub(lambda match: _expansions()[match[0]], _folded(unit))
    return frozenset(_stands_for().get(term, term) for term in _terms().findall(words))


def _spelt_out(one: Key, other: Key) -> tuple[set[str], list[tuple[str, str]]]:
    """The terms of ``one``, with what ``other`` has in the place of terms that are its initials;
    and these, with their words: ``mtqg``, ``mục tiêu quốc gia``."""
    terms = {*one.terms, *one.light}
    syllables = other.words.split()
    initials = "".join(syllable[0] for syllable in syllables)
    found = []
    for term in sorted(terms - {*other.terms, *other.light}):
        at = initials.find(term) if len(term) > 2 and " " not in term else -1
        if at >= 0:
            long = " ".join(syllables[at : at + len(term)])
            terms = terms - {term} | {
                known for known in (*other.terms, *other.light) if f" {known} " in f" {long} "
            }
            found.append((term, long))
    return terms, found


def _misspelt(only: set[str], beside: set[str]) -> tuple[set[str], set[str], list[tuple[str, str]]]:
    """Terms of one side each, without those that are one word spelt in two ways; and these."""
    from rapidfuzz import fuzz, process

    near = []
    for term in sorted(term for term in only if len(term) > 3 and " " not in term):
        found = process.extractOne(term, sorted(beside), scorer=fuzz.ratio, score_cutoff=_MISSPELT)
        if found:
            near.append((term, found[0]))
            only, beside = only - {term}, beside - {found[0]}
    return only, beside, near


def _apart(mine: set[str], theirs: set[str]) -> bool:
    alone = mine ^ theirs
    if alone & _worth("added") or any(term.isdigit() for term in alone):
        return True
    return any(
        mine & group and theirs & group and mine & group != theirs & group for group in _groups()
    )


def _weight(terms: Iterable[str], light: frozenset[str]) -> float:
    return sum((1 + term.count(" ")) * (_LIGHT if term in light else 1) for term in terms)


@cache
def _worth(name: str) -> frozenset[str]:
    return frozenset(
        _stands_for().get(_folded(word), _folded(word))
        for row in _listed(name)
        for word in _words(row[name])
    )


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(_stands_for().get(_folded(word), _folded(word)) for word in row["apart"])
        for row in _listed("apart")
    )


@cache
def _grouped() -> frozenset[str]:
    return frozenset().union(*_groups())


def _words(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


@cache
def _expansions() -> dict[str, str]:
    return {_folded(row["short"]): _folded(row["means"]) for row in _listed("short")}


@cache
def _shorts() -> Pattern:
    return compiled(_any_of(_expansions()))


@cache
def _stands_for() -> dict[str, str]:
    return {
        _folded(wording): _folded(row["same"][0])
        for row in _listed("same")
        for wording in row["same"]
    }


@cache
def _terms() -> Pattern:
    """Known terms, the longest first, else single syllables."""
    known = {*_stands_for(), *_expansions().values(), *_measures()}
    for name in ("empty", "light", "apart", "added"):
        known.update(_folded(word) for row in _listed(name) for word in _words(row[name]))
    return compiled(_any_of(known) + r"|[\p{L}\d]+")


@cache
def _hangs() -> Pattern:
    return compiled(_any_of(_folded(row["hangs"]) for row in _listed("hangs")))


@cache
def _measures() -> dict[str, str]:
    return {_folded(row["head"]): row.get("measure", "") for row in _listed("head")}


@cache
def _left_out() -> Pattern:
    return compiled("|".join(row["left_out"] for row in _listed("left_out")))


@cache
def _less() -> Pattern:
    return compiled(_any_of(_folded(row["less"]) for row in _listed("less")))


@cache
def _more() -> Pattern:
    return compiled(_any_of(_folded(row["more"]) for row in _listed("more")))


@cache
def _averages() -> Pattern:
    return compiled(_any_of(_folded(row["average"]) for row in _listed("average")))


def _any_of(phrases: Iterable[str]) -> str:
    """Whole words, the longest first; numbers are words too, as they are not in a measured text."""
    words = "|".join(map(regex.escape, sorted(phrases, key=len, reverse=True)))
    return rf"(?<![\p{{L}}\d])(?:{words})(?![\p{{L}}\d])"
