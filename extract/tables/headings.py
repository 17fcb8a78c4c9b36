"""Heading rows of a table, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

import regex

from extract.agencies import is_agency
from extract.dues import Period, column_period, is_comparison
from extract.model import Cell, Text, record
from extract.sentences import names_group
from extract.thresholds import measures
from extract.vocabulary import alternatives, rows

Grid = Sequence[Sequence[Cell | None]]


@record
class Column:
    """A column: its headings from the outermost to its own, and what it holds (vocabulary:
    headings; besides, ``baseline`` and ``group``: a value for one group of bodies)."""

    index: int
    headings: tuple[Text, ...]
    holds: str | None
    period: Period | None = None

    @property
    def heading(self) -> str:
        return " ".join(text.string for text in self.headings)

    @property
    def own(self) -> Text:
        return self.headings[-1] if self.headings else Text()


@record
class Headings:
    """The heading rows ``first`` .. ``last`` (exclusive) of a table and its columns."""

    first: int
    last: int
    columns: tuple[Column, ...]
    printed: frozenset[str]

    def holding(self, *kinds: str) -> list[Column]:
        return [column for column in self.columns if column.holds in kinds]

    def one(self, kind: str) -> Column | None:
        return next(iter(self.holding(kind)), None)


_UNIT_IN_HEADING = regex.compile(
    r"(?i)\((?:\s*(?:đơn vị tính|đơn vị|đvt)\s*:)?\s*(?P<unit>%|‰|[^()\d]{1,25})\)\s*$"
    r"|(?:đơn vị tính|đvt)\s*:\s*(?P<unit>%|[^()\d]{1,25})$"
)
_NUMBERING = regex.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?|\(?\d\)?\s*[=:].*")
_NO_WORD = regex.compile(r"[^\p{L}\d,/%]+")
_NOTE_IN_BRACKETS = regex.compile(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def folded(string: str) -> str:
    """A heading for comparison: lower case, without brackets, marks and double spaces."""
    bare = _NOTE_IN_BRACKETS.sub(" ", string.lower())
    return " ".join(_NO_WORD.sub(" ", bare).split()).strip(" ,")


@lru_cache(maxsize=4096)
def column_kind(heading: str) -> str | None:
    """What a column with this heading holds, as far as its words say."""
    words = folded(heading)
    if not words:
        return None
    found = [index for index in (_whole().get(words),) if index is not None]
    found += [_words()[match[0]] for match in _any_words().finditer(words, overlapped=True)]
    found += [index for index, pattern in _patterns() if pattern.fullmatch(words)]
    return str(rows("headings")[min(found)]["column"]) if found else None


def heads_ordinals(cell: Cell) -> bool:
    """Whether a cell is the heading of an STT column."""
    return len(cell.paragraphs) == 1 and folded(cell.paragraphs[0].string) in _ordinal_headings()


@cache
def _ordinal_headings() -> frozenset[str]:
    return frozenset(row["whole"] for row in rows("headings") if row["column"] == "ordinal")


def unit_in_heading(heading: str) -> str | None:
    """The unit that a heading gives: "Tỷ lệ hồ sơ trực tuyến (%)" → "%"."""
    match = _UNIT_IN_HEADING.search(heading)
    if not match:
        return None
    unit = match["unit"].strip()
    read = measures(f"1 {unit}")
    known = bool(read) and read[0].end == len(f"1 {unit}")
    return unit if known and len(unit.split()) <= 4 else None


def headings_at(grid: Grid, first: int, year: int | None) -> Headings | None:
    """The headings that begin at row ``first``, or None where that row heads nothing."""
    row = _distinct(grid[first])
    kinds = [column_kind(cell.text.string) for cell in row]
    periods = [column_period(cell.text.string, year) for cell in row]
    known = [k for k in kinds if k] + [
        p for p, k in zip(periods, kinds, strict=True) if p and not k
    ]
    if len(row) < 2 or len(known) < 2 or len(set(known)) < 2:
        return None
    if any(_is_value(cell) for cell in row):
        return None
    if "ordinal" not in kinds and 2 * len(known) < len(row):
        return None
    last = _depth(grid, first)
    paths = [_path(grid, first, last, column) for column in range(len(grid[first]))]
    while last < len(grid) and _is_numbering(grid[last]):
        last += 1
    columns = _resolved(grid, last, paths, year)
    printed = frozenset(folded(text.string) for path in paths for text in path)
    return Headings(first, last, tuple(columns), printed)


def repeats(row: Sequence[Cell | None], headings: Headings) -> bool:
    """Whether a row prints the table's headings again, or their numbering."""
    cells = _distinct(row)
    if len(cells) < 2:
        return False
    known = sum(folded(cell.text.string) in headings.printed for cell in cells)
    # One cell of several may be worded otherwise ("Ước TH năm 2002").
    return (
        known == len(cells)
        or (known > 2 and known >= len(cells) - 1)
        or (_is_numbering(row) and len(cells) >= len(row) - 1 and len(cells) > 2)
    )


# --------------------------------------------------------------------------- heading rows


def _distinct(row: Sequence[Cell | None]) -> list[Cell]:
    """The printed, filled cells of a row, each once."""
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and cell.paragraphs and (not cells or cell is not cells[-1]):
            cells.append(cell)
    return cells


def _is_value(cell: Cell) -> bool:
    """A cell that holds nothing but a value heads no column ("2025" does)."""
    string = cell.text.string
    if column_period(string, None) or column_kind(string):
        return False
    return any(m.start == 0 and m.end >= len(string) - 1 for m in measures(string))


def _is_numbering(row: Sequence[Cell | None]) -> bool:
    cells = _distinct(row)
    return len(cells) > 1 and all(_NUMBERING.fullmatch(cell.text.string) for cell in cells)


def _depth(grid: Grid, first: int) -> int:
    """The row after the headings: as far as merged headings reach, and one more under each heading
    that spans columns."""
    last = first + 1
    row = first
    while row < last and row < len(grid):
        for cell in _distinct(grid[row]):
            last = max(last, cell.row + cell.row_span)
            if cell.column_span > 1 and cell.column_span < len(grid[row]):
                last = max(last, cell.row + cell.row_span + 1)
        row += 1
    last = min(last, len(grid))
    if last == first + 1 and last < len(grid) and _is_second_row(grid[first], grid[last]):
        last += 1
    return last


def _is_second_row(above: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Flattened text: the row below fills the blanks beside a heading that spanned columns."""
    blank = {c for c, cell in enumerate(above) if cell is None or not cell.paragraphs}
    filled = {c for c, cell in enumerate(below) if cell is not None and cell.paragraphs}
    if not blank or not blank <= filled or 0 in filled:
        return False
    return not any(_is_value(cell) for cell in _distinct(below)) and all(
        c in blank or c + 1 in blank for c in filled
    )


def _path(grid: Grid, first: int, last: int, column: int) -> tuple[Text, ...]:
    texts: list[Text] = []
    for row in range(first, last):
        cell = grid[row][column]
        if (cell is None or not cell.paragraphs) and row == first and last > first + 1:
            left = [c for c in grid[row][:column] if c is not None and c.paragraphs]
            cell = left[-1] if left and not _has_own(grid, row, column) else cell
        if cell is None or not cell.paragraphs:
            continue
        if not texts or cell.text.string != texts[-1].string:
            texts.append(cell.text)
    return tuple(texts)


def _has_own(grid: Grid, row: int, column: int) -> bool:
    cell = grid[row + 1][column]
    return cell is None or not cell.paragraphs


# --------------------------------------------------------------------------- what columns hold


def _resolved(
    grid: Grid, body: int, paths: Sequence[tuple[Text, ...]], year: int | None
) -> list[Column]:
    columns = [_first_reading(index, path, year) for index, path in enumerate(paths)]
    columns = [_settle_body(grid, body, column) for column in columns]
    kinds = [column.holds for column in columns]
    values = [c for c in columns if c.holds == "value"]
    if "content" not in kinds:
        candidates = [c for c in columns if c.holds in ("task", "section")]
        generic = [c for c in values if c.period is None]
        if candidates:
            columns = _set(columns, candidates[-1].index, "content")
        elif (
            generic
            and len(values) + kinds.count(None) > 1
            and not _holds_values(grid, body, generic[0])
        ):
            columns = _set(columns, generic[0].index, "content")
    contents = [c for c in columns if c.holds == "content"]
    if len(contents) > 1:
        first, *others = contents
        if _spans_rows(grid, body, first.index):
            columns = _set(columns, first.index, "section")
        else:
            for other in others:
                columns = _set(columns, other.index, "task")
    return [_period_or_group(grid, body, column, columns, year) for column in columns]


def _first_reading(index: int, path: tuple[Text, ...], year: int | None) -> Column:
    whole = " ".join(text.string for text in path)
    own = path[-1].string if path else ""
    holds = column_kind(own) or (column_kind(whole) if len(path) > 1 else None)
    spoken = [column_period(text.string, year) for text in reversed(path)]
    period = next((p for p in spoken if p), None) or column_period(whole, year)
    if is_comparison(own):
        return Column(index, path, "other")
    if period is not None and holds in (None, "value", "result", "agency", "content"):
        holds = "baseline" if period.kind == "actual" else "value"
    return Column(index, path, holds, period)


def _settle_body(grid: Grid, body: int, column: Column) -> Column:
    """ "Đơn vị" is the unit of measure only where its cells are units."""
    if column.holds != "body":
        return column
    cells = _body_strings(grid, body, column.index)
    bodies = sum(is_agency(cell) for cell in cells)
    return replace(column, holds="agency" if 2 * bodies > len(cells) else "unit")


def _period_or_group(
    grid: Grid, body: int, column: Column, columns: Sequence[Column], year: int | None
) -> Column:
    """A column without a known heading that holds values is one of a matrix: it names a body or a
    group, stands under a heading with others, or the rows are bodies."""
    if column.holds is None and column.headings and _holds_values(grid, body, column):
        named = is_agency(column.own.string) or names_group(column.own.string)
        shared = len(column.headings) > 1
        kinds = {c.holds for c in columns}
        if named or shared or ("agency" in kinds and "content" not in kinds):
            return replace(column, holds="group")
        return replace(column, holds="other")
    if column.holds == "value" and len(column.headings) > 1:
        siblings = [c for c in columns if c.headings[:1] == column.headings[:1]]
        own = column.own.string
        if len(siblings) > 1 and column_kind(own) is None and column_period(own, year) is None:
            return replace(column, holds="group")
    return column


def _holds_values(grid: Grid, body: int, column: Column) -> bool:
    cells = _body_strings(grid, body, column.index)
    return bool(cells) and 2 * sum(_reads_as_value(cell) for cell in cells) >= len(cells)


def _reads_as_value(string: str) -> bool:
    return string.strip("- ") in ("", "x", "X", "Đạt") or any(
        m.end - m.start >= len(string) / 2 for m in measures(string)
    )


def _body_strings(grid: Grid, body: int, column: int) -> list[str]:
    cells = [row[column] for row in grid[body:]]
    return [c.text.string for c in cells if c is not None and c.paragraphs and c.column == column]


def _spans_rows(grid: Grid, body: int, column: int) -> bool:
    spans = [row[column] for row in grid[body:]]
    return any(
        c is not None and c.paragraphs and c.row_span > 1 and c.column_span == 1 for c in spans
    )


def _set(columns: Sequence[Column], index: int, holds: str) -> list[Column]:
    return [replace(c, holds=holds) if c.index == index else c for c in columns]


@cache
def _whole() -> dict[str, int]:
    return {row["whole"]: index for index, row in enumerate(rows("headings")) if "whole" in row}


@cache
def _words() -> dict[str, int]:
    return {row["words"]: index for index, row in enumerate(rows("headings")) if "words" in row}


@cache
def _any_words() -> regex.Pattern[str]:
    return regex.compile(alternatives(_words()))


@cache
def _patterns() -> list[tuple[int, regex.Pattern[str]]]:
    return [
        (index, regex.compile(row["pattern"]))
        for index, row in enumerate(rows("headings"))
        if "pattern" in row
    ]
