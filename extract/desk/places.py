"""Where records stand: in the text of a source, and in boxes on its pages.

The texts of a source are numbered in the order of its blocks: a selection on a page of the desk is
a list of ranges (number of the text, start, end) in code points, for every format.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any, NamedTuple

from extract.model import Cell, Locator, PageLocator, Passage, Source, Table, Text, record
from extract.text import clean


class Range(NamedTuple):
    """A stretch of one text."""

    text: int
    start: int
    end: int


@record
class Claim:
    """A place of which something is said: by the records ``targets`` (their numbers on the desk) in
    their ``field``, or by the ledger, whose entry ``number`` it is."""

    locator: Mapping[str, Any]
    field: str = ""
    target: int | None = None
    number: int | None = None


@record
class Piece:
    """A stretch of text of which the same is said throughout."""

    text: str
    fields: tuple[str, ...] = ()
    targets: tuple[int, ...] = ()
    number: int | None = None


@record
class Paragraph:
    """A text as it is shown; ``index`` is its number."""

    index: int
    pieces: tuple[Piece, ...]
    bold: bool = False
    furniture: bool = False


@record
class TableCell:
    paragraphs: tuple[Paragraph, ...]
    row_span: int
    column_span: int
    bold: bool


@record
class Grid:
    """A table as it is shown: the cells that begin in each row."""

    rows: tuple[tuple[TableCell, ...], ...]


@record
class Box:
    """A box on a page in points from the top left corner, and what is said of it."""

    left: float
    top: float
    width: float
    height: float
    fields: tuple[str, ...]
    targets: tuple[int, ...]
    number: int | None


@record
class Word:
    """A word on a page, and where it stands in its text."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    range: Range


# --------------------------------------------------------------------------- texts


def numbered(source: Source) -> list[tuple[Text, bool]]:
    """Every text of a source, and whether it stands in a table."""
    found: list[tuple[Text, bool]] = []
    for block in source.blocks:
        if isinstance(block, Passage):
            found.append((block.text, False))
        else:
            found += [(text, True) for cell in _ordered(block) for text in cell.paragraphs]
    return found


def shown(source: Source, claims: Iterable[Claim]) -> list[Paragraph | Grid]:
    """A source that has no pages, as its text with what is said of each part."""
    claimed = _Claims(claims)
    found: list[Paragraph | Grid] = []
    index = 0

    def paragraph(text: Text, bold: bool, furniture: bool = False) -> Paragraph:
        nonlocal index
        index += 1
        return Paragraph(index - 1, tuple(claimed.pieces(text)), bold, furniture)

    for block in source.blocks:
        if isinstance(block, Passage):
            found.append(paragraph(block.text, block.bold, block.furniture))
            continue
        rows: list[list[TableCell]] = [[] for _ in range(block.rows)]
        for cell in _ordered(block):
            own = tuple(paragraph(text, cell.bold) for text in cell.paragraphs)
            spans = (cell.row_span, cell.column_span)
            rows[cell.row].append(TableCell(own, *spans, cell.bold))
        found.append(Grid(tuple(map(tuple, rows))))
    return found


def _ordered(table: Table) -> list[Cell]:
    return sorted(table.cells, key=lambda cell: (cell.row, cell.column))


class _Claims:
    """Claims by the part of the file that their offsets count in."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._parts: dict[tuple[Any, ...], list[Claim]] = {}
        for claim in claims:
            self._parts.setdefault(_part(claim.locator), []).append(claim)
        self._starts: dict[tuple[Any, ...], list[int]] = {}
        self._longest: dict[tuple[Any, ...], int] = {}
        for part, own in self._parts.items():
            own.sort(key=lambda claim: claim.locator["start"])
            self._starts[part] = [claim.locator["start"] for claim in own]
            self._longest[part] = max(
                claim.locator["end"] - claim.locator["start"] for claim in own
            )

    def pieces(self, text: Text) -> Iterator[Piece]:
        """The text cut where something else is said of it."""
        marks = list(self._marks(text))
        edges = sorted({0, len(text), *(edge for start, end, _ in marks for edge in (start, end))})
        for low, high in pairwise(edges):
            said = [claim for start, end, claim in marks if start <= low and high <= end]
            yield Piece(
                text.string[low:high],
                tuple(dict.fromkeys(claim.field for claim in said if claim.field)),
                tuple(dict.fromkeys(one.target for one in said if one.target is not None)),
                next((claim.number for claim in said if claim.number is not None), None),
            )

    def _marks(self, text: Text) -> Iterator[tuple[int, int, Claim]]:
        offset = 0
        for segment in text.segments:
            length = len(segment.starts)
            if segment.place is not None and length:
                starts, ends = segment.starts, segment.ends
                part = _part(locator_json(segment.place.locator(starts[0], ends[-1])))
                for claim in self._between(part, starts[0], ends[-1]):
                    low = bisect_left(starts, claim.locator["start"])
                    high = bisect_right(ends, claim.locator["end"])
                    if low < high:
                        yield offset + low, offset + high, claim
            offset += length

    def _between(self, part: tuple[Any, ...], start: int, end: int) -> Iterator[Claim]:
        if part not in self._parts:
            return
        own, begins = self._parts[part], self._starts[part]
        for index in range(bisect_left(begins, start - self._longest[part]), len(own)):
            if begins[index] >= end:
                return
            if own[index].locator["end"] > start:
                yield own[index]


def _part(locator: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(locator.get(key) for key in ("path", "sheet", "cell"))


# --------------------------------------------------------------------------- pages


def boxes(claims: Iterable[Claim]) -> dict[int, list[Box]]:
    """The boxes on each page; one for all that is said of the same place, large ones first, so
    that small ones lie over them."""
    places: dict[tuple[int, tuple[float, ...]], list[Claim]] = {}
    for claim in claims:
        at = (claim.locator["page"], tuple(claim.locator["bbox"]))
        places.setdefault(at, []).append(claim)
    found: dict[int, list[Box]] = {}
    for (page, (left, top, right, bottom)), said in places.items():
        found.setdefault(page, []).append(
            Box(
                *(left, top, round(right - left, 2), round(bottom - top, 2)),
                tuple(dict.fromkeys(claim.field for claim in said if claim.field)),
                tuple(dict.fromkeys(one.target for one in said if one.target is not None)),
                next((claim.number for claim in said if claim.number is not None), None),
            )
        )
    for own in found.values():
        own.sort(key=lambda box: -box.width * box.height)
    return found


def words(source: Source) -> Iterator[Word]:
    """The words of a source with pages, in order."""
    for index, (text, _) in enumerate(numbered(source)):
        for match in re.finditer(r"\S+", text.string):
            cut = text.cut(*match.span())
            for piece, place, start, end in cut.stretches():
                at = place.locator(start, end)
                if isinstance(at, PageLocator):
                    begin = match.start() + cut.string.find(piece.string)
                    own = Range(index, begin, begin + len(piece.string))
                    yield Word(at.page, at.bbox, piece.string, own)


# --------------------------------------------------------------------------- selections


def fragments(texts: Sequence[tuple[Text, bool]], ranges: Iterable[Range], field: str) -> list[Any]:
    """The proof of a field by a selection: fragments as in results."""
    found: list[dict[str, Any]] = []
    for text, start, end in ranges:
        for piece, place, low, high in texts[text][0].cut(start, end).strip().stretches():
            fragment = {
                "field": field,
                "quote": clean(piece.string),
                "locator": locator_json(place.locator(low, high)),
            }
            if place.raw[low:high] != fragment["quote"]:
                fragment["raw"] = place.raw[low:high]
            found.append(fragment)
    return found


def sought(texts: Sequence[tuple[Text, bool]], quote: str) -> list[Range] | None:
    """Where words stand, capitals and white space aside; None where they do not, or twice."""
    words = quote.split()
    if not words:
        return None
    form = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found = [
        Range(index, *match.span())
        for index, (text, _) in enumerate(texts)
        for match in form.finditer(text.string)
    ]
    return found if len(found) == 1 else None


def around(texts: Sequence[tuple[Text, bool]], number: Mapping[str, Any]) -> Range | None:
    """The sentence, or the whole cell, that an entry of the ledger stands in."""
    for index, (text, tabled) in enumerate(texts):
        for match in re.finditer(re.escape(number["text"]), text.string):
            stretch = next(text.cut(*match.span()).stretches(), None)
            if stretch is None:
                continue
            _, place, low, high = stretch
            if locator_json(place.locator(low, high)) != number["locator"]:
                continue
            if tabled:
                return Range(index, 0, len(text))
            ends = [one.end() for one in re.finditer(r"[.;:!?](?=\s|$)", text.string)]
            start = max((end for end in ends if end <= match.start()), default=0)
            end = min((end for end in ends if end >= match.end()), default=len(text))
            return Range(index, start, end)
    return None


def locator_json(locator: Locator) -> dict[str, Any]:
    """A locator as results hold it."""
    values = ((field.name, getattr(locator, field.name)) for field in fields(locator))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values
        if value is not None
    }
