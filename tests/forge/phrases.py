"""Threshold phrases printed from drawn thresholds, by a printer that knows nothing of the parser.

The wordings are those of officials: some stand in ``extract/vocabulary``, some do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.forge import numerals
from tests.forge.dates import When, due
from tests.forge.numerals import printed
from tests.forge.parties import Agencies, agencies, agency, place
from tests.forge.subjects import Indicator, falling_share, indicator, share
from tests.forge.wordlist import listed

__all__ = [
    "Agencies",
    "Indicator",
    "Phrase",
    "When",
    "agencies",
    "agency",
    "due",
    "falling_share",
    "groups",
    "indicator",
    "ordinals",
    "phrase",
    "place",
    "printed",
    "rank",
    "share",
    "task",
]


@dataclass(frozen=True)
class Phrase:
    """A text and the threshold that it says, as in a label (keys without a value left out).
    ``applies_to``: the group that it holds for; ``due``: when, where the phrase says it itself."""

    text: str
    threshold: dict[str, Any]
    applies_to: str | None = None
    due: dict[str, Any] | None = None


# "{}" is the number with its unit.
WORDINGS: dict[str, tuple[str, ...]] = {
    "ge": listed(
        """tối thiểu {} | ít nhất {} | từ {} trở lên | {} trở lên | đạt từ {} trở lên
        | phấn đấu đạt từ {} trở lên | đạt tối thiểu {} | không dưới {} | không thấp hơn {}
        | không ít hơn {} | ≥ {} | ≥{} | >= {} | >={} | đạt ít nhất {} | tối thiểu đạt {}
        | tối thiểu là {} | phấn đấu tối thiểu {} | bảo đảm tối thiểu {} | đảm bảo từ {} trở lên
        | phấn đấu đạt {} trở lên | đạt {} trở lên | tối thiểu phải đạt {} | từ {}
        | bằng hoặc cao hơn {} | lớn hơn hoặc bằng {} | đạt không dưới {} | ít nhất đạt {}
        | phấn đấu không dưới {} | đạt tỷ lệ tối thiểu {} | duy trì tối thiểu {} | đạt ≥ {}
        | đạt tỷ lệ từ {} trở lên | phải đạt tối thiểu {} | thấp nhất {} | đạt mức tối thiểu {}
        | ở mức tối thiểu {} | duy trì từ {} trở lên | giữ mức từ {} trở lên
        | hoàn thành ít nhất {} | cao hơn hoặc bằng {} | bằng hoặc trên {} | không kém hơn {}
        | {} (tối thiểu) | không thấp hơn mức {} | ít nhất là {} | cần đạt tối thiểu {}
        | yêu cầu tối thiểu {} | đạt thấp nhất {} | phải từ {} trở lên | không dưới mức {}
        | trên hoặc bằng {} | phấn đấu hoàn thành tối thiểu {} | nâng lên tối thiểu {}"""
    ),
    "gt": listed(
        """trên {} | hơn {} | đạt trên {} | > {} | >{} | cao hơn {} | phấn đấu đạt trên {}
        | đạt hơn {} | phấn đấu trên {} | đảm bảo trên {} | duy trì trên {} | đạt tỷ lệ trên {}
        | lớn hơn {} | đạt > {} | vượt {} | phấn đấu vượt {} | cao hơn mức {} | trên mức {}
        | nâng lên trên {} | tăng lên trên {} | vượt mức {} | đạt cao hơn {}"""
    ),
    "le": listed(
        """tối đa {} | không quá {} | không vượt quá {} | ≤ {} | ≤{} | <= {} | không trên {}
        | từ {} trở xuống | không cao hơn {} | nhiều nhất {} | tối đa không quá {}
        | duy trì không quá {} | ở mức không quá {} | không lớn hơn {} | tối đa là {}
        | nhỏ hơn hoặc bằng {} | giảm còn không quá {} | {} trở xuống | khống chế không quá {}
        | từ {} trở lại | thấp hơn hoặc bằng {} | bằng hoặc thấp hơn {} | không quá mức {}
        | không được vượt quá {} | còn từ {} trở xuống | giữ ở mức không quá {} | mức tối đa {}
        | giảm xuống còn không quá {} | chỉ còn tối đa {} | không để vượt quá {}"""
    ),
    "lt": listed(
        """dưới {} | < {} | <{} | nhỏ hơn {} | thấp hơn {} | giảm còn dưới {}
        | giảm xuống dưới {} | còn dưới {} | xuống dưới {} | duy trì dưới {} | ở mức dưới {}
        | dưới mức {} | khống chế ở mức dưới {} | phấn đấu dưới {} | kéo giảm xuống dưới {}
        | thấp hơn mức {} | đưa về dưới {} | giữ dưới {} | hạ xuống dưới {}"""
    ),
    "eq": listed(
        """{} | {} | {} | đạt {} | đạt tỷ lệ {} | là {} | bằng {} | phấn đấu đạt {}
        | phấn đấu {} | đạt được {} | duy trì {} | duy trì ở mức {} | hoàn thành {}
        | bảo đảm {} | phải đạt {} | khoảng {} | đạt khoảng {} | đạt mức {} | giữ vững {}
        | giữ ổn định {} | nâng lên {} | tăng lên {} | bình quân đạt {} | đạt bình quân {}
        | tiếp tục duy trì {} | bảo đảm đạt {} | hoàn thành đạt {} | tương đương {}"""
    ),
}
_FALLEN = listed("{} | còn {} | giảm còn {} | giảm xuống còn {} | đạt {} | khoảng {}")
RANGES = listed(
    """từ {a} đến {b} | {a} - {b} | {a}-{b} | {a} – {b} | từ {a} - {b} | đạt từ {a} đến {b}
    | đạt {a} - {b} | khoảng {a} - {b} | phấn đấu đạt {a} - {b} | {a} đến {b}
    | phấn đấu từ {a} đến {b} | trong khoảng {a} - {b} | từ {a} tới {b} | đạt khoảng {a} – {b}
    | dao động từ {a} - {b} | nằm trong khoảng {a} - {b} | ở mức {a} - {b} | {a} ÷ {b}
    | duy trì {a} - {b} | nâng lên {a} - {b}"""
)
CHANGES: dict[str, tuple[str, ...]] = {
    "ge": listed(
        """{verb} ít nhất {} | {verb} tối thiểu {} | {verb} từ {} trở lên
        | phấn đấu {verb} ít nhất {} | {verb} không dưới {} | {verb} {} trở lên"""
    ),
    "gt": listed("{verb} trên {} | phấn đấu {verb} trên {} | {verb} hơn {}"),
    "eq": listed("{verb} {} | {verb} thêm {} | phấn đấu {verb} {} | {verb} bình quân {}"),
}
_REACHED = listed(
    """(năm {year}: {}) | (năm {year} đạt {}) | (thực hiện năm {year}: {}) | (hiện nay {})
    | (năm {year} là {}) | (kết quả năm {year}: {})"""
)
_RISEN = listed(
    """từ {a} hiện nay lên {b} | từ {a} nâng lên {b} | nâng từ {a} lên mức {b}
    | tăng từ {a} lên {b} | nâng từ {a} lên {b} | từ {a} lên {b}
    | tăng từ {a} năm {year} lên {b}"""
)
_SUNK = listed(
    """từ {a} hiện nay xuống {b} | giảm từ {a} về {b} | từ {a} giảm còn {b}
    | giảm từ {a} xuống còn {b} | từ {a} xuống còn {b} | giảm từ {a} xuống {b}
    | từ {a} xuống {b} | giảm từ {a} năm {year} xuống còn {b}"""
)
_CHANGED_BETWEEN = listed("{verb} {a} - {b} | {verb} từ {a} - {b} | {verb} từ {a} đến {b}")


#: The kinds of phrase, as often as they occur.
KINDS = (
    *("level",) * 9,
    "range",
    "range",
    "change",
    "change",
    "reached",
    "from_to",
    "rate",
    "each",
)


def phrase(
    random: Random,
    measured: Indicator | None = None,
    *,
    unit: bool = True,
    kinds: tuple[str, ...] = KINDS,
    plain: bool = False,
    year: int | None = None,
) -> Phrase:
    """A threshold for ``measured``. With ``unit`` the phrase names the unit; without, a column or
    heading does. ``plain``: without capitals, brackets and stray marks, for use inside a sentence.
    ``year`` is the document's, for baselines."""
    measured = measured or indicator(random)
    kind = random.choice(kinds)
    counted = unit and not measured.falls and measured.unit in _COUNTED
    if kind == "range":
        made = _range(random, measured, unit)
    elif kind == "change" and measured.unit not in ("điểm", "tuổi"):
        made = _change(random, measured, unit, year)
    elif kind == "reached" and year and unit:
        made = _reached(random, measured, year)
    elif kind == "from_to" and year:
        made = _from_to(random, measured, unit, year)
    elif kind == "rate" and counted:
        made = _rate(random, measured)
    elif kind == "each" and counted:
        made = _each(random, measured)
    else:
        made = _level(random, measured, unit)
    return made if plain else replace(made, text=_dressed(random, made.text))


def _reached(random: Random, measured: Indicator, year: int) -> Phrase:
    """A level with what was reached before in a bracket."""
    goal = _level(random, measured, True)
    before = _number(random, _value(random, measured), measured, True)
    wording = random.choice(_REACHED)
    value = _parsed(before.split()[0].rstrip("%‰"))
    baseline: dict[str, Any] = {"value": value}
    if "{year}" in wording:
        baseline["year"] = year - 1
    text = f"{goal.text} {wording.format(before, year=year - 1)}"
    return Phrase(text, {**goal.threshold, "baseline": baseline})


def _from_to(random: Random, measured: Indicator, unit: bool, year: int) -> Phrase:
    low, high = sorted((_value(random, measured), _value(random, measured)))
    if low == high:
        return _level(random, measured, unit)
    before, after = (high, low) if measured.falls else (low, high)
    wording = random.choice(_SUNK if measured.falls else _RISEN)
    first = _number(random, before, measured, unit and measured.unit in ("%", "‰"))
    baseline: dict[str, Any] = {"value": before}
    if "{year}" in wording:
        baseline["year"] = year - 1
    text = wording.format(a=first, b=_number(random, after, measured, unit), year=year - 1)
    threshold = {"kind": "level", "comparator": "eq", "value": after, "unit": measured.unit}
    return Phrase(text, {**threshold, "baseline": baseline})


_COUNTED = listed(
    "lớp | mô hình | sáng kiến | cuộc | hội nghị | tin, bài | buổi | câu lạc bộ | vườn"
)
_PERIODS = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M"}


def _counted_level(random: Random, measured: Indicator) -> tuple[str, dict[str, Any]]:
    value = random.randint(1, 12)
    comparator = random.choice(("ge", "ge", "eq", "eq", "le"))
    lead = {"ge": ("ít nhất ", "tối thiểu "), "eq": ("", ""), "le": ("không quá ", "tối đa ")}
    text = f"{random.choice(lead[comparator])}{numerals.count(random, value)} {measured.unit}"
    threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": measured.unit}
    return text, threshold


def _rate(random: Random, measured: Indicator) -> Phrase:
    text, threshold = _counted_level(random, measured)
    period, per = random.choice(list(_PERIODS.items()))
    form = random.choice((f"{text}/{period}", f"{text}/{period}", f"mỗi {period} {text}",
                          f"{text}/01 {period}" if period != "quý" else f"{text}/quý",
                          f"{text} mỗi {period}"))  # fmt: skip
    return Phrase(form, {**threshold, "per": per})


def _each(random: Random, measured: Indicator) -> Phrase:
    text, threshold = _counted_level(random, measured)
    who = random.choice(listed("xã | đơn vị | trường | thôn | cơ quan | huyện | xã, thị trấn"))
    form = random.choice((f"mỗi {who} {text}", f"mỗi {who} có {text}", f"Mỗi {who}: {text}"))
    return Phrase(form, {**threshold, "each": True})


_GROUPS = (
    listed("cấp tỉnh | cấp huyện | cấp xã"),
    listed("bậc tiểu học | bậc trung học cơ sở"),
    listed("khu vực đô thị | khu vực nông thôn"),
    listed("xã vùng I | xã vùng II | xã vùng III"),
)


def groups(random: Random) -> tuple[str, tuple[Phrase, ...]]:
    """Shares for several groups in one cell: its text, and what each part says."""
    names = random.choice(_GROUPS)
    values = [numerals.drawn(random, 30, 99) for _ in names]
    comparator = random.choice(("eq", "eq", "ge"))
    form = random.choice(("{v} {g}", "{g}: {v}", "{v} đối với {g}", "{g} {v}", "{g} đạt {v}"))
    lead = "tối thiểu " if comparator == "ge" else ""
    parts = []
    for name, value in zip(names, values, strict=True):
        text = form.format(g=name, v=f"{lead}{numerals.printed(value)}%")
        threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": "%"}
        parts.append(Phrase(text, threshold, applies_to=name))
    way = random.choice(("; ", "; ", ", ", "¶"))
    texts = [part.text for part in parts]
    if way == "¶":
        return "¶".join(f"- {_capital(text)}" for text in texts), tuple(parts)
    return _capital(way.join(texts)), tuple(parts)


def _level(random: Random, measured: Indicator, unit: bool) -> Phrase:
    value = _value(random, measured)
    if measured.falls:
        comparator = random.choice(("le", "le", "lt", "lt", "eq"))
    elif value == 100 and measured.unit == "%":
        comparator = "eq"
    else:
        comparator = random.choice(("ge", "ge", "ge", "gt", "eq", "eq"))
    threshold = {"kind": "level", "comparator": comparator, "value": value, "unit": measured.unit}
    wordings = WORDINGS[comparator]
    if measured.falls and comparator == "eq":
        wordings = _FALLEN
    elif measured.unit != "%":
        wordings = tuple(wording for wording in wordings if "tỷ lệ" not in wording)
    number = _number(random, value, measured, unit)
    in_words = comparator == "ge" and unit and value in numerals.WORDS and measured.unit != "%"
    if in_words and random.random() < 0.15:
        word = numerals.WORDS[int(value)]
        lead = random.choice(("ít nhất", "tối thiểu"))
        return Phrase(f"{lead} {word} {measured.unit}", threshold)
    return Phrase(random.choice(wordings).format(number), threshold)


def _range(random: Random, measured: Indicator, unit: bool) -> Phrase:
    low, high = sorted((_value(random, measured), _value(random, measured)))
    if low == high:
        return _level(random, measured, unit)
    threshold = {"kind": "range", "value": low, "max": high, "unit": measured.unit}
    end = _number(random, high, measured, unit)
    start = numerals.printed(low) if low >= 10 else numerals.count(random, low)
    if unit and measured.unit == "%" and random.random() < 0.4:
        start += "%"
    return Phrase(random.choice(RANGES).format(a=start, b=end), threshold)


def _change(random: Random, measured: Indicator, unit: bool, year: int | None) -> Phrase:
    percent = measured.unit in ("%", "‰")
    value = numerals.drawn(random, 0.3, 6, 1) if percent else _small(random, measured)
    direction = "decrease" if measured.falls else "increase"
    verb = {"decrease": "giảm", "increase": "tăng"}[direction]
    threshold: dict[str, Any] = {"kind": "change", "direction": direction}
    if random.random() < 0.2:
        top = round(value * 1.5 + 0.5, 1)
        top = int(top) if top == int(top) else top
        threshold |= {"value": value, "max": top, "unit": measured.unit}
        text = random.choice(_CHANGED_BETWEEN).format(
            verb=verb, a=numerals.printed(value), b=_number(random, top, measured, unit)
        )
    else:
        comparator = random.choice(("ge", "ge", "gt", "eq", "eq"))
        threshold |= {"comparator": comparator, "value": value, "unit": measured.unit}
        wording = random.choice(CHANGES[comparator])
        text = wording.format(_number(random, value, measured, unit), verb=verb)
    if year and unit and random.random() < 0.5:
        before = year - random.randint(1, 3)
        text += f" so với {random.choice(('năm', 'năm', 'cuối năm'))} {before}"
        threshold["baseline"] = {"year": before}
    return Phrase(text, threshold)


def rank(random: Random) -> Phrase:
    """A place among others."""
    value = random.randint(2, 20)
    number = numerals.count(random, value)
    within = random.choice(("cả nước", "toàn tỉnh", "tỉnh", "huyện", "toàn quốc"))
    unit = random.choice(("địa phương", "đơn vị", "xã", "huyện", "tỉnh"))
    wording, named = random.choice(
        (
            (f"thuộc nhóm {number} {unit} dẫn đầu {within}", True),
            (f"trong nhóm {number} {unit} dẫn đầu {within}", True),
            (f"nằm trong nhóm {number} {unit} cao nhất {within}", True),
            (f"thuộc top {value} {within}", False),
            (f"xếp thứ {value} trở lên", False),
            (f"thuộc tốp {number} {unit} đứng đầu {within}", True),
            (f"xếp hạng {value} trở lên", False),
        )
    )
    threshold: dict[str, Any] = {"kind": "rank", "comparator": "le", "value": value, "unit": None}
    if named:
        threshold |= {"unit": unit, "within": within}
    return Phrase(_dressed(random, wording), threshold)


_TASKS = listed(
    """Nhiệm vụ thường xuyên | Hoàn thành theo kế hoạch | Thực hiện theo quy định | Thường xuyên
    | Hoàn thành đúng tiến độ | Bảo đảm đúng quy định | Ban hành kế hoạch | Có báo cáo kết quả"""
)


def task(random: Random) -> Phrase:
    """A chỉ tiêu cell that measures nothing."""
    text = random.choice(_TASKS)
    always = "thường xuyên" in text.lower()
    return Phrase(text, {"kind": "task"}, due={"kind": "ongoing"} if always else None)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _parsed(shown: str) -> float:
    value = float(shown.replace(".", "").replace(",", "."))
    return int(value) if value == int(value) else value


def _value(random: Random, measured: Indicator) -> float:
    return numerals.drawn(random, measured.low, measured.high, measured.decimals)


def _small(random: Random, measured: Indicator) -> float:
    return numerals.drawn(random, max(measured.low / 10, 1), max(measured.low, 4))


def _number(random: Random, value: float, measured: Indicator, unit: bool) -> str:
    if measured.unit in ("%", "‰"):
        shown = numerals.printed(value)
        if not unit:
            return shown
        return shown + (" " if random.random() < 0.15 else "") + measured.unit
    shown = numerals.count(random, value)
    return f"{shown} {measured.unit}" if unit else shown


def _dressed(random: Random, text: str) -> str:
    """The phrase as a cell holds it: mostly a capital, sometimes stray marks."""
    if random.random() < 0.75:
        text = text[0].upper() + text[1:]
    way = random.random()
    if way < 0.03:
        return text.upper() if not any(char.isdigit() for char in text) else text + "."
    if way < 0.07:
        return text + random.choice((".", ";", " ."))
    if way < 0.10:
        return text.replace(" ", "  ", 1)
    return text


def ordinals(random: Random, count: int) -> list[str]:
    """The STT of so many rows, in one manner."""
    manner = random.choice(("{}", "{}", "{}", "{:02}", "{}."))
    return [manner.format(at) for at in range(1, count + 1)]
