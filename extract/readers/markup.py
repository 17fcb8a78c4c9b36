"""Inline markup of saved text: what to keep, what stands for a paragraph, what prints nothing.

Tags are found with their offsets; broken nesting is tolerated, unknown tags print nothing.
"""

from __future__ import annotations

import html
import re

import regex

from extract.model import Place, Text, record
from extract.text import Piece, text, text_of_pieces

TAG = regex.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:\s[^<>]*)?)/?>|<!--.*?-->",
    regex.S,
)
# Tags that end a paragraph; other tags are inline.
_BLOCK = frozenset(
    [
        "p",
        "br",
        "li",
        "ul",
        "ol",
        "div",
        "tr",
        "td",
        "th",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_TOKEN = regex.compile(
    rf"(?P<tag>{TAG.pattern})"
    r"|(?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z]+);)"
    r"|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<emphasis>(?<![\w*(])\*(?=[^\s*])|(?<=[^\s*(])\*(?![\w*)])|(?<=\()\*(?=[^\s*)])|(?<=[^\s*(])\*(?=\)))"
    r"|\\(?P<escaped>[-.#*_|()\[\]+!<>~`])",
    regex.S,
)
# `re` is several times as fast here as `regex`.
_MARKUP = re.compile(r"[<&*_#\\]")
_HEADING_MARK = regex.compile(r"\s*#{1,6}\s+")
_LIST_MARK = regex.compile(r"\s*(?:[-+•–*]|\d{1,2}[.)]|[a-zđ]\))\s")


@record
class Inline:
    """Marked-up text, read: its non-empty paragraphs, and whether all of it is bold."""

    paragraphs: tuple[Text, ...]
    bold: bool


def inline(place: Place, start: int, end: int) -> Inline:
    """The paragraphs of ``place.raw[start:end]`` without their markup.

    ``<li>`` without a list mark of its own gets one ("- ").
    """
    raw = place.raw
    if not _MARKUP.search(raw, start, end):
        plain = text(place, start, end)
        return Inline((plain,) if plain else (), False)
    paragraphs: list[Text] = []
    pieces: list[Piece] = []
    bold_depth, plain_letters, bold_letters = 0, False, False

    def keep(low: int, high: int) -> None:
        nonlocal plain_letters, bold_letters
        if low < high:
            pieces.append((low, high, None))
            if raw[low:high].strip():
                bold_letters = bold_letters or bold_depth > 0
                plain_letters = plain_letters or bold_depth == 0

    def close() -> None:
        paragraph = text_of_pieces(place, pieces)
        printed = any(meaning is None for _, _, meaning in pieces)
        if paragraph.string and (printed or paragraph.string.strip("- ")):
            paragraphs.append(paragraph)
        pieces.clear()

    heading = _HEADING_MARK.match(raw, start, end)
    position = heading.end() if heading else start
    for token in _TOKEN.finditer(raw, position, end):
        keep(position, token.start())
        position = token.end()
        name = (token["name"] or "").lower()
        if token["strong"]:
            bold_depth = 0 if bold_depth else 1
        elif token["entity"]:
            pieces.append((token.start(), token.end(), html.unescape(token[0])))
        elif token["escaped"]:
            keep(token.end() - 1, token.end())
        elif name in _BLOCK:
            close()
            if name == "li" and not token["close"] and not _LIST_MARK.match(raw, position, end):
                pieces.append((token.start(), token.end(), "- "))
        elif name in ("b", "strong"):
            bold_depth = max(0, bold_depth + (-1 if token["close"] else 1))
    keep(position, end)
    close()
    return Inline(tuple(paragraphs), bool(heading) or (bold_letters and not plain_letters))
