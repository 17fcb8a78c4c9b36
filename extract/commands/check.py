"""``chitieu check``: what does not agree across decrees."""

from __future__ import annotations

import argparse
import json
from itertools import groupby
from pathlib import Path
from typing import Any

from extract.commands.messages import console
from extract.lineage.codes import CODES


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="compare targets across decrees (đối chiếu chỉ tiêu giữa các văn bản)",
        description="Finds which target restates which, and what does not agree: a lower level "
        "below its upper level's minimum, a value restated otherwise, one indicator with two "
        "values, sums that do not add up, cited documents that are not there. The exit code is 0 "
        "where nothing is found, 1 where something is.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="folder of results")
    parser.add_argument(
        "--only",
        action="append",
        choices=CODES,
        metavar="CODE",
        help=f"this kind of finding alone ({', '.join(CODES)}); may be given more than once",
    )
    parser.add_argument(
        "--lineage", action="store_true", help="show what restates what too (chuỗi giao chỉ tiêu)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON (in JSON)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from extract.lineage.decrees import decrees
    from extract.lineage.findings import findings
    from extract.lineage.records import finding_record, link_record
    from extract.outputs import outputs
    from extract.show_findings import show_findings, show_links

    collection = list(decrees(outputs(arguments.folder)))
    links, everything = findings(collection)
    found = [one for one in everything if one.code in (arguments.only or CODES)]
    if arguments.json:
        record = {
            "findings": list(map(finding_record, found)),
            "restates": list(map(link_record, links)),
            "not_compared": {
                name: left_out
                for name, group in groupby(collection, key=lambda decree: decree.file)
                if (left_out := sum(decree.left_out for decree in group))
            },
        }
        print(json.dumps(record, ensure_ascii=False, indent=2))
        return 1 if found else 0
    if arguments.lineage:
        show_links(links, console())
    show_findings(found, collection, console())
    return 1 if found else 0
