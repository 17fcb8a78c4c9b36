"""Long rows over pages: a row cut by the page's end, repeated headings, sections beside the cut."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.families.table_items import marked
from tests.forge.families.table_plans import agencies, open_section
from tests.forge.sheets import TASK, Object, Sheet
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    BODIES,
    INDICATORS,
    SECTIONS,
    TASKS,
    agency,
    due,
    heading,
    measured_task,
)


def cut(words: str, random: Random) -> str:
    """The words with a page end between two of them: before a small letter or a figure."""
    parts = words.split(" ")
    places = [
        at
        for at in range(2, len(parts) - 1)
        if (parts[at][:1].islower() or parts[at][:1].isdigit())
        and parts[at] not in ("¶", "-")
        and parts[at - 1] not in ("¶", "-", "~")
        and not (parts[at - 1][:1].isdigit() and parts[at] == "%")
    ]
    if not places:
        return words
    at = random.choice(places)
    return " ".join([*parts[:at], "‖", *parts[at:]])


def pages(random: Random) -> tuple[Decree, Object]:
    """Tasks over several pages; some rows are cut in one cell or in several."""
    year = year_of(random)
    keys = ["ordinal", "task", "implement", "due"]
    if random.random() < 0.4:
        keys = ["ordinal", "task", "lead", "coordinate", "due"]
    sheet = Sheet([(key, heading(key, random, year)) for key in keys])
    count, restart = 0, random.random() < 0.5
    style = random.randrange(3)
    for index, title in enumerate(random.sample(SECTIONS, random.randint(2, 4))):
        if index and random.random() < 0.4:
            sheet.break_page()
        open_section(sheet, index, title, random, style)
        count = 0 if restart else count
        for _ in range(random.randint(3, 7)):
            count += 1
            if random.random() < 0.2 and sheet.lines[-1] != "---" and count > 1:
                sheet.break_page()
            _task(sheet, keys, str(count), random, year)
    return decree_of(random, year, [sheet], text_form(random, joins=True, items=True))


def _task(sheet: Sheet, keys: list[str], ordinal: str, random: Random, year: int) -> None:
    cells = {"ordinal": ordinal}
    by: list[Object] = []
    for key in ("lead", "coordinate", "implement"):
        if key in keys:
            cells[key], named = agencies(random, key, listed=False)
            by += named
    cells["due"], when = due(random, year)
    number = random.choice((1, 1, 2, 3))
    tasks: list[tuple[str, Object]] = []
    for one in random.sample(TASKS, number):
        if random.random() < 0.5:
            words, _, threshold = measured_task(random)
            tasks.append((words, threshold))
        else:
            tasks.append((one, TASK))
    words = [one for one, _ in tasks]
    if number == 1:
        cells["task"] = words[0]
    else:
        cells["task"] = marked(words, random.choice(("dash", "number")), random.choice((";", ".")))
    whole = " ".join(words)
    if random.random() < 0.35:
        cells["task"] = cut(cells["task"], random)
        if random.random() < 0.4 and "‖" in cells["task"]:
            key = "lead" if "lead" in keys else "implement"
            cells[key] = cut(cells[key], random)
    sheet.row(**cells)
    for one, threshold in tasks:
        sheet.label(
            one,
            threshold,
            content=whole,
            ordinal=ordinal,
            agencies=by,
            due=when,
        )


def items_over_pages(random: Random) -> tuple[Decree, Object]:
    """A page ends between two items of a cell; each item has its agency and its time."""
    year = year_of(random)
    keys = ["ordinal", "content", "task", "implement", "due"]
    named = {key: heading(key, random, year) for key in keys}
    named["content"] = random.choice(("Nội dung", "Nội dung khắc phục", "Tồn tại, hạn chế"))
    named["task"] = random.choice(("Nhiệm vụ, giải pháp", "Nhiệm vụ cụ thể", "Biện pháp thực hiện"))
    sheet = Sheet([(key, named[key]) for key in keys])
    for count in range(1, random.randint(4, 8)):
        number = random.choice((2, 2, 3))
        tasks, texts, dues = [], [], []
        content, *others = random.sample(TASKS, number + 1)
        for one in others:
            if random.random() < 0.5:
                words, _, threshold = measured_task(random)
                tasks.append((words, threshold))
            else:
                tasks.append((one, TASK))
            said, read = due(random, year)
            texts.append(said)
            dues.append(read)
        bodies = random.sample(BODIES, number)
        cells = {
            "ordinal": str(count),
            "content": content,
            "task": marked([one for one, _ in tasks], "dash", random.choice((";", "."))),
            "implement": marked(bodies, "dash", random.choice((";", ""))),
            "due": marked(texts, "dash", random.choice((";", ""))),
        }
        if random.random() < 0.5:
            at = random.randrange(number - 1)
            for key in ("task", "implement", "due"):
                parts = cells[key].split(" ¶ ")
                cells[key] = " ¶ ".join([*parts[: at + 1], f"‖ {parts[at + 1]}", *parts[at + 2 :]])
        sheet.row(**cells)
        for (one, threshold), body, read in zip(tasks, bodies, dues, strict=True):
            sheet.label(
                one,
                threshold,
                content=content,
                ordinal=str(count),
                agencies=[agency("implement", body)],
                due=read,
            )
    return decree_of(random, year, [sheet], text_form(random, joins=True, items=True))


def values_over_pages(random: Random) -> tuple[Decree, Object]:
    """A long table of values: page ends between rows and in the middle of long contents."""
    year = year_of(random)
    keys = ["ordinal", "content", "unit", "value", "monitor", "implement"]
    named = {key: heading(key, random, year) for key in keys}
    named["content"] = random.choice(("Nội dung", "Nội dung chỉ tiêu", "Tên chỉ tiêu"))
    sheet = Sheet([(key, named[key]) for key in keys])
    style = random.randrange(3)
    count = 0
    for index, title in enumerate(random.sample(SECTIONS, random.randint(2, 4))):
        if index and random.random() < 0.4:
            sheet.break_page()
        open_section(sheet, index, title, random, style)
        for _ in range(random.randint(4, 10)):
            count += 1
            if random.random() < 0.15 and sheet.lines[-1] != "---" and count > 1:
                sheet.break_page()
            indicator = random.choice(INDICATORS)
            value, threshold = indicator.value(random, bare=True)
            cells = {"ordinal": str(count), "content": indicator.name, "unit": indicator.unit}
            cells["value"] = value
            by: list[Object] = []
            for key in ("monitor", "implement"):
                cells[key], names = agencies(random, key)
                by += names
            if random.random() < 0.25:
                cells["content"] = cut(cells["content"], random)
            if random.random() < 0.1:
                cells["implement"] = cut(cells["implement"], random)
            sheet.row(**cells)
            sheet.label(value, threshold, content=indicator.name, ordinal=str(count), agencies=by)
    return decree_of(random, year, [sheet], text_form(random, joins=True))
