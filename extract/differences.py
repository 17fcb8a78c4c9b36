"""What is different between two results of one file: by target, then field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from extract.model import record


@record
class Change:
    """A field that says something else: its path (``threshold.value``), and what it says before
    and after; None where it is not there."""

    field: str
    old: Any
    new: Any


@record
class Changed:
    """A target that is in both results and does not say the same."""

    old: dict[str, Any]
    new: dict[str, Any]
    changes: tuple[Change, ...]


@record
class Difference:
    """Of two results. ``moved``: how many targets say the same in another place. ``other``: what
    changed beside the targets: the source, the letterheads, the warnings, the ledger."""

    file: str
    added: tuple[dict[str, Any], ...] = ()
    removed: tuple[dict[str, Any], ...] = ()
    changed: tuple[Changed, ...] = ()
    moved: int = 0
    other: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.moved or self.other)


def difference(
    file: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> Difference:
    """None stands for a file that is not there: all its targets are added, or removed. The order
    of what is found is that of the results."""
    before, after = _targets(old), _targets(new)
    pairs = [(before[id], target) for id, target in after.items() if id in before]
    found = [(one, other, changes(one, other)) for one, other in pairs if one != other]
    return Difference(
        file,
        tuple(target for id, target in after.items() if id not in before),
        tuple(target for id, target in before.items() if id not in after),
        tuple(Changed(*one) for one in found if one[2]),
        sum(not one[2] for one in found),
        tuple(_beside(old, new)) if old is not None and new is not None else (),
    )


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fields of two records that differ, in the order of the records. Where a record stands is
    not part of what it says: of ``source`` only the quotes are compared."""
    before, after = dict(_flat(old)), dict(_flat(new))
    return tuple(
        Change(field, before.get(field), after.get(field))
        for field in {**before, **after}
        if before.get(field) != after.get(field)
    )


def difference_json(found: Difference) -> dict[str, Any]:
    """As ``chitieu diff --json`` prints it; the records whole."""
    return {
        "file": found.file,
        "added": list(found.added),
        "removed": list(found.removed),
        "changed": [
            {"id": one.new["id"], "changes": list(map(_change_json, one.changes))}
            for one in found.changed
        ],
        "moved": found.moved,
        "other": list(map(_change_json, found.other)),
    }


def _change_json(change: Change) -> dict[str, Any]:
    return {"field": change.field, "old": change.old, "new": change.new}


def _targets(result: Mapping[str, Any] | None) -> dict[str, dict[str, Any]]:
    documents = result["documents"] if result is not None else ()
    return {target["id"]: target for document in documents for target in document["targets"]}


def _flat(record: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in record.items():
        if key == "source" and isinstance(value, list):
            yield path + key, [f"{one['field']}: {one['quote']}" for one in value]
        elif isinstance(value, dict):
            yield from _flat(value, f"{path}{key}.")
        elif value is not None:
            yield path + key, value


def _beside(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    yield from changes({"source": old["source"]}, {"source": new["source"]})
    before, after = old["documents"], new["documents"]
    for index in range(max(len(before), len(after))):
        one, other = _head(before, index), _head(after, index)
        yield from changes({f"documents[{index}]": one}, {f"documents[{index}]": other})
    yield from _counted("warnings", *map(_warnings, (old, new)))
    yield from _counted("numbers", *map(_numbers, (old, new)))


def _head(documents: list[dict[str, Any]], index: int) -> dict[str, Any]:
    if index >= len(documents):
        return {}
    return {key: value for key, value in documents[index].items() if key != "targets"}


def _warnings(result: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    return Counter((one["code"], one["message"]) for one in result["warnings"])


def _numbers(result: Mapping[str, Any]) -> Counter[tuple[str, str]]:
    return Counter((one["text"], one["role"]) for one in result["numbers"])


def _counted(
    field: str, old: Counter[tuple[str, str]], new: Counter[tuple[str, str]]
) -> Iterator[Change]:
    """What there is less of, and more of, wherever it stands: entries with one name in pairs."""
    gone, come = sorted((old - new).elements()), sorted((new - old).elements())
    for name in sorted({name for name, _ in (*gone, *come)}):
        before = [value for key, value in gone if key == name]
        after = [value for key, value in come if key == name]
        for index in range(max(len(before), len(after))):
            yield Change(
                f"{field}.{name}",
                before[index] if index < len(before) else None,
                after[index] if index < len(after) else None,
            )
