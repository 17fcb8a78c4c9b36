"""Item i of a cell goes with agency i and time i where their cells have as many items."""

from __future__ import annotations

from collections.abc import Sequence

from extract.agencies import begins_agency, named_agencies
from extract.model import Role, Text
from extract.tables.facts import Facts
from extract.tables.items import items

#: The items of a row's agency cells, each with its role, and those of its time cell.
Beside = tuple[list[tuple[Role, list[Text]]], list[Text]]


def beside_of(base: Facts) -> Beside:
    """The items of the cells beside those that carry a row's statements."""
    cells = [(role, [i.text for i in items(cell, "agencies")]) for role, cell in base.agencies]
    return cells, [item.text for item in items(base.due, "times")]


def of_item(
    beside: Beside, index: int, count: int
) -> tuple[tuple[tuple[Role, Text], ...], Text | None]:
    """The agencies and the time of item ``index`` of ``count``: its own where their cells have as
    many items, else all."""
    cells, dues = beside
    agencies = tuple(
        (role, text)
        for role, texts in cells
        for text in ([texts[index]] if len(texts) == count > 1 and not _is_team(texts) else texts)
    )
    due = dues[index] if len(dues) == count > 1 else (Text.join(dues) if dues else None)
    return agencies, due


def _is_team(texts: Sequence[Text]) -> bool:
    """Whether an item of a cell only helps the others: "- Chủ trì: A", "- Phối hợp: B"."""
    roles = [{role for role, _ in named_agencies(text, "implement").names} for text in texts]
    return {"coordinate"} in roles and any(found != {"coordinate"} for found in roles)


def as_many(names: list[Text], count: int) -> list[Text]:
    """The names of a list; those that a line divides at a dash ("- Phòng Tài chính", "- Kế hoạch")
    put together where as many as there are tasks come of it."""
    whole: list[Text] = []
    for name in names:
        if whole and not begins_agency(name.string):
            whole[-1] = Text.join([whole[-1], name], by=" - ")
        else:
            whole.append(name)
    return whole if len(names) > len(whole) == count > 1 else names
