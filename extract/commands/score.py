"""``chitieu score``: results beside hand labels."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.commands.messages import console, say_error
from extract.errors import BadLabel, NotFound

if TYPE_CHECKING:
    from extract.scoring.groups import Scoring


def add(commands: Any) -> None:
    parser = commands.add_parser(
        "score",
        help="measure results against hand labels (đo độ chính xác)",
        description="Compares results with labels that people wrote, NAME.gold.json for the source "
        "NAME.*, and prints what was found, missed and wrong, for each format and layout.",
    )
    parser.add_argument(
        "gold", type=Path, metavar="GOLD", help="label file or folder of them (nhãn)"
    )
    parser.add_argument(
        "outputs", type=Path, metavar="OUTPUTS", help="result or folder of them (kết quả)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--mistakes", action="store_true", help="one line for each (in từng chỗ sai)")
    what.add_argument("--json", action="store_true", help="for machines (in JSON)")
    what.add_argument(
        "--new",
        action="store_true",
        help="score nothing; begin a label file in GOLD for each result that has none, for you to "
        "correct (tạo nhãn nháp)",
    )
    parser.add_argument(
        "--floors",
        type=Path,
        metavar="FILE",
        help="the least that figures may be, in TOML; exit code 1 where one fell (mức tối thiểu)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from extract.scoring.floors import compared_groups, floors_in
    from extract.scoring.groups import scoring
    from extract.scoring.labels import labels_in

    if arguments.new:
        return _begin(arguments.gold, arguments.outputs)
    floors = {} if arguments.floors is None else floors_in(arguments.floors)
    labels, failures = labels_in(arguments.gold)
    if failures:  # figures over the rest would mislead
        for path, error in failures:
            say_error(path, error)
        return BadLabel.exit_code
    found = scoring(labels, arguments.outputs)
    fallen, risen = compared_groups(floors, found.groups())
    if arguments.json:
        from extract.commands.score_tables import scoring_json

        told = {**scoring_json(found), "fallen": fallen}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        from extract.commands.score_tables import show_mistakes, show_scoring

        if arguments.mistakes:
            show_mistakes(found, console())
        show_scoring(found, console())
    _say_what_was_left_out(found)
    for line in fallen:
        print(f"giảm/fell: {line}", file=sys.stderr)
    for line in risen:
        print(f"tăng/rose: {line} (raise the floor)", file=sys.stderr)
    codes = {error.exit_code for _, error in found.failures} | ({1} if fallen else set())
    return codes.pop() if len(codes) == 1 else int(bool(codes))


def _say_what_was_left_out(found: Scoring) -> None:
    for path, error in found.failures:
        say_error(path, error)
    for label in found.without_result:
        print(f"không có kết quả/no result: {label}: all missed", file=sys.stderr)
    _say_some("không có nhãn/no label", found.without_label)
    _say_some('nhãn nháp/draft labels (correct them, then delete "draft")', found.drafts)
    for one, other in found.doubled():
        print(
            f"lưu ý/note: {one.name} and {other.name} are both scored with {one.label.path}; if "
            "they are different decrees, put the labels into folders named as theirs",
            file=sys.stderr,
        )


def _say_some(what: str, names: list[str]) -> None:
    if names:
        some = ", ".join(names[:5])
        more = f" ... ({len(names)})" if len(names) > 5 else ""
        print(f"{what}: {some}{more}", file=sys.stderr)


def _begin(gold: Path, outputs: Path) -> int:
    """Begins a label file for each result that has none; those that are there stay as they are."""
    from extract import store
    from extract.scoring.drafts import draft, draft_bytes
    from extract.scoring.groups import results_in
    from extract.scoring.labels import ENDING, label_files

    if gold.is_file():
        raise NotFound(f"{gold} is no folder")
    names = {path.name for path in label_files(gold)}
    codes = set()
    for path, result in results_in(outputs):
        if not isinstance(result, dict):
            say_error(path, result)
            codes.add(result.exit_code)
            continue
        source = Path(result["source"]["file"])
        begun = f"{source.stem}{ENDING}"
        if names.intersection((begun, f"{source.name}{ENDING}")):
            print(f"đã có nhãn/labelled already: {source}", file=sys.stderr)
            continue
        names.add(begun)
        store.write(gold / begun, draft_bytes(draft(result)))
        print(gold / begun)
    return codes.pop() if len(codes) == 1 else int(bool(codes))
