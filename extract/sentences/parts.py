"""For which part of those measured the values of one sentence are: "riêng các xã vùng cao 90%"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.expressions import Match, compiled
from extract.groups import names_group
from extract.sentences.bounds import open_bracket
from extract.sentences.listed_values import Listed
from extract.sentences.measured_phrases import Spans, edges
from extract.sentences.qualifiers import SHARES, names_who
from extract.thresholds import Measure

# "...; riêng các xã đặc biệt khó khăn giảm 3%": the same, for a part of the places.
_PART = compiled(
    r"(?i)(?:(?<!\p{L})(?:riêng|trong đó)\s(?:tại |ở |đối với )?"
    r"|;\s(?:đối với|tại|ở)\s|;\s(?=vùng|khu vực|địa bàn|các))"
    r"(?P<who>(?:(?:các|những|\d+|hai|ba|bốn|năm)\s)?"
    r"(?:xã|phường|huyện|thị trấn|thị xã|thành phố|khu vực|vùng|địa bàn|địa phương|thôn|bản|miền)"
    r"(?!\p{L})[^;:()\d]{0,80}?)\s*$"
)
# "riêng các xã vùng cao 90%, các xã vùng thấp 95%"
_ANOTHER_PART = compiled(
    r"(?i),\s(?P<who>(?:(?:các|những)\s)?(?:xã|phường|huyện|thị trấn|thị xã|thành phố|thôn|bản)"
    r"(?!\p{L})[^;:,()\d]{0,80}?)(?:\s(?:duy trì|giữ vững|giữ))?\s*"
)
# "..., riêng học sinh, sinh viên đạt 100%": the same, for a part of those measured.
_SINGLED_OUT = compiled(
    r"(?i)(?<!\p{L})riêng\s(?:tại |ở |đối với |với )?"
    r"(?P<who>(?!(?:năm|quý|tháng|giai đoạn|trong|về|các chỉ tiêu)(?!\p{L}))[^.;:()\d]{2,80}?)\s*$"
)
# "tỷ lệ thu gom ở đô thị đạt 98%, nông thôn đạt 92%"
_GROUP = compiled(
    r"(?i)(?:,\s|\()(?:(?:trong đó|riêng|còn):?\s)?(?:(?:tại|ở|đối với)\s)?"
    r"(?P<who>vùng sâu, vùng xa(?:, biên giới)?|nông thôn|thành thị|đô thị|miền núi|đồng bằng"
    r"|cấp (?:tỉnh|huyện|xã|thôn|sở|bộ|ngành|cơ sở|thành phố|tiểu học|THCS|THPT)"
    r"|(?:khu vực|vùng)\s(?:nông thôn|thành thị|đô thị|miền núi|đồng bằng|biên giới|ven biển"
    r"|trung du|hải đảo|nội thành|ngoại thành|dân tộc|cao|núi|thấp|sâu|xa)(?:\s\p{L}+){0,2}"
    r"|các (?:xã|phường|huyện|thôn|bản|địa phương|vùng|khu vực|tỉnh)"
    r"(?:\s(?!có\s)\p{L}+){1,4})"
    r"\s*$"
)
# "Tỷ lệ hài lòng của người dân đạt 95%, của doanh nghiệp đạt 92%"
_OF_WHOM = compiled(r"(?i),\s(?:và\s)?của\s(?P<who>\p{L}[^,;:.()\d]{1,40}?)\s*$")
_PART_IN_BRACKET = compiled(
    r"(?i)\((?:riêng |đối với )?(?P<who>(?!(?:năm|quý|tháng|hiện|kế hoạch|kết quả|bình quân|đến"
    r"|trung bình|cả nước|toàn|tỉnh|trung ương|chỉ tiêu|mục tiêu|mức|giao|quy định|trước|cùng kỳ"
    r"|thực hiện|ước|tính|tương|vượt|trong|so|tăng|giảm|theo|đã|hết|cuối|đầu|nghị quyết|dự toán"
    r"|tiêu chuẩn|định mức|tỷ lệ|tỉ lệ)(?!\p{L}))\p{L}[^;:,()\d]{2,60}?)\s*:?\s*$"
)


def part(
    string: str, floor: int, measure: Measure, before: Measure, *, again: bool
) -> Match | None:
    """The part of the places, or of those measured, that a value behind ``before`` is for."""
    unit = measure.threshold.unit
    # "không quá 05 ngày, riêng hồ sơ phức tạp không quá 15 ngày"
    alike = unit in SHARES or (unit in _TIMES and unit == before.threshold.unit)
    if found := _PART.search(string, floor, measure.start):
        return found
    if again and (found := _ANOTHER_PART.fullmatch(string, floor, measure.start)):
        return found
    # "(khai thác 300 tấn, nuôi trồng 510 tấn)"
    inside = again and unit == before.threshold.unit and open_bracket(string, 0, before.at) >= 0
    if inside and (found := _NEXT_IN_BRACKET.fullmatch(string, floor, measure.start)):
        return found
    if alike and measure.threshold.kind == "level":
        found = _GROUP.search(string, floor, measure.start)
        found = found or _OF_WHOM.search(string, floor, measure.start)
        if found and edges().head.search(string, *found.span("who")) is None:
            return found
    found = _SINGLED_OUT.search(string, floor, measure.start)
    if found is None or not alike:
        return None
    return None if edges().head.search(string, *found.span("who")) else found


_NEXT_IN_BRACKET = compiled(r"(?:,|;|\svà)\s(?P<who>\p{L}[^;:,()\d]{1,60}?)\s*")
_TIMES = ("phút", "giờ", "giờ làm việc", "ngày", "ngày làm việc", "tháng")


def part_in_bracket(
    string: str, bracket: int, measure: Measure, before: Measure, means: str | None
) -> Match | None:
    """The part of those measured that a value in a bracket behind a goal is for: "đạt 85% (án
    nghiêm trọng đạt 95%)", "sản lượng 810 tấn (khai thác 300 tấn)"."""
    found = _PART_IN_BRACKET.match(string, bracket, measure.start)
    if found is None or means != "goal":
        return None
    alone = measure.level or string.startswith("riêng", bracket + 1)
    alike = measure.known_unit and measure.threshold.unit == before.threshold.unit != "%"
    return found if alone or alike or names_group(found["who"]) else None


def of_group(string: str, found: Sequence[Listed], index: int) -> Spans | None:
    """What each member of "90% hồ sơ tại cấp huyện và 80% hồ sơ tại cấp xã được ký số" measures:
    its own noun, and the words behind the last member, which all share."""
    measure, who = found[index]
    if who is None or who[0] < measure.end or measure.level or measure.threshold.unit != "%":
        return None
    noun = _NOUN_OF_GROUP.match(string, measure.end, who[0])
    if noun is None and string[measure.end : who[0]].strip():
        return None
    last = who
    for following, next_who in found[index + 1 :]:
        if next_who is None or not _NEXT_MEMBER.fullmatch(string, last[1], following.start):
            break
        last = next_who
    end = edges().end.search(string, last[1])
    tail = (last[1], end.start() if end else len(string))
    words = string[slice(*tail)]
    low = tail[0] + len(words) - len(words.lstrip(" ),"))
    high = low + len(words.strip(" ),"))
    if high <= low:
        return None
    return (noun.span("noun"), (low, high)) if noun else ((low, high),)


_NOUN_OF_GROUP = compiled(
    r"(?i)\s*(?P<noun>(?!(?:đối với|tại|ở|cho|với|của|thuộc)(?!\p{L}))\p{L}[^,;:.()\d]*?)"
    r"(?:\s(?:đối với|tại|ở|thuộc|của))?\s*\(?\s*$"
)
_NEXT_MEMBER = compiled(r"\)?\s*(?:[,;]|,?\svà)\s*")
_CLAUSE_OR_BRACKET = compiled(r"[(;]|\.\s")
_SHORTEST_NAME = 5  # words of what the next value in a list measures, the comma counted


def where_next_begins(string: str, measure: Measure, later: Sequence[Measure]) -> int:
    """Where what may be named after a value ends: before the next value or the comma before it."""
    for following in later:
        if names_who(string, measure, following):
            continue
        comma = string.rfind(",", measure.end, following.start)
        if _CLAUSE_OR_BRACKET.search(string, max(comma, measure.end), following.start):
            comma = -1  # "100% nhà tạm, nhà dột nát (còn 107 căn)"
        if comma >= 0 and string[comma : following.start].endswith(" và "):
            return following.start
        if comma >= 0 and len(string[comma : following.start].split()) <= _SHORTEST_NAME:
            return comma
        if following.cued:
            return following.start
    return len(string)
