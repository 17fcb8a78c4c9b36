"""``chitieu load``: results into a database."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from extract.commands.messages import common_code, program_version, say_error
from extract.errors import ExtractError, NoLibraries


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "load",
        help="load results into a database (nạp vào cơ sở dữ liệu)",
        description="Brings a database to what stands in a folder of results, with the decisions "
        "of reviewers. What has changed is replaced, what is gone is ended; the history stays.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    parser.add_argument(
        "--to",
        default="targets.db",
        metavar="URL",
        help="a file of SQLite, or postgresql://user@host/name (default: %(default)s)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        from extract.database.loading import load
    except ModuleNotFoundError as error:
        raise NoLibraries("load", "database") from error
    files: Counter[str] = Counter()
    brought = ended = 0
    failures: list[ExtractError] = []
    for loaded in load(arguments.folder, arguments.to, program_version()):
        files[loaded.what] += 1
        brought += loaded.brought
        ended += loaded.ended
        if loaded.error is not None:
            failures.append(loaded.error)
            say_error(Path(loaded.name), loaded.error)
        elif loaded.what == "withdrawn":
            print(f"không còn/withdrawn: {loaded.name}")
    what = ", ".join(f"{count} {kind}" for kind, count in sorted(files.items()))
    print(f"{files.total()} tệp/files: {what}")
    print(f"chỉ tiêu/targets: +{brought} -{ended}")
    return common_code(failures)
