"""Ink by its colour and its darkness, on drawn pages. No engine."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extract.readers.scan_image import picture
from extract.readers.scan_ink import evenly_inked, without_stamps

HEIGHT, WIDTH = 1100, 850
BLUE, RED, BLACK = (160, 60, 45), (50, 40, 200), (40, 40, 40)  # blue, green, red
LETTER = np.s_[150:162, 205:212]  # of black print, across which the frames run


def page() -> Any:
    return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)


def printed(pixels: Any, colour: tuple[int, int, int], top: int, left: int, count: int) -> None:
    for at in range(count):
        pixels[top : top + 14, left + 16 * at : left + 16 * at + 8] = colour


@pytest.mark.parametrize("colour", [BLUE, RED])
def test_a_stamp_is_taken_out_and_the_print_under_it_stays(colour: tuple[int, int, int]) -> None:
    pixels = page()
    cv2.rectangle(pixels, (100, 100), (400, 240), colour, 3)
    printed(pixels, colour, 120, 130, 8)
    printed(pixels, BLACK, 150, 204, 30)
    grey = without_stamps(pixels)
    assert grey[98:104, 110:390].min() > 200
    assert grey[120:134, 130:260].min() > 200
    assert grey[LETTER].max() < 100


def test_print_in_colour_that_stands_alone_stays() -> None:
    pixels = page()
    printed(pixels, BLUE, 150, 204, 2)
    assert without_stamps(pixels)[152:160, 206:210].max() < 100


def test_a_page_with_blue_rules_stays() -> None:
    pixels = page()
    pixels = cv2.resize(pixels, (1600, 2200))
    cv2.rectangle(pixels, (100, 100), (1500, 2000), BLUE, 3)
    printed(pixels, BLACK, 150, 204, 30)
    assert without_stamps(pixels)[100, 300] < 100


def test_yellow_paper_is_no_ink() -> None:
    pixels = page()
    pixels[:] = (190, 225, 240)
    printed(pixels, BLACK, 150, 204, 30)
    grey = picture(pixels).pixels
    assert np.median(grey) > 250
    assert grey[152:160, 206:210].max() < 120


def test_grey_scans_have_no_colours() -> None:
    pixels = page()[:, :, 0].copy()
    cv2.circle(pixels, (300, 300), 100, 150, 4)
    assert picture(pixels).pixels.min() < 180


def test_faint_columns_are_made_as_dark_as_the_others() -> None:
    grey = page()[:, :, 0].copy()
    for top in range(100, 1000, 30):
        for left in range(100, 740, 16):
            faint = 400 <= left < 500
            grey[top : top + 14, left : left + 8] = 165 if faint else 60
    even = evenly_inked(grey)
    assert np.median(even[102:112, 453:455]) < 130
    assert np.median(even[:, 420:440]) == 255
    assert even[102, 202] == 60


def test_an_empty_page_stays() -> None:
    grey = page()[:, :, 0].copy()
    grey[500:505, 300:305] = 90
    assert (evenly_inked(grey) == grey).all()
