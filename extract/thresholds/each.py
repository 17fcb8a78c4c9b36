"""Whether a value is demanded of every one ("mỗi xã"); by what time it is counted ("mỗi năm")."""

from __future__ import annotations

from extract.dues import every
from extract.expressions import compiled
from extract.vocabulary.at_words import words_in

# "Mỗi năm, huyện có thêm ít nhất 05 sản phẩm"
_PER_AT_START = compiled(
    r"(?i)(?:^|[.;:,()–+-]\s*|(?:phấn đấu|bảo đảm|đảm bảo)\s)"
    r"(?:(?:bình quân|trung bình),?\s)?"
    r"(?P<per>(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần))(?!\p{L})[^.;:(\d]{0,120}$"
)


def per_at_start(string: str, start: int) -> str | None:
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


def is_each(string: str, start: int, end: int, *, share: bool = False) -> bool:
    """``share``: whether the value is a share, of which "mỗi" before another value says nothing."""
    if words_in(string).isdisjoint(("mỗi", "từng")):
        return False
    each = _EACH.search(string, 0, start)
    if each and share and _COUNTED_THEN.search(string, each.start(), start):
        each = None
    return bool(each or _EACH_AFTER.match(string, end))


# "mỗi xã có ít nhất 01 tổ, tiếp nhận trên 98% cuộc gọi"
_COUNTED_THEN = compiled(r"\d[^,]*,\s")
