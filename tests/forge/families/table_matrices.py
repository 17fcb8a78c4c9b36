"""Matrices: bodies down and indicators across, and the reverse; totals, unit rows, blanks."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.sheets import TASK, Object, Sheet
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    COMMUNES,
    COUNTS,
    INDICATORS,
    LESS_SHARES,
    SHARES,
    Indicator,
    agency,
    heading,
    level,
    number,
    printed,
)

NOTHING = ("", "-", "–", "Không quy định", "")
TOTALS = ("Tổng cộng", "Toàn huyện", "Tổng số", "Cộng")


def filled(indicator: Indicator, random: Random, unit: bool) -> tuple[str, Object | None]:
    """A cell of a matrix and its threshold; None where it says nothing."""
    chance = random.random()
    if chance < 0.08:
        return random.choice(NOTHING), None
    if chance < 0.12:
        return "Đạt", TASK
    if chance < 0.6:
        value = number(indicator.low, indicator.high, random, indicator.unit)
        words = printed(value, random) + ("" if unit else "%" if indicator.unit == "%" else "")
        threshold = {"kind": "level", "comparator": "eq", "value": value, "unit": indicator.unit}
        if not unit and indicator.unit != "%":
            words += f" {indicator.unit}"
        return words, threshold
    return indicator.value(random, bare=unit)


BODY_HEADINGS = (
    *("Xã, thị trấn", "Tên xã, thị trấn", "Đơn vị", "Tên đơn vị", "UBND các xã", "Địa phương"),
    *("Xã, phường, thị trấn", "Đơn vị thực hiện", "Tên xã", "Đơn vị được giao", "Xã/phường"),
    *("Tên đơn vị hành chính", "Các xã, thị trấn", "Đơn vị hành chính cấp xã", "Địa bàn"),
)


def bodies_down(random: Random) -> tuple[Decree, Object]:
    """Rows are communes; each column is an indicator with its unit."""
    year = year_of(random)
    indicators = random.sample([*SHARES, *COUNTS, *LESS_SHARES], random.randint(2, 5))
    keys = ["ordinal", "body", *(f"value:{i}" for i in range(len(indicators)))]
    if random.random() < 0.2:
        keys.append("note")
    sheet = Sheet([(key, "") for key in keys])
    ordinal, body = heading("ordinal", random, year), random.choice(BODY_HEADINGS)
    headings = [f"{one.name} ({one.unit})" for one in indicators]
    notes = ["Ghi chú"] if "note" in keys else []
    style = random.choice(("one", "one", "group", "sector", "units"))
    if style == "group":
        top = random.choice((f"Chỉ tiêu năm {year}", "Chỉ tiêu giao", f"Kế hoạch năm {year}"))
        sheet.head = [
            [ordinal, body, top, *["<"] * (len(indicators) - 1), *notes],
            ["^", "^", *headings, *["^" for _ in notes]],
        ]
    elif style == "sector" and len(indicators) > 2:
        sheet.head = [
            [ordinal, body, "Y tế", "<", *(["Kinh tế", *["<"] * (len(indicators) - 3)]), *notes],
            ["^", "^", *headings, *["^" for _ in notes]],
        ]
    elif style == "units":
        sheet.head = [
            [ordinal, body, *(one.name for one in indicators), *notes],
            ["^", "^", *(one.unit for one in indicators), *["^" for _ in notes]],
        ]
    else:
        sheet.head = [[ordinal, body, *headings, *notes]]
    total = random.random()
    if total < 0.2:
        _body_row(sheet, indicators, "", random.choice(TOTALS), random, None)
    for count, name in enumerate(random.sample(COMMUNES, random.randint(4, 9)), 1):
        _body_row(sheet, indicators, str(count), name, random, name)
    if total > 0.8:
        _body_row(sheet, indicators, "", random.choice(TOTALS), random, None)
    html = style in ("group", "sector", "units")
    return decree_of(random, year, [sheet], text_form(random, html=html))


def _body_row(
    sheet: Sheet,
    indicators: list[Indicator],
    ordinal: str,
    name: str,
    random: Random,
    body: str | None,
) -> None:
    cells = {"ordinal": ordinal, "body": name if body else f"**{name}**"}
    for index, indicator in enumerate(indicators):
        words, threshold = filled(indicator, random, unit=True)
        if words in NOTHING and index == 0:
            words, threshold = indicator.value(random, bare=True)
        cells[f"value:{index}"] = words
        if threshold is not None:
            sheet.label(
                words,
                threshold,
                content=indicator.name,
                ordinal=ordinal or None,
                agencies=[agency("implement", body)] if body else [],
            )
    sheet.row(**cells)


def bodies_across(random: Random) -> tuple[Decree, Object]:
    """Rows are indicators; each column is a commune, a department or their sum."""
    year = year_of(random)
    style = random.choice(("full", "full", "bare"))
    names = random.sample(COMMUNES, random.randint(3, 6))
    if style == "bare":
        names = random.sample(
            ["Tân Thành", "Hòa Thuận", "Suối Đá", "Gò Mây", "Bến Lau", "Đồng Cỏ"],
            random.randint(3, 5),
        )
    total = random.choice((None, None, "Toàn huyện", "Tổng cộng"))
    with_unit = random.random() < 0.6
    columns = ["ordinal", "content", *(["unit"] if with_unit else [])]
    columns += ["value:all"] if total else []
    columns += [f"value:{i}" for i in range(len(names))]
    sheet = Sheet([(key, "") for key in columns])
    ordinal = heading("ordinal", random, year)
    content = random.choice(("Chỉ tiêu", "Nội dung", "Tên chỉ tiêu", "Nội dung chỉ tiêu"))
    unit = [random.choice(("ĐVT", "Đơn vị tính"))] if with_unit else []
    top = random.random() < 0.5
    sums = [total] if total else []
    if top:
        over = random.choice(
            ("Trong đó", "Giao cho các xã, thị trấn", "Chia ra", f"Kế hoạch năm {year}")
        )
        sheet.head = [
            [ordinal, content, *unit, *sums, over, *["<"] * (len(names) - 1)],
            ["^", "^", *["^" for _ in unit], *["^" for _ in sums], *names],
        ]
    else:
        sheet.head = [[ordinal, content, *unit, *sums, *names]]
    for count, indicator in enumerate(random.sample(INDICATORS, random.randint(3, 7)), 1):
        written = indicator.name
        if not with_unit and random.random() < 0.5:
            written += f" ({indicator.unit})"
        bare = with_unit or written != indicator.name
        cells = {"ordinal": str(count), "content": written, "unit": indicator.unit}
        labels: list[tuple[str, Object, str | None]] = []
        if total:
            words, threshold = indicator.value(random, bare=bare)
            cells["value:all"] = words
            labels.append((words, threshold, None))
        for index, name in enumerate(names):
            words, read = filled(indicator, random, unit=bare)
            cells[f"value:{index}"] = words
            if read is not None:
                labels.append((words, read, name))
        sheet.row(**cells)
        for words, threshold, name in labels:
            sheet.label(
                words,
                threshold,
                content=written,
                ordinal=str(count),
                agencies=[agency("implement", name)] if name else [],
            )
    return decree_of(random, year, [sheet], text_form(random, html=top))


def groups_across(random: Random) -> tuple[Decree, Object]:
    """Columns are groups of communes or levels under one heading, with a column of units."""
    year = year_of(random)
    groups = random.choice(
        (
            ["Xã nhóm 1", "Xã nhóm 2", "Xã nhóm 3"],
            ["Vùng đồng bằng", "Vùng miền núi"],
            ["Khu vực I", "Khu vực II", "Khu vực III"],
            ["Cấp huyện", "Cấp xã"],
            ["Miền núi", "Đồng bằng", "Đô thị"],
        )
    )
    keys = ["ordinal", "content", "unit", *(f"value:{i}" for i in range(len(groups)))]
    sheet = Sheet([(key, "") for key in keys])
    top = random.choice((f"Chỉ tiêu năm {year}", "Mức đạt chuẩn", "Mức yêu cầu", "Chỉ tiêu"))
    content = random.choice(("Nội dung", "Nội dung tiêu chí", "Tên tiêu chí", "Nội dung chỉ tiêu"))
    unit = random.choice(("ĐVT", "Đơn vị tính"))
    sheet.head = [
        [heading("ordinal", random, year), content, unit, top, *["<"] * (len(groups) - 1)],
        ["^", "^", "^", *groups],
    ]
    for count, indicator in enumerate(random.sample(INDICATORS, random.randint(3, 8)), 1):
        cells = {"ordinal": str(count), "content": indicator.name, "unit": indicator.unit}
        labels: list[tuple[str, Object, str | None]] = []
        if random.random() < 0.2:
            words, threshold = level(
                indicator.low, indicator.high, indicator.unit, random, indicator.less, bare=True
            )
            cells["value:0"] = words
            cells |= {f"value:{i}": "<" for i in range(1, len(groups))}
            labels.append((words, threshold, None))
        else:
            for index, group in enumerate(groups):
                words, read = filled(indicator, random, unit=True)
                cells[f"value:{index}"] = words
                if read is not None:
                    labels.append((words, read, group))
        sheet.row(**cells)
        for words, threshold, group in labels:
            sheet.label(
                words,
                threshold,
                content=indicator.name,
                ordinal=str(count),
                agencies=[agency("implement", group)] if group else [],
                applies_to=group,
            )
    return decree_of(random, year, [sheet], text_form(random, html=True))
