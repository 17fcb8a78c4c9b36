"""Every benchmark in one table: ``make bench``. Exit code 1 where a target is missed. Scans are
read only where Tesseract is installed."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from benchmarks import (
    batch,
    cold_start,
    database,
    memory,
    rivals,
    typed_pdf,
    user_patterns,
    whole_job,
)
from benchmarks.measuring import report, samples

if __name__ == "__main__":
    _, reading = typed_pdf.lines(samples("pdf"))
    lines = [*reading, *rivals.lines(), *whole_job.lines(), cold_start.line(), *batch.lines()]
    lines += [*memory.lines(), *user_patterns.lines(), *database.lines()]
    if find_spec("tesserocr"):
        from benchmarks import scans

        lines += scans.lines()
    sys.exit(report(lines))
