"""``chitieu diff``: what changed between two runs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract import revisions, store
from extract.commands.messages import console
from extract.differences import Difference, difference_json
from extract.errors import NoReview


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "diff",
        help="show what changed between two runs (so sánh hai lần đọc)",
        description="Compares two results, two folders of results, or two git revisions of a "
        "folder (REV:outputs), target by target, field by field. The exit code is 0 where nothing "
        "is different, 1 where something is.",
    )
    for name, text in (("old", "before (trước)"), ("new", "after (sau)")):
        parser.add_argument(name, metavar=name.upper(), help=f"file, folder or REV:PATH, {text}")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print JSON (in JSON)")
    output.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        help="write a page with the source's words beside (ghi trang HTML); needs the extra "
        "`review`",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    found = list(revisions.differences(arguments.old, arguments.new))
    if arguments.json:
        print(json.dumps(list(map(difference_json, found)), ensure_ascii=False, indent=2))
    elif arguments.html is not None:
        _write_page(arguments.html, found, arguments.old, arguments.new)
    else:
        from extract.show_differences import show_differences

        show_differences(found, console())
    return 1 if found else 0


def _write_page(path: Path, found: Iterable[Difference], old: str, new: str) -> None:
    try:
        from extract.report import differences_page
    except ImportError as error:
        raise NoReview(f"the package {error.name} is not installed") from error

    store.write(path, differences_page(found, old, new).encode())
    print(path)
