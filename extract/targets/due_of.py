"""When a target is due: by its time cell, its column, its own words, the headings above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.dues import column_period, due, dues_in, horizon
from extract.expressions import compiled
from extract.model import Due, Text
from extract.sentences.meanings import meaning
from extract.tables import Statement
from extract.targets.readings import Reading
from extract.thresholds import Measure, measures
from extract.vocabulary.at_words import words_in


def due_of(
    statement: Statement, reading: Reading, year: int | None
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
    statement: Statement, reading: Reading, year: int | None
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


def _is_inside(at: int, reading: Reading) -> bool:
    """Whether what reads like a date is part of the value: "từ ba đến năm sản phẩm"."""
    return reading.at <= at < reading.at + len(reading.phrase)


def _leads_to_another(string: str, low: int, high: int, reading: Reading) -> bool:
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


def _stands_behind(string: str, reading: Reading, low: int) -> bool:
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


def _own_period(reading: Reading, year: int | None) -> tuple[Text | None, bool]:
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
