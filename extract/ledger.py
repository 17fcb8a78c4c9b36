"""Every number of the source → its role: nothing on the page is lost.

The text of each passage and cell is cut into printed numbers, so that every digit stands in exactly
one entry. What a target takes has its role from there; the rest by what stands around it, read in
the whole paragraph: a line may end between "số" and its number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.expressions import compiled
from extract.model import (
    Block,
    Claim,
    Fragment,
    NumberEntry,
    Place,
    Table,
    Text,
    Warning,
)
from extract.number_roles import Around, Column
from extract.prose import Paragraph, PrintedParagraph
from extract.tables.heading_words import column_kind
from extract.thresholds import number_words

_NUMBER = compiled(r"\d+(?:[./:]\d+)*(?:,\d+)?")
_DIGIT = compiled(r"\d")


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


def ledger(
    blocks: Sequence[Block],
    printed: Sequence[PrintedParagraph],
    running: Sequence[Paragraph],
    claims: Sequence[Claim],
    year: int | None,
) -> Iterator[NumberEntry]:
    """One entry for each printed number, in the order of the source; number words only where a
    target takes them. ``printed`` are the paragraphs of ``blocks`` put together from their lines,
    ``running`` those of them that are running text; ``year`` is the document's."""
    claimed = _by_place(claims)
    worded = _by_place(c for c in claims if c.role == "target" and not _DIGIT.search(c.text.string))
    for text, around, at in _texts(blocks, printed, running, year):
        if not (worded or _DIGIT.search(text.string)):
            continue
        for start, end, place, low, high in _printed(text, worded):
            own = claimed[id(place)].on(low, high) if id(place) in claimed else []
            role, targets = _taken(own)
            if role is None:
                role = around.role(at + start, at + end)
            elif role == "target" and around.is_year(at + start, at + end):
                role, targets = "date", ()  # "từ 62,5% năm 2023 lên 65%"
            string, raw = text.string[start:end], place.raw[low:high]
            locator = place.locator(low, high)
            yield NumberEntry(string, role, locator, targets, None if raw == string else raw)


def unknown_warning(entry: NumberEntry) -> Warning:
    """The warning for a number whose role nobody could tell."""
    return Warning(
        "unknown_number",
        f"nothing says what {entry.text!r} stands for",
        (Fragment("number", entry.text, entry.locator),),
    )


def _by_place(claims: Iterable[Claim]) -> dict[int, _Claims]:
    found: dict[int, list[tuple[int, int, Claim]]] = {}
    for claim in claims:
        for _, place, start, end in claim.text.stretches():
            found.setdefault(id(place), []).append((start, end, claim))
    return {place: _Claims(spans) for place, spans in found.items()}


_FIRST = ("baseline", "target", "deadline", "ordinal")


def _taken(claims: Sequence[Claim]) -> tuple[str | None, tuple[str, ...]]:
    """The role of a number that targets take: the most telling one, and the targets."""
    for role in _FIRST:
        own = [claim.target for claim in claims if claim.role == role]
        if own:
            return role, tuple(dict.fromkeys(own)) if role == "target" else ()
    return None, ()


_Span = tuple[int, int, Place, int, int]


def _printed(text: Text, worded: dict[int, _Claims]) -> list[_Span]:
    """The printed numbers, and the number words that a target takes (``worded``): start and end in
    the text, place, start and end in it. A number never reaches over two places."""
    spans: list[_Span] = []
    offset, taken = 0, False
    figures = _DIGIT.search(text.string) is not None
    for segment in text.segments:
        place, starts, ends = segment.place, segment.starts, segment.ends
        stop = offset + len(starts)
        if place is not None:
            if worded and not taken:
                own = worded.get(id(place))
                taken = bool(own and own.on(starts[0], ends[-1]))
            if figures:
                for match in _NUMBER.finditer(text.string, offset, stop):
                    low, high = match.span()
                    raw = (starts[low - offset], ends[high - offset - 1])
                    spans.append((low, high, place, *raw))
        offset = stop
    if not taken:
        return spans
    for word in number_words(text.string):
        for _, place, low, high in text.cut(word.start, word.end).stretches():
            if id(place) in worded and worded[id(place)].on(low, high):
                spans.append((word.start, word.end, place, low, high))
    return sorted(spans, key=lambda span: span[0])


# --------------------------------------------------------------------------- what stands around


def _texts(
    blocks: Sequence[Block],
    printed: Sequence[PrintedParagraph],
    running: Sequence[Paragraph],
    year: int | None,
) -> Iterator[tuple[Text, Around, int]]:
    """Every text of the source with what stands around it, and where it begins there."""
    by_end = {_end(paragraph.text): paragraph for paragraph in running if paragraph.text.string}
    wholes: dict[int, tuple[Around, int]] = {}
    nothing = Around("", year), 0
    for whole, _ in printed:
        if not _DIGIT.search(whole.string):
            continue
        around = Around(whole.string, year, by_end.get(_end(whole)))
        offset = 0
        for segment in whole.segments:
            wholes[id(segment)] = around, offset
            offset += len(segment)
    columns = _Columns(year)
    for block in blocks:
        if isinstance(block, Table):
            yield from columns.texts(block)
        elif block.furniture:
            yield block.text, Around(block.text.string, year, furniture=True), 0
        elif block.text.segments:
            yield block.text, *wholes.get(id(block.text.segments[0]), nothing)


def _end(text: Text) -> tuple[int, int]:
    """What tells a paragraph from others, also where its list mark was cut off."""
    last = text.segments[-1]
    return id(last.place), last.ends[-1]


#: What no cell ends with: the number stands in its next paragraph, or on the next page.
_OPEN = compiled(r"(?i)(?:(?:^|\s)(?:số|năm|ngày|tháng|quý|giai đoạn|điều|khoản)|\d\s?[-–])$")
_HEADING_ROWS = 3


class _Columns:
    """The columns of one table after another; a piece without headings goes on with the last."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._width = 0
        self._columns: list[Column] = []
        self._nothing = Around("", year)

    def texts(self, table: Table) -> Iterator[tuple[Text, Around, int]]:
        if table.columns != self._width or self._heads(table):
            self._width = table.columns
            self._columns = [Column(index, self._year) for index in range(table.columns)]
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            column = self._columns[cell.column]
            if cell.row < _HEADING_ROWS:
                column.top.append(cell.text.string)
            for paragraph in cell.paragraphs:
                string, above, at = paragraph.string, column.last, 0
                column.last = string
                if not _DIGIT.search(string):
                    yield paragraph, self._nothing, 0
                    continue
                if string[:1].isdigit() and _OPEN.search(above):
                    at, string = len(above) + 1, f"{above} {string}"
                yield paragraph, Around(string, self._year, column=column), at

    @staticmethod
    def _heads(table: Table) -> bool:
        """Whether a table begins with headings of its own."""
        first = (cell.text.string for cell in table.cells if cell.row == 0)
        return any(column_kind(string) for string in first)
