"""A forged table under way: its columns, the rows as written, and the labels that they earn."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.corpus.blocks import Table

Object = dict[str, Any]

WIDTHS = {"ordinal": 1.2, "unit": 1.8, "content": 5.0, "task": 6.0, "value": 2.6}


@dataclass
class Sheet:
    """``columns``: (key, heading); a row maps keys to cells. What a label does not say is None."""

    columns: list[tuple[str, str]]
    head: list[list[str]] = field(default_factory=list)
    lines: list[list[str] | str] = field(default_factory=list)
    labels: list[Object] = field(default_factory=list)
    open_section: str | None = None

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self.columns]

    def row(self, **cells: str) -> None:
        self.lines.append([cells.get(key, "") for key in self.keys])

    def break_page(self) -> None:
        if self.lines and self.lines[-1] != "---":
            self.lines.append("---")

    def section(self, text: str) -> None:
        """A row merged over the whole width."""
        self.open_section = text
        self.lines.append([f"**{text}**", *["<"] * (len(self.columns) - 1)])

    def section_in_columns(self, mark: str, text: str) -> None:
        """A row whose number stands in the STT column."""
        self.open_section = f"{mark} {text}"
        self.lines.append(
            [{0: mark, 1: f"**{text}**"}.get(i, "") for i in range(len(self.columns))]
        )

    def label(self, quote: str, threshold: Object, **more: Any) -> None:
        """One target; ``content``, ``ordinal``, ``agencies``, ``due`` and so on in ``more``."""
        self.labels.append(
            {
                "origin": "table",
                "section": self.open_section,
                "ordinal": None,
                "content": None,
                "agencies": [],
                "due": None,
                **more,
                "quote": quote,
                "threshold": threshold,
            }
        )

    def table(self, random: Random, size: float = 11) -> Table:
        head = self.head or [[heading for _, heading in self.columns]]
        rows = [*head, *self.lines]
        written = "\n".join(row if isinstance(row, str) else " | ".join(row) for row in rows)
        widths = tuple(WIDTHS.get(key.split(":")[0], 3.0) for key in self.keys)
        return Table(written, widths, head=len(head), size=size)


TASK: Object = {"kind": "task"}


def shuffled(columns: list[str], random: Random) -> list[str]:
    """The columns after the first two in another order, now and then."""
    first, rest = columns[:2], columns[2:]
    if random.random() < 0.5:
        random.shuffle(rest)
    return [*first, *rest]


# --------------------------------------------------------------------------- typographic noise


def noisy(words: str, random: Random, often: float = 0.08) -> str:
    """The words as a hurried typist leaves them: double and non-breaking spaces, closing marks."""
    parts = words.split(" ")
    out = parts[0]
    for part in parts[1:]:
        chance = random.random()
        space = "  " if chance < often / 2 else "\u00a0" if chance < often else " "
        out += space + part
    if random.random() < often and words[-1:] not in ".;:,%" and len(words) > 12:
        out += random.choice(".;")
    if " - " in out and random.random() < often:
        out = out.replace(" - ", " – ")
    return out
