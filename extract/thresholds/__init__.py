"""Phrase → threshold: comparator, value, unit, change, rank, range, as the target model says.

A phrase is built around a number from the inside out. To its left and right only whole vocabulary
phrases are taken, the longest first, so that a cue is never found inside a longer one ("không quá"
is one phrase, and "trên" in "không trên 40%" is not reached). What is left over is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Literal

import regex

from extract.dues import every
from extract.expressions import Match, Pattern, compiled
from extract.model import Baseline, Comparator, Direction, Threshold
from extract.numbers import Number, numbers
from extract.patterns import remembered
from extract.thresholds.frequencies import frequencies, frequency_of
from extract.thresholds.left import Left, compares, left_of, misspelt
from extract.thresholds.measure import NO_CONTEXT, UNCLEAR, Context, Measure
from extract.thresholds.numerals import (
    first_numerals,
    numerals,
    word_value,
    worded_objects,
    worded_ranges,
    words_end,
)
from extract.thresholds.ranks import is_rank, rank_of, ranks
from extract.thresholds.right import own_unit_end, right_of, units
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords, words_in

__all__ = ["NO_CONTEXT", "Context", "Measure", "compares", "measures", "number_words"]


def measures(string: str, context: Context = NO_CONTEXT) -> tuple[Measure, ...]:
    """Every measure in ``string``, left to right; numbers that name something are left out."""
    return _measures(string, context)  # one way to ask, so that one answer is remembered


@remembered
def _measures(string: str, context: Context) -> tuple[Measure, ...]:
    words = number_words(string)
    if not words and not _DIGIT.search(string):
        return ()
    found = [*ranks(string), *map(frequency_of, frequencies(string))]
    taken = [(measure.start, measure.end) for measure in found]
    candidates = [*numbers(string), *words]
    end = 0
    for number in sorted(candidates, key=lambda n: n.start):
        inside = any(low <= number.start < high for low, high in taken)
        if number.start < end or inside or _names_something(string, number, context):
            continue
        measure = _measure(string, number, context, floor=end)
        end = measure.end
        found.append(measure)
    found.sort(key=lambda m: m.start)
    return tuple(_with_baselines(string, _run_together(string, _from_to(string, found))))


def _run_together(string: str, found: Sequence[Measure]) -> list[Measure]:
    """Two values with nothing between them ("98% 03 lớp") are cells that lost their rules."""
    result = list(found)
    for index, (first, second) in enumerate(pairwise(found)):
        if second.start == second.at and not string[first.end : second.start].strip():
            for at in (index, index + 1):
                doubts = dict.fromkeys((*result[at].doubts, UNCLEAR))
                result[at] = replace(result[at], doubts=tuple(doubts))
    return result


# "tuổi từ 18 đến 22"
_AGED = compiled(
    r"(?ir)(?<!\p{L})(?<!\d\s)tuổi(?: đời)?\s(?:từ\s)?(?:đủ\s)?"
    r"(?:\d+\s?(?:[-–]|đến(?:\s(?:hết|đủ|dưới))?)\s?)?"
)
_AGE = compiled(r"(?i)(?:\s?(?:[-–]|đến)\s?\d+)?\s?(?:(?:tháng|tuần|ngày)\s)?tuổi(?!\p{L}|\s?thọ)")
_OF_AGE = compiled(r"(?i)tuổi thọ|tuổi (?:trung bình|bình quân)|độ tuổi bình quân")


def _names_something(string: str, number: Number, context: Context) -> bool:
    """A figure glued to letters that are no unit ("5G"), an age that tells who is meant."""
    following = string[number.end : number.end + 1]
    if following.isalpha() and not units().match(string, number.end):
        return own_unit_end(string, number.end) is None
    if _SO_MANY.match(string, number.start) and _PER_SO_MANY.match(string, 0, number.start):
        return True
    if _EACH_ONE.match(string, number.start) and _ON_AVERAGE.match(string, 0, number.start):
        return True
    if _YEAR.fullmatch(string, number.start, number.end) and (
        _BEFORE_YEAR.match(string, 0, number.start) or _HEADS_BRACKET.match(string, number.start)
    ):
        return True
    if _PART_OF_YEAR.match(string, number.start):
        return True
    if _MONTHS.match(string, number.end) and _TRAINED.match(string, 0, number.start):
        return True
    if "tuổi" not in words_in(string):
        return False
    aged = _AGE.match(string, number.end) is not None
    if not aged and not units().match(string, number.end):
        aged = _AGED.match(string, 0, number.start) is not None
    if not aged or len(string.split()) <= 5:
        return False
    return not (_OF_AGE.search(string) or _OF_AGE.search(context.indicator))


# "lớp đào tạo nghề dưới 03 tháng": how such training is called.
_MONTHS = compiled(r"(?i)\s?tháng(?!\p{L})")
_TRAINED = compiled(r"(?ir)(?<!\p{L})(?:đào tạo|dạy nghề)(?:\s\p{L}+){0,3}\sdưới\s")
# "Số bác sĩ trên 10.000 dân là 10,5": what the value is counted by.
_PER_SO_MANY = compiled(r"(?i)(?r)(?<!\p{L})trên\s")
_SO_MANY = compiled(
    r"(?i)(?:0?1\s?(?:ha|héc ta|đơn vị diện tích|km2)|"
    r"1(?:0*|0{0,2}(?:\.000)+)\s?(?:dân|người|ha|hộ|lao động|trẻ|ca|cặp))(?!\p{L})[^;.]*\d"
)
# "bình quân 01 cán bộ phụ trách không quá 30 hộ"
_EACH_ONE = compiled(r"0?1\s\p{L}(?:(?!so với|năm \d)[^;.])*\d")
_ON_AVERAGE = compiled(r"(?ir)(?<!\p{L})(?:bình quân|trung bình|cứ)\s")
# "để đến 2005 đạt mức sinh thay thế"
_YEAR = compiled(r"(?:19|20)\d\d")
_PART_OF_YEAR = compiled(r"(?i)\d{1,2}\stháng\s(?:đầu|cuối)\snăm")
_HEADS_BRACKET = compiled(r"(?<=\()\d{4}\s?:")  # "đạt 58% (2024: 51,2%)"
_BEFORE_YEAR = compiled(r"(?i)(?r)(?<!\p{L})(?:đến|từ|trước|sau|hết|cuối|so với)\s")
_DIGIT = compiled(r"\d")


def number_words(string: str) -> list[Number]:
    """Numbers in words, in order: after a comparator ("ít nhất một"), as the object of a verb ("Mở
    hai lớp"), as the two ends of a range ("hai đến ba"), as a frequency ("ít nhất mỗi quý một
    lần")."""
    padded = f" {string.lower()} "
    if not any(map(padded.__contains__, first_numerals())):
        return []
    found = []
    for match in _after_comparators(string):
        start, end = match.start("word"), words_end(string, match.start("word"))
        found.append(Number(word_value(string[start:end]), start, end))
    for match in worded_objects(string):
        if _is_object(string, match):
            found.append(Number(word_value(match["word"]), *match.span("word")))
    for match in worded_ranges(string):
        for name in ("first", "last"):
            found.append(Number(word_value(match[name]), *match.span(name)))
    for match in frequencies(string):
        if match["times"].isalpha():
            found.append(Number(word_value(match["times"]), *match.span("times")))
    return sorted({number.start: number for number in found}.values(), key=lambda n: n.start)


def _is_object(string: str, match: Match) -> bool:
    """Whether a number in words counts what a verb does ("Thành lập ba tổ"), those that a bigger
    number is made of ("trong đó có hai trường"), or opens to above ("từ hai cây trở lên")."""
    start = match.start("word")
    if _FROM_WORD.match(string, 0, start):
        return _AND_ABOVE.match(string, match.end("word")) is not None
    if units().match(string, match.end("word")) is None:
        return False
    return _OF_WHICH.match(string, 0, start) is not None or left_of(string, start, 0).does


_FROM_WORD = compiled(r"(?ir)(?<!\p{L})từ\s")
_AND_ABOVE = compiled(r"(?i)\s\p{L}[^.;:\d]{0,60}?\strở\slên(?!\p{L})")
_OF_WHICH = compiled(r"(?ir)(?<!\p{L})(?:trong đó có|có thêm|ra mắt thêm|tăng thêm)\s")


def _after_comparators(string: str) -> Iterator[Match]:
    if words_in(string).isdisjoint(_last_words_of_comparators()):
        return
    for _, match in _numeral().matches(string):
        yield match


@cache
def _last_words_of_comparators() -> frozenset[str]:
    cues = (row.get("before", "").split() for row in rows("comparators"))
    return frozenset(cue[-1] for cue in cues if len(cue) > 1)


@cache
def _numeral() -> AtWords:
    cues = (row["before"] for row in rows("comparators") if len(row.get("before", "").split()) > 1)
    word = rf"\s+(?:(?:đạt|có|là)\s+)?(?P<word>{numerals()})\s+(?=\p{{L}})"
    return AtWords(("numeral", regex.escape(cue) + word) for cue in cues if cue[0].isalpha())


# ------------------------------------------------------------------ the whole phrase


def _measure(string: str, number: Number, context: Context, floor: int) -> Measure:
    left, right = left_of(string, number.start, floor), right_of(string, number)
    comparators = set(_apart_from_from(left) if right.comparator else left.comparators)
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
    unclear = unclear or _is_torn(string, number.start)
    unclear = unclear or (not left.comparators and misspelt(string, left.start))
    unclear = unclear or string.startswith(" nửa", number.end)  # "ít nhất một nửa số thôn"
    unit = right.unit or context.unit
    if is_rank(context, right):
        beyond = not {"lt", "gt"}.isdisjoint(left.comparators)
        return rank_of(string, number, left.start, right, context, beyond=beyond)
    if right.max is None and left.start == number.start and (sign := _sign(string, left.start)):
        left.direction = "increase" if sign == "+" else "decrease"
        left.start, unclear = left.start - 1, True
    more = next((phrase for phrase in left.phrases if phrase in _MORE), None)
    changes = left.level or left.direction is not None or right.max is not None
    if more and not changes and _THAN.match(string, right.end):
        # "cao hơn 15 triệu đồng so với năm 2024": by so much
        left.direction, comparator = _MORE[more], "eq"
        unclear = unclear or left.direction is None
    over = "vượt" in left.phrases or (number.value < 50 and "đạt và vượt" in left.phrases)
    if over and _OF_PLAN.match(string, right.end):
        unclear = True  # "vượt 5% dự toán": over the plan by 5 %, no level of 5 %
    if not (left.comparators or left.level or left.direction):
        unclear = unclear or bool(_OPENS_WITH_CHANGE.match(context.indicator))
    direction = left.direction
    if direction == "decrease" and "dưới" in left.phrases:
        # "giảm dưới 1%" most likely leaves out "xuống": a level; it may mean the amount.
        direction, left.level, unclear = None, True, True
    bare = set(left.phrases) <= _BARE and right.comparator is None
    rate = left.per or right.per or "bình quân" in left.phrases
    if direction is None and not left.level:
        if rate or bare:
            direction = _verb_before(string, left.start)
        if direction is None:
            direction, doubtful = _amount_of_change(string, left.start, right.end, comparators)
            unclear = unclear or doubtful
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
    per = right.per or left.per
    if per is None and unit is not None and "%" not in unit and threshold.kind != "range":
        per = _per_at_start(string, left.start)
    if per is not None:
        threshold = replace(threshold, per=per)
    if direction and (
        year := _baseline_year(string, right.end)
        or _year_before(string, left.start)
        or _baseline_year(f" {context.column}", 0)
    ):
        threshold = replace(threshold, baseline=Baseline(year=year))
    if _is_each(string, left.start) or _EACH_AFTER.match(string, right.end):
        threshold = replace(threshold, each=True)
    cued = bool(comparators - {"eq"}) or left.level or direction is not None or unit == "%"
    cued = cued or (left.does and right.known) or (unit == "lần" and threshold.per is not None)
    weak = unit != "%" and not direction and not left.level and not left.does
    weak = weak and set(left.phrases) <= _WEAK and bool(left.phrases or right.comparator)
    doubts = [UNCLEAR] * unclear + ["unclear_unit"] * right.unit_is_cut
    if not cued and left.does and right.unit is not None:
        cued = True
        doubts.append("perhaps_no_target")  # "Tổ chức 02 ngày hội", but "Tổ chức 2 cấp chính quyền"
    return Measure(
        threshold,
        left.start,
        right.end,
        cued,
        tuple(doubts),
        (),
        right.known,
        weak,
        number.start,
        left.level or not _STATED.isdisjoint(left.phrases),
        left.verb,
    )


def _apart_from_from(left: Left) -> list[Comparator]:
    """The comparators without that of "từ", where the words after the number say which side is
    meant: "từ 35 vụ trở xuống"."""
    found = list(left.comparators)
    if left.from_:
        found.remove("ge")
    return found


def _is_torn(string: str, start: int) -> bool:
    """Whether a number is the end of another: "99 ,5%"."""
    return (
        string[max(start - 2, 0) : start] in (" ,", " .")
        and string[start - 3 : start - 2].isdigit()
    )


_MORE: dict[str, Direction | None] = {
    "cao hơn": "increase",
    "nhiều hơn": "increase",
    "lớn hơn": "increase",
    "thấp hơn": "decrease",
    "ít hơn": "decrease",
    "nhỏ hơn": "decrease",
    "hơn": None,  # "nhanh hơn 20% so với quy định"
}
_THAN = compiled(r"(?i)\sso với\s")
# What these lead up to is a value of what stands before them.
_STATED = frozenset(("là", "ở mức", "bằng"))
_WEAK = frozenset(("từ", "trên", "dưới", "hơn", "có"))


def _sign(string: str, at: int) -> str:
    """The sign that touches a number where a phrase begins; "- 95%" is a list mark."""
    sign, before = string[max(at - 1, 0) : at], string[max(at - 2, 0) : max(at - 1, 0)]
    return sign if sign in _SIGNS and before in _BEFORE_SIGN else ""


_SIGNS = frozenset("+-−–")
_BEFORE_SIGN = frozenset(("", " ", "\n", "(", ";", ","))
_OF_PLAN = compiled(r"(?i)\s?(?:so với )?(?:dự toán|kế hoạch|chỉ tiêu)")
_OPENS_WITH_CHANGE = compiled(r"(?i)\W*(?:tăng|giảm|nâng)\s(?!trưởng|cường)")
_THE_YEAR = (
    r"so (?:với )?(?:(?:cùng kỳ|cuối|kết quả|thực hiện|ước|mức|số) ){0,3}(?:của )?(?:năm )?"
    r"(?P<year>(?:19|20)\d{2})(?!\d)"
)
_SO_VOI = compiled(rf"(?i)(?:[^.;]{{0,60}}?|[^.;\d]{{61,160}}?){_THE_YEAR}")
# "so với năm 2024, tăng ít nhất 5%", "So với năm 2024, tỷ lệ hộ nghèo giảm 1%"
_SO_VOI_BEFORE = compiled(
    rf"(?i)(?r)(?<!\p{{L}}){_THE_YEAR},?\s(?:phấn đấu )?|(?:^|[.;]\s)[–+-]?\s?{_THE_YEAR},[^.;\d]*"
)
# "Mỗi năm, huyện có thêm ít nhất 05 sản phẩm"
_PER_AT_START = compiled(
    r"(?i)(?:^|[.;:(–+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo)\s)"
    r"(?P<per>(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần))(?!\p{L})[^.;:(\d]{0,120}$"
)


def _per_at_start(string: str, start: int) -> str | None:
    words = words_in(string)
    if words.isdisjoint(("mỗi", "hằng", "hàng")):
        return None
    match = _PER_AT_START.search(string, 0, start)
    return every(match["per"]) if match else None


_CLAUSE = r"(?:^|[();,.:]|\bnăm|bảo đảm|đảm bảo|phấn đấu|yêu cầu|mục tiêu|bình quân)\s*"
_EACH = compiled(
    rf"(?i){_CLAUSE}(?:mỗi|từng)\s(?!năm|tháng|quý|tuần|ngày|bước)"
    r"(?:(?!,\s(?:toàn|cả)\s)[^.;()]){0,120}$"
    # "xây dựng mỗi huyện tối thiểu 02 tuyến"
    rf"|{_CLAUSE}(?:\p{{L}}+\s){{1,3}}(?<!của )(?<!theo )(?<!với )(?<!trong )(?<!cho )mỗi\s"
    r"(?!năm|tháng|quý|tuần|ngày|bước)[^.,;(]{0,120}$"
    r"|\s(?:của|ở|tại|trên)\s(?:mỗi|từng)\s(?!năm|tháng|quý|tuần|ngày|lần|\d)[^.;:,(\d]{1,60}$"
)


# "ít nhất 02 mô hình ở mỗi xã", "ít nhất 02 cán bộ chuyên trách tại mỗi trạm"
_EACH_AFTER = compiled(
    r"(?i)(?:\s?(?:cho |ở |tại |đối với |trên )?|(?:\s\p{L}+){1,7}?\s(?:ở|tại)\s)(?:mỗi|từng)\s"
    r"(?!năm|tháng|quý|tuần|ngày|lần|\d)\p{L}"
)


def _baseline_year(string: str, end: int) -> int | None:
    match = _SO_VOI.match(string, end)
    return int(match["year"]) if match else None


def _year_before(string: str, start: int) -> int | None:
    match = _SO_VOI_BEFORE.match(string, 0, start)
    return int(match["year"]) if match else None


def _is_each(string: str, start: int) -> bool:
    words = words_in(string)
    return ("mỗi" in words or "từng" in words) and bool(_EACH.search(string, 0, start))


def _verb_direction(match: Match | None) -> Direction | None:
    if not match:
        return None
    return "increase" if match["verb"].lower() == "tăng" else "decrease"


@cache
def _direction_at_end() -> Pattern:
    # "Tăng trung bình" at the end of an indicator makes a change; "tốc độ tăng" is a level.
    return compiled(
        r"(?i)(?<!cần |phải |tốc độ |mức |mức độ |tỷ lệ |tỉ lệ )(?<!\p{L})(?P<verb>tăng|giảm)"
        r"(?:\s(?:thêm|trung bình|bình quân|hằng năm|hàng năm|mỗi năm|(?:trong )?(?:năm|kỳ)"
        r"(?:\s\d{4})?|so với.*))*"
        r"\s*(?:/\s?năm)?\s*(?:\([^()]*\))?\W*$"
    )


def _direction(indicator: str) -> Direction | None:
    if words_in(indicator).isdisjoint(("tăng", "giảm")):
        return None
    match = _direction_at_end().search(indicator)
    return _verb_direction(match)


_BARE = frozenset(("bình quân", "trung bình", "khoảng", "từ"))
_FAR_VERB = compiled(
    r"(?i)(?:^|[,;:.(+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo|mức|tiếp tục)\s)"
    r"(?:kéo\s)?(?P<verb>tăng|giảm)\s(?!trưởng|cường)"
    r"[^.;:,()\d]{0,80}$"
)


def _verb_before(string: str, start: int) -> Direction | None:
    """The verb of a rate of change: "Giảm tỷ lệ hộ nghèo bình quân từ 0,5% trở lên mỗi năm"."""
    if words_in(string).isdisjoint(("tăng", "giảm")):
        return None
    match = _FAR_VERB.search(string, 0, start)
    return _verb_direction(match)


# "số vụ cháy, nổ", "số vụ, số người chết và số người bị thương": one object, for all its commas.
_NUMBERS_OF = (
    r"(?:số|cả (?:0?3|ba) (?:tiêu chí|mặt))(?!\p{L})[^.;:,()\d]{0,60}"
    r"(?:,\s(?:số\s[^.;:,()\d]{1,60}|\p{Ll}+(?:\s\p{Ll}+)?(?=,|\svà\s|\s*$)[^.;:,()\d]{0,60}))+"
)
# "tai nạn giao thông trên cả 3 tiêu chí (số vụ, số người chết, số người bị thương)"
_ALL_THREE = r"[^.;:,()\d]{0,60}cả (?:0?3|ba) (?:tiêu chí|mặt)(?:\s?\([^()]*\))?\s*"
# "Tiết kiệm chi thường xuyên tối thiểu 10%": the verb's object stands between.
_CHANGES_ITS_OBJECT = compiled(
    r"(?i)(?:^|[;:.(+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo|tiếp tục|thực hiện|năm|\d{4},?)\s)"
    r"(?P<verb>tăng|giảm|kéo giảm|cắt giảm|tiết kiệm|rút ngắn|tinh giản|cải thiện)\s"
    r"(?!trưởng|cường)"
    rf"(?P<object>[^.;:,()\d]{{1,80}}|{_NUMBERS_OF}|{_ALL_THREE})$"
)
_CHANGING = frozenset(("tăng", "giảm", "kéo", "cắt", "tiết", "rút", "tinh", "cải"))
_PLACE_BEFORE = compiled(r"(?i)(?<!\p{L})(?:tại|ở|cho|với|đối với|trong|của|trên|có|và|đạt|để)\s*$")
_RATE = compiled(r"(?i)(?<!\p{L})(?:t[ỷỉ] (?:lệ|trọng|suất)|mức|độ|chỉ số)(?!\p{L})")
_ENDS_OR_COMPARES = compiled(
    r"(?i)\W*$|\s*[.,;:()]"
    r"|\s(?:so với|mỗi|hằng|hàng|trong|để|theo|vào|đến|trở|trên|tại|ở|nhằm|bằng|và)\s"
)


def _amount_of_change(
    string: str, start: int, end: int, comparators: set[Comparator]
) -> tuple[Direction | None, bool]:
    """The change that a compared value is the amount of, and whether that is doubtful: "tăng tỷ lệ
    ... tối thiểu 80%" may name the level."""
    if words_in(string).isdisjoint(_CHANGING):
        return None, False
    if not (match := _CHANGES_ITS_OBJECT.search(string, 0, start)):
        return None, False
    several = "," in match["object"]
    if _PLACE_BEFORE.search(string, 0, start):
        return None, False
    plain = _ENDS_OR_COMPARES.match(string, end) is not None
    if not plain or (comparators and comparators.isdisjoint(("ge", "gt"))):
        # "Cắt giảm thời gian giải quyết 100% hồ sơ" may count what it is done to.
        return None, not several
    rising = match["verb"].lower() in ("tăng", "cải thiện")
    doubtful = bool(comparators) and rising and _RATE.search(match["object"]) is not None
    return ("increase" if rising else "decrease"), doubtful


_CHANGE_COLUMN = compiled(r"(?i)(?:mức\s)?(?P<verb>tăng|giảm)(?!\p{L}|\strưởng)")


def _direction_of_column(heading: str) -> Direction | None:
    """ "Mức giảm so với năm 2024" heads changes."""
    match = _CHANGE_COLUMN.match(heading)
    return _verb_direction(match)


# ------------------------------------------------------------------ baselines

# "trên 95% (hiện nay 91,3%)", "60% (năm 2023: 58,9%)"
_REACHED = compiled(
    r"(?i)[^();.]{0,40}?\((?:hiện(?: nay| tại)?|thực hiện năm (?P<year>(?:19|20)\d\d)"
    r"|(?:kết quả )?năm (?P<year>(?:19|20)\d\d)"
    r"|(?:kết quả )?năm học (?:19|20)\d\d\s?[-–]\s?(?P<year>(?:19|20)\d\d))"
    r"\s?:?\s?(?:mới )?(?:là |đạt |còn |có )*$"
    r"|\s?so với (?:cuối )?năm (?P<year>(?:19|20)\d\d) \($"
    r"|\s?\((?P<year>(?:19|20)\d\d)\s?:\s$"
)
# "tỷ lệ hộ khá (năm 2024: 30%) lên 35%"
_REACHED_BEFORE = compiled(
    r"(?ir)\((?:hiện(?: nay| tại)?|(?:thực hiện |kết quả )?năm (?P<year>(?:19|20)\d\d))"
    r"\s?:?\s?(?:mới )?(?:là |đạt |còn |có )*"
)


def _with_baselines(string: str, found: Sequence[Measure]) -> list[Measure]:
    """A value in a bracket that tells what was reached is the baseline of the one before it, or
    behind it where that is led up to by "lên", "xuống"."""
    kept: list[Measure] = []
    for measure in found:
        before = kept[-1] if kept else None
        if before and measure.level and string[before.end : measure.start].strip() == ")":
            reached = _REACHED_BEFORE.match(string, 0, before.start)
            goal = measure.threshold
            if reached and goal.baseline is None and before.threshold.unit == goal.unit:
                year = int(reached["year"]) if reached["year"] else None
                goal = replace(goal, baseline=Baseline(year=year, value=before.threshold.value))
                kept[-1] = replace(measure, threshold=goal, baseline=(before.start, before.end))
                continue
        if before and "(" in string[before.end : measure.start]:
            reached = _REACHED.fullmatch(string, before.end, measure.start)
            goal = before.threshold
            unknown = goal.baseline is None or goal.baseline.value is None
            if reached and unknown and measure.threshold.unit == goal.unit:
                year = int(reached["year"]) if reached["year"] else None
                value = Baseline(year=year, value=measure.threshold.value)
                kept[-1] = replace(
                    before,
                    threshold=replace(goal, baseline=value),
                    baseline=(measure.start, measure.end),
                )
                continue
        kept.append(measure)
    return kept


# ------------------------------------------------------------------ from, to

_STARTS_FROM = compiled(r"(?i)(?:.*\s)?từ\s")
_IN_YEAR = compiled(
    r"(?i)\s*\(?(?:(?:(?:vào |trong |của )?năm (?P<year>(?:19|20)\d{2})|hiện (?:nay|tại|có))\)?)?"
    r",?\s*"
    r"(?:(?:tăng|nâng|giảm|hạ|rút|đưa)\s)?(?P<to>về (?:mức )?)?"
)
_PLACES = compiled(r"(?ir)(?:thứ hạng|xếp hạng|vị trí|thứ bậc)(?:\s\p{L}+){0,4}\s*")
_MOVES = compiled(r"(?i)(?:tăng |giảm |nâng )?(?:lên|xuống|còn)\b")


def _from_to(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "từ 23 xuống 18": the first value is the baseline of the second."""
    joined: list[Measure] = []
    for measure in found:
        before = joined[-1] if joined else None
        if before and (rank := _climbing(string, before, measure)):
            joined[-1] = rank
            continue
        year = _IN_YEAR.fullmatch(string, before.end, measure.start) if before else None
        if (
            before
            and year
            and _STARTS_FROM.match(string, before.start, before.end)
            and (year["to"] or _MOVES.match(string, measure.start, measure.end))
        ):
            threshold = measure.threshold
            if threshold.kind == "change":
                kind: Literal["level", "range"] = "level" if threshold.max is None else "range"
                threshold = replace(threshold, kind=kind, direction=None)
            if threshold.unit is None and _PLACES.match(string, 0, before.start):
                threshold = replace(threshold, kind="rank", comparator="le")
            threshold = replace(
                threshold,
                unit=threshold.unit or before.threshold.unit,
                baseline=Baseline(
                    int(year["year"]) if year["year"] else None, before.threshold.value
                ),
            )
            joined[-1] = replace(
                measure,
                threshold=threshold,
                start=before.start,
                cued=True,
                baseline=(before.start, before.end),
            )
        else:
            joined.append(measure)
    return joined


def _climbing(string: str, before: Measure, measure: Measure) -> Measure | None:
    """ "từ vị trí 35 lên vị trí 25": a rank with the one from which it leads away."""
    if before.threshold.kind != "rank" or measure.threshold.kind != "rank":
        return None
    begins = _FROM.match(string, 0, before.start)
    to = _TO.fullmatch(string, before.end, measure.start) if begins else None
    if begins is None or to is None:
        return None
    year = int(to["year"]) if to["year"] else None
    baseline = Baseline(year=year, value=before.threshold.value)
    threshold = replace(measure.threshold, baseline=baseline)
    return replace(
        measure,
        threshold=threshold,
        start=begins.start(),
        cued=True,
        baseline=(before.start, before.end),
    )


_FROM = compiled(r"(?ir)(?<!\p{L})(?:(?:tăng|nâng|cải thiện|đưa)\s)?từ\s")
_TO = compiled(
    r"(?i)(?: \(?(?:vào |của )?năm (?P<year>(?:19|20)\d\d)\)?)?,?\s"
    r"(?:tăng |nâng )?(?:lên|xuống|đến|về)\s(?:mức )?"
)
