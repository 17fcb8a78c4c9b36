"""The tasks of a row → statements, item by item."""

from __future__ import annotations

from collections.abc import Iterator

from extract.expressions import compiled
from extract.model import Text
from extract.tables.beside import as_many, beside_of, of_item
from extract.tables.facts import Facts
from extract.tables.heading_words import is_value
from extract.tables.headings import Headings
from extract.tables.items import items
from extract.tables.rows import Row
from extract.tables.statement import Carrier, Statement, fallback_of, statement_of
from extract.thresholds.measure import UNCLEAR

_FIRST_OF_LIST = compiled(r"1[.)]")


def of_tasks(row: Row, headings: Headings, base: Facts) -> Iterator[Statement]:
    """A statement for each item of the task cell, or of the nội dung where there is none."""
    tasks = headings.holding("task")
    paragraphs = tuple(p for c in tasks for p in row.cells.get(c.index, ()))
    carrier: Carrier = "task" if paragraphs else "content"
    numbered = headings.one("ordinal") is not None
    own = base.own
    if own and not numbered and _FIRST_OF_LIST.fullmatch(base.ordinal.string):
        listed = (Text.join([base.ordinal, own[0]]), *own[1:])
        own = listed if items(listed)[0].number.string else own
    found = items(paragraphs or own)
    if carrier == "content" and len(found) > 1 and found[0].text.string.endswith(":"):
        found = found[1:]
    fallback = fallback_of(base)[carrier != "task" :]
    cells, dues = beside_of(base)
    if any(len(texts) > len(found) for texts in (dues, *(texts for _, texts in cells))):
        # A dash after an item that no mark closes: the other cells tell how many items there are.
        loose = items(paragraphs or own, "times")
        if len(loose) in {len(dues), *(len(texts) for _, texts in cells)}:
            found = loose
    count = len(found)
    beside = [(role, as_many(texts, count)) for role, texts in cells], dues
    unread = (Text.join(row.cells.get(c.index, ())).string for c in headings.holding(None))
    doubts = (UNCLEAR,) if any(map(is_value, unread)) else ()
    for index, item in enumerate(found):
        agencies, due = of_item(beside, index, count)
        yield statement_of(
            base,
            carrier,
            item.text,
            ordinal=base.ordinal if numbered or not item.number.string else item.number,
            agencies=agencies,
            due=due,
            fallback=fallback,
            doubts=doubts,
        )
