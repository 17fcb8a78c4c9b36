"""How near results come to hand labels: what ``labels/README.md`` describes, counted.

    python -m tests.accuracy tests/labels outputs [--mistakes]

A labelled target is found where a result of the same file has the same threshold (kind, comparator,
direction, value, maximum, and the unit where it is labelled) and its words hold the label's quote.
One result serves one label. A label marked ``optional`` counts neither way, and neither does a
result that says its value in its words.

A *silent error* is a measured result with a wrong or unlabelled threshold, or with wrong details of
it, that raises no doubt: the worst that can happen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.agreement import (
    Object,
    held,
    likeness,
    mark,
    nearest,
    same_threshold,
    same_value,
    same_words,
    words,
    wrong_fields,
)

# --------------------------------------------------------------------------- counts


@dataclass
class Share:
    """So many right of so many."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.total += 1

    @property
    def value(self) -> float:
        return self.right / self.total if self.total else 1.0


@dataclass
class Retrieval:
    """Labels found, labels missed, and results that no label wants."""

    found: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        wrong = self.missed + self.extra
        return 2 * self.found / (2 * self.found + wrong) if self.found + wrong else 1.0


@dataclass
class Score:
    """What was counted over some files. ``mistakes`` has one line for each thing that is wrong."""

    table: Retrieval = field(default_factory=Retrieval)
    prose: Retrieval = field(default_factory=Retrieval)
    measurable: Retrieval = field(default_factory=Retrieval)
    tasks: Retrieval = field(default_factory=Retrieval)
    perfect: Share = field(default_factory=Share)
    table_perfect: Share = field(default_factory=Share)
    documents: Share = field(default_factory=Share)
    citations: Retrieval = field(default_factory=Retrieval)
    silent_errors: int = 0
    mistakes: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures that ``floors.toml`` guards: shares, and the count of silent errors."""
        return {
            "table_precision": self.table.precision,
            "table_recall": self.table.recall,
            "prose_precision": self.prose.precision,
            "prose_recall": self.prose.recall,
            "measurable_precision": self.measurable.precision,
            "measurable_recall": self.measurable.recall,
            "measurable_f1": self.measurable.f1,
            "tasks_f1": self.tasks.f1,
            "perfect": self.perfect.value,
            "table_perfect": self.table_perfect.value,
            "documents": self.documents.value,
            "citations_f1": self.citations.f1,
            "silent_errors": self.silent_errors,
        }

    def kinds(self, origin: str, kind: str) -> list[Retrieval]:
        """The counts that a target of this origin and kind of threshold belongs to."""
        if kind == "task":
            return [self.tasks]
        return [self.measurable, self.table if origin == "table" else self.prose]


# --------------------------------------------------------------------------- targets


def words_said(target: Object) -> str:
    return " ".join(target[key] or "" for key in ("statement", "content", "indicator", "result"))


def matches(
    labels: Sequence[Object],
    results: Sequence[Object],
    share: Callable[[str, str], float] = held,
) -> dict[int, int]:
    """Index of label → index of the result that serves it: the nearest pairs first. ``share`` says
    how much of a label's quote stands in a result's words."""
    pairs: list[tuple[float, int, int, int]] = []
    for i, label in enumerate(labels):
        for j, result in enumerate(results):
            if not same_threshold(label["threshold"], result["threshold"]):
                continue
            said = words_said(result)
            quoted = share(label["quote"], said)
            if quoted >= 0.8:
                pairs.append((quoted + _nearness(label, result) / 10, -len(said), i, j))
    found: dict[int, int] = {}
    for _, _, i, j in sorted(pairs, reverse=True):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _nearness(label: Object, result: Object) -> float:
    """Which of several rows that say the same is meant."""
    keys = ("content", "indicator", "applies_to")
    alike = sum(likeness(label[key], result[key]) for key in keys if label.get(key))
    section = likeness(nearest(label["section"]), nearest(result["section"]))
    said = held(label["quote"], result["statement"])
    return alike + section + said + same_words(label["ordinal"], result["ordinal"])


def score(gold: Object, result: Object) -> Score:
    """What a result of one file is worth beside its labels."""
    counted = Score()
    pairs = document_pairs(gold["documents"], result["documents"])
    labels = [(label, at) for at, one in enumerate(gold["documents"]) for label in one["targets"]]
    results = [(item, at) for at, one in enumerate(result["documents"]) for item in one["targets"]]
    found = matches([label for label, _ in labels], [item for item, _ in results])
    for i, (label, home) in enumerate(labels):
        if label.get("optional"):
            continue
        if i not in found:
            for retrieval in counted.kinds(label["origin"], label["threshold"]["kind"]):
                retrieval.missed += 1
            _count_perfect(counted, label, right=False)
            counted.mistakes.append(f"missed {_short(label)}")
            continue
        item, where = results[found[i]]
        wrong = list(wrong_fields(label, item))
        if pairs.get(home) != where:
            wrong.append("document")
        for retrieval in counted.kinds(label["origin"], label["threshold"]["kind"]):
            retrieval.found += 1
        _count_perfect(counted, label, right=not wrong)
        counted.silent_errors += "threshold" in wrong and not item["doubts"]
        for key in wrong:
            read = f"{_json(label.get(key))} is read as {_json(item.get(key))}"
            counted.mistakes.append(f"wrong {key} {_short(label)}: {read}")
    spared = [label for label, _ in labels if label.get("optional")]
    for j, (item, _) in enumerate(results):
        if j in found.values() or any(speaks_of(item, label) for label in spared):
            continue
        for retrieval in counted.kinds(item["origin"], item["threshold"]["kind"]):
            retrieval.extra += 1
        silent = item["threshold"]["kind"] != "task" and not item["doubts"]
        counted.silent_errors += silent
        counted.mistakes.append(f"{'silent' if silent else 'extra'} {_short(item)}")
    _count_documents(counted, gold["documents"], result["documents"], pairs)
    return counted


def _count_perfect(counted: Score, label: Object, *, right: bool) -> None:
    counted.perfect.add(right)
    if label["origin"] == "table":
        counted.table_perfect.add(right)


def speaks_of(result: Object, label: Object, share: Callable[[str, str], float] = held) -> bool:
    """Whether the result says the label's value, with whatever comparator, in the label's words."""
    same = same_value(label["threshold"], result["threshold"])
    return same and share(label["quote"], words_said(result)) >= 0.8


def _short(target: Object) -> str:
    said = target.get("quote") or target["statement"]
    where = f"{target['origin']} {target['ordinal']}" if target["ordinal"] else target["origin"]
    return f"{where} {_json(target['threshold'])} «{said[:90]}»"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# --------------------------------------------------------------------------- documents


def document_pairs(labels: Sequence[Object], results: Sequence[Object]) -> dict[int, int]:
    """Index of labelled document → index of the result's document that it matches best."""
    left, pairs = list(range(len(results))), dict[int, int]()
    for i, label in enumerate(labels):
        if left:
            near = [_document_nearness(label, results[j]) for j in left]
            pairs[i] = left.pop(near.index(max(near)))
    return pairs


def _document_nearness(label: Object, result: Object) -> float:
    same = mark(label["number"]) == mark(result["number"])
    return same + likeness(label["subject"], result["subject"])


DOCUMENT_FIELDS = ("number", "kind", "issuer", "place", "date", "subject", "signatory")


def _count_documents(
    counted: Score, labels: Sequence[Object], results: Sequence[Object], pairs: dict[int, int]
) -> None:
    for i, label in enumerate(labels):
        result = results[pairs[i]] if i in pairs else {}
        for key in DOCUMENT_FIELDS:
            right = same_document_field(key, label[key], result.get(key))
            counted.documents.add(right)
            if not right:
                mistake = f"wrong document {key}: {_json(label[key])} is read as"
                counted.mistakes.append(f"{mistake} {_json(result.get(key))}")
        cited = {mark(citation["number"]) for citation in result.get("cites", [])}
        wanted = {mark(number) for number in label["cites"]}
        spared = {mark(number) for number in label.get("cites_optional", [])}
        counted.citations.found += len(cited & wanted)
        counted.citations.missed += len(wanted - cited)
        counted.citations.extra += len(cited - wanted - spared)
        counted.mistakes += [f"missed citation {number}" for number in sorted(wanted - cited)]
        counted.mistakes += [f"extra citation {x}" for x in sorted(cited - wanted - spared)]
    for _ in range(len(results) - len(pairs)):
        counted.documents.total += len(DOCUMENT_FIELDS)
        counted.mistakes.append("a document too many")


def same_document_field(key: str, label: Any, result: Any) -> bool:
    if key == "signatory":
        return same_words((label or {}).get("name"), (result or {}).get("name"))
    if key in ("issuer", "subject"):
        longer = len(words(result)) > 2 * len(words(label)) + 4
        return held(label, result) >= 0.85 and not longer
    if key == "place":
        return same_words(label, result)
    return mark(label) == mark(result)


# --------------------------------------------------------------------------- many files


def total(scores: Iterable[tuple[str, Score]]) -> Score:
    """The sum over named files; each mistake begins with its file's name."""
    whole = Score()
    for name, one in scores:
        for key in ("table", "prose", "measurable", "tasks", "citations"):
            mine, its = getattr(whole, key), getattr(one, key)
            mine.found, mine.missed = mine.found + its.found, mine.missed + its.missed
            mine.extra += its.extra
        for key in ("perfect", "table_perfect", "documents"):
            share, its = getattr(whole, key), getattr(one, key)
            share.right, share.total = share.right + its.right, share.total + its.total
        whole.silent_errors += one.silent_errors
        whole.mistakes += [f"{name}: {mistake}" for mistake in one.mistakes]
    return whole


def scores(labels: Path, results: Path) -> dict[str, Score]:
    """Format → score over every result below ``results`` that has a label, by the name of its
    source."""
    found: dict[str, list[tuple[str, Score]]] = {}
    for path in sorted(results.rglob("*.json")):
        result = json.loads(path.read_text("utf-8"))
        name = Path(result["source"]["file"])
        label = labels / f"{name.stem}.gold.json"
        if label.is_file():
            one = score(json.loads(label.read_text("utf-8")), result)
            found.setdefault(result["source"]["format"], []).append((name.stem, one))
    return {kind: total(named) for kind, named in found.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare results with hand labels.")
    parser.add_argument("labels", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--mistakes", action="store_true", help="one line for each")
    options = parser.parse_args()
    for kind, found in scores(options.labels, options.results).items():
        print(f"[{kind}]")
        for name, figure in found.figures().items():
            print(f"{name} = {figure:.4g}")
        if options.mistakes:
            print("\n".join(found.mistakes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
