"""Layouts: headings in two rows, numbered columns, units above the table, contents that carry their
own numbers, criteria under levels, several tables in one document."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.families.table_plans import agencies
from tests.forge.sheets import TASK, Object, Sheet, noisy
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    COMMUNES,
    COUNTS,
    INDICATORS,
    SECTIONS,
    SHARES,
    TASKS,
    Indicator,
    agency,
    due,
    heading,
    measured_task,
    number,
    plain_bodies,
    printed,
)


def roles_below(random: Random) -> tuple[Decree, Object]:
    """ "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp"; a row that numbers the columns."""
    year = year_of(random)
    keys = ["ordinal", "task", "lead", "coordinate", "due"]
    with_result = random.random() < 0.5
    keys += ["result"] if with_result else []
    top = random.choice(
        ("Cơ quan thực hiện", "Phân công thực hiện", "Đơn vị thực hiện", "Trách nhiệm thực hiện")
    )
    lead, helps = random.choice(
        (
            ("Chủ trì", "Phối hợp"),
            ("Cơ quan chủ trì", "Cơ quan phối hợp"),
            ("Đơn vị chủ trì", "Đơn vị phối hợp"),
        )
    )
    sheet = Sheet([(key, "") for key in keys])
    more = [heading("result", random, year)] if with_result else []
    sheet.head = [
        [
            heading("ordinal", random, year),
            heading("task", random, year),
            *(top, "<"),
            heading("due", random, year),
            *more,
        ],
        ["^", "^", lead, helps, "^", *["^" for _ in more]],
    ]
    if random.random() < 0.4:
        form = random.choice(("({})", "{}"))
        sheet.head.append([form.format(i + 1) for i in range(len(keys))])
    for count in range(1, random.randint(5, 11)):
        cells: dict[str, str] = {"ordinal": str(count)}
        cells["lead"], by = plain_bodies(random, "lead")
        if random.random() < 0.8:
            cells["coordinate"], others = plain_bodies(random, "coordinate")
            by = [*by, *others]
        cells["due"], when = due(random, year)
        if random.random() < 0.5:
            words, quote, threshold = measured_task(random)
        else:
            words = quote = random.choice(TASKS)
            threshold = TASK
        cells["task"] = noisy(words, random)
        if with_result:
            cells["result"] = random.choice(
                ("Báo cáo", "Kế hoạch", "Quyết định", "Văn bản chỉ đạo")
            )
        sheet.row(**cells)
        sheet.label(quote, threshold, content=words, ordinal=str(count), agencies=by, due=when)
    return decree_of(random, year, [sheet], text_form(random, html=True))


def own_numbers(random: Random) -> tuple[Decree, Object]:
    """A table without an STT column: the contents begin with their numbers."""
    year = year_of(random)
    keys = ["content", "value", "implement"]
    named = {key: heading(key, random, year) for key in keys}
    named["content"] = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Nhiệm vụ"))
    sheet = Sheet([(key, named[key]) for key in keys])
    count = 0
    titles = random.sample(SECTIONS, random.choice((0, 2, 3)))
    for index in range(max(1, len(titles))):
        if titles:
            sheet.section(f"{('I', 'II', 'III')[index]}. {titles[index].upper()}")
        for _ in range(random.randint(2, 6)):
            count += 1
            indicator = random.choice(INDICATORS)
            value, threshold = indicator.value(random)
            cell, by = agencies(random, "implement")
            mark = f"{count}."
            sheet.row(content=f"{mark} {indicator.name}", value=value, implement=cell)
            sheet.label(value, threshold, content=indicator.name, ordinal=mark, agencies=by)
    return decree_of(random, year, [sheet], text_form(random))


def unit_above(random: Random) -> tuple[Decree, Object]:
    """ "Đơn vị tính: triệu đồng" above a table of bare numbers."""
    year = year_of(random)
    unit = random.choice(("triệu đồng", "tỷ đồng", "%", "ha", "người"))
    label = random.choice(("Đơn vị tính: {}", "ĐVT: {}", "(Đơn vị tính: {})", "Đơn vị: {}"))
    names = random.sample(COMMUNES, random.randint(4, 8))
    subject = random.choice(
        (
            ("Thu ngân sách trên địa bàn", "Chi đầu tư phát triển"),
            ("Chỉ tiêu giao năm {year}", "Phấn đấu năm {year}"),
            ("Mức giao", "Mức phấn đấu"),
        )
    )
    first, second = (one.format(year=year) for one in subject)
    sheet = Sheet([("ordinal", "STT"), ("body", "Tên xã, thị trấn"), ("a", first), ("b", second)])
    low, high = (20, 95) if unit == "%" else (120, 9000)
    for count, name in enumerate(names, 1):
        cells = {"ordinal": str(count), "body": name}
        for key, over in (("a", first), ("b", second)):
            value = number(low, high, random)
            cells[key] = printed(value, random)
            threshold = {"kind": "level", "comparator": "eq", "value": value, "unit": unit}
            sheet.label(
                cells[key],
                threshold,
                content=over,
                ordinal=str(count),
                agencies=[agency("implement", name)],
                due_unscored=True,
            )
        sheet.row(**cells)
    return decree_of(random, year, [sheet], text_form(random), label.format(unit))


def several(random: Random) -> tuple[Decree, Object]:
    """Two or three tables of different columns in one document."""
    year = year_of(random)
    sheets = []
    for _ in range(random.choice((2, 2, 3))):
        keys = random.choice(
            (
                ["ordinal", "content", "unit", "value"],
                ["ordinal", "content", "value", "implement"],
                ["ordinal", "task", "lead", "due"],
                ["ordinal", "content", "value", "monitor", "implement", "due"],
            )
        )
        named = {key: heading(key, random, year) for key in keys}
        if "content" in named:
            named["content"] = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu"))
        sheet = Sheet([(key, named[key]) for key in keys])
        sheet.open_section = None
        for count in range(1, random.randint(3, 6)):
            _plain_row(sheet, keys, str(count), random, year)
        sheets.append(sheet)
    above = [f"{('I', 'II', 'III')[i]}. {title.upper()}" for i, title in
             enumerate(random.sample(SECTIONS, len(sheets)))]  # fmt: skip
    return decree_of(random, year, sheets, text_form(random), headings=above)


def _plain_row(sheet: Sheet, keys: list[str], ordinal: str, random: Random, year: int) -> None:
    cells = {"ordinal": ordinal}
    by: list[Object] = []
    for key in ("lead", "monitor", "implement"):
        if key in keys:
            cells[key], names = agencies(random, key)
            by += names
    when: Object | None = None
    if "due" in keys:
        cells["due"], when = due(random, year)
    if "task" in keys:
        if random.random() < 0.5:
            words, quote, threshold = measured_task(random)
        else:
            words = quote = random.choice(TASKS)
            threshold = TASK
        cells["task"] = words
    else:
        indicator = random.choice(INDICATORS)
        words, cells["unit"] = indicator.name, indicator.unit
        quote, threshold = indicator.value(random, bare="unit" in keys)
        cells["content"], cells["value"] = words, quote
    sheet.row(**cells)
    sheet.label(quote, threshold, content=words, ordinal=ordinal, agencies=by, due=when)


def criteria(random: Random) -> tuple[Decree, Object]:
    """Criteria with their contents, and what each level of places must reach."""
    year = year_of(random)
    groups = random.choice(
        (
            ["Xã nhóm 1", "Xã nhóm 2", "Xã nhóm 3"],
            ["Khu vực I", "Khu vực II"],
            ["Cấp huyện", "Cấp xã"],
        )
    )
    keys = [
        "ordinal",
        "section",
        "content",
        *(f"value:{i}" for i in range(len(groups))),
        "implement",
    ]
    sheet = Sheet([(key, "") for key in keys])
    top = random.choice(
        ("Chỉ tiêu", "Mức đạt chuẩn", "Yêu cầu đạt", "Mức độ đạt", f"Chỉ tiêu năm {year}")
    )
    who = random.choice(("Cơ quan hướng dẫn, theo dõi", "Cơ quan phụ trách", "Cơ quan thực hiện"))
    role = "monitor" if "theo dõi" in who else "implement"
    sheet.head = [
        [
            random.choice(("TT", "STT")),
            random.choice(("Tên tiêu chí", "Tiêu chí", "Lĩnh vực")),
            random.choice(("Nội dung tiêu chí", "Nội dung", "Nội dung chỉ tiêu")),
            *[top, *["<"] * (len(groups) - 1)],
            who,
        ],
        ["^", "^", "^", *groups, "^"],
    ]
    for index, title in enumerate(random.sample(SECTIONS, random.randint(2, 5)), 1):
        rows = random.choice((1, 2, 3))
        sheet.open_section = title
        cell, by = plain_bodies(random, role)
        merged = random.random() < 0.5
        for one in range(rows):
            indicator: Indicator = random.choice([*SHARES, *COUNTS])
            ordinal = f"{index}.{one + 1}" if rows > 1 else str(index)
            written = f"{ordinal}. {indicator.name}" if rows > 1 else indicator.name
            if one and not merged:
                cell, by = plain_bodies(random, role)
            cells = {
                "ordinal": "^" if one else str(index),
                "section": "^" if one else title,
                "content": written,
                "implement": "^" if one and merged else cell,
            }
            labels: list[tuple[str, Object, str | None]] = []
            if random.random() < 0.25:
                words, threshold = indicator.value(random)
                cells["value:0"] = words
                cells |= {f"value:{i}": "<" for i in range(1, len(groups))}
                labels.append((words, threshold, None))
            else:
                for i, group in enumerate(groups):
                    chance = random.random()
                    if chance < 0.15 and i:
                        cells[f"value:{i}"] = random.choice(("-", "Không quy định", ""))
                        continue
                    if chance < 0.25:
                        words, threshold = "Đạt", TASK
                    else:
                        words, threshold = indicator.value(random)
                    cells[f"value:{i}"] = words
                    labels.append((words, threshold, group))
            sheet.row(**cells)
            for words, threshold, group in labels:
                sheet.label(
                    words,
                    threshold,
                    content=indicator.name,
                    ordinal=ordinal,
                    agencies=[*by, agency("implement", group)] if group else by,
                    applies_to=group,
                )
    return decree_of(random, year, [sheet], text_form(random, html=True))
