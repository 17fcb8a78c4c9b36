"""Times whole runs of the command over folders of many files, on the wall.

    python -m benchmarks.batch [--files N]

Two workers against one; a run in which nothing has changed; what the processes of a long run hold.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from benchmarks.measuring import Line, report, samples

FILES = 3000
SHARED = 2000  # files that one worker and two workers read in turn
ROUNDS = 2
UNCHANGED_TARGET = 1000.0  # files a second
WORKERS_TARGET = 1.8
GROWTH_TARGET = 1.1  # the last tenth of a run over its second tenth
MEMORY_TARGET = 400.0  # MB (10^6 bytes)


def lines(files: int = FILES) -> list[Line]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        corpus = _corpus(folder / "many", files)
        held = _run(corpus, folder / "out", 2, watched=True)[1]
        unchanged = min(_run(corpus, folder / "out", 2)[0] for _ in range(ROUNDS))
        few = _corpus(folder / "few", SHARED)
        one, two = 0.0, 0.0
        for _ in range(ROUNDS):
            one = min(one or 1e9, _run(few, folder / "one", 1)[0])
            two = min(two or 1e9, _run(few, folder / "two", 2)[0])
            rmtree(folder / "one")
            rmtree(folder / "two")
    tenth = max(1, len(held) // 10)
    early, late = max(held[tenth : 2 * tenth]), max(held[-tenth:])
    return [
        Line(
            "the command over files of which none has changed",
            f"{files} text and DOCX files",
            f"{files / unchanged:.0f} files/s",
            "",
            f">= {UNCHANGED_TARGET:.0f} files/s",
            files / unchanged >= UNCHANGED_TARGET,
        ),
        Line(
            "two workers against one",
            f"{SHARED} text and DOCX files",
            f"{two:.1f} against {one:.1f} s",
            f"{one / two:.2f}",
            f">= {WORKERS_TARGET}",
            one / two >= WORKERS_TARGET,
        ),
        Line(
            "memory of a worker, late in a run over early",
            f"{files} text and DOCX files",
            f"{late:.0f} against {early:.0f} MB",
            f"{late / early:.2f}",
            f"<= {GROWTH_TARGET}, {MEMORY_TARGET:.0f} MB",
            late / early <= GROWTH_TARGET and late <= MEMORY_TARGET,
        ),
    ]


def _corpus(folder: Path, files: int) -> Path:
    """The sample decrees over and over, in folders of a hundred; texts differ in a line."""
    chosen = [path for pair in zip(samples("txt"), samples("docx"), strict=True) for path in pair]
    for at in range(files):
        path = chosen[at % len(chosen)]
        copy = folder / f"{at // 100}" / f"{at}{path.suffix}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        more = f"\nBản {at}.\n".encode() if path.suffix == ".txt" else b""
        copy.write_bytes(path.read_bytes() + more)
    return folder


def _run(corpus: Path, out: Path, jobs: int, *, watched: bool = False) -> tuple[float, list[float]]:
    """Seconds, and the memory of the largest worker (MB) at ten moments of each second."""
    command = [sys.executable, "-m", "extract.cli", "extract", str(corpus), "--quiet"]
    begin = perf_counter()
    run = subprocess.Popen([*command, "--out", str(out), "--jobs", str(jobs)])
    held: list[float] = []
    while watched and run.poll() is None:
        try:
            workers = psutil.Process(run.pid).children()
            sizes = [worker.memory_info().rss / 1e6 for worker in workers]
        except psutil.NoSuchProcess:
            sizes = []
        held += [max(sizes)] if sizes else []
        try:
            run.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    if run.wait():
        raise RuntimeError(f"the command ended with {run.returncode}")
    return perf_counter() - begin, held


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=FILES)
    sys.exit(report(lines(parser.parse_args().files)))
