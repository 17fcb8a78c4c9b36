"""Results for people: tables on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text as Words

from extract.model import Locator, Passage, Source, Text
from extract.pipeline import targets

_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "eq": ""}
_DIRECTIONS = {"increase": "tăng", "decrease": "giảm"}
_ROLES = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "implement": "thực hiện",
    "monitor": "theo dõi",
}
_INTERVALS = {"P1M": "tháng", "P3M": "quý", "P6M": "6 tháng", "P1Y": "năm", "P1W": "tuần"}

#: Column → its width in characters, or its share of what is left.
_COLUMNS: dict[str, dict[str, Any]] = {
    "STT": {"width": 4},
    "Nội dung": {"ratio": 5},
    "Chỉ tiêu": {"ratio": 3},
    "Cơ quan": {"ratio": 4},
    "Thời hạn": {"width": 10},
    "Cần xem": {"width": 10},
}

#: Role in the ledger → how it is printed.
_ROLE_STYLES = {
    "target": "bold green",
    "baseline": "green",
    "deadline": "cyan",
    "date": "blue",
    "result": "magenta",
    "condition": "magenta",
    "unknown": "bold white on red",
}
_OTHER_ROLE = "dim"


def show_result(result: dict[str, Any], console: Console) -> None:
    """Every document of a result: its heading, then its targets, one row each."""
    source = result["source"]
    console.print(f"[bold]{escape(source['file'])}[/] ({source['format']})", highlight=False)
    for document in result["documents"]:
        console.print()
        console.print(escape(_heading(document)), style="bold", highlight=False)
        if document["targets"]:
            console.print(_targets_table(document["targets"]))
        else:
            console.print("không có chỉ tiêu / no targets", style="dim")
    for warning in result["warnings"]:
        console.print(f"[yellow]{warning['code']}[/]: {escape(warning['message'])}")


def show_ledger(result: dict[str, Any], source: Source, console: Console) -> None:
    """Every number of a result in order, between the words that stand around it in ``source``, with
    its role and the targets that take it; then a count of the roles. A number with the role
    ``unknown`` is marked ``??``."""
    file = result["source"]
    console.print(f"[bold]{escape(file['file'])}[/] ({file['format']})", highlight=False)
    short = {target["id"]: threshold_text(target["threshold"]) for target in targets(result)}
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("Vai trò", width=12)
    table.add_column("Số và lời văn quanh nó", ratio=3, overflow="fold")
    table.add_column("Chỉ tiêu", ratio=1, min_width=14, overflow="fold")
    room = console.width // 4
    roles: Counter[str] = Counter()
    for number, before, after in _surroundings(result["numbers"], source):
        role = number["role"]
        roles[role] += 1
        style = _ROLE_STYLES.get(role, _OTHER_ROLE)
        table.add_row(
            Words(f"?? {role}" if role == "unknown" else role, style),
            Words.assemble(_end(before, room), (number["text"], style), _start(after, room)),
            "\n".join(escape(short[target]) for target in number.get("target", ())),
        )
    console.print(table)
    counts = (Words(f"{role} {roles[role]}", _ROLE_STYLES.get(role, "")) for role in sorted(roles))
    total = f"{roles.total()} số / numbers"
    console.print(total, Words(", ").join(counts), sep=": ", highlight=False)


def threshold_text(threshold: dict[str, Any]) -> str:
    """A threshold in a few signs: ``≥ 40 %``, ``tăng ≥ 0,7 %``, ``nhiệm vụ``."""
    if threshold["kind"] == "task":
        return "nhiệm vụ"
    value = _number(threshold["value"])
    if "max" in threshold:
        value += f" – {_number(threshold['max'])}"
    words = [
        _DIRECTIONS.get(threshold.get("direction", ""), ""),
        "hạng" if threshold["kind"] == "rank" else "",
        _SIGNS.get(threshold.get("comparator", ""), "") + value,
        threshold.get("unit", ""),
        f"/ {_interval(threshold['per'])}" if "per" in threshold else "",
        f"({threshold['within']})" if "within" in threshold else "",
        "mỗi đơn vị" if threshold.get("each") else "",
        _baseline_text(threshold.get("baseline", {})),
    ]
    return " ".join(word for word in words if word)


def due_text(due: dict[str, Any] | None) -> str:
    """A due as days, or as printed where it is no date."""
    if due is None:
        return ""
    if due["kind"] != "fixed":
        return str(due["text"])
    start, end = _day(due.get("start")), _day(due.get("end"))
    if start and end:
        return end if start == end else f"{start} – {end}"
    return f"đến {end}" if end else f"từ {start}"


def _heading(document: dict[str, Any]) -> str:
    first = [document["kind"] or "văn bản", document["number"] or "(chưa có số)"]
    if document["date"]:
        first.append(f"ngày {_day(document['date'])}")
    lines = [" ".join(first), document["issuer"], document["subject"]]
    return "\n".join(line for line in lines if line)


def _targets_table(targets: list[dict[str, Any]]) -> Table:
    """One row a target, under the row of its section; columns that nothing fills are left out."""
    cells = [_cells(target) for target in targets]
    filled = [column for column in _COLUMNS if any(row[column] for row in cells)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for column in filled:
        table.add_column(column, overflow="fold", **_COLUMNS[column])
    section: list[str] = []
    for target, row in zip(targets, cells, strict=True):
        if target["section"] != section:
            section = target["section"]
            heading = f"[bold]{escape(' › '.join(section))}[/]"
            table.add_row(*(heading if column == "Nội dung" else "" for column in filled))
        table.add_row(*(escape(row[column]) for column in filled))
    return table


def _cells(target: dict[str, Any]) -> dict[str, str]:
    text = target["content"] or target["indicator"] or target["statement"]
    return {
        "STT": target["ordinal"] or "",
        "Nội dung": text + (f" ({target['applies_to']})" if target["applies_to"] else ""),
        "Chỉ tiêu": threshold_text(target["threshold"]),
        "Cơ quan": "\n".join(_agency(agency) for agency in target["agencies"]),
        "Thời hạn": due_text(target["due"]),
        "Cần xem": "\n".join(target["doubts"]),
    }


def _surroundings(
    numbers: list[dict[str, Any]], source: Source
) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Each entry of the ledger with the words before and after it in its paragraph or cell. The
    entries stand in the order of the source; one that is not there (the result comes from another
    version of the program) has no words around it."""
    texts = list(_texts(source))
    current = position = 0
    for number in numbers:
        for index in range(current, len(texts)):
            start = _place_in(texts[index], position if index == current else 0, number)
            if start is not None:
                current, position = index, start + len(number["text"])
                string = texts[index].string
                yield number, string[:start], string[position:]
                break
        else:
            yield number, "", ""


def _texts(source: Source) -> Iterator[Text]:
    for block in source.blocks:
        if isinstance(block, Passage):
            yield block.text
        else:
            for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
                yield from cell.paragraphs


def _place_in(text: Text, start: int, number: dict[str, Any]) -> int | None:
    """Where a number stands in a text, from ``start`` on: same letters, same place in the file."""
    while (start := text.string.find(number["text"], start)) >= 0:
        cut = text.cut(start, start + len(number["text"]))
        _, place, low, high = next(cut.stretches())
        if _locator_json(place.locator(low, high)) == number["locator"]:
            return start
        start += 1
    return None


def _locator_json(locator: Locator) -> dict[str, Any]:
    values = ((field.name, getattr(locator, field.name)) for field in fields(locator))
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values
        if value is not None
    }


def _end(words: str, room: int) -> str:
    """The last words that fit."""
    return words if len(words) <= room else "…" + words[-room:].partition(" ")[2]


def _start(words: str, room: int) -> str:
    return words if len(words) <= room else words[:room].rpartition(" ")[0] + "…"


def _agency(agency: dict[str, Any]) -> str:
    return f"{agency['name']} ({_ROLES[agency['role']]})"


def _baseline_text(baseline: dict[str, Any]) -> str:
    value = _number(baseline["value"]) if "value" in baseline else ""
    year = f"năm {baseline['year']}" if "year" in baseline else ""
    return f"so với {' '.join(filter(None, [value, year]))}" if baseline else ""


def _day(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def _interval(duration: str) -> str:
    return _INTERVALS.get(duration, duration)


def _number(value: float) -> str:
    """As printed in Vietnamese: 12.500 and 0,7."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
