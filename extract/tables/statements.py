"""Rows → statements: which cell carries the target, item by item, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from extract.agencies import heading_role, is_agency
from extract.dues import Period
from extract.model import Passage, Role, Text, record
from extract.tables.headings import Column, Headings, unit_in_heading
from extract.tables.items import items, without_mark
from extract.tables.rows import Row

#: Where the words of a statement stand: the chỉ tiêu cell, a task item, the nội dung itself, or no
#: table at all.
Carrier = Literal["value", "task", "content", "prose"]


@record
class Before:
    """The result of an earlier period that a row prints: the cell, its column's heading."""

    value: Text
    heading: Text
    period: Period


@record
class Statement:
    """What one cell item says, with everything that the table says of it.

    ``row`` numbers the meant rows of the table, ``one_of_list`` marks an item of a chỉ tiêu cell
    that lists several. ``agencies`` are list items or whole cells with the role of their heading.
    ``unit`` is a text of the table (unit column) or of a heading. ``titles`` are the headings above
    that can carry a due. ``fallback`` are cells that hold the row's threshold where ``words``
    measure nothing. ``subject`` is the row or column of a matrix that names the body, ``column``
    the heading of the value's column, ``bodies`` the names of bodies that are agencies of the
    target as printed.
    """

    row: int
    carrier: Carrier
    words: Text
    section: tuple[Text, ...]
    ordinal: Text
    content: Text
    unit: Text | None = None
    agencies: tuple[tuple[Role, Text], ...] = ()
    due: Text | None = None
    result: Text | None = None
    note: Text | None = None
    applies_to: Text | None = None
    period: Period | None = None
    period_heading: Text | None = None
    baseline: Before | None = None
    fallback: tuple[Text, ...] = ()
    subject: Text | None = None
    column: Text | None = None
    bodies: tuple[Text, ...] = ()
    one_of_list: bool = False
    titles: tuple[Text, ...] = ()
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


_NOTHING = regex.compile(r"(?i)\W*|không quy định|không áp dụng|không giao|không có|kqđ")


def _unit_above(titles: Sequence[Text]) -> Text | None:
    """The unit of a whole table: "ĐVT: triệu đồng" above it."""
    for title in titles:
        unit = unit_in_heading(title.string)
        at = title.string.rfind(unit) if unit else -1
        if unit and at >= 0 and _UNIT_LABEL.search(title.string):
            return title.cut(at, at + len(unit))
    return None


_UNIT_LABEL = regex.compile(r"(?i)(?:đơn vị tính|đơn vị|đvt)\s*:")
_NUMBERED_HEADING = regex.compile(r"(?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s*\p{Lu}")
_LONGEST_HEADING = 200
_TOTAL = regex.compile(r"(?i)(?:tổng cộng|tổng số|cộng|tổng)\W*")


def statements_of(
    rows: Sequence[Row], headings: Headings, titles: Sequence[Passage]
) -> list[Statement]:
    """The statements of the rows under one heading. A table whose headings hold neither a value
    nor a task with agencies, times or results assigns nothing."""
    if not _assigns(headings):
        return []
    found: list[Statement] = []
    heads = tuple(title.text for title in titles)
    unit = _unit_above(heads) if not headings.holding("unit") else None
    numbered = [
        t for t in heads if _NUMBERED_HEADING.match(t.string) and len(t) <= _LONGEST_HEADING
    ]
    for index, row in enumerate(rows):
        row.section = (*numbered[-1:], *row.section)
        found.extend(_of_row(index, row, headings, heads, unit))
    return found


def _assigns(headings: Headings) -> bool:
    if headings.holding("value", "group"):
        return bool(headings.holding("content", "agency", "task", "section"))
    return bool(headings.holding("content", "task")) and bool(
        headings.holding("agency", "due", "result")
    )


def _of_row(
    index: int, row: Row, headings: Headings, titles: tuple[Text, ...], unit: Text | None
) -> Iterator[Statement]:
    base = _base(index, row, headings, titles)
    if base.unit is None and unit_in_heading(base.content.string) is None:
        base.unit = unit
    values = _value_cells(row, headings)
    if headings.holding("value", "group"):
        if values:
            yield from _of_values(row, headings, base, values)
            return
        telling = row.filled([c.index for c in headings.holding("task", "result", "due", "note")])
        heads_only = row.heads_children and not telling
        if heads_only or not _numbered(row) or len(headings.holding("value", "group")) > 1:
            return
    elif row.heads_children and not row.filled(
        [
            c.index
            for c in headings.columns
            if c.holds in ("task", "result", "due", "note", "agency")
        ]
    ):
        return
    yield from _of_tasks(row, headings, base)


def _numbered(row: Row) -> bool:
    return bool(row.ordinal.string)


# --------------------------------------------------------------------------- what the row says


@dataclass(slots=True)
class _Base:
    row: int
    section: tuple[Text, ...]
    ordinal: Text
    content: Text
    own: tuple[Text, ...]
    unit: Text | None
    agencies: list[tuple[Role, tuple[Text, ...]]]
    due: tuple[Text, ...]
    result: Text | None
    note: Text | None
    titles: tuple[Text, ...]
    flags: tuple[str, ...]


def _base(index: int, row: Row, headings: Headings, titles: tuple[Text, ...]) -> _Base:
    def cell(kind: str) -> tuple[Text, ...]:
        column = headings.one(kind)
        return row.cells.get(column.index, ()) if column else ()

    def whole(kind: str) -> Text | None:
        columns = headings.holding(kind)
        text = Text.join(Text.join(row.cells.get(c.index, ())) for c in columns)
        return text if text.string else None

    own = Text.join(without_mark(p) for p in row.content) if row.content else Text()
    groups = [without_mark(group) for group in row.groups]
    unit = Text.join(cell("unit")) if cell("unit") else None
    agencies = [
        (heading_role(column.heading), row.cells[column.index])
        for column in headings.holding("agency")
        if row.cells.get(column.index)
    ]
    return _Base(
        index,
        row.section,
        row.ordinal,
        Text.join([*groups, own], by=": "),
        row.content,
        unit,
        agencies,
        cell("due"),
        whole("result"),
        whole("note"),
        (*titles, *row.section),
        ("joined_across_pages",) if row.joined else (),
    )


def _statement(base: _Base, carrier: Carrier, words: Text, **more: object) -> Statement:
    fields: dict[str, object] = {
        "row": base.row,
        "section": base.section,
        "ordinal": base.ordinal,
        "content": base.content,
        "unit": base.unit,
        "agencies": tuple(
            (role, item.text) for role, cell in base.agencies for item in items(cell, "agencies")
        ),
        "due": Text.join(base.due) if base.due else None,
        "result": base.result,
        "note": base.note,
        "titles": base.titles,
        "flags": base.flags,
    }
    return Statement(carrier=carrier, words=words, **{**fields, **more})  # type: ignore[arg-type]


# --------------------------------------------------------------------------- chỉ tiêu columns


def _value_cells(row: Row, headings: Headings) -> list[tuple[Column, tuple[Column, ...], Text]]:
    """The filled value cells: first column, all columns covered, text."""
    columns = headings.holding("value", "group")
    by_index = {column.index: column for column in columns}
    found = []
    for column in columns:
        paragraphs = row.cells.get(column.index)
        if not paragraphs:
            continue
        covered = row.covers.get(column.index, (column.index,))
        spanned = tuple(by_index[c] for c in covered if c in by_index)
        text = Text.join(paragraphs)
        if not _NOTHING.fullmatch(text.string):
            found.append((column, spanned or (column,), text))
    return found


def _of_values(
    row: Row,
    headings: Headings,
    base: _Base,
    values: Sequence[tuple[Column, tuple[Column, ...], Text]],
) -> Iterator[Statement]:
    periods = [
        c for c in headings.columns if c.period is not None and c.holds in ("value", "baseline")
    ]
    subject = _row_subject(row, headings, base)
    baseline = _baseline(row, headings)
    for column, spanned, text in values:
        more: dict[str, object] = {"baseline": baseline, "column": column.own}
        unit = unit_in_heading(column.heading)
        if unit and (base.unit is None or not headings.holding("unit")):
            more["unit"] = _part(column, unit)
        if column.period is not None and (len(periods) > 1 or column.period.due.start is None):
            more["period"], more["period_heading"] = column.period, column.own
        if subject is not None and not is_agency(column.own.string):
            more["subject"] = subject
            more["content"] = _without_unit(column.own)
            if not _TOTAL.fullmatch(subject.string):
                more["bodies"] = (subject,)
            more["agencies"] = ()
            if not is_agency(subject.string):
                more["applies_to"] = subject
        elif column.holds == "group" and len(spanned) == 1:
            heading = more["subject"] = column.own
            more["bodies"] = (heading,)
            if not is_agency(heading.string):
                more["applies_to"] = heading
        fallback = [Text.join(base.own)] + ([base.result] if base.result else [])
        listed = items(row.cells[column.index])
        marked = len(listed) > 1 and all(item.marked for item in listed)
        for words in [item.text for item in listed] if marked else [text]:
            yield _statement(
                base, "value", words, fallback=tuple(fallback), one_of_list=marked, **more
            )


def _row_subject(row: Row, headings: Headings, base: _Base) -> Text | None:
    """The body of a row whose columns are indicators."""
    if headings.one("content") is not None and not is_agency(base.content.string):
        return None
    agencies = headings.holding("agency")
    if headings.one("content") is None:
        return Text.join(row.cells.get(agencies[0].index, ())) if agencies else None
    return base.content if headings.holding("group") else None


def _baseline(row: Row, headings: Headings) -> Before | None:
    for column in reversed(headings.holding("baseline")):
        if column.period is not None and row.cells.get(column.index):
            value = Text.join(row.cells[column.index])
            return Before(value, Text.join(column.headings), column.period)
    return None


def _part(column: Column, part: str) -> Text:
    for heading in reversed(column.headings):
        at = heading.string.rfind(part)
        if at >= 0:
            return heading.cut(at, at + len(part))
    return column.own


_UNIT_AT_END = regex.compile(r"\s*\([^()]*\)\s*$")


def _without_unit(heading: Text) -> Text:
    match = _UNIT_AT_END.search(heading.string)
    if match and unit_in_heading(heading.string):
        return heading.cut(0, match.start())
    return heading


# --------------------------------------------------------------------------- plan tables


def _of_tasks(row: Row, headings: Headings, base: _Base) -> Iterator[Statement]:
    tasks = headings.holding("task")
    paragraphs = tuple(p for c in tasks for p in row.cells.get(c.index, ()))
    carrier: Carrier = "task" if paragraphs else "content"
    found = [item.text for item in items(paragraphs or base.own)]
    if carrier == "content" and len(found) > 1 and found[0].string.endswith(":"):
        found = found[1:]
    fallback = [Text.join(base.own)] if carrier == "task" else []
    if base.result:
        fallback.append(base.result)
    cells = [(role, [i.text for i in items(cell, "agencies")]) for role, cell in base.agencies]
    dues = [item.text for item in items(base.due, "times")]
    if any(len(texts) > len(found) for texts in (dues, *(texts for _, texts in cells))):
        # A dash after an item that no mark closes: the other cells tell how many items there are.
        loose = [item.text for item in items(paragraphs or base.own, "times")]
        if len(loose) in {len(dues), *(len(texts) for _, texts in cells)}:
            found = loose
    count = len(found)
    for index, words in enumerate(found):
        agencies = tuple(
            (role, text)
            for role, texts in cells
            for text in ([texts[index]] if len(texts) == count > 1 else texts)
        )
        due = dues[index] if len(dues) == count > 1 else (Text.join(dues) if dues else None)
        yield _statement(
            base,
            carrier,
            words,
            agencies=agencies,
            due=due,
            fallback=tuple(fallback),
        )
