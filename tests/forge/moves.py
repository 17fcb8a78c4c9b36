"""Sentences that demand a change, or a level with the state from which it starts."""

from __future__ import annotations

from random import Random

from tests.forge import numerals, subjects
from tests.forge.sentences import Goal, Item, Sentence, level, rate
from tests.forge.wordlist import listed

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
        "kind": "change",
        "direction": "decrease",
        "comparator": comparator,
        "value": value,
        "unit": "%",
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
        "kind": "change",
        "direction": "increase",
        "comparator": "eq",
        "value": more,
        "unit": "%",
        "baseline": {"year": year - 1},
    }
    goals = (Goal(first, named, level("eq", value, unit)), Goal(second, named, change))
    return Sentence(f"{first}, {second}", goals)


def lowered(random: Random, year: int) -> Sentence:
    """ "Giảm tỷ lệ hộ cận nghèo xuống dưới 3%": a level."""
    measured = subjects.falling_share(random)
    value = numerals.drawn(random, measured.low, measured.high, measured.decimals)
    shown = numerals.printed(value) + measured.unit
    comparator, way = random.choice(
        (
            ("lt", "xuống dưới {}"),
            ("lt", "xuống còn dưới {}"),
            ("eq", "xuống còn {}"),
            ("eq", "còn {}"),
            ("le", "xuống không quá {}"),
        )
    )
    named = measured.text[0].lower() + measured.text[1:]
    words = f"{random.choice(('giảm', 'kéo giảm', 'hạ'))} {named} {way.format(shown)}"
    return Sentence(words, (Goal(words, named, level(comparator, value, measured.unit)),))
