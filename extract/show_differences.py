"""Differences between two runs, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text as Words

from extract.differences import Change, Changed, Difference
from extract.show import due_text, threshold_text
from extract.text import shortened

_MOST = 20  # lines of what changed beside the targets, for a file


def show_differences(found: Sequence[Difference], console: Console) -> None:
    """Each file with what was added (+), removed (-) and changed (~); then the counts."""

    def put(*parts: str | tuple[str, str]) -> None:
        console.print(Words.assemble(*parts), highlight=False, soft_wrap=True)

    for one in found:
        put((one.file, "bold"))
        for target in one.removed:
            put(("- ", "bold red"), (_line(target), "red"))
        for target in one.added:
            put(("+ ", "bold green"), (_line(target), "green"))
        for changed in one.changed:
            put(("~ ", "bold yellow"), _line(changed.new))
            for change in _legible(changed):
                put("    ", (change.field, "cyan"), ": ", *_both(change))
        for change in one.other[:_MOST]:
            put("  ", (change.field, "cyan"), ": ", *_both(change))
        if len(one.other) > _MOST:
            put((f"  … {len(one.other) - _MOST} nữa / more (--json)", "dim"))
        if one.moved:
            put((f"  {one.moved} chỉ tiêu đổi chỗ / targets only moved", "dim"))
        put()
    counts = {
        "thêm / added": sum(len(one.added) for one in found),
        "bớt / removed": sum(len(one.removed) for one in found),
        "đổi / changed": sum(len(one.changed) for one in found),
    }
    put(
        (f"{len(found)} tệp khác nhau / files differ", "bold"),
        *(f", {name} {count}" for name, count in counts.items() if count),
    )


def _line(target: dict[str, Any]) -> str:
    said = target["indicator"] or target["content"] or target["statement"]
    parts = [threshold_text(target["threshold"]), said, due_text(target["due"]), target["id"]]
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _legible(changed: Changed) -> list[Change]:
    """Without the quotes where a field itself changed: they say the same again."""
    rest = [change for change in changed.changes if change.field != "source"]
    return rest or list(changed.changes)


def _both(change: Change) -> list[str | tuple[str, str]]:
    return [(_short(change.old), "red"), " → ", (_short(change.new), "green")]


def _short(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, list):
        value = "; ".join(
            f"{one['name']} ({one['role']})"
            if isinstance(one, dict) and "role" in one and "name" in one
            else str(one)
            for one in value
        )
    return shortened(str(value), 160)
