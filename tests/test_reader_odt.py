"""ODT files built here in memory, and what is read from them."""

from __future__ import annotations

import io
import zipfile

import pytest

from extract import readers
from extract.errors import DamagedFile, EncryptedFile
from extract.model import Cell, Passage, Source, Table

NAMES = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{NAMES}:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("style", "style"), ("text", "text"), ("table", "table")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
    )
)
LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix=")"'
    ' text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
)
OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Điều "'
    ' style:num-suffix="."/></text:outline-style>'
)
BOLD = (
    '<style:style style:name="Strong" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Heading" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Sub" style:family="paragraph" style:parent-style-name="Heading"/>'
    '<style:style style:name="Light" style:family="text">'
    '<style:text-properties fo:font-weight="normal"/></style:style>'
    '<style:style style:name="Unseen" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
)


def odt(body: str, common: str = "", **members: str) -> bytes:
    """An ODT file from the XML inside ``office:text`` and that of the common styles."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{LISTS}{BOLD}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml", f"<office:document-styles {NAMESPACES}>{common}</office:document-styles>"
        )
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return file.getvalue()


def read(body: str, common: str = "") -> Source:
    """What is read, after every quote was found again at its place."""
    data = odt(body, common)
    source, find = readers.read(data, "a.odt"), readers.finder(data, "a.odt")
    for block in source.blocks:
        cells = block.cells if isinstance(block, Table) else ()
        texts = [block.text] if isinstance(block, Passage) else []
        for text in [*texts, *(line for cell in cells for line in cell.paragraphs)]:
            for _, place, start, end in text.stretches():
                path = place.locator(start, end).path  # type: ignore[union-attr]
                assert find({"path": path, "start": start, "end": end}) == place.raw[start:end]
    return source


def lines(body: str, common: str = "") -> list[str]:
    blocks = read(body, common).blocks
    return [block.text.string for block in blocks if isinstance(block, Passage)]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def cell(text: str = "", **spans: int) -> str:
    given = "".join(f' table:number-{side}-spanned="{count}"' for side, count in spans.items())
    return f"<table:table-cell{given}>{p(text) if text else ''}</table:table-cell>"


def table(*rows: str) -> Table:
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    (block,) = read(f"<table:table>{made}</table:table>").blocks
    assert isinstance(block, Table)
    return block


COVERED = "<table:covered-table-cell/>"


def placed(table: Table) -> list[tuple[str, int, int, int, int]]:
    def of(cell: Cell) -> tuple[str, int, int, int, int]:
        return (cell.text.string, cell.row, cell.column, cell.row_span, cell.column_span)

    return [of(cell) for cell in table.cells]


def test_white_space_is_what_the_file_says() -> None:
    body = p("Tối  thiểu\n 40%<text:s text:c='3'/>số hộ<text:tab/>nghèo<text:line-break/>dòng hai")
    assert lines(body) == ["Tối thiểu 40% số hộ nghèo", "dòng hai"]


def test_deleted_and_hidden_text_and_comments_are_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('40%')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p(
            "Tối thiểu <text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>"
            "50%<text:change-end text:change-id='c2'/> số hộ"
            "<office:annotation><text:p>xem lại 60%</text:p></office:annotation>"
            "<text:span text:style-name='Unseen'>ẩn 70%</text:span>"
        )
        + f'<text:section text:display="none">{p("80%")}</text:section>'
        + f"<text:section>{p('Trong mục')}</text:section>"
    )
    assert lines(body) == ["Tối thiểu 50% số hộ", "Trong mục"]


def test_bold_is_that_of_the_run_or_of_the_paragraphs_style() -> None:
    body = (
        p("<text:span text:style-name='Strong'>I. MỤC TIÊU</text:span>")
        + p("II. NHIỆM VỤ", "Sub")
        + p("a<text:span text:style-name='Light'>b</text:span>", "Sub")
        + p("c")
    )
    assert [block.bold for block in read(body).blocks] == [  # type: ignore[union-attr]
        *(True, True, False, False)
    ]


def item(*content: str, start: str = "") -> str:
    given = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{given}>{''.join(content)}</text:list-item>"


def items(*content: str, style: str = "", more: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:list{name}{more}>{''.join(content)}</text:list>"


def test_lists_are_numbered_over_their_levels() -> None:
    deep = items(item(p("Sâu")), item(p("Sâu hơn")))
    body = items(
        item(p("Mục tiêu"), items(item(p("Một"), deep), item(p("Hai"), p("không có số")))),
        item(p("Nhiệm vụ"), items(item(p("Lại một")))),
        style="L",
    ) + items(item(p("gạch")), style="B")
    assert lines(body) == [
        *("I. Mục tiêu", "1. Một", "1.1) Sâu", "1.2) Sâu hơn", "2. Hai", "không có số"),
        *("II. Nhiệm vụ", "1. Lại một", "- gạch"),
    ]


def test_a_list_goes_on_only_where_the_file_says_so() -> None:
    body = (
        items(item(p("a")), item(p("b")), style="L", more=' xml:id="l1"')
        + p("giữa")
        + items(item(p("c")), style="L", more=' text:continue-list="l1"')
        + items(item(p("d")), style="L", more=' text:continue-numbering="true"')
        + items(item(p("e")), item(p("f"), start="7"), item(p("g")), style="L")
    )
    assert lines(body) == ["I. a", "II. b", "giữa", "III. c", "IV. d", "I. e", "VII. f", "VIII. g"]


def test_headings_are_numbered_by_the_outline() -> None:
    body = (
        '<text:h text:outline-level="1">Mục tiêu</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Không số</text:h>'
        '<text:h text:outline-level="1">Nhiệm vụ</text:h>'
    )
    assert lines(body, OUTLINE) == ["Điều 1. Mục tiêu", "Không số", "Điều 2. Nhiệm vụ"]


def test_merged_cells() -> None:
    read = table(
        cell("STT") + cell("Chỉ tiêu", columns=2) + COVERED,
        cell("1", rows=3) + cell("Hộ nghèo") + cell("4%"),
        COVERED + cell("Bảo hiểm", rows=2, columns=2) + COVERED,
        COVERED * 3,
        cell("2") + cell("Trường học") + cell("3"),
    )
    assert placed(read) == [
        *(("STT", 0, 0, 1, 1), ("Chỉ tiêu", 0, 1, 1, 2)),
        *(("1", 1, 0, 3, 1), ("Hộ nghèo", 1, 1, 1, 1), ("4%", 1, 2, 1, 1)),
        ("Bảo hiểm", 2, 1, 2, 2),
        *(("2", 4, 0, 1, 1), ("Trường học", 4, 1, 1, 1), ("3", 4, 2, 1, 1)),
    ]


def test_header_rows_repeated_cells_and_nested_tables() -> None:
    inner = f"<table:table><table:table-row>{cell('trong')}</table:table-row></table:table>"
    body = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        f"{cell('STT')}{cell('Nội dung')}{cell('Ghi chú')}</table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell"
        f' table:number-columns-repeated="2">{p("x")}</table:table-cell>'
        f"<table:table-cell>{inner}</table:table-cell></table:table-row></table:table>"
    )
    outer, nested = read(body).blocks
    assert isinstance(outer, Table)
    assert [row[:3] for row in placed(outer)] == [
        *(("STT", 0, 0), ("Nội dung", 0, 1), ("Ghi chú", 0, 2)),
        *(("x", 1, 0), ("x", 1, 1), ("", 1, 2)),
    ]
    assert isinstance(nested, Table)
    assert placed(nested) == [("trong", 0, 0, 1, 1)]


def test_text_boxes_shapes_and_notes_are_read_after_the_text() -> None:
    body = p(
        "Số: 12/KH-UBND<draw:frame><draw:text-box><text:p>CÔNG VĂN ĐẾN</text:p></draw:text-box>"
        "</draw:frame><draw:g><draw:custom-shape><text:p>Hỏa tốc</text:p></draw:custom-shape>"
        "</draw:g><text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Theo chuẩn mới</text:p></text:note-body></text:note>"
    )
    assert lines(body) == ["Số: 12/KH-UBND", "CÔNG VĂN ĐẾN", "Hỏa tốc", "Theo chuẩn mới"]


def test_objects_and_large_pictures_are_reported() -> None:
    body = p("a<draw:frame><draw:object/><draw:image/></draw:frame>") + p(
        '<draw:frame svg:width="16cm" svg:height="20cm"><draw:image/></draw:frame>'
        '<draw:frame svg:width="2cm" svg:height="2cm"><draw:image/></draw:frame>'
    )
    assert [warning.code for warning in read(body).warnings] == [
        *("object_not_read", "picture_not_read")
    ]


def test_what_pages_repeat_is_furniture() -> None:
    common = (
        "<office:master-styles><style:master-page><style:header><text:p>UBND HUYỆN</text:p>"
        "</style:header><style:footer><text:p>Trang <text:page-number>1</text:page-number>"
        "</text:p></style:footer></style:master-page></office:master-styles>"
    )
    blocks = [block for block in read(p("Kế hoạch"), common).blocks if isinstance(block, Passage)]
    assert [(block.text.string, block.furniture) for block in blocks] == [
        *(("UBND HUYỆN", True), ("Kế hoạch", False), ("Trang 1", True))
    ]


def test_the_same_file_has_the_same_places() -> None:
    data = odt(items(item(p("Một")), style="L") + p("Hai"))
    assert readers.read(data, "a.odt") == readers.read(data, "a.odt")


def test_a_file_with_a_password() -> None:
    data = odt(p("a"), META_INF__manifest_xml="<manifest:encryption-data/>")
    data = data.replace(b"META_INF", b"META-INF")
    with pytest.raises(EncryptedFile):
        readers.read(data, "a.odt")


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_that_is_cut_off(share: float) -> None:
    data = odt(p("a"))
    with pytest.raises(DamagedFile):
        readers.read(data[: int(len(data) * share)], "a.odt")


def test_xml_that_breaks_off() -> None:
    with pytest.raises(DamagedFile, match="not well-formed"):
        readers.read(odt("<text:p>"), "a.odt")
