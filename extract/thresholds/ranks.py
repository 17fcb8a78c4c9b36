"""Ranks: a group of the best to belong to, one place, or a bare value whose unit is a place."""

from __future__ import annotations

from functools import cache

import regex

from extract.expressions import Pattern, compiled
from extract.model import Threshold
from extract.numbers import Number, identifiers
from extract.thresholds.measure import UNCLEAR, Context, Measure
from extract.thresholds.right import Right
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords, words_in


@cache
def _rank_patterns() -> AtWords:
    def named(key: str) -> str:
        return alternatives(row[key] for row in rows("ranks") if key in row)

    word = r"\p{L}[\p{L}\d]*"
    stops = "|".join(regex.escape(row["stop"]) for row in rows("stops"))
    place = rf"(?!(?:{stops}|vào|năm)(?!\p{{L}})){word}"
    within = rf"(?:\s(?:(?:của|trong|ở)\s)?(?P<within>{place}(?:\s{place}){{0,4}}))?"
    stands, among = r"(?:(?:nằm|đứng|lọt|xếp|ở)\s)?", r"(?:(?:thuộc|trong|vào)\s)?"
    group = (
        rf"(?P<group>{stands}(?:{named('group')}))\s(?P<value>\d+)(?:\s?/\s?\d+)?(?:\s\(\p{{L}}+\))?"
        rf"(?P<unit>(?:,?\s{word}){{0,6}}?)\s?(?P<best>{named('best')}){within}"
        rf"|(?P<group>{stands}{among}(?:top|tốp))\s(?P<value>\d+)(?:\s(?:dẫn đầu))?{within}"
        r"|(?P<group>(?:thuộc|trong|vào)\snhóm)\s(?P<value>\d+)\s(?P<within>(?:cả|toàn)\s\p{L}+)"
    )
    one = (
        rf"(?P<place>{named('place')})\s(?:từ\s)?(?:thứ\s)?"
        rf"(?:\d+\s?(?:[-–]|đến|tới)\s?(?:thứ\s)?(?P<last>\d+)(?!\s?%)|(?P<value>\d+))(?:\s?/\s?\d+)?"
        r"(?!\d|\s(?:di tích|di sản|sản phẩm|cơ sở))"  # "Xếp hạng 02 di tích"
        rf"(?:\s(?:trở lên|trở xuống))?{within}"
    )
    return AtWords([("group", group), ("place", one)])


@cache
def _telling() -> frozenset[str]:
    """Words without one of which no rank is named."""
    names = (row[key] for row in rows("ranks") for key in ("best", "place") if key in row)
    return frozenset({name.split()[0] for name in names} | {"top", "tốp", "nhóm"})


def ranks(string: str) -> list[Measure]:
    """The ranks that words make: "thuộc nhóm 03 địa phương cao nhất tỉnh", "xếp thứ 5"."""
    if _telling().isdisjoint(words_in(string)):
        return []
    found: list[Measure] = []
    named = identifiers(string)
    for _, match in _rank_patterns().matches(string):
        groups = match.groupdict()
        # "Hạng 5 - 10": the last place that will do.
        key = "last" if groups.get("last") else "value"
        if any(low <= match.start(key) < high for low, high, _ in named):
            continue  # "xếp hạng 4 sao", "kỳ họp thứ 19"
        if (groups.get("unit") or "").strip() in _PERIODS:
            continue  # "trong 6 tháng đầu năm"
        unit = " ".join((groups.get("unit") or "").strip(" ,").split()) or None
        threshold = Threshold(
            "rank", "le", float(match[key]), unit=unit, within=groups.get("within")
        )
        # "xếp thứ 5" may tell a place reached; a group of the best is one to belong to.
        cued = bool(groups.get("group")) or "trở lên" in match[0]
        left = _LEFT.match(string, 0, match.start()) is not None
        doubts = (UNCLEAR,) if key == "last" or left else ()
        at = match.start(key)
        found.append(Measure(threshold, match.start(), match.end(), cued, doubts, at=at))
    return found


# "ra khỏi nhóm 10 tỉnh thấp nhất": a group not to belong to.
_LEFT = compiled(r"(?ir)(?<!\p{L})khỏi\s*")


@cache
def _group_of_places() -> Pattern:
    names = alternatives(row["group"] for row in rows("ranks") if "group" in row)
    words = r"\p{L}+(?:,?\s\p{L}+){0,4}"
    return compiled(
        rf"(?i)\W*(?:{names})\s(?P<value>\d+)"
        rf"(?:\s(?:(?P<within>(?:cả|toàn)\s{words})|(?:của|trong|ở)\s(?P<within>{words})"
        rf"|(?P<unit>{words}?)(?:\s(?P<within>(?:cả|toàn)\s{words}))?))?\W*"
    )


def group_of_places(string: str) -> Measure | None:
    """The group that a cell of places names: "Nhóm 10", "Vào nhóm 10 cả nước". One of the first
    few may be the number of a group, not of its members: doubted."""
    match = _group_of_places().fullmatch(string)
    if match is None:
        return None
    value = float(match["value"])
    threshold = Threshold("rank", "le", value, unit=match["unit"], within=match["within"])
    doubts = () if value > _MOST_GROUPS else (UNCLEAR,)
    return Measure(threshold, 0, len(string), True, doubts, at=match.start("value"))


_MOST_GROUPS = 4
_PERIODS = ("giờ", "phút", "tháng", "năm", "quý", "tuần", "ngày")
_WITHIN = compiled(
    r"(?i)(?:\s?/\s?\d+)?\s?(?:của|trong|ở)?\s?(?P<within>(?!trở\s)\p{L}+(?:\s\p{L}+){0,4})?"
    r"(?:\s?trở lên)?"
)


@cache
def _rankunits() -> tuple[Pattern, Pattern]:
    names = alternatives(row["unit"] for row in rows("ranks") if "unit" in row)
    whole = compiled(rf"(?i)\W*(?:{names})\W*")
    edge = compiled(rf"(?i)\W*(?:{names})(?!\p{{L}})|.*(?:{names})\W*(?:\([^()]*\)\W*)?$")
    return whole, edge


def is_rank(context: Context, right: Right) -> bool:
    """A bare value is a place where the unit says so, or the indicator begins or ends with it."""
    whole, edge = _rankunits()
    if context.unit is not None:
        return bool(whole.fullmatch(context.unit))
    return not right.known and bool(edge.match(context.indicator))


def rank_of(
    string: str, number: Number, start: int, right: Right, context: Context, *, beyond: bool
) -> Measure:
    """A bare value as a place; of a range ("10 - 12") the last one, doubted, and so is a place that
    is itself left out (``beyond``: "dưới 6")."""
    place = _WITHIN.match(string, number.end) if right.max is None else None
    last = number.value if right.max is None else right.max
    within = place["within"] if place else None
    threshold = Threshold("rank", "le", last, unit=context.unit, within=within)
    doubts = (UNCLEAR,) if beyond or right.max is not None else ()
    end = place.end() if place else right.end
    return Measure(threshold, start, end, True, doubts, at=number.start)
