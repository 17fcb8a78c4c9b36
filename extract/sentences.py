"""Running text → the measures that it demands: results, conditions and mere amounts are refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from extract.thresholds import Context, Measure, measures
from extract.vocabulary import rows


@dataclass(frozen=True, slots=True)
class Stated:
    """A measure with what its sentence says of it: spans in the sentence, None where it says
    nothing. ``applies_to``: the group, where one phrase gives several values."""

    measure: Measure
    indicator: tuple[int, int] | None
    applies_to: tuple[int, int] | None


def demanded(string: str, context: Context = Context()) -> list[Stated]:
    """The measures in a sentence or a task cell that somebody must reach."""
    found = listed(string, measures(string, context))
    kept = [(m, who) for m, who in found if _is_demanded(string, m)]
    return [Stated(m, _indicator(string, m), who) for m, who in kept]


def listed(string: str, found: Sequence[Measure]) -> list[tuple[Measure, tuple[int, int] | None]]:
    """Measures with their groups; a member of a list inherits what its first member says: the unit
    (flag ``unit_inferred``) and the comparator (flag ``comparator_inferred``)."""
    groups = [_group(string, found, index) for index in range(len(found))]
    if sum(group is not None for group in groups) < 2:
        return [(measure, None) for measure in found]
    result: list[tuple[Measure, tuple[int, int] | None]] = []
    for index, (measure, group) in enumerate(zip(found, groups, strict=True)):
        before = result[-1][0] if result else None
        if before and group and groups[index - 1]:
            measure = _inherited(before, measure, string)
        result.append((measure, group))
    return result


def _inherited(before: Measure, measure: Measure, string: str) -> Measure:
    threshold, first = measure.threshold, before.threshold
    flags = list(measure.flags)
    if threshold.unit is None and first.unit is not None:
        threshold = replace(threshold, unit=first.unit)
        flags.append("unit_inferred")
    bare = threshold.kind == "level" and threshold.comparator == "eq"
    same_phrase = ";" not in string[before.end : measure.start]
    if bare and first.kind == "level" and first.comparator != "eq" and same_phrase:
        threshold = replace(threshold, comparator=first.comparator)
        flags.append("comparator_inferred")
    return replace(measure, threshold=threshold, flags=tuple(flags), cued=True)


# --------------------------------------------------------------------------- groups

_MEMBER_END = regex.compile(r"[,;()]|\svà\s|$")


@cache
def _groups() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    heads = "|".join(regex.escape(row["group"]) for row in rows("groups"))
    who = rf"(?P<who>(?:{heads})(?!\p{{L}})[^,;():]*?)"
    after = regex.compile(rf"(?i)\s*(?:(?:tại|đối với|ở|với|cho|của)\s+)?{who}\s*$")
    before = regex.compile(
        rf"(?i)(?:^|[,;(+-]\s*)(?:(?:tại|đối với|ở|với|cho)\s+)?{who}\s*(?::|là|đạt|\s)\s*$"
    )
    return after, before


def _group(string: str, found: Sequence[Measure], index: int) -> tuple[int, int] | None:
    measure = found[index]
    limit = found[index + 1].start if index + 1 < len(found) else len(string)
    end = _MEMBER_END.search(string, measure.end, limit)
    stop = end.start() if end else limit
    after, before = _groups()
    if match := after.match(string, measure.end, stop):
        return match.span("who")
    start = found[index - 1].end if index else 0
    if match := before.search(string, start, measure.start):
        return match.span("who")
    return None


# --------------------------------------------------------------------------- demanded or not

_SENTENCE = regex.compile(r"[.;!?](?=\s|$)")


@cache
def _cues() -> regex.Pattern[str]:
    goals, results, conditions = (
        "|".join(
            row["pattern"] if "pattern" in row else regex.escape(row["cue"])
            for row in rows("contexts")
            if row["means"] == means
        )
        for means in ("goal", "result", "condition")
    )
    return regex.compile(
        rf"(?i)(?<!\p{{L}})(?:(?P<result>{results})|(?P<condition>{conditions})|(?P<goal>{goals}))"
    )


def meaning(string: str, start: int) -> str | None:
    """What the last cue before ``start`` in its sentence says: goal, result or condition. Inside
    brackets their own cue counts first, then the one before them; cues in brackets that are closed
    do not count."""
    begin = max(
        (
            m.end()
            for m in _SENTENCE.finditer(string, 0, start)
            if not _in_brackets(string, m.start(), start)
        ),
        default=0,
    )
    window = string[begin:start]
    window = regex.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), window)
    inside = window.rpartition("(")[2] if "(" in window else None
    for stretch in (inside, window):
        if stretch:
            cues = [m.lastgroup for m in _cues().finditer(stretch, overlapped=False)]
            if cues:
                return cues[-1]
    return None


def _in_brackets(string: str, at: int, start: int) -> bool:
    """Whether a stop at ``at`` stands in a bracket that is still open at ``start``."""
    opened = string.rfind("(", 0, at)
    return opened >= 0 and ")" not in string[opened:start]


def _is_demanded(string: str, measure: Measure) -> bool:
    means = meaning(string, measure.start)
    if means in ("result", "condition"):
        return False
    return measure.cued or (means == "goal" and measure.threshold.kind != "level")


# --------------------------------------------------------------------------- indicator


@cache
def _edges() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    goal = "|".join(regex.escape(r["cue"]) for r in rows("contexts") if "cue" in r)
    lead = "|".join(regex.escape(r["lead"]) for r in rows("leads") if r["lead"][0].isalpha())
    opening = regex.compile(rf"(?i)(?:\s|[-+:,]|(?:{goal}|{lead}|thực hiện|với)(?!\p{{L}}))*")
    end = regex.compile(
        r"(?i)[(.;]|,\s(?=\p{L}+\s\d)|(?<!\p{L})(?:để|nhằm|gắn với|theo)(?!\p{L})|$"
    )
    return opening, end


def _indicator(string: str, measure: Measure) -> tuple[int, int] | None:
    """The measured phrase: what stands before the value in its clause, else what follows it."""
    opening, end = _edges()
    begin = max((m.end() for m in _SENTENCE.finditer(string, 0, measure.start)), default=0)
    low = opening.match(string, begin, measure.start)
    start = low.end() if low else begin
    phrase = string[start : measure.start].rstrip(" ,:(")
    if len(phrase.split()) >= 2:
        return start, start + len(phrase)
    stop = end.search(string, measure.end)
    after = string[measure.end : stop.start() if stop else len(string)]
    lead = len(after) - len(after.lstrip(" ,:"))
    if not after.strip(" ,:"):
        return None
    return measure.end + lead, measure.end + len(after.rstrip(" ,:"))
