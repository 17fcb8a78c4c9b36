"""The patterns of dates, periods and intervals.

They are large, so that each is compiled at its first use and no piece of them twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import regex

from extract.dues.words import (
    BOUNDS,
    LEFT,
    RIGHT,
    first_words,
    opening_words,
    units_of_time,
    word,
    words,
    words_of_units,
)
from extract.expressions import Match, Pattern, compiled
from extract.vocabulary.at_words import word_starts, words_in

#: What a phrase may hold.
Kind = Literal["citation", "name", "recurring", "ongoing", "fixed", "conditional"]

YEAR = r"(?:19|20|21)\d\d(?!\d)"
A_YEAR = compiled(YEAR)
_GLUED = r"(?:0?[1-9]|[1-9]\d)"
_CLOSED = rf"(?!\d)(?! ?/ ?(?!{YEAR})\d)"
_DAY, _MONTH = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"


def _one_line(pattern: str) -> str:
    """An alternation that is laid out over several lines; blanks inside a line are meant."""
    return regex.sub(r"\s*\n\s*(\| )?", lambda m: "|" if m[1] else "", pattern.strip())


def _anonymous(pattern: str) -> str:
    return regex.sub(r"\(\?P<\w+>", "(?:", pattern)


class Patterns:
    """Every pattern that needs the vocabulary."""

    def found(
        self, kinds: tuple[Kind, ...], folded: str, start: int = 0, end: int | None = None
    ) -> Iterator[tuple[Kind, Match]]:
        """What stands in ``folded[start:end]``, from the left and without overlaps; of several at
        one place the first of ``kinds``."""
        opening, units, names = opening_words(), units_of_time(), first_words("name")
        if opening.isdisjoint(words_in(folded)):
            return
        stop = len(folded) if end is None else end
        patterns: list[tuple[Kind, Pattern]] = [(kind, getattr(self, kind)) for kind in kinds]
        at = start
        starts = word_starts(folded)
        for index, (begin, first) in enumerate(starts):
            if first not in opening or begin < at:
                continue
            if begin >= stop:
                break
            near = [word for _, word in starts[index : index + 6]]
            timed = not units.isdisjoint(near)
            dated = timed or ("0" in near and bool(self._of_digits.match(folded, begin)))
            cannot = [] if timed else ["recurring"]
            if not dated:
                cannot.append("fixed")
            if first not in names:
                cannot.append("name")
            if first not in ("số", "0"):
                cannot.append("citation")
            for kind, pattern in patterns:
                if kind not in cannot and (match := pattern.match(folded, begin, stop)):
                    yield kind, match
                    at = max(match.end(), begin + 1)
                    break

    @cached_property
    def _of_digits(self) -> Pattern:
        """What has no word for its unit of time: after a preposition or so a date, or a year."""
        return compiled(rf"(?:\p{{L}}++[ :.]{{0,3}}+){{0,5}}+(?:\d+ ?[/.:-]|\d+[hgt]|{YEAR})")

    @cached_property
    def gist(self) -> Pattern:
        """A quick look: nothing without one of these states a date, a period or an interval."""
        return compiled(rf"{words('unit', 'times')}{RIGHT}|\d ?[/.-] ?\d|{YEAR}")

    # ----------------------------------------------------------------------- pieces

    @cached_property
    def _bound(self) -> str:
        return f"{LEFT}{words(*BOUNDS)}{RIGHT}"

    @cached_property
    def _count(self) -> str:
        return rf"(?:0?[1-9]|[1-9]\d|{words('number')}){RIGHT}"

    @cached_property
    def _times(self) -> str:
        return words("times") + RIGHT

    @cached_property
    def _named(self) -> str:
        """A unit that a number or a position follows ("tháng 6", "6 tháng đầu năm") names one
        period and is no interval."""
        return rf"(?! ?(?:\d+(?!\d| ?{self._times})|[ivx]+{RIGHT}|học|đầu|cuối))"

    @cached_property
    def _unit(self) -> str:
        return rf"{words('unit')}{RIGHT}{self._named}"

    # ----------------------------------------------------------------------- kinds

    @cached_property
    def citation(self) -> Pattern:
        """A paper's number, with its date."""
        dated = r"(?:,? ?ngày ?\d{1,2} ?[/-] ?\d{1,2} ?[/-] ?\d{4})?"
        number = r"\d+(?:/\d{4})?/\p{L}+-[\p{L}\d-]+|\d+-\p{L}+/[\p{L}\d]+"
        return compiled(rf"{LEFT}(?:số ?:? ?\d[^ ;,()]*|{number}){dated}")

    @cached_property
    def name(self) -> Pattern:
        return word("name")

    @cached_property
    def ongoing(self) -> Pattern:
        return compiled(rf"{LEFT}{words('ongoing')}{RIGHT}(?!(?<=năm) ?\d)")

    @cached_property
    def conditional(self) -> Pattern:
        """To the end of its clause, or to a deadline that is stated without a comma before it."""
        deadline = rf"[ ](?:{words('before')} (?:\p{{L}}+ )?|{words('until')} (?:là )?ngày )\d"
        whole, vague = words("conditional"), words("conditional", where="vague")
        return compiled(
            rf"{LEFT}(?:\d+ ?(?:ngày|giờ)(?: làm việc)? )?"
            rf"(?:(?P<vague_condition>{vague})|{whole}){RIGHT}"
            rf"(?! ?(?:ngày|tháng|năm)? ?\d{{1,2}}(?!\d)(?! ?\p{{L}}))(?:(?!{deadline})[^;,(])*"
        )

    @cached_property
    def recurring(self) -> Pattern:
        """Units, and lists of them: "quý, 06 tháng, năm"."""
        bound, count, unit = self._bound, self._count, self._unit
        times, named = self._times, self._named
        each, regularly = words("each"), words("each", "regularly")
        counted = rf"{LEFT}(?:(?:{count}|{_GLUED}) ?)?{unit}"
        join = rf" ?(?:[,;/&+-]|và{RIGHT}|hoặc{RIGHT}) ?(?:(?:{regularly}|cuối|cả) ){{0,2}}"
        short = words_of_units("P1W", "P1M", "P3M")
        day_of = rf"(?:{bound} ?){{0,4}}ngày ?\d{{1,2}} ?"
        tail = rf"(?:[ ,(:]{{0,3}}(?:{bound} ?){{0,4}}ngày ?\d{{1,2}}(?![\d/]| ?/| ?tháng ?\d))?"
        pattern = rf"""
            {LEFT}(?P<times>{count}) ?{times} ?(?:/|{each}|một|trong|trên) ?
                (?:(?P<times_count>{_GLUED}|một) ?)?(?P<times_unit>{unit})
          | (?P<interval>{counted}) ?(?:/ ?(?:0?1|một)?|[ ](?:0?1|một)) ?{times}
          | {LEFT}(?:{regularly}[ :]{{1,3}}){{1,3}}(?P<each>{counted}(?:{join}{counted})*)
                (?:(?: \p{{L}}+){{0,2}}? (?P<each_times>{count}) ?{times})?{tail}
          | {day_of}(?P<of>của ?)?(?P<again>{short})
                (?:[ ]{words("next")}{RIGHT}|(?(of){RIGHT}{named}|(?!)))
          | (?:{bound} ?){{0,4}}(?:ngày ?(?:\d{{1,2}} ?)?)?(?:của )?(?:(?:tuần|tháng) )?
                {LEFT}(?:đầu|cuối)(?: cùng)?(?: của)?[ ]
                (?P<position>{short}{RIGHT}{named}|{each} {unit})
          | (?P<several>{counted}(?:{join}{counted})+)
          | ^ ?(?P<alone>{counted}) ?[.;]? ?$
        """
        first = rf"{words('number', 'unit', 'each', 'regularly', *BOUNDS)}|đầu|cuối"
        first = rf"(?=^ |\d{{1,2}} ?\p{{L}}|ngày|của|tuần|tháng|(?<!\p{{L}})(?:{first}))"
        return compiled(f"{first}(?:{_one_line(pattern)})")

    @cached_property
    def fixed(self) -> Pattern:
        """A date or a period, or two with "đến" between them, with the prepositions before it."""
        bound, each = self._bound, words("each")
        filler = rf"(?:{words('filler')}{RIGHT} ?){{0,2}}"
        bounds = rf"(?:(?!nửa (?:đầu|cuối) năm){bound}[ :]{{0,3}}{filler}){{0,4}}"
        to = rf"(?:-|,? ?{LEFT}{words('until', 'before')}{RIGHT})"
        clock = r"\d{1,2} ?(?:(?:h|g|giờ) ?(?:\d{2})?|: ?\d{2}) ?(?:phút)? ?,? ?"
        another = rf"(?: ?(?:[,;]|và) ?(?:{bound} ?){{0,4}}(?:ngày ?)?\d{{1,2}} ?/ ?\d{{1,2}})*"
        first = rf"(?={self._first}|(?<!\p{{L}}){words(*BOUNDS)})"
        return compiled(
            rf"{first}(?P<bounds>{bounds})(?P<clock>{clock})?"
            rf"(?P<one>(?P<inside>{self._inside}))"
            rf"(?:(?P<between> ?{to}(?: ?{to})* ?{filler})(?P<two>(?&inside)))?"
            rf"(?P<onward>[ ,]{{0,2}}{words('onward')}{RIGHT})?"
            rf"(?:{another} ?(?:của )?{LEFT}{each} (?P<repeated>{self._unit}))?"
        )

    # ----------------------------------------------------------------------- one date or period

    @cached_property
    def atom(self) -> Pattern:
        """One date or period, to be taken apart."""
        return compiled(rf"{self._atom}|{self._worded}|(?P<years>{YEAR})|năm{self._this}")

    @cached_property
    def _inside(self) -> str:
        """One date or period as it stands in a phrase, where a bare "2025" or "năm" needs a word
        before it."""
        bound = self._bound
        atom = _anonymous(self._atom).replace("(?P=dot)", "[.-]")
        needing = rf"(?<={LEFT}{words('until', 'within', 'vague')} )"
        yearless = rf"năm{RIGHT}(?! ?(?:\d|học|thứ|{words('next', 'before')}{RIGHT})){self._this}"
        return (
            rf"(?={self._first})(?:(?:{atom}|(?<={bound}[ :]{{0,3}}){YEAR}(?![/\d]|[.,]\d)"
            rf"|^ ?{YEAR}(?= ?[.;]? ?$)|{needing}{yearless}|{LEFT}năm {words('this')}{RIGHT})"
            rf"|(?<={bound} ){_anonymous(self._worded)})"
        )

    @cached_property
    def _atom(self) -> str:
        quarter = self._quarter
        join = rf" ?(?:[,&+-]|và{RIGHT}|đến{RIGHT}|tới{RIGHT}) ?(?:hết )?"
        # Not inside a longer number, nor with a year that cannot be read ("14/11/20233").
        alone = r"(?<!\d)(?<!/ ?)(?<!\d[.,])"
        after = rf"(?:(?: ?[/.-] ?| ?,? ?năm ?| )(?P<year>{YEAR})|{self._again})?"
        month, roman = rf"\d{{1,2}}{_CLOSED}", rf"(?:[ivx]+|\d{{1,2}}){RIGHT}{_CLOSED}"
        years = rf"{YEAR}(?:{join}(?:năm ?)?{YEAR})"
        atom = rf"""
            (?:ngày ?)?{alone}{_DAY} ?/ ?{_MONTH}(?!\d){self._in_year}
          | (?:ngày ?)?{alone}{_DAY} ?(?P<dot>[.-]) ?{_MONTH} ?(?P=dot) ?(?P<year>{YEAR})
          | ngày ?{_DAY} ?(?:của )?tháng ?{_MONTH}{_CLOSED}{self._in_year}
          | ngày ?(?P<lone_day>\d{{1,2}})(?![\d/]| ?/)
          | {alone}\d{{1,2}}(?= {words("each")}[ ])
          | {LEFT}(?:(?P<half_count>{self._count}|{_GLUED}) ?tháng|nửa) (?P<half>đầu|cuối) năm
                {RIGHT}(?! học){after}
          | {LEFT}{quarter} ?(?P<quarters>{roman}(?:{join}(?:{quarter} ?)?{roman})*){after}
          | {LEFT}(?:tháng|t\.?) ?(?P<months>{month}(?:{join}(?:tháng ?|t)?{month})*){after}
          | {alone}(?P<month_of_year>\d{{1,2}}) ?/ ?(?P<year>{YEAR})(?! ?/)
          | (?P<years>{LEFT}{words("span")} (?:năm ?)?{years}+
          | {LEFT}(?:cả )?năm ?{years}*
          | {alone}{LEFT}{YEAR} ?(?:-|đến|tới) ?{YEAR})(?! ?/)
        """
        return _one_line(atom)

    @cached_property
    def _first(self) -> str:
        """What one begins with, or a time of day: all other places are passed over at once."""
        letters = rf"{words('number', 'span')}|{self._quarter}|tháng|t\.? ?\d|nửa|cả|năm"
        return rf"^ |\d{{1,2}}[ /.:hgt-]|\d{{4}}|ngày|(?<!\p{{L}})(?:{letters})"

    @cached_property
    def _worded(self) -> str:
        """ "trước 15 tháng 11"."""
        return rf"{_DAY} tháng {_MONTH}{_CLOSED}{self._in_year}"

    @cached_property
    def _quarter(self) -> str:
        return words_of_units("P3M")

    @cached_property
    def _this(self) -> str:
        return rf"(?: {words('this')}{RIGHT})?"

    @cached_property
    def _again(self) -> str:
        return rf" năm (?:{words('this')}|(?P<next_year>{words('next')})){RIGHT}"

    @cached_property
    def _in_year(self) -> str:
        return rf"(?:(?: ?/ ?| ?,? ?năm ?)(?P<year>{YEAR})|{self._again}|(?! ?/))"

    # ----------------------------------------------------------------------- lone words

    @cached_property
    def unit(self) -> Pattern:
        """One unit with its count, in a list of them."""
        return compiled(
            rf"{LEFT}(?:(?P<count>{self._count}|{_GLUED}) ?)?(?P<units>{words('unit')}){RIGHT}"
        )

    @cached_property
    def rate(self) -> Pattern:
        """A whole phrase: "/năm", "trong 1 quý"."""
        per = words("each", "regularly", "within", "rate")
        return compiled(
            rf"(?:(?:/|{per}{RIGHT}) ?)+(?:(?P<count>{self._count}|{_GLUED}) ?)?"
            rf"(?P<units>{words('unit')})|(?P<count>một|0?1) (?P<units>{words('unit')})"
        )

    @cached_property
    def part_of_year(self) -> Pattern:
        return compiled(rf"(?:(?:{self._count}|{_GLUED}) ?)?tháng|{self._quarter}|nửa")

    @cached_property
    def next_year(self) -> Pattern:
        return compiled(rf"năm {words('next')}{RIGHT}")

    # ----------------------------------------------------------------------- headings of columns

    @cached_property
    def cue(self) -> Pattern:
        return compiled(
            rf"(?<!\p{{L}})(?:(?P<plan_always>{words('plan', where='always')})"
            rf"|(?P<actual_always>{words('actual', where='always')})"
            rf"|(?P<plan>{words('plan')})|(?P<actual>{words('actual')}))(?!\p{{L}})"
        )

    @cached_property
    def undated_actual(self) -> Pattern:
        """ "Hiện trạng", "Kết quả năm trước": results of a year that is not printed."""
        return compiled(
            rf"(?:{words('actual')} )*{LEFT}{words('last')}{RIGHT}"
            rf"|{words('actual', where='always')}"
        )

    @cached_property
    def column(self) -> Pattern:
        return compiled(rf"\W*{words('column')}{RIGHT}")

    @cached_property
    def comparison(self) -> Pattern:
        plan, actual = words("plan"), words("actual")
        cue = rf"{words('plan', 'actual')}(?!\p{{L}})"
        year = rf"(?:năm ?)?{YEAR}"
        share = r"^[\W]*(?:t[ỷỉ] lệ)?[\W]*"
        return compiled(
            rf"{LEFT}{words('comparison', where='anywhere')}{RIGHT}"
            rf"|{share}{words('comparison')}"
            rf"|{share}(?:{cue}|{year}).*{LEFT}{words('against')}{RIGHT}.*(?:{cue}|{year})"
            rf"|(?<!học ?){YEAR} ?/ ?(?:{cue} ?)?{year}"
            rf"|(?<!\p{{L}})(?:{plan} ?(?:{year})? ?/ ?{actual}"
            rf"|{actual} ?(?:{year})? ?/ ?{plan})(?!\p{{L}})"
        )


PATTERNS = Patterns()
