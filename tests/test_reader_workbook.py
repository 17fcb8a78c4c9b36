"""Workbooks: what each sheet prints, as passages and tables, each cell by its reference."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Border, Font, PatternFill, Side

from extract.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    ExtractError,
    TooManyCells,
    UnknownFormat,
)
from extract.model import Passage, Source, Table
from extract.readers import finder, read

Row = list[Any]
HEADINGS: Row = ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025"]
RULED = Border(*(Side("thin") for _ in range(4)))


def workbook(fill: Callable[[Any], object]) -> bytes:
    """An XLSX file whose first sheet ``fill`` fills."""
    book = Workbook()
    book.active.title = "Biểu 1"  # type: ignore[union-attr]
    fill(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheet_of(rows: list[Row], *, ruled: range = range(0)) -> bytes:
    """The rows as they are; those with a number in ``ruled`` (from 0) get borders."""

    def fill(sheet: Any) -> None:
        for row in rows:
            sheet.append(row)
        for index in ruled:
            for cell in sheet[index + 1][: len(HEADINGS)]:
                cell.border = RULED

    return workbook(fill)


def source(data: bytes, name: str = "bieu.xlsx") -> Source:
    return read(data, name)


def outline(data: bytes, name: str = "bieu.xlsx") -> list[str | list[list[str]]]:
    """Passages as strings, tables as rows of strings."""
    return [
        block.text.string
        if isinstance(block, Passage)
        else [[cell.text.string if cell else "" for cell in row] for row in block.grid()]
        for block in source(data, name).blocks
    ]


def warned(data: bytes, name: str = "bieu.xlsx") -> dict[str, str]:
    return {warning.code: warning.message for warning in source(data, name).warnings}


# --------------------------------------------------------------------------- what cells print


def test_numbers_are_as_the_sheet_prints_them() -> None:
    def fill(sheet: Any) -> None:
        for at, (value, code) in enumerate(
            [
                (0.4, "0%"),
                (1234.5, "#,##0.0"),
                (79.7154, "General"),
                (45641, "dd/mm/yyyy"),
                ("01.5", "@"),
                (True, "General"),
                (-3, "#,##0_);(#,##0)"),
            ],
            1,
        ):
            sheet.cell(1, at, value).number_format = code

    ((row,),) = outline(workbook(fill))
    assert row == ["40%", "1.234,5", "79,7154", "15/12/2024", "01.5", "TRUE", "-3"]


def test_lines_of_a_cell_are_paragraphs() -> None:
    found = source(sheet_of([["TT", "Nhiệm vụ", "Đơn vị"], [1, "- Lập hồ sơ\n- Trình\r\n\n", "x"]]))
    (table,) = found.blocks
    assert isinstance(table, Table)
    lines = [paragraph.string for paragraph in table.cells[4].paragraphs]
    assert lines == ["- Lập hồ sơ", "- Trình"]


def test_runs_and_escapes_of_a_text() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = CellRichText("Tối ", TextBlock(InlineFont(b=True), "thiểu"), " 95%")
        sheet["A2"] = "Mục_x0020_tiêu"

    assert outline(workbook(fill)) == ["Tối thiểu 95%", "Mục tiêu"]


OLD_FONTS: list[Row] = [
    ["TT", "ChØ tiªu", "§¬n vÞ tÝnh", "KÕ ho¹ch n¨m 2025"],
    [1, "Tû lÖ hé nghÌo toµn x·", "%", 4.5],
    [2, "Gi¶i quyÕt viÖc lµm míi", "Lao ®éng", 250],
]


@pytest.mark.parametrize("named", [True, False])
def test_cells_typed_in_old_fonts(named: bool) -> None:
    def fill(sheet: Any) -> None:
        for row in OLD_FONTS:
            sheet.append(row)
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            cell.font = Font(".VnTime" if named else "Arial")

    data = workbook(fill)
    assert outline(data) == [
        [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025"],
            ["1", "Tỷ lệ hộ nghèo toàn xã", "%", "4,5"],
            ["2", "Giải quyết việc làm mới", "Lao động", "250"],
        ]
    ]
    assert set(warned(data)) == {"legacy_encoding"}
    find = finder(data, "bieu.xlsx")
    assert find({"sheet": "Biểu 1", "cell": "B1", "start": 0, "end": 3}) == "ChØ"


def test_bold() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["A2"] = "KẾ HOẠCH", "Căn cứ"
        sheet["A1"].font = Font(bold=True)

    passages = source(workbook(fill)).blocks
    assert [isinstance(block, Passage) and block.bold for block in passages] == [True, False]


# --------------------------------------------------------------------------- where tables are


@pytest.mark.parametrize("ruled", [range(2, 6), range(0)])
def test_titles_and_notes_stand_around_a_table(ruled: range) -> None:
    rows = [
        ["BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI"],
        [None, None, None, "Đơn vị: xã An Lạc"],
        HEADINGS,
        [None, "A. Kinh tế"],
        [1, "Thu ngân sách", "tỷ đồng", 12.5],
        [2, "Hộ nghèo", "%", 4],
        [],
        ["Ghi chú: số liệu của Cục Thống kê"],
    ]
    assert outline(sheet_of(rows, ruled=ruled)) == [
        "BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI",
        "Đơn vị: xã An Lạc",
        [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025"],
            ["", "A. Kinh tế", "", ""],
            ["1", "Thu ngân sách", "tỷ đồng", "12,5"],
            ["2", "Hộ nghèo", "%", "4"],
        ],
        "Ghi chú: số liệu của Cục Thống kê",
    ]


def test_an_empty_row_under_headings_ends_no_table() -> None:
    rows = [HEADINGS, [], [None, "A. Kinh tế"], [1, "Thu ngân sách", "tỷ đồng", 12]]
    rows += [[], [2, "Hộ nghèo", "%", 4]]
    (table,) = outline(sheet_of(rows))
    assert [row[1] for row in table] == ["Chỉ tiêu", "A. Kinh tế", "Thu ngân sách", "Hộ nghèo"]


@pytest.mark.parametrize("between", [[[]], [[], ["Biểu 2. Xã hội"]], [[], ["Biểu 2"], []]])
def test_headings_after_an_empty_row_begin_a_table(between: list[Row]) -> None:
    rows = [HEADINGS, [1, "Thu ngân sách", "tỷ đồng", 12], *between]
    rows += [HEADINGS, [1, "Hộ nghèo", "%", 4]]
    found = outline(sheet_of(rows))
    assert [len(block) for block in found if isinstance(block, list)] == [2, 2]


def test_workings_beside_a_table_are_a_table_of_their_own() -> None:
    rows = [HEADINGS, [1, "Thu ngân sách", "tỷ đồng", 12, None, 484.49, 540]]
    first, second = outline(sheet_of(rows))
    assert [len(row) for row in first] == [4, 4]
    assert second == [["484,49", "540"]]


def test_merged_cells_and_several_heading_rows() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["TT", "Chỉ tiêu", "Kế hoạch", None, "Ghi chú"])
        sheet.append([None, None, 2025, 2026])
        sheet.append([1, "Hộ nghèo", "5%", "4%"])
        sheet.append([2, "Cận nghèo", "3%"])
        for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "C4:D4"):
            sheet.merge_cells(area)

    assert outline(workbook(fill)) == [
        [
            ["TT", "Chỉ tiêu", "Kế hoạch", "Kế hoạch", "Ghi chú"],
            ["TT", "Chỉ tiêu", "2025", "2026", "Ghi chú"],
            ["1", "Hộ nghèo", "5%", "4%", ""],
            ["2", "Cận nghèo", "3%", "3%", ""],
        ]
    ]


def test_a_letterhead_is_read_column_by_column() -> None:
    rows = [
        ["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["XÃ TÂN HÒA BẮC", None, None, "Độc lập - Tự do - Hạnh phúc"],
        ["Số: 12/KH-UBND"],
        [None, None, None, "Tân Hòa Bắc, ngày 02 tháng 4 năm 2025"],
        [],
        ["KẾ HOẠCH"],
        [],
        HEADINGS,
        [1, "Hộ nghèo", "%", 4],
    ]
    assert outline(sheet_of(rows, ruled=range(7, 9)))[:-1] == [
        *("ỦY BAN NHÂN DÂN", "XÃ TÂN HÒA BẮC", "Số: 12/KH-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "Tân Hòa Bắc, ngày 02 tháng 4 năm 2025",
        "KẾ HOẠCH",
    ]


def test_sheets_follow_each_other() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "Biểu thứ nhất"
        sheet.parent.create_sheet("Biểu 2")["B7"] = "Biểu thứ hai"

    data = workbook(fill)
    assert outline(data) == ["Biểu thứ nhất", "Biểu thứ hai"]
    find = finder(data, "bieu.xlsx")
    assert find({"sheet": "Biểu 2", "cell": "B7", "start": 5, "end": 8}) == "thứ"
    assert find({"sheet": "Biểu 9", "cell": "B7", "start": 5, "end": 8}) == ""


# --------------------------------------------------------------------------- what is not printed


def test_what_is_hidden_is_not_read_and_told() -> None:
    def fill(sheet: Any) -> None:
        for row in (HEADINGS, [1, "Thu ngân sách", "tỷ đồng", 12], [2, "Hộ nghèo", "%", 4]):
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.parent.create_sheet("Nháp").sheet_state = "veryHidden"
        sheet.parent["Nháp"]["A1"] = "Bản nháp"

    data = workbook(fill)
    assert outline(data) == [[["TT", "Chỉ tiêu", "Kế hoạch năm 2025"], ["2", "Hộ nghèo", "4"]]]
    messages = [warning.message for warning in source(data).warnings]
    assert messages == [
        "hidden sheets were not read: 'Nháp'",
        "sheet 'Biểu 1': 6 filled cells in hidden rows or columns (C1, A2, B2 ...) were not read",
    ]


def test_what_stands_outside_of_the_print_area_is_not_read_and_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.append([*HEADINGS, None, "nháp"])
        sheet.append([1, "Hộ nghèo", "%", 4, None, 7.25])
        sheet.print_area = "A1:D9"

    data = workbook(fill)
    assert [len(row) for block in outline(data) for row in block] == [4, 4]
    assert "2 filled cells outside of the print area (F1, F2)" in warned(data)["hidden_text"]


def test_text_under_a_merged_cell_is_told() -> None:
    data = workbook(lambda sheet: sheet.append(["Kế hoạch", "che khuất"]))
    covering = b'<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
    data = repacked(data, lambda xml: xml.replace(b"</worksheet>", covering))
    assert outline(data) == ["Kế hoạch"]
    assert "under a merged cell (B1)" in warned(data)["hidden_text"]


def test_a_formula_prints_the_value_in_the_file() -> None:
    number = '<c r="A1"><f>1+1</f><v>2</v></c>'
    string = '<c r="B1" t="str"><f>"x"</f><v>Hộ nghèo</v></c>'
    assert outline(with_cells(number + string)) == [[["2", "Hộ nghèo"]]]


def test_a_formula_without_a_value_is_told() -> None:
    data = sheet_of([HEADINGS, [1, "Hộ nghèo", "%", "=2+2"]])
    (table,) = outline(data)
    assert table[1] == ["1", "Hộ nghèo", "%", ""]
    assert "1 formulas have no value in the file (D2)" in warned(data)["formula_without_value"]


def test_an_error_is_printed_and_told() -> None:
    data = with_cells('<c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert outline(data) == [[["1", "#DIV/0!"]]]
    assert "1 cells print an error" in warned(data)["error_in_cell"]


def test_an_error_that_is_not_printed_is_not_told() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>'
    hidden = b'<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    data = repacked(with_cells(cells), lambda xml: xml.replace(b"<sheetData>", hidden))
    assert set(warned(data)) == {"hidden_text"}


def test_charts_are_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.append([1, 2])
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=1, min_row=1, max_col=2))
        sheet.add_chart(chart, "A3")

    assert "1 charts" in warned(workbook(fill))["object_not_read"]


# --------------------------------------------------------------------------- the way back


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_every_piece_stands_in_its_cell(kind: str) -> None:
    rows = [["Biểu  1\n(tiếp theo)"], HEADINGS, [1, "- Hộ nghèo\n- Cận nghèo", "%", 4.25]]
    data = sheet_of(rows) if kind == "xlsx" else xls_of(rows)
    find = finder(data, f"bieu.{kind}")
    count = 0
    for block in source(data, f"bieu.{kind}").blocks:
        texts = [block.text] if isinstance(block, Passage) else [c.text for c in block.cells]
        for text in texts:
            for _, place, low, high in text.stretches():
                at = place.locator(low, high)
                found = find({"sheet": at.sheet, "cell": at.cell, "start": low, "end": high})  # type: ignore[union-attr]
                assert found == place.raw[low:high]
                count += 1
    assert count == 11


def test_a_workbook_that_openpyxl_refuses_is_looked_up_all_the_same() -> None:
    good = workbook(lambda sheet: sheet.append(["Kế hoạch"]))
    data = repacked(good, lambda xml: xml.replace(b'<sz val="11"', b'<sz val="to"'))
    assert data != good
    assert outline(data) == ["Kế hoạch"]
    with pytest.warns(UserWarning, match="openpyxl cannot open a file"):
        find = finder(data, "bieu.xlsx")
    assert find({"sheet": "Biểu 1", "cell": "A1", "start": 0, "end": 2}) == "Kế"


# --------------------------------------------------------------------------- Excel 97-2003


def xls_of(rows: list[Row], finish: Callable[[Any], object] = lambda sheet: None) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Biểu 1")
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.write(r, c, value)
    finish(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_an_old_workbook() -> None:
    def finish(sheet: Any) -> None:
        sheet.write(2, 3, 0.4, xlwt.easyxf(num_format_str="0%"))
        sheet.write_merge(3, 3, 1, 3, "Không quy định")
        sheet.write(3, 0, 2)
        sheet.row(4).hidden = True
        sheet.write(4, 0, "nháp")

    data = xls_of([["Biểu chỉ tiêu"], HEADINGS, [1, "Hộ nghèo", "%"]], finish)
    assert outline(data, "bieu.xls") == [
        "Biểu chỉ tiêu",
        [
            HEADINGS,
            ["1", "Hộ nghèo", "%", "40%"],
            ["2", "Không quy định", "Không quy định", "Không quy định"],
        ],
    ]
    assert "1 filled cells in hidden rows" in warned(data, "bieu.xls")["hidden_text"]


def test_hidden_sheets_of_an_old_workbook() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    book.add_sheet("Biểu 1").write(0, 0, "Kế hoạch")
    hidden = book.add_sheet("Nháp")
    hidden.write(0, 0, "Bản nháp")
    hidden.visibility = 1
    file = io.BytesIO()
    book.save(file)
    assert outline(file.getvalue(), "bieu.xls") == ["Kế hoạch"]
    assert warned(file.getvalue(), "bieu.xls") == {
        "hidden_text": "hidden sheets were not read: 'Nháp'"
    }


# --------------------------------------------------------------------------- bad workbooks


def repacked(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The package with every part changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return file.getvalue()


def with_cells(cells: str) -> bytes:
    """A workbook whose only row holds these cells, as XML."""
    row = f'<sheetData><row r="1">{cells}</row></sheetData>'.encode()
    empty = workbook(lambda sheet: None)
    return repacked(empty, lambda xml: re.sub(rb"<sheetData( ?/>|></sheetData>)", row, xml))


GOOD = sheet_of([HEADINGS, [1, "Hộ nghèo", "%", 4]])
LAUGHS = b'<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data", "failure"),
    [
        ("bieu.xlsx", GOOD[: len(GOOD) // 2], DamagedFile),
        ("bieu.xlsx", repacked(GOOD, lambda xml: xml[: len(xml) // 2]), DamagedFile),
        (
            "bieu.xlsx",
            repacked(GOOD, lambda xml: xml.replace(b"<worksheet", LAUGHS + b"<worksheet")),
            DamagedFile,
        ),
        ("bieu.xlsx", with_cells('<c r="A1" t="s"><v>x</v></c>'), DamagedFile),
        ("bieu.xlsx", with_cells('<c r="A1"><v>x</v></c>'), DamagedFile),
        ("bieu.xlsx", workbook(lambda sheet: None), EmptyFile),
        ("bieu.docx", GOOD, UnknownFormat),
        ("bieu.xls", GOOD, UnknownFormat),
        ("bieu.xlsx", xls_of([["x"]]), UnknownFormat),
        ("bieu.xls", xls_of([["x"]])[:1500], DamagedFile),
        ("bieu.xls", xls_of([]), EmptyFile),
        (
            "bieu.xlsx",
            xls_of([["x"]]) + "EncryptedPackage".encode("utf-16-le"),
            EncryptedFile,
        ),
    ],
)
def test_bad_workbooks(name: str, data: bytes, failure: type[ExtractError]) -> None:
    with pytest.raises(failure) as caught:
        read(data, name)
    assert "\n" not in str(caught.value)


def test_an_old_workbook_with_a_password() -> None:
    # FILEPASS stands after the first BOF record of the stream
    data = xls_of([["x"]])
    start = data.index(b"\x09\x08\x10\x00") + 20
    locked = data[:start] + b"\x2f\x00\x02\x00\x00\x00" + data[start + 6 :]
    with pytest.raises(EncryptedFile):
        read(locked, "bieu.xls")


def test_a_sheet_of_formats_takes_little_time() -> None:
    row = b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>'
    rows = b"".join(row % (at, at, at) for at in range(2, 100_002))
    data = repacked(GOOD, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    start = time.process_time()
    assert len(outline(data)) == 1
    assert time.process_time() - start < 10


def test_a_merge_over_the_whole_sheet_takes_little_time() -> None:
    merge = b'<mergeCell ref="A5:XFD1048576"/><mergeCell ref="A1:A1048576"/>'
    merge = b"<mergeCells>" + merge + b"</mergeCells>"
    data = repacked(GOOD, lambda xml: xml.replace(b"</worksheet>", merge + b"</worksheet>"))
    start = time.process_time()
    assert outline(data)
    assert time.process_time() - start < 5


def test_a_sheet_without_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.readers.sheet.MOST_CELLS", 4)
    with pytest.raises(TooManyCells, match="'Biểu 1' holds more than 4 filled cells"):
        read(GOOD, "bieu.xlsx")


def test_a_part_that_unpacks_without_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.readers.open_package._LARGEST_PART", 700)
    with pytest.raises(DamagedFile, match="would unpack to more"):
        read(GOOD, "bieu.xlsx")


def test_colours_are_no_rules() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(HEADINGS)
        sheet.append([1, "Hộ nghèo", "%", 4])
        for cell in sheet[1]:
            cell.fill = PatternFill("solid", "FFFF00")

    assert len(outline(workbook(fill))) == 1
