"""Phrase → threshold: comparator, value, unit, change, rank, range, as the target model says.

A phrase is built around a number from the inside out. To its left and right only whole vocabulary
phrases are taken, the longest first, so that a cue is never found inside a longer one ("không quá"
is one phrase, and "trên" in "không trên 40%" is not reached). What is left over is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import regex

from extract.dues import every
from extract.model import Baseline, Comparator, Direction, Threshold
from extract.numbers import FIGURE, Number, identifiers, numbers, value
from extract.vocabulary import rows


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell's neighbours say of its value: the unit (column or heading), the indicator, the
    heading of its column."""

    unit: str | None = None
    indicator: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A threshold and the span of its phrase, cues included. ``cued`` says that something beside
    the bare number makes it a measure: a comparator, "%", or a level word ("đạt"); ``known_unit``
    that its unit is one of the vocabulary; ``weak`` that only a word like "trên" stands before it,
    which may as well tell what is meant ("cơ sở có trên 10 lao động"). ``at``: where the number
    itself begins."""

    threshold: Threshold
    start: int
    end: int
    cued: bool
    doubts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    known_unit: bool = False
    weak: bool = False
    at: int = 0


_UNCLEAR = "unclear_threshold"


@lru_cache(maxsize=4096)
def measures(string: str, context: Context = Context()) -> tuple[Measure, ...]:
    """Every measure in ``string``, left to right; numbers that name something are left out."""
    if not _MAY_MEASURE.search(string) and not number_words(string):
        return ()
    found = _ranks(string, context)
    taken = [(rank.start, rank.end) for rank in found]
    candidates = [*numbers(string), *number_words(string)]
    end = 0
    for number in sorted(candidates, key=lambda n: n.start):
        inside_rank = any(low <= number.start < high for low, high in taken)
        if number.start < end or inside_rank or _names_something(string, number, context):
            continue
        measure = _measure(string, number, context, floor=end)
        end = measure.end
        found.append(measure)
    found.sort(key=lambda m: m.start)
    return tuple(_from_to(string, found))


_AGE = regex.compile(r"(?i)(?:\s?[-–]\s?\d+)?\s?tuổi(?!\p{L}|\s?thọ)")
_OF_AGE = regex.compile(r"(?i)tuổi thọ|tuổi (?:trung bình|bình quân)|độ tuổi bình quân")


def _names_something(string: str, number: Number, context: Context) -> bool:
    """A figure glued to letters that are no unit ("5G"), an age that tells who is meant."""
    following = string[number.end : number.end + 1]
    if following.isalpha() and not _units().match(string, number.end):
        return True
    age = _AGE.match(string, number.end)
    about_age = _OF_AGE.search(string) or _OF_AGE.search(context.indicator)
    return bool(age and not about_age and len(string.split()) > 5)


_MAY_MEASURE = regex.compile(r"\d")

# ------------------------------------------------------------------ left of the number


@dataclass(slots=True)
class _Left:
    start: int
    comparators: list[Comparator]
    phrases: list[str]
    direction: Direction | None = None
    level: bool = False
    from_: bool = False
    does: bool = False
    per: str | None = None
    negated: bool = False


_NOT = regex.compile(r"(?i)(?r)(?<!\p{L})(?:không|chưa|chẳng|đừng)\s*")


# "không để dưới 60%"; "không để người dân đi lại quá 02 lần": with words between only where the
# row says so.
_DENIED = regex.compile(r"(?i)(?r)(?<!\p{L})không(?:\s(?:để|được|phải|có)){1,2}\s*")
_DENIED_FAR = regex.compile(r"(?i)(?<!\p{L})không(?!\p{L})[^.;:]{0,100}$")


def _left(string: str, number_start: int, floor: int) -> _Left:
    """The vocabulary phrases that lead up to the number, read from right to left."""
    left = _Left(number_start, [], [])
    while match := _phrases().match(string, floor, left.start):
        phrase = " ".join(match[0].lower().split())
        row = _left_rows()[phrase]
        if "before" in row:
            near = _DENIED.match(string, floor, match.start()) if "denied" in row else None
            far = row.get("far") and _DENIED_FAR.search(string, 0, match.start())
            left.comparators.append(row["denied"] if near or far else row["comparator"])
            left.from_ = left.from_ or phrase == "từ"
            left.phrases.append(phrase)
            if near:
                left.start = near.start()
                break
        elif "verb" in row:
            if left.direction is None and not left.level:
                left.direction = row["direction"]
        else:
            left.phrases.append(phrase)
            left.level = left.level or (left.direction is None and row.get("level", False))
            left.does = left.does or row.get("does", False)
            left.per = left.per or row.get("per")
        left.start = match.start()
    left.negated = bool(_NOT.match(string, floor, left.start))
    while left.start < number_start and string[left.start] in " :,":
        left.start += 1
    return left


@cache
def _left_rows() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for topic, key in (("leads", "lead"), ("changes", "verb"), ("comparators", "before")):
        found |= {row[key]: row for row in rows(topic) if key in row}
    return found


@cache
def _phrases() -> regex.Pattern[str]:
    return regex.compile(rf"(?ir)(?:{_alternatives(_left_rows())})\s*")


def _alternatives(phrases: Iterable[str], after_number: bool = False) -> str:
    """Longest first; a phrase of letters begins and ends at a word's edge ("20ha": after a number
    it may begin at once)."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(
        ("" if after_number or not p[0].isalpha() else r"(?<![\p{L}\d])")
        + regex.escape(p, special_only=True, literal_spaces=True).replace(" ", r"\s+")
        + (r"(?!\p{L})" if p[-1].isalpha() else "")
        for p in ordered
    )


# ------------------------------------------------------------------ right of the number


@dataclass(slots=True)
class _Right:
    end: int
    unit: str | None = None
    known: bool = False
    unit_is_cut: bool = False
    max: float | None = None
    per: str | None = None
    comparator: Comparator | None = None
    certain: bool = True


_GLOSS = regex.compile(r"\s?\(\p{Ll}+(?:\s\p{Ll}+){0,3}\)")
_OUT_OF = regex.compile(rf"\s?/\s?{FIGURE}(?![\d/])")
_SPAN = regex.compile(
    rf"(?i)\s?(?:[-–—÷~]|đến|tới)\s?(?P<open>dưới|<|≤)?\s?(?P<max>{FIGURE})(?![\d/]|[.,]\d)"
)
_PER = regex.compile(
    r"(?i)(?:\s?/\s?|\s(?:mỗi|hằng|hàng|trong một)\s)\d{0,2}\s?(?:năm|quý|tháng|tuần|ngày)(?!\p{L})"
)
_BY = regex.compile(
    r"\s?/\s?(?!\d{0,2}\s?(?:năm|quý|tháng|tuần|ngày)(?!\p{L}))[\d.]*\s?\p{L}+(?:\s(?:dân|nghèo|sống))?"
)


def _right(string: str, number: Number) -> _Right:
    right = _Right(number.end)
    for optional in (_GLOSS, _OUT_OF):
        if match := optional.match(string, right.end):
            right.end = match.end()
    _take_unit(string, right)
    if match := _SPAN.match(string, right.end):
        right.max, certain = value(match["max"])
        # "80 - <90%": an open end has no comparator of its own in a range.
        right.certain = certain and match["open"] is None
        right.end = match.end()
        first = right.unit
        _take_unit(string, right)
        right.unit = right.unit or first
    elif right.unit is None:
        _take_open_unit(string, right)
    if match := _PER.match(string, right.end):
        right.per = every(match[0])
        right.end = match.end()
    if match := _after().match(string, right.end):
        right.comparator = _after_rows()[" ".join(match["after"].lower().split())]
        right.end = match.end()
        if right.unit is None:
            # "từ 15 trở lên hồ sơ": the unit may follow; it is then the caller's.
            _take_unit(string, right)
    return right


def _take_unit(string: str, right: _Right) -> None:
    match = _units().match(string, right.end)
    if not match:
        return
    unit, end = match["unit"], match.end()
    known = _same_units().get(unit.lower(), unit)
    if match["scale"]:
        known = f"{match['scale']} {known}" if unit else match["scale"]
    while by := _BY.match(string, end):
        known, end = known + "/" + by[0].strip(" /").lstrip("/ "), by.end()
    right.unit, right.end, right.known = " ".join(known.split()), end, True


def _take_open_unit(string: str, right: _Right) -> None:
    if match := _open_unit().match(string, right.end):
        right.unit, right.end = match["unit"], match.end()
        right.unit_is_cut = bool(match["more"])
        if by := _BY.match(string, right.end):
            right.unit, right.end = f"{right.unit}/{by[0].strip(' /')}", by.end()


@cache
def _same_units() -> dict[str, str]:
    return {same: row["unit"] for row in rows("units") for same in row.get("same", [])}


@cache
def _units() -> regex.Pattern[str]:
    names = _alternatives([row["unit"] for row in rows("units")] + list(_same_units()), True)
    scalable = _alternatives((row["unit"] for row in rows("units") if row.get("scale")), True)
    scales = _alternatives((row["scale"] for row in rows("scales")), True)
    return regex.compile(rf"(?i)\s?(?:(?P<scale>{scales})\s(?P<unit>{scalable})|(?P<unit>{names}))")


@cache
def _open_unit() -> regex.Pattern[str]:
    words = [row["stop"] for row in rows("stops")] + [row["group"] for row in rows("groups")]
    stops = "|".join(regex.escape(w) for w in words)
    word = rf"(?!(?:{stops})(?!\p{{L}}))\p{{L}}[\p{{L}}\d]*"
    # Three words only where the phrase ends after them; else two, as most nouns have.
    return regex.compile(
        rf"(?i)\s(?P<unit>{word}(?:\s{word}){{0,2}}(?=\s*(?:[^\s\p{{L}}]|$|(?:{stops})(?!\p{{L}})))"
        rf"|{word}(?:\s{word})?(?=\s(?P<more>\p{{L}})))(?!\p{{L}})"
    )


@cache
def _after_rows() -> dict[str, Comparator]:
    return {row["after"]: row["comparator"] for row in rows("comparators") if "after" in row}


@cache
def _after() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)\s*(?P<after>{_alternatives(_after_rows())})")


# ------------------------------------------------------------------ the whole phrase


def _measure(string: str, number: Number, context: Context, floor: int) -> Measure:
    left, right = _left(string, number.start, floor), _right(string, number)
    comparators = set(left.comparators)
    if right.max is not None:
        comparators.discard("ge" if left.from_ else "eq")
    if right.comparator:
        comparators.add(right.comparator)
    if comparators > {"eq"}:
        comparators.discard("eq")
    comparator: Comparator = next(iter(comparators)) if len(comparators) == 1 else "eq"
    if len(comparators) > 1:
        # "trên 90% trở lên": the word before the number is the stricter one and stands.
        comparator = left.comparators[0]
    unclear = len(comparators) > 1 or left.negated or not (number.certain and right.certain)
    unit = right.unit or context.unit
    if _is_rank(context, right):
        place = _WITHIN.match(string, number.end) if right.max is None else None
        last = number.value if right.max is None else right.max
        threshold = Threshold(
            "rank", "le", last, unit=context.unit, within=place["within"] if place else None
        )
        unsure = () if right.max is None else (_UNCLEAR,)
        end = place.end() if place else right.end
        return Measure(threshold, left.start, end, True, unsure, at=number.start)
    sign = _SIGN.match(string, 0, number.start)
    if sign and right.max is None and left.start == number.start:
        left.direction = "increase" if sign["sign"] == "+" else "decrease"
        left.start, unclear = sign.start("sign"), True
    if _OF_PLAN.match(string, right.end) and "vượt" in left.phrases:
        unclear = True  # "vượt 5% dự toán": over the plan by 5 %, no level of 5 %
    if _OPENS_WITH_CHANGE.match(context.indicator) and not left.comparators and not left.level:
        unclear = unclear or left.direction is None
    direction = left.direction
    if direction is None and not left.level:
        direction = _direction(context.indicator) or _direction_of_column(context.column)
    if right.max is not None:
        unclear = unclear or bool(comparators) or right.max <= number.value
        threshold = Threshold("range", None, number.value, right.max, unit)
        if direction:
            threshold = replace(threshold, kind="change", direction=direction)
    elif direction:
        threshold = Threshold("change", comparator, number.value, None, unit, direction)
    else:
        threshold = Threshold("level", comparator, number.value, None, unit)
    threshold = replace(threshold, per=right.per or left.per)
    year = _baseline_year(string, right.end) or _baseline_year(f" {context.column}", 0)
    if direction and year:
        threshold = replace(threshold, baseline=Baseline(year=year))
    if _is_each(string, left.start):
        threshold = replace(threshold, each=True)
    cued = bool(comparators - {"eq"}) or left.level or direction is not None or unit == "%"
    cued = cued or (left.does and right.known)
    weak = unit != "%" and not direction and not left.level and not left.does
    weak = weak and set(left.phrases) <= _WEAK and bool(left.phrases or right.comparator)
    doubts = [_UNCLEAR] * unclear + ["unclear_unit"] * right.unit_is_cut
    return Measure(
        threshold, left.start, right.end, cued, tuple(doubts), (), right.known, weak, number.start
    )


# A sign that touches its number where a phrase begins; "- 95%" is a list mark.
_WEAK = frozenset(("từ", "trên", "dưới", "hơn", "có"))
_SIGN = regex.compile(r"(?r)(?:^|(?<=[\s(;,]))(?P<sign>[+\-−–])")
_OF_PLAN = regex.compile(r"(?i)\s?(?:so với )?(?:dự toán|kế hoạch|chỉ tiêu)")
_OPENS_WITH_CHANGE = regex.compile(r"(?i)\W*(?:tăng|giảm|nâng)\s(?!trưởng|cường)")
_SO_VOI = regex.compile(
    r"(?i)[^.;]{0,60}?so với (?:cùng kỳ |cuối |kết quả )?năm (?P<year>(?:19|20)\d{2})"
)
_EACH = regex.compile(
    r"(?i)(?:^|[(;,.:]|\bnăm)\s*(?:mỗi|từng)\s(?!năm|tháng|quý|tuần|ngày)[^.;(]{0,120}$"
)


def _baseline_year(string: str, end: int) -> int | None:
    match = _SO_VOI.match(string, end)
    return int(match["year"]) if match else None


def _is_each(string: str, start: int) -> bool:
    return bool(_EACH.search(string, 0, start))


@cache
def _direction_at_end() -> regex.Pattern[str]:
    # "Tăng trung bình" at the end of an indicator makes a change; "tốc độ tăng" is a level.
    return regex.compile(
        r"(?i)(?<!cần |phải |tốc độ |mức |mức độ |tỷ lệ |tỉ lệ )(?<!\p{L})(?P<verb>tăng|giảm)"
        r"(?:\s(?:thêm|trung bình|bình quân|hằng năm|hàng năm|mỗi năm|so với.*))*"
        r"\s*(?:/\s?năm)?\s*(?:\([^()]*\))?\W*$"
    )


def _direction(indicator: str) -> Direction | None:
    match = _direction_at_end().search(indicator)
    if not match:
        return None
    return "increase" if match["verb"].lower() == "tăng" else "decrease"


_CHANGE_COLUMN = regex.compile(r"(?i)(?:mức\s)?(?P<verb>tăng|giảm)(?!\p{L}|\strưởng)")


def _direction_of_column(heading: str) -> Direction | None:
    """ "Mức giảm so với năm 2024" heads changes."""
    match = _CHANGE_COLUMN.match(heading)
    if not match:
        return None
    return "increase" if match["verb"].lower() == "tăng" else "decrease"


_WITHIN = regex.compile(
    r"(?i)(?:\s?/\s?\d+)?\s?(?:của|trong|ở)?\s?(?P<within>\p{L}+(?:\s\p{L}+){0,4})?(?:\s?trở lên)?"
)


@cache
def _rank_units() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    names = _alternatives(row["unit"] for row in rows("ranks") if "unit" in row)
    whole = regex.compile(rf"(?i)\W*(?:{names})\W*")
    edge = regex.compile(rf"(?i)\W*(?:{names})(?!\p{{L}})|.*(?:{names})\W*(?:\([^()]*\)\W*)?$")
    return whole, edge


def _is_rank(context: Context, right: _Right) -> bool:
    """A bare value is a place where the unit says so, or the indicator begins or ends with it."""
    whole, edge = _rank_units()
    if context.unit is not None:
        return bool(whole.fullmatch(context.unit))
    return bool(edge.match(context.indicator) and not right.known)


def compares(string: str) -> bool:
    """Whether a comparator that can be nothing else ("tối thiểu", "≥") stands in ``string``."""
    return bool(_comparators().search(string))


@cache
def _comparators() -> regex.Pattern[str]:
    cues = [row["before"] for row in rows("comparators") if "before" in row]
    return regex.compile(rf"(?i){_alternatives(c for c in cues if ' ' in c or not c[0].isalpha())}")


def number_words(string: str) -> list[Number]:
    """Numbers in words after a comparator: "ít nhất một"."""
    return [
        Number(_numerals()[" ".join(m["word"].lower().split())], *m.span("word"))
        for m in _numeral().finditer(string)
    ]


@cache
def _numerals() -> dict[str, int]:
    return {row["word"]: row["value"] for row in rows("numerals")}


@cache
def _numeral() -> regex.Pattern[str]:
    cues = _alternatives(
        row["before"] for row in rows("comparators") if len(row.get("before", "").split()) > 1
    )
    return regex.compile(
        rf"(?i)(?:{cues})\s+(?:(?:đạt|có|là)\s+)?(?P<word>{_alternatives(_numerals())})\s+(?=\p{{L}})"
    )


# ------------------------------------------------------------------ ranks, from–to


@cache
def _rank_patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    def named(key: str) -> str:
        return _alternatives(row[key] for row in rows("ranks") if key in row)

    word = r"\p{L}[\p{L}\d]*"
    within = rf"(?:\s(?:của|trong|ở)?\s?(?P<within>{word}(?:\s{word}){{0,4}}))?"
    group = regex.compile(
        rf"(?i)(?P<group>{named('group')})\s(?P<value>\d+)(?:\s\(\p{{L}}+\))?"
        rf"(?P<unit>(?:,?\s{word}){{0,6}}?)\s?(?P<best>{named('best')}){within}"
        rf"|(?P<group>(?:(?:thuộc|trong)\s)?(?:top|tốp))\s(?P<value>\d+)(?:\s(?:dẫn đầu))?{within}"
    )
    place = regex.compile(
        rf"(?i)(?:từ\s)?(?P<place>{named('place')})\s(?:thứ\s)?(?P<value>\d+)(?:\s?/\s?\d+)?"
        rf"(?:\s(?:trở lên|trở xuống))?{within}"
    )
    return group, place


def _ranks(string: str, context: Context) -> list[Measure]:
    found: list[Measure] = []
    named = identifiers(string)
    for pattern in _rank_patterns():
        for match in pattern.finditer(string):
            if any(low <= match.start("value") < high for low, high, _ in named):
                continue  # "xếp hạng 4 sao", "kỳ họp thứ 19"
            groups = match.groupdict()
            unit = " ".join((groups.get("unit") or "").strip(" ,").split()) or None
            threshold = Threshold(
                "rank", "le", float(match["value"]), unit=unit, within=groups.get("within")
            )
            # "xếp thứ 5" may tell a place reached; a group of the best is one to belong to.
            cued = bool(groups.get("group")) or "trở lên" in match[0]
            at = match.start("value")
            found.append(Measure(threshold, match.start(), match.end(), cued, at=at))
    return found


_STARTS_FROM = regex.compile(r"(?i)(?:.*\s)?từ\s")
_IN_YEAR = regex.compile(
    r"(?i)\s*\(?(?:(?:vào |trong |của )?năm (?P<year>(?:19|20)\d{2})\)?)?,?\s*"
)
_MOVES = regex.compile(r"(?i)(?:tăng |giảm |nâng )?(?:lên|xuống|còn)\b")


def _from_to(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "từ 23 xuống 18": the first value is the baseline of the second."""
    joined: list[Measure] = []
    for measure in found:
        before = joined[-1] if joined else None
        between = string[before.end : measure.start] if before else "-"
        year = _IN_YEAR.fullmatch(between)
        starts_from = before and _STARTS_FROM.match(string, before.start, before.end)
        moves = _MOVES.match(string, measure.start, measure.end)
        if before and starts_from and moves and year:
            threshold = measure.threshold
            if threshold.kind == "change":
                threshold = replace(threshold, kind="level", direction=None)
            threshold = replace(
                threshold,
                unit=threshold.unit or before.threshold.unit,
                baseline=Baseline(
                    int(year["year"]) if year["year"] else None, before.threshold.value
                ),
            )
            joined[-1] = replace(measure, threshold=threshold, start=before.start, cued=True)
        else:
            joined.append(measure)
    return joined
