"""Scores for people, as tables and lines, and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from extract.scoring.counts import Mistake, Retrieval, Score, Share
from extract.scoring.groups import GroupPath, Scoring
from extract.show import threshold_text

_COLUMNS = (
    "tệp\nfiles",
    "chính xác\nprecision",
    "tìm thấy\nrecall",
    "\nF1",
    "nhiệm vụ\ntasks F1",
    "trọn vẹn\nperfect",
    "văn bản\ndocuments",
    "viện dẫn\ncitations",
    "sai ngầm\nsilent",
    "nghi vấn\ndoubted",
)
_NAMES = {"total": "tất cả / all", "formats": "định dạng / format", "layouts": "bố cục / layout"}


def show_scoring(found: Scoring, console: Console) -> None:
    """A row for each format and layout and for all; then the fields of all. ``-`` stands where
    nothing was there to be measured."""
    groups = found.groups()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1))
    table.add_column("", overflow="fold", min_width=10)
    for column in _COLUMNS:
        table.add_column(column, justify="right", min_width=5)
    kind = ""
    for path, score in groups.items():
        if len(path) > 2:
            continue
        if path[0] != kind:
            table.add_section()
            kind = path[0]
            if len(path) > 1:
                table.add_row(f"[dim]{_NAMES[kind]}[/]")
        name = f" {escape(path[1])}" if len(path) > 1 else _NAMES[kind]
        table.add_row(name, *_cells(score), style="" if len(path) > 1 else "bold")
    console.print(table)
    whole = groups.get(("total",), Score())
    if whole.fields:
        shares = (f"{name} {_share(share)}" for name, share in sorted(whole.fields.items()))
        console.print("trường / fields:", ", ".join(shares), highlight=False)


def _cells(score: Score) -> Iterator[str]:
    measurable = score.measurable
    yield str(score.files)
    yield _of(measurable, measurable.precision)
    yield _of(measurable, measurable.recall)
    yield _of(measurable, measurable.f1)
    yield _of(score.tasks, score.tasks.f1)
    yield _share(score.perfect)
    yield _share(score.documents)
    yield _of(score.citations, score.citations.f1)
    yield f"[bold red]{score.silent_errors}[/]" if score.silent_errors else "0"
    yield _share(score.doubted)


def _of(counted: Retrieval, figure: float) -> str:
    return f"{100 * figure:.1f}" if counted.found + counted.missed + counted.extra else "-"


def _share(share: Share) -> str:
    return f"{100 * share.value:.1f}" if share.total else "-"


# --------------------------------------------------------------------------- mistakes


_AS_IT_IS: Any = {"highlight": False, "markup": False, "emoji": False, "soft_wrap": True}


def show_mistakes(found: Scoring, console: Console) -> None:
    """One line for each thing that is wrong, under the name of its file."""
    for file in found.files:
        if file.score.mistakes:
            console.print(file.name, style="bold", **_AS_IT_IS)
        for mistake in file.score.mistakes:
            style = "red" if mistake.silent else ""
            console.print(f"  {_line(mistake)}", style=style, **_AS_IT_IS)


def _line(mistake: Mistake) -> str:
    words = f"nhãn/labelled {_value(mistake.wanted)}, đọc/read {_value(mistake.got)}"
    target = mistake.label or mistake.read
    if target is None:
        return f"{_what(mistake)} {mistake.key}: {words}"
    key = "" if mistake.key == "threshold" else f" {mistake.key}"
    row = f" STT {target['ordinal']}" if target.get("ordinal") else ""
    quote = target.get("quote") or target["statement"]
    doubts = f" ({', '.join(mistake.read['doubts'])})" if mistake.read else ""
    return f"{_what(mistake)}{key}{row} «{quote[:80]}»: {words}{doubts}".replace(" ()", "")


def _what(mistake: Mistake) -> str:
    if mistake.silent:
        return "sai ngầm/silent"
    if mistake.got is None and mistake.read is None:
        return "thiếu/missed"
    if mistake.wanted is None and mistake.label is None:
        return "thừa/extra"
    return "sai/wrong"


def _value(value: Any) -> str:
    match value:
        case None | []:
            return "-"
        case str():
            return value
        case {"kind": "level" | "range" | "change" | "rank" | "task"}:
            return threshold_text({key: part for key, part in value.items() if part is not None})
        case [{"role": _}, *_]:
            return "; ".join(f"{agency['name']} ({agency['role']})" for agency in value)
        case {"name": name}:
            return _value(name)
    return json.dumps(value, ensure_ascii=False)


# --------------------------------------------------------------------------- machines


def scoring_json(found: Scoring) -> dict[str, Any]:
    """Shares have four decimals; ``groups`` are nested as in a file of floors."""
    return {
        **_nested({path: _score_json(score) for path, score in found.groups().items()}),
        "files": [
            {
                "file": file.name,
                "format": file.format,
                "label": str(file.label.path),
                **_score_json(file.score),
                "mistakes": [_mistake_json(mistake) for mistake in file.score.mistakes],
            }
            for file in found.files
        ],
        "without_result": found.without_result,
        "without_label": found.without_label,
        "drafts": found.drafts,
        "failures": [f"{path}: {error}" for path, error in found.failures],
    }


def _nested(groups: dict[GroupPath, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, score in groups.items():
        place = found
        for key in path[:-1]:
            place = place.setdefault(key, {})
        place[path[-1]] = {**place.get(path[-1], {}), **score}
    return found


def _score_json(score: Score) -> dict[str, Any]:
    return {
        "files": score.files,
        "measurable": _retrieval_json(score.measurable),
        "tasks": _retrieval_json(score.tasks),
        "fields": {name: round(share.value, 4) for name, share in score.fields.items()},
        "perfect": round(score.perfect.value, 4),
        "documents": round(score.documents.value, 4),
        "citations": _retrieval_json(score.citations),
        "silent_errors": score.silent_errors,
        "doubted": round(1 - score.figures()["undoubted"], 4),
    }


def _retrieval_json(counted: Retrieval) -> dict[str, float]:
    return {
        "precision": round(counted.precision, 4),
        "recall": round(counted.recall, 4),
        "f1": round(counted.f1, 4),
        "found": counted.found,
        "missed": counted.missed,
        "extra": counted.extra,
    }


def _mistake_json(mistake: Mistake) -> dict[str, Any]:
    target = mistake.label or mistake.read or {}
    return {
        "field": mistake.key,
        "labelled": mistake.wanted,
        "read": mistake.got,
        "quote": target.get("quote") or target.get("statement"),
        "ordinal": target.get("ordinal"),
        "silent": mistake.silent,
    }
