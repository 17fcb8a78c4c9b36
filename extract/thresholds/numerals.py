"""Numbers in words: their values, and two of them as the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from extract.expressions import Match, Pattern, compiled
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords


@cache
def _values() -> dict[str, int]:
    return {row["word"]: row["value"] for row in rows("numerals")}


def word_value(words: str) -> int:
    """The value of one of :func:`numerals`, or of tens and hundreds: "bảy mươi lăm"."""
    known = _values()
    total = 0
    for word in words.lower().split():
        if word in _TIMES:
            total *= _TIMES[word]
        else:
            total += _BEHIND_TENS.get(word) or known[word]
    return known.get(" ".join(words.lower().split()), total)


_TIMES = {"mươi": 10, "trăm": 100}
_BEHIND_TENS = {"mốt": 1, "tư": 4, "lăm": 5}


def words_end(string: str, start: int) -> int:
    """Where the number in words ends that begins at ``start``."""
    match = _whole().match(string, start)
    return match.end() if match else start


@cache
def _whole() -> Pattern:
    return compiled(rf"(?i)\p{{L}}+(?:{_more()})?")


def _more() -> str:
    """What makes tens and hundreds of the first word of a number."""
    ones = "|".join(word for word, value in _values().items() if value < 10)
    one = rf"\s+(?:{ones}|{'|'.join(_BEHIND_TENS)})"
    return rf"(?:\s+(?:{'|'.join(_TIMES)})(?:{one})?|(?<=mười){one})(?!\p{{L}})"


def numerals() -> str:
    """All number words, as a pattern."""
    return alternatives(_values())


@cache
def first_numerals() -> frozenset[str]:
    """What a number word can begin with, between blanks, as it stands in a text."""
    return frozenset(f" {word.split()[0]} " for word in _values())


def worded_ranges(string: str) -> Iterator[Match]:
    """ "từ ba đến năm sản phẩm": ``first`` and ``last``, before a noun."""
    for _, match in _ranges().matches(string):
        if word_value(match["first"]) < word_value(match["last"]):
            yield match


@cache
def _ranges() -> AtWords:
    # One pattern a word: each is tried only where its first word stands.
    more = _more()
    last = rf"\s+(?:đến|tới|hoặc)\s+(?P<last>(?:{numerals()})(?:{more})?)(?=\s+\p{{L}})"
    firsts = [word for word in _values() if " " not in word]
    return AtWords(
        ("range", rf"(?P<first>{regex.escape(word)}(?:{more})?){last}") for word in firsts
    )


def worded_shares(string: str) -> Iterator[Match]:
    """ "dưới mười phần trăm": ``word``."""
    if "phần trăm" in string:
        for _, match in _shares().matches(string):
            yield match


@cache
def _shares() -> AtWords:
    # "một phần trăm" may be a hundredth, and a dash or a comma before the word goes with it
    return AtWords(
        ("share", rf"(?P<word>{regex.escape(word)}(?:{_more()})?)(?=\sphần trăm(?!\p{{L}}))")
        for word in _values()
    )


def worded_objects(string: str) -> Iterator[Match]:
    """Number words that may count the noun behind them: ``word``. "một cửa" and "năm học" are too
    common to tell."""
    for _, match in _objects().matches(string):
        yield match


@cache
def _objects() -> AtWords:
    words = [word for word, value in _values().items() if value not in (1, 5)]
    return AtWords(("object", rf"(?P<word>{regex.escape(word)})(?=\s\p{{L}})") for word in words)
