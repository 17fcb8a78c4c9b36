"""The words, as data: one TOML file a topic, one row a phrase, every row with its examples.

A new phrase, unit, heading or agency is one row in one of these files and nothing else. The tests
run every row's examples.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from extract.encodings.syllables import is_syllable


@cache
def rows(topic: str) -> tuple[dict[str, Any], ...]:
    """The rows of ``<topic>.toml``, in the file's order."""
    return tuple(
        tomllib.loads(files(__package__).joinpath(f"{topic}.toml").read_text("utf-8"))["row"]
    )


def rows_with(topic: str, key: str) -> list[dict[str, Any]]:
    """The rows of ``<topic>.toml`` that have ``key``."""
    return [row for row in rows(topic) if key in row]


@cache
def known_words() -> frozenset[str]:
    """Every word in the files, in small letters, those of the examples too."""
    text = " ".join(
        file.read_text("utf-8")
        for file in files(__package__).iterdir()
        if file.name.endswith(".toml")
    )
    return frozenset(regex.findall(r"\p{L}+", text.casefold()))


@cache
def ordinal_headings() -> frozenset[str]:
    """What heads a column of ordinals ("stt"), for readers that look for tables without rules."""
    return frozenset(
        row["whole"] for row in rows("headings") if row["column"] == "ordinal" and "whole" in row
    )


def is_one_word(head: str, tail: str) -> bool:
    """Whether two pieces are surely one word that was divided: "nghi" + "ệp". What may be a word
    itself is no piece of one."""
    end = tail.rstrip(").,;:").casefold()
    piece = not (is_syllable(end) and end in known_words())
    return piece and head.lstrip("(").casefold() + end in known_words()


def alternatives(phrases: Iterable[str], after_number: bool = False) -> str:
    """Phrases as one pattern, the longest first; a phrase of letters begins and ends at a word's
    edge ("20ha": after a number it may begin at once)."""
    ordered = sorted(phrases, key=len, reverse=True)
    words = [p for p in ordered if p[0].isalpha()]
    signs = [p for p in ordered if not p[0].isalpha()]
    found = [_escaped(p) for p in signs]
    if words:
        # The edge and the first letter are looked at once for all words: they rarely fit.
        firsts = regex.escape("".join(sorted({c for p in words for c in (p[0], p[0].upper())})))
        edge = "" if after_number else r"(?<![\p{L}\d])"
        found.append(rf"{edge}(?=[{firsts}])(?:{'|'.join(_escaped(p) for p in words)})")
    return "|".join(found)


def _escaped(phrase: str) -> str:
    escaped = regex.escape(phrase, special_only=True, literal_spaces=True).replace(" ", r"\s+")
    return escaped + (r"(?!\p{L})" if phrase[-1].isalpha() else "")
