"""DOCX files built here in memory, and what the reader makes of them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownFormat
from extract.model import Cell, Passage, Source, Table, Text
from extract.readers.docx import finder, read

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def package(body: str, **parts: str) -> bytes:
    """A DOCX file from the XML inside ``w:body`` and inside the roots of other parts."""
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    kinds = {"document": "document.main"} | {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORDPROCESSING}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="'
            f'application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        related = ""
        for name, xml in parts.items():
            kind = name.rstrip("0123456789")
            root = roots.get(kind, kind)
            archive.writestr(f"word/{name}.xml", f"<w:{root} {NAMESPACES}>{xml}</w:{root}>")
            related += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONSHIPS}">{related}</Relationships>',
        )
    return buffer.getvalue()


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph: of one run where ``content`` is plain text."""
    if content and not content.startswith("<"):
        content = r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    if not content.endswith(("</w:p>", "</w:tbl>", "</w:sdt>")):
        content = p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    cells = tuple(cell if cell.startswith("<w:") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def texts(source: Source) -> list[Text]:
    found: list[Text] = []
    for block in source.blocks:
        if isinstance(block, Passage):
            found.append(block.text)
        else:
            found.extend(paragraph for cell in block.cells for paragraph in cell.paragraphs)
    return found


def proven(data: bytes) -> Source:
    """The source of ``data``, after following every locator back into the file."""
    source, find = read(data), finder(data)
    for text in texts(source):
        for segment in text.segments:
            if segment.place is None:
                continue
            start, end = segment.starts[0], segment.ends[-1]
            locator = segment.place.locator(start, end)
            assert (
                find({"path": locator.path, "start": start, "end": end})
                == (segment.place.raw[start:end])
            )
    return source


def strings(data: bytes) -> list[str]:
    return [text.string for text in texts(proven(data))]


def tables(data: bytes) -> list[Table]:
    return [block for block in proven(data).blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str | None]]:
    return [[cell.text.string if cell else None for cell in row] for row in table.grid()]


def paths(source: Source) -> Iterator[str]:
    for text in texts(source):
        for _, place, start, end in text.stretches():
            yield place.locator(start, end).path


# --------------------------------------------------------------------------- the file


def test_blocks_stand_in_reading_order() -> None:
    data = package(p("Điều 1.") + tbl(tr("1", "Tỷ lệ hộ nghèo")) + p() + p("Điều 2."))
    source = proven(data)
    assert source.format == "docx"
    assert source.pages is None
    assert [type(block) for block in source.blocks] == [Passage, Table, Passage]
    assert list(paths(source)) == ["body/p1", "body/t1/r1/c1/p1", "body/t1/r1/c2/p1", "body/p3"]


def test_file_written_by_python_docx() -> None:
    document = docx.Document()
    document.add_heading("KẾ HOẠCH", 1)
    document.add_paragraph("Phấn đấu", style="List Bullet").add_run(" đạt 95%").bold = True
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "1"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Chỉ tiêu"
    table.cell(1, 2).text = "Tối thiểu 40%"
    buffer = io.BytesIO()
    document.save(buffer)
    source = proven(buffer.getvalue())
    heading, item, found = source.blocks
    assert isinstance(heading, Passage)
    assert heading.bold  # through the style
    assert isinstance(item, Passage)
    assert (item.text.string, item.bold) == ("- Phấn đấu đạt 95%", False)
    assert isinstance(found, Table)
    assert rows(found) == [["1", "Chỉ tiêu", "Chỉ tiêu"], ["1", "", "Tối thiểu 40%"]]


@pytest.mark.parametrize("body", ["", p(), p("  \u200b\u00a0"), tbl(tr("", ""))])
def test_file_without_text_is_empty(body: str) -> None:
    with pytest.raises(EmptyFile):
        read(package(body))


def archive(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name, content in files.items():
            written.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DTD = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("data", "failure"),
    [
        (b"", EmptyFile),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile),
        (OLE + "WordDocument".encode("utf-16-le"), UnknownFormat),
        ("Kế hoạch".encode(), UnknownFormat),
        (package(p("Điều 1."))[:-40], DamagedFile),
        (package(p("Điều 1."))[:300], DamagedFile),
        (archive(xl__workbook="<workbook/>"), DamagedFile),
        (package("<w:p>"), DamagedFile),
        (archive(word__document=f"<w:document {NAMESPACES}/>"), DamagedFile),
        (archive(word__document="<html/>"), UnknownFormat),
        (
            archive(
                word__document=f"{DTD}<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a;</w:t>"
                "</w:r></w:p></w:body></w:document>"
            ),
            DamagedFile,
        ),
    ],
)
def test_file_that_cannot_be_read(data: bytes, failure: type[Exception]) -> None:
    with pytest.raises(failure):
        read(data)


def test_part_that_unpacks_without_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package(p("Chỉ tiêu " * 5000))
    monkeypatch.setattr("extract.readers.open_package._LARGEST_PART", 10_000)
    with pytest.raises(DamagedFile, match="unpack"):
        read(data)


def test_strict_open_xml() -> None:
    buffer = io.BytesIO(package(p("Giảm 0,5%")))
    with zipfile.ZipFile(buffer) as written:
        xml = written.read("word/document.xml").decode()
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    # python-docx knows these namespaces not at all: the proof says that it went another way.
    with pytest.warns(UserWarning, match="python-docx cannot open"):
        assert strings(archive(word__document=strict)) == ["Giảm 0,5%"]


def test_finder_knows_no_other_paths() -> None:
    find = finder(package(p("Điều 1.") + tbl(tr("1"))))
    for path in ("body/p2", "body/t1", "body/t1/r1/c2/p1", "header1/p1", "", "body/p1/number"):
        assert find({"path": path, "start": 0, "end": 9}) == ""


def test_only_the_proof_goes_through_python_docx() -> None:
    code = (
        "import sys; from extract.readers.docx import finder, read; data = sys.stdin.buffer.read();"
        "read(data); print('docx' in sys.modules); finder(data); print('docx' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, input=package(p("Điều 1.")), capture_output=True)
    assert ended.stdout.split() == [b"False", b"True"], ended.stderr


def test_proof_of_a_file_that_python_docx_refuses_says_so() -> None:
    """Converters leave relationships to pictures that they dropped."""
    buffer = io.BytesIO(package(p("Giảm 0,5%"), picture="x"))
    with zipfile.ZipFile(buffer) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    del files["word/picture.xml"]
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as written:
        for name, content in files.items():
            written.writestr(name, content)
    with pytest.warns(UserWarning, match="looked up with the opener that read them"):
        assert strings(broken.getvalue()) == ["Giảm 0,5%"]


# --------------------------------------------------------------------------- text of a paragraph


def field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (r("Tối ") + r("thiểu") + r(" 40%"), "Tối thiểu 40%"),
        (r("a") + "<w:r><w:tab/></w:r>" + r("b"), "a b"),
        (r("to\u0302\u0301i thie\u0302\u0309u"), "tối thiểu"),
        (r("95") + "<w:r><w:t>\n%</w:t></w:r>", "95 %"),
        (r("Cung") + "<w:r><w:noBreakHyphen/></w:r>" + r("cầu"), "Cung-cầu"),
        (r("điện") + "<w:r><w:softHyphen/></w:r>" + r("tử"), "điệntử"),
        (r("đạt ") + "<w:r><w:lastRenderedPageBreak/><w:t>90%</w:t></w:r>", "đạt 90%"),
        # tracked changes, accepted
        (
            r("đạt ")
            + "<w:del><w:r><w:delText>80%</w:delText></w:r></w:del>"
            + f"<w:ins>{r('85%')}<w:del><w:r><w:delText>?</w:delText></w:r></w:del></w:ins>",
            "đạt 85%",
        ),
        (
            f"<w:moveFrom>{r('cũ')}</w:moveFrom>{r('mới ')}<w:moveTo>{r('đến')}</w:moveTo>",
            "mới đến",
        ),
        # wrappers
        (f'<w:hyperlink r:id="x">{r("Cổng")}</w:hyperlink>{r(" tin")}', "Cổng tin"),
        (f"<w:smartTag><w:smartTag>{r('Tân')}</w:smartTag>{r(' Hòa')}</w:smartTag>", "Tân Hòa"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('60%')}</w:sdtContent></w:sdt>", "60%"),
        (f'<w:fldSimple w:instr="NUMPAGES">{r("12")}</w:fldSimple>', "12"),
        # complex fields: the result alone, also within an instruction
        (
            r("Biểu ")
            + field_char("begin") + instruction(" SEQ Bieu ") + field_char("separate")
            + r("3") + field_char("end") + r(".1"),
            "Biểu 3.1",
        ),
        (
            field_char("begin") + instruction(" IF ")
            + field_char("begin") + instruction("MERGEFIELD x") + field_char("separate")
            + r("7") + field_char("end")
            + instruction(" = 7 ") + field_char("separate") + r("đúng") + field_char("end"),
            "đúng",
        ),
        # hidden
        (r("đạt 90%") + r(" (ghi chú nội bộ 75%)", "<w:vanish/>"), "đạt 90%"),
        (r("đạt 90%", '<w:vanish w:val="0"/>'), "đạt 90%"),
        (r("mật", '<w:rStyle w:val="An"/>') + r("đạt 90%"), "đạt 90%"),
        # symbols
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' + r(" 40%"), "- 40%"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 40%"), "≥ 40%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>' + r(" 40%"), "- 40%"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="2264"/></w:r>' + r(" 5%"), "≤ 5%"),
        (r("\uf0a3 5%", '<w:rFonts w:ascii="Symbol"/>'), "≤ 5%"),
        (r("\u00b3 5%", '<w:rFonts w:ascii="Symbol"/>'), "≥ 5%"),
        (r("200 m\u00b3", '<w:rFonts w:ascii="Times New Roman"/>'), "200 m\u00b3"),
        # formulas
        (
            f"<m:oMath><m:r><m:t>≥</m:t></m:r><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num>"
            f"<m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>{r(' số xã')}",
            "≥2/3 số xã",
        ),
        (r("đạt", "<w:caps/>"), "đạt"),
        (r("đạt") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "đạt"),
    ],
)  # fmt: skip
def test_accepted_text(content: str, printed: str) -> None:
    hidden = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert strings(package(p(content), styles=hidden)) == [printed]


def test_line_break_parts_a_paragraph_in_one_place() -> None:
    content = r("ỦY BAN NHÂN DÂN") + "<w:r><w:br/></w:r>" + r("TỈNH AN LẠC")
    source = proven(package(p(content) + tbl(tr(tc(p(content))))))
    assert [text.string for text in texts(source)] == ["ỦY BAN NHÂN DÂN", "TỈNH AN LẠC"] * 2
    _, place, start, end = next(texts(source)[1].stretches())
    assert place.raw == "ỦY BAN NHÂN DÂN\nTỈNH AN LẠC"
    assert (place.locator(start, end).path, start, end) == ("body/p1", 16, 27)


def test_page_break_written_by_python_docx() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Phần I")
    run.add_break(WD_BREAK.PAGE)
    run.add_text("Phần II")
    buffer = io.BytesIO()
    document.save(buffer)
    assert strings(buffer.getvalue()) == ["Phần I", "Phần II"]


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="DamCon"><w:basedOn w:val="Dam"/></w:style>
<w:style w:type="character" w:styleId="Manh"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Bang"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
</w:tblStylePr></w:style>
"""


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (p(r("I. MỤC TIÊU", "<w:b/>")), True),
        (p(r("I. MỤC TIÊU", '<w:b w:val="0"/>')), False),
        (p(r("I.", "<w:b/>") + r(" ") + r("MỤC TIÊU", "<w:b/>")), True),
        (p(r("I. ", "<w:b/>") + r("Mục tiêu")), False),
        (p("I. MỤC TIÊU", '<w:pStyle w:val="Dam"/>'), True),
        (p("I. MỤC TIÊU", '<w:pStyle w:val="DamCon"/>'), True),
        (p(r("I. MỤC TIÊU", '<w:rStyle w:val="Manh"/>')), True),
        (p(r("I. MỤC TIÊU", '<w:b w:val="false"/>'), '<w:pStyle w:val="Dam"/>'), False),
        # two styles that both say bold cancel each other
        (p(r("I. MỤC TIÊU", '<w:rStyle w:val="Manh"/>'), '<w:pStyle w:val="Dam"/>'), False),
    ],
)
def test_bold(paragraph: str, bold: bool) -> None:
    source = proven(package(paragraph + tbl(tr(tc(paragraph))), styles=STYLES))
    passage, table = source.blocks
    assert isinstance(passage, Passage)
    assert isinstance(table, Table)
    assert (passage.bold, table.cells[0].bold) == (bold, bold)


def test_first_row_bold_by_table_style() -> None:
    look = '<w:tblStyle w:val="Bang"/><w:tblLook w:val="04A0"/>'
    (table,) = tables(package(tbl(tr("TT"), tr("1"), properties=look), styles=STYLES))
    assert [cell.bold for cell in table.cells] == [True, False]


# --------------------------------------------------------------------------- tables


def merged(kind: str, how: str = "") -> str:
    return f"<w:{kind}{f' w:val={chr(34)}{how}{chr(34)}' if how else ''}/>"


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def test_cells_merged_across_and_down() -> None:
    (table,) = tables(
        package(
            tbl(
                tr(
                    tc("TT", merged("vMerge", "restart")),
                    tc("Kế hoạch", span(2)),
                ),
                tr(tc("", merged("vMerge")), "Năm 2026", "Năm 2027"),
                tr("1", "40%", "50%"),
            )
        )
    )
    assert (table.rows, table.columns) == (3, 3)
    assert rows(table) == [
        ["TT", "Kế hoạch", "Kế hoạch"],
        ["TT", "Năm 2026", "Năm 2027"],
        ["1", "40%", "50%"],
    ]
    assert [(cell.row_span, cell.column_span) for cell in table.cells[:2]] == [(2, 1), (1, 2)]


def test_block_of_merged_cells() -> None:
    down, on = merged("vMerge", "restart"), merged("vMerge", "continue")
    (table,) = tables(
        package(
            tbl(tr(tc("A", span(2) + down), "1"), tr(tc("", span(2) + on), "2"), tr("b", "c", "3"))
        )
    )
    assert rows(table) == [["A", "A", "1"], ["A", "A", "2"], ["b", "c", "3"]]


def test_old_horizontal_merge() -> None:
    across, on = merged("hMerge", "restart"), merged("hMerge", "continue")
    (table,) = tables(package(tbl(tr(tc("A", across), tc("", on), "1"), tr("b", "c", "2"))))
    assert rows(table) == [["A", "A", "1"], ["b", "c", "2"]]


def test_merge_that_goes_on_from_nothing_is_a_cell() -> None:
    (table,) = tables(
        package(tbl(tr(tc("1", merged("vMerge")), "a"), tr(tc("", merged("vMerge")), "b")))
    )
    assert rows(table) == [["1", "a"], ["1", "b"]]


def test_text_under_a_merged_cell_is_not_printed_but_told() -> None:
    down, on = merged("vMerge", "restart"), merged("vMerge")
    source = proven(package(tbl(tr(tc("A", down), "1"), tr(tc("cũ 75%", on), "2"))))
    assert [text.string for text in texts(source)] == ["A", "1", "2"]
    assert [warning.code for warning in source.warnings] == ["hidden_text"]


def test_rows_of_unequal_length() -> None:
    before = '<w:gridBefore w:val="1"/>'
    after = '<w:gridAfter w:val="2"/>'
    (table,) = tables(
        package(tbl(tr("1", "a", "b"), tr("c", properties=before), tr("d", properties=after)))
    )
    assert rows(table) == [["1", "a", "b"], [None, "c", None], ["d", None, None]]


def test_absurd_span_is_bounded() -> None:
    (table,) = tables(package(tbl(tr(tc("A", span(999_999_999))), tr("1"))))
    assert table.columns == 256


def test_cell_paragraphs_are_those_of_the_file() -> None:
    (table,) = tables(package(tbl(tr(tc(p("- Sở Y tế;") + p() + p("- Sở Nội vụ."))))))
    assert [text.string for text in table.cells[0].paragraphs] == ["- Sở Y tế;", "- Sở Nội vụ."]


def test_nested_tables_follow_the_outer_one() -> None:
    inner = tbl(tr("2026", tc(tbl(tr("sâu")) + p())))
    source = proven(package(tbl(tr("1", tc(p("Chi tiết:") + inner + p("hết")))) + p("sau")))
    *found, passage = source.blocks
    assert [rows(table) for table in found if isinstance(table, Table)] == [
        [["1", "Chi tiết: hết"]],
        [["2026", ""]],
        [["sâu"]],
    ]
    assert isinstance(passage, Passage)
    assert "body/t1/r1/c2/t1/r1/c2/t1/r1/c1/p1" in list(paths(source))


def test_layout_table_with_nothing_but_a_table() -> None:
    (table,) = tables(package(tbl(tr(tc(tbl(tr("1", "40%")) + p())))))
    assert rows(table) == [["1", "40%"]]


def test_content_controls_around_rows_and_cells() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    repeated = control(control(tr("2", "b")) + control(tr("3", control(tc("c")))))
    data = package(control(p("đầu")) + control(tbl(tr("1", tc(control(p("a")))), repeated)))
    source = proven(data)
    (table,) = tables(data)
    assert rows(table) == [["1", "a"], ["2", "b"], ["3", "c"]]
    assert list(paths(source))[-1] == "body/t1/r3/c2/p1"


def test_deleted_rows_go_and_inserted_rows_stay() -> None:
    data = package(
        tbl(
            tr("1", "a"),
            tr("2", "b", properties='<w:del w:id="1" w:author="x"/>'),
            tr("3", "c", properties='<w:ins w:id="2" w:author="x"/>'),
        )
    )
    (table,) = tables(data)
    assert rows(table) == [["1", "a"], ["3", "c"]]
    assert list(paths(read(data)))[-1] == "body/t1/r3/c2/p1"  # counted as it stands in the file


def test_repeated_header_row_is_read_once() -> None:
    (table,) = tables(package(tbl(tr("TT", properties="<w:tblHeader/>"), tr("1"), tr("2"))))
    assert rows(table) == [["TT"], ["1"], ["2"]]


def test_sections_lose_nothing() -> None:
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    data = package(p("Phần I", section) + p("", section) + tbl(tr("1")) + p("Phần II") + section)
    assert strings(data) == ["Phần I", "1", "Phần II"]


# --------------------------------------------------------------------------- automatic numbers


def level(index: int, format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def lists(levels: str, override: str = "") -> str:
    """List 1 of ``levels``, and list 2 of the same definition with ``override``."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    )


def item(text: str, index: int = 0, of: int = 1, more: str = "") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{of}"/></w:numPr>{more}')


def labels(data: bytes) -> list[str]:
    """What stands before the text "x" of each passage."""
    return [string.removesuffix("x").rstrip() for string in strings(data)]


@pytest.mark.parametrize(
    ("format", "text", "first", "last"),
    [
        ("decimal", "%1.", "1.", "28."),
        ("decimal", "%1)", "1)", "28)"),
        ("decimal", "Điều %1.", "Điều 1.", "Điều 28."),
        ("decimalZero", "%1", "01", "28"),
        ("upperRoman", "%1.", "I.", "XXVIII."),
        ("lowerRoman", "(%1)", "(i)", "(xxviii)"),
        ("upperLetter", "%1.", "A.", "BB."),
        ("lowerLetter", "%1)", "a)", "bb)"),
        ("ordinal", "%1", "1st", "28th"),
        ("none", "", "", ""),
        ("none", "%1", "", ""),
        ("bullet", "\uf0b7", "-", "-"),
        ("bullet", "-", "-", "-"),
        ("bullet", "+", "+", "+"),
        ("bullet", "o", "-", "-"),
        ("bullet", "•", "•", "•"),
    ],
)
def test_number_formats(format: str, text: str, first: str, last: str) -> None:
    found = labels(package(item("x") * 28, numbering=lists(level(0, format, text))))
    assert (found[0], found[27]) == (first, last)


def test_bullet_of_a_symbol_font() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    numbering = lists(level(0, "bullet", "§", font))
    assert labels(package(item("x"), numbering=numbering)) == ["-"]


def test_custom_number_format() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(package(item("x") * 2, numbering=lists(custom))) == ["009", "010"]


THREE = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.")


@pytest.mark.parametrize(
    ("levels", "indexes", "expected"),
    [
        (THREE, [0, 1, 1, 0, 1], ["I.", "1.", "2.", "II.", "1."]),
        (THREE, [0, 1, 2, 2, 1, 2], ["I.", "1.", "1.1.", "1.2.", "2.", "2.1."]),
        # a level that was never used stands at its start
        (THREE, [2, 2, 1], ["1.1.", "1.2.", "1."]),
        # levels that go on over the levels above
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
            [0, 1, 0, 1],
            ["I.", "1.", "II.", "2."],
        ),
        (
            level(0, "upperRoman", "%1")
            + level(1, "decimal", "%2")
            + level(2, "lowerLetter", "%3", '<w:lvlRestart w:val="1"/>'),
            [0, 1, 2, 1, 2, 0, 2],
            ["I", "1", "a", "2", "b", "II", "a"],
        ),
        # legal numbering: figures for every level
        (
            level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"),
            [0, 1],
            ["I.", "1.1."],
        ),
    ],
)
def test_levels(levels: str, indexes: list[int], expected: list[str]) -> None:
    body = "".join(item("x", index) for index in indexes)
    assert labels(package(body, numbering=lists(levels))) == expected


LETTERS = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("override", "of", "expected"),
    [
        ("", [1, 1, 2], ["1.", "2.", "3."]),
        (START, [1, 1, 2, 2], ["1.", "2.", "5.", "6."]),
        (LETTERS, [1, 2], ["1.", "b)"]),
        ("", [1, 0, 1, 9], ["1.", "", "2.", ""]),
    ],
)  # fmt: skip
def test_lists_of_one_definition(override: str, of: list[int], expected: list[str]) -> None:
    numbering = lists(level(0, "decimal", "%1."), override)
    assert labels(package("".join(item("x", of=n) for n in of), numbering=numbering)) == expected


def test_start_of_a_level() -> None:
    numbering = lists(level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="3"'))
    assert labels(package(item("x") * 2, numbering=numbering)) == ["3.", "4."]


NUMBERED = """
<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style>
<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/><w:pPr><w:numPr>
<w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style>
<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
</w:pPr></w:style>
"""


def test_numbers_through_styles() -> None:
    levels = THREE.replace("</w:lvl>", '<w:pStyle w:val="Khoan"/></w:lvl>', 3)
    levels = levels.replace('<w:pStyle w:val="Khoan"/>', "", 2)
    styled = [p("x", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "MucCon", "Khoan", "Muc")]
    off = p("x", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    data = package("".join(styled) + off, numbering=lists(levels), styles=NUMBERED)
    assert labels(data) == ["I.", "1.", "1.1.", "II.", ""]


def test_numbers_through_a_numbering_style() -> None:
    numbering = lists(level(0, "decimal", "%1.")) + (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    data = package(item("x") + item("x", of=3), numbering=numbering, styles=NUMBERED)
    assert labels(data) == ["1.", "2."]


def test_ordinals_that_word_counts() -> None:
    auto = tc(item(""))
    data = package(
        tbl(tr("STT", "Nội dung"), tr(auto, "Giảm nghèo"), tr(auto, "Việc làm")),
        numbering=lists(level(0, "decimal", "%1.")),
    )
    (table,) = tables(data)
    assert [row[0] for row in rows(table)] == ["STT", "1.", "2."]
    assert "body/t1/r3/c1/p1/number" in list(paths(read(data)))
    assert finder(data)({"path": "body/t1/r3/c1/p1/number", "start": 0, "end": 2}) == "2."


def test_label_and_text_keep_their_own_places() -> None:
    source = proven(package(item("Sở Y tế"), numbering=lists(level(0, "lowerLetter", "%1)"))))
    (passage,) = source.blocks
    assert isinstance(passage, Passage)
    assert passage.text.string == "a) Sở Y tế"
    assert list(paths(source)) == ["body/p1/number", "body/p1"]


def test_empty_numbered_paragraphs() -> None:
    numbering = lists(level(0, "decimal", "%1.") + level(1, "bullet", "-"))
    body = item("x") + item("") + item("x") + tbl(tr(tc(item("", 1)), "40%"))
    # Word counts it; in the body it says nothing, and a bullet alone says nothing anywhere.
    assert strings(package(body, numbering=numbering)) == ["1. x", "3. x", "40%"]


def test_what_is_not_printed_is_not_counted() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    deleted = item("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", more=mark)
    hidden = item(r("x", "<w:vanish/>"), more="<w:rPr><w:vanish/></w:rPr>")
    down, on = merged("vMerge", "restart"), merged("vMerge")
    table = tbl(
        tr(tc(item(""), down), "a"),
        tr(tc(item(""), on), "b"),
        tr(tc(item("")), "c", properties="<w:del/>"),
        tr(tc(item("")), "d"),
    )
    data = package(deleted + hidden + table, numbering=lists(level(0, "decimal", "%1")))
    assert rows(tables(data)[0]) == [["1", "a"], ["1", "b"], ["2", "d"]]


# --------------------------------------------------------------------------- around the text


def box(content: str) -> str:
    """A text box as Word writes it: once for new programs, once for old ones."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{held}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once_after_its_paragraph() -> None:
    data = package(p(r("trước ") + box(p("DỰ THẢO") + tbl(tr("1"))) + r("sau")) + p("cuối"))
    assert strings(data) == ["trước sau", "DỰ THẢO", "1", "cuối"]
    assert "body/p1/x1/t1/r1/c1/p1" in list(paths(read(data)))


@pytest.mark.parametrize(
    "run",
    [
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("KHẨN") + "</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>",
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:pict><v:textbox>'
        "<w:txbxContent>" + p("KHẨN") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        "<w:del>" + box(p("bỏ")) + "</w:del>" + box(p("KHẨN")),
        box(p(r("KHẨN") + box(p("trong")))),
    ],
)
def test_forms_of_text_boxes(run: str) -> None:
    assert strings(package(p(run) + tbl(tr(tc(p(run)), "1"))))[0] == "KHẨN"


def test_text_box_in_a_cell_follows_the_table() -> None:
    assert strings(package(tbl(tr(tc(p(box(p("ghi chú")) + r("1"))), "2")))) == [
        "1",
        "2",
        "ghi chú",
    ]


def test_numbers_in_text_boxes_and_nested_tables_are_counted_in_order() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    body = item(r("a") + box(item("b"))) + tbl(
        tr(tc(item("c") + tbl(tr(tc(item("d")))) + item("e")))
    )
    assert strings(package(body, numbering=numbering)) == ["1. a", "2. b", "3. c", "5. e", "4. d"]


def test_notes_headers_and_footers() -> None:
    separator = f'<w:footnote w:type="separator" w:id="-1">{p("___")}</w:footnote>'
    data = package(
        p(r("Tỷ lệ") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'{separator}<w:footnote w:id="2">{p("Theo chuẩn mới")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("Nguồn: báo cáo")}</w:endnote>',
        header1=p("2"),
        header2=tbl(tr("UBND", "xã Tân Hòa Bắc")),
        footer1=p("Trang 1"),
    )
    passages = [block for block in proven(data).blocks if isinstance(block, Passage)]
    assert [(passage.text.string, passage.furniture) for passage in passages] == [
        ("2", True),
        ("UBND", True),
        ("xã Tân Hòa Bắc", True),
        ("Tỷ lệ", False),
        ("Theo chuẩn mới", False),
        ("Nguồn: báo cáo", False),
        ("Trang 1", True),
    ]
    assert list(paths(read(data)))[4] == "footnotes/n2/p1"


def test_comments_are_not_read() -> None:
    comment = f'<w:comment w:id="0">{p("xem lại 99%")}</w:comment>'
    body = p(
        '<w:commentRangeStart w:id="0"/>'
        + r("đạt 90%")
        + '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    assert strings(package(body, comments=comment)) == ["đạt 90%"]


def test_what_is_not_read_is_told() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="7200000"/><a:graphic><a:blip/>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
    emblem = picture.replace("5400000", "900000").replace("7200000", "900000")
    data = package(p(r("Phụ lục") + picture + emblem) + '<w:altChunk r:id="x"/>')
    assert [warning.code for warning in proven(data).warnings] == [
        "object_not_read",
        "picture_not_read",
    ]


def test_python_docx_accepts_what_is_built_here() -> None:
    document = docx.Document()
    body = document.element.body
    body.insert(0, parse_xml(tbl(tr("1", "40%")).replace("<w:tbl>", f"<w:tbl {NAMESPACES}>", 1)))
    buffer = io.BytesIO()
    document.save(buffer)
    (table,) = tables(buffer.getvalue())
    assert table.cells == (
        Cell(0, 0, table.cells[0].paragraphs),
        Cell(0, 1, table.cells[1].paragraphs),
    )
