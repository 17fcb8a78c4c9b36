"""Which target restates which: a decree that cites another, and the same indicator in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.indicator_keys import likeness
from extract.lineage.citations import Library
from extract.lineage.decrees import Decree, Holding
from extract.lineage.government import SAID_WHOLE, WHOLE, Authority
from extract.lineage.thresholds import adds_up, comparable
from extract.model import record

_AS_GOOD = 1  # what a score may be less than the best


@record
class Link:
    """``holding`` of ``decree`` restates ``upper`` of ``source``, which it cites, at once or by a
    decree in between. ``score`` of 100 and ``reason``: those of the two indicators."""

    decree: Decree
    holding: Holding
    source: Decree
    upper: Holding
    score: int
    reason: str


def links(decree: Decree, library: Library) -> list[Link]:
    """Those of ``decree``, by the decrees that it restates, the nearest first. What an upper level
    hands to one place by name stands for what it asks of all."""
    found = [
        link
        for source in library.ancestors(decree)
        if not source.authority.lower_than(decree.authority)
        for link in _between(decree, source)
    ]
    for source in library.alongside(decree):
        # Its own rooms may be meant, where it does not say for which level it speaks.
        found += (link for link in _between(decree, source) if link.upper.part.level)
    named = {link.holding.target["id"] for link in found if _named(link)}
    return [link for link in found if _named(link) or link.holding.target["id"] not in named]


def in_force(found: Sequence[Link], library: Library) -> list[Link]:
    """Without those to a decree of which an amending one that is restated too says otherwise."""
    replaced = {
        (link.holding.target["id"], older.name)
        for link in found
        if link.source.amends
        for older in library.ancestors(link.source)
        if older.authority == link.source.authority
    }
    return [link for link in found if (link.holding.target["id"], link.source.name) not in replaced]


def _named(link: Link) -> bool:
    return link.upper.part.place is not None


def _between(decree: Decree, source: Decree) -> Iterator[Link]:
    """Of every target of ``decree`` the likest of ``source`` that holds for the same, and of these
    only the likest for one target of ``source`` and one level."""
    shared = {upper.key.telling for upper in source.holdings if upper.part != WHOLE}
    below = decree.authority.lower_than(source.authority)
    found = [
        Link(decree, holding, source, upper, like.score, like.reason)
        for holding in decree.holdings
        for upper in source.holdings
        # What is shared out among places or levels holds for the whole where it names none.
        if not (below and upper.key.telling in shared and upper.part == WHOLE)
        and _for_the_same(holding, decree, upper, source)
        and comparable(holding.threshold, upper.threshold, each=upper.part.level is None)
        and (like := likeness(holding.key, upper.key))
    ]
    best: dict[tuple[object, ...], int] = defaultdict(int)
    for link in found:
        for side in _sides(link):
            best[side] = max(best[side], link.score)
    for link in found:
        if all(link.score >= best[side] - _AS_GOOD for side in _sides(link)):
            yield link


def _sides(link: Link) -> tuple[tuple[object, ...], ...]:
    mine, theirs = link.holding.target, link.upper.target
    return (mine["id"],), (theirs["id"], link.holding.part)


def _for_the_same(holding: Holding, decree: Decree, upper: Holding, source: Decree) -> bool:
    below = decree.authority.lower_than(source.authority)
    if holding.period and upper.period and holding.period != upper.period:
        return False
    mine, theirs, own = holding.part, upper.part, decree.authority
    if below and mine in (WHOLE, SAID_WHOLE, Authority(own.level, None)):
        mine = own
    if theirs.place:
        return theirs.place == mine.place and theirs.level in (None, mine.level)
    if holding.part.place or (below and theirs == SAID_WHOLE):
        return False  # a part of the whole is no measure of what the whole shall reach
    if theirs not in (WHOLE, SAID_WHOLE):
        return theirs.level == mine.level
    if below and (source.for_the_whole or adds_up(upper.key.words, upper.threshold)):
        return False  # what a whole province shall reach is no measure for one district
    return below or mine in (WHOLE, SAID_WHOLE)
