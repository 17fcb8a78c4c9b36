"""What is found across decrees, measured on labelled groups (tests/cascade)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cascade.trial import GROUPS, agreements

FLOORS = tomllib.loads((Path(__file__).parent / "other_floors.toml").read_text("utf-8"))["cascade"]


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_falls(group: str) -> None:
    for what, agreement in zip(("findings", "restates"), agreements(group), strict=True):
        assert agreement.precision >= FLOORS[what], [wrong.reason for wrong in agreement.wrong]
        assert agreement.recall >= FLOORS[what], agreement.missed
