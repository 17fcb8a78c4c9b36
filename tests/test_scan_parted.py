"""Headings between which the rule is worn away, from the words that stand in them."""

from __future__ import annotations

import pytest

from extract.readers.pdf_grid import Grid, GridCell
from extract.readers.scan_ocr import POINT, ReadLine, ReadWord
from extract.readers.scan_parted import parted

HALF, WIDTH = 100.0, 200.0  # points: where the second column begins, and where it ends


def table(rows: int = 2) -> Grid:
    heading = GridCell(0, 0, 1, 2, (0.0, 0.0, WIDTH, 30.0))
    cells = [
        GridCell(
            row, column, 1, 1, (HALF * column, 30.0 * row, HALF * (column + 1), 30.0 * row + 30)
        )
        for row in range(1, rows)
        for column in range(2)
    ]
    return Grid((0.0, 0.0, WIDTH, 30.0 * rows), rows, 2, [heading, *cells])


def line(top: int, *words: tuple[float, str]) -> ReadLine:
    """Words that begin at so many points, six points a letter."""
    read = [
        ReadWord(
            text,
            (round(at * POINT), top, round((at + 6 * len(text)) * POINT), top + 30),
            90,
        )
        for at, text in words
    ]
    return ReadLine(read, top + 25.0, (0, top, 500, top + 30))


def headings(grid: Grid, *lines: ReadLine) -> list[str]:
    grid, found = parted(grid, [list(lines), *([] for _ in grid.cells[1:])])
    assert len(found) == len(grid.cells)
    return [
        " ".join(word.text for one in own for word in one.words)
        for cell, own in zip(grid.cells, found, strict=True)
        if cell.row == 0
    ]


def test_headings_that_stand_apart_over_two_columns_are_two() -> None:
    found = headings(
        table(),
        line(0, (10, "Cơ"), (28, "quan"), (110, "Thời"), (140, "gian")),
        line(40, (10, "chủ"), (34, "trì"), (110, "thực"), (140, "hiện")),
    )
    assert found == ["Cơ quan chủ trì", "Thời gian thực hiện"]


@pytest.mark.parametrize(
    "words",
    [
        ((70, "Năm"), (93, "2025"), (120, "tới")),  # a word over the rule below
        ((76, "Năm"), (101, "2025")),  # no more than a space
        ((10, "Cơ"), (28, "quan")),  # nothing over the second column
    ],
)
def test_a_heading_over_two_columns_stays_one(words: tuple[tuple[float, str], ...]) -> None:
    assert len(headings(table(), line(0, *words))) == 1


def test_a_heading_over_nothing_stays_one() -> None:
    assert len(headings(table(rows=1), line(0, (10, "Cơ"), (140, "gian")))) == 1
