"""Every benchmark in one table: ``make bench``. Exit code 1 where a target is missed."""

from __future__ import annotations

import sys

from benchmarks import cold_start, typed_pdf, user_patterns, whole_job
from benchmarks.measuring import report, samples

if __name__ == "__main__":
    _, reading = typed_pdf.lines(samples("pdf"))
    sys.exit(report([*reading, *whole_job.lines(), cold_start.line(), *user_patterns.lines()]))
