"""What the lead line of a list says of every value in it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import compiled
from extract.thresholds import NO_CONTEXT, Context


def led(leads: Sequence[str]) -> Context:
    """What the lead line of a list says of each value in it: "Phấn đấu giảm:" heads changes."""
    match = _LEADS_CHANGE.search(leads[-1]) if leads else None
    if match is None:
        return NO_CONTEXT
    change = match["change"] or f"{match['verb']} {match['than']}"
    return Context(column=f"{change} {match['before'] or ''}")


_LEADS_CHANGE = compiled(
    r"(?i)(?<!\p{L})(?:(?P<before>so với [^:.;,]*),\s(?:phấn đấu )?)?"
    r"(?P<change>(?:tăng|giảm)(?: thêm| bình quân)?(?: so với[^:.;]*)?)\s*:\s*$"
    # "Giảm tiêu hao điện của các ngành so với năm 2024:"
    r"|(?:^\W*|[.)]\s|phấn đấu\s)(?P<verb>tăng|giảm)\s(?!trưởng|cường)[^.;:()\d]{1,100}?\s"
    r"(?P<than>so với[^.;:]*):\s*$"
)
