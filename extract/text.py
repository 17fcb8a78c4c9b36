"""Raw text → :class:`~extract.model.Text`: NFC, single spaces, and the way back. Knows no words."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from extract.expressions import compiled
from extract.model import Place, Segment, Text

# Characters that print nothing: zero-width, byte order mark, soft hyphen.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
# Needs work: white space other than single spaces, combining marks, controls, invisible characters.
_UNCLEAN_INSIDE = compiled(rf"[^\S ]|  |\p{{M}}|[{_INVISIBLE}\x00-\x1f\x7f]")
# White space or controls; or one letter with the marks that belong to it.
_UNIT = compiled(rf"(?P<blank>[\s\x00-\x1f\x7f{_INVISIBLE}]+)|\P{{M}}\p{{M}}*|\p{{M}}+")

#: A piece of raw text to keep: start, end, what it stands for if not itself (``&amp;`` → ``&``).
Piece = tuple[int, int, str | None]


def clean(raw: str) -> str:
    """``raw`` in NFC with single spaces and nothing invisible; idempotent."""
    return "".join(char for char, _, _ in _units([(0, len(raw), None)], raw)).strip(" ")


def shortened(string: str, most: int) -> str:
    """``string`` in one line of so many characters."""
    said = " ".join(string.split())
    return said if len(said) <= most else said[: most - 1] + "…"


def text(place: Place, start: int = 0, end: int | None = None) -> Text:
    """The cleaned text of ``place.raw[start:end]``, each character mapped to its raw offsets."""
    return text_of_pieces(place, [(start, len(place.raw) if end is None else end, None)])


def text_of_pieces(place: Place, pieces: Sequence[Piece]) -> Text:
    """The pieces put together as one text without anything between them, cleaned and mapped. What
    a :class:`~extract.model.DecodedPlace` holds in an old encoding is read as what it prints."""
    legacy: Sequence[tuple[int, int, str]] = getattr(place, "legacy", ())
    if legacy:
        pieces = [part for piece in pieces for part in _printed(piece, legacy)]
    if len(pieces) == 1 and pieces[0][2] is None:
        start, end, _ = pieces[0]
        raw = place.raw[start:end]
        start += len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if not raw:
            return Text()
        if _is_clean(raw):
            end = start + len(raw)
            return Text(raw, (Segment(place, range(start, end), range(start + 1, end + 1)),))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for char, start, end in _units(pieces, place.raw):
        if char == " " and (not characters or characters[-1] == " "):
            continue
        characters.append(char)
        starts.append(start)
        ends.append(end)
    if characters and characters[-1] == " ":
        del characters[-1], starts[-1], ends[-1]
    if not characters:
        return Text()
    first, last = starts[0], ends[-1]
    if ends == list(range(first + 1, last + 1)) and starts == list(range(first, last)):
        # Two numbers a character would be most of what a long recognised file takes.
        segment = Segment(place, range(first, last), range(first + 1, last + 1))
    else:
        segment = Segment(place, tuple(starts), tuple(ends))
    return Text("".join(characters), (segment,))


def _printed(piece: Piece, legacy: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    """The piece, cut where it holds letters of an old encoding."""
    start, end, meaning = piece
    if meaning is not None:
        yield piece
        return
    for index in range(bisect_left(legacy, start, key=itemgetter(0)), len(legacy)):
        low, high, letters = legacy[index]
        if high > end:
            break
        if start < low:
            yield start, low, None
        yield low, high, letters
        start = high
    if start < end:
        yield start, end, None


def _is_clean(raw: str) -> bool:
    """Whether stripped text needs no work: nothing in it is a control, invisible, or a blank other
    than a single space."""
    return raw.isprintable() and "  " not in raw and _is_nfc(raw)


def _is_nfc(raw: str) -> bool:
    return unicodedata.is_normalized("NFC", raw)


def _units(pieces: Sequence[Piece], raw: str) -> list[tuple[str, int, int]]:
    """(character, raw start, raw end) for every character that is left after cleaning."""
    units: list[tuple[str, int, int]] = []
    for start, end, meaning in pieces:
        if meaning is not None:
            for char in meaning:
                _append(units, " " if char.isspace() else char, start, end)
            continue
        stretch = raw[start:end]
        joins = units and units[-1][0] == " " and stretch[:1] == " "
        if not joins and not _UNCLEAN_INSIDE.search(stretch) and _is_nfc(stretch):
            units.extend(zip(stretch, range(start, end), range(start + 1, end + 1), strict=True))
            continue
        for match in _UNIT.finditer(raw, start, end):
            blank = match["blank"]
            if blank is None:
                for char in unicodedata.normalize("NFC", match[0]):
                    _append(units, char, match.start(), match.end())
            elif blank.strip(_INVISIBLE):
                _append(units, " ", match.start(), match.end())
    return units


def _append(units: list[tuple[str, int, int]], char: str, start: int, end: int) -> None:
    if unicodedata.combining(char) and units:
        # A mark that was cut off from its letter by markup: NFC puts the two together.
        joined = unicodedata.normalize("NFC", units[-1][0] + char)
        if len(joined) == 1:
            units[-1] = (joined, units[-1][1], end)
            return
    if char == " " and units and units[-1][0] == " ":
        return
    units.append((char, start, end))


def fold(string: str) -> str:
    """``string`` with the older places of the tone mark (uỷ, hoà) written as the newer ones. Same
    length."""
    return _OLD_TONES.sub(lambda match: _NEW_TONES[match[0]], string)


def unfold(string: str) -> str:
    """``string`` with the newer places of the tone mark written as the older ones."""
    return _WITH_NEW_TONES.sub(lambda match: _OLDER[match[0]], string)


def _tones() -> Iterator[tuple[str, str]]:
    marked = {"o": "òóỏõọ", "u": "ùúủũụ", "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ"}
    for first, second in ("oa", "oe", "uy"):
        for new, old in zip(marked[first], marked[second], strict=True):
            yield first + old, new + second
            yield first.upper() + old, new.upper() + second
            yield (first + old).upper(), (new + second).upper()


_NEW_TONES = dict(_tones())
_OLDER = {new: old for old, new in _NEW_TONES.items()}
_WITH_NEW_TONES = compiled(rf"(?:{'|'.join(_OLDER)})(?!\p{{L}})")
_OLD_TONES = compiled(rf"(?:{'|'.join(_NEW_TONES)})(?!\p{{L}})")
