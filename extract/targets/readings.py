"""Statements → the thresholds that they state, each with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.cells import values
from extract.dues import due
from extract.expressions import compiled
from extract.model import Text, Threshold, record
from extract.sentences import Stated, demanded
from extract.tables import Statement
from extract.tables.heading_words import is_value, unit_counted, unit_in_heading
from extract.thresholds import Context
from extract.thresholds.measure import UNCLEAR

_TASK = Threshold("task")
# A chỉ tiêu cell that measures nothing itself: the row's threshold may stand elsewhere.
_PLAIN = compiled(r"(?i)(?:đạt|x|có|hoàn thành|đạt yêu cầu|đạt chuẩn)?\W*")


@record
class Reading:
    """A threshold with the text that carries it; ``at`` is where it begins in ``words``, which
    begin at ``start`` of the paragraph ``around``."""

    threshold: Threshold
    words: Text
    phrase: Text
    indicator: Text | None = None
    applies_to: Text | None = None
    flags: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    at: int = 0
    baseline: Text | None = None
    around: Text = Text()
    start: int = 0


def row_readings(row: Sequence[Statement]) -> Iterator[tuple[Statement, Reading]]:
    """The readings of a row's statements. Where nothing in them measures, a threshold in nội dung
    or kết quả is the row's target, and no task is added."""
    readings = [list(_readings(statement)) for statement in row]
    if not any(r.threshold.kind != "task" for found in readings for r in found):
        instead = list(_fallback(row))
        if instead:
            yield from instead
            return
    _lend_units(row, readings)
    for statement, found in zip(row, readings, strict=True):
        for reading in found:
            yield statement, reading


def _lend_units(row: Sequence[Statement], readings: list[list[Reading]]) -> None:
    """Gives bare numbers of some periods the unit of the others: "350 giấy" for the year beside
    "150" for its first half."""
    same = len({statement.content.string for statement in row}) == 1
    if not same or not any(statement.one_of_periods for statement in row):
        return
    units = {r.threshold.unit for found in readings for r in found if r.threshold.kind in _VALUES}
    if len(units) != 2 or None not in units:
        return
    (unit,) = units - {None}
    for index, found in enumerate(readings):
        readings[index] = [
            replace(
                reading,
                threshold=replace(reading.threshold, unit=unit),
                flags=(*reading.flags, "unit_inferred"),
            )
            if reading.threshold.kind in _VALUES and reading.threshold.unit is None
            else reading
            for reading in found
        ]


_VALUES = ("level", "range")


def _readings(statement: Statement) -> Iterator[Reading]:
    words = statement.words
    found = list(_of_value(statement) if statement.carrier == "value" else _of_sentence(words))
    yield from found or [Reading(_TASK, words, words, doubts=_doubts_of_task(statement))]


def _doubts_of_task(statement: Statement) -> tuple[str, ...]:
    """A chỉ tiêu cell that holds figures which are no value ("24/24 giờ"), or a mark beside a unit
    ("x"), may say something else than that there is a thing to do."""
    string = statement.words.string
    if statement.carrier != "value":
        return ()
    if _FIGURES.fullmatch(string):
        return () if due(string, None).due else (UNCLEAR,)
    return ("perhaps_no_target",) if statement.unit and _MARK.fullmatch(string) else ()


_FIGURES = compiled(r"\P{L}*\d\P{L}*(?:\p{L}+\P{L}*)?")
_MARK = compiled(r"(?i)\W*x\W*")


def _fallback(row: Sequence[Statement]) -> Iterator[tuple[Statement, Reading]]:
    """What the nội dung or kết quả cell measures; where it has as many items as the row has
    statements, item i goes with the agencies and the time of statement i."""
    if row[0].carrier == "value" and not _PLAIN.fullmatch(row[0].words.string):
        return
    for cell in row[0].fallback:
        # "Đạt" for each of several groups or periods: each must reach what the nội dung says.
        each = row[0].carrier == "value"
        paired = len(cell) == len(row) and not each
        found = [
            (statement, reading)
            for index, words in enumerate(cell)
            for reading in _of_cell(row[0], words)
            for statement in (row if each else [row[index if paired else 0]])
        ]
        yield from found
        if found:
            return


def _of_cell(statement: Statement, words: Text) -> Iterator[Reading]:
    """A cell that is nothing but a value ("≥ 95" below "Kết quả cần đạt") is read as a chỉ tiêu
    cell, with the unit that the row gives."""
    bare = is_value(words.string)
    return _of_value(replace(statement, words=words)) if bare else _of_sentence(words)


def _of_sentence(words: Text) -> Iterator[Reading]:
    for stated in demanded(words.string):
        yield reading_of(words, stated, words)


def reading_of(text: Text, stated: Stated, words: Text, start: int = 0) -> Reading:
    """A measure stated in ``text``, carried by ``words``, which begin at ``start`` in it."""
    measure = stated.measure
    return Reading(
        measure.threshold,
        words,
        text.cut(measure.start, measure.end),
        Text.join(text.cut(*span) for span in stated.indicator) if stated.indicator else None,
        text.cut(*stated.applies_to) if stated.applies_to else None,
        measure.flags,
        measure.doubts,
        max(measure.start - start, 0),
        text.cut(*measure.baseline) if measure.baseline else None,
        text,
        start,
    )


def _of_value(statement: Statement) -> Iterator[Reading]:
    words = statement.words
    content = statement.content.string
    column = statement.column.string if statement.column else ""
    unit = statement.unit.string if statement.unit else unit_in_heading(content)
    unit = unit or unit_counted(content)
    bound = statement.bound.string if statement.bound else ""
    context = Context(unit, content, column)
    for stated in values(words.string, context, bound, statement.one_of_list):
        yield reading_of(words, stated, words)
