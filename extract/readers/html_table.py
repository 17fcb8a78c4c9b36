"""Tables written as HTML inside saved text: rows, cells, spans, nested tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from extract.model import Cell, Passage, Place, Table
from extract.readers.markup import TAG, inline

_SPAN = regex.compile(r"\b(?P<kind>row|col)span\s*=\s*[\"']?\s*(?P<count>\d+)", regex.I)
# No printed decree has a cell over more places than this; a larger figure is damage.
_MOST = 1000


@dataclass(slots=True)
class _Cell:
    """A cell while it is open: its raw content as stretches, nested tables cut out."""

    spans: dict[str, int]
    heading: bool
    content: list[tuple[int, int]] = field(default_factory=list)


def html_tables(place: Place, start: int, end: int) -> Iterator[Table | Passage]:
    """The table that opens at ``start``, then the tables nested in its cells. Text that stands in
    no cell (a caption, what broken markup left over) comes as passages before and after."""
    rows: list[list[_Cell]] = []
    nested: list[tuple[int, int]] = []
    before: list[tuple[int, int]] = []
    after: list[tuple[int, int]] = []
    cell: _Cell | None = None
    depth, position, inner_start = 0, start, start

    def keep(stop: int) -> None:
        loose = after if rows else before
        (cell.content if cell else loose).append((position, stop))

    for tag in TAG.finditer(place.raw, start, end):
        name, closing = (tag["name"] or "").lower(), bool(tag["close"])
        if name == "table":
            depth += -1 if closing else 1
            if depth == 2 and not closing:
                inner_start = tag.start()
                keep(tag.start())
            elif depth == 1 and closing:
                nested.append((inner_start, tag.end()))
                position = tag.end()
                continue
        if depth > 1 or name not in ("tr", "td", "th", "table", "caption"):
            continue
        keep(tag.start())
        cell, position = None, tag.end()
        if name == "tr" and not closing:
            rows.append([])
        elif name in ("td", "th") and not closing:
            if not rows:
                rows.append([])
            spans = {m["kind"].lower(): int(m["count"]) for m in _SPAN.finditer(tag["attributes"])}
            cell = _Cell(spans, name == "th")
            rows[-1].append(cell)
    if depth < 2:
        keep(end)
    else:
        nested.append((inner_start, end))
    yield from _passages(place, before)
    filled = [row for row in rows if row]
    if filled:
        yield _table(place, filled)
    for low, high in nested:
        yield from html_tables(place, low, high)
    yield from _passages(place, after)


def _passages(place: Place, loose: list[tuple[int, int]]) -> Iterator[Passage]:
    for low, high in loose:
        content = inline(place, low, high)
        for paragraph in content.paragraphs:
            yield Passage(paragraph, content.bold)


def _table(place: Place, rows: list[list[_Cell]]) -> Table:
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for r, row in enumerate(rows):
        c = 0
        for open_cell in row:
            while (r, c) in taken:
                c += 1
            down = min(open_cell.spans.get("row", 1) or 1, len(rows) - r)
            across = min(open_cell.spans.get("col", 1) or 1, _MOST)
            taken.update((y, x) for y in range(r, r + down) for x in range(c, c + across))
            parts = [inline(place, low, high) for low, high in open_cell.content]
            paragraphs = tuple(p for part in parts for p in part.paragraphs)
            bold = open_cell.heading or (bool(parts) and all(p.bold for p in parts if p.paragraphs))
            cells.append(Cell(r, c, paragraphs, down, across, bool(paragraphs) and bold))
            c += across
    columns = max((cell.column + cell.column_span for cell in cells), default=0)
    return Table(tuple(cells), len(rows), columns)
