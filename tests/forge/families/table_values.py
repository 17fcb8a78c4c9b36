"""Chỉ tiêu cells that say more than one value: levels, ranges, changes, years, brackets."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.families.table_plans import agencies
from tests.forge.sheets import Object, Sheet, noisy
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    SECTIONS,
    SHARES,
    due,
    heading,
    number,
    printed,
)

Values = list[tuple[str, Object, str | None, Object | None]]


def _level(comparator: str, value: float, unit: str | None = "%", **more: object) -> Object:
    return {"kind": "level", "comparator": comparator, "value": value, "unit": unit, **more}


def _share(random: Random, low: int = 40, high: int = 98) -> tuple[str, float]:
    value = number(low, high, random)
    return printed(value, random), value


def levels(random: Random) -> tuple[str, Values]:
    """Several values for several levels."""
    groups = random.choice((["cấp tỉnh", "cấp huyện", "cấp xã"], ["cấp sở", "cấp huyện", "cấp xã"],
                            ["cấp huyện", "cấp xã"], ["khu vực thành thị", "khu vực nông thôn"],
                            ["bậc tiểu học", "bậc trung học cơ sở"]))  # fmt: skip
    shares = [_share(random) for _ in groups]
    form = random.randrange(5)
    sign, comparator = random.choice(
        (("≥ ", "ge"), ("trên ", "gt"), ("tối thiểu ", "ge"), ("", "eq"))
    )
    pairs = list(zip(groups, shares, strict=True))
    if form == 0:
        words = "; ".join(f"{g}: {sign}{n}%" for g, (n, _) in pairs)
    elif form == 1:
        words = ", ".join(f"{sign}{n}% {g}" for g, (n, _) in pairs)
    elif form == 2:
        words = ", ".join(f"{n}% {g}" for g, (n, _) in pairs)
        first, comparator = random.choice((("Tối thiểu ", "ge"), ("Trên ", "gt"), ("", "eq")))
        words = first + words
    elif form == 3:
        words = " ¶ ".join(f"- {g[0].upper()}{g[1:]}: {sign}{n}%" for g, (n, _) in pairs)
    else:
        words = "; ".join(f"{g} đạt {sign}{n}%" for g, (n, _) in pairs)
    words = words[0].upper() + words[1:]
    return words, [(f"{n}%", _level(comparator, v), g, None) for g, (n, v) in pairs]


def ranges(random: Random, year: int) -> tuple[str, Values]:
    low = random.randint(20, 80)
    high = low + random.randint(1, 9)
    dash = random.choice(("-", " - ", "–", " – "))
    words = random.choice(
        (
            f"Từ {low}% đến {high}%",
            f"{low}{dash}{high}%",
            f"{low}%{dash}{high}%",
            f"Đạt {low}{dash}{high}%",
            f"Từ {low}{dash}{high}%",
        )
    )
    return words, [(words, {"kind": "range", "value": low, "max": high, "unit": "%"}, None, None)]


def changes(random: Random, year: int) -> tuple[str, Values]:
    value = random.choice((0.5, 1, 1.5, 2, 3, 5, 10))
    amount = printed(value, random)
    kind = random.randrange(7)
    change: Object = {"kind": "change", "direction": "decrease", "value": value, "unit": "%"}
    base = {"baseline": {"year": year - 1}}
    if kind == 0:
        words, threshold = (
            f"Giảm ít nhất {amount}% so với năm {year - 1}",
            change | {"comparator": "ge"} | base,
        )
    elif kind == 1:
        words, threshold = (
            f"Giảm {amount}% so với năm {year - 1}",
            change | {"comparator": "eq"} | base,
        )
    elif kind == 2:
        words = f"Tăng tối thiểu {amount}% so với năm {year - 1}"
        threshold = change | {"comparator": "ge", "direction": "increase"} | base
    elif kind == 3:
        words = f"Tăng trên {amount}%"
        threshold = change | {"comparator": "gt", "direction": "increase"}
    elif kind == 4:
        high = value + 2
        words = f"Giảm {amount} - {printed(high, random)}%"
        threshold = change | {"max": high}
    elif kind == 5:
        old, new = random.randint(41, 60), random.randint(20, 40)
        words = f"Giảm từ {old}% xuống {random.choice(('còn ', ''))}{new}%"
        threshold = _level("eq", new, baseline={"value": old})
    else:
        old, new = random.randint(20, 40), random.randint(41, 60)
        words = f"Tăng từ {old}% lên {new}%"
        threshold = _level("eq", new, baseline={"value": old})
    return words, [(words, threshold, None, None)]


def dated(random: Random, year: int) -> tuple[str, Values]:
    """Each value with its year."""
    (a, x), (b, y) = _share(random), _share(random)
    first = {"kind": "fixed", "start": f"{year}-01-01", "end": f"{year}-12-31"}
    second = {"kind": "fixed", "start": f"{year + 1}-01-01", "end": f"{year + 1}-12-31"}
    if random.random() < 0.5:
        words = f"Năm {year}: {a}%; năm {year + 1}: {b}%"
        return words, [
            (f"{a}%", _level("eq", x), None, first),
            (f"{b}%", _level("eq", y), None, second),
        ]
    first = {"kind": "fixed", "end": f"{year + 1}-12-31"}
    second = {"kind": "fixed", "end": f"{year + 4}-12-31"}
    words = f"Đến năm {year + 1} đạt {a}%, đến năm {year + 4} đạt {b}%"
    return words, [
        (f"{a}%", _level("eq", x), None, first),
        (f"{b}%", _level("eq", y), None, second),
    ]


def brackets(random: Random, year: int) -> tuple[str, Values]:
    """A value with a bracket that says the same again, or tells of the result."""
    amount, value = _share(random)
    count = random.randint(8, 30)
    kind = random.randrange(4)
    if kind == 0:
        return f"100% ({count}/{count} xã)", [("100%", _level("eq", 100), None, None)]
    if kind == 1:
        words = f"≥ {amount}% (năm {year - 1}: {random.randint(20, 39)}%)"
        return words, [(f"{amount}%", _level("ge", value), None, None)]
    if kind == 2:
        words = f"Trên {amount}% (tương đương {count * 20} hộ)"
        return words, [(f"{amount}%", _level("gt", value), None, None)]
    words = f"{amount}% (trừ hồ sơ liên thông)"
    return words, [(f"{amount}%", _level("eq", value), None, None)]


def often(random: Random, year: int) -> tuple[str, Values]:
    """How often, and for each."""
    count = random.randint(1, 6)
    amount = f"{count:02}"
    period, iso = random.choice((("năm", "P1Y"), ("quý", "P3M"), ("tháng", "P1M")))
    unit = random.choice(("lần", "cuộc", "tin, bài", "buổi"))
    sign, comparator = random.choice((("Ít nhất ", "ge"), ("Tối thiểu ", "ge"), ("", "eq")))
    if random.random() < 0.6:
        words = f"{sign}{amount} {unit}/{period}"
        return words, [(words, _level(comparator, count, unit, per=iso), None, None)]
    words = f"Mỗi {random.choice(('xã', 'đơn vị', 'thôn'))} {sign.lower()}{amount} mô hình"
    return words, [(words, _level(comparator, count, "mô hình", each=True), None, None)]


def values(random: Random) -> tuple[Decree, Object]:
    """A chỉ tiêu column whose cells hold lists, ranges, changes, years and brackets."""
    year = year_of(random)
    keys = ["ordinal", "content", "value"]
    keys += random.choice((["implement"], ["monitor", "implement"], []))
    with_due = random.random() < 0.3
    keys += ["due"] if with_due else []
    named = {key: heading(key, random, year) for key in keys}
    named["content"] = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Nhiệm vụ"))
    sheet = Sheet([(key, named[key]) for key in keys])
    if random.random() < 0.3:
        sheet.section(f"I. {random.choice(SECTIONS).upper()}")
    makers = [lambda r, y: levels(r), ranges, changes, brackets, often]
    if not with_due:
        makers.append(dated)
    for count in range(1, random.randint(5, 11)):
        words, found = random.choice(makers)(random, year)
        content = random.choice(SHARES).name
        if "tỷ lệ" in content.lower() and " mô hình" in words:
            content = "Xây dựng mô hình điểm"
        if "/" in words and "xã" not in words:
            content = random.choice(("Tuyên truyền trên hệ thống truyền thanh", "Kiểm tra định kỳ"))
        cells = {"ordinal": str(count), "content": noisy(content, random), "value": words}
        by: list[Object] = []
        for key in ("monitor", "implement"):
            if key in keys:
                cells[key], names = agencies(random, key)
                by += names
        when: Object | None = None
        if with_due:
            cells["due"], when = due(random, year)
        sheet.row(**cells)
        for quote, threshold, group, own in found:
            sheet.label(
                quote,
                threshold,
                content=content,
                ordinal=str(count),
                agencies=by,
                due=own or when,
                applies_to=group,
            )
    return decree_of(random, year, [sheet], text_form(random, items=True))
