"""The styles of an ODT file (OpenDocument 1.3, part 3, 16): how text looks, how lists count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from extract.model import record
from extract.readers.docx_package import VAL, W

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
# WordprocessingML has as many levels.
_LEVELS = 9


@record
class Look:
    """What of the look of a text matters."""

    bold: bool = False
    hidden: bool = False
    font: str = ""


class OdtStyles:
    """The styles under ``roots``, where the earlier root decides on names that both have."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str | None, str | None], Any] = {}
        self._defaults: dict[str | None, Any] = {}
        self._lists: dict[str | None, Any] = {}
        self._fonts: dict[str | None, str] = {}
        self.outline: Any = None
        for root in roots:
            for element in root.iter(STYLE + "style"):
                key = (element.get(STYLE + "family"), element.get(STYLE + "name"))
                self._styles.setdefault(key, element)
            for element in root.iter(STYLE + "default-style"):
                self._defaults.setdefault(element.get(STYLE + "family"), element)
            for element in root.iter(TEXT + "list-style"):
                self._lists.setdefault(element.get(STYLE + "name"), element)
            for element in root.iter(STYLE + "font-face"):
                family = element.get(_SVG + "font-family", "").strip("'\"")
                self._fonts.setdefault(element.get(STYLE + "name"), family)
            for element in root.iter(TEXT + "outline-style"):
                self.outline = element

    def look(self, family: str, name: str | None, base: Look) -> Look:
        """The look of a text with this style within one that looks as ``base``."""
        said: dict[str, str] = {}
        for style in self._chain(family, name):
            for properties in style.iterchildren(STYLE + "text-properties"):
                for key in (_FO + "font-weight", TEXT + "display", STYLE + "font-name"):
                    if key in properties.attrib:
                        said.setdefault(key, properties.get(key))
        weight = said.get(_FO + "font-weight")
        display = said.get(TEXT + "display")
        font = said.get(STYLE + "font-name")
        return Look(
            base.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
            base.hidden if display is None else display == "none",
            base.font if font is None else self._fonts.get(font, font),
        )

    def _chain(self, family: str, name: str | None) -> Iterator[Any]:
        seen = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(STYLE + "parent-style-name")
        if family in self._defaults:
            yield self._defaults[family]

    def levels(self, name: str | None) -> list[Any]:
        """The levels of a list style, as ``w:lvl``."""
        style = self._lists.get(name)
        return [] if style is None else list(levels_of(style))


def levels_of(style: Any) -> Iterator[Any]:
    """The levels of a ``text:list-style`` or ``text:outline-style`` as ``w:lvl``."""
    formats = {
        _whole(level.get(TEXT + "level"), 1): level.get(STYLE + "num-format", "") for level in style
    }
    for level in style:
        at = _whole(level.get(TEXT + "level"), 1)
        if not 1 <= at <= _LEVELS:
            continue
        made = etree.Element(W + "lvl", {W + "ilvl": str(at - 1)})
        etree.SubElement(made, W + "start", {VAL: level.get(TEXT + "start-value", "1")})
        if level.tag == TEXT + "list-level-style-bullet":
            kind, label = "bullet", level.get(TEXT + "bullet-char", "-")
        elif level.tag == TEXT + "list-level-style-image":
            kind, label = "bullet", "-"
        else:
            kind = _FORMATS.get(formats[at], "decimal") if formats[at] else "none"
            label = _label(level, at, formats)
        etree.SubElement(made, W + "numFmt", {VAL: kind})
        etree.SubElement(made, W + "lvlText", {VAL: label})
        yield made


def _label(level: Any, at: int, formats: dict[int, str]) -> str:
    template = next(
        (value for key, value in level.attrib.items() if key.endswith("}num-list-format")), None
    )
    if template is not None:
        return re.sub(r"%(\d)%", r"%\1", template)
    shown = min(_whole(level.get(TEXT + "display-levels"), 1), at)
    counts = [f"%{up}" for up in range(at - shown + 1, at + 1) if formats.get(up)]
    prefix, suffix = (level.get(STYLE + f"num-{side}", "") for side in ("prefix", "suffix"))
    return f"{prefix}{'.'.join(counts)}{suffix}"


def _whole(string: str | None, default: int) -> int:
    return int(string) if string is not None and re.fullmatch(r"\d{1,6}", string) else default
