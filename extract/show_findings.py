"""Findings across decrees on a terminal: both sources side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Words

from extract.lineage.codes import Code
from extract.lineage.decrees import Decree
from extract.lineage.findings import Finding, Side
from extract.lineage.links import Link
from extract.show import due_text, threshold_text
from extract.text import shortened

#: Code → its heading, and what stands at the left and at the right.
_MEANINGS: dict[Code, tuple[str, str, str]] = {
    "below_upper": ("thấp hơn cấp trên giao / below the upper level", "cấp dưới", "cấp trên"),
    "restated_differs": ("dẫn lại khác / restated otherwise", "văn bản dẫn lại", "văn bản gốc"),
    "twice": ("một chỉ tiêu, hai giá trị / one indicator, two values", "nơi này", "nơi kia"),
    "sum_differs": ("tổng không khớp / the sum does not add up", "tổng", "một ô"),
    "cited_missing": (
        "thiếu văn bản viện dẫn / cited, not there",
        "nơi viện dẫn",
        "còn thiếu",
    ),
}


def show_findings(found: Sequence[Finding], decrees: Sequence[Decree], console: Console) -> None:
    """One table a finding; then how many of each kind, and what was not compared."""
    for finding in found:
        heading, left, right = _MEANINGS[finding.code]
        table = Table(
            left,
            right,
            title=Words.assemble((finding.code, "bold red"), f"  {heading}"),
            title_justify="left",
            caption=Words(finding.reason, "dim"),
            caption_justify="left",
            header_style="dim",
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            expand=True,
        )
        for column in table.columns:
            column.ratio, column.overflow = 1, "fold"
        table.add_row(
            _side(finding.first),
            _side(finding.second) if finding.second else _cited(finding.cites or {}),
        )
        console.print(table)
    counts = Counter(finding.code for finding in found)
    kinds = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    console.print(
        f"{len(decrees)} văn bản / documents, {len(found)} phát hiện / findings"
        + (f": {kinds}" if kinds else ""),
        style="bold",
        highlight=False,
    )
    if left_out := sum(decree.left_out for decree in decrees):
        console.print(
            f"{left_out} chỉ tiêu còn nghi vấn, chưa đối chiếu / targets in doubt, not compared",
            style="yellow",
            highlight=False,
        )


def show_links(links: Sequence[Link], console: Console) -> None:
    """What restates what: the lower or later at the left."""
    table = Table(
        "Chỉ tiêu",
        "Dẫn lại từ",
        "Giống",
        title=f"chuỗi giao chỉ tiêu / lineage: {len(links)}",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        expand=True,
    )
    for column, ratio in zip(table.columns, (4, 4, 0), strict=True):
        column.ratio, column.overflow = ratio or None, "fold"
    for link in links:
        table.add_row(
            _side(Side(link.decree, link.holding)),
            _side(Side(link.source, link.upper)),
            Words(str(link.score), "green" if link.score == 100 else "yellow"),
        )
    console.print(table)


def _side(side: Side) -> Words:
    decree, holding = side.decree, side.holding
    head = " · ".join(filter(None, (decree.number, decree.date, decree.issuer)))
    words = Words.assemble((head or "không số", "cyan"), "\n", (decree.file, "dim"))
    if holding is None:
        return words
    target = holding.target
    place = [f for f in target["source"] if f["field"] in ("threshold", "statement")][-1:]
    words.append("".join(f" · {_where(fragment['locator'])}" for fragment in place), "dim")
    words.append(f"\n{target['indicator']}")
    words.append(f"\n{threshold_text(target['threshold'])}", "bold")
    words.append(f"  “{shortened(target['statement'], 120)}”", "italic")
    for said in (target["applies_to"], due_text(target["due"])):
        words.append(f" · {said}" if said else "")
    if target["doubts"]:
        words.append(f"\ncần xem / doubts: {', '.join(target['doubts'])}", "yellow")
    return words


def _cited(citation: dict[str, Any]) -> Words:
    said = (citation.get(name) for name in ("kind", "number", "date", "issuer"))
    return Words(" · ".join(filter(None, said)), "cyan")


def _where(locator: dict[str, Any]) -> str:
    """A place in short: ``trang 2``, ``Sheet1!B7``, ``ký tự 331``, a path in a DOCX."""
    if "page" in locator:
        return f"trang {locator['page']}"
    if "cell" in locator:
        return f"{locator['sheet']}!{locator['cell']}"
    return str(locator.get("path") or f"ký tự {locator['start']}")
