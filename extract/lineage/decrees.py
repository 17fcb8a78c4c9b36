"""Results → documents with their measured targets, as far as they are compared across decrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import regex

from extract.indicator_keys import Key, key
from extract.lineage.government import (
    WHOLE,
    Authority,
    amends,
    authority,
    folded,
    holders,
    is_total,
)
from extract.model import record
from extract.outputs import Output


@record
class Holding:
    """A measured target. ``part``: for which part of the area of its document it holds: a level
    where it says one, a place where it names one; for the whole: neither. ``period``: ``2024``,
    ``2021-2025``, a span of days, or empty where nothing says."""

    target: dict[str, Any]
    key: Key
    part: Authority
    period: str

    @property
    def threshold(self) -> dict[str, Any]:
        threshold: dict[str, Any] = self.target["threshold"]
        return threshold


@record
class Decree:
    """A document of a result. ``file``: its source; ``position``: its order there, from 0."""

    file: str
    position: int
    number: str | None
    kind: str | None
    date: str | None
    issuer: str | None
    authority: Authority
    amends: bool
    left_out: int  # measured targets of which it is in doubt whether, or what, they demand
    cites: tuple[dict[str, Any], ...]
    holdings: tuple[Holding, ...]

    @property
    def for_the_whole(self) -> bool:
        """A resolution (of a people's council) sets what its whole area shall reach; others hand
        down what each shall."""
        return self.kind == "nghị quyết"

    @property
    def name(self) -> tuple[str, int]:
        return self.file, self.position


def decrees(outputs: Iterable[Output]) -> Iterator[Decree]:
    """Every document, with the decisions of reviewers. Raises :class:`ExtractError`."""
    for output in outputs:
        result, _ = output.decided()
        for position, document in enumerate(result["documents"]):
            yield decree(result["source"]["file"], position, document)


def decree(file: str, position: int, document: dict[str, Any]) -> Decree:
    """A document of the result of ``file``."""
    issuer = authority(document["issuer"])
    period = _years(document)
    measured = [one for one in document["targets"] if one["threshold"]["kind"] != "task"]
    sure = [target for target in measured if _UNSURE.isdisjoint(target["doubts"])]
    return Decree(
        file=file,
        position=position,
        number=document["number"],
        kind=document["kind"],
        date=document["date"],
        issuer=document["issuer"],
        authority=issuer,
        amends=amends(document["subject"]),
        left_out=len(measured) - len(sure),
        cites=tuple(document["cites"]),
        holdings=tuple(_holding(target, issuer, period) for target in sure),
    )


_UNSURE = frozenset(("perhaps_no_target", "unclear_threshold"))


def folded_number(number: str | None) -> str | None:
    """``145 /QĐ - UBND`` → ``145/QĐ-UBND``; without the zeros at its head."""
    if number is None:
        return None
    return regex.sub(r"\s", "", number).upper().replace("–", "-").lstrip("0")


def _holding(target: dict[str, Any], issuer: Authority, period: str) -> Holding:
    threshold = target["threshold"]
    part = _part(target)
    indicator = target["indicator"] or target["content"] or target["statement"]
    return Holding(
        target=target,
        key=key(indicator, threshold.get("unit")),
        part=WHOLE if part == issuer else part,
        period=_period(target["due"]) or period,
    )


def _part(target: dict[str, Any]) -> Authority:
    """The words nearest to the value decide: what it applies to, the agency of a matrix's cell, the
    unit of which each must reach it, then the headings above, the innermost first."""
    whom = target["applies_to"]
    if is_total(whom):
        return WHOLE
    if whom:
        level, found = holders(whom), authority(whom)
        return (
            Authority(level, None) if level else Authority(found.level, found.place or folded(whom))
        )
    named = [agency["name"] for agency in target["agencies"]]
    if len(named) == 1 and (found := authority(named[0])).place:
        return found
    toward = regex.search(r"\bđối với (.+)", target["statement"], regex.S | regex.I)
    each = target["statement"] if target["threshold"].get("each") else None
    words = (toward and toward[1], each, *named, target["content"], *reversed(target["section"]))
    return Authority(next(filter(None, map(holders, words)), None), None)


def _years(document: dict[str, Any]) -> str:
    said = document["subject"] or ""
    span = regex.search(r"(20\d\d)\s?[-–]\s?(20\d\d)", said)
    if span:
        return f"{span[1]}-{span[2]}"
    year = regex.search(r"năm (20\d\d)", said, regex.I)
    return year[1] if year else (document["date"] or "")[:4]


def _period(due: dict[str, Any] | None) -> str | None:
    """The year of a fixed due; its days where it begins within that year."""
    if not due or due["kind"] != "fixed" or not due.get("end"):
        return None
    start, end = due.get("start"), due["end"]
    whole = not start or (start[5:] == "01-01" and end[5:] == "12-31")
    return end[:4] if whole else f"{start}/{end}"
