"""Findings and links as JSON: both sides with what a reader needs to find them in the sources."""

from __future__ import annotations

from typing import Any

from extract.lineage.findings import Finding, Side
from extract.lineage.links import Link


def finding_record(finding: Finding) -> dict[str, Any]:
    """``second`` is null where a cited document is missing; ``cites`` then says which."""
    return {
        "code": finding.code,
        "reason": finding.reason,
        "first": side_record(finding.first),
        "second": side_record(finding.second) if finding.second else None,
        "cites": finding.cites,
    }


def link_record(link: Link) -> dict[str, Any]:
    return {
        "score": link.score,
        "reason": link.reason,
        "first": side_record(Side(link.decree, link.holding)),
        "second": side_record(Side(link.source, link.upper)),
    }


def side_record(side: Side) -> dict[str, Any]:
    """The document; with a target its words, for whom it holds, and where its value stands."""
    decree, holding = side.decree, side.holding
    document = {
        "file": decree.file,
        "number": decree.number,
        "date": decree.date,
        "issuer": decree.issuer,
    }
    if holding is None:
        return {**document, "target": None}
    target = holding.target
    proof = [f for f in target["source"] if f["field"] in ("threshold", "statement")]
    return {
        **document,
        "target": {
            **{name: target[name] for name in ("id", "indicator", "statement", "threshold")},
            **{name: target[name] for name in ("applies_to", "section", "ordinal", "due")},
            "indicator_key": str(holding.key),
            "level": holding.part.level,
            "place": holding.part.place,
            "period": holding.period or None,
            "doubts": target["doubts"],
            "source": proof,
        },
    }
