"""The command line: which command, its exit code, and how the program ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from extract.commands import COMMANDS
from extract.commands.messages import program_version, say_error
from extract.errors import ExtractError

_INTERRUPTED = 130  # 128 + SIGINT, as shells do
_BROKEN_PIPE = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives back its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    if not sys.warnoptions:  # what libraries think of a damaged file; the readers say it themselves
        warnings.simplefilter("ignore")
    try:
        given = sys.argv[1:] if argv is None else argv
        named = [name for name in COMMANDS if name in given[:1]]
        arguments = _parser(named or COMMANDS).parse_args(given)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except ExtractError as error:
        say_error(None, error)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nđã dừng / interrupted; every file written so far is whole", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        # What is still buffered has no reader: the interpreter must not try again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return code


def _parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Understands the commands of these names."""
    parser = argparse.ArgumentParser(
        prog="chitieu",
        description="Reads the targets (chỉ tiêu) out of Vietnamese decrees (.txt, .md, .docx,\n"
        ".doc, .odt, .rtf, .pdf, scans as .pdf, .png, .jpg, .tif) and writes them as JSON,\n"
        "each with the place where it stands.",
        epilog=_exit_codes(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, help="show program's version number and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name in names:
        import_module(f"extract.commands.{name}").add(commands)
    return parser


class _Version(argparse.Action):
    def __init__(self, **options: Any) -> None:
        super().__init__(nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print("chitieu", program_version())
        parser.exit()


def _exit_codes() -> str:
    """Every exit code with its meaning, as the error classes say it."""
    codes = [
        (0, "All well (không có lỗi)."),
        (
            1,
            "Files failed in different ways; a command found a fault or difference; a score fell.",
        ),
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


if __name__ == "__main__":
    sys.exit(main())
