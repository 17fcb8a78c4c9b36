"""Inline markup of saved text: what to keep, what stands for a paragraph, what prints nothing.

Tags are found with their offsets; broken nesting is tolerated, unknown tags print nothing.
"""

from __future__ import annotations

import html
import re

import regex

from extract.expressions import compiled
from extract.model import Place, Text, record
from extract.text import Piece, text, text_of_pieces

# Quotes open an attribute's value only after "=".
_ATTRIBUTES = r"(?P<attributes>(?:[^<>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)"
#: A tag, or what is no element: comments, declarations, processing instructions.
TAG = compiled(
    rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]*){_ATTRIBUTES}>|<!--.*?(?:-->|\Z)|<[!?][^>]*>",
    regex.S,
)
#: Elements before and after which a line ends.
BLOCK = frozenset(
    (  # noqa: SIM905
        "address article aside blockquote body br caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main "
        "nav ol p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)
#: In web pages: text is text but for its tags and entities.
WEB_TOKEN = compiled(
    rf"(?P<tag>{TAG.pattern})|(?P<entity>&(?:\#\d+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?)",
    regex.S,
)
#: In text exports: Markdown too.
EXPORT_TOKEN = compiled(
    rf"{WEB_TOKEN.pattern}"
    r"|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<emphasis>(?<![\w*(])\*(?=[^\s*])|(?<=[^\s*(])\*(?![\w*)])|(?<=\()\*(?=[^\s*)])|(?<=[^\s*(])\*(?=\)))"
    r"|\\(?P<escaped>[-.#*_|()\[\]+!<>~`])",
    regex.S,
)
# `re` is several times as fast here as `regex`.
_MARKUP = re.compile(r"[<&*_#\\]")
_HEADING_MARK = compiled(r"\s*#{1,6}\s+")
_LIST_MARK = compiled(r"\s*(?:[-+•–*·]|\d{1,2}[.)]|[a-zđ][.)])\s")


@record
class Inline:
    """Marked-up text, read: its non-empty paragraphs, and whether all of it is bold."""

    paragraphs: tuple[Text, ...]
    bold: bool


class Paragraphs:
    """Puts pieces of ``place.raw`` together to paragraphs.

    ``found`` holds those that are closed and print something, each with whether its letters are
    bold (None where it has no letters of its own, only entities).
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        self.found: list[tuple[Text, bool | None]] = []
        self._pieces: list[Piece] = []
        self._bold: bool | None = None
        self._mark: Piece | None = None

    def keep(self, low: int, high: int, bold: bool, meaning: str | None = None) -> None:
        """``place.raw[low:high]`` prints itself, or ``meaning``."""
        if low < high:
            self._pieces.append((low, high, meaning))
            if not self.place.raw[low:high].isspace():
                self._bold = bold and self._bold is not False

    def entity(self, low: int, high: int) -> None:
        string = self.place.raw[low:high]
        meaning = html.unescape(string)
        self._pieces.append((low, high, None if meaning == string else meaning))

    def mark(self, low: int, high: int, mark: str) -> None:
        """The tag at ``low`` prints ``mark`` before the next paragraph, if that has none itself."""
        self._mark = (low, high, mark) if mark else None

    @property
    def last(self) -> str:
        """The character before what comes next; empty at the beginning of a paragraph."""
        if not self._pieces:
            return ""
        low, high, meaning = self._pieces[-1]
        return (self.place.raw[low:high] if meaning is None else meaning)[-1:]

    def close(self) -> None:
        """The paragraph ends here."""
        if not self._pieces:
            return
        paragraph = text_of_pieces(self.place, self._pieces)
        if paragraph.string:
            if self._mark and not _LIST_MARK.match(paragraph.string):
                paragraph = text_of_pieces(self.place, [self._mark, *self._pieces])
            self._mark = None
            self.found.append((paragraph, self._bold))
        self._pieces = []
        self._bold = None


def inline(place: Place, start: int, end: int) -> Inline:
    """The paragraphs of ``place.raw[start:end]`` without their markup.

    ``<li>`` without a list mark of its own gets one ("- ").
    """
    raw = place.raw
    if not _MARKUP.search(raw, start, end):
        plain = text(place, start, end)
        return Inline((plain,) if plain else (), False)
    paragraphs = Paragraphs(place)
    depth = 0
    heading = _HEADING_MARK.match(raw, start, end)
    position = heading.end() if heading else start
    for token in EXPORT_TOKEN.finditer(raw, position, end):
        paragraphs.keep(position, token.start(), depth > 0)
        position = token.end()
        name = (token["name"] or "").lower()
        if token["strong"]:
            depth = 0 if depth else 1
        elif token["entity"]:
            paragraphs.entity(*token.span())
        elif token["escaped"]:
            paragraphs.keep(token.end() - 1, token.end(), depth > 0)
        elif name in BLOCK:
            paragraphs.close()
            if name == "li":
                paragraphs.mark(*token.span(), "" if token["close"] else "- ")
        elif name in ("b", "strong"):
            depth = max(0, depth + (-1 if token["close"] else 1))
    paragraphs.keep(position, end, depth > 0)
    paragraphs.close()
    bold = {bold for _, bold in paragraphs.found if bold is not None}
    return Inline(tuple(text for text, _ in paragraphs.found), bool(heading) or bold == {True})
