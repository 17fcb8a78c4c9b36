"""Cells of one row or column of a matrix, and the cell that says what they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from extract.lineage.decrees import Decree, Holding
from extract.lineage.government import is_total
from extract.lineage.thresholds import adds_up


def wrong_sums(decree: Decree) -> Iterator[tuple[Holding, list[Holding], float]]:
    """Total, its parts, and what these add up to, where that is something else."""
    for cells in _lines(decree):
        totals = [cell for cell in cells if is_total(_of(cell))]
        parts = [cell for cell in cells if not is_total(_of(cell))]
        if len(totals) != 1 or len(parts) < 2:
            continue
        (total,) = totals
        if not all(_alike(total, part) for part in parts):
            continue
        added = round(sum(part.threshold["value"] for part in parts), 6)
        places = max(_decimals(cell) for cell in cells)
        allowed = len(parts) * 0.5 * 10**-places if places else 0
        if abs(added - total.threshold["value"]) > allowed:
            yield total, parts, added


def _lines(decree: Decree) -> Iterator[list[Holding]]:
    """Cells that have one heading in the source: those of a line of a matrix."""
    found: dict[str, list[Holding]] = defaultdict(list)
    for holding in decree.holdings:
        heading = [
            repr(sorted(fragment["locator"].items()))
            for fragment in holding.target["source"]
            if fragment["field"] == "content"
        ]
        if holding.target["origin"] == "table" and heading and adds_up(holding.threshold):
            found["".join([*heading, holding.period])].append(holding)
    yield from found.values()


def _of(cell: Holding) -> str | None:
    """Whom a cell of a matrix is for."""
    said: str | None = cell.target["applies_to"]
    names = [agency["name"] for agency in cell.target["agencies"]]
    return said or (names[0] if len(names) == 1 else None)


def _alike(total: Holding, part: Holding) -> bool:
    return _of(part) is not None and all(
        total.threshold.get(name) == part.threshold.get(name) for name in ("unit", "per")
    )


def _decimals(cell: Holding) -> int:
    after = regex.search(r"\d,(\d+)", cell.target["statement"])
    return len(after[1]) if after else 0
