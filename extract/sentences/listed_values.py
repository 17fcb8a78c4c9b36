"""Several values in one phrase: what those behind the first inherit, and whom each is for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Union

from extract.expressions import Pattern, compiled
from extract.groups import group_of
from extract.model import Direction
from extract.thresholds import Measure
from extract.vocabulary import alternatives, rows
from extract.vocabulary.at_words import words_in

#: A measure with its group, where one phrase gives several values.
Listed = tuple[Measure, Union[tuple[int, int], None]]


def listed(
    string: str, found: Sequence[Measure], one_of_list: bool = False, unit: str | None = None
) -> list[Listed]:
    """Measures with their groups; a member of a list inherits what its first member says: the unit
    (flag ``unit_inferred``) and the comparator (flag ``comparator_inferred``). ``one_of_list``: the
    string is itself a member of a list; ``unit``: the one that a table prints beside it."""
    found = _of_one_verb(string, _changing(string, _of_one_denominator(string, found)))
    fewest = 1 if one_of_list else 2
    if under := _under_a_change(string, found):
        return under
    several = len(found) >= fewest
    groups = [group_of(string, found, index) for index in range(len(found))] if several else []
    if several and not one_of_list:
        groups = _neighbours(string, found, groups)
    unnamed = None
    if sum(group is not None for group in groups) < fewest:
        unnamed = _of_unnamed_groups(string, found, unit, fewest)
        found, groups = unnamed or (found, groups)
    if sum(group is not None for group in groups) < fewest:
        found = _run_on(string, found)
        return list(zip(found, _who_shares_a_predicate(string, found), strict=True))
    result: list[Listed] = []
    for index, (measure, group) in enumerate(zip(found, groups, strict=True)):
        before = result[-1][0] if result else None
        if before and group and groups[index - 1]:
            own, measure = measure, _inherited(before, measure, string)
            if unnamed and measure.threshold.comparator != own.threshold.comparator:
                # "≥ 95% hồ sơ đúng hạn, 80% hồ sơ trực tuyến" may be two of a kind, or two.
                measure = replace(measure, doubts=(*measure.doubts, "unclear_threshold"))
        result.append((measure, group))
    return result


def _of_unnamed_groups(
    string: str, found: Sequence[Measure], unit: str | None, fewest: int
) -> tuple[list[Measure], list[tuple[int, int] | None]] | None:
    """ "≥ 120 nội thị; ≥ 90 ven đô" beside a printed unit, "90% đơn mới; 85% đơn tồn đọng": words
    that are no unit behind each value of a cell say whom it is for."""
    if unit is None or len(found) < fewest:
        return None
    measured: list[Measure] = []
    groups: list[tuple[int, int] | None] = []
    ends = [measure.start for measure in found[1:]] + [len(string)]
    for measure, end in zip(found, ends, strict=True):
        at, own = measure.end, measure.threshold.unit
        if own and not measure.known_unit and string.endswith(own, 0, at):
            at -= len(own)
        if string.endswith(")", 0, at):
            at = string.rfind("(", 0, at)
        who = _WHOSE.fullmatch(string, at, end)
        if measure.known_unit and fewest == 1:
            return None  # an item of a list says itself what it measures
        if who is None or who["who"].lower().startswith(unit.lower()):
            return None
        threshold = replace(measure.threshold, unit=own if measure.known_unit else unit)
        measured.append(replace(measure, threshold=threshold, end=at))
        groups.append(who.span("who"))
    return measured, groups


_WHOSE = compiled(
    r"(?i)[\s(]*(?:đối với|tại|ở|cho|với)?\s*"
    r"(?P<who>(?!(?:trở|so|theo|trong|và)(?!\p{L}))\p{L}[^;,()\d]{1,50}?)\)?[;,.\s]*"
)


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
    who = rf"(?i)\s(?P<who>{nouns}(?:,\s(?:{nouns})){{0,2}})"
    return compiled(rf"{who}(?:,|,?\svà)\s*"), compiled(rf"{who}(?=[,\s])")


def _under_a_change(string: str, found: Sequence[Measure]) -> list[Listed]:
    """ "Giảm tiêu hao năng lượng so với năm 2024: ngành giấy tối thiểu 8%; ngành nhựa 5%": changes,
    each with its group. "Giảm tỷ lệ hộ nghèo: vùng cao 3%" may name levels, and is doubted."""
    if ": " not in string or words_in(string).isdisjoint(("tăng", "giảm")):
        return []
    head = _HEAD_OF_CHANGES.search(string)
    if head is None:
        return []
    result: list[Listed] = []
    floor = head.end()
    for measure in found:
        threshold = measure.threshold
        who = _MEMBER.fullmatch(string, floor, measure.start) if floor else None
        plain = threshold.kind in ("level", "range") and threshold.unit == "%"
        plain &= not measure.level and threshold.comparator not in ("le", "lt")
        if measure.start < head.end() or not plain or who is None:
            result.append((measure, None))
            floor = floor if measure.start < head.end() else 0  # the list is over
            continue
        floor = measure.end
        if head["than"] or not head["rate"]:
            direction: Direction = "increase" if head["verb"].lower() == "tăng" else "decrease"
            threshold = replace(threshold, kind="change", direction=direction)
            measure = replace(measure, threshold=threshold, cued=True)
        else:
            measure = replace(measure, doubts=(*measure.doubts, "unclear_threshold"))
        result.append((measure, who.span("who")))
    return result if any(who for _, who in result) else []


_HEAD_OF_CHANGES = compiled(
    r"(?i)(?:^|[.;]\s|(?:^[a-zđ\d]{1,2}\)|[–+-]|phấn đấu|tiếp tục)\s)(?:kéo )?(?P<verb>tăng|giảm)"
    r"\s(?!trưởng|cường)(?P<rate>t[ỷỉ] (?:lệ|trọng)\s)?[^.;:()\d]{1,100}?"
    r"(?P<than>\sso với [^.;:()]{1,60})?:\s"
)
_MEMBER = compiled(r"[^.:()\d]*?(?P<who>\p{L}[^.,;:()\d]{1,60}?)\s*")


def _neighbours(
    string: str, found: Sequence[Measure], groups: Sequence[tuple[int, int] | None]
) -> list[tuple[int, int] | None]:
    """The groups that stand beside another: in one sentence, without an indicator of their own."""
    tied = [
        one is not None
        and two is not None
        and not _NEXT_SENTENCE.search(string, before.end, after.start)
        and not SHARE_HEAD.search(string, before.end, min(after.start, two[0]))
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
        if before and bare and _starts_bare(string, measure):
            first = before.threshold
            tied = _TIED.fullmatch(string, before.end, measure.start)
            if tied and threshold.value == 100:
                if first.kind == "change" and string.startswith(" số ", measure.end):
                    # "giảm 30% số vụ và 100% số vụ cháy lớn"
                    measure = replace(measure, doubts=(*measure.doubts, "unclear_threshold"))
            elif tied and (first.comparator not in (None, "eq") or first.kind == "change"):
                threshold = replace(
                    threshold,
                    kind="change" if first.kind == "change" else "level",
                    direction=first.direction,
                    comparator=first.comparator or threshold.comparator,
                    baseline=threshold.baseline or (first.baseline if first.direction else None),
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
            tied = string[before.end : measure.start].rstrip().endswith(" và")
            unsure = measure.threshold.comparator == "eq" and (own_verb or before.doubts)
            if unsure or (measure.threshold.comparator != "eq" and not tied):
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
    """ "Tổ chức 02 hội nghị và 01 hội thi": the verb goes on over a comma or "và", as do counts
    that begin a text ("02 lớp, 60 học viên")."""
    result: list[Measure] = []
    counts = bool(found) and _is_count(found[0]) and not string[: found[0].start].strip(" -–+•")
    for measure in found:
        before = result[-1] if result else None
        bare = _is_count(measure)
        doubtful = before is not None and _may_go_on(before, measure)
        if (
            before
            and (((before.verb or counts) and bare) or doubtful)
            and measure.threshold.kind in ("level", "range")
        ):
            between = string[before.end : measure.start]
            tied = _TIED_OBJECT.fullmatch(between.translate(_COMMAS) if counts else between)
            if measure.threshold.unit != "%" and tied:
                measure = replace(measure, cued=True, verb=before.verb)
                measure = _compared_too(string, before, measure)
                if doubtful:
                    measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
            else:
                counts = False
        result.append(measure)
    return result


def _may_go_on(before: Measure, measure: Measure) -> bool:
    """Whether a bare number may be counted as the one before it: by the same verb in an unlisted
    unit ("xây dựng 03 mô hình, 02 chuỗi"), or in the same unit ("ít nhất 05 hội chợ trong nước và
    01 hội chợ quốc tế")."""
    unit, first = measure.threshold.unit, before.threshold
    if measure.start != measure.at or measure.cued or unit is None:
        return False
    if before.verb:
        return not measure.known_unit
    return before.cued and first.kind == "level" and not before.level and first.unit == unit != "%"


def _compared_too(string: str, before: Measure, measure: Measure) -> Measure:
    """ "tối thiểu 500 người đóng và 200 người nhận": the comparator before the first may hold for
    the second, and most likely does where both count the same; doubted."""
    first, threshold = before.threshold, measure.threshold
    if first.comparator in (None, "eq") or threshold.kind != "level":
        return measure
    if _BEHIND.search(string, before.at, before.end):
        return measure
    flags = measure.flags
    if first.unit == threshold.unit:
        threshold = replace(threshold, comparator=first.comparator)
        flags = (*flags, "comparator_inferred")
    doubts = (*measure.doubts, "unclear_threshold")
    return replace(measure, threshold=threshold, doubts=doubts, flags=flags)


_BEHIND = compiled(r"(?i)\strở (?:lên|xuống)")


def _is_count(measure: Measure) -> bool:
    """Whether nothing but a number and a unit is there."""
    return measure.start == measure.at and measure.known_unit and not measure.cued


_COMMAS = str.maketrans(";/", ",,")
# No other verb or preposition of place leads up to the second object.
_TIED_OBJECT = compiled(
    r"(?i)(?:(?!(?:tại|ở|gồm|trong đó|với|từ|bao gồm|trên)(?!\p{L}))[^.;:()\d]"
    r"|\([^()\d]*\)){0,80}(?:,|\svà)\s*"
)


def _changes_too(string: str, before: Measure, measure: Measure) -> bool:
    """ "giảm 10% số vụ cháy và ít nhất 15% thiệt hại": the verb goes on over "và"; over a comma too
    where nothing but a name stands between: "giảm tỷ lệ hộ nghèo 1,5%, hộ cận nghèo 1%"."""
    first, second = before.threshold, measure.threshold
    if first.kind != "change" or second.kind != "level" or second.unit != first.unit:
        return False
    if measure.level:
        return False
    if (
        second.per
        and second.per == first.per
        and _PART_TIED.fullmatch(string, before.end, measure.start)
    ):
        return True
    if second.comparator == "eq":
        return _NAME_TIED.fullmatch(string, before.end, measure.start) is not None
    tied = [_AND_TIED]
    if second.comparator == first.comparator:
        tied.append(_NAME_TIED)  # "giảm số vụ ≥ 5%, số người chết ≥ 7%"
        if _PREDICATED.match(string, measure.end) is None:
            tied.append(_COMMA_TIED)  # "cắt giảm ít nhất 30% thời gian, ít nhất 30% chi phí"
    return any(one.fullmatch(string, before.end, measure.start) for one in tied)


_VERB = compiled(r"(?i)(?<!\p{L})(?:tăng|giảm)(?!\p{L})")
# "giảm 1,5%/năm, riêng vùng cao 3%/năm trở lên"
_PART_TIED = compiled(r"(?i),\s(?:riêng|trong đó)\s[^.,;:()\d]{1,60}\s")
_COMMA_TIED = compiled(r"\s[^.,;:()\d]{1,60},\s*")
_PREDICATED = compiled(
    r"(?i)[^.,;:()\d]{0,80}?(?<!\p{L})(?:được|có|đạt|là|phải|bị|tham gia|ký|hoàn thành|sử dụng"
    r"|biết|không)(?!\p{L})|\s*$"
)
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
    same_phrase = not _OWN_CLAUSE.search(string, before.end, measure.start)
    if bare and first.kind == "level" and first.comparator != "eq" and same_phrase:
        threshold = replace(threshold, comparator=first.comparator)
        flags.append("comparator_inferred")
    cued = measure.cued or before.cued
    return replace(measure, threshold=threshold, flags=tuple(flags), cued=cued)


_OWN_CLAUSE = compiled(r"(?i);|,\s(?:toàn|cả)\s|(?<!\p{L})phấn đấu(?!\p{L})")
#: The head of a share's name.
SHARE_HEAD = compiled(r"(?i)(?<!\p{L})t[ỷỉ] (?:lệ|trọng)(?!\p{L})")
