"""What the commands print: errors on standard error, tables on standard output."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import ExtractError

if TYPE_CHECKING:
    from rich.console import Console


def program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # slow, and rarely asked for

    try:
        return version("chitieu")
    except PackageNotFoundError:
        return "(not installed)"


def say_error(path: Path | None, error: ExtractError, trace: str = "") -> None:
    """One line on standard error, and below it where in the program the error arose."""
    where = f"{path}: " if path else ""
    print(" ".join(f"lỗi/error: {where}{error}".split()), file=sys.stderr)
    if trace:
        print(trace, file=sys.stderr, end="")


def common_code(failures: Iterable[ExtractError]) -> int:
    """0 where nothing failed; the code of the failures where all are alike, else 1."""
    codes = {failure.exit_code for failure in failures}
    return 0 if not codes else codes.pop() if len(codes) == 1 else 1


def console() -> Console:
    """Standard output, 120 columns wide where it is no terminal."""
    from rich.console import Console

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # main decides how to end

    return _Console(width=min(shutil.get_terminal_size((120, 40)).columns, 160))


# --------------------------------------------------------------------------- arguments of several


def add_sources(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sources",
        type=Path,
        default=Path("corpus"),
        metavar="DIR",
        help="the folder that was extracted (thư mục bản gốc; default: %(default)s)",
    )


def add_debug(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--debug", action="store_true", help="print where in the program an error arose"
    )
