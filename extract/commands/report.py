"""``chitieu report``: a page about one file, to send by mail."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from extract import pipeline, reviews, store
from extract.commands.messages import add_sources, say_error
from extract.errors import Changed, ExtractError, NoReview


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "report",
        help="write one page about a file, to send by mail (báo cáo)",
        description="Writes an HTML page about a result, or a decree read on the spot: its records "
        "as decided by reviewers, and its source with their places. The page holds all that it "
        "shows, loads nothing, and can be printed. Needs the extra `review`.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="result (.json) or decree")
    add_sources(parser)
    parser.add_argument(
        "--out",
        type=Path,
        metavar="HTML",
        help="where to write (nơi ghi; default: NAME.report.html in this folder)",
    )
    parser.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the page (ngôn ngữ)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        from extract.report import report
    except ImportError as error:
        raise NoReview(f"the package {error.name} is not installed") from error

    path: Path = arguments.file
    review: dict[str, Any] | None = None
    fault: ExtractError | None = None
    data: bytes | None = None
    try:
        if path.suffix == ".json":
            result = pipeline.checked_result(path)
            review = reviews.loaded(path.with_suffix("").with_name(f"{path.stem}{reviews.SUFFIX}"))
            source = arguments.sources / result["source"]["file"]
        else:
            result, source = pipeline.extract_file(path), path
    except ExtractError as error:
        say_error(path, error)
        return error.exit_code
    try:
        data = store.source_bytes(source)
    except ExtractError as error:
        fault = error
    if data is not None and store.sha256(data) != result["source"]["sha256"]:
        data, fault = None, Changed("the source has changed since it was read")
    if fault is not None:  # the page says it too
        say_error(source, fault)
    out: Path = arguments.out or Path(f"{Path(result['source']['file']).name}.report.html")
    store.write(out, report(result, review, data, fault, arguments.lang).encode())
    print(out)
    return 0
