"""Records without nesting, as rows of a table take them: keys of what is not there hold None."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from extract.errors import NoResult
from extract.indicator_keys import key_text

Row = dict[str, Any]


def flat_document(document: Mapping[str, Any]) -> Row:
    """Raises :class:`NoResult`, as :func:`day` does."""
    signatory = document["signatory"] or {}
    return {
        **{name: document[name] for name in ("number", "kind", "issuer", "place", "subject")},
        "date": day(document["date"]),
        "signatory_title": signatory.get("title"),
        "signatory_name": signatory.get("name"),
    }


def flat_target(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Row:
    """All of a target but its agencies and its proof, and the key of its indicator; ``decisions``
    of reviewers by the id of the target. ``section``, ``due_every``, ``flags`` and ``doubts`` are
    lists.

    Raises :class:`NoResult`, as :func:`day` does.
    """
    threshold, due = target["threshold"], target["due"] or {}
    baseline, decision = threshold.get("baseline", {}), decision_on(target, decisions)
    as_is = ("origin", "section", "ordinal", "content", "indicator", "statement", "applies_to")
    of_threshold = ("comparator", "value", "unit", "direction", "within", "per")
    return {
        "target_id": target["id"],
        **{name: target[name] for name in (*as_is, "result", "note", "flags", "doubts")},
        "indicator_key": indicator_key(target),
        "threshold_kind": threshold["kind"],
        **{name: threshold.get(name) for name in of_threshold},
        "value_max": threshold.get("max"),
        "of_each": threshold.get("each", False),
        "baseline_year": baseline.get("year"),
        "baseline_value": baseline.get("value"),
        "due_kind": due.get("kind"),
        "due_text": due.get("text"),
        "due_start": day(due.get("start")),
        "due_end": day(due.get("end")),
        "due_every": due.get("every", []),
        "verdict": decision.get("verdict"),
        "reviewer": decision.get("by"),
        "reviewed_at": datetime.fromisoformat(decision["at"]) if decision else None,
        "remark": decision.get("note"),
    }


def indicator_key(target: Mapping[str, Any]) -> str | None:
    """Equal where two targets measure the same for certain; None where nothing is measured."""
    if target["threshold"]["kind"] == "task" or not target["indicator"]:
        return None
    return key_text(target["indicator"], target["threshold"].get("unit")) or None


def decision_on(target: Mapping[str, Any], decisions: Mapping[str, Any]) -> Mapping[str, Any]:
    """The decision that the target is made by; empty where it is as extracted."""
    decision = decisions.get(target["id"])
    return decision if decision and decision["verdict"] in target["flags"] else {}


def day(text: str | None) -> date | None:
    """Raises :class:`NoResult` where the schema's pattern lets a day through that no calendar has:
    neither PostgreSQL nor a spreadsheet would take it."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise NoResult(f"{text} is no date") from error
