"""A decree as DOCX, laid out as Nghị định 30/2020/NĐ-CP has it. The same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from tests.corpus.blocks import (
    Box,
    Cell,
    Decree,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Table,
    Title,
    revisions,
)
from tests.corpus.text_form import MOTTO

FONT = "Times New Roman"
WHEN = datetime.datetime(2025, 1, 1)
_CENTRE, _RIGHT, _BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_BULLETS = 90


def docx(decree: Decree, *, tracked: bool = True) -> bytes:
    """The file. Without ``tracked`` the changes are accepted, as a printer shows them."""
    return _Writer(tracked).file(decree)


class _Writer:
    def __init__(self, tracked: bool) -> None:
        self.tracked = tracked
        self.document = Document()
        self.lists = _BULLETS
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(13)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(0)
        self._page(self.document.sections[0], landscape=False)
        self._page_numbers()
        self._list(_BULLETS, '<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/>')

    def file(self, decree: Decree) -> bytes:
        for block in decree.blocks:
            if isinstance(block, Letterhead):
                self._letterhead(block)
            elif isinstance(block, Title):
                self._title(block)
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif isinstance(block, Box):
                self._box(block)
            elif isinstance(block, Section):
                section = self.document.add_section(WD_SECTION.NEW_PAGE)
                self._page(section, landscape=block.landscape)
            elif isinstance(block, Signature):
                self._signature(block)
            else:
                self._table(block)
        return self._bytes()

    # ----------------------------------------------------------------- page

    def _page(self, section: Any, landscape: bool) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        size = (Cm(29.7), Cm(21.0)) if landscape else (Cm(21.0), Cm(29.7))
        section.page_width, section.page_height = size
        section.top_margin = section.bottom_margin = Cm(2)
        section.left_margin, section.right_margin = Cm(2.8), Cm(1.7)
        self.width = section.page_width - section.left_margin - section.right_margin

    def _page_numbers(self) -> None:
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = _CENTRE
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        run = OxmlElement("w:r")
        number = OxmlElement("w:t")
        number.text = "2"
        run.append(number)
        field.append(run)
        paragraph._p.append(field)

    def _list(self, number: int, level: str) -> None:
        """Defines the list ``number`` (also as its abstract list) with one level."""
        numbering = self.document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/>{level}<w:suff w:val="space"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
        )
        # suff must stand before lvlText in the schema's order.
        lvl = abstract.find(qn("w:lvl"))
        suff = lvl.find(qn("w:suff"))
        lvl.remove(suff)
        lvl.insert(2, suff)
        numbering.insert(len(numbering.findall(qn("w:abstractNum"))), abstract)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )

    @staticmethod
    def _number(paragraph: Any, number: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        numbered = properties.get_or_add_numPr()
        numbered.get_or_add_ilvl().val = 0
        numbered.get_or_add_numId().val = number

    # ----------------------------------------------------------------- blocks

    def _runs(self, paragraph: Any, words: str, bold: bool = False, italic: bool = False) -> None:
        """``**`` in ``words`` turns bold on and off."""
        for i, part in enumerate(words.split("**")):
            if part:
                run = paragraph.add_run(part)
                run.bold = bold or i % 2 == 1 or None
                run.italic = italic or None

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.space_before = Pt(6)
        paragraph.alignment = {"centre": _CENTRE, "right": _RIGHT}.get(block.style, _BOTH)
        if block.style not in ("centre", "right"):
            form.first_line_indent = Cm(1.27)
        if "{+" not in block.text and "{-" not in block.text:
            self._runs(paragraph, block.text, block.style == "heading", block.style == "basis")
            return
        for i, (state, piece) in enumerate(revisions(block.text)):
            if state == "kept" or not self.tracked:
                if state != "deleted":
                    paragraph.add_run(piece)
                continue
            run = paragraph.add_run(piece)._r
            change = OxmlElement("w:ins" if state == "inserted" else "w:del")
            change.set(qn("w:id"), str(100 + i))
            change.set(qn("w:author"), "Văn thư")
            change.set(qn("w:date"), WHEN.isoformat() + "Z")
            run.addprevious(change)
            change.append(run)
            if state == "deleted":
                run.find(qn("w:t")).tag = qn("w:delText")

    def _title(self, block: Title) -> None:
        for i, line in enumerate(block.lines):
            paragraph = self.document.add_paragraph()
            paragraph.alignment = _CENTRE
            if i == 0:
                paragraph.paragraph_format.space_before = Pt(12)
            self._runs(paragraph, line, bold=True)
        if block.note:
            paragraph = self.document.add_paragraph()
            paragraph.alignment = _CENTRE
            self._runs(paragraph, block.note, italic=True)
        self.document.paragraphs[-1].paragraph_format.space_after = Pt(6)

    def _columns(self, widths: tuple[float, float]) -> Any:
        table = self.document.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = int(self.width * width)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        return table

    def _cell_line(self, cell: Any, words: str, size: float, **form: Any) -> None:
        """A line in a cell of the letterhead or of the signatures."""
        first = cell.paragraphs[0]
        paragraph = first if not first.text and len(cell.paragraphs) == 1 else cell.add_paragraph()
        paragraph.alignment = form.pop("align", _CENTRE)
        self._runs(paragraph, words, **form)
        for run in paragraph.runs:
            run.font.size = Pt(size)

    def _letterhead(self, block: Letterhead) -> None:
        left, right = self._columns((0.4, 0.6)).rows[0].cells
        if block.parent:
            self._cell_line(left, block.parent, 12)
        self._cell_line(left, block.issuer, 12, bold=True)
        self._cell_line(left, "_______", 8)
        self._cell_line(left, block.number, 13)
        if block.about:
            self._cell_line(left, block.about, 12)
        self._cell_line(right, MOTTO[0], 12, bold=True)
        self._cell_line(right, MOTTO[1], 13, bold=True)
        self._cell_line(right, "_______________", 8)
        self._cell_line(right, block.place_date, 13, italic=True)

    def _signature(self, block: Signature) -> None:
        self.document.add_paragraph()
        left, right = self._columns((0.5, 0.5)).rows[0].cells
        self._cell_line(left, "Nơi nhận:", 12, bold=True, italic=True, align=None)
        for line in block.recipients:
            self._cell_line(left, line, 11, align=None)
        for line in block.titles:
            self._cell_line(right, line, 13, bold=True)
        if block.name:
            for _ in range(4):
                right.add_paragraph()
            self._cell_line(right, block.name, 13, bold=True)
        self.document.add_paragraph()

    def _box(self, block: Box) -> None:
        """Word writes a text box twice, as a drawing and as VML for old programs: so here."""
        inner = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in block.lines)
        content = f"<w:txbxContent>{inner}</w:txbxContent>"
        spaces = (
            f"{nsdecls('w', 'wp', 'a')} "
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
            'xmlns:v="urn:schemas-microsoft-com:vml"'
        )
        width, height = int(Cm(4.6)), int(Cm(0.75 * len(block.lines) + 0.3))
        run = parse_xml(
            f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
            'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" '
            'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
            '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
            f'<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/>'
            '<wp:docPr id="1" name="Dấu văn bản đến"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            '</a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
            f"</a:ln></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
            '<w:pict><v:shape style="position:absolute;width:130pt;height:60pt">'
            f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        self.document.add_paragraph()._p.append(run)

    # ----------------------------------------------------------------- tables

    def _table(self, block: Table) -> None:
        lines, anchors = block.lines(), block.anchors()
        table = self.document.add_table(rows=len(lines), cols=len(block.widths))
        if block.borders:
            table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        widths = [int(self.width * width / sum(block.widths)) for width in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row._tr.tc_lst, widths, strict=True):
                cell.width = width
        for row in table.rows[: block.head]:
            repeated = OxmlElement("w:tblHeader")
            row._tr.get_or_add_trPr().append(repeated)
        longest = [0] * len(widths)
        for (i, j), cell in anchors.items():
            if i >= block.head and cell.columns == 1:
                longest[j] = max(longest[j], *map(len, cell.paragraphs))
        # ``table.cell`` looks at the whole table each time.
        cells = [row.cells for row in table.rows]
        for (i, j), cell in anchors.items():
            target = cells[i][j]
            if cell.rows > 1 or cell.columns > 1:
                target = target.merge(cells[i + cell.rows - 1][j + cell.columns - 1])
            heading = i < block.head
            centred = heading or (longest[j] < 20 and cell.columns < len(widths) - 1)
            self._cell(target, cell, block, heading, centred)
        self.document.add_paragraph()

    def _cell(self, target: Any, cell: Cell, block: Table, heading: bool, centred: bool) -> None:
        for i, words in enumerate(cell.paragraphs):
            paragraph = target.paragraphs[0] if i == 0 else target.add_paragraph()
            if centred:
                paragraph.alignment = _CENTRE
            if cell.counted is not None:
                if cell.restart or self.lists == _BULLETS:
                    self.lists += 1
                    form = "%1." if block.point else "%1"
                    self._list(
                        self.lists, f'<w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/>'
                    )
                self._number(paragraph, self.lists)
                continue
            if words.startswith("~ "):
                self._number(paragraph, _BULLETS)
                words = words[2:]
            self._runs(paragraph, words, bold=heading or cell.bold)
            for run in paragraph.runs:
                run.font.size = Pt(block.size)

    # ----------------------------------------------------------------- bytes

    def _bytes(self) -> bytes:
        properties = self.document.core_properties
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.title, properties.revision = "", 1
        properties.created = properties.modified = WHEN
        saved, fixed = io.BytesIO(), io.BytesIO()
        self.document.save(saved)
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
            for name in source.namelist():
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o600 << 16
                target.writestr(entry, source.read(name))
        return fixed.getvalue()
