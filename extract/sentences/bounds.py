"""Where sentences, their clauses and brackets begin and end."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from extract.expressions import compiled

SENTENCE = compiled(r"[.;!?](?=\s|$)")


@lru_cache(maxsize=4096)
def _sentence_ends(string: str) -> list[int]:
    return [match.end() for match in SENTENCE.finditer(string)]


def sentence_start(string: str, at: int) -> int:
    """Where the sentence, or the clause behind a semicolon, begins in which ``at`` stands."""
    ends = _sentence_ends(string)
    index = bisect_right(ends, at)
    return ends[index - 1] if index else 0


def open_bracket(string: str, begin: int, at: int) -> int:
    """Where the bracket opens in which ``at`` stands; -1 where it stands in none."""
    bracket = string.rfind("(", begin, at)
    return bracket if ")" not in string[max(bracket, 0) : at] else -1


def full_stop(string: str, at: int) -> int:
    """Where the sentence begins whose clauses semicolons part."""
    return max(
        (end for end in _sentence_ends(string) if end <= at and string[end - 1] != ";"), default=0
    )
