"""A photographed or scanned page → an upright grey picture of 200 dots an inch with even light.

The picture is straightened, so places on it are not those of the page: :meth:`Picture.printed`
gives the way back.
"""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np

from extract.model import record
from extract.readers.pdf_edges import Box
from extract.readers.scan_ink import evenly_inked, without_stamps
from extract.readers.scan_ocr import POINT, Pixels

_INK, _WHITE = 180, 235  # what may be ink, and what is surely paper, on evenly lit paper
_AROUND = 31  # dots: the ink of a few letters is as dark
_PALEST = 185.0  # the level of the faintest ink that is made black
_STEEPEST = 6.0  # degrees by which a page may lie askew


@record
class Picture:
    """``pixels``: grey, white paper 255. ``back``: from a place on it to points on the page."""

    pixels: Pixels
    back: tuple[tuple[float, float, float], tuple[float, float, float]]

    def printed(self, box: Box) -> Box:
        """The box on the page, in points, around ``box`` on the straightened picture in points."""
        left, top, right, bottom = box
        (a, b, e), (c, d, f) = self.back
        corners = [(x, y) for x in (left, right) for y in (top, bottom)]
        xs = [a * x + b * y + e for x, y in corners]
        ys = [c * x + d * y + f for x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def resized(pixels: Pixels, by: float) -> Pixels:
    """``pixels`` with ``by`` times as many dots in each direction."""
    if 0.98 < by < 1.02:
        return pixels
    way = cv2.INTER_AREA if by < 1 else cv2.INTER_CUBIC
    return cv2.resize(pixels, None, fx=by, fy=by, interpolation=way)


def picture(pixels: Pixels, quarter_turns: int = 0, point: float = 1.0) -> Picture:
    """The page in ``pixels`` (``DPI`` dots an inch) turned clockwise by ``quarter_turns``, made
    straight, evenly lit and evenly inked, without seals, stamps and signatures where it shows
    colours. ``point``: the length on the page of what is a point on the picture."""
    height, width = pixels.shape[:2]
    lit = _evenly_lit(np.ascontiguousarray(np.rot90(pixels, -quarter_turns)))
    grey = without_stamps(lit) if lit.ndim == 3 else lit
    angle = skew(grey)
    middle = (grey.shape[1] / 2, grey.shape[0] / 2)
    if angle:
        turn = cv2.getRotationMatrix2D(middle, angle, 1)
        size = (grey.shape[1], grey.shape[0])
        grey = cv2.warpAffine(
            grey, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255
        )
    grey = evenly_inked(grey)
    back = cv2.getRotationMatrix2D((middle[0] / POINT, middle[1] / POINT), -angle, 1)
    whole = _unturned(quarter_turns, width / POINT, height / POINT) @ np.vstack([back, [0, 0, 1]])
    (a, b, e), (c, d, f) = (whole[:2] * point).tolist()
    return Picture(grey, ((a, b, e), (c, d, f)))


def _unturned(quarter_turns: int, width: float, height: float) -> Any:
    """The matrix that takes a page turned clockwise back; size in points before turning."""
    return np.array(
        {
            0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
            1: [[0, 1, 0], [-1, 0, height], [0, 0, 1]],
            2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
            3: [[0, -1, width], [1, 0, 0], [0, 0, 1]],
        }[quarter_turns % 4]
    )


def _evenly_lit(pixels: Pixels) -> Pixels:
    """Divided by the light of the paper around each dot, which is the median over half an inch:
    paper comes out white, also where it is yellow."""
    small = cv2.resize(pixels, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    light = cv2.medianBlur(small, 31)
    size = (pixels.shape[1], pixels.shape[0])
    light = cv2.resize(light, size, interpolation=cv2.INTER_LINEAR)
    return cv2.divide(pixels, np.maximum(light, 1, out=light), dst=light, scale=255)


def contrasted(pixels: Pixels) -> Pixels:
    """With the darkest ink black and the paper white: the engine reads pale digits badly."""
    black = _black(pixels)
    levels = (np.arange(256) - black) * (255 / (_WHITE - black))
    return cv2.LUT(pixels, np.clip(levels, 0, 255).astype(np.uint8))


def evened(pixels: Pixels) -> Pixels:
    """The same for the few words of a cell, each as black as its own ink allows: toner fades in
    bands. On a whole page this would bring out what shines through and stamps."""
    around = cv2.erode(cv2.blur(pixels, (3, 3)), np.ones((_AROUND, _AROUND), np.uint8))
    around = cv2.blur(around, (_AROUND, _AROUND)).astype(np.float32)
    level = np.clip(around, _black(pixels), _PALEST)
    stretched = (pixels - level) * (255 / (_WHITE - level))
    return np.clip(stretched, 0, 255).astype(np.uint8)


def _black(pixels: Pixels) -> float:
    ink = pixels[pixels < _INK]
    black = float(np.percentile(ink, 5)) if ink.size > 20 else 60.0
    return min(black + 20, _WHITE - 60)


def skew(grey: Pixels) -> float:
    """By how many degrees, counted counter-clockwise, the page must be turned for its lines to lie
    level: the angle at which the dark dots gather most in rows."""
    scale = 1000 / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.adaptiveThreshold(
        small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 15, 12
    )
    height, width = dark.shape
    margin = height // 20
    ys, xs = np.nonzero(dark[margin : height - margin, margin : width - margin])
    if len(ys) < 50:
        return 0.0
    best, step = 0.0, 0.5
    candidates = np.arange(-_STEEPEST, _STEEPEST + step, step)
    for finer in (0.1, 0.03, None):
        best = float(max(candidates, key=lambda angle: _gathered(xs, ys, angle)))
        if finer is None:
            break
        candidates = np.arange(best - step, best + step + finer / 2, finer)
        step = finer
    return best if abs(best) >= 0.05 else 0.0


def _gathered(xs: Any, ys: Any, angle: float) -> float:
    rows = ys - xs * math.tan(math.radians(angle))
    counts = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())
