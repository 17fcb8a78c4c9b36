"""A record as the fields of a form, and back. Numbers are written as in Vietnamese: 12.500 and
0,7; nothing that can be read in two ways is taken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from extract import validation

TARGET = "urn:chitieu:schema:target:1"

KINDS = ("level", "range", "change", "rank", "task")
COMPARATORS = ("ge", "gt", "le", "lt", "eq")
DIRECTIONS = ("increase", "decrease")
DUES = ("fixed", "recurring", "ongoing", "conditional")
INTERVALS = ("P1W", "P1M", "P3M", "P6M", "P1Y")
ROLES = ("lead", "coordinate", "implement", "monitor")

#: Fields of words, in the order of the form.
WORDS = ("indicator", "applies_to", "content", "statement", "result", "note")

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
# kind → the fields that it has beside unit, per, each and baseline
_OWN = {
    "level": ("comparator", "value"),
    "range": ("value", "max"),
    "change": ("direction", "comparator", "value", "max"),
    "rank": ("value", "within"),
}


class Problem(NamedTuple):
    """What is wrong with a field of a form: the key of a phrase, and words of the schema."""

    field: str
    key: str
    text: str = ""


def filled(target: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields of the form hold for a record."""
    threshold, due = target["threshold"], target["due"] or {}
    baseline = threshold.get("baseline", {})
    found: dict[str, Any] = {name: target[name] or "" for name in WORDS}
    found |= {
        "kind": threshold["kind"],
        "comparator": threshold.get("comparator", ""),
        "direction": threshold.get("direction", ""),
        "value": written(threshold.get("value")),
        "max": written(threshold.get("max")),
        "unit": threshold.get("unit", ""),
        "within": threshold.get("within", ""),
        "per": threshold.get("per", ""),
        "each": threshold.get("each", False),
        "baseline_year": str(baseline.get("year", "")),
        "baseline_value": written(baseline.get("value")),
        "due_kind": due.get("kind", ""),
        "due_text": due.get("text", ""),
        "due_start": due.get("start", ""),
        "due_end": due.get("end", ""),
        "due_every": list(due.get("every", ())),
        "agencies": [dict(agency) for agency in target["agencies"]],
    }
    return found


def entered(
    base: Mapping[str, Any], form: Sequence[tuple[str, str]]
) -> tuple[dict[str, Any], list[Problem]]:
    """The record ``base`` with what the form says, and what is wrong with it, by field. ``form``:
    names and values in the order of the page."""
    values = {name: value.strip() for name, value in form}
    problems: list[Problem] = []
    words = {name: " ".join(values.get(name, "").split()) or None for name in WORDS}
    if words["statement"] is None:
        problems.append(Problem("statement", "form.missing_words"))
    names = [value.strip() for name, value in form if name == "agency_name"]
    roles = [value for name, value in form if name == "agency_role"]
    agencies = [
        {"role": role, "name": name} for role, name in zip(roles, names, strict=False) if name
    ]
    every = [value for name, value in form if name == "due_every"]
    target = {
        **base,
        **words,
        "statement": words["statement"] or "",
        "threshold": _threshold(values, problems),
        "agencies": agencies,
        "due": _due(values, every, problems),
    }
    if not problems:
        for line in validation.issues(target, TARGET):
            path, _, text = line.partition(": ")
            problems.append(Problem(path.removeprefix("$.").split(".")[0], "form.wrong", text))
    return target, problems


def intervals(*own: str) -> list[str]:
    """The intervals to choose from: the usual ones, and what the record has."""
    return list(dict.fromkeys((*INTERVALS, *filter(None, own))))


def written(value: float | None) -> str:
    """A number as printed in Vietnamese."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def number(text: str) -> float | None:
    """The number that is written, as ``12.500,5``; None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    plain = text.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _threshold(values: Mapping[str, str], problems: list[Problem]) -> dict[str, Any]:
    kind = values.get("kind", "")
    if kind not in _OWN:
        return {"kind": "task"}
    found: dict[str, Any] = {"kind": kind}
    for name in _OWN[kind]:
        text = values.get(name, "")
        if name not in ("value", "max"):
            found |= {name: text} if text else {}
        elif text or name == "value" or kind == "range":
            found |= _number_of(name, text, problems)
    if kind == "rank":
        found["comparator"] = "le"
    if kind == "change" and "max" in found:
        found.pop("comparator", None)
    elif "comparator" in _OWN[kind] and "comparator" not in found:
        problems.append(Problem("comparator", "form.missing_choice"))
    found |= {name: values[name] for name in ("unit", "per") if values.get(name)}
    if values.get("each"):
        found["each"] = True
    baseline: dict[str, Any] = {}
    if year := values.get("baseline_year", ""):
        if re.fullmatch(r"\d{4}", year):
            baseline["year"] = int(year)
        else:
            problems.append(Problem("baseline_year", "form.bad_year"))
    text = values.get("baseline_value", "")
    if text and (read := _number_of("baseline_value", text, problems)):
        baseline["value"] = read["baseline_value"]
    return found | ({"baseline": baseline} if baseline else {})


def _number_of(name: str, text: str, problems: list[Problem]) -> dict[str, Any]:
    value = number(text)
    if value is None:
        problems.append(Problem(name, "form.bad_number" if text else "form.missing_number"))
        return {}
    return {name: value}


def _due(
    values: Mapping[str, str], every: list[str], problems: list[Problem]
) -> dict[str, Any] | None:
    kind = values.get("due_kind", "")
    if not kind:
        return None
    text = " ".join(values.get("due_text", "").split())
    found: dict[str, Any] = {"kind": kind, "text": text}
    if not text:
        problems.append(Problem("due_text", "form.missing_words"))
    if kind == "fixed":
        days = {name: values.get(f"due_{name}", "") for name in ("start", "end")}
        found |= {name: day for name, day in days.items() if day}
        if not any(days.values()):
            problems.append(Problem("due_end", "form.missing_date"))
    if kind == "recurring":
        found["every"] = list(dict.fromkeys(every))
        if not every:
            problems.append(Problem("due_every", "form.missing_interval"))
    return found
