"""Whether a hand label and a result say the same: words, thresholds, fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

Object = dict[str, Any]

# --------------------------------------------------------------------------- words

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def words(string: str | None) -> list[str]:
    """The words and ``%`` signs of ``string``. Case, punctuation, the place of the tone mark
    ("hoá", "hóa") and the abbreviation of Ủy ban nhân dân do not count."""
    lowered = unicodedata.normalize("NFD", (string or "").lower())
    found = re.findall(r"(?:\w[\u0300-\u036f]*)+|[%‰]", lowered)
    return [part for word in found for part in _WRITTEN_OUT.get(word, (_toneless(word),))]


def _toneless(word: str) -> str:
    """The word with its tone at the end, where its place makes no difference."""
    tones = [mark for mark in word if mark in _TONES]
    return "".join([*(mark for mark in word if mark not in _TONES), *tones])


_WRITTEN_OUT = {
    "ubnd": tuple(
        _toneless(unicodedata.normalize("NFD", word)) for word in ("ủy", "ban", "nhân", "dân")
    )
}


def held(sought: str | None, string: str | None) -> float:
    """The share of the words of ``sought`` that stand in ``string``, in order."""
    mine = words(sought)
    blocks = SequenceMatcher(None, mine, words(string), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(mine) if mine else 1.0


def likeness(one: str | None, other: str | None) -> float:
    """1 where both have the same words in the same order, 0 where they share none."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def same_words(one: object, other: object) -> bool:
    return words(str(one or "")) == words(str(other or ""))


def mark(one: str | None) -> str:
    """A document number or date as it is compared: without spaces, case and kind of dash."""
    bare = unicodedata.normalize("NFC", one or "").lower()
    return re.sub(r"\s+", "", re.sub(r"[–—]", "-", bare))


# --------------------------------------------------------------------------- thresholds

_SCALES = frozenset(
    word for scale in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ") for word in words(scale)
)


def same_value(label: Object, result: Object) -> bool:
    return all(label.get(key) == result.get(key) for key in ("value", "max"))


def same_unit(label: str | None, result: str | None) -> bool:
    """Whether one is the other with more words around it ("lao động" and "lao động có việc làm");
    words of scale ("triệu") must be the same. A unit that is not labelled is not compared."""
    if label is None:
        return True
    short, long = sorted((words(label), words(result)), key=len)
    if not short or _SCALES.intersection(short) != _SCALES.intersection(long):
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def same_threshold(label: Object, result: Object) -> bool:
    if label["kind"] == "task" or result["kind"] == "task":
        return bool(label["kind"] == result["kind"])
    return (
        all(label.get(key) == result.get(key) for key in ("kind", "comparator", "direction"))
        and same_value(label, result)
        and same_unit(label.get("unit"), result.get("unit"))
    )


def same_details(label: Object, result: Object) -> bool:
    """Period, each, within and baseline: what is labelled stands in the result too."""
    baseline, found = label.get("baseline", {}), result.get("baseline", {})
    return (
        all(label.get(key) in (None, result.get(key)) for key in ("per", "each"))
        and (not label.get("within") or held(label["within"], result.get("within")) >= 0.8)
        and all(value in (None, found.get(key)) for key, value in baseline.items())
    )


# --------------------------------------------------------------------------- fields


def same_agencies(label: Sequence[Object], result: Sequence[Object]) -> bool:
    """The same bodies in the same roles, in any order."""
    left = list(result)
    for agency in label:
        alike = (
            other
            for other in left
            if other["role"] == agency["role"] and likeness(agency["name"], other["name"]) >= 0.85
        )
        match = next(alike, None)
        if match is None:
            return False
        left.remove(match)
    return not left


def same_due(label: Object | None, result: Object | None) -> bool:
    """No due and one that hangs on an event count as the same."""
    kinds = {(due or {"kind": "conditional"})["kind"] for due in (label, result)}
    if len(kinds) > 1:
        return False
    if kinds == {"fixed"} and label and result:
        return all(label.get(key) == result.get(key) for key in ("start", "end"))
    if kinds == {"recurring"} and label and result:
        return set(label["every"]) == set(result["every"])
    return True


def same_indicator(label: str, result: str | None) -> bool:
    longer = len(words(result)) > 3 * len(words(label))
    return likeness(label, result) >= 0.7 or (held(label, result) >= 0.9 and not longer)


def wrong_fields(label: Object, result: Object) -> Iterator[str]:
    """The labelled fields in which a found target differs."""
    if not same_details(label["threshold"], result["threshold"]):
        yield "threshold"
    if label["origin"] == "table":
        alike = likeness(label["content"], result["content"]) >= 0.9
        if not alike and held(label["content"], result["content"]) < 0.97:
            yield "content"
        if not same_words(label["ordinal"], result["ordinal"]):
            yield "ordinal"
        section = nearest(label["section"])
        if section and likeness(section, nearest(result["section"])) < 0.85:
            yield "section"
        if not same_agencies(label["agencies"], result["agencies"]):
            yield "agencies"
    elif label.get("indicator") and not same_indicator(label["indicator"], result["indicator"]):
        yield "indicator"
    if not label.get("due_unscored") and not same_due(label.get("due"), result["due"]):
        yield "due"
    if label.get("applies_to") and likeness(label["applies_to"], result["applies_to"]) < 0.8:
        yield "applies_to"


def nearest(section: Any) -> str:
    """The nearest heading: labels give it alone, results give all."""
    if isinstance(section, str):
        return section
    return str(section[-1]) if section else ""
