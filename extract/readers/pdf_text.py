"""The text of a PDF page: characters → words → lines → paragraphs, by where they are printed.

Boxes are (left, top, right, bottom) in points from the top left corner of the page as displayed.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extract.model import PageLocator, Text
from extract.readers.docx_numbering import symbol
from extract.readers.pdf_grid import Box, Matrix
from extract.text import text

UNREADABLE = "\ufffd"  # a glyph for which the file gives no character
# PDFium puts U+0002 (in the whole text U+FFFE) for a hyphen at the end of a line, drops the line
# break after it, and runs on into the next line: "điện" U+0002 "tử".
_loose_box = pdfium.FPDFText_GetLooseCharBox
_WORD = re.compile("[^\\s\x00-\x1f\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_WIDE = re.compile("[\ud800-\udfff\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Word:
    """Characters without white space between them; ``first`` counts characters on the page."""

    text: str
    box: Box
    first: int


@dataclass(slots=True)
class Line:
    """Words that stand in one line, in reading order."""

    words: list[Word]
    box: Box
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
        for match in _WORD.finditer(self.characters):
            first, last = match.start(), match.end() - 1
            box = self.box(first)
            if last > first:
                end = self.box(last)
                box = (
                    box[0] if box[0] < end[0] else end[0],
                    box[1] if box[1] < end[1] else end[1],
                    box[2] if box[2] > end[2] else end[2],
                    box[3] if box[3] > end[3] else end[3],
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

    def pieces(self, word: Word, left: float, right: float) -> list[Word]:
        """``word`` cut where it crosses ``left`` or ``right``: what PDFium ran together over a
        rule. A single piece where it only touches them."""
        cut: list[tuple[int, Word]] = []
        for offset, char in enumerate(word.text):
            box = self.box(word.first + offset)
            middle = (box[0] + box[2]) / 2
            side = -1 if middle < left else 1 if middle > right else 0
            if cut and cut[-1][0] == side:
                piece = cut[-1][1]
                piece.text += char
                piece.box = union((piece.box, box))
            else:
                cut.append((side, Word(char, box, word.first + offset)))
        return [piece for _, piece in cut]

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
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, index, buffer, 128, flags)
        return buffer.value

    def invisible(self, word: Word) -> bool:
        """Whether the word is laid unseen over a picture, as text recognition does."""
        handle = pdfium.FPDFText_GetTextObject(self._raw, word.first)
        return bool(handle) and (
            pdfium.FPDFTextObj_GetTextRenderMode(handle) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )


def _hyphenated(word: str) -> str:
    return word[:-1] + "-" if word[-1] in "\x02\ufffe" else word


def union(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


# --------------------------------------------------------------------------- words → lines


def lines(words: Sequence[Word]) -> list[Line]:
    """Words in lines from top to bottom, each from left to right. Where most words run up or down
    the page (turned headings), the lines are upright and in the order of the file."""
    turned = sum(len(word.text) > 2 and _upright(word.box) for word in words)
    if turned and turned * 2 >= sum(len(word.text) > 2 for word in words):
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
    return Line(words, union(word.box for word in words))


def _in_line(one: Box, other: Box) -> bool:
    """Whether the middle of the lower box lies within the higher one (raised and lowered signs)."""
    small, large = sorted((one, other), key=lambda box: box[3] - box[1])
    return large[1] <= (small[1] + small[3]) / 2 <= large[3]


def _upright(box: Box) -> bool:
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


# --------------------------------------------------------------------------- lines → paragraphs

LIST_MARK = re.compile(
    r"(?:[-–—+*•●○▪■◦✓→☐]|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ]\))(?=\s|$)"
)
_ENDED = re.compile(r"[.;:!?](?:[\"”’)\]]*)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """The room that lines may fill, from ``left`` to ``right``."""

    left: float
    right: float


def cell_paragraphs(found: list[Line], frame: Frame) -> list[list[Line]]:
    """The lines of a table cell as paragraphs: a wrapped line is no new paragraph.

    A line begins one where its first word would still have fitted into the line above, at a list
    mark, or after a wide gap. In doubt it does not.
    """
    frame = Frame(frame.left, max(frame.right, *(line.box[2] for line in found)))
    if any(_upright(line.box) and len(line.text) > 2 for line in found):
        return [found]
    centred = len(found) > 1 and all(_centred(line, frame, 5) for line in found)
    pitch = _pitch(found)
    paragraphs = [found[:1]]
    for above, line in pairwise(found):
        if (
            _opens_item(line, above, found, frame)
            or _gap(above, line, pitch)
            or _ends_early(above, line, frame, centred)
        ):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def column_paragraphs(found: list[Line]) -> list[list[Line]]:
    """The lines of a column of a letterhead or signature block, where each line says a thing of
    its own unless it goes on with a small letter."""
    paragraphs: list[list[Line]] = [found[:1]]
    pitch = _pitch(found)
    for above, line in pairwise(found):
        if (
            _gap(above, line, pitch)
            or not (line.text[:1].islower() or above.text.endswith((",", "-")))
            or _ENDED.search(above.text)
        ):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def body_paragraphs(found: list[Line], frame: Frame) -> list[list[Line]]:
    """The lines of running text as paragraphs."""
    paragraphs: list[list[Line]] = [found[:1]]
    pitch = _pitch(found)
    for above, line in pairwise(found):
        if _gap(above, line, pitch) or not goes_on(above, line, found, frame):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def goes_on(above: Line, line: Line, around: Sequence[Line], frame: Frame) -> bool:
    """Whether ``line`` continues the paragraph that ``above`` belongs to."""
    if _opens_item(line, above, around, frame):
        return False
    small = line.text[:1].islower()
    if above.bold != line.bold and not small:
        return False
    if _centred(above, frame, 3) and _centred(line, frame):
        if _capitals(above) != _capitals(line):
            return False
        wide = above.box[2] - above.box[0] >= 0.5 * (frame.right - frame.left)
        return small or (not _ENDED.search(above.text) and (wide or not _capitals(line)))
    if _centred(above, frame):
        return small and not _ends_early(above, line, frame, centred=False)
    indented = line.box[0] > above.box[0] + 8 and line.box[0] > frame.left + 8
    if indented and not _hangs(above, line):
        return False
    return not _ends_early(above, line, frame, centred=False)


def _ends_early(above: Line, line: Line, frame: Frame, centred: bool) -> bool:
    """Whether the first word of ``line`` would have fitted at the end of ``above``."""
    if _glue(above.words, line.words):
        return False
    word = line.words[0].box
    space = 0.25 * (word[3] - word[1])
    slack = 1.5 + 0.02 * (frame.right - frame.left)
    room = frame.right - above.box[2]
    if centred:
        room = frame.right - frame.left - (above.box[2] - above.box[0])
    return word[2] - word[0] + space + slack <= room


def _opens_item(line: Line, above: Line, around: Sequence[Line], frame: Frame) -> bool:
    """Whether ``line`` begins with a list mark that is one: a wrapped "Văn hóa / - Thông tin" has
    a full line before it that ends nothing, and no other line begins so."""
    if not LIST_MARK.match(line.text) or len(line.words) < 2:
        return False
    if _ENDED.search(above.text) or _ends_early(above, line, frame, centred=False):
        return True
    kind = _mark_kind(line)
    return any(other is not line and _mark_kind(other) == kind for other in around)


def _mark_kind(line: Line) -> str:
    match = LIST_MARK.match(line.text)
    return re.sub(r"\d+", "1", re.sub(r"[a-zđ]", "a", match[0])) if match else ""


def _gap(above: Line, line: Line, pitch: float) -> bool:
    step = line.box[3] - above.box[3]
    return step > 1.3 * pitch + 1 or step > 2.2 * max(line.height, above.height)


def _pitch(found: Sequence[Line]) -> float:
    """The lower quartile of the steps from line to line."""
    steps = sorted(line.box[3] - above.box[3] for above, line in pairwise(found))
    return steps[len(steps) // 4] if len(steps) > 1 else 1e9


def _centred(line: Line, frame: Frame, least: float = 12) -> bool:
    left, right = line.box[0] - frame.left, frame.right - line.box[2]
    return abs(left - right) <= max(4.0, 0.02 * (frame.right - frame.left)) and left > least


def _capitals(line: Line) -> bool:
    return line.text.isupper()


def _hangs(above: Line, line: Line) -> bool:
    """Whether ``line`` stands below the words of a list item rather than below its mark."""
    return (
        LIST_MARK.match(above.text) is not None
        and len(above.words) > 1
        and abs(above.words[1].box[0] - line.box[0]) < 4
    )


# --------------------------------------------------------------------------- text with its place


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The printed words of a paragraph or a cell, a space between them."""

    raw: str
    page: int
    starts: tuple[int, ...]
    boxes: tuple[Box, ...]
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def locator(self, start: int, end: int) -> PageLocator:
        """The box around the words that ``raw[start:end]`` is part of."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_left(self.starts, end), first + 1)
        left, top, right, bottom = union(self.boxes[first:last])
        box = (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
        return PageLocator(self.page, box, self.table, self.row, self.column)


def texts(
    paragraphs: Sequence[Sequence[Line]],
    page: int,
    table: int | None = None,
    row: int | None = None,
    column: int | None = None,
) -> tuple[Text, ...]:
    """The paragraphs of one place on a page. The two halves of a word that the end of a line
    divides are put together again."""
    parts: list[str] = []
    starts: list[int] = []
    boxes: list[Box] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for paragraph in paragraphs:
        begin = length
        for index, line in enumerate(paragraph):
            for word in line.words:
                starts.append(length)
                boxes.append(word.box)
                parts += (word.text, " ")
                length += len(word.text) + 1
            if index + 1 < len(paragraph) and _glue(line.words, paragraph[index + 1].words):
                parts.pop()
                length -= 1
        spans.append((begin, length - 1))
    place = PagePlace("".join(parts[:-1]), page, tuple(starts), tuple(boxes), table, row, column)
    return tuple(found for found in (text(place, *span) for span in spans) if found.string)


_DIVIDED = re.compile(r"[\w%)][-‐/]$|\d[–—]$")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?%?")


def _glue(above: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether a word goes on over the end of a line: after a hyphen or a stroke, or because the
    column is too narrow for the number ("12.500.0" / "00")."""
    head, tail = above[-1].text, line[0].text
    if _DIVIDED.search(head):
        return tail[0].isalnum()
    return (
        len(above) == 1
        and len(head) > 4
        and _NUMBER.fullmatch(head + tail) is not None
        and _NUMBER.fullmatch(head) is None
        and head[0].isdecimal()
    )
