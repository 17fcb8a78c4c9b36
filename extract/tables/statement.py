"""What a row says of one target, before a number is read."""

from __future__ import annotations

from typing import Literal

from extract.dues import Period
from extract.model import Role, Text, record
from extract.tables.facts import Facts
from extract.tables.items import items

#: Where the words of a statement stand: the chỉ tiêu cell, a task item, the nội dung itself, or no
#: table at all.
Carrier = Literal["value", "task", "content", "prose"]


@record
class Before:
    """The result of an earlier period that a row prints: the cell, its column's heading, and the
    period where that names one."""

    value: Text
    heading: Text
    period: Period | None


@record
class Statement:
    """What one cell item says, with everything that the table says of it.

    ``row`` numbers the meant rows of the table, ``one_of_list`` marks an item of a chỉ tiêu cell
    that lists several, ``one_of_periods`` a value of one plan period of several. ``agencies`` are
    list items or whole cells with the role of their heading. ``unit`` is a text of the table (unit
    column) or of a heading. ``titles`` are the headings above that can carry a due. ``fallback``
    are cells, item by item, that hold the row's threshold where ``words`` measure nothing.
    ``subject`` is the row or column of a matrix that names the body, ``column`` the heading of the
    value's column, ``bound`` the same where it may say "tối thiểu" of its values, ``bodies`` the
    names of bodies that are agencies of the target as printed.
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
    fallback: tuple[tuple[Text, ...], ...] = ()
    subject: Text | None = None
    column: Text | None = None
    bound: Text | None = None
    bodies: tuple[Text, ...] = ()
    one_of_list: bool = False
    one_of_periods: bool = False
    titles: tuple[Text, ...] = ()
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def statement_of(base: Facts, carrier: Carrier, words: Text, **more: object) -> Statement:
    """A statement of a row; ``more`` stands in the place of what the row says, doubts beside it."""
    doubts = more.pop("doubts", ())
    assert isinstance(doubts, tuple)
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
        "doubts": (*base.doubts, *doubts),
    }
    return Statement(carrier=carrier, words=words, **{**fields, **more})  # type: ignore[arg-type]


def fallback_of(base: Facts) -> tuple[tuple[Text, ...], ...]:
    """The nội dung cell, and the items of the kết quả cell."""
    return ((Text.join(base.own),), *((base.results,) if base.results else ()))
