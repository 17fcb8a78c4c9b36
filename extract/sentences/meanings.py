"""What a value is there for: goal, result, condition or amount, by the words of its sentence and by
what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import regex

from extract.expressions import Match, Pattern, compiled
from extract.patterns import CUES, remembered, spans
from extract.sentences.bounds import SENTENCE, full_stop, open_bracket, sentence_start
from extract.thresholds import Measure
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords


def background(headings: Sequence[str], leads: Sequence[str]) -> str | None:
    """What the lead sentences and the headings above say, the nearest first: goal, result,
    condition or amount."""
    above = next(filter(None, map(_heading_means, reversed(headings))), None)
    for lead in reversed(leads):
        means = meaning(lead, len(lead), carried=False, among_goals=above == "goal")
        if means:
            return means
    return above


@lru_cache(maxsize=1024)
def _heading_means(heading: str) -> str | None:
    found = [_headings()[match[0]] for match in _heading_cues().finditer(heading.lower())]
    if not found:
        return None
    # "Kết quả và chỉ tiêu giải quyết việc làm" heads goals.
    first = found[1] if "opens" in found[0] and len(found) > 1 else found[0]
    if first["means"] != "goal" and not _TELLS.match(first["heading"]) and _DEED.match(heading):
        # "Đẩy nhanh giải ngân vốn đầu tư công": what is to be done, for all the words behind it
        return next((str(row["means"]) for row in found if row["means"] == "goal"), None)
    return str(first["means"])


_TELLS = compiled(r"kết quả|đánh giá|thực trạng|hiện trạng|bối cảnh")
_DEED = compiled(
    r"(?i)[\W\divxlc]{0,8}(?:(?:về|công tác|việc|trong) )*"
    r"(?:tăng cường|nâng cao|đẩy (?:mạnh|nhanh)|thực hiện|triển khai|tạo|bảo đảm|đảm bảo|cải thiện"
    r"|mở rộng|khắc phục|giải quyết|phát triển|xây dựng|bảo tồn|bảo vệ|phát huy|khai thác|xóa|xoá"
    r"|phòng|chống|ngăn|giảm|thu hút|giải ngân|nắm|phổ cập|kiểm (?:tra|soát)|tuần tra|thanh tra"
    r"|hoàn thiện|đổi mới|chú trọng|tiếp tục|tập trung|chủ động|tiết kiệm|chăm (?:lo|sóc)|thi đua"
    r"|hạn chế (?!(?:và|của|trong|về|khó|tồn|yếu|bất|còn|chủ|cơ|nguyên|chính|lớn|nêu|trên) )\p{L}+)"
    r"(?!\p{L}|[^:]*: ?(?:tình hình|hạn chế|tồn tại|thuận lợi|khó khăn|nguyên nhân))"
    r"|[\W\divxlc]{0,8}trong (?:quản lý|sử dụng)(?!\p{L})"
)


@cache
def _headings() -> dict[str, dict[str, Any]]:
    return {row["heading"]: row for row in rows("contexts") if "heading" in row}


@cache
def _heading_cues() -> Pattern:
    names = "|".join(
        (r"(?<=^[\W\divxlc]{0,8})" if row.get("opens") else "")
        + (rf"(?<!{row['not_after']} )" if "not_after" in row else "")
        + regex.escape(row["heading"])
        + (rf"(?! {row['not_before']}(?!\p{{L}}))" if "not_before" in row else "")
        for row in sorted(rows("contexts"), key=lambda row: -len(row.get("heading", "")))
        if "heading" in row
    )
    return compiled(rf"(?<!\p{{L}})(?:{names})(?!\p{{L}})")


# --------------------------------------------------------------------------- in the sentence


@cache
def _cues() -> AtWords:
    # "chỉ ... khi" is not found in "chỉ tiêu ... khiếu nại": a cue ends where a word does.
    patterns = [
        (row["means"], rf"(?:{row.get('pattern') or _cue(row)})(?!(?<=\p{{L}})\p{{L}})")
        for row in rows("contexts")
        if "heading" not in row and "after" not in row
    ]
    # A goal is looked for last: "không đảm bảo" and the like are longer.
    return AtWords(sorted(patterns, key=lambda labelled: labelled[0] == "goal"))


def _cue(row: dict[str, Any]) -> str:
    opens = r"(?<=(?:^|[.;:,+–-] ?))" if row.get("opens") else ""
    return f"{opens}{regex.escape(row['cue'])}"


@remembered
def _cues_in(string: str) -> tuple[tuple[int, int, str], ...]:
    """Every cue from the left: the user's, and the vocabulary's that overlap none of them."""
    own = [(start, end, label.lower()) for label, start, end in spans(string) if label in CUES]
    listed = [(*match.span(), means) for means, match in _cues().matches(string)]
    listed = [cue for cue in listed if not any(cue[0] < e and s < cue[1] for s, e, _ in own)]
    return tuple(sorted([*own, *listed]))


def meaning(string: str, start: int, carried: bool = True, among_goals: bool = False) -> str | None:
    """What the last cue before ``start`` says: goal, result, condition or amount.

    Inside brackets their own cue counts first, then the one before them; cues in brackets that are
    closed do not count. A result goes on over the next sentences until a goal is named, if
    ``carried``. A comparison ("so với cùng kỳ") tells of a result too; ``among_goals`` it goes on
    only from the head of a sentence, and one with a year tells nothing there ("So với năm 2024, tỷ
    lệ hộ nghèo giảm 1%").
    """
    cues = [cue for cue in _cues_in(string) if cue[1] <= start]
    if not cues:
        return None
    opened = start
    if "(" in string:
        closed = [match.span() for match in _CLOSED_BRACKET.finditer(string, 0, start)]
        cues = [cue for cue in cues if not any(low <= cue[0] < high for low, high in closed)]
        bracket = string.rfind("(", 0, start)
        for low, high in reversed(closed):
            if low <= bracket < high:
                bracket = string.rfind("(", 0, low)
        opened = bracket if bracket >= 0 else start
    inside = [means for low, _, means in cues if low > opened]
    begin = sentence_start(string, opened)
    before = [(low, means) for low, high, means in cues if high <= opened]
    if inside:
        means = inside[-1]
    elif before:
        low, means = before[-1]
        if means == "compared" and len(before) > 1 and before[-2][1] == "goal":
            # "phấn đấu giảm 15% số vụ cháy so với cùng kỳ": the goal's own comparison
            of_goal = before[-2][0] >= sentence_start(string, low)
            low, means = before[-2] if of_goal else before[-1]
        if means == "amount" and _NEW_SHARE.search(string, low, start):
            return None  # "theo định mức, tỷ lệ giáo viên đạt chuẩn đạt 95%"
        goes_on = means in ("result", "compared")
        if means == "compared" and among_goals:
            opens = not string[sentence_start(string, low) : low].strip(" -–+")
            if opens and _SO_VOI_YEAR.match(string, low):
                return None
            goes_on = opens
        if means == "amount" and low < begin:
            # "hộ nghèo được hỗ trợ 100%; hộ cận nghèo 70%"
            goes_on = _NAME_ONLY.fullmatch(string, begin, start) is not None
        if low < begin and not (carried and goes_on):
            return None
        if means == "condition" and _WHOM.match(string, low) and _AND_SO.search(string, low, start):
            return None  # "Đối với xã có tỷ lệ hộ nghèo trên 30%, giảm ít nhất 6%"
    else:
        return None
    return "result" if means == "compared" else means


_NAME_ONLY = compiled(
    r"(?i)\s*(?:các\s)?(?:hộ|người|đối tượng|học sinh|sinh viên|trẻ em|nhóm|trường hợp|cơ sở|xã)"
    r"(?:\s(?!(?:được|đạt|có|tham gia|phải)\s)\p{L}+){1,6}\s(?:là\s)?"
)
_NEW_SHARE = compiled(r"(?i),\st[ỷỉ] lệ\s")
_SO_VOI_YEAR = compiled(r"(?i)so với (?:cuối )?năm (?:19|20)\d\d")
_WHOM = compiled(r"(?i)(?:đối với|với|tại|ở)\s")
_AND_SO = compiled(r"\d\s?[%‰]?[^.,;\d]{0,40},\s")
_CLOSED_BRACKET = compiled(r"\([^()]*\)")


@cache
def _consequences() -> AtWords:
    """What happens to whom a value fits."""
    cues = (row["after"] for row in rows("contexts") if "after" in row)
    return AtWords(("", rf"(?:{cue})(?!\p{{L}})") for cue in cues)


@lru_cache(maxsize=1024)
def _consequences_in(string: str) -> tuple[int, ...]:
    """Where each begins."""
    return tuple(match.start() for _, match in _consequences().matches(string))


def _are_counted(string: str, measure: Measure, start: int) -> bool:
    """ "Ít nhất 60% cá nhân được khen thưởng là người lao động": those of whom a clause speaks."""
    begins = not string[sentence_start(string, measure.start) : measure.start].strip(" -–+")
    share = measure.threshold.unit == "%" and not measure.level
    return begins and share and _NOUN.fullmatch(string, measure.end, start) is not None


_NOUN = compiled(r"(?:\s\p{L}+){1,4}\s")
_STRIVES = compiled(r"(?i)phấn đấu\s")
_OTHER_CASE = compiled(r"(?i)(?<!\p{L})(?:nếu|trường hợp|không đạt|nào)(?!\p{L})")


def has_consequence(string: str, measure: Measure) -> bool:
    """Whether what follows in the sentence says what happens to whom the value fits."""
    threshold = measure.threshold
    # "100% vi phạm bị xử lý": what is to be done with all of them
    of_all = threshold.value == 100 and threshold.unit == "%" and measure.start == measure.at
    behind = (
        start
        for start in _consequences_in(string)
        if start >= measure.end and not (of_all and string.startswith("bị", start))
    )
    start = next(behind, None)
    if start is None or 0 <= open_bracket(string, measure.end, start) < start - 1:
        return False  # "đạt 90% (trừ số được miễn)"
    if string.startswith("được", start) and (
        _STRIVES.match(string, measure.start) or _are_counted(string, measure, start)
    ):
        return False  # "phấn đấu 10% cá nhân được tặng bằng khen"
    if _OTHER_CASE.search(string, measure.end, start):
        return False
    stop = SENTENCE.search(string, measure.end)
    return stop is None or start < stop.start()


_YEAR = compiled(
    r"(?i)(?<!trước )(?<!từ )(?:năm|(?:giai đoạn|nhiệm kỳ) (?:19|20)\d{2}\s?[-–])"
    r" ?((?:19|20)\d{2})"
)
_SCHOOL_YEAR = compiled(r"(?i)năm học (?:19|20)\d{2}\s?[-–]\s?(?P<end>(?:19|20)\d{2})")


def is_of_school_year_before(string: str, measure: Measure, year: int) -> bool:
    """Whether the sentence speaks of the school year that ends in the document's year, which may
    be over or not."""
    found = _SCHOOL_YEAR.search(string, full_stop(string, measure.start), measure.start)
    return found is not None and int(found["end"]) == year


def is_past(string: str, measure: Measure, year: int) -> bool:
    """Whether the sentence speaks of an earlier year before the value."""
    begin = sentence_start(string, measure.start)
    bracket = open_bracket(string, begin, measure.start)
    begin = max(begin, bracket)
    years = _years(string, begin, measure.start)
    if school := _SCHOOL_YEAR.search(string, full_stop(string, begin), measure.start):
        return int(school["end"]) < year
    if not years and begin == bracket:
        years = _years(string, sentence_start(string, bracket), bracket)
    if not years:
        years = _years(string, full_stop(string, begin), begin)[-1:]
    if not years and measure.threshold.comparator == "eq":
        # "So với năm 2023, tăng 15%" tells of 2024.
        head = compares_first(string, sentence_start(string, measure.start))
        return head is not None and int(head["year"]) + 1 < year
    return bool(years) and max(int(found) for found in years) < year


def _years(string: str, begin: int, stop: int) -> list[str]:
    """The years that a stretch speaks of; those in closed brackets and those that it compares with
    ("so với trung bình giai đoạn 2020 - 2024") tell nothing of what follows."""
    part = string[begin:stop]
    return _YEAR.findall(_BESIDE.sub(" ", part)) if "20" in part or "19" in part else []


def is_of_year_to_come(string: str, measure: Measure, year: int) -> bool:
    """Whether the clause of a value speaks of a year after the document's: "Đến nay chưa có xã đạt
    chuẩn; năm 2026 có 02 xã"."""
    years = _years(string, sentence_start(string, measure.start), measure.start)
    behind = _IN_YEAR.match(string, measure.end)  # "ước đạt 2 tỷ USD vào năm 2030"
    return any(int(found) > year for found in [*years, *(behind.groups() if behind else ())])


_IN_YEAR = compiled(r"(?i)\s(?:vào|đến) (?:cuối )?năm ((?:19|20)\d\d)")


def compares_first(string: str, start: int) -> Match | None:
    """ "So với năm 2023," at the head of the sentence that begins at ``start``: group year."""
    return _COMPARES_FIRST.match(string, start)


_COMPARES_FIRST = compiled(r"(?i)[\s–+-]*so với (?:cùng kỳ |cuối )?năm (?P<year>(?:19|20)\d\d),")
_BESIDE = compiled(
    r"(?i)\([^()]*\)|(?<!\p{L})so với\s[^,;.:()]*"
    r"|(?<!\p{L})gấp\s[\d,.]+\slần\s(?:so với\s)?năm (?:19|20)\d\d"
    # "theo Luật Giáo dục năm 2019"
    r"|(?<!\p{L})(?:luật|pháp lệnh|hiến pháp|giá so sánh)(?!\p{L})[^,;.:()\d]{0,60}"
    r"năm (?:19|20)\d\d"
    # "từ 1,4 ngày năm 2024 lên 1,8 ngày": where the way begins
    r"|(?<!\p{L})từ\s\d[^;.:()]{0,30}?\snăm (?:19|20)\d\d(?=,?\s(?:tăng|nâng|giảm|lên|xuống|còn)\s)"
)
