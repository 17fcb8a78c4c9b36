"""Several periods as columns: results reached, plans, goals, under one or two rows of headings."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.families.table_plans import agencies, open_section
from tests.forge.sheets import Object, Sheet
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    COUNTS,
    INDICATORS,
    LESS_SHARES,
    SECTIONS,
    SHARES,
    Indicator,
    heading,
    number,
    printed,
)

REACHED = (
    *("Thực hiện năm {y}", "TH năm {y}", "Ước thực hiện năm {y}", "Ước TH {y}", "Kết quả năm {y}"),
    *(
        "Thực hiện {y}",
        "TH {y}",
        "Năm {y} (ước thực hiện)",
        "Ước thực hiện {y}",
        "Thực hiện năm trước",
    ),
    *("Kết quả thực hiện năm {y}", "Hiện trạng năm {y}", "ƯTH năm {y}", "Số thực hiện năm {y}"),
)
PLANNED = (
    *(
        "Kế hoạch năm {y}",
        "KH năm {y}",
        "Kế hoạch {y}",
        "KH {y}",
        "Chỉ tiêu năm {y}",
        "Mục tiêu năm {y}",
    ),
    *("Chỉ tiêu kế hoạch năm {y}", "Dự kiến năm {y}", "Phấn đấu năm {y}", "Năm {y}"),
)
GOALS = ("Mục tiêu đến năm {y}", "Đến năm {y}", "Mục tiêu đến {y}", "Phấn đấu đến năm {y}")


def bare(indicator: Indicator, random: Random) -> tuple[str, float]:
    value = number(indicator.low, indicator.high, random, indicator.unit)
    return printed(value, random), value


def year_due(year: int) -> Object:
    return {"kind": "fixed", "start": f"{year}-01-01", "end": f"{year}-12-31"}


def periods(random: Random) -> tuple[Decree, Object]:
    """The state before, the plan of the year, goals of later years, each a column."""
    year = year_of(random)
    before = random.random() < 0.75
    goals = random.choice(([], [2030], [2030], [year + 1, 2030]))
    goals = sorted({goal for goal in goals if goal > year})
    keys = ["ordinal", "content", "unit", *(["base"] if before else []), "value:plan"]
    keys += [f"value:{goal}" for goal in goals]
    compared = before and random.random() < 0.25
    keys += ["compare"] if compared else []
    with_body = random.random() < 0.4
    keys += ["implement"] if with_body else []
    named = {
        "ordinal": heading("ordinal", random, year),
        "content": random.choice(("Chỉ tiêu", "Chỉ tiêu chủ yếu", "Nội dung", "Tên chỉ tiêu")),
        "unit": random.choice(("ĐVT", "Đơn vị tính", "Đơn vị")),
        "base": random.choice(REACHED).format(y=year - 1),
        "value:plan": random.choice(PLANNED).format(y=year),
        "compare": random.choice(
            ("So sánh (%)", f"So sánh KH {year}/TH {year - 1} (%)", "Tăng/giảm (%)")
        ),
        "implement": heading("implement", random, year),
    }
    for goal in goals:
        words = GOALS if goal == 2030 and random.random() < 0.7 else PLANNED[:6]
        named[f"value:{goal}"] = random.choice(words).format(y=goal)
    sheet = Sheet([(key, named[key]) for key in keys])
    several = bool(goals) or before
    titles = random.sample(SECTIONS, random.choice((0, 2, 3)))
    style, count = random.randrange(3), 0
    for index in range(max(1, len(titles))):
        if titles:
            open_section(sheet, index, titles[index], random, style)
        for _ in range(random.randint(2, 6)):
            count += 1
            indicator = random.choice(INDICATORS)
            cells = {"ordinal": str(count), "content": indicator.name, "unit": indicator.unit}
            by: list[Object] = []
            if with_body:
                cells["implement"], by = agencies(random, "implement")
            base: Object = {}
            if before and random.random() < 0.9:
                cells["base"], reached = bare(indicator, random)
                if named["base"] == "Thực hiện năm trước":
                    base = {"baseline": {"value": reached}}
                else:
                    base = {"baseline": {"year": year - 1, "value": reached}}
            if compared:
                cells["compare"] = printed(round(random.uniform(90, 120), 1), random)
            labels = []
            for key in keys:
                if not key.startswith("value:"):
                    continue
                if random.random() < 0.5:
                    words, value = bare(indicator, random)
                    threshold: Object = {
                        "kind": "level",
                        "comparator": "eq",
                        "value": value,
                        "unit": indicator.unit,
                    }
                else:
                    words, threshold = indicator.value(random, bare=True)
                cells[key] = words
                goal = year if key == "value:plan" else int(key[6:])
                read: Object | None = year_due(goal)
                if "đến" in named[key].lower():
                    read = {"kind": "fixed", "end": f"{goal}-12-31"}
                elif not several:
                    read = None
                labels.append((words, threshold | base, read))
            sheet.row(**cells)
            for words, threshold, read in labels:
                sheet.label(
                    words,
                    threshold,
                    content=indicator.name,
                    ordinal=str(count),
                    agencies=by,
                    due=read,
                )
    return decree_of(random, year, [sheet], text_form(random))


def two_rows(random: Random) -> tuple[Decree, Object]:
    """Years below one heading: "Lộ trình thực hiện" over 2025, 2026, 2027."""
    year = year_of(random)
    years = [year + i for i in range(random.choice((2, 3, 4)))]
    before = random.random() < 0.6
    top = random.choice(
        (
            "Kế hoạch",
            "Lộ trình thực hiện",
            "Mục tiêu",
            "Chỉ tiêu",
            "Kế hoạch thực hiện",
            "Chỉ tiêu hằng năm",
        )
    )
    sub = random.choice(("Năm {y}", "{y}", "Năm {y}", "KH {y}", "Kế hoạch năm {y}"))
    keys = ["ordinal", "content", "unit", *(["base"] if before else [])]
    keys += [f"value:{one}" for one in years]
    with_body = random.random() < 0.4
    keys += ["implement"] if with_body else []
    sheet = Sheet([(key, "") for key in keys])
    base_heading = random.choice(REACHED).format(y=year - 1)
    first = [
        heading("ordinal", random, year),
        random.choice(("Chỉ tiêu", "Nội dung", "Tên chỉ tiêu", "Nội dung chỉ tiêu")),
        random.choice(("ĐVT", "Đơn vị tính")),
        *([base_heading] if before else []),
        *[top, *["<"] * (len(years) - 1)],
        *([heading("implement", random, year)] if with_body else []),
    ]
    second = ["^", "^", "^", *(["^"] if before else []), *(sub.format(y=one) for one in years)]
    sheet.head = [first, [*second, *(["^"] if with_body else [])]]
    for count in range(1, random.randint(4, 9)):
        indicator = random.choice([*SHARES, *LESS_SHARES, *COUNTS])
        cells = {"ordinal": str(count), "content": indicator.name, "unit": indicator.unit}
        by: list[Object] = []
        if with_body:
            cells["implement"], by = agencies(random, "implement")
        base: Object = {}
        if before:
            cells["base"], reached = bare(indicator, random)
            known = {} if base_heading == "Thực hiện năm trước" else {"year": year - 1}
            base = {"baseline": {**known, "value": reached}}
        labels = []
        for one in years:
            if random.random() < 0.08:
                cells[f"value:{one}"] = random.choice(("", "-"))
                continue
            words, threshold = indicator.value(random, bare=True)
            cells[f"value:{one}"] = words
            labels.append((words, threshold | base, year_due(one)))
        sheet.row(**cells)
        for words, threshold, read in labels:
            sheet.label(
                words,
                threshold,
                content=indicator.name,
                ordinal=str(count),
                agencies=by,
                due=read,
            )
    return decree_of(random, year, [sheet], text_form(random, html=True))
