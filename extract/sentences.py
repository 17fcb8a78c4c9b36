"""Running text → the measures that it demands: results, conditions and mere amounts are refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Union

import regex

from extract.expressions import Match, Pattern, compiled
from extract.measured_phrases import Spans, edges, measured_phrase
from extract.model import record
from extract.patterns import CUES, remembered, spans
from extract.sentence_bounds import SENTENCE, full_stop, open_bracket, sentence_start
from extract.thresholds import NO_CONTEXT, Context, Measure, measures
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import AtWords, first_words, words_in


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
        means = own or background
        if own is None and year is not None and is_past(string, measure, year):
            continue
        if (
            own is None
            and only_told
            and _COMPARES_FIRST.match(string, sentence_start(string, measure.start))
        ):
            # "So với năm 2024, số hồ sơ tăng 20%": to be reached, or told?
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        bracket = string.rfind("(", 0, measure.start)
        inside = open_bracket(string, 0, measure.start) >= 0
        bare = measure.threshold.comparator == "eq" and who is None
        bare = bare and measure.threshold.kind == "level" and "trong đó" not in string[bracket:]
        places = None
        if inside and bare and kept and not bracketed and bracket >= floor and own is None:
            # "lên 96% (năm 2023 là 93,2%)": behind a value a bracket tells of another, unless it
            # names a part of what is measured: "đạt 85% (án nghiêm trọng đạt 95%)".
            places = _PART_IN_BRACKET.match(string, bracket, measure.start)
            if not (places and measure.level and means == "goal"):
                continue
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        if inside and kept and bracket >= floor and not measure.cued and bare:
            continue  # "100% tàu thuyền (1.245 phương tiện với 6.310 lao động)"
        if _FORMULA.match(string, 0, measure.start):
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
            if not (amount and measure.known_unit and not has_consequence(string, measure)):
                continue
            _, _, head = edges()
            begin = sentence_start(string, measure.start)
            lead = string[max(begin, floor) : measure.start]
            part = kept and "trong đó" in lead
            named = part or lead.rstrip().endswith(":") or head.search(lead)
            if not (
                listed_item
                or (named if own else _IS_AMOUNT.search(string[max(begin, floor) : measure.at]))
            ):
                continue
            if not (named and (listed_item or own)):
                measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        bare = measure.threshold.comparator == "eq" and measure.threshold.value != 100
        unsaid = means is None and not listed_item and bare
        unsaid |= (
            own is None and year is not None and (_is_of_school_year_before(string, measure, year))
        )
        weak = measure.weak and not _is_of_number(string, measure)
        weak |= _FOOTNOTE.match(string) is not None  # it mostly tells what a word means
        if unsaid or (weak and own != "goal"):
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        # The members of one list measure the same.
        between = string[floor : measure.start]
        same = who and kept and kept[-1].applies_to and not _APART.search(between)
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
                places = _part(string, floor, measure)
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
_FOOTNOTE = compiled(r"\s*\[\d{1,3}\]")
# "...; riêng các xã đặc biệt khó khăn giảm 3%": the same, for a part of the places.
_PART = compiled(
    r"(?i)(?:(?<!\p{L})(?:riêng|trong đó)\s(?:tại |ở |đối với )?"
    r"|;\s(?:đối với|tại|ở)\s|;\s(?=vùng|khu vực|địa bàn|các))"
    r"(?P<who>(?:(?:các|những|\d+|hai|ba|bốn|năm)\s)?"
    r"(?:xã|phường|huyện|thị trấn|thị xã|thành phố|khu vực|vùng|địa bàn|địa phương|thôn|bản|miền)"
    r"(?!\p{L})[^;:()\d]{0,80}?)\s*$"
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
    r"(?=\s*(?:[,;.]|và\s|$))"
)
_PART_IN_BRACKET = compiled(
    r"(?i)\((?:riêng |đối với )?(?P<who>(?!(?:năm|quý|tháng|hiện|kế hoạch|kết quả|bình quân|đến"
    r"|trung bình|cả nước|toàn|tỉnh|trung ương|chỉ tiêu|mục tiêu|mức|giao|quy định|trước|cùng kỳ"
    r"|thực hiện|ước|tính|tương|vượt|trong|so|tăng|giảm|theo|đã|hết|cuối|đầu|nghị quyết|dự toán"
    r"|tiêu chuẩn|định mức|tỷ lệ|tỉ lệ)(?!\p{L}))\p{L}[^;:,()\d]{2,60}?)\s*$"
)


def _part(string: str, floor: int, measure: Measure) -> Match | None:
    """The part of the places, or of those measured, that a further value is for."""
    if found := _PART.search(string, floor, measure.start):
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
    low = tail[0] + len(words) - len(words.lstrip(" )"))
    high = low + len(words.strip(" ),"))
    if high <= low:
        return None
    return (noun.span("noun"), (low, high)) if noun else ((low, high),)


_NOUN_OF_GROUP = compiled(
    r"(?i)\s*(?P<noun>(?!(?:đối với|tại|ở|cho|với|của|thuộc)(?!\p{L}))\p{L}[^,;:.()\d]*?)"
    r"(?:\s(?:đối với|tại|ở|thuộc|của))?\s*\(?\s*$"
)
_NEXT_MEMBER = compiled(r"\)?\s*(?:[,;]|,?\svà)\s*")
_SHORTEST_NAME = 5  # words of what the next value in a list measures, the comma counted


def _limit(string: str, measure: Measure, later: Sequence[Measure]) -> int:
    """Where what may be named after a value ends: before the next value or the comma before it."""
    for following in later:
        if _names_who(string, measure, following):
            continue
        comma = string.rfind(",", measure.end, following.start)
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
    share = found[1]
    if found[0].weak and share.level and _COUNTED_HEAD.search(string, 0, found[0].start):
        return not _ANOTHER.search(string, found[0].end, share.start)
    between = string[found[0].end : share.start]
    if (share.threshold.unit or "") not in _SHARES or _ANOTHER.search(between):
        return False
    begin = max(sentence_start(string, found[0].start), string.rfind(";", 0, found[0].start) + 1)
    heads = list(_SHARE_HEAD.finditer(string, begin, found[0].start))
    return bool(heads) and not _PERCENT.search(string, heads[-1].start(), found[0].start)


# In running text whose goals only a heading names: "Sản phẩm từ 3 sao trở lên là 03 sản phẩm",
# "Diện tích lúa 5.200 ha, năng suất 62 tạ/ha".
_IS_AMOUNT = compiled(
    r"(?i)\strở (?:lên|xuống)(?!\p{L})[^.;,]*$"
    r"|(?:^|[.;:]\s)\s*(?:bình quân |trung bình )?(?:mỗi|từng)\s[^.;:,\d]*\scó\s+$"
    r"|(?<!\p{L})(?:diện tích|năng suất|sản lượng|tổng đàn|đàn \p{L}+)(?!\p{L})[^.;:,]*"
    r"(?<!\slà\s?)$"
)
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
        and _PREDICATE.match(string, measure.end) is not None
    )


_ANOTHER = compiled(r"[;.]\s|[Tt][ỷỉ] lệ")
_PERCENT = compiled(r"\d\s?%")
_SHARES = ("%", "‰", "điểm %")
_SHARE_HEAD = compiled(r"(?i)(?<!\p{L})t[ỷỉ] (?:lệ|trọng)(?!\p{L})")
# "Tỷ lệ = b/a * 100%"
_FORMULA = compiled(r"(?r)(?:[*×=/]|\)\sx|\p{L}\sx)\s*")


def background(headings: Sequence[str], leads: Sequence[str]) -> str | None:
    """What the lead sentences and the headings above say, the nearest first: goal, result,
    condition or amount."""
    above = next(filter(None, map(_heading_means, reversed(headings))), None)
    for lead in reversed(leads):
        means = meaning(lead, len(lead), carried=False, among_goals=above == "goal")
        if means:
            return means
    return above


def led(leads: Sequence[str]) -> Context:
    """What the lead line of a list says of each value in it: "Phấn đấu giảm:" heads changes."""
    match = _LEADS_CHANGE.search(leads[-1]) if leads else None
    if match is None:
        return NO_CONTEXT
    return Context(column=f"{match['change']} {match['before'] or ''}")


_LEADS_CHANGE = compiled(
    r"(?i)(?<!\p{L})(?:(?P<before>so với [^:.;,]*),\s(?:phấn đấu )?)?"
    r"(?P<change>(?:tăng|giảm)(?: thêm| bình quân)?(?: so với[^:.;]*)?)\s*:\s*$"
)


@lru_cache(maxsize=1024)
def _heading_means(heading: str) -> str | None:
    found = [_headings()[match[0]] for match in _heading_cues().finditer(heading.lower())]
    if not found:
        return None
    # "Kết quả và chỉ tiêu giải quyết việc làm" heads goals.
    first = found[1] if "opens" in found[0] and len(found) > 1 else found[0]
    return str(first["means"])


@cache
def _headings() -> dict[str, dict[str, Any]]:
    return {row["heading"]: row for row in rows("contexts") if "heading" in row}


@cache
def _heading_cues() -> Pattern:
    names = "|".join(
        (r"(?<=^[\W\divxlc]{0,8})" if row.get("opens") else "") + regex.escape(row["heading"])
        for row in sorted(rows("contexts"), key=lambda row: -len(row.get("heading", "")))
        if "heading" in row
    )
    return compiled(rf"(?<!\p{{L}})(?:{names})(?!\p{{L}})")


#: A measure with its group, where one phrase gives several values.
Listed = tuple[Measure, Union[tuple[int, int], None]]


def listed(string: str, found: Sequence[Measure], one_of_list: bool = False) -> list[Listed]:
    """Measures with their groups; a member of a list inherits what its first member says: the unit
    (flag ``unit_inferred``) and the comparator (flag ``comparator_inferred``). ``one_of_list``: the
    string is itself a member of a list."""
    found = _of_one_verb(string, _changing(string, _of_one_denominator(string, found)))
    fewest = 1 if one_of_list else 2
    several = len(found) >= fewest
    groups = [_group(string, found, index) for index in range(len(found))] if several else []
    if several and not one_of_list:
        groups = _neighbours(string, found, groups)
    if sum(group is not None for group in groups) < fewest:
        found = _run_on(string, found)
        return list(zip(found, _who_shares_a_predicate(string, found), strict=True))
    result: list[Listed] = []
    for index, (measure, group) in enumerate(zip(found, groups, strict=True)):
        before = result[-1][0] if result else None
        if before and group and groups[index - 1]:
            measure = _inherited(before, measure, string)
        result.append((measure, group))
    return result


def _who_shares_a_predicate(string: str, found: Sequence[Measure]) -> list[tuple[int, int] | None]:
    """ "50% hộ kinh doanh, 80% hợp tác xã và 100% doanh nghiệp dùng hóa đơn điện tử": the nouns of
    a list of shares, which only the words behind the last of them measure."""
    groups: list[tuple[int, int] | None] = [None] * len(found)
    named, named_last = _counted_nouns()
    for index, (first, second) in enumerate(pairwise(found)):
        if first.level or first.threshold.unit != "%" or second.threshold.unit != "%":
            continue
        between = named.fullmatch(string, first.end, second.start)
        last = named_last.match(string, second.end)
        if between and last:
            groups[index], groups[index + 1] = between.span("who"), last.span("who")
    return groups


@cache
def _counted_nouns() -> tuple[Pattern, Pattern]:
    nouns = alternatives(row["unit"] for row in rows("units") if not row.get("measures"))
    who = rf"(?i)\s(?P<who>{nouns})"
    return compiled(rf"{who}(?:,|,?\svà)\s*"), compiled(rf"{who}(?=[,\s])")


def _neighbours(
    string: str, found: Sequence[Measure], groups: Sequence[tuple[int, int] | None]
) -> list[tuple[int, int] | None]:
    """The groups that stand beside another: in one sentence, without an indicator of their own."""
    tied = [
        one is not None
        and two is not None
        and not _NEXT_SENTENCE.search(string, before.end, after.start)
        and not _SHARE_HEAD.search(string, before.end, min(after.start, two[0]))
        for (before, one), (after, two) in pairwise(zip(found, groups, strict=True))
    ]
    sides = zip([False, *tied], [*tied, False], strict=True)
    return [who if any(side) else None for who, side in zip(groups, sides, strict=True)]


def _run_on(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "Cắt giảm ít nhất 30% thời gian, 20% chi phí": a bare share that a comma or "và" ties to one
    with a comparator most likely has it too; doubted."""
    result: list[Measure] = []
    for measure in found:
        before = result[-1] if result else None
        threshold = measure.threshold
        bare = threshold.kind == "level" and threshold.comparator == "eq" and threshold.unit == "%"
        if before and bare and threshold.value != 100 and _starts_bare(string, measure):
            first = before.threshold
            tied = _TIED.fullmatch(string, before.end, measure.start)
            if tied and (first.comparator not in (None, "eq") or first.kind == "change"):
                threshold = replace(
                    threshold,
                    kind="change" if first.kind == "change" else "level",
                    direction=first.direction,
                    comparator=first.comparator,
                )
                doubts = (*measure.doubts, "unclear_threshold")
                flags = (*measure.flags, "comparator_inferred")
                measure = replace(measure, threshold=threshold, doubts=doubts, flags=flags)
        result.append(measure)
    return result


def _changing(string: str, found: Sequence[Measure]) -> list[Measure]:
    result: list[Measure] = []
    for measure in found:
        before = result[-1] if result else None
        if before and _changes_too(string, before, measure):
            first = before.threshold
            threshold = replace(
                measure.threshold,
                kind="change",
                direction=first.direction,
                baseline=measure.threshold.baseline or first.baseline,
            )
            doubts = measure.doubts
            own_verb = _VERB.search(string, before.start, before.at) is not None
            if measure.threshold.comparator == "eq" and (own_verb or before.doubts):
                # "Kinh tế tăng 8%, hộ nghèo 2%": the verb may be the first one's alone.
                doubts = tuple(dict.fromkeys((*doubts, "unclear_threshold")))
            measure = replace(measure, threshold=threshold, cued=True, doubts=doubts)
        result.append(measure)
    return result


def _of_one_denominator(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "12 bác sĩ và 32 giường bệnh trên 10.000 dân": what both are counted by stands last."""
    result, members = list(found), []
    for index in range(len(result) - 2, -1, -1):
        first, second = result[index], result[index + 1]
        noun, unit = first.threshold.unit or "%", second.threshold.unit or ""
        _, rate, many = unit.partition("/")
        tied = _TIED_NOUN.fullmatch(string, first.end, second.start)
        if rate and _MANY.search(many) and tied and not {"%", "/"} & set(noun):
            counted = replace(first.threshold, unit=f"{noun}/{many}")
            flags = (*first.flags, "unit_inferred")
            result[index] = replace(first, threshold=counted, flags=flags)
            members.append(index)
    for index in reversed(members):
        first, second = result[index], result[index + 1]
        cued = first.cued or second.cued or bool(_HAS_BEFORE.search(string, 0, first.at))
        result[index] = replace(first, cued=cued)
        result[index + 1] = replace(second, cued=cued, weak=first.weak)
    return result


_MANY = compiled(r"(?i)(?:\d|vạn)")
_TIED_NOUN = compiled(r"(?:\s\p{Ll}+){0,2}\s?(?:,|\svà)\s*")
_HAS_BEFORE = compiled(r"(?i)(?:^|[.;:–+-]\s*|phấn đấu\s)(?:có|đạt)\s$")


def _of_one_verb(string: str, found: Sequence[Measure]) -> list[Measure]:
    """ "Tổ chức 02 hội nghị và 01 hội thi": the verb goes on over a comma or "và"."""
    result: list[Measure] = []
    for measure in found:
        before = result[-1] if result else None
        bare = measure.start == measure.at and measure.known_unit and not measure.cued
        if before and before.verb and bare and measure.threshold.kind in ("level", "range"):
            between = string[before.end : measure.start]
            if measure.threshold.unit != "%" and _TIED_OBJECT.fullmatch(between):
                measure = replace(measure, cued=True, verb=before.verb)
        result.append(measure)
    return result


# No other verb or preposition of place leads up to the second object.
_TIED_OBJECT = compiled(
    r"(?i)(?:(?!(?:tại|ở|gồm|trong đó|với|từ|bao gồm|trên)(?!\p{L}))[^.;:()\d]){0,80}(?:,|\svà)\s*"
)


def _changes_too(string: str, before: Measure, measure: Measure) -> bool:
    """ "giảm 10% số vụ cháy và ít nhất 15% thiệt hại": the verb goes on over "và"; over a comma too
    where nothing but a name stands between: "giảm tỷ lệ hộ nghèo 1,5%, hộ cận nghèo 1%"."""
    first, second = before.threshold, measure.threshold
    if first.kind != "change" or second.kind != "level" or second.unit != first.unit:
        return False
    if measure.level:
        return False
    tied = _AND_TIED if second.comparator != "eq" else _NAME_TIED
    return tied.fullmatch(string, before.end, measure.start) is not None


_VERB = compiled(r"(?i)(?<!\p{L})(?:tăng|giảm)(?!\p{L})")
_AND_TIED = compiled(r"[^.,;:()\d]{1,60}\svà\s*")
# Without a head or a verb of its own.
_NAME_TIED = compiled(
    r"(?i)(?:,\s|\svà\s)(?:trong đó\s)?(?!phấn đấu|đảm bảo|bảo đảm|hoàn thành|có|để|trong đó)"
    r"(?!(?:.*\s)?(?:t[ỷỉ] (?:lệ|trọng)|là|đạt|bằng|được|phải|chiếm)(?!\p{L}))"
    r"(?:\p{L}+\s){1,6}"
)
_TIED = compiled(r"[^.;:()]{1,80}(?:,|\svà)\s*")


def _starts_bare(string: str, measure: Measure) -> bool:
    """Whether a measure begins with its number, no word leading up to it."""
    return string[measure.start : measure.start + 1].isdigit()


_NEXT_SENTENCE = compiled(r"[.!?]\s")


def _inherited(before: Measure, measure: Measure, string: str) -> Measure:
    threshold, first = measure.threshold, before.threshold
    if _NEXT_SENTENCE.search(string, before.end, measure.start):
        return measure
    flags = list(measure.flags)
    if threshold.unit is None and first.unit is not None:
        threshold = replace(threshold, unit=first.unit)
        flags.append("unit_inferred")
    bare = threshold.kind == "level" and threshold.comparator == "eq"
    same_phrase = ";" not in string[before.end : measure.start]
    if bare and first.kind == "level" and first.comparator != "eq" and same_phrase:
        threshold = replace(threshold, comparator=first.comparator)
        flags.append("comparator_inferred")
    cued = measure.cued or before.cued
    return replace(measure, threshold=threshold, flags=tuple(flags), cued=cued)


# --------------------------------------------------------------------------- groups

_MEMBER_END = compiled(r"[,;()]|\svà\s|$")


@cache
def _groups() -> tuple[Pattern, Pattern]:
    heads = _group_heads()
    stops = "|".join(regex.escape(row["stop"]) for row in rows("stops"))
    word = rf"\s(?!(?:{stops})(?!\p{{L}}))[^\s,;:().]+"
    place = (
        r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|thôn|ấp)(?-i:(?:\s\p{Lu}\p{L}*){1,4})"
    )
    rest = r"các\s(?:xã|phường|huyện|đơn vị|địa phương|thôn)(?:,\s\p{L}+)*\scòn\slại"
    of = r"(?:(?:xã|phường|huyện|đơn vị)\s)?"  # "xã vùng II: 80%"
    who = rf"(?P<who>{of}(?:{heads})(?!\p{{L}})(?:{word})*|{place}|{rest})"
    after = compiled(
        rf"(?i)\s*\(?(?:(?:\p{{Ll}}+\s){{0,3}}?(?:(?:tại|đối với|ở|với|cho|của)\s+)?"
        rf"|(?:\p{{Ll}}+\s){{4,6}}?(?:tại|đối với|ở)\s+)"
        rf"{who}(?:[\s.]*$|\s(?:{stops})(?!\p{{L}}))"
    )
    before = compiled(
        rf"(?i)(?:^|[,;:(+-]\s*)(?:(?:tại|đối với|ở|với|cho)\s+)?{who}\s*(?::|là|đạt|\s)\s*$"
        rf"|\s(?<!(?:cung|nâng|trợ|sơ)\s)(?P<who>(?:cấp|khối|bậc)\s\p{{L}}+)\s*$"
        r"|\s(?P<who>(?:khu vực|vùng)\s\p{L}+\s\p{L}+)\s*$"
        rf"|\s(?:tại|ở|đối với)\s(?P<who>(?:{heads})(?!\p{{L}})(?:\s\p{{L}}+){{0,2}})\s*$"
    )
    return after, before


_BRACKET = compiled(r"\s*\((?P<inside>[^()]+)\)")
# "80% đối với sở, ban, ngành, 65% đối với xã, phường": up to the next member.
_FOR_WHOM = compiled(
    r"(?i)\s*(?:đối với|tại|ở)\s+(?P<who>[^;:().]{2,60}?)(?=[\s,]*(?:và\s)?(?:$|[;().]))"
)


def names_group(heading: str) -> bool:
    """Whether a column's heading names a group of bodies or places: "Cấp huyện", "Xã nhóm 1"."""
    return bool(_group_heading().fullmatch(heading.strip()))


@cache
def _group_heads() -> str:
    return "|".join(
        regex.escape(row["group"])
        + (rf"(?!\s{row['not_before']}(?!\p{{L}}))" if "not_before" in row else "")
        for row in rows("groups")
    )


@cache
def _group_heading() -> Pattern:
    heads = _group_heads()
    return compiled(rf"(?i)(?:(?:các|xã|phường|huyện|đơn vị)\s)*(?:{heads})(?!\p{{L}})[^:;]*")


def _group(string: str, found: Sequence[Measure], index: int) -> tuple[int, int] | None:
    measure = found[index]
    limit = found[index + 1].start if index + 1 < len(found) else len(string)
    end = _MEMBER_END.search(string, measure.end, limit)
    stop = end.start() if end else limit
    after, before = _groups()
    bracket = _BRACKET.match(string, measure.end)
    begin, stop = bracket.span("inside") if bracket else (measure.end, stop)
    if match := after.match(string, begin, stop):
        return match.span("who")
    if match := _FOR_WHOM.match(string, measure.end, limit):
        return match.span("who")
    start = found[index - 1].end if index else 0
    if match := before.search(string, start, measure.start):
        return match.span("who")
    return None


# --------------------------------------------------------------------------- demanded or not


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
        goes_on = means in ("result", "compared")
        if means == "compared" and among_goals:
            opens = not string[sentence_start(string, low) : low].strip(" -–+")
            if opens and _SO_VOI_YEAR.match(string, low):
                return None
            goes_on = opens
        if low < begin and not (carried and goes_on):
            return None
    else:
        return None
    return "result" if means == "compared" else means


_SO_VOI_YEAR = compiled(r"(?i)so với (?:cuối )?năm (?:19|20)\d\d")
_CLOSED_BRACKET = compiled(r"\([^()]*\)")


def _is_demanded(string: str, measure: Measure, means: str | None) -> bool:
    if has_consequence(string, measure):
        return False
    before, after = string[: measure.start].strip(" -+"), string[measure.end :].strip(" .;")
    if not before and (measure.known_unit or (measure.threshold.unit and not after)):
        return means not in ("result", "condition", "amount")  # "20.000 tờ gấp" as a whole result
    if means in ("result", "condition", "amount"):
        return False
    return measure.cued or (means == "goal" and measure.threshold.kind != "level")


@cache
def _consequences() -> tuple[Pattern, frozenset[str]]:
    """What happens to whom a value fits, and the words that it can begin with."""
    cues = [row["after"] for row in rows("contexts") if "after" in row]
    first = frozenset(word for cue in cues for word in first_words(cue.removeprefix(r"\(")))
    return compiled(rf"(?i)(?<!\p{{L}})(?:{'|'.join(cues)})(?!\p{{L}})"), first


_OTHER_CASE = compiled(r"(?i)(?<!\p{L})(?:nếu|trường hợp|không đạt|nào)(?!\p{L})")


def has_consequence(string: str, measure: Measure) -> bool:
    """Whether what follows in the sentence says what happens to whom the value fits."""
    pattern, first = _consequences()
    if first.isdisjoint(words_in(string)):
        return False
    stop = SENTENCE.search(string, measure.end)
    match = pattern.search(string, measure.end, stop.start() if stop else len(string))
    return match is not None and not _OTHER_CASE.search(string, measure.end, match.start())


_YEAR = compiled(
    r"(?i)(?<!trước )(?<!từ )(?:năm|(?:giai đoạn|nhiệm kỳ) (?:19|20)\d{2}\s?[-–])"
    r" ?((?:19|20)\d{2})"
)
_SCHOOL_YEAR = compiled(r"(?i)năm học (?:19|20)\d{2}\s?[-–]\s?(?P<end>(?:19|20)\d{2})")


def _is_of_school_year_before(string: str, measure: Measure, year: int) -> bool:
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
        head = _COMPARES_FIRST.match(string, sentence_start(string, measure.start))
        return head is not None and int(head["year"]) + 1 < year
    return bool(years) and max(int(found) for found in years) < year


def _years(string: str, begin: int, stop: int) -> list[str]:
    """The years that a stretch speaks of; those in closed brackets and those that it compares with
    ("so với trung bình giai đoạn 2020 - 2024") tell nothing of what follows."""
    return _YEAR.findall(_BESIDE.sub(" ", string[begin:stop]))


_COMPARES_FIRST = compiled(r"(?i)[\s–+-]*so với (?:cùng kỳ |cuối )?năm (?P<year>(?:19|20)\d\d),")
_BESIDE = compiled(r"(?i)\([^()]*\)|(?<!\p{L})so với\s[^,;.:()]*")


@cache
def _parts_of_plans() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("part"))
