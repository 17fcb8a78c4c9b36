"""``chitieu export``: results as one table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from extract.commands.messages import common_code, say_error
from extract.errors import NoLibraries

_SUFFIXES = (".csv", ".xlsx", ".parquet", ".jsonl")


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "export",
        help="write results as a workbook or table (xuất ra bảng tính)",
        description="Writes all targets of a folder of results, with the decisions of reviewers, "
        f"as one file ({', '.join(_SUFFIXES)}), and datapackage.json beside it, which says what "
        "the columns mean.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    parser.add_argument(
        "--to", type=_file, required=True, metavar="FILE", help="what to write (tệp kết xuất)"
    )
    parser.set_defaults(run=run)


def _file(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() not in _SUFFIXES:
        raise argparse.ArgumentTypeError(f"{name} ends with none of {', '.join(_SUFFIXES)}")
    return path


def run(arguments: argparse.Namespace) -> int:
    try:
        from extract.export.exporting import export
    except ModuleNotFoundError as error:
        raise NoLibraries("export", "export") from error

    exported = export(arguments.folder, arguments.to)
    for name, failure in exported.failures:
        say_error(Path(name), failure)
    counts = ", ".join(f"{count} {table}" for table, count in exported.rows.items())
    print(f"{arguments.to}: {counts}")
    return common_code([failure for _, failure in exported.failures])
