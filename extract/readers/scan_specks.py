"""Specks of dust and toner on a page, which the engine takes for points, colons and accents."""

from __future__ import annotations

import cv2
import numpy as np

from extract.readers.scan_ocr import Pixels

_DARKER = 215  # than this, once blurred a little: ink, however faint, and no noise
_ALONE = (
    5  # dots: half of the distance to the next ink; points and marks are nearer to their letters
)
_LARGEST = 8  # dots: a dash is longer


def without_specks(pixels: Pixels) -> Pixels:
    """The page with white in the place of small spots far from all other ink."""
    dark = (cv2.blur(pixels, (3, 3)) < _DARKER).astype(np.uint8)
    around = np.ones((2 * _ALONE + 1, 2 * _ALONE + 1), np.uint8)
    groups = cv2.dilate(dark, around)
    stats = cv2.connectedComponentsWithStats(groups, connectivity=8)[2]
    largest = _LARGEST + 2 * _ALONE
    small = (stats[:, cv2.CC_STAT_WIDTH] <= largest) & (stats[:, cv2.CC_STAT_HEIGHT] <= largest)
    small[0] = False
    cleaned = pixels.copy()
    for x, y, width, height, _ in stats[small].tolist():
        cleaned[y : y + height, x : x + width] = 255
    return cleaned
