"""``chitieu show``: a result as a table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from extract import pipeline
from extract.commands.messages import console, say_error
from extract.errors import ExtractError


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "show",
        help="print a result as a table (xem bảng chỉ tiêu)",
        description="Prints the targets of a result, or of a decree read on the spot.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="result (.json) or decree")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from extract.show import show_result

    path: Path = arguments.file
    reading = pipeline.checked_result if path.suffix == ".json" else pipeline.extract_file
    try:
        result = reading(path)
    except ExtractError as error:
        say_error(path, error)
        return error.exit_code
    show_result(result, console())
    return 0
