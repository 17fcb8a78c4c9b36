"""The results in a file, a folder, or a folder as a git revision holds it (``REV:outputs``)."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from extract import reviews, store
from extract.differences import Difference, difference
from extract.errors import DamagedFile, NoResult, NotFound
from extract.model import record


@record
class Version:
    """The bytes of a result; ``id`` is the same for the same bytes where git knows it."""

    read: Callable[[], bytes]
    id: str | None = None


def differences(old: str, new: str) -> Iterator[Difference]:
    """Every file whose results in ``old`` and ``new`` are not the same, by name.

    Each is a file, a folder or ``REV:PATH``. Raises :class:`NotFound`, :class:`NoResult`.
    """
    before, after = versions(old), versions(new)
    if old.endswith(".json") and new.endswith(".json") and len(before) == len(after) == 1:
        before = dict(zip(after, before.values(), strict=True))  # two files, whatever their names
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one and other and one.id and one.id == other.id:
            continue
        data_before, data_after = (one.read() if one else None), (other.read() if other else None)
        if data_before != data_after:
            yield difference(name, _result(name, data_before), _result(name, data_after))


def versions(place: str) -> dict[str, Version]:
    """The results at a place by the name of their source, sorted."""
    path = Path(place)
    if path.is_dir():
        named = {
            name: Version(partial(store.source_bytes, store.output_path(path, name)))
            for name in store.result_names(path)
        }
    elif path.exists():
        named = {path.name.removesuffix(".json"): Version(partial(store.source_bytes, path))}
    elif ":" in place:
        named = _in_git(place)
    else:
        raise NotFound(f"{place}: no such file or folder")
    if not named:
        raise NotFound(f"{place}: no result in this folder")
    return named


def _in_git(place: str) -> dict[str, Version]:
    revision, _, path = place.partition(":")
    path = path.rstrip("/")
    kind = _git(place, "cat-file", "-t", f"{revision}:{path}").strip()
    if kind == b"blob":
        name = path.rpartition("/")[2].removesuffix(".json")
        return {name: Version(partial(_git, place, "cat-file", "blob", f"{revision}:{path}"))}
    found = {}
    for line in _git(place, "ls-tree", "-r", "-z", f"{revision}:{path}").split(b"\0"):
        about, _, file = line.decode("utf-8", "replace").partition("\t")
        if file.endswith(".json") and not file.endswith(reviews.SUFFIX) and file != store.REPORT:
            id = about.split()[2]
            read = partial(_git, place, "cat-file", "blob", id)
            found[file.removesuffix(".json")] = Version(read, id)
    return dict(sorted(found.items()))


def _git(place: str, *arguments: str) -> bytes:
    if place.startswith("-"):  # git would take it for an option
        raise NotFound(f"{place}: no such file, folder or git revision")
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise NotFound(f"{place}: no such file, and git cannot be run ({error})") from error
    if done.returncode:
        raise NotFound(f"{place}: no such file, folder or git revision")
    return done.stdout


def _result(name: str, data: bytes | None) -> dict[str, Any] | None:
    if data is None:
        return None
    try:
        result = orjson.loads(data)
    except ValueError as error:
        raise DamagedFile(f"{name}: not a JSON file ({error})") from error
    # Results of older versions may be compared too: only what is compared must be there.
    try:
        difference(name, result, result)
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise NoResult(f"{name}: no result of chitieu") from error
    if not isinstance(result, dict):
        raise NoResult(f"{name}: no result of chitieu")
    return result
