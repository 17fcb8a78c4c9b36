"""A forge of decrees: random, realistic, and labelled by construction.

    python -m tests.forge [FAMILY ...] [--count N] [--first SEED] [--formats txt docx pdf ...]

A decree is written from what it says (values, comparators, dates, agencies), by printers that share
no code with the program that reads it; the labels are what was drawn, in the shape of
``tests/labels/README.md``. Only wordings of which a careful reader has no doubt are forged.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.corpus.blocks import Decree
from tests.forge.families import FAMILIES

__all__ = ["FAMILIES", "Forged", "forged"]


@dataclass(frozen=True)
class Forged:
    """A decree with its labels. ``gold`` has the shape of ``tests/labels/*.gold.json``."""

    family: str
    seed: int
    decree: Decree
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.family}-{self.seed}"


def forged(family: str, seed: int) -> Forged:
    """The decree of this family and number: the same call gives the same decree."""
    decree, gold = FAMILIES[family](Random(f"{family}/{seed}"))
    return Forged(family, seed, decree, gold)
