"""Every number of the source → its role: nothing on the page is lost.

The text of each passage and cell is cut into printed numbers, so that every digit stands in exactly
one entry. What a target takes has its role from there; the rest by what stands around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from extract.citations import cites
from extract.dues import dues_in
from extract.model import (
    Block,
    Citation,
    Claim,
    Fragment,
    NumberEntry,
    Passage,
    Place,
    Text,
    Warning,
)
from extract.numbers import identifiers
from extract.sentences import meaning
from extract.thresholds import measures, number_words

_NUMBER = regex.compile(r"\d+(?:[./:]\d+)*(?:,\d+)?")
_HEAD = regex.compile(
    r"\W*(?:(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục|Biểu)\s+(?:số\s+)?)?"
    r"\(?(?P<ordinal>\d{1,3}(?:\.\d{1,3})*)\s*(?:[.):/]|$|(?=\s+\p{Lu}))",
    regex.I,
)
_ORDINAL_CELL = regex.compile(r"\W*\d{1,3}(?:\.\d{1,3})*\W*")
_UNIT = regex.compile(r"\s?(?:\p{L}|%|‰|°)")
_MEANINGS = {"result": "result", "condition": "condition", "amount": "quantity"}


class _Claims:
    """The claims on one place, by raw offset: a text file is one place with thousands of them."""

    def __init__(self, spans: list[tuple[int, int, Claim]]) -> None:
        self._spans = sorted(spans, key=lambda span: span[0])
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max(end - start for start, end, _ in spans)

    def on(self, start: int, end: int) -> list[Claim]:
        """The claims that overlap ``start`` .. ``end``."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [claim for _, high, claim in self._spans[first:last] if start < high]

    def takes(self, start: int, end: int) -> bool:
        """Whether a target's threshold stands there."""
        return any(claim.role == "target" for claim in self.on(start, end))


def ledger(blocks: Sequence[Block], claims: Sequence[Claim], year: int | None) -> list[NumberEntry]:
    """One entry for each printed number, in the order of the source; number words only where a
    target takes them. ``year`` is the document's."""
    claimed = _by_place(claims)
    entries: list[NumberEntry] = []
    for text, column, furniture in _texts(blocks):
        roles: _Roles | None = None
        for start, end, place, low, high in _printed(text, claimed):
            own = claimed[id(place)].on(low, high) if id(place) in claimed else []
            role, targets = _taken(own)
            if role is None:
                roles = roles or _Roles(text.string, column, furniture, year)
                role = roles.at(start, end)
            string, raw = text.string[start:end], place.raw[low:high]
            locator = place.locator(low, high)
            entries.append(
                NumberEntry(string, role, locator, targets, None if raw == string else raw)
            )
    return entries


def unknown_numbers(entries: Sequence[NumberEntry]) -> Iterator[Warning]:
    """A warning for each number whose role nobody could tell."""
    for entry in entries:
        if entry.role == "unknown":
            yield Warning(
                "unknown_number",
                f"nothing says what {entry.text!r} stands for",
                (Fragment("number", entry.text, entry.locator),),
            )


def _by_place(claims: Sequence[Claim]) -> dict[int, _Claims]:
    found: dict[int, list[tuple[int, int, Claim]]] = {}
    for claim in claims:
        for _, place, start, end in claim.text.stretches():
            found.setdefault(id(place), []).append((start, end, claim))
    return {place: _Claims(spans) for place, spans in found.items()}


_FIRST = ("target", "baseline", "deadline", "ordinal")


def _taken(claims: Sequence[Claim]) -> tuple[str | None, tuple[str, ...]]:
    """The role of a number that targets take: the most telling one, and the targets."""
    for role in _FIRST:
        own = [claim.target for claim in claims if claim.role == role]
        if own:
            return role, tuple(dict.fromkeys(own)) if role == "target" else ()
    return None, ()


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[Text, int | None, bool]]:
    """Every text of the source with the column of its cell (None outside tables)."""
    for block in blocks:
        if isinstance(block, Passage):
            yield block.text, None, block.furniture
            continue
        for cell in sorted(block.cells, key=lambda c: (c.row, c.column)):
            for paragraph in cell.paragraphs:
                yield paragraph, cell.column, False


_Span = tuple[int, int, Place, int, int]


def _printed(text: Text, claimed: dict[int, _Claims]) -> list[_Span]:
    """The printed numbers, and the number words that a target takes: start and end in the text,
    place, start and end in it. A number never reaches over two places."""
    spans: list[_Span] = []
    offset, taken = 0, False
    for segment in text.segments:
        place = segment.place
        if place is not None:
            own = claimed.get(id(place))
            taken = taken or (own is not None and own.takes(segment.starts[0], segment.ends[-1]))
            for match in _NUMBER.finditer(text.string[offset : offset + len(segment)]):
                low, high = match.span()
                raw = (segment.starts[low], segment.ends[high - 1])
                spans.append((offset + low, offset + high, place, *raw))
        offset += len(segment)
    if not taken:
        return spans
    for word in number_words(text.string):
        for _, place, low, high in text.cut(word.start, word.end).stretches():
            if id(place) in claimed and claimed[id(place)].takes(low, high):
                spans.append((word.start, word.end, place, low, high))
    return sorted(spans, key=lambda span: span[0])


class _Roles:
    """The roles of the numbers in one text that no target takes."""

    def __init__(self, string: str, column: int | None, furniture: bool, year: int | None) -> None:
        self._string = string
        self._year = year
        self._furniture = furniture
        self._ordinal_cell = column == 0 and bool(_ORDINAL_CELL.fullmatch(string))
        self._cell = column is not None
        self._head = _HEAD.match(string)

    @cached_property
    def _citations(self) -> list[tuple[Citation, int, int]]:
        return cites(self._string, None)

    def at(self, start: int, end: int) -> str:
        if self._furniture:
            return "identifier"
        if self._ordinal_cell or (self._head and self._head.span("ordinal")[0] == start):
            return "ordinal"
        string = self._string
        if any(low <= start < high for _, low, high in self._citations):
            return "citation"
        if any(low <= start < high for _, low, high in dues_in(string, self._year)):
            return "deadline"
        for low, high, role in identifiers(string):
            if low <= start < high:
                return role
        if self._is_code(start, end):
            return "identifier"
        for measure in measures(string):
            if measure.start <= start < measure.end:
                means = meaning(string, measure.at)
                if means in _MEANINGS:
                    return _MEANINGS[means]
        if self._cell or _UNIT.match(string, end):
            return "quantity"
        return "unknown"

    def _is_code(self, start: int, end: int) -> bool:
        """Whether letters touch the number: "QH15", "m2", "5G"."""
        around = self._string[max(0, start - 1) : start] + self._string[end : end + 1]
        return any(char.isalpha() for char in around)
