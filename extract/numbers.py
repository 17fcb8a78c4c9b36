"""Printed numbers: their values in Vietnamese format, and which of them measure nothing."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from extract.expressions import compiled
from extract.model import record
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords

# Thousands by point or by space, decimals by comma; a point before one or two digits, or before
# more than three, is a decimal point, as spreadsheets print it.
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[ \u00a0]\d{3})+(?![\d.,]\d)(?:,\d+)?"
    r"|\d+,\d+|0\.\d+|\d+\.(?:\d{1,2}|\d{4,})(?!\d)|\d+)"
)
# A number that a word names: "số 145", "tháng 5/2024", "các tháng 3, 6 và 9"; in "tháng 6, 05 xã"
# and "ngày 30/6/2024, 05 xã" another number begins.
_PLAIN = (
    r"\d+(?:\s?(?:[-–]|và)\s?\d+(?!\d|/)"
    r"|,\s?\d+(?=\s?(?:[,;.)–-](?:\D|$)|$|và\s\d|(?-i:\p{Lu})|(?:điều|khoản|điểm|mục|của|năm|tháng|quý)(?!\p{L}))))*"
)
_DATED = r"\d+(?:\s?/\s?\d+)+(?:\s?(?:[-–,]|và)\s?\d+(?:\s?/\s?\d+)+)*"
_NAMING = rf"(?:{_DATED}|{_PLAIN})(?![.,]?\d|\s?%)"
_THOUSANDS = compiled(r"\d{1,3}(?:\.\d{3})+")
_DIGIT = compiled(r"\d")
_FIGURE = compiled(rf"(?=\d)(?<![\p{{L}}\d])(?<!\d[.,])(?P<figure>{FIGURE})(?!\d|[.,]\d)")


@record
class Number:
    """A number in a string: its value, its span, and whether it can be read in one way only."""

    value: float
    start: int
    end: int
    certain: bool = True


def value(figure: str) -> tuple[float, bool]:
    """The value of a figure and whether that reading is certain: "12.500" → 12500, "0,7" → 0.7.

    "1,250" is read as a decimal, the Vietnamese way, but may be a thousand: not certain.
    """
    figure = figure.replace("\u00a0", " ").replace(" ", "")
    if "," in figure:
        whole, _, part = figure.partition(",")
        certain = len(part) != 3 or whole in ("0", "")
        return float(f"{whole.replace('.', '')}.{part}"), certain
    if _THOUSANDS.fullmatch(figure) and not figure.startswith("0."):
        return float(figure.replace(".", "")), True
    return float(figure), True


def numbers(string: str) -> list[Number]:
    """The numbers of ``string`` that may measure something, in order: identifiers, dates and
    ordinals left out."""
    named = [(low, high) for low, high, _ in identifiers(string)]
    found: list[Number] = []
    for match in _FIGURE.finditer(string):
        start, end = match.span("figure")
        if not any(low < end and start < high for low, high in named):
            found.append(Number(*_placed(match["figure"], start, end)))
    return found


@lru_cache(maxsize=4096)
def identifiers(string: str) -> tuple[tuple[int, int, str], ...]:
    """The numbers that name something (vocabulary: identifiers): start, end, role in the ledger."""
    if not _DIGIT.search(string):
        return ()
    return tuple((*match.span("named"), role) for role, match in _patterns().matches(string))


def _placed(figure: str, start: int, end: int) -> tuple[float, int, int, bool]:
    amount, certain = value(figure)
    return amount, start, end, certain


@cache
def _patterns() -> AtWords:
    patterns: list[tuple[str, str]] = []
    for row in rows("identifiers"):
        if "pattern" in row:
            pattern = rf"(?P<named>{row['pattern']})"
        else:
            not_after = "".join(rf"(?<!{word}\s)" for word in row.get("not_after", ()))
            only_after = rf"(?:{row['only_after']})[^.;]{{0,12}}\s" if "only_after" in row else ""
            figure = row.get("only_before", _NAMING)
            if row.get("not_before_unit"):
                figure += rf"(?!\s(?i:{alternatives(u['unit'] for u in rows('units'))}))"
            before = f"{not_after}{only_after}{regex.escape(row['before'])}"
            pattern = rf"(?i:{before})\s?:?\s?(?P<named>{figure})"
        patterns.append((row["role"], pattern))
    return AtWords(patterns, case=True)
