"""Whether a value is the amount of a change, as the words around it tell, and which way it goes."""

from __future__ import annotations

from functools import cache

from extract.expressions import Match, Pattern, compiled
from extract.model import Comparator, Direction
from extract.thresholds.measure import Context
from extract.vocabulary.at_words import words_in


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


def direction_of_neighbours(context: Context) -> Direction | None:
    """The change that the indicator, or the heading of the column, tells of."""
    return _direction(context.indicator) or _direction_of_column(context.column)


def _direction(indicator: str) -> Direction | None:
    if words_in(indicator).isdisjoint(("tăng", "giảm")):
        return None
    match = _direction_at_end().search(indicator)
    return _verb_direction(match)


_FAR_VERB = compiled(
    r"(?i)(?:^|[,;:.()+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo|mức|tiếp tục)\s)"
    r"(?:kéo\s)?(?P<verb>tăng|giảm)\s(?!trưởng|cường)"
    r"[^.;:,()\d]{0,80}$"
)


def direction_around(
    string: str, start: int, end: int, comparators: set[Comparator], *, of_rate: bool
) -> tuple[Direction | None, bool]:
    """The change that the verb before a value tells of, and whether that is doubtful. ``of_rate``:
    nothing but words like "bình quân" stands between, or the value is a rate ("mỗi năm")."""
    if of_rate and (direction := _verb_before(string, start)):
        return direction, False
    return _amount_of_change(string, start, end, comparators)


def _verb_before(string: str, start: int) -> Direction | None:
    """The verb of a rate of change: "Giảm tỷ lệ hộ nghèo bình quân từ 0,5% trở lên mỗi năm"."""
    if words_in(string).isdisjoint(("tăng", "giảm")):
        return None
    if _PLACE_BEFORE.search(string, 0, start):
        return None  # "Giảm tỷ lệ tái nghiện trong 02 năm đầu xuống dưới 65%"
    match = _FAR_VERB.search(string, 0, start)
    return None if match and " để " in match[0] else _verb_direction(match)


# "số vụ cháy, nổ", "số vụ, số người chết và số người bị thương": one object, for all its commas.
_NUMBERS_OF = (
    r"(?:số|(?:cả )?(?:0?3|ba) (?:tiêu chí|mặt))(?!\p{L})[^.;:,()\d]{0,60}"
    r"(?:,\s(?:số\s[^.;:,()\d]{1,60}|\p{Ll}+(?:\s\p{Ll}+)?(?=,|\svà\s|\s*$)[^.;:,()\d]{0,60}))+"
)
# "tai nạn giao thông trên cả 3 tiêu chí (số vụ, số người chết, số người bị thương)"
_ALL_THREE = (
    r"[^.;:,()\d]{0,60}(?:cả )?(?:0?3|ba) (?:tiêu chí|mặt)(?:[^.;:,()\d]{0,60}|\s?\([^()]*\)\s*)"
)
# "Tiết kiệm chi thường xuyên tối thiểu 10%": the verb's object stands between.
_CHANGES_ITS_OBJECT = compiled(
    r"(?i)(?:^|[;:.()+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo|tiếp tục|thực hiện|năm|\d{4},?)\s)"
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
    if " để " in match["object"]:
        return None, False  # "tăng thu để bố trí 5% cho đầu tư"
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
