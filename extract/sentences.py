"""Running text → the measures that it demands: results, conditions and mere amounts are refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Union

import regex

from extract.model import record
from extract.patterns import CUES, remembered, spans
from extract.thresholds import Measure, measures
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords, first_words, words_in


@record
class Stated:
    """A measure with what its sentence says of it: spans in the sentence, None where it says
    nothing. ``applies_to``: the group, where one phrase gives several values."""

    measure: Measure
    indicator: Spans | None
    applies_to: tuple[int, int] | None


def demanded(
    string: str, background: str | None = None, year: int | None = None, listed_item: bool = True
) -> list[Stated]:
    """The measures in a sentence or a task cell that somebody must reach.

    ``background`` is what headings and lead sentences say (:func:`background`); ``year`` the
    document's year: a level of an earlier year is a result. A bare value ("đạt 50%") in running
    text that is no item of a list carries the doubt ``perhaps_no_target`` where nothing says that
    it is a goal.
    """
    kept: list[Stated] = []
    floor, bracketed, shared = 0, False, False
    said: Spans | None = None
    found = listed(string, measures(string))
    # "xã A 45 người, các xã còn lại tối thiểu 20 người": one cue makes goals of a whole list.
    of_goals = any(who is not None and measure.cued for measure, who in found)
    for index, (measure, who) in enumerate(found):
        if _names_what_is_measured(string, [one for one, _ in found[index:]]):
            continue
        own = meaning(string, measure.at)
        means = own or background
        if own is None and year is not None and is_past(string, measure, year):
            continue
        bracket = string.rfind("(", 0, measure.start)
        inside = _open_bracket(string, 0, measure.start) >= 0
        bare = measure.threshold.comparator == "eq" and who is None
        bare = bare and measure.threshold.kind == "level" and "trong đó" not in string[bracket:]
        if inside and bare and kept and not bracketed and bracket >= floor and own is None:
            continue  # "lên 96% (năm 2023 là 93,2%)": behind a value a bracket tells of another
        if _FORMULA.match(string, 0, measure.start):
            continue
        member = who is not None and of_goals and measure.known_unit
        if kept and "trong đó" in string[floor : measure.start]:
            # "350 ha rừng, trong đó 120 ha rừng gỗ lớn"
            member |= measure.threshold.unit == kept[-1].measure.threshold.unit
        if member and means not in ("result", "condition", "amount"):
            measure = replace(measure, cued=True)
        if means == "goal" and listed_item and _HAS.match(string, measure.start):
            measure = replace(measure, cued=True, weak=False)
        if not _is_demanded(string, measure, means):
            amount = background == "goal" and means == "goal" and listed_item
            amount = amount and measure.threshold.unit not in _parts_of_plans()
            if not (amount and measure.known_unit and not has_consequence(string, measure)):
                continue
            _, _, head = _edges()
            begin = _sentence_start(string, measure.start)
            lead = string[max(begin, floor) : measure.start]
            part = kept and "trong đó" in lead
            named = part or lead.rstrip().endswith(":") or head.search(lead)
            if not named:
                measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        bare = measure.threshold.comparator == "eq" and measure.threshold.value != 100
        unsaid = means is None and not listed_item and bare
        unsaid |= (
            own is None and year is not None and (_is_of_school_year_before(string, measure, year))
        )
        if unsaid or (measure.weak and own != "goal"):
            measure = replace(measure, doubts=(*measure.doubts, "perhaps_no_target"))
        # The members of one list measure the same.
        between = string[floor : measure.start]
        same = who and kept and kept[-1].applies_to and not _APART.search(between)
        begin = max(floor, _sentence_start(string, measure.start))
        headed = _edges()[2].search(string, begin, measure.start) is not None
        apart = (shared if same else not headed) and who is not None
        of_group = _of_group(string, found, index) if apart else None
        shared = of_group is not None
        if of_group:
            said = of_group
        elif not same:
            goes_on = floor > _sentence_start(string, measure.start) and ";" not in between
            # "đạt 94,5% dân số, tăng 2,4%": nothing before the comma names the second value.
            begin = measure.start if goes_on and between.rstrip().endswith(",") else floor
            limit = _limit(string, measure, [later for later, _ in found[index + 1 :]])
            places = None if who or not kept else _PART.search(string, floor, measure.start)
            if places and said:
                who = places.span("who")
            else:
                own_phrase = _indicator(string, measure, begin, limit, who)
                said = own_phrase or (said if ". " not in between else None)
        kept.append(Stated(measure, said, who))
        floor, bracketed = measure.end, inside
    return kept


# "c) Có 03 thư viện đạt chuẩn" in a list of goals
_HAS = regex.compile(r"(?i)(?<=^(?:[a-zđ\d]{1,3}(?:\.\d+)*[.)]\s)?(?:phấn đấu )?)có(?: thêm)?\s")
# "...; riêng các xã đặc biệt khó khăn giảm 3%": the same, for a part of the places.
_PART = regex.compile(
    r"(?i)(?:(?<!\p{L})(?:riêng|trong đó)\s(?:tại |ở |đối với )?"
    r"|;\s(?=vùng|khu vực|địa bàn|các))"
    r"(?P<who>(?:(?:các|những|\d+|hai|ba|bốn|năm)\s)?"
    r"(?:xã|phường|huyện|thị trấn|thị xã|thành phố|khu vực|vùng|địa bàn|địa phương|thôn|bản|miền)"
    r"(?!\p{L})[^;:()\d]{0,80}?)\s*$"
)
_APART = regex.compile(r"[(;]|\.\s")


def _of_group(string: str, found: Sequence[Listed], index: int) -> Spans | None:
    """What each member of "90% hồ sơ tại cấp huyện và 80% hồ sơ tại cấp xã được ký số" measures:
    its own noun, and the words behind the last member, which all share."""
    measure, who = found[index]
    if who is None or who[0] < measure.end or measure.level or measure.threshold.unit != "%":
        return None
    noun = _NOUN_OF_GROUP.match(string, measure.end, who[0])
    if noun is None:
        return None
    last = who
    for following, next_who in found[index + 1 :]:
        if next_who is None or not _NEXT_MEMBER.fullmatch(string, last[1], following.start):
            break
        last = next_who
    end = _edges()[1].search(string, last[1])
    tail = (last[1], end.start() if end else len(string))
    words = string[slice(*tail)]
    low = tail[0] + len(words) - len(words.lstrip(" )"))
    high = low + len(words.strip(" ),"))
    return (noun.span("noun"), (low, high)) if high > low else None


_NOUN_OF_GROUP = regex.compile(
    r"(?i)\s*(?P<noun>(?!(?:đối với|tại|ở|cho|với|của|thuộc)(?!\p{L}))\p{L}[^,;:.()\d]*?)"
    r"(?:\s(?:đối với|tại|ở|thuộc|của))?\s*\(?\s*$"
)
_NEXT_MEMBER = regex.compile(r"\)?\s*(?:[,;]|,?\svà)\s*")
_SHORTEST_NAME = 5  # words of what the next value in a list measures, the comma counted


def _limit(string: str, measure: Measure, later: Sequence[Measure]) -> int:
    """Where what may be named after a value ends: before the next value or the comma before it."""
    for following in later:
        comma = string.rfind(",", measure.end, following.start)
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
    between = string[found[0].end : share.start]
    if (share.threshold.unit or "") not in _SHARES or _ANOTHER.search(between):
        return False
    begin = max(_sentence_start(string, found[0].start), string.rfind(";", 0, found[0].start) + 1)
    heads = list(_SHARE_HEAD.finditer(string, begin, found[0].start))
    return bool(heads) and not _PERCENT.search(string, heads[-1].start(), found[0].start)


_ANOTHER = regex.compile(r"[;.]\s|[Tt][ỷỉ] lệ")
_PERCENT = regex.compile(r"\d\s?%")
_SHARES = ("%", "‰", "điểm %")
_SHARE_HEAD = regex.compile(r"(?i)(?<!\p{L})t[ỷỉ] (?:lệ|trọng)(?!\p{L})")
# "Tỷ lệ = b/a * 100%"
_FORMULA = regex.compile(r"(?r)(?:[*×=/]|\)\sx|\p{L}\sx)\s*")


def background(headings: Sequence[str], leads: Sequence[str]) -> str | None:
    """What the lead sentences and the headings above say, the nearest first: goal, result,
    condition or amount."""
    for lead in reversed(leads):
        means = meaning(lead, len(lead), carried=False)
        if means:
            return means
    return next(filter(None, map(_heading_means, reversed(headings))), None)


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
def _heading_cues() -> regex.Pattern[str]:
    names = "|".join(
        (r"(?<=^[\W\divxlc]{0,8})" if row.get("opens") else "") + regex.escape(row["heading"])
        for row in sorted(rows("contexts"), key=lambda row: -len(row.get("heading", "")))
        if "heading" in row
    )
    return regex.compile(rf"(?<!\p{{L}})(?:{names})(?!\p{{L}})")


#: A measure with its group, where one phrase gives several values.
Listed = tuple[Measure, Union[tuple[int, int], None]]


def listed(string: str, found: Sequence[Measure], one_of_list: bool = False) -> list[Listed]:
    """Measures with their groups; a member of a list inherits what its first member says: the unit
    (flag ``unit_inferred``) and the comparator (flag ``comparator_inferred``). ``one_of_list``: the
    string is itself a member of a list."""
    found = _of_one_verb(string, _changing(string, found))
    fewest = 1 if one_of_list else 2
    several = len(found) >= fewest
    groups = [_group(string, found, index) for index in range(len(found))] if several else []
    if several and not one_of_list:
        groups = _neighbours(string, found, groups)
    if sum(group is not None for group in groups) < fewest:
        return [(measure, None) for measure in _run_on(string, found)]
    result: list[Listed] = []
    for index, (measure, group) in enumerate(zip(found, groups, strict=True)):
        before = result[-1][0] if result else None
        if before and group and groups[index - 1]:
            measure = _inherited(before, measure, string)
        result.append((measure, group))
    return result


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
            direction = before.threshold.direction
            threshold = replace(measure.threshold, kind="change", direction=direction)
            measure = replace(measure, threshold=threshold)
        result.append(measure)
    return result


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
_TIED_OBJECT = regex.compile(
    r"(?i)(?:(?!(?:tại|ở|gồm|trong đó|với|từ|bao gồm|trên)(?!\p{L}))[^.;:()\d]){0,80}(?:,|\svà)\s*"
)


def _changes_too(string: str, before: Measure, measure: Measure) -> bool:
    """ "giảm 10% số vụ cháy và ít nhất 15% thiệt hại": the verb goes on over "và"."""
    first, second = before.threshold, measure.threshold
    return (
        first.kind == "change"
        and second.kind == "level"
        and second.comparator != "eq"
        and second.unit == first.unit
        and not measure.level
        and _AND_TIED.fullmatch(string, before.end, measure.start) is not None
    )


_AND_TIED = regex.compile(r"[^.,;:()\d]{1,60}\svà\s*")
_TIED = regex.compile(r"[^.;:()]{1,80}(?:,|\svà)\s*")


def _starts_bare(string: str, measure: Measure) -> bool:
    """Whether a measure begins with its number, no word leading up to it."""
    return string[measure.start : measure.start + 1].isdigit()


_NEXT_SENTENCE = regex.compile(r"[.!?]\s")


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

_MEMBER_END = regex.compile(r"[,;()]|\svà\s|$")


@cache
def _groups() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    heads = "|".join(regex.escape(row["group"]) for row in rows("groups"))
    stops = "|".join(regex.escape(row["stop"]) for row in rows("stops"))
    word = rf"\s(?!(?:{stops})(?!\p{{L}}))[^\s,;:().]+"
    place = (
        r"(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|thôn|ấp)(?-i:(?:\s\p{Lu}\p{L}*){1,4})"
    )
    rest = r"các\s(?:xã|phường|huyện|đơn vị|địa phương|thôn)(?:,\s\p{L}+)*\scòn\slại"
    of = r"(?:(?:xã|phường|huyện|đơn vị)\s)?"  # "xã vùng II: 80%"
    who = rf"(?P<who>{of}(?:{heads})(?!\p{{L}})(?:{word})*|{place}|{rest})"
    after = regex.compile(
        rf"(?i)\s*\(?(?:(?:\p{{Ll}}+\s){{0,3}}?(?:(?:tại|đối với|ở|với|cho|của)\s+)?"
        rf"|(?:\p{{Ll}}+\s){{4,6}}?(?:tại|đối với|ở)\s+)"
        rf"{who}(?:[\s.]*$|\s(?:{stops})(?!\p{{L}}))"
    )
    before = regex.compile(
        rf"(?i)(?:^|[,;:(+-]\s*)(?:(?:tại|đối với|ở|với|cho)\s+)?{who}\s*(?::|là|đạt|\s)\s*$"
        rf"|\s(?<!(?:cung|nâng|trợ|sơ)\s)(?P<who>(?:cấp|khối|bậc)\s\p{{L}}+)\s*$"
        r"|\s(?P<who>(?:khu vực|vùng)\s\p{L}+\s\p{L}+)\s*$"
    )
    return after, before


_BRACKET = regex.compile(r"\s*\((?P<inside>[^()]+)\)")
# "80% đối với sở, ban, ngành, 65% đối với xã, phường": up to the next member.
_FOR_WHOM = regex.compile(
    r"(?i)\s*(?:đối với|tại|ở)\s+(?P<who>[^;:().]{2,60}?)(?=[\s,]*(?:và\s)?(?:$|[;().]))"
)


def names_group(heading: str) -> bool:
    """Whether a column's heading names a group of bodies or places: "Cấp huyện", "Xã nhóm 1"."""
    return bool(_group_heading().fullmatch(heading.strip()))


@cache
def _group_heading() -> regex.Pattern[str]:
    heads = "|".join(regex.escape(row["group"]) for row in rows("groups"))
    return regex.compile(rf"(?i)(?:(?:các|xã|phường|huyện|đơn vị)\s)*(?:{heads})(?!\p{{L}})[^:;]*")


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

_SENTENCE = regex.compile(r"[.;!?](?=\s|$)")


@lru_cache(maxsize=4096)
def _sentence_ends(string: str) -> list[int]:
    return [match.end() for match in _SENTENCE.finditer(string)]


def _sentence_start(string: str, at: int) -> int:
    return max((end for end in _sentence_ends(string) if end <= at), default=0)


def _open_bracket(string: str, begin: int, at: int) -> int:
    """Where the bracket opens in which ``at`` stands; -1 where it stands in none."""
    bracket = string.rfind("(", begin, at)
    return bracket if ")" not in string[max(bracket, 0) : at] else -1


def _full_stop(string: str, at: int) -> int:
    """Where the sentence begins whose clauses semicolons part."""
    return max(
        (end for end in _sentence_ends(string) if end <= at and string[end - 1] != ";"), default=0
    )


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


def meaning(string: str, start: int, carried: bool = True) -> str | None:
    """What the last cue before ``start`` says: goal, result, condition or amount.

    Inside brackets their own cue counts first, then the one before them; cues in brackets that are
    closed do not count. A result goes on over the next sentences until a goal is named, if
    ``carried``.
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
    if inside:
        return inside[-1]
    begin = _sentence_start(string, opened)
    before = [(low, means) for low, high, means in cues if high <= opened]
    if not before:
        return None
    low, means = before[-1]
    return means if low >= begin or (carried and means == "result") else None


_CLOSED_BRACKET = regex.compile(r"\([^()]*\)")


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
def _consequences() -> tuple[regex.Pattern[str], frozenset[str]]:
    """What happens to whom a value fits, and the words that it can begin with."""
    cues = [row["after"] for row in rows("contexts") if "after" in row]
    first = frozenset(word for cue in cues for word in first_words(cue.removeprefix(r"\(")))
    return regex.compile(rf"(?i)(?<!\p{{L}})(?:{'|'.join(cues)})(?!\p{{L}})"), first


_OTHER_CASE = regex.compile(r"(?i)(?<!\p{L})(?:nếu|trường hợp|không đạt|nào)(?!\p{L})")


def has_consequence(string: str, measure: Measure) -> bool:
    """Whether what follows in the sentence says what happens to whom the value fits."""
    pattern, first = _consequences()
    if first.isdisjoint(words_in(string)):
        return False
    stop = _SENTENCE.search(string, measure.end)
    match = pattern.search(string, measure.end, stop.start() if stop else len(string))
    return match is not None and not _OTHER_CASE.search(string, measure.end, match.start())


_YEAR = regex.compile(
    r"(?i)(?<!so với )(?<!trước )(?<!từ )(?:năm|(?:giai đoạn|nhiệm kỳ) (?:19|20)\d{2}\s?[-–])"
    r" ?((?:19|20)\d{2})"
)
_SCHOOL_YEAR = regex.compile(r"(?i)năm học (?:19|20)\d{2}\s?[-–]\s?(?P<end>(?:19|20)\d{2})")


def _is_of_school_year_before(string: str, measure: Measure, year: int) -> bool:
    """Whether the sentence speaks of the school year that ends in the document's year, which may
    be over or not."""
    found = _SCHOOL_YEAR.search(string, _full_stop(string, measure.start), measure.start)
    return found is not None and int(found["end"]) == year


def is_past(string: str, measure: Measure, year: int) -> bool:
    """Whether the sentence speaks of an earlier year before the value."""
    begin = _sentence_start(string, measure.start)
    bracket = _open_bracket(string, begin, measure.start)
    begin = max(begin, bracket)
    years = _YEAR.findall(string[begin : measure.start])
    if school := _SCHOOL_YEAR.search(string, _full_stop(string, begin), measure.start):
        return int(school["end"]) < year
    if not years and begin == bracket:
        years = _YEAR.findall(string[_sentence_start(string, bracket) : bracket])
    if not years:
        years = _YEAR.findall(string[_full_stop(string, begin) : begin])[-1:]
    return bool(years) and max(int(found) for found in years) < year


# --------------------------------------------------------------------------- indicator

#: The measured phrase: one stretch, or two with the value between them.
Spans = tuple[tuple[int, int], ...]

# A date or a period that only says when.
_WHEN = (
    r"(?:(?:trong|đến|từ|kể từ|trước|hết|cuối|đầu|vào|riêng|tính|ngay|chậm nhất|muộn nhất|là) )*"
    r"(?:(?:năm|quý|tháng|ngày|giai đoạn|nhiệm kỳ|niên độ|năm học|thời kỳ) [\dIVX][\dIVX/.–\- ]*"
    r"(?:(?:tháng|năm) \d+ ?)*|\d{1,2} tháng (?:đầu|cuối) năm(?: (?:19|20)\d\d)?"
    r"|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần)|(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?)"
    r"(?!\p{L}|\d|%)(?: trở đi)?"
)


# Leads that can head what is measured as well: "mức chi tiêu".
_NOUNS = ("mức", "tỷ lệ", "tỉ lệ", "số lượng")


@cache
def _edges() -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    goal = "|".join(regex.escape(r["cue"]) for r in rows("contexts") if "cue" in r)
    lead = "|".join(
        regex.escape(row["lead"])
        for row in rows("leads")
        if row["lead"][0].isalpha() and "does" not in row and row["lead"] not in _NOUNS
    )
    verb = "|".join(regex.escape(r["verb"]) for r in rows("changes"))
    heads = "|".join(regex.escape(r["head"]) for r in rows("indicators"))
    opening = regex.compile(
        r"(?i)(?:^(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s)?"
        rf"(?:\s|[-+–:,.;]|\([^()]*\)|{_WHEN}|(?:{goal}|{lead}|{verb}|nâng|đưa|thực hiện"
        rf"|trong đó|nhất là|tập trung|tiếp tục|đối với|so với [^,;]*,)(?!\p{{L}}))*"
    )
    end = regex.compile(
        r"(?i)[(;:]|\.(?!\d)|,\s(?=\d|\p{L}+\s\d|phấn đấu|đảm bảo|bảo đảm|nhằm|góp phần"
        r"|hoàn thành|trong đó|đồng thời|riêng|tăng|giảm|mỗi)"
        r"|(?<!\p{L})(?:(?<!không )để|nhằm|gắn với|theo(?! dõi)|so với"
        r"|(?:đảm bảo|bảo đảm) (?:đúng|theo|về|chất))(?!\p{L})"
        rf"|(?<!\p{{L}})(?=(?:trong|đến|từ|trước|hết|cuối|vào|chậm nhất|muộn nhất) {_WHEN})"
        r"|\s(?=và (?:\d|tối thiểu|ít nhất|trên|dưới|không quá))|$"
    )
    head = regex.compile(rf"(?i)(?<!\p{{L}})(?:tổng )?(?:{heads})(?!\p{{L}})")
    return opening, end, head


_TAIL = regex.compile(
    r"(?i)[\s,]*(?:trở lên|trở xuống|và|hoặc|trong đó)?(?:/\s?(?:năm|quý|tháng|tuần|ngày))?\W*$"
)
_INSIDE = regex.compile(r"(?i)(?<!tuổi)\s+(?:trở lên|trở xuống)(?!\p{L})")
# Where the measured phrase may begin anew inside a sentence.
_RESTART = regex.compile(
    r"(?i)(?<!\p{L})(?:(?P<ensures>đảm bảo|bảo đảm)|phấn đấu|(?<!không )để|nhằm|với mục tiêu"
    r"|trong đó)(?!\p{L})"
)


@cache
def _noun() -> regex.Pattern[str]:
    stops = "|".join(regex.escape(row["stop"]) for row in rows("stops"))
    return regex.compile(rf"(?i)\s?(?=\p{{L}})(?!(?:{stops}|vào|ở|cấp)(?!\p{{L}}))")


@cache
def _units_of_measurement() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("measures"))


@cache
def _parts_of_plans() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("part"))


@cache
def _scales() -> frozenset[str]:
    return frozenset(row["scale"] for row in rows("scales"))


def _indicator(
    string: str, measure: Measure, floor: int, limit: int, group: tuple[int, int] | None
) -> Spans | None:
    """The measured phrase: with a value in brackets what stands before the bracket; else the
    phrase before the value, or the one after it where that is a noun ("100% hồ sơ ..."), or both
    ("Cung cấp nước sạch cho 62% dân số"). It reaches from ``floor`` to ``limit``, the values before
    and after this one."""
    begin = _sentence_start(string, measure.start)
    bracket = _open_bracket(string, begin, measure.start)
    if bracket >= 0:
        inside = string[bracket + 1 : measure.start]
        if inside.strip().lower() in _AMONG:
            return _after(string, measure, limit) or None
        if len(inside.split()) < 3 or measure.start > floor > bracket:
            before = _before(string, begin, bracket)
            return (before,) if before else None
        begin = bracket + 1
    elif floor > begin:
        begin = floor
    if group and group[0] < measure.start:
        before = _before(string, begin, group[0])
        return (before,) if before else None
    _, _, head = _edges()
    before = _before(string, begin, measure.start)
    if before and (average := _AVERAGE.match(string, before[1])):
        before = before[0], average.end()
    if measure.threshold.kind == "rank":
        # "thuộc nhóm 50 nước dẫn đầu về dữ liệu mở"
        about = _ABOUT.match(string, measure.end)
        named = before is not None and head.search(string, *before) is not None
        if about and not named and (end := _edges()[1].search(string, about.end())):
            return ((about.end(), about.end() + len(string[about.end() : end.start()].rstrip())),)
        return (before,) if before else None
    named = before is not None and head.search(string, *before) is not None
    if before and (named or group or measure.level):
        return (before,)
    after = _after(string, measure, limit)
    if not after:
        return (before,) if before else _counted(string, measure)
    unit_only = string[slice(*after[-1])] == measure.threshold.unit
    if measure.verb:
        touches = before is not None and before[1] == len(string[: measure.verb[0]].rstrip(" ,"))
        return ((before[0] if before and touches else measure.verb[0], measure.verb[1]), *after)
    if string[: measure.start].rstrip().endswith(":") and before:
        return after if measure.threshold.unit == "%" else (before,)
    if before is None:
        whole = not (string[: measure.start] + string[measure.end :]).strip(" .;")
        # "20.000 tờ gấp" as a whole result: its row says what is measured.
        return None if unit_only and whole else after
    between = string[before[1] : measure.start]
    touches = _TOUCHES.fullmatch(between) is not None
    if unit_only and (not touches or measure.threshold.kind == "change"):
        return (before,)
    if measure.threshold.each and measure.known_unit:
        return after  # "Mỗi thôn có ít nhất 01 tổ hỗ trợ": whom it holds for is not measured
    if _DENOMINATOR.match(string, measure.end):
        return (before,)  # "nợ thuế không quá 5% tổng thu"
    if measure.threshold.kind == "change" or not touches:
        return after
    return ((before[0], before[1] + len(between.rstrip())), *after)


def _after(string: str, measure: Measure, limit: int) -> Spans:
    """The noun phrase after a value, with what was counted ("05 mô hình điểm")."""
    _, end, _ = _edges()
    start = measure.end
    unit = " ".join(w for w in (measure.threshold.unit or "").split() if w not in _scales())
    counted = bool(unit) and "/" not in unit and unit not in _units_of_measurement()
    if counted and (low := string.find(unit, measure.at, start)) >= 0:
        start = low
    elif not _noun().match(string, start):
        return ()
    stop = end.search(string, measure.end, limit)
    found: list[tuple[int, int]] = []
    for low, high in _without_comparators(string, start, stop.start() if stop else limit, measure):
        phrase = _TAIL.sub("", string[low:high])
        low += len(phrase) - len(phrase.lstrip(" ,:"))
        phrase = phrase.strip(" ,:")
        if phrase:
            found.append((low, low + len(phrase)))
    return tuple(found)


def _counted(string: str, measure: Measure) -> Spans | None:
    """What a value counts where nothing else is named: "Đạt 10 bác sĩ/1 vạn dân"."""
    noun, rate, _ = (measure.threshold.unit or "").partition("/")
    low = string.find(noun, measure.at, measure.end) if noun and rate else -1
    if low < 0 or noun in _units_of_measurement():
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
    inside = _INSIDE.search(string, start, stop)
    if inside:
        yield start, inside.start()
        start = inside.end()
    yield start, stop


def _before(string: str, begin: int, stop: int) -> tuple[int, int] | None:
    """The phrase that ends at ``stop``: from the noun that heads an indicator, else from the first
    word that is no lead."""
    opening, end, head = _edges()
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
    else:
        low = opening.match(string, begin, stop)
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
    phrase = phrase.strip(" ,:(–-+")
    begun = phrase.isalpha() and _BEGUN.match(string, 0, start + lead)
    fewest = 1 if begun else 2
    return (start + lead, start + lead + len(phrase)) if len(phrase.split()) >= fewest else None


_ABOUT = regex.compile(r"(?i)\s+về\s+")
_DENOMINATOR = regex.compile(r"(?i)\s*(?:tổng|kế hoạch|dự toán|chỉ tiêu)(?!\p{L})")
# "thu nhập bình quân đạt 60 triệu đồng"
_AVERAGE = regex.compile(r"(?i)\s(?:bình quân|trung bình)(?!\p{L})")
_ANEW = regex.compile(r"(?ir)(?:^|[,;:.(–+-]|(?<!\p{L})(?:nhằm|để|phải|cần|và|giao|năm))\s*")
_APART_FROM_HEAD = regex.compile(r"[,;:.]|\svà\s*$")
_AMONG = ("trong đó", "gồm", "riêng")
_TOUCHES = regex.compile(r"(?i)\s*(?:(?:đối với|tại|ở|cho|với)\s*)?")
_PREPOSITION = regex.compile(r"(?ir)(?<!\p{L})(?:đối với|tại|ở|cho|với)\s+")
_WHERE_THERE_IS = regex.compile(r"(?i)(?<!\p{L})khi(?: có)?\s*$")
# "diện tích ngô 3.200 ha, lạc 1.500 ha"
_BEGUN = regex.compile(r"(?r)(?:^|[,;:]|trong đó)\s*")
