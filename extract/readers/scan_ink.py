"""Ink on an evenly lit page: seals, stamps and signatures taken out by their colour, and faint
toner made as dark as the rest.
"""

from __future__ import annotations

import cv2
import numpy as np

from extract.readers.scan_ocr import Pixels

# How far a dot's channels lie apart: surely coloured ink; its paler parts; the noise of scanners.
_COLOURED, _PALE, _NOISE = 30, 12, 8
_GAP = 28  # dots between the parts of a stamp
# The longer side of a stamp, seal or signature, 9 to 100 mm. What is smaller may be coloured print,
# what is larger is a coloured page.
_SMALLEST, _LARGEST = 70, 800
_AROUND = 8  # dots around it in which its colour may have run
_FADED = 2.0  # by how much of its colour a coloured dot is made paler

_STRIP = 16  # dots: the columns whose ink is measured together
_INKED = 0.008  # of the dots of a strip lie within the strokes of its letters
_BLACK = 50  # of 255: less is no print, but noise
_DARKER = 2.5  # times at most: what is fainter is not to be read with certainty
_WHITE = 235  # surely paper


def without_stamps(pixels: Pixels) -> Pixels:
    """Evenly lit blue, green and red → grey. Where paper is white, so is red seen through red
    light: red ink is left out everywhere. In boxes as large as stamps other colours are, too, and
    black print under them stays."""
    blue, green, red = cv2.split(pixels)
    most = cv2.max(cv2.max(blue, green), red)
    colour = cv2.subtract(most, cv2.min(cv2.min(blue, green), red))
    small = cv2.resize(colour, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    pale = (small > _PALE).astype(np.uint8)
    joined = cv2.morphologyEx(pale, cv2.MORPH_CLOSE, np.ones((_GAP // 4, _GAP // 4), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for label in np.unique(labels[small > _COLOURED]).tolist():
        left, top, width, height, _ = (4 * stats[label]).tolist()
        if label and _SMALLEST <= max(width, height) <= _LARGEST:
            box = np.s_[
                max(top - _AROUND, 0) : top + height + _AROUND,
                max(left - _AROUND, 0) : left + width + _AROUND,
            ]
            ink = cv2.convertScaleAbs(np.maximum(colour[box], _NOISE) - _NOISE, alpha=_FADED)
            red[box] = np.maximum(red[box], cv2.add(most[box], ink))
    return red


def evenly_inked(grey: Pixels) -> Pixels:
    """With the print as dark in columns where toner is faint as on the rest of the page. A worn
    drum prints bands that run down the sheet, so columns of a straightened page are compared."""
    height, width = grey.shape
    count = max(width // _STRIP, 1)
    calm = cv2.blur(grey, (3, 3))
    rank = int(height * _STRIP * _INKED)
    strips = np.array_split(calm, count, axis=1)
    ink = np.array([255.0 - np.partition(strip.ravel(), rank)[rank] for strip in strips])
    printed = ink > _BLACK
    if printed.sum() < count / 10:
        return grey
    usual = float(np.median(ink[printed]))
    gains = np.where(printed, np.clip(usual / np.maximum(ink, 1), 1, _DARKER), 1)
    centres = (np.arange(count) + 0.5) * width / count
    more = np.interp(np.arange(width), centres, gains) - 1
    faint = np.flatnonzero(more > 0.1)
    if not len(faint):
        return grey
    darker = grey[:, faint].astype(np.float32)
    darker -= np.maximum(_WHITE - darker, 0) * more[faint].astype(np.float32)
    even = grey.copy()
    even[:, faint] = np.clip(darker, 0, 255).astype(np.uint8)
    return even
