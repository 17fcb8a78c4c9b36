"""How near the reading of scans comes to the hand labels, level by level.

    python -m tests.scan_accuracy [LEVEL ...] [STEM ...] [--errors] [--dpi N]

The samples are scanned by ``tests/corpus/scan_form.py`` and extracted; labels and rules are those
of ``extract/scoring``, with one difference: words that only show *which* target is meant may have
wrong letters (:func:`spelled`). Thresholds, numbers, dates and names may not.

``silent``: a measured result without a doubt whose threshold is no label's or wrong in part (also a
right value with a wrong comparator, unit or direction). ``doubted``: the share of right measured
results that carry a doubt. ``printed``: of the numbers in the typed PDF's ledger, the share that
the scan's holds too. In the letterhead a field that is null is missing, and only another value is
wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from functools import cache
from time import perf_counter
from typing import Any

from extract.errors import ExtractError
from extract.scoring.agreement import Object, same_document_field, words
from extract.scoring.comparison import DOCUMENT_FIELDS, document_pairs, matches, score
from extract.scoring.counts import Mistake, Retrieval, Share
from tests.corpus import scan_form
from tests.samples import STEMS, gold, sample, sample_of

_ALIKE = 0.85  # of the characters


def spelled(sought: str | None, string: str | None) -> float:
    """The share of the characters of ``sought`` that stand in ``string`` in order, in pieces of
    three or more: :func:`extract.scoring.agreement.held` for words with wrong letters. 0 below
    85 %."""
    mine, other = " ".join(words(sought)), " ".join(words(string))
    if not mine or mine in other:
        return 1.0
    blocks = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks if block.size > 2) / len(mine)
    return share if share >= _ALIKE else 0.0


# --------------------------------------------------------------------------- one file


@dataclass
class Reading:
    """What was counted over some scans; ``errors`` has one line for each thing that is wrong."""

    measured: Retrieval = field(default_factory=Retrieval)
    tasks: Retrieval = field(default_factory=Retrieval)
    doubted: Share = field(default_factory=Share)
    letterhead: Share = field(default_factory=Share)
    printed: Share = field(default_factory=Share)
    silent_errors: int = 0
    letterhead_wrong: int = 0
    failed: int = 0
    pages: int = 0
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures that ``floors.toml`` guards: shares that may only rise, and counts (silent
        errors, wrong fields of letterheads) that may only fall."""
        return {
            "measurable_precision": self.measured.precision,
            "measurable_recall": self.measured.recall,
            "measurable_f1": self.measured.f1,
            "tasks_f1": self.tasks.f1,
            "undoubted": 1 - self.doubted.value if self.doubted.total else 1.0,
            "letterhead": self.letterhead.value,
            "printed_numbers": self.printed.value,
            "silent_errors": self.silent_errors,
            "letterhead_wrong": self.letterhead_wrong,
        }


def total(readings: Iterable[Reading]) -> Reading:
    whole = Reading()
    for one in readings:
        for each in fields(Reading):
            mine, its = getattr(whole, each.name), getattr(one, each.name)
            if isinstance(mine, (Retrieval, Share)):
                for count in fields(mine):
                    added = getattr(mine, count.name) + getattr(its, count.name)
                    setattr(mine, count.name, added)
            else:
                setattr(whole, each.name, mine + its)
    return whole


def reading(stem: str, level: str, dpi: int | None = None) -> Reading:
    """The sample ``stem`` as scanned at a level, against its labels; everything is missed where the
    scan cannot be read."""
    data, name = scan_form.scan(stem, level, dpi).pdf(), f"scan/{level}/{stem}.pdf"
    begin = perf_counter()
    try:
        counted = compared(stem, sample_of(data, name).result)
    except ExtractError as error:
        nothing: Object = {"documents": [], "numbers": [], "source": {"pages": 0}}
        counted = compared(stem, nothing)
        counted.failed = 1
        counted.errors.insert(0, f"not read: {error}")
    counted.seconds = perf_counter() - begin
    counted.errors = [f"{level} {stem} {error}" for error in counted.errors]
    return counted


def compared(stem: str, result: Object) -> Reading:
    """What the program took from a scan of the sample ``stem``, against its labels and against the
    numbers of the typed PDF."""
    counted = Reading(pages=result["source"]["pages"] or 0)
    _count_targets(counted, stem, result)
    _count_letterheads(counted, gold(stem)["documents"], result["documents"])
    _count_numbers(counted, sample(stem, "pdf").result["numbers"], result["numbers"])
    return counted


# --------------------------------------------------------------------------- targets


def _targets(documents: Iterable[Object]) -> list[Object]:
    return [target for document in documents for target in document["targets"]]


def _count_targets(counted: Reading, stem: str, result: Object) -> None:
    found = score(gold(stem), result, spelled)
    counted.measured, counted.tasks, counted.doubted = found.measurable, found.tasks, found.doubted
    counted.silent_errors = found.silent_errors
    pages = _label_pages(stem)
    for mistake in found.mistakes:
        if mistake.key == "threshold":
            where = _page(mistake.read) if mistake.read else pages.get(_json(mistake.label))
            counted.errors.append(f"p.{where or '?'} {_error(mistake)}")


def _kind(mistake: Mistake) -> str:
    if mistake.silent:
        return "SILENT"
    if mistake.read is None:
        return "missed"
    return "extra task" if mistake.read["threshold"]["kind"] == "task" else "doubted"


@cache
def _label_pages(stem: str) -> dict[str, int | None]:
    """Label → the page on which the typed PDF has it."""
    labels, typed = _targets(gold(stem)["documents"]), sample(stem, "pdf").targets
    return {_json(labels[i]): _page(typed[j]) for i, j in matches(labels, typed).items()}


def _page(item: Object) -> int | None:
    """Where its statement begins."""
    places = {fragment["field"]: fragment["locator"] for fragment in reversed(item["source"])}
    return (places.get("statement") or next(iter(places.values()), {})).get("page")


def _error(mistake: Mistake) -> str:
    label, item = mistake.label, mistake.read
    wanted = f"{_json(label['threshold'])} «{label['quote'][:80]}»" if label else "nothing"
    got = f"{_json(item['threshold'])} «{item['statement'][:80]}»" if item else "nothing"
    doubts = f" ({', '.join(item['doubts'])})" if item and item["doubts"] else ""
    return f"{_kind(mistake)}: expected {wanted}, got {got}{doubts}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


# --------------------------------------------------------------------------- letterhead, numbers


def _count_letterheads(counted: Reading, labels: list[Object], results: list[Object]) -> None:
    pairs = document_pairs(labels, results)
    for i, label in enumerate(labels):
        read = results[pairs[i]] if i in pairs else {}
        for key in DOCUMENT_FIELDS:
            right = _same_field(key, label[key], read.get(key))
            counted.letterhead.add(right)
            if right:
                continue
            wrong = bool(_value(key, read.get(key)))
            counted.letterhead_wrong += wrong
            what = "WRONG" if wrong else "missing"
            wanted, got = (_json(_value(key, x)) for x in (label[key], read.get(key)))
            counted.errors.append(f"p.? {what} {key}: expected {wanted}, got {got}")
    if len(results) > len(pairs):
        counted.letterhead_wrong += len(results) - len(pairs)
        counted.errors.append(f"p.? WRONG documents: {len(labels)} expected, got {len(results)}")


def _value(key: str, read: Any) -> Any:
    return (read or {}).get("name") if key == "signatory" else read


def _same_field(key: str, label: Any, read: Any) -> bool:
    if key == "subject" and label and read:
        longer = len(words(read)) > 2 * len(words(label)) + 4
        return spelled(label, read) > 0 and not longer
    return same_document_field(key, label, read)


def _count_numbers(counted: Reading, typed: list[Object], read: list[Object]) -> None:
    wanted = Counter(entry["text"] for entry in typed)
    lost = wanted - Counter(entry["text"] for entry in read)
    counted.printed.total += wanted.total()
    counted.printed.right += wanted.total() - lost.total()
    pages: dict[str, list[int]] = {}
    for entry in typed:
        pages.setdefault(entry["text"], []).append(entry["locator"]["page"])
    for text, times in lost.items() if read else ():
        where = ",".join(str(page) for page in sorted(set(pages[text])))
        counted.errors.append(f"p.{where} number: expected {text!r} ({times} more), got nothing")


# --------------------------------------------------------------------------- command


_HEADINGS = ("pages", "prec", "recall", "F1", "silent", "doubted")
_HEADINGS += ("letterh.", "wrong", "printed%", "s/page")
_COLUMNS = "{:<28} {:>5} {:>6} {:>6} {:>6} {:>6} {:>7} {:>9} {:>6} {:>8} {:>7}"


def _row(name: str, one: Reading) -> str:
    figures = one.figures()
    shares = (f"{100 * figures[f'measurable_{key}']:.1f}" for key in ("precision", "recall", "f1"))
    return _COLUMNS.format(
        name,
        one.pages,
        *shares,
        one.silent_errors,
        f"{100 * one.doubted.value:.1f}" if one.doubted.total else "-",
        f"{one.letterhead.right}/{one.letterhead.total}",
        one.letterhead_wrong,
        f"{100 * one.printed.value:.1f}",
        f"{one.seconds / one.pages:.2f}" if one.pages else "-",
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("which", nargs="*", help="levels and stems; default: all")
    parser.add_argument("--errors", action="store_true", help="one line for each")
    parser.add_argument("--dpi", type=int, help="scan at this resolution")
    options = parser.parse_args()
    unknown = set(options.which) - set(STEMS) - set(scan_form.LEVELS)
    if unknown:
        parser.error(f"neither a level nor a sample: {', '.join(sorted(unknown))}")
    levels = [level for level in scan_form.LEVELS if level in options.which]
    stems = [stem for stem in STEMS if stem in options.which]
    for level in levels or scan_form.LEVELS:
        print(_COLUMNS.format(f"[{level}]", *_HEADINGS), flush=True)
        readings = []
        for stem in stems or STEMS:
            readings.append(reading(stem, level, options.dpi))
            print(_row(stem, readings[-1]), flush=True)
        whole = total(readings)
        print(_row("all", whole))
        print(*(f"{name} = {figure:.4g}" for name, figure in whole.figures().items()), sep="\n")
        if options.errors:
            print("\n".join(whole.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
