"""How often: "ít nhất 1 năm/1 lần", "tối thiểu mỗi quý một lần"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from extract.dues import every
from extract.expressions import Match
from extract.model import Comparator, Threshold
from extract.thresholds.measure import Measure
from extract.thresholds.numerals import numerals, word_value
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords, words_in


def frequencies(string: str) -> Iterator[Match]:
    """The phrases of a comparator, an interval and a number of ``times``. Without a comparator
    they say when ("mỗi quý một lần"), and measure nothing."""
    if "lần" in words_in(string):
        for _, match in _frequency().matches(string):
            yield match


@cache
def _comparators() -> dict[str, Comparator]:
    return {row["before"]: row["comparator"] for row in rows("comparators") if "before" in row}


@cache
def _frequency() -> AtWords:
    number = rf"(?:\d{{1,2}}|{numerals()})"
    interval = rf"(?:mỗi\s)?(?:{number}\s)?(?:năm|quý|tháng|tuần|ngày)(?!\p{{L}})"
    times = rf"(?P<times>{number})\s(?P<unit>lần)(?!\p{{L}}|\s?/)"
    rest = rf"\s(?:là\s)?(?P<interval>{interval})\s?[/,]?\s?{times}"
    cues = (cue for cue in _comparators() if cue[0].isalpha())
    return AtWords(("frequency", rf"(?P<comparator>{regex.escape(cue)}){rest}") for cue in cues)


def frequency_of(match: Match) -> Measure:
    """ "ít nhất 2 năm một lần" → ge 1 lần per P2Y."""
    times = match["times"]
    value = float(times) if times.isdecimal() else word_value(times)
    interval = match["interval"]
    per = every(interval if interval.lower().startswith("mỗi") else f"mỗi {interval}")
    comparator = _comparators()[" ".join(match["comparator"].lower().split())]
    threshold = Threshold("level", comparator, value, unit=match["unit"], per=per)
    at = match.start("times")
    return Measure(threshold, match.start(), match.end(), True, known_unit=True, at=at)
