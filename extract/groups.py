"""Whom a value is for, where a list gives each group its own: "cấp xã 90%, cấp huyện 95%"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import regex

from extract.expressions import Pattern, compiled
from extract.thresholds import Measure
from extract.vocabulary import rows

# What the members of a group do: "30% hộ ở nông thôn thực hiện phân loại rác".
_DEEDS = r"thực hiện|sử dụng|tham gia|áp dụng"
_MEMBER_END = compiled(r"[,;()]|\svà\s|$")


@cache
def _groups() -> tuple[Pattern, Pattern]:
    heads = _group_heads()
    stops = "|".join([*(regex.escape(row["stop"]) for row in rows("stops")), _DEEDS])
    word = rf"\s(?!(?:{stops})(?!\p{{L}}))[^\s,;:().]+"
    levels = "|".join(_head(row) for row in rows("groups") if row["group"] in _LEVELS)
    rest = r"các\s(?:xã|phường|huyện|đơn vị|địa phương|thôn)(?:,\s\p{L}+)*\scòn\slại"
    of = r"(?:(?:xã|phường|huyện|đơn vị)\s)?"  # "xã vùng II: 80%"
    who = (
        rf"vùng sâu, vùng xa(?:, biên giới)?|{of}(?:{heads})(?!\p{{L}})(?:{word})*|{_PLACE}|{rest}"
    )
    after = compiled(
        rf"(?i)\s*\(?(?:(?:\p{{Ll}}+\s){{0,3}}?(?:(?:tại|đối với|ở|với|cho|của)\s+)?"
        rf"|(?:\p{{Ll}}+\s){{4,6}}?(?:tại|đối với|ở)\s+)"
        rf"(?P<who>{who})(?:[\s.]*$|\s(?:{stops})(?!\p{{L}}))"
    )
    before = compiled(
        rf"(?i)(?:^|[,;:(+-]\s*)(?:(?:tại|đối với|ở|với|cho)\s+)?({who})\s*(?::|là|đạt|\s)\s*$"
        rf"|\s(?<!cung\s)(?<!nâng\s)(?<!trợ\s)(?<!sơ\s)((?:{levels})\s\p{{L}}+)\s*$"
        r"|\s((?:khu vực|vùng)\s\p{L}+\s\p{L}+)\s*$"
        rf"|\s(?:tại|ở|đối với)\s((?:{heads})(?!\p{{L}})(?:\s\p{{L}}+){{0,2}})\s*$"
    )
    return after, before


_LEVELS = ("cấp", "khối", "bậc")
_PLACE = r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|thôn|ấp)(?-i:(?:\s\p{Lu}\p{L}*){1,4})"
# "70% đối với thành phố An Lạc và thị xã Đông Giang"
_AND_PLACE = compiled(rf"(?i)\svà\s{_PLACE}")
_BRACKET = compiled(r"\s*\((?P<inside>[^()]+)\)")
# "80% đối với sở, ban, ngành, 65% đối với xã, phường": up to the next member.
_FOR_WHOM = compiled(
    r"(?i)\s*(?:đối với|tại|ở)\s+(?P<who>[^;:().]{2,60}?)(?=[\s,]*(?:và\s)?(?:$|[;().]))"
)


def names_group(heading: str) -> bool:
    """Whether a column's heading names a group of bodies or places: "Cấp huyện", "Xã nhóm 1"."""
    return bool(_group_heading().fullmatch(heading.strip()))


@cache
def _group_heads() -> str:
    return "|".join(map(_head, rows("groups")))


def _head(row: dict[str, Any]) -> str:
    other = rf"(?!\s{row['not_before']}(?!\p{{L}}))" if "not_before" in row else ""
    return f"{regex.escape(row['group'])}{other}"


@cache
def _group_heading() -> Pattern:
    heads = _group_heads()
    return compiled(rf"(?i)(?:(?:các|xã|phường|huyện|đơn vị)\s)*(?:{heads})(?!\p{{L}})[^:;]*")


# Heads that say nothing without a name: "04 trường liên cấp".
_UNNAMED = frozenset(("cấp", "tuyến", "nhóm", "khối", "vùng", "khu vực", "bậc"))


def group_of(string: str, found: Sequence[Measure], index: int) -> tuple[int, int] | None:
    measure = found[index]
    limit = found[index + 1].start if index + 1 < len(found) else len(string)
    end = _MEMBER_END.search(string, measure.end, limit)
    stop = end.start() if end else limit
    after, before = _groups()
    bracket = _BRACKET.match(string, measure.end)
    if bracket and bracket.end() > limit:
        bracket = None  # "80 (tiểu học 70)": the next value is in it
    begin, stop = bracket.span("inside") if bracket else (measure.end, stop)
    match = after.match(string, begin, stop)
    if match and match["who"].lower() not in _UNNAMED:
        low, high = match.span("who")
        another = _AND_PLACE.match(string, high, limit)
        if another and string[another.end() :].lstrip()[:1] in ",;.":
            high = another.end()
        return low, high
    if match := _FOR_WHOM.match(string, measure.end, limit):
        return match.span("who")
    start = found[index - 1].end if index else 0
    if match := before.search(string, start, measure.start):
        return match.span(match.lastindex or 0)
    return None
