"""Which target restates which: a decree that cites another, and the same indicator in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extract.indicator_keys import likeness
from extract.lineage.citations import Library
from extract.lineage.decrees import Decree, Holding
from extract.lineage.thresholds import adds_up, comparable
from extract.model import record


@record
class Link:
    """``holding`` of ``decree`` restates ``upper`` of ``source``, which it cites, at once or through
    a decree in between. ``score`` of 100 and ``reason``: those of the two indicators."""

    decree: Decree
    holding: Holding
    source: Decree
    upper: Holding
    score: int
    reason: str


def links(decree: Decree, library: Library) -> Iterator[Link]:
    """Those of ``decree``, by the decrees that it restates, the nearest first."""
    for source in library.ancestors(decree):
        if not source.authority.lower_than(decree.authority):
            yield from _between(decree, source)


def _between(decree: Decree, source: Decree) -> Iterator[Link]:
    """Of every target of ``decree`` the likest of ``source`` that holds for the same, and of these
    only the likest for one target of ``source`` and one level."""
    found = [
        Link(decree, holding, source, upper, like.score, like.reason)
        for holding in decree.holdings
        for upper in source.holdings
        if _for_the_same(holding, decree, upper, source)
        and comparable(holding.threshold, upper.threshold)
        and (like := likeness(holding.key, upper.key))
    ]
    best: dict[tuple[object, ...], int] = defaultdict(int)
    for link in found:
        for side in _sides(link):
            best[side] = max(best[side], link.score)
    for link in found:
        if all(best[side] == link.score for side in _sides(link)):
            yield link


def _sides(link: Link) -> tuple[tuple[object, ...], ...]:
    mine, theirs = link.holding, link.upper
    return (mine.target["id"],), (theirs.target["id"], mine.level, mine.place)


def _for_the_same(holding: Holding, decree: Decree, upper: Holding, source: Decree) -> bool:
    if holding.period and upper.period and holding.period != upper.period:
        return False
    below = decree.authority.lower_than(source.authority)
    level = holding.level or (decree.authority.level if below else None)
    if upper.place:
        mine = holding.place or (decree.authority.place if below else None)
        return mine is not None and (mine in upper.place or upper.place in mine)
    if holding.place and not below:
        return False
    if upper.level:
        return upper.level == level
    if below and adds_up(upper.threshold):
        return False  # what a whole province shall reach is no measure for one district
    return below or holding.level is None
