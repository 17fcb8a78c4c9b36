"""The pages of PDFs and pictures, as pictures."""

from __future__ import annotations

import io
import threading
from typing import Any

from PIL import Image, ImageOps

from extract.errors import DamagedFile, NotFound
from extract.model import record
from extract.readers import pdf
from extract.readers.image import dots_an_inch
from extract.readers.pdf_page import loaded

_DPI = 144
_QUALITY = 82
# However finely a page was scanned, more is not seen.
_MOST_DOTS = 2400

_PDFIUM = threading.Lock()  # it does one thing at a time in a process


@record
class Page:
    """A page and its size in points: the frame of the boxes on it."""

    number: int
    width: float
    height: float


def sizes(data: bytes, format: str) -> list[Page]:
    """The pages of a file. Raises :class:`DamagedFile`."""
    if format == "pdf":
        with _PDFIUM:
            document = pdf.opened(data)
            try:
                sizes = [document.get_page_size(index) for index in range(len(document))]
            finally:
                document.close()
        return [Page(number, *size) for number, size in enumerate(sizes, 1)]
    with _picture_file(data) as file:
        found = []
        for index in range(getattr(file, "n_frames", 1)):
            file.seek(index)
            width, height = ImageOps.exif_transpose(file).size
            point = 72 / dots_an_inch(file)
            found.append(Page(index + 1, width * point, height * point))
        return found


def drawn(data: bytes, format: str, number: int) -> bytes:
    """Page ``number``, from 1, as WebP. Raises :class:`NotFound` where there is none."""
    picture = _of_pdf(data, number) if format == "pdf" else _of_picture(data, number)
    file = io.BytesIO()
    picture.convert("RGB").save(file, "WEBP", quality=_QUALITY, method=2)
    return file.getvalue()


def _of_pdf(data: bytes, number: int) -> Image.Image:
    with _PDFIUM:
        document = pdf.opened(data)
        try:
            if not 1 <= number <= len(document):
                raise NotFound(f"page {number}: no such page")
            page = loaded(document, number - 1)
            scale = min(_DPI / 72, _MOST_DOTS / max(page.get_size()))
            picture: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
            page.close()
            return picture
        finally:
            document.close()


def _of_picture(data: bytes, number: int) -> Image.Image:
    with _picture_file(data) as file:
        if not 1 <= number <= getattr(file, "n_frames", 1):
            raise NotFound(f"page {number}: no such page")
        file.seek(number - 1)
        picture = ImageOps.exif_transpose(file)
        if picture.mode.startswith("I"):  # 16 bits a dot
            picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
            paper = Image.new("RGBA", picture.size, "white")
            picture = Image.alpha_composite(paper, picture.convert("RGBA"))
        picture = picture.convert("RGB")
        picture.thumbnail((_MOST_DOTS, _MOST_DOTS))
        return picture


def _picture_file(data: bytes) -> Any:
    try:
        return Image.open(io.BytesIO(data))
    except (OSError, SyntaxError, ValueError) as error:
        raise DamagedFile(f"the picture is cut off or damaged ({error})") from error
