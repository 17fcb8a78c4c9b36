"""When something is due: the text of a time cell and what it means."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.forge.wordlist import listed

ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class When:
    """``expected`` as in a label; null where the cell says nothing."""

    text: str
    expected: dict[str, Any] | None


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def day(random: Random, when: date) -> str:
    """A date with its year, in the ways officials write it."""
    forms = (
        f"{when.day:02}/{when.month:02}/{when.year}",
        f"{when.day:02}/{when.month}/{when.year}",
        f"{when.day}/{when.month}/{when.year}",
        f"{when.day:02} tháng {when.month:02} năm {when.year}",
        f"{when.day:02}-{when.month:02}-{when.year}",
    )
    return random.choice(forms)


def _before(random: Random, year: int) -> When:
    when = date(year, random.randint(2, 12), random.randint(1, 28))
    text = day(random, when)
    if random.random() < 0.25:
        text = f"{when.day:02}/{when.month}"  # the year is the document's
    way = random.choice(("Trước ngày", "Trước", "Hoàn thành trước ngày", "Xong trước ngày"))
    end = when - timedelta(days=1)
    return When(f"{way} {text}", {"kind": "fixed", "end": end.isoformat()})


def _by(random: Random, year: int) -> When:
    when = date(year, random.randint(2, 12), random.randint(1, 28))
    way = random.choice(
        ("Chậm nhất ngày", "Đến ngày", "Hết ngày", "Ngày", "Chậm nhất là ngày", "Muộn nhất ngày")
    )
    return When(f"{way} {day(random, when)}", {"kind": "fixed", "end": when.isoformat()})


def _bare_day(random: Random, year: int) -> When:
    when = date(year, random.randint(2, 12), random.randint(1, 28))
    text = random.choice((f"{when:%d/%m/%Y}", f"{when.day}/{when.month}/{when.year}"))
    return When(text, {"kind": "fixed", "end": when.isoformat()})


def _quarter(random: Random, year: int) -> When:
    quarter = random.randint(1, 4)
    start, end = date(year, 3 * quarter - 2, 1), last_day(year, 3 * quarter)
    name = random.choice((ROMAN[quarter - 1], ROMAN[quarter - 1], str(quarter)))
    form = random.choice((f"Quý {name}/{year}", f"Quý {name} năm {year}", f"Quý {name}"))
    lead = random.choice(("", "", "", "Trong ", "Hoàn thành trong ", "Hết ", "Trước "))
    if lead:
        form = form.replace("Quý", "quý")
    bounds = {"start": start.isoformat(), "end": end.isoformat()}
    if lead == "Hết ":
        bounds.pop("start")
    if lead == "Trước ":
        if quarter == 1:
            return _quarter(random, year)
        bounds = {"end": (start - timedelta(days=1)).isoformat()}
    return When(lead + form, {"kind": "fixed", **bounds})


def _month(random: Random, year: int) -> When:
    month = random.randint(1, 12)
    start, end = date(year, month, 1), last_day(year, month)
    form = random.choice(
        (f"tháng {month}/{year}", f"tháng {month:02}/{year}", f"tháng {month} năm {year}",
         f"tháng {month}")
    )  # fmt: skip
    lead = random.choice(("", "", "Trong ", "Hoàn thành trong ", "Hết ", "Trước ", "Đến hết "))
    bounds = {"start": start.isoformat(), "end": end.isoformat()}
    if lead in ("Hết ", "Đến hết "):
        bounds.pop("start")
    if lead == "Trước ":
        if month == 1:
            return _month(random, year)
        bounds = {"end": (start - timedelta(days=1)).isoformat()}
    text = lead + form
    return When(text[0].upper() + text[1:], {"kind": "fixed", **bounds})


def _year(random: Random, year: int) -> When:
    other = year + random.randint(0, 5)
    way = random.choice(("Năm", "Trong năm", "Đến năm", "Trước năm", "Từ năm", "Hết năm"))
    bounds: dict[str, str] = {"end": f"{other}-12-31"}
    if way in ("Năm", "Trong năm"):
        bounds = {"start": f"{other}-01-01", "end": f"{other}-12-31"}
    elif way == "Trước năm":
        bounds = {"end": f"{other - 1}-12-31"}
    elif way == "Từ năm":
        return When(f"Từ năm {other} trở đi", {"kind": "fixed", "start": f"{other}-01-01"})
    return When(f"{way} {other}", {"kind": "fixed", **bounds})


def _span(random: Random, year: int) -> When:
    first = random.randint(1, 8)
    last = random.randint(first + 1, 12)
    dash = random.choice((" - ", "-", " – "))
    text, start, end = random.choice(
        (
            (
                f"Từ tháng {first} đến tháng {last}/{year}",
                date(year, first, 1),
                last_day(year, last),
            ),
            (f"Tháng {first}{dash}{last}/{year}", date(year, first, 1), last_day(year, last)),
            (f"{year}{dash}{year + 3}", date(year, 1, 1), date(year + 3, 12, 31)),
            (f"Giai đoạn {year}{dash}{year + 5}", date(year, 1, 1), date(year + 5, 12, 31)),
            (f"Quý II, III/{year}", date(year, 4, 1), date(year, 9, 30)),
            (f"6 tháng đầu năm {year}", date(year, 1, 1), date(year, 6, 30)),
            (f"6 tháng cuối năm {year}", date(year, 7, 1), date(year, 12, 31)),
        )
    )
    return When(text, {"kind": "fixed", "start": start.isoformat(), "end": end.isoformat()})


_RECURRING = (
    *(("Hàng quý", "P3M"), ("Hằng quý", "P3M"), ("Hàng tháng", "P1M"), ("Hằng năm", "P1Y")),
    *(("Định kỳ hàng quý", "P3M"), ("Định kỳ 6 tháng", "P6M"), ("Hàng tuần", "P1W")),
    *(("Hàng quý, 06 tháng, năm", "P3M P6M P1Y"), ("06 tháng, năm", "P6M P1Y")),
    *(("Định kỳ hàng tháng, quý", "P1M P3M"), ("Mỗi quý một lần", "P3M"), ("Hàng năm", "P1Y")),
    *(("Định kỳ 6 tháng, hằng năm", "P6M P1Y"), ("Trước ngày 25 hàng tháng", "P1M")),
)
_ONGOING = (
    "Thường xuyên",
    "Thường xuyên trong năm",
    "Thường xuyên, liên tục",
    "Nhiệm vụ thường xuyên",
)
_CONDITIONAL = listed(
    """Theo kế hoạch | Theo tiến độ được giao | Khi có yêu cầu | Theo quy định
    | Theo hướng dẫn của cấp trên | Khi có phát sinh | Sau khi có văn bản của tỉnh
    | Đột xuất"""
)


def due(random: Random, year: int) -> When:
    """A time cell of a document of ``year``."""
    way = random.random()
    if way < 0.62:
        kinds = (_before, _by, _bare_day, _quarter, _quarter, _month, _month, _year, _span)
        return random.choice(kinds)(random, year)
    if way < 0.74:
        text, every = random.choice(_RECURRING)
        return When(text, {"kind": "recurring", "every": every.split()})
    if way < 0.88:
        return When(random.choice(_ONGOING), {"kind": "ongoing"})
    return When(random.choice(_CONDITIONAL), {"kind": "conditional"})
