"""Results → one file that holds them all, and beside it what its columns mean."""

from __future__ import annotations

from pathlib import Path

from extract import store
from extract.errors import ExtractError
from extract.export.columns import TABLES
from extract.export.frames import Rows, add_rows, frame
from extract.export.package import NAME, package
from extract.export.writing import FORMATS
from extract.model import record
from extract.outputs import outputs


@record
class Exported:
    """How many rows of which table were written; and the files that failed, of which there are
    none."""

    rows: dict[str, int]
    failures: list[tuple[str, ExtractError]]


def export(folder: Path, path: Path) -> Exported:
    """Writes the results in ``folder``, with the decisions of reviewers, to ``path``, in the format
    of its suffix.

    Raises :class:`ExtractError` where there are no results or the file cannot be written.
    """
    rows: Rows = {name: [] for name in TABLES}
    failures: list[tuple[str, ExtractError]] = []
    for output in outputs(folder):
        try:
            add_rows(rows, *output.decided())
        except ExtractError as error:
            failures.append((output.name, error))
    write, tables = FORMATS[path.suffix.lower()]
    data = write({name: frame(name, rows[name]) for name in tables})
    described = package(path, tables)
    store.write(path, data)
    store.write(path.with_name(NAME), described)
    return Exported({name: len(rows[name]) for name in tables}, failures)
