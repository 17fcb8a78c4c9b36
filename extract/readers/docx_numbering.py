"""The numbers and bullets that Word puts before paragraphs itself (ECMA-376 part 1, 17.9).

They stand nowhere in the paragraphs' text: the counters are kept here, paragraph after paragraph in
the order of the document.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from extract.model import record
from extract.readers.docx_package import (
    ALTERNATE,
    Styles,
    W,
    child,
    number,
    switched_on,
    value,
    whole,
)

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SYMBOL_FONT = re.compile(r"symbol|webdings|wingdings( [23])?", re.IGNORECASE)
# What the places of the symbol fonts print, by the low byte of the code (U+F0B3 → 0xB3).
# The font Symbol holds ASCII figures and signs in their own places.
_GLYPHS = {
    "symbol": {
        0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠",
        0xBB: "≈", **{code: chr(code) for code in range(0x20, 0x40)},
    },
    "wingdings": {
        0x53: "☑", 0x54: "☒", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA8: "☐", 0xE0: "→",
        0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "☐"},
    "wingdings 3": {},
    "webdings": {0x61: "✓", 0x63: "☐"},
}  # fmt: skip


def symbol(code: int, font: str) -> str:
    """What a character prints in a symbol font; "-" for bullets and every other ornament.

    A private-use code in another font is one of the font Symbol, as Word takes it."""
    if code < 0xF000 and not _SYMBOL_FONT.fullmatch(font):
        return chr(code) if code else ""
    return _GLYPHS.get(font.lower(), _GLYPHS["symbol"]).get(code & 0xFF, "-")


@record
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    decimal: bool
    style: str | None


@record
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has counted.

    Lists that share an abstract definition share its counters, as in Word; a ``w:startOverride``
    counts the first time that its list uses the level.
    """

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._by_style: dict[str | None, tuple[str | None, int | None]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts: dict[str, Any] = {
            element.get(W + "abstractNumId"): element
            for element in root.iterchildren(W + "abstractNum")
        }
        nums: dict[str, Any] = {num.get(W + "numId"): num for num in root.iterchildren(W + "num")}
        for name, num in nums.items():
            abstract = value(num, "abstractNumId") or ""
            link = value(abstracts.get(abstract), "numStyleLink")
            for style in styles.chain(link):
                # The definition stands with the list of the numbering style that is named.
                linked = nums.get(value(style, "pPr", "numPr", "numId") or "")
                abstract = value(linked, "abstractNumId") or abstract
            levels = _levels(abstracts.get(abstract))
            starts: dict[int, int] = {}
            for override in num.iterchildren(W + "lvlOverride"):
                levels.update(_levels(override))
                start = number(override, "startOverride")
                if start is not None:
                    starts[whole(override.get(W + "ilvl")) or 0] = start
            self._lists[name] = _List(abstract, levels, starts)

    def label(self, properties: Any, style: str | None) -> str:
        """Counts the paragraph with these ``w:pPr`` and this style; its label (``"1.2."``, ``"-"``)
        or ``""``."""
        name, index = self._membership(properties, style)
        of = self._lists.get(name or "")
        level = of.levels.get(index) if of else None
        if name is None or of is None or level is None:
            return ""
        counters = self._counters.setdefault(of.abstract, {})
        if index in of.starts and (name, index) not in self._used:
            counters[index] = of.starts[index]
        elif index in counters:
            counters[index] += 1
        else:
            counters[index] = level.start
        self._used.add((name, index))
        for deeper in [deeper for deeper in counters if deeper > index]:
            restart = of.levels[deeper].restart if deeper in of.levels else None
            if index < (deeper if restart is None else restart):
                del counters[deeper]
        if level.format == "bullet":
            return level.text
        return _label(level, of.levels, {**of.starts, **counters})

    def _membership(self, properties: Any, style: str | None) -> tuple[str | None, int]:
        """(list, level) of a paragraph, by itself or by its style; list ``"0"`` is none."""
        own = None if properties is None else child(properties, "numPr")
        name, index = None, None
        if own is not None:
            name, index = value(own, "numId"), number(own, "ilvl")
        if name is None:
            if style not in self._by_style:
                self._by_style[style] = self._membership_of_style(style)
            name, by_style = self._by_style[style]
            index = by_style if index is None else index
        return name, index or 0

    def _membership_of_style(self, name: str | None) -> tuple[str | None, int | None]:
        of: str | None = None
        index: int | None = None
        for style in self._styles.chain(name):
            numbers = child(style, "pPr", "numPr")
            index = number(numbers, "ilvl") if index is None else index
            of = value(numbers, "numId")
            if of is not None:
                break
        # A level that names the style decides over what the style says (17.9.23).
        for at, level in self._lists[of].levels.items() if of in self._lists else ():
            if name is not None and level.style == name:
                index = at
        return of, index


def _levels(definition: Any) -> dict[int, _Level]:
    levels = () if definition is None else definition.iterchildren(W + "lvl")
    return {whole(level.get(W + "ilvl")) or 0: _level(level) for level in levels}


def _level(element: Any) -> _Level:
    kind = value(element, "numFmt") or "decimal"
    custom = element.find(f"{ALTERNATE}//{W}numFmt[@{W}format]")
    if custom is not None:
        kind = custom.get(W + "format")  # "001, 002, 003, ..."
    text = value(element, "lvlText") or ""
    if kind == "bullet":
        fonts = child(element, "rPr", "rFonts")
        text = _bullet(text, "" if fonts is None else fonts.get(W + "ascii", ""))
    legal, start = child(element, "isLgl"), number(element, "start")
    return _Level(
        # 17.9.25 says 0 where nothing is said; Word always says it, and other programs mean 1.
        start=1 if start is None else start,
        format=kind,
        text=text,
        restart=number(element, "lvlRestart"),
        decimal=legal is not None and switched_on(legal),
        style=value(element, "pStyle"),
    )


def _bullet(text: str, font: str) -> str:
    """A bullet as a mark that can be read: an ornament, or the "o" of Courier New, is "-"."""
    mark = text.strip()
    if _SYMBOL_FONT.fullmatch(font) or not mark:
        return "-"
    return mark if len(mark) > 1 or unicodedata.category(mark)[0] in "PS" else "-"


def _label(level: _Level, levels: dict[int, _Level], counters: dict[int, int]) -> str:
    def counted(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        of = levels.get(index)
        if of is None:
            return ""
        count = counters.get(index, of.start)
        return str(count) if level.decimal and of.format != "none" else written(count, of.format)

    return re.sub(r"%([1-9])", counted, level.text).strip()


def written(count: int, format: str) -> str:
    """A count in one of the formats of 17.18.59; those not used in Vietnam as plain figures."""
    if format == "none":
        return ""
    if format == "decimalZero":
        return f"{count:02d}"
    if format == "ordinal":
        teen = 10 < count % 100 < 20
        return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
    if format in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        roman = _roman(count)
        return roman.upper() if format == "upperRoman" else roman
    if format in ("upperLetter", "lowerLetter") and count > 0:
        # After z comes aa, then bb.
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if format == "upperLetter" else letters
    padded = re.match(r"0\d+", format)
    return str(count).zfill(len(padded[0])) if padded else str(count)


def _roman(count: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (count // worth)
        count %= worth
    return letters
