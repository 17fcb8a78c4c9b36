"""Numbers in words: their values, and two of them as the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from extract.expressions import Match
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords


@cache
def _values() -> dict[str, int]:
    return {row["word"]: row["value"] for row in rows("numerals")}


def word_value(word: str) -> int:
    """The value of one of :func:`numerals`."""
    return _values()[" ".join(word.lower().split())]


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
    last = rf"\s+(?:đến|tới|hoặc)\s+(?P<last>{numerals()})(?=\s+\p{{L}})"
    ordered = sorted(_values(), key=len, reverse=True)
    return AtWords(("range", rf"(?P<first>{regex.escape(word)}){last}") for word in ordered)
