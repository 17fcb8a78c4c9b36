"""What does not agree in a collection of decrees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from typing import Any

from extract.indicator_keys import key, less_is_better, likeness, told_apart
from extract.lineage.citations import Library
from extract.lineage.codes import Code
from extract.lineage.decrees import Decree, Holding
from extract.lineage.government import SAID_WHOLE, WHOLE, folded
from extract.lineage.links import Link, in_force, links
from extract.lineage.sums import wrong_sums
from extract.lineage.thresholds import asks_less, comparable, differ
from extract.model import record

_TWICE = 95  # from this likeness on, one body gives one indicator twice
_SHORT = 200  # targets
_SAYS_LITTLE = 4  # characters of a key


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


def findings(decrees: Sequence[Decree]) -> tuple[list[Link], list[Finding]]:
    """What restates what, and what does not agree: for each decree with what it restates and within
    its tables, then for each body which indicators it gives twice."""
    library = Library(decrees)
    restated: list[Link] = []
    found: list[Finding] = []
    for decree in decrees:
        own = links(decree, library)
        restated += own
        found += _against_upper(in_force(own, library))
        found += _sums(decree)
        found += _missing(decree, library)
    for group in _by_body(decrees):
        found += _twice(group, library)
    return restated, found


def _against_upper(found: Iterable[Link]) -> Iterator[Finding]:
    for link in found:
        mine, theirs = link.holding.threshold, link.upper.threshold
        first, second = Side(link.decree, link.holding), Side(link.source, link.upper)
        if link.decree.authority.lower_than(link.source.authority):
            less = mine["kind"] != "change" and less_is_better(link.holding.key.words)
            if asks_less(mine, theirs, less):
                yield Finding("below_upper", first, second, link.reason)
        elif differ(mine, theirs) and not link.decree.amends:
            yield Finding("restated_differs", first, second, link.reason)


def _twice(decrees: Sequence[Decree], library: Library) -> Iterator[Finding]:
    """Pairs of targets of one body, within a decree or in two of which neither cites the other."""
    for (decree, one), (another, other) in _alike(decrees):
        like = likeness(one.key, other.key)
        if not like or like.score < _TWICE or not _same_agencies(one, other):
            continue
        if decree is another and one.target["statement"] == other.target["statement"]:
            continue  # one sentence tells its values apart itself
        if not _differ(one, other) or _siblings(one, other):
            continue
        if told_apart(_around(one), _around(other)):
            continue
        if another not in library.ancestors(decree) and decree not in library.ancestors(another):
            yield Finding("twice", Side(decree, one), Side(another, other), like.reason)


_Place = tuple[Decree, Holding]


def _alike(decrees: Sequence[Decree]) -> Iterator[tuple[_Place, _Place]]:
    """Pairs for the same holder and period: with one key, or in a short decree with any."""
    keys: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for decree in decrees:
        cases: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
        for holding in decree.holdings:
            part = holding.part if holding.part != SAID_WHOLE else WHOLE
            whom = holding.target["applies_to"] if part != WHOLE else None
            case = part, holding.period, whom
            cases[case].append((decree, holding))
            if len(" ".join(holding.key.telling)) > _SAYS_LITTLE:
                keys[holding.key.telling, *case].append((decree, holding))
        for case_pairs in cases.values():
            for one, other in combinations(case_pairs, 2) if len(case_pairs) <= _SHORT else ():
                names = one[1].key.words, other[1].key.words
                part_of_it = names[0].startswith(names[1]) or names[1].startswith(names[0])
                if one[1].key.telling != other[1].key.telling and not part_of_it:
                    yield one, other
    for alike in keys.values():
        yield from combinations(alike, 2)


def _siblings(one: Holding, other: Holding) -> bool:
    """Two rows under one group row, whose text they have before a colon; or this and one."""
    names = [(holding.target["content"] or "").rstrip(": ") for holding in (one, other)]
    if any(name.startswith(f"{above}:") for name, above in permutations(names)):
        return True
    (group, _, first), (same, _, second) = (name.rpartition(": ") for name in names)
    return bool(group) and group == same and key(first, None).telling != key(second, None).telling


def _around(holding: Holding) -> str:
    target = holding.target
    return " ".join([*target["section"], target["content"] or "", target["statement"]])


def _differ(one: Holding, other: Holding) -> bool:
    return comparable(one.threshold, other.threshold) and differ(one.threshold, other.threshold)


def _same_agencies(one: Holding, other: Holding) -> bool:
    mine, theirs = (
        {a["name"].casefold() for a in holding.target["agencies"] if a["role"] == "implement"}
        for holding in (one, other)
    )
    return not mine or not theirs or bool(mine & theirs)


def _by_body(decrees: Sequence[Decree]) -> Iterable[list[Decree]]:
    """A body and its chairman are one; what names no body stands alone."""
    bodies: dict[object, list[Decree]] = defaultdict(list)
    for decree in decrees:
        body = folded(decree.issuer or "").removeprefix("chủ tịch ")
        bodies[body if decree.authority.place else decree.name].append(decree)
    return bodies.values()


def _sums(decree: Decree) -> Iterator[Finding]:
    for total, parts, added in wrong_sums(decree):
        said = f"{len(parts)} ô cộng lại là / cells add up to {added:g}"
        yield Finding("sum_differs", Side(decree, total), Side(decree, parts[0]), said)


def _missing(decree: Decree, library: Library) -> Iterator[Finding]:
    for citation in library.missing(decree):
        said = "không có trong thư mục / not in the folder"
        yield Finding("cited_missing", Side(decree), None, said, citation)
