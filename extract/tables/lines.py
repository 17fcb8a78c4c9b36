"""Cells that list line by line: values, beside the names of what they are of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.expressions import compiled
from extract.model import Text
from extract.tables.heading_words import NOTHING, is_unit, is_value
from extract.tables.items import without_mark


def value_lines(cell: Sequence[Text]) -> tuple[Text, ...]:
    """The lines of a chỉ tiêu cell, where there are several and each is nothing but a value or says
    that there is none; else nothing. No number goes over the end of a line."""
    each = all(
        NOTHING.fullmatch(line.string)
        or (is_value(line.string) and not _GOES_ON.match(line.string))
        for line in cell
    )
    return tuple(line.strip(" ;") for line in cell) if each and len(cell) > 1 else ()


def runs_over_lines(cell: Sequence[Text]) -> bool:
    """Whether the lines of a cell, put together, print a number that none of them prints: "125"
    above "260 (lúa)"."""
    return any(
        above.string[-1:].isdigit() and _THOUSAND.match(below.string)
        for above, below in pairwise(cell)
    )


_THOUSAND = compiled(r"\d{3}(?!\d)")
# "Từ 15" / "đến 20"
_GOES_ON = compiled(r"(?i)(?:đến|tới)\s|[-–]")


def names_of_lines(cell: Sequence[Text], count: int) -> list[tuple[Text, ...]]:
    """The names of ``count`` lines that stand beside the nội dung ``cell``: each the line's own,
    after that of the line that heads a list ("Năng suất:" / "- Lúa" / "- Ngô"). Nothing where there
    are not as many."""
    lines: list[Text] = []
    for line in cell:
        if lines and line.string[:1].islower():
            lines[-1] = Text.join([lines[-1], line])
        else:
            lines.append(line)
    if len(lines) not in (count, count + 1):
        return []
    bare = [without_mark(line).strip(" :") for line in lines]
    marked = [_MARKED.match(line.string) is not None for line in lines]
    heads = lines[0].string.rstrip().endswith(":") or (not marked[0] and all(marked[1:]))
    if len(lines) == count:
        below = heads and not marked[0]
        return [
            (bare[0], name) if index and below and marked[index] else (name,)
            for index, name in enumerate(bare)
        ]
    return [(bare[0], name) for name in bare[1:]] if heads else []


_MARKED = compiled(r"(?i)\s*(?:[-–+•*]|trong đó)")


def units_of_lines(cell: Sequence[Text], count: int) -> list[Text]:
    """The units of ``count`` lines that the ``cell`` of a unit column gives, below each other or in
    one line ("trường, lớp"); nothing where it gives one for all of them ("tin, bài")."""
    if len(cell) == count and all(is_unit(line.string) for line in cell):
        return list(cell)
    if len(cell) != 1 or is_unit(cell[0].string):
        return []
    cuts = [0, *(match.end() for match in _COMMA.finditer(cell[0].string)), len(cell[0])]
    parts = [cell[0].cut(*span).strip(" ,;") for span in pairwise(cuts)]
    return parts if len(parts) == count else []


_COMMA = compiled(r"[,;]\s")
