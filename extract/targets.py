"""Statements → targets: thresholds, dues and agencies read, doubts raised, proof attached."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import attrgetter

from extract.agencies import named_agencies
from extract.cells import values
from extract.dues import column_period, due, dues_in, horizon
from extract.expressions import compiled
from extract.model import (
    Agency,
    Baseline,
    Claim,
    Due,
    Fragment,
    Target,
    Text,
    Threshold,
    record,
)
from extract.prose import Paragraph, clauses
from extract.sentences import Stated, demanded, led
from extract.sentences.meanings import background, meaning
from extract.tables import Statement
from extract.tables.columns import is_value, unit_counted, unit_in_heading
from extract.thresholds import Context, Measure, measures
from extract.thresholds.measure import UNCLEAR
from extract.thresholds.right import units
from extract.vocabulary.at_words import words_in

_TASK = Threshold("task")
# A chỉ tiêu cell that measures nothing itself: the row's threshold may stand elsewhere.
_PLAIN = compiled(r"(?i)(?:đạt|x|có|hoàn thành|đạt yêu cầu|đạt chuẩn)?\W*")


@record
class _Reading:
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
        for statement, reading in _row_readings(list(group)):
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
            reading = _reading(text, stated, words, low)
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


def _row_readings(row: Sequence[Statement]) -> Iterator[tuple[Statement, _Reading]]:
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


def _lend_units(row: Sequence[Statement], readings: list[list[_Reading]]) -> None:
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


def _readings(statement: Statement) -> Iterator[_Reading]:
    words = statement.words
    found = list(_of_value(statement) if statement.carrier == "value" else _of_sentence(words))
    yield from found or [_Reading(_TASK, words, words, doubts=_doubts_of_task(statement))]


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


def _fallback(row: Sequence[Statement]) -> Iterator[tuple[Statement, _Reading]]:
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


def _of_cell(statement: Statement, words: Text) -> Iterator[_Reading]:
    """A cell that is nothing but a value ("≥ 95" below "Kết quả cần đạt") is read as a chỉ tiêu
    cell, with the unit that the row gives."""
    bare = is_value(words.string)
    return _of_value(replace(statement, words=words)) if bare else _of_sentence(words)


def _of_sentence(words: Text) -> Iterator[_Reading]:
    for stated in demanded(words.string):
        yield _reading(words, stated, words)


def _reading(text: Text, stated: Stated, words: Text, start: int = 0) -> _Reading:
    """A measure stated in ``text``, carried by ``words``, which begin at ``start`` in it."""
    measure = stated.measure
    return _Reading(
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


def _of_value(statement: Statement) -> Iterator[_Reading]:
    words = statement.words
    content = statement.content.string
    column = statement.column.string if statement.column else ""
    unit = statement.unit.string if statement.unit else unit_in_heading(content)
    unit = unit or unit_counted(content)
    bound = statement.bound.string if statement.bound else ""
    context = Context(unit, content, column)
    for stated in values(words.string, context, bound, statement.one_of_list):
        yield _reading(words, stated, words)


# --------------------------------------------------------------------------- one target


def _target(
    statement: Statement, reading: _Reading, key: str, year: int | None, seen: Counter[str]
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
    by, by_text, by_is_clear = _due(statement, reading, year)
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


#: Of the marks that recognised words bear, those that are facts; the others are doubts.
_FLAGS = frozenset({"ocr_repaired"})
_BEFORE, _AFTER = 40, 25  # characters around a value that may say what it means


def _marks(statement: Statement, reading: _Reading, due: Text | None) -> set[str]:
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


def _may_lack_unit(statement: Statement, reading: _Reading) -> bool:
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


def _due(
    statement: Statement, reading: _Reading, year: int | None
) -> tuple[Due | None, Text | None, bool]:
    """The due, the text that proves it, and whether it was understood: the time cell first (of
    several plan periods only where it lies in the column's), then the column's period, the
    statement's own words, and the headings above."""
    if statement.due is not None:
        read = due(statement.due.string, year)
        period = statement.period if statement.one_of_periods else None
        if period is None or _lies_in(read.due, period.due):
            return read.due, statement.due, read.certain
        # "31/12/2025" beside values of 2025 and 2030 is said of the first; "Hằng năm" of both.
        elsewhere = read.due is not None and read.due.kind == "fixed"
        return period.due, statement.period_heading, not elsewhere
    if statement.period is not None:
        return statement.period.due, statement.period_heading, True
    words = reading.words
    if reading.threshold.kind == "task" and statement.carrier == "value":
        read = due(words.string, year)
        if read.due and read.due.kind != "conditional" and not _COMPARED.search(words.string):
            return read.due, words, True
    labelled = _label_due(words, reading.at, year)
    if labelled:
        return *labelled, True
    label, among = _own_period(reading, year) if statement.carrier == "prose" else (None, False)
    if label is not None and among:
        return _of_period(label, year)
    around = dues_in(reading.around.string or words.string, year)
    stated = tuple(
        (by, low - reading.start, high - reading.start)
        for by, low, high in around
        if low >= reading.start
        and high <= reading.start + len(words)
        and not (by.kind == "fixed" and _is_inside(low - reading.start, reading))
        and not _leads_to_another(words.string, low - reading.start, high - reading.start, reading)
    )
    if stated:
        # The nearest before the value: "Đến năm 2027 đạt 75%, đến năm 2030 đạt 95%".
        found = measures(words.string)
        values = [measure.start for measure in found]
        other = max((m.end for m in found if m.end <= reading.at), default=0)
        before = [
            one
            for one in stated
            if one[2] <= reading.at and not _is_of_frequency(words.string, one, found, reading.at)
        ]
        close = [one for one in stated if _stands_behind(words.string, reading, one[1])]
        if close and before and other and _AND.match(words.string, before[-1][2]):
            before = []  # "50% vào năm 2028 và 80% vào năm 2030"
        if before and before[-1][2] < other and _TIME.search(words.string, other, reading.at):
            return None, None, False
        after = [
            one
            for one in stated
            if (
                not any(reading.at < value < one[1] for value in values)
                or _ALL_DONE.match(words.string, 0, one[1])
            )
            and one[2] > reading.at
            and not _NEXT_CLAUSE.search(words.string, reading.at, one[1])
        ]
        for by, start, end in (*before[-1:], *after):
            return by, words.cut(start, end), True
    above, heading = _inherited(statement, reading, year)
    if label is not None and (above is None or (above.end or "")[:4] not in label.string):
        return _of_period(label, year)
    return above, heading, True


def _lies_in(by: Due | None, period: Due) -> bool:
    """Whether a time cell says when in the period of its column something is due."""
    if by is None or by.kind != "fixed" or by.end is None or period.end is None:
        return False
    return (period.start or period.end[:4]) <= by.end <= period.end


def _inherited(
    statement: Statement, reading: _Reading, year: int | None
) -> tuple[Due | None, Text | None]:
    """The due that opens the sentence, or that a heading names."""
    around = dues_in(reading.around.string or reading.words.string, year)
    for by, low, high in reversed(around):
        # "Đến năm 2027, A đạt 80%; B giảm còn 5%": over the whole sentence
        opens = high <= reading.start and _OPENS.fullmatch(reading.around.string, 0, low)
        if opens and not _is_of_its_clause(reading.around.string, low, high, around):
            if _FULL_STOP.search(reading.around.string, high, reading.start):
                continue
            return by, reading.around.cut(low, high)
    for title in reversed(statement.titles):
        stated = dues_in(title.string, year) if statement.carrier == "prose" else ()
        for by, start, end in stated:
            if _FULL_STOP.search(title.string, end):
                continue  # of a sentence before the one that leads the list
            if meaning(title.string, end) != "result":  # "đến ngày 31/5 mới có 78%; đề nghị:"
                return by, title.cut(start, end)
        until = None if stated else horizon(title.string, year)
        if until is not None:
            return until, title
    return None, None


def _is_of_its_clause(
    string: str, low: int, high: int, around: Sequence[tuple[Due, int, int]]
) -> bool:
    """Whether a date at the head of a sentence is one of several in its clause: "Đến tháng 9 đạt
    70% và đến hết năm đạt 100%; ..."."""
    if string.startswith(",", high):
        return False
    stop = string.find(";", high)
    return any(high < other < stop for _, other, _ in around)


# What may stand before a date that holds for a whole sentence.
_OPENS = compiled(
    r"(?i)(?:.*[.;]\s)?\W*(?:\d{1,2}(?:\.\d+)*[.)]\s)?(?:[a-zđ]\)\s)?(?:phấn đấu\s|bảo đảm\s)?"
)
_FULL_STOP = compiled(r"(?<!\b\d)[.!?]\s")


def _is_inside(at: int, reading: _Reading) -> bool:
    """Whether what reads like a date is part of the value: "từ ba đến năm sản phẩm"."""
    return reading.at <= at < reading.at + len(reading.phrase)


def _leads_to_another(string: str, low: int, high: int, reading: _Reading) -> bool:
    """Whether a date belongs to the value behind it: "A đạt 70%, đến năm 2030 đạt 90%"."""
    bracket = string.rfind("(", reading.at, max(low, reading.at))
    if bracket >= 0 and ")" not in string[bracket:low]:
        # "lên 20 tỷ đồng (hằng năm ngân sách bổ sung 2 tỷ đồng)"
        closes = string.find(")", high)
        return any(high <= m.start < closes for m in measures(string))
    if low < reading.at or not _BEGINS_CLAUSE.match(string, 0, low):
        return False
    return any(not string[high : m.start].strip() for m in measures(string) if m.start >= high)


def _is_of_frequency(
    string: str, stated: tuple[Due, int, int], found: Sequence[Measure], at: int
) -> bool:
    """Whether "mỗi tháng 01 lần" says how often what stands before a comma is done."""
    by, low, high = stated
    often = by.kind == "recurring" and "," in string[high:at]
    return often and any(low <= m.at < high for m in found)


_AND = compiled(r"\s*(?:[,;]|và\s)")


def _stands_behind(string: str, reading: _Reading, low: int) -> bool:
    """Whether a date follows a value at once: "80% vào năm 2030"."""
    end = reading.at + len(reading.phrase)
    return low >= end and not string[end:low].strip()


_BEGINS_CLAUSE = compiled(r"(?ir)(?:[,;]|(?<!\p{L})(?:và|phấn đấu|định hướng|tầm nhìn))\s*")
# A time that was not understood: "đến giữa nhiệm kỳ", "đến hết niên độ ngân sách", "cả năm".
_TIME = compiled(
    r"(?i)(?<!\p{L})(?:(?:đến|trong|vào|hết|cuối|giữa)\s(?:(?:hết|cuối|giữa|đầu)\s)?"
    r"(?:nhiệm kỳ|niên độ|giai đoạn|kỳ|năm|quý|tháng|ngày)|cả năm)(?!\p{L}|\s\d)"
)
# "95% học sinh, 90% sinh viên tham gia, hoàn thành trước 31/10": all of them
_ALL_DONE = compiled(r"(?ir),\s(?:đều\s)?hoàn thành\s(?:xong\s)?")
# "giảm 1%/năm, phấn đấu đến năm 2030 không còn hộ nghèo": the date is of the next clause.
_NEXT_CLAUSE = compiled(r"(?i),\s*(?:phấn đấu|đồng thời|tiến tới|định hướng)(?!\p{L})")


def _ended_before(by: Due, year: int) -> bool:
    return by.end is not None and int(by.end[:4]) < year


_COMPARED = compiled(r"(?i)so với|bằng")
_LABEL = compiled(r"(?i)(?:^|[;,(]\s*)(?P<label>(?:đến\s)?(?:năm|quý)\s[\dIVX/]+)\s*:\s*$")


def _label_due(words: Text, at: int, year: int | None) -> tuple[Due, Text] | None:
    """The period that labels a value: "Năm 2025: 75%; năm 2026: 90%"."""
    if not words.string[:at].rstrip().endswith(":"):
        return None
    match = _LABEL.search(words.string, 0, at)
    period = column_period(match["label"], year) if match else None
    return (period.due, words.cut(*match.span("label"))) if match and period else None


_PERIOD = (
    r"(?P<period>(?:năm (?:19|20)\d\d|quý (?:IV|I{1,3}|[1-4])(?:/\d{4}| năm \d{4})?"
    r"|0?[69] tháng(?: đầu năm)?|cả năm)(?![\p{L}\d]))"
)
_PERIOD_BEFORE = compiled(
    rf"(?i)(?<!(?:so với|từ|đến|hết|vào|trong|trước|sau|cuối|tới) ){_PERIOD},?\s*(?:giải ngân\s)?$"
)
_PERIOD_AFTER = compiled(rf"(?i)\s?\(?(?:vào |trong )?{_PERIOD}(?=\s*(?:[,;.)]|và\s|$))")
_PERIOD_OPENS = compiled(rf"(?i)(?:^|.*[.;]\s)\W*{_PERIOD},\s[^.;\d]*")


def _own_period(reading: _Reading, year: int | None) -> tuple[Text | None, bool]:
    """The period of a value, and whether it is one of several in a sentence ("năm 2026 đạt 55%, năm
    2027 đạt 57%", "55% (năm 2026), 57% (năm 2030)"); alone, only a year after the document's."""
    words, at = reading.words, reading.at
    if reading.around.string:
        words, at = reading.around, reading.start + reading.at
    string = words.string
    if words_in(string).isdisjoint(_OF_PERIODS):
        return None, False
    found = measures(string)
    before = [
        _PERIOD_BEFORE.search(string, 0, m.start) or _PERIOD_OPENS.fullmatch(string, 0, m.start)
        for m in found
    ]
    stands_before = before[:1] != [None]
    stated = before if stands_before else [_PERIOD_AFTER.match(string, m.end) for m in found]
    among = len({match["period"].lower() for match in stated if match}) > 1
    for measure, own in zip(found, stated, strict=True):
        if own and measure.start <= at < measure.end:
            named = _YEAR.search(own["period"]) if stands_before else None
            later = year is not None and named is not None and int(named[0]) > year
            return (words.cut(*own.span("period")) if among or later else None), among
    return None, False


_OF_PERIODS = frozenset(("năm", "quý", "tháng"))
_YEAR = compiled(r"\d{4}")


def _of_period(label: Text, year: int | None) -> tuple[Due | None, Text | None, bool]:
    """The due that a period in a sentence stands for."""
    period = column_period(_written_out(label.string, year), year)
    if period is None or period.due is None:
        return None, None, False
    return replace(period.due, text=label.string), label, True


def _written_out(period: str, year: int | None) -> str:
    """The period as a column's heading prints it: "9 tháng" are the first nine."""
    if period.endswith("tháng"):
        return f"{period} đầu năm"
    return f"năm {year}" if period.lower() == "cả năm" else period


def _id(key: str, statement: Statement, reading: _Reading, seen: Counter[str]) -> str:
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
