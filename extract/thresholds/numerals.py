"""Numbers in words: their values, and two of them as the ends of a range."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extract.expressions import Match
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords


@cache
def _values() -> dict[str, int]:
    """The vocabulary's, and the tens and hundreds that they make: "bảy mươi lăm"."""
    found = {row["word"]: row["value"] for row in rows("numerals")}
    ones = {word: value for word, value in found.items() if value < 10}
    behind = {**ones, "mốt": 1, "tư": 4, "lăm": 5}
    tens = {f"{word} mươi": 10 * value for word, value in ones.items() if value > 1}
    for ten, value in {**tens, "mười": 10}.items():
        found[ten] = value
        found |= {f"{ten} {word}": value + one for word, one in behind.items()}
    found |= {f"{word} trăm": 100 * value for word, value in ones.items()}
    return found


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
    # One pattern for each first word, and tried only where it stands.
    last = rf"\s+(?:đến|tới|hoặc)\s+(?P<last>{numerals()})(?=\s+\p{{L}})"
    by_first: dict[str, list[str]] = {}
    for word in _values():
        by_first.setdefault(word.split()[0], []).append(word)
    return AtWords(("range", rf"(?P<first>{alternatives(w)}){last}") for w in by_first.values())
