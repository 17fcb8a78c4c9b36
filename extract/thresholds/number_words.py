"""Numbers in words that measure something, where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from extract.expressions import Match, compiled
from extract.numbers import Number
from extract.thresholds.frequencies import frequencies
from extract.thresholds.left import left_of
from extract.thresholds.numerals import (
    first_numerals,
    numerals,
    word_value,
    worded_objects,
    worded_ranges,
    worded_shares,
    words_end,
)
from extract.thresholds.right import units
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords, words_in


def number_words(string: str) -> list[Number]:
    """Numbers in words, in order: after a comparator ("ít nhất một"), as the object of a verb ("Mở
    hai lớp"), as the two ends of a range ("hai đến ba"), as a frequency ("ít nhất mỗi quý một
    lần")."""
    padded = f" {string.lower()} "
    found: list[Number] = []
    if " gấp đôi " in padded:
        found += [Number(2, at + 4, at + 7) for at in _all(padded, " gấp đôi ")]
    if not any(map(padded.__contains__, first_numerals())):
        return found
    for match in _after_comparators(string):
        start, end = match.start("word"), words_end(string, match.start("word"))
        found.append(Number(word_value(string[start:end]), start, end))
    for match in worded_shares(string):
        found.append(Number(word_value(match["word"]), *match.span("word")))
    for match in worded_objects(string):
        if _is_object(string, match):
            found.append(Number(word_value(match["word"]), *match.span("word")))
    for match in worded_ranges(string):
        for name in ("first", "last"):
            found.append(Number(word_value(match[name]), *match.span(name)))
    for match in frequencies(string):
        if match["times"].isalpha():
            found.append(Number(word_value(match["times"]), *match.span("times")))
    return sorted({number.start: number for number in found}.values(), key=lambda n: n.start)


def _all(string: str, words: str) -> Iterator[int]:
    """Where ``words`` stand, behind the blank they begin with."""
    at = string.find(words)
    while at >= 0:
        yield at
        at = string.find(words, at + 1)


def _is_object(string: str, match: Match) -> bool:
    """Whether a number in words counts what a verb does ("Thành lập ba tổ"), those that a bigger
    number is made of ("trong đó có hai trường"), or opens to above ("từ hai cây trở lên")."""
    start = match.start("word")
    if _FROM_WORD.match(string, 0, start):
        return _AND_ABOVE.match(string, match.end("word")) is not None
    if units().match(string, match.end("word")) is None:
        return False
    return _OF_WHICH.match(string, 0, start) is not None or left_of(string, start, 0).does


_FROM_WORD = compiled(r"(?ir)(?<!\p{L})từ\s")
_AND_ABOVE = compiled(r"(?i)\s\p{L}[^.;:\d]{0,60}?\strở\slên(?!\p{L})")
_OF_WHICH = compiled(r"(?ir)(?<!\p{L})(?:trong đó có|có thêm|ra mắt thêm|tăng thêm)\s")


def _after_comparators(string: str) -> Iterator[Match]:
    if words_in(string).isdisjoint(_last_words_of_comparators()):
        return
    for _, match in _numeral().matches(string):
        yield match


@cache
def _last_words_of_comparators() -> frozenset[str]:
    cues = (row.get("before", "").split() for row in rows("comparators"))
    return frozenset(cue[-1] for cue in cues if len(cue) > 1)


@cache
def _numeral() -> AtWords:
    cues = (row["before"] for row in rows("comparators") if len(row.get("before", "").split()) > 1)
    # "ít nhất một trong các hình thức" counts nothing, nor does "cao hơn năm trước".
    what = rf"(?P<word>(?!năm\s(?:trước|sau|nay)\s){numerals()})"
    word = rf"\s+(?:(?:đạt|có|là)\s+)?{what}\s+(?!trong\s(?:các|những|số)\s)(?=\p{{L}})"
    return AtWords(("numeral", regex.escape(cue) + word) for cue in cues if cue[0].isalpha())
