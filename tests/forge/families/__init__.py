"""Layout families: name → what writes a decree of it and its labels."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.corpus.blocks import Decree
from tests.forge.families import (
    plan_tables,
    prose,
    table_items,
    table_layouts,
    table_matrices,
    table_merged,
    table_pages,
    table_periods,
    table_plans,
    table_values,
)

FAMILIES: dict[str, Callable[[Random], tuple[Decree, dict[str, Any]]]] = {
    "plan_tables": plan_tables.decree,
    "tasks": table_plans.plan,
    "assigned": table_plans.assigned,
    "items": table_items.items,
    "item_results": table_items.results,
    "sides": table_merged.sides,
    "groups": table_merged.groups,
    "sub_headings": table_merged.headings,
    "group_columns": table_merged.over_columns,
    "pages": table_pages.pages,
    "item_pages": table_pages.items_over_pages,
    "value_pages": table_pages.values_over_pages,
    "bodies_down": table_matrices.bodies_down,
    "bodies_across": table_matrices.bodies_across,
    "group_matrix": table_matrices.groups_across,
    "periods": table_periods.periods,
    "years": table_periods.two_rows,
    "roles_below": table_layouts.roles_below,
    "own_numbers": table_layouts.own_numbers,
    "unit_above": table_layouts.unit_above,
    "several_tables": table_layouts.several,
    "criteria": table_layouts.criteria,
    "cell_values": table_values.values,
    "prose_goals": prose.goals,
    "prose_letters": prose.letters,
    "prose_wrapped": prose.wrapped,
    "prose_nothing": prose.nothing,
}
