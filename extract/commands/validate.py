"""``chitieu validate``: checks results against their schemas."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from extract import pipeline


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "validate",
        help="check results against their JSON Schemas (kiểm tra cấu trúc)",
        description="Prints every place where a result breaks its schema.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    broken = total = 0
    for path, issues in pipeline.validations(arguments.folder):
        total += 1
        broken += bool(issues)
        for issue in issues:
            print(f"{path}: {issue}")
    print(f"{total - broken} of {total} results keep the schema")
    return 1 if broken else 0
