"""What is found in a group of decrees, beside its labels."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from extract import extract_file
from extract.lineage.decrees import Decree, decree
from extract.lineage.findings import Finding, Side, findings
from extract.lineage.links import Link
from extract.model import record

FOLDER = Path(__file__).parent
GROUPS = ("dev", "test", "fresh")

Row = dict[str, Any]


@record
class Agreement:
    """``wrong``: found and not labelled; ``missed``: labelled and not found."""

    right: int
    wrong: tuple[Any, ...]
    missed: tuple[Row, ...]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))


@functools.cache
def labels(group: str) -> dict[str, list[Row]]:
    return tomllib.loads((FOLDER / group / "findings.toml").read_text("utf-8"))


@functools.cache
def documents(group: str, file: str) -> list[Row]:
    found: list[Row] = extract_file(FOLDER / group / file)["documents"]
    return found


def named(group: str, side: Row) -> list[str]:
    """The ids of the targets that one side of a label names."""
    return [
        target["id"]
        for document in documents(group, side["file"])
        for target in document["targets"]
        if side["indicator"] in target["indicator"]
        and side["threshold"]
        in [part["quote"] for part in target["source"] if part["field"] == "threshold"]
        and any(side.get("holder", "") in holder for holder in _holders(target))
    ]


def agreements(group: str) -> tuple[Agreement, Agreement]:
    """Of the findings, and of the lineage."""
    links, faults = findings(list(_decrees(group)))
    return (
        _agreement(faults, labels(group)["finding"], functools.partial(_is_finding, group)),
        _agreement(links, labels(group)["restates"], functools.partial(_is_link, group)),
    )


def _decrees(group: str) -> Iterable[Decree]:
    for path in sorted((FOLDER / group).glob("*.txt")):
        for position, document in enumerate(documents(group, path.name)):
            yield decree(path.name, position, document)


def _agreement(
    answers: Iterable[Any], rows: Sequence[Row], same: Callable[[Row, Any], bool]
) -> Agreement:
    left, wrong, right = list(rows), [], 0
    for answer in answers:
        row = next((row for row in left if same(row, answer)), None)
        if row is None:
            wrong.append(answer)
        else:
            left.remove(row)
            right += 1
    return Agreement(right, tuple(wrong), tuple(left))


def _is_finding(group: str, row: Row, finding: Finding) -> bool:
    if row["code"] != finding.code:
        return False
    if finding.cites:
        said = row["first"]
        return bool(
            said["file"] == finding.first.decree.file and said["number"] == finding.cites["number"]
        )
    if finding.code == "sum_differs" or finding.second is None:
        return _is(group, row["first"], finding.first)
    sides = [(finding.first, finding.second)]
    if finding.code == "twice":
        sides.append((finding.second, finding.first))
    return any(_is(group, row["first"], a) and _is(group, row["second"], b) for a, b in sides)


def _is_link(group: str, row: Row, link: Link) -> bool:
    return _is(group, row["first"], Side(link.decree, link.holding)) and _is(
        group, row["second"], Side(link.source, link.upper)
    )


def _is(group: str, row: Row, side: Side) -> bool:
    holding = side.holding
    same_file = row["file"] == side.decree.file and holding is not None
    return same_file and [holding.target["id"]] == named(group, row)


def _holders(target: Row) -> list[str]:
    agencies = [agency["name"] for agency in target["agencies"]]
    return [*target["section"], target["applies_to"] or "", *agencies]
