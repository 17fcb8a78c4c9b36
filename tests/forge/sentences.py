"""Sentences of running text that demand a level: of one indicator, of several, for groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.forge import numerals, subjects
from tests.forge.subjects import Indicator
from tests.forge.wordlist import listed

Item = dict[str, Any]


@dataclass(frozen=True)
class Goal:
    """One value of a sentence. ``quote`` stands in the sentence; an indicator's label ends before
    "theo", as the target model says."""

    quote: str
    indicator: str
    threshold: Item
    applies_to: str | None = None
    due: Item | None = None

    def label(self, due: Item | None) -> Item:
        """``due`` is what stands above the sentence."""
        measured = re.split(" theo (?!dõi)", self.indicator)[0]
        label = {
            "origin": "prose",
            "section": None,
            "ordinal": None,
            "content": None,
            "quote": self.quote,
            "indicator": measured,
            "threshold": self.threshold,
            "agencies": [],
            "due": self.due or due,
        }
        return label | ({"applies_to": self.applies_to} if self.applies_to else {})


@dataclass(frozen=True)
class Sentence:
    """``text`` has no mark at its end and begins with a small letter where it can."""

    text: str
    goals: tuple[Goal, ...]

    @property
    def capital(self) -> str:
        return self.text[:1].upper() + self.text[1:]


def level(comparator: str, value: float, unit: str | None, **more: Any) -> Item:
    return {"kind": "level", "comparator": comparator, "value": value, "unit": unit, **more}


#: Behind the name of an indicator.
_BEHIND: dict[str, tuple[str, ...]] = {
    "ge": listed(
        """đạt tối thiểu {} | đạt ít nhất {} | đạt từ {} trở lên | đạt {} trở lên | không dưới {}
        | đạt không dưới {} | không thấp hơn {} | phấn đấu đạt từ {} trở lên | tối thiểu đạt {}
        | ≥ {} | phải đạt tối thiểu {} | đạt tối thiểu là {} | phấn đấu đạt tối thiểu {}
        | duy trì ở mức tối thiểu {} | từ {} trở lên | ít nhất {} | đạt và vượt {}
        | đạt mức tối thiểu {} | không được thấp hơn {} | phải đạt từ {} trở lên
        | đạt thấp nhất {} | bằng hoặc cao hơn {} | tối thiểu phải đạt {} | bảo đảm đạt tối thiểu {}
        | đạt tối thiểu từ {} trở lên"""
    ),
    "gt": listed(
        """đạt trên {} | trên {} | phấn đấu đạt trên {} | đạt hơn {} | duy trì trên {}
        | chiếm trên {} | duy trì ở mức trên {} | luôn đạt trên {} | phấn đấu vượt {}"""
    ),
    "le": listed(
        """không quá {} | không vượt quá {} | ≤ {} | tối đa {} | không cao hơn {}
        | giảm còn không quá {} | duy trì ở mức không quá {} | khống chế không quá {}"""
    ),
    "lt": listed(
        """dưới {} | giảm còn dưới {} | giảm xuống dưới {} | còn dưới {} | thấp hơn {}
        | duy trì ở mức dưới {}"""
    ),
    "eq": listed(
        """đạt {} | đạt khoảng {} | là {} | phấn đấu đạt {} | đạt tỷ lệ {} | bằng {} | chiếm {}
        | phải đạt {} | đạt mức {} | duy trì ở mức {} | ổn định ở mức {}"""
    ),
    "fallen": listed("giảm còn {} | giảm xuống còn {} | còn {} | giảm xuống còn khoảng {}"),
}
#: Before a share of something.
_BEFORE: dict[str, tuple[str, ...]] = {
    "ge": listed(
        """tối thiểu {} | ít nhất {} | từ {} trở lên | không dưới {} | có ít nhất {}
        | có từ {} trở lên | có {} trở lên | tối thiểu có {} | ít nhất có {}"""
    ),
    "gt": listed("trên {} | có trên {} | hơn {}"),
    "eq": ("{}", "{}", "có {}"),
    "le": listed("không quá {} | tối đa {}"),
    "lt": ("dưới {}",),
}


def percent(random: Random, value: float) -> str:
    return numerals.printed(value) + random.choice(("%", "%", "%", " %"))


def _share_value(random: Random) -> float:
    return 100 if random.random() < 0.25 else numerals.drawn(random, 20, 99, 1)


def _comparator(random: Random, value: float) -> str:
    return "eq" if value == 100 else random.choice(("ge", "ge", "ge", "gt", "eq"))


def _behind(random: Random, comparator: str, shown: str, *, share: bool = True) -> str:
    ways = _BEHIND[comparator]
    return random.choice([way for way in ways if share or "tỷ lệ" not in way]).format(shown)


def _subject_and_state(random: Random) -> tuple[str, str]:
    nouns, states = random.choice(subjects.SHARES)
    return random.choice(nouns), random.choice(states)


def rate(random: Random) -> str:
    """ "tỷ lệ hồ sơ đất đai được số hóa"."""
    noun, state = _subject_and_state(random)
    return f"tỷ lệ {noun} {state}"


# ------------------------------------------------------------------ kinds of sentences


def rate_reaches(random: Random, year: int) -> Sentence:
    """ "Tỷ lệ hồ sơ đất đai được số hóa đạt tối thiểu 80%"."""
    value = _share_value(random)
    comparator = _comparator(random, value)
    named = rate(random)
    words = f"{named} {_behind(random, comparator, percent(random, value))}"
    opening = "" if "phấn đấu" in words else random.choice(("", "", "phấn đấu ", "bảo đảm "))
    return Sentence(opening + words, (Goal(words, named, level(comparator, value, "%")),))


def share_of(random: Random, year: int) -> Sentence:
    """ "Tối thiểu 80% hồ sơ đất đai được số hóa"."""
    value = _share_value(random)
    comparator = _comparator(random, value)
    noun, state = _subject_and_state(random)
    named = f"{noun} {state}"
    words = f"{random.choice(_BEFORE[comparator]).format(percent(random, value))} {named}"
    ways = ("", "", "phấn đấu ", "bảo đảm ", "đảm bảo ", "phấn đấu có ")
    opening = random.choice(ways[:5] if words.startswith("có") else ways)
    return Sentence(opening + words, (Goal(words, named, level(comparator, value, "%")),))


def raised(random: Random, year: int) -> Sentence:
    """ "Nâng tỷ lệ hồ sơ đất đai được số hóa lên trên 80%"."""
    value = numerals.drawn(random, 20, 99, 1)
    comparator = random.choice(("ge", "gt", "eq"))
    named = rate(random)
    verb = random.choice(("nâng", "tăng", "đưa"))
    way = {"ge": "lên tối thiểu {}", "gt": "lên trên {}", "eq": random.choice(("lên {}", "đạt {}"))}
    words = f"{verb} {named} {way[comparator].format(percent(random, value))}"
    opening = random.choice(("", "", "phấn đấu "))
    return Sentence(opening + words, (Goal(words, named, level(comparator, value, "%")),))


def within_range(random: Random, year: int) -> Sentence:
    """ "Tỷ lệ hồ sơ đất đai được số hóa đạt từ 80% đến 85%"; "80 - 85% hồ sơ ..."."""
    low = random.randint(20, 90)
    high = low + random.randint(2, 9)
    threshold = {"kind": "range", "value": low, "max": high, "unit": "%"}
    shown = random.choice(
        (f"{low} - {high}%", f"{low}-{high}%", f"từ {low}% đến {high}%", f"từ {low} đến {high}%",
         f"từ {low} - {high}%", f"{low}% - {high}%")
    )  # fmt: skip
    if random.random() < 0.5:
        named = rate(random)
        words = f"{named} {random.choice(('đạt', 'phấn đấu đạt', 'duy trì ở mức'))} {shown}"
        return Sentence(words, (Goal(words, named, threshold),))
    noun, state = _subject_and_state(random)
    words = f"{shown} {noun} {state}"
    opening = random.choice(("phấn đấu ", "bảo đảm ", "phấn đấu có "))
    return Sentence(opening + words, (Goal(words, f"{noun} {state}", threshold),))


def kept(random: Random, year: int) -> Sentence:
    """ "Duy trì 100% xã đạt chuẩn"; "duy trì tỷ lệ ... trên 95%"."""
    if random.random() < 0.5:
        noun, state = _subject_and_state(random)
        verb = random.choice(("duy trì", "giữ vững", "tiếp tục duy trì"))
        words = f"100% {noun} {state}"
        return Sentence(f"{verb} {words}", (Goal(words, f"{noun} {state}", level("eq", 100, "%")),))
    value = random.randint(60, 98)
    comparator = random.choice(("ge", "gt", "eq"))
    named = rate(random)
    way = {"ge": "đạt tối thiểu {}%", "gt": "trên {}%", "eq": "ở mức {}%"}[comparator]
    words = f"{named} {way.format(value)}"
    return Sentence(f"duy trì {words}", (Goal(words, named, level(comparator, value, "%")),))


def falls(random: Random, year: int) -> Sentence:
    """ "Tỷ lệ hộ cận nghèo giảm còn dưới 3%": a level."""
    measured = subjects.falling_share(random)
    value = numerals.drawn(random, measured.low, measured.high, measured.decimals)
    comparator = random.choice(("le", "lt", "lt", "fallen"))
    shown = numerals.printed(value) + measured.unit
    named = measured.text[0].lower() + measured.text[1:]
    words = f"{named} {_behind(random, comparator, shown)}"
    kind = level("eq" if comparator == "fallen" else comparator, value, measured.unit)
    return Sentence(words, (Goal(words, named, kind),))


def counted(random: Random, year: int) -> Sentence:
    """ "Sản lượng thủy sản đạt 12.500 tấn"."""
    measured = _count(random)
    value = numerals.drawn(random, measured.low, measured.high)
    comparator = random.choice(("ge", "gt", "eq", "eq"))
    shown = f"{numerals.printed(value)} {measured.unit}"
    named = measured.text[0].lower() + measured.text[1:]
    words = f"{named} {_behind(random, comparator, shown, share=False)}"
    return Sentence(words, (Goal(words, named, level(comparator, value, measured.unit)),))


_MASSES = tuple(
    Indicator(*row)
    for row in subjects.COUNTS
    if row[1] in ("ha", "tấn", "tỷ đồng", "triệu đồng", "triệu USD", "lượt khách", "điểm")
)


def _count(random: Random) -> Indicator:
    return random.choice(_MASSES)


# ------------------------------------------------------------------ several values

_LEVELS = (
    ("cấp tỉnh", "cấp huyện", "cấp xã"),
    ("cấp huyện", "cấp xã"),
    ("khu vực đô thị", "khu vực nông thôn"),
    ("cấp sở", "cấp huyện", "cấp xã"),
)


def for_levels(random: Random, year: int) -> Sentence:
    """One phrase with a value for each level; the first gives comparator and unit to the rest."""
    named = rate(random)
    levels = random.choice(_LEVELS)
    values = sorted((random.randint(30, 95) for _ in levels), reverse=True)
    comparator = random.choice(("ge", "ge", "eq"))
    lead = {"ge": random.choice(("tối thiểu ", "ít nhất ")), "eq": ""}[comparator]
    way = random.choice(("bracket", "for", "who", "colon"))
    if way == "bracket":
        parts = [f"{value}% {who}" for value, who in zip(values, levels, strict=True)]
        text = f"{named} ({lead}{', '.join(parts)})"
    elif way == "for":
        word = "ở" if levels[0].startswith("khu vực") else "đối với"
        parts = [f"{value}% {word} {who}" for value, who in zip(values, levels, strict=True)]
        text = f"{named} đạt {lead}{', '.join(parts[:-1])} và {parts[-1]}"
    elif way == "who":
        parts = [f"{who} đạt {lead}{value}%" for value, who in zip(values, levels, strict=True)]
        text = f"{named} {', '.join(parts)}"
    else:
        parts = [f"{who} đạt {lead}{value}%" for value, who in zip(values, levels, strict=True)]
        text = f"{named}: {', '.join(parts)}"
    goals = tuple(
        Goal(f"{value}%", named, level(comparator, value, "%"), who)
        for value, who in zip(values, levels, strict=True)
    )
    return Sentence(text, goals)


def shared_end(random: Random, year: int) -> Sentence:
    """ "90% hồ sơ công việc tại cấp tỉnh, 80% ... tại cấp huyện được xử lý trên mạng"."""
    noun, state = random.choice(
        (
            ("hồ sơ công việc", "được xử lý trên môi trường mạng"),
            ("văn bản", "được ký số"),
            ("báo cáo định kỳ", "được gửi qua hệ thống thông tin báo cáo"),
        )
    )
    levels = random.choice((("cấp tỉnh", "cấp huyện", "cấp xã"), ("cấp huyện", "cấp xã")))
    values = sorted((random.randint(30, 95) for _ in levels), reverse=True)
    parts = [f"{value}% {noun} tại {who}" for value, who in zip(values, levels, strict=True)]
    text = f"{', '.join(parts[:-1])} và {parts[-1]} {state}"
    goals = tuple(
        Goal(f"{value}% {noun}", f"{noun} {state}", level("eq", value, "%"), who)
        for value, who in zip(values, levels, strict=True)
    )
    return Sentence(text, goals)


def in_brackets(random: Random, year: int) -> Sentence:
    """ "đạt các mục tiêu về tỷ lệ A (tối thiểu 98%); tỷ lệ B (không dưới 90%)"."""
    parts, goals = [], []
    for _ in range(random.randint(1, 3)):
        named = rate(random)
        value = numerals.drawn(random, 20, 99, 1)
        comparator = random.choice(("ge", "ge", "gt"))
        word = {"ge": random.choice(("tối thiểu", "ít nhất", "không dưới")), "gt": "trên"}
        quote = f"{named} ({word[comparator]} {numerals.printed(value)}%)"
        parts.append(quote)
        goals.append(Goal(quote, named, level(comparator, value, "%")))
    lead = random.choice(("phấn đấu đạt các mục tiêu về ", "bảo đảm các chỉ tiêu về ", ""))
    return Sentence(lead + "; ".join(parts), tuple(goals))


def two_rates(random: Random, year: int) -> Sentence:
    """Two values apart by a semicolon or a comma."""
    first, second = rate_reaches(random, year), falls(random, year)
    return Sentence(
        f"{first.text}{random.choice(('; ', ', '))}{second.text}", first.goals + second.goals
    )


def among_them(random: Random, year: int) -> Sentence:
    """ "..., trong đó ... đạt tối thiểu 30%": a part with a value of its own."""
    high = random.randint(60, 90)
    low = random.randint(20, 50)
    first, second = "tỷ lệ lao động qua đào tạo", "có bằng cấp, chứng chỉ"
    text = f"{first} đạt {high}%, trong đó {second} đạt {low}%"
    goals = (
        Goal(f"{first} đạt {high}%", first, level("eq", high, "%")),
        Goal(f"{second} đạt {low}%", second, level("eq", low, "%")),
    )
    return Sentence(text, goals)
