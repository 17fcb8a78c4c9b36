"""Labels × result of one file → :class:`Score`.

A labelled target is found where a result has the same threshold (kind, value, maximum, direction;
comparator and unit where they are labelled) and its words hold the label's quote. One result serves
one label. A label marked ``optional`` counts neither way, and neither does a result that says its
value in its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from extract.scoring.agreement import (
    Object,
    agreement,
    held,
    likeness,
    mark,
    nearest,
    same_document_field,
    same_plain,
    same_threshold,
    same_value,
)
from extract.scoring.counts import Mistake, Score, Share

#: Quote, words of a result → how much of the quote stands there; 0 where it is not enough.
Quoted = Callable[[str, str], float]
quoted: Quoted = partial(held, least=0.8)

DOCUMENT_FIELDS = ("number", "kind", "issuer", "place", "date", "subject", "signatory")
_LONGEST_STATEMENT = 1500  # characters: a result that quotes whole pages finds nothing


def score(gold: Object, result: Object, quoted: Quoted = quoted) -> Score:
    """What a result of one file is worth beside its labels. ``quoted`` says whether a label's quote
    stands in a result's words."""
    counted = Score(files=1)
    pairs = document_pairs(gold["documents"], result["documents"])
    labels = [(label, at) for at, one in enumerate(gold["documents"]) for label in one["targets"]]
    results = [(item, at) for at, one in enumerate(result["documents"]) for item in one["targets"]]
    found = matches([label for label, _ in labels], [item for item, _ in results], quoted)
    wanted = [i for i, (label, _) in enumerate(labels) if not label.get("optional")]
    unwanted = _unwanted(labels, results, set(found.values()), quoted)
    likely = _likely(
        {i: labels[i][0] for i in wanted if i not in found}, {j: results[j][0] for j in unwanted}
    )
    several = max(len(gold["documents"]), len(result["documents"])) > 1
    for i in wanted:
        label, home = labels[i]
        if i not in found:
            _count_missed(counted, label, results[likely[i]][0] if i in likely else None)
            continue
        item, where = results[found[i]]
        fields = agreement(label, item)
        if several:
            fields["document"] = pairs.get(home) == where
        _count_found(counted, label, item, fields)
    for j in unwanted:
        item = results[j][0]
        for retrieval in counted.counted_with(item["origin"], item["threshold"]["kind"]):
            retrieval.extra += 1
        if j not in likely.values():
            counted.mistakes.append(_extra(None, item))
    _count_documents(counted, gold["documents"], result["documents"], pairs)
    return counted


# --------------------------------------------------------------------------- targets


def said(target: Object) -> str:
    """The words of a result in which a quote is looked up."""
    return " ".join(target[key] or "" for key in ("statement", "content", "indicator", "result"))


def matches(
    labels: Sequence[Object], results: Sequence[Object], quoted: Quoted = quoted
) -> dict[int, int]:
    """Index of label → index of the result that serves it: the nearest pairs first."""
    alike: dict[tuple[object, ...], list[tuple[int, Object, str]]] = {}
    for j, result in enumerate(results):
        if len(result["statement"]) <= _LONGEST_STATEMENT:
            alike.setdefault(_value(result), []).append((j, result, said(result)))
    pairs: list[tuple[float, int, int, int]] = []
    for i, label in enumerate(labels):
        for j, result, text in alike.get(_value(label), ()):
            if not same_threshold(label["threshold"], result["threshold"]):
                continue
            share = quoted(label["quote"], text)
            if share:
                pairs.append((share + _nearness(label, result) / 10, -len(text), i, j))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs, reverse=True):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _value(target: Object) -> tuple[object, ...]:
    """What two targets must share to have the same threshold."""
    threshold = target["threshold"]
    numbers = (threshold.get(key) for key in ("value", "max"))
    return threshold["kind"], *(None if x is None else round(float(x), 6) for x in numbers)


def _nearness(label: Object, result: Object) -> float:
    """Which of several rows that say the same is meant."""
    wanted = label.get("indicator") or label.get("content")
    near = likeness(wanted, result["indicator"] or result["content"])
    near += same_plain(label.get("ordinal"), result["ordinal"])
    near += likeness(nearest(label.get("section")), nearest(result["section"]))
    # Of the items of one cell, which share their content, the one that says the quote itself.
    near += held(label["quote"], result["statement"])
    if label.get("applies_to"):
        near += likeness(label["applies_to"], result["applies_to"])
    return near


def _unwanted(
    labels: Sequence[tuple[Object, int]],
    results: Sequence[tuple[Object, int]],
    used: set[int],
    quoted: Quoted,
) -> list[int]:
    """Indices of the results that serve no label and speak of no optional one."""
    spared = [label for label, _ in labels if label.get("optional")]
    return [
        j
        for j, (item, _) in enumerate(results)
        if j not in used and not any(_speaks_of(item, label, quoted) for label in spared)
    ]


def _speaks_of(result: Object, label: Object, quoted: Quoted) -> bool:
    """Whether the result says the label's value, with whatever comparator, in the label's words."""
    same = same_value(label["threshold"], result["threshold"])
    return same and quoted(label["quote"], said(result)) > 0


def _likely(missed: dict[int, Object], unwanted: dict[int, Object]) -> dict[int, int]:
    """Missed label → the unwanted result that seems to mean it, with another threshold."""
    pairs = [
        (nearness, i, j)
        for i, label in missed.items()
        for j, item in unwanted.items()
        if (nearness := held(label["quote"], said(item), least=0.5))
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _count_missed(counted: Score, label: Object, likely: Object | None) -> None:
    for retrieval in counted.counted_with(label["origin"], label["threshold"]["kind"]):
        retrieval.missed += 1
    _count_perfect(counted, label, right=False)
    if likely is None:
        counted.mistakes.append(Mistake("threshold", label["threshold"], label=label))
    else:
        counted.mistakes.append(_extra(label, likely))


def _extra(label: Object | None, item: Object) -> Mistake:
    """A result that no label wants, perhaps in the place of one that was missed."""
    measured = item["threshold"]["kind"] != "task"
    return Mistake(
        "threshold",
        label and label["threshold"],
        item["threshold"],
        label,
        item,
        silent=measured and not item["doubts"],
    )


def _count_found(counted: Score, label: Object, item: Object, fields: dict[str, bool]) -> None:
    for retrieval in counted.counted_with(label["origin"], label["threshold"]["kind"]):
        retrieval.found += 1
    _count_perfect(counted, label, right=all(fields.values()))
    if label["threshold"]["kind"] != "task":
        counted.doubted.add(bool(item["doubts"]))
    for name, right in fields.items():
        counted.fields.setdefault(name, Share()).add(right)
        if not right:
            key = "threshold" if name == "threshold_details" else name
            silent = key == "threshold" and not item["doubts"]
            mistake = Mistake(key, label.get(key), item.get(key), label, item, silent)
            counted.mistakes.append(mistake)


def _count_perfect(counted: Score, label: Object, *, right: bool) -> None:
    counted.perfect.add(right)
    if label["origin"] == "table":
        counted.table_perfect.add(right)


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
    same = same_plain(label.get("number"), result["number"])
    return same + likeness(label.get("subject"), result["subject"])


def _count_documents(
    counted: Score, labels: Sequence[Object], results: Sequence[Object], pairs: dict[int, int]
) -> None:
    for i, label in enumerate(labels):
        result = results[pairs[i]] if i in pairs else {}
        for key in DOCUMENT_FIELDS:
            if key not in label:
                continue
            right = same_document_field(key, label[key], result.get(key))
            counted.documents.add(right)
            if not right:
                counted.mistakes.append(Mistake(key, label[key], result.get(key)))
        if "cites" in label:
            _count_citations(counted, label, result)
    for j in sorted(set(range(len(results))) - set(pairs.values())):
        counted.documents.total += len(DOCUMENT_FIELDS)
        named = results[j]["number"] or results[j]["subject"] or f"{j + 1}"
        counted.mistakes.append(Mistake("document", got=named))


def _count_citations(counted: Score, label: Object, result: Object) -> None:
    cited = {mark(citation["number"]): citation["number"] for citation in result.get("cites", ())}
    wanted = {mark(number): number for number in label["cites"]}
    spared = {mark(number) for number in label.get("cites_optional", ())}
    extra = cited.keys() - wanted - spared
    counted.citations.found += len(cited.keys() & wanted)
    counted.citations.missed += len(wanted.keys() - cited)
    counted.citations.extra += len(extra)
    missed = sorted(wanted.keys() - cited)
    counted.mistakes += [Mistake("cites", wanted[number]) for number in missed]
    counted.mistakes += [Mistake("cites", got=cited[number]) for number in sorted(extra)]
