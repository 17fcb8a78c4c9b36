"""The words, as data: one TOML file a topic, one row a phrase, every row with its examples.

A new phrase, unit, heading or agency is one row in one of these files and nothing else. The tests
run every row's examples.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rows(topic: str) -> tuple[dict[str, Any], ...]:
    """The rows of ``<topic>.toml``, in the file's order."""
    return tuple(
        tomllib.loads(files(__package__).joinpath(f"{topic}.toml").read_text("utf-8"))["row"]
    )
