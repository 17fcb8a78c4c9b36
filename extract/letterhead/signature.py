"""The lines at the end of a document → who signed it.

Two columns, "Nơi nhận" and the signature, may stand one after the other or line by line. A post is
in capitals, a name is not, and recipients are a list: so the order does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.expressions import compiled
from extract.letterhead.lines import Line, is_post, name
from extract.model import Signatory, Text, record

#: From "Nơi nhận" to the name: a list of recipients may be long.
_REACH = 60
_BODY = compiled(r"T[./]?M[.,]?\s+(?P<body>.+)", regex.I)
# "KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG": two lines written as one.
_SLASH = compiled(r"\s+/\s+")
_RECIPIENT = compiled(r"[-–+*•]|.*[;:,./]$|.*\d")


@record
class Signature:
    """Who signed, the body for which he did ("TM. ..."), and the first line after it."""

    signatory: Signatory | None
    body: str | None
    proof: tuple[Text, ...]
    end: int


def signature(found: Sequence[Line], start: int) -> Signature:
    """The first signature after line ``start``; without one, ``end`` is ``start``."""
    recipients = next((i for i in range(start, len(found)) if found[i].mark == "recipients"), None)
    first = None
    if recipients is not None:
        first = recipients
        while first > start and is_post(found[first - 1].string):
            first -= 1
        above = _above(found, first, start)
        first = above if above is not None else first
    else:
        first = next((i for i in range(start, len(found)) if _signs(found, i)), None)
    if first is None:
        return Signature(None, None, (), start)
    return _read(found, first, recipients)


def _above(found: Sequence[Line], first: int, start: int) -> int | None:
    """Where the signature stands above "Nơi nhận" (post, name, then the recipients)."""
    if first - 1 > start and name(found[first - 1].string) and is_post(found[first - 2].string):
        index = first - 2
        while index > start and is_post(found[index - 1].string):
            index -= 1
        return index
    return None


def _signs(found: Sequence[Line], index: int) -> bool:
    """A post and, after at most four lines in capitals, a name."""
    if not is_post(found[index].string):
        return False
    for line in found[index + 1 : index + 6]:
        if name(line.string):
            return True
        if not line.capitals and line.mark != "stamp":
            return False
    return False


def _read(found: Sequence[Line], first: int, recipients: int | None) -> Signature:
    posts: list[Text] = []
    person: Text | None = None
    listed = recipients is None
    end = first
    for index in range(first, min(first + _REACH, len(found))):
        line = found[index]
        string = line.string
        if line.text is None or line.mark in ("motto", "annex", "attached", "addressee"):
            break
        if line.mark in ("recipients", "stamp"):
            listed = listed or line.mark == "recipients"
            end = index + 1
        elif is_post(string) or (posts and line.capitals and not _RECIPIENT.match(string)):
            posts.append(line.text)
            end = index + 1
        elif name(string) and (posts or listed) and not _recipient_goes_on(found, index, posts):
            match = name(string)
            person = line.text.cut(*match.span("name")) if match else None
            end = index + 1
            break
        elif not listed and not _RECIPIENT.match(string):
            break
    title = _SLASH.sub(" ", " ".join(post.string for post in posts)) or None
    body = next((m["body"] for post in posts if (m := _BODY.fullmatch(post.string))), None)
    signatory = Signatory(title, person.string if person else None) if title or person else None
    return Signature(signatory, body, (*posts, *((person,) if person else ())), end)


def _recipient_goes_on(found: Sequence[Line], index: int, posts: Sequence[Text]) -> bool:
    """Whether what looks like a name is a wrapped recipient: no post above it, and the list of
    recipients is not at its end ("Lưu: VT")."""
    if posts:
        return False
    return not any("Lưu" in line.string for line in found[max(index - 4, 0) : index])
