"""The same decree in every format gives the same targets with the same ids."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.samples import SAMPLES, sample

FIELDS = (
    "id",
    "origin",
    "section",
    "ordinal",
    "content",
    "indicator",
    "statement",
    "threshold",
    "applies_to",
    "agencies",
    "due",
    "result",
    "note",
)
DOCUMENT_FIELDS = (
    "number",
    "kind",
    "issuer",
    "place",
    "date",
    "subject",
    "signatory",
    "cites",
)
others = pytest.mark.parametrize(
    ("kind", "stem"), [(kind, stem) for kind, stem in SAMPLES if kind != "docx"]
)


@others
def test_same_targets(stem: str, kind: str) -> None:
    expected, found = sample(stem, "docx"), sample(stem, kind)
    lines = differences(expected.targets, found.targets)
    assert not lines, "\n".join([f"{kind} differs from docx:", *lines])


@others
def test_same_documents(stem: str, kind: str) -> None:
    expected, found = (sample(stem, each).result["documents"] for each in ("docx", kind))
    assert [{key: document[key] for key in DOCUMENT_FIELDS} for document in found] == [
        {key: document[key] for key in DOCUMENT_FIELDS} for document in expected
    ]


def differences(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[str]:
    """One line for each field that differs; targets are put side by side by their words."""
    lines: list[str] = []
    left = list(found)
    for target in expected:
        other = max(left, key=lambda one, target=target: _likeness(target, one), default=None)  # type: ignore[misc]
        if other is None or _likeness(target, other) < len(FIELDS) // 2:
            lines.append(f"- {_short(target)}")
            continue
        left.remove(other)
        for key in FIELDS:
            if target[key] != other[key]:
                pair = f"{_json(target[key])}\n      here: {_json(other[key])}"
                lines.append(f"  {_short(target)}\n      {key}: {pair}")
    lines += [f"+ {_short(target)}" for target in left]
    order = [target["id"] for target in found]
    if not lines and order != [target["id"] for target in expected]:
        lines.append(f"the order differs: {order}")
    return lines


def _likeness(one: dict[str, Any], other: dict[str, Any]) -> int:
    weights = {"id": 10}
    return sum(weights.get(key, 1) for key in FIELDS if one[key] == other[key])


def _short(target: dict[str, Any]) -> str:
    return f"{target['ordinal'] or target['origin']} «{target['statement'][:80]}»"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
