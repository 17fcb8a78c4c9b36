"""What a match of a pattern of time means: its first and last day, or its intervals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from extract.dues.patterns import PATTERNS, Kind
from extract.dues.words import bounds, numbers, units
from extract.expressions import Match, compiled
from extract.model import Due, record


@record
class Meaning:
    kind: Literal["fixed", "recurring", "ongoing", "conditional", "unclear", "nothing"]
    certain: bool = True
    start: date | None = None
    end: date | None = None
    every: tuple[str, ...] = ()
    year_lent: bool = False  # the year is the document's, not printed

    def due(self, text: str) -> Due | None:
        if self.kind == "unclear" or self.kind == "nothing":
            return None
        start, end = (day.isoformat() if day else None for day in (self.start, self.end))
        return Due(self.kind, text, start, end, self.every)


NOTHING = Meaning("nothing")
UNCLEAR = Meaning("unclear", certain=False)


def meaning_of(kind: Kind, match: Match, year: int | None) -> Meaning:
    """``year`` is the document's."""
    if kind == "recurring":
        return _recurrence(match)
    if kind == "fixed":
        return fixed_meaning(match, year)
    if kind == "ongoing":
        return Meaning("ongoing")
    if kind == "conditional":
        return Meaning("conditional", certain=not match["vague_condition"])
    return NOTHING


# --------------------------------------------------------------------------- recurring


def _recurrence(match: Match) -> Meaning:
    groups = match.groupdict()
    if groups["times"]:
        return _divided(_number(groups["times"]), groups["times_unit"], groups["times_count"])
    if groups["again"]:
        return Meaning("recurring", every=_durations(groups["again"]))
    if groups["alone"]:
        return Meaning("recurring", certain=False, every=_durations(groups["alone"]))
    listed = groups["each"] or groups["interval"] or groups["several"] or groups["position"]
    durations = _durations(listed)
    if groups["each_times"]:
        return _divided(_number(groups["each_times"]), durations[0], None)
    return Meaning("recurring", every=durations)


def _divided(times: int, unit: str, count: str | None) -> Meaning:
    """``times`` within one ``unit``: twice a year is every six months. An interval that does not
    come out even keeps the unit and is not certain."""
    whole = unit if unit.startswith("P") else duration(unit, count)
    months = {"Y": 12, "M": 1}.get(whole[-1], 0) * int(whole[1:-1])
    if times == 1:
        return Meaning("recurring", every=(whole,))
    if times and months and months % times == 0:
        return Meaning("recurring", every=(f"P{months // times}M",))
    return Meaning("recurring", certain=False, every=(whole,))


def _durations(listed: str) -> tuple[str, ...]:
    """Every unit of a list, in its order, each once."""
    found = PATTERNS.unit.finditer(listed)
    return tuple(dict.fromkeys(duration(match["units"], match["count"]) for match in found))


def duration(unit: str, count: str | None) -> str:
    base = units()[" ".join(unit.split())]
    months = int(base[1:-1]) * (_number(count) if count else 1)
    return f"P{months}{base[-1]}"


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() else numbers()[digits]


# --------------------------------------------------------------------------- fixed


class _Stretch(NamedTuple):
    """From the first to the last day; years are None where not printed, day 0 is a whole month."""

    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
    day: bool = False

    def years(self, first: int | None, last: int | None) -> _Stretch:
        """Itself with the years that are missing filled in."""
        return _Stretch(
            (self.first[0] or first, *self.first[1:]),
            (self.last[0] or last, *self.last[1:]),
            self.day,
        )


_RANGE = compiled(r"-|đến|tới")
_YEARS = compiled(r"\d{4}")
_COUNTS = compiled(r"\d+|(?<!\p{L})[ivx]+(?!\p{L})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def fixed_meaning(match: Match, year: int | None) -> Meaning:
    if match["repeated"]:
        return Meaning("recurring", every=_durations(match["repeated"]))
    left, right = _stretch(match["one"], year), None
    if left is None:
        return UNCLEAR
    if match["two"]:
        right = _stretch(match["two"], year)
        if right is None:
            return UNCLEAR
    lent = not (right or left).last[0]
    if right is None:
        days = _days(left.years(year, year))
    else:
        right = right.years(year, year)
        left = left.years(right.first[0], right.first[0])
        if left.first[1] == 0:  # "từ ngày 01 đến 15/12": the month of the second
            left = _Stretch((left.first[0], right.last[1], left.first[2]), right.last, day=True)
        days = _days(_Stretch(left.first, right.last))
    if days is None:
        return UNCLEAR
    start, end = days
    kinds = bounds(match["bounds"])
    certain = "vague" not in kinds and not PATTERNS.next_year.search(match["one"])
    if right is not None:
        end = _before_second(match, right) or end
        if start > end or kinds & {"before", "after"}:
            return UNCLEAR
        return Meaning("fixed", certain, start, end, year_lent=lent)
    if "from" in kinds or match["onward"]:
        if "until" in kinds:  # "từ cuối năm": no day is printed
            return UNCLEAR
        ranged = start.month != end.month and _RANGE.search(match["one"])
        return Meaning("fixed", certain, start, end if ranged else None, year_lent=lent)
    if "before" in kinds and "close" not in kinds:
        last = end if match["clock"] else start - timedelta(1)  # "trước 17 giờ ngày 15/12"
        return Meaning("fixed", certain, None, last, year_lent=lent)
    if "after" in kinds:
        return Meaning("fixed", certain, end + timedelta(1), None, year_lent=lent)
    if left.day or kinds & {"before", "until"}:
        return Meaning("fixed", certain, None, end, year_lent=lent)
    return Meaning("fixed", certain, start, end, year_lent=lent)


def _before_second(match: Match, right: _Stretch) -> date | None:
    """The last day of "từ A đến trước B"."""
    if "before" not in bounds(match["between"]):
        return None
    days = _days(right)
    return days[0] - timedelta(1) if days else None


def _days(stretch: _Stretch) -> tuple[date, date] | None:
    """The first and the last day; None where a year is missing or a day does not exist."""
    (first_year, first_month, first_day), (last_year, last_month, last_day) = stretch[:2]
    if not first_year or not last_year:
        return None
    try:
        start = date(first_year, first_month, first_day or 1)
        end = date(last_year, last_month, last_day or monthrange(last_year, last_month)[1])
    except ValueError:  # calendar.IllegalMonthError is one
        return None
    return (start, end) if start <= end else None


@lru_cache(maxsize=4096)
def _stretch(text: str, year: int | None) -> _Stretch | None:
    """One date or named period; None where its numbers cannot be."""
    match = PATTERNS.atom.fullmatch(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    printed = _printed_year(groups, year)
    if groups["day"]:
        point = (printed, int(groups["month"]), int(groups["day"]))
        return _Stretch(point, point, day=True)
    if groups["lone_day"]:
        return _Stretch((None, 0, int(groups["lone_day"])), (None, 0, 0), day=True)
    if groups["half"]:
        count = 6 if not groups["half_count"] else _number(groups["half_count"])
        if not 0 < count < 12:
            return None
        low, high = (1, count) if groups["half"] == "đầu" else (13 - count, 12)
        return _Stretch((printed, low, 0), (printed, high, 0))
    if groups["quarters"] or groups["months"]:
        size, limit = (3, 4) if groups["quarters"] else (1, 12)
        run = _run(groups["quarters"] or groups["months"], limit)
        if run is None:
            return None
        return _Stretch((printed, (run[0] - 1) * size + 1, 0), (printed, run[1] * size, 0))
    if groups["month_of_year"]:
        month = (printed, int(groups["month_of_year"]), 0)
        return _Stretch(month, month)
    if groups["years"]:
        years = [int(found) for found in _YEARS.findall(groups["years"])]
        joined = _RANGE.search(groups["years"]) or _follow(years)
        return _Stretch((years[0], 1, 0), (years[-1] if joined else years[0], 12, 0))
    return _Stretch((None, 1, 0), (None, 12, 0))


def _printed_year(groups: dict[str, str | None], year: int | None) -> int | None:
    if groups["year"]:
        return int(groups["year"])
    if groups["next_year"] and year:
        return year + 1
    return None


def _run(listed: str, limit: int) -> tuple[int, int] | None:
    """The first and the last of "3 - 5", "9, 10", "III và IV"; of numbers that do not follow each
    other the first decides."""
    numbers = []
    for digits in _COUNTS.findall(listed):
        number = int(digits) if digits.isdecimal() else _ROMAN.get(digits, 0)
        if not 1 <= number <= limit:
            return None
        numbers.append(number)
    if _RANGE.search(listed) or _follow(numbers):
        return numbers[0], numbers[-1]
    return numbers[0], numbers[0]


def _follow(numbers: list[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))
