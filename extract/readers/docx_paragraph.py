"""The accepted text of a DOCX paragraph: as Word prints it when every tracked change is accepted.

Insertions are kept, deletions, hidden text and field instructions left out; a line break is
``\\n``, a tab ``\\t``, a character of a symbol font what it prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from extract.encodings import FontRun, font_of
from extract.readers.docx_numbering import symbol
from extract.readers.docx_package import (
    ALTERNATE,
    BOX,
    VAL,
    R,
    Styles,
    T,
    W,
    branch,
    child,
    switched_on,
)

DELETED = (W + "del", W + "moveFrom")

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLOCK_WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_INLINE_WRAPPERS = _BLOCK_WRAPPERS | frozenset(
    [W + name for name in ("hyperlink", "fldSimple", "dir", "bdo")]
    + [_MATH + name for name in ("oMathPara", "oMath", "e", "num", "fName", "lim", "deg")]
    + [_MATH + name for name in ("f", "sSup", "sSub", "sSubSup", "rad", "nary", "func", "d")]
)
_RUNS = (R, _MATH + "r")
_TEXTS = (T, _MATH + "t")
# What sets the later part of a formula off from the first: 1/2, 10^3.
_MATH_SIGNS = {_MATH + "den": "/", _MATH + "sup": "^", _MATH + "sub": "_"}
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_DRAWINGS = (W + "drawing", W + "pict", W + "object")
_PROPERTIES, _STYLE, _FONTS = W + "rPr", W + "rStyle", W + "rFonts"
_FIELD, _SYMBOL = W + "fldChar", W + "sym"
# White space of the XML, which would be taken for a line break or a tab; private use, and the
# characters that print another sign when their font is Symbol; the sign that stands for an object.
_UNUSUAL = re.compile("[\t\n\r\ufffc\uf020-\uf0ff\u00a3\u00b1\u00b3\u00b4\u00b7\u00b9\u00bb]")


def children(parent: Any, *tags: str) -> Iterator[Any]:
    """The children with one of ``tags``, those in content controls and other wrappers too."""
    for element in parent:
        tag = element.tag
        if tag in tags:
            yield element
        elif tag in _BLOCK_WRAPPERS:
            yield from children(element, *tags)
        elif tag == ALTERNATE:
            chosen = branch(element)
            if chosen is not None:
                yield from children(chosen, *tags)


def marked_deleted(properties: Any) -> bool:
    """Whether ``w:trPr`` or the ``w:rPr`` of a paragraph mark says that a change deletes it."""
    return next(properties.iterchildren(*DELETED), None) is not None


class Accepted:
    """``raw``, the accepted text; ``bold``, whether all that is visible is bold (None where nothing
    is visible); ``boxes``, the contents of the text boxes anchored here; ``properties``, the
    ``w:pPr`` or None; ``style``, the paragraph's style; ``fonts``, the stretches of ``raw`` set in
    a font made before Unicode.

    ``by_table`` says that the table's style makes the text bold; ``with_fonts``, that ``fonts`` are
    wanted.
    """

    __slots__ = (
        *("bold", "boxes", "fonts", "properties", "raw", "style"),
        *("_by_table", "_fields", "_old", "_pieces", "_styles", "_with_fonts"),
    )

    def __init__(
        self, p: Any, styles: Styles, by_table: bool = False, with_fonts: bool = False
    ) -> None:
        self.bold: bool | None = None
        self.boxes: list[Any] = []
        self.fonts: list[FontRun] = []
        self._styles = styles
        self.properties = child(p, "pPr")
        self.style = styles.of_paragraph(self.properties)
        self._by_table = by_table
        self._with_fonts = with_fonts
        self._old: list[tuple[int, str]] = []  # index in the pieces, name of the old font
        self._pieces: list[str] = []
        # One entry for each open field: whether its instruction is still being read. A field
        # that goes on in the next paragraph is in its result there.
        self._fields: list[bool] = []
        self._read(p)
        self.raw = "".join(self._pieces)
        if self._old:
            ends = list(accumulate(map(len, self._pieces)))
            self.fonts = [(ends[i] - len(self._pieces[i]), ends[i], name) for i, name in self._old]

    def _read(self, parent: Any) -> None:
        for element in parent:
            tag = element.tag
            if tag in _RUNS:
                self._read_run(element)
            elif tag in _INLINE_WRAPPERS:
                self._read(element)
            elif tag in _MATH_SIGNS:
                self._pieces.append(_MATH_SIGNS[tag])
                self._read(element)
            elif tag == ALTERNATE:
                chosen = branch(element)
                if chosen is not None:
                    self._read(chosen)

    def _read_run(self, run: Any) -> None:
        properties: dict[str, Any] = {}
        hidden: bool | None = None
        for element in run:
            tag = element.tag
            if tag == _PROPERTIES:
                properties = {own.tag: own for own in element}
                continue
            if hidden is None:  # properties stand first
                hidden = self._has("vanish", properties)
            if tag == _FIELD:
                self._turn(element.get(W + "fldCharType"))
            elif not hidden and True not in self._fields:
                self._read_content(element, tag, properties)

    def _read_content(self, element: Any, tag: str, properties: Mapping[str, Any]) -> None:
        if tag in _TEXTS:
            string = element.text or ""
            if _UNUSUAL.search(string):
                fonts = properties.get(_FONTS)
                font = "" if fonts is None else fonts.get(W + "ascii", "")
                string = _UNUSUAL.sub(lambda match: _usual(match[0], font), string)
            self._append(string, properties)
        elif tag in _CHARACTERS:
            self._pieces.append(_CHARACTERS[tag])
        elif tag == _SYMBOL:
            code = element.get(W + "char", "")
            if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
                self._append(symbol(int(code, 16), element.get(W + "font", "")), properties)
        elif tag in _DRAWINGS:
            self.boxes.extend(_boxes(element))
        elif tag == ALTERNATE:
            chosen = branch(element)
            for inner in () if chosen is None else chosen:
                self._read_content(inner, inner.tag, properties)

    def _append(self, string: str, properties: Mapping[str, Any]) -> None:
        if self._with_fonts:
            font = self._styles.font(self.style, properties)
            if font_of(font):
                self._old.append((len(self._pieces), font))
        self._pieces.append(string)
        if self.bold is not False and string.strip():
            self.bold = self._has("b", properties)

    def _turn(self, kind: str | None) -> None:
        """Begin, instruction done, end of a field (17.16.18)."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _has(self, name: str, properties: Mapping[str, Any]) -> bool:
        """Whether a run has the toggle property: what it says itself decides over the styles."""
        own = properties.get(W + name)
        if own is not None:
            return switched_on(own)
        style = properties[_STYLE].get(VAL) if _STYLE in properties else None
        by_style = self._styles.toggled(name, self.style, style)
        return by_style or (self._by_table and name == "b")


def _usual(character: str, font: str) -> str:
    if character == "\ufffc":
        return ""
    if character.isspace():
        return " "
    if character >= "\uf000" and font_of(font):
        # Word holds the letters of a font that calls itself a symbol font so.
        return chr(ord(character) & 0xFF)
    return symbol(ord(character), font)


def _boxes(drawing: Any) -> Iterator[Any]:
    """The text boxes of a drawing, not those within a text box, and of each only one form."""
    for element in drawing:
        if element.tag == BOX:
            yield element
        elif element.tag == ALTERNATE:
            chosen = branch(element)
            if chosen is not None:
                yield from _boxes(chosen)
        else:
            yield from _boxes(element)
