"""Folders of labels and results → scores: of all files, of each format, of each layout.

A group is named by its path: ``("total",)``, ``("formats", "pdf")``, ``("layouts", "matrix")``,
``("layouts", "matrix", "pdf")``. The format of a file whose text was recognised is ``scan``. A file
of several layouts counts in each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract import pipeline, store
from extract.errors import ExtractError, NotFound
from extract.model import record
from extract.scoring.agreement import Object
from extract.scoring.comparison import score
from extract.scoring.counts import Score
from extract.scoring.labels import Label, label_of

GroupPath = tuple[str, ...]
_NOTHING_READ: Object = {"documents": []}


@record
class ScoredFile:
    """A result beside its label. ``name`` is the path of the source; a label without a result has
    its own name, no format, and all its targets missed."""

    name: str
    format: str | None
    label: Label
    score: Score


@dataclass
class Scoring:
    """What was scored, and what could not be: sources without a label, those whose label is still a
    draft, and files that are no results."""

    files: list[ScoredFile] = field(default_factory=list)
    without_label: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    failures: list[tuple[Path, ExtractError]] = field(default_factory=list)

    @property
    def without_result(self) -> list[str]:
        return [str(file.label.path) for file in self.files if file.format is None]

    def doubled(self) -> Iterator[tuple[ScoredFile, ScoredFile]]:
        """Two files of one format with the same label: perhaps two decrees with the same name."""
        seen: dict[tuple[Path, str | None], ScoredFile] = {}
        for file in self.files:
            first = seen.setdefault((file.label.path, file.format), file)
            if first is not file:
                yield first, file

    def groups(self) -> dict[GroupPath, Score]:
        """Each group with its score; sorted, the total last."""
        found: dict[GroupPath, Score] = {}
        for file in self.files:
            for path in _paths(file.format, file.label.layouts):
                found.setdefault(path, Score()).join(file.score)
        return dict(sorted(found.items()))


def _paths(format: str | None, layouts: tuple[str, ...]) -> Iterator[GroupPath]:
    yield ("total",)
    if format is not None:
        yield "formats", format
    for layout in layouts:
        yield "layouts", layout
        if format is not None:
            yield "layouts", layout, format


def scoring(labels: list[Label], outputs: Path) -> Scoring:
    """Every result below ``outputs``, or the one there, beside its label.

    Raises :class:`NotFound` where there is no result, :class:`BadLabel` where two labels fit one.
    """
    found = Scoring()
    served: set[Path] = set()
    for path, result in results_in(outputs):
        if isinstance(result, ExtractError):
            found.failures.append((path, result))
            continue
        source = result["source"]
        label = label_of(source["file"], labels)
        if label is None:
            found.without_label.append(source["file"])
            continue
        served.add(label.path)
        if label.is_draft:
            found.drafts.append(source["file"])
            continue
        form = "scan" if source["ocr"] else source["format"]
        counted = score(label.contents, result)
        found.files.append(ScoredFile(source["file"], form, label, counted))
    for label in labels:
        if label.path not in served and not label.is_draft:
            counted = score(label.contents, _NOTHING_READ)
            found.files.append(ScoredFile(label.name, None, label, counted))
    return found


def results_in(outputs: Path) -> Iterator[tuple[Path, Object | ExtractError]]:
    """Every result below a folder, or the one at ``outputs``; an error for what is no result."""
    paths = [outputs] if outputs.is_file() else store.result_files(outputs)
    if not paths:
        raise NotFound(f"{outputs}: no result is there")
    for path in paths:
        try:
            yield path, pipeline.checked_result(path)
        except ExtractError as error:
            yield path, error
