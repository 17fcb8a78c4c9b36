"""Sentences of running text that demand something, with what they demand."""

from __future__ import annotations

import re
from collections.abc import Callable
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
            **{"origin": "prose", "section": None, "ordinal": None, "content": None},
            **{"quote": self.quote, "indicator": measured, "threshold": self.threshold},
            **{"agencies": [], "due": self.due or due},
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
        | duy trì ở mức tối thiểu {} | từ {} trở lên | ít nhất {}"""
    ),
    "gt": listed("đạt trên {} | trên {} | phấn đấu đạt trên {} | đạt hơn {} | duy trì trên {}"),
    "le": listed(
        """không quá {} | không vượt quá {} | ≤ {} | tối đa {} | không cao hơn {}
        | giảm còn không quá {} | duy trì ở mức không quá {} | khống chế không quá {}"""
    ),
    "lt": listed(
        """dưới {} | giảm còn dưới {} | giảm xuống dưới {} | còn dưới {} | thấp hơn {}
        | duy trì ở mức dưới {}"""
    ),
    "eq": listed("đạt {} | đạt khoảng {} | là {} | phấn đấu đạt {} | đạt tỷ lệ {} | bằng {}"),
    "fallen": listed("giảm còn {} | giảm xuống còn {} | còn {} | giảm xuống còn khoảng {}"),
}
#: Before a share of something.
_BEFORE: dict[str, tuple[str, ...]] = {
    "ge": listed("tối thiểu {} | ít nhất {} | từ {} trở lên | không dưới {} | có ít nhất {}"),
    "gt": listed("trên {} | có trên {} | hơn {}"),
    "eq": ("{}",),
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


#: A verb, its object with the unit in front of it, and what may follow.
_DEEDS: tuple[tuple[str, str, str, int, int], ...] = (
    ("tổ chức", "lớp", "tập huấn nghiệp vụ cho cán bộ cơ sở", 2, 30),
    ("tổ chức", "hội nghị", "đối thoại với người dân", 1, 12),
    ("mở", "lớp", "bồi dưỡng kỹ năng số", 2, 25),
    ("trồng mới", "ha", "rừng sản xuất", 15, 2400),
    ("thành lập mới", "hợp tác xã", "nông nghiệp", 2, 14),
    ("thành lập mới", "doanh nghiệp", "nhỏ và vừa", 20, 900),
    ("xây dựng", "mô hình", "trường học an toàn", 1, 15),
    ("xây dựng", "km", "đường giao thông nông thôn", 3, 140),
    ("kết nạp", "đảng viên", "mới", 5, 120),
    ("giải quyết việc làm cho", "lao động", "nông thôn", 120, 9500),
    ("đào tạo nghề cho", "lao động", "nữ", 60, 1500),
    ("hỗ trợ", "hộ nghèo", "vay vốn phát triển sản xuất", 20, 900),
    ("phát triển", "sản phẩm OCOP", "đạt từ 3 sao trở lên", 2, 20),
    ("kiểm tra", "đơn vị", "về thực hiện kỷ luật hành chính", 4, 30),
    ("lắp đặt", "camera", "an ninh tại khu dân cư", 10, 400),
    ("nâng cấp", "trạm y tế", "xã", 2, 14),
)
_DEED = {"ge": ("ít nhất {}", "tối thiểu {}"), "gt": ("trên {}",), "eq": ("{}", "{}")}


def deed(random: Random, year: int) -> Sentence:
    """ "Trồng mới ít nhất 350 ha rừng sản xuất"."""
    verb, unit, tail, low, high = random.choice(_DEEDS)
    value = int(numerals.drawn(random, low, high))
    comparator = random.choice(("ge", "ge", "gt", "eq", "eq"))
    number = numerals.count(random, value)
    if comparator == "ge" and value in numerals.WORDS and random.random() < 0.2:
        number = numerals.WORDS[value]
    shown = random.choice(_DEED[comparator]).format(f"{number} {unit}")
    measure = unit not in ("ha", "km")
    named = f"{verb} {unit} {tail}" if measure else f"{verb} {tail}"
    words = f"{verb} {shown} {tail}"
    opening = random.choice(("", "", "", "phấn đấu "))
    return Sentence(opening + words, (Goal(words, named, level(comparator, value, unit)),))


_PAIRS = (
    ("tổ chức", ("hội nghị", "đối thoại"), ("hội thi", "tìm hiểu pháp luật")),
    ("tổ chức", ("lớp", "tập huấn chuyên sâu"), ("cuộc thi", "trực tuyến")),
    ("thành lập mới", ("doanh nghiệp", ""), ("hợp tác xã", "")),
    ("xây dựng", ("phóng sự", "truyền hình"), ("chuyên mục", "phát thanh")),
)


def two_objects(random: Random, year: int) -> Sentence:
    """ "Tổ chức 02 hội nghị đối thoại và 01 hội thi tìm hiểu pháp luật"."""
    verb, *objects = random.choice(_PAIRS)
    parts, goals = [], []
    for unit, tail in objects:
        value = random.randint(1, 40)
        noun = f"{unit} {tail}".strip()
        part = f"{numerals.count(random, value)} {noun}"
        parts.append(part)
        goals.append(Goal(part, noun, level("eq", value, unit)))
    join = random.choice((" và ", ", "))
    return Sentence(f"{verb} {join.join(parts)}", tuple(goals))


# ------------------------------------------------------------------ changes


_MOVING = listed(
    """giá trị sản xuất công nghiệp | kim ngạch xuất khẩu | doanh thu du lịch
    | năng suất lao động xã hội | tổng mức bán lẻ hàng hóa | thu ngân sách trên địa bàn
    | giá trị sản xuất nông, lâm, thủy sản | sản lượng nuôi trồng thủy sản"""
)


def grows(random: Random, year: int) -> Sentence:
    """ "Doanh thu du lịch tăng bình quân 8 - 9%/năm"."""
    named = random.choice(_MOVING)
    low = numerals.drawn(random, 3, 14, 1)
    high = round(low + random.choice((0.5, 1, 1.5, 2)), 1)
    per = random.random() < 0.5
    ending = "/năm" if per else ""
    if random.random() < 0.4:
        verb = random.choice(("tăng", "tăng bình quân", "tăng trưởng", "tăng trưởng bình quân"))
        a, b = numerals.printed(low), numerals.printed(high)
        shown = random.choice((f"{a} - {b}%", f"từ {a} - {b}%", f"từ {a} đến {b}%", f"{a}-{b}%"))
        words = f"{named} {verb} {shown}{ending}"
        threshold: Item = {"kind": "change", "value": low, "max": high}
    else:
        comparator = random.choice(("ge", "gt", "eq"))
        wordings = {
            "ge": listed("tăng ít nhất {} | tăng tối thiểu {} | tăng từ {} trở lên"),
            "gt": listed("tăng trên {} | tăng bình quân trên {} | tăng trưởng trên {}"),
            "eq": listed("tăng {} | tăng bình quân {} | tăng trưởng {} | tăng khoảng {}"),
        }
        wording = random.choice(wordings[comparator])
        if per and "trở lên" in wording:
            ending = "/năm"
            wording = wording.replace("{} trở lên", "{}/năm trở lên")
            words = f"{named} {wording.format(numerals.printed(low) + '%')}"
        else:
            words = f"{named} {wording.format(numerals.printed(low) + '%')}{ending}"
        threshold = {"kind": "change", "comparator": comparator, "value": low}
    threshold |= {"direction": "increase", "unit": "%"} | ({"per": "P1Y"} if per else {})
    if not per and random.random() < 0.6:
        words += f" so với {random.choice(('năm', 'cuối năm'))} {year - 1}"
        threshold["baseline"] = {"year": year - 1}
    opening = random.choice(("", "", "phấn đấu "))
    return Sentence(opening + words, (Goal(words, named, threshold),))


_FEWER = listed(
    """số vụ tai nạn giao thông | số vụ cháy | số hồ sơ trễ hạn | số cuộc họp trực tiếp
    | chi phí tuân thủ thủ tục hành chính | thời gian giải quyết thủ tục hành chính
    | số ca mắc sốt xuất huyết"""
)


def falls_by(random: Random, year: int) -> Sentence:
    """ "Giảm ít nhất 10% số vụ cháy so với năm 2024"."""
    named = random.choice(_FEWER)
    value = random.randint(2, 30)
    comparator = random.choice(("ge", "ge", "eq"))
    verb = random.choice(("giảm", "giảm", "cắt giảm", "kéo giảm"))
    shown = {"ge": random.choice(("ít nhất {}%", "tối thiểu {}%")), "eq": "{}%"}[comparator]
    threshold = {
        **{"kind": "change", "direction": "decrease", "comparator": comparator},
        **{"value": value, "unit": "%"},
    }
    words = f"{verb} {shown.format(value)} {named}"
    if random.random() < 0.6:
        words += f" so với năm {year - 1}"
        threshold["baseline"] = {"year": year - 1}
    return Sentence(words, (Goal(words, named, threshold),))


def poverty_falls(random: Random, year: int) -> Sentence:
    """ "Tỷ lệ hộ nghèo giảm 1 - 1,5%/năm; vùng dân tộc thiểu số giảm trên 3%/năm"."""
    low = round(random.uniform(0.4, 2), 1)
    high = round(low + random.choice((0.2, 0.5)), 1)
    named = random.choice(("tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo đa chiều"))
    a, b = numerals.printed(low), numerals.printed(high)
    shown = random.choice((f"{a} - {b}%/năm", f"từ {a} - {b}%/năm", f"bình quân {a} - {b}%/năm"))
    first = f"{named} giảm {shown}"
    change: Item = {"kind": "change", "direction": "decrease", "unit": "%", "per": "P1Y"}
    goals = [Goal(first, named, change | {"value": low, "max": high})]
    if random.random() < 0.5:
        return Sentence(first, tuple(goals))
    more = random.randint(3, 5)
    where = random.choice(
        ("vùng đồng bào dân tộc thiểu số", "các xã đặc biệt khó khăn", "các huyện nghèo")
    )
    second = f"riêng {where} giảm trên {more}%/năm"
    goals.append(Goal(second, named, change | {"comparator": "gt", "value": more}, where))
    return Sentence(f"{first}; {second}", tuple(goals))


def from_to(random: Random, year: int) -> Sentence:
    """ "Nâng tỷ lệ ... từ 62% năm 2024 lên 70%": a level with a baseline."""
    low = random.randint(20, 70)
    high = low + random.randint(3, 25)
    named = rate(random)
    baseline: Item = {"value": low}
    with_year = random.random() < 0.6
    if with_year:
        baseline["year"] = year - 1
    when = f" năm {year - 1}" if with_year else ""
    if random.random() < 0.5:
        words = f"nâng {named} từ {low}%{when} lên {high}%"
        return Sentence(words, (Goal(words, named, level("eq", high, "%", baseline=baseline)),))
    named = random.choice(("tỷ lệ hộ cận nghèo", "tỷ lệ lao động nông nghiệp"))
    baseline["value"] = high
    words = f"giảm {named} từ {high}%{when} xuống còn {low}%"
    return Sentence(words, (Goal(words, named, level("eq", low, "%", baseline=baseline)),))


def with_result(random: Random, year: int) -> Sentence:
    """ "Tỷ lệ ... đạt 80% (năm 2024 đạt 62,5%)": what was reached stands in brackets."""
    named = rate(random)
    value = random.randint(60, 95)
    before = numerals.drawn(random, 30, 59, 1)
    told = f"(năm {year - 1} {random.choice(('đạt', 'là'))} {numerals.printed(before)}%)"
    words = f"{named} đạt {value}%"
    baseline = {"year": year - 1, "value": before}
    goal = Goal(words, named, level("eq", value, "%", baseline=baseline))
    return Sentence(f"{words} {told}", (goal,))


def total_and_growth(random: Random, year: int) -> Sentence:
    """ "Tổng thu ngân sách đạt 1.250 tỷ đồng, tăng 11% so với năm 2024"."""
    named = random.choice(("tổng thu ngân sách", "kim ngạch xuất khẩu", "sản lượng thủy sản"))
    unit = {"tổng thu ngân sách": "tỷ đồng", "kim ngạch xuất khẩu": "triệu USD"}.get(named, "tấn")
    value, more = numerals.drawn(random, 200, 9000), random.randint(3, 20)
    first = f"{named} đạt {numerals.printed(value)} {unit}"
    second = f"tăng {more}% so với năm {year - 1}"
    change = {
        **{"kind": "change", "direction": "increase", "comparator": "eq", "value": more},
        **{"unit": "%", "baseline": {"year": year - 1}},
    }
    goals = (Goal(first, named, level("eq", value, unit)), Goal(second, named, change))
    return Sentence(f"{first}, {second}", goals)


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


# ------------------------------------------------------------------ each, per, rank


def each(random: Random, year: int) -> Sentence:
    """ "Mỗi xã xây dựng ít nhất 01 mô hình"."""
    who = random.choice(("mỗi xã", "mỗi thôn", "mỗi cơ quan, đơn vị", "mỗi trường học"))
    unit, tail = random.choice(
        (
            ("mô hình", "tự quản về môi trường"),
            ("sáng kiến", "cải cách hành chính"),
            ("câu lạc bộ", "thể dục, thể thao"),
        )
    )
    value = random.randint(1, 5)
    verb = random.choice(("có", "xây dựng"))
    words = f"{who} {verb} ít nhất {numerals.count(random, value)} {unit} {tail}"
    goal = Goal(words, f"{unit} {tail}", level("ge", value, unit, each=True))
    return Sentence(words, (goal,))


def per_year(random: Random, year: int) -> Sentence:
    """ "Mỗi năm giải quyết việc làm cho 2.500 lao động"."""
    value = numerals.drawn(random, 100, 9000)
    number = numerals.printed(value)
    verb = random.choice(("giải quyết việc làm cho", "đào tạo nghề cho"))
    words = f"mỗi năm {verb} {number} lao động nông thôn"
    named = f"{verb} lao động nông thôn"
    return Sentence(words, (Goal(words, named, level("eq", value, "lao động", per="P1Y")),))


def often(random: Random, year: int) -> Sentence:
    """ "Tổ chức đối thoại với người dân ít nhất 02 lần/năm"."""
    named = random.choice(
        ("tổ chức đối thoại với người dân", "kiểm tra việc chấp hành kỷ luật hành chính")
    )
    value = random.randint(1, 4)
    unit, per = random.choice((("năm", "P1Y"), ("quý", "P3M"), ("tháng", "P1M")))
    lead = random.choice(("ít nhất", "tối thiểu"))
    way = random.choice((f"{numerals.count(random, value)} lần/{unit}", None))
    if way is None:
        value, way = 1, f"01 {unit}/01 lần" if unit == "năm" else f"mỗi {unit} một lần"
    words = f"{named} {lead} {way}"
    return Sentence(words, (Goal(words, named, level("ge", value, "lần", per=per)),))


def placed(random: Random, year: int) -> Sentence:
    """ "Chỉ số chuyển đổi số thuộc nhóm 05 huyện dẫn đầu tỉnh"."""
    named = random.choice(("chỉ số chuyển đổi số", "chỉ số cải cách hành chính"))
    value = random.randint(2, 15)
    unit = random.choice(("huyện", "địa phương", "đơn vị"))
    within = random.choice(("tỉnh", "toàn tỉnh"))
    best = random.choice(("dẫn đầu", "đứng đầu", "cao nhất"))
    lead = random.choice(("thuộc nhóm", "nằm trong nhóm", "trong nhóm"))
    words = f"{named} {lead} {numerals.count(random, value)} {unit} {best} {within}"
    threshold = {
        **{"kind": "rank", "comparator": "le", "value": value, "unit": unit, "within": within}
    }
    return Sentence(f"phấn đấu {words}", (Goal(words, named, threshold),))


def worded(random: Random, year: int) -> Sentence:
    """ "Xây dựng từ ba đến năm mô hình": a range in words."""
    low = random.randint(1, 4)
    high = low + random.randint(1, 3)
    unit, tail = random.choice((("mô hình", "điểm"), ("sản phẩm OCOP", "mới"), ("hợp tác xã", "")))
    shown = f"từ {numerals.WORDS[low]} đến {numerals.WORDS[high]} {unit}"
    words = f"xây dựng {shown} {tail}".strip()
    threshold = {"kind": "range", "value": low, "max": high, "unit": unit}
    return Sentence(words, (Goal(words, f"xây dựng {unit} {tail}".strip(), threshold),))


Kind = Callable[[Random, int], Sentence]
#: Kinds that may stand anywhere, the frequent ones more than once.
KINDS: tuple[Kind, ...] = (
    *(rate_reaches, rate_reaches, rate_reaches, share_of, share_of, share_of, falls, falls),
    *(counted, deed, deed, two_objects, grows, grows, falls_by, poverty_falls, from_to),
    *(with_result, total_and_growth, for_levels, for_levels, shared_end, in_brackets),
    *(two_rates, among_them, each, per_year, often, placed, worded),
)


def dated(random: Random, said: Sentence, year: int) -> Sentence:
    """The sentence with the date by which it is to be reached."""
    if "lần" in said.text or said.text.startswith("mỗi"):
        return said
    later = year + random.randint(0, 5)
    end = f"{later}-12-31"
    front = random.choice((f"đến năm {later}", f"đến hết năm {later}", f"đến cuối năm {later}"))
    due: Item = {"kind": "fixed", "end": end}
    way = random.random()
    if way < 0.15:
        front, due = f"từ năm {later} trở đi", {"kind": "fixed", "start": f"{later}-01-01"}
    elif way < 0.3:
        quarter = random.randint(2, 4)
        day = {2: "06-30", 3: "09-30", 4: "12-31"}[quarter]
        front = f"đến hết quý {('I', 'II', 'III', 'IV')[quarter - 1]}/{later}"
        due = {"kind": "fixed", "end": f"{later}-{day}"}
    elif way < 0.4:
        front, due = f"trước ngày 15/12/{later}", {"kind": "fixed", "end": f"{later}-12-14"}
    plain = len(said.goals) == 1 and said.goals[0].threshold["kind"] == "level"
    if plain and random.random() < 0.25 and not said.text.endswith(")"):
        behind = random.choice(
            (f"vào năm {later}", f"chậm nhất năm {later}", f"trước năm {later + 1}")
        )
        text, due = f"{said.text} {behind}", {"kind": "fixed", "end": end}
    else:
        text = f"{front}, {said.text}"
    goals = tuple(
        Goal(goal.quote, goal.indicator, goal.threshold, goal.applies_to, due)
        for goal in said.goals
    )
    return Sentence(text, goals)
