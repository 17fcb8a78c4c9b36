"""Two thresholds on one indicator: whether they are of a kind, differ, and which asks for less."""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

import regex

from extract.indicator_keys import is_average, same_measure, unscaled

Threshold = dict[str, Any]


class _Interval(NamedTuple):
    """What may be reached; the ends belong to it or, where open, do not."""

    low: float
    low_open: bool
    high: float
    high_open: bool


def comparable(one: Threshold, other: Threshold, each: bool = True) -> bool:
    """Whether their values may be compared: kinds, units and periods agree; and, with ``each``,
    whether every single unit is to reach them."""
    names = ["direction", "per", "within", *(["each"] if each else [])]
    if {one["kind"], other["kind"]} != {"level", "range"}:
        names.append("kind")
    units = _unit(one)[1], _unit(other)[1]
    same = units[0] == units[1] or ("đồng" not in "".join(units) and same_measure(*units))
    return same and all(one.get(n) == other.get(n) for n in names)


def adds_up(indicator: str, threshold: Threshold) -> bool:
    """Whether the value of a whole is the sum of those of its parts: numbers of things, amounts."""
    unit = _unit(threshold)[1]
    counts = threshold["kind"] == "level" and bool(unit) and not regex.search(_NO_SUM, unit)
    return counts and not is_average(indicator)


_NO_SUM = r"[%‰/]|^(?:điểm|lần|ngày|giờ|phút|tuổi|năm|tháng|tỷ lệ|mức|hạng|bậc)\b"


def differ(one: Threshold, other: Threshold) -> bool:
    """A bare value and "ít nhất" with the same value do not differ: both ask for it."""
    first, second = _interval(one), _interval(other)
    if first == second:
        return False
    bare = [i for i, t in ((first, one), (second, other)) if t.get("comparator") == "eq"]
    if len(bare) == 1:
        value, wide = bare[0].low, second if bare[0] is first else first
        return not (
            (wide.low == value and not wide.low_open and wide.high == inf)
            or (wide.high == value and not wide.high_open and wide.low == -inf)
        )
    return True


def asks_less(lower: Threshold, upper: Threshold, less_is_better: bool) -> bool:
    """Whether ``lower`` lets pass what ``upper`` does not. Of a bare value only that side counts to
    which the indicator shall move."""
    mine, theirs = _interval(lower), _interval(upper)
    below = (mine.low, mine.low_open) < (theirs.low, theirs.low_open)
    above = (mine.high, not mine.high_open) > (theirs.high, not theirs.high_open)
    if theirs.high == inf:
        return below
    if theirs.low == -inf:
        return above
    return above if less_is_better else below


def _interval(threshold: Threshold) -> _Interval:
    factor = _unit(threshold)[0]
    value = round(threshold["value"] * factor, 9)
    if "max" in threshold:
        return _Interval(value, False, round(threshold["max"] * factor, 9), False)
    return {
        "ge": _Interval(value, False, inf, True),
        "gt": _Interval(value, True, inf, True),
        "le": _Interval(-inf, True, value, False),
        "lt": _Interval(-inf, True, value, True),
    }.get(threshold.get("comparator", "eq"), _Interval(value, False, value, False))


def _unit(threshold: Threshold) -> tuple[float, str]:
    return unscaled(threshold.get("unit") or "")
