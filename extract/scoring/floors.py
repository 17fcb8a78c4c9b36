"""Floors: the least that figures may be. In a TOML file, a table for each group of
:mod:`extract.scoring.groups`:

    [total]
    silent_errors = 0

    [formats]
    docx = { measurable_f1 = 0.98, perfect = 0.95 }

    [layouts]
    matrix.docx = { measurable_f1 = 0.95 }

A share may only rise, a count of errors (a whole number) only fall.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract import store
from extract.errors import BadLabel
from extract.scoring.counts import Score
from extract.scoring.groups import GroupPath

#: How far a figure may stand above its floor before the floor should follow.
SLACK = 0.005
_TOP = ("total", "formats", "layouts")

Floors = Mapping[GroupPath, Mapping[str, float]]


def floors_in(path: Path) -> Floors:
    """Group → figure → floor. Raises :class:`BadLabel` where the file is no file of floors."""
    try:
        tables = tomllib.loads(store.source_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        raise BadLabel(f"{path}: not a TOML file ({error})") from error
    known = Score().figures()
    found: dict[GroupPath, dict[str, float]] = {}
    for keys, value in _leaves(tables, ()):
        *group, name = keys
        if not group or group[0] not in _TOP:
            raise BadLabel(f"{path}: {'.'.join(keys)} stands in none of {', '.join(_TOP)}")
        if name not in known or isinstance(value, bool) or not isinstance(value, int | float):
            figures = ", ".join(known)
            raise BadLabel(f"{path}: {'.'.join(keys)} is no number for one of {figures}")
        found.setdefault(tuple(group), {})[name] = value
    return found


def _leaves(value: Any, keys: GroupPath) -> Iterator[tuple[GroupPath, Any]]:
    if not isinstance(value, dict):
        yield keys, value
        return
    for key, inner in value.items():
        yield from _leaves(inner, (*keys, key))


def compared_groups(
    floors: Floors, groups: Mapping[GroupPath, Score]
) -> tuple[list[str], list[str]]:
    """Over all groups, as :func:`compared`; a group of which nothing was scored has fallen."""
    fallen, risen = [], []
    for group, least in floors.items():
        named = ".".join(group)
        if group not in groups:
            fallen.append(f"{named}: nothing was scored")
            continue
        down, up = compared(least, groups[group].figures())
        fallen += [f"{named}.{line}" for line in down]
        risen += [f"{named}.{line}" for line in up]
    return fallen, risen


def compared(
    floors: Mapping[str, float], figures: Mapping[str, float]
) -> tuple[list[str], list[str]]:
    """What fell below its floor, and the lines for what stands far above it. Of errors that are
    counted there may be no more, and of fewer the file should know."""
    fallen, risen = [], []
    for name, floor in floors.items():
        figure = figures[name]
        gain = floor - figure if isinstance(figure, int) else figure - floor
        if gain < -1e-9:
            fallen.append(f"{name} is {figure:.4g}, its floor is {floor:g}")
        elif gain > SLACK:
            risen.append(f"{name} = {math.floor(figure * 1000 + 1e-6) / 1000:g}")
    return fallen, risen
