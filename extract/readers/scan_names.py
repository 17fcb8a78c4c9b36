"""The names of those who sign: a surname that lost a mark under a seal is known by its letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.readers.scan_words import Trusted, bare, toneless
from extract.vocabulary import rows

_WORDS = range(3, 7)  # of a name


def repair_names(trusted: Sequence[Trusted]) -> None:
    """Where a line ends with a name, and its first word is a surname but for the marks
    ("Trân Thị Mẫu"), and no other surname has these letters, it is that surname."""
    for one in trusted:
        words = [trust.text for trust in one.words]
        start = len(words)
        while start and words[start - 1].isalpha() and words[start - 1].istitle():
            start -= 1
        if len(words) - start not in _WORDS:
            continue
        first = words[start]
        known = _surnames().get(toneless(first)) or _surnames().get(bare(first), ())
        if len(known) == 1 and first != known[0]:
            one.words[start].repair(known[0])


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    """Surnames by their letters without tones, and without any marks."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("surnames"):
        for key in {toneless(row["surname"]), bare(row["surname"])}:
            found[key] = (*found.get(key, ()), row["surname"])
    return found
