"""Merged cells, sub-headings, group rows and their children."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.families.table_plans import agencies, open_section
from tests.forge.sheets import TASK, Object, Sheet
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    INDICATORS,
    SECTIONS,
    SHARES,
    TASKS,
    agency,
    due,
    heading,
    level,
    measured_task,
)


def sides(random: Random) -> tuple[Decree, Object]:
    """A first column merged over its rows is their section; agency cells merged over rows."""
    year = year_of(random)
    keys = ["ordinal", "section", "content", "value", "implement"]
    own_number = random.random() < 0.5
    named = {key: heading(key, random, year) for key in keys if key != "section"}
    named["section"] = random.choice(("Lĩnh vực", "Tên tiêu chí", "Nhóm chỉ tiêu", "Tiêu chí"))
    named["content"] = random.choice(("Nội dung tiêu chí", "Nội dung chỉ tiêu", "Nội dung"))
    named["value"] = random.choice(("Mức đạt", "Chỉ tiêu năm " + str(year), "Yêu cầu", "Kế hoạch"))
    sheet = Sheet([(key, named[key]) for key in keys])
    total = 0
    for index, title in enumerate(random.sample(SECTIONS, random.randint(2, 4)), 1):
        rows = random.choice((1, 2, 2, 3, 4))
        merged = random.random() < 0.6
        cell, by = agencies(random, "implement")
        sheet.open_section = title
        for one in range(rows):
            total += 1
            indicator = random.choice(INDICATORS)
            ordinal = f"{index}.{one + 1}" if own_number else str(index)
            if one == 0 or not merged:
                if one:
                    cell, by = agencies(random, "implement")
                written = cell
            else:
                written = "^"
            value, threshold = indicator.value(random)
            content = indicator.name
            sheet.row(
                ordinal="^" if one else str(index),
                section="^" if one else title,
                content=f"{ordinal}. {content}" if own_number else content,
                value=value,
                implement=written,
            )
            sheet.label(value, threshold, content=content, ordinal=ordinal, agencies=by)
    return decree_of(random, year, [sheet], text_form(random, html=True))


def groups(random: Random) -> tuple[Decree, Object]:
    """Group rows, with and without a value of their own, and what stands under them."""
    year = year_of(random)
    keys = ["ordinal", "content", "value", "implement"]
    if random.random() < 0.4:
        keys.append("due")
    named = {key: heading(key, random, year) for key in keys}
    named["content"] = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu", "Nhiệm vụ"))
    sheet = Sheet([(key, named[key]) for key in keys])
    style = random.choice(("decimal", "letter", "dash"))
    count = 0
    for _ in range(random.randint(3, 6)):
        count += 1
        indicator = random.choice(SHARES)
        cells, by, when = _beside(keys, random, year)
        if random.random() < 0.45:
            value, threshold = indicator.value(random)
            sheet.row(ordinal=str(count), content=indicator.name, value=value, **cells)
            sheet.label(
                value, threshold, content=indicator.name, ordinal=str(count), agencies=by, due=when
            )
            continue
        with_value = random.random() < 0.4
        colon = ":" if not with_value and random.random() < 0.5 else ""
        if with_value:
            value, threshold = indicator.value(random)
            sheet.row(ordinal=str(count), content=indicator.name, value=value, **cells)
            sheet.label(
                value, threshold, content=indicator.name, ordinal=str(count), agencies=by, due=when
            )
        else:
            sheet.row(ordinal=str(count), content=indicator.name + colon)
        parts = random.sample(
            ("Cấp huyện", "Cấp xã", "Khối trường học", "Lĩnh vực đất đai", "UBND các xã, thị trấn"),
            random.choice((2, 2, 3)),
        )
        for index, part in enumerate(parts):
            cells, by, when = _beside(keys, random, year)
            value, threshold = indicator.value(random)
            ordinal = {"decimal": f"{count}.{index + 1}", "letter": f"{'abc'[index]})", "dash": ""}[
                style
            ]
            sheet.row(
                ordinal=ordinal,
                content=f"- {part}" if style == "dash" else part,
                value=value,
                **cells,
            )
            sheet.label(
                value,
                threshold,
                content=f"{indicator.name}: {part}",
                ordinal=ordinal or None,
                agencies=by,
                due=when,
            )
    return decree_of(random, year, [sheet], text_form(random))


def _beside(
    keys: list[str], random: Random, year: int
) -> tuple[dict[str, str], list[Object], Object | None]:
    cells: dict[str, str] = {}
    cells["implement"], by = agencies(random, "implement")
    when: Object | None = None
    if "due" in keys:
        cells["due"], when = due(random, year)
    return cells, by, when


SUB_HEADINGS = (
    "Nội dung cần khắc phục",
    "Nội dung cần duy trì",
    "Nhóm chỉ tiêu chủ yếu",
    "Nhiệm vụ thường xuyên",
    "Nhiệm vụ đột phá",
    "Đối với cấp huyện",
    "Đối với cấp xã",
)


def headings(random: Random) -> tuple[Decree, Object]:
    """Sections with sub-headings that have no number, in one cell or merged over the row."""
    year = year_of(random)
    keys = ["ordinal", "task", "implement", "due"]
    sheet = Sheet([(key, heading(key, random, year)) for key in keys])
    style = random.randrange(3)
    for index, title in enumerate(random.sample(SECTIONS, random.randint(2, 3))):
        open_section(sheet, index, title, random, style)
        subs: list[str | None] = random.sample(list(SUB_HEADINGS), random.choice((0, 1, 2))) or [
            None
        ]
        for sub in subs:
            if sub is not None:
                if random.random() < 0.5:
                    sheet.section(sub)
                else:
                    sheet.row(task=f"**{sub}**" if random.random() < 0.5 else sub)
                    sheet.open_section = sub
            for count in range(1, random.randint(3, 5)):
                cells, by, when = _beside(keys, random, year)
                if random.random() < 0.5:
                    words, quote, threshold = measured_task(random)
                else:
                    words = quote = random.choice(TASKS)
                    threshold = TASK
                sheet.row(ordinal=str(count), task=words, **cells)
                sheet.label(
                    quote, threshold, content=words, ordinal=str(count), agencies=by, due=when
                )
    return decree_of(random, year, [sheet], text_form(random))


def over_columns(random: Random) -> tuple[Decree, Object]:
    """Columns of groups; a cell merged over several of them is one target."""
    year = year_of(random)
    groups_ = random.choice(
        (
            ["Xã nhóm 1", "Xã nhóm 2", "Xã nhóm 3"],
            ["Cấp tỉnh", "Cấp huyện", "Cấp xã"],
            ["Vùng đồng bằng", "Vùng trung du", "Vùng miền núi"],
            ["Khu vực thành thị", "Khu vực nông thôn"],
        )
    )
    keys = ["ordinal", "content", *(f"value:{i}" for i in range(len(groups_))), "implement"]
    top = random.choice(("Chỉ tiêu năm " + str(year), "Mức đạt chuẩn", "Mục tiêu", "Yêu cầu"))
    ordinal, content, who = (heading(k, random, year) for k in ("ordinal", "content", "implement"))
    content = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Nội dung tiêu chí", "Tên chỉ tiêu"))
    sheet = Sheet([(key, "") for key in keys])
    sheet.head = [
        [ordinal, content, top, *["<"] * (len(groups_) - 1), who],
        ["^", "^", *groups_, "^"],
    ]
    for count in range(1, random.randint(4, 9)):
        indicator = random.choice(SHARES)
        cell, by = agencies(random, "implement")
        cells = {"ordinal": str(count), "content": indicator.name, "implement": cell}
        labels = []
        kind = random.random()
        if kind < 0.25:
            value, threshold = indicator.value(random)
            cells["value:0"] = value
            for i in range(1, len(groups_)):
                cells[f"value:{i}"] = "<"
            labels.append((value, threshold, None))
        elif kind < 0.4 and len(groups_) == 3:
            value, threshold = indicator.value(random)
            cells |= {"value:0": value, "value:1": "<"}
            labels.append((value, threshold, None))
            value, threshold = level(30, 40, "%", random)
            cells["value:2"] = value
            labels.append((value, threshold, groups_[2]))
        else:
            for i, group in enumerate(groups_):
                chance = random.random()
                if chance < 0.1:
                    cells[f"value:{i}"] = random.choice(("-", "", "Không quy định", "–"))
                    continue
                if chance < 0.2:
                    cells[f"value:{i}"] = "Đạt"
                    labels.append(("Đạt", TASK, group))
                    continue
                value, threshold = indicator.value(random)
                cells[f"value:{i}"] = value
                labels.append((value, threshold, group))
        sheet.row(**cells)
        for quote, threshold, group in labels:
            sheet.label(
                quote,
                threshold,
                content=indicator.name,
                ordinal=str(count),
                agencies=[*by, agency("implement", group)] if group else by,
                applies_to=group,
            )
    return decree_of(random, year, [sheet], text_form(random, html=True))
