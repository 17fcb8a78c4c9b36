"""Cells that hold several items: n tasks beside n agencies and n times, or one, or none."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Decree
from tests.forge.sheets import TASK, Object, Sheet
from tests.forge.table_decree import decree_of, text_form, year_of
from tests.forge.table_words import (
    BODIES,
    NOTES,
    TASKS,
    agency,
    due,
    heading,
    measured_task,
)


def marked(items: list[str], style: str, closing: str = ";") -> str:
    """The items as paragraphs, with dashes, numbers or nothing before them."""
    last = len(items) - 1
    out = []
    for index, item in enumerate(items):
        mark = {
            "dash": "- ",
            "plus": "+ ",
            "auto": "~ ",
            "number": f"{index + 1}. ",
            "letter": f"{'abcdef'[index]}) ",
        }
        out.append(
            mark.get(style, "") + item + (closing if index < last else "." if closing else "")
        )
    return " ¶ ".join(out)


def items(random: Random) -> tuple[Decree, Object]:
    """Task cells with several items; the cells beside them have as many, one, or none."""
    year = year_of(random)
    keys = ["ordinal", "task", "implement"]
    with_content = random.random() < 0.5
    if with_content:
        keys.insert(1, "content")
    if random.random() < 0.8:
        keys.append("due")
    if random.random() < 0.3:
        keys.append("note")
    named = {key: heading(key, random, year) for key in keys}
    if with_content:
        named["content"] = random.choice(
            (
                "Nội dung",
                "Nội dung khắc phục",
                "Hạn chế cần khắc phục",
                "Nội dung công việc",
                "Tiêu chí",
            )
        )
        named["task"] = random.choice(
            ("Nhiệm vụ, giải pháp", "Nhiệm vụ cụ thể", "Giải pháp thực hiện")
        )
    sheet = Sheet([(key, named[key]) for key in keys])
    for count in range(1, random.randint(4, 8)):
        _row(sheet, keys, str(count), random, year)
    return decree_of(random, year, [sheet], text_form(random, items=True))


def _row(sheet: Sheet, keys: list[str], ordinal: str, random: Random, year: int) -> None:
    number = random.choice((1, 2, 2, 3, 3, 4))
    style = random.choice(("dash", "dash", "auto", "number"))
    closing = random.choice((";", ".", "")) if number > 1 else ""
    tasks: list[tuple[str, Object]] = []
    for one in random.sample(TASKS, number):
        if random.random() < 0.4:
            words, _, threshold = measured_task(random)
            tasks.append((words, threshold))
        else:
            tasks.append((one, TASK))
    cells = {"ordinal": ordinal}
    one_mark = style if number > 1 or random.random() < 0.3 else "none"
    cells["task"] = marked([words for words, _ in tasks], one_mark, closing)
    content = None
    if "content" in keys:
        others = [one for one in TASKS if one not in {words for words, _ in tasks}]
        cells["content"] = content = random.choice(others)
    who = random.choice(("each", "each", "one", "none")) if number > 1 else "one"
    names = random.sample(BODIES, number if who == "each" else random.choice((1, 1, 2)))
    by: list[list[Object]]
    if who == "each":
        cells["implement"] = marked(
            names, random.choice(("dash", "auto")), random.choice((";", ""))
        )
        by = [[agency("implement", name)] for name in names]
    elif who == "one":
        cells["implement"] = "; ".join(names)
        by = [[agency("implement", name) for name in names]] * number
    else:
        by = [[]] * number
    dues: list[Object | None] = [None] * number
    if "due" in keys:
        when = random.choice(("each", "each", "one", "none")) if number > 1 else "one"
        if when == "each":
            texts, dues = [], []
            for _ in range(number):
                words, read = due(random, year)
                texts.append(words)
                dues.append(read)
            cells["due"] = marked(texts, random.choice(("dash", "auto")), random.choice((";", "")))
        elif when == "one":
            cells["due"], read = due(random, year)
            dues = [read] * number
    if "note" in keys and random.random() < 0.4:
        cells["note"] = random.choice(NOTES)
    sheet.row(**cells)
    for index, (words, threshold) in enumerate(tasks):
        whole = content or " ".join(words for words, _ in tasks)
        sheet.label(
            words,
            threshold,
            content=whole,
            ordinal=ordinal,
            agencies=by[index],
            due=dues[index],
        )


def results(random: Random) -> tuple[Decree, Object]:
    """Result cells with several amounts, role words item by item in the agency cells."""
    year = year_of(random)
    keys = ["ordinal", "task", "result", "implement", "due"]
    sheet = Sheet([(key, heading(key, random, year)) for key in keys])
    for count in range(1, random.randint(4, 8)):
        cells = {"ordinal": str(count), "task": random.choice(TASKS)}
        lead, help_, other = random.sample(BODIES, 3)
        cells["implement"], by = random.choice(
            [
                (
                    f"- {lead} chủ trì; ¶ - {help_} phối hợp",
                    [agency("lead", lead), agency("coordinate", help_)],
                ),
                (
                    f"- {lead} chủ trì, phối hợp với {help_}; ¶ - {other} theo dõi.",
                    [agency("lead", lead), agency("coordinate", help_), agency("monitor", other)],
                ),
                (
                    f"Chủ trì: {lead} ¶ Phối hợp: {help_}; {other}",
                    [
                        agency("lead", lead),
                        agency("coordinate", help_),
                        agency("coordinate", other),
                    ],
                ),
                (f"{lead} ¶ {help_}", [agency("implement", lead), agency("implement", help_)]),
            ]
        )
        cells["due"], when = due(random, year)
        pairs = random.sample(
            [
                ("{} tin, bài", "tin, bài", random.randint(5, 40)),
                ("{} phóng sự", "phóng sự", random.randint(2, 9)),
                ("{} lớp tập huấn", "lớp", random.randint(2, 9)),
                ("{} mô hình được nhân rộng", "mô hình", random.randint(2, 9)),
                ("{}% hồ sơ được số hóa", "%", random.randint(50, 99)),
            ],
            random.choice((1, 2, 2, 3)),
        )
        words = [frame.format(f"{value:02}") for frame, _, value in pairs]
        style = random.choice(("dash", "semicolon", "paragraph")) if len(words) > 1 else "semicolon"
        if style == "semicolon":
            cells["result"] = "; ".join(words)
        else:
            cells["result"] = marked(words, "dash" if style == "dash" else "none", "")
        sheet.row(**cells)
        for quote, (_, unit, value) in zip(words, pairs, strict=True):
            sheet.label(
                quote,
                {"kind": "level", "comparator": "eq", "value": value, "unit": unit},
                content=cells["task"],
                ordinal=str(count),
                agencies=by,
                due=when,
            )
    return decree_of(random, year, [sheet], text_form(random, items=True))
