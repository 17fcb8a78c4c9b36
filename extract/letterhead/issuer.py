"""The lines of a letterhead → who issues the document, named as in running text.

"ỦY BAN NHÂN DÂN" / "HUYỆN AN BÌNH" → ``Ủy ban nhân dân huyện An Bình``; "UBND TỈNH AN LẠC" /
"SỞ NỘI VỤ" → ``Sở Nội vụ tỉnh An Lạc``: the body that issues, with the place of the body above.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from extract.expressions import Pattern, compiled
from extract.letterhead.lines import fold, post_names
from extract.vocabulary import rows


def opens_body(string: str) -> bool:
    """Whether a line in capitals begins with the name of a body, a post or a place's level."""
    return string.isupper() and _heads().match(fold(string)) is not None


def opens_level(string: str) -> bool:
    return string.isupper() and _levels().match(fold(string)) is not None


def bodies(lines: Sequence[str]) -> list[str]:
    """Lines in capitals → one string a body, the highest first; a wrapped name is joined."""
    found: list[str] = []
    for line in (part for whole in lines for part in _apart(whole)):
        line = " ".join(line.strip(" .;:*_").split())
        wrapped = found and (regex.search(r"(?:,|[-–]|\bVÀ)$", found[-1]) or _cut_off(line))
        if found and (wrapped or not _bodies().match(fold(line))):
            found[-1] += " " + line
        else:
            found.append(line)
    return [body.strip(" ,-–") for body in found]


def _apart(line: str) -> list[str]:
    """A line that was saved with the one below it: "UBND TỈNH AN LẠC SỞ Y TẾ"."""
    match = _parent().match(fold(line))
    return [line[: match.end()], line[match.end() :]] if match else [line]


def _cut_off(line: str) -> bool:
    """Whether a line only looks like a body: "SỞ ... MÔI" / "TRƯỜNG", with nothing of its own."""
    first, _, rest = fold(line).partition(" ")
    alone = not rest or _levels().match(rest) is not None
    return alone and _bodies().fullmatch(first) is not None and first not in _shorts()


def issuer(printed: Sequence[str], text: str) -> str | None:
    """The issuer's name from the bodies of a letterhead; ``text`` shows how names are written."""
    if not printed:
        return None
    name = printed[-1]
    if len(printed) > 1 and not place_of(printed[-2]) and (own := _part_of_place(name)):
        # "HỘI NÔNG DÂN VIỆT NAM" / "BAN CHẤP HÀNH TỈNH AN LẠC"
        return running(f"{name[: own - 1]} {printed[-2]} {name[own:]}", text)
    if len(printed) > 1 and fold(printed[-2]) in _parts():
        return running(f"{printed[-2]} {name}", text)  # "VĂN PHÒNG" / "ỦY BAN NHÂN DÂN TỈNH ..."
    if len(printed) > 1 and not place_of(name):
        above = printed[-2]
        row = _bodies().match(fold(name))
        part = row is not None and fold(row[0]) in _parts()
        place = place_of(above) or (above if _committees().match(fold(above)) else None)
        if part and fold(name) == fold(row[0] if row else ""):
            name = f"{name} {above}"
        elif place:
            name = f"{name} {place}"
    return running(name, text)


def _part_of_place(name: str) -> int | None:
    """Where the place begins in the name of a part of a body that says nothing else."""
    row, place = _bodies().match(fold(name)), place_of(name)
    if row is None or place is None or fold(row[0]) not in _parts():
        return None
    start = len(name) - len(place)
    return start if fold(name[:start]).strip() == fold(row[0]) else None


def with_place(name: str, printed: Sequence[str], text: str) -> str:
    """``name`` with the place that the letterhead gives, if it says none itself."""
    if _levels().fullmatch(fold(name.rsplit(" ", 1)[-1])):
        name = name.rsplit(" ", 1)[0]
    name += _rest_of_body(name, printed[-1]) if printed else ""
    for body in reversed(printed):
        place = place_of(body)
        if place and not place_of(name):
            return running(f"{name} {place}", text)
    return running(name, text)


def _rest_of_body(name: str, body: str) -> str:
    """What "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH" of the letterhead adds to "TRƯỞNG BAN CHỈ ĐẠO"."""
    words, own = fold(name).split(), fold(body).split()
    for count in range(min(len(words), len(own)), 1, -1):
        if words[-count:] == own[:count]:
            return " ".join(["", *body.split()[count:]])
    return ""


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
        (
            r["body"]
            for r in rows("issuers")
            if "short" in r and fold(form) in (fold(r["short"]), fold(r["body"]))
        ),
        None,
    )
    if name is None:
        return None
    spot = regex.search(rf"\b({level_words()})\s+{regex.escape(place)}\b", text, regex.I)
    return f"{name} {spot[1].lower()} {place}" if spot else None


def speaking(place: str | None, text: str) -> str | None:
    """Who issues a document that names it nowhere else: the body of which its first sentences say
    that it lays down what follows ("..., Sở Y tế xây dựng kế hoạch như sau")."""
    match = _speaking().search(text, 0, _FIRST_SENTENCES)
    if match is None:
        return None
    name = " ".join(match["who"].split())
    if place and not place_of(name):
        spot = regex.search(rf"\b({level_words()})\s+{regex.escape(place)}\b", text, regex.I)
        name += f" {spot[1].lower()} {place}" if spot else ""
    return running(name, text)


_FIRST_SENTENCES = 4_000  # characters


@cache
def _speaking() -> Pattern:
    names = [row.get(key) for row in rows("issuers") for key in ("body", "short")]
    names += [name for row in rows("issuers") for name in post_names(row)]
    heads = "|".join(sorted({regex.escape(n) for n in names if n}, key=len, reverse=True))
    return compiled(
        rf"(?:^|[,;]\s|\n)(?P<who>(?:{heads})(?:,?\s[^\s,.;:]+){{1,12}}?)\s(?:"
        r"(?:xây dựng|ban hành|triển khai)\s[^.;\n]{0,120}?(?:như sau|sau đây|nội dung sau)"
        r"|(?:yêu cầu|đề nghị|thông báo|báo cáo|quyết định)(?:\s[^.;:\n]{0,60})?:)"
    )


# --------------------------------------------------------------------------- capitals → words


def running(name: str, text: str) -> str:
    """A name in capitals as the running text of the same document writes it, or by rule: names of
    bodies as in issuers.toml, a place's every word with a capital."""
    name = " ".join(name.split())
    if not regex.search(r"\p{Lu}{2}", name.replace("UBND", "").replace("HĐND", "")):
        return name
    words = name.split(" ")
    written: list[str] = []
    # A word begins a name at the head, after a body or a post, after a dash and after "và".
    begins, in_place = True, False
    while words:
        known = _known(words)
        if known and (known.level or begins):
            written.append(known.form)
            words = words[known.length :]
            begins, in_place = True, known.level
            continue
        word = words.pop(0)
        if in_place or (begins and word.isalpha() and fold(word) != "và"):
            written.append(_capitalised(word))
            begins = False
        else:
            written.append(word if _INITIALS.fullmatch(word) else word.lower())
            begins = not word.isalpha() or fold(word) == "và"
        begins = begins or word.endswith(",")
    return _as_written(" ".join(written), text)


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


# "PCCC", which no word is, and "XXI".
_INITIALS = compiled(r"[B-DF-HJ-NP-TV-XZĐ]{2,}|[IVX]{2,}")


def _capitalised(word: str) -> str:
    if any(c.isdigit() for c in word) or _INITIALS.fullmatch(word):
        return word
    return word[:1].upper() + word[1:].lower()


class _Known(NamedTuple):
    form: str
    length: int
    level: bool


def _known(words: Sequence[str]) -> _Known | None:
    """The longest known name at the head of ``words``: its written form, its number of words, and
    whether a place follows it."""
    for length in range(min(8, len(words)), 0, -1):
        form, level = _names().get(fold(" ".join(words[:length])), ("", False))
        other_word = form in _ambiguous() and not _levels().match(fold(" ".join(words)))
        if form and not other_word:
            return _Known(form, length, level)
    return None


@cache
def _ambiguous() -> frozenset[str]:
    """Levels that are another word before some words: "xã" in "xã hội"."""
    return frozenset(row["level"] for row in rows("issuers") if "not_before" in row)


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
def _heads() -> Pattern:
    return compiled(f"{_bodies().pattern}|{_levels().pattern}")


@cache
def _bodies() -> Pattern:
    return _pattern("body", "short", "post")


@cache
def _levels() -> Pattern:
    return compiled(rf"(?:{level_words()})(?!\w)")


@cache
def level_words() -> str:
    """The levels of places (tỉnh, xã ...) as the alternatives of a pattern, in small letters."""
    found = []
    for row in rows("issuers"):
        if "level" in row:
            after = "|".join(map(fold, row.get("not_before", ())))
            found.append(
                regex.escape(fold(row["level"])) + (rf"(?!\s+(?:{after})\b)" if after else "")
            )
    return "|".join(sorted(found, key=len, reverse=True))


@cache
def _place() -> Pattern:
    return compiled(rf"\b(?:{level_words()})\s+[^\s,]+.*$")


@cache
def _committees() -> Pattern:
    """Bodies that are named by their place ("Tỉnh ủy An Lạc"), of which others are parts."""
    names = (row["body"] for row in rows("issuers") if row.get("place") and "body" in row)
    return compiled(rf"(?:{'|'.join(map(fold, names))})(?!\w)")


@cache
def _shorts() -> frozenset[str]:
    return frozenset(fold(row["short"]) for row in rows("issuers") if "short" in row)


@cache
def _parts() -> frozenset[str]:
    return frozenset(fold(row["body"]) for row in rows("issuers") if row.get("of"))


@cache
def _parent() -> Pattern:
    """A body with its place, up to another body that is one of its departments."""
    above = [row[key] for row in rows("issuers") if row.get("above") for key in ("body", "short")]
    below = [row["body"] for row in rows("issuers") if row.get("below")]
    return compiled(
        rf"(?:{'|'.join(map(fold, above))})\s+(?:{level_words()})(?:\s+\S+){{1,4}}?"
        rf"\s+(?=(?:{'|'.join(map(fold, below))})(?!\w))"
    )


def _pattern(*keys: str) -> Pattern:
    names: set[str] = set()
    for row in rows("issuers"):
        for key in keys:
            names.update(
                map(fold, post_names(row) if key == "post" else [row[key]] if key in row else [])
            )
    longest = sorted(names, key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(map(regex.escape, longest))})(?!\w)")
