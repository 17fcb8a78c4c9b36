"""Saved web pages (.html, .htm) and web archives (.mhtml, .mht).

Offsets are code points in the decoded page; in a web archive, in its first page.
"""

from __future__ import annotations

import codecs
import email
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import regex

from extract.encodings import Decoder
from extract.errors import DamagedFile, EmptyFile, UnknownFormat
from extract.expressions import compiled
from extract.model import Source, Warning
from extract.readers.html_blocks import html_blocks
from extract.readers.markup import WEB_TOKEN
from extract.readers.text_export import TextPlace

_ARCHIVE = regex.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version\s*:", regex.I)
_DECLARED = regex.compile(
    rb"(?:<meta\b[^>]*?\bcharset\s*=|<\?xml\b[^>]*?\bencoding\s*=)\s*[\"']?\s*([\w.:-]+)", regex.I
)
_DECLARED_WITHIN = 64 * 1024
# What browsers read under these names is a superset of them (encoding.spec.whatwg.org).
_SUPERSETS = {"iso8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"}
# In windows-1258 the marks of the tones are letters of their own, which stand after a vowel.
_TONE = compiled("[\u0300\u0301\u0303\u0309\u0323]")
_TONE_ON_VOWEL = compiled("(?i)[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]")
_LARGEST_UNREADABLE_SHARE = 0.001
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(data: bytes) -> Source:
    """The passages and tables that a browser shows; what the site puts around the page is furniture
    where its markup says so.

    Raises:
        EmptyFile: no text.
        UnknownFormat: not text.
        DamagedFile: a web archive without a page.
        TooManyCells: a table that no page could hold.
    """
    raw = decoded(data)
    decoder = Decoder()
    decoder.learn(raw)
    blocks = tuple(html_blocks(decoder.read(TextPlace(raw)), 0, len(raw), WEB_TOKEN))
    if not blocks:
        raise EmptyFile("the page holds no text")
    warnings = list(decoder.warnings())
    if unreadable := raw.count("\ufffd"):
        message = f"{unreadable} characters could not be decoded"
        warnings.append(Warning("unreadable_characters", message))
    return Source("html", blocks, warnings=tuple(warnings))


def finder(data: bytes) -> Callable[[Mapping[str, Any]], str]:
    """Locator (``start``, ``end``) → the characters that stand there, markup included."""
    raw = decoded(data)
    return lambda locator: raw[locator["start"] : locator["end"]]


def decoded(data: bytes) -> str:
    """The page as text; line ends are kept as they are.

    The encoding is that of the byte order mark; else UTF-8 where that fits; else what the page
    declares; else windows-1258 or windows-1252, whichever the letters speak for.
    """
    declared = ""
    if is_archive(data):
        data, declared = _page(data)
    raw = _text(data, declared)
    if len(_CONTROL.findall(raw)) > len(raw) // 1000:
        raise UnknownFormat("not a web page: it holds binary data")
    return raw


def is_archive(data: bytes) -> bool:
    return bool(_ARCHIVE.match(data[:4096]))


def _page(data: bytes) -> tuple[bytes, str]:
    """The first page of a web archive, and the charset that its header gives."""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return content, part.get_content_charset("")
    raise DamagedFile("the web archive holds no page")


def _text(data: bytes, declared: str) -> str:
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace")
    if data[1:6:2] == bytes(3):  # "<p>"
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    name = _codec(declared or (found[1].decode("ascii", "replace") if found else "utf-8"))
    if name == "utf-8":
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") <= _LARGEST_UNREADABLE_SHARE * len(text):
            return text  # a character is cut, or a stray byte stands somewhere
        name = _vietnamese_codec(data)
    return _single_bytes(data, name) if name.startswith("cp125") else data.decode(name, "replace")


def _codec(label: str) -> str:
    """Python's name of an encoding that a page declares; UTF-8 where nobody knows it."""
    try:
        name = codecs.lookup(label.strip()).name
        b"".decode(name)  # "hex" and the like are no encodings of text
    except (LookupError, ValueError):
        return "utf-8"
    return _SUPERSETS.get(name, name)


def _vietnamese_codec(data: bytes) -> str:
    text = _single_bytes(data, "cp1258")
    tones = len(_TONE.findall(text))
    return "cp1258" if tones and len(_TONE_ON_VOWEL.findall(text)) > 0.9 * tones else "cp1252"


def _single_bytes(data: bytes, name: str) -> str:
    """As browsers decode: a byte that the code page leaves free is a control character."""
    return data.decode("latin-1").translate(_table(name))


@cache
def _table(name: str) -> list[str]:
    return [bytes([byte]).decode(name, "ignore") or chr(byte) for byte in range(256)]
