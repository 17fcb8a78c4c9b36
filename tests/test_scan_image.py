"""Pages made straight: what is drawn askew lies level afterwards, and its place on the page is
found again. No engine."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from extract.readers.scan_image import contrasted, picture, resized, skew
from extract.readers.scan_ocr import POINT

HEIGHT, WIDTH = 1100, 850
SPOT = (300, 240)  # of the block that is looked for, in dots from the left and the top


def page() -> Any:
    """Lines of letters, and a block that stands out."""
    pixels = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for top in range(400, 1000, 40):
        for left in range(100, 740, 16):
            pixels[top : top + 14, left : left + 9] = 60
    left, top = SPOT
    pixels[top : top + 60, left : left + 120] = 0
    return pixels


def askew(pixels: Any, degrees: float) -> Any:
    """Turned counter-clockwise about its middle."""
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), degrees, 1)
    return cv2.warpAffine(pixels, turn, (WIDTH, HEIGHT), borderValue=255)


def block(pixels: Any) -> tuple[float, float, float, float]:
    """The box of the block in points."""
    dark = cv2.erode((pixels < 40).astype(np.uint8), np.ones((25, 25), np.uint8))
    dark = cv2.dilate(dark, np.ones((25, 25), np.uint8))
    ys, xs = np.nonzero(dark)
    return xs.min() / POINT, ys.min() / POINT, xs.max() / POINT, ys.max() / POINT


@pytest.mark.parametrize("degrees", [-4.0, -1.3, 0.0, 0.7, 3.2])
def test_a_page_askew_is_straightened_and_its_places_are_found(degrees: float) -> None:
    scan = askew(page(), degrees)
    assert skew(scan) == pytest.approx(-degrees, abs=0.1)
    straight = picture(scan)
    left, top, right, bottom = block(straight.pixels)
    assert (right - left, bottom - top) == pytest.approx((120 / POINT, 60 / POINT), abs=2)
    assert straight.printed((left, top, right, bottom)) == pytest.approx(block(scan), abs=2)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("degrees", [0.0, 1.5])
def test_a_page_on_its_side_is_turned_and_its_places_are_found(turns: int, degrees: float) -> None:
    scan = np.ascontiguousarray(np.rot90(askew(page(), degrees), turns))  # counter-clockwise
    upright = picture(scan, turns)
    assert upright.pixels.shape == (HEIGHT, WIDTH)
    box = block(upright.pixels)
    assert box[0] == pytest.approx(SPOT[0] / POINT, abs=3)
    assert box[1] == pytest.approx(SPOT[1] / POINT, abs=3)
    assert upright.printed(box) == pytest.approx(block(scan), abs=2)


def test_places_are_those_of_a_page_whose_size_is_wrong() -> None:
    box = block(page())
    wide = picture(page(), point=2.0).printed(box)
    assert wide == pytest.approx([2 * value for value in box], abs=1)


def test_an_empty_page_is_not_turned() -> None:
    assert skew(np.full((HEIGHT, WIDTH), 250, np.uint8)) == 0
    assert picture(np.full((HEIGHT, WIDTH), 250, np.uint8)).printed((1, 2, 3, 4)) == (1, 2, 3, 4)


def test_light_that_falls_off_is_evened_and_ink_stays() -> None:
    shade = np.linspace(1.0, 0.55, WIDTH)[None, :]
    dim = (page() * shade).astype(np.uint8)
    pixels = picture(dim).pixels
    assert pixels[300:380].min() > 235
    left, top = SPOT
    assert pixels[top + 5 : top + 55, left + 5 : left + 115].max() < 30


def test_a_red_seal_is_left_out_and_black_ink_stays() -> None:
    colour = cv2.cvtColor(page(), cv2.COLOR_GRAY2BGR)
    cv2.circle(colour, (600, 200), 90, (60, 60, 225), 12)
    pixels = picture(colour).pixels
    assert pixels[90:330, 480:720].min() > 200
    assert block(pixels) == pytest.approx(block(page()), abs=1)


def test_pale_ink_becomes_black() -> None:
    pale = np.where(page() < 128, 150, 255).astype(np.uint8)
    assert contrasted(pale)[pale == 150].max() < 40
    assert contrasted(np.full((20, 20), 255, np.uint8)).min() == 255


@pytest.mark.parametrize(
    ("by", "size"), [(0.5, (550, 425)), (1.01, (1100, 850)), (2, (2200, 1700))]
)
def test_other_resolutions(by: float, size: tuple[int, int]) -> None:
    assert resized(page(), by).shape == size
