"""What a decree is made of, whatever file it is rendered to.

A table is written as lines of cells between ``|``. In a cell:

``<`` ``^``       merged with the cell on the left, with the cell above
``**...**``       bold
``¶``             a new paragraph
``#`` ``#!``      a number that the word processor counts by itself; ``#!`` begins again at 1
``~ ...``         a paragraph with a list dash that the word processor sets by itself
``‖``             where the text export's page ends, in the middle of the row

A line ``---`` is a page end of the text export between two rows. In a paragraph ``{+...+}`` was
inserted and ``{-...-}`` deleted with changes tracked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Union


@dataclass(frozen=True)
class Letterhead:
    """The head of a document. ``parent`` is the body above the issuer, if it is printed; ``about``
    is the trích yếu of a letter, which stands under the number."""

    issuer: str
    number: str
    place_date: str
    parent: str | None = None
    about: str | None = None


@dataclass(frozen=True)
class Title:
    """Centred bold lines: the kind of the document and its trích yếu, the title of an annex."""

    lines: tuple[str, ...]
    note: str | None = None  # "(Kèm theo Quyết định số ...)", in italics below


@dataclass(frozen=True)
class Paragraph:
    text: str
    style: Literal["body", "basis", "heading", "centre", "right"] = "body"


@dataclass(frozen=True)
class Box:
    """A text box that floats beside the text, such as the stamp of incoming letters."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Begins a new page with this orientation."""

    landscape: bool = False


@dataclass(frozen=True)
class Signature:
    """``Nơi nhận`` on the left, who signs on the right."""

    recipients: tuple[str, ...]
    titles: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True)
class Cell:
    """An anchor cell with its extent. ``counted`` is the number that automatic numbering shows."""

    text: str
    rows: int = 1
    columns: int = 1
    bold: bool = False
    counted: int | None = None
    restart: bool = False

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs as the word processor holds them: without page cuts."""
        whole = " ".join(part.strip() for part in self.text.split("‖")).strip()
        return [paragraph.strip() for paragraph in whole.split("¶")]


@dataclass(frozen=True)
class Table:
    """``widths`` in proportion; the first ``head`` rows are headings, repeated on each page."""

    rows: str
    widths: tuple[float, ...]
    head: int = 1
    point: bool = False  # automatic numbers are printed as "1." rather than "1"
    size: float = 12
    borders: bool = True

    def lines(self) -> list[list[str]]:
        """The cells as written, without the page ends."""
        lines = [line.strip() for line in self.rows.strip().splitlines()]
        cells = [[cell.strip() for cell in line.split("|")] for line in lines if line != "---"]
        for row in cells:
            assert len(row) == len(self.widths), row
        return cells

    def page_ends(self) -> frozenset[int]:
        """The rows before which a page of the text export begins."""
        ends, row = [], 0
        for line in self.rows.strip().splitlines():
            if line.strip() == "---":
                ends.append(row)
            else:
                row += 1
        return frozenset(ends)

    def anchors(self) -> dict[tuple[int, int], Cell]:
        """The cells by (row, column) of their top left corner."""
        lines = self.lines()
        count = 0
        anchors: dict[tuple[int, int], Cell] = {}
        for i, row in enumerate(lines):
            for j, written in enumerate(row):
                if written in ("<", "^"):
                    continue
                width = 1
                while j + width < len(row) and row[j + width] == "<":
                    width += 1
                height = 1
                while i + height < len(lines) and lines[i + height][j] == "^":
                    height += 1
                bold = written.startswith("**") and written.endswith("**")
                counted, text = None, written.strip("*") if bold else written
                if written in ("#", "#!"):
                    count = 1 if written == "#!" else count + 1
                    counted, text = count, f"{count}." if self.point else str(count)
                anchors[i, j] = Cell(text, height, width, bold, counted, written == "#!")
        return anchors


Block = Union[Letterhead, Title, Paragraph, Box, Section, Signature, Table]


@dataclass(frozen=True)
class TextForm:
    """The habits of the program that exported the text."""

    tables: Literal["tabs", "pipes", "html"] = "tabs"
    items: Literal["space", "p", "ul"] = "space"
    bold: Literal["b", "stars", "none"] = "stars"
    letterhead: Literal["lines", "bare", "columns"] = "lines"
    covered: Literal["blank", "repeat"] = "blank"
    markdown: bool = False  # titles and headings as "##", the legal basis in asterisks


@dataclass(frozen=True)
class Decree:
    blocks: tuple[Block, ...]
    text: TextForm = field(default_factory=TextForm)


def revisions(text: str) -> Iterator[tuple[Literal["kept", "inserted", "deleted"], str]]:
    """The pieces of a paragraph with tracked changes, in order."""
    while text:
        starts = [at for at in (text.find("{+"), text.find("{-")) if at >= 0]
        at = min(starts, default=len(text))
        if at:
            yield "kept", text[:at]
        if not starts:
            return
        mark = text[at + 1]
        end = text.index(mark + "}", at)
        yield ("inserted" if mark == "+" else "deleted"), text[at + 2 : end]
        text = text[end + 2 :]


def accepted(text: str) -> str:
    """The paragraph with every tracked change accepted."""
    return "".join(piece for state, piece in revisions(text) if state != "deleted")
