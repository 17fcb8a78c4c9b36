"""HTML → passages and tables, each character with its offsets; for web pages, and for the tables
that text exports hold.

The rules for broken nesting are those of the HTML standard (13.2.6), as far as they decide which
words stand in which paragraph and cell: end tags that are left out, end tags without a beginning,
text that stands in a table but in no cell. Nothing recurses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from extract.expressions import Match, Pattern, compiled
from extract.model import Block, Passage, Place
from extract.readers.html_elements import (
    CELLS,
    ENDS,
    FURNITURE,
    INLINE,
    NOT_PRINTED,
    PARAGRAPH_ENDS,
    RAW_TEXT,
    ROLES_OF_FURNITURE,
    SECTIONS,
    VOID,
    Attributes,
    list_mark,
)
from extract.readers.html_table import (
    MOST_COLUMNS,
    MOST_PLACES,
    Flow,
    Grid,
    length,
    table_blocks,
)
from extract.readers.markup import BLOCK, Paragraphs

# Browsers stop at about this depth; further tags open nothing.
_DEEPEST = 512
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True, eq=False)
class _Open:
    """An element that is open."""

    name: str
    bold: bool | None = None
    hidden: bool = False
    furniture: bool = False
    items: int = 0
    kind: str = ""
    grid: Grid | None = None
    flow: Flow | None = None


def html_blocks(place: Place, start: int, end: int, token: Pattern) -> list[Block]:
    """The passages and tables of ``place.raw[start:end]``, whose markup ``token`` finds.

    A table that only lays out the page gives its passages. Tables nested in another table's cells
    follow it. Raises TooManyCells where a table claims more places than any page has.
    """
    return _Builder(place, start, end, token).blocks()


class _Builder:
    def __init__(self, place: Place, start: int, end: int, token: Pattern) -> None:
        self.place, self.end, self.token = place, end, token
        self.position = start
        self.page = Flow(Paragraphs(place))
        self.flows = [self.page]
        self.open: list[_Open] = []
        #: How many elements of a name are open: most questions are answered by none.
        self.names: Counter[str] = Counter()
        self.bolds: list[_Open] = []
        self.hidden = self.furniture = 0
        self.strong = False
        #: The blocks of the page's main part, from one to before the other.
        self.main: tuple[int, int | None] | None = None

    def blocks(self) -> list[Block]:
        raw = self.place.raw
        match = self.token.search(raw, self.position, self.end)
        while match:
            self._print(match.start())
            self.position = match.end()
            name = (match["name"] or "").lower()
            if match["entity"]:
                if not self.hidden:
                    self._flow().paragraphs.entity(*match.span())
            elif name and match["close"]:
                self._close(name)
            elif name:
                self._begin(name, match)
            else:
                self._print_markdown(match)
            match = self.token.search(raw, self.position, self.end)
        self._print(self.end)
        self._pop(0)
        self.page.settle()
        return self._within_main()

    # ----------------------------------------------------------------- text

    def _print(self, stop: int) -> None:
        if self.position >= stop or self.hidden:
            return
        raw, start = self.place.raw, self.position
        paragraphs = self._flow().paragraphs
        bold = self._bold()
        if self.names["pre"]:
            for line in regex.finditer(r"([^\r\n]*)(\r\n?|\n|$)", raw, pos=start, endpos=stop):
                paragraphs.keep(*line.span(1), bold)
                if line[2]:
                    self._flow().settle(self.furniture > 0)
            return
        if self.names["sup"] and paragraphs.last and not paragraphs.last.isalpha():
            # A note's number, or a power, is no further digit of what it stands at; "m2" is.
            for at in range(start, stop):
                mark = raw[at].translate(_SUPERSCRIPTS)
                paragraphs.keep(at, at + 1, bold, None if mark == raw[at] else mark)
            return
        paragraphs.keep(start, stop, bold)

    def _print_markdown(self, match: Match) -> None:
        groups = match.groupdict()
        if groups.get("strong"):
            self.strong = not self.strong
        elif groups.get("escaped") and not self.hidden:
            self._flow().paragraphs.keep(match.end() - 1, match.end(), self._bold())

    def _bold(self) -> bool:
        return self.strong or (bool(self.bolds) and self.bolds[-1].bold is True)

    def _flow(self) -> Flow:
        return self.flows[-1]

    # ----------------------------------------------------------------- elements

    def _begin(self, name: str, match: Match) -> None:
        attributes = Attributes(match["attributes"] or "")
        self._end_implied(name)
        if name in BLOCK:
            self._flow().settle(self.furniture > 0)
        if name in VOID:
            return
        if name in RAW_TEXT:
            closing = compiled(rf"</{name}\b[^>]*>", regex.I)
            found = closing.search(self.place.raw, self.position, self.end)
            self.position = found.end() if found else self.end
            return
        if len(self.open) >= _DEEPEST:
            return
        element = _Open(
            name,
            bold=True if name in ("b", "strong", *(f"h{n}" for n in range(1, 7))) else None,
            hidden=name in NOT_PRINTED or attributes.hidden,
            furniture=name in FURNITURE or attributes.get("role") in ROLES_OF_FURNITURE,
        )
        if attributes.bold is not None:
            element.bold = attributes.bold
        if name in ("header", "footer") and self._innermost("article", "main") is not None:
            element.furniture = False
        if name == "table":
            element.grid = Grid(attributes.get("role") in ("presentation", "none"))
        self.open.append(element)
        self.names[name] += 1
        if element.bold is not None:
            self.bolds.append(element)
        self.hidden += element.hidden
        self.furniture += element.furniture
        if self.hidden:
            return
        if name == "main" and self.main is None and len(self.flows) == 1:
            self.main = (len(self.page.blocks), None)
        elif name in ("ul", "ol"):
            element.kind, element.items = attributes.list_kind(name), attributes.list_start
        elif name == "li" and not self.furniture:
            self._mark(match, attributes)
        elif name == "tr":
            if (table := self._table()) is not None:
                self._begin_row(table)
        elif name in CELLS:
            self._begin_cell(element, attributes)

    def _mark(self, match: Match, attributes: Attributes) -> None:
        parent = self._innermost("ul", "ol", "menu")
        mark = "- "
        if parent is not None and self.open[parent].kind:
            of = self.open[parent]
            of.items = attributes.number("value") or of.items
            mark = list_mark(of.kind, of.items)
            of.items += 1
        self._flow().paragraphs.mark(*match.span(), mark)

    def _begin_row(self, table: Grid) -> None:
        if not table.rows:
            table.behind = len(self._flow().blocks)
        table.rows.append([])

    def _begin_cell(self, element: _Open, attributes: Attributes) -> None:
        table = self._table()
        if table is None:
            return
        if not table.rows:
            self._begin_row(table)
        element.flow = Flow(
            Paragraphs(self.place),
            # "0" is down to the last row.
            row_span=attributes.number("rowspan", 1) or MOST_PLACES,
            column_span=min(attributes.number("colspan", 1) or 1, MOST_COLUMNS),
            heading=element.name == "th",
        )
        table.rows[-1].append(element.flow)
        self.flows.append(element.flow)
        self.strong = False

    def _close(self, name: str) -> None:
        index = self._in_scope(name)
        if name in BLOCK:
            self._flow().settle(self.furniture > 0)
        if index is None:
            return
        if name in INLINE and any(e.name not in INLINE for e in self.open[index + 1 :]):
            # <b><p>...</b></p>: ends for what comes next; the blocks inside stay open.
            self._left(self.open.pop(index))
        else:
            self._pop(index)

    def _end_implied(self, name: str) -> None:
        """Ends the elements whose end tags may be left out before ``name``."""
        if name in PARAGRAPH_ENDS:
            self._end("p", ("table", *CELLS))
        if name in ENDS:
            ended, barrier = ENDS[name]
            for other in ended:
                self._end(other, barrier)
        if name == "table":
            inner = self._innermost("table", "caption", *CELLS)
            if inner is not None and self.open[inner].name == "table":
                self._pop(inner)

    def _end(self, name: str, barrier: Sequence[str]) -> None:
        if not self.names[name]:
            return
        index = self._innermost(name, *barrier)
        if index is not None and self.open[index].name == name:
            self._pop(index)

    def _innermost(self, *names: str) -> int | None:
        if any(self.names[name] for name in names):
            for index in range(len(self.open) - 1, -1, -1):
                if self.open[index].name in names:
                    return index
        return None

    def _in_scope(self, name: str) -> int | None:
        """The element that an end tag ends: none beyond the cell or table that it stands in."""
        if not self.names[name]:
            return None
        barrier = ("table",) if name in SECTIONS else ("table", "caption", *CELLS)
        index = self._innermost(name, *barrier)
        return index if index is not None and self.open[index].name == name else None

    def _pop(self, index: int) -> None:
        """Ends the element at ``index`` and all within it."""
        while len(self.open) > index:
            self._left(self.open.pop())

    def _left(self, element: _Open) -> None:
        self.names[element.name] -= 1
        if element.bold is not None:
            self.bolds.remove(element)
        if element.name in BLOCK:
            self._flow().settle(self.furniture > 0)
        if element.name == "main" and self.main and self.main[1] is None:
            self.main = (self.main[0], len(self.page.blocks))
        if element.name == "li":
            self._flow().paragraphs.mark(0, 0, "")
        if element.flow is not None:
            self.flows.pop()
            self.strong = False
        self.hidden -= element.hidden
        self.furniture -= element.furniture
        if element.grid is not None:
            blocks = self._flow().blocks
            at = element.grid.behind if element.grid.rows else len(blocks)
            blocks[at:at] = table_blocks(element.grid)

    def _table(self) -> Grid | None:
        index = self._innermost("table")
        return None if index is None else self.open[index].grid

    # ----------------------------------------------------------------- the whole page

    def _within_main(self) -> list[Block]:
        """The blocks; those beside the page's main part, if that holds most of the text, are what
        the site prints around every page."""
        blocks = self.page.blocks
        first, last = self.main or (0, None)
        last = len(blocks) if last is None else last
        if 2 * length(blocks[first:last]) < length(blocks):
            return blocks
        return [
            replace(block, furniture=True)
            if isinstance(block, Passage) and not first <= index < last
            else block
            for index, block in enumerate(blocks)
        ]
