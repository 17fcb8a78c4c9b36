"""Which files a run is about: those to read, and results whose source is gone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from extract import readers, store
from extract.errors import ExtractError, SameOutput
from extract.pipeline import Job


def jobs(paths: Iterable[Path], out: Path) -> tuple[list[Job], list[Path]]:
    """The files to read, sorted, and those in folders that no reader is for.

    A file that was named itself is always read, whatever its suffix; of a folder, the files with a
    known suffix, at any depth, those under ``out`` left out.
    """
    found: dict[str, Job] = {}
    skipped: list[Path] = []
    results = os.path.join(str(out.resolve()), "")
    for path in paths:
        whole = str(path.resolve())
        if not path.is_dir():
            found.setdefault(whole, Job(path, path.name))
            continue
        for name in store.names_under(path):
            file = path / name
            real = str(file.resolve()) if file.is_symlink() else os.path.join(whole, name)
            if real.startswith(results):
                continue
            if readers.suffix(name) in readers.SUFFIXES:
                found.setdefault(real, Job(file, name))
            else:
                skipped.append(file)
    names: dict[str, Path] = {}
    for job in found.values():
        if job.name in names:
            raise SameOutput(f"{names[job.name]} and {job.path} would get the same output")
        names[job.name] = job.path
    return sorted(found.values(), key=lambda job: job.name), skipped


def orphans(out: Path, batch: Iterable[Job]) -> list[str]:
    """The names of sources that are not in the batch and have a result under ``out``."""
    names = {job.name for job in batch}
    found = (name for name in store.result_names(out) if name not in names)
    return [name for name in found if _is_result(out, name)]


def remove_orphans(out: Path, names: Iterable[str]) -> None:
    """Takes away the results of the sources ``names``, and folders that are empty then."""
    for name in names:
        store.remove(store.output_path(out, name))


def _is_result(out: Path, name: str) -> bool:
    """Whether the file that stands where the result of ``name`` would, is one."""
    try:
        source = store.loaded_result(store.output_path(out, name)).get("source")
    except ExtractError:
        return False
    return isinstance(source, dict) and source.get("file") == name
