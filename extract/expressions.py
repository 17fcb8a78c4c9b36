"""Regular expressions: each is run by the engine that starts it sooner.

Most patterns here are tried thousands of times a page at places where they fail at once. Python's
own ``re`` does that in a third of the time of ``regex``, which is needed for what ``re`` lacks:
reading backwards (``(?r)``), looking behind by several widths, one name for several groups.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import cast

import regex

#: Those of ``regex`` have all that those of ``re`` have.
Pattern = re.Pattern[str]
Match = re.Match[str]


def compiled(pattern: str, flags: int = 0) -> Pattern:
    """``pattern``, as ``regex`` understands it, ready to be matched. In sets the properties
    L, Lu and Ll are Latin, Greek and Cyrillic letters."""
    try:
        return re.compile(_without_properties(pattern), flags)
    except re.error:
        return cast(Pattern, regex.compile(pattern, flags))


# A property; else what a set of characters begins and ends with, and what is neither.
_TOKEN = re.compile(r"\\p\{(?P<property>Lu?|Ll|N)\}|\\.|(?P<open>\[\^?\]?)|(?P<close>\])", re.S)
# What is ``\w`` and neither digit nor letter: "m²", "½", "Ⅳ", "①".
_NUMERALS = "²³¹¼-¾⁰-₟⅐-↏①-⓿"
_SCRIPTS = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))


def _without_properties(pattern: str) -> str:
    """``pattern`` with sets of characters for the properties, which ``re`` has not."""
    inside = False

    def written(token: re.Match[str]) -> str:
        nonlocal inside
        if token["open"]:
            inside = True
        elif token["close"]:
            inside = False
        elif token["property"]:
            if token["property"] == "L" and not inside:
                return rf"[^\W\d_{_NUMERALS}]"
            members = _members(token["property"])
            return members if inside else f"[{members}]"
        return token[0]

    return _TOKEN.sub(written, pattern)


@cache
def _members(category: str) -> str:
    """The characters of a category as the inside of a set."""
    if category == "N":
        return rf"\d{_NUMERALS}"
    found = (chr(code) for codes in _SCRIPTS for code in codes)
    return "".join(char for char in found if unicodedata.category(char).startswith(category))
