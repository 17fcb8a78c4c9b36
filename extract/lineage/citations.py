"""Which document a citation means: by number, then by date, issuer and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from extract.lineage.decrees import Decree, folded_number
from extract.lineage.government import authority, is_central
from extract.vocabulary import rows


class Library:
    """The documents that can be cited."""

    def __init__(self, decrees: Sequence[Decree]) -> None:
        self._numbered: dict[str, list[Decree]] = defaultdict(list)
        self._citing: dict[_Cited, list[Decree]] = defaultdict(list)
        self._ancestors: dict[tuple[str, int], list[Decree]] = {}
        for decree in decrees:
            if number := folded_number(decree.number):
                self._numbered[number].append(decree)
            for citation in decree.cites:
                self._citing[_cited(citation)].append(decree)

    def cited(self, decree: Decree, citation: dict[str, Any]) -> Decree | None:
        """What ``decree`` cites; None where it is not there, or where it cannot be told which."""
        number = folded_number(citation["number"]) or ""
        fitting = [
            one
            for one in self._numbered.get(number, ())
            if one.name != decree.name and _fits(one, decree, citation)
        ]
        dated = [one for one in fitting if one.date and one.date == citation["date"]]
        near = [one for one in fitting if one.authority.place == decree.authority.place]
        for found in (dated, fitting, near):
            if len(found) == 1:
                return found[0]
        return None

    def ancestors(self, decree: Decree) -> list[Decree]:
        """Those that it cites, those that these cite, and so on: the nearest first, each once."""
        if decree.name not in self._ancestors:
            self._ancestors[decree.name] = list(self._found_above(decree))
        return self._ancestors[decree.name]

    def _found_above(self, decree: Decree) -> Iterator[Decree]:
        seen, row = {decree.name}, [decree]
        while row:
            following: list[Decree] = []
            for one in row:
                for citation in one.cites:
                    found = self.cited(one, citation)
                    if found and found.name not in seen:
                        seen.add(found.name)
                        following.append(found)
            yield from following
            row = following

    def alongside(self, decree: Decree) -> Iterator[Decree]:
        """Those of an upper level that cite what it cites, where that is not there itself: they may
        hand its values down."""
        seen = {decree.name, *(one.name for one in self.ancestors(decree))}
        for citation in self.missing(decree):
            for one in self._citing[_cited(citation)] if citation["date"] else ():
                if one.name not in seen and decree.authority.lower_than(one.authority):
                    seen.add(one.name)
                    yield one

    def missing(self, decree: Decree) -> Iterator[dict[str, Any]]:
        """The citations of documents that could hand down targets, and are not there."""
        for citation in decree.cites:
            if _hands_down(citation) and self.cited(decree, citation) is None:
                yield citation


_Cited = tuple[str | None, str | None]


def _cited(citation: dict[str, Any]) -> _Cited:
    return folded_number(citation["number"]), citation["date"]


def _hands_down(citation: dict[str, Any]) -> bool:
    central = is_central(citation["number"]) or authority(citation["issuer"]).level == "central"
    return citation["kind"] in _kinds_that_hand_down() and not central


@cache
def _kinds_that_hand_down() -> frozenset[str]:
    return frozenset(row["kind"] for row in rows("kinds") if row.get("hands_down"))


def _fits(one: Decree, decree: Decree, citation: dict[str, Any]) -> bool:
    if citation["date"] and one.date:
        if citation["date"] != one.date:
            return False
    elif one.date and decree.date and one.date > decree.date:
        return False
    said = authority(citation["issuer"])
    if said.level and one.authority.level and said.level != one.authority.level:
        return False
    if said.place and one.authority.place:
        return said.place == one.authority.place
    # A body of the same level is this one, where no other place is named.
    same_level = one.authority.level == decree.authority.level
    return not same_level or one.authority.place == decree.authority.place
