"""A straightened picture of a page → the ruled lines on it, as :class:`Edges` in points.

Printed rules are straight, level and whole; scanned ones bend with the paper, fade and break. They
are found by their darkness along their length, and what breaks off inside a cell is drawn on to
the rule across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from extract.readers.pdf_edges import Box, Edge, Edges
from extract.readers.scan_ocr import DPI, POINT, Pixels
from extract.readers.scan_sides import CONTRAST, DENSE, PAPER, Strip

_LENGTH = DPI // 4  # over which a rule is looked at: longer than any letter
_SHORTEST = DPI // 2  # an underlined word may be as long
_GAP = DPI // 8  # worn-away stretches of a rule up to this long
_BESIDE = (5,)  # dots from a rule there is paper on both sides, but for letters that touch it
_BESIDE_UPRIGHT = (5, 9)  # letters keep further from the sides of a cell; strokes of letters do not
_INK = 128  # what is darker is ink
_NARROWEST = 72.0  # points: less is no table's width, even where its rules are broken
_LANE = 7.0  # points by which the pieces of one bent rule may lie apart: no row is as low
_FARTHEST = 72.0  # points that a rule is drawn on: a stamp is no part of the table below it
_NEAR = 8  # dots from a crossing where the rule across may be worn away
_TOUCH = 4.0  # points between the end of a rule and the one that it meets


@dataclass(slots=True)
class _Piece:
    """A stretch of a rule; ``lane`` is where the whole rule lies, ``at`` this stretch."""

    at: float
    start: float
    end: float
    lane: float = 0.0


def rules(pixels: Pixels) -> tuple[Edges, Pixels, list[Box]]:
    """The rules, a mask of the dots that belong to them (255), and the places, in points, of those
    that are not seen: the words on both sides prove them."""
    level = _long(pixels, _BESIDE)
    rows = _pieces(level)
    if sum(piece.end - piece.start > _NARROWEST for piece in rows) < 2:
        return Edges([], [], []), np.zeros_like(pixels), []
    turned = _turned(pixels)
    upright = _long(turned, _BESIDE_UPRIGHT)
    columns = _pieces(upright)
    for piece in list(columns):
        if not _passes(piece, rows, _turned(level), turned):
            columns.remove(piece)
            row, reach = round(piece.at * POINT), DPI // 16
            start, end = round(piece.start * POINT), round(piece.end * POINT)
            upright[max(row - reach, 0) : row + reach, start:end] = 0
    for _ in range(2):  # a rule drawn on may be what another one ends at
        _draw_on(rows, columns, _turned(upright), pixels)
        _draw_on(columns, rows, _turned(level), turned)
    _worn(rows, columns, level, _turned(upright), pixels, upright=False)
    guessed = _worn(columns, rows, upright, _turned(level), turned, upright=True)
    found = Edges(_edges(rows), _edges(columns), [])
    mask = cv2.dilate(level | _turned(upright), np.ones((3, 3), np.uint8))
    return found, mask, [(left, top, right, bottom) for top, left, bottom, right in guessed]


def _turned(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(pixels.T)


def _long(pixels: Pixels, beside: Sequence[int]) -> Pixels:
    """The dots of level rules: darker, nearly everywhere over a quarter inch, than the paper above
    and below. A rule a little askew steps from row to row: hence the darkest of three rows."""
    along = cv2.blur(cv2.erode(pixels, np.ones((3, 1), np.uint8)), (_LENGTH // 6, 1))
    ink = cv2.threshold(along, _INK, 255, cv2.THRESH_BINARY_INV)[1]
    solid = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, _SHORTEST), np.uint8), dst=ink)
    found = cv2.bitwise_or(_standing_out(pixels, along, beside), solid)
    whole = cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((1, _GAP), np.uint8))
    return cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, _SHORTEST), np.uint8))


def _standing_out(pixels: Pixels, along: Pixels, beside: Sequence[int]) -> Pixels:
    mean = cv2.blur(pixels, (_LENGTH, 1))
    paper = mean
    for by in beside:
        # The darker of what lies above and below, at this distance.
        ends = np.zeros((2 * by + 1, 1), np.uint8)
        ends[0] = ends[-1] = 1
        paper = cv2.erode(mean, ends) if by == beside[0] else cv2.min(paper, cv2.erode(mean, ends))
    dark = cv2.bitwise_and(_above(cv2.subtract(paper, along), CONTRAST), _above(paper, PAPER))
    dense = _above(cv2.blur(dark, (_LENGTH, 1)), 255 * DENSE)
    # At its two ends only half of what lies around is rule.
    around = cv2.dilate(cv2.bitwise_and(dense, dark), np.ones((1, _LENGTH), np.uint8))
    return cv2.bitwise_and(around, dark)


def _above(pixels: Pixels, level: float) -> Pixels:
    """255 where it is brighter than ``level``, else 0."""
    return cv2.threshold(pixels, level, 255, cv2.THRESH_BINARY)[1]


def _pieces(mask: Pixels) -> list[_Piece]:
    """The stretches in ``mask``, those of one rule in one lane."""
    joined = cv2.dilate(mask, np.ones((3, 1), np.uint8))  # the steps of a rule that bends
    count, _, stats, middles = cv2.connectedComponentsWithStats(
        joined, connectivity=8, ltype=cv2.CV_16U
    )
    pieces = sorted(
        (
            _Piece(middle / POINT, x / POINT, (x + width) / POINT)
            for (x, _, width, height, _), (_, middle) in zip(
                stats[1:count].tolist(), middles[1:count].tolist(), strict=True
            )
            if height <= DPI // 8
        ),
        key=lambda piece: piece.at,
    )
    lane: list[_Piece] = []
    for piece in pieces:
        if lane and piece.at - lane[0].at > _LANE:
            lane = []
        lane.append(piece)
        weight = sum(other.end - other.start for other in lane)
        middle = sum(other.at * (other.end - other.start) for other in lane) / weight
        for other in lane:
            other.lane = middle
    return pieces


def _draw_on(
    pieces: Sequence[_Piece], across: Sequence[_Piece], mask: Pixels, pixels: Pixels
) -> None:
    """Lets the ends of ``pieces`` meet the rules ``across`` (``mask``: their dots). An end inside a
    cell is drawn on to the next rule across if the stretch has another hold and runs over no
    letters."""
    held = {
        piece.lane
        for piece in pieces
        if any(_touches(mask, piece.at, end) for end in (piece.start, piece.end))
    }
    for piece in pieces:
        crossing = _crossing(piece, across)
        before = [at for at in crossing if at <= piece.start + _LANE]
        after = [at for at in crossing if at >= piece.end - _LANE]
        if before and _meets(piece, piece.start, before[-1], mask, pixels, piece.lane in held):
            piece.start = before[-1]
        if after and _meets(piece, piece.end, after[0], mask, pixels, piece.lane in held):
            piece.end = after[0]


def _meets(piece: _Piece, end: float, at: float, mask: Pixels, pixels: Pixels, held: bool) -> bool:
    if abs(end - at) <= _LANE and _touches(mask, piece.at, end):
        return True
    if not held or abs(end - at) > _FARTHEST:
        return False
    left, right = sorted((round(end * POINT), round(at * POINT)))
    row = round(piece.at * POINT)
    strip = pixels[max(row - 1, 0) : row + 2, left + 6 : right - 6]
    return not strip.size or float((strip.min(axis=0) < _INK).mean()) < 0.25


def _passes(piece: _Piece, across: Sequence[_Piece], mask: Pixels, pixels: Pixels) -> bool:
    """Whether an upright rule is there just before and behind the rules that it crosses: strokes of
    letters that stand above each other in low rows keep off the rules between them."""
    row, passed, kept_off = round(piece.at * POINT), 0, 0
    for at in _crossing(piece, across):
        if not piece.start + 2 <= at <= piece.end - 2:
            continue
        dots = _dots(mask, row, at)
        if dots is None:
            continue
        for column in (dots[0] - 3, dots[1] + 3):
            strip = pixels[max(row - 2, 0) : row + 3, column - 1 : column + 2]
            beside = pixels[[max(row - 6, 0), min(row + 6, len(pixels) - 1)], column]
            dark = int(strip.min(axis=0).max()) < int(beside.min()) - CONTRAST
            passed, kept_off = passed + dark, kept_off + (not dark)
    return kept_off <= passed


def _dots(mask: Pixels, row: int, at: float) -> tuple[int, int] | None:
    """The first and last dot, on a row of the picture, of the rule that crosses it about ``at``."""
    near = round(_LANE * POINT)
    low = max(round(at * POINT) - near, 0)
    dots = np.nonzero(
        mask[max(row - _NEAR, 0) : row + _NEAR + 1, low : low + 2 * near].any(axis=0)
    )[0]
    return (low + int(dots[0]), low + int(dots[-1])) if len(dots) else None


def _worn(
    pieces: list[_Piece],
    across: Sequence[_Piece],
    own_mask: Pixels,
    mask: Pixels,
    pixels: Pixels,
    upright: bool,
) -> list[Box]:
    """Sets right, side by side from one rule across to the next, what hangs on little: adds those
    that are too worn or too short to be found by themselves but are seen where the lane says that
    they must be, or stand between the words of two columns; takes away what is made of strokes of
    letters; ``own_mask``, their dots, too. The sides that only the words around them prove are
    returned, as boxes on ``pixels`` in points."""
    guessed: list[Box] = []
    lanes = sorted({piece.lane for piece in pieces})
    for index, lane in enumerate(lanes):
        own = [piece for piece in pieces if piece.lane == lane]
        for start, end in pairwise(_crossing(own[0], across)):
            row = round(_place(own, (start + end) / 2) * POINT)
            before, after = _dots(mask, row, start), _dots(mask, row, end)
            if not before or not after:
                continue
            holding = [x for x in own if x.start <= start + 1 and end - 1 <= x.end]
            if holding:
                row = _row(own_mask, row, before[1] + 2, after[0] - 1)
            strip = Strip(pixels, row, before[1] + 2, after[0] - 1)
            if not strip.long_enough:
                continue
            if holding and not (upright and strip.keeps_off):
                continue
            seen = strip.seen(upright)
            between = upright and not seen and strip.between_words(*_beside(lanes, index))
            if between and not holding:
                guessed.append((start, lane - _LANE, end, lane + _LANE))
            if (seen or between) and not holding:
                pieces.append(_Piece(row / POINT, start, end, lane))
                around = own_mask[row - 3 : row + 4, strip.left : strip.right]
                around[:, strip.traced] = 255
            elif holding and not seen and not between:
                for piece in holding:
                    pieces.remove(piece)
                    pieces += _rest(piece, start, end)
                own_mask[row - 8 : row + 9, strip.left : strip.right] = 0
                own = [piece for piece in pieces if piece.lane == lane] or own
    return guessed


def _place(own: Sequence[_Piece], middle: float) -> float:
    """Where the rule, which may bend, lies at ``middle`` of its length."""
    return min(own, key=lambda piece: max(piece.start - middle, middle - piece.end, 0)).at


def _row(mask: Pixels, row: int, left: int, right: int) -> int:
    """Where a rule that was found about ``row``, and that may lean, lies between two others."""
    low = max(row - round(_LANE * POINT), 0)
    dots = (mask[low : row + round(_LANE * POINT) + 1, left:right] > 0).sum(axis=1)
    most = np.flatnonzero(dots == dots.max()) if dots.size else dots
    return low + int(np.median(most)) if len(most) and dots.max() > (right - left) / 2 else row


def _beside(lanes: Sequence[float], index: int) -> tuple[float, float]:
    """The lanes before and after one; itself where there is none."""
    return lanes[max(index - 1, 0)], lanes[min(index + 1, len(lanes) - 1)]


def _rest(piece: _Piece, start: float, end: float) -> list[_Piece]:
    """What is left of a stretch without the part from ``start`` to ``end``."""
    parts = ((piece.start, start), (end, piece.end))
    return [_Piece(piece.at, low, high, piece.lane) for low, high in parts if high - low > _TOUCH]


def _crossing(piece: _Piece, across: Sequence[_Piece]) -> list[float]:
    """Where the rules across meet the lane of ``piece``."""
    return sorted(
        {other.lane for other in across if other.start - _LANE <= piece.lane <= other.end + _LANE}
    )


def _touches(mask: Pixels, at: float, end: float) -> bool:
    """Whether a rule across passes by the point."""
    row, column, near = round(at * POINT), round(end * POINT), round(_TOUCH * POINT)
    around = mask[max(row - near, 0) : row + near + 1, max(column - near, 0) : column + near + 1]
    return bool(around.any())


def _edges(pieces: Sequence[_Piece]) -> list[Edge]:
    """One rule for the pieces of a lane that hang together."""
    edges: list[Edge] = []
    for piece in sorted(pieces, key=lambda piece: (piece.lane, piece.start)):
        last = edges[-1] if edges else None
        if last and last.at == piece.lane and piece.start <= last.end + _TOUCH:
            edges[-1] = Edge(last.at, last.start, max(last.end, piece.end))
        else:
            edges.append(Edge(piece.lane, piece.start, piece.end))
    return edges
