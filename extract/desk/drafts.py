"""A target that was missed, out of the words that a reviewer selects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from extract import sentences, store
from extract.desk.places import Range, fragments
from extract.model import Text
from extract.text import clean

_MOST = 20  # paragraphs: more is a slip of the mouse


def ranges_of(sent: Any, texts: Sequence[tuple[Text, bool]]) -> list[Range]:
    """The ranges that a page sends, those alone that stand in the source."""
    found = []
    for one in sent if isinstance(sent, list) else []:
        if not (isinstance(one, list) and len(one) == 3 and all(type(n) is int for n in one)):
            continue
        index, start, end = one
        if 0 <= index < len(texts) and 0 <= start < end:
            low, high = _trimmed(texts[index][0].string, start, end)
            if low < high:
                found.append(Range(index, low, high))
    return found[:_MOST]


def draft(file: str, texts: Sequence[tuple[Text, bool]], ranges: Sequence[Range]) -> dict[str, Any]:
    """A record that says no more than the words themselves: their measure, where they hold one; a
    level that is still to be told where they hold a number at all."""
    statement = _statement(texts, ranges)
    threshold, indicator = _measure(texts, ranges, None)
    place = "|".join(f"{one.text}:{one.start}:{one.end}" for one in ranges)
    kind = "level" if any(map(str.isdecimal, statement)) else "task"
    tabled = bool(ranges) and texts[ranges[0].text][1]
    return {
        "id": store.sha256(f"{file}\n{statement}\n{place}".encode())[:16],
        "origin": "table" if tabled else "prose",
        "section": [],
        "ordinal": None,
        "content": statement if tabled and statement else None,
        "indicator": indicator,
        "statement": statement,
        "threshold": threshold[0] if threshold else {"kind": kind},
        "applies_to": None,
        "agencies": [],
        "due": None,
        "result": None,
        "note": None,
        "source": [],
        "flags": [],
        "doubts": [],
    }


def proof(
    texts: Sequence[tuple[Text, bool]], ranges: Sequence[Range], threshold: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The fragments of a record that was added: of the threshold the very phrase where the words
    hold one of this value, else all of them."""
    found = fragments(texts, ranges, "statement")
    if threshold["kind"] == "task":
        return found
    measured, _ = _measure(texts, ranges, threshold.get("value"))
    return found + fragments(texts, [measured[1]] if measured else ranges, "threshold")


def _statement(texts: Sequence[tuple[Text, bool]], ranges: Iterable[Range]) -> str:
    cuts = (texts[one.text][0].string[one.start : one.end] for one in ranges)
    return clean(" ".join(cuts))


def _measure(
    texts: Sequence[tuple[Text, bool]], ranges: Sequence[Range], value: float | None
) -> tuple[tuple[dict[str, Any], Range] | None, str | None]:
    """The threshold in the words, with its place, and what it measures, where the words hold only
    one of this value (any value where it is None)."""
    if len(ranges) != 1:
        return None, None
    ((index, start, end),) = ranges
    string = texts[index][0].string[start:end]
    stated = [
        one
        for one in sentences.demanded(string)
        if value is None or one.measure.threshold.value == value
    ]
    if len(stated) != 1:
        return None, None
    measure = stated[0].measure
    place = Range(index, start + measure.start, start + measure.end)
    spans = stated[0].indicator or ()
    indicator = clean(" ".join(string[low:high] for low, high in spans)) or None
    return (_plain(measure.threshold), place), indicator


def _plain(value: Any) -> Any:
    """A threshold as results hold it."""
    if is_dataclass(value):
        named = ((field.name, _plain(getattr(value, field.name))) for field in fields(value))
        return {name: own for name, own in named if own is not None}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _trimmed(string: str, start: int, end: int) -> tuple[int, int]:
    end = min(end, len(string))
    cut = string[start:end]
    return start + len(cut) - len(cut.lstrip()), end - len(cut) + len(cut.rstrip())
