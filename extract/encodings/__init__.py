"""Text typed in the fonts that came before Unicode (TCVN3, VNI) → Unicode, with the way back.

The raw text stays as it is; a place learns what its characters print
(:class:`extract.model.DecodedPlace`), and :func:`extract.text.text` reads them so. Font names say
how text is encoded; where they say nothing, or are wrong, the look of the words does: which reading
gives syllables that Vietnamese can have. A reader has one :class:`Decoder` for each file::

    decoder = Decoder()
    decoder.learn(text_of_the_file)
    place = decoder.read(place, [(start, end, font_name), ...])  # each place
    warnings += decoder.warnings()
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import log2
from typing import Any, ClassVar, Protocol, TypeVar

from extract.encodings.reading import Word, meanings, words
from extract.encodings.tables import NAMES, Encoding, font_of
from extract.encodings.words import (
    ENCODINGS,
    WORD,
    Costs,
    evident,
    is_old_syllable,
    is_printable,
    perhaps_old,
    sound,
)
from extract.model import DecodedPlace, Fragment, Place, Warning
from extract.text import text

__all__ = ["Decoder", "FontRun", "font_of", "is_old_syllable", "is_old_text", "perhaps_old"]

#: Start and end in the raw text, and the name of the font.
FontRun = tuple[int, int, str]

# The cost of a reading that the file hardly shows, and of one that it does not.
_RARE, _UNSEEN = 4.0, 100.0
# By their look words are read in an encoding only where the file shows so many different ones that
# have no other reading.
_FEWEST = 3
# Of the words that look so, this share may be damaged before none is trusted any more: a damaged
# word can turn into another good one. In a line, and in the whole text.
_IN_LINE, _IN_TEXT = 1 / 8, 1 / 20
_MOSTLY = 1 / 4
_MOST_PLACES = 20
_LONGEST = 30


class _Replaceable(DecodedPlace, Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


_Place = TypeVar("_Place", bound=_Replaceable)


def is_old_text(raw: str) -> bool:
    """Whether much of a text can only be in an old encoding."""
    decoder = Decoder()
    decoder.learn(raw)
    return decoder.share > _MOSTLY


class Decoder:
    """Reads the old encodings of one file, and keeps what its warnings say."""

    def __init__(self) -> None:
        #: Whether anything learnt may be in an old encoding: if not, fonts need not be looked up.
        self.active = False
        self._marked = 0  # words that are not in ASCII
        self._evident: dict[Encoding, Counter[str]] = {name: Counter() for name in ENCODINGS}
        self._distrusted: set[Encoding] = set()
        self._read: Counter[Encoding] = Counter()
        self._left: Counter[Encoding] = Counter()
        self._places: dict[tuple[bool, Encoding], list[Fragment]] = {
            (kept, name): [] for kept in (False, True) for name in ENCODINGS
        }

    def learn(self, sample: str) -> None:
        """Looks at text of the file, at best all of it, before places are read."""
        if not perhaps_old(sample):
            return
        self.active = True
        marked = Counter(word for word in WORD.findall(sample) if not word.isascii())
        self._marked += marked.total()
        for word, count in marked.items():
            encoding = evident(word)
            if encoding:
                self._evident[encoding][word] += count
        for encoding in filter(self.shows, ENCODINGS):
            found = [word for word in words(sample, (), self._rarity()) if _is_old(word, encoding)]
            if len(_damaged(found)) > _IN_TEXT * len(found):
                self._distrusted.add(encoding)

    @property
    def share(self) -> float:
        """Of the words learnt that are not in ASCII, how many can only be in an old encoding."""
        evident = sum(self._evident[name].total() for name in ENCODINGS if self.shows(name))
        return evident / max(self._marked, 1)

    def shows(self, encoding: Encoding) -> bool:
        """Whether the text learnt shows the encoding by its look."""
        return len(self._evident[encoding]) >= _FEWEST

    def read(
        self, place: _Place, fonts: Sequence[FontRun] = (), typed: str | None = None
    ) -> _Place:
        """The place, with what its characters print where they are in an old encoding. ``fonts``
        stand in order and may leave gaps; ``typed`` is the raw text as it was typed, where that is
        known better than from the file, in the same length."""
        if not self.active:
            return place
        old = [(start, end, font) for start, end, name in fonts if (font := font_of(name))]
        raw = typed or place.raw
        if not old and (raw.isascii() or not any(map(self.shows, ENCODINGS))):
            return place
        found = words(raw, old, self._rarity({font.encoding for _, _, font in old}))
        left = self._left_as_they_are(found, raw)
        legacy = [
            meaning
            for index, word in enumerate(found)
            if word.encoding and word.start not in left
            for meaning in meanings(found, index, old)
        ]
        if legacy:
            place = replace(place, legacy=tuple(legacy))
        self._remember(place, found, left)
        return place

    def warnings(self) -> Iterator[Warning]:
        """What was read from old encodings, and what stands as it is because it is damaged."""
        for encoding in ENCODINGS:
            if self._read[encoding]:
                yield Warning(
                    "legacy_encoding",
                    f"{self._read[encoding]} words typed for {NAMES[encoding]} fonts were read as "
                    "Unicode",
                    tuple(self._places[False, encoding]),
                )
            if self._left[encoding]:
                yield Warning(
                    "damaged_encoding",
                    f"{self._left[encoding]} words typed for {NAMES[encoding]} fonts are damaged "
                    "or stand among damaged ones, and were left as they are",
                    tuple(self._places[True, encoding]),
                )

    def _rarity(self, named: Collection[Encoding] = ()) -> Costs:
        """By reading, how far it is from what the file shows (information in bits). ``named`` are
        those that fonts name."""
        shares = [self._evident[name].total() / max(self._marked, 1) for name in ENCODINGS]
        tcvn3, vni = (
            min(_RARE, -log2(share)) if self.shows(name) else _RARE if name in named else _UNSEEN
            for name, share in zip(ENCODINGS, shares, strict=True)
        )
        return min(_RARE, -log2(max(1 - sum(shares), 0.01))), tcvn3, vni

    def _left_as_they_are(self, found: Sequence[Word], raw: str) -> set[int]:
        """The starts of the words that stay because they are damaged, or because, without a font
        that says what they are, too many around them are."""
        left = {word.start for word in _damaged(found)}
        line_of = _line_of(raw)
        for encoding in ENCODINGS:
            own = [word for word in found if _is_old(word, encoding) and word.font is None]
            trusted = encoding not in self._distrusted
            for _, line in groupby(own, lambda word: line_of(word.start)):
                members = list(line)
                if not trusted or len(_damaged(members)) > _IN_LINE * len(members):
                    left.update(word.start for word in members)
        return left

    def _remember(self, place: Place, found: Sequence[Word], left: set[int]) -> None:
        marked = [word for word in found if not word.string.isascii()]
        line_of = _line_of(place.raw)

        def state(word: Word) -> tuple[Encoding | None, bool, int]:
            # One word that looks so among others in Unicode is no proof, but not nothing either.
            encoding = word.encoding or evident(word.string)
            if encoding and not word.encoding and not self.shows(encoding):
                encoding = None
            kept = word.encoding is None or word.start in left
            return encoding, kept, line_of(word.start)

        for (encoding, kept, _), stretch in groupby(marked, state):
            if encoding is None:
                continue
            members = list(stretch)
            count, most = (self._left, _MOST_PLACES) if kept else (self._read, 1)
            count[encoding] += len(members)
            places = self._places[kept, encoding]
            if len(places) < most:
                places.append(_fragment(place, members[:_LONGEST]))


def _is_old(word: Word, encoding: Encoding) -> bool:
    return word.encoding == encoding and not word.string.isascii()


def _damaged(found: Sequence[Word]) -> list[Word]:
    """Those that their encoding cannot print; by their look, also those with two tones or foreign
    letters."""
    return [
        word
        for word in found
        if word.encoding
        and (len(word.string) > 1 or word.string.isalpha())
        and not (sound if word.font is None else is_printable)(word.string, word.encoding)
    ]


def _line_of(raw: str) -> Callable[[int], int]:
    ends = [match.start() for match in re.finditer("\n", raw)]
    return lambda offset: bisect_left(ends, offset)


def _fragment(place: Place, members: Sequence[Word]) -> Fragment:
    start, end = members[0].start, members[-1].end
    quote, raw = text(place, start, end).string, place.raw[start:end]
    return Fragment("encoding", quote, place.locator(start, end), None if raw == quote else raw)
