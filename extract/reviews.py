"""What reviewers decided about the records of a file: one review file beside each result.

A result is what the program read and nothing else; ``NAME.review.json`` beside it holds what people
decided, by the id of the target (``schemas/review.schema.json``). :func:`decided` lays the second
over the first. A decision holds as long as it is certain that it was made about what stands there:

- the record says what it said when it was decided: every decision holds, also where other parts of
  the source have changed;
- the record says something else, or is gone, and the source is the same (a new version of the
  program reads it otherwise): accepted, corrected and added records stay as they were decided, a
  rejected one is asked again;
- the record says something else and the source is another: it is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from extract import store, validation
from extract.errors import DamagedFile, DamagedReview, NotFound, Unwritable

SUFFIX = ".review.json"
SCHEMA = "urn:chitieu:schema:review:1"

#: See the module: ``open`` never decided, ``holds``, ``differs`` (holds, and the program now reads
#: something else), ``again`` (decided about something that no longer stands there).
Standing = Literal["open", "holds", "differs", "again"]

_KEPT = ("accepted", "corrected", "added")
# Where a record stands and how it was made is not what it says.
_ASIDE = ("source", "flags")
_LOCK = ".review.lock"
_PATIENCE = 10  # seconds


class Conflict(Exception):
    """Another reviewer has decided the record in the meantime: ``current`` is their decision."""

    def __init__(self, current: dict[str, Any] | None) -> None:
        super().__init__("decided in the meantime")
        self.current = current


def review_path(out: Path, name: str) -> Path:
    """Where the review of the source ``name`` stands, beside its result."""
    return out / f"{name}{SUFFIX}"


def content_hash(target: Mapping[str, Any]) -> str:
    """SHA-256 of what a record says, wherever it stands. Its doubts are part of it: a record that
    has got a doubt since then is to be looked at again."""
    said = {key: value for key, value in target.items() if key not in _ASIDE}
    return store.sha256(store.canonical(said))


def loaded(path: Path) -> dict[str, Any] | None:
    """The review at ``path``; None where there is none. Raises :class:`DamagedReview` where the
    file is no review, and :class:`Unreadable`."""
    try:
        review = store.loaded_result(path)
    except NotFound:
        return None
    except DamagedFile as error:
        raise DamagedReview(f"{path}: {error.what}") from error
    if faults := issues(review):
        raise DamagedReview(f"{path}: {faults[0][:300]}")
    return review


def issues(review: dict[str, Any]) -> list[str]:
    """Where the review breaks its schema, one line each."""
    if found := validation.issues(review, SCHEMA):
        return found
    return [
        f"$.decisions.{id}.target.id: {decision['target']['id']!r} is another record's"
        for id, decision in review["decisions"].items()
        if "target" in decision and decision["target"]["id"] != id
    ]


def decide(path: Path, file: str, id: str, known: int, decision: dict[str, Any]) -> dict[str, Any]:
    """Writes ``decision`` (all but its ``version``) about the record ``id`` of the source ``file``
    into the review at ``path``, among what others have decided since; gives back the whole review.

    ``known``: the version of the record's decision that the reviewer saw, 0 for none. Raises
    :class:`Conflict` where it is not the one in the file, ValueError where the decision breaks the
    schema, :class:`DamagedReview` where the file is damaged (it is left as it is),
    :class:`Unreadable`, :class:`Unwritable`.
    """
    from filelock import FileLock, Timeout

    store.make_folder(path.parent)
    try:
        with FileLock(path.with_name(_LOCK), timeout=_PATIENCE):
            review = loaded(path) or {"schema": "review-1", "file": file, "decisions": {}}
            current = review["decisions"].get(id)
            if known != (current["version"] if current else 0):
                raise Conflict(current)
            decisions = {**review["decisions"], id: _in_order(decision, known + 1)}
            review["decisions"] = dict(sorted(decisions.items()))
            if faults := issues(review):
                raise ValueError(f"the decision breaks its schema: {faults[0][:300]}")
            store.write(path, store.canonical(review))
    except Timeout as error:
        raise Unwritable(f"{path} is kept by another program") from error
    except OSError as error:
        raise Unwritable(f"cannot write {path} ({error.strerror or error})") from error
    return review


def standing(
    target: Mapping[str, Any] | None, decision: Mapping[str, Any] | None, sha256: str
) -> Standing:
    """Whether a decision holds for the record ``target`` (None: it is not extracted) of a source
    with this hash."""
    if decision is None or decision["verdict"] == "withdrawn":
        return "open"
    verdict = decision["verdict"]
    if target is not None and content_hash(target) == decision.get("content"):
        return "holds"
    if verdict == "rejected":
        return "again" if target is not None else "open"
    if decision["sha256"] != sha256:
        return "again"
    return "holds" if verdict == "added" and target is None else "differs"


def decided(result: dict[str, Any], review: Mapping[str, Any] | None) -> dict[str, Any]:
    """The result with the decisions laid over it; ``result`` itself is left alone.

    Records that a person decided have the flag ``accepted``, ``corrected`` or ``added``, and no
    doubts; rejected ones are left out, of the ledger too. All others are as extracted.
    """
    decisions = dict(review["decisions"]) if review else {}
    sha256 = result["source"]["sha256"]
    documents = []
    rejected = set()
    for document in result["documents"]:
        targets = []
        for target in document["targets"]:
            decision = decisions.pop(target["id"], None)
            if standing(target, decision, sha256) not in ("holds", "differs"):
                targets.append(target)
            elif decision["verdict"] == "rejected":
                rejected.add(target["id"])
            else:
                targets.append(_decided(target, decision))
        documents.append({**document, "targets": targets})
    added = []
    for decision in decisions.values():
        if documents and standing(None, decision, sha256) in ("holds", "differs"):
            place = min(decision["document"], len(documents) - 1)
            added.append(_decided(None, decision))
            documents[place]["targets"].append(added[-1])
    numbers = [_claimed(_released(number, rejected), added) for number in result["numbers"]]
    return {**result, "documents": documents, "numbers": numbers}


def _in_order(decision: Mapping[str, Any], version: int) -> dict[str, Any]:
    found = {**decision, "version": version}
    return {key: found[key] for key in _KEYS if key in found}


_KEYS = ("verdict", "version", "by", "at", "sha256", "content", "document", "note", "target")


def _decided(target: Mapping[str, Any] | None, decision: Mapping[str, Any]) -> dict[str, Any]:
    """What was decided; where the record itself stands as it did, with its places of today."""
    found = dict(decision["target"])
    if target is not None and content_hash(target) == decision.get("content"):
        found |= {key: target[key] for key in _ASIDE}
    flags = [flag for flag in found["flags"] if flag not in _KEPT]
    return found | {"flags": [*flags, decision["verdict"]], "doubts": []}


def _released(number: dict[str, Any], rejected: set[str]) -> dict[str, Any]:
    """The ledger's entry without the targets that were rejected: without any, a mere amount."""
    if rejected.isdisjoint(number.get("target", ())):
        return number
    left = [id for id in number["target"] if id not in rejected]
    if left:
        return {**number, "target": left}
    return {key: value for key, value in number.items() if key != "target"} | {"role": "quantity"}


def _claimed(number: dict[str, Any], added: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The ledger's entry with the added targets whose threshold it stands in."""
    ids = [
        target["id"]
        for target in added
        if target["id"] not in number.get("target", ())
        and any(
            fragment["field"] == "threshold" and covers(fragment["locator"], number["locator"])
            for fragment in target["source"]
        )
    ]
    return (
        {**number, "role": "target", "target": [*number.get("target", ()), *ids]} if ids else number
    )


def covers(outer: Mapping[str, Any], inner: Mapping[str, Any]) -> bool:
    """Whether one place in a source holds another; a box on a page holds what lies in it by more
    than half in each direction."""
    if "page" in outer:
        if outer["page"] != inner.get("page"):
            return False
        a, b = outer["bbox"], inner["bbox"]
        return all(
            min(a[side + 2], b[side + 2]) - max(a[side], b[side]) > (b[side + 2] - b[side]) / 2
            for side in (0, 1)
        )
    if any(outer.get(key) != inner.get(key) for key in ("path", "sheet", "cell", "page")):
        return False
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])
