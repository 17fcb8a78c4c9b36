"""DOCX → Source, in one pass over the XML.

**Paths.** ``<part>/<step>/.../<step>``: the part is ``body``, ``header1``, ``footer1`` (the name of
the file in the package), ``footnotes`` or ``endnotes``; a step is a letter and a count from 1 among
the elements of that kind in the step above: ``p`` paragraph, ``t`` table, ``r`` row, ``c`` cell,
``x`` text box, ``n`` note. Content controls and other wrappers are no step, and deleted rows and
covered cells are counted: ``body/t1/r3/c2/p1``. The label that Word numbers itself stands at
``<path of the paragraph>/number``.

**Text.** Offsets are code points in the paragraph's accepted text, as
:mod:`extract.readers.docx_paragraph` defines it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from extract.encodings import Decoder, perhaps_old
from extract.errors import EmptyFile
from extract.model import Block, Cell, DocxLocator, Passage, Source, Table, Text, Warning, record
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_package import (
    NOTES,
    TBL,
    TC,
    TR,
    VAL,
    P,
    Package,
    Styles,
    T,
    W,
    child,
    number,
    switched_on,
    whole,
)
from extract.readers.docx_paragraph import Accepted, children, marked_deleted
from extract.text import text

# 60 cm² (a centimetre is 360,000 EMU): larger than an emblem or a signature.
_LARGE_PICTURE = 60 * 360_000**2
_SPAN, _ACROSS, _DOWN = W + "gridSpan", W + "hMerge", W + "vMerge"
# Word itself stops at 63 columns.
_MOST_COLUMNS = 256


@record
class DocxPlace:
    """A paragraph's accepted text, or the label that Word puts before it, by its path."""

    raw: str
    path: str
    legacy: tuple[tuple[int, int, str], ...] = ()

    def locator(self, start: int, end: int) -> DocxLocator:
        return DocxLocator(self.path, start, end)


def read(data: bytes) -> Source:
    """The blocks of a DOCX file: page headers (furniture), body, notes, page footers (furniture).

    A nested table or a text box is a block of its own after the paragraph or table that holds it.
    Raises UnknownFormat, EncryptedFile, DamagedFile, EmptyFile.
    """
    package = Package(data)
    parts = list(stories(package))
    styles = Styles(package.styles([root for _, root, _ in parts]))
    lists = package.part("numbering")
    blocks: list[Block] = []
    warnings: list[Warning] = []
    decoder = Decoder()
    decoder.learn(_sample([root for _, root, _ in parts]))
    for path, root, furniture in parts:
        story = _Story(styles, Numbering(lists, styles), decoder)
        found = story.blocks(root, path)
        blocks.extend(_furniture(found) if furniture else found)
        if story.covered:
            warnings.append(
                Warning(
                    "hidden_text",
                    f"{story.covered} table cells hold text under a merged cell, where it is not "
                    "printed; it was not read",
                )
            )
    warnings.extend(decoder.warnings())
    warnings.extend(_unread(package.body))
    if not blocks:
        raise EmptyFile("the document holds no text")
    return Source("docx", tuple(blocks), warnings=tuple(warnings))


def _sample(roots: Sequence[Any]) -> str:
    """The text of the parts, a paragraph a line; empty where none needs to be decoded."""
    if not any(perhaps_old(etree.tostring(root, method="text", encoding=str)) for root in roots):
        return ""
    return "\n".join(
        "".join(t.text or "" for t in p.iter(T)) for root in roots for p in root.iter(P)
    )


def stories(package: Package) -> Iterator[tuple[str, Any, bool]]:
    """(path, root, whether it is furniture) of every part that is printed, in reading order."""
    for name, root in package.parts("header"):
        yield name, root, True
    yield "body", package.body, False
    for kind in ("footnotes", "endnotes"):
        root = package.part(kind)
        if root is not None:
            yield kind, root, False
    for name, root in package.parts("footer"):
        yield name, root, True


def _furniture(blocks: list[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            yield Passage(block.text, bold=block.bold, furniture=True)
        else:
            for cell in block.cells:
                for paragraph in cell.paragraphs:
                    yield Passage(paragraph, bold=cell.bold, furniture=True)


def _unread(body: Any) -> Iterator[Warning]:
    """What prints text that is not read: foreign documents and objects, large pictures."""
    objects = sum(1 for _ in body.iter(W + "altChunk", W + "subDoc", W + "object"))
    objects += sum(1 for _ in body.iter("{*}chart", "{*}relIds"))
    if objects:
        yield Warning("object_not_read", f"{objects} embedded objects or charts were not read")
    pictures = sum(
        (whole(extent.get("cx")) or 0) * (whole(extent.get("cy")) or 0) > _LARGE_PICTURE
        for extent in body.iter("{*}extent")
        if next(extent.getparent().iter("{*}blip"), None) is not None
    )
    if pictures:
        yield Warning("picture_not_read", f"{pictures} large pictures were not read")


# --------------------------------------------------------------------------- blocks


@dataclass(slots=True)
class _Slot:
    """A cell that is printed, with its element and its path from the table."""

    element: Any
    path: str
    row: int
    column: int
    column_span: int
    row_span: int = 1


def printed_cells(table: Any) -> tuple[list[_Slot], list[Any]]:
    """The cells that a table prints, and those that lie covered under a merged one."""
    slots: list[_Slot] = []
    covered: list[Any] = []
    above: dict[int, _Slot] = {}  # by first column: vertical merges that the last row left open
    row = 0
    for r, tr in enumerate(children(table, TR), 1):
        properties = child(tr, "trPr")
        if properties is not None and marked_deleted(properties):
            continue
        column = min(max(number(properties, "gridBefore") or 0, 0), _MOST_COLUMNS)
        open_: dict[int, _Slot] = {}
        left: _Slot | None = None  # the cell that a horizontal merge would go on
        for c, tc in enumerate(children(tr, TC), 1):
            properties = child(tc, "tcPr")
            said = {} if properties is None else {e.tag: e.get(VAL, "") for e in properties}
            if W + "cellDel" in said:
                continue
            span = min(max(whole(said.get(_SPAN)) or 1, 1), _MOST_COLUMNS)
            across, down = said.get(_ACROSS), said.get(_DOWN)
            if across is not None and across != "restart" and left:
                if left.row == row:
                    left.column_span += span
                covered.append(tc)
            elif down is not None and down != "restart" and column in above:
                left = open_[column] = above[column]
                left.row_span += 1
                covered.append(tc)
            else:
                left = _Slot(tc, f"r{r}/c{c}", row, column, span)
                slots.append(left)
                if down is not None:
                    open_[column] = left
            column += span
        above = open_
        row += 1
    return slots, covered


@dataclass(slots=True)
class _Story:
    """Reads one part. ``covered`` counts cells whose text a merge hides."""

    styles: Styles
    numbering: Numbering
    decoder: Decoder
    covered: int = 0

    def blocks(self, root: Any, path: str) -> list[Block]:
        blocks: list[Block] = []
        notes = paragraphs = tables = 0
        for element in children(root, P, TBL, *NOTES):
            if element.tag == P:
                paragraphs += 1
                lines, bold, after = self.paragraph(element, f"{path}/p{paragraphs}")
                blocks.extend(Passage(line, bold=bold is True) for line in lines)
                blocks.extend(after)
            elif element.tag == TBL:
                tables += 1
                blocks.extend(self.table(element, f"{path}/t{tables}"))
            else:
                notes += 1
                # Separator lines are notes with a type.
                if element.get(W + "type", "normal") == "normal":
                    blocks.extend(self.blocks(element, f"{path}/n{notes}"))
        return blocks

    def table(self, table: Any, path: str) -> list[Block]:
        """The table if it holds any text, then the blocks nested in its cells."""
        slots, covered = printed_cells(table)
        first, others = self.styles.bold_rows(table)
        cells: list[Cell] = []
        nested: list[Block] = []
        for slot in slots:
            by_table = others if slot.row else first
            paragraphs, bold, after = self.cell(slot.element, f"{path}/{slot.path}", by_table)
            nested.extend(after)
            cells.append(
                Cell(slot.row, slot.column, paragraphs, slot.row_span, slot.column_span, bold)
            )
        self.covered += sum(
            any(Accepted(p, self.styles).raw.strip() for p in cell.iter(P)) for cell in covered
        )
        if not any(cell.paragraphs for cell in cells):
            return nested
        rows = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        return [Table(tuple(cells), rows, columns), *nested]

    def cell(
        self, cell: Any, path: str, by_table: bool
    ) -> tuple[tuple[Text, ...], bool, list[Block]]:
        texts: list[Text] = []
        bolds: list[bool | None] = []
        after: list[Block] = []
        paragraphs = tables = 0
        for element in children(cell, P, TBL):
            if element.tag == TBL:
                tables += 1
                after.extend(self.table(element, f"{path}/t{tables}"))
                continue
            paragraphs += 1
            lines, bold, boxes = self.paragraph(
                element, f"{path}/p{paragraphs}", by_table, in_cell=True
            )
            texts.extend(lines)
            bolds.append(bold)
            after.extend(boxes)
        return tuple(texts), True in bolds and False not in bolds, after

    def paragraph(
        self, p: Any, path: str, by_table: bool = False, in_cell: bool = False
    ) -> tuple[list[Text], bool | None, list[Block]]:
        """(lines that print something, whether they are bold, the blocks in its text boxes)."""
        read = Accepted(p, self.styles, by_table, with_fonts=self.decoder.active)
        place = DocxPlace(read.raw, path)
        if self.decoder.active:
            place = self.decoder.read(place, read.fonts)
        lines: list[Text] = []
        start = 0
        for raw in read.raw.split("\n"):
            line = text(place, start, start + len(raw))
            if line.string:
                lines.append(line)
            start += len(raw) + 1
        counted = label_of(read, self.numbering)
        label = Text()
        if counted:
            label = text(self.decoder.read(DocxPlace(counted, f"{path}/number")))
        if label and lines:
            lines[0] = Text.join([label, lines[0]])
        elif label and in_cell and any(char.isalnum() for char in label.string):
            # A number alone is the ordinal of its row; a bullet alone says nothing.
            lines = [label]
        boxes: list[Block] = []
        for index, box in enumerate(read.boxes, 1):
            boxes.extend(self.blocks(box, f"{path}/x{index}"))
        return lines, read.bold, boxes


def label_of(read: Accepted, numbering: Numbering) -> str:
    """The label that Word numbers itself; a paragraph that is wholly deleted or hidden has none and
    is not counted."""
    mark = None if read.raw else child(read.properties, "rPr")
    if mark is not None:
        vanish = child(mark, "vanish")
        if marked_deleted(mark) or (vanish is not None and switched_on(vanish)):
            return ""
    return numbering.label(read.properties, read.style)


# --------------------------------------------------------------------------- the way back


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """A function from a locator as JSON (``path``, ``start``, ``end``) to the raw text that stands
    there in the file; ``""`` for a path that the file does not have."""
    # python-docx, which proves what was read, takes longer to import than most files to read.
    from extract.readers.docx_finder import finder_of

    return finder_of(data)
