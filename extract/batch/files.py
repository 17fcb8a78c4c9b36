"""Which files a run is about: those to read, and results whose source is gone."""

from __future__ import annotations

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
    found: dict[Path, Job] = {}
    skipped: list[Path] = []
    results = out.resolve()
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), Job(path, path.name))
            continue
        for file in store.files_under(path):
            real = file.resolve()
            if results in real.parents:
                continue
            if readers.suffix(file.name) in readers.SUFFIXES:
                found.setdefault(real, Job(file, file.relative_to(path).as_posix()))
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
    found = (store.source_name(out, path) for path in store.result_files(out))
    return [name for name in found if name not in names and _is_result(out, name)]


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
