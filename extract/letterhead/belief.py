"""What of a recognised letterhead can be believed. A field that the text does not confirm, or whose
words can be no words, is null: a reviewer reads it on the page, while a wrong one would pass.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from extract.encodings.syllables import is_syllable
from extract.letterhead.heading import Head
from extract.letterhead.recognised import bare, is_recognised
from extract.letterhead.signature import Signature
from extract.model import Signatory, Text
from extract.vocabulary import rows

_WORD = regex.compile(r"\p{L}+")
_UNSURE = frozenset({"low_ocr_confidence", "readings_differ"})
_CAPITAL = "Hà Nội"  # where the central bodies are: their texts need not say it
_GARBLED = 0.2  # of the words of a subject can be no words


def believe(top: Head, text: str) -> Iterator[tuple[str, Text]]:
    """Takes out of a recognised head what cannot be believed, and yields the field and what was
    read. ``text`` is that of the document: a number or date that it says again is believed."""
    date, number, subject = (top.proof.get(field) for field in ("date", "number", "subject"))
    if date and is_recognised(date):
        if date.marks() & _UNSURE and not _is_dated(top.date, text):
            top.date = None
            yield "date", date
        place = top.place and _place(top.place, top.printed, text)
        if top.place and not place:
            yield "place", date
        top.place = place
    if number and number.marks() & _UNSURE and text.count(top.number or "") < 2:
        top.number = None
        yield "number", number
    if subject and is_recognised(subject) and not _is_subject(subject.string):
        top.subject = None
        yield "subject", top.proof.pop("subject")


def believed_issuer(name: str | None, text: str) -> str | None:
    """``name`` with the marks that the text gives it or the place it ends in, or None where a word
    of it can be none and the text has none such."""
    if name is None:
        return None
    place = regex.search(rf"\b(?:{_levels()})\s+(.+)$", name, regex.I)
    for part in (name, place[0] if place else ""):
        said = [form for form in _said(part, text) if not form.isupper()]
        if said and part.lower() not in map(str.lower, said):
            meant = max(said, key=said.count)
            if said.count(meant) > 1:
                name = name.replace(part, part[:1] + meant[1:])
    return name if _is_readable(name, text) else None


def believed_signature(signed: Signature, text: str) -> Signature:
    """Without a name that can be none, and without a title that has words that can be none or
    lacks some ("KT. GIÁM ĐỐC", "GIÁM ĐỐC")."""
    signatory = signed.signatory
    if signatory is None or not all(map(is_recognised, signed.proof)):
        return signed
    name = signatory.name if signatory.name and _is_person(signatory.name) else None
    proof = signed.proof[:-1] if signatory.name and not name else signed.proof
    title, posts = signatory.title, [post.string for post in signed.proof]
    doubled = len(posts) > 1 and any(post.startswith("KT") for post in posts) and (
        posts[0].split(".")[-1].strip() in posts[1:]
    )  # fmt: skip
    if title and (doubled or not _is_readable(title, text)):
        title, proof = None, proof[-1:] if name else ()
    own = Signatory(title, name) if title or name else None
    return Signature(own, signed.body, proof, signed.end)


def _said(name: str, text: str) -> list[str]:
    """How ``text`` writes a name wherever it has its letters, whatever their marks."""
    own = bare(name)
    found = regex.finditer(rf"\b{regex.escape(own)}\b", bare(text)) if own else ()
    return [text[match.start() : match.end()] for match in found]


def _is_dated(date: str | None, text: str) -> bool:
    """Whether the text says the date of the letterhead a second time ("Kèm theo ...")."""
    if not date:
        return False
    year, month, day = (int(part) for part in date.split("-"))
    form = rf"\b0?{day}\s?(?:[/.-]|tháng)\s?0?{month}\s?(?:[/.-]|năm)\s?{year}\b"
    return len(regex.findall(form, text)) > 1


def _is_person(read: str) -> bool:
    """Whether a name begins with a surname and all its words can be syllables."""
    words = read.rsplit(".", 1)[-1].split()
    return words[0] in _surnames() and all(is_syllable(word) for word in words[1:])


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in rows("surnames"))


def _place(read: str, printed: Sequence[str], text: str) -> str | None:
    """The place of the date as the text or the issuer's name has it after the word for its level:
    also where its marks, or one letter of the issuer's own place, were misread. Else None."""
    words = _WORD.findall(read)
    place, size = " ".join(words), len(words)
    if place == _CAPITAL:
        return place
    if regex.match(rf"(?:{_levels()})\s", place, regex.I):
        said = _said(place, text)[1:]  # the first is its own
        return max(said, key=said.count) if said else None
    after = regex.compile(
        rf"(?:{_levels()})\s+((?:\p{{Lu}}\p{{L}}*\s*){{{max(size, 1)}}})", regex.I
    )
    named = [" ".join(match[1].split()) for match in after.finditer(text)]
    own = [" ".join(match[1].split()).title() for match in after.finditer("\n".join(printed))]
    if place.lower() in map(str.lower, (*own, *named)):
        return place
    same = [name for name in named if bare(name) == bare(place) and not name.isupper()]
    near = [name for name in own if _apart(bare(name), bare(place)) < 2]
    return max(same, key=same.count) if same else next(iter(near), None)


@cache
def _levels() -> str:
    return "|".join(regex.escape(row["level"]) for row in rows("issuers") if "level" in row)


def _apart(one: str, other: str) -> int:
    """In how many letters two words as long as each other differ."""
    if len(one) != len(other):
        return max(len(one), len(other))
    return sum(a != b for a, b in zip(one, other, strict=True))


def _is_readable(string: str, text: str = "") -> bool:
    """Whether all words of a name can be Vietnamese, or stand in running text as well."""
    return all(
        is_syllable(word)
        or word in _shorts()
        or (word.isupper() and text.count(word) > 1)
        or f" {word} " in text
        for word in _WORD.findall(string)
    )


def _is_subject(read: str) -> bool:
    """Whether most words of a subject can be words; abbreviations can."""
    words = _WORD.findall(read)
    bad = sum(not is_syllable(word) and not word.isupper() for word in words)
    return len(words) > 2 and bad <= _GARBLED * len(words)


@cache
def _shorts() -> frozenset[str]:
    """Short forms of bodies, and those that stand before posts (KT., TM.)."""
    printed = (row.get("short") or row.get("proxy") or "" for row in rows("issuers"))
    return frozenset(word for short in printed for word in _WORD.findall(short))
