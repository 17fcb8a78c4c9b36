"""``chitieu review``: the reviewer's desk, in the browser."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from extract.commands.messages import add_sources
from extract.errors import NoReview, NotFound


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "review",
        help="compare records with their sources in the browser (rà soát)",
        description="Serves the reviewer's desk on this machine: the records of every result "
        "beside their places in the source, to accept, correct, reject and add. Decisions are kept "
        "in NAME.review.json beside each result. Needs the extra `review`.",
    )
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path("outputs"),
        metavar="DIR",
        help="folder of results (thư mục kết quả; default: %(default)s)",
    )
    add_sources(parser)
    parser.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the pages (ngôn ngữ)"
    )
    parser.add_argument(
        "--by", metavar="NAME", help="the reviewer's name (người rà soát; default: the account's)"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="address to listen on; other machines reach all but the default, without a password",
    )
    parser.add_argument(
        "--port", type=int, default=8765, metavar="N", help="0: any free (cổng; %(default)s)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        from extract.desk.server import serve
    except ImportError as error:
        raise NoReview(f"the package {error.name} is not installed") from error

    for folder in (arguments.folder, arguments.sources):
        if not folder.is_dir():
            raise NotFound(f"{folder}: no such folder")

    def ready(address: str) -> None:
        print(f"{address}\nCtrl-C để dừng / to stop", file=sys.stderr, flush=True)

    serve(
        arguments.folder,
        arguments.sources,
        language=arguments.lang,
        by=" ".join((arguments.by or _account()).split())[:100] or "?",
        host=arguments.host,
        port=arguments.port,
        on_ready=ready,
    )
    return 0


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
