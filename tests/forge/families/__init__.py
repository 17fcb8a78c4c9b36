"""Layout families: name → what writes a decree of it and its labels."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.corpus.blocks import Decree
from tests.forge.families import plan_tables, prose

FAMILIES: dict[str, Callable[[Random], tuple[Decree, dict[str, Any]]]] = {
    "plan_tables": plan_tables.decree,
    "prose_goals": prose.goals,
    "prose_letters": prose.letters,
    "prose_wrapped": prose.wrapped,
    "prose_nothing": prose.nothing,
}
