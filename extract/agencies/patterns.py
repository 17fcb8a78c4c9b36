"""The words of agencies and roles as patterns, and the heads that names begin with.

The words are rows of ``vocabulary/agencies.toml`` and ``roles.toml``. All patterns read text as
``fold`` gives it, and each is compiled at its first use.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from itertools import groupby
from typing import Any

import regex

from extract.expressions import Pattern, compiled
from extract.model import record
from extract.text import fold as fold
from extract.vocabulary import rows

Row = dict[str, Any]


@cache
def rows_with(key: str) -> tuple[Row, ...]:
    """The rows that have ``key``, in the order of their files."""
    return tuple(row for topic in ("agencies", "roles") for row in rows(topic) if key in row)


def row_of(key: str, word: str) -> Row:
    """The first row whose ``key`` is ``word``, in capitals or not."""
    return next(row for row in rows_with(key) if fold(row[key]) == word.lower())


def past(pattern: Pattern, string: str, at: int) -> int:
    """The offset after what ``pattern`` matches at ``at``."""
    match = pattern.match(string, at)
    return match.end() if match else at


# --------------------------------------------------------------------------- patterns


def _words(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first; small letters stand for capitals too."""
    patterns = []
    for capitals, group in groupby(sorted(words, key=len, reverse=True), key=str.isupper):
        pattern = "|".join(map(_spaced, group))
        patterns.append(pattern if capitals else f"(?i:{pattern})")
    return "(?:" + "|".join(patterns) + ")"


@cache
def _any(key: str) -> str:
    """A pattern for the word of any row that has ``key``."""
    return _words(row[key] for row in rows_with(key))


def _spaced(words: str, blank: str = r"\s+") -> str:
    return blank.join(regex.escape(word) for word in fold(words).split())


@cache
def _kept_out_of_names(key: str) -> str:
    """A pattern for the words of the rows with ``key``, where they do not belong to a name."""
    one = r"\s"  # what is looked back for has one width, which the quicker engine can do
    return "|".join(
        "".join(rf"(?<!\b(?i:{_spaced(words, one)})\s)" for words in row.get("not_after", ()))
        + _spaced(row[key])
        for row in sorted(rows_with(key), key=lambda row: -len(row[key]))
    )


class Patterns:
    """Every pattern that needs the vocabulary."""

    @cached_property
    def event(self) -> Pattern:
        """What may end a name, or keep something from ending it."""
        joined = _words(
            row["joined"].replace(" và ", link)
            for row in rows_with("joined")
            for link in (" và ", " & ", "&")
        )
        return compiled(
            rf"(?P<joined>\b{joined}\b)|(?P<paren>\((?:[^()]|\([^()]*\))*\))"
            rf"|(?P<sep>\s*[,;:]\s*(?:và\s+)?|\s*/\s*(?=\p{{L}})|\s+(?:và|cùng với|cùng)\s+"
            rf"|\s+&\s+|\.\s+)"
            rf"|\b(?P<guard>{_any('guard')})\b"
            rf"|\b(?P<cue>(?i:{_kept_out_of_names('cue')}))\b"
            rf"|\b(?P<act>{_kept_out_of_names('act')})\b"
            rf"|(?<=[\p{{L}})] )(?=\p{{Lu}}|các \p{{Lu}})(?P<again>(?:[cC]ác )?{_any('head')})"
            rf"(?!\w)"
        )

    @cached_property
    def role(self) -> Pattern:
        return compiled(rf"\(?\s*(?:{_any('label')}[\s,]+)*(?P<cue>{_any('cue')})\b")

    @cached_property
    def paren_role(self) -> Pattern:
        cue, label = _any("cue"), _any("label")
        return compiled(rf"\(\s*(?:{label}[\s,]+)*(?P<cue>{cue})(?:[\s,]+(?:{cue}|{label}))*\s*\)")

    @cached_property
    def label(self) -> Pattern:
        words = f"{_any('cue')}|{_any('label')}"
        return compiled(rf"(?P<label>(?:(?:{words})(?:[\s,]+|(?=:)))+?):\s*")

    @cached_property
    def link(self) -> Pattern:
        return compiled(rf"\s+{_any('link')}\s+")

    @cached_property
    def acts(self) -> Pattern:
        return compiled(rf"(?:{_kept_out_of_names('act')})\b")

    @cached_property
    def to_others(self) -> Pattern:
        return compiled(rf"\b{_words(row['act'] for row in rows_with('to_others'))}\b")

    @cached_property
    def all(self) -> Pattern:
        return compiled(r"(?i:các)\s")

    @cached_property
    def territory(self) -> Pattern:
        return compiled(rf"\b{self._territory}\b")

    @cached_property
    def places(self) -> Pattern:
        return compiled(rf"(?:(?i:các)\s)?{self._territory}\b")

    @cached_property
    def place_ends(self) -> Pattern:
        return compiled(rf"\s+{self._territory}\s*(?:$|[,;.])")

    @cached_property
    def general(self) -> Pattern:
        return compiled(rf"(?:{_any('general')}|(?=\p{{Ll}}){self._territory})\b")

    @cached_property
    def field(self) -> Pattern:
        return compiled(rf"{_any('field')}\b")

    @cached_property
    def head(self) -> Pattern:
        return compiled(rf"(?:(?P<all>(?i:các))\s+)?(?P<head>{_any('head')})(?!\w)")

    @cached_property
    def _territory(self) -> str:
        return _words(row["head"] for row in rows_with("head") if row["kind"] == "territory")


PATTERNS = Patterns()


# --------------------------------------------------------------------------- heads


@record
class Head:
    end: int
    plural: bool
    #: A common noun: "đơn vị".
    common: bool
    every_level: bool
    #: A verb directly after it belongs to the name.
    purpose: bool
    #: Without words of its own it names nobody.
    incomplete: bool = False
    #: May stand at the end of the name of what belongs to it.
    owns: bool = True
    #: Belongs to no other agency.
    alone: bool = False
    #: What it may belong to, where that is not left open.
    owners: tuple[str, ...] = ()


def head_at(string: str, at: int, *, strict: bool) -> Head | None:
    """The head of the name that begins at ``at``; ``strict``: as in the middle of a text."""
    match = PATTERNS.head.match(string, at)
    while match is not None:
        plural = match["all"] is not None
        if plural or not strict or match["head"][0].isupper():
            for row in _heads()[" ".join(match["head"].split()).lower()]:
                if row["kind"] == "group" and not plural and (strict or "plural" in row):
                    continue
                if _fits(row, string, match.end(), plural=plural):
                    return Head(
                        match.end(),
                        plural,
                        row["kind"] == "group",
                        "every_level" in row,
                        "purpose" in row or row["kind"] == "body",
                        row["kind"] == "body" and not plural,
                        row.get("owns", True),
                        "alone" in row,
                        tuple(row.get("owners", ())),
                    )
        # A shorter head may stand where the longer did not fit.
        match = PATTERNS.head.match(string, at, match.end("head") - 1)
    return None


@cache
def _heads() -> dict[str, list[Row]]:
    by_word: dict[str, list[Row]] = {}
    for row in rows_with("head"):
        by_word.setdefault(fold(row["head"]).lower(), []).append(row)
    return by_word


@cache
def _not_after_head(words: tuple[str, ...]) -> Pattern:
    return compiled(rf"\s*{_words(words)}(?!\w)") if words else compiled(r"(?!)")


_STOP = compiled(r"(?:\s*[.:])?\s*")
_COUNTED = compiled(r"số\s+\d")


def _fits(row: Row, string: str, end: int, *, plural: bool) -> bool:
    """May a name go on after the head of ``row``, which ends at ``end``?"""
    if _not_after_head(tuple(row.get("not_before", ()))).match(string, end):
        return False
    following = string[past(_STOP, string, end) :]
    kind = row["kind"]
    if plural or kind in ("whole", "group"):
        return True
    proper = following[:1].isupper() or following[:1].isdigit()
    if kind == "territory":
        return proper or _COUNTED.match(following) is not None
    if not following[:1].isalpha() or (row.get("capital") and not proper):
        return False
    return PATTERNS.general.match(following) is None
