"""Saved text (.txt, .md): a line is a passage; tables are tab-separated, pipe or HTML tables, or
columns that blanks set apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, Literal

import regex

from extract.encodings import Decoder, is_old_text
from extract.errors import EmptyFile, UnknownFormat
from extract.expressions import compiled
from extract.model import Block, Cell, Passage, Source, Table, TextLocator, record
from extract.readers.aligned_lines import aligned_table
from extract.readers.cell_lines import cell_line_table, is_bar
from extract.readers.html_blocks import html_blocks
from extract.readers.markup import EXPORT_TOKEN, inline

_LINE = compiled(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|$)")
_TABLE_OPEN = compiled(r"<table\b", regex.I)
_CELL_TAG = compiled(r"<(/?)(?:tr|td|th)\b[^<>]*>", regex.I)
_TABLE_TAG = compiled(r"<(/?)table\b[^<>]*>", regex.I)
_PIPE_RULE = compiled(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIPE = compiled(r"(?<!\\)\|")
_TAB = compiled(r"\t")
_PAGE_NUMBER = compiled(r"\s*(?:-\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*-)?\s*")
_LIST_TAG = compiled(r"<(/?)(?:ul|ol)\b[^<>]*>", regex.I)
_ORDINAL = compiled(r"\s*(?:<b>|\*\*)?\s*(?:\d+[.\d]*|[IVXLC]+|[A-Z])\.?\s*(?:</b>|\*\*)?\s*\t")
_LIST_LINE = compiled(r"\s*(?:</?(?:li|ul|ol)\b|[-+•])", regex.I)
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@record
class TextPlace:
    """The whole text of a file."""

    raw: str
    legacy: tuple[tuple[int, int, str], ...] = field(default=(), repr=False)

    def locator(self, start: int, end: int) -> TextLocator:
        return TextLocator(start, end)


def read(data: bytes) -> Source:
    """The lines and tables of a text file.

    Raises:
        EmptyFile: no text.
        UnknownFormat: not text, or not in UTF-8, UTF-16, TCVN3 or VNI.
    """
    place = TextPlace(decoded(data))
    decoder = Decoder()
    decoder.learn(place.raw)
    place = decoder.read(place)
    blocks = tuple(_blocks(place))
    if not blocks:
        raise EmptyFile("the file holds no text")
    return Source("txt", blocks, warnings=tuple(decoder.warnings()))


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """Locator (``start``, ``end``) → the characters that stand there."""
    raw = decoded(data)
    return lambda locator: raw[locator["start"] : locator["end"]]


def decoded(data: bytes) -> str:
    """``data`` as text: UTF-8, or UTF-16 with its mark, or the bytes of an old encoding, each byte
    as Windows-1252 has it; line ends are kept as they are."""
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        raw = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raw = data.decode("cp1252", "replace")
        if not is_old_text(raw):
            raise UnknownFormat(
                f"not a text file in UTF-8 (byte {error.start} cannot be read)"
            ) from error
    if len(_CONTROL.findall(raw)) > len(raw) // 1000:
        raise UnknownFormat("not a text file: it holds binary data")
    return raw


@record
class _Line:
    start: int
    end: int
    string: str

    @property
    def blank(self) -> bool:
        return not self.string.strip()


def _lines(raw: str) -> list[_Line]:
    return [
        _Line(m.start(), m.start() + len(m[0].rstrip("\r\n\f")), m[0].rstrip("\r\n\f"))
        for m in _LINE.finditer(raw)
        if m[0]
    ]


def _blocks(place: TextPlace) -> Iterator[Block]:
    lines = _lines(place.raw)
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.blank:
            index += 1
        elif opening := _TABLE_OPEN.search(line.string):
            start = line.start + opening.start()
            yield from _passages(place, line.start, start)
            end = _table_end(place.raw, start)
            yield from html_blocks(place, start, end, EXPORT_TOKEN)
            while index < len(lines) and lines[index].end <= end:
                index += 1
            if index < len(lines) and lines[index].start < end:
                rest = lines[index]
                lines[index] = _Line(end, rest.end, place.raw[end : rest.end])
        elif is_bar(line):
            table_of_lines, end_line = cell_line_table(place, lines, index)
            if table_of_lines:
                yield table_of_lines
            else:
                for laid_out in lines[index:end_line]:
                    if not is_bar(laid_out):
                        yield from _passages(place, laid_out.start, laid_out.end)
            index = end_line
        elif _row_kind(line) and not _is_alone(lines, index):
            table, page_numbers, index = _table(place, lines, index)
            yield from page_numbers
            yield table
        elif aligned := aligned_table(place, lines, index):
            yield aligned[0]
            index = aligned[1]
        else:
            furniture = bool(_PAGE_NUMBER.fullmatch(line.string))
            yield from _passages(place, line.start, line.end, furniture)
            index += 1


def _passages(place: TextPlace, start: int, end: int, furniture: bool = False) -> Iterator[Passage]:
    content = inline(place, start, end)
    for paragraph in content.paragraphs:
        yield Passage(paragraph, content.bold, furniture=furniture)


def _table_end(raw: str, start: int) -> int:
    """Where a table ends; one that is never closed ends with its last row."""
    depth = 0
    for tag in _TABLE_TAG.finditer(raw, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return int(tag.end())
    closing = None
    for tag in _CELL_TAG.finditer(raw, start):
        closing = tag if tag[1] else None
    return int(closing.end()) if closing else len(raw)


def _row_kind(line: _Line) -> Literal["tabs", "pipes", None]:
    stripped = line.string.strip()
    if _is_between_pipes(stripped):
        return "pipes"
    if "\t" in line.string.strip(" ") and stripped:
        return "tabs"
    return "pipes" if "|" in stripped and len(_PIPE.findall(stripped)) > 1 else None


def _is_between_pipes(stripped: str) -> bool:
    return len(stripped) > 2 and stripped[0] == "|" and stripped[-1] == "|"


def _is_alone(lines: list[_Line], index: int) -> bool:
    """Whether pipes stand in one line only, which then may be no row: "Trang chủ | Văn bản |
    Liên hệ"."""
    string = lines[index].string.strip()
    if _row_kind(lines[index]) != "pipes" or _is_between_pipes(string):
        return False
    count = len(_PIPE.findall(string))
    return not any(len(_PIPE.findall(line.string)) == count for line in lines[index + 1 :][:1])


_Row = list[tuple[int, int]]


def _table(place: TextPlace, lines: list[_Line], first: int) -> tuple[Table, list[Passage], int]:
    """The table that begins at a line, the page numbers inside it, and the line after it.

    It runs over blank lines (page breaks) up to a line that is no row, or a row of another width
    after a blank line.
    """
    rows: list[_Row] = []
    breaks: set[int] = set()
    page_numbers: list[Passage] = []
    kind = _row_kind(lines[first])
    piped = kind == "pipes"
    width, broken, pending = 0, False, list[_Line]()
    index = end = first
    while index < len(lines):
        line = lines[index]
        if line.blank or (broken and _PAGE_NUMBER.fullmatch(line.string)):
            pending.extend([] if line.blank else [line])
            broken = True
            index += 1
            continue
        if _row_kind(line) == kind:
            row, index = _row(place.raw, lines, index, width, piped)
        elif not broken and not _row_kind(line) and _is_followed(lines, index, kind):
            # A section line whose empty cells were trimmed.
            row, index = [(line.start, line.end)], index + 1
        else:
            break
        if broken and len(row) != width:
            break
        if broken:
            breaks.add(len(rows))
            for number in pending:
                page_numbers += _passages(place, number.start, number.end, furniture=True)
        broken, pending = False, []
        if not (piped and _PIPE_RULE.fullmatch(line.string)):
            rows.append(row)
            width = max(width, len(row))
        end = index
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        for c, (low, high) in enumerate(row):
            content = inline(place, low, high)
            cells.append(Cell(r, c, content.paragraphs, bold=content.bold))
    table = Table(tuple(cells), len(rows), width, frozenset(breaks), flattened=True)
    return table, page_numbers, end


def _is_followed(lines: list[_Line], index: int, kind: str | None) -> bool:
    return index + 1 < len(lines) and _row_kind(lines[index + 1]) == kind


def _row(raw: str, lines: list[_Line], index: int, width: int, piped: bool) -> tuple[_Row, int]:
    """The cells of the row at ``index``, as raw ranges, and the line after it.

    A list that is open at the end of a line goes on in the next; a row that is short of cells is
    completed by the next line where the two together are not wider than the table.
    """
    start = lines[index].start
    row = _cells(raw, start, lines[index].end, piped, width)
    index += 1
    while not piped and width and index < len(lines) and not lines[index].blank:
        line = lines[index]
        listed = _list_is_open(raw[start : line.start]) and _LIST_LINE.match(line.string)
        longer = _cells(raw, start, line.end, piped)
        if len(longer) > width or _ORDINAL.match(line.string):
            break
        if not listed and len(row) == width:
            break
        row = longer
        index += 1
    return row, index


def _list_is_open(raw: str) -> bool:
    return sum(-1 if tag[1] else 1 for tag in _LIST_TAG.finditer(raw)) > 0


def _cells(raw: str, start: int, end: int, piped: bool, width: int = 0) -> _Row:
    """The cells of a line; ``width``: how many the table has, so that a bar at the line's beginning
    or end is known to stand beside a blank cell."""
    if piped and len(_PIPE.findall(raw, start, end)) != width - 1:
        string = raw[start:end].strip()
        start, end = (
            raw.index("|", start, end) + 1 if string[0] == "|" else start,
            raw.rindex("|", start, end) if string[-1] == "|" else end,
        )
    bounds = [m.start() for m in (_PIPE if piped else _TAB).finditer(raw, start, end)]
    return list(zip([start, *(b + 1 for b in bounds)], [*bounds, end], strict=True))
