"""A DOCX file as a package (ECMA-376 part 2): its parts as XML, and the styles.

Parsed without entities, document types or the network. ``Any`` below is an lxml element.
"""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from extract.errors import DamagedFile, EmptyFile, EncryptedFile, UnknownFormat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
R, P, T = W + "r", W + "p", W + "t"
TBL, TR, TC = W + "tbl", W + "tr", W + "tc"
BOX = W + "txbxContent"
NOTES = (W + "footnote", W + "endnote")
MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = MARKUP_COMPATIBILITY + "AlternateContent"
BRANCHES = (MARKUP_COMPATIBILITY + "Choice", MARKUP_COMPATIBILITY + "Fallback")

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_PART = 512 * 1024 * 1024
# What zipfile raises on a package that is cut off or altered.
UNPACKING = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, NotImplementedError),
)
# "Strict" files (ISO/IEC 29500-1) differ from what Word writes by default only in the namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (
        _STRICT + b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        _STRICT + b"officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


def child(element: Any, *names: str) -> Any:
    """The first ``w:`` child by each name in turn (``child(p, "pPr", "rPr")``), or None."""
    for name in names:
        if element is None:
            return None
        tag = W + name
        # Property lists are short: twice as fast as iterchildren(tag).
        for found in element:
            if found.tag == tag:
                element = found
                break
        else:
            return None
    return element


def value(element: Any, *names: str) -> str | None:
    """The ``w:val`` of the element reached as by :func:`child`, or None."""
    found = child(element, *names)
    if found is None:
        return None
    val: str | None = found.get(VAL)
    return val


def whole(string: str | None) -> int | None:
    """A whole number of at most nine digits; None where it is missing or something else."""
    return int(string) if string is not None and re.fullmatch(r"-?[0-9]{1,9}", string) else None


def number(element: Any, *names: str) -> int | None:
    """:func:`value` as a whole number."""
    return whole(value(element, *names))


def switched_on(element: Any) -> bool:
    """Whether an on/off property (``w:b``, ``w:vanish``) that is present says on (17.17.4)."""
    return element.get(VAL) not in ("0", "false", "off")


def branch(alternate: Any) -> Any:
    """The one branch of an ``mc:AlternateContent`` that is read: the first with text, or None."""
    for candidate in alternate.iterchildren(*BRANCHES):
        if next(candidate.iter(T, P), None) is not None:
            return candidate
    return None


class Package:
    """The parts of a DOCX file. Raises UnknownFormat, EncryptedFile, DamagedFile, EmptyFile."""

    def __init__(self, data: bytes) -> None:
        if not data.strip(b" \t\r\n\x00"):
            raise EmptyFile("the file holds no bytes")
        if data.startswith(_OLE2):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise EncryptedFile("the document is protected by a password")
            raise UnknownFormat("this is a document of Word 97-2003 (.doc), not .docx")
        if not data.startswith(b"PK"):
            raise UnknownFormat("the content is not that of a .docx file")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except UNPACKING as error:
            raise DamagedFile(f"the .docx package cannot be opened ({error})") from error
        self._names = set(self._zip.namelist())
        main = next((name for kind, name in self._targets("") if kind == "officeDocument"), "")
        self._main = main if main in self._names else "word/document.xml"
        if self._main not in self._names:
            raise DamagedFile("the .docx package holds no document")
        root = self._parsed(self._main)
        if root.tag != W + "document":
            raise UnknownFormat("the package holds no text document")
        self.body: Any = child(root, "body")
        if self.body is None:
            raise DamagedFile("the document has no body")
        self._related = list(self._targets(self._main))

    def part(self, kind: str) -> Any:
        """The root of the part ``kind`` (``styles``, ``numbering``, ``footnotes``), or None."""
        name = next((name for of, name in self._related if of == kind), None)
        if name is None:
            name = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        return self._parsed(name) if name in self._names else None

    def parts(self, kind: str) -> Iterator[tuple[str, Any]]:
        """(``header1``, root) for each part of that kind, in the order of their names."""
        names = {name for of, name in self._related if of == kind and name in self._names}
        for name in sorted(names, key=lambda name: (len(name), name)):
            yield posixpath.splitext(posixpath.basename(name))[0], self._parsed(name)

    def _targets(self, source: str) -> Iterator[tuple[str, str]]:
        """(kind, part name) for each internal relationship of ``source``; ``""`` is the package."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._names:
            return
        for relationship in self._parsed(name):
            if relationship.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relationship.get("Target", ""))
                kind = relationship.get("Type", "").rpartition("/")[2]
                yield kind, posixpath.normpath(target).lstrip("/")

    def _parsed(self, name: str) -> Any:
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise EncryptedFile("the .docx package is protected by a password")
        if info.file_size > _LARGEST_PART:
            raise DamagedFile(f"{name} would unpack to more than {_LARGEST_PART >> 20} MiB")
        try:
            xml = self._zip.read(info)
            if _STRICT in xml[:4096]:
                for strict, transitional in _TRANSITIONAL:
                    xml = xml.replace(strict, transitional)
            parser = etree.XMLParser(
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                remove_comments=True,
                remove_pis=True,
            )
            root = etree.fromstring(xml, parser)
        except UNPACKING as error:
            raise DamagedFile(f"{name} cannot be unpacked ({error})") from error
        except etree.XMLSyntaxError as error:
            raise DamagedFile(f"{name} is not well-formed XML ({error.msg})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFile(f"{name} declares a document type, which OOXML forbids")
        return root


class Styles:
    """What a paragraph, character or table style says about bold, hidden text and numbering."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str | None, Any] = {}
        self._default: str | None = None
        self._toggles: dict[tuple[str, str | None, str | None], bool] = {}
        self._fonts: dict[tuple[str | None, str | None], str] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        for style in () if root is None else root.iterchildren(W + "style"):
            name = style.get(W + "styleId")
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true"):
                self._default = name

    def of_paragraph(self, properties: Any) -> str | None:
        """The style of a paragraph by its ``w:pPr``, the default style where none is named."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def chain(self, style: str | None) -> Iterator[Any]:
        """The style and those that it is based on, nearest first."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def toggled(self, name: str, paragraph: str | None, character: str | None) -> bool:
        """A toggle property (``b``, ``vanish``) by styles alone: where both styles set it, they
        cancel each other (17.7.3)."""
        key = (name, paragraph, character)
        if key not in self._toggles:
            on = self._set(name, paragraph) != self._set(name, character)
            default = child(self._defaults, name)
            self._toggles[key] = on or (default is not None and switched_on(default))
        return self._toggles[key]

    def _set(self, name: str, style: str | None) -> bool:
        for element in self.chain(style):
            found = child(element, "rPr", name)
            if found is not None:
                return switched_on(found)
        return False

    def font(self, paragraph: str | None, properties: Any) -> str:
        """The font of a run's letters by its ``w:rPr``, its character style, its paragraph's style
        or the defaults (17.3.2.26); empty where a theme, or nothing, says it."""
        own = _font(properties)
        if own is not None:
            return own
        key = (paragraph, value(properties, "rStyle"))
        if key not in self._fonts:
            said = (_font(child(e, "rPr")) for style in reversed(key) for e in self.chain(style))
            named = (font for font in said if font is not None)
            self._fonts[key] = next(named, _font(self._defaults) or "")
        return self._fonts[key]

    def bold_rows(self, table: Any) -> tuple[bool, bool]:
        """Whether the style of a table makes (its first row, every other row) bold."""
        properties = child(table, "tblPr")
        style, look = value(properties, "tblStyle"), child(properties, "tblLook")
        everywhere = self._set("b", style)
        first = everywhere
        if look is not None and _first_row(look):
            for element in self.chain(style):
                for part in element.iterchildren(W + "tblStylePr"):
                    found = child(part, "rPr", "b")
                    if part.get(W + "type") == "firstRow" and found is not None:
                        return switched_on(found), everywhere
        return first, everywhere


def _font(properties: Any) -> str | None:
    """What ``w:rFonts`` names for letters beyond ASCII, or else for ASCII."""
    fonts = child(properties, "rFonts")
    if fonts is None:
        return None
    for slot in ("hAnsi", "ascii"):
        if fonts.get(f"{W}{slot}Theme"):
            return ""
        name: str | None = fonts.get(W + slot)
        if name:
            return name
    return None


def _first_row(look: Any) -> bool:
    """Whether ``w:tblLook`` asks for the style's first row: an attribute, before 2010 bit 0x20."""
    flag = look.get(W + "firstRow")
    if flag is not None:
        return flag in ("1", "true", "on")
    mask = look.get(VAL, "")
    return bool(re.fullmatch(r"[0-9A-Fa-f]{1,8}", mask)) and bool(int(mask, 16) & 0x20)
