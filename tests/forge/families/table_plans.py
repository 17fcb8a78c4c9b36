"""Plan tables: tasks without a chỉ tiêu column, and the classic table with one."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.sheets import TASK, Object, Sheet, noisy, shuffled
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    INDICATORS,
    NOTES,
    RESULTS,
    SECTIONS,
    TASKS,
    due,
    heading,
    measured_result,
    measured_task,
    plain_bodies,
    worded_bodies,
)

ROMAN = ("I", "II", "III", "IV", "V", "VI")


def sections(random: Random) -> list[str]:
    """Titles of the sections of a table; now and then none."""
    count = random.choice((0, 0, 2, 3))
    return random.sample(SECTIONS, count)


def open_section(sheet: Sheet, index: int, title: str, random: Random, style: int) -> None:
    if style == 0:
        sheet.section(f"{ROMAN[index]}. {title.upper()}")
    elif style == 1:
        sheet.section_in_columns(ROMAN[index], title)
    elif style == 2:
        sheet.section(f"{'ABCDEF'[index]}. {title}")
    else:
        sheet.section(title)


def agencies(random: Random, key: str, listed: bool = True) -> tuple[str, list[Object]]:
    """An agency cell under a heading of this role: names, or names with their roles. ``listed``:
    it may be a list, which beside a list of tasks could be meant item by item."""
    if key != "coordinate" and random.random() < 0.2:
        return worded_bodies(random, listed)
    return plain_bodies(random, key)


AGENCY_KEYS = ("lead", "coordinate", "implement", "monitor")


def plan(random: Random) -> tuple[Decree, Object]:
    """Tasks with agencies, times and results; values stand in the tasks or in the results."""
    year = year_of(random)
    who = random.choice((["lead"], ["implement"], ["lead", "coordinate"], ["lead", "coordinate"]))
    keys = ["ordinal", "task", *who]
    keys += [
        k for k, often in (("due", 0.8), ("result", 0.6), ("note", 0.3)) if random.random() < often
    ]
    keys = shuffled(keys, random)
    sheet = Sheet([(key, heading(key, random, year)) for key in keys])
    titles = sections(random)
    style, restart = random.randrange(4), random.random() < 0.5
    count = 0
    for index in range(max(1, len(titles))):
        if titles:
            open_section(sheet, index, titles[index], random, style)
            count = 0 if restart else count
        for _ in range(random.randint(2, 6)):
            count += 1
            _task_row(sheet, keys, str(count), random, year)
    return decree_of(random, year, [sheet], text_form(random))


def _task_row(sheet: Sheet, keys: list[str], ordinal: str, random: Random, year: int) -> None:
    cells = {"ordinal": ordinal}
    by: list[Object] = []
    for key in AGENCY_KEYS:
        if key in keys and (key != "coordinate" or random.random() < 0.8):
            cells[key], named = agencies(random, key)
            by += named
    when: Object | None = None
    if "due" in keys:
        cells["due"], when = due(random, year)
    if "note" in keys and random.random() < 0.4:
        cells["note"] = random.choice(NOTES)
    kind = random.random()
    if kind < 0.45:
        words, quote, threshold = measured_task(random)
        cells["task"] = noisy(words, random)
        if "result" in keys:
            cells["result"] = random.choice(RESULTS)
    elif kind < 0.7 and "result" in keys:
        cells["task"] = words = random.choice(TASKS)
        cells["result"], threshold = measured_result(random)
        quote = cells["result"]
    else:
        words, threshold = random.choice(TASKS), TASK
        cells["task"], quote = noisy(words, random), words
        if "result" in keys and random.random() < 0.7:
            cells["result"] = random.choice(RESULTS)
    sheet.row(**cells)
    sheet.label(quote, threshold, content=words, ordinal=ordinal, agencies=by, due=when)


def assigned(random: Random) -> tuple[Decree, Object]:
    """The classic table: nội dung, chỉ tiêu, who, by when."""
    year = year_of(random)
    keys = ["ordinal", "content", "value"]
    with_unit = random.random() < 0.35
    if with_unit:
        keys.insert(2, "unit")
    keys += random.choice((["implement"], ["monitor", "implement"], ["lead", "coordinate"], []))
    keys += [k for k, often in (("due", 0.4), ("note", 0.3)) if random.random() < often]
    keys = shuffled(keys, random)
    without = {"value": "", "content": "chỉ tiêu"}
    value_heading = heading("value", random, year)
    if "chỉ tiêu" not in value_heading.lower():
        without["content"] = ""
    named = {key: heading(key, random, year, without.get(key, "")) for key in keys}
    named["value"] = value_heading
    sheet = Sheet([(key, named[key]) for key in keys])
    titles = sections(random)
    style, restart = random.randrange(4), random.random() < 0.5
    count = 0
    for index in range(max(1, len(titles))):
        if titles:
            open_section(sheet, index, titles[index], random, style)
            count = 0 if restart else count
        for _ in range(random.randint(2, 6)):
            count += 1
            _value_row(sheet, keys, str(count), random, year)
    return decree_of(random, year, [sheet], text_form(random))


def _value_row(sheet: Sheet, keys: list[str], ordinal: str, random: Random, year: int) -> None:
    indicator = random.choice(INDICATORS)
    cells = {"ordinal": ordinal, "content": indicator.name}
    by: list[Object] = []
    for key in AGENCY_KEYS:
        if key in keys:
            cells[key], named = agencies(random, key)
            by += named
    when: Object | None = None
    if "due" in keys:
        cells["due"], when = due(random, year)
    if "note" in keys and random.random() < 0.4:
        cells["note"] = random.choice(NOTES)
    bare = "unit" in keys
    cells["value"], threshold = indicator.value(random, bare)
    if bare:
        cells["unit"] = indicator.unit
    elif random.random() < 0.2:
        cells["value"], threshold = indicator.value(random, bare=True)
        cells["content"] += f" ({indicator.unit})"
    quote = cells["value"]
    content = cells["content"]
    cells["content"] = noisy(content, random)
    sheet.row(**cells)
    sheet.label(quote, threshold, content=content, ordinal=ordinal, agencies=by, due=when)
