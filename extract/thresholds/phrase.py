"""One number and the phrases that stand around it → one measure."""

from __future__ import annotations

from dataclasses import replace

from extract.expressions import compiled
from extract.model import Baseline, Comparator, Direction, Threshold
from extract.numbers import Number
from extract.thresholds.baselines import baseline_year
from extract.thresholds.directions import direction_around, direction_of_neighbours
from extract.thresholds.each import is_each, per_at_start
from extract.thresholds.left import Left, left_of, misspelt
from extract.thresholds.measure import UNCLEAR, Context, Measure
from extract.thresholds.ranks import is_rank, rank_of
from extract.thresholds.right import Right, right_of
from extract.vocabulary.at_words import words_in


def measure_at(string: str, number: Number, context: Context, floor: int) -> Measure:
    """The measure that is built around a number; nothing before ``floor`` belongs to it."""
    left, right = left_of(string, number.start, floor), right_of(string, number)
    comparators = _comparators(left, right)
    if not (comparators or left.direction or left.level or right.max):
        comparators |= _named_bound(string, left.start)
    several = len(comparators) > 1
    if is_rank(context, right):
        beyond = not {"lt", "gt"}.isdisjoint(left.comparators)
        return rank_of(string, number, left.start, right, context, beyond=beyond)
    unclear = several or _is_unclear(string, number, left, right)
    unit = right.unit or context.unit
    # "trên 90% trở lên": the word before the number is the stricter one and stands.
    comparator: Comparator = "eq"
    if comparators:
        comparator = left.comparators[0] if several else next(iter(comparators))
    if right.max is None and left.start == number.start and (sign := _sign(string, left.start)):
        left.direction = "increase" if sign == "+" else "decrease"
        left.start, unclear = left.start - 1, True
    elif _is_more(string, left, right):
        left.direction, comparator = _more_or_less(left), "eq"
        unclear = unclear or left.direction is None
    unclear = unclear or _may_be_change(string, number, left, right, context)
    direction, doubtful = _direction(string, left, right, context, comparators)
    unclear = unclear or doubtful
    threshold = Threshold("level", comparator, number.value, None, unit)
    if right.max is not None:
        unclear = unclear or bool(comparators) or right.max <= number.value
        threshold = Threshold("range", None, number.value, right.max, unit)
    if direction:
        threshold = replace(threshold, kind="change", direction=direction)
        if year := baseline_year(string, left.start, right.end, context.column):
            threshold = replace(threshold, baseline=Baseline(year=year))
    per = right.per or left.per
    if per is None and unit is not None and "%" not in unit and threshold.kind != "range":
        per = per_at_start(string, left.start)
    if per is not None:
        threshold = replace(threshold, per=per)
    if is_each(string, left.start, right.end, share=unit == "%"):
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


# What these lead up to is a value of what stands before them.
_STATED = frozenset(("là", "ở mức", "bằng"))
_WEAK = frozenset(("từ", "trên", "dưới", "hơn", "có"))


def _comparators(left: Left, right: Right) -> set[Comparator]:
    """What both sides say; "eq" only where nothing else is said."""
    found = set(_apart_from_from(left) if right.comparator else left.comparators)
    if right.max is not None:
        found.discard("ge" if left.from_ else "eq")
    if right.comparator:
        found.add(right.comparator)
    if found > {"eq"}:
        found.discard("eq")
    return found


def _named_bound(string: str, start: int) -> set[Comparator]:
    """The comparator in the name of what is measured: "áp lực tối thiểu tại vòi 1,0 bar"."""
    if words_in(string).isdisjoint(("thiểu", "đa")):
        return set()
    found = _BOUND.search(string, 0, start)
    return {"ge" if found["bound"].lower() == "tối thiểu" else "le"} if found else set()


_BOUND = compiled(
    r"(?i)(?<!\p{L})(?:áp lực|diện tích|thời gian|thời hạn|số lượng|chiều \p{L}+|bề rộng|cự ly"
    r"|khoảng cách|công suất|bán kính|lưu lượng|tốc độ|quy mô|mật độ|dung tích|quân số)"
    r"\s(?:\p{L}+\s)?(?P<bound>tối thiểu|tối đa)\s[^.;:,()\d]{1,60}$"
)


def _apart_from_from(left: Left) -> list[Comparator]:
    """The comparators without that of "từ", where the words after the number say which side is
    meant: "từ 35 vụ trở xuống"."""
    found = list(left.comparators)
    if left.from_:
        found.remove("ge")
    return found


def _is_unclear(string: str, number: Number, left: Left, right: Right) -> bool:
    """Whether the number, or what leads up to it, can be read in more than one way."""
    return (
        left.negated
        or not (number.certain and right.certain)
        or _is_torn(string, number.start)
        or (not left.comparators and misspelt(string, left.start))
        or string.startswith(" nửa", number.end)  # "ít nhất một nửa số thôn"
        or (" bình quân" in string and bool(_BY_MEAN.search(string, 0, number.start)))
    )


# "thấp hơn mức bình quân của tỉnh ít nhất 0,5%": by so much, or so much?
_BY_MEAN = compiled(r"(?i) (?:hơn|dưới|trên) (?:mức )?bình quân[^.;,:\d]{0,40}$")


def _is_torn(string: str, start: int) -> bool:
    """Whether a number is the end of another: "99 ,5%", "440. 000 lượt"."""
    if string.startswith("00", start):
        return True
    apart = string[max(start - 2, 0) : start] in (" ,", " .")
    return apart and string[start - 3 : start - 2].isdigit()


# ------------------------------------------------------------------ changes


def _sign(string: str, at: int) -> str:
    """The sign that touches a number where a phrase begins; "- 95%" is a list mark."""
    sign, before = string[max(at - 1, 0) : at], string[max(at - 2, 0) : max(at - 1, 0)]
    return sign if sign in _SIGNS and before in _BEFORE_SIGN else ""


_SIGNS = frozenset("+-−–")
_BEFORE_SIGN = frozenset(("", " ", "\n", "(", ";", ","))


def _is_more(string: str, left: Left, right: Right) -> bool:
    """Whether a value is by how much another is passed: "cao hơn 15 triệu đồng so với năm 2024"."""
    if left.level or left.direction is not None or right.max is not None:
        return False
    return not _MORE.keys().isdisjoint(left.phrases) and _THAN.match(string, right.end) is not None


def _more_or_less(left: Left) -> Direction | None:
    return next(_MORE[phrase] for phrase in left.phrases if phrase in _MORE)


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


def _may_be_change(string: str, number: Number, left: Left, right: Right, context: Context) -> bool:
    """Whether a value that reads as a level may be the amount of a change."""
    over = "vượt" in left.phrases or (number.value < 50 and "đạt và vượt" in left.phrases)
    if over and _OF_PLAN.match(string, right.end):
        return True  # "vượt 5% dự toán": over the plan by 5 %, no level of 5 %
    if left.comparators or left.level or left.direction:
        return False
    return bool(_OPENS_WITH_CHANGE.match(context.indicator))


_OF_PLAN = compiled(r"(?i)\s?(?:so với )?(?:dự toán|kế hoạch|chỉ tiêu)")
_OPENS_WITH_CHANGE = compiled(r"(?i)\W*(?:tăng|giảm|nâng)\s(?!trưởng|cường)")


def _direction(
    string: str, left: Left, right: Right, context: Context, comparators: set[Comparator]
) -> tuple[Direction | None, bool]:
    """Which way a change goes, None where the value is a level; and whether that is doubtful."""
    if left.direction == "decrease" and "dưới" in left.phrases:
        # "giảm dưới 1%" most likely leaves out "xuống": a level; it may mean the amount.
        left.level = True
        return None, True
    if left.direction or left.level:
        return left.direction, False
    bare = set(left.phrases) <= _BARE and right.comparator is None
    rate = left.per or right.per or "bình quân" in left.phrases
    found, doubtful = direction_around(
        string, left.start, right.end, comparators, of_rate=bool(rate or bare)
    )
    return found or direction_of_neighbours(context), doubtful


_BARE = frozenset(("bình quân", "trung bình", "khoảng", "từ"))
