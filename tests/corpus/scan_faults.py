"""Scans with something wrong: cut off, damaged, far too large, empty, in another language, or with
a text layer that does not say what the page says."""

from __future__ import annotations

import io
import struct
import unicodedata
import zlib
from collections.abc import Sequence

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.corpus import scan_form
from tests.corpus.office_ink import Line, printed_lines

_A4 = (1654, 2339)  # pixels at 200 dpi

ENGLISH = (
    "MINISTRY OF LOCAL AFFAIRS",
    "No. 14/2025",
    "ANNUAL WORK PLAN",
    "The districts shall work towards the following goals in the year 2025:",
    "1. At least 95% of the households have access to clean water.",
    "2. No more than 3% of the applications are answered late.",
    "3. Each commune opens 2 libraries before the end of the year.",
    "4. At least 60% of the workers are trained, and 40% hold a certificate.",
    "The offices report to the chairman every quarter on what has been reached.",
    "The department of finance gives the money that is needed for this plan.",
)


def image(page: Image.Image, format: str = "PNG") -> bytes:
    out = io.BytesIO()
    page.save(out, format=format, dpi=(200, 200))
    return out.getvalue()


def blank(colour: str) -> bytes:
    """A page that is all ``black`` or all ``white``."""
    return image(Image.new("L", _A4, colour))


def english() -> bytes:
    """A page that is not Vietnamese."""
    page = Image.new("L", _A4, "white")
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(36)
    for at, line in enumerate(ENGLISH):
        draw.text((200, 250 + 90 * at), line, "black", font)
    return image(page)


def huge_png(side: int = 20_000) -> bytes:
    """A real black-and-white picture of ``side`` × ``side`` pixels in a small file."""
    bits = np.packbits(np.arange(side) % 400 > 4)
    rows = zlib.compressobj(1)
    data = b"".join(rows.compress(b"\x00" + bits.tobytes()) for _ in range(side)) + rows.flush()
    return _png(side, data)


def claiming_png(side: int = 20_000) -> bytes:
    """A PNG whose header claims ``side`` × ``side`` pixels and which holds ten rows of them."""
    return _png(side, zlib.compress(bytes(10 * (side // 8 + 1))))


def _png(side: int, data: bytes) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        checked = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checked)

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def cut(data: bytes, share: float = 0.5) -> bytes:
    """The first part of a file."""
    return data[: int(len(data) * share)]


def with_corrupt_jpegs(pdf: bytes) -> bytes:
    """A PDF that is whole, but for the tables of its JPEG images: they are overwritten."""
    out, at = bytearray(pdf), 0
    while (at := pdf.find(b"\xff\xd8\xff", at)) >= 0:
        out[at + 20 : at + 400] = bytes(380)
        at += 400
    return bytes(out)


# --------------------------------------------------------------------------- text layers


def with_text_layer(scan: scan_form.Scan, layers: Sequence[Sequence[Line]]) -> bytes:
    """A PDF of images with invisible text over them: for each page its lines."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for at, lines in enumerate(layers):
        page = ImageReader(io.BytesIO(scan.image("JPEG", at)))
        wide, high = (72 * pixels / scan.dpi for pixels in page.getSize())
        canvas.setPageSize((wide, high))
        canvas.drawImage(page, 0, 0, wide, high)
        text = canvas.beginText()
        text.setTextRenderMode(3)
        for line in lines:
            text.setFont("Times-Roman", max(line.bottom - line.top, 6))
            text.setTextOrigin(line.left, high - line.bottom)
            text.textOut(line.text)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def registry_line(pages: int) -> list[list[Line]]:
    """What an electronic registry prints at the head of the first page, and nothing else."""
    line = Line("SAO Y; VAN PHONG; 25/07/2025 10:25:14 +07:00", 300, 20, 560, 28)
    return [[line], *([] for _ in range(pages - 1))]


def garbled_lines(pdf: bytes) -> list[list[Line]]:
    """The lines of a typed PDF as a scanner that knows no Vietnamese leaves them over the image."""
    with pypdfium2.PdfDocument(pdf) as pages:
        return [
            [Line(_garbled(x.text), x.left, x.top, x.right, x.bottom) for x in printed_lines(page)]
            for page in pages
        ]


_MISREAD = str.maketrans({"đ": "d", "Đ": "D", "ơ": "cr", "ư": "u'", "ê": "6", "ô": "6", "ạ": "4"})


def _garbled(text: str) -> str:
    """ "Độc lập" → "DQc l$p": a marked vowel becomes a letter, digit or sign that looks like it."""
    odd = {"\u0323": "Q$g", "\u0301": "6it", "\u0300": "ird", "\u0309": "iAO", "\u0303": "fr5"}
    out: list[str] = []
    for at, letter in enumerate(unicodedata.normalize("NFC", text).translate(_MISREAD)):
        bare, *marks = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in marks if mark in odd), None)
        out.append(odd[tone][at % 3] if tone else bare if bare.isascii() else "")
    return "".join(out)
