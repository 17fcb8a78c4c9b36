"""The words of time as pieces of patterns: rows of ``vocabulary/periods.toml``.

All patterns read folded text: lower case, plain hyphens, single spaces. Compiling them is the
costly part of a short run: whatever needs the vocabulary is compiled at its first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import regex

from extract.expressions import Pattern, compiled
from extract.vocabulary import rows

#: The borders of a word.
LEFT, RIGHT = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"
#: The kinds of prepositions.
BOUNDS = ("before", "until", "from", "after", "within", "vague")


@cache
def words(*kinds: str, where: str | None = None) -> str:
    """The words of some kinds of rows, as one alternation, the longest first; ``where``: of the
    rows that have this key."""
    found = {word for word, row in _rows_by_word(*kinds) if where is None or row.get(where)}
    ordered = sorted(found, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r" ".join(map(regex.escape, word.split())) for word in ordered) + ")"


@cache
def words_of_units(*durations: str) -> str:
    found = (word for word, row in _rows_by_word("unit") if row["every"] in durations)
    return "(?:" + "|".join(found) + ")"


@cache
def word(*kinds: str, where: str | None = None) -> Pattern:
    """One of ``words``, whole."""
    return compiled(f"{LEFT}{words(*kinds, where=where)}{RIGHT}")


@cache
def word_at_end(kind: str) -> Pattern:
    return compiled(f"{LEFT}{words(kind)}$")


@cache
def units() -> dict[str, str]:
    """Unit → its duration."""
    return {word: row["every"] for word, row in _rows_by_word("unit")}


@cache
def numbers() -> dict[str, int]:
    return {word: row["value"] for word, row in _rows_by_word("number")}


@cache
def opening_words() -> frozenset[str]:
    """What a date, a period or an interval can begin with, as ``word_starts`` gives it."""
    kinds = {row["kind"] for row in rows("periods")}
    return first_words(*kinds) | {"0", "đầu", "cuối", "t", "cả", "của", "số"}


@cache
def units_of_time() -> frozenset[str]:
    """The first words of units of time and of "lần", "giờ"."""
    return first_words("unit", "times") | {"giờ"}


@cache
def first_words(*kinds: str) -> frozenset[str]:
    return frozenset(word.split()[0] for word, _ in _rows_by_word(*kinds))


def bounds(text: str) -> set[str]:
    """The kinds of the prepositions in ``text``; with "until", whether it is "firm" or "close";
    with "within", whether it names a "point"."""
    found = (" ".join(match[0].split()) for match in word(*BOUNDS).finditer(text))
    return {kind for word in found for kind in _kinds_of_bounds()[word]}


@cache
def _kinds_of_bounds() -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for word, row in _rows_by_word(*BOUNDS):
        kinds[word] = {row["kind"]}
        if row["kind"] == "until":
            kinds[word].add("close" if row.get("bare") else "firm")
        if row.get("point"):
            kinds[word].add("point")
    return kinds


def _rows_by_word(*kinds: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in rows("periods"):
        if row["kind"] in kinds:
            for word in (row["word"], *row.get("also", ())):
                yield word, row
