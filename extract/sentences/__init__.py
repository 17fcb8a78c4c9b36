"""Running text → the measures that it demands: results, conditions and mere amounts are refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.expressions import Match, compiled
from extract.model import record
from extract.sentences.bare_values import (
    compares_with_year,
    gives_share_of_change,
    is_changed_since,
    is_in_turn,
    is_legal_term,
    is_of_whom_must,
    is_place_told,
    is_size,
    is_to_come,
    is_whole_clause,
    lasts,
    opens_with_quantity,
    sounds_told,
    stands_for,
)
from extract.sentences.bounds import open_bracket, sentence_start
from extract.sentences.listed_values import SHARE_HEAD, Listed, listed
from extract.sentences.meanings import (
    compares_first,
    has_consequence,
    is_of_school_year_before,
    is_of_year_to_come,
    is_past,
    meaning,
)
from extract.sentences.measured_phrases import (
    Spans,
    edges,
    is_wholly,
    measured_phrase,
    with_predicate_of_next,
)
from extract.thresholds import NO_CONTEXT, Context, Measure, measures
from extract.vocabulary import rows


@record
class Stated:
    """A measure with what its sentence says of it: spans in the sentence, None where it says
    nothing. ``applies_to``: the group, where one phrase gives several values."""

    measure: Measure
    indicator: Spans | None
    applies_to: tuple[int, int] | None


def demanded(
    string: str,
    background: str | None = None,
    year: int | None = None,
    listed_item: bool = True,
    context: Context = NO_CONTEXT,
) -> list[Stated]:
    """The measures in a sentence or a task cell that somebody must reach.

    ``background`` is what headings and lead sentences say (:func:`background`); ``year`` the
    document's year: a level of an earlier year is a result. A bare value ("đạt 50%") in running
    text that is no item of a list carries the doubt ``perhaps_no_target`` where nothing says that
    it is a goal. ``context``: what the lead line says of the values (:func:`led`).
    """
    kept: list[Stated] = []
    floor, bracketed, shared = 0, False, False
    said: Spans | None = None
    found = listed(string, measures(string, context))
    # "xã A 45 người, các xã còn lại tối thiểu 20 người": one cue makes goals of a whole list.
    of_goals = any(who is not None and measure.cued for measure, who in found)
    only_told = all(measure.threshold.comparator == "eq" for measure, _ in found)
    for index, (measure, who) in enumerate(found):
        if _names_what_is_measured(string, [one for one, _ in found[index:]]):
            continue
        own = meaning(string, measure.at, among_goals=background == "goal")
        if own == "result" and year and is_of_year_to_come(string, measure, year):
            own = None
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        means = own or background
        if own is None and year is not None and is_past(string, measure, year):
            continue
        told = own is None and only_told
        if told and is_changed_since(string):
            continue
        if told and compares_first(string, sentence_start(string, measure.start)):
            if gives_share_of_change(string):
                continue
            # "So với năm 2024, số hồ sơ tăng 20%": to be reached, or told?
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        if is_in_turn(string, measure):
            # "A, B và C lần lượt đạt 85%, 75% và 95%": which is whose?
            measure = replace(measure, doubts=(*measure.doubts, "unclear_threshold"))
        if year and measure.baseline and is_to_come(measure, year):
            # "đạt 72% (năm 2028 đạt 68%)": a step on the way, no baseline
            measure = replace(measure, doubts=(*measure.doubts, "unclear_threshold"))
        bracket = string.rfind("(", 0, measure.start)
        inside = open_bracket(string, 0, measure.start) >= 0
        bare = measure.threshold.comparator == "eq" and who is None
        bare = bare and measure.threshold.kind == "level" and "trong đó" not in string[bracket:]
        places = None
        wholly = inside and is_wholly(string, measure, bracket)
        if (
            inside
            and bare
            and kept
            and not (bracketed or wholly)
            and bracket >= floor
            and own is None
        ):
            # "lên 96% (năm 2023 là 93,2%)": behind a value a bracket tells of another, unless it
            # names a part of what is measured: "đạt 85% (án nghiêm trọng đạt 95%)".
            places = _PART_IN_BRACKET.match(string, bracket, measure.start)
            alone = places is not None and string.startswith("riêng", bracket + 1)
            if not (places and (measure.level or alone) and means == "goal"):
                continue
            if not alone:
                measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        if inside and kept and bracket >= floor and not measure.cued and bare:
            continue  # "100% tàu thuyền (1.245 phương tiện với 6.310 lao động)"
        if inside and kept and bracket >= floor and is_place_told(measure):
            if compares_with_year(string, bracket):
                continue  # "tăng 5 bậc so với năm 2024 (xếp thứ 21)"
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        pair = kept and string[floor : measure.start].strip() == "/"  # "03 lớp/90 học viên"
        if _FORMULA.match(string, 0, measure.start) and not pair:
            continue
        if lasts(string, measure) or is_of_whom_must(string, measure):
            continue
        member = who is not None and of_goals and measure.known_unit
        if kept and "trong đó" in string[floor : measure.start]:
            # "350 ha rừng, trong đó 120 ha rừng gỗ lớn"; "9.000 lượt khách, trong đó ... 500 lượt"
            whole, part_of = kept[-1].measure.threshold.unit, measure.threshold.unit
            member |= part_of == whole or f"{whole} ".startswith(f"{part_of} ")
        if member and means not in ("result", "condition", "amount"):
            measure = replace(measure, cued=True)
        if kept and _names_who(string, kept[-1].measure, measure):
            continue
        listed_who = who
        if means == "goal" and (
            (listed_item and _HAS.match(string, measure.start))
            or (own == "goal" and measure.known_unit and _WHOLE_HAS.match(string, measure.start))
        ):
            measure = replace(measure, cued=True, weak=False)
        if kept and measure.known_unit and _goes_with(string, kept[-1].measure, measure):
            measure = replace(measure, cued=True, weak=False)
        counted = not measure.cued and measure.known_unit and means == "goal"
        if counted and _is_of_all(string, measure):
            said_so = listed_item or own == "goal"
            doubts = measure.doubts if said_so else (*measure.doubts, "perhaps_no_target")
            measure = replace(measure, cued=True, weak=False, doubts=doubts)
        if not _is_demanded(string, measure, means):
            amount = background == "goal" and means == "goal"
            amount = amount and measure.threshold.unit not in _parts_of_plans()
            # "Số bác sĩ trên 10.000 dân là 10,5": a value of what stands before it.
            valued = measure.known_unit or (measure.level and listed_item)
            valued |= listed_item and stands_for(string, measure, floor)
            if not (amount and valued and not has_consequence(string, measure)):
                continue
            _, _, head = edges()
            begin = sentence_start(string, measure.start)
            lead = string[max(begin, floor) : measure.start]
            part = bool(kept) and "trong đó" in lead
            named = part or lead.rstrip().endswith(":") or head.search(lead) is not None
            named |= measure.level and opens_with_quantity(lead)
            if not (
                listed_item
                or is_whole_clause(string, measure)
                or (named if own else _IS_AMOUNT.search(string[max(begin, floor) : measure.at]))
            ):
                continue
            if not (named and (listed_item or own)):
                measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        bare = measure.threshold.comparator == "eq" and measure.threshold.value != 100
        unsaid = means is None and not listed_item and bare
        unsaid |= means is None and sounds_told(string, only_told)
        unsaid |= (
            own is None and year is not None and (is_of_school_year_before(string, measure, year))
        )
        weak = measure.weak and not _is_of_number(string, measure)
        weak |= _FOOTNOTE.match(string) is not None  # it mostly tells what a word means
        if (
            unsaid
            or is_size(string, measure)
            or is_legal_term(string, measure)
            or (weak and own != "goal")
        ):
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        # The members of one list measure the same.
        between = string[floor : measure.start]
        same = who and kept and kept[-1].applies_to and not _APART.search(between)
        if who and measure.known_unit and measure.threshold.unit not in _SHARES:
            # "16 trường mầm non, 14 trường tiểu học": each counts its own
            same = same and string[measure.end : who[0]].strip() != ""
        begin = max(floor, sentence_start(string, measure.start))
        headed = edges()[2].search(string, begin, measure.start) is not None
        apart = (shared if same else not headed) and who is not None
        of_group = _of_group(string, found, index) if apart else None
        shared = of_group is not None
        if of_group:
            said = of_group
        elif not same:
            goes_on = floor > sentence_start(string, measure.start) and ";" not in between
            # "đạt 94,5% dân số, tăng 2,4%": nothing before the comma names the second value.
            begin = measure.start if goes_on and between.rstrip().endswith(",") else floor
            limit = _limit(string, measure, [later for later, _ in found[index + 1 :]])
            if not (who or places) and kept:
                places = _part(string, floor, measure, kept[-1].applies_to is not None)
            if places and said:
                who = places.span("who")
            else:
                if who is None and (whom := _FOR_THEM.search(string, floor, measure.start)):
                    who, begin = whom.span("who"), whom.end()
                own_phrase = measured_phrase(string, measure, begin, limit, listed_who)
                said = own_phrase or (said if ". " not in between else None)
            if said and (about := _IN_WHAT.match(string, measure.end)):
                said = (said[0], about.span("what"))
        kept.append(Stated(measure, said, who))
        floor, bracketed = measure.end, inside
    for index in range(len(kept) - 2, -1, -1):
        one, after = kept[index], kept[index + 1]
        if one.applies_to is None and after.applies_to is None:
            said = with_predicate_of_next(
                string, one.measure, one.indicator, after.measure, after.indicator
            )
            kept[index] = replace(one, indicator=said)
    return kept


# "c) Có 03 thư viện đạt chuẩn" in a list of goals
_HAS = compiled(r"(?i)(?<=^(?:[a-zđ\d]{1,3}(?:\.\d+)*[.)]\s)?(?:phấn đấu )?)có(?: thêm)?\s")
# "Phấn đấu đến cuối năm 2025, toàn huyện có 12/15 xã đạt chuẩn"
_WHOLE_HAS = compiled(
    r"(?i)(?<=(?:(?:toàn|cả) (?:huyện|tỉnh|xã|phường|quận|thành phố|thị xã|ngành|địa bàn)"
    r"|(?:19|20)\d\d),?\s)có(?: thêm)?\s"
)


def _goes_with(string: str, before: Measure, measure: Measure) -> bool:
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


def _is_of_all(string: str, measure: Measure) -> bool:
    """ "15/15 điểm đen": so many of all there are; "tại 11/11 huyện" tells where."""
    of_all = _SO_MANY_OF_ALL.match(string, measure.at)
    return of_all is not None and not _WHERE.match(string, 0, measure.start)


_SO_MANY_OF_ALL = compiled(r"\d[\d.]*\s?/\s?\d")
_WHERE = compiled(
    r"(?ir)(?<!\p{L})(?:địa bàn|tại|ở|trong|của|với|gồm|cho|trên|ra|đến|khắp|toàn bộ|theo|thuộc)\s*"
)
_DOSES = frozenset(("mũi", "liều", "lần"))
_LEADS_TO_SHARE = compiled(r"(?i):|(?<!\p{L})đạt(?!\p{L})")
_STOPS = compiled(r"[.;,]")
_FOOTNOTE = compiled(r"\s*\[\d{1,3}\]")
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
# "Đối với dự án khởi công mới, giải ngân ít nhất 50%"
_FOR_THEM = compiled(
    r"(?i)(?:^|[.;:]\s|[–+-]\s)\s*(?:[a-zđ\d][.)]\s)?(?:riêng )?đối với\s"
    r"(?P<who>[^,;.:()\d]{2,60}),\s(?=[^,;:()\d]{3,80}$)"
)
# "Thi hành xong trên 83% về việc và trên 45% về tiền"
_IN_WHAT = compiled(
    r"(?i)\s(?P<what>về (?:việc|tiền|giá trị|số lượng|diện tích|sản lượng|số vốn))"
    r"(?=\s*(?:[,;.(]|và\s|$))"
)
_PART_IN_BRACKET = compiled(
    r"(?i)\((?:riêng |đối với )?(?P<who>(?!(?:năm|quý|tháng|hiện|kế hoạch|kết quả|bình quân|đến"
    r"|trung bình|cả nước|toàn|tỉnh|trung ương|chỉ tiêu|mục tiêu|mức|giao|quy định|trước|cùng kỳ"
    r"|thực hiện|ước|tính|tương|vượt|trong|so|tăng|giảm|theo|đã|hết|cuối|đầu|nghị quyết|dự toán"
    r"|tiêu chuẩn|định mức|tỷ lệ|tỉ lệ)(?!\p{L}))\p{L}[^;:,()\d]{2,60}?)\s*:?\s*$"
)


def _part(string: str, floor: int, measure: Measure, again: bool) -> Match | None:
    """The part of the places, or of those measured, that a further value is for."""
    if found := _PART.search(string, floor, measure.start):
        return found
    if again and (found := _ANOTHER_PART.fullmatch(string, floor, measure.start)):
        return found
    found = _SINGLED_OUT.search(string, floor, measure.start)
    if found is None or measure.threshold.unit not in _SHARES:
        return None
    return None if edges()[2].search(string, *found.span("who")) else found


_APART = compiled(r"[(;]|\.\s")


def _of_group(string: str, found: Sequence[Listed], index: int) -> Spans | None:
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
    end = edges()[1].search(string, last[1])
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


def _limit(string: str, measure: Measure, later: Sequence[Measure]) -> int:
    """Where what may be named after a value ends: before the next value or the comma before it."""
    for following in later:
        if _names_who(string, measure, following):
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


def _names_what_is_measured(string: str, found: Sequence[Measure]) -> bool:
    """Whether a count belongs to the name of a share: "Tỷ lệ trẻ được sàng lọc ít nhất 05 bệnh đạt
    65%"."""
    first = found[0].threshold
    if len(found) < 2 or (first.unit or "") in _SHARES or first.kind not in ("level", "range"):
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
    if (share.threshold.unit or "") not in _SHARES or _ANOTHER.search(between):
        return False
    begin = max(sentence_start(string, found[0].start), string.rfind(";", 0, found[0].start) + 1)
    heads = list(SHARE_HEAD.finditer(string, begin, found[0].start))
    return bool(heads) and not _PERCENT.search(string, heads[-1].start(), found[0].start)


# In running text whose goals only a heading names: "Sản phẩm từ 3 sao trở lên là 03 sản phẩm",
# "Diện tích lúa 5.200 ha, năng suất 62 tạ/ha".
_IS_AMOUNT = compiled(
    r"(?i)\strở (?:lên|xuống)(?!\p{L})[^.;,]*$"
    r"|(?:^|[.;:]\s)\s*(?:bình quân |trung bình )?(?:mỗi|từng)\s[^.;:,\d]*\scó\s+$"
    r"|(?<!\p{L})(?:diện tích|năng suất|sản lượng|tổng đàn|đàn \p{L}+)(?!\p{L})[^.;:,]*"
    r"(?<!\slà\s?)$"
)
_NEXT_PART = compiled(r"[,;.:(]\s|\svà\s")
_COUNTED_HEAD = compiled(r"(?i)(?<!\p{L})(?:tổng )?số\s(?!hóa)\p{L}[^.;:,()\d]*$")
_IN_NAME = compiled(
    r"\s\p{L}(?:(?!\s(?:và|hoặc|mỗi|trong đó)\s)[^,;.:()\d])*?\s(?:có|cách)(?:\s\p{L}+){0,7}\s*"
)
_PREDICATE = compiled(r"\s(?!(?:và|hoặc|trở|trong|trên|để|so|mỗi|tại|ở)\s)\p{Ll}")


def _is_of_number(string: str, measure: Measure) -> bool:
    """Whether a clause counts and ends with the value: "Số hộ thoát nghèo từ 20 hộ trở lên"."""
    counted = _COUNTED_HEAD.search(string, sentence_start(string, measure.start), measure.start)
    return counted is not None and not string[measure.end : measure.end + 2].strip(" .;,")


def _names_who(string: str, before: Measure, measure: Measure) -> bool:
    """Whether a value tells of whom the one before it speaks: "80% doanh nghiệp có từ 10 lao động
    trở lên thành lập công đoàn"."""
    share = before.threshold.unit in _SHARES or not before.level
    return (
        share
        and measure.threshold.unit not in _SHARES
        and not {"ge", "gt"}.isdisjoint((measure.threshold.comparator,))
        and measure.weak
        and _IN_NAME.fullmatch(string, before.end, measure.at) is not None
        and (
            _PREDICATE.match(string, measure.end) is not None
            or _DONE_TO.match(string, 0, before.start) is not None
        )
    )


_ANOTHER = compiled(r"[;.]\s|[Tt][ỷỉ] lệ")
_PERCENT = compiled(r"\d\s?%")
_SHARES = ("%", "‰", "điểm %")
# "Kiểm tra ít nhất 30% số cơ sở có từ 10 phòng trở lên"
_DONE_TO = compiled(
    r"(?ir)(?:^|[.;:]\s|\d[.)]\s)(?!(?:đến|trong|từ|vào|hết|cuối|năm|toàn|với|có|mỗi|riêng)(?!\p{L}))"
    r"(?:\p{L}+\s){2,6}"
)
# "Tỷ lệ = b/a * 100%"
_FORMULA = compiled(r"(?r)(?:[*×=/]|\)\sx|\p{L}\sx)\s*")


def led(leads: Sequence[str]) -> Context:
    """What the lead line of a list says of each value in it: "Phấn đấu giảm:" heads changes."""
    match = _LEADS_CHANGE.search(leads[-1]) if leads else None
    if match is None:
        return NO_CONTEXT
    change = match["change"] or f"{match['verb']} {match['than']}"
    return Context(column=f"{change} {match['before'] or ''}")


_LEADS_CHANGE = compiled(
    r"(?i)(?<!\p{L})(?:(?P<before>so với [^:.;,]*),\s(?:phấn đấu )?)?"
    r"(?P<change>(?:tăng|giảm)(?: thêm| bình quân)?(?: so với[^:.;]*)?)\s*:\s*$"
    # "Giảm tiêu hao điện của các ngành so với năm 2024:"
    r"|(?:^\W*|[.)]\s|phấn đấu\s)(?P<verb>tăng|giảm)\s(?!trưởng|cường)[^.;:()\d]{1,100}?\s"
    r"(?P<than>so với[^.;:]*):\s*$"
)


_IS_DONE = compiled(r"(?i)được(?!\p{L})")


def _is_demanded(string: str, measure: Measure, means: str | None) -> bool:
    if has_consequence(string, measure):
        return False
    before, after = string[: measure.start].strip(" -+"), string[measure.end :].strip(" .;")
    whole = not after or _IS_DONE.match(after) is not None  # "7.850 sổ đỏ được số hóa"
    if not before and (measure.known_unit or (measure.threshold.unit and whole)):
        return means not in ("result", "condition", "amount")  # "20.000 tờ gấp" as a whole result
    if means in ("result", "condition", "amount"):
        return False
    return measure.cued or (means == "goal" and measure.threshold.kind != "level")


@cache
def _parts_of_plans() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("part"))
