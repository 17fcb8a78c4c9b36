"""Every number of the source → its role: nothing on the page is lost.

The text of each passage and cell is cut into printed numbers, so that every digit stands in exactly
one entry. What a target takes has its role from there; the rest by what stands around it, read in
the whole paragraph: a line may end between "số" and its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

import regex

from extract.citations import cites, dated_laws, printed_kind
from extract.dues import column_period, dues_in
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
from extract.numbers import identifiers
from extract.prose import Paragraph, _put_together, paragraphs
from extract.sentences import _has_consequence, _is_past, background, meaning
from extract.tables.columns import column_kind
from extract.thresholds import Measure, measures, number_words
from extract.thresholds.right import units
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords

# `re` is several times as fast here as `regex`.
_NUMBER = re.compile(r"\d+(?:[./:]\d+)*(?:,\d+)?")
_DIGIT = re.compile(r"\d")


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


def ledger(blocks: Sequence[Block], claims: Sequence[Claim], year: int | None) -> list[NumberEntry]:
    """One entry for each printed number, in the order of the source; number words only where a
    target takes them. ``year`` is the document's."""
    claimed = _by_place(claims)
    worded = _by_place(c for c in claims if c.role == "target" and not _DIGIT.search(c.text.string))
    entries: list[NumberEntry] = []
    for text, around, at in _texts(blocks, year):
        for start, end, place, low, high in _printed(text, worded):
            own = claimed[id(place)].on(low, high) if id(place) in claimed else []
            role, targets = _taken(own)
            if role is None:
                role = around.role(at + start, at + end)
            elif role == "target" and around.is_year(at + start, at + end):
                role, targets = "date", ()  # "từ 62,5% năm 2023 lên 65%"
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
    for segment in text.segments:
        place = segment.place
        if place is not None:
            own = worded.get(id(place))
            taken = taken or bool(own and own.on(segment.starts[0], segment.ends[-1]))
            for match in _NUMBER.finditer(text.string, offset, offset + len(segment)):
                low, high = match.span()
                raw = (segment.starts[low - offset], segment.ends[high - offset - 1])
                spans.append((low, high, place, *raw))
        offset += len(segment)
    if not taken:
        return spans
    for word in number_words(text.string):
        for _, place, low, high in text.cut(word.start, word.end).stretches():
            if id(place) in worded and worded[id(place)].on(low, high):
                spans.append((word.start, word.end, place, low, high))
    return sorted(spans, key=lambda span: span[0])


# --------------------------------------------------------------------------- what stands around


def _texts(blocks: Sequence[Block], year: int | None) -> Iterator[tuple[Text, _Around, int]]:
    """Every text of the source with what stands around it, and where it begins there."""
    found = paragraphs(blocks, None)
    running = {_end(paragraph.text): paragraph for paragraph in found if paragraph.text.string}
    wholes: dict[int, tuple[_Around, int]] = {}
    nothing = _Around("", year), 0
    for whole, _ in _put_together(blocks):
        if not _DIGIT.search(whole.string):
            continue
        around = _Around(whole.string, year, running.get(_end(whole)))
        offset = 0
        for segment in whole.segments:
            wholes[id(segment)] = around, offset
            offset += len(segment)
    columns = _Columns(year)
    for block in blocks:
        if isinstance(block, Table):
            yield from columns.texts(block)
        elif block.furniture:
            yield block.text, _Around(block.text.string, year, furniture=True), 0
        elif block.text.segments:
            yield block.text, *wholes.get(id(block.text.segments[0]), nothing)


def _end(text: Text) -> tuple[int, int]:
    """What tells a paragraph from others, also where its list mark was cut off."""
    last = text.segments[-1]
    return id(last.place), last.ends[-1]


#: What no cell ends with: the number stands in its next paragraph, or on the next page.
_OPEN = regex.compile(r"(?i)(?:(?:^|\s)(?:số|năm|ngày|tháng|quý|giai đoạn|điều|khoản)|\d\s?[-–])$")
_HEADING_ROWS = 3


class _Columns:
    """The columns of one table after another; a piece without headings goes on with the last."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._width = 0
        self._columns: list[_Column] = []
        self._nothing = _Around("", year)

    def texts(self, table: Table) -> Iterator[tuple[Text, _Around, int]]:
        if table.columns != self._width or self._heads(table):
            self._width = table.columns
            self._columns = [_Column(index, self._year) for index in range(table.columns)]
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
                yield paragraph, _Around(string, self._year, column=column), at

    @staticmethod
    def _heads(table: Table) -> bool:
        """Whether a table begins with headings of its own."""
        first = (cell.text.string for cell in table.cells if cell.row == 0)
        return any(column_kind(string) for string in first)


class _Column:
    """A column: the texts at its top, among them its headings, and the paragraph read last."""

    def __init__(self, index: int, year: int | None) -> None:
        self.index, self._year = index, year
        self.top: list[str] = []
        self.last = ""

    def holds(self) -> str:
        """What stands in the column, as far as the ledger asks: due, ordinal, result or value."""
        for heading in self.top:
            kind = column_kind(heading)
            if kind in ("due", "ordinal"):
                return kind
            period = column_period(heading, self._year)
            if period is not None:
                return "result" if period.kind == "actual" else "value"
        return "value"

    def heads(self, string: str) -> bool:
        return string in self.top and bool(column_kind(string) or column_period(string, self._year))


# --------------------------------------------------------------------------- roles

_HEAD = regex.compile(
    r"\W*(?:(?i:Điều|Khoản|Mục|Chương|Phần|Phụ lục|Biểu)\s+(?:(?i:số)\s+)?)?"
    r"\(?(?!\d{1,3}(?:\.\d{3})+(?!\d))(?P<ordinal>\d{1,3}(?:\.\d{1,3})*)"
    r"(?:\s?\)|\s?:(?!\d)|\s?\.(?!\d)|\s?/(?=\s|\p{Lu}\p{Ll})|\s?[-–]\s+(?=\p{Lu})|\s*$|(?<!0\d)\s+(?=\p{Lu}))"
    r"|\W*(?:[IVXLC]+|\p{L})\.?(?P<ordinal>\d{1,2}(?:\.\d{1,2})*)[.)]"
)
_ORDINAL_CELL = regex.compile(r"\W*\d{1,3}(?:\.\d{1,3})*\W*")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_OF_YEAR = regex.compile(r"(?i)(?r)(?<!\p{L})năm\s")
_LONE = regex.compile(r"\s*(?:[.,:;)–-]\D|\W*$)")  # "theo Luật Giáo dục 2019: ..."
_UNIT = regex.compile(r"\s?(?:\p{L}|%|‰|°)")
_TIME = regex.compile(r"(?i)\s?(?:tháng|ngày|năm|quý|tuần|giờ|[/-]\s?\d)")
_GLUED_UNIT = regex.compile(r"đ(?!\p{L})")  # "85.000đ"
# "lên 96% (năm 2023 là 93,2%)"
_EARLIER = regex.compile(r"\((?:cuối )?năm (?P<year>(?:19|20)\d\d)\s(?:là|đạt|còn|có|mới)\s")
_ROLES = {"result": "result", "condition": "condition", "amount": "quantity", "goal": "quantity"}


class _Around:
    """A paragraph as printed, or a paragraph of a cell in ``column``: the roles of the numbers in
    it that no target takes."""

    def __init__(
        self,
        string: str,
        year: int | None,
        paragraph: Paragraph | None = None,
        column: _Column | None = None,
        furniture: bool = False,
    ) -> None:
        self._printed, self._year, self._furniture = string, year, furniture
        self._paragraph, self._column = paragraph, column
        # Without its list mark, as targets are read from it: what was understood is remembered.
        self._string = paragraph.text.string if paragraph else string
        self._cut = len(string) - len(self._string)

    def role(self, start: int, end: int) -> str:
        """The role of the number ``start`` .. ``end`` of the printed paragraph."""
        if self._furniture:
            return "identifier"
        if self._column and _ORDINAL_CELL.fullmatch(self._printed):
            numbers_columns = self._printed.startswith("(")
            ordinal = self._column.index == 0 or numbers_columns or self._holds() == "ordinal"
            return "ordinal" if ordinal else self._amount(start, end)
        head = self._head
        if start < self._cut or (head and head.start("ordinal") == start):
            return "citation" if self._is_cited(start - self._cut) else "ordinal"
        start, end = start - self._cut, end - self._cut
        if self._is_cited(start):
            return "citation"
        return self._time(start, end) or self._name(start, end) or self._amount(start, end)

    def is_year(self, start: int, end: int) -> bool:
        """Whether a number that stands inside a threshold is a year all the same."""
        return bool(_YEAR.fullmatch(self._printed, start, end)) and bool(
            _OF_YEAR.match(self._printed, 0, start)
        )

    @cached_property
    def _head(self) -> regex.Match[str] | None:
        return _HEAD.match(self._printed)

    def _is_cited(self, start: int) -> bool:
        return any(low <= start < high for low, high in self._cited)

    @cached_property
    def _cited(self) -> list[tuple[int, int]]:
        found = [(low, high) for _, low, high in cites(self._string, None)]
        return found + dated_laws(self._string)

    @cached_property
    def _told(self) -> list[tuple[int, int, str]]:
        return [(*match.span(), role) for role, match in _patterns().matches(self._string)]

    def _time(self, start: int, end: int) -> str | None:
        """The role of a due, and of what only looks like one: the time of a result."""
        string = self._string
        due: tuple[int, int] | None = None
        for low, high, role in self._told:
            if low <= start < high:
                if role != "deadline":
                    return role
                due = low, high
        named = next((role for low, high, role in identifiers(string) if low <= start < high), "")
        if due is None and (named == "date" or (not named and _TIME.match(string, end))):
            stated = ((low, high) for _, low, high in dues_in(string, self._year))
            due = next((span for span in stated if span[0] <= start < span[1]), None)
        if due is None:
            return None
        years = [int(year) for year in _YEAR.findall(string, *due)]
        past = self._year is not None and any(year < self._year for year in years)
        return "date" if past or self._tells_a_result(due[1]) else "deadline"

    def _tells_a_result(self, end: int) -> bool:
        """Whether the first value after a date has been reached already."""
        for measure in measures(self._string):
            if measure.at >= end:
                return meaning(self._string, measure.at) == "result"
        return False

    def _name(self, start: int, end: int) -> str | None:
        """The role of a number that names something: a date, a code, an article."""
        string = self._string
        for low, high, role in identifiers(string):
            if low <= start < high:
                if role == "date" and self._holds() == "due":
                    return "deadline"
                if role == "citation" and string[:low].endswith(("số ", "Số ")):
                    kind, _ = printed_kind(string[max(0, low - 120) : low])
                    return "citation" if kind else "identifier"
                return role
        glued = string[max(0, start - 1) : start] + string[end : end + 1]
        if any(char.isalpha() for char in glued) and not _GLUED_UNIT.match(string, end):
            unit = units().match(string, end)
            return None if unit else "identifier"
        if self._column and _YEAR.fullmatch(string, start, end):
            if self._column.heads(string):
                return "date"
            return "deadline" if self._holds() == "due" else None
        if _YEAR.fullmatch(string, start, end) and _LONE.match(string, end):
            return "date"
        return None

    def _holds(self) -> str | None:
        return self._column.holds() if self._column else None

    def _amount(self, start: int, end: int) -> str:
        string = self._string
        spans = [(m, m.baseline) for m in measures(string) if m.baseline]
        moved = next((m for m, span in spans if span and span[0] <= start < span[1]), None)
        if moved and self._means(moved, moved.at) != "result":
            return "baseline"
        found = next((m for m in measures(string) if m.start <= start < m.end), None)
        if found is not None:
            means = self._means(found, start)
            if means in _ROLES:
                return _ROLES[means]
        if self._column:
            return "result" if self._holds() == "result" else "quantity"
        measured = found is not None and (found.cued or found.threshold.unit is not None)
        if measured or _UNIT.match(string, end):
            return "quantity"
        return "date" if _YEAR.fullmatch(string, start, end) else "unknown"

    def _means(self, measure: Measure, start: int) -> str | None:
        """What its sentence, or else the headings above, say that a value is there for."""
        string, year = self._string, self._year
        if measure.cued and _has_consequence(string, measure):
            return "condition"
        means = meaning(string, measure.at)
        bracket = string.rfind("(", 0, start)
        inside = bracket >= 0 and ")" not in string[bracket:start]
        if inside and means == "condition":
            # "các tiêu chí đạt dưới 80% (hiện đại hóa đạt 73%)": those that fit the condition.
            bare = measure.threshold.comparator == "eq"
            outside = (m for m in measures(string) if m.at < bracket)
            fits = bare and any(meaning(string, m.at) == means for m in outside)
            return "result" if fits else means
        earlier = _EARLIER.match(string, bracket) if inside else None
        if earlier and year is not None and int(earlier["year"]) <= year:
            return "result"
        says = measure.cued or measure.threshold.kind == "rank" or inside
        if means is None and says and year is not None and _is_past(string, measure, year):
            return "result"
        colon = string.find(":", 0, measure.at)
        if means is None and colon > 0:  # "Kết quả năm 2023: có 12 đơn vị ...; thu phí ..."
            means = background([], [string[: colon + 1]])
        if means is None and self._paragraph is not None:
            above = self._paragraph
            return background([t.string for t in above.section], [t.string for t in above.leads])
        return means


@cache
def _patterns() -> AtWords:
    """What words say of the numbers beside them (vocabulary: ledger)."""
    return AtWords([(row["role"], f"(?i:{row['pattern']})") for row in rows("ledger")], case=True)
