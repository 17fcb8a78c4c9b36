"""A chỉ tiêu cell → its values, as what stands beside and above it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.expressions import compiled
from extract.model import Baseline, Comparator
from extract.numbers import numbers
from extract.sentences import Stated
from extract.sentences.listed_values import listed
from extract.sentences.meanings import meaning
from extract.tables.heading_words import folded
from extract.thresholds import Context, Measure, compares, measures
from extract.thresholds.left import without_comparator
from extract.thresholds.measure import UNCLEAR
from extract.thresholds.ranks import group_of_places


def values(string: str, context: Context, bound: str, one_of_list: bool) -> Iterator[Stated]:
    """The values that a chỉ tiêu cell, or an item of it, states.

    ``context`` is what the row and the column say, ``bound`` the heading that may give a comparator
    ("Mức tối thiểu"). Where a number or a comparator is left over, every value is doubted.
    """
    place = _measures_place(context.column)
    if (place or _GROUP.match(string)) and not _MOVES.match(string):
        others = (context.unit or "", context.indicator)
        if (place or any(map(_measures_place, others))) and (places := group_of_places(string)):
            yield Stated(places, None, None)
            return
        if place:
            context = Context(None, _without_year(context.column), context.column)
    named = (context.column, context.indicator)
    comparator = _comparator(bound) or next(filter(None, map(_comparator_of_name, named)), None)
    found = [
        _bounded(_changed(measure, string, context.indicator), comparator)
        for measure in measures(string, context)
    ]
    doubts = () if _is_read_whole(string, found) else (UNCLEAR,)
    if number := _NUMBER.match(string):
        found = [measure for measure in found if measure.start >= number.end()]
    found = [measure for measure in found if not _labels(string, measure)]
    first_end = found[0].end if found else 0
    shares = len(found) > 1 and all(measure.threshold.unit == "%" for measure in found)
    unit = context.unit or ("%" if shares else None)
    for measure, group in listed(string, found, one_of_list, unit):
        if measure.start >= first_end and _COSTS.search(string, first_end, measure.start):
            continue
        beside = _BRACKETED.match(string, first_end, measure.start) if group is None else None
        if group is None and _repeats(string, measure, first_end):
            if not _is_other_share(string, found[0], measure):
                continue
            if beside is None:
                measure = replace(measure, doubts=(*measure.doubts, UNCLEAR))
        if group is None and (alone := _SINGLED.search(string, first_end, measure.start)):
            group = alone.span("who")
        elif beside:
            group = beside.span("who")
        elif group is None and found[0].threshold.unit == measure.threshold.unit:
            behind = _BEHIND.search(string, first_end, measure.start)
            group = behind.span("who") if behind else None
        parted = (UNCLEAR,) if _is_of_two(string, measure) else ()
        doubted = tuple(dict.fromkeys((*measure.doubts, *doubts, *parted)))
        yield Stated(replace(measure, doubts=doubted), None, group)


# "95, riêng xã vùng cao 85", "4 triệu lượt, trong đó khách quốc tế 0,3 triệu lượt"
_SINGLED = compiled(
    r"(?i)(?<!\p{L})(?:riêng|trong đó)\s(?:đối với |tại |ở )?(?P<who>\p{L}[^;,:()\d]{1,60}?)"
    r"\s*(?:đạt|là|còn|:)?\s*$"
)

# "05 dự án, kinh phí 500 triệu đồng"
_COSTS = compiled(r"(?i)(?:kinh phí|dự toán)(?:\s\p{L}+){0,3}:?\s*$")
# What no name of a group begins with.
_NO_GROUP = (
    r"(?!(?:phấn đấu|đạt|bằng|chiếm|tăng|giảm|lũy kế|cả|khoảng|gồm|trong đó|từ|đến|năm|quý|tháng"
    r"|riêng|tương|hiện|thực|ước|kế hoạch|so|tổng|trước)(?!\p{L}))"
)
_GROUP_BEFORE = rf"{_NO_GROUP}(?P<who>\p{{L}}[^;,:()\d]{{1,60}}?)\s*(?::|đạt|là)?\s*$"
# "≥ 65% (phường ≥ 75%)"
_BRACKETED = compiled(rf"(?i)[^()]*\((?:[^()]*[,;]\s)?{_GROUP_BEFORE}")
# "> 85%; án rất nghiêm trọng > 95%"
_BEHIND = compiled(rf"(?i);\s{_GROUP_BEFORE}")


def _is_read_whole(string: str, found: Sequence[Measure]) -> bool:
    """Whether no number and no comparator of a chỉ tiêu cell is left over."""
    rest = list(string)
    for measure in found:
        for low, high in ((measure.start, measure.end), measure.baseline or (0, 0)):
            rest[low:high] = " " * (high - low)
    left = "".join(rest)
    return not numbers(left) and not compares(left) and not _SIGNS.search(left)


# "85% ± 2", "2 × 50 MW"
_SIGNS = compiled(r"[±×]")


def _is_of_two(string: str, measure: Measure) -> bool:
    """Whether a value is one of two that a cell parts with a stroke and nothing more ("45/820"
    teachers and pupils, "5/6" communes); "6/6" are all."""
    match = _STROKE.search(string, measure.start, measure.end)
    return match is not None and measure.threshold.kind != "rank" and match[1] != match[2]


_STROKE = compiled(r"(\d+)\s?/\s?(\d+)$")


# "5.2. Tỷ lệ hộ dùng nước sạch"
_NUMBER = compiled(
    r"\s*\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\p{Lu}\p{Ll})|\s*\d{1,2}[.)]\s+(?=\p{Lu}\p{Ll})"
)


def _labels(string: str, measure: Measure) -> bool:
    """Whether a number only names what the value after it is of: "Loại 2: 5.000 cây"."""
    threshold = measure.threshold
    bare = threshold.kind == "rank" or (threshold.comparator == "eq" and threshold.unit is None)
    return bare and _LABELS.match(string, measure.end) is not None


_LABELS = compiled(r"\s*:\D*\d")


def _repeats(string: str, measure: Measure, first_end: int) -> bool:
    """Whether a measure stands in a bracket behind the first one and says the same again ("100%
    (25/25 xã)") or tells of the result ("≥ 95% (năm 2024: 92%)"); a part ("≥ 98% (trong đó 60% từ
    công trình tập trung)") or one with a comparator is a target of its own."""
    opened = string.rfind("(", 0, measure.start)
    if not opened >= first_end > 0 or ")" in string[opened : measure.start]:
        return False
    before = string[opened + 1 : measure.start]
    if meaning(string, measure.start) == "result" or _A_YEAR.search(before):
        return True
    return measure.threshold.comparator in (None, "eq") and not _AMONG.match(before)


def _is_other_share(string: str, first: Measure, measure: Measure) -> bool:
    """Whether what a bracket says is no other word for the first value: "82% (15% nâng cao)", "6
    tấn/ngày (mùa mưa 9 tấn/ngày)"."""
    if _COMPARED_WITH.search(string, first.end, measure.start):
        return False
    one, other = first.threshold, measure.threshold
    same = one.unit == other.unit is not None and one.kind == other.kind == "level"
    return same and one.value != other.value


# "95% (tỉnh giao 93%)"
_COMPARED_WITH = compiled(r"(?i)giao|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|bình quân|trung bình")
_A_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AMONG = compiled(r"(?i)\W*(?:trong đó|gồm|riêng)(?!\p{L})")


# --------------------------------------------------------------------------- by the headings


@lru_cache(maxsize=1024)
def _measures_place(heading: str) -> bool:
    """Whether a bare value under this heading is a place: "Thứ hạng", "Xếp hạng năm 2025"."""
    context = Context(None, _without_year(heading))
    return any(m.threshold.kind == "rank" for m in measures("1", context))


def _without_year(heading: str) -> str:
    return _OF_YEAR.sub("", heading)


_OF_YEAR = compiled(r"(?i)\s(?:đến\s)?năm \d{4}\s*$")


@lru_cache(maxsize=1024)
def _comparator(heading: str) -> Comparator | None:
    """The comparator that a heading gives to its values: "Mức tối thiểu", "Không quá (%)"."""
    words = folded(heading).split()
    for end in range(1, len(words) + 1):
        start = " ".join(words[:end])
        if compares(start):
            found = measures(f"{start} 1")
            return found[-1].threshold.comparator if found else None
    return None


@lru_cache(maxsize=1024)
def _comparator_of_name(name: str) -> Comparator | None:
    """The comparator in the name of an indicator where its value would stand: "Sĩ số tối đa (học
    sinh/lớp)", "Tỷ lệ trễ hạn (tối đa, %)", "Hộ nghèo (≤ %)", "Bao phủ từ (%) trở lên"."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    for part in (match["beside"] or "").split(","):
        rest = without_comparator(part)
        cue = part[: len(part) - len(rest)].strip()
        # "Nạo vét định kỳ (tối thiểu 02 lần/năm)": the comparator of another value.
        if cue and not numbers(rest):
            return _compared(cue, "")
    named, after = match["name"], match["after"] or ""
    return _compared(named, after) if match["beside"] or compares(named) else None


def _compared(before: str, after: str) -> Comparator | None:
    """The comparator of a value between these words."""
    found = [m for m in measures(f"{before} 1 {after}") if m.at == len(before) + 1]
    comparator = found[0].threshold.comparator if found else None
    return None if comparator == "eq" else comparator


_NAME = compiled(r"(?P<name>.*?)\s*(?:\((?P<beside>[^()]*)\)\s*(?P<after>[^()\d]*))?")


def _bounded(measure: Measure, comparator: Comparator | None) -> Measure:
    threshold = measure.threshold
    if comparator is None or threshold.kind != "level" or threshold.comparator != "eq":
        return measure
    flags = tuple(dict.fromkeys((*measure.flags, "comparator_inferred")))
    return replace(measure, threshold=replace(threshold, comparator=comparator), flags=flags)


def _changed(measure: Measure, string: str, content: str) -> Measure:
    """ "Giảm số vụ tai nạn" beside "5% đến 10% so với năm 2024" is a change by so much; without
    "so với" a range of a rate may be one as well as a level. "Cắt giảm thời gian" beside "Ít nhất
    30%" says by how much, beside "3 ngày" perhaps what is left."""
    threshold = measure.threshold
    if threshold.kind == "level" and _MORE.match(string):
        return replace(measure, threshold=replace(threshold, kind="change", direction="increase"))
    if threshold.kind in ("level", "range") and _LESS.match(content) and not measure.level:
        comparator = None if threshold.kind == "range" else threshold.comparator
        threshold = replace(threshold, kind="change", direction="decrease", comparator=comparator)
        return replace(measure, threshold=threshold)
    if threshold.kind in ("level", "range") and _cuts(content, measure):
        amount = threshold.unit == "%" and (threshold.value or 0) < 100
        unclear = threshold.comparator in ("le", "lt") or not amount
        doubts = dict.fromkeys((*measure.doubts, *((UNCLEAR,) if unclear else ())))
        threshold = replace(threshold, kind="change", direction="decrease")
        return replace(measure, threshold=threshold, doubts=tuple(doubts))
    verb = _VERB.match(content)
    if verb is None or threshold.kind not in ("level", "range"):
        return measure
    against = _AGAINST.match(string, measure.end)
    # A number or an amount has no level in percent: "Giảm số vụ cháy (%)" beside "5 - 10".
    amount = threshold.unit == "%" and (threshold.value or 0) < 50
    amount = amount and threshold.comparator not in ("le", "lt")
    counted = amount and _AMOUNT.match(content, verb.end()) is not None
    if (against is None and not counted) or (threshold.value or 0) >= 100:
        doubted = (*measure.doubts, UNCLEAR) if threshold.kind == "range" else measure.doubts
        return replace(measure, doubts=doubted)
    threshold = replace(
        threshold,
        kind="change",
        direction="decrease" if verb["verb"].lower() == "giảm" else "increase",
        baseline=Baseline(year=int(against["year"]))
        if against and against["year"]
        else threshold.baseline,
    )
    return replace(
        measure, threshold=threshold, doubts=tuple(d for d in measure.doubts if d != UNCLEAR)
    )


def _cuts(content: str, measure: Measure) -> bool:
    """Whether the content says that something is made less, and the cell not down to what."""
    return not measure.level and bool(_CUTS.match(content)) and not _DOWN_TO.search(content)


_CUTS = compiled(r"(?i)\W*(?:cắt giảm|kéo giảm|rút ngắn|tiết kiệm)(?!\p{L})")
# "Nhóm 20" beside "Xếp hạng chỉ số chuyển đổi số"
_GROUP = compiled(r"(?i)\W*(?:nhóm|tốp|top)\s")
# "Thêm 10 xã"; "Kế hoạch giảm: Số hộ"
_MORE = compiled(r"(?i)\W*thêm\s")
_LESS = compiled(r"(?i)\W*(?:kế hoạch|chỉ tiêu) giảm(?!\p{L}|\s(?:còn|xuống|dần|thiểu))")
_DOWN_TO = compiled(r"(?i)(?<!\p{L})(?:xuống|còn|đạt)(?!\p{L})")
_MOVES = compiled(r"(?i)\W*(?:tăng|giảm|nâng|cải thiện)(?!\p{L})|[+−–-]\s?\d")
_VERB = compiled(r"(?i)\W*(?P<verb>tăng|giảm)\s(?!trưởng|cường)")
_AMOUNT = compiled(r"(?i)(?:tổng )?(?:số|lượng|khối lượng|chi phí|thời gian|doanh thu)(?!\p{L})")
_AGAINST = compiled(
    r"(?i)[^.;:()\d]{0,40}so với (?:(?:cùng kỳ |cuối |kết quả )?năm "
    r"(?:(?P<year>(?:19|20)\d{2})|trước)|cùng kỳ)"
)
