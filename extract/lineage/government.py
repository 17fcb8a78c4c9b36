"""Levels of government: of bodies, and of those for whom a target holds."""

from __future__ import annotations

import unicodedata
from functools import cache, partial
from typing import Any

import regex

from extract.expressions import Pattern, compiled
from extract.model import record
from extract.text import fold
from extract.vocabulary import rows_with

_listed = partial(rows_with, "government")

LEVELS = ("central", "province", "district", "commune")


@record
class Authority:
    """``level``: one of :data:`LEVELS` or None; ``place``: the name of the place, folded."""

    level: str | None
    place: str | None

    def lower_than(self, other: Authority) -> bool:
        known = self.level in LEVELS and other.level in LEVELS
        return known and LEVELS.index(self.level or "") > LEVELS.index(other.level or "")


WHOLE = Authority(None, None)  # nothing is said
SAID_WHOLE = Authority("whole", None)


def folded(text: str) -> str:
    """In small letters, blanks single, tone marks in one place, usual short forms written out."""
    text = fold(" ".join(unicodedata.normalize("NFC", text).casefold().split()))
    for short, long in (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân")):
        text = regex.sub(rf"\b{short}\b", long, text)
    return regex.sub(r"\btp\.? ?(?=\p{L})", "thành phố ", text)


@cache
def authority(name: str | None) -> Authority:
    """Of the body called ``name``: by the place that it names, else by what body it is."""
    said = folded(name or "")
    place = _places().search(said)
    if place:
        level = "province" if place["name"] in _cities() else _level_of()[place["word"]]
        return Authority(level, place["name"] or None)
    body = _bodies().match(said)
    return Authority(_level_of()[body[0]] if body else None, None)


def holders(text: str | None) -> str | None:
    """The level for which something holds by its words; None where they say none, or several."""
    levels = {row["level"] for row in _holders() if row["pattern"].search(folded(text or ""))}
    return levels.pop() if len(levels) == 1 else None


def is_central(number: str) -> bool:
    """Whether a document of this number comes from the central government."""
    return _symbols().search(number) is not None


def amends(subject: str | None) -> bool:
    """Whether a document with this subject changes another: its values shall differ."""
    words = "|".join(row["amends"] for row in _listed("amends"))
    return regex.search(rf"\b(?:{words})\b", folded(subject or "")) is not None


def is_total(name: str | None) -> bool:
    return folded(name or "").strip(" .:*") in _totals()


# ------------------------------------------------------------------------------------ words


@cache
def _level_of() -> dict[str, str]:
    return {folded(row[name]): row["level"] for name in ("place", "body") for row in _listed(name)}


@cache
def _places() -> Pattern:
    words = "|".join(folded(row["place"]) for row in _listed("place"))
    word = rf"\b(?P<word>{words})\b(?! ủy| hội)"
    return compiled(rf"{word} ?(?P<name>[^,;()]*?) ?(?={word}|[,;()]|$)")


@cache
def _cities() -> frozenset[str]:
    return frozenset(folded(row["city"]) for row in _listed("city"))


@cache
def _bodies() -> Pattern:
    words = sorted((folded(row["body"]) for row in _listed("body")), key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(words)})\b")


@cache
def _holders() -> list[dict[str, Any]]:
    return [
        {"level": row["level"], "pattern": compiled(rf"\b(?:{folded(row['holders'])})\b")}
        for row in _listed("holders")
    ]


@cache
def _symbols() -> Pattern:
    ends = "|".join(row["symbol"] for row in _listed("symbol"))
    return compiled(rf"[/\-.](?:{ends})(?:-[A-ZĐ]+)?$")


@cache
def _totals() -> frozenset[str]:
    return frozenset(folded(row["total"]) for row in _listed("total"))
