"""Lines of a letterhead that were recognised on a scan: its fixed words are put right, and stray
signs left out.

Letters are compared without their marks only against the words of a document's form, and only in
recognised text. What was read stays in the proof.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from extract.encodings.syllables import is_syllable
from extract.expressions import compiled
from extract.model import Text
from extract.vocabulary import rows

_WORD = compiled(r"\p{L}+")
_HEAD = compiled(r"[^\p{L}\p{N}(“\"+•-]+")
_TAIL = compiled(r"[^\p{L}\p{N}%‰)”\".,;:…/-]+$")
_SOMETHING = compiled(r"\p{L}{2}|\d")
_ALIKE = 0.75  # of the letters of a motto: nothing else is as long and so like it

# A number line whose first word is "Số" with a letter misread or lost.
_NUMBER_LINE = compiled(
    r"(?P<word>[\p{L}\d]{2})\s?[:.;]?\s*[\d ]{1,6}/(?:(?:19|20)\d\d/)?\p{Lu}[\p{L}\d&/-]*"
)


# A date of which a number, often written by hand, is no number as it was read.
_DATE_LINE = compiled(
    r"\p{Lu}[\p{L} ]{1,40}, ?ngày(?P<d>\P{Z}{0,4}?| [^ ]{1,4} ?)tháng"
    r"(?P<m>\P{Z}{0,4}?| [^ ]{1,4} ?)năm (?:19|20)\d\d"
)


def is_recognised(text: Text) -> bool:
    return any(hasattr(segment.place, "marks") for segment in text.segments)


# --------------------------------------------------------------------------- lines


def mended(text: Text) -> Text:
    """A recognised line without stray signs at its ends, its fixed words with their own marks
    ("CHÍ THỊ" is CHỈ THỊ). Empty where nothing on it is a word or a number."""
    if not _SOMETHING.search(text.string):
        return Text()
    text = _trimmed(text)
    if _NUMBER_LINE.fullmatch(text.string.rstrip(" .,…")):
        return _spelt(text.strip(" .,…"), 0, "Số")
    return _apart(_phrased(_without_scrawls(text)))


def _without_scrawls(text: Text) -> Text:
    """A date with blanks for a day or a month that is no number."""
    match = _DATE_LINE.fullmatch(text.string)
    for part in ("d", "m") if match else ():
        if match and not match[part].strip().isdecimal():
            start, end = match.span(part)
            blank = "…" * (end - start)
            text = Text(text.string[:start] + blank + text.string[end:], text.segments)
    return text


def _trimmed(text: Text) -> Text:
    head, tail = _HEAD.match(text.string), _TAIL.search(text.string)
    start = head.end() if head else 0
    return text.cut(start, max(tail.start() if tail else len(text), start)).strip()


def _phrased(text: Text) -> Text:
    """With the phrase of a document's form that the line begins with or is."""
    words = list(_WORD.finditer(text.string))
    keys = tuple(bare(word[0]) for word in words)
    first = 1 if text.string.isupper() and keys[:1] and keys[0] in _proxies() else 0
    for size in range(min(10, len(keys) - first), 0, -1):
        whole = size == len(keys) - first
        phrase = _phrases(text.string.isupper(), whole).get(keys[first : first + size])
        if phrase:
            for word, own in zip(words[first:], phrase, strict=False):
                text = _spelt(text, word.start(), own)
            return text.strip(" .,…") if whole else text
    return text


def _spelt(text: Text, at: int, word: str) -> Text:
    """With ``word`` in the place of as many letters, in their case."""
    read = text.string[at : at + len(word)]
    if read.isupper() and len(word) > 1 and not any(char.isdigit() for char in read):
        word = word.upper()
    elif read[:1].isupper():
        word = word[:1].upper() + word[1:]
    return Text(text.string[:at] + word + text.string[at + len(word) :], text.segments)


def _apart(text: Text) -> Text:
    """ "TỈNHAN LẠC": no syllable, but the level of a place and one."""
    if not text.string.isupper():
        return text
    for word in _WORD.finditer(text.string):
        for level in levels():
            rest = word[0][len(level) :].lower()
            grown = word[0].lower().startswith(level) and not is_syllable(word[0])
            if grown and is_syllable(rest):
                cut = word.start() + len(level)
                return Text.join([text.cut(0, cut), text.cut(cut)])
    return text


def is_motto(string: str) -> bool:
    """Whether a recognised line is one of the two mottos, with letters misread."""
    own = bare(" ".join(_WORD.findall(string)))
    return any(
        abs(len(own) - len(motto)) < 8
        and SequenceMatcher(None, own, motto, autojunk=False).ratio() >= _ALIKE
        for motto in _mottos()
    )


def bare(string: str) -> str:
    """Small letters without their marks, as many as there were."""
    plain = unicodedata.normalize("NFD", string.lower()).replace("đ", "d")
    return "".join(char for char in plain if not unicodedata.combining(char))


_Phrases = dict[tuple[str, ...], tuple[str, ...]]


@cache
def _phrases(capitals: bool, whole: bool) -> _Phrases:
    """Phrases by their letters: those that a line may begin with, or also be."""
    found: list[str] = [
        row["words"]
        for row in rows("letterhead")
        if row["mark"] in ("motto", "addressee", "recipients")
    ]
    if capitals and whole:
        found += (row["kind"] for row in rows("kinds") if not row.get("letter"))
        found += (row["post"] for row in rows("issuers") if "post" in row)
    if capitals:
        found += _bodies_of_places()
        found += (level for level in levels() if " " in level)
    return {
        tuple(bare(word) for word in phrase.split()): tuple(phrase.split())
        for phrase in found
        if all(word.isalpha() for word in phrase.split())
    }


def _bodies_of_places() -> Iterator[str]:
    """ "ủy ban nhân dân tỉnh": a body with its level."""
    for row in rows("issuers"):
        for name in (row["body"], row["short"]) if "short" in row else ():
            yield from (f"{name} {level}".lower() for level in levels())


@cache
def levels() -> tuple[str, ...]:
    named = (row["level"] for row in rows("issuers") if "level" in row)
    return tuple(level for level in named if level.replace(" ", "").isalpha())


@cache
def _proxies() -> frozenset[str]:
    return frozenset(row["proxy"].strip(".").lower() for row in rows("issuers") if "proxy" in row)


@cache
def _mottos() -> tuple[str, ...]:
    whole = [row["examples"][0] for row in rows("letterhead") if row["mark"] == "motto"]
    return tuple(bare(" ".join(_WORD.findall(motto))) for motto in whole)
