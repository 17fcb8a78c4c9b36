"""Label files: ``NAME.gold.json`` holds what a careful reader takes from the source ``NAME.*``.

``schemas/gold.schema.json`` describes them.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import orjson

from extract import store, validation
from extract.errors import BadLabel, ExtractError, NotFound
from extract.model import record
from extract.scoring.agreement import Object

ENDING = ".gold.json"


@record
class Label:
    """The labels in the file at ``path``, for sources called ``name``, with or without a suffix;
    ``folders`` are those below the folder of labels that was given."""

    path: Path
    name: str
    folders: tuple[str, ...]
    contents: Object

    @property
    def is_draft(self) -> bool:
        """Whether a person has yet to correct it."""
        return bool(self.contents.get("draft"))

    @property
    def layouts(self) -> tuple[str, ...]:
        named = self.contents.get("layout", ())
        return (named,) if isinstance(named, str) else tuple(named)


def labels_in(gold: Path) -> tuple[list[Label], list[tuple[Path, ExtractError]]]:
    """Every label file in a folder, or the one at ``gold``; and those that cannot be used.

    Raises :class:`NotFound` where there is none.
    """
    labels: list[Label] = []
    failures: list[tuple[Path, ExtractError]] = []
    paths = label_files(gold)
    if not paths:
        raise NotFound(f"{gold}: no label file (NAME{ENDING}) is there")
    for path in paths:
        try:
            labels.append(_label(path, gold))
        except ExtractError as error:
            failures.append((path, error))
    return labels, failures


def label_files(gold: Path) -> list[Path]:
    if gold.is_file():
        return [gold]
    return [path for path in store.files_under(gold) if path.name.endswith(ENDING)]


def _label(path: Path, gold: Path) -> Label:
    try:
        contents = orjson.loads(store.source_bytes(path).removeprefix(BOM_UTF8))
    except ValueError as error:
        raise BadLabel(f"not a JSON file ({error})") from error
    if issues := validation.issues(contents, validation.GOLD):
        raise BadLabel(_first(issues, contents))
    folders = path.parent.relative_to(gold).parts if gold.is_dir() else ()
    return Label(path, path.name.removesuffix(ENDING), folders, contents)


def _first(issues: list[str], contents: Object) -> str:
    """The first issue, with the quote of its target: positions in a long file are hard to find."""
    issue = issues[0].removeprefix("$.")[:300]
    quote = ""
    if at := re.match(r"documents\[(\d+)\]\.targets\[(\d+)\]\.", issue):
        target = contents["documents"][int(at[1])]["targets"][int(at[2])]
        quote = f" («{target['quote'][:60]}»)" if isinstance(target.get("quote"), str) else ""
    more = f" (and {len(issues) - 1} more)" if len(issues) > 1 else ""
    return f"{issue}{quote}{more}"


def label_of(source: str, labels: Iterable[Label]) -> Label | None:
    """The label file for the source with this path: the one of its name, with its suffix or else
    without; where several are in different folders, the one whose folders are those of the source.

    Raises :class:`BadLabel` where two fit alike.
    """
    path = PurePosixPath(source)
    names = (path.name, path.stem)
    by_fitness: dict[tuple[bool, int], list[Label]] = {}
    for label in labels:
        if label.name in names:
            shared = len(set(label.folders).intersection(path.parent.parts))
            by_fitness.setdefault((label.name == path.name, shared), []).append(label)
    if not by_fitness:
        return None
    best = by_fitness[max(by_fitness)]
    if len(best) > 1:
        raise BadLabel(f"{best[0].path} and {best[1].path} are both labels for {source}")
    return best[0]
