"""What an office puts on a printed page: stamps, the seal and the signature, drawn on a white layer
that is then multiplied into the page as ink is. Their words lack their marks: the one font that is
everywhere the same, Pillow's own, has none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Colour = tuple[int, int, int]

_RED: Colour = (205, 45, 55)
_BLUE: Colour = (40, 55, 150)


@dataclass(frozen=True)
class Line:
    """A printed line of a page, or the part of it that stands in one column; points from the top
    left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def printed_lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The lines of a typed page, from top to bottom."""
    text, height = page.get_textpage(), page.get_height()
    lines: list[Line] = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = text.get_text_bounded(left, bottom, right, top)
        lines.append(Line(words, left, height - top, right, height - bottom))
    return sorted(lines, key=lambda line: (line.top, line.left))


def _laid(layer: Pixels, ink: Image.Image, x: float, y: float, own: np.random.Generator) -> None:
    """Multiplies ``ink`` into the layer with its centre at (x, y), uneven as a pad leaves it."""
    drawn = np.asarray(ink.convert("RGB")).astype(np.float32)
    height, width = drawn.shape[:2]
    taken = own.uniform(0.55, 1, (max(height // 12, 2), max(width // 12, 2))).astype(np.float32)
    drawn = 255 - (255 - drawn) * cv2.resize(taken, (width, height))[:, :, None]
    left, top = int(x - width / 2), int(y - height / 2)
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, layer.shape[1]), min(top + height, layer.shape[0])
    if x0 < x1 and y0 < y1:
        under = layer[y0:y1, x0:x1]
        under[:] = (under * drawn[y0 - top : y1 - top, x0 - left : x1 - left] / 255).astype(
            np.uint8
        )


def _turned(ink: Image.Image, degrees: float) -> Image.Image:
    return ink.rotate(degrees, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)


def seal(layer: Pixels, x: float, y: float, scale: float, own: np.random.Generator) -> None:
    """A round red seal of 36 mm: two rings, letters between them, a star in the middle."""
    size = int(102 * scale)
    ink = Image.new("RGB", (size, size), "white")
    draw, middle = ImageDraw.Draw(ink), size / 2
    for radius, wide in ((0.49, 2.0), (0.46, 0.7), (0.3, 0.8)):
        low, high = middle - radius * size, middle + radius * size
        draw.ellipse([low, low, high, high], outline=_RED, width=max(1, round(wide * scale)))
    points = []
    for at in range(10):
        far, angle = size * (0.15 if at % 2 == 0 else 0.06), np.pi * at / 5
        points.append((middle + far * np.sin(angle), middle - far * np.cos(angle)))
    draw.polygon(points, fill=_RED)
    font = ImageFont.load_default(int(9.5 * scale))
    for words, first, step in (
        ("CONG HOA XA HOI CHU NGHIA", -105, 8.4),
        ("UY BAN NHAN DAN", 130, 7),
    ):
        for at, letter in enumerate(words):
            tile = Image.new("RGB", (int(14 * scale), int(14 * scale)), "white")
            ImageDraw.Draw(tile).text((7 * scale, 7 * scale), letter, _RED, font, anchor="mm")
            angle = first + at * step
            far = 0.38 * size
            place = (
                int(middle + far * np.sin(np.radians(angle)) - tile.width / 2),
                int(middle - far * np.cos(np.radians(angle)) - tile.height / 2),
            )
            turned = tile.rotate(-angle, fillcolor="white", resample=Image.Resampling.BICUBIC)
            box = (*place, place[0] + tile.width, place[1] + tile.height)
            ink.paste(
                Image.fromarray(np.minimum(np.asarray(ink.crop(box)), np.asarray(turned))), place
            )
    _laid(layer, _turned(ink, own.uniform(-25, 25)), x, y, own)


def signature(layer: Pixels, x: float, y: float, wide: float, own: np.random.Generator) -> None:
    """A blue pen's loops, ``wide`` pixels across."""
    t = np.linspace(0, 1, 240)
    loops, high = own.uniform(3, 6), wide * own.uniform(0.2, 0.32)
    along = x + wide * (t - 0.5) + wide * 0.12 * np.sin(2 * np.pi * loops * t + own.uniform(0, 6))
    fade = 1 - 0.7 * t
    down = (
        y
        + high * fade * np.sin(2 * np.pi * loops * t)
        + high * 0.4 * np.sin(5 * t + own.uniform(0, 6))
    )
    points = np.stack([along, down], axis=1).round().astype(np.int32)
    cv2.polylines(layer, [points], False, _BLUE, max(1, round(wide / 75)), cv2.LINE_AA)


def arrival_stamp(
    layer: Pixels, left: float, top: float, scale: float, colour: Colour, own: np.random.Generator
) -> None:
    """The frame in which a registry enters what arrives, its blanks not filled in; 42 × 20 mm."""
    wide, high = int(120 * scale), int(56 * scale)
    ink = Image.new("RGB", (wide, high), "white")
    draw, line = ImageDraw.Draw(ink), max(1, round(1.2 * scale))
    draw.rectangle([line, line, wide - line, high - line], outline=colour, width=line)
    draw.line([line, high * 0.4, wide - line, high * 0.4], fill=colour, width=line)
    font = ImageFont.load_default(int(13 * scale))
    draw.text((wide / 2, high * 0.21), "CONG VAN", colour, font, anchor="mm")
    font = ImageFont.load_default(int(10 * scale))
    draw.text((wide * 0.07, high * 0.56), "So:.......................", colour, font, anchor="lm")
    draw.text((wide * 0.07, high * 0.83), "Ngay:....................", colour, font, anchor="lm")
    _laid(layer, _turned(ink, own.uniform(-4, 4)), left + wide / 2, top + high / 2, own)


def urgency_stamp(
    layer: Pixels, x: float, y: float, scale: float, own: np.random.Generator
) -> None:
    """A red framed word set askew beside the heading."""
    wide, high = int(72 * scale), int(24 * scale)
    ink = Image.new("RGB", (wide, high), "white")
    draw, line = ImageDraw.Draw(ink), max(1, round(1.5 * scale))
    draw.rectangle([line, line, wide - line, high - line], outline=_RED, width=line)
    draw.text(
        (wide / 2, high / 2), "HOA TOC", _RED, ImageFont.load_default(int(13 * scale)), anchor="mm"
    )
    _laid(layer, _turned(ink, own.uniform(15, 60)), x, y, own)
