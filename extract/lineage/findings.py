"""What does not agree in a collection of decrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from extract.indicator_keys import less_is_better, likeness
from extract.lineage.citations import Library
from extract.lineage.codes import Code
from extract.lineage.decrees import Decree, Holding
from extract.lineage.links import Link, in_force, links
from extract.lineage.sums import wrong_sums
from extract.lineage.thresholds import asks_less, comparable, differ
from extract.model import record

_TWICE = 90  # from this score on, one body gives one indicator twice


@record
class Side:
    """A target, and the document that it stands in; without one, the document itself."""

    decree: Decree
    holding: Holding | None = None


@record
class Finding:
    """``first`` does not agree with ``second``; ``reason`` says in one line why these two are
    compared, or what is missing."""

    code: Code
    first: Side
    second: Side | None
    reason: str
    cites: dict[str, Any] | None = None


def findings(decrees: Sequence[Decree]) -> Iterator[tuple[list[Link], list[Finding]]]:
    """For each decree: what it restates, and what does not agree; then what does not agree between
    decrees of one body."""
    library = Library(decrees)
    for decree in decrees:
        found = links(decree, library)
        yield (
            found,
            [
                *_against_upper(in_force(found, library)),
                *_twice([decree]),
                *_sums(decree),
                *_missing(decree, library),
            ],
        )
    for group in _same_body(decrees):
        yield [], list(_between(group, library))


def _against_upper(found: Iterable[Link]) -> Iterator[Finding]:
    for link in found:
        mine, theirs = link.holding.threshold, link.upper.threshold
        first, second = Side(link.decree, link.holding), Side(link.source, link.upper)
        if link.decree.authority.lower_than(link.source.authority):
            less = mine["kind"] != "change" and less_is_better(link.holding.target["indicator"])
            if asks_less(mine, theirs, less):
                yield Finding("below_upper", first, second, link.reason)
        elif differ(mine, theirs) and not link.decree.amends:
            yield Finding("restated_differs", first, second, link.reason)


def _twice(decrees: Sequence[Decree]) -> Iterator[Finding]:
    """Pairs of targets within one decree, or between two."""
    sides = [Side(decree, holding) for decree in decrees for holding in decree.holdings]
    for first, second in combinations(sides, 2):
        one, other = first.holding, second.holding
        if one is None or other is None or (len(decrees) > 1 and first.decree is second.decree):
            continue
        like = likeness(one.key, other.key)
        if like and like.score >= _TWICE and _same_case(one, other) and _differ(one, other):
            yield Finding("twice", first, second, like.reason)


def _same_case(one: Holding, other: Holding) -> bool:
    """Whether nothing but the value tells two targets of one indicator apart."""
    return (
        (one.level, one.place, one.period) == (other.level, other.place, other.period)
        and one.target["applies_to"] == other.target["applies_to"]
        and _same_agencies(one, other)
    )


def _differ(one: Holding, other: Holding) -> bool:
    return comparable(one.threshold, other.threshold) and differ(one.threshold, other.threshold)


def _same_agencies(one: Holding, other: Holding) -> bool:
    mine, theirs = (
        {a["name"].casefold() for a in holding.target["agencies"] if a["role"] == "implement"}
        for holding in (one, other)
    )
    return not mine or not theirs or bool(mine & theirs)


def _same_body(decrees: Sequence[Decree]) -> Iterable[list[Decree]]:
    bodies: dict[str, list[Decree]] = defaultdict(list)
    for decree in decrees:
        if decree.authority.place and decree.issuer:
            bodies[f"{decree.authority.level} {decree.authority.place}"].append(decree)
    return [group for group in bodies.values() if len(group) > 1]


def _between(group: Sequence[Decree], library: Library) -> Iterator[Finding]:
    """Decrees of one body of which neither cites the other."""
    known = {decree.name: {one.name for one in library.ancestors(decree)} for decree in group}
    for one, other in combinations(group, 2):
        if one.name not in known[other.name] and other.name not in known[one.name]:
            yield from _twice([one, other])


def _sums(decree: Decree) -> Iterator[Finding]:
    for total, parts, added in wrong_sums(decree):
        said = f"{len(parts)} ô cộng lại là / cells add up to {added:g}"
        yield Finding("sum_differs", Side(decree, total), Side(decree, parts[0]), said)


def _missing(decree: Decree, library: Library) -> Iterator[Finding]:
    for citation in library.missing(decree):
        said = "không có trong thư mục / not in the folder"
        yield Finding("cited_missing", Side(decree), None, said, citation)
