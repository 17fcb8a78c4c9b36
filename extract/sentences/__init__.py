"""Running text → the measures that it demands: results, conditions and mere amounts are refused."""

from __future__ import annotations

from dataclasses import replace

from extract.sentences.demands import Demands, Sentence, Stated
from extract.sentences.leads import led
from extract.sentences.listed_values import listed
from extract.sentences.measured_phrases import with_predicate_of_next
from extract.thresholds import NO_CONTEXT, Context, measures

__all__ = ["Stated", "demanded", "led"]


def demanded(
    string: str,
    background: str | None = None,
    year: int | None = None,
    listed_item: bool = True,
    context: Context = NO_CONTEXT,
) -> list[Stated]:
    """The measures in a sentence or a task cell that somebody must reach.

    ``background`` is what headings and lead sentences say (:func:`meanings.background`); ``year``
    the document's year: a level of an earlier year is a result. A bare value ("đạt 50%") in running
    text that is no item of a list carries the doubt ``perhaps_no_target`` where nothing says that
    it is a goal. ``context``: what the lead line says of the values (:func:`led`).
    """
    values = listed(string, measures(string, context))
    if not values:
        return []
    kept = Demands(Sentence(string, values, background, year, listed_item)).read()
    for index in range(len(kept) - 2, -1, -1):
        one, after = kept[index], kept[index + 1]
        if one.applies_to is None and after.applies_to is None:
            said = with_predicate_of_next(
                string, one.measure, one.indicator, after.measure, after.indicator
            )
            kept[index] = replace(one, indicator=said)
    return kept
