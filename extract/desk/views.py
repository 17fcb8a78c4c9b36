"""What the pages show: rows of the list of files, cards of records, the source with its marks."""

from __future__ import annotations

import os
import threading
import unicodedata
from collections.abc import Iterator
from typing import Any

from extract import pipeline, reviews
from extract.desk.folders import Folders, Opened
from extract.desk.places import Claim
from extract.differences import Change, changes
from extract.errors import ExtractError
from extract.model import record
from extract.reviews import Standing

#: The roles of numbers that are no news to a reviewer are shown in a quiet manner.
UNKNOWN = "unknown"


@record
class Row:
    """A file in the list. ``again``: records whose decision no longer fits; ``state``: ``todo``,
    ``done`` or ``broken`` (``fault`` says why)."""

    name: str
    document: str = ""
    subject: str = ""
    targets: int = 0
    doubtful: int = 0
    warnings: int = 0
    reviewed: int = 0
    again: int = 0
    last_by: str = ""
    last_at: str = ""
    state: str = "todo"
    fault: str = ""
    words: str = ""


@record
class Card:
    """A record on the desk. ``number``: its own on this page; ``target``: what is shown, as decided
    or as extracted; ``extracted``: None where it is not; ``changes``: what was decided against what
    is read now."""

    number: int
    id: str
    document: int
    target: dict[str, Any]
    extracted: dict[str, Any] | None
    decision: dict[str, Any] | None
    standing: Standing
    changes: tuple[Change, ...]

    @property
    def version(self) -> int:
        return int(self.decision["version"]) if self.decision else 0

    @property
    def verdict(self) -> str:
        """What counts today; empty where nothing does."""
        if self.decision is None or self.standing not in ("holds", "differs"):
            return ""
        return str(self.decision["verdict"])

    @property
    def asks(self) -> bool:
        """Whether a person should look at it."""
        if self.standing in ("differs", "again"):
            return True
        return self.standing == "open" and bool(self.target["doubts"])

    @property
    def group(self) -> int:
        return 0 if self.asks else 2 if self.verdict else 1


# --------------------------------------------------------------------------- files


class Rows:
    """The rows of all files; what has not changed on the disk is not read again."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._known: dict[str, tuple[tuple[Any, ...], Row]] = {}
        self._lock = threading.Lock()

    def all(self) -> list[Row]:
        with self._lock:
            names = self._folders.names()
            rows = [self._row(name) for name in names]
            self._known = {name: self._known[name] for name in names if name in self._known}
        return rows

    def _row(self, name: str) -> Row:
        folders = self._folders
        stamp = (
            _stamp(folders.out / f"{name}.json"),
            _stamp(folders.out / f"{name}{reviews.SUFFIX}"),
        )
        known = self._known.get(name)
        if known is None or known[0] != stamp:
            known = stamp, _read_row(folders, name)
            self._known[name] = known
        return known[1]


def _stamp(path: os.PathLike[str]) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _read_row(folders: Folders, name: str) -> Row:
    try:
        result = pipeline.checked_result(folders.result_path(name))
        review = reviews.loaded(folders.review_path(name))
    except ExtractError as error:
        return Row(name, state="broken", fault=str(error), words=folded(name))
    found = cards(Opened(name, result, review, None))
    latest = max(
        (card.decision for card in found if card.decision),
        key=lambda decision: decision["at"],
        default={"by": "", "at": ""},
    )
    documents = result["documents"]
    first = documents[0] if documents else {}
    reviewed = sum(bool(card.verdict) for card in found)
    said = [name]
    for document in documents:
        said += [document[key] or "" for key in ("number", "kind", "issuer", "subject")]
    for card in found:
        said += [card.target[key] or "" for key in ("content", "indicator", "statement")]
    return Row(
        name,
        " ".join(filter(None, (first.get("kind"), first.get("number")))),
        first.get("subject") or "",
        len(found),
        sum(bool(card.target["doubts"]) and not card.verdict for card in found),
        len(result["warnings"]),
        reviewed,
        sum(card.standing in ("differs", "again") for card in found),
        latest["by"],
        latest["at"],
        "done" if reviewed == len(found) else "todo",
        words=folded(" ".join(said)),
    )


def fits(row: Row, query: str, state: str) -> bool:
    """Whether a row has all words of the query, and the state that is asked for."""
    asked = {
        "todo": row.state == "todo",
        "done": row.state == "done",
        "doubtful": row.doubtful > 0,
        "changed": row.again > 0,
        "broken": row.state == "broken",
    }
    return asked.get(state, True) and all(word in row.words for word in folded(query).split())


def folded(text: str) -> str:
    """Small letters without marks: "toi thieu" finds "Tối thiểu"."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


# --------------------------------------------------------------------------- records


def cards(opened: Opened) -> list[Card]:
    """The records of a file in its order, then those that only its review holds."""
    decisions = dict(opened.decisions)
    found: list[Card] = []
    for index, document in enumerate(opened.result["documents"]):
        for target in document["targets"]:
            decision = decisions.pop(target["id"], None)
            found.append(_card(len(found), index, target, decision, opened.sha256))
    for decision in decisions.values():
        if decision["verdict"] in ("withdrawn", "rejected"):
            continue
        found.append(_card(len(found), decision["document"], None, decision, opened.sha256))
    return found


def card(opened: Opened, id: str) -> Card | None:
    return next((card for card in cards(opened) if card.id == id), None)


def _card(
    number: int,
    document: int,
    extracted: dict[str, Any] | None,
    decision: dict[str, Any] | None,
    sha256: str,
) -> Card:
    standing = reviews.standing(extracted, decision, sha256)
    kept = decision["target"] if decision and "target" in decision else None
    shown = extracted if extracted is not None else kept
    verdict = decision["verdict"] if decision else ""
    if kept is not None and verdict != "rejected" and standing in ("holds", "differs"):
        shown = kept
    assert shown is not None
    between: tuple[Change, ...] = ()
    if kept is not None and extracted is not None:
        if standing == "holds" and verdict == "corrected":
            between = changes(_said(extracted), _said(kept))
        elif standing in ("differs", "again"):
            between = changes(_said(kept), _said(extracted))
    return Card(number, shown["id"], document, shown, extracted, decision, standing, between)


def _said(target: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in target.items() if key not in ("source", "flags")}


# --------------------------------------------------------------------------- marks


def claims(opened: Opened, found: list[Card], numbers: list[dict[str, Any]]) -> Iterator[Claim]:
    """What records and the ledger, ``numbers``, say of the places of a source."""
    for card in found:
        shown = card.target
        if card.extracted is not None and opened.sha256 != (card.decision or {}).get("sha256"):
            shown = card.extracted  # its places are those of today's source
        for fragment in shown["source"]:
            yield Claim(fragment["locator"], fragment["field"], card.number)
    for index, number in enumerate(numbers):
        if number["role"] != "target":
            yield Claim(number["locator"], number=index)
