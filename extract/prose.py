"""Passages → paragraphs with their headings and lead sentences → clauses. Reads no numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.expressions import compiled
from extract.model import Block, Passage, Text, record

_CLOSED = compiled(r"[.;:!?…/]\W*$")
_MARKS = (
    ("annex", compiled(r"(?i)(?:phụ lục|biểu)(?:\s+(?:số\s+)?[\dIVX]+)?(?!\p{L})")),
    ("part", compiled(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]+|\d+|(?i:thứ)\s\p{L}+)")),
    ("article", compiled(r"Điều\s+\d+[.:]?")),
    ("roman", compiled(r"[IVXLC]+\s?[.)/–-]\s*")),
    ("letter", compiled(r"[A-HĐ](?:[.)/]\s*|\s?[-–]\s+)")),
    (
        "number",
        compiled(
            r"\d{1,2}(?:\.\d{1,2})*"
            r"(?:(?:[.)/]\s*|\s?[-–]\s+|\s+)(?=\p{Lu}|[\"“(])|[.)]\s+(?=\d+(?:,\d+)?\s?[%‰]))"
        ),
    ),
    ("small", compiled(r"[a-zđ](?:\.\d+)?[.)]\s*")),
    ("bracket", compiled(r"\(\d{1,2}\)\s*")),
    ("dash", compiled(r"[-–—•*]\s*")),
    ("plus", compiled(r"\+\s*")),
)
# The words that are marks; all others are letters or numbers with a sign behind them.
_MARKING = ("phụ", "biểu", "phần", "chương", "điều")
_ITEMS = ("number", "small", "bracket", "dash", "plus")
_HEADINGS = ("annex", "part", "article", "roman", "letter", "number", "small")
_LONGEST_HEADING = 160
_SENTENCE_END = compiled(
    r"(?:(?<![\p{Lu}\d]|Tp|tp|TP|ThS|TS)|(?<=năm (?:19|20)\d\d)|(?<=/(?:19|20)\d\d))"
    r"[.!?…]+(?=\s+(?:[\p{Lu}\"“(]|\d+(?:,\d+)?\s?%))|;|\.{3}"
)
_ASIDE = compiled(
    r"(?:Căn cứ(?! (?:vào )?(?:kết quả|tình hình))|Theo đề nghị|Xét (?:đề nghị|tờ trình))(?!\p{L})"
)
_RECIPIENTS = compiled(r"(?i)\W*nơi nhận\s*:?\W*")


@record
class Paragraph:
    """A paragraph put together from its lines, with the headings above it (outermost first) and
    the lead sentences of the lists that it stands in. ``listed``: it is an item of a list;
    ``marked``: how many characters its printed mark has ("a) ")."""

    text: Text
    section: tuple[Text, ...] = ()
    leads: tuple[Text, ...] = ()
    listed: bool = False
    marked: int = 0


#: A paragraph put together from its lines, and whether all of it is bold.
PrintedParagraph = tuple[Text, bool]


def paragraphs(printed: Sequence[PrintedParagraph], subject: str | None) -> list[Paragraph]:
    """The running paragraphs of a document; its subject line, headings, recipients and legal bases
    left out."""
    reader = _Reader()
    for text, bold in printed:
        if not subject or text.string not in subject:
            reader.read(text, bold)
    return reader.found


_FEWEST_LETTERS, _MOST_CHARACTERS = 300, 6_000
_SMALLEST_SHARE = 0.05


def is_vietnamese(blocks: Sequence[Block]) -> bool:
    """Whether a text of some length has the letters that only Vietnamese has: every sixth letter in
    running text is one. Legacy encodings (TCVN3, VNI) have none of them."""
    texts = (
        text
        for block in blocks
        for text in ([block.text] if isinstance(block, Passage) else (c.text for c in block.cells))
    )
    looked_at: list[str] = []
    length = 0
    for text in texts:
        looked_at.append(text.string)
        length += len(text.string)
        if length > _MOST_CHARACTERS:
            break
    string = "".join(looked_at)
    counts = Counter(string)
    letters = sum(count for char, count in counts.items() if char.isalpha())
    marked = sum(count for char, count in counts.items() if _MARKED.match(char))
    foreign = sum(counts[char] for char in _FOREIGN)
    if foreign > _LARGEST_FOREIGN_SHARE * letters:
        return False
    return letters < _FEWEST_LETTERS or marked >= _SMALLEST_SHARE * letters


# Letters that Vietnamese lacks and VNI is full of.
_FOREIGN = "øñöïûåäëüæœçîØÑÖÏÛÅÄËÜÆŒÇÎ"
_LARGEST_FOREIGN_SHARE = 0.03
# The letters that only Vietnamese has.
_MARKED = re.compile(r"[ăđơưĂĐƠƯẠ-ỹ]")


def clauses(text: Text) -> Iterator[tuple[int, int]]:
    """The spans of the clauses of a paragraph: up to a full stop or a semicolon that stands in no
    bracket."""
    string, start = text.string, 0
    for match in _SENTENCE_END.finditer(string):
        if string.count("(", start, match.start()) > string.count(")", start, match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if string[start:].strip():
        yield start, len(string)


def put_together(blocks: Sequence[Block]) -> Iterator[PrintedParagraph]:
    """Lines and page halves that belong together, joined."""
    current: tuple[Text, bool] | None = None
    last = ""  # the last line of ``current``
    width = _line_width(blocks)
    for block in blocks:
        if not isinstance(block, Passage):
            if current:
                yield current
            current = None
            continue
        if block.furniture:
            continue
        line = block.text.string
        if current and (_goes_on(current[0].string, line) or _was_full(last, line, width)):
            current = (Text.join([current[0], block.text]), current[1] and block.bold)
            last = line
            continue
        if current:
            yield current
        current = (block.text, block.bold)
        last = line
    if current:
        yield current


# "tăng 3,4" | "- 3,8%": no list mark.
_RANGE_CUT = compiled(r"(?<!(?<!\d)(?:19|20)\d)\d$")
_RANGE_REST = compiled(r"[-–—]\s?\d[\d.,]*\s?(?:%|‰|\p{Ll})")
# "ở mức 23%" | "- 29%;"
_SHARE_REST = compiled(r"[-–—]\s?\d[\d.,]*\s?[%‰]\s?[.;,]?")
_SHORTEST_TITLE = 8
_SMALL = compiled(r"\p{Ll}")


_NARROWEST = 45
_RAGGED = 6  # how far lines that words fill may end from each other
_QUARTER = compiled(r"[IV]+\s?(?:/|năm)")
_OPEN_ENDS = (
    *(",", " và", " hoặc", " của", " thuộc", " tại", " trong", " với", " cho", " do", " bởi"),
    *(" từ", " đến", " hết", " theo", " về", " nhằm", " để", " các", " những", " số", " quý"),
    *(" ngày", " triệu", " tỷ", " nghìn"),
)
_FEWEST_LINES, _WIDEST = 4, 120  # lines that end at the width; characters


def _line_width(blocks: Sequence[Block]) -> int | None:
    """The width at which the lines of a text were broken; None where none is that narrow: there
    each passage is a paragraph."""
    lengths = [len(b.text.string) for b in blocks if isinstance(b, Passage) and not b.furniture]
    lengths.sort(reverse=True)
    if not lengths or lengths[0] > _WIDEST:
        return None
    # Titles may be wider than the lines of the text, which end near one place.
    pairs = zip(lengths, lengths[_FEWEST_LINES - 1 :], strict=False)
    return next((high for high, low in pairs if high - low <= _RAGGED and low >= _NARROWEST), None)


def _was_full(above: str, below: str, width: int | None) -> bool:
    """Whether a line of broken text ended only because the next word did not fit."""
    if width is None or _CLOSED.search(above) or above.isupper() or above.endswith(")"):
        return False
    return _mark(below)[0] is None and len(above) + len(below.split(" ", 1)[0]) >= width


def _goes_on(above: str, below: str) -> bool:
    if above.endswith((";", ":")) and below[:1].islower():
        return _mark(below)[0] is None
    if _CLOSED.search(above):
        return False
    if _RANGE_CUT.search(above) and _RANGE_REST.match(below):
        return True
    if above.endswith(("%", "‰")) and _SHARE_REST.fullmatch(below):
        return True
    if above.endswith("quý") and _QUARTER.match(below):
        return True
    if _mark(below)[0] not in (None, "article", "annex"):
        return False
    if above.isupper() and len(above) > _SHORTEST_TITLE and _SMALL.search(below):
        return False
    if _SHARE_FIRST.match(below) and (above.endswith(")") or _heads(above)):
        return False
    first = below.lstrip('"“(')[:1]
    if first.islower() or first.isdigit() or below[:1] in "%(,":
        return True
    # A line that breaks before a name: what stands above is no heading and cannot end here.
    return above.endswith(_OPEN_ENDS)


# "100% xã có nhà văn hóa" under "2. Mục tiêu cụ thể"
_SHARE_FIRST = compiled(r"\d+(?:,\d+)?\s?[%‰]\s\p{L}")
_LONGEST_SHORT = 60
_LEADS_ON = compiled(
    r"(?i)(?<!\p{L})(?:đạt|là|từ|có|đến|đấu|đảm|thiểu|nhất|trên|dưới|quá|cho|còn|lên|xuống|bằng|mức|lệ|hơn)$"
)


def _heads(above: str) -> bool:
    """Whether a short line is a numbered heading, and no sentence that lacks its value."""
    marked = _mark(above)[0] in _HEADINGS and len(above) < _LONGEST_SHORT
    return marked and _is_heading(above, bold=False) and not _LEADS_ON.search(above)


def _mark(string: str) -> tuple[str | None, int]:
    """The kind of mark at the head of a paragraph, and where the words begin."""
    first = string.split(" ", 1)[0]
    is_word = len(first) > 1 and first.isalpha() and first.strip("IVXLC")
    if is_word and first.lower() not in _MARKING:
        return None, 0
    for kind, pattern in _MARKS:
        if match := pattern.match(string):
            return kind, match.end()
    return None, 0


class _Reader:
    """Keeps the headings and lead sentences that are open."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._sections: list[tuple[str, Text]] = []
        self._leads: list[tuple[str, Text]] = []
        self._recipients = False

    def read(self, text: Text, bold: bool) -> None:
        string = text.string
        if _RECIPIENTS.fullmatch(string) or (_RECIPIENTS.match(string) and len(string) < 40):
            self._recipients = True
            return
        kind, begin = _mark(string)
        if self._recipients and kind in ("dash", "plus"):
            return
        self._recipients = self._recipients and kind is None
        # Among the legal bases an item may have a mark: "- Căn cứ Nghị quyết ...".
        if _ASIDE.match(string, begin if kind == "dash" and not self._sections else 0):
            return
        level = _level(kind, string)
        if kind in _HEADINGS and _is_heading(string, bold):
            self._open(level, text)
            return
        if kind in _HEADINGS:
            self._close(self._sections, level)
        if kind is None:
            # Running text after a list closes it; a lead of its own opens the next.
            self._leads.clear()
        else:
            self._close(self._leads, level)
        bare = kind in ("dash", "plus", "bracket")
        words = text.cut(begin).strip() if bare else text
        # "12/CT-UBND" is the number of a paper.
        printed = kind in _ITEMS and not bare and not string.endswith("/", 0, begin)
        self.found.append(
            Paragraph(
                words,
                tuple(t for _, t in self._sections),
                tuple(t for _, t in self._leads),
                kind in _ITEMS,
                begin if printed else 0,
            )
        )
        if string.rstrip().endswith(":"):
            self._leads.append((level, text))

    def _open(self, level: str, text: Text) -> None:
        if level == "annex":
            self._sections.clear()
        self._close(self._sections, level)
        self._sections.append((level, text))
        self._leads.clear()
        if text.string.rstrip().endswith(":"):
            self._leads.append((level, text))

    @staticmethod
    def _close(stack: list[tuple[str, Text]], level: str) -> None:
        levels = [known for known, _ in stack]
        if level in levels:
            del stack[levels.index(level) :]


def _level(kind: str | None, string: str) -> str:
    if kind == "number":
        return f"number {string.split()[0].strip('.)/').count('.')}"
    return kind or "plain"


_SHARE = compiled(r"\d\s?(?:%|‰)")


def _is_heading(string: str, bold: bool) -> bool:
    if len(string) > _LONGEST_HEADING or _SHARE.search(string):
        return False
    return bold or string.isupper() or not string.rstrip().endswith((".", ";", "./.", ","))
