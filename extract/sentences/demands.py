"""The values of one sentence, left to right → those that must be reached, and what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.expressions import Match, compiled
from extract.model import record
from extract.sentences.bare_values import (
    compares_with_year,
    counts_its_noun,
    gives_share_of_change,
    is_changed_since,
    is_for_each,
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
from extract.sentences.listed_values import Listed
from extract.sentences.meanings import (
    compares_first,
    has_consequence,
    is_of_school_year_before,
    is_of_year_to_come,
    is_past,
    meaning,
)
from extract.sentences.measured_phrases import Spans, edges, is_wholly, measured_phrase
from extract.sentences.parts import of_group, part, part_in_bracket, where_next_begins
from extract.sentences.qualifiers import (
    SHARES,
    goes_with,
    is_of_all,
    is_of_number,
    names_what_is_measured,
    names_who,
)
from extract.thresholds import Measure
from extract.vocabulary import rows


@record
class Stated:
    """A measure with what its sentence says of it: spans in the sentence, None where it says
    nothing. ``applies_to``: the group, where one phrase gives several values."""

    measure: Measure
    indicator: Spans | None
    applies_to: tuple[int, int] | None


@record
class Sentence:
    """A sentence with its values. ``background``: what headings and lead sentences say of them;
    ``year``: the document's; ``listed_item``: whether it is an item of a list."""

    string: str
    values: Sequence[Listed]
    background: str | None
    year: int | None
    listed_item: bool


class Demands:
    """Reads the values of a sentence in their order; what one is depends on those before it."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._string = sentence.string
        values = sentence.values
        # "xã A 45 người, các xã còn lại tối thiểu 20 người": one cue makes goals of a whole list.
        self._of_goals = any(who is not None and measure.cued for measure, who in values)
        self._only_told = all(measure.threshold.comparator == "eq" for measure, _ in values)
        self._kept: list[Stated] = []
        self._floor = 0  # where the value before ends
        self._bracketed = False  # whether that one stands in a bracket
        self._shared = False  # whether it shares its words with others behind it
        self._said: Spans | None = None  # what it measures

    def read(self) -> list[Stated]:
        for index in range(len(self._sentence.values)):
            self._read(index)
        return self._kept

    def _read(self, index: int) -> None:
        sentence, string = self._sentence, self._string
        measure, who = sentence.values[index]
        if names_what_is_measured(string, [one for one, _ in sentence.values[index:]]):
            return
        own = meaning(string, measure.at, among_goals=sentence.background == "goal")
        if own == "result" and sentence.year and is_of_year_to_come(string, measure, sentence.year):
            own, measure = None, _doubted(measure)
        means = own or sentence.background
        found = self._unless_told(measure, own)
        if found is None:
            return
        inside = open_bracket(string, 0, found.start) >= 0
        bracket = string.rfind("(", 0, found.start)
        places = None
        if inside and self._is_another(found, who, bracket, own):
            places = part_in_bracket(string, bracket, found, self._kept[-1].measure, means)
            if places is None:
                return
            if not string.startswith("riêng", bracket + 1):
                found = _doubted(replace(found, cued=True))
        if inside and self._kept and bracket >= self._floor:
            found = self._unless_aside(found, who, bracket)
        found = found and self._unless_no_value(found)
        found = found and self._cued(found, who, own, means)
        found = found and self._unless_amount(found, own, means)
        if found is None:
            return
        if self._may_be_no_target(found, own, means):
            found = _doubted(found)
        who = self._name(found, who, places, index)
        self._kept.append(Stated(found, self._said, who))
        self._floor, self._bracketed = found.end, inside

    # -------------------------------------------------------------- what is no goal

    def _unless_told(self, measure: Measure, own: str | None) -> Measure | None:
        """None for what was reached or counted."""
        string, year = self._string, self._sentence.year
        if own is None and year is not None and is_past(string, measure, year):
            return None
        if own is None and self._only_told:
            if is_changed_since(string):
                return None
            if compares_first(string, sentence_start(string, measure.start)):
                if gives_share_of_change(string):
                    return None
                # "So với năm 2024, số hồ sơ tăng 20%": to be reached, or told?
                measure = _doubted(measure)
        if is_in_turn(string, measure):
            # "A, B và C lần lượt đạt 85%, 75% và 95%": which is whose?
            measure = _doubted(measure, "unclear_threshold")
        if year and measure.baseline and is_to_come(measure, year):
            # "đạt 72% (năm 2028 đạt 68%)": a step on the way, no baseline
            measure = _doubted(measure, "unclear_threshold")
        return measure

    def _is_bare(self, measure: Measure, who: tuple[int, int] | None, bracket: int) -> bool:
        threshold = measure.threshold
        level = threshold.comparator == "eq" and threshold.kind == "level"
        return level and who is None and "trong đó" not in self._string[bracket:]

    def _is_another(
        self, measure: Measure, who: tuple[int, int] | None, bracket: int, own: str | None
    ) -> bool:
        """Whether a value in a bracket behind a goal tells of another: "lên 96% (năm 2023 là
        93,2%)", unless it names a part of what is measured: "đạt 85% (án nghiêm trọng đạt 95%)"."""
        if not self._kept or self._bracketed or bracket < self._floor or own is not None:
            return False
        if not self._is_bare(measure, who, bracket):
            return False
        return not is_wholly(self._string, measure, bracket)

    def _unless_aside(
        self, measure: Measure, who: tuple[int, int] | None, bracket: int
    ) -> Measure | None:
        """None for what a bracket behind a goal only adds to it."""
        if not measure.cued and self._is_bare(measure, who, bracket):
            return None  # "100% tàu thuyền (1.245 phương tiện với 6.310 lao động)"
        if is_place_told(measure):
            if compares_with_year(self._string, bracket):
                return None  # "tăng 5 bậc so với năm 2024 (xếp thứ 21)"
            return _doubted(measure)
        return measure

    def _unless_no_value(self, measure: Measure) -> Measure | None:
        """None for what is part of a formula, a time that something takes, a condition."""
        string = self._string
        before = string[: measure.start].rstrip()[-1:]
        if before and before in _SIGNS and _FORMULA.match(string, 0, measure.start):
            pair = self._kept and string[self._floor : measure.start].strip() == "/"
            if not pair:  # "03 lớp/90 học viên"
                return None
        if lasts(string, measure) or is_of_whom_must(string, measure):
            return None
        return measure

    def _unless_amount(
        self, measure: Measure, own: str | None, means: str | None
    ) -> Measure | None:
        """None for a mere amount; the doubt ``perhaps_no_target`` where it may be a goal."""
        string, listed_item = self._string, self._sentence.listed_item
        if _is_demanded(string, measure, means):
            return measure
        if self._sentence.background != "goal" or means != "goal":
            return None
        if measure.threshold.unit in _parts_of_plans():
            return None
        # "Số bác sĩ trên 10.000 dân là 10,5": a value of what stands before it.
        valued = measure.known_unit or (measure.level and listed_item)
        valued |= listed_item and stands_for(string, measure, self._floor)
        its_noun = listed_item and counts_its_noun(string, measure, self._floor)
        valued |= its_noun
        if not valued or has_consequence(string, measure):
            return None
        begin = max(sentence_start(string, measure.start), self._floor)
        lead = string[begin : measure.start]
        named = (bool(self._kept) and "trong đó" in lead) or lead.rstrip().endswith(":")
        named = named or edges().head.search(lead) is not None
        named |= its_noun or (measure.level and opens_with_quantity(lead))
        if not (listed_item or is_whole_clause(string, measure)):
            about = named if own else _IS_AMOUNT.search(string[begin : measure.at])
            if not about:
                return None
        return measure if named and (listed_item or own) else _doubted(measure)

    # -------------------------------------------------------------- what is a goal

    def _cued(
        self, measure: Measure, who: tuple[int, int] | None, own: str | None, means: str | None
    ) -> Measure | None:
        """The measure as what stands before it makes of it; None where it tells of whom the one
        before it speaks."""
        string, kept = self._string, self._kept
        before = kept[-1].measure if kept else None
        member = who is not None and self._of_goals and measure.known_unit
        if before and "trong đó" in string[self._floor : measure.start]:
            # "350 ha rừng, trong đó 120 ha rừng gỗ lớn"; "9.000 lượt khách, trong đó ... 500 lượt"
            whole, part_of = before.threshold.unit, measure.threshold.unit
            member |= part_of == whole or f"{whole} ".startswith(f"{part_of} ")
        if member and means not in ("result", "condition", "amount"):
            measure = replace(measure, cued=True)
        if before and names_who(string, before, measure):
            return None
        listed_item = self._sentence.listed_item
        if means == "goal" and (
            (listed_item and _HAS.match(string, measure.start))
            or (own == "goal" and measure.known_unit and _WHOLE_HAS.match(string, measure.start))
        ):
            measure = replace(measure, cued=True, weak=False)
        if before and measure.known_unit and goes_with(string, before, measure):
            measure = replace(measure, cued=True, weak=False)
        counted = not measure.cued and measure.known_unit and means == "goal"
        if counted and is_of_all(string, measure):
            measure = replace(measure, cued=True, weak=False)
            return measure if listed_item or own == "goal" else _doubted(measure)
        told = listed_item and means is None and not measure.cued
        if told and is_for_each(string, measure) and not _is_demanded(string, measure, means):
            # "Mỗi chi bộ thực hiện 01 cuộc kiểm tra", "đối thoại mỗi năm 02 cuộc"
            measure = _doubted(replace(measure, cued=True, weak=False))
        return measure

    def _may_be_no_target(self, measure: Measure, own: str | None, means: str | None) -> bool:
        string, year = self._string, self._sentence.year
        bare = measure.threshold.comparator == "eq" and measure.threshold.value != 100
        return (
            (means is None and not self._sentence.listed_item and bare)
            or (means is None and sounds_told(string, self._only_told))
            or (
                own is None and year is not None and is_of_school_year_before(string, measure, year)
            )
            or is_size(string, measure)
            or is_legal_term(string, measure)
            or (
                own != "goal"
                and (
                    (measure.weak and not is_of_number(string, measure))
                    or _FOOTNOTE.match(string) is not None  # it mostly tells what a word means
                )
            )
        )

    # -------------------------------------------------------------- what it measures

    def _name(
        self, measure: Measure, who: tuple[int, int] | None, places: Match | None, index: int
    ) -> tuple[int, int] | None:
        """Keeps what the value measures; whom it is for."""
        string, kept, floor = self._string, self._kept, self._floor
        between = string[floor : measure.start]
        # The members of one list measure the same.
        same = bool(who and kept and kept[-1].applies_to and not _APART.search(between))
        if who and measure.known_unit and measure.threshold.unit not in SHARES:
            # "16 trường mầm non, 14 trường tiểu học": each counts its own
            same = same and string[measure.end : who[0]].strip() != ""
        clause = sentence_start(string, measure.start)
        apart = who is not None and (
            self._shared
            if same
            else edges().head.search(string, max(floor, clause), measure.start) is None
        )
        group = of_group(string, self._sentence.values, index) if apart else None
        self._shared = group is not None
        if group:
            self._said = group
        if group or same:
            return who
        goes_on = floor > clause and ";" not in between
        # "đạt 94,5% dân số, tăng 2,4%": nothing before the comma names the second value.
        begin = measure.start if goes_on and between.rstrip().endswith(",") else floor
        if not (who or places) and kept:
            places = part(string, floor, measure, kept[-1].measure, again=bool(kept[-1].applies_to))
        if places and self._said:
            who = places.span("who")
        else:
            listed_who = who
            if who is None and (whom := _FOR_THEM.search(string, floor, measure.start)):
                who, begin = whom.span("who"), whom.end()
            later = [one for one, _ in self._sentence.values[index + 1 :]]
            limit = where_next_begins(string, measure, later)
            said = measured_phrase(string, measure, begin, limit, listed_who)
            self._said = said or (self._said if ". " not in between else None)
        if self._said and (about := _IN_WHAT.match(string, measure.end)):
            self._said = (self._said[0], about.span("what"))
        return who


def _doubted(measure: Measure, doubt: str = "perhaps_no_target") -> Measure:
    return replace(measure, doubts=(*measure.doubts, doubt))


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


_IS_DONE = compiled(r"(?i)được(?!\p{L})")


@cache
def _parts_of_plans() -> frozenset[str]:
    return frozenset(row["unit"] for row in rows("units") if row.get("part"))


# "c) Có 03 thư viện đạt chuẩn" in a list of goals
_HAS = compiled(r"(?i)(?<=^(?:[a-zđ\d]{1,3}(?:\.\d+)*[.)]\s)?(?:phấn đấu )?)có(?: thêm)?\s")
# "Phấn đấu đến cuối năm 2025, toàn huyện có 12/15 xã đạt chuẩn"
_WHOLE_HAS = compiled(
    r"(?i)(?<=(?:(?:toàn|cả) (?:huyện|tỉnh|xã|phường|quận|thành phố|thị xã|ngành|địa bàn)"
    r"|(?:19|20)\d\d),?\s)có(?: thêm)?\s"
)
# "Tỷ lệ = b/a * 100%"
_FORMULA = compiled(r"(?r)(?:[*×=/]|\)\sx|\p{L}\sx)\s*")
_SIGNS = "*×=/x"
_FOOTNOTE = compiled(r"\s*\[\d{1,3}\]")
_APART = compiled(r"[(;]|\.\s")
# "Đối với dự án khởi công mới, giải ngân ít nhất 50%"
_FOR_THEM = compiled(
    r"(?i)(?:^|[.;:]\s|[–+-]\s)\s*(?:[a-zđ\d][.)]\s)?(?:riêng )?đối với\s"
    r"(?P<who>[^,;.:()\d]{2,60}),\s(?=[^,;:()\d]{3,80}$)"
)
# "Thi hành xong trên 83% về việc và trên 45% về tiền"
_IN_WHAT = compiled(
    r"(?i)\s(?P<what>về (?:việc|tiền|giá trị|số lượng|diện tích|sản lượng|số vốn))"
    r"(?=\s*(?:[,;.(]|(?:và|trong|trên)\s|$))"
)
# In running text whose goals only a heading names: "Sản phẩm từ 3 sao trở lên là 03 sản phẩm",
# "Diện tích lúa 5.200 ha, năng suất 62 tạ/ha".
_IS_AMOUNT = compiled(
    r"(?i)\strở (?:lên|xuống)(?!\p{L})[^.;,]*$"
    r"|(?:^|[.;:]\s)\s*(?:bình quân |trung bình )?(?:mỗi|từng)\s[^.;:,\d]*\scó\s+$"
    r"|(?<!\p{L})(?:diện tích|năng suất|sản lượng|tổng đàn|đàn \p{L}+)(?!\p{L})[^.;:,]*"
    r"(?<!\slà\s?)$"
)
