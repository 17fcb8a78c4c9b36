"""Right of the number: units, the end of a range, "/năm", "trở lên"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from extract.dues import every
from extract.expressions import Pattern, compiled
from extract.model import Comparator
from extract.numbers import FIGURE, Number, value
from extract.patterns import spans
from extract.text import unfold
from extract.thresholds.numerals import word_value, worded_ranges
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import words_in


@dataclass(slots=True)
class Right:
    """What follows a number, and where it ends."""

    end: int
    unit: str | None = None
    known: bool = False
    unit_is_cut: bool = False
    max: float | None = None
    per: str | None = None
    comparator: Comparator | None = None
    certain: bool = True


# "03 (ba) sáng kiến", but not "85 (tối thiểu)"
_GLOSS = compiled(r"\s?\((?!tối|ít|trở)\p{Ll}+(?:\s\p{Ll}+){0,3}\)")
# "60/100.000 dân"
_PER_MANY = compiled(
    r"\s?(?P<unit>/\s?(?:100|1(?:0{0,2}\.000)+|10{3,6})"
    r"\s(?:dân|người|ca|trẻ(?: em| sơ sinh| đẻ sống)?|phụ nữ|bà mẹ|hộ|lao động|học sinh|sinh viên))"
    r"(?!\p{L})"
)
# "32 giường bệnh trên 10.000 dân", "trên một vạn dân"
_OUT_OF_MANY = compiled(
    r"(?i)\strên\s(?P<many>(?:1(?:0{0,2}\.000)+|10{2,6}|(?:0?1|một)?\s?vạn)"
    r"\s(?:dân|người|trẻ|hộ|lao động))(?!\p{L})(?!\s(?:là|đạt|\d))"
)
_FRACTION = compiled(r"1\s?/\s?[2345]|2\s?/\s?[35]|3\s?/\s?[45]")
_OUT_OF = compiled(
    rf"\s?/\s?{FIGURE}(?![\d/])"
    rf"|\strong\s(?:tổng\s)?(?:số\s)?{FIGURE}(?=\s\p{{Ll}})(?!\s(?:năm|quý|tháng|tuần|ngày|giờ|phút)\b)"
)
_ALL_OF = compiled(rf"\s?/\s?{FIGURE}\s(?P<unit>\p{{L}}.*)")
_SPAN = compiled(
    rf"(?i)\s?(?:[-–—÷~]|đến|tới)\s?(?P<open>dưới|<|≤)?\s?(?P<max>{FIGURE})(?![\d/]|[.,]\d)"
)
_PER = compiled(
    r"(?i)(?:\s?/\s?|\s(?:mỗi|hằng|hàng|trong một|một)\s)\d{0,2}\s?"
    r"(?:(?:nửa )?năm(?: học)?|quý|tháng|tuần|ngày(?: đêm)?)(?!\p{L})"
)
# "hỗ trợ 20 hộ thoát nghèo mỗi năm": at the end of the clause.
_PER_AT_END = compiled(r"(?i)(?:\s\p{L}+){1,8}?\s(?P<per>mỗi (?:năm|quý|tháng|tuần))\s*(?:[.;,]|$)")
# "02 buổi tiêm chủng/tháng"
_PER_OF_NOUN = compiled(
    r"(?i)(?:(?:\s\p{L}+){1,6}|\stin, bài(?:\s\p{L}+)?)"
    r"\s?(?P<per>/\s?\d{0,2}\s?(?:năm|quý|tháng|tuần|ngày))(?!\p{L})"
)


def right_of(string: str, number: Number) -> Right:
    """The vocabulary phrases, or an unlisted unit, that follow the number."""
    right = Right(number.end)
    if string.startswith("đôi", number.start):
        right.unit, right.known = "lần", True  # "tăng gấp đôi"
        return right
    if match := _PER_MANY.match(string, right.end):
        right.unit, right.end, right.known = match["unit"].strip(), match.end(), True
        return right
    for optional in (_GLOSS, _OUT_OF):
        if match := optional.match(string, right.end):
            right.end = match.end()
    if string[number.start].isalpha():
        for words in worded_ranges(string):
            if words.start() == number.start:
                right.max, right.end = float(word_value(words["last"])), words.end("last")
    # "Ít nhất 2/3 thành viên" is a share, "5/8 thôn" are five.
    right.certain = not _FRACTION.fullmatch(string, number.start, right.end)
    _take_unit(string, right, one=number.value == 1)
    if match := _SPAN.match(string, right.end):
        right.max, certain = value(match["max"])
        # "80 - <90%": an open end has no comparator of its own in a range.
        right.certain = right.certain and certain and match["open"] is None
        right.end = match.end()
        first = right.unit
        _take_unit(string, right)
        right.unit = right.unit or first
    if right.unit is None:
        _take_open_unit(string, right)
    if right.unit and right.unit != "%" and (match := _OUT_OF_MANY.match(string, right.end)):
        right.unit, right.end = f"{right.unit}/{match['many']}", match.end()
    if match := _PER.match(string, right.end):
        right.per = every(match[0].removesuffix("đêm").removesuffix(" học"))
        right.end = match.end()
        if right.unit and (by := _by().match(string, right.end)):  # "10 bài/quý/đơn vị"
            right.unit, right.end = f"{right.unit}/{by[0].strip(' /')}", by.end()
    if right.per is None and "/" in string:
        match = _PER_OF_NOUN.match(string, right.end)
        right.per = every(match["per"]) if match else None
    if right.per is None and "mỗi" in words_in(string):
        match = _PER_AT_END.match(string, right.end)
        right.per = every(match["per"]) if match else None
    if match := _after().match(string, right.end):
        right.comparator = _after_rows()[" ".join(match["after"].lower().split())]
        right.end = match.end()
        if right.unit is None:
            # "từ 15 trở lên hồ sơ": the unit may follow; it is then the caller's.
            _take_unit(string, right)
    elif right.unit == "%" and (behind := behind_noun(string, right.end)):
        right.comparator = _after_rows()[behind]
    return right


def behind_noun(string: str, at: int) -> str | None:
    """The comparator that stands behind what a share is of: "95% diện tích trở lên"; of grades
    ("95% học sinh khá trở lên") it is a part of the name."""
    match = _BEHIND_NOUN.match(string, at)
    if match is None or qualities().search(string, at, match.end("noun")):
        return None
    return match["after"].lower()


_BEHIND_NOUN = compiled(
    r"(?i)\s(?P<noun>(?:tổng )?(?:số|diện tích|khối lượng|dân số|người dân|hộ)(?!\p{L})"
    r"(?:\s\p{L}+){0,3}?)\s(?P<after>trở lên|trở xuống)(?!\p{L})"
)


@cache
def qualities() -> Pattern:
    """A grade, or what leads up to a number, behind which "trở lên" is no comparator of a share."""
    names = alternatives(row["quality"] for row in rows("qualities"))
    return compiled(rf"(?i)\d|(?<!\p{{L}})từ\s|{names}")


def _take_unit(string: str, right: Right, one: bool = False) -> None:
    match = units().match(string, right.end)
    own = own_unit_end(string, right.end)
    if own and (match is None or own >= match.end()):
        known, end = string[right.end : own].strip(), own
    elif match:
        unit, end = match["unit"], match.end()
        known = _sameunits().get(unit.lower(), unit)
        if match["scale"]:
            known = f"{match['scale']} {known}" if unit else match["scale"]
    else:
        return
    if (all_of := _ALL_OF.match(string, end)) and all_of["unit"].startswith(known):
        end = all_of.start("unit") + len(known)  # "1.200 hộ/1.500 hộ"
    while known != "%" and (by := _by(one).match(string, end)):  # "48%/tổng số lao động"
        known, end = known + "/" + by[0].strip(" /").lstrip("/ "), by.end()
    right.unit, right.end, right.known = " ".join(known.split()), end, True


def own_unit_end(string: str, at: int) -> int | None:
    """Where a unit of the user's own ends that stands where a number ends."""
    for label, start, end in spans(string):
        if label == "UNIT" and start >= at and not string[at:start].strip():
            return end
    return None


# "đồng/thiết chế", "tấn/nhà máy": most nouns have two syllables.
_UNLISTED = (
    r"\p{L}+(?:\s\p{L}+)?(?=\s*(?:[^\s\p{L}]|$))"
    r"|\p{L}+(?:\s(?!(?:và|cho|đối|theo|để|trong|từ|tại|so|mỗi|là|với|thì|được|của|trở)\s)\p{L}+)?"
)


@cache
def _by(one: bool = False) -> Pattern:
    """What a value is counted by: "giường bệnh/vạn dân", "cuộc/đơn vị"; with ``one`` by any number
    ("01 cán bộ/50 hộ"), for "03 lớp/90 học viên" are two values."""
    count = r"[\d.]*" if one else r"(?:0?1(?:0*|0{0,2}(?:\.000)+)(?!\d))?"
    names = alternatives((row["unit"] for row in rows("units")), True)
    period = r"(?:nửa )?(?:năm|quý|tháng|tuần|ngày)(?!\p{L})"
    return compiled(
        rf"(?i)\s?/\s?(?!\d{{0,2}}\s?{period}){count}\s?"
        rf"(?:\p{{L}}+\s(?:dân|nghèo|sống|gái|trai|nữ|mẹ)(?!\p{{L}})|{names}|nhiệm kỳ|{_UNLISTED})"
    )


def _take_open_unit(string: str, right: Right) -> None:
    if match := _open_unit().match(string, right.end):
        right.unit, right.end = match["unit"], match.end()
        right.unit_is_cut = bool(match["more"])
        if by := _by().match(string, right.end):
            right.unit, right.end = f"{right.unit}/{by[0].strip(' /')}", by.end()


@cache
def _sameunits() -> dict[str, str]:
    return {same: row["unit"] for row in rows("units") for same in row.get("same", [])}


@cache
def units() -> Pattern:
    """A listed unit at the place where a number ends, with its scale word."""
    listed = [row["unit"] for row in rows("units")] + list(_sameunits())
    names = alternatives({*listed, *map(unfold, listed)}, True)
    scalable = alternatives((row["unit"] for row in rows("units") if row.get("scale")), True)
    scales = alternatives((row["scale"] for row in rows("scales")), True)
    unit = f"(?(scale)(?:{scalable})|(?:{names}))"
    return compiled(rf"(?i)(?:\s?|\s[\"“])(?:(?P<scale>{scales})\s)?(?P<unit>{unit})")


@cache
def _open_unit() -> Pattern:
    words = [row["stop"] for row in rows("stops")] + [row["group"] for row in rows("groups")]
    words += [after for after in _after_rows() if after[0].isalpha()]
    stops = "|".join([*(regex.escape(w) for w in words), r"năm\s\d+"])
    word = rf"(?!(?:{stops})(?!\p{{L}}))\p{{L}}[\p{{L}}\d]*"
    # Three words only where the phrase ends after them; else two, as most nouns have.
    return compiled(
        rf"(?i)\s(?P<unit>{word}(?:\s{word}){{0,2}}(?=\s*(?:[^\s\p{{L}}]|$|(?:{stops})(?!\p{{L}})))"
        rf"|{word}(?:\s{word})?(?=\s(?P<more>\p{{L}})))(?!\p{{L}})"
    )


@cache
def _after_rows() -> dict[str, Comparator]:
    return {row["after"]: row["comparator"] for row in rows("comparators") if "after" in row}


@cache
def _after() -> Pattern:
    return compiled(rf"(?i)\s*(?P<after>{alternatives(_after_rows())})")
