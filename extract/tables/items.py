"""The items of a cell: list marks, numbered lists, several paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from extract.agencies import begins_agency, is_field, parts_names
from extract.expressions import compiled
from extract.model import Text, record

_DASH = r"[-–—+•●▪*\uf02d\uf0b7\uf0a7\uf076\uf0fc]"
_MARK = compiled(
    rf"\s*(?:{_DASH}+\s*|(?P<number>\d{{1,2}})[.)]\s+(?=\p{{Lu}})|(?P<letter>[a-zđ])\)\s*)"
)
_INLINE_DASH = compiled(r"(?<=[;.,:!?…)\]]|\p{L}|%|\d)\s+[-–+•]\s+(?=[\p{Lu}\d\"“])")
_INLINE_NUMBER = compiled(r"(?<=[;.:])\s+(?P<number>\d{1,2})[.)]\s+(?=\p{Lu})")
_AFTER_PLACE = compiled(
    r"\s(?:(?<=\bhuyện\s)|(?<=\bthị xã\s)|(?<=\b(?:tỉnh|quận)\s)|(?<=\bthành phố\s))(?=\p{Lu})"
)
_CLOSED = compiled(r"[;.:…]\s*$")
_GOES_ON = compiled(r"(?i)(?:[,(/–-]|(?<!\p{L})(?:từ|đến|và|trên|dưới|ngày|tháng|năm|số))\s*$")


Holds = Literal["tasks", "agencies", "times"]


@record
class Item:
    """One item without its mark; ``marked`` says that the source printed one, ``number`` which, of
    a numbered list ("2.")."""

    text: Text
    marked: bool
    number: Text = Text()


def items(paragraphs: Sequence[Text], holds: Holds = "tasks") -> list[Item]:
    """The items of a cell, in order.

    A dash inside a name is no list mark. Within a line a dash opens an item only where a line that
    begins with one has closed its item; in a cell of agencies also where another name begins, in a
    cell of times before every capital or figure, but not inside "2026 - 2028".
    """
    names = holds == "agencies"
    pieces = [piece for paragraph in paragraphs for piece in _split(paragraph, holds)]
    found: list[Item] = []
    for piece in pieces:
        mark = _MARK.match(piece.string)
        body = piece.cut(mark.end()).strip() if mark else piece.strip()
        if not body.string:
            continue
        if not mark and found and not _opens(body.string, found[-1], names):
            found[-1] = Item(Text.join([found[-1].text, body]), found[-1].marked)
        elif mark and names and found and _goes_on(piece.string, body.string, found[-1]):
            found[-1] = Item(Text.join([found[-1].text, piece]), False)
        else:
            end = mark.end() if mark and mark["number"] else 0
            found.append(Item(body, bool(mark), piece.cut(0, end).strip()))
    return found


def without_mark(text: Text) -> Text:
    """A cell's text without the list mark at its head and without closing punctuation."""
    mark = _MARK.match(text.string)
    if mark and not mark["number"] and not mark["letter"]:
        text = text.cut(mark.end())
    return text.strip().strip(" ;")


def without_marks(paragraphs: Sequence[Text]) -> list[Text]:
    """The paragraphs of a cell without list marks; a number is one only where they are numbered."""
    marks = [_MARK.match(paragraph.string) for paragraph in paragraphs]
    if sum(bool(mark and (mark["number"] or mark["letter"])) for mark in marks) < 2:
        return [without_mark(paragraph) for paragraph in paragraphs]
    return [
        (text.cut(mark.end()) if mark else text).strip().strip(" ;")
        for text, mark in zip(paragraphs, marks, strict=True)
    ]


def _opens(string: str, before: Item, names: bool) -> bool:
    """Whether an unmarked paragraph opens an item of its own: a capital, in a list a capital after
    a closed item; an agency's name always does, and an amount below an amount ("02 phóng sự",
    "80% hồ sơ được số hóa")."""
    above = before.text.string
    if _GOES_ON.search(above):
        return False
    if names and begins_agency(string):
        return True
    closed = bool(_CLOSED.search(above))
    if string[:1].isdigit():
        return closed or above[:1].isdigit()
    return string[:1].isupper() and (not before.marked or closed)


def _goes_on(string: str, body: str, before: Item) -> bool:
    """Whether a line that a dash begins is the rest of a name: "Phòng Văn hóa" / "- Xã hội"."""
    above = before.text.string
    if _CLOSED.search(above) or (before.marked and not (begins_agency(above) and is_field(body))):
        return False
    return _NAME_DASH.match(string) is not None and not begins_agency(body)


_NAME_DASH = compiled(r"\s*[-–]\s\p{Lu}")


# "2026 - 2028" is one time
_TO = compiled(r"\d{1,4}(?![\d/])")


def _split(paragraph: Text, holds: Holds) -> list[Text]:
    string = paragraph.string
    first = _MARK.match(string)
    cuts: list[int] = []
    if first and first["number"]:
        expected = int(first["number"]) + 1
        for match in _INLINE_NUMBER.finditer(string):
            if int(match["number"]) == expected:
                cuts.append(match.start())
                expected += 1
    elif holds == "agencies" or (first and not first["letter"]):
        for match in _INLINE_DASH.finditer(string):
            closed = string[match.start() - 1] in ";.:)…"
            before, after = string[: match.start()], string[match.end() :]
            name = holds == "agencies" and parts_names(before, after)
            time = holds == "times" and not (before[-1:].isdigit() and _TO.match(after))
            if closed or name or time:
                cuts.append(match.start())
    if holds == "agencies":
        # Lines that the source does not tell apart: "Công an huyện Thanh tra huyện".
        cuts += [
            m.start() for m in _AFTER_PLACE.finditer(string) if begins_agency(string[m.end() :])
        ]
        cuts.sort()
    return [paragraph.cut(low, high).strip() for low, high in pairwise([0, *cuts, len(string)])]
