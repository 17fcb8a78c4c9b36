"""Tables that only white space parts, as lines of words on a page."""

from __future__ import annotations

import pytest

from extract.model import Table
from extract.readers.pdf_page import Page, fill
from extract.readers.pdf_text import Line, Word, union

COLUMNS = (60, 95, 290, 360, 470)
HEADING = ("STT", "Nội dung chỉ tiêu", "Đơn vị tính", "Kế hoạch 2025", "Cơ quan chủ trì")
ROWS = (
    ("1", "Hồ sơ giải quyết đúng hạn", "%", "98", "Sở Nội vụ"),
    ("2", "Hộ dân được dùng nước sạch", "%", "92,5", "Sở Xây dựng"),
    ("3", "Xã đạt chuẩn nông thôn mới", "xã", "12", "Sở Nội vụ"),
)
BEFORE = ("", "Các cơ quan thực hiện những chỉ tiêu sau đây trong năm và báo cáo về Sở Nội vụ tỉnh")


def line(top: float, *cells: str, left: tuple[int, ...] = COLUMNS) -> Line:
    words: list[Word] = []
    for start, cell in zip(left, cells, strict=False):
        at = float(start)
        for word in cell.split():
            words.append(Word(word, (at, top, at + 5 * len(word), top + 12), len(words)))
            at += 5 * len(word) + 3
    return Line(words, union(word.box for word in words), base=top + 10)


def page(*cells: tuple[str, ...]) -> Page:
    reading = Page(1, 595, 842)
    fill(reading, [], [line(100 + 18.0 * at, *own) for at, own in enumerate(cells)])
    return reading


def tables(reading: Page) -> list[list[list[str]]]:
    found = []
    for item in reading.items:
        if isinstance(item, Table):
            texts = {
                (cell.row, cell.column): " / ".join(part.string for part in cell.paragraphs)
                for cell in item.cells
            }
            found.append(
                [[texts[row, at] for at in range(item.columns)] for row in range(item.rows)]
            )
    return found


def doubted(reading: Page) -> set[str]:
    return {word.text for line in reading.lines for word in line.words if word.marks}


def test_clear_columns_are_a_table() -> None:
    reading = page(BEFORE, HEADING, *ROWS, BEFORE)
    assert tables(reading) == [[list(row) for row in (HEADING, *ROWS)]]
    assert [line.text for line in reading.lines] == [BEFORE[1], BEFORE[1]]
    assert not reading.warnings


def test_lines_that_go_on_belong_to_the_row_above() -> None:
    first = ("1", "Hồ sơ giải quyết đúng hạn và trước hạn", "%", "98", "Sở Nội vụ")
    wrapped = ("", "theo quy định", "", "", "tỉnh")
    (found,) = tables(page(HEADING, first, wrapped, *ROWS[1:]))
    assert found[1][1] == "Hồ sơ giải quyết đúng hạn và trước hạn theo quy định"
    assert found[1][4] == "Sở Nội vụ tỉnh"
    assert len(found) == 4


@pytest.mark.parametrize(
    "cells",
    [
        ROWS,  # no heading: the table goes on from another page
        (HEADING, ROWS[0], ("", "Hồ sơ trực tuyến"), ROWS[1], ROWS[2]),  # of which row?
        (HEADING, ("1", "hồ sơ đúng hạn", "%", "98"), *ROWS[1:]),
        (HEADING, ("Tổng", "Hồ sơ", "%", "98"), *ROWS[1:]),
        ((*HEADING[:3], "", "Cơ quan"), *ROWS),
    ],
)
def test_what_is_open_stays_text_with_a_doubt(cells: tuple[tuple[str, ...], ...]) -> None:
    reading = page(BEFORE, *cells, BEFORE)
    assert not tables(reading)
    assert {"98", "92,5", "12"} <= doubted(reading)
    assert "báo" not in doubted(reading)
    assert [warning.code for warning in reading.warnings] == ["pdf_grid_missing"]


def test_letterheads_and_running_text_are_no_tables() -> None:
    head = (
        ("UBND TỈNH AN LẠC", "", "CỘNG HÒA XÃ HỘI"),
        ("SỞ NỘI VỤ", "", "Độc lập - Tự do"),
        ("Số: 77/KH-SNV", "", "An Lạc, ngày 24"),
    )
    reading = page(*head, BEFORE, BEFORE, BEFORE)
    assert not tables(reading)
    assert not doubted(reading)
    assert not reading.warnings
