"""What is counted: shares, targets found and missed, mistakes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extract.model import record
from extract.scoring.agreement import Object


@dataclass
class Share:
    """So many right of so many."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.total += 1

    def join(self, other: Share) -> None:
        self.right += other.right
        self.total += other.total

    @property
    def value(self) -> float:
        return self.right / self.total if self.total else 1.0


@dataclass
class Retrieval:
    """Labels found, labels missed, and results that no label wants."""

    found: int = 0
    missed: int = 0
    extra: int = 0

    def join(self, other: Retrieval) -> None:
        self.found += other.found
        self.missed += other.missed
        self.extra += other.extra

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        wrong = self.missed + self.extra
        return 2 * self.found / (2 * self.found + wrong) if self.found + wrong else 1.0


@record
class Mistake:
    """One thing that is wrong.

    ``key`` is the field; ``wanted`` is what is labelled there and ``got`` what was read, None for
    nothing. ``label`` and ``read`` are the targets that these belong to, both None for a field of a
    letterhead. A target that is missed, or that no label wants, is a mistake of ``threshold``;
    where the two seem to mean the same words, they are one mistake. ``silent``: a measured target
    was read that is wrong, and nothing in it raises a doubt.
    """

    key: str
    wanted: Any = None
    got: Any = None
    label: Object | None = None
    read: Object | None = None
    silent: bool = False


@dataclass
class Score:
    """What was counted over some files.

    ``measurable`` are targets with a value, ``table`` and ``prose`` the same by where they stand;
    ``tasks`` the others. ``perfect``: labels found with every labelled field right. ``doubted``: of
    the measured targets that were found, those with a doubt.
    """

    files: int = 0
    measurable: Retrieval = field(default_factory=Retrieval)
    table: Retrieval = field(default_factory=Retrieval)
    prose: Retrieval = field(default_factory=Retrieval)
    tasks: Retrieval = field(default_factory=Retrieval)
    fields: dict[str, Share] = field(default_factory=dict)
    perfect: Share = field(default_factory=Share)
    table_perfect: Share = field(default_factory=Share)
    documents: Share = field(default_factory=Share)
    citations: Retrieval = field(default_factory=Retrieval)
    doubted: Share = field(default_factory=Share)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def silent_errors(self) -> int:
        return sum(mistake.silent for mistake in self.mistakes)

    def join(self, other: Score) -> None:
        """Adds what was counted over other files."""
        self.files += other.files
        for key in ("measurable", "table", "prose", "tasks", "citations"):
            getattr(self, key).join(getattr(other, key))
        for key in ("perfect", "table_perfect", "documents", "doubted"):
            getattr(self, key).join(getattr(other, key))
        for name, share in other.fields.items():
            self.fields.setdefault(name, Share()).join(share)
        self.mistakes += other.mistakes

    def counted_with(self, origin: str, kind: str) -> list[Retrieval]:
        """The counts that a target of this origin and kind of threshold belongs to."""
        if kind == "task":
            return [self.tasks]
        return [self.measurable, self.table if origin == "table" else self.prose]

    def figures(self) -> dict[str, float]:
        """The figures that may have floors: shares of 1, and whole numbers that count errors."""
        return {
            "table_precision": self.table.precision,
            "table_recall": self.table.recall,
            "prose_precision": self.prose.precision,
            "prose_recall": self.prose.recall,
            "measurable_precision": self.measurable.precision,
            "measurable_recall": self.measurable.recall,
            "measurable_f1": self.measurable.f1,
            "tasks_f1": self.tasks.f1,
            "perfect": self.perfect.value,
            "table_perfect": self.table_perfect.value,
            "documents": self.documents.value,
            "citations_f1": self.citations.f1,
            "undoubted": 1 - self.doubted.value if self.doubted.total else 1.0,
            "silent_errors": self.silent_errors,
        }
