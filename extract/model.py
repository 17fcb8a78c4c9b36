"""The types that pass between rooms. Standard library only; nothing here reads, writes or decides.

Two halves. *Source*: what a reader hands over, text with its place in the file, the same shape for
every format. *Result*: what is written as JSON; field names are those of ``schemas/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import (
    Literal,
    Protocol,
    TypeVar,
    Union,
    dataclass_transform,
)

_Record = TypeVar("_Record")


@dataclass_transform(frozen_default=True)
def record(shape: type[_Record]) -> type[_Record]:
    """A dataclass with slots whose fields the type checker keeps from being changed: to have Python
    keep them makes each instance three times as slow to build, and a decree has a million."""
    return dataclass(slots=True, unsafe_hash=True)(shape)


# --------------------------------------------------------------------------- where text stands


@record
class TextLocator:
    """Offsets in Unicode code points into a text file or web page, byte order mark not counted."""

    start: int
    end: int


@record
class DocxLocator:
    """A paragraph or table cell of a DOCX file, or of the DOCX form of a .doc, .odt or .rtf file,
    by its path, and code point offsets in its text."""

    path: str
    start: int
    end: int


@record
class PageLocator:
    """A box on a page as displayed: ``page`` from 1; ``bbox`` is (left, top, right, bottom) in
    points from the top left corner; table, row and column from 0 within the page."""

    page: int
    bbox: tuple[float, float, float, float]
    table: int | None = None
    row: int | None = None
    column: int | None = None


@record
class SheetLocator:
    """A cell of a workbook ("B7") by its sheet's name, and code point offsets in what it prints."""

    sheet: str
    cell: str
    start: int
    end: int


Locator = Union[TextLocator, DocxLocator, PageLocator, SheetLocator]


class Place(Protocol):
    """A stretch of raw text in a source, and how to say where a part of it stands."""

    @property
    def raw(self) -> str:
        """The text as the file holds it, before any normalisation."""

    def locator(self, start: int, end: int) -> Locator:
        """Where ``raw[start:end]`` stands in the file."""


class DecodedPlace(Place, Protocol):
    """A place whose text may be in an encoding older than Unicode (:mod:`extract.encodings`)."""

    @property
    def legacy(self) -> Sequence[tuple[int, int, str]]:
        """What in ``raw`` prints other letters than it holds, in order: start, end, letters."""


class RecognisedPlace(Place, Protocol):
    """A place whose text was recognised in a picture."""

    def marks(self, start: int, end: int) -> set[str]:
        """Flags and doubts, as in :class:`Target`, that belong to ``raw[start:end]``."""


# --------------------------------------------------------------------------- text with its place


@record
class Segment:
    """Characters that stand together in one place.

    ``starts[i]`` and ``ends[i]`` are the offsets in ``place.raw`` of character ``i``. A segment
    without a place is a joiner that was put between two pieces and stands nowhere.
    """

    place: Place | None
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def cut(self, start: int, end: int) -> Segment:
        return Segment(self.place, self.starts[start:end], self.ends[start:end])


@record
class Text:
    """A string in NFC that knows where each of its characters stands in the source."""

    string: str = ""
    segments: tuple[Segment, ...] = ()

    def __str__(self) -> str:
        return self.string

    def __len__(self) -> int:
        return len(self.string)

    def cut(self, start: int, end: int | None = None) -> Text:
        """The part ``string[start:end]``, with its places."""
        if not start and (end is None or end >= len(self.string)):
            return self
        begin, stop, _ = slice(start, end).indices(len(self.string))
        if len(self.segments) == 1 and begin < stop:
            return Text(self.string[begin:stop], (self.segments[0].cut(begin, stop),))
        kept: list[Segment] = []
        offset = 0
        for segment in self.segments:
            low, high = max(begin - offset, 0), min(stop - offset, len(segment.starts))
            if low < high:
                kept.append(segment.cut(low, high))
            offset += len(segment.starts)
        return Text(self.string[begin:stop], tuple(kept))

    def strip(self, chars: str | None = None) -> Text:
        if self.string.strip(chars) == self.string:
            return self
        left = len(self.string) - len(self.string.lstrip(chars))
        return self.cut(left, max(left, len(self.string.rstrip(chars))))

    @staticmethod
    def join(texts: Iterable[Text], by: str = " ") -> Text:
        """The non-empty ``texts`` with ``by`` between them; ``by`` itself stands nowhere."""
        filled = [text for text in texts if text.string]
        if len(filled) == 1:
            return filled[0]
        strings: list[str] = []
        segments: list[Segment] = []
        for text in filled:
            if strings and by:
                strings.append(by)
                nowhere = [0] * len(by)
                segments.append(Segment(None, nowhere, nowhere))
            strings.append(text.string)
            segments.extend(text.segments)
        return Text("".join(strings), tuple(segments))

    @property
    def is_recognised(self) -> bool:
        """Whether any of it was recognised on a picture."""
        # isinstance() of a protocol takes longer than all else that is done to a target.
        for segment in self.segments:  # noqa: SIM110 - half the time of any()
            if hasattr(segment.place, "marks"):
                return True
        return False

    def marks(self) -> set[str]:
        """What recognition says of the words of the text: see :class:`RecognisedPlace`."""
        found: set[str] = set()
        if self.is_recognised:
            for _, place, start, end in self.stretches():
                marks = getattr(place, "marks", None)
                if marks is not None:
                    found |= marks(start, end)
        return found

    def stretches(self) -> Iterator[tuple[Text, Place, int, int]]:
        """Each piece that stands together, as (piece, place, raw start, raw end)."""
        if len(self.segments) == 1 and self.string and self.string == self.string.strip():
            (own,) = self.segments
            if own.place is not None:
                yield self, own.place, own.starts[0], own.ends[-1]
            return
        offset = 0
        for segment in self.segments:
            start, offset = offset, offset + len(segment.starts)
            piece = self.cut(start, offset).strip()
            if segment.place is not None and piece.string:
                own = piece.segments[0]
                yield piece, segment.place, own.starts[0], own.ends[-1]


# --------------------------------------------------------------------------- source


@record
class Passage:
    """A paragraph (in text files: a line). ``furniture`` marks what a page repeats around the
    text: page numbers, running heads and feet."""

    text: Text
    bold: bool = False
    page: int | None = None
    furniture: bool = False


@record
class Cell:
    """A printed table cell.

    ``paragraphs`` are those that the source proves: a wrapped line is no new paragraph. List marks,
    also those that the word processor numbers itself, are in the text.
    """

    row: int
    column: int
    paragraphs: tuple[Text, ...] = ()
    row_span: int = 1
    column_span: int = 1
    bold: bool = False

    @property
    def text(self) -> Text:
        return self.paragraphs[0] if len(self.paragraphs) == 1 else Text.join(self.paragraphs)


@record
class Table:
    """A table as printed on a page (PDF) or held in the file (the others).

    ``breaks`` are rows before which a page break stands inside the table. ``flattened`` says that
    the file lost merged cells (tab-separated text): a blank cell may be covered by a neighbour.
    ``sides``: on a page, where the columns begin and the last one ends, in points.
    """

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    breaks: frozenset[int] = frozenset()
    page: int | None = None
    flattened: bool = False
    sides: tuple[float, ...] = ()

    def grid(self) -> list[list[Cell | None]]:
        """``rows`` × ``columns``; a merged cell stands in every place that it covers."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    grid[row][column] = cell
        return grid


Block = Union[Passage, Table]


@record
class Warning:
    """What a reviewer should look at: a stable ``code``, a sentence, the place if there is one."""

    code: str
    message: str
    source: tuple[Fragment, ...] = ()


@record
class Source:
    """What a reader hands over: the blocks in reading order. ``converter``: the program and version
    that made a DOCX of the file, in which its places stand."""

    format: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    ocr: bool = False
    ocr_engine: str | None = None
    warnings: tuple[Warning, ...] = ()
    converter: str | None = None


# --------------------------------------------------------------------------- result


@record
class Fragment:
    """The proof of a field: its exact ``quote`` and where it stands. ``raw`` is the form in the
    file where that differs (markup, line breaks, decomposed letters)."""

    field: str
    quote: str
    locator: Locator
    raw: str | None = None


Comparator = Literal["ge", "gt", "le", "lt", "eq"]
Direction = Literal["increase", "decrease"]
Role = Literal["lead", "coordinate", "implement", "monitor"]


@record
class Baseline:
    """The state from which a target starts."""

    year: int | None = None
    value: float | None = None


@record
class Threshold:
    """What must be reached. Which fields are filled depends on ``kind``: see ``schemas/``."""

    kind: Literal["level", "range", "change", "rank", "task"]
    comparator: Comparator | None = None
    value: float | None = None
    max: float | None = None
    unit: str | None = None
    direction: Direction | None = None
    baseline: Baseline | None = None
    within: str | None = None
    per: str | None = None
    each: bool | None = None


@record
class Due:
    """By when. ``start`` and ``end`` are ISO dates (fixed), ``every`` ISO 8601 durations
    (recurring)."""

    kind: Literal["fixed", "recurring", "ongoing", "conditional"]
    text: str
    start: str | None = None
    end: str | None = None
    every: tuple[str, ...] = ()


@record
class Agency:
    role: Role
    name: str


@record
class Target:
    id: str
    origin: Literal["table", "prose"]
    section: tuple[str, ...]
    ordinal: str | None
    content: str | None
    indicator: str | None
    statement: str
    threshold: Threshold
    applies_to: str | None
    agencies: tuple[Agency, ...]
    due: Due | None
    result: str | None
    note: str | None
    source: tuple[Fragment, ...]
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@record
class Citation:
    number: str
    kind: str | None = None
    date: str | None = None
    issuer: str | None = None


@record
class Signatory:
    title: str | None
    name: str | None


@record
class Document:
    number: str | None
    kind: str | None
    issuer: str | None
    place: str | None
    date: str | None
    subject: str | None
    signatory: Signatory | None
    cites: tuple[Citation, ...] = ()
    source: tuple[Fragment, ...] = ()
    targets: Sequence[Target] = ()


@record
class Claim:
    """What a target takes of the source: the numbers in ``text`` have this role in the ledger."""

    role: str
    text: Text
    target: str


@record
class NumberEntry:
    """One printed number and what became of it; ``raw`` as in :class:`Fragment`."""

    text: str
    role: str
    locator: Locator
    target: tuple[str, ...] = ()
    raw: str | None = None


@record
class SourceFile:
    """``patterns``: SHA-256 of the user's pattern file that was in use; ``ocr_engine``: the engine
    that recognised text, and its models; ``converter`` as in :class:`Source`."""

    file: str
    sha256: str
    format: str
    pages: int | None
    ocr: bool
    patterns: str | None = None
    ocr_engine: str | None = None
    converter: str | None = None


@record
class Result:
    source: SourceFile
    documents: tuple[Document, ...]
    numbers: Sequence[NumberEntry]
    warnings: tuple[Warning, ...]
