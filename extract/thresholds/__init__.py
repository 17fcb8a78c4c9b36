"""Phrase → threshold: comparator, value, unit, change, rank, range, as the target model says.

A phrase is built around a number from the inside out. To its left and right only whole vocabulary
phrases are taken, the longest first, so that a cue is never found inside a longer one ("không quá"
is one phrase, and "trên" in "không trên 40%" is not reached). What is left over is the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.expressions import compiled
from extract.numbers import numbers
from extract.patterns import remembered
from extract.thresholds.baselines import with_baselines
from extract.thresholds.frequencies import frequencies, frequency_of
from extract.thresholds.left import compares
from extract.thresholds.measure import NO_CONTEXT, UNCLEAR, Context, Measure
from extract.thresholds.named_numbers import names_something
from extract.thresholds.number_words import number_words
from extract.thresholds.phrase import measure_at
from extract.thresholds.ranks import ranks

__all__ = ["NO_CONTEXT", "Context", "Measure", "compares", "measures", "number_words"]


def measures(string: str, context: Context = NO_CONTEXT) -> tuple[Measure, ...]:
    """Every measure in ``string``, left to right; numbers that name something are left out."""
    return _measures(string, context)  # one way to ask, so that one answer is remembered


@remembered
def _measures(string: str, context: Context) -> tuple[Measure, ...]:
    words = number_words(string)
    if not words and not _DIGIT.search(string):
        return ()
    found = [*ranks(string), *map(frequency_of, frequencies(string))]
    taken = [(measure.start, measure.end) for measure in found]
    candidates = [*numbers(string), *words]
    end = 0
    for number in sorted(candidates, key=lambda n: n.start):
        inside = any(low <= number.start < high for low, high in taken)
        if number.start < end or inside or names_something(string, number, context):
            continue
        measure = measure_at(string, number, context, floor=end)
        end = measure.end
        found.append(measure)
    found.sort(key=lambda m: m.start)
    return tuple(_run_together(string, with_baselines(string, found)))


def _run_together(string: str, found: Sequence[Measure]) -> list[Measure]:
    """Two values with nothing between them ("98% 03 lớp") are cells that lost their rules."""
    result = list(found)
    for index, (first, second) in enumerate(pairwise(found)):
        if second.start == second.at and not string[first.end : second.start].strip():
            for at in (index, index + 1):
                doubts = dict.fromkeys((*result[at].doubts, UNCLEAR))
                result[at] = replace(result[at], doubts=tuple(doubts))
    return result


_DIGIT = compiled(r"\d")
