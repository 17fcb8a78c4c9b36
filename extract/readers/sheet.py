"""A sheet of a workbook as its readers hand it over, and the place of a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from extract.errors import TooManyCells
from extract.expressions import compiled
from extract.model import SheetLocator, Warning, record

#: More filled cells than any plan has; reading them would take the memory of the machine.
MOST_CELLS = 200_000
_REFERENCE = compiled(r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9][0-9]{0,6})")
_RANGE = regex.compile(rf"(?:.*!)?{_REFERENCE.pattern}(?::{_REFERENCE.pattern})?", regex.S)

#: Row and column, from 0.
Spot = tuple[int, int]
#: First row, first column, last row, last column.
Extent = tuple[int, int, int, int]


@record
class SheetPlace:
    """What a cell prints."""

    raw: str
    sheet: str
    cell: str
    legacy: tuple[tuple[int, int, str], ...] = ()

    def locator(self, start: int, end: int) -> SheetLocator:
        return SheetLocator(self.sheet, self.cell, start, end)


@record
class SheetCell:
    """A filled cell: what it prints, in which font; whether that is a number; whether it has ruled
    borders."""

    string: str
    font: str = ""
    number: bool = False
    bold: bool = False
    ruled: bool = False


@dataclass(slots=True)
class Sheet:
    """The filled cells of a sheet. ``print_areas`` are empty where the sheet prints all."""

    name: str
    cells: dict[Spot, SheetCell] = field(default_factory=dict)
    merged: list[Extent] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    print_areas: list[Extent] = field(default_factory=list)
    #: Formulas whose value the file does not hold, and cells that print an error.
    without_value: list[Spot] = field(default_factory=list)
    errors: list[Spot] = field(default_factory=list)

    def add(self, spot: Spot, cell: SheetCell) -> None:
        """Raises TooManyCells where the sheet holds more than a sheet can."""
        if len(self.cells) >= MOST_CELLS:
            raise TooManyCells(f"the sheet {self.name!r} holds more than {MOST_CELLS} filled cells")
        self.cells[spot] = cell

    def shows(self, spot: Spot) -> bool:
        """Whether the cell itself is in no hidden row or column, and in a print area."""
        row, column = spot
        return (
            row not in self.hidden_rows
            and column not in self.hidden_columns
            and self.in_print_area(spot)
        )

    def in_print_area(self, spot: Spot) -> bool:
        row, column = spot
        return not self.print_areas or any(
            first <= row <= last and left <= column <= right
            for first, left, last, right in self.print_areas
        )

    def warnings(self) -> list[Warning]:
        """Of cells that are printed, but not with a value."""
        found = []
        without_value = list(filter(self.shows, self.without_value))
        errors = list(filter(self.shows, self.errors))
        if without_value:
            found.append(
                Warning(
                    "formula_without_value",
                    f"sheet {self.name!r}: {len(without_value)} formulas have no value in the file "
                    f"({_some(without_value)}); open and save it in Excel",
                )
            )
        if errors:
            found.append(
                Warning(
                    "error_in_cell",
                    f"sheet {self.name!r}: {len(errors)} cells print an error instead of a value "
                    f"({_some(errors)})",
                )
            )
        return found


def unread(sheet: Sheet, spots: list[Spot], why: str) -> Warning:
    return Warning(
        "hidden_text",
        f"sheet {sheet.name!r}: {len(spots)} filled cells {why} ({_some(spots)}) were not read",
    )


def _some(spots: list[Spot]) -> str:
    names = [reference(*spot) for spot in spots[:3]]
    return ", ".join(names) + (" ..." if len(spots) > len(names) else "")


def reference(row: int, column: int) -> str:
    """(6, 1) → "B7"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def spot(written: str) -> Spot | None:
    """ "B7" → (6, 1); None where it is no reference."""
    match = _REFERENCE.fullmatch(written)
    return (int(match["row"]) - 1, _column(match["column"])) if match else None


def extent(written: str) -> Extent | None:
    """ "B2:D7", also with its sheet's name before it, or one cell; None for anything else."""
    match = _RANGE.fullmatch(written)
    if not match:
        return None
    columns = [_column(letters) for letters in match.captures("column")]
    rows = [int(row) - 1 for row in match.captures("row")]
    return min(rows), min(columns), max(rows), max(columns)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def found_in(strings: Mapping[tuple[str, str], str], locator: Mapping[str, Any]) -> str:
    """What stands at a locator, where ``strings`` are the printed cells by sheet and reference."""
    string = strings.get((str(locator["sheet"]), str(locator["cell"])), "")
    return string[int(locator["start"]) : int(locator["end"])]
