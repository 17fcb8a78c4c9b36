"""``chitieu verify``: finds every quote again in its source."""

from __future__ import annotations

import argparse
import traceback
from pathlib import Path
from typing import Any

from extract import pipeline
from extract.commands.messages import add_debug, add_sources, say_error
from extract.errors import ExtractError


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "verify",
        help="find every quote again in its source (đối chiếu với bản gốc)",
        description="Opens every source again, checks that it is unchanged, and prints every quote "
        "and number that does not stand where the result says.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    add_sources(parser)
    add_debug(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    files = failed = total = missing = 0
    for path, found in pipeline.verifications(arguments.folder, arguments.sources):
        files += 1
        if isinstance(found, ExtractError):
            failed += 1
            trace = "".join(traceback.format_exception(found)) if arguments.debug else ""
            say_error(path, found, trace)
            continue
        total += found.total
        missing += len(found.missing)
        for line in found.missing:
            print(f"{path}: {line}")
    print(f"{total - missing} of {total} quotes and numbers stand at their place in the source")
    print(f"{files - failed} of {files} results could be compared with their source")
    return 1 if failed or missing else 0
