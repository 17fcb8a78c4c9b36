"""One side of a cell, where a rule should stand: what is seen of it on the picture."""

from __future__ import annotations

import cv2
import numpy as np

from extract.readers.scan_ocr import DPI, POINT, Pixels

PAPER = 215  # the least mean brightness of the paper beside a rule
CONTRAST = 22  # of a worn rule to it; letters have ten times that
DENSE = 0.85  # of a rule's length is darker than the paper
_CLEAR = 13  # dots on each side of a rule up to the words of its columns
_PALE = 200  # the ink of faint letters is darker
_WORN = DPI // 6  # dots: the longest part of a side that may be worn away without a trace


class Strip:
    """What is seen of a rule that should lie at ``row`` from ``left`` to ``right``, where rules
    across stand: for each dot whether it is darker than the paper on both sides (``traced``) and
    whether there is nothing at all (``white``)."""

    def __init__(self, pixels: Pixels, row: int, left: int, right: int) -> None:
        self.pixels, self.row, self.left, self.right = pixels, row, left, right
        self.long_enough = right - left >= 8 and _CLEAR < row < len(pixels) - _CLEAR - 1
        if not self.long_enough:
            return
        band = pixels[row - _CLEAR : row + _CLEAR + 1, left:right]
        along = cv2.blur(band, (7, 1))
        line = along[_CLEAR - 3 : _CLEAR + 4].min(axis=0).astype(np.int16)
        # As many rows on each side: what noise and the rule across do to one, they do to all.
        above, below = along[:7].min(axis=0).astype(np.int16), along[-7:].min(axis=0)
        self.traced = np.minimum(above, below) - line > CONTRAST / 2
        near = cv2.blur(band[_CLEAR - 3 : _CLEAR + 4], (3, 1)).min(axis=0)
        self.white = ~self.traced & (near > PAPER - 25)

    @property
    def keeps_off(self) -> bool:
        """Whether there is no trace before both rules across, as with strokes of letters."""
        return not (self.traced[1:4].any() or self.traced[-4:-1].any())

    def seen(self, upright: bool) -> bool:
        """Whether most of it is darker than the paper beside, or what is left of it begins at a
        rule across and the rest is worn away."""
        if _seen(self.pixels, self.row, self.left, self.right, PAPER if upright else 0):
            return not (upright and self.keeps_off)
        begins = sorted(map(_first_run, (self.traced, self.traced[::-1])))
        if begins[0] < 5 and begins[1] < 10:
            return False
        if not upright and begins[0] >= 10 and self.traced.mean() > 0.4:
            return True  # faint toner in a band; the words of a cell keep off its sides
        rest = ~self.traced
        return bool(
            self.white[rest].mean() > 0.95 and _longest(rest) <= _WORN and self.traced.mean() > 0.2
        )

    def between_words(self, before: float, after: float) -> bool:
        """Whether it is white over a good width and there is ink on both sides, up to the rules
        ``before`` and ``after``."""
        ink = cv2.medianBlur(
            np.ascontiguousarray(
                self.pixels[
                    max(round(before * POINT), 0) : round(after * POINT) + 1, self.left : self.right
                ]
            ),
            3,
        )
        middle = self.row - max(round(before * POINT), 0)
        dark = (ink < _PALE).sum(axis=1)
        sides = dark[6 : middle - _CLEAR], dark[middle + _CLEAR + 1 : -6]
        clear = np.r_[dark[middle - _CLEAR : middle - 3], dark[middle + 4 : middle + _CLEAR + 1]]
        return clear.sum() <= 4 and all((side > 3).sum() >= 6 for side in sides)


def _first_run(traced: Pixels) -> int:
    """How long the trace is that begins at the rule across."""
    start = int(np.argmax(traced[:3])) if traced[:3].any() else len(traced)
    rest = traced[start:]
    return len(rest) if rest.all() else int(np.argmin(rest))


def _longest(worn: Pixels) -> int:
    """The most dots in a row that are worn away."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], worn.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def _seen(pixels: Pixels, row: int, left: int, right: int, paper: int) -> bool:
    """Whether most of a stretch is darker than the paper on both sides of it."""
    reach = 3
    if right - left < 8 or row < 2 * reach + 3 or row + 2 * reach + 3 >= len(pixels):
        return False
    line = cv2.blur(pixels[row - reach : row + reach + 1, left:right], (3, 1)).min(axis=0)
    above = pixels[row - 2 * reach - 3 : row - 2 * reach, left:right].mean()
    below = pixels[row + 2 * reach : row + 2 * reach + 3, left:right].mean()
    if min(above, below) < paper:
        return False
    contrast = min(above, below) - line
    # As dark all along: between letters that stand above each other there is paper.
    return bool((contrast > max(CONTRAST / 2, 0.4 * np.median(contrast))).mean() > DENSE)
