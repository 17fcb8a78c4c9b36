"""OpenDocument text (.odt) → DOCX: the text and what carries meaning in it, nothing of its looks.

Tables with their merged cells, lists with their numbers, notes, text boxes, page headers and
footers; tracked changes as accepted, hidden text left out. What DOCX and ODT share is then read by
one reader (:mod:`extract.readers.docx`).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from extract.errors import DamagedFile, EncryptedFile
from extract.readers.converted import DocxForm
from extract.readers.docx_made import docx_of
from extract.readers.docx_package import BOX, TBL, TC, TR, VAL, P, R, T, W
from extract.readers.odt_parts import ListSequence, OdtParts
from extract.readers.odt_styles import OFFICE, STYLE, TEXT, Look, OdtStyles, levels_of
from extract.readers.open_package import UNPACKING

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LARGEST_PART = 256 * 1024 * 1024
_MOST_REPEATED = 256
_EMU = {"cm": 360_000, "mm": 36_000, "in": 914_400, "pt": 12_700, "pc": 152_400, "px": 9525}

_PARAGRAPHS = (TEXT + "p", TEXT + "h")
_LIST, _ITEM = TEXT + "list", TEXT + "list-item"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
# What stands in the file and is not printed, or is printed elsewhere.
_SKIPPED = frozenset(
    [TEXT + name for name in ("tracked-changes", "hidden-text", "hidden-paragraph", "ruby-text")]
    + [OFFICE + name for name in ("annotation", "annotation-end", "forms", "event-listeners")]
    + [TEXT + name for name in ("sequence-decls", "variable-decls", "user-field-decls", "script")]
    + [TEXT + name for name in ("note-citation", "index-title-template")]
)
_SOURCES = re.compile(r"\{.*\}[a-z-]+-source")  # how an index is to be built


def docx_form(data: bytes) -> DocxForm:
    """The document as DOCX. Raises :class:`EncryptedFile` or :class:`DamagedFile`."""
    content, common = _parts(data)
    text = next(content.iter(OFFICE + "text"), None)
    if text is None:
        raise DamagedFile("the file holds no text document")
    parts = OdtParts()
    document = etree.Element(W + "document", nsmap={"w": W[1:-1]})
    body = etree.SubElement(document, W + "body")
    _Writer(OdtStyles(content, common), parts).blocks(text, body)
    margins = _Writer(OdtStyles(common), parts)
    for kind, root in (("header", "hdr"), ("footer", "ftr")):
        for number, element in enumerate(_margins(common, kind), 1):
            part = etree.Element(W + root)
            margins.blocks(element, part)
            parts.roots[f"{kind}{number}"] = part
    return DocxForm(docx_of(document, parts.roots))


def _parts(data: bytes) -> tuple[Any, Any]:
    """The roots of the content and of the common styles."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            manifest = "META-INF/manifest.xml"
            if manifest in names and b"encryption-data" in archive.read(manifest):
                raise EncryptedFile("the document is protected by a password")
            if "content.xml" not in names:
                raise DamagedFile("the .odt package holds no document")
            content = _parsed(archive, "content.xml")
            empty = etree.Element(OFFICE + "document-styles")
            return content, _parsed(archive, "styles.xml") if "styles.xml" in names else empty
    except UNPACKING as error:
        raise DamagedFile(f"the .odt package cannot be unpacked ({error})") from error
    except etree.XMLSyntaxError as error:
        raise DamagedFile(f"the document is not well-formed XML ({error.msg})") from error


def _parsed(archive: zipfile.ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise DamagedFile(f"{name} would unpack to more than {_LARGEST_PART >> 20} MiB")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(archive.read(name), parser)


def _margins(common: Any, kind: str) -> Iterator[Any]:
    """What the pages repeat above or below the text, first and left pages too."""
    for page in common.iter(STYLE + "master-page"):
        for side in ("", "-left", "-first"):
            for element in page.iterchildren(STYLE + kind + side):
                if element.get(STYLE + "display") != "false":
                    yield element


# --------------------------------------------------------------------------- the text


class _Writer:
    """Writes ODT elements as WordprocessingML."""

    def __init__(self, styles: OdtStyles, parts: OdtParts) -> None:
        self._styles = styles
        self._parts = parts
        self._outline: ListSequence | None = None

    def blocks(self, parent: Any, into: Any) -> None:
        """The paragraphs and tables of ``parent``."""
        for element in parent:
            tag = element.tag
            if tag in _SKIPPED or _SOURCES.fullmatch(tag) or _hidden(element):
                continue
            if tag in _PARAGRAPHS:
                self._paragraph(element, into, None)
            elif tag == _LIST:
                self._list(element, into, 0, None)
            elif tag == _TABLE + "table":
                self._table(element, into)
            elif tag.startswith(_DRAW):
                self._drawing(element, etree.SubElement(into, P))
            else:
                self.blocks(element, into)

    def _list(self, element: Any, into: Any, level: int, sequence: ListSequence | None) -> None:
        style = element.get(TEXT + "style-name")
        if sequence is None or (style is not None and style != sequence.style):
            sequence = self._sequence(element, style)
        for item in element:
            labelled = item.tag == _ITEM
            start = item.get(TEXT + "start-value")
            if labelled and start is not None:
                sequence = self._parts.restarted(sequence, level, start)
            for child in item:
                if child.tag in _PARAGRAPHS:
                    self._paragraph(child, into, (sequence, level) if labelled else None)
                    labelled = False
                elif child.tag == _LIST:
                    self._list(child, into, level + 1, sequence)
                elif child.tag == _TABLE + "table":
                    self._table(child, into)
                elif child.tag.startswith(TEXT):
                    self.blocks(child, into)

    def _sequence(self, element: Any, style: str | None) -> ListSequence:
        parts = self._parts
        continued = element.get(TEXT + "continue-list")
        sequence = parts.by_id.get(continued) if continued else None
        if element.get(TEXT + "continue-numbering") == "true" or continued:
            # LibreOffice does not write every id that it refers to.
            sequence = sequence or parts.by_style.get(style)
        if sequence is None:
            sequence = parts.sequence(style, self._styles.levels(style))
        parts.by_style[style] = sequence
        if element.get(_ID):
            parts.by_id[element.get(_ID)] = sequence
        return sequence

    def _heading(self, element: Any) -> tuple[ListSequence, int] | None:
        """Where a heading stands that the outline numbers."""
        outline = self._styles.outline
        level = element.get(TEXT + "outline-level", "1")
        unnumbered = element.get(TEXT + "is-list-header") == "true"
        if outline is None or unnumbered or not re.fullmatch("[1-9]", level):
            return None
        if self._outline is None:
            self._outline = self._parts.sequence(None, list(levels_of(outline)))
        return self._outline, int(level) - 1

    def _paragraph(self, element: Any, into: Any, member: tuple[ListSequence, int] | None) -> None:
        p = etree.SubElement(into, P)
        if member is None and element.tag == TEXT + "h":
            member = self._heading(element)
        if member is not None:
            sequence, level = member
            numbers = etree.SubElement(etree.SubElement(p, W + "pPr"), W + "numPr")
            etree.SubElement(numbers, W + "ilvl", {VAL: str(level)})
            etree.SubElement(numbers, W + "numId", {VAL: str(sequence.number)})
        look = self._styles.look("paragraph", element.get(TEXT + "style-name"), Look())
        self._runs(element, p, look)

    def _runs(self, element: Any, p: Any, look: Look) -> None:
        _write(p, element.text, look)
        for child in element:
            tag = child.tag
            if tag == TEXT + "span":
                own = self._styles.look("text", child.get(TEXT + "style-name"), look)
                self._runs(child, p, own)
            elif tag == TEXT + "s":
                count = child.get(TEXT + "c", "1")
                _write(p, " " * min(int(count) if count.isdecimal() else 1, 1000), look)
            elif tag == TEXT + "tab":
                etree.SubElement(etree.SubElement(p, R), W + "tab")
            elif tag == TEXT + "line-break":
                etree.SubElement(etree.SubElement(p, R), W + "br")
            elif tag == TEXT + "note":
                kind = child.get(TEXT + "note-class", "footnote")
                self.blocks(child, self._parts.note(kind if kind == "endnote" else "footnote"))
            elif tag.startswith(_DRAW):
                self._drawing(child, p)
            elif tag not in _SKIPPED:
                self._runs(child, p, look)
            _write(p, child.tail, look)

    def _drawing(self, element: Any, p: Any) -> None:
        """A frame or a shape: its text as a text box; objects and pictures by their mere mark."""
        kinds = {child.tag for child in element}
        if element.tag == _DRAW + "frame" and _DRAW + "text-box" not in kinds:
            run = etree.SubElement(p, R)
            if kinds & {_DRAW + "object", _DRAW + "object-ole"}:
                etree.SubElement(run, W + "object")
            elif _DRAW + "image" in kinds:
                inline = etree.SubElement(etree.SubElement(run, W + "drawing"), "inline")
                sides = {"cx": _emu(element, "width"), "cy": _emu(element, "height")}
                etree.SubElement(inline, "extent", sides)
                etree.SubElement(inline, "blip")
            return
        if kinds & {*_PARAGRAPHS, _LIST, _TABLE + "table"}:
            picture = etree.SubElement(etree.SubElement(p, R), W + "pict")
            self.blocks(element, etree.SubElement(picture, BOX))
            return
        for child in element:
            if child.tag.startswith(_DRAW):
                self._drawing(child, p)

    def _table(self, element: Any, into: Any) -> None:
        table = etree.SubElement(into, TBL)
        etree.SubElement(table, W + "tblPr")
        # By first column: merged cells that go on, how many rows and columns they still cover.
        below: dict[int, tuple[int, int]] = {}
        for row in _repeated(_rows(element), "rows"):
            tr = etree.SubElement(table, TR)
            cells = _repeated(row.iterchildren(_CELL, _COVERED), "columns")
            for column, cell in enumerate(cells):
                merge: str | None
                if cell.tag == _COVERED:
                    # Beside a merged cell nothing, below it the cell that continues it.
                    rows, columns = below.pop(column, (0, 0))
                    merge = "continue"
                else:
                    rows, columns = _spanned(cell, "rows"), _spanned(cell, "columns")
                    merge = "restart" if rows > 1 else None
                if columns:
                    self._cell(cell, tr, columns, merge)
                if rows > 1:
                    below[column] = (rows - 1, columns)

    def _cell(self, cell: Any, tr: Any, columns: int, merge: str | None) -> None:
        tc = etree.SubElement(tr, TC)
        properties = etree.SubElement(tc, W + "tcPr")
        if columns > 1:
            etree.SubElement(properties, W + "gridSpan", {VAL: str(columns)})
        if merge is not None:
            etree.SubElement(properties, W + "vMerge", {VAL: merge})
        self.blocks(cell, tc)


def _hidden(element: Any) -> bool:
    return bool(element.tag == TEXT + "section" and element.get(TEXT + "display") == "none")


def _rows(element: Any) -> Iterator[Any]:
    """The rows of a table, those in groups and headers too; not those of nested tables."""
    for child in element:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag.startswith(_TABLE + "table-") and child.tag != _TABLE + "table-column":
            yield from _rows(child)


def _spanned(cell: Any, side: str) -> int:
    count = cell.get(_TABLE + f"number-{side}-spanned", "1")
    return int(count) if re.fullmatch(r"[1-9]\d{0,5}", count) else 1


def _repeated(elements: Iterator[Any], side: str) -> Iterator[Any]:
    for element in elements:
        count = element.get(_TABLE + f"number-{side}-repeated", "1")
        for _ in range(min(int(count) if count.isdecimal() else 1, _MOST_REPEATED)):
            yield element


def _write(p: Any, string: str | None, look: Look) -> None:
    """A run of text. White space counts as one space (6.1.2); DOCX has an element of its own for
    the hyphen that does not break."""
    if not string or look.hidden:
        return
    run = etree.SubElement(p, R)
    properties = etree.SubElement(run, W + "rPr")
    if look.font:
        etree.SubElement(properties, W + "rFonts", {W + "ascii": look.font, W + "hAnsi": look.font})
    if look.bold:
        etree.SubElement(properties, W + "b")
    text = etree.SubElement(run, T, {_SPACE: "preserve"})
    text.text = re.sub(r"[ \t\r\n]+", " ", string).replace("\u2011", "-")


def _emu(element: Any, side: str) -> str:
    """A length in EMU, the unit of DOCX."""
    match = re.fullmatch(r"([\d.]{1,9})([a-z]{2})", element.get(_SVG + side, ""))
    return str(int(float(match[1]) * _EMU.get(match[2], 0))) if match else "0"
