"""Pages → blocks: paragraphs out of the lines of pages, typed or recognised, and their tables.

Paragraphs are known by geometry alone; one may run over a page's end. Tables are those printed on
each page: a table that runs over pages is several tables here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Block, Passage, Table, Text
from extract.readers.pdf_layout import blocks as columns
from extract.readers.pdf_layout import frame, furniture
from extract.readers.pdf_page import Page
from extract.readers.pdf_paragraphs import Frame, body_paragraphs, column_paragraphs, goes_on, texts
from extract.readers.pdf_text import Line


@dataclass(slots=True)
class _Paragraph:
    """Lines of one paragraph, by page."""

    parts: list[tuple[int, list[Line]]]
    running: bool = True
    furniture: bool = False


def blocks(pages: Sequence[Page]) -> list[Block]:
    """The blocks of all pages in reading order. The pages are emptied: the words of a long file
    would take more than the blocks that are made of them."""
    marked = furniture([(page.height, page.lines) for page in pages])
    frames = {
        width: frame(
            [
                line
                for page in pages
                if round(page.width) == width
                for line in page.lines
                if id(line) not in marked
            ]
        )
        for width in {round(page.width) for page in pages}
    }
    found: list[Table | _Paragraph] = []
    for page in pages:
        for item in _page_items(page, marked, frames[round(page.width)]):
            before = _last_running(found)
            if (
                before is not None
                and isinstance(item, _Paragraph)
                and item.running
                and before.parts[-1][0] == page.number - 1
                and _over_pages(before, item, frames[round(page.width)])
            ):
                before.parts += item.parts
            else:
                found.append(item)
        page.items.clear()
    found.reverse()
    made: list[Block] = []
    while found:
        item = found.pop()
        made.append(item if isinstance(item, Table) else _passage(item))
    return made


def _page_items(page: Page, marked: set[int], body: Frame) -> list[Table | _Paragraph]:
    items: list[Table | _Paragraph] = []
    for item in page.items:
        if isinstance(item, Table):
            items.append(item)
            continue
        own = [line for line in item if id(line) not in marked]
        heads = [
            _Paragraph([(page.number, [line])], running=False, furniture=True)
            for line in item
            if id(line) in marked
        ]
        top = [part for part in heads if part.parts[0][1][0].box[1] < page.height / 2]
        items += top
        for block in columns(own):
            parts = column_paragraphs(block.lines) if block.column else (
                body_paragraphs(block.lines, body)
            )  # fmt: skip
            items += [_Paragraph([(page.number, part)], running=not block.column) for part in parts]
        items += [part for part in heads if part not in top]
    return items


def _last_running(found: Sequence[Table | _Paragraph]) -> _Paragraph | None:
    """The paragraph that the next page may go on with."""
    for item in reversed(found):
        if isinstance(item, Table):
            return None
        if not item.furniture:
            return item if item.running else None
    return None


def _over_pages(before: _Paragraph, item: _Paragraph, body: Frame) -> bool:
    above, line = before.parts[-1][1][-1], item.parts[0][1][0]
    full = above.box[2] > body.right - 0.2 * (body.right - body.left)
    return (
        full
        and line.box[0] < above.box[0] + 4
        and not re.search(r"[.;:]\W*$", above.text)
        and goes_on(above, line, [above, line], body)
    )


def _passage(paragraph: _Paragraph) -> Passage:
    joined = Text()
    for page, part in paragraph.parts:
        for text in texts([part], page):
            by = "" if re.search(r"\w[-/]$", joined.string) else " "
            joined = Text.join([joined, text], by)
    return Passage(
        joined,
        bold=all(line.bold for _, part in paragraph.parts for line in part),
        page=paragraph.parts[0][0],
        furniture=paragraph.furniture,
    )
