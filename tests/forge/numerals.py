"""Numbers as Vietnamese officials print them: 0,7; 12.500; 03; 1,5 (triệu); mười."""

from __future__ import annotations

from random import Random

WORDS = {
    1: "một",
    2: "hai",
    3: "ba",
    4: "bốn",
    5: "năm",
    6: "sáu",
    7: "bảy",
    8: "tám",
    9: "chín",
    10: "mười",
    12: "mười hai",
    15: "mười lăm",
    20: "hai mươi",
    30: "ba mươi",
}


def printed(value: float) -> str:
    """The value with a decimal comma and points between thousands: 12500.5 → ``12.500,5``."""
    whole, _, decimals = f"{value:.4f}".rstrip("0").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped


def count(random: Random, value: float) -> str:
    """A counted number: below ten mostly with a leading zero (03)."""
    if value == int(value) and 0 < value < 10 and random.random() < 0.7:
        return f"0{int(value)}"
    return printed(value)


def drawn(random: Random, low: float, high: float, decimals: int = 0) -> float:
    """A value between the bounds, rounded as plans round: mostly to whole numbers or fives."""
    value: float = random.uniform(low, high)
    if decimals and random.random() < 0.4:
        value = float(round(value, decimals))
        return int(value) if value == int(value) else value
    if value >= 1000:
        step = 10 ** (len(str(int(value))) - 2)
        return max(int(value / step) * step, 1)
    if value >= 40 and random.random() < 0.5:
        return int(min(high, max(low, round(value / 5) * 5)))
    return max(int(low), 1, round(value))
