"""The command line: arguments, progress, messages, exit codes. No domain logic."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from extract import pipeline, readers, store
from extract.errors import Changed, ExtractError, NotFound
from extract.pipeline import Outcome, Summary

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

_INTERRUPTED = 130  # 128 + SIGINT, as shells do
_BROKEN_PIPE = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives back its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    arguments = _parser().parse_args(argv)
    if not sys.warnoptions:  # what libraries think of a damaged file; the readers say it themselves
        warnings.simplefilter("ignore")
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except ExtractError as error:
        _say_error(None, error)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nđã dừng / interrupted; every file written so far is whole", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # What is still buffered has no reader: the interpreter must not try again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return code


# --------------------------------------------------------------------------- commands


def _extract(arguments: argparse.Namespace) -> int:
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
    with _progress(len(batch), arguments.quiet) as progress:
        for outcome in pipeline.outcomes(batch, out, patterns, progress.on_page):
            summary.add(outcome)
            progress.on_file(outcome)
            if outcome.error is not None:
                _say_error(outcome.path, outcome.error, arguments.debug)
    if not arguments.quiet:
        from extract.show import show_summary

        show_summary(summary, _console())
    return summary.exit_code


def _validate(arguments: argparse.Namespace) -> int:
    broken = total = 0
    for path, issues in pipeline.validations(arguments.folder):
        total += 1
        broken += bool(issues)
        for issue in issues:
            print(f"{path}: {issue}")
    print(f"{total - broken} of {total} results keep the schema")
    return 1 if broken else 0


def _verify(arguments: argparse.Namespace) -> int:
    files = failed = total = missing = 0
    for path, found in pipeline.verifications(arguments.folder, arguments.sources):
        files += 1
        if isinstance(found, ExtractError):
            failed += 1
            _say_error(path, found, arguments.debug)
            continue
        total += found.total
        missing += len(found.missing)
        for line in found.missing:
            print(f"{path}: {line}")
    print(f"{total - missing} of {total} quotes and numbers stand at their place in the source")
    print(f"{files - failed} of {files} results could be compared with their source")
    return 1 if failed or missing else 0


def _show(arguments: argparse.Namespace) -> int:
    from extract.show import show_result

    path: Path = arguments.file
    reading = pipeline.checked_result if path.suffix == ".json" else pipeline.extract_file
    try:
        result = reading(path)
    except ExtractError as error:
        _say_error(path, error)
        return error.exit_code
    show_result(result, _console())
    return 0


def _ledger(arguments: argparse.Namespace) -> int:
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
        _say_error(path, error)
        return error.exit_code
    show_ledger(result, source, _console())
    return 0


# --------------------------------------------------------------------------- messages


def _say_error(path: Path | None, error: ExtractError, debug: bool = False) -> None:
    where = f"{path}: " if path else ""
    print(" ".join(f"lỗi/error: {where}{error}".split()), file=sys.stderr)
    if debug:
        traceback.print_exception(error, file=sys.stderr)


def _console() -> Console:
    """Standard output, 120 columns wide where it is no terminal."""
    from rich.console import Console

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # main decides how to end

    return _Console(width=min(shutil.get_terminal_size((120, 40)).columns, 160))


class _Progress(Protocol):
    """What is told of a run while it goes on."""

    def on_page(self, path: Path, done: int, count: int) -> None:
        """``done`` of the ``count`` pages of the file are read."""

    def on_file(self, outcome: Outcome) -> None:
        """A file is done."""


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[_Progress]:
    """On standard error: a bar on a terminal, else a line a file, and some for long files."""
    if quiet:
        yield _Silence()
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            yield _Bar(bar, bar.add_task("", total=total))
    else:
        yield _Lines(total)


class _Silence:
    def on_page(self, path: Path, done: int, count: int) -> None: ...

    def on_file(self, outcome: Outcome) -> None: ...


class _Bar:
    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task

    def on_page(self, path: Path, done: int, count: int) -> None:
        pages = f" · trang/page {done}/{count}" if count > 1 else ""
        self._bar.update(self._task, description=f"{path.name}{pages}")

    def on_file(self, outcome: Outcome) -> None:
        self._bar.update(self._task, advance=1, description=outcome.path.name)


class _Lines:
    def __init__(self, total: int) -> None:
        self._total, self._files = total, 0
        self._path: Path | None = None
        self._tens, self._since = 0, 0.0

    def on_page(self, path: Path, done: int, count: int) -> None:
        """A line about every tenth page of a file with more, and none in its first second."""
        if path != self._path:
            self._path, self._tens, self._since = path, 0, monotonic()
        if count > 10 and done // 10 > self._tens and monotonic() - self._since >= 1:
            self._tens, self._since = done // 10, monotonic()
            where = f"[{self._files + 1}/{self._total}] {path}"
            print(f"{where}: trang/page {done}/{count}", file=sys.stderr)

    def on_file(self, outcome: Outcome) -> None:
        self._files += 1
        if outcome.result is None:
            return
        targets = pipeline.targets(outcome.result)
        doubtful = sum(bool(target["doubts"]) for target in targets)
        print(
            f"[{self._files}/{self._total}] {outcome.path}: {len(targets)} chỉ tiêu / targets, "
            f"{doubtful} cần xem / to look at",
            file=sys.stderr,
        )


# --------------------------------------------------------------------------- arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chitieu",
        description="Reads the targets (chỉ tiêu) out of Vietnamese decrees (.txt, .md, .docx,\n"
        ".doc, .odt, .rtf, .pdf, scans as .pdf, .png, .jpg, .tif) and writes them as JSON,\n"
        "each with the place where it stands.",
        epilog=_exit_codes(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"chitieu {_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")

    extract = commands.add_parser(
        "extract",
        help="read decrees, write one JSON file each (đọc văn bản)",
        description="Reads files, or every known file in folders, and writes DIR/<path>.json for "
        "each. A file that fails is reported, has no JSON afterwards, and does not stop the rest.",
    )
    extract.add_argument(
        "paths", type=Path, nargs="+", metavar="PATH", help="file or folder (tệp, thư mục)"
    )
    extract.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where to write (nơi ghi kết quả)"
    )
    extract.add_argument(
        "--patterns",
        type=Path,
        metavar="FILE",
        help="words of your own, one spaCy EntityRuler pattern a line (từ ngữ bổ sung)",
    )
    extract.add_argument(
        "--quiet", action="store_true", help="print nothing but errors (chỉ in lỗi)"
    )
    _add_debug(extract)
    extract.set_defaults(run=_extract)

    validate = commands.add_parser(
        "validate",
        help="check results against their JSON Schemas (kiểm tra cấu trúc)",
        description="Prints every place where a result breaks its schema.",
    )
    validate.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    validate.set_defaults(run=_validate)

    verify = commands.add_parser(
        "verify",
        help="find every quote again in its source (đối chiếu với bản gốc)",
        description="Opens every source again, checks that it is unchanged, and prints every quote "
        "and number that does not stand where the result says.",
    )
    verify.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    _add_sources(verify)
    _add_debug(verify)
    verify.set_defaults(run=_verify)

    show = commands.add_parser(
        "show",
        help="print a result as a table (xem bảng chỉ tiêu)",
        description="Prints the targets of a result, or of a decree read on the spot.",
    )
    show.add_argument("file", type=Path, metavar="FILE", help="result (.json) or decree")
    show.set_defaults(run=_show)

    ledger = commands.add_parser(
        "ledger",
        help="print every number and its role (xem sổ các con số)",
        description="Prints the ledger of a result, or of a decree read on the spot: every number "
        "in order, its role, the words around it and the targets that take it. The words come from "
        "the source.",
    )
    ledger.add_argument("file", type=Path, metavar="FILE", help="result (.json) or decree")
    _add_sources(ledger)
    ledger.set_defaults(run=_ledger)
    return parser


def _add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sources",
        type=Path,
        default=Path("corpus"),
        metavar="DIR",
        help="the folder that was extracted (thư mục bản gốc; default: %(default)s)",
    )


def _add_debug(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--debug", action="store_true", help="print where in the program an error arose"
    )


def _exit_codes() -> str:
    """Every exit code with its meaning, as the error classes say it."""
    codes = [
        (0, "All well (không có lỗi)."),
        (1, "Files failed in different ways; or validate or verify found a fault."),
        (2, "The command line is wrong."),
        (_INTERRUPTED, "Interrupted with Ctrl-C."),
        (_BROKEN_PIPE, "The reader of the output went away."),
    ]
    codes += [(kind.exit_code, _first_sentence(kind)) for kind in ExtractError.__subclasses__()]
    lines = [f"  {code:>3}  {meaning}" for code, meaning in sorted(codes)]
    heading = "exit codes (one file fails, or several alike: the code of that failure):"
    return "\n".join([heading, *lines])


def _first_sentence(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


def _version() -> str:
    try:
        return version("chitieu")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
