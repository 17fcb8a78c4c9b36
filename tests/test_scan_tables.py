"""Worn rules, uncertain cells and words that cannot be right, without the engine."""

from __future__ import annotations

from itertools import pairwise

import pytest

cv2 = pytest.importorskip("cv2", reason="scans are read with OpenCV")

import numpy as np  # noqa: E402

from extract.readers.pdf_grid import Grid, GridCell, grids  # noqa: E402
from extract.readers.scan_doubts import doubt_table, doubt_words, possible  # noqa: E402
from extract.readers.scan_headings import (  # noqa: E402
    repair_grown,
    repair_heading_units,
    repair_headings,
)
from extract.readers.scan_ocr import Pixels, ReadLine, ReadWord  # noqa: E402
from extract.readers.scan_rules import rules  # noqa: E402
from extract.readers.scan_specks import without_specks  # noqa: E402
from extract.readers.scan_words import LOW, REPAIRED, UNCLEAR_TABLE, Trust, Trusted  # noqa: E402

ROWS, COLUMNS = range(200, 601, 40), (200, 400, 700, 900)


def printed_table(merged: int | None = None) -> Pixels:
    """A table of ten rows and three columns; in row ``merged`` only the outer sides stand."""
    page = np.full((700, 1200), 255, np.uint8)
    for y in ROWS:
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), 60, 2)
    for x in COLUMNS:
        for row, (top, bottom) in enumerate(pairwise(ROWS)):
            if row != merged or x in (COLUMNS[0], COLUMNS[-1]):
                cv2.line(page, (x, top), (x, bottom), 60, 2)
    return page


def wear(page: Pixels, x: int, top: int, bottom: int) -> None:
    page[top:bottom, x - 4 : x + 5] = 255


def write(page: Pixels, text: str, x: int, y: int) -> None:
    cv2.putText(page, text, (x, y), cv2.FONT_HERSHEY_COMPLEX, 0.7, 30, 2)


def cells_of(page: Pixels) -> int:
    (grid,) = grids(rules(page)[0])
    return len(grid.cells)


def test_a_side_is_drawn_on_over_a_gap_as_long_as_most_of_it() -> None:
    page = printed_table()
    wear(page, 400, 374, 400)
    assert cells_of(page) == 30


def test_a_side_of_which_nothing_is_left_stands_between_the_words_of_two_columns() -> None:
    page = printed_table()
    wear(page, 700, 363, 398)
    write(page, "790", 560, 390)
    write(page, "83", 780, 390)
    found, _, guessed = rules(page)
    (grid,) = grids(found)
    assert len(grid.cells) == 30
    assert len(guessed) == 1


def test_a_row_without_inner_sides_is_one_cell() -> None:
    page = printed_table(merged=4)
    write(page, "MUC TIEU", 230, 390)
    assert cells_of(page) == 28


def test_strokes_of_letters_in_the_lane_of_a_rule_are_no_side() -> None:
    page = printed_table(merged=4)
    write(page, "UY BAN CAC XA", 300, 390)
    cv2.line(page, (400, 369), (400, 389), 30, 3)  # the stem of a letter
    write(page, "THI TRAN", 640, 390)
    cv2.line(page, (700, 369), (700, 389), 30, 3)
    assert cells_of(page) == 28


def test_specks_far_from_letters_are_taken_off() -> None:
    page = printed_table()
    write(page, "12.5", 450, 270)
    write(page, "-", 300, 430)
    cleaned = page.copy()
    page[218:222, 600:604] = 40
    assert np.array_equal(without_specks(page), cleaned)


# --------------------------------------------------------------------------- words


def line(text: str, confidence: float = 95) -> Trusted:
    words = text.split()
    read = [
        ReadWord(word, (60 * at, 0, 60 * at + 50, 20), confidence) for at, word in enumerate(words)
    ]
    return Trusted(ReadLine(read, 20.0), [Trust(word) for word in words])


def said(one: Trusted) -> str:
    return " ".join(trust.text for trust in one.words)


def marked(one: Trusted, mark: str) -> list[str]:
    return [trust.text for trust in one.words if mark in trust.marks]


@pytest.mark.parametrize(
    "word", ["nghiệp", "UBND", "km", "m2", "95%", "(trường)", "Ytế", "≥", "12,5ha", "–"]
)
def test_words_that_may_stand_in_a_decree(word: str) -> None:
    assert possible(word)


@pytest.mark.parametrize("word", ["thc", "›", "'gi|", "hoạchh", "¡¡"])
def test_words_that_no_decree_holds(word: str) -> None:
    assert not possible(word)


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Tối thc 28%", ["thc"]),
        ("Trên 60 trường", []),
        ("tăng + 25%", ["+"]),
        ("+ 25% số hộ", []),
        ("02 lần năm", ["năm"]),
        ("02 lần/năm", []),
        ("05 kế hoạch năm 2025", []),
    ],
)  # fmt: skip
def test_a_word_beside_a_number_that_cannot_be_right_is_doubted(
    text: str, doubted: list[str]
) -> None:
    one = line(text)
    doubt_words([one])
    assert marked(one, LOW) == doubted


@pytest.mark.parametrize(
    ("text", "taken", "doubted"),
    [
        ("quá 02 lân cho", "quá 02 lần cho", ["lần"]),
        ("ít nhất một buối hướng", "ít nhất một buổi hướng", ["buổi"]),
        ("15 doanh nghiếp trở lên", "15 doanh nghiệp trở lên", []),
        ("02 hồ chứa nước", "02 hồ chứa nước", ["hồ"]),  # or "hộ"
    ],
)
def test_units_with_wrong_marks(text: str, taken: str, doubted: list[str]) -> None:
    one = line(text)
    doubt_words([one])
    assert (said(one), marked(one, LOW)) == (taken, doubted)


@pytest.mark.parametrize(
    ("read", "taken"),
    [
        ("H. MỤC TIÊU", "II. MỤC TIÊU"),
        (":H. Mục tiêu", "II. Mục tiêu"),
        ("HI. NHIỆM VỤ", "III. NHIỆM VỤ"),
        ("IV. TỔ CHỨC", "IV. TỔ CHỨC"),
        ("11. Công an xã", "11. Công an xã"),
        ("H. và", "H. và"),
    ],
)
def test_roman_numbers_of_headings(read: str, taken: str) -> None:
    one = line(read)
    repair_headings([one])
    assert said(one) == taken


def test_h_after_g_is_a_letter() -> None:
    both = [line("G. Thu ngân sách"), line("H. Chi ngân sách")]
    repair_headings(both)
    assert said(both[1]) == "H. Chi ngân sách"


@pytest.mark.parametrize(
    ("read", "taken"), [("≥ 601ít", "≥ 60 lít"), ("đến-95%.", "đến 95%."), ("COVID-19", "COVID-19")]
)
def test_words_grown_together(read: str, taken: str) -> None:
    one = line(read)
    repair_grown([one])
    assert said(one) == taken


# --------------------------------------------------------------------------- tables


def grid(whole: bool = True) -> Grid:
    cells = [
        GridCell(row, column, 1, 1, (column * 100, row * 20, column * 100 + 100, row * 20 + 20))
        for row in range(3)
        for column in range(3)
    ]
    return Grid((0, 0, 300, 60), 3, 3, cells, whole)


def texts(*rows: tuple[str, str, str]) -> list[list[Trusted]]:
    return [[line(text)] for row in rows for text in row]


ROWS_READ = (("STT", "Xã", "Tỷ lệ (%)"), ("1", "Tân Hòa", "91"), ("2", "Bến Lau", "88"))


def unclear(cells: list[list[Trusted]]) -> list[str]:
    return [said(one) for cell in cells for one in cell if marked(one, UNCLEAR_TABLE)]


def test_cells_of_a_whole_table_are_not_doubted() -> None:
    cells = texts(*ROWS_READ)
    doubt_table(grid(), cells, [])
    assert unclear(cells) == []


def test_all_cells_of_a_table_with_a_gap_are_doubted() -> None:
    cells = texts(*ROWS_READ)
    doubt_table(grid(whole=False), cells, [])
    assert len(unclear(cells)) == 9


def test_cells_beside_a_guessed_rule_are_doubted() -> None:
    cells = texts(*ROWS_READ)
    doubt_table(grid(), cells, [(193.0, 22.0, 207.0, 38.0)])
    assert unclear(cells) == ["Tân Hòa", "91"]


def test_values_below_a_heading_that_was_not_surely_read_are_doubted() -> None:
    cells = texts(("STT", "Xã", "Tỷ lệ (3%)"), *ROWS_READ[1:])
    repair_heading_units(grid(), cells)
    doubt_table(grid(), cells, [])
    assert said(cells[2][0]) == "Tỷ lệ (%)"
    assert marked(cells[2][0], REPAIRED) == ["(%)"]
    assert unclear(cells) == ["91", "88"]


def test_words_on_both_sides_of_a_column_are_doubted() -> None:
    cells = texts(*ROWS_READ)
    merged = grid()
    merged.cells[4:6] = [GridCell(1, 1, 1, 2, (100, 20, 300, 40))]
    wide = Trusted(
        ReadLine(
            [ReadWord("790", (400, 0, 460, 20), 95), ReadWord("83", (700, 0, 740, 20), 95)], 20.0
        ),
        [Trust("790"), Trust("83")],
    )
    cells[4:6] = [[wide]]
    doubt_table(merged, cells, [])
    assert unclear(cells) == ["790 83"]
