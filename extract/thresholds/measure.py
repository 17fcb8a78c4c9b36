"""What is read: a threshold with the span of its phrase; and what its neighbours say of it."""

from __future__ import annotations

from extract.model import Threshold, record

#: The doubt of a phrase that can be read in more than one way.
UNCLEAR = "unclear_threshold"


@record
class Context:
    """What a cell's neighbours say of its value: the unit (column or heading), the indicator, the
    heading of its column or the lead line of its list."""

    unit: str | None = None
    indicator: str = ""
    column: str = ""


NO_CONTEXT = Context()


@record
class Measure:
    """A threshold and the span of its phrase, cues included. ``cued`` says that something beside
    the bare number makes it a measure: a comparator, "%", or a level word ("đạt"); ``known_unit``
    that its unit is one of the vocabulary; ``weak`` that only a word like "trên" stands before it,
    which may as well tell what is meant ("cơ sở có trên 10 lao động"). ``at``: where the number
    itself begins. ``level`` says that a word like "đạt" leads up to the value, so that what is
    measured stands before it; ``verb`` is the span of a verb whose object is counted ("Trồng 500
    ha"), ``baseline`` that of the value from which the threshold's leads away."""

    threshold: Threshold
    start: int
    end: int
    cued: bool
    doubts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    known_unit: bool = False
    weak: bool = False
    at: int = 0
    level: bool = False
    verb: tuple[int, int] | None = None
    baseline: tuple[int, int] | None = None
