"""The benchmarks are run by hand: here they are at least loaded, so that none breaks unseen."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

NAMES = [
    path.stem
    for path in sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))
    if not path.stem.startswith("_")
]


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_loads(name: str) -> None:
    assert import_module(f"benchmarks.{name}").__doc__
