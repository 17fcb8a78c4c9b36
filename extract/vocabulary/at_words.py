"""Many patterns at once: each is tried only at the words that it can begin with.

One alternation of all rows of a vocabulary is tried at every letter of a text; looked up by its
first word, a row costs nothing where that word does not stand.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from extract.expressions import Match, Pattern, compiled

# `re` is several times as fast here as `regex`, which the patterns themselves need.
_START = re.compile(r"(?<![^\W_])(?:[^\W\d_]+|\d)")


@lru_cache(maxsize=1024)
def word_starts(text: str) -> tuple[tuple[int, str], ...]:
    """Where each word and number begins, and its letters in lower case ("0" for a number)."""
    lowered = text.lower()
    return _starts(lowered if len(lowered) == len(text) else text)


@lru_cache(maxsize=1024)
def _starts(lowered: str) -> tuple[tuple[int, str], ...]:
    zero = _ZERO.get
    found = _START.finditer(lowered)
    return tuple([(match.start(), zero(word := match[0], word)) for match in found])


_ZERO = dict.fromkeys(string.digits, "0")


@lru_cache(maxsize=1024)
def words_in(text: str) -> frozenset[str]:
    """The words of ``text`` in lower case, for a quick look at what it cannot hold."""
    return frozenset([word for _, word in word_starts(text)])


class _Branches:
    """The patterns that begin with one word, compiled as one at their first use."""

    def __init__(self, flags: int) -> None:
        self._flags = flags
        self._branches: list[str] = []
        self._labels: list[str] = []
        self._pattern: Pattern | None = None

    def add(self, label: str, pattern: str) -> None:
        # The empty group at its end tells which one fitted.
        self._branches.append(f"(?:{pattern})(?P<_{len(self._labels)}>)")
        self._labels.append(label)

    def match(self, string: str, at: int) -> Match | None:
        pattern = self._pattern
        if pattern is None:
            pattern = self._pattern = compiled("|".join(self._branches), self._flags)
        return pattern.match(string, at)

    def label(self, match: Match) -> str:
        return next(name for at, name in enumerate(self._labels) if match.start(f"_{at}") >= 0)


class AtWords:
    """Patterns with their labels, the first of those that fit at one place before the others.
    Case does not count."""

    def __init__(self, patterns: Iterable[tuple[str, str]], case: bool = False) -> None:
        self._by_word: dict[str, _Branches] = {}
        flags = 0 if case else regex.IGNORECASE
        for label, pattern in patterns:
            for word in first_words(pattern):
                self._by_word.setdefault(word, _Branches(flags)).add(label, pattern)
        self._words = frozenset(self._by_word)

    def matches(self, string: str) -> Iterator[tuple[str, Match]]:
        """What stands in ``string``, from the left and without overlaps."""
        end = 0
        if self._words.isdisjoint(words_in(string)):
            return
        by_word = self._by_word
        for start, word in word_starts(string):
            branches = by_word.get(word)
            if branches and start >= end and (match := branches.match(string, start)):
                end = match.end()
                yield branches.label(match), match


_WHOLE_WORD = re.compile(r"[^\W\d_]+(?![?*+{\[]|\(\?:\w)")
_NUMBER = re.compile(r"\\d|\[0-9|\d|\\b\\d")


def first_words(pattern: str) -> set[str]:
    """The words that what ``pattern`` matches can begin with, in lower case ("0" for a number).

    It understands literals, digits, groups with "|" and "?", and looks forwards and backwards; any
    other beginning is a ValueError: put a literal first.
    """
    words, _ = _first(pattern)
    return words


def _first(pattern: str) -> tuple[set[str], bool]:
    """The first words, and whether the pattern can match without any."""
    words: set[str] = set()
    optional = False
    for branch in _branches(pattern):
        found, empty = _first_of_branch(branch)
        words |= found
        optional |= empty
    return words, optional


def _first_of_branch(branch: str) -> tuple[set[str], bool]:
    words: set[str] = set()
    at = 0
    while at < len(branch):
        if literal := _WHOLE_WORD.match(branch, at):
            return words | {literal[0].lower()}, False
        if _NUMBER.match(branch, at):
            return words | {"0"}, False
        if branch[at] != "(":
            raise ValueError(f"no first word: {branch[at:]!r} in {branch!r}")
        close = _closing(branch, at)
        inside = branch[at + 1 : close]
        at = close + 1
        if inside.startswith(("?<!", "?<=", "?!", "?=")):
            continue
        found, empty = _first(re.sub(r"^\?(?:P<\w+>|i?:)", "", inside))
        words |= found
        if branch[at : at + 1] == "?":
            at += 1
        elif not empty:
            return words, False
    return words, True


def _branches(pattern: str) -> Iterator[str]:
    """The members of an alternation."""
    begin = at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            yield pattern[begin:at]
            begin = at + 1
        at = _closing(pattern, at) + 1
    yield pattern[begin:]


def _closing(pattern: str, at: int) -> int:
    """The last character of the item that begins at ``at``: of a group or a set the bracket."""
    if pattern[at] == "\\":
        return at + 1
    if pattern[at] == "[":
        return pattern.index("]", at + 2)
    if pattern[at] != "(":
        return at
    at += 1
    while pattern[at] != ")":
        at = _closing(pattern, at) + 1
    return at
