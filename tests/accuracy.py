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
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Object = dict[str, Any]

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


# --------------------------------------------------------------------------- words

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def words(string: str | None) -> list[str]:
    """The words and ``%`` signs of ``string``. Case, punctuation, the place of the tone mark
    ("hoá", "hóa") and the abbreviation of Ủy ban nhân dân do not count."""
    lowered = unicodedata.normalize("NFD", (string or "").lower())
    found = re.findall(r"(?:\w[\u0300-\u036f]*)+|%", lowered)
    return [part for word in found for part in _WRITTEN_OUT.get(word, (_toneless(word),))]


def _toneless(word: str) -> str:
    """The word with its tone at the end, where its place makes no difference."""
    tones = [mark for mark in word if mark in _TONES]
    return "".join([*(mark for mark in word if mark not in _TONES), *tones])


_WRITTEN_OUT = {
    "ubnd": tuple(
        _toneless(unicodedata.normalize("NFD", word)) for word in ("ủy", "ban", "nhân", "dân")
    )
}


def held(sought: str | None, string: str | None) -> float:
    """The share of the words of ``sought`` that stand in ``string``, in order."""
    mine = words(sought)
    blocks = SequenceMatcher(None, mine, words(string), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(mine) if mine else 1.0


def likeness(one: str | None, other: str | None) -> float:
    """1 where both have the same words in the same order, 0 where they share none."""
    return SequenceMatcher(None, words(one), words(other), autojunk=False).ratio()


def _same(one: object, other: object) -> bool:
    return words(str(one or "")) == words(str(other or ""))


def _mark(one: str | None) -> str:
    """A document number or date as it is compared: without spaces, case and kind of dash."""
    bare = unicodedata.normalize("NFC", one or "").lower()
    return re.sub(r"\s+", "", re.sub(r"[–—]", "-", bare))


# --------------------------------------------------------------------------- thresholds

_SCALES = frozenset(
    word for scale in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ") for word in words(scale)
)


def same_value(label: Object, result: Object) -> bool:
    return all(label.get(key) == result.get(key) for key in ("value", "max"))


def same_unit(label: str | None, result: str | None) -> bool:
    """Whether one is the other with more words around it ("lao động" and "lao động có việc làm");
    words of scale ("triệu") must be the same. A unit that is not labelled is not compared."""
    if label is None:
        return True
    short, long = sorted((words(label), words(result)), key=len)
    if not short or _SCALES.intersection(short) != _SCALES.intersection(long):
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def same_threshold(label: Object, result: Object) -> bool:
    if label["kind"] == "task" or result["kind"] == "task":
        return bool(label["kind"] == result["kind"])
    return (
        all(label.get(key) == result.get(key) for key in ("kind", "comparator", "direction"))
        and same_value(label, result)
        and same_unit(label.get("unit"), result.get("unit"))
    )


def same_details(label: Object, result: Object) -> bool:
    """Period, each, within and baseline: what is labelled stands in the result too."""
    baseline, found = label.get("baseline", {}), result.get("baseline", {})
    return (
        all(label.get(key) in (None, result.get(key)) for key in ("per", "each"))
        and (not label.get("within") or held(label["within"], result.get("within")) >= 0.8)
        and all(value in (None, found.get(key)) for key, value in baseline.items())
    )


# --------------------------------------------------------------------------- fields


def same_agencies(label: Sequence[Object], result: Sequence[Object]) -> bool:
    """The same bodies in the same roles, in any order."""
    left = list(result)
    for agency in label:
        alike = (
            other
            for other in left
            if other["role"] == agency["role"] and likeness(agency["name"], other["name"]) >= 0.85
        )
        match = next(alike, None)
        if match is None:
            return False
        left.remove(match)
    return not left


def same_due(label: Object | None, result: Object | None) -> bool:
    """No due and one that hangs on an event count as the same."""
    kinds = {(due or {"kind": "conditional"})["kind"] for due in (label, result)}
    if len(kinds) > 1:
        return False
    if kinds == {"fixed"} and label and result:
        return all(label.get(key) == result.get(key) for key in ("start", "end"))
    if kinds == {"recurring"} and label and result:
        return set(label["every"]) == set(result["every"])
    return True


def same_indicator(label: str, result: str | None) -> bool:
    longer = len(words(result)) > 3 * len(words(label))
    return likeness(label, result) >= 0.7 or (held(label, result) >= 0.9 and not longer)


def wrong_fields(label: Object, result: Object) -> Iterator[str]:
    """The labelled fields in which a found target differs."""
    if not same_details(label["threshold"], result["threshold"]):
        yield "threshold"
    if label["origin"] == "table":
        alike = likeness(label["content"], result["content"]) >= 0.9
        if not alike and held(label["content"], result["content"]) < 0.97:
            yield "content"
        if not _same(label["ordinal"], result["ordinal"]):
            yield "ordinal"
        section = _last(label["section"])
        if section and likeness(section, _last(result["section"])) < 0.85:
            yield "section"
        if not same_agencies(label["agencies"], result["agencies"]):
            yield "agencies"
        if not label.get("due_unscored") and not same_due(label["due"], result["due"]):
            yield "due"
    elif label.get("indicator") and not same_indicator(label["indicator"], result["indicator"]):
        yield "indicator"
    if label.get("applies_to") and likeness(label["applies_to"], result["applies_to"]) < 0.8:
        yield "applies_to"


def _last(section: Any) -> str:
    """The nearest heading: labels give it alone, results give all."""
    if isinstance(section, str):
        return section
    return str(section[-1]) if section else ""


# --------------------------------------------------------------------------- targets


def _said(target: Object) -> str:
    return " ".join(target[key] or "" for key in ("statement", "content", "indicator", "result"))


def matches(labels: Sequence[Object], results: Sequence[Object]) -> dict[int, int]:
    """Index of label → index of the result that serves it: the nearest pairs first."""
    pairs: list[tuple[float, int, int, int]] = []
    for i, label in enumerate(labels):
        for j, result in enumerate(results):
            if not same_threshold(label["threshold"], result["threshold"]):
                continue
            said = _said(result)
            quoted = held(label["quote"], said)
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
    section = likeness(_last(label["section"]), _last(result["section"]))
    return alike + section + _same(label["ordinal"], result["ordinal"])


def score(gold: Object, result: Object) -> Score:
    """What a result of one file is worth beside its labels."""
    counted = Score()
    pairs = _document_pairs(gold["documents"], result["documents"])
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
        if j in found.values() or any(_speaks_of(item, label) for label in spared):
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


def _speaks_of(result: Object, label: Object) -> bool:
    same = same_value(label["threshold"], result["threshold"])
    return same and held(label["quote"], _said(result)) >= 0.8


def _short(target: Object) -> str:
    said = target.get("quote") or target["statement"]
    where = f"{target['origin']} {target['ordinal']}" if target["ordinal"] else target["origin"]
    return f"{where} {_json(target['threshold'])} «{said[:90]}»"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# --------------------------------------------------------------------------- documents


def _document_pairs(labels: Sequence[Object], results: Sequence[Object]) -> dict[int, int]:
    """Index of labelled document → index of the result's document that it matches best."""
    left, pairs = list(range(len(results))), dict[int, int]()
    for i, label in enumerate(labels):
        if left:
            near = [_document_nearness(label, results[j]) for j in left]
            pairs[i] = left.pop(near.index(max(near)))
    return pairs


def _document_nearness(label: Object, result: Object) -> float:
    same = _mark(label["number"]) == _mark(result["number"])
    return same + likeness(label["subject"], result["subject"])


_FIELDS = ("number", "kind", "issuer", "place", "date", "subject", "signatory")


def _count_documents(
    counted: Score, labels: Sequence[Object], results: Sequence[Object], pairs: dict[int, int]
) -> None:
    for i, label in enumerate(labels):
        result = results[pairs[i]] if i in pairs else {}
        for key in _FIELDS:
            right = _same_document_field(key, label[key], result.get(key))
            counted.documents.add(right)
            if not right:
                mistake = f"wrong document {key}: {_json(label[key])} is read as"
                counted.mistakes.append(f"{mistake} {_json(result.get(key))}")
        cited = {_mark(citation["number"]) for citation in result.get("cites", [])}
        wanted = {_mark(number) for number in label["cites"]}
        spared = {_mark(number) for number in label.get("cites_optional", [])}
        counted.citations.found += len(cited & wanted)
        counted.citations.missed += len(wanted - cited)
        counted.citations.extra += len(cited - wanted - spared)
        counted.mistakes += [f"missed citation {number}" for number in sorted(wanted - cited)]
        counted.mistakes += [f"extra citation {x}" for x in sorted(cited - wanted - spared)]
    for _ in range(len(results) - len(pairs)):
        counted.documents.total += len(_FIELDS)
        counted.mistakes.append("a document too many")


def _same_document_field(key: str, label: Any, result: Any) -> bool:
    if key == "signatory":
        return _same((label or {}).get("name"), (result or {}).get("name"))
    if key in ("issuer", "subject"):
        longer = len(words(result)) > 2 * len(words(label)) + 4
        return held(label, result) >= 0.85 and not longer
    if key == "place":
        return _same(label, result)
    return _mark(label) == _mark(result)


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
