"""What a row, the headings and the titles above a table say of all its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.agencies import heading_role
from extract.dues import due
from extract.expressions import compiled
from extract.model import Passage, Role, Text
from extract.tables.columns import Column
from extract.tables.heading_words import unit_in_heading
from extract.tables.headings import Headings
from extract.tables.items import items, without_mark, without_marks
from extract.tables.rows import Row
from extract.thresholds import measures
from extract.vocabulary import rows

# --------------------------------------------------------------------------- the row


@dataclass(slots=True)
class Facts:
    """``groups`` are the names of the rows above that head this one, ``own`` the paragraphs of the
    nội dung cell, ``due`` those of the time cell, ``results`` the items of the kết quả cell."""

    row: int
    section: tuple[Text, ...]
    ordinal: Text
    content: Text
    groups: tuple[Text, ...]
    own: tuple[Text, ...]
    unit: Text | None
    agencies: list[tuple[Role, tuple[Text, ...]]]
    due: tuple[Text, ...]
    result: Text | None
    results: tuple[Text, ...]
    note: Text | None
    titles: tuple[Text, ...]
    flags: tuple[str, ...]
    doubts: tuple[str, ...]


def facts_of(index: int, row: Row, headings: Headings, titles: tuple[Text, ...]) -> Facts:
    """What the row with this number says; ``titles`` are the passages above the table."""

    def whole(kind: str) -> Text | None:
        columns = headings.holding(kind)
        text = Text.join(Text.join(row.cells.get(c.index, ())) for c in columns)
        return text if text.string else None

    own = Text.join(without_marks(row.content))
    groups = [without_mark(group).strip(" ;:") for group in row.groups]
    agencies = [
        (heading_role(column.heading), row.cells[column.index])
        for column in headings.holding("agency")
        if row.cells.get(column.index)
    ]
    return Facts(
        index,
        row.section,
        row.ordinal,
        Text.join([*groups, own], by=": "),
        tuple(groups),
        row.content,
        row.unit,
        agencies,
        _due(row, headings.holding("due")),
        whole("result"),
        tuple(
            part
            for column in headings.holding("result")
            for item in items(row.cells.get(column.index, ()))
            for part in _amounts(item.text)
        ),
        whole("note"),
        (*titles, *row.section),
        ("joined_across_pages",) if row.joined else (),
        row.doubts,
    )


def _due(row: Row, columns: Sequence[Column]) -> tuple[Text, ...]:
    """The time cell. Of two, "Bắt đầu" and "Kết thúc", both; under "Hoàn thành trước" the last word
    of the heading stands before a date."""
    if not columns:
        return ()
    cell = row.cells.get(columns[0].index, ())
    if len(columns) > 1 and _STARTS.search(columns[0].own.string):
        end = row.cells.get(columns[1].index, ())
        return (Text.join([*cell, *end], by=" - "),) if cell and end else cell or end
    filled = next((column for column in columns if row.cells.get(column.index)), columns[0])
    cell, heading = row.cells.get(filled.index, ()), filled.own
    at = heading.string.lower().rfind(_BEFORE)
    if not heading.string.lower().endswith(_BEFORE) or len(cell) != 1 or at < 1:
        return cell
    year = _ANY_YEAR
    plain, joined = due(cell[0].string, year), Text.join([heading.cut(at), cell[0]])
    read = due(joined.string, year)
    if plain.due and read.due and plain.due.kind == read.due.kind == "fixed" and read.certain:
        return (joined,) if plain.due.end != read.due.end else cell
    return cell


_BEFORE, _ANY_YEAR = "trước", 2000
_STARTS = compiled(r"(?i)bắt đầu|khởi công")


def _amounts(text: Text) -> Iterator[Text]:
    """The amounts of a list within a line: "06 chuyên mục; 01 bộ nhận diện", "06 lớp, 240 học
    viên", "12 tủ sách, mỗi tủ tối thiểu 200 đầu sách"."""
    cuts = [match.start() for match in _NEXT_AMOUNT.finditer(text.string)]
    for low, high in pairwise([0, *cuts, len(text)]):
        yield text.cut(low, high).strip(" ;,")


_NEXT_AMOUNT = compiled(
    r";\s+(?=\d)|(?<=(?:^|;\s|\p{L}\s)\d+\s\p{L}[^\d,;()]{1,40}),\s(?=(?:\d+\s\p{Ll}|mỗi\s\p{Ll})[^,;()]*\d?)"
)


# --------------------------------------------------------------------------- units


def unit_of_table(headings: Headings, titles: Sequence[Text]) -> Text | None:
    """The unit of a table without a column of units: in the heading of its contents, or above."""
    if headings.holding("unit"):
        return None
    return _unit_of_content(headings) or _unit_above(titles)


def _unit_of_content(headings: Headings) -> Text | None:
    """ "Chỉ tiêu (%)" gives its unit to the values beside it."""
    column = headings.one("content")
    unit = unit_in_heading(column.own.string) if column else None
    return part_of(column, unit) if column and unit else None


def part_of(column: Column, part: str) -> Text:
    for heading in reversed(column.headings):
        at = heading.string.rfind(part)
        if at >= 0:
            return heading.cut(at, at + len(part))
    return column.own


def _unit_above(titles: Sequence[Text]) -> Text | None:
    """The unit of a whole table: "ĐVT: triệu đồng" above it."""
    for title in titles:
        unit = unit_in_heading(title.string)
        at = title.string.rfind(unit) if unit else -1
        if unit and at >= 0 and _UNIT_LABEL.search(title.string):
            return title.cut(at, at + len(unit))
    return None


_UNIT_LABEL = compiled(r"(?i)(?:đơn vị tính|đơn vị|đvt)\s*:")


# --------------------------------------------------------------------------- headings above


def headings_among(passages: Sequence[Passage]) -> list[Text]:
    """Those of the ``passages`` before a table that head it: no sentence and no item of a list, and
    none that a later heading of its level closes ("1. Mục tiêu đến năm 2030" before "2. Chỉ tiêu
    năm 2025")."""
    found: list[Text] = []
    closed = len(_LEVELS)
    for passage in reversed(passages):
        title = passage.text
        if len(title) > _LONGEST_TITLE or (not passage.bold and _states(title.string)):
            continue
        level = next((i for i, mark in enumerate(_LEVELS) if mark.match(title.string)), None)
        if level is None or level < closed:
            found.append(title)
            closed = closed if level is None else level
    return found[::-1]


def _states(string: str) -> bool:
    """Whether a passage is a sentence, or an item of a list, that says something of its own."""
    if _LEADS.search(string):
        return False
    demands = any(m.cued and not m.weak for m in measures(string))
    if _ENDS.search(string):
        return demands or len(string.split()) > _LONGEST_CLOSED
    return demands and _ITEM.match(string) is not None


_LONGEST_TITLE = 300
_LONGEST_CLOSED = 12  # words of a heading that ends with a full stop
_LEADS = compiled(r":\s*$")
_ENDS = compiled(r"[.;,]\s*$")
_ITEM = compiled(r"\s*(?:[-–+•]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s")
#: The marks of headings from the outermost level to the innermost.
_LEVELS = [
    compiled(mark)
    for mark in (
        r"(?i:phần|chương)\s",
        r"[A-BD-HĐ][.)]\s",
        r"(?:[IVXLC]+[.)]|(?i:điều) \d)",
        r"\d{1,2}[.)]\s",
        r"\d{1,2}\.\d{1,2}[.)]?\s",
        r"\d{1,2}(?:\.\d{1,2}){2}[.)]?\s",
        r"[a-zđ][.)]\s",
    )
]
_NUMBERED_HEADING = compiled(
    r"(?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s*\p{Lu}|(?i:bảng)\s\d+[.:]\s*\p{Lu}"
)
_LONGEST_HEADING = 200


def heading_above(titles: Sequence[Text]) -> tuple[Text, ...]:
    """The numbered heading above a table; one before the title of an annex is not above it."""
    for title in reversed(titles):
        lowered = title.string.lower().lstrip("(")
        if lowered.startswith(_annex_titles()) and not lowered.endswith(":"):
            break
        if _NUMBERED_HEADING.match(title.string) and len(title) <= _LONGEST_HEADING:
            return (title,)
    return ()


@cache
def _annex_titles() -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("letterhead") if row["mark"] in ("annex", "attached"))


def repeat_dittos(printed: Sequence[Row], headings: Headings) -> None:
    """The unit of each row, its agencies and its time: a ditto mark stands for the one above."""
    for column in headings.holding("agency", "due"):
        whole: tuple[Text, ...] = ()
        for row in printed:
            own = row.cells.get(column.index, ())
            if len(own) == 1 and whole and _DITTO.fullmatch(own[0].string):
                row.cells[column.index] = own = whole
            whole = own
    unit = headings.one("unit")
    above: Text | None = None
    for row in printed if unit else ():
        cell = Text.join(row.cells.get(unit.index, ())) if unit else Text()
        if not _DITTO.fullmatch(cell.string):
            above = cell if cell.string else None
        row.unit = above if cell.string else None


_DITTO = compiled(r"[\"”“″〃]|''|(?i:-?\s?nt\s?-?|như trên)")
