"""``chitieu ledger``: every number with its role."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from extract import pipeline, readers, store
from extract.commands.messages import add_sources, console, say_error
from extract.errors import Changed, ExtractError


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "ledger",
        help="print every number and its role (xem sổ các con số)",
        description="Prints the ledger of a result, or of a decree read on the spot: every number "
        "in order, its role, the words around it and the targets that take it. The words come from "
        "the source.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="result (.json) or decree")
    add_sources(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from extract.show import show_ledger

    path: Path = arguments.file
    try:
        if path.suffix == ".json":
            result = pipeline.checked_result(path)
            path = arguments.sources / result["source"]["file"]
        else:
            result = pipeline.extract_file(path)
        data = store.source_bytes(path)
        if store.sha256(data) != result["source"]["sha256"]:
            raise Changed("the source has changed since it was read")
        source = readers.read(data, path.name)
    except ExtractError as error:
        say_error(path, error)
        return error.exit_code
    show_ledger(result, source, console())
    return 0
