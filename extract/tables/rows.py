"""Printed rows → the rows that are meant: page joins, sections, groups; reads no number but STT."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.expressions import compiled
from extract.model import Cell, Text
from extract.tables.columns import Grid
from extract.tables.heading_words import NOTHING, is_value
from extract.tables.headings import Headings, repeats
from extract.tables.page_ends import OPEN_END, carry_over, goes_on_over_rows, joined
from extract.thresholds import measures

_ROMAN = compiled(r"(?P<mark>[IVXLC]+)\s*[.)/:-]?")
_LETTER = compiled(r"(?P<mark>[A-HĐ])\s*[.)/:-]?")
_NUMBER = compiled(r"(?P<mark>\d{1,3}(?:\.\d{1,2})*)\s*[.)]?")
_SMALL = compiled(r"(?P<mark>[a-zđ])\s*[.)]?")
_DASH = compiled(r"[-–+•*]+")
_HEAD_NUMBER = compiled(r"(?P<ordinal>\d{1,2}(?:\.\d{1,2})*)(?:[.)]\s*|\s+)(?=\S)")


@dataclass(slots=True)
class Row:
    """A row that is meant. ``cells`` holds the paragraphs by column, merged cells in each column
    that they cover; ``covers`` the columns of a merged cell by its first column; ``after_break``
    says that it is the first below the end of a page; ``blank_over`` are the columns in which a
    blank cell reaches down to it from above."""

    section: tuple[Text, ...]
    ordinal: Text
    content: tuple[Text, ...]
    cells: dict[int, tuple[Text, ...]]
    covers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    groups: tuple[Text, ...] = ()
    joined: bool = False
    unit: Text | None = None
    heads_children: bool = False
    after_break: bool = False
    blank_over: frozenset[int] = frozenset()
    doubts: tuple[str, ...] = ()

    def filled(self, columns: Sequence[int]) -> bool:
        return any(self.cells.get(column) for column in columns)


@dataclass(slots=True)
class _Line:
    """A printed row: its own cells and those that reach down from above, by column."""

    own: dict[int, Cell]
    carried: dict[int, Cell]
    covers: dict[int, tuple[int, ...]]
    after_break: bool
    blank_over: frozenset[int]


def meant_rows(grid: Grid, headings: Headings, breaks: frozenset[int]) -> list[Row]:
    """The rows below the headings, in order."""
    reader = _Reader(headings, title_above(grid, headings.first)[1])
    titles: dict[int, Text | None] = {}
    for index in range(headings.last, len(grid)):
        if repeats(grid[index], headings):
            first, title = title_above(grid, index)
            titles.update(dict.fromkeys(range(max(first, headings.last), index), title))
    broken = False
    for index in range(headings.last, len(grid)):
        broken = broken or index in breaks
        if repeats(grid[index], headings):
            broken = True
            continue
        if index in titles:
            reader.open_title(titles[index])
            continue
        line = _line(grid, index, broken)
        if line.own:
            reader.read(line)
            broken = False
    rows = reader.rows
    carry_over(rows, headings)
    _group(rows, headings)
    return rows


def title_above(grid: Grid, headings: int) -> tuple[int, Text | None]:
    """The numbered line above a row of headings, if there is one ("6. Giao thông, vận tải"): where
    its rows begin, and its text."""
    for row in range(headings - 1, -1, -1):
        filled = [cell for cell in grid[row] if cell is not None and cell.paragraphs]
        if not filled:
            continue
        text = filled[0].text
        alone = not filled[0].column and all(cell is filled[0] for cell in filled)
        numbered = _MARKED_NUMBER.match(text.string) or _SECTION_HEAD.match(text.string)
        if alone and numbered and len(text) <= _LONGEST_TITLE:
            return row, text
        break
    return headings, None


_LONGEST_TITLE, _SHORTEST_TITLE = 200, 3


def _line(grid: Grid, index: int, after_break: bool) -> _Line:
    own: dict[int, Cell] = {}
    carried: dict[int, Cell] = {}
    covers: dict[int, tuple[int, ...]] = {}
    for column, cell in enumerate(grid[index]):
        if cell is None or not cell.paragraphs:
            continue
        covers[cell.column] = (*covers.get(cell.column, ()), column)
        (own if cell.row == index else carried).setdefault(cell.column, cell)
    blank = frozenset(
        column
        for column, cell in enumerate(grid[index])
        if cell is not None and cell.row < index and not cell.paragraphs
    )
    return _Line(own, carried, covers, after_break, blank)


class _Reader:
    """Reads printed rows one after the other; keeps the open sections."""

    def __init__(self, headings: Headings, title: Text | None) -> None:
        self.rows: list[Row] = []
        self._title = title
        self._headings = headings
        ordinal, content = headings.one("ordinal"), headings.one("content")
        self._ordinal = ordinal.index if ordinal else None
        subject = content or headings.one("task") or headings.one("agency")
        self._content = subject.index if subject else (self._ordinal or 0) + bool(ordinal)
        self._sections = [c.index for c in headings.holding("section") if c.index < self._content]
        self._holds = {c.index: c.holds for c in headings.columns}
        self._agencies = {c.index for c in headings.holding("agency")}
        self._stack: list[tuple[str, Text]] = []
        self._side: Text | None = None
        self._over_rows: Text | None = None  # the STT merged over several rows, of the last of them
        self._over_page = False  # whether that is of rows before the page's end
        # Cells whose text began before the page's end, put together again.
        self._whole: dict[tuple[int, int], tuple[Text, ...]] = {}

    def open_title(self, title: Text | None) -> None:
        """A title before headings that are printed again: what was open ends."""
        self._title, self._stack, self._side = title, [], None

    def read(self, line: _Line) -> None:
        own = {c: cell for c, cell in line.own.items() if c not in self._sections}
        self._read_side(line)
        if not own:
            return
        if line.after_break and self.rows and len(own) > 1 and self._section_and_rest(own, line):
            return
        if len(own) == 1 and not self._carries(line):
            (column, cell), *_ = own.items()
            if _AMONG.fullmatch(cell.text.string):
                return
            if self._reads_as_section(column, cell, line):
                self._open(cell.text)
                return
        if self._is_numbered_section(own, line):
            self._open(Text.join([own[self._ordinal or 0].text, own[self._content].text]))
            return
        if self._continues(own, line):
            if line.after_break and self._is_of_its_own(own):
                self._put_together(own)
                self._add(own, line)
                self.rows[-1].joined = True
                return
            self._over_page = self._over_page or (line.after_break and bool(self._sections))
            self._join(own)
            return
        self._add(own, line)

    # ---------------------------------------------------------------- sections

    def _read_side(self, line: _Line) -> None:
        """A first column merged over several rows is their section."""
        texts = [line.own[c].text for c in self._sections if c in line.own]
        if not texts:
            return
        above, side = self._side, Text.join(texts)
        cut = above is not None and line.after_break and _is_rest(side.string)
        if cut and above is not None and OPEN_END.search(above.string):
            side = Text.join([above, side])
            for row in self.rows:
                if row.section and row.section[-1] is above:
                    row.section = (*row.section[:-1], side)
        self._side, self._over_page = side, cut

    def _carries(self, line: _Line) -> bool:
        return any(column not in self._sections for column in line.carried)

    def _reads_as_section(self, column: int, cell: Cell, line: _Line) -> bool:
        string = cell.text.string
        wide = len(line.covers[column]) > 1
        if column not in (0, self._ordinal, self._content) and not wide:
            return False
        if _NUMBER.fullmatch(string) or (column == self._ordinal and len(string) < 3 and not wide):
            return False
        first = string.lstrip('"“(*').strip()[:1]
        if first in ("%", "‰") or (first.islower() and not _SMALL_HEAD.match(string)):
            return False  # "Hồ sơ đúng hạn" before the page's end, "(%)" after it
        # "... tối thiểu" before the page's end, "93% văn bản ..." after it; a list goes on.
        amount = first.isdigit() and self._ordinal is not None and not (wide or cell.bold)
        if amount and self.rows and (line.after_break or not _MARKED_NUMBER.match(string)):
            return False
        if _DASH.match(string) and not wide and not cell.bold:
            return False
        if line.after_break and not wide and not cell.bold and self._ends(string):
            return False
        numbered = _HEAD_NUMBER.match(string)
        return not (numbered and self._ordinal is None and not wide and not cell.bold)

    def _ends(self, string: str) -> bool:
        """Whether words below a page's end are the last of a sentence: "lưu trữ của" + "Phòng."."""
        above = self.rows[-1].content[-1].string if self.rows and self.rows[-1].content else ""
        short = len(string.split()) <= _SHORTEST_TITLE and not _SECTION_HEAD.match(string)
        return short and bool(OPEN_END.search(above)) and string.endswith(".")

    def _is_numbered_section(self, own: dict[int, Cell], line: _Line) -> bool:
        if self._ordinal is None or set(own) != {self._ordinal, self._content}:
            return False
        if self._carries(line):
            return False
        mark = own[self._ordinal].text.string
        return bool(_ROMAN.fullmatch(mark) or _LETTER.fullmatch(mark))

    def _section_and_rest(self, own: dict[int, Cell], line: _Line) -> bool:
        """A section row printed together with the rest of a cell that the page break cut."""
        column = min(own)
        cell = own[column]
        rest = {c: other for c, other in own.items() if c != column}
        starts_section = column in (0, self._ordinal) and bool(
            _SECTION_HEAD.match(cell.text.string)
        )
        if not (starts_section and all(_is_rest(c.text.string) for c in rest.values())):
            return False
        self._join({self._unfinished(c, other): other for c, other in rest.items()})
        self._open(cell.text)
        return True

    def _unfinished(self, column: int, cell: Cell) -> int:
        """The column that a rest belongs to: merged cells before it may have moved it to the left,
        so the column must not end with the word that the rest begins with."""
        cells = self.rows[-1].cells
        word = cell.text.string.split()[0].strip(".;,")
        for candidate in range(column, max(cells) + 1):
            above = " ".join(t.string for t in cells.get(candidate, ()))
            if above and OPEN_END.search(above) and above.split()[-1] != word:
                return candidate
        return column

    def _open(self, text: Text) -> None:
        kind = _section_kind(text.string)
        letters = [above.string[:1] for k, above in self._stack if k == "letter"]
        if letters and text.string[:1] == chr(ord(letters[0]) + 1):
            kind = "letter"  # "C" behind "B" is no hundred
        kinds = [k for k, _ in self._stack]
        if kind in kinds:
            del self._stack[kinds.index(kind) :]
        self._stack.append((kind, text))

    # ---------------------------------------------------------------- rows

    def _continues(self, own: dict[int, Cell], line: _Line) -> bool:
        """Whether this printed row is the rest of the row above."""
        if not self.rows or (self._ordinal is not None and self._ordinal in own):
            return False
        content = own.get(self._content)
        if content is None:
            return line.after_break or all(_is_rest(c.text.string) for c in own.values())
        string = content.text.string
        values = [c.index for c in self._headings.holding("value", "group")]
        has_value = any(column in own for column in values)
        if _is_rest(string) and not _SMALL_HEAD.match(string):
            # "trong đó nữ" with a value of its own is a row.
            part = has_value and _AMONG_HEAD.match(string)
            return not (part and self.rows[-1].filled(values))
        if string[:1] == "(" and not has_value and _is_rest(string[1:]):
            return True  # "(người)" below "Số lao động được tạo việc làm"
        if not line.after_break or self._ordinal is None:
            return False
        if _DASH.match(string) or _SMALL_HEAD.match(string):
            return not has_value and bool(self.rows[-1].ordinal.string)
        return not (has_value and self.rows[-1].filled(values))

    def _is_of_its_own(self, own: dict[int, Cell]) -> bool:
        """Whether a row below the page's end is one of several under an STT that is merged over
        them: it has whole values in the columns in which the row above has."""
        above = self.rows[-1].cells
        columns = [c.index for c in self._headings.holding("value", "group", "baseline")]
        both = [(Text.join(above.get(c, ())).string, c) for c in columns]
        pairs = [(over, own[c].text.string if c in own else "") for over, c in both]
        whole = [_is_whole(over) and _is_whole(under) for over, under in pairs if over or under]
        return (
            len(whole) > 1
            and any(whole)
            and all(
                bool(over) == bool(under)
                and (not over or (_is_whole(over) and _begins_value(under)))
                for over, under in pairs
            )
        )

    def _put_together(self, own: dict[int, Cell]) -> None:
        """Gives the rows on both sides of the page's end the whole of the cells that are merged
        over it: the name, and agencies that go on."""
        for column in dict.fromkeys((self._content, *self._agencies)):
            above, cell = self.rows[-1].cells.get(column), own.get(column)
            names = column in self._agencies
            if above and cell and (not names or goes_on_over_rows(above, cell.paragraphs)):
                self._go_on(column, cell)

    def _join(self, own: dict[int, Cell]) -> None:
        self.rows[-1].joined = True
        for column, cell in own.items():
            self._go_on(column, cell)

    def _go_on(self, column: int, cell: Cell) -> None:
        """Puts a cell together with the one above that it goes on with, in all rows of that one."""
        last, holds = self.rows[-1], self._holds.get(column)
        above = last.cells.get(column, ())
        whole = self._whole[cell.row, cell.column] = joined(above, cell.paragraphs, holds)
        content = joined(last.content, cell.paragraphs, holds)
        for row in reversed(self.rows):
            if row is not last and (not above or row.cells.get(column) is not above):
                break
            row.cells[column], row.joined = whole, True
            if column == self._content:
                row.content = content

    def _add(self, own: dict[int, Cell], line: _Line) -> None:
        cells = {**line.carried, **own}
        ordinal, goes_on = Text(), ""  # of "2.1" above the page's end: "2"
        if self._ordinal is not None and self._ordinal in cells:
            ordinal = cells[self._ordinal].text
            self._over_rows = ordinal if cells[self._ordinal].row_span > 1 else None
            self._over_page = False
        elif self._goes_on_over_page(line):
            # What was merged over rows before the page's end goes on after it.
            self._over_page = True
            number = self.rows[-1].ordinal if self.rows else Text()
            goes_on = number.string.rstrip(".").rpartition(".")[0]
            ordinal = self._over_rows or (ordinal if goes_on else number)
        content: tuple[Text, ...] = ()
        paragraphs = {c: self._paragraphs(cell) for c, cell in cells.items()}
        name = cells.get(self._content)
        rest = name is not None and (name.row, name.column) in self._whole
        if self.rows and not ordinal.string and (name is None or rest):
            # A flattened merge: the row goes on under the same number and content.
            above = self.rows[-1]
            ordinal, content = above.ordinal, above.content
            for column in self._agencies - cells.keys():
                merged = name is None or line.after_break or column in line.blank_over
                if column in above.cells and merged:
                    paragraphs[column] = above.cells[column]
        elif name is not None:
            content = paragraphs[self._content]
        merged = self._ordinal is None or self._over_rows is not None
        if content:
            head = _HEAD_NUMBER.match(content[0].string)
            merged = merged or bool(head and goes_on and head["ordinal"].startswith(f"{goes_on}."))
            below = ordinal.string.rstrip(".) ") + "."
            if head and (merged or (ordinal.string and head["ordinal"].startswith(below))):
                if ordinal.string and not self._sections:
                    self._side = ordinal
                ordinal = content[0].cut(0, head.end()).strip()
                content = (content[0].cut(head.end()), *content[1:])
        section = tuple(text for _, text in self._stack)
        section = (self._title, *section) if self._title else section
        if self._side is not None:
            section = (*section, self._side)
        row = Row(
            section,
            ordinal,
            content,
            paragraphs,
            dict(line.covers),
            after_break=line.after_break,
            blank_over=line.blank_over,
        )
        self.rows.append(row)
        if _ROMAN.fullmatch(ordinal.string) or _LETTER.fullmatch(ordinal.string):
            self._open(Text.join([ordinal, Text.join(content)]))

    def _goes_on_over_page(self, line: _Line) -> bool:
        if self._over_page or not self._sections:
            return self._over_page
        named = line.own.keys() | line.carried.keys()
        return line.after_break and named.isdisjoint(self._sections)

    def _paragraphs(self, cell: Cell) -> tuple[Text, ...]:
        return self._whole.get((cell.row, cell.column), cell.paragraphs)


# "Trong đó:" on a line of its own says only that parts follow.
_AMONG = compiled(r"(?i)\W*(?:trong đó|bao gồm|gồm|chia ra)\W*")
_AMONG_HEAD = compiled(r"(?i)(?:trong đó|riêng)(?!\p{L})")
_SECTION_HEAD = compiled(r"(?:[IVXLC]+|[A-HĐ])[.)\s]\s*\S")
_SMALL_HEAD = compiled(r"[a-zđ][.)]\s*\S")
_MARKED_NUMBER = compiled(r"\d{1,2}(?:\.\d{1,2})*[.)]\s*\p{L}")


def _is_whole(string: str) -> bool:
    """Whether a cell is a value and nothing more, or says that there is none."""
    return is_value(string) or NOTHING.fullmatch(string) is not None


def _begins_value(string: str) -> bool:
    return NOTHING.fullmatch(string) is not None or any(m.start == 0 for m in measures(string))


def _is_rest(string: str) -> bool:
    """Text that cannot begin a cell: it begins with a small letter or closing punctuation."""
    return string[:1].islower() or string[:1] in ".,;:)%"


def _section_kind(string: str) -> str:
    head = string.split(maxsplit=1)[0] if string.split() else ""
    if _ROMAN.fullmatch(head):
        return "roman"
    if _LETTER.fullmatch(head):
        return "letter"
    if match := _NUMBER.fullmatch(head):
        return f"number {match['mark'].count('.')}"
    return "plain"


# --------------------------------------------------------------------------- groups


def _group(rows: list[Row], headings: Headings) -> None:
    """Gives each child row the texts of the rows that head it, and who is charged with a row that
    has no value of its own."""
    telling = [
        c.index for c in headings.columns if c.holds not in ("ordinal", "content", "section", None)
    ]
    values = [c.index for c in headings.holding("value", "group")]
    agencies = [c.index for c in headings.holding("agency")]
    open_rows: list[tuple[int, str, Row]] = []
    for row in rows:
        rank, mark = _rank(row)
        if open_rows and row.content == open_rows[-1][2].content and mark == open_rows[-1][1]:
            row.groups = open_rows[-1][2].groups
            continue
        while open_rows and not _heads(open_rows[-1], rank, mark, row, telling):
            open_rows.pop()
        row.groups = tuple(Text.join(head.content) for _, _, head in open_rows)
        for _, _, head in open_rows:
            head.heads_children = True
        if values and open_rows and not open_rows[-1][2].filled(values):
            for column in agencies:
                row.cells.setdefault(column, open_rows[-1][2].cells.get(column, ()))
        open_rows.append((rank, mark, row))


def _rank(row: Row) -> tuple[int, str]:
    """How deep a row's mark stands, and the mark: 9 → 0, 9.1 → 1, a) → 10, "-" → 20, as "Trong đó:
    ...", "+" → 30."""
    ordinal = row.ordinal.string
    if match := _NUMBER.fullmatch(ordinal):
        return match["mark"].count("."), match["mark"]
    if match := _SMALL.fullmatch(ordinal):
        return 10, match["mark"]
    first = row.content[0].string if row.content else ""
    mark = ordinal or first
    if mark[:1] in "-–•*" or (not ordinal and _AMONG.match(first)):
        return 20, ""
    if mark[:1] == "+":
        return 30, ""
    if not ordinal and (match := _SMALL_HEAD.match(first)):
        return 10, match[0][0]
    return (25, "") if not ordinal else (-1, ordinal)


def _heads(
    head: tuple[int, str, Row], rank: int, mark: str, row: Row, telling: Sequence[int]
) -> bool:
    head_rank, head_mark, head_row = head
    if head_row.section != row.section or head_rank < 0:
        return False
    if rank < 10:
        return head_rank < rank and mark.startswith(f"{head_mark}.")
    if rank == 25:
        # Without a mark of its own a row belongs to a head that says nothing itself.
        return head_rank < 10 and not head_row.filled(telling)
    return head_rank < rank
