"""The grammar of time: a phrase → :class:`~extract.model.Due`, the period of a heading.

The words are rows of ``vocabulary/periods.toml``. A phrase is read from the left, and the first
date or period decides; the names of papers ("Kế hoạch số 15/KH-UBND ngày 05/3/2024") are stepped
over whole. A date that does not exist, or that lacks a year, gives no due: nothing is invented.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from extract.dues.meanings import NOTHING, Meaning, duration, fixed_meaning, meaning_of
from extract.dues.patterns import A_YEAR, PATTERNS, YEAR, Kind
from extract.dues.words import bounds, word, word_at_end
from extract.expressions import Match, compiled
from extract.model import Due, record

_IN_A_HEADING: tuple[Kind, ...] = ("citation", "fixed")
_IN_A_SENTENCE: tuple[Kind, ...] = ("citation", "name", "recurring", "fixed")
_IN_A_CELL: tuple[Kind, ...] = ("citation", "name", "recurring", "ongoing", "fixed", "conditional")
_WORD = compiled(r"[\p{L}\p{N}]")
_CLAUSE_END = compiled(r"[.;:,(](?!\d)")
_PARTS = compiled(r"(?:[^;.]+|\.(?=\S))+[;.]?")
_DIGIT = compiled(r"\d")
# "Tháng sáu năm 2025", "Quý hai": numbers of months and quarters are read in figures only.
_SPELT_OUT = compiled(
    r"(?i)(?<!\p{L})(?:tháng|qu[ýí])\s(?:một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|giêng|chạp)(?!\p{L})"
)
_WORD_OR_YEAR = compiled(r"\p{L}|\d{4}")
_BARE_YEAR = compiled(rf"(?<![\d/.,]){YEAR}(?![\d/]|[.,]\d)")


@record
class DueReading:
    """``certain`` is false where digits or words were not understood: a reviewer should look."""

    due: Due | None
    certain: bool


@record
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
    rest = _rest(folded, findings)
    understood = not _DIGIT.search(rest) and not _SPELT_OUT.search(rest)
    findings = [finding for finding in findings if finding.meaning is not NOTHING]
    if not findings:
        return DueReading(None, certain=False)
    first = findings[0]
    if first.meaning.kind == "conditional":
        dated = (f for f in findings if f.meaning.kind in ("fixed", "recurring"))
        if (later := next(dated, None)) is not None:
            return DueReading(later.meaning.due(stated), certain=False)
    certain = understood and all(finding.meaning.certain for finding in findings)
    years = {int(found) for found in A_YEAR.findall(folded)}
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
    for kind, match in _stated(folded):
        meaning = meaning_of(kind, match, year)
        if meaning.kind not in ("fixed", "recurring") or not meaning.certain:
            continue
        last = meaning.end or meaning.start
        if year and last and last.year < year:  # a result
            continue
        clause = _CLAUSE_END.split(sentence[: match.start()])[-1]
        if _is_due_here(kind, match, folded, clause):
            if kind == "fixed" and "point" in bounds(match["bounds"]) and meaning.end:
                meaning = replace(meaning, start=None)  # "đạt 50% vào năm 2030"
            stated = meaning.due(sentence[match.start() : match.end()].strip())
            if stated is not None:
                found.append((stated, match.start(), match.end()))
    return tuple(found)


def _stated(folded: str) -> Iterator[tuple[Kind, Match]]:
    """What looks like a date or a period, clause by clause: most clauses hold none."""
    gist = PATTERNS.gist
    for part in _PARTS.finditer(folded):
        if gist.search(folded, part.start(), part.end()):
            yield from PATTERNS.found(_IN_A_SENTENCE, folded, part.start(), part.end())


@lru_cache(maxsize=4096)
def horizon(title: str, year: int | None) -> Due | None:
    """The "Đến năm N" of a title, fixed with an end only. None for a "giai đoạn A - B", a plain
    "năm N", "so với cuối năm N", and for a title that names another period before it or beside it.
    """
    title = _plain(title)
    folded = _fold(title)
    for kind, match in PATTERNS.found(_IN_A_HEADING, folded):
        if kind == "citation":
            return None
        meaning = meaning_of(kind, match, year)
        if meaning.kind != "fixed":
            continue
        if word_at_end("against").search(folded[: match.start()].rstrip()):
            return None
        if meaning.start or not meaning.certain or "until" not in bounds(match["bounds"]):
            return None
        if len(A_YEAR.findall(match["one"])) > 1:
            return None
        after = PATTERNS.found(_IN_A_HEADING, folded, match.end())
        later = (meaning_of(kind, match, year) for kind, match in after)
        if any(m.kind == "fixed" and m.start and m.end != meaning.end for m in later):
            return None
        return meaning.due(title[match.start() : match.end()].strip())
    return None


@lru_cache(maxsize=4096)
def is_comparison(heading: str) -> bool:
    """Whether a column compares two others: "So sánh (%)", "KH 2025/TH 2024 (%)"."""
    return bool(PATTERNS.comparison.search(_fold(_plain(heading))))


@lru_cache(maxsize=4096)
def column_period(heading: str, year: int | None) -> Period | None:
    """The period that a column stands for; None for a comparison and where no period is named.

    A past year without a word for "plan" is ``actual``, a year to come never. A column of results
    whose year is not printed ("Hiện trạng") has a conditional due and no year.
    """
    stated = _plain(heading)
    folded = _fold(stated)
    if is_comparison(heading) or PATTERNS.column.match(folded):
        return None
    meaning = _column_meaning(folded, year)
    cues = [match.lastgroup for match in PATTERNS.cue.finditer(folded)]
    always = [cue for cue in cues if cue in ("plan_always", "actual_always")]
    if meaning is None:
        if not PATTERNS.undated_actual.fullmatch(folded.strip("() ")):
            return None
        return Period(Due("conditional", stated), None, "actual")
    named = meaning.due(stated)
    if named is None or named.kind != "fixed":
        return None
    last = named.end or named.start or ""
    only = int(last[:4]) if not named.start or named.start[:4] == last[:4] else None
    past = year is not None and int(last[:4]) < year
    kind: Literal["plan", "actual"] = "plan"
    if year is not None and int(last[:4]) > year:
        pass  # "Kết quả đến năm 2030" in a decree of 2025 is what is to come out
    elif always:
        kind = "plan" if always[0] == "plan_always" else "actual"
    elif cues and (len(set(cues)) == 1 or not past):
        kind = "plan" if cues[0] == "plan" else "actual"
    elif past or (named.start is None and last == f"{year}-01-01"):
        kind = "actual"  # "Lực lượng lao động (01/01/2026)"
    return Period(named, only, kind)


def every(phrase: str) -> str | None:
    """ "/năm", "mỗi năm", "trong 1 quý" → the duration; None unless the whole phrase is that."""
    match = PATTERNS.rate.fullmatch(_fold(_plain(phrase)))
    return duration(match["units"], match["count"]) if match else None


# --------------------------------------------------------------------------- what is found


class _Finding(NamedTuple):
    start: int
    end: int
    meaning: Meaning


def _findings(folded: str, year: int | None) -> Iterator[_Finding]:
    for kind, match in PATTERNS.found(_IN_A_CELL, folded):
        yield _Finding(match.start(), match.end(), meaning_of(kind, match, year))


def _rest(folded: str, findings: list[_Finding]) -> str:
    """What no finding covers."""
    kept, offset = [], 0
    for finding in findings:
        kept.append(folded[offset : finding.start])
        offset = finding.end
    return " ".join([*kept, folded[offset:]])


# --------------------------------------------------------------------------- around a finding


# "đến 30/6"
_NO_FRACTION = compiled(r"(?:1[3-9]|2\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2])")


_VALUE_FOLLOWS = compiled(r" (?:\p{L}+ ){0,3}\d")


def _is_due_here(kind: Kind, match: Match, folded: str, clause: str) -> bool:
    """Whether a finding in a running sentence is a due. ``clause`` is what precedes it in its own
    clause, as printed."""
    before = folded[: match.start()].rstrip()
    opening = not _WORD.search(clause)
    if kind == "recurring":
        if not word("each", "regularly", where="firm").match(match[0]):
            return False
        return opening or not word("each").match(match[0])
    if word_at_end("past").search(before):
        return False
    if word_at_end("vision").search(before):
        alone = not _WORD.search(word_at_end("vision").sub("", before))
        return alone or _VALUE_FOLLOWS.match(folded, match.end()) is not None
    kinds = bounds(match["bounds"])
    if match["two"] or not kinds or kinds & {"after", "vague"}:
        return False
    if "from" in kinds and not (opening or match["onward"]):
        return False
    if len(A_YEAR.findall(match["one"])) > 1:  # "đến năm 2025 và năm 2030": of which value?
        return False
    if not (_WORD_OR_YEAR.search(match["one"]) or _NO_FRACTION.fullmatch(match["one"].strip())):
        return False  # "đến 2/3 số hộ"
    if A_YEAR.fullmatch(match["one"]) and not _YEAR_ENDS.match(folded, match.end()):
        return False  # "đến 2030 hộ"
    for paper in word("paper").finditer(_fold(clause)):
        rest = clause[paper.end() :]
        if clause[paper.start()].isupper() and not word("strive").search(_fold(rest)):
            return False
    if kinds & {"before", "firm", "point"} or kinds >= {"within", "close"}:
        return True
    if "from" in kinds and (match["onward"] or A_YEAR.search(match["one"])):
        return True
    if "close" in kinds:  # a bare "cuối năm"
        return opening or bool(word_at_end("strive").search(before))
    return bool(PATTERNS.part_of_year.match(match["one"]))  # "trong quý II", not "trong năm 2024"


# "Đến 2030, ...", "đến 2030 có tối thiểu 10 sản phẩm"
_YEAR_ENDS = compiled(
    r"\s*(?:[,:;.]|$|(?:đạt|có|phấn đấu|tỷ lệ|tỉ lệ|tăng|giảm|còn|phải|hoàn thành)(?!\p{L}))"
)


def _column_meaning(folded: str, year: int | None) -> Meaning | None:
    for kind, match in PATTERNS.found(_IN_A_HEADING, folded):
        if word_at_end("against").search(folded[: match.start()].rstrip()):
            return None
        if kind == "fixed":
            return fixed_meaning(match, year)
    if year and (part := _PART_OF_YEAR.fullmatch(folded)):
        last = int(part["months"] or part["month"])
        after = date(year + last // 12, last % 12 + 1, 1)
        first = date(year, last if part["month"] else 1, 1)
        return Meaning("fixed", start=first, end=after - timedelta(days=1))
    bare = _BARE_YEAR.search(folded)
    if bare:
        only = int(bare[0])
        return Meaning("fixed", start=date(only, 1, 1), end=date(only, 12, 31))
    if year and word("last").search(folded):
        return Meaning("fixed", start=date(year - 1, 1, 1), end=date(year - 1, 12, 31))
    return None


#: "9 tháng": from the year's beginning; "T9": the month.
_PART_OF_YEAR = compiled(r"(?:lũy kế |kế hoạch )*(?P<months>[369]) tháng|t(?P<month>[1-9]|1[0-2])")


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _fold(text: str) -> str:
    """Lower case, plain hyphens and spaces; every character keeps its offset."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_PLAIN) if _ODD.search(lowered) else lowered


_ODD = re.compile(r"[‐‑‒–—−\u00a0\t\n\r]")
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("\u00a0\t\n\r", " "))
