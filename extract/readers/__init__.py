"""Bytes → :class:`~extract.model.Source`: which reader a file belongs to.

A file is read when its suffix names a format *and* its first bytes are of that format: a file whose
name says something else than its content is refused rather than guessed at. Only what word
processors write is read by its content, with a warning: an RTF file or a web page that bears the
suffix .doc opens in Word like any other. The reader modules are imported when first needed, so that
a text file does not wait for a PDF library.
"""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import PurePath
from typing import Any, Protocol

import regex

from extract.content import Content
from extract.errors import DamagedFile, EmptyFile, EncryptedFile, NoOcr, UnknownFormat
from extract.model import Source, Warning

#: Suffix (lower case) → format.
SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".docx": "docx",
    ".doc": "doc",
    ".odt": "odt",
    ".rtf": "rtf",
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

_HEAD = 1024  # bytes, in which PDFs and pictures say what they are
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ENCRYPTED = "an encrypted Office file"
_BROKEN_ZIP = "a damaged ZIP file"
_BROKEN_OLE = "a damaged binary Office file"
_WORD_PROCESSING = ("docx", "doc", "odt", "rtf")
_KINDS = {
    "text": "plain text",
    "docx": "a DOCX file",
    "doc": "a Word 97 file (.doc)",
    "odt": "an ODT file",
    "rtf": "an RTF file",
    "pdf": "a PDF file",
    "html": "a web page",
    "xlsx": "an XLSX workbook",
    "xls": "an Excel workbook (.xls)",
    "image": "a picture (PNG, JPEG, TIFF)",
}
# The main streams of the binary formats of Office, which a name of 64 bytes in the directory tells.
_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "a PowerPoint presentation (.ppt)"),
    ("__properties_version1.0", "an Outlook message (.msg)"),
)
# What zipfile raises on a package that is cut off or altered.
_UNREADABLE_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_SIGNATURES = (
    (b"{\\rtf", "rtf"),
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

    def read(self, data: Content, on_page: OnPage = ...) -> Source:
        """As :class:`Reader`."""

    def finder(self, data: bytes) -> Finder:
        """As :class:`Reader`."""


def read(data: Content, name: str, on_page: OnPage = lambda done, count: None) -> Source:
    """The file ``name`` that holds ``data``, as blocks. ``on_page`` is called for the pages of PDFs
    and pictures.

    Raises :class:`UnknownFormat`, :class:`EmptyFile`, :class:`DamagedFile`, :class:`EncryptedFile`,
    :class:`TooLarge`, :class:`NoOcr`, :class:`NoTextLayer` or :class:`NoConverter`.
    """
    head = data[:_HEAD]
    format = _format(head if _content(head) in ("pdf", "image") else data[:], name)
    paged = _paged_reader(format)
    source = paged.read(data, on_page) if paged else _reader(format).read(data[:])
    if format == SUFFIXES[suffix(name)]:
        return source
    what = f"the name ends in {suffix(name)}, but the content is {_KINDS[format]}"
    misled = Warning("suffix_misleads", f"{what}; it was read as that")
    return replace(source, warnings=(misled, *source.warnings))


def finder(data: bytes, name: str) -> Finder:
    """What stands at a locator of the file ``name``; raises as :func:`read` does."""
    format = _format(data, name)
    return (_paged_reader(format) or _reader(format)).finder(data)


def prepared(files: Iterable[tuple[bytes, str]]) -> AbstractContextManager[None]:
    """Within it, :func:`read` and :func:`finder` have done what is faster for many files at once:
    those of the ``files``, (content, name), that LibreOffice must convert are converted in one
    start of it. ``files`` is gone through once; only those of :func:`is_prepared` names matter.
    """
    from extract.readers import libreoffice

    return libreoffice.prepared(
        (data, ending) for data, _ in files if (ending := _by_libreoffice(data))
    )


def is_prepared(name: str) -> bool:
    """Whether :func:`prepared` may do something for files of this name."""
    return suffix(name) in (".doc", ".rtf")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


#: How many pages of a scan are recognised at a time; a worker process takes its share.
threads = processors()


def engines() -> list[str]:
    """The programs and models beside Python's packages that reading hangs on, as they are installed
    now: alike on machines that have the same."""
    from extract.readers import libreoffice, scan_ocr

    try:
        models = sorted(scan_ocr.models_folder().rglob("*.traineddata"))
    except NoOcr:
        models = []
    return [f"{path.name} {path.stat().st_size}" for path in models] + libreoffice.release()


def _by_libreoffice(data: bytes) -> str | None:
    match _content(data):
        case "rtf":
            return ".rtf"
        case "doc":
            from extract.readers import doc

            return ".doc" if doc.before_word_97(data) else None
    return None


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
        case "doc":
            from extract.readers import doc
            from extract.readers.converted import ConvertedReader

            return ConvertedReader(format, doc.docx_form)
        case "odt":
            from extract.readers import odt
            from extract.readers.converted import ConvertedReader

            return ConvertedReader(format, odt.docx_form)
        case "rtf":
            from extract.readers import libreoffice
            from extract.readers.converted import ConvertedReader

            return ConvertedReader(format, libreoffice.rtf_form)
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
    if named in _WORD_PROCESSING and held in _WORD_PROCESSING:
        return held
    if named in (*_WORD_PROCESSING, "xlsx", "xls"):
        if held == _ENCRYPTED:
            raise EncryptedFile("the file is protected by a password")
        if held in (_BROKEN_ZIP, _BROKEN_OLE):
            raise DamagedFile("the file is cut off or damaged inside")
    if held is None and b"\x00" in data and not data.startswith(_UTF16):
        raise DamagedFile(f"the file does not begin as {ending} files do")
    if named == "doc" and held in (None, "html"):
        return held or "text"
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
        if "EncryptedPackage".encode("utf-16-le") in data:
            return _ENCRYPTED
        entries = ((name.encode("utf-16-le").ljust(64, b"\0"), what) for name, what in _STREAMS)
        return next((what for entry, what in entries if entry in data), _BROKEN_OLE)
    if b"MIME-Version:" in data[:1024] and b"multipart/related" in data[:1024]:
        return "html"
    if b"<?mso-application" in data[:1024]:
        return "a file in Office's XML of 2003"
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return what
    return None


def _zip_content(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            kind = archive.open("mimetype").read(100) if "mimetype" in members else b""
    except _UNREADABLE_ZIP:
        return _BROKEN_ZIP
    if kind.strip() == b"application/vnd.oasis.opendocument.text":
        return "odt"
    if "word/document.xml" in members:
        return "docx"
    for member, what in _ZIP_MEMBERS:
        if member in members:
            return what
    return "a ZIP archive"
