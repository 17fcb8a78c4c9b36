"""``chitieu extract``: reads decrees, writes a JSON file for each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from extract import pipeline, readers, store
from extract.commands.messages import add_debug, console, say_error
from extract.commands.progress import shown_progress
from extract.errors import NotFound
from extract.pipeline import Summary


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "extract",
        help="read decrees, write one JSON file each (đọc văn bản)",
        description="Reads files, or every known file in folders, and writes DIR/<path>.json for "
        "each. A file that fails is reported, has no JSON afterwards, and does not stop the rest.",
    )
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="PATH", help="file or folder (tệp, thư mục)"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where to write (nơi ghi kết quả)"
    )
    parser.add_argument(
        "--patterns",
        type=Path,
        metavar="FILE",
        help="words of your own, one spaCy EntityRuler pattern a line (từ ngữ bổ sung)",
    )
    parser.add_argument(
        "--quiet", action="store_true", help="print nothing but errors (chỉ in lỗi)"
    )
    add_debug(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out
    patterns = None if arguments.patterns is None else pipeline.patterns_in(arguments.patterns)
    store.make_folder(out)
    batch, skipped = pipeline.jobs(arguments.paths, out)
    if not batch:
        where = ", ".join(map(str, arguments.paths))
        raise NotFound(f"no {', '.join(readers.SUFFIXES)} file in {where}")
    if not arguments.quiet:
        for path in skipped:
            kind = f"{path.suffix} files" if path.suffix else "names without a suffix"
            print(f"bỏ qua/skipped: {path}: no reader for {kind}", file=sys.stderr)
    summary = Summary()
    with shown_progress(len(batch), arguments.quiet) as progress:
        for outcome in pipeline.outcomes(batch, out, patterns, progress.on_page):
            summary.add(outcome)
            progress.on_file(outcome)
            if outcome.error is not None:
                say_error(outcome.path, outcome.error, arguments.debug)
    if not arguments.quiet:
        from extract.show import show_summary

        show_summary(summary, console())
    return summary.exit_code
