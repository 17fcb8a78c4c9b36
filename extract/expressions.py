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
    """``pattern``, as ``regex`` understands it, ready to be matched."""
    try:
        return re.compile(_without_properties(pattern), flags)
    except re.error:
        return cast(Pattern, regex.compile(pattern, flags))


# A property, something else with a backslash, or a set of characters.
_TOKEN = re.compile(
    r"\\p\{(?P<property>Lu?|Ll)\}|\\.|\[(?P<not>\^?)(?P<members>\]?(?:\\.|[^\]\\])*)\]", re.S
)
# What is ``\w`` and neither digit nor letter: "m²", "½", "Ⅳ", "①".
_NUMERALS = "²³¹¼-¾⁰-₟⅐-↏①-⓿"
_SCRIPTS = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))


def _without_properties(pattern: str) -> str:
    """``pattern`` with sets of characters for the properties, which ``re`` has not."""
    return _TOKEN.sub(_written, pattern)


def _written(token: re.Match[str]) -> str:
    name, members = token["property"], token["members"]
    if name:
        return rf"[^\W\d_{_NUMERALS}]" if name == "L" else f"[{_letters(name)}]"
    if not members or r"\p{" not in members:
        return token[0]
    members = members.replace(r"\p{Lu}", _letters("Lu")).replace(r"\p{Ll}", _letters("Ll"))
    if r"\p{L}" not in members:
        return f"[{token['not']}{members}]"
    # Letters are what is left of ``\W`` turned round, together with the digits and numerals that
    # are wanted beside them.
    others = members.replace(r"\p{L}", "")
    unwanted = rf"\W\d_{_NUMERALS}"
    if r"\p{N}" in others:
        unwanted = r"\W_"
    elif r"\d" in others:
        unwanted = rf"\W_{_NUMERALS}"
    others = others.replace(r"\p{N}", "").replace(r"\d", "")
    if token["not"]:
        return f"(?:(?![{others}])[{unwanted}])" if others else f"[{unwanted}]"
    return f"(?:[^{unwanted}]|[{others}])" if others else f"[^{unwanted}]"


@cache
def _letters(category: str) -> str:
    """The capitals ("Lu") or small letters ("Ll") of Latin, Greek and Cyrillic script."""
    found = (chr(code) for codes in _SCRIPTS for code in codes)
    return "".join(char for char in found if unicodedata.category(char) == category)
