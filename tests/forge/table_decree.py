"""The decree around forged tables."""

from __future__ import annotations

from random import Random

from tests.corpus.blocks import Block, Decree, Paragraph, TextForm
from tests.forge import heads
from tests.forge.sheets import Object, Sheet


def year_of(random: Random) -> int:
    return random.randint(2022, 2027)


def text_form(
    random: Random, html: bool = False, joins: bool = False, items: bool = False
) -> TextForm:
    """``html``: only the form that keeps merged cells; ``joins``: only forms with page ends;
    ``items``: not the form that loses the paragraphs of a cell."""
    tables = ("html",) if html else ("tabs", "pipes") if joins else ("tabs", "pipes", "html")
    return TextForm(
        tables=random.choice(tables),
        items=random.choice(("p", "ul") if items else ("space", "p", "ul")),
        bold=random.choice(("b", "stars", "none")),
        letterhead=random.choice(("lines", "bare", "columns")),
    )


def decree_of(
    random: Random,
    year: int,
    sheets: list[Sheet],
    form: TextForm,
    above: str | None = None,
    headings: list[str] | None = None,
) -> tuple[Decree, Object]:
    """A decree that holds the tables, and its labels. The line ``above`` stands before the first,
    of ``headings`` one before each: the section of its rows, where they have no nearer one."""
    around = heads.head(random, year)
    blocks: list[Block] = [Paragraph(above, "right")] if above else []
    for index, sheet in enumerate(sheets):
        if headings:
            blocks.append(Paragraph(headings[index], "heading"))
            for label in sheet.labels:
                label["section"] = label["section"] or headings[index]
        blocks.append(sheet.table(random))
    decree = Decree((*around.before, *blocks, *around.after), form)
    return decree, around.gold([label for sheet in sheets for label in sheet.labels])
