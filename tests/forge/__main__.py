"""python -m tests.forge [FAMILY ...]: forges decrees, reads them back and counts what differs."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path

from extract.scoring.counts import Mistake, Score
from tests.forge import FAMILIES, forged
from tests.forge.trial import RENDERS, rendered, told, total, trial

FORMATS = (*RENDERS, "scan")
Job = tuple[str, int, str]
#: Name, format, score, targets, targets with a doubt.
Outcome = tuple[str, str, Score, int, int]


def outcome(job: Job) -> Outcome:
    family, seed, kind = job
    decree = forged(family, seed)
    try:
        tried = trial(decree, kind)
    except Exception as failure:
        broken = Score(files=1, mistakes=[Mistake("FAILED", got=repr(failure))])
        return decree.name, kind, broken, 0, 0
    doubted = sum(bool(target["doubts"]) for target in tried.targets)
    return decree.name, kind, tried.score, len(tried.targets), doubted


def outcomes(jobs: list[Job], processes: int) -> Iterator[Outcome]:
    if processes < 2:
        yield from map(outcome, jobs)
        return
    with multiprocessing.Pool(processes) as pool:
        yield from pool.imap(outcome, jobs, chunksize=8)


def line(family: str, kind: str, found: list[Outcome]) -> str:
    whole = total(one for _, _, one, _, _ in found)
    targets, doubted = sum(one[3] for one in found), sum(one[4] for one in found)
    m = whole.measurable
    return (
        f"{family:16} {kind:5} {len(found):5} {m.precision:9.4f} {m.recall:7.4f} {m.f1:7.4f} "
        f"{whole.tasks.f1:7.4f} {whole.perfect.value:8.4f} {whole.documents.value:9.4f} "
        f"{whole.citations.f1:7.4f} {whole.silent_errors:6} {doubted / max(targets, 1):7.4f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.forge", description=__doc__)
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"of {', '.join(FAMILIES)}")
    parser.add_argument("--count", type=int, default=100, help="decrees of each family")
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=["txt", "docx", "pdf"])
    parser.add_argument("--mistakes", action="store_true", help="one line for each")
    parser.add_argument("--write", type=Path, metavar="DIR", help="keeps files and labels")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    families = options.families or list(FAMILIES)
    if unknown := set(families) - set(FAMILIES):
        parser.error(f"no such family: {', '.join(sorted(unknown))}")
    seeds = range(options.first, options.first + options.count)
    print(
        f"{'family':16} {'form':5} {'files':>5} {'precision':>9} {'recall':>7} {'F1':>7} "
        f"{'tasks':>7} {'perfect':>8} {'documents':>9} {'cites':>7} {'silent':>6} {'doubted':>7}"
    )
    for family in families:
        for kind in options.formats:
            found = list(outcomes([(family, seed, kind) for seed in seeds], options.processes))
            print(line(family, kind, found), flush=True)
            if options.mistakes:
                for name, _, one, _, _ in found:
                    for mistake in one.mistakes:
                        print(f"  {name}: {told(mistake)}")
        if options.write:
            _write(options.write, family, seeds, options.formats)
    return 0


def _write(folder: Path, family: str, seeds: range, formats: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        decree = forged(family, seed)
        label = json.dumps(decree.gold, ensure_ascii=False, indent=1)
        (folder / f"{decree.name}.gold.json").write_text(label + "\n", "utf-8")
        for kind in formats:
            suffix = "scan.pdf" if kind == "scan" else kind
            (folder / f"{decree.name}.{suffix}").write_bytes(rendered(decree, kind))


if __name__ == "__main__":
    sys.exit(main())
