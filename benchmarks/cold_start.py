"""Times the command from nothing: a new process that extracts one small DOCX.

python -m benchmarks.cold_start
"""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.measuring import Line, report, samples

TARGET = 1.0
RUNS = 5  # the best of; time on the wall, as a user waits


def line() -> Line:
    path = min(samples("docx"), key=lambda path: path.stat().st_size)
    with TemporaryDirectory() as out:
        # The result of the last run would be passed over.
        command = [sys.executable, "-m", "extract.cli", "extract", str(path), "--force"]
        command += ["--out", out]
        # As installed: with the bytecode that the first run leaves.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        times: list[float] = []
        for _ in range(RUNS):
            begin = perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=environment)
            times.append(perf_counter() - begin)
    return Line(
        "cold start: the command on one DOCX",
        path.name,
        f"{min(times):.2f} s",
        "",
        f"< {TARGET:.0f} s",
        min(times) < TARGET,
    )


if __name__ == "__main__":
    sys.exit(report([line()]))
