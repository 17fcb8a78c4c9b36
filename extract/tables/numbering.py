"""Numbers that a table gives twice: two sections "I", two rows "3" that follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.expressions import compiled
from extract.model import Text
from extract.tables.statement import Statement

FLAG = "duplicate_ordinal"
_NUMBER = compiled(r"\W*(?P<number>[IVXLC]+|\p{L}|\d{1,2}(?:\.\d{1,2})*)\s?[.)/:\s-]")


def sections_numbered_twice(found: Sequence[Statement]) -> Iterator[tuple[Text, Text]]:
    """Pairs of section headings of one table that stand side by side under one number."""
    first: dict[tuple[str, ...], Text] = {}
    told: set[tuple[str, str]] = set()
    for statement in found:
        above: tuple[str, ...] = ()
        for heading in statement.section:
            match = _NUMBER.match(heading.string)
            if match:
                known = first.setdefault((*above, match["number"]), heading)
                pair = known.string, heading.string
                if known.string != heading.string and pair not in told:
                    told.add(pair)
                    yield known, heading
            above = (*above, heading.string)


def with_flags(found: Sequence[Statement]) -> list[Statement]:
    """The statements, those flagged whose row has the STT of the row above it."""
    result: list[Statement] = []
    above: Statement | None = None
    repeated: set[int] = set()
    for statement in found:
        if above is not None and statement.row != above.row:
            ordinal = statement.ordinal.string
            same = (
                ordinal and ordinal == above.ordinal.string and statement.section == above.section
            )
            if same and statement.content.string != above.content.string:
                repeated |= {above.row, statement.row}
        above = statement
    for statement in found:
        flags = (*statement.flags, FLAG) if statement.row in repeated else statement.flags
        result.append(replace(statement, flags=flags) if flags != statement.flags else statement)
    return result
