"""What a value in running text measures: the phrase before it, after it, or on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from extract.agencies import is_agency
from extract.expressions import Pattern, compiled
from extract.patterns import spans
from extract.sentences.bounds import open_bracket, sentence_start
from extract.thresholds import Measure
from extract.thresholds.right import behind_noun, qualities
from extract.vocabulary import rows

#: The measured phrase: one stretch, or two with the value between them.
Spans = tuple[tuple[int, int], ...]

# A date or a period that only says when.
_WHEN = (
    r"(?:(?:trong|đến|từ nay|từ|kể từ|trước|hết|cuối|giữa|đầu|vào|riêng|tính|ngay|chậm nhất"
    r"|muộn nhất|là|định hướng|tầm nhìn) )*"
    r"(?:(?:\d{1,2} giờ(?: \d\d(?: phút)?)?,? )?"
    r"(?:năm|quý|tháng|ngày|giai đoạn|nhiệm kỳ|niên độ|năm học|thời kỳ) [\dIVX][\dIVX/.–\- ]*"
    r"(?:(?:tháng|năm) \d+ ?)*|\d{1,2} tháng (?:đầu|cuối) năm(?: (?:19|20)\d\d)?"
    r"|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|(?:19|20)\d\d|niên độ ngân sách|nhiệm kỳ|cả năm"
    r"|(?:cuối|hết) năm"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?)"
    r"(?!\p{L}|\d|%)(?: trở đi)?"
)


# Leads that can head what is measured as well: "mức chi tiêu".
_NOUNS = ("mức", "tỷ lệ", "tỉ lệ", "số lượng")


class Edges(NamedTuple):
    """What may stand before a measured phrase, what ends it, and the nouns that head one."""

    opening: Pattern
    end: Pattern
    head: Pattern


@cache
def edges() -> Edges:
    goal = "|".join(regex.escape(r["cue"]) for r in rows("contexts") if "cue" in r)
    lead = "|".join(
        regex.escape(row["lead"])
        for row in rows("leads")
        if row["lead"][0].isalpha()
        and row.keys().isdisjoint(("does", "closes"))
        and row["lead"] not in _NOUNS
    )
    verb = "|".join(regex.escape(r["verb"]) for r in rows("changes"))
    heads = "|".join(regex.escape(r["head"]) for r in rows("indicators"))
    opening = compiled(
        r"(?i)(?:^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s)?"
        rf"(?:\s|[-+–:,.;]|\([^()]*\)|{_WHEN}|(?:{goal}|{lead}|{verb}|nâng(?!\scấp)|đưa|thực hiện"
        rf"|phải|(?:bao )?gồm|(?:toàn|cả) (?:huyện|tỉnh|xã|phường|thành phố|thị xã|ngành)"
        rf"|trong đó|riêng|và|nhất là|tập trung|tiếp tục|định kỳ|đối với|so với [^,;]*,)"
        r"(?!\p{L}|\scường|\s(?:xuất sắc |tốt )?nhiệm vụ(?!\p{L})))*"
    )
    end = compiled(
        r"(?i)[(;:]|\.(?!\d)|,\s(?=\d|\p{L}+\s\d|t[ỷỉ] (?:lệ|trọng)\s|còn lại"
        r"|phấn đấu|đảm bảo|bảo đảm|nhằm|góp phần"
        r"|hoàn thành|trong đó|đồng thời|riêng|tăng|giảm|mỗi|không (?:có|còn|để))"
        r"|(?<!\p{L})(?:(?<!không )để|nhằm|gắn với|theo(?! dõi)|so với"
        r"|(?:kể|tính) từ|(?:đảm bảo|bảo đảm) (?:đúng|theo|về|chất))(?!\p{L})"
        rf"|(?<!\p{{L}})(?=(?:trong|đến|từ|trước|hết|cuối|giữa|vào|chậm nhất|muộn nhất) {_WHEN})"
        r"|\s(?=(?:năm (?:19|20)\d\d\s)?(?:đạt|là) \d[\d.,]*\s?%)"
        r"|\s(?=trong (?:năm|quý|tháng|tuần|kỳ)\s*(?:[.;,]|$))"
        r"|\s(?=và (?:\d|tối thiểu|ít nhất|trên|dưới|không quá|toàn bộ \())|$"
    )
    head = compiled(rf"(?i)(?<!\p{{L}})(?:tổng )?(?:{heads})(?!\p{{L}})")
    return Edges(opening, end, head)


_TAIL = compiled(
    r"(?i)[\s,]*(?:và|hoặc|trong đó|mỗi (?:năm|quý|tháng)|h[ằà]ng năm)?"
    r"(?:/\s?(?:năm|quý|tháng|tuần|ngày))?\W*$"
)
_INSIDE = compiled(r"(?i)\s+(?:trở lên|trở xuống)(?!\p{L})")
_FROM = compiled(r"(?i)(?<!\p{L})từ\s")
# Where the measured phrase may begin anew inside a sentence.
_RESTART = compiled(
    r"(?i)(?<!\p{L})(?:(?P<ensures>đảm bảo|bảo đảm)|phấn đấu|(?<!không )để|nhằm|với mục tiêu"
    r"|trong đó)(?!\p{L})"
)


@cache
def _noun() -> Pattern:
    stops = "|".join(regex.escape(row["stop"]) for row in rows("stops"))
    return compiled(rf"(?i)\s?(?=\p{{L}})(?!năm\s\d)(?!(?:{stops}|vào|ở|cấp)(?!\p{{L}}))")


@cache
def units_of_measurement() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("measures"))


@cache
def _scales() -> frozenset[str]:
    return frozenset(row["scale"] for row in rows("scales"))


def measured_phrase(
    string: str, measure: Measure, floor: int, limit: int, group: tuple[int, int] | None
) -> Spans | None:
    """The measured phrase: with a value in brackets what stands before the bracket; else the
    phrase before the value, or the one after it where that is a noun ("100% hồ sơ ..."), or both
    ("Cung cấp nước sạch cho 62% dân số"). It reaches from ``floor`` to ``limit``, the values before
    and after this one."""
    begin = sentence_start(string, measure.start)
    if measure.verb and is_agency(string[begin : measure.verb[0]].strip(" ,–+-")):
        begin = measure.verb[0]  # who does it is no part of what is done
    bracket = open_bracket(string, begin, measure.start)
    if bracket >= 0 and is_wholly(string, measure, bracket):
        stop = edges().end.search(string, measure.end + 1, limit)
        low, high = measure.end + 1, stop.start() if stop else limit
        return ((low + len(string[low:high]) - len(string[low:high].lstrip()), high),)
    if bracket >= 0:
        inside = string[bracket + 1 : measure.start]
        if inside.strip(" :").lower() in _AMONG:
            return _after(string, measure, limit) or None
        if len(inside.split()) < 3 or measure.start > floor > bracket:
            if begin < floor <= bracket:
                # "lên 25 xã (tăng 12 xã)": of what stands before the first value, unless another
                # name follows that
                following = _NEXT_NAME.match(string, floor)
                if following is None:
                    return None
                begin = following.end()
            before = _before(string, begin, bracket)
            return (before,) if before else None
        begin = bracket + 1
    follows = bracket < 0 and floor > begin  # another value of the same sentence
    if follows:
        comma = string.find(", ", floor, measure.start)
        of_head = comma >= 0 and edges().head.search(string, floor, comma) is not None
        begin = comma + 2 if comma >= 0 and not of_head else floor
        if _AND.search(string, begin, measure.start):
            begin = measure.start  # "100% số thôn, tổ dân phố và 95% cơ quan"
    if group and group[0] < measure.start:
        before = _before(string, begin, group[0])
        if before or not measure.verb:
            return (before,) if before else None
        begin = group[1]  # "Phường A phát triển 250 người, phường B 150 người"
    head = edges().head
    before = _before(string, begin, measure.start)
    if before and (average := _AVERAGE.match(string, before[1])):
        before = before[0], average.end()
    if measure.threshold.kind == "rank":
        # "thuộc nhóm 50 nước dẫn đầu về dữ liệu mở"
        about = _ABOUT.match(string, measure.end)
        named = before is not None and head.search(string, *before) is not None
        if about and not named and (end := edges().end.search(string, about.end())):
            return ((about.end(), about.end() + len(string[about.end() : end.start()].rstrip())),)
        return (before,) if before else None
    named = before is not None and head.search(string, *before) is not None
    deed: tuple[int, int] | None = None
    counted = measure.known_unit and measure.threshold.unit not in units_of_measurement()
    if before and not named and counted and _EACH_OF.match(string, before[0], before[1]):
        before = deed = _deed(string, *before)  # "Mỗi xã": whom it holds for is not measured
    if before and (named or group or measure.level or _counts(string, *before)):
        return (before,)
    after = _after(string, measure, limit)
    if not (after or before) and measure.threshold.unit == "%":
        after = _predicate_alone(string, measure, limit)
    if not after:
        done = (measure.verb,) if measure.verb else None  # "Trồng mới 500 ha"
        return (before,) if before else _counted(string, measure) or done
    unit_only = string[slice(*after[-1])] == measure.threshold.unit
    if deed:
        return (deed,) if unit_only else (deed, *after)
    if measure.verb:
        touches = (
            before is not None
            and not follows
            and not measure.threshold.each  # "Mỗi thôn": whom it holds for is not measured
            and before[1] == len(string[: measure.verb[0]].rstrip(" ,"))
        )
        low, high = measure.verb
        return ((_own_clause(string, before[0], high) if before and touches else low, high), *after)
    if string[: measure.start].rstrip().endswith(":") and before:
        return after if measure.threshold.unit == "%" else (before,)
    told_of_whole = _OF_WHOLE.match(string, measure.end)
    if told_of_whole and told_of_whole["people"] and after and predicate(string, after[-1]):
        told_of_whole = None  # "85% dân số trưởng thành có tài khoản"
    if before is None and follows and told_of_whole:
        return None  # "đạt 1.250 tỷ đồng, chiếm 35% GRDP"
    if before is None:
        whole = not (string[: measure.start] + string[measure.end :]).strip(" .;")
        # "20.000 tờ gấp" as a whole result: its row says what is measured.
        return None if unit_only and whole else after
    whom = _FOR_WHOM.match(string, measure.start)  # "kiểm tra đối với 100% cơ sở"
    between = string[before[1] : whom.end() if whom else measure.start]
    touches = _TOUCHES.fullmatch(between) is not None
    if unit_only and measure.threshold.each and touches:
        return after  # "Mỗi thôn có ít nhất 01 tổ hỗ trợ": whom it holds for is not measured
    beside = follows and not between.strip()  # "trong đó khách quốc tế 15.000 lượt"
    if unit_only and (not touches or beside or measure.threshold.kind == "change"):
        return (before,)
    if measure.threshold.each and measure.known_unit:
        return after  # "Mỗi thôn có ít nhất 01 tổ hỗ trợ": whom it holds for is not measured
    if _DENOMINATOR.match(string, measure.end):
        return (before,)  # "nợ thuế không quá 5% tổng thu"
    if measure.threshold.kind == "change" or not touches:
        return after
    return ((_own_clause(string, *before), before[1] + len(between.rstrip())), *after)


def is_wholly(string: str, measure: Measure, bracket: int) -> bool:
    """ "toàn bộ (100%) viên chức": a bracket that repeats how many."""
    closes = string.startswith(")", measure.end)
    return closes and _WHOLLY.match(string, 0, bracket) is not None


_WHOLLY = compiled(r"(?ir)(?<!\p{L})(?:toàn bộ|tất cả)(?:\scác)?\s")


def predicate(string: str, noun: tuple[int, int]) -> tuple[int, int] | None:
    """Where a phrase goes on to say what its noun does or has: "đường thôn [được cứng hóa]"."""
    found = _PREDICATE.search(string, *noun)
    return found.span("what") if found else None


_PREDICATE = compiled(
    r"(?i)\s(?P<what>(?:(?:không|chưa) (?:còn |để )?)?(?:được|đạt|có|tham gia|sử dụng|thực hiện"
    r"|áp dụng|hoàn thành|ký|biết|bảo đảm|đảm bảo|bị)\s.+)"
)


def _predicate_alone(string: str, measure: Measure, limit: int) -> Spans:
    """ "trong đó 40% là nữ", "90% được cấp chứng chỉ": a share of those named before."""
    alone = _ALONE.match(string, measure.end)
    stop = edges().end.search(string, alone.start("what") + 1, limit) if alone else None
    if alone is None:
        return ()
    words = string[alone.start("what") : stop.start() if stop else limit].rstrip(" ,")
    return ((alone.start("what"), alone.start("what") + len(words)),)


_ALONE = compiled(
    r"(?i)\s(?:là\s(?P<what>\p{L})"
    r"|(?P<what>(?:(?:không|chưa)\s)?(?:có|được|đạt|biết|bị|tham gia|sử dụng)\s\p{L}))"
)
# "100% đường xã, 90% đường thôn và trên 70% đường ngõ được cứng hóa"
_TIED_SHARES = compiled(r"\s*(?:,|,?\svà)\s*")


def with_predicate_of_next(
    string: str, measure: Measure, said: Spans | None, after: Measure, said_after: Spans | None
) -> Spans | None:
    """What a share measures, with the predicate that only the next one of its list has."""
    shares = measure.threshold.unit == "%" == after.threshold.unit and not measure.level
    shares &= measure.threshold.value != 0  # "0% hồ sơ trễ hạn"
    if not (shares and said and said_after and len(said) == 1):
        return said
    noun, last = said[0], said_after[-1]
    begins = not string[measure.end : noun[0]].strip() and noun[0] >= measure.end
    if not begins or last[0] < after.end or predicate(string, noun):
        return said
    tied = _TIED_SHARES.fullmatch(string, noun[1], after.start)
    whole = (said_after[0][0], last[1]) if len(said_after) == 1 else last
    what = predicate(string, whole) if tied else None
    if tied and len(said_after) == 2 and last[0] > after.end:
        found = said_after[0][0] >= after.end  # for the one after that
        what = last if found else what or last
    return (noun, what) if what else said


def _deed(string: str, begin: int, stop: int) -> tuple[int, int] | None:
    """What each has to do: "Mỗi xã tổ chức tư vấn học nghề ít nhất 02 đợt"."""
    verb = _deeds().search(string, begin, stop)
    return (verb.start(), stop) if verb else None


@cache
def _deeds() -> Pattern:
    verbs = "|".join(regex.escape(row["lead"]) for row in rows("leads") if row.get("does"))
    return compiled(rf"(?<=[^\s,]\s)(?<!(?i:mỗi|từng|các|và)\s)(?:{verbs})(?=\s\p{{L}})")


_EACH_OF = compiled(r"(?i)(?:mỗi|từng)\s")
_FEWEST_WORDS_OF_CLAUSE = 4


def _counts(string: str, begin: int, stop: int) -> bool:
    """Whether a clause begins with what is counted: "Số hộ thoát nghèo từ 20 hộ trở lên"."""
    opens = _CLAUSE_OPENS.match(string, 0, begin)
    return opens is not None and _NUMBER_OF.fullmatch(string, begin, stop) is not None


def _own_clause(string: str, begin: int, stop: int) -> int:
    """Where the deed that a value counts begins: "Lập bảng theo dõi từng việc, xử lý 100% ..."."""
    comma = string.rfind(", ", begin, stop)
    words = string[begin : max(comma, begin)].split()
    if words and _PAIR.match(string, begin, stop):
        return begin
    return comma + 2 if len(words) >= _FEWEST_WORDS_OF_CLAUSE else begin


def _after(string: str, measure: Measure, limit: int) -> Spans:
    """The noun phrase after a value, with what was counted ("05 mô hình điểm")."""
    end = edges().end
    start = measure.end
    if of_all := _OF_ALL.match(string, start):
        start = of_all.end()
    unit = " ".join(w for w in (measure.threshold.unit or "").split() if w not in _scales())
    counted = bool(unit) and "/" not in unit and unit not in units_of_measurement()
    if counted and (low := string.find(unit, measure.at, start)) >= 0:
        start = low
    elif not _noun().match(string, start):
        return ()
    stop = end.search(string, max(start, measure.end), limit)
    found: list[tuple[int, int]] = []
    for low, high in _without_comparators(string, start, stop.start() if stop else limit, measure):
        phrase = _TAIL.sub("", string[low:high])
        low += len(phrase) - len(phrase.lstrip(" ,:"))
        phrase = phrase.strip(" ,:")
        if _OPEN_QUOTE.search(phrase) and string[low + len(phrase)] in '"”':
            phrase += string[low + len(phrase)]  # danh hiệu "Thôn văn hóa"
        if phrase:
            found.append((low, low + len(phrase)))
    return tuple(found)


def _counted(string: str, measure: Measure) -> Spans | None:
    """What a value counts where nothing else is named: "Đạt 10 bác sĩ/1 vạn dân"."""
    noun, rate, _ = (measure.threshold.unit or "").partition("/")
    low = string.find(noun, measure.at, measure.end) if noun and rate else -1
    counted = " ".join(word for word in noun.split() if word not in _scales())
    if low < 0 or counted in units_of_measurement():
        return None
    return ((low, low + len(noun)),)


def _without_comparators(
    string: str, start: int, stop: int, measure: Measure
) -> Iterator[tuple[int, int]]:
    """``start`` .. ``stop`` without the rest of the threshold's words: "/tháng", "trở lên"."""
    if start < measure.end:
        unit = (measure.threshold.unit or "").split()
        high = string.find(unit[-1], start, measure.end) + len(unit[-1])
        yield start, high
        start = measure.end
        if high < start and string.startswith(",", start):
            return  # "từ 05 tổ trở lên, ra mắt câu lạc bộ"
    inside = _INSIDE.search(string, start, stop)
    if inside and _is_of_threshold(string, measure, inside.start()):
        yield start, inside.start()
        start = inside.end()
    yield start, stop


def _is_of_threshold(string: str, measure: Measure, at: int) -> bool:
    """Whether "trở lên" at ``at`` goes with the value ("từ 50% số hộ trở lên"), not with a grade
    that is named behind it ("từ 50% học sinh khá trở lên")."""
    if behind_noun(string, measure.end):
        return True
    begins_from = _FROM.search(string, measure.start, measure.at)
    return begins_from is not None and not qualities().search(string, measure.end, at)


def _before(string: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The phrase that ends at ``stop``: from the noun that heads an indicator, else from the first
    word that is no lead."""
    opening, end, head = edges()
    if match := _PREPOSITION.match(string, begin, stop):
        stop = match.start()
    if _WHERE_THERE_IS.search(string, begin, stop):
        return None  # "Thôn được công nhận khi có 80% số hộ ..."
    for restart in reversed(list(_RESTART.finditer(string, begin, stop))):
        low = opening.match(string, restart.end(), stop)
        if low and string[low.end() : stop].strip(" ,:("):
            if restart["ensures"] and not _ANEW.match(string, begin, restart.start()):
                continue  # "chuồng trại bảo đảm vệ sinh": inside the phrase
            begin = restart.end()
            break
        stop = restart.start()
    named = list(head.finditer(string, begin, stop))
    if named:
        start = named[-1].start()
        for earlier in reversed(named[:-1]):
            # "tốc độ tăng năng suất lao động": one noun heads the other.
            between = string[earlier.end() : start]
            if _APART_FROM_HEAD.search(between):
                break
            start = earlier.start()
    low = opening.match(string, begin, stop)
    if not named or (low and _counts(string, low.end(), stop)):
        start = low.end() if low else begin
        own = (high for label, at, high in spans(string) if label == "GOAL" and at == start)
        start = next(own, start)
        colon = string.rfind(":", start, len(string[:stop].rstrip(" :(")))
        start = colon + 1 if colon >= 0 else start
    cut = end.search(string, start, stop)
    if cut and cut[0] == ":" and string[cut.end() : stop].strip(" ,("):
        start = cut.end()  # "duy trì chỉ số: BI dưới 20"
        cut = end.search(string, start, stop)
    phrase = string[start : cut.start() if cut and cut.start() > start else stop]
    lead = len(phrase) - len(phrase.lstrip(" ,"))
    phrase = _PLAIN_PERIOD.sub("", _KEPT.sub("", phrase.strip(" ,:(–-+")))
    begun = phrase.isalpha() and _BEGUN.match(string, 0, start + lead)
    fewest = 1 if begun or _SHORT_FORM.fullmatch(phrase) else 2
    return (start + lead, start + lead + len(phrase)) if len(phrase.split()) >= fewest else None


_NEXT_NAME = compiled(r"\)?\s*(?:[,;]|và\s)\s*")
_AND = compiled(r"(?<!\p{L})và\s*$")
_CLAUSE_OPENS = compiled(r"(?ir)(?:^|[.;:,–+-]|phấn đấu)\s*")
_NUMBER_OF = compiled(r"(?i)(?:tổng )?số\s(?!hóa|\d)[^,;]*")
# "100% (15/15) xã"
_OF_ALL = compiled(r"\s?\(\s?\d+\s?/\s?\d+[^()]{0,20}\)")
# "tỷ lệ thất nghiệp duy trì dưới 3%"
_KEPT = compiled(r"(?i)\s(?:duy trì|giữ vững|giữ|giữ ổn định|duy trì ổn định)$")
_PLAIN_PERIOD = compiled(
    r"(?i)(?:^|,?\s)(?:năm (?:19|20)\d\d|quý (?:[IV]{1,3}|[1-4])(?:/\d{4}| năm \d{4})?"
    r"|0?[69] tháng(?: đầu năm)?|cả năm)$"
)
_ABOUT = compiled(r"(?i)\s+về\s+")
_DENOMINATOR = compiled(r"(?i)\s*(?:tổng|kế hoạch|dự toán|chỉ tiêu)(?!\p{L})")
_OF_WHOLE = compiled(
    r"(?i)\s*(?:kế hoạch|dự toán|chỉ tiêu|GRDP|GDP|(?P<people>tổng|dân số))(?!\p{L})"
)
# "thu nhập bình quân đạt 60 triệu đồng"
_AVERAGE = compiled(r"(?i)\s(?:bình quân|trung bình)(?!\p{L})")
_ANEW = compiled(r"(?ir)(?:^|[,;:.(–+-]|(?<!\p{L})(?:nhằm|để|phải|cần|và|giao|năm))\s*")
_APART_FROM_HEAD = compiled(r"[,;:.]|\svà\s*$")
_OPEN_QUOTE = compiled(r"[\"“][^\"”]+$")
# "phòng cháy, chữa cháy": one name
_PAIR = compiled(r"(?i)[^,;.:\d]*\s(?P<last>\p{L}+),\s\p{L}+\s(?P=last)(?!\p{L})")
_FOR_WHOM = compiled(r"(?i)đối với\s")
_AMONG = ("trong đó", "gồm", "riêng")
_TOUCHES = compiled(r"(?i)\s*(?:(?:đối với|tại|ở|cho|với)\s*)?")
_PREPOSITION = compiled(r"(?ir)(?<!\p{L})(?<!nhà |tồn |hiện )(?:đối với|tại|ở|cho|với)\s+")
_WHERE_THERE_IS = compiled(r"(?i)(?<!\p{L})khi(?: có)?\s*$")
# "PCI", "GRDP"
_SHORT_FORM = compiled(r"[A-Z]{2,}")
# "diện tích ngô 3.200 ha, lạc 1.500 ha"
_BEGUN = compiled(r"(?ir)(?:^|[,;:]|trong đó|(?<!\p{L})(?:tiết kiệm|tăng|giảm))\s*")
