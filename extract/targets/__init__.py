"""Statements → targets: thresholds, dues and agencies read, doubts raised, proof attached."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter

from extract.agencies import named_agencies
from extract.expressions import compiled
from extract.model import Agency, Baseline, Claim, Due, Fragment, Target, Text
from extract.prose import Paragraph, clauses
from extract.sentences import demanded, led
from extract.sentences.meanings import background
from extract.tables import Statement
from extract.targets.due_of import due_of
from extract.targets.readings import Reading, reading_of, row_readings
from extract.thresholds import measures
from extract.thresholds.right import units

Claimed = tuple[Target, tuple[Claim, ...]]


def table_targets(
    tables: Sequence[Sequence[Statement]], key: str, year: int | None
) -> Iterator[Claimed]:
    """The targets of one document's tables. ``key`` names the document in their ids; ``year`` is
    the document's, for dates that are printed without one. Each comes with the numbers that it
    takes of the source."""
    seen: Counter[str] = Counter()
    rows = chain.from_iterable(groupby(said, key=attrgetter("row")) for said in tables)
    for _, group in rows:
        for statement, reading in row_readings(list(group)):
            yield _target(statement, reading, key, year, seen)


def prose_targets(found: Sequence[Paragraph], key: str, year: int | None) -> Iterator[Claimed]:
    """The measured targets of one document's running text."""
    seen: Counter[str] = Counter()
    for paragraph in found:
        # What stands behind "a)" begins a sentence as any other does.
        marked = paragraph.marked
        string = paragraph.text.string[marked:]
        if not measures(string):
            continue
        text = paragraph.text.cut(marked)
        leads = [text.string for text in paragraph.leads]
        means = background([text.string for text in paragraph.section], leads)
        spans: list[tuple[int, int]] = []
        for stated in demanded(string, means, year, paragraph.listed, led(leads)):
            spans = spans or list(clauses(text))
            measure = stated.measure
            low, high = next(span for span in spans if span[0] <= measure.start < span[1])
            low += len(string[low:high]) - len(string[low:high].lstrip(" ;"))
            low = low or -marked
            words = paragraph.text.cut(low + marked, high + marked).strip(" ;")
            reading = reading_of(text, stated, words, low)
            statement = Statement(
                row=0,
                carrier="prose",
                words=reading.words,
                section=paragraph.section,
                ordinal=Text(),
                content=Text(),
                titles=(*paragraph.section, *paragraph.leads),
            )
            yield _target(statement, reading, key, year, seen)


# --------------------------------------------------------------------------- one target


def _target(
    statement: Statement, reading: Reading, key: str, year: int | None, seen: Counter[str]
) -> Claimed:
    doubts = [*statement.doubts, *reading.doubts]
    flags = [*statement.flags, *reading.flags]
    agencies: list[tuple[Agency, Text]] = []
    for role, cell in statement.agencies:
        named = named_agencies(cell, role)
        agencies += [(Agency(r, name.string), name) for r, name in named.names]
        if named.unread:
            doubts.append("unread_agency")
    agencies += [(Agency("implement", body.string), body) for body in statement.bodies]
    if year and statement.period and _ended_before(statement.period.due, year):
        doubts.append("perhaps_no_target")
    by, by_text, by_is_clear = due_of(statement, reading, year)
    if not by_is_clear:
        doubts.append("unclear_due")
    for mark in sorted(_marks(statement, reading, by_text)):
        (flags if mark in _FLAGS else doubts).append(mark)
    threshold = reading.threshold
    if statement.baseline and threshold.kind != "task" and threshold.baseline is None:
        threshold = replace(threshold, baseline=_baseline(statement))
    before = statement.baseline if threshold.baseline is not reading.threshold.baseline else None
    applies_to = reading.applies_to or statement.applies_to
    indicator = reading.indicator or statement.content
    if not indicator.string and threshold.kind != "task":
        doubts.append("perhaps_no_target")  # nothing says what is measured
    proof: tuple[tuple[str, Text | None], ...] = (
        *(("section", heading) for heading in statement.section),
        ("ordinal", statement.ordinal),
        ("content", statement.content),
        ("statement", reading.words),
        ("threshold", reading.phrase if threshold.kind != "task" else None),
        ("unit", statement.unit if threshold.unit else None),
        ("baseline", reading.baseline),
        ("baseline", before.value if before else None),
        ("baseline", before.heading if before else None),
        ("applies_to", applies_to),
        *(("agencies", name) for _, name in agencies),
        ("due", by_text),
        ("result", statement.result),
        ("note", statement.note),
    )
    printed = [(name, text) for name, text in proof if text]
    target = Target(
        id=_id(key, statement, reading, seen),
        origin="prose" if statement.carrier == "prose" else "table",
        section=tuple(text.string for text in statement.section),
        ordinal=statement.ordinal.string or None,
        content=statement.content.string or None,
        indicator=indicator.string or None,
        statement=reading.words.string,
        threshold=threshold,
        applies_to=applies_to.string if applies_to else None,
        agencies=tuple(agency for agency, _ in agencies),
        due=by,
        result=statement.result.string if statement.result else None,
        note=statement.note.string if statement.note else None,
        source=tuple(f for name, text in printed for f in fragments(name, text)),
        flags=tuple(dict.fromkeys(flags)),
        doubts=tuple(dict.fromkeys(doubts)),
    )
    roles = {"threshold": "target", "unit": "target", "baseline": "baseline", "due": "deadline"}
    claims = [
        Claim(roles.get(name, name), text, target.id)
        for name, text in printed
        if name in roles or name == "ordinal"
    ]
    return target, tuple(claims)


def _ended_before(by: Due, year: int) -> bool:
    return by.end is not None and int(by.end[:4]) < year


#: Of the marks that recognised words bear, those that are facts; the others are doubts.
_FLAGS = frozenset({"ocr_repaired"})
_BEFORE, _AFTER = 40, 25  # characters around a value that may say what it means


def _marks(statement: Statement, reading: Reading, due: Text | None) -> set[str]:
    """What recognition says of the words that the threshold and the due hang on."""
    if not reading.words.is_recognised:
        return set()
    words = reading.words
    if reading.threshold.kind != "task":
        end = reading.at + len(reading.phrase)
        words = words.cut(max(reading.at - _BEFORE, 0), end + _AFTER)
    found: set[str] = set()
    before = statement.baseline.value if statement.baseline else None
    for text in (words, reading.phrase, statement.unit, before, due):
        if text:
            found |= text.marks()
    if _may_lack_unit(statement, reading):
        found.add("low_ocr_confidence")
    return found


def _may_lack_unit(statement: Statement, reading: Reading) -> bool:
    """Whether the unit on a scan cannot be what was printed: none of a rate, "%" of a rate that is
    counted by the thousand ("‰" looks like it), a letter or two that are no unit."""
    threshold, name = reading.threshold, (reading.indicator or statement.content).string
    if threshold.kind in ("task", "rank"):
        return False
    if threshold.unit is None:
        return _RATE.search(name) is not None
    if threshold.unit == "%":
        return _BY_THOUSAND.search(name) is not None
    return len(threshold.unit) < _SHORTEST_UNIT and not units().match(threshold.unit)


_RATE = compiled(r"(?i)(?<!\p{L})t[ỷỉ] (?:lệ|trọng|suất)(?!\p{L})")
_BY_THOUSAND = compiled(r"(?i)(?<!\p{L})t[ỷỉ] suất(?!\p{L})")
_SHORTEST_UNIT = 3  # letters


def fragments(field: str, text: Text) -> Iterator[Fragment]:
    """The proof of a field: one fragment for each stretch of the source."""
    for piece, place, start, end in text.stretches():
        raw = place.raw[start:end]
        own = None if raw == piece.string else raw
        yield Fragment(field, piece.string, place.locator(start, end), own)


def _baseline(statement: Statement) -> Baseline | None:
    if statement.baseline is None:
        return None
    found = measures(statement.baseline.value.string)
    period = statement.baseline.period
    return Baseline(
        period.year if period else None, found[0].threshold.value if len(found) == 1 else None
    )


def _id(key: str, statement: Statement, reading: Reading, seen: Counter[str]) -> str:
    """Built from what is printed: the document, the words, and how often they occurred before."""
    subject = statement.subject.string if statement.subject else ""
    section = statement.section[-1].string if statement.section else ""
    parts = [key, section, statement.content.string, subject, reading.words.string]
    parts += [
        reading.phrase.string,
        statement.period_heading.string if statement.period_heading else "",
    ]
    content = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    seen[content] += 1
    digest = hashlib.sha256(f"{content}\x1f{seen[content]}".encode()).hexdigest()
    return digest[:16]
