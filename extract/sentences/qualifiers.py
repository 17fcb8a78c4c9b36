"""Values that say of what, or of whom, another value in their sentence speaks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import compiled
from extract.sentences.bounds import sentence_start
from extract.sentences.listed_values import SHARE_HEAD
from extract.thresholds import Measure

SHARES = ("%", "‰", "điểm %")


def names_what_is_measured(string: str, found: Sequence[Measure]) -> bool:
    """Whether a count belongs to the name of a share: "Tỷ lệ trẻ được sàng lọc ít nhất 05 bệnh đạt
    65%"."""
    first = found[0].threshold
    if len(found) < 2 or (first.unit or "") in SHARES or first.kind not in ("level", "range"):
        return False
    if "/" in (first.unit or ""):
        return False  # "Tỷ lệ mắc ≤ 5/100.000 dân, 95% số ca được điều trị"
    share = found[1]
    if first.unit in _DOSES and first.comparator == "eq" and share.threshold.unit == "%":
        # "Tiêm đủ 3 mũi vắc xin đạt 90%", "Uống 3 lần: ≥ 95%"
        between = string[found[0].end : share.at]
        if _LEADS_TO_SHARE.search(between) and not _STOPS.search(between):
            return True
    if found[0].weak and share.level and _COUNTED_HEAD.search(string, 0, found[0].start):
        return not _ANOTHER.search(string, found[0].end, share.start)
    between = string[found[0].end : share.start]
    if share.threshold.kind == "change" and found[0].threshold.kind == "level":
        # "Số vụ cháy thiệt hại trên 1 tỷ đồng giảm 10%"
        counted = _COUNTED_HEAD.search(string, 0, found[0].start)
        if counted and first.comparator != "eq" and not _NEXT_PART.search(between):
            return True
    if (share.threshold.unit or "") not in SHARES or _ANOTHER.search(between):
        return False
    begin = max(sentence_start(string, found[0].start), string.rfind(";", 0, found[0].start) + 1)
    heads = list(SHARE_HEAD.finditer(string, begin, found[0].start))
    return bool(heads) and not _PERCENT.search(string, heads[-1].start(), found[0].start)


_DOSES = frozenset(("mũi", "liều", "lần"))
_LEADS_TO_SHARE = compiled(r"(?i):|(?<!\p{L})đạt(?!\p{L})")
_STOPS = compiled(r"[.;,]")
_NEXT_PART = compiled(r"[,;.:(]\s|\svà\s")
_COUNTED_HEAD = compiled(r"(?i)(?<!\p{L})(?:tổng )?số\s(?!hóa)\p{L}[^.;:,()\d]*$")
_ANOTHER = compiled(r"[;.]\s|[Tt][ỷỉ] lệ")
_PERCENT = compiled(r"\d\s?%")


def names_who(string: str, before: Measure, measure: Measure) -> bool:
    """Whether a value tells of whom the one before it speaks: "80% doanh nghiệp có từ 10 lao động
    trở lên thành lập công đoàn"."""
    share = before.threshold.unit in SHARES or not before.level
    if before.threshold.unit == "%" == measure.threshold.unit and not (
        before.level or measure.level
    ):
        # "100% xã có tỷ lệ hộ nghèo trên 5% được hỗ trợ"
        bound = {"eq", None}.isdisjoint((measure.threshold.comparator,))
        named = bound and _IN_NAME.fullmatch(string, before.end, measure.at)
        return bool(named and _DONE_WITH.match(string, measure.end))
    if before.threshold.value == 0 and before.threshold.unit == "%" and before.start == before.at:
        # "0% hồ sơ bị trả lại quá 01 lần"
        return _NEXT_PART.search(string, before.end, measure.start) is None
    return (
        share
        and measure.threshold.unit not in SHARES
        and not {"ge", "gt"}.isdisjoint((measure.threshold.comparator,))
        and measure.weak
        and _IN_NAME.fullmatch(string, before.end, measure.at) is not None
        and (
            _PREDICATE.match(string, measure.end) is not None
            or _DONE_TO.match(string, 0, before.start) is not None
        )
    )


_IN_NAME = compiled(
    r"\s\p{L}(?:(?!\s(?:và|hoặc|mỗi|trong đó)\s)[^,;.:()\d])*?\s(?:có|còn|cách)(?:\s\p{L}+){0,7}\s*"
)
_DONE_WITH = compiled(r"(?i)\s(?:trở lên\s|trở xuống\s)?(?:được|phải)\s")
_PREDICATE = compiled(r"\s(?!(?:và|hoặc|trở|trong|trên|để|so|mỗi|tại|ở)\s)\p{Ll}")
# "Kiểm tra ít nhất 30% số cơ sở có từ 10 phòng trở lên"
_DONE_TO = compiled(
    r"(?ir)(?:^|[.;:]\s|\d[.)]\s)(?!(?:đến|trong|từ|vào|hết|cuối|năm|toàn|với|có|mỗi|riêng)(?!\p{L}))"
    r"(?:\p{L}+\s){2,6}"
)


def goes_with(string: str, before: Measure, measure: Measure) -> bool:
    """Whether a value goes with the goal before it in its sentence: what each of those counted has
    ("05 lớp, mỗi lớp 30 học viên"), how much of it is done a year, the same at a later date ("85
    triệu USD vào năm 2028 và 120 triệu USD vào năm 2030"), what an area yields."""
    between = string[before.end : measure.at]
    if _ANOTHER.search(between):
        return False
    if measure.threshold.each or measure.threshold.per:
        return _FOR_EACH.search(between) is not None
    same_unit = measure.threshold.unit == before.threshold.unit
    if same_unit and before.level and measure.start == measure.at:
        return _AT_A_DATE.fullmatch(between) is not None
    return _YIELDS.search(between) is not None


_FOR_EACH = compiled(r"(?i),\s(?:bình quân |trung bình )?(?:mỗi|từng|bình quân)(?!\p{L})")
_AT_A_DATE = compiled(r"(?i)\s(?:(?:vào|trong|đến|cuối|hết) ){0,2}năm (?:19|20)\d\d(?:,| và)\s+")
_YIELDS = compiled(r"(?i),\s(?:năng suất|sản lượng)(?!\p{L})[^.;:,]*(?<!\slà)\s*$")


def is_of_all(string: str, measure: Measure) -> bool:
    """ "15/15 điểm đen": so many of all there are; "tại 11/11 huyện" tells where."""
    of_all = _SO_MANY_OF_ALL.match(string, measure.at)
    return of_all is not None and not _WHERE.match(string, 0, measure.start)


_SO_MANY_OF_ALL = compiled(r"\d[\d.]*\s?/\s?\d")
_WHERE = compiled(
    r"(?ir)(?<!\p{L})(?:địa bàn|tại|ở|trong|của|với|gồm|cho|trên|ra|đến|khắp|toàn bộ|theo|thuộc)\s*"
)


def is_of_number(string: str, measure: Measure) -> bool:
    """Whether a clause counts and ends with the value: "Số hộ thoát nghèo từ 20 hộ trở lên"."""
    counted = _COUNTED_HEAD.search(string, sentence_start(string, measure.start), measure.start)
    return counted is not None and not string[measure.end : measure.end + 2].strip(" .;,")
