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


@cache
def rows(topic: str) -> tuple[dict[str, Any], ...]:
    """The rows of ``<topic>.toml``, in the file's order."""
    return tuple(
        tomllib.loads(files(__package__).joinpath(f"{topic}.toml").read_text("utf-8"))["row"]
    )


def alternatives(phrases: Iterable[str], after_number: bool = False) -> str:
    """Phrases as one pattern, the longest first; a phrase of letters begins and ends at a word's
    edge ("20ha": after a number it may begin at once)."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(
        ("" if after_number or not p[0].isalpha() else r"(?<![\p{L}\d])")
        + regex.escape(p, special_only=True, literal_spaces=True).replace(" ", r"\s+")
        + (r"(?!\p{L})" if p[-1].isalpha() else "")
        for p in ordered
    )
