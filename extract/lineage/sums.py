"""Cells of one row or column of a matrix, and the cell that says what they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

import regex

from extract.lineage.decrees import Decree, Holding
from extract.lineage.government import folded, is_total
from extract.lineage.thresholds import adds_up
from extract.vocabulary import rows_with


def wrong_sums(decree: Decree) -> Iterator[tuple[Holding, list[Holding], float]]:
    """Total, its parts, and what these add up to, where that is something else."""
    for total, parts in [*_matrices(decree), *_of_which(decree)]:
        added = round(sum(part.threshold["value"] for part in parts), 6)
        places = max(_decimals(cell) for cell in (total, *parts))
        allowed = len(parts) * 0.5 * 10**-places if places else 0
        if abs(added - total.threshold["value"]) > allowed:
            yield total, parts, added


def _matrices(decree: Decree) -> Iterator[tuple[Holding, list[Holding]]]:
    for cells in _lines(decree):
        totals = [cell for cell in cells if _is_total(cell)]
        parts = [cell for cell in cells if not _is_total(cell)]
        if len(totals) == 1 and len(parts) > 1 and all(_alike(totals[0], one) for one in parts):
            yield totals[0], parts


def _of_which(decree: Decree) -> Iterator[tuple[Holding, list[Holding]]]:
    """A row of a table and those under it, from "Trong đó" on, that have no ordinal; where they are
    all there are ("thành thị" and "nông thôn")."""
    listed = [holding for holding in decree.holdings if holding.target["origin"] == "table"]
    for index, total in enumerate(listed[:-1]):
        below = takewhile(lambda row: not row.target["ordinal"], listed[index + 1 :])
        parts = [row for row in below if _same_unit(total, row)]
        # A row gives its name to those under it: "Tổng thu: Trong đó: Thu nội địa".
        head = f"{total.target['content']}: "
        names = [folded((part.target["content"] or "").removeprefix(head)) for part in parts]
        if (
            total.target["ordinal"]
            and names
            and names[0].startswith("trong đó")
            and adds_up(total.key.words, total.threshold)
            and _whole(names)
        ):
            yield total, parts


def _whole(names: list[str]) -> bool:
    return any(
        len(names) == len(row["whole"])
        and all(any(word in name for name in names) for word in row["whole"])
        for row in rows_with("government", "whole")
    )


def _lines(decree: Decree) -> Iterator[list[Holding]]:
    """Cells that have one heading in the source: those of a line of a matrix."""
    found: dict[str, list[Holding]] = defaultdict(list)
    for holding in decree.holdings:
        heading = [
            repr(sorted(fragment["locator"].items()))
            for fragment in holding.target["source"]
            if fragment["field"] == "content"
        ]
        if (
            holding.target["origin"] == "table"
            and heading
            and adds_up(holding.key.words, holding.threshold)
        ):
            found["".join([*heading, holding.period])].append(holding)
    yield from found.values()


def _of(cell: Holding) -> str | None:
    """Whom a cell of a matrix is for."""
    said: str | None = cell.target["applies_to"]
    names = [agency["name"] for agency in cell.target["agencies"]]
    return said or (names[0] if len(names) == 1 else None)


def _is_total(cell: Holding) -> bool:
    """A column of values for the whole ("Toàn tỉnh") names nobody beside columns that do."""
    return _of(cell) is None or is_total(_of(cell))


def _alike(total: Holding, part: Holding) -> bool:
    return _of(part) is not None and _same_unit(total, part)


def _same_unit(total: Holding, part: Holding) -> bool:
    names = ("kind", "unit", "per")
    return all(total.threshold.get(name) == part.threshold.get(name) for name in names)


def _decimals(cell: Holding) -> int:
    after = regex.search(r"\d,(\d+)", cell.target["statement"])
    return len(after[1]) if after else 0
