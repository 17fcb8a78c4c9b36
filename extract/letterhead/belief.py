"""What of a recognised letterhead can be believed. A field that was not surely recognised, that the
text does not confirm, or whose words can be no words, is null: a reviewer reads it on the page,
while a wrong one would pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from extract.encodings.syllables import is_syllable
from extract.expressions import compiled
from extract.letterhead.heading import Head
from extract.letterhead.issuer import level_words
from extract.letterhead.recognised import bare, is_recognised
from extract.letterhead.signature import Signature
from extract.model import Signatory, Text, record
from extract.vocabulary import rows

_WORD = compiled(r"\p{L}+")
_UNSURE = frozenset({"low_ocr_confidence", "readings_differ"})
_CAPITAL = "Hà Nội"  # where the central bodies are: their texts need not say it
_GARBLED = 0.1  # of the words of a subject can be no words


@record
class Belief:
    """What is left of a letterhead, and the fields that were refused with what was read."""

    issuer: str | None
    signed: Signature
    refused: tuple[tuple[str, Text], ...] = ()


def belief(top: Head, signed: Signature, text: str) -> Belief:
    """Takes out of a recognised head what cannot be believed; ``text`` is that of the document."""
    if not any(map(is_recognised, (*top.proof.values(), *signed.proof))):
        return Belief(top.issuer(text, signed.body), signed)
    refused: list[tuple[str, Text]] = []
    for field in ("number", "date"):
        if field in top.proof and top.proof[field].marks() & _UNSURE:
            setattr(top, field, None)
            refused.append((field, top.proof[field]))
    read, top.place = top.place, top.place and _place(top.place, top.printed, text)
    if read and not top.place:
        refused.append(("place", top.proof["date"]))
    if top.subject and not _is_subject(top.subject):
        top.subject = None
        refused.append(("subject", top.proof.pop("subject")))
    issuer = top.issuer(text, signed.body)
    if issuer and not _is_readable(issuer, text):
        issuer = None
        refused.append(("issuer", Text()))
    believed = _signature(signed, text)
    refused += (("signatory", one) for one in signed.proof if one not in believed.proof)
    return Belief(issuer, believed, tuple(refused))


def _signature(signed: Signature, text: str) -> Signature:
    """Without a name that can be none, and without a title that has words that can be none or
    lacks some ("KT. GIÁM ĐỐC", "GIÁM ĐỐC")."""
    if signed.signatory is None:
        return signed
    title, name = signed.signatory.title, signed.signatory.name
    posts = signed.proof[:-1] if name else signed.proof
    person = signed.proof[len(posts) :]
    lines = [post.string.removeprefix("KT.").strip() for post in posts]
    if title and (len(set(lines)) < len(lines) or not _is_readable(title, text)):
        title, posts = None, ()
    if name and not _is_person(name):
        name, person = None, ()
    signatory = Signatory(title, name) if title or name else None
    return Signature(signatory, signed.body, (*posts, *person), signed.end)


def _is_person(read: str) -> bool:
    """Whether a name begins with a surname and all its words can be syllables."""
    words = read.rsplit(".", 1)[-1].split()
    return words[0] in _surnames() and all(map(is_syllable, words))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in rows("surnames"))


def _place(read: str, printed: Sequence[str], text: str) -> str | None:
    """The place of the date as the text or the issuer's name has it after the word for its level:
    also where its marks, or one letter of the issuer's own place, were misread. Else None."""
    place = regex.sub(rf"^(?:{level_words()})\s", "", " ".join(_WORD.findall(read)), flags=regex.I)
    level = read[: -len(place)] if read.endswith(place) else ""
    if place == _CAPITAL:
        return level + place
    words = rf"((?:\p{{Lu}}\p{{L}}*\s*){{{len(place.split())}}})"
    after = compiled(rf"(?:{level_words()})\s+{words}", regex.I)
    named = [" ".join(match[1].split()) for match in after.finditer(text)]
    named = [name for name in named if not name.isupper()]
    own = [" ".join(match[1].split()).title() for match in after.finditer("\n".join(printed))]
    same = [name for name in (*own, *named) if name.lower() == place.lower()]
    alike = [name for name in named if bare(name) == bare(place)]
    near = [name for name in own if _apart(bare(name), bare(place)) < 2]
    found = same[:1] or sorted(alike, key=alike.count)[-1:] or near[:1]
    return level + found[0] if found else None


def _apart(one: str, other: str) -> int:
    """In how many letters two words as long as each other differ."""
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(a != b for a, b in zip(one, other, strict=True))


def _is_readable(string: str, text: str) -> bool:
    """Whether all words of a name can be Vietnamese, or stand in running text as well."""
    return all(
        is_syllable(word) or word in _shorts() or text.count(word) > 1
        for word in _WORD.findall(string)
    )


def _is_subject(read: str) -> bool:
    """Whether most words of a subject can be words; abbreviations can."""
    words = regex.findall(r"[\p{L}\d]*\p{L}[\p{L}\d]*", read)
    bad = sum(len(word) > 1 and not is_syllable(word) and not word.isupper() for word in words)
    return len(words) > 2 and bad <= _GARBLED * len(words)


@cache
def _shorts() -> frozenset[str]:
    """Short forms of bodies, and those that stand before posts (KT., TM.)."""
    printed = (row.get("short") or row.get("proxy") or "" for row in rows("issuers"))
    return frozenset(word for short in printed for word in _WORD.findall(short))
