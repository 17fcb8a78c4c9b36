"""The text of a PDF page: characters → words → lines, by where they are printed.

Boxes are (left, top, right, bottom) in points from the top left corner of the page as displayed.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from extract.encodings import FontRun, is_old_syllable
from extract.readers.docx_numbering import symbol
from extract.readers.pdf_edges import Box, Matrix

UNREADABLE = "\ufffd"  # a glyph for which the file gives no character
# PDFium puts U+0002 (in the whole text U+FFFE) for a hyphen at the end of a line, drops the line
# break after it, and runs on into the next line: "điện" U+0002 "tử".
_WORD = re.compile("[^\\s\x00-\x1f\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_loose_box = pdfium.FPDFText_GetLooseCharBox
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_WIDE = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Word:
    """Characters without white space between them; ``first`` counts characters on the page.

    Of a recognised word, ``box`` lies on the straightened page and ``printed`` on the page as it
    is; ``raw`` is what was read before it was repaired, and ``marks`` say what to think of it. Of a
    word in an old encoding, ``raw`` is what the file holds and ``legacy`` what that prints, as in
    :class:`extract.model.DecodedPlace`.
    """

    text: str
    box: Box
    first: int
    bold: bool = False  # known only where a line may have to be cut in two
    printed: Box | None = None
    raw: str | None = None
    marks: tuple[str, ...] = ()
    legacy: tuple[tuple[int, int, str], ...] = ()

    @property
    def own(self) -> str:
        """The word before it was repaired or decoded, character for character."""
        return self.text if self.raw is None else self.raw


@dataclass(slots=True)
class Line:
    """Words that stand in one line, in reading order."""

    words: list[Word]
    box: Box
    base: float = 0.0  # where its letters stand; boxes reach below it or not, as letters do
    bold: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


class PageText:
    """The characters of an open text page. The page must stay open while this is in use."""

    def __init__(self, textpage: Any, matrix: Matrix) -> None:
        self._raw = textpage
        self._matrix = matrix
        self._rect = pdfium.FS_RECTF()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bold: dict[bytes, bool] = {}
        self.characters = self._characters()

    def _characters(self) -> str:
        """One character for each character index of PDFium."""
        count = pdfium.FPDFText_CountChars(self._raw)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        whole = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "surrogatepass")
        if len(whole) != count or _WIDE.search(whole):
            # PDFium's text leaves out what it knows no character for: ask for each one.
            codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(count))
            whole = "".join(
                UNREADABLE if code == 0 or 0xD800 <= code < 0xE000 else chr(code) for code in codes
            )
        if _PRIVATE.search(whole):
            whole = "".join(self._printed(index, char) for index, char in enumerate(whole))
        return whole

    def _printed(self, index: int, char: str) -> str:
        if not _PRIVATE.match(char):
            return char
        name = self._font(index).decode("ascii", "replace").lower()
        fonts = ("wingdings 2", "wingdings 3", "wingdings", "webdings")
        return symbol(
            ord(char), next((font for font in fonts if font in name.replace("-", " ")), "symbol")
        )

    def words(self) -> list[Word]:
        """In the order of the file, which need not be the order of reading."""
        found: list[Word] = []
        box_of = self.box
        for match in _WORD.finditer(self.characters):
            first, last = match.start(), match.end() - 1
            box = box_of(first)
            if last > first:
                left, top, right, bottom = box
                x0, y0, x1, y1 = box_of(last)
                box = (
                    left if left < x0 else x0,
                    top if top < y0 else y0,
                    right if right > x1 else x1,
                    bottom if bottom > y1 else y1,
                )
            found.append(Word(_hyphenated(match[0]), box, first))
        return found

    def box(self, index: int) -> Box:
        """The box of a character: as wide as it advances and as high as its font."""
        rect = self._rect
        _loose_box(self._raw, index, rect)
        a, b, c, d, e, f = self._matrix
        if b == 0.0:
            x0, x1 = a * rect.left + e, a * rect.right + e
            y0, y1 = d * rect.top + f, d * rect.bottom + f
        else:
            x0, x1 = c * rect.bottom + e, c * rect.top + e
            y0, y1 = b * rect.left + f, b * rect.right + f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return x0, y0, x1, y1

    def lines(self, words: Sequence[Word]) -> list[Line]:
        """As :func:`lines`, each line with its base."""
        found = lines(words)
        _, b, _, d, _, f = self._matrix
        for line in found:
            pdfium.FPDFText_GetCharOrigin(self._raw, line.words[0].first, self._x, self._y)
            line.base = b * self._x.value + d * self._y.value + f
        return found

    def pieces(self, word: Word, left: float, right: float) -> list[Word]:
        """``word`` cut where it crosses ``left`` or ``right``: what PDFium ran together over a
        rule. A single piece where it only touches them."""
        cut: list[tuple[int, Word]] = []
        for offset, char in enumerate(word.own):
            box = self.box(word.first + offset)
            middle = (box[0] + box[2]) / 2
            side = -1 if middle < left else 1 if middle > right else 0
            if cut and cut[-1][0] == side:
                piece = cut[-1][1]
                piece.text += char
                piece.box = union((piece.box, box))
            else:
                cut.append((side, Word(char, box, word.first + offset)))
        for _, piece in cut if word.legacy else ():
            decode(piece, word.legacy, piece.first - word.first)
        return [piece for _, piece in cut]

    def fonts(self, words: Iterable[Word]) -> Iterator[FontRun]:
        """The fonts of the words' raw texts with a space between them."""
        start = 0
        for word in words:
            end = start + len(word.own)
            names = [self._font(word.first), self._font(word.first + len(word.own) - 1)]
            if names[0] != names[1]:
                names = [self._font(word.first + index) for index in range(len(word.own))]
                for offset, name in enumerate(names):
                    yield start + offset, start + offset + 1, name.decode("utf-8", "replace")
            else:
                yield start, end, names[0].decode("utf-8", "replace")
            start = end + 1

    def bold(self, words: Sequence[Word]) -> bool:
        """Whether the first and the last character are set in a bold font, by the font's name."""
        last = words[-1]
        return self._is_bold(words[0].first) and self._is_bold(last.first + len(last.text) - 1)

    def _is_bold(self, index: int) -> bool:
        name = self._font(index)
        if name not in self._bold:
            lower = name.lower()
            self._bold[name] = b"bold" in lower or b"black" in lower or lower.endswith(b"-bd")
        return self._bold[name]

    def _font(self, index: int) -> bytes:
        pdfium.FPDFText_GetFontInfo(self._raw, index, self._name, 128, self._flags)
        return self._name.value

    def invisible(self, word: Word) -> bool:
        """Whether the word is laid unseen over a picture, as text recognition does."""
        handle = pdfium.FPDFText_GetTextObject(self._raw, word.first)
        return bool(handle) and (
            pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )


def unhyphenated(raw: str) -> str:
    """A word as long as ``raw``, with the "ư" of TCVN3 where that gives a syllable: a soft hyphen,
    which a PDF may hold as a hyphen, and which PDFium takes for one at the end of a line."""
    if "-" not in raw or not any(map(str.isalpha, raw)):
        return raw
    found = raw.replace("-", "\xad")
    return found if is_old_syllable(found.strip("().,;:"), "tcvn3") else raw


def decode(word: Word, legacy: Iterable[tuple[int, int, str]], start: int) -> None:
    """Gives the word the text that it prints by ``legacy``, whose offsets are those of a text in
    which the word begins at ``start``."""
    raw = word.own
    moved = ((low - start, high - start, letters) for low, high, letters in legacy)
    word.legacy = tuple(item for item in moved if item[0] >= 0 and item[1] <= len(raw))
    parts, done = list[str](), 0
    for low, high, letters in word.legacy:
        parts += (raw[done:low], letters)
        done = high
    word.raw, word.text = raw, "".join(parts) + raw[done:]


def _hyphenated(word: str) -> str:
    return word[:-1] + "-" if word[-1] in "\x02\ufffe" else word


def union(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


# --------------------------------------------------------------------------- words → lines


def lines(words: Sequence[Word]) -> list[Line]:
    """Words in lines from top to bottom, each from left to right. Where most words run up or down
    the page (turned headings), the lines are upright and in the order of the file."""
    turned = [word for word in words if len(word.text) > 2 and upright(word.box)]
    if turned and len(turned) * 2 >= sum(len(word.text) > 2 for word in words):
        return _turned_lines(words)
    found: list[tuple[Box, list[Word]]] = []  # the highest word's box, the words
    for word in sorted(words, key=lambda word: word.box[1] + word.box[3]):
        if found and _in_line(found[-1][0], word.box):
            tallest, members = found[-1]
            members.append(word)
            if word.box[3] - word.box[1] > tallest[3] - tallest[1]:
                found[-1] = (word.box, members)
        else:
            found.append((word.box, [word]))
    return [_line(sorted(members, key=lambda word: word.box[0])) for _, members in found]


def _line(words: list[Word]) -> Line:
    return Line(words, words[0].box if len(words) == 1 else union(word.box for word in words))


def _in_line(one: Box, other: Box) -> bool:
    """Whether the middle of the lower box lies within the higher one (raised and lowered signs)."""
    small, large = (other, one) if other[3] - other[1] < one[3] - one[1] else (one, other)
    return large[1] <= (small[1] + small[3]) / 2 <= large[3]


def upright(box: Box) -> bool:
    return (box[2] - box[0]) < 0.7 * (box[3] - box[1])


def _turned_lines(words: Sequence[Word]) -> list[Line]:
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.first):
        middle = (word.box[0] + word.box[2]) / 2
        if found and found[-1][0].box[0] <= middle <= found[-1][0].box[2]:
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(members) for members in found]
