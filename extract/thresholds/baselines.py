"""From what a value leads away: "từ 23 xuống 18", "60% (năm 2023: 58,9%)", "so với năm 2024"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from extract.expressions import Match, compiled
from extract.model import Baseline
from extract.thresholds.measure import Measure

_THE_YEAR = (
    r"so (?:với )?(?:(?:cùng kỳ|cuối|kết quả|thực hiện|ước|mức|số) ){0,3}(?:của )?(?:năm )?"
    r"(?P<year>(?:19|20)\d{2})(?!\d)"
)
_SO_VOI = compiled(rf"(?i)(?:[^.;]{{0,60}}?|[^.;\d]{{61,160}}?){_THE_YEAR}")
# "so với năm 2024, tăng ít nhất 5%", "So với năm 2024, tỷ lệ hộ nghèo giảm 1%"
_SO_VOI_BEFORE = compiled(
    rf"(?i)(?r)(?<!\p{{L}}){_THE_YEAR},?\s(?:phấn đấu )?|(?:^|[.;]\s)[–+-]?\s?{_THE_YEAR},[^.;\d]*"
)


def baseline_year(string: str, start: int, end: int, column: str) -> int | None:
    """The year with which the change from ``start`` to ``end`` is compared: told behind it, before
    it, or in the heading of its column."""
    match = (
        _SO_VOI.match(string, end)
        or _SO_VOI_BEFORE.match(string, 0, start)
        or _SO_VOI.match(f" {column}", 0)
    )
    return int(match["year"]) if match else None


# "trên 95% (hiện nay 91,3%)", "60% (năm 2023: 58,9%)"
_REACHED = compiled(
    r"(?i)[^();.]{0,40}?\((?:hiện(?: nay| tại)?|thực hiện năm (?P<year>(?:19|20)\d\d)"
    r"|(?:kết quả )?năm (?P<year>(?:19|20)\d\d)"
    r"|(?:kết quả )?năm học (?:19|20)\d\d\s?[-–]\s?(?P<year>(?:19|20)\d\d))"
    r"\s?:?\s?(?:mới )?(?:là |đạt |còn |có )*$"
    r"|\s?so với (?:cuối )?năm (?P<year>(?:19|20)\d\d) \($"
    r"|\s?\((?P<year>(?:19|20)\d\d)\s?:\s$"
)
# "tỷ lệ hộ khá (năm 2024: 30%) lên 35%"
_REACHED_BEFORE = compiled(
    r"(?ir)\((?:hiện(?: nay| tại)?|(?:thực hiện |kết quả )?năm (?P<year>(?:19|20)\d\d))"
    r"\s?:?\s?(?:mới )?(?:là |đạt |còn |có )*"
)


def with_baselines(string: str, found: Sequence[Measure]) -> list[Measure]:
    """The measures, those that only tell from where another leads away joined to it."""
    return _with_reached(string, _from_to(string, found))


def _with_reached(string: str, found: Sequence[Measure]) -> list[Measure]:
    """A value in a bracket that tells what was reached is the baseline of the one before it, or
    behind it where that is led up to by "lên", "xuống"."""
    kept: list[Measure] = []
    for measure in found:
        joined = _reached(string, kept[-1], measure) if kept else None
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(measure)
    return kept


def _reached(string: str, before: Measure, measure: Measure) -> Measure | None:
    between = string[before.end : measure.start]
    if before.threshold.unit != measure.threshold.unit:
        return None
    if measure.level and between.strip() == ")" and measure.threshold.baseline is None:
        match = _REACHED_BEFORE.match(string, 0, before.start)
        if match:
            return _leading_away(measure, before, match)
    baseline = before.threshold.baseline
    if "(" in between and (baseline is None or baseline.value is None):
        match = _REACHED.fullmatch(string, before.end, measure.start)
        if match:
            return _leading_away(before, measure, match)
    return None


def _leading_away(measure: Measure, reached: Measure, told: Match) -> Measure:
    """The measure with the value that was reached in the ``year`` that is told, if one is."""
    year = int(told["year"]) if told["year"] else None
    baseline = Baseline(year=year, value=reached.threshold.value)
    return replace(
        measure,
        threshold=replace(measure.threshold, baseline=baseline),
        baseline=(reached.start, reached.end),
    )


def _from_to(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "từ 23 xuống 18": the first value is the baseline of the second."""
    kept: list[Measure] = []
    for measure in found:
        joined = _climbing(string, kept[-1], measure) if kept else None
        if joined is None and kept:
            joined = _moving(string, kept[-1], measure)
        if joined is not None:
            kept[-1] = joined
        else:
            kept.append(measure)
    return kept


def _climbing(string: str, before: Measure, measure: Measure) -> Measure | None:
    """ "từ vị trí 35 lên vị trí 25": a rank with the one from which it leads away."""
    if before.threshold.kind != "rank" or measure.threshold.kind != "rank":
        return None
    begins = _FROM.match(string, 0, before.start)
    to = _TO.fullmatch(string, before.end, measure.start) if begins else None
    if begins is None or to is None:
        return None
    return replace(_leading_away(measure, before, to), start=begins.start(), cued=True)


_FROM = compiled(r"(?ir)(?<!\p{L})(?:(?:tăng|nâng|cải thiện|đưa)\s)?từ\s")
_TO = compiled(
    r"(?i)(?: \(?(?:vào |của )?năm (?P<year>(?:19|20)\d\d)\)?)?,?\s"
    r"(?:tăng |nâng )?(?:lên|xuống|đến|về)\s(?:mức )?"
)


def _moving(string: str, before: Measure, measure: Measure) -> Measure | None:
    """ "từ 23 xuống 18": a level with the one from which it leads away."""
    to = _IN_YEAR.fullmatch(string, before.end, measure.start)
    if to is None or not _STARTS_FROM.match(string, before.start, before.end):
        return None
    if not (to["to"] or _MOVES.match(string, measure.start, measure.end)):
        return None
    threshold = measure.threshold
    if threshold.kind == "change":
        kind: Literal["level", "range"] = "level" if threshold.max is None else "range"
        threshold = replace(threshold, kind=kind, direction=None)
    if threshold.unit is None and _PLACES.match(string, 0, before.start):
        threshold = replace(threshold, kind="rank", comparator="le")
    threshold = replace(threshold, unit=threshold.unit or before.threshold.unit)
    measure = replace(measure, threshold=threshold, start=before.start, cued=True)
    return _leading_away(measure, before, to)


_STARTS_FROM = compiled(r"(?i)(?:.*\s)?từ\s")
_IN_YEAR = compiled(
    r"(?i)\s*\(?(?:(?:(?:vào |trong |của )?năm (?P<year>(?:19|20)\d{2})|hiện (?:nay|tại|có))\)?)?"
    r",?\s*"
    r"(?:(?:tăng|nâng|giảm|hạ|rút|đưa)\s)?(?P<to>về (?:mức )?)?"
)
_PLACES = compiled(r"(?ir)(?:thứ hạng|xếp hạng|vị trí|thứ bậc)(?:\s\p{L}+){0,4}\s*")
_MOVES = compiled(r"(?i)(?:tăng |giảm |nâng )?(?:lên|xuống|còn)\b")
