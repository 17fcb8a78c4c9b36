"""Bytes → :class:`~extract.model.Source`: which reader a file belongs to.

A file is read when its suffix names a format *and* its first bytes are of that format: a file whose
name says something else than its content is refused rather than guessed at. The reader modules are
imported when first needed, so that a text file does not wait for a PDF library.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any, Protocol

import regex

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownFormat
from extract.model import Source

#: Suffix (lower case) → format.
SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".mhtml": "html",
    ".mht": "html",
    ".xlsx": "xlsx",
    ".xls": "xls",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
}

#: A locator as in the JSON → the raw text that stands there. Raises LookupError where nothing does.
Finder = Callable[[Mapping[str, Any]], str]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "an encrypted Office file"
_BROKEN_ZIP = "a damaged ZIP file"
_OLD = "a binary Office file (.doc, .xls)"
_KINDS = {
    "text": "plain text",
    "docx": "a DOCX file",
    "pdf": "a PDF file",
    "html": "a web page",
    "xlsx": "an XLSX workbook",
    "xls": "an XLS workbook",
    "image": "a picture (PNG, JPEG, TIFF)",
}
_SIGNATURES = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "a GIF image"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x1f\x8b", "a gzip archive"),
)
_ZIP_MEMBERS = (
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "a PPTX presentation"),
    ("mimetype", "an OpenDocument or EPUB file"),
)


#: Told how many pages are read, of how many.
OnPage = Callable[[int, int], None]


class Reader(Protocol):
    """What every reader module offers."""

    def read(self, data: bytes) -> Source:
        """The whole file as blocks in reading order."""

    def finder(self, data: bytes) -> Finder:
        """A function that follows the locators which :meth:`read` gives back into the file."""


class PagedReader(Protocol):
    """A reader that may take long for each page."""

    def read(self, data: bytes, on_page: OnPage = ...) -> Source:
        """As :class:`Reader`."""

    def finder(self, data: bytes) -> Finder:
        """As :class:`Reader`."""


def read(data: bytes, name: str, on_page: OnPage = lambda done, count: None) -> Source:
    """The file ``name`` that holds ``data``, as blocks. ``on_page`` is called for the pages of PDFs
    and pictures.

    Raises :class:`UnknownFormat`, :class:`EmptyFile`, :class:`DamagedFile`, :class:`EncryptedFile`,
    :class:`TooLarge`, :class:`NoOcr` or :class:`NoTextLayer`.
    """
    format = _format(data, name)
    paged = _paged_reader(format)
    return paged.read(data, on_page) if paged else _reader(format).read(data)


def finder(data: bytes, name: str) -> Finder:
    """What stands at a locator of the file ``name``; raises as :func:`read` does."""
    format = _format(data, name)
    return (_paged_reader(format) or _reader(format)).finder(data)


def suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _paged_reader(format: str) -> PagedReader | None:
    match format:
        case "pdf":
            from extract.readers import pdf

            return pdf
        case "image":
            from extract.readers import image

            return image
    return None


def _reader(format: str) -> Reader:
    match format:
        case "docx":
            from extract.readers import docx

            return docx
        case "html":
            from extract.readers import web_page

            return web_page
        case "xlsx":
            from extract.readers import xlsx

            return xlsx
        case "xls":
            from extract.readers import xls

            return xls
        case _:
            from extract.readers import text_export

            return text_export


def _format(data: bytes, name: str) -> str:
    ending = suffix(name)
    if ending not in SUFFIXES:
        raise UnknownFormat(f"no reader for {ending} files" if ending else "the name has no suffix")
    if not data:
        raise EmptyFile("the file is empty")
    if not data.strip():
        raise EmptyFile("the file holds nothing but white space")
    named, held = SUFFIXES[ending], _content(data)
    if held is None and named != "text" and _is_page(data):
        held = "html"
    if held == named or (held is None and named == "text"):
        return named
    if named in ("docx", "xlsx") and held == _ENCRYPTED:
        raise EncryptedFile("the file is protected by a password")
    if (named in ("docx", "xlsx") and held == _BROKEN_ZIP) or (named == "xls" and held == _OLD):
        raise DamagedFile("the file is cut off or damaged inside")
    if held is None and b"\x00" in data:
        raise DamagedFile(f"the file does not begin as {ending} files do")
    what = _KINDS.get(held or "text", held)
    raise UnknownFormat(f"the content is {what}, but the name ends in {ending}")


_PAGE = regex.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|script|div|p|table|span|h[1-6])\b",
    regex.I,
)


def _is_page(data: bytes) -> bool:
    """Whether text has the tags of a web page at its beginning, or is a web archive."""
    from extract.readers.web_page import is_archive

    return bool(_PAGE.search(data[:4096].replace(b"\0", b""))) or is_archive(data)


def _content(data: bytes) -> str | None:
    """The format that the first bytes show, as in ``SUFFIXES``; other kinds of file in words;
    None where they show nothing, as in plain text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(data)
    if data.startswith(_OLE):
        return _ole_content(data)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    return None


def _ole_content(data: bytes) -> str:
    """By the names of the streams, which stand in the file as they are."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _ENCRYPTED
    if "WordDocument".encode("utf-16-le") in data:
        return "a binary Word file (.doc)"
    if any(f"{name}\0".encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return "xls"
    return _OLD


def _zip_content(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except zipfile.BadZipFile:
        return _BROKEN_ZIP
    if "word/document.xml" in members:
        return "docx"
    for member, what in _ZIP_MEMBERS:
        if member in members:
            return what
    return "a ZIP archive"
