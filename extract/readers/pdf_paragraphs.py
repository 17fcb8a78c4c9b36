"""Lines of a PDF page → paragraphs, by where they begin and end; and their text with its place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from extract.encodings import Decoder, perhaps_old
from extract.encodings.syllables import is_syllable
from extract.model import PageLocator, Text, record
from extract.readers.pdf_edges import Box
from extract.readers.pdf_text import Line, PageText, Word, decode, unhyphenated, upright
from extract.text import Piece, text_of_pieces
from extract.vocabulary import is_one_word

#: The first word of a line that begins an item.
LIST_MARK = re.compile(r"[-–—+*•●○▪■◦✓→☐]|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ]\)")
_LOW = 8.0  # the least height of a line: boxes may be those of its letters, not of its font
#: The beginning of a line of amounts: "04 lớp tập huấn", "80% hồ sơ".
_AMOUNT = re.compile(r"\d[\d.,]*(?:\s?%)?\s[^\W\d_]{2}")
#: The first line of an annex, above its title.
_ANNEX = re.compile(r"(?:phụ lục|phụ biểu|biểu|mẫu)(?: số)?(?: [\dIVXLC]+(?:\.\d+)*)?", re.I)
_COUNT = re.compile(r"(?:0\d|\d[\d,]*\s?%)\s[^\W\d_]{2}")
#: What a number goes on with.
_LEADS_ON = re.compile(
    r"(?i)(?:[,(/:–-]|(?<!\w)(?:có|đạt|là|và|hoặc|với|cho|tại|của|trong|ngoài|số|tổng|từ|đến|tới|trên|dưới"
    r"|hơn|nhất|thiểu|đa|quá|khoảng|gồm|thêm|mức|còn|lên|xuống|bằng|thuộc|theo|kỳ|đủ))\s*$"
)
_RANGE_BEGINS = re.compile(r"\d\s?%?$")
_ENDED = re.compile(r"[.;:!?](?:[\"”’)\]]*)$")


@record
class Frame:
    """The room that lines may fill, from ``left`` to ``right``."""

    left: float
    right: float


def cell_paragraphs(found: list[Line], frame: Frame) -> list[list[Line]]:
    """The lines of a table cell as paragraphs: a wrapped line is no new paragraph.

    A line begins one where its first word would still have fitted into the line above, at a list
    mark, after a wide gap, and with an amount where every line, or every paragraph that is found
    so, begins with one, or where a count follows a count. In doubt it does not.
    """
    frame = Frame(frame.left, max(frame.right, *(line.box[2] for line in found)))
    if any(upright(line.box) and len(line.text) > 2 for line in found):
        return [found]
    centred = len(found) > 1 and all(_centred(line, frame, 5) for line in found)
    pitch = _pitch(found)
    begins = [True] + [
        _opens_item(line, above, found, frame)
        or _gap(above, line, pitch)
        or _ends_early(above, line, frame, centred)
        for above, line in pairwise(found)
    ]
    amounts = [_AMOUNT.match(line.text) is not None for line in found]
    first = [amount for amount, begin in zip(amounts, begins, strict=True) if begin]
    if all(amounts) or (len(first) > 1 and all(first)):
        begins = [begin or amount for begin, amount in zip(begins, amounts, strict=True)]
    elif amounts[0]:
        counts = [_counts_anew(above, line) for above, line in pairwise(found)]
        begins = [begin or count for begin, count in zip(begins, [True, *counts], strict=True)]
    paragraphs: list[list[Line]] = []
    for line, begin in zip(found, begins, strict=True):
        if begin:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _counts_anew(above: Line, line: Line) -> bool:
    """Whether a line surely counts another thing than the one above: "05 lớp" / "08 mô hình"."""
    return (
        _COUNT.match(line.text) is not None
        and "mỗi" not in above.text
        and _LEADS_ON.search(above.text) is None
    )


def column_paragraphs(found: list[Line]) -> list[list[Line]]:
    """The lines of a column of a letterhead or signature block, where each line says a thing of
    its own unless it goes on with a small letter."""
    paragraphs: list[list[Line]] = [found[:1]]
    pitch = _pitch(found)
    for above, line in pairwise(found):
        if (
            _gap(above, line, pitch)
            or not (line.words[0].text[0].islower() or above.words[-1].text.endswith((",", "-")))
            or _ENDED.search(above.words[-1].text)
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
    small = line.words[0].text[0].islower()
    if above.bold != line.bold and not small:
        return False
    if _centred(above, frame, -4) and _centred(line, frame):
        if _capitals(above) != _capitals(line):
            return False
        if _ANNEX.fullmatch(above.text) or line.text.startswith("(Kèm theo"):
            return False
        wide = above.box[2] - above.box[0] >= 0.5 * (frame.right - frame.left)
        return small or (not _ENDED.search(above.words[-1].text) and (wide or not _capitals(line)))
    if _centred(above, frame):
        wraps = small or _indented(above, line, around, frame)
        return wraps and not _ends_early(above, line, frame, centred=False)
    # Further in than the line above, or as far where that ended: the indent of a first line.
    first = line.box[0] > above.box[0] + 8 or _ENDED.search(above.words[-1].text)
    if first and line.box[0] > frame.left + 8 and not _hangs(above, line):
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
    if not LIST_MARK.fullmatch(line.words[0].text) or len(line.words) < 2:
        return False
    if line.words[1].text[0].isdigit() and _RANGE_BEGINS.search(above.words[-1].text):
        return False  # "ở mức 47%" / "- 53%"
    if _ENDED.search(above.words[-1].text) or _ends_early(above, line, frame, centred=False):
        return True
    kind = _mark_kind(line)
    return any(other is not line and _mark_kind(other) == kind for other in around)


def _mark_kind(line: Line) -> str:
    match = LIST_MARK.fullmatch(line.words[0].text)
    return re.sub(r"\d+", "1", re.sub(r"[a-zđ]", "a", match[0])) if match else ""


def _gap(above: Line, line: Line, pitch: float) -> bool:
    step = line.base - above.base
    return step > 1.3 * pitch + 1 or step > 2.2 * max(line.height, above.height, _LOW)


def _pitch(found: Sequence[Line]) -> float:
    """The lower quartile of the steps from line to line."""
    steps = sorted(line.base - above.base for above, line in pairwise(found))
    return steps[len(steps) // 4] if len(steps) > 1 else 1e9


def _centred(line: Line, frame: Frame, least: float = 12) -> bool:
    left, right = line.box[0] - frame.left, frame.right - line.box[2]
    return abs(left - right) <= max(4.0, 0.02 * (frame.right - frame.left)) and left > least


def _indented(above: Line, line: Line, around: Sequence[Line], frame: Frame) -> bool:
    """Whether ``above`` is a first line that only looks centred: other paragraphs begin as far in,
    and ``line`` stands at the left as the rest of one does."""
    return (
        line.box[0] < frame.left + 4
        and not _ENDED.search(above.words[-1].text)
        and _capitals(above) == _capitals(line)
        and any(
            other is not above
            and abs(other.box[0] - above.box[0]) < 1
            and not _centred(other, frame)
            for other in around
        )
    )


def _capitals(line: Line) -> bool:
    return line.text.isupper()


def _hangs(above: Line, line: Line) -> bool:
    """Whether ``line`` stands below the words of a list item rather than below its mark."""
    return (
        LIST_MARK.fullmatch(above.words[0].text) is not None
        and len(above.words) > 1
        and abs(above.words[1].box[0] - line.box[0]) < 4
    )


# --------------------------------------------------------------------------- text with its place


@record
class PagePlace:
    """The printed words of a paragraph or a cell, a space between them: where each begins in
    ``raw``, and the four sides of its box. A long document has a million."""

    raw: str
    page: int
    starts: array[int]
    sides: array[float]
    table: int | None = None
    row: int | None = None
    column: int | None = None
    legacy: tuple[tuple[int, int, str], ...] = ()

    def _words(self, start: int, end: int) -> tuple[int, int]:
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, max(bisect_left(self.starts, end), first + 1)

    def locator(self, start: int, end: int) -> PageLocator:
        """The box around the words that ``raw[start:end]`` is part of."""
        first, last = self._words(start, end)
        sides = self.sides[4 * first : 4 * last]
        left, top, right, bottom = sides if last - first == 1 else _around(sides)
        box = (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
        return PageLocator(self.page, box, self.table, self.row, self.column)


@record
class ScannedPlace(PagePlace):
    """As above; a :class:`~extract.model.RecognisedPlace`."""

    words_marks: tuple[tuple[str, ...], ...] = ()

    def marks(self, start: int, end: int) -> set[str]:
        """What is to be thought of the words that ``raw[start:end]`` is part of."""
        first, last = self._words(start, end)
        return {mark for marks in self.words_marks[first:last] for mark in marks}


def _around(sides: array[float]) -> Box:
    return min(sides[::4]), min(sides[1::4]), max(sides[2::4]), max(sides[3::4])


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
    starts = array("i")
    sides = array("d")
    marks: list[tuple[str, ...]] = []
    legacy: list[tuple[int, int, str]] = []
    spans: list[list[Piece]] = []
    words = [word for paragraph in paragraphs for line in paragraph for word in line.words]
    marked = any(word.printed or word.marks for word in words)
    length = 0
    for paragraph in paragraphs:
        pieces: list[Piece] = []
        begin = length
        for index, line in enumerate(paragraph):
            for word in line.words:
                starts.append(length)
                sides.extend(word.printed or word.box)
                marks.append(word.marks)
                own = word.own
                if word.legacy:
                    legacy += ((length + a, length + b, letters) for a, b, letters in word.legacy)
                elif word.raw is not None:
                    pieces += (begin, length, None), (length, length + len(own), word.text)
                    begin = length + len(own)
                parts += (own, " ")
                length += len(own) + 1
            if index + 1 < len(paragraph) and _glue(line.words, paragraph[index + 1].words):
                parts.pop()
                length -= 1
        spans.append([*pieces, (begin, length - 1, None)])
    raw = "".join(parts[:-1])
    where = (page, starts, sides, table, row, column, tuple(legacy))
    place = ScannedPlace(raw, *where, tuple(marks)) if marked else PagePlace(raw, *where)
    return tuple(found for found in (text_of_pieces(place, span) for span in spans) if found.string)


def decode_words(words: Sequence[Word], text: PageText, page: int, decoder: Decoder) -> None:
    """Gives the words of a page that are in an old encoding the text that they print."""
    if not (decoder.active or perhaps_old(text.characters)):
        return
    typed = " ".join(unhyphenated(word.own) for word in words)
    decoder.learn(typed)
    starts = array("i", accumulate((len(word.own) + 1 for word in words), initial=0))
    raw = " ".join(word.own for word in words)
    sides = array("d", chain.from_iterable(word.box for word in words))
    place = PagePlace(raw, page, starts[:-1], sides)
    place = decoder.read(place, list(text.fonts(words)), typed)
    index = 0
    for word, start, end in zip(words, starts, starts[1:], strict=False):
        first = index
        while index < len(place.legacy) and place.legacy[index][0] < end:
            index += 1
        if index > first:
            decode(word, place.legacy[first:index], start)


_DIVIDED = re.compile(r"[\w%)][-‐/]$|\d[–—]$")
_ORDINAL = re.compile(r"\d{1,2}\.(?:\d{1,2}\.)*")
_DATE = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}[.;,]?")
_THOUSANDS = r"\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)"
_NUMBER = re.compile(rf"(?:{_THOUSANDS}[-–])?{_THOUSANDS}%?")


def _glue(above: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether a word goes on over the end of a line: after a hyphen or a stroke, or because the
    column is too narrow for the number, range, date or word ("12.500.0" / "00", "giườn" / "g")."""
    head, tail = above[-1].text, line[0].text
    if _DIVIDED.search(head):
        return tail[0].isalnum()
    if len(line) == 1 and is_one_word(head, tail):
        return True  # "doanh nghi" / "ệp", where a blank does not break
    if len(above) != 1:
        return False
    if head[0].isdecimal():
        if _ORDINAL.fullmatch(head):
            return tail[0].isdecimal() and len(line) == 1
        figures = [figure for figure in (_DATE, _NUMBER) if figure.fullmatch(head + tail)]
        return len(head) > 4 and any(not figure.fullmatch(head) for figure in figures)
    return is_syllable(head + tail) and not (is_syllable(head) and is_syllable(tail))
