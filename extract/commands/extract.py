"""``chitieu extract``: reads decrees, writes a JSON file for each."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from extract import pipeline, readers, store
from extract.batch import Engine, files, workers
from extract.batch import run as batch_run
from extract.batch.report import Report
from extract.batch.version import made_by
from extract.batch.workers import Limits
from extract.commands.messages import add_debug, say_error
from extract.commands.progress import Progress, shown_progress
from extract.errors import NotFound
from extract.patterns import Patterns
from extract.pipeline import Outcome


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "extract",
        help="read decrees, write one JSON file each (đọc văn bản)",
        description="Reads files, or every known file in folders, and writes DIR/<path>.json for "
        "each. A file that fails is reported, has no JSON afterwards, and does not stop the rest.",
    )
    parser.add_argument(
        "paths",
        type=store.location,
        nargs="+",
        metavar="PATH",
        help="file or folder (tệp, thư mục)",
    )
    parser.add_argument(
        "--out",
        type=store.location,
        required=True,
        metavar="DIR",
        help="where to write (nơi ghi kết quả)",
    )
    parser.add_argument(
        "--patterns",
        type=Path,
        metavar="FILE",
        help="words of your own, one spaCy EntityRuler pattern a line (từ ngữ bổ sung)",
    )
    parser.add_argument(
        "--jobs",
        type=_count,
        default=readers.processors(),
        metavar="N",
        help="files to read at a time (số tệp đọc cùng lúc; default: one for each processor)",
    )
    parser.add_argument(
        "--timeout",
        type=_amount,
        default=Limits().seconds,
        metavar="SECONDS",
        help="until a file, or the next page of it, must be read (default: %(default)g)",
    )
    parser.add_argument(
        "--memory",
        type=_amount,
        default=Limits().megabytes,
        metavar="MB",
        help="what reading a file may take (bộ nhớ tối đa cho một tệp; default: %(default)g)",
    )
    parser.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="have the workers of this Dask scheduler read (đọc bằng cụm Dask)",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="read unchanged files again (đọc lại cả tệp không đổi)",
    )
    parser.add_argument(
        "--remove-orphans",
        action="store_true",
        help="remove results whose source is gone (xóa kết quả không còn bản gốc)",
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
    store.remove_all_half_written(out)
    batch, skipped = files.jobs(arguments.paths, out)
    if not batch:
        where = ", ".join(map(str, arguments.paths))
        raise NotFound(f"no {', '.join(readers.SUFFIXES)} file in {where}")
    if not arguments.quiet:
        for path in skipped:
            kind = f"{path.suffix} files" if path.suffix else "names without a suffix"
            print(f"bỏ qua/skipped: {path}: no reader for {kind}", file=sys.stderr)
    only_folders = all(path.is_dir() for path in arguments.paths)
    orphans = files.orphans(out, batch) if only_folders else []
    if arguments.remove_orphans:
        files.remove_orphans(out, orphans)
        orphans = []
    report = Report(out, made_by(patterns), orphans)
    with shown_progress(len(batch), arguments.quiet) as progress:

        def tell(outcome: Outcome) -> None:
            progress.on_file(outcome)
            if outcome.error is not None:
                trace = outcome.trace if arguments.debug else ""
                say_error(outcome.job.path, outcome.error, trace)

        engine = _engine(arguments, patterns, progress)
        batch_run(batch, engine, report, tell, force=arguments.force)
    if not arguments.quiet:
        for line in _summary(report):
            print(line)
    return report.summary.exit_code


def _engine(arguments: argparse.Namespace, patterns: Patterns | None, progress: Progress) -> Engine:
    if arguments.dask is None:
        return partial(
            workers.outcomes,
            out=arguments.out,
            patterns=patterns,
            workers=arguments.jobs,
            limits=Limits(arguments.timeout, arguments.memory),
            on_page=progress.on_page,
        )
    from extract.batch import cluster

    return partial(
        cluster.outcomes,
        out=arguments.out,
        patterns=patterns,
        address=arguments.dask,
        seconds=arguments.timeout,
    )


def _summary(report: Report) -> Iterator[str]:
    """What the run did: one line a count, and the results whose source is gone."""
    summary, orphans = report.summary, report.orphans
    kinds = Counter(type(error).__name__ for error in summary.failures)
    rows = [
        ("tệp / files", summary.states.total(), _counts(summary.states)),
        ("văn bản / documents", summary.documents, ""),
        ("chỉ tiêu / targets", summary.targets.total(), _counts(summary.targets)),
        ("cần xem / doubtful", summary.doubtful, _counts(summary.doubts)),
        ("cảnh báo / warnings", summary.warnings.total(), _counts(summary.warnings)),
        ("lỗi / failures", kinds.total(), _counts(kinds)),
    ]
    if orphans:
        names = ", ".join(orphans[:3]) + (", ..." if len(orphans) > 3 else "")
        rows.append(("không còn bản gốc / orphans", len(orphans), names))
    named, counted = (max(len(str(row[at])) for row in rows) for at in (0, 1))
    for name, count, more in rows:
        yield f"{name:<{named}}  {count:>{counted}}  {more}".rstrip()


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counter.items()))


def _count(text: str) -> int:
    """A whole number from 1."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _amount(text: str) -> float:
    """A number above 0."""
    number = float(text)
    if not number > 0:
        raise ValueError
    return number
