"""The lines of a letterhead → who issues the document, named as in running text.

"ỦY BAN NHÂN DÂN" / "HUYỆN AN BÌNH" → ``Ủy ban nhân dân huyện An Bình``; "UBND TỈNH AN LẠC" / "SỞ NỘI
VỤ" → ``Sở Nội vụ tỉnh An Lạc``: the body that issues, with the place of the body above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from extract.letterhead.lines import fold, post_names
from extract.vocabulary import rows

_SPLIT = regex.compile(r"\s+")


def opens_body(string: str) -> bool:
    """Whether a line in capitals begins with the name of a body, a post or a place's level."""
    return string.isupper() and _heads().match(fold(string)) is not None


def opens_level(string: str) -> bool:
    return string.isupper() and _levels().match(fold(string)) is not None


def bodies(lines: Sequence[str]) -> list[str]:
    """Lines in capitals → one string a body, the highest first; a wrapped name is joined."""
    found: list[str] = []
    for line in lines:
        line = " ".join(line.strip(" .,;:*-_–").split())
        wrapped = found and regex.search(r"(?:,|[-–]|\bVÀ)$", found[-1])
        if found and (wrapped or not _bodies().match(fold(line))):
            found[-1] += " " + line
        else:
            found.append(line)
    return found


def issuer(printed: Sequence[str], text: str) -> str | None:
    """The issuer's name from the bodies of a letterhead; ``text`` shows how names are written."""
    if not printed:
        return None
    name = printed[-1]
    if len(printed) > 1 and not place_of(name):
        above = printed[-2]
        row = _bodies().match(fold(name))
        part = row is not None and fold(row[0]) in _parts()
        place = place_of(above)
        if part and fold(name) == fold(row[0] if row else ""):
            name = f"{name} {above}"
        elif place:
            name = f"{name} {place}"
    return running(name, text)


def with_place(name: str, printed: Sequence[str], text: str) -> str:
    """``name`` with the place that the letterhead gives, if it says none itself."""
    for body in reversed(printed):
        place = place_of(body)
        if place and not place_of(name):
            return running(f"{name} {place}", text)
    return running(name, text)


def place_of(name: str) -> str | None:
    """The level and place at the end of a body's name: ``HUYỆN AN BÌNH``."""
    match = _place().search(fold(name))
    return name[match.start() :] if match else None


def inferred(form: str | None, place: str | None, text: str) -> str | None:
    """Who issues a document without a letterhead: the body that its number or signature names, of
    the place where it was signed, where the text says what that place is ("huyện An Bình")."""
    if not form or not place:
        return None
    name = next(
        (r["body"] for r in rows("issuers") if "short" in r and fold(form) in (fold(r["short"]), fold(r["body"]))),
        None,
    )
    if name is None:
        return None
    spot = regex.search(rf"\b({_level_words()})\s+{regex.escape(place)}\b", text, regex.I)
    return f"{name} {spot[1].lower()} {place}" if spot else None


# --------------------------------------------------------------------------- capitals → running text


def running(name: str, text: str) -> str:
    """A name in capitals as the running text of the same document writes it, or by rule: names of
    bodies as in issuers.toml, a place's every word with a capital."""
    name = " ".join(name.split())
    if not regex.search(r"\p{Lu}{2}", name.replace("UBND", "").replace("HĐND", "")):
        return name
    words = _SPLIT.split(name)
    out: list[str] = []
    index, in_place = 0, False
    while index < len(words):
        known = _known(words, index)
        # "VỤ" opens a body at the head of a name, not in "SỞ NỘI VỤ".
        if known and (known[2] or not out or _whole_head(out[-1])):
            form, length, in_place = known
            out.append(form)
            index += length
            continue
        word = words[index]
        if in_place:
            out.append(_capitalised(word))
        elif word.isupper() and fold(word) in ("và", "của", "-", "–"):
            out.append(fold(word))
        else:
            begins = not out or out[-1][-1:] in ",-–" or out[-1] == "và" or _whole_head(out[-1])
            out.append(_capitalised(word) if begins else word.lower())
        index += 1
    ruled = " ".join(out)
    return _as_written(ruled, text)


def _as_written(ruled: str, text: str) -> str:
    """``ruled`` as ``text`` writes it, where it does; the commonest way wins."""
    if not ruled:
        return ruled
    found = [m[0] for m in regex.finditer(regex.escape(ruled), text, regex.I) if not _shouted(m[0])]
    if not found:
        return ruled
    best = max(dict.fromkeys(found), key=found.count)
    return best[0].upper() + best[1:]


def _shouted(string: str) -> bool:
    return regex.search(r"\p{Lu}{2,}\s+\p{Lu}{2,}", string) is not None


def _capitalised(word: str) -> str:
    return word if any(c.isdigit() for c in word) else word[:1].upper() + word[1:].lower()


def _whole_head(form: str) -> bool:
    return fold(form) in _names()


def _known(words: Sequence[str], index: int) -> tuple[str, int, bool] | None:
    """The longest known name that begins at a word: its written form, length, and whether it is a
    level, so that a place follows."""
    for length in range(min(8, len(words) - index), 0, -1):
        key = fold(" ".join(words[index : index + length]))
        if key in _names() and not _other_word(words, index, length):
            form, level = _names()[key]
            return form, length, level
    return None


def _other_word(words: Sequence[str], index: int, length: int) -> bool:
    """Whether the level at a word is none: "xã" in "xã hội"."""
    rest = fold(" ".join(words[index:]))
    return length == 1 and any(
        fold(words[index]) == fold(row.get("level", "")) and not _levels().match(rest)
        for row in rows("issuers")
    )


@cache
def _names() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for row in rows("issuers"):
        for name in (row.get("body"), row.get("short"), *post_names(row)):
            if name:
                found[fold(name)] = (name, bool(row.get("place")))
        if "level" in row:
            found[fold(row["level"])] = (row["level"], True)
    return found


@cache
def _heads() -> regex.Pattern[str]:
    return regex.compile(f"{_bodies().pattern}|{_levels().pattern}")


@cache
def _bodies() -> regex.Pattern[str]:
    return _pattern("body", "short", "post")


@cache
def _levels() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{_level_words()})(?!\w)")


@cache
def _level_words() -> str:
    found = []
    for row in rows("issuers"):
        if "level" in row:
            after = "|".join(map(fold, row.get("not_before", ())))
            found.append(regex.escape(fold(row["level"])) + (rf"(?!\s+(?:{after})\b)" if after else ""))
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _place() -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{_level_words()})\s+[^\s,]+.*$")


@cache
def _parts() -> frozenset[str]:
    return frozenset(fold(row["body"]) for row in rows("issuers") if row.get("of"))


def _pattern(*keys: str) -> regex.Pattern[str]:
    names: set[str] = set()
    for row in rows("issuers"):
        for key in keys:
            names.update(map(fold, post_names(row) if key == "post" else [row[key]] if key in row else []))
    longest = sorted(names, key=len, reverse=True)
    return regex.compile(rf"(?:{'|'.join(map(regex.escape, longest))})(?!\w)")
