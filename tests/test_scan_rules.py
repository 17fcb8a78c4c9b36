"""The rules of tables on drawn pages, as scans have them: broken, bent, stamped. No engine."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extract.readers.pdf_grid import Grid, grids
from extract.readers.scan_ocr import POINT
from extract.readers.scan_rules import rules

XS, YS = (100, 180, 520, 700), (300, 360, 440, 500, 580)  # of the drawn rules, in dots
INK = 40


def blank() -> Any:
    return np.full((900, 850), 255, np.uint8)


def ruled(width: int = 3) -> Any:
    page = blank()
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), INK, width)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), INK, width)
    return page


def filled(page: Any) -> Any:
    """Words in every cell and above the table."""
    for y in (200, *YS[:-1]):
        for x in XS[:-1]:
            cv2.putText(page, "Ho 95", (x + 8, y + 38), cv2.FONT_HERSHEY_SIMPLEX, 0.5, INK, 2)
    return page


def table(page: Any) -> Grid:
    (grid,) = grids(rules(page)[0])
    return grid


def assert_grid(grid: Grid) -> None:
    assert (grid.rows, grid.columns, len(grid.cells)) == (4, 3, 12)
    assert grid.whole
    for cell in grid.cells:
        box = (XS[cell.column], YS[cell.row], XS[cell.column + 1], YS[cell.row + 1])
        assert cell.box == pytest.approx([dot / POINT for dot in box], abs=2.5)


@pytest.mark.parametrize("width", [2, 3, 5])
def test_a_table(width: int) -> None:
    assert_grid(table(filled(ruled(width))))


def test_the_mask_holds_the_rules_and_not_the_words() -> None:
    page = filled(ruled())
    mask = rules(page)[1]
    assert mask[YS[1], XS[0] + 5 : XS[-1] - 5].all()
    assert mask[YS[0] + 5 : YS[-1] - 5, XS[1]].all()
    inside = mask[YS[0] + 10 : YS[1] - 10, XS[0] + 10 : XS[1] - 10]
    assert not inside.any()


def test_pale_rules() -> None:
    page = blank()
    for x in XS:
        cv2.line(page, (x, YS[0]), (x, YS[-1]), 190, 2)
    for y in YS:
        cv2.line(page, (XS[0], y), (XS[-1], y), 190, 2)
    assert_grid(table(filled(page)))


def broken(gap: int) -> Any:
    page = ruled()
    page[YS[2] - 4 : YS[2] + 5, 300 : 300 + gap] = 255
    page[400 : 400 + gap // 2, XS[1] - 4 : XS[1] + 5] = 255
    return filled(page)


@pytest.mark.parametrize("gap", [6, 20, 40])
def test_a_rule_with_a_gap(gap: int) -> None:
    assert_grid(table(broken(gap)))


@pytest.mark.parametrize("gap", [60, 100])
def test_a_rule_with_a_wide_gap_is_never_passed_over_in_silence(gap: int) -> None:
    grid = table(broken(gap))
    assert len(grid.cells) == 12 or not grid.whole


def test_a_rule_that_breaks_off_before_the_side() -> None:
    page = ruled()
    page[YS[3] - 4 : YS[3] + 5, XS[-1] - 40 : XS[-1] - 3] = 255
    assert_grid(table(filled(page)))


def test_rules_that_bend_with_the_paper() -> None:
    page = filled(ruled())
    ys, xs = np.mgrid[0:900, 0:850].astype(np.float32)
    bent = cv2.remap(
        *(page, xs, ys + 5 * np.sin(xs / 220).astype(np.float32)),
        interpolation=cv2.INTER_LINEAR,
        borderValue=255,
    )
    grid = table(bent)
    assert (grid.rows, grid.columns, len(grid.cells)) == (4, 3, 12)
    assert grid.whole


def test_a_rule_that_leans_keeps_its_last_stretch() -> None:
    """The whole page is straight, one rule is not: its ends lie off its middle."""
    page = blank()
    ys = (60, 173, 286, 400, 513, 626, 740)
    for y in ys:
        cv2.line(page, (XS[0], y), (XS[-1], y), INK, 2)
    for x in XS:
        lean = 7 if x == XS[2] else 0
        cv2.line(page, (x - lean, ys[0]), (x + lean, ys[-1]), INK, 2)
    grid = table(page)
    assert (grid.rows, grid.columns, len(grid.cells)) == (6, 3, 18)


def test_merged_cells() -> None:
    page = ruled()
    page[YS[0] + 4 : YS[1] - 3, XS[1] - 4 : XS[1] + 5] = 255  # first row: columns 0 and 1
    page[YS[2] - 4 : YS[2] + 5, XS[0] + 4 : XS[1] - 3] = 255  # first column: rows 1 and 2
    grid = table(filled(page))
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in grid.cells}
    assert spans.pop((0, 0)) == (1, 2)
    assert spans.pop((1, 0)) == (2, 1)
    assert set(spans.values()) == {(1, 1)}
    assert len(spans) == 8
    assert grid.whole


def test_a_stamp_above_is_no_part_of_the_table() -> None:
    page = filled(ruled())
    cv2.rectangle(page, (450, 60), (690, 150), INK, 3)
    cv2.putText(page, "DEN NGAY 12", (462, 115), cv2.FONT_HERSHEY_SIMPLEX, 0.7, INK, 2)
    found = [grid for grid in grids(rules(page)[0]) if grid.rows > 1]
    (grid,) = found
    assert_grid(grid)


def test_running_text_with_underlines_has_no_table() -> None:
    page = blank()
    for top in range(100, 800, 36):
        cv2.putText(
            *(page, "Ty le ho ngheo con duoi 2% tong so ho dan cu", (60, top)),
            *(cv2.FONT_HERSHEY_SIMPLEX, 0.8, INK, 2),
        )
    cv2.line(page, (200, 140), (420, 140), INK, 2)
    cv2.line(page, (500, 140), (720, 140), INK, 2)
    found, mask, _ = rules(page)
    assert grids(found) == []
    assert not mask[200:].any()


def test_noise() -> None:
    chance = np.random.default_rng(7)
    page = filled(ruled()).astype(np.float32) + chance.normal(0, 12, (900, 850))
    page = cv2.GaussianBlur(np.clip(page, 0, 255).astype(np.uint8), (0, 0), 0.8)
    assert_grid(table(page))
