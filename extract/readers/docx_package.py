"""A DOCX file: its parts, its styles, and the few forms in which WordprocessingML says a thing.

``Any`` below is an lxml element.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extract.errors import DamagedFile, UnknownFormat
from extract.readers.open_package import OpenPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
R, P, T = W + "r", W + "p", W + "t"
TBL, TR, TC = W + "tbl", W + "tr", W + "tc"
BOX = W + "txbxContent"
NOTES = (W + "footnote", W + "endnote")
MARKUP_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = MARKUP_COMPATIBILITY + "AlternateContent"
BRANCHES = (MARKUP_COMPATIBILITY + "Choice", MARKUP_COMPATIBILITY + "Fallback")


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


class Package(OpenPackage):
    """The parts of a DOCX file. Raises UnknownFormat, EncryptedFile, DamagedFile, EmptyFile."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data, ".docx", "word/document.xml")
        root = self.parsed(self.main)
        if root.tag != W + "document":
            raise UnknownFormat("the package holds no text document")
        self.body: Any = child(root, "body")
        if self.body is None:
            raise DamagedFile("the document has no body")
        self._related = [(kind, name) for kind, name, _ in self.targets(self.main)]

    def part(self, kind: str) -> Any:
        """The root of the part ``kind`` (``numbering``, ``footnotes``), or None."""
        name = self._name(kind)
        return self.parsed(name) if name in self.names else None

    def styles(self, roots: Iterable[Any]) -> Any:
        """The root of the styles, or None; of those for tables only what is used in ``roots``."""
        name = self._name("styles")
        if name not in self.names:
            return None
        used = {value(p, "tblStyle") for root in roots for p in root.iter(W + "tblPr")}
        return self.root(_without_tables(self.content(name), used), name)

    def _name(self, kind: str) -> str:
        """The name of the part that is the document's ``kind``."""
        related = (name for of, name in self._related if of == kind)
        return next(related, posixpath.join(posixpath.dirname(self.main), f"{kind}.xml"))

    def parts(self, kind: str) -> Iterator[tuple[str, Any]]:
        """(``header1``, root) for each part of that kind, in the order of their names."""
        names = {name for of, name in self._related if of == kind and name in self.names}
        for name in sorted(names, key=lambda name: (len(name), name)):
            yield posixpath.splitext(posixpath.basename(name))[0], self.parsed(name)


_STYLE, _STYLE_END = b"<w:style ", b"</w:style>"
_TABLE_STYLE = re.compile(rb'(?=[^>]*w:type="table")[^>]*w:styleId="([^"]*)"')
_BASED_ON = re.compile(rb'<w:basedOn w:val="([^"]*)"')


def _without_tables(xml: bytes, used: set[str | None]) -> bytes:
    """The styles without those for tables that are not ``used``, nor stand below one that is, and
    without the names of those that the file does not hold.
    python-docx's template has a hundred, which take longer to parse than a short decree."""
    before, latent, rest = xml.partition(b"<w:latentStyles")
    after = rest.partition(b"</w:latentStyles>")[2] if latent else b""
    begin, *styles = (before + after if after else xml).split(_STYLE)
    names = [own[1] if (own := _TABLE_STYLE.match(style)) else None for style in styles]
    by_name = dict(zip(names, styles, strict=True))
    needed: set[bytes | None] = {None}
    for style in used:
        name: bytes | None = (style or "").encode()
        while name in by_name and name not in needed:
            needed.add(name)
            base = _BASED_ON.search(by_name[name])
            name = base[1] if base else None
    kept = [
        _STYLE + style if name in needed else style.partition(_STYLE_END)[2]
        for name, style in zip(names, styles, strict=True)
    ]
    return b"".join([begin, *kept])


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
        named = None if properties is None else value(properties, "pStyle")
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

    def font(self, paragraph: str | None, properties: Mapping[str, Any]) -> str:
        """The font of a run's letters by its ``w:rPr`` (child by tag), its character style, its
        paragraph's style or the defaults (17.3.2.26); empty where a theme, or nothing, says it."""
        own = _font(properties.get(W + "rFonts"))
        if own is not None:
            return own
        named = properties.get(W + "rStyle")
        key = (paragraph, None if named is None else named.get(VAL))
        if key not in self._fonts:
            levels = (e for style in reversed(key) for e in self.chain(style))
            said = (_font(child(e, "rPr", "rFonts")) for e in levels)
            fonts = (font for font in said if font is not None)
            self._fonts[key] = next(fonts, _font(child(self._defaults, "rFonts")) or "")
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


def _font(fonts: Any) -> str | None:
    """What ``w:rFonts`` names for letters beyond ASCII, or else for ASCII."""
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
