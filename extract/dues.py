"""The grammar of time: a phrase → :class:`~extract.model.Due`, the period of a heading.

The words are rows of ``vocabulary/periods.toml``. A phrase is read from the left, and the first
date or period decides; the names of papers ("Kế hoạch số 15/KH-UBND ngày 05/3/2024") are stepped
over whole. A date that does not exist, or that lacks a year, gives no due: nothing is invented.
"""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

import regex

from extract.model import Due
from extract.vocabulary import rows


@dataclass(frozen=True, slots=True)
class DueReading:
    """``certain`` is false where digits or words were not understood: a reviewer should look."""

    due: Due | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a column: ``year`` where it lies in one year; ``actual`` are results."""

    due: Due
    year: int | None
    kind: Literal["plan", "actual"]


def due(phrase: str, year: int | None) -> DueReading:
    """The due that a time cell, or one item of it, states; ``year`` is the document's."""
    stated = _plain(phrase)
    folded = _fold(stated)
    if not _WORD.search(folded):
        return DueReading(None, certain=True)
    findings = list(_findings(folded, year))
    understood = not regex.search(r"\d", _rest(folded, findings))
    findings = [finding for finding in findings if finding.meaning is not _NOTHING]
    if not findings:
        return DueReading(None, certain=False)
    first = findings[0]
    if first.meaning.kind == "conditional":
        dated = (f for f in findings if f.meaning.kind in ("fixed", "recurring"))
        if (later := next(dated, None)) is not None:
            return DueReading(later.meaning.due(stated), certain=False)
    certain = understood and all(finding.meaning.certain for finding in findings)
    years = {int(found) for found in _A_YEAR.findall(folded)}
    if first.meaning.year_lent and years and year not in years:
        certain = False
    return DueReading(first.meaning.due(stated), certain)


@lru_cache(maxsize=4096)
def dues_in(sentence: str, year: int | None) -> tuple[tuple[Due, int, int], ...]:
    """The dues of targets inside a running sentence, each with its span.

    Only what a preposition marks ("đến hết năm 2025", "trong quý II") or a recurrence at the head
    of a clause. A plain "năm 2024", a "giai đoạn", the dates and names of papers, and a year before
    the document's are no dues.
    """
    folded = _fold(sentence)
    found: list[tuple[Due, int, int]] = []
    for match in _stated(folded):
        meaning = _meaning(match, year)
        if meaning.kind not in ("fixed", "recurring") or not meaning.certain:
            continue
        if year and meaning.end and meaning.end.year < year:  # a result
            continue
        clause = _CLAUSE_END.split(sentence[: match.start()])[-1]
        if _is_due_here(match, folded[: match.start()].rstrip(), clause):
            stated = meaning.due(sentence[match.start() : match.end()].strip())
            if stated is not None:
                found.append((stated, match.start(), match.end()))
    return tuple(found)


def _stated(folded: str) -> Iterator[regex.Match[str]]:
    """What looks like a date or a period, clause by clause: most clauses hold none."""
    for part in _PARTS.finditer(folded):
        if _MAY_STATE.search(folded, part.start(), part.end()):
            yield from _grammar().running.finditer(folded, part.start(), part.end())


@lru_cache(maxsize=4096)
def horizon(title: str, year: int | None) -> Due | None:
    """The "Đến năm N" of a title, fixed with an end only. None for a "giai đoạn A - B", a plain
    "năm N", and for a title that names another period before it or beside it."""
    title = _plain(title)
    folded = _fold(title)
    words = _grammar()
    for match in words.heading.finditer(folded):
        meaning = _meaning(match, year)
        if match["citation"]:
            return None
        if meaning.kind != "fixed":
            continue
        if meaning.start or not meaning.certain or "until" not in words.bounds(match["bounds"]):
            return None
        if len(_A_YEAR.findall(match["one"])) > 1:
            return None
        later = (_meaning(m, year) for m in words.heading.finditer(folded, match.end()))
        if any(m.kind == "fixed" and m.start and m.end != meaning.end for m in later):
            return None
        return meaning.due(title[match.start() : match.end()].strip())
    return None


@lru_cache(maxsize=4096)
def is_comparison(heading: str) -> bool:
    """Whether a column compares two others: "So sánh (%)", "KH 2025/TH 2024 (%)"."""
    return bool(_grammar().comparison.search(_fold(_plain(heading))))


@lru_cache(maxsize=4096)
def column_period(heading: str, year: int | None) -> Period | None:
    """The period that a column stands for; None for a comparison and where no period is named.

    A past year without a word for "plan" is ``actual``. A column of results whose year is not
    printed ("Hiện trạng") has a conditional due and no year.
    """
    stated = _plain(heading)
    folded = _fold(stated)
    words = _grammar()
    if is_comparison(heading) or words.column.match(folded):
        return None
    meaning = _column_meaning(folded, year)
    cues = [match.lastgroup for match in words.cue.finditer(folded)]
    always = [cue for cue in cues if cue in ("plan_always", "actual_always")]
    if meaning is None:
        if not words.undated_actual.fullmatch(folded.strip("() ")):
            return None
        return Period(Due("conditional", stated), None, "actual")
    named = meaning.due(stated)
    if named is None or named.kind != "fixed":
        return None
    last = named.end or named.start or ""
    only = int(last[:4]) if not named.start or named.start[:4] == last[:4] else None
    past = year is not None and int(last[:4]) < year
    kind: Literal["plan", "actual"] = "plan"
    if always:
        kind = "plan" if always[0] == "plan_always" else "actual"
    elif cues and (len(set(cues)) == 1 or not past):
        kind = "plan" if cues[0] == "plan" else "actual"
    elif past:
        kind = "actual"
    return Period(named, only, kind)


def every(phrase: str) -> str | None:
    """ "/năm", "mỗi năm", "trong 1 quý" → the duration; None unless the whole phrase is that."""
    match = _grammar().rate.fullmatch(_fold(_plain(phrase)))
    return _duration(match["units"], match["count"]) if match else None


# --------------------------------------------------------------------------- what is found


@dataclass(frozen=True, slots=True)
class _Meaning:
    kind: Literal["fixed", "recurring", "ongoing", "conditional", "unclear", "nothing"]
    certain: bool = True
    start: date | None = None
    end: date | None = None
    every: tuple[str, ...] = ()
    year_lent: bool = False  # the year is the document's, not printed

    def due(self, text: str) -> Due | None:
        if self.kind == "unclear" or self.kind == "nothing":
            return None
        start, end = (day.isoformat() if day else None for day in (self.start, self.end))
        return Due(self.kind, text, start, end, self.every)


_NOTHING = _Meaning("nothing")
_UNCLEAR = _Meaning("unclear", certain=False)


class _Finding(NamedTuple):
    start: int
    end: int
    meaning: _Meaning


def _findings(folded: str, year: int | None) -> Iterator[_Finding]:
    for match in _grammar().cell.finditer(folded):
        yield _Finding(match.start(), match.end(), _meaning(match, year))


def _rest(folded: str, findings: list[_Finding]) -> str:
    """What no finding covers."""
    kept, offset = [], 0
    for finding in findings:
        kept.append(folded[offset : finding.start])
        offset = finding.end
    return " ".join([*kept, folded[offset:]])


def _meaning(match: regex.Match[str], year: int | None) -> _Meaning:
    groups = match.groupdict()
    if groups.get("recurring"):
        return _recurrence(match)
    if groups.get("fixed"):
        return _fixed(match, year)
    if groups.get("ongoing"):
        return _Meaning("ongoing")
    if groups.get("conditional"):
        return _Meaning("conditional", certain=not groups.get("vague_condition"))
    return _UNCLEAR if groups.get("unclear") else _NOTHING


# --------------------------------------------------------------------------- recurring


def _recurrence(match: regex.Match[str]) -> _Meaning:
    groups = match.groupdict()
    if groups["times"]:
        return _divided(_number(groups["times"]), groups["times_unit"], groups["times_count"])
    if groups["again"]:
        return _Meaning("recurring", every=_durations(groups["again"]))
    if groups["alone"]:
        return _Meaning("recurring", certain=False, every=_durations(groups["alone"]))
    listed = groups["each"] or groups["interval"] or groups["several"] or groups["position"]
    durations = _durations(listed)
    if groups["each_times"]:
        return _divided(_number(groups["each_times"]), durations[0], None)
    return _Meaning("recurring", every=durations)


def _divided(times: int, unit: str, count: str | None) -> _Meaning:
    """``times`` within one ``unit``: twice a year is every six months. An interval that does not
    come out even keeps the unit and is not certain."""
    whole = unit if unit.startswith("P") else _duration(unit, count)
    months = {"Y": 12, "M": 1}.get(whole[-1], 0) * int(whole[1:-1])
    if times == 1:
        return _Meaning("recurring", every=(whole,))
    if times and months and months % times == 0:
        return _Meaning("recurring", every=(f"P{months // times}M",))
    return _Meaning("recurring", certain=False, every=(whole,))


def _durations(listed: str) -> tuple[str, ...]:
    """Every unit of a list, in its order, each once."""
    found = _grammar().unit.finditer(listed)
    return tuple(dict.fromkeys(_duration(match["units"], match["count"]) for match in found))


def _duration(unit: str, count: str | None) -> str:
    base = _grammar().units[" ".join(unit.split())]
    months = int(base[1:-1]) * (_number(count) if count else 1)
    return f"P{months}{base[-1]}"


def _number(digits: str) -> int:
    return int(digits) if digits.isdecimal() else _grammar().numbers[digits]


# --------------------------------------------------------------------------- fixed


class _Stretch(NamedTuple):
    """From the first to the last day; years are None where not printed, day 0 is a whole month."""

    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
    day: bool = False

    def years(self, first: int | None, last: int | None) -> _Stretch:
        """Itself with the years that are missing filled in."""
        return _Stretch(
            (self.first[0] or first, *self.first[1:]),
            (self.last[0] or last, *self.last[1:]),
            self.day,
        )


_RANGE = regex.compile(r"-|đến|tới")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _fixed(match: regex.Match[str], year: int | None) -> _Meaning:
    words = _grammar()
    if match["repeated"]:
        return _Meaning("recurring", every=_durations(match["repeated"]))
    left, right = _stretch(match["one"], year), None
    if left is None:
        return _UNCLEAR
    if match["two"]:
        right = _stretch(match["two"], year)
        if right is None:
            return _UNCLEAR
    lent = not (right or left).last[0]
    if right is None:
        days = _days(left.years(year, year))
    else:
        right = right.years(year, year)
        left = left.years(right.first[0], right.first[0])
        if left.first[1] == 0:  # "từ ngày 01 đến 15/12": the month of the second
            left = _Stretch((left.first[0], right.last[1], left.first[2]), right.last, day=True)
        days = _days(_Stretch(left.first, right.last))
    if days is None:
        return _UNCLEAR
    start, end = days
    bounds = words.bounds(match["bounds"])
    certain = "vague" not in bounds and not words.next_year.search(match["one"])
    if right is not None:
        end = _before_second(match, right) or end
        if start > end or bounds & {"before", "after"}:
            return _UNCLEAR
        return _Meaning("fixed", certain, start, end, year_lent=lent)
    if "from" in bounds or match["onward"]:
        if "until" in bounds:  # "từ cuối năm": no day is printed
            return _UNCLEAR
        ranged = start.month != end.month and _RANGE.search(match["one"])
        return _Meaning("fixed", certain, start, end if ranged else None, year_lent=lent)
    if "before" in bounds and "close" not in bounds:
        last = end if match["clock"] else start - timedelta(1)  # "trước 17 giờ ngày 15/12"
        return _Meaning("fixed", certain, None, last, year_lent=lent)
    if "after" in bounds:
        return _Meaning("fixed", certain, end + timedelta(1), None, year_lent=lent)
    if left.day or bounds & {"before", "until"}:
        return _Meaning("fixed", certain, None, end, year_lent=lent)
    return _Meaning("fixed", certain, start, end, year_lent=lent)


def _before_second(match: regex.Match[str], right: _Stretch) -> date | None:
    """The last day of "từ A đến trước B"."""
    if "before" not in _grammar().bounds(match["between"]):
        return None
    days = _days(right)
    return days[0] - timedelta(1) if days else None


def _days(stretch: _Stretch) -> tuple[date, date] | None:
    """The first and the last day; None where a year is missing or a day does not exist."""
    (first_year, first_month, first_day), (last_year, last_month, last_day) = stretch[:2]
    if not first_year or not last_year:
        return None
    try:
        start = date(first_year, first_month, first_day or 1)
        end = date(last_year, last_month, last_day or monthrange(last_year, last_month)[1])
    except ValueError:  # calendar.IllegalMonthError is one
        return None
    return (start, end) if start <= end else None


def _stretch(text: str, year: int | None) -> _Stretch | None:
    """One date or named period; None where its numbers cannot be."""
    match = _grammar().atom.fullmatch(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    printed = _printed_year(groups, year)
    if groups["day"]:
        point = (printed, int(groups["month"]), int(groups["day"]))
        return _Stretch(point, point, day=True)
    if groups["lone_day"]:
        return _Stretch((None, 0, int(groups["lone_day"])), (None, 0, 0), day=True)
    if groups["half"]:
        count = 6 if not groups["half_count"] else _number(groups["half_count"])
        if not 0 < count < 12:
            return None
        low, high = (1, count) if groups["half"] == "đầu" else (13 - count, 12)
        return _Stretch((printed, low, 0), (printed, high, 0))
    if groups["quarters"] or groups["months"]:
        size, limit = (3, 4) if groups["quarters"] else (1, 12)
        run = _run(groups["quarters"] or groups["months"], limit)
        if run is None:
            return None
        return _Stretch((printed, (run[0] - 1) * size + 1, 0), (printed, run[1] * size, 0))
    if groups["month_of_year"]:
        month = (printed, int(groups["month_of_year"]), 0)
        return _Stretch(month, month)
    if groups["years"]:
        years = [int(found) for found in regex.findall(r"\d{4}", groups["years"])]
        joined = _RANGE.search(groups["years"]) or _follow(years)
        return _Stretch((years[0], 1, 0), (years[-1] if joined else years[0], 12, 0))
    return _Stretch((None, 1, 0), (None, 12, 0))


def _printed_year(groups: dict[str, str | None], year: int | None) -> int | None:
    if groups["year"]:
        return int(groups["year"])
    if groups["next_year"] and year:
        return year + 1
    return None


def _run(listed: str, limit: int) -> tuple[int, int] | None:
    """The first and the last of "3 - 5", "9, 10", "III và IV"; of numbers that do not follow each
    other the first decides."""
    numbers = []
    for digits in regex.findall(r"\d+|(?<!\p{L})[ivx]+(?!\p{L})", listed):
        number = int(digits) if digits.isdecimal() else _ROMAN.get(digits, 0)
        if not 1 <= number <= limit:
            return None
        numbers.append(number)
    if _RANGE.search(listed) or _follow(numbers):
        return numbers[0], numbers[-1]
    return numbers[0], numbers[0]


def _follow(numbers: list[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(numbers))


# --------------------------------------------------------------------------- around a finding


def _is_due_here(match: regex.Match[str], before: str, clause: str) -> bool:
    """Whether a finding in a running sentence is a due. ``before`` is all that precedes it,
    ``clause`` its own clause as printed."""
    words = _grammar()
    opening = not _WORD.search(clause)
    if match["recurring"]:
        if not words.regularly.match(match[0]):
            return False
        return opening or not words.each.match(match[0])
    if words.past_end.search(before):
        return False
    if words.vision_end.search(before):
        return not _WORD.search(words.vision_end.sub("", before))
    bounds = words.bounds(match["bounds"])
    if match["two"] or not bounds or bounds & {"from", "after", "vague"}:
        return False
    if len(_A_YEAR.findall(match["one"])) > 1:  # "đến năm 2025 và năm 2030": of which value?
        return False
    if not regex.search(r"\p{L}|\d{4}", match["one"]):  # "đến 2/3 số hộ"
        return False
    if _A_YEAR.fullmatch(match["one"]):  # "đến 2030 hộ"
        return False
    for paper in words.paper.finditer(_fold(clause)):
        rest = clause[paper.end() :]
        if clause[paper.start()].isupper() and not words.strive.search(_fold(rest)):
            return False
    if bounds & {"before", "firm"} or bounds >= {"within", "close"}:
        return True
    if "close" in bounds:  # a bare "cuối năm"
        return opening or bool(words.strive_end.search(before))
    return bool(words.part_of_year.match(match["one"]))  # "trong quý II", not "trong năm 2024"


def _column_meaning(folded: str, year: int | None) -> _Meaning | None:
    words = _grammar()
    for match in words.heading.finditer(folded):
        if words.against_end.search(folded[: match.start()].rstrip()):
            return None
        if match["fixed"]:
            return _fixed(match, year)
    bare = regex.search(rf"(?<![\d/.,]){_YEAR}(?![\d/]|[.,]\d)", folded)
    if bare:
        only = int(bare[0])
        return _Meaning("fixed", start=date(only, 1, 1), end=date(only, 12, 31))
    if year and words.last_year.search(folded):
        return _Meaning("fixed", start=date(year - 1, 1, 1), end=date(year - 1, 12, 31))
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _fold(text: str) -> str:
    """Lower case, plain hyphens and spaces; every character keeps its offset."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_PLAIN)


_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\t\n\r", " "))

# --------------------------------------------------------------------------- the pieces

_YEAR = r"(?:19|20|21)\d\d(?!\d)"
_A_YEAR = regex.compile(_YEAR)
_WORD = regex.compile(r"[\p{L}\p{N}]")
_CLAUSE_END = regex.compile(r"[.;:,(](?!\d)")
# Nothing without one of these states a date or a period.
_MAY_STATE = regex.compile(
    r"(?<!\p{L})(?:ngày|tháng|quý|tuần|h[àằ]ng|định kỳ|mỗi|đến|trước|hết|cuối|đầu|từ|sau|trong|năm)"
    r"(?!\p{L})[^;]{0,40}?(?:\d|năm|quý|tháng|tuần|ngày|(?<!\p{L})[ivx]+(?!\p{L}))|\d ?/ ?\d"
)
_PARTS = regex.compile(r"(?:[^;.]|\.(?=\S))+[;.]?")
_LEFT, _RIGHT = r"(?<![\p{L}\p{N}])", r"(?![\p{L}\p{N}])"


def _words(*kinds: str, where: str | None = None) -> str:
    """The words of some kinds of rows, as one alternation, the longest first."""
    found = {
        word
        for row in rows("periods")
        if row["kind"] in kinds and (where is None or row.get(where))
        for word in (row["word"], *row.get("also", ()))
    }
    ordered = sorted(found, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r" ".join(map(regex.escape, word.split())) for word in ordered) + ")"


def _one_line(pattern: str) -> str:
    """An alternation that is laid out over several lines; blanks inside a line are meant."""
    return regex.sub(r"\s*\n\s*(\| )?", lambda m: "|" if m[1] else "", pattern.strip())


def _anonymous(pattern: str) -> str:
    return regex.sub(r"\(\?P<\w+>", "(?:", pattern)


class _Grammar:
    """Every pattern, composed from named pieces. All read folded text."""

    def __init__(self) -> None:
        vocabulary = rows("periods")
        self.units: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self._bounds: dict[str, set[str]] = {}
        for row in vocabulary:
            for word in (row["word"], *row.get("also", ())):
                if row["kind"] == "unit":
                    self.units[word] = row["every"]
                elif row["kind"] == "number":
                    self.numbers[word] = row["value"]
                elif row["kind"] in _BOUNDS:
                    self._bounds[word] = {row["kind"]}
                    if row["kind"] == "until":
                        self._bounds[word].add("close" if row.get("bare") else "firm")
        bound = f"{_LEFT}{_words(*_BOUNDS)}{_RIGHT}"
        self._bound = regex.compile(bound)

        # Units, and lists of them: "quý, 06 tháng, năm". A unit that a number or a position
        # follows ("tháng 6", "6 tháng đầu năm") names one period and is no interval.
        count = rf"(?:0?[1-9]|[1-9]\d|{_words('number')}){_RIGHT}"
        glued = r"(?:0?[1-9]|[1-9]\d)"
        times = _words("times") + _RIGHT
        each, regularly = _words("each"), _words("each", "regularly")
        named = rf"(?! ?(?:\d+(?!\d| ?{times})|[ivx]+{_RIGHT}|học|đầu|cuối))"
        unit = rf"{_words('unit')}{_RIGHT}{named}"
        counted = rf"{_LEFT}(?:(?:{count}|{glued}) ?)?{unit}"
        join = rf" ?(?:[,;/&+-]|và{_RIGHT}|hoặc{_RIGHT}) ?(?:(?:{regularly}|cuối|cả) ){{0,2}}"
        self.unit = regex.compile(
            rf"{_LEFT}(?:(?P<count>{count}|{glued}) ?)?(?P<units>{_words('unit')}){_RIGHT}"
        )
        short = _words_of_units("P1W", "P1M", "P3M")
        day_of = rf"(?:{bound} ?){{0,4}}ngày ?\d{{1,2}} ?"
        tail = rf"(?:[ ,(:]{{0,3}}(?:{bound} ?){{0,4}}ngày ?\d{{1,2}}(?![\d/]| ?/| ?tháng ?\d))?"
        recurring = rf"""
            {_LEFT}(?P<times>{count}) ?{times} ?(?:/|{each}|một|trong|trên) ?
                (?:(?P<times_count>{glued}|một) ?)?(?P<times_unit>{unit})
          | (?P<interval>{counted}) ?(?:/ ?(?:0?1|một)?|[ ](?:0?1|một)) ?{times}
          | {_LEFT}(?:{regularly}[ :]{{1,3}}){{1,3}}(?P<each>{counted}(?:{join}{counted})*)
                (?:(?: \p{{L}}+){{0,2}}? (?P<each_times>{count}) ?{times})?{tail}
          | {day_of}(?:của ?)?(?P<again>{short}) {_words("next")}{_RIGHT}
          | {day_of}của ?(?P<again>{short}){_RIGHT}{named}
          | (?:{bound} ?){{0,4}}(?:ngày ?(?:\d{{1,2}} ?)?)?(?:của )?(?:(?:tuần|tháng) )?
                {_LEFT}(?:đầu|cuối)(?: cùng)?(?: của)?[ ]
                (?P<position>{short}{_RIGHT}{named}|{each} {unit})
          | (?P<several>{counted}(?:{join}{counted})+)
          | ^ ?(?P<alone>{counted}) ?[.;]? ?$
        """
        recurring = _one_line(recurring)
        atom, inside = self._atoms(bound, count, glued)
        self.atom = regex.compile(atom)
        filler = rf"(?:{_words('filler')}{_RIGHT} ?){{0,2}}"
        bounds = rf"(?:(?!nửa (?:đầu|cuối) năm){bound}[ :]{{0,3}}{filler}){{0,4}}"
        to = rf"(?:-|,? ?{_LEFT}{_words('until', 'before')}{_RIGHT})"
        clock = r"\d{1,2} ?(?:(?:h|g|giờ) ?(?:\d{2})?|: ?\d{2}) ?(?:phút)? ?,? ?"
        another = rf"(?: ?(?:[,;]|và) ?(?:{bound} ?){{0,4}}(?:ngày ?)?\d{{1,2}} ?/ ?\d{{1,2}})*"
        fixed = (
            rf"(?P<bounds>{bounds})(?P<clock>{clock})?(?P<one>{inside})"
            rf"(?:(?P<between> ?{to}(?: ?{to})* ?{filler})(?P<two>{inside}))?"
            rf"(?P<onward>[ ,]{{0,2}}{_words('onward')}{_RIGHT})?"
            rf"(?:{another} ?(?:của )?{_LEFT}{each} (?P<repeated>{unit}))?"
        )
        fixed = rf"(?P<fixed>{fixed})"
        recurring = rf"(?P<recurring>{recurring})"

        # A paper's number, with its date.
        dated = r"(?:,? ?ngày ?\d{1,2} ?[/-] ?\d{1,2} ?[/-] ?\d{4})?"
        number = r"\d+(?:/\d{4})?/\p{L}+-[\p{L}\d-]+|\d+-\p{L}+/[\p{L}\d]+"
        citation = rf"(?P<citation>{_LEFT}(?:số ?:? ?\d[^ ;,()]*|{number}){dated})"
        name = rf"(?P<name>{_LEFT}{_words('name')}{_RIGHT})"
        ongoing = rf"(?P<ongoing>{_LEFT}{_words('ongoing')}{_RIGHT}(?!(?<=năm) ?\d))"
        # A condition runs to the end of its clause, or to a deadline that is stated without one.
        deadline = rf"[ ](?:{_words('before')} (?:\p{{L}}+ )?|{_words('until')} (?:là )?ngày )\d"
        whole, vague = _words("conditional"), _words("conditional", where="vague")
        conditional = (
            rf"(?P<conditional>{_LEFT}(?:\d+ ?(?:ngày|giờ)(?: làm việc)? )?"
            rf"(?:(?P<vague_condition>{vague})|{whole}){_RIGHT}"
            rf"(?! ?(?:ngày|tháng|năm)? ?\d{{1,2}}(?!\d)(?! ?\p{{L}}))(?:(?!{deadline})[^;,(])*)"
        )
        self.cell = regex.compile(f"{citation}|{name}|{recurring}|{ongoing}|{fixed}|{conditional}")
        self.running = regex.compile(f"{citation}|{name}|{recurring}|{fixed}")
        self.heading = regex.compile(f"{citation}|{fixed}")
        self.next_year = regex.compile(rf"năm {_words('next')}{_RIGHT}")
        quarter = _words_of_units("P3M")
        self.part_of_year = regex.compile(rf"(?:(?:{count}|{glued}) ?)?tháng|{quarter}|nửa")

        self.regularly = regex.compile(
            rf"{_LEFT}{_words('each', 'regularly', where='firm')}{_RIGHT}"
        )
        self.each = regex.compile(rf"{_LEFT}{each}{_RIGHT}")
        self.past_end = regex.compile(rf"{_LEFT}{_words('past')}$")
        self.vision_end = regex.compile(rf"{_LEFT}{_words('vision')}$")
        self.strive_end = regex.compile(rf"{_LEFT}{_words('strive')}$")
        self.strive = regex.compile(rf"{_LEFT}{_words('strive')}{_RIGHT}")
        self.paper = regex.compile(rf"{_LEFT}{_words('paper')}{_RIGHT}")

        plan, actual = _words("plan"), _words("actual")
        self.cue = regex.compile(
            rf"(?<!\p{{L}})(?:(?P<plan_always>{_words('plan', where='always')})"
            rf"|(?P<actual_always>{_words('actual', where='always')})"
            rf"|(?P<plan>{plan})|(?P<actual>{actual}))(?!\p{{L}})"
        )
        last = rf"{_LEFT}{_words('last')}{_RIGHT}"
        self.last_year = regex.compile(last)
        # "Hiện trạng", "Kết quả năm trước": results of a year that is not printed.
        self.undated_actual = regex.compile(
            rf"(?:{actual} )*{last}|{_words('actual', where='always')}"
        )
        self.column = regex.compile(rf"\W*{_words('column')}{_RIGHT}")
        cue = rf"{_words('plan', 'actual')}(?!\p{{L}})"
        year = rf"(?:năm ?)?{_YEAR}"
        share = r"^[\W]*(?:t[ỷỉ] lệ)?[\W]*"
        self.comparison = regex.compile(
            rf"{_LEFT}{_words('comparison', where='anywhere')}{_RIGHT}"
            rf"|{share}{_words('comparison')}"
            rf"|{share}(?:{cue}|{year}).*{_LEFT}{_words('against')}{_RIGHT}.*(?:{cue}|{year})"
            rf"|(?<!học ?){_YEAR} ?/ ?(?:{cue} ?)?{year}"
            rf"|(?<!\p{{L}})(?:{plan} ?(?:{year})? ?/ ?{actual}"
            rf"|{actual} ?(?:{year})? ?/ ?{plan})(?!\p{{L}})"
        )
        per = _words("each", "regularly", "within", "rate")
        self.against_end = regex.compile(rf"{_LEFT}{_words('against')}$")
        self.rate = regex.compile(
            rf"(?:(?:/|{per}{_RIGHT}) ?)+(?:(?P<count>{count}|{glued}) ?)?"
            rf"(?P<units>{_words('unit')})|(?P<count>một|0?1) (?P<units>{_words('unit')})"
        )

    def bounds(self, text: str) -> set[str]:
        """The kinds of the prepositions in ``text``."""
        found = (" ".join(match[0].split()) for match in self._bound.finditer(text))
        return {kind for word in found for kind in self._bounds[word]}

    def _atoms(self, bound: str, count: str, glued: str) -> tuple[str, str]:
        """One date or period: with named groups, to be taken apart, and as it stands in a phrase,
        where a bare "2025" or "năm" needs a word before it."""
        quarter = _words_of_units("P3M")
        # Not inside a longer number, nor with a year that cannot be read ("14/11/20233").
        alone = r"(?<!\d)(?<!/ ?)(?<!\d[.,])"
        closed = rf"(?!\d)(?! ?/ ?(?!{_YEAR})\d)"
        again = rf" năm (?:{_words('this')}|(?P<next_year>{_words('next')})){_RIGHT}"
        after = rf"(?:(?: ?[/.-] ?| ?,? ?năm ?| )(?P<year>{_YEAR})|{again})?"
        in_year = rf"(?:(?: ?/ ?| ?,? ?năm ?)(?P<year>{_YEAR})|{again}|(?! ?/))"
        join = rf" ?(?:[,&+-]|và{_RIGHT}|đến{_RIGHT}|tới{_RIGHT}) ?(?:hết )?"
        month, roman = rf"\d{{1,2}}{closed}", rf"(?:[ivx]+|\d{{1,2}}){_RIGHT}{closed}"
        day, number = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
        years = rf"{_YEAR}(?:{join}(?:năm ?)?{_YEAR})"
        atom = rf"""
            (?:ngày ?)?{alone}{day} ?/ ?{number}(?!\d){in_year}
          | (?:ngày ?)?{alone}{day} ?(?P<dot>[.-]) ?{number} ?(?P=dot) ?(?P<year>{_YEAR})
          | ngày ?{day} ?(?:của )?tháng ?{number}{closed}{in_year}
          | ngày ?(?P<lone_day>\d{{1,2}})(?![\d/]| ?/)
          | {alone}\d{{1,2}}(?= {_words("each")}[ ])
          | {_LEFT}(?:(?P<half_count>{count}|{glued}) ?tháng|nửa) (?P<half>đầu|cuối) năm{_RIGHT}
                (?! học){after}
          | {_LEFT}{quarter} ?(?P<quarters>{roman}(?:{join}(?:{quarter} ?)?{roman})*){after}
          | {_LEFT}(?:tháng|t\.?) ?(?P<months>{month}(?:{join}(?:tháng ?|t)?{month})*){after}
          | {alone}(?P<month_of_year>\d{{1,2}}) ?/ ?(?P<year>{_YEAR})(?! ?/)
          | (?P<years>{_LEFT}{_words("span")} (?:năm ?)?{years}+
          | {_LEFT}(?:cả )?năm ?{years}*
          | {alone}{_LEFT}{_YEAR} ?(?:-|đến|tới) ?{_YEAR})(?! ?/)
        """
        atom = _one_line(atom)
        inside = _anonymous(atom).replace("(?P=dot)", "[.-]")
        needing = rf"(?<={_LEFT}{_words('until', 'within', 'vague')} )"
        this = rf"(?: {_words('this')}{_RIGHT})?"
        yearless = rf"năm{_RIGHT}(?! ?(?:\d|học|thứ|{_words('next', 'before')}{_RIGHT})){this}"
        inside = (
            rf"(?:{inside}|(?<={bound}[ :]{{0,3}}){_YEAR}(?![/\d]|[.,]\d)"
            rf"|^ ?{_YEAR}(?= ?[.;]? ?$)|{needing}{yearless}|{_LEFT}năm {_words('this')}{_RIGHT})"
        )
        worded = rf"{day} tháng {number}{closed}{in_year}"  # "trước 15 tháng 11"
        inside = rf"(?:{inside}|(?<={bound} ){_anonymous(worded)})"
        return rf"{atom}|{worded}|(?P<years>{_YEAR})|năm{this}", inside


_BOUNDS = ("before", "until", "from", "after", "within", "vague")


def _words_of_units(*durations: str) -> str:
    found = (row for row in rows("periods") if row["kind"] == "unit" and row["every"] in durations)
    return "(?:" + "|".join(w for row in found for w in (row["word"], *row.get("also", ()))) + ")"


@cache
def _grammar() -> _Grammar:
    return _Grammar()
