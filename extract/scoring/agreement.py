"""Whether a hand label and a result say the same: words, thresholds, fields, letterheads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

Object = dict[str, Any]

# --------------------------------------------------------------------------- words

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"(?:\w[{_MARKS}]*)+")
_WORD_OR_PERCENT = re.compile(rf"{_WORD.pattern}|[%‰]")
_OTHER_SIGNS = re.compile(rf"[^\w{_MARKS}%‰/,.+<>=-]+")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
#: How many strings and pairs of strings are kept: those of a long decree and its labels.
_KEPT = 1 << 15


@lru_cache(_KEPT)
def plain(string: str | None) -> str:
    """``string`` as it is compared: case, white space, most punctuation, the kind of dash, the
    place of the tone mark ("hoá", "hóa") and the abbreviation of Ủy ban nhân dân do not count."""
    lowered = unicodedata.normalize("NFD", (string or "").lower()).translate(_DASHES)
    spelled = _WORD.sub(lambda word: _WRITTEN_OUT.get(word[0]) or _tone_last(word[0]), lowered)
    return _OTHER_SIGNS.sub(" ", spelled).strip(" .,;:-")


_DASHES = str.maketrans("–—", "--")


def _tone_last(word: str) -> str:
    """The word with its tone at the end, where its place makes no difference."""
    return _TONE.sub("", word) + "".join(_TONE.findall(word))


_WRITTEN_OUT = {
    "ubnd": " ".join(
        _tone_last(unicodedata.normalize("NFD", word)) for word in ("ủy", "ban", "nhân", "dân")
    )
}


@lru_cache(_KEPT)
def words(string: str | None) -> tuple[str, ...]:
    """The words and the ``%`` and ``‰`` signs of ``string``, as :func:`plain` spells them."""
    return tuple(_WORD_OR_PERCENT.findall(plain(string)))


@lru_cache(_KEPT)
def _different_words(string: str | None) -> frozenset[str]:
    return frozenset(words(string))


def held(sought: str | None, string: str | None, least: float = 0.0) -> float:
    """The share of the words of ``sought`` that stand in ``string``, in order; 0 where it is less
    than ``least``."""
    mine = words(sought)
    if not mine:
        return 1.0
    # In whatever order: most pairs end here, and this takes a hundredth of the time.
    if sum(map(_different_words(string).__contains__, mine)) < least * len(mine):
        return 0.0
    share = _held(sought, string)
    return share if share >= least else 0.0


@lru_cache(_KEPT)
def _held(sought: str | None, string: str | None) -> float:
    mine = words(sought)
    blocks = SequenceMatcher(None, mine, words(string), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(mine)


@lru_cache(_KEPT)
def likeness(one: str | None, other: str | None) -> float:
    """1 where both have the same words in the same order, 0 where they share none."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def same_plain(one: str | None, other: str | None) -> bool:
    return plain(one) == plain(other)


def mark(string: str | None) -> str:
    """A document's number, kind, place or date as it is compared: without spaces too."""
    return plain(string).replace(" ", "")


# --------------------------------------------------------------------------- thresholds

_SCALES = frozenset(
    word for scale in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ") for word in words(scale)
)
_PERCENT = ("phần trăm", "percent")


def same_number(label: float | None, result: float | None) -> bool:
    """To six decimals."""
    if label is None or result is None:
        return label is result
    return round(float(label), 6) == round(float(result), 6)


def same_value(label: Object, result: Object) -> bool:
    return all(same_number(label.get(key), result.get(key)) for key in ("value", "max"))


def same_unit(label: str | None, result: str | None) -> bool:
    """Whether one is the other with more words around it ("lao động" and "lao động có việc làm");
    words of scale ("triệu") must be the same. A unit that is not labelled is not compared."""
    if label is None:
        return True
    short, long = sorted((_unit_words(label), _unit_words(result)), key=len)
    if not short or _SCALES.intersection(short) != _SCALES.intersection(long):
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _unit_words(unit: str | None) -> tuple[str, ...]:
    return ("%",) if (unit or "").strip().lower() in _PERCENT else words(unit)


def same_threshold(label: Object, result: Object) -> bool:
    """Kind, value, maximum and direction; comparator and unit where they are labelled."""
    if label["kind"] != result["kind"]:
        return False
    if label["kind"] == "task":
        return True
    return (
        same_value(label, result)
        and label.get("comparator") in (None, result.get("comparator"))
        and (label["kind"] != "change" or label.get("direction") == result.get("direction"))
        and same_unit(label.get("unit"), result.get("unit"))
    )


_DETAILS = ("per", "each", "within", "baseline")


def same_details(label: Object, result: Object) -> bool:
    """Period, each, within and baseline: what is labelled stands in the result too."""
    baseline, found = label.get("baseline") or {}, result.get("baseline") or {}
    return (
        all(label.get(key) in (None, result.get(key)) for key in ("per", "each"))
        and (not label.get("within") or held(label["within"], result.get("within")) >= 0.8)
        and all(
            value is None or same_number(value, found.get(key)) for key, value in baseline.items()
        )
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
    """No due and one that hangs on an event count as the same; the words do not count."""
    kinds = {(due or {"kind": "conditional"})["kind"] for due in (label, result)}
    if len(kinds) > 1:
        return False
    if kinds == {"fixed"} and label and result:
        return all(label.get(key) == result.get(key) for key in ("start", "end"))
    if kinds == {"recurring"} and label and result:
        return set(label["every"]) == set(result["every"])
    return True


def same_content(label: str | None, result: str | None) -> bool:
    return likeness(label, result) >= 0.9 or held(label, result) >= 0.97


def same_indicator(label: str, result: str | None) -> bool:
    longer = len(words(result)) > 3 * len(words(label))
    return likeness(label, result) >= 0.7 or (held(label, result) >= 0.9 and not longer)


def agreement(label: Object, result: Object) -> dict[str, bool]:
    """Field → whether a found target agrees in it with its label. A field that is not labelled is
    not in it; of targets from prose only the indicator is compared."""
    found: dict[str, bool] = {}
    if any(label["threshold"].get(key) is not None for key in _DETAILS):
        found["threshold_details"] = same_details(label["threshold"], result["threshold"])
    if label["origin"] == "table":
        if "content" in label:
            found["content"] = same_content(label["content"], result["content"])
        if "ordinal" in label:
            found["ordinal"] = same_plain(label["ordinal"], result["ordinal"])
        if section := nearest(label.get("section")):
            found["section"] = likeness(section, nearest(result["section"])) >= 0.85
        if "agencies" in label:
            found["agencies"] = same_agencies(label["agencies"], result["agencies"])
        if "due" in label and not label.get("due_unscored"):
            found["due"] = same_due(label["due"], result["due"])
    elif label.get("indicator"):
        found["indicator"] = same_indicator(label["indicator"], result["indicator"])
    if label.get("applies_to"):
        found["applies_to"] = likeness(label["applies_to"], result["applies_to"]) >= 0.8
    return found


def nearest(section: Any) -> str:
    """The nearest heading: labels give it alone, results give all."""
    if isinstance(section, str):
        return section
    return str(section[-1]) if section else ""


# --------------------------------------------------------------------------- letterheads


def same_document_field(key: str, label: Any, result: Any) -> bool:
    if key == "signatory":
        return same_plain((label or {}).get("name"), (result or {}).get("name"))
    if key in ("issuer", "subject"):
        longer = len(words(result)) > 2 * len(words(label)) + 4
        return held(label, result) >= 0.85 and not longer
    return mark(label) == mark(result)
