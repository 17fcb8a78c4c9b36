"""Many patterns at once: each is tried only at the words that it can begin with.

One alternation of all rows of a vocabulary is tried at every letter of a text; looked up by its
first word, a row costs nothing where that word does not stand.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

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
    """The patterns that begin with one word. Nearly always none of them fits, which one or two
    patterns without named groups tell sooner than each of them would."""

    def __init__(self, flags: int) -> None:
        self._flags = flags
        self._branches: list[tuple[str, str]] = []
        self._gates: list[Pattern] = []

    def add(self, label: str, pattern: str) -> None:
        self._branches.append((label, pattern))

    def match(self, string: str, at: int) -> tuple[str, Match] | None:
        """The label and the match of the first pattern that fits at this place."""
        self._gates = self._gates or self._opened()
        for gate in self._gates:
            if gate.match(string, at):
                break
        else:
            return None
        for label, pattern in self._branches:
            if found := _branch(pattern, self._flags).match(string, at):
                return label, found
        return None

    def _opened(self) -> list[Pattern]:
        patterns = [_NAMED.sub("(?:", pattern) for _, pattern in self._branches]
        whole = self._any_of(patterns)
        if isinstance(whole, re.Pattern):
            return [whole]
        # A few that only the slower engine can do must not keep the others from the quicker.
        quick = [p for p in patterns if isinstance(compiled(p, self._flags), re.Pattern)]
        slow = [p for p in patterns if p not in quick]
        return [self._any_of(some) for some in (quick, slow) if some]

    def _any_of(self, patterns: Sequence[str]) -> Pattern:
        return compiled("|".join(f"(?:{pattern})" for pattern in patterns), self._flags)


#: Those of the vocabulary, each at its first use.
_branch = cache(compiled)
_NAMED = re.compile(r"\(\?P<\w+>")


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
            if branches and start >= end and (found := branches.match(string, start)):
                end = found[1].end()
                yield found


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
