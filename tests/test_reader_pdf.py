"""Typed PDF files drawn here in memory, and what the reader makes of them.

pdfplumber, which reads PDF by other code, is the judge of cells and boxes.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.errors import DamagedFile, EncryptedFile, NoOcr, NoTextLayer
from extract.model import PageLocator, Passage, Source, Table, Text
from extract.readers.pdf import finder, read
from extract.text import clean
from tests.engine import no_recogniser, reader_of

A4 = (595.0, 842.0)
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
FONTS = ("LiberationSerif-Regular", "Tinos-Regular", "DejaVuSans", "NotoSerif-Regular", "times")
SYSTEM = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts")]
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4, **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    for draw in pages:
        canvas.setFont(PLAIN, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="session")
def vietnamese() -> str:
    """A font with Vietnamese letters; reportlab brings none."""
    for folder in SYSTEM:
        for name in FONTS:
            for path in folder.rglob(f"{name}.ttf") if folder.is_dir() else ():
                font = TTFont("vietnamese", str(path))
                if all(ord(letter) in font.face.charToGlyph for letter in "ệữẰđ\u0302\u0323"):
                    pdfmetrics.registerFont(font)
                    return "vietnamese"
    pytest.skip("no font with Vietnamese letters on this system: reportlab brings none")


def tables(source: Source) -> list[Table]:
    return [block for block in source.blocks if isinstance(block, Table)]


def passages(source: Source) -> list[str]:
    return [str(block.text) for block in source.blocks if isinstance(block, Passage)]


def rows(table: Table) -> list[list[str]]:
    """The cells that begin in each row."""
    found: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: cell.column):
        found[cell.row].append(str(cell.text))
    return found


def texts(source: Source) -> Iterator[Text]:
    for block in source.blocks:
        if isinstance(block, Passage):
            yield block.text
        else:
            for cell in block.cells:
                yield from cell.paragraphs


def assert_found(data: bytes, source: Source) -> None:
    """Every piece of text stands where its locator says."""
    find = finder(data)
    count = 0
    for text in texts(source):
        for piece, place, start, end in text.stretches():
            found = find(asdict(place.locator(start, end)))
            assert clean(str(piece)).replace(" ", "") in clean(found).replace(" ", "")
            count += 1
    assert count


# --------------------------------------------------------------------------- rules

XS, YS = (50.0, 90.0, 300.0, 420.0), (700.0, 660.0, 620.0, 580.0)
WORDS = [["STT", "Noi dung", "Chi tieu"], ["1", "Ho so", "85%"], ["2", "Dich vu", "40%"]]


def lines(canvas: Canvas) -> None:
    for x in XS:
        canvas.line(x, YS[0], x, YS[-1])
    for y in YS:
        canvas.line(XS[0], y, XS[-1], y)


def rectangles(canvas: Canvas) -> None:
    for left, right in pairwise(XS):
        for top, bottom in pairwise(YS):
            canvas.rect(left, bottom, right - left, top - bottom)


def hairlines(canvas: Canvas) -> None:
    for x in XS:
        canvas.rect(x - 0.25, YS[-1], 0.5, YS[0] - YS[-1], stroke=0, fill=1)
    for y in YS:
        canvas.rect(XS[0], y - 0.25, XS[-1] - XS[0], 0.5, stroke=0, fill=1)


def segments(canvas: Canvas) -> None:
    """A piece for each side of each cell, as Word draws them, and the outer rules double."""
    for x in XS:
        for top, bottom in pairwise(YS):
            canvas.rect(x, bottom + 0.5, 0.48, top - bottom - 1, stroke=0, fill=1)
    for y in YS:
        for left, right in pairwise(XS):
            canvas.rect(left + 0.5, y, right - left - 0.5, 0.48, stroke=0, fill=1)
    canvas.rect(XS[0] - 2, YS[-1] - 2, XS[-1] - XS[0] + 4, YS[0] - YS[-1] + 4)


def dashes(canvas: Canvas) -> None:
    for x in XS:
        for step in range(int((YS[0] - YS[-1]) / 4)):
            canvas.rect(x, YS[-1] + 4 * step, 0.5, 2, stroke=0, fill=1)
    for y in YS:
        for step in range(int((XS[-1] - XS[0]) / 4)):
            canvas.rect(XS[0] + 4 * step, y, 2, 0.5, stroke=0, fill=1)


def one_path(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for x in XS:
        path.moveTo(x, YS[0])
        path.lineTo(x, YS[-1])
    for y in YS:
        path.moveTo(XS[0], y)
        path.lineTo(XS[-1], y)
    canvas.drawPath(path)


def form(canvas: Canvas) -> None:
    canvas.beginForm("grid")
    canvas.translate(-100, 30)
    lines(canvas)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(100, -30)
    canvas.doForm("grid")
    canvas.restoreState()


def shades(canvas: Canvas) -> None:
    """No rules at all: cells are known by their background."""
    for index, (left, right) in enumerate(pairwise(XS)):
        for row, (top, bottom) in enumerate(pairwise(YS)):
            canvas.setFillGray(0.8 if (index + row) % 2 else 0.9)
            canvas.rect(left, bottom, right - left, top - bottom, stroke=0, fill=1)
    canvas.setFillGray(0)


def open_sides(canvas: Canvas) -> None:
    for x in XS[1:-1]:
        canvas.line(x, YS[0], x, YS[-1])
    for y in YS[:-1]:
        canvas.line(XS[0], y, XS[-1], y)


def fill(canvas: Canvas, words: Sequence[Sequence[str]] = WORDS) -> None:
    for top, row in zip(YS, words, strict=False):
        for left, word in zip(XS, row, strict=False):
            canvas.drawString(left + 5, top - 20, word)


@pytest.mark.parametrize(
    "draw",
    [lines, rectangles, hairlines, segments, dashes, one_path, form, shades, open_sides],
    ids=lambda draw: draw.__name__,
)
def test_rules_however_drawn(draw: Draw) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(50, 760, "Before")
        draw(canvas)
        fill(canvas)
        canvas.drawString(50, 500, "After")

    data = pdf(page)
    source = read(data)
    before, table, after = source.blocks
    assert isinstance(table, Table)
    assert rows(table) == WORDS
    assert (table.rows, table.columns, table.page) == (3, 3, 1)
    assert [str(b.text) for b in (before, after) if isinstance(b, Passage)] == ["Before", "After"]
    assert not source.warnings
    assert_found(data, source)


def test_merged_cells_keep_their_spans_and_agree_with_pdfplumber() -> None:
    def page(canvas: Canvas) -> None:
        for x0, y0, x1, y1, word in (
            (50, 660, 90, 740, "STT"),
            (90, 660, 300, 740, "Noi dung"),
            (300, 700, 500, 740, "Co quan"),
            (300, 660, 400, 700, "Chu tri"),
            (400, 660, 500, 700, "Phoi hop"),
            (50, 620, 500, 660, "I. NHOM MOT"),
            (50, 580, 90, 620, "1"),
            (90, 580, 300, 620, "Ho so"),
            (300, 580, 500, 620, "So Noi vu"),
        ):
            canvas.rect(x0, y0, x1 - x0, y1 - y0)
            canvas.setFont(BOLD if word.isupper() and "." in word else PLAIN, 12)
            canvas.drawString(x0 + 4, y0 + 14, word)

    data = pdf(page)
    (table,) = tables(read(data))
    spans = {
        str(cell.text): (cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in table.cells
    }
    assert spans == {
        "STT": (0, 0, 2, 1),
        "Noi dung": (0, 1, 2, 1),
        "Co quan": (0, 2, 1, 2),
        "Chu tri": (1, 2, 1, 1),
        "Phoi hop": (1, 3, 1, 1),
        "I. NHOM MOT": (2, 0, 1, 4),
        "1": (3, 0, 1, 1),
        "Ho so": (3, 1, 1, 1),
        "So Noi vu": (3, 2, 1, 2),
    }
    assert [str(cell.text) for cell in table.cells if cell.bold] == ["I. NHOM MOT"]
    with pdfplumber.open(io.BytesIO(data)) as document:
        judged = document.pages[0].extract_tables()[0]
    assert [[cell for cell in row if cell is not None] for row in judged] == rows(table)


def test_two_tables_one_page_side_by_side_and_below() -> None:
    def page(canvas: Canvas) -> None:
        for left, top, name in ((50, 700, "A"), (320, 702, "B"), (50, 500, "C")):
            for row in range(2):
                for column in range(2):
                    canvas.rect(left + 100 * column, top - 30 * (row + 1), 100, 30)
                    canvas.drawString(
                        left + 100 * column + 5, top - 30 * row - 20, f"{name}{row}{column}"
                    )
        canvas.drawString(50, 550, "Between")

    source = read(pdf(page))
    assert [rows(table)[0][0] for table in tables(source)] == ["A00", "B00", "C00"]
    assert isinstance(source.blocks[2], Passage)
    assert len({cell.paragraphs[0].segments[0].place.table for t in tables(source) for cell in t.cells}) == 3  # type: ignore[union-attr]  # noqa: E501  # fmt: skip


def test_underlines_and_frames_are_no_tables() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(20, 20, 555, 802)
        canvas.drawString(50, 700, "Doc lap - Tu do - Hanh phuc")
        canvas.line(50, 697, 200, 697)

    assert passages(read(pdf(page))) == ["Doc lap - Tu do - Hanh phuc"]


def test_rules_of_two_rows_that_miss_each_other_make_no_column() -> None:
    def page(canvas: Canvas) -> None:
        for top, middle in ((700, 200), (660, 206)):
            canvas.rect(50, top - 40, middle - 50, 40)
            canvas.rect(middle, top - 40, 400 - middle, 40)
            canvas.drawString(60, top - 20, f"left {top}")
            canvas.drawString(220, top - 20, f"right {top}")

    (table,) = tables(read(pdf(page)))
    assert rows(table) == [["left 700", "right 700"], ["left 660", "right 660"]]
    assert table.columns == 2


def test_words_that_pdfium_runs_together_are_cut_at_the_rule() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        canvas.drawRightString(XS[1], 640, "12")
        canvas.drawString(XS[1] + 0.2, 640, "Phong")
        canvas.drawString(XS[2] + 5, 640, "85%")

    data = pdf(page)
    source = read(data)
    assert rows(tables(source)[0])[1] == ["12", "Phong", "85%"]
    assert_found(data, source)


def test_table_cut_off_by_the_pages_edge_is_read_with_a_warning() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        fill(canvas, [[*WORDS[0][:2], "Chi tieu nam 2025"], *WORDS[1:]])

    source = read(pdf(page, size=(340.0, 842.0)))
    assert "text_outside_page" in [warning.code for warning in source.warnings]
    assert "2025" in " ".join(str(text) for text in texts(source))


# --------------------------------------------------------------------------- paragraphs


def cell_paragraphs(*printed: str, width: float = 150, centred: bool = False) -> list[str]:
    """What the reader makes of lines printed in a cell."""

    def page(canvas: Canvas) -> None:
        canvas.rect(50, 500, 60, 200)
        canvas.rect(110, 500, width, 200)
        canvas.drawString(55, 680, "1")
        canvas.setFont(PLAIN, 11)
        for index, line in enumerate(printed):
            if centred:
                canvas.drawCentredString(110 + width / 2, 680 - 14 * index, line)
            else:
                canvas.drawString(115, 680 - 14 * index, line)

    data = pdf(page)
    source = read(data)
    assert_found(data, source)
    (table,) = tables(source)
    return [str(paragraph) for paragraph in table.cells[1].paragraphs]


def test_a_wrapped_line_is_no_paragraph() -> None:
    assert cell_paragraphs("Phong Noi vu chu tri, phoi", "hop voi cac xa") == [
        "Phong Noi vu chu tri, phoi hop voi cac xa"
    ]


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    assert cell_paragraphs("Phong Noi vu", "Phong Tai chinh") == ["Phong Noi vu", "Phong Tai chinh"]


def test_centred_lines_are_measured_by_their_length() -> None:
    assert cell_paragraphs("Toi thieu muc do", "quoc gia", width=110, centred=True) == [
        "Toi thieu muc do quoc gia"
    ]
    assert cell_paragraphs("85%", "Toi thieu", centred=True) == ["85%", "Toi thieu"]


@pytest.mark.parametrize("mark", ["-", "+", "•", "1.", "2)", "a)"])
def test_a_list_mark_begins_a_paragraph(mark: str) -> None:
    items = [f"{mark} Cap huyen dat muc so cho;", f"{mark} Cap xa dat"]
    assert cell_paragraphs(*items) == items


def test_a_dash_inside_a_name_is_no_list_mark() -> None:
    assert cell_paragraphs("Phong Van hoa va Khoa hoc", "- Thong tin va Truyen") == [
        "Phong Van hoa va Khoa hoc - Thong tin va Truyen"
    ]


def test_amounts_line_by_line_are_a_list() -> None:
    assert cell_paragraphs("04 lop tap huan", "02 mo hinh duoc nhan", width=110) == [
        "04 lop tap huan",
        "02 mo hinh duoc nhan",
    ]


def test_what_a_hyphen_divides_is_joined_without_a_space() -> None:
    assert cell_paragraphs("thuc hien giai doan 2021-", "2025 va cac nam sau") == [
        "thuc hien giai doan 2021-2025 va cac nam sau"
    ]
    assert cell_paragraphs("xu ly van ban dien-", "tu cua cac don vi lon") == [
        "xu ly van ban dien-tu cua cac don vi lon"
    ]
    assert cell_paragraphs("Phong Van hoa va nganh -", "Thong tin cac xa dong") == [
        "Phong Van hoa va nganh - Thong tin cac xa dong"
    ]


def test_a_number_too_wide_for_its_column_stays_one_number() -> None:
    assert cell_paragraphs("12.500.0", "00", width=54) == ["12.500.000"]
    assert cell_paragraphs("27-07-202", "6", width=54) == ["27-07-2026"]
    assert cell_paragraphs("27.07.202", "6", width=54) == ["27.07.2026"]
    assert cell_paragraphs("440.000-550.", "000 luot", width=72) == ["440.000-550.000 luot"]


def test_amounts_begin_paragraphs_where_all_that_begin_surely_are_amounts() -> None:
    lines = ("05 phong su", "04 lop tap huan", "06 mo hinh duoc", "nhan rong")
    assert cell_paragraphs(*lines, width=96) == [*lines[:2], "06 mo hinh duoc nhan rong"]
    lines = ("05 lop tap huan", "08 mo hinh duoc", "nhan rong")
    assert cell_paragraphs(*lines, width=96) == [lines[0], "08 mo hinh duoc nhan rong"]
    lines = ("100% so thon, xa -", "02 can bo chuyen", "trach")
    assert len(cell_paragraphs(*lines, width=96)) == 1
    lines = ("toan bo so ho dat", "02 muc tieu")
    assert cell_paragraphs(*lines, width=96) == ["toan bo so ho dat 02 muc tieu"]


def test_a_dash_before_the_end_of_a_range_begins_no_item() -> None:
    assert cell_paragraphs("duy tri o muc 47%", "- 53% so ho", width=98) == [
        "duy tri o muc 47% - 53% so ho"
    ]


def test_a_date_or_a_word_too_wide_for_its_column_stays_whole() -> None:
    assert cell_paragraphs("14/09/202", "4", width=60) == ["14/09/2024"]
    assert cell_paragraphs("khoan", "g dat", width=42) == ["khoang dat"]
    assert cell_paragraphs("hai cam", "era", width=60) == ["hai camera"]
    assert cell_paragraphs("hai an", "sinh", width=42) == ["hai an sinh"]
    assert cell_paragraphs("Phong", "Y te", width=42) == ["Phong Y te"]
    assert cell_paragraphs("21.", "1", width=30) == ["21.1"]


def test_running_text_becomes_paragraphs() -> None:
    printed = [
        (80, "Muc tieu chung cua ke hoach nay la nang cao chat luong phuc vu nguoi dan"),
        (50, "va doanh nghiep, bao dam cong khai, minh bach trong giai quyet moi thu tuc"),
        (50, "hanh chinh."),
        (80, "- Toi thieu 85% ho so duoc giai quyet truc tuyen."),
        (80, "- 100% co quan ket noi."),
    ]

    def page(canvas: Canvas) -> None:
        for index, (left, line) in enumerate(printed):
            canvas.drawString(left, 700 - 16 * index, line)

    assert passages(read(pdf(page))) == [
        " ".join(line for _, line in printed[:3]),
        printed[3][1],
        printed[4][1],
    ]


def test_a_full_line_with_an_indent_after_another_is_a_paragraph() -> None:
    printed = [
        (80, "Can cu Nghi quyet so 12/NQ-HDND ngay 10 thang 12 nam 2024 cua Hoi dong;"),
        (80, "Theo de nghi cua Giam doc So Noi vu tai To trinh so 5/TTr-SNV ngay 3/1;"),
        (80, "Uy ban nhan dan tinh ban hanh Ke hoach cai cach hanh chinh cua tinh cho cac"),
        (50, "so, ban, nganh."),
    ]

    def page(canvas: Canvas) -> None:
        for index, (left, line) in enumerate(printed):
            canvas.drawString(left, 700 - 16 * index, line)

    assert passages(read(pdf(page))) == [
        printed[0][1],
        printed[1][1],
        f"{printed[2][1]} {printed[3][1]}",
    ]


def test_a_centred_title_over_two_lines_is_one_passage() -> None:
    title = [
        "Giao chi tieu cai cach hanh chinh nam 2025 cho cac phong, ban va Uy ban",
        "nhan dan xa",
    ]

    def page(canvas: Canvas) -> None:
        canvas.setFont(BOLD, 12)
        canvas.drawCentredString(280, 740, "QUYET DINH")
        for index, line in enumerate(title):
            canvas.drawCentredString(280, 720 - 16 * index, line)
        canvas.setFont(PLAIN, 12)
        width = pdfmetrics.stringWidth(title[0], BOLD, 12)
        canvas.drawString(280 - width / 2, 640, "Dieu 1. Giao chi tieu.")

    assert passages(read(pdf(page))) == ["QUYET DINH", " ".join(title), "Dieu 1. Giao chi tieu."]


def test_a_paragraph_goes_on_over_the_page() -> None:
    full = "Uy ban nhan dan cac xa, phuong bao dam ty le ho so dung han dat toi thieu"

    def first(canvas: Canvas) -> None:
        canvas.drawString(80, 116, full.replace("dat toi thieu", "dat muc"))
        canvas.drawString(50, 100, full)

    def second(canvas: Canvas) -> None:
        canvas.drawCentredString(297, 810, "2")
        canvas.drawString(50, 760, "95% trong nam.")

    data = pdf(first, second)
    source = read(data)
    running = [b for b in source.blocks if isinstance(b, Passage) and not b.furniture]
    assert len(running) == 1
    assert str(running[0].text).endswith("dat toi thieu 95% trong nam.")
    assert {place.locator(s, e).page for _, place, s, e in running[0].text.stretches()} == {1, 2}  # type: ignore[union-attr]
    assert_found(data, source)


@pytest.mark.parametrize("value", ["95%.", "95%;", "95.", "95%)."])
def test_a_value_alone_on_the_last_line_of_a_page_is_no_page_number(value: str) -> None:
    full = "Uy ban nhan dan cac xa, phuong bao dam ty le ho so dung han dat toi thieu"

    def first(canvas: Canvas) -> None:
        canvas.drawString(50, 80, full)
        canvas.drawString(50, 65, value)
        canvas.drawCentredString(297, 30, "- 2 -")

    (furniture,) = [b for b in read(pdf(first)).blocks if isinstance(b, Passage) and b.furniture]
    assert str(furniture.text) == "- 2 -"


def test_letterhead_columns_are_not_mixed() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(BOLD, 12)
        canvas.drawCentredString(150, 780, "UBND XA TAN HOA BAC")
        canvas.drawCentredString(420, 780, "CONG HOA XA HOI CHU NGHIA")
        canvas.drawCentredString(420, 765, "Doc lap - Tu do - Hanh phuc")
        canvas.setFont(PLAIN, 12)
        canvas.drawCentredString(150, 745, "So: 12/KH-UBND")
        canvas.drawCentredString(420, 745, "Tan Hoa Bac, ngay 5 thang 3 nam 2025")

    source = read(pdf(page))
    assert passages(source) == [
        "UBND XA TAN HOA BAC",
        "So: 12/KH-UBND",
        "CONG HOA XA HOI CHU NGHIA",
        "Doc lap - Tu do - Hanh phuc",
        "Tan Hoa Bac, ngay 5 thang 3 nam 2025",
    ]
    bold = [block.bold for block in source.blocks if isinstance(block, Passage)]
    assert bold == [True, False, True, True, False]


def test_page_numbers_and_running_heads_are_furniture() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(50, 815, f"Ke hoach chuyen doi so, trang {number}")
            canvas.drawString(50, 700, f"Noi dung {number} 100%.")
            canvas.drawCentredString(297, 30, str(number))

        return draw

    source = read(pdf(page(1), page(2), page(3)))
    kept = [str(b.text) for b in source.blocks if isinstance(b, Passage) and not b.furniture]
    assert kept == [f"Noi dung {number} 100%." for number in (1, 2, 3)]
    assert len(passages(source)) == 9
    assert source.pages == 3


# --------------------------------------------------------------------------- where text stands


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_boxes_are_those_of_the_page_as_displayed(rotation: int, cropped: bool) -> None:
    turned = rotation in (90, 270)  # reportlab then lays the MediaBox on its side: 842 × 595

    def page(canvas: Canvas) -> None:
        if rotation:
            canvas.setPageRotation(rotation)
        if cropped:
            canvas.setCropBox((30, 20, 800, 560) if turned else (20, 30, 560, 800))
        canvas.rotate(rotation)  # what is drawn stands upright once the page is turned
        canvas.translate(*{0: (0, 0), 90: (0, -842), 180: (-595, -842), 270: (-595, 0)}[rotation])
        lines(canvas)
        fill(canvas)

    data = pdf(page)
    source = read(data)
    (table,) = tables(source)
    assert rows(table) == WORDS
    assert not source.warnings
    assert_found(data, source)
    with pdfplumber.open(io.BytesIO(data)) as document:
        judged = {word["text"]: word for word in document.pages[0].extract_words()}
    # pdfplumber counts from the MediaBox: where on it, as displayed, the CropBox begins.
    corner = {0: (20, 42), 90: (20, 30), 180: (35, 30), 270: (35, 42)}[rotation]
    left, top = corner if cropped else (0, 0)
    for cell in table.cells:
        for piece, place, start, end in cell.text.stretches():
            for word in str(piece).split():
                at = start + str(piece).index(word)
                locator = place.locator(at, at + len(word))
                assert isinstance(locator, PageLocator)
                assert (locator.row, locator.column) == (cell.row, cell.column)
                box, oracle = locator.bbox, judged[word]
                assert box[0] == pytest.approx(oracle["x0"] - left, abs=1)
                assert box[2] == pytest.approx(oracle["x1"] - left, abs=1)
                assert box[1] < (oracle["top"] + oracle["bottom"]) / 2 - top < box[3]
                assert end <= len(place.raw)


def test_a_turned_heading_is_read_in_its_order() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas)
        fill(canvas, [["", "Noi dung", "Chi tieu"], *WORDS[1:]])
        canvas.rect(XS[0], YS[0], XS[1] - XS[0], 100)
        canvas.rect(XS[1], YS[0], XS[2] - XS[1], 100)
        canvas.saveState()
        canvas.translate(65, YS[0] + 5)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Co quan chu")
        canvas.drawString(0, -14, "tri thuc hien")
        canvas.restoreState()

    data = pdf(page)
    source = read(data)
    assert rows(tables(source)[0])[0][0] == "Co quan chu tri thuc hien"
    assert_found(data, source)


def test_vietnamese_composed_and_decomposed(vietnamese: str) -> None:
    words = [
        ["Nội dung", "Chỉ tiêu"],
        ["Tỷ lệ văn bản điện tử", "Tối thiểu 85%"],
        [unicodedata.normalize("NFD", "Xử lý đúng hạn ở huyện Bình Sơn Đông"), "≥ 90%"],
    ]

    def page(canvas: Canvas) -> None:
        lines(canvas)
        canvas.setFont(vietnamese, 12)
        fill(canvas, [["", *row] for row in words])

    data = pdf(page)
    source = read(data)
    read_rows = [row[1:] for row in rows(tables(source)[0])]
    assert read_rows == [[unicodedata.normalize("NFC", cell) for cell in row] for row in words]
    assert_found(data, source)


def test_a_hyphen_that_pdfium_hides_is_restored(vietnamese: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(vietnamese, 12)
        canvas.drawString(
            50, 700, "Ủy ban nhân dân huyện Bình Sơn Đông và tỉnh An Lạc xử lý văn bản điện-"
        )
        canvas.drawString(50, 685, "tử đúng hạn.")

    data = pdf(page)
    source = read(data)
    assert passages(source)[0].endswith("văn bản điện-tử đúng hạn.")
    assert_found(data, source)


# --------------------------------------------------------------------------- the fallback


def test_pdfplumber_steps_in_where_no_grid_is_found_among_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from extract.readers import pdf_page

    def page(canvas: Canvas) -> None:
        canvas.setCropBox((20, 30, 560, 800))
        rectangles(canvas)
        fill(canvas)

    monkeypatch.setattr(pdf_page, "grids", lambda found: [])
    source = read(pdf(page))
    assert rows(tables(source)[0]) == WORDS
    assert [warning.code for warning in source.warnings] == ["pdf_grid_fallback"]


@pytest.mark.parametrize(("hole", "code"), [(8, "pdf_grid_missing"), (0, "pdf_grid_unclear")])
def test_a_table_whose_rules_leave_gaps_is_never_read_in_silence(hole: int, code: str) -> None:
    def page(canvas: Canvas) -> None:
        for x in XS:
            for top, bottom in pairwise(YS):
                canvas.line(x, top - hole, x, bottom + hole)
        for y in YS:
            canvas.line(XS[0], y, 200 if y == YS[1] and not hole else XS[-1], y)
        fill(canvas)

    data = pdf(page)
    source = read(data)
    assert code in [warning.code for warning in source.warnings]
    found = " ".join(str(text) for text in texts(source)).split()
    assert sorted(found) == sorted(" ".join(map(" ".join, WORDS)).split())
    assert_found(data, source)


# --------------------------------------------------------------------------- drawn over the page


def test_what_is_stamped_or_filled_in_is_read_with_the_page() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "So:")
        canvas.acroForm.textfield(value="145", x=75, y=694, width=60, height=18, borderWidth=0)
        canvas.drawString(140, 700, "/QD-UBND")

    data = pdf(page)
    source = read(data)
    assert "145" in " ".join(passages(source))
    assert_found(data, source)


# --------------------------------------------------------------------------- what cannot be read


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("RGB", (60, 84), "white")), 0, 0, *A4)


def typed_page(canvas: Canvas) -> None:
    canvas.drawString(50, 700, "Dieu 1. Giao chi tieu.")


def stamped(canvas: Canvas) -> None:
    picture(canvas)
    canvas.drawString(50, 800, "SAO Y; VAN PHONG; 25/07/2025 10:25:14")


def garbled(canvas: Canvas) -> None:
    picture(canvas)
    for index in range(30):
        canvas.drawString(50, 780 - 20 * index, "cria Chucrng h6 trq ph6p lf nganh")


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.readers.pdf.recogniser", no_recogniser)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that reads the same words on every page."""
    monkeypatch.setattr("extract.readers.pdf.recogniser", reader_of("Điều 2. Thời hạn."))
    monkeypatch.setattr("extract.readers.pdf.engine_name", lambda: "tesseract")


@pytest.fixture
def blind_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that recognises nothing."""
    monkeypatch.setattr("extract.readers.pdf.recogniser", reader_of(""))
    monkeypatch.setattr("extract.readers.pdf.engine_name", lambda: "tesseract")


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("page", "codes"), [(picture, []), (stamped, []), (garbled, ["text_layer_refused"])]
)
def test_a_page_that_is_a_picture_is_recognised(page: Draw, codes: list[str]) -> None:
    source = read(pdf(typed_page, page))
    assert passages(source) == ["Dieu 1. Giao chi tieu.", "Điều 2. Thời hạn."]
    assert (source.ocr, source.ocr_engine) == (True, "tesseract")
    assert [warning.code for warning in source.warnings] == codes


@pytest.mark.usefixtures("engine")
def test_a_typed_page_is_not_recognised() -> None:
    source = read(pdf(typed_page))
    assert passages(source) == ["Dieu 1. Giao chi tieu."]
    assert (source.ocr, source.ocr_engine) == (False, None)


@pytest.mark.usefixtures("engine")
def test_a_quote_of_a_recognised_page_is_recognised_anew() -> None:
    assert_found(data := pdf(typed_page, picture), read(data))


@pytest.mark.usefixtures("engine")
def test_it_is_told_how_many_pages_are_read() -> None:
    told: list[tuple[int, int]] = []
    read(pdf(picture, typed_page, picture), lambda done, count: told.append((done, count)))
    assert told == sorted(told)
    assert told[-1] == (3, 3)


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("page", [picture, stamped, garbled])
def test_without_an_engine_pictures_are_named(page: Draw) -> None:
    source = read(pdf(typed_page, page))
    assert passages(source) == ["Dieu 1. Giao chi tieu."]
    assert [(w.code, "Page 2" in w.message) for w in source.warnings] == [
        ("page_without_text", True)
    ]
    with pytest.raises(NoOcr, match="tesseract-ocr-vie"):
        read(pdf(page, page))


@pytest.mark.usefixtures("blind_engine")
@pytest.mark.parametrize("page", [picture, stamped, garbled])
def test_pictures_on_which_nothing_is_recognised_are_named(page: Draw) -> None:
    source = read(pdf(typed_page, page))
    assert passages(source) == ["Dieu 1. Giao chi tieu."]
    assert "page_without_text" in [warning.code for warning in source.warnings]
    with pytest.raises(NoTextLayer):
        read(pdf(page, page))


@pytest.mark.usefixtures("no_engine")
def test_an_empty_page_needs_no_engine() -> None:
    source = read(pdf(typed_page, lambda canvas: None))
    assert [warning.code for warning in source.warnings] == ["page_without_text"]
    with pytest.raises(NoTextLayer):
        read(pdf(lambda canvas: None))


@pytest.mark.usefixtures("no_engine")
def test_without_an_engine_recognised_vietnamese_is_read_and_said_to_be(vietnamese: str) -> None:
    def recognised(canvas: Canvas) -> None:
        picture(canvas)
        text = canvas.beginText(50, 780)
        text.setFont(vietnamese, 12)
        text.setTextRenderMode(3)
        for _ in range(20):
            text.textLine("Tỷ lệ hồ sơ được giải quyết đúng hạn.")
        canvas.drawText(text)

    assert read(pdf(recognised)).ocr


def test_encrypted() -> None:
    data = pdf(lines, encrypt=pdfencrypt.StandardEncryption("mat khau", canPrint=0))
    for use in (read, finder):
        with pytest.raises(EncryptedFile):
            use(data)


def test_a_file_that_only_forbids_printing_is_read() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Dieu 1.")

    locked = pdfencrypt.StandardEncryption("", ownerPassword="chu", canPrint=0)
    assert passages(read(pdf(page, encrypt=locked))) == ["Dieu 1."]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_truncated(share: float) -> None:
    data = pdf(lines, lines)
    with pytest.raises(DamagedFile):
        read(data[: int(len(data) * share)])


def test_garbage() -> None:
    with pytest.raises(DamagedFile):
        read(b"%PDF-1.7\nstartxref\n0\n%%EOF\n")


def test_finder_knows_no_page_beyond_the_last() -> None:
    find = finder(pdf(fill))
    with pytest.raises(LookupError):
        find({"page": 2, "bbox": [0, 0, 10, 10]})


# --------------------------------------------------------------------------- any table

_WORD = st.text("abcdeghiklmnopqrstuvxy0123456789%-", min_size=1, max_size=9)
_CELL = st.lists(_WORD, max_size=12).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=4))
def test_no_word_is_lost_and_every_piece_is_found(cells: list[tuple[str, ...]]) -> None:
    """Whatever stands in the cells: each word stays in its cell, in order, and can be found."""

    def page(canvas: Canvas) -> None:
        for row, words in enumerate(cells):
            for column, text in enumerate(words):
                left, top = 50 + 160 * column, 800 - 150 * row
                canvas.rect(left, top - 150, 160, 150)
                line, y = "", top - 16
                for word in [*text.split(), None]:
                    if word is None or pdfmetrics.stringWidth(f"{line} {word}", PLAIN, 12) > 148:
                        canvas.drawString(left + 6, y, line)
                        line, y = word or "", y - 14
                    else:
                        line = f"{line} {word}".strip()

    if not any(any(words) for words in cells):
        return
    data = pdf(page)
    source = read(data)
    (table,) = tables(source)
    assert [[cell.replace(" ", "") for cell in row] for row in rows(table)] == [
        [cell.replace(" ", "") for cell in row] for row in cells
    ]
    assert_found(data, source)
