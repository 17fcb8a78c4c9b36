"""A result as the beginning of a label file, which a person corrects and completes."""

from __future__ import annotations

import json
from typing import Any

from extract.scoring.agreement import Object, nearest
from extract.scoring.comparison import DOCUMENT_FIELDS

_MOST_WORDS = 24  # of a quote
_WIDTH = 100


def draft(result: Object) -> Object:
    """Labels that agree with ``result``, marked as a draft: they are not used before a person has
    taken ``draft`` away."""
    documents = [
        {
            **{key: document[key] for key in DOCUMENT_FIELDS},
            "cites": [citation["number"] for citation in document["cites"]],
            "targets": [_target(target) for target in document["targets"]],
        }
        for document in result["documents"]
    ]
    return {"draft": True, "layout": [], "documents": documents}


def _target(target: Object) -> Object:
    """The keys in the order in which a reader of the decree meets them."""
    label: Object = {"origin": target["origin"]}
    if target["origin"] == "table":
        label["section"] = nearest(target["section"]) or None
        label["ordinal"] = target["ordinal"]
        label["content"] = target["content"]
    else:
        label["indicator"] = target["indicator"]
    label["quote"] = _quote(target)
    label["threshold"] = target["threshold"]
    if target["applies_to"] is not None:
        label["applies_to"] = target["applies_to"]
    if target["origin"] == "table":
        label["agencies"] = target["agencies"]
        label["due"] = target["due"]
    return label


def _quote(target: Object) -> str:
    """The words of the statement, of a long one those around the value."""
    statement: str = target["statement"]
    said = statement.split()
    values = (part["quote"] for part in target["source"] if part["field"] == "threshold")
    at = max((statement.find(value) for value in values), default=0)
    first = len(statement[: max(at, 0)].split()) - _MOST_WORDS // 2
    first = max(0, min(first, len(said) - _MOST_WORDS))
    return " ".join(said[first : first + _MOST_WORDS])


def draft_bytes(label: Object) -> bytes:
    """JSON in which everything that fits on a line stands on one."""
    return f"{_written(label)}\n".encode()


def _written(value: Any, indent: str = "") -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(value, dict | list):
        return line
    inner = indent + " "
    if isinstance(value, list):
        (opening, closing), parts = "[]", [_written(item, inner) for item in value]
    else:
        opening, closing = "{}"
        parts = [f"{json.dumps(key)}: {_written(item, inner)}" for key, item in value.items()]
    lines = ",\n".join(f"{inner}{part}" for part in parts)
    return f"{opening}\n{lines}\n{indent}{closing}"
