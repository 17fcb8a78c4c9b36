"""Raw text → its words, each with the encoding that it is typed in, and what they print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract.encodings.tables import Encoding, Font
from extract.encodings.words import ENCODINGS, WORD, Costs, beyond, costs, letters

#: Start and end in the raw text, and an old font; in order.
Fonts = Sequence[tuple[int, int, Font]]

_BY_FONT = 6.0  # what it costs to read a word otherwise than its font says
# To change the encoding: most likely a new line or a new cell does.
_CHANGE_WITHIN, _CHANGE_BETWEEN = 2.5, 0.5
_BOUNDARY = re.compile(r"[\r\n\t\f|]")
# Signs that are words by themselves: "« t«" is "ô tô". Others are bullets, fractions, footnotes.
_SIGN_WORDS = "«¤"
_CAPITALS, _SMALL = re.compile("[A-Z]"), re.compile("[a-z]")


@dataclass(slots=True)
class Word:
    """``encoding`` None: Unicode. ``font`` None: it says nothing, the look of the word decided."""

    start: int
    end: int
    string: str
    font: Font | None
    encoding: Encoding | None = None


def words(raw: str, fonts: Fonts, rarity: Costs) -> list[Word]:
    """The words of a text, each in its encoding: of all sequences of readings the one that costs
    least (Viterbi's algorithm). Words in ASCII are as those before them.

    ``rarity``: what it costs to begin with a reading, or to change to it.
    """
    # A font that holds letters which no old font has is not what its name says.
    lying = {font.encoding for start, end, font in fonts if beyond(raw[start:end])}
    font_at = _finder(fonts)
    found: list[Word] = []
    back: list[tuple[int, int, int]] = []  # the reading of the word before, for each reading
    total = rarity
    change, done = _CHANGE_BETWEEN, 0
    for match in WORD.finditer(raw):
        font = font_at(match.start())
        if font is not None and font.encoding in lying:
            font = None
        word = Word(match.start(), match.end(), match[0], font)
        found.append(word)
        if _BOUNDARY.search(raw, done, word.start):
            change = _CHANGE_BETWEEN
        done = word.end
        if font is None and word.string.isascii():
            back.append((0, 1, 2))
            continue
        own = _costs(word)
        least = total.index(min(total))
        changed = [total[least] + change + rarity[state] for state in range(3)]
        stays = [total[state] <= changed[state] for state in range(3)]
        back.append((0 if stays[0] else least, 1 if stays[1] else least, 2 if stays[2] else least))
        total = (
            min(total[0], changed[0]) + own[0],
            min(total[1], changed[1]) + own[1],
            min(total[2], changed[2]) + own[2],
        )
        change = _CHANGE_WITHIN
    state = total.index(min(total))
    for word, before in zip(reversed(found), reversed(back), strict=True):
        word.encoding = ENCODINGS[state - 1] if state else None
        state = before[state]
    return found


def _costs(word: Word) -> Costs:
    unicode, tcvn3, vni = (0.0, 0.0, 0.0) if word.string.isascii() else costs(word.string)
    if word.font is None:
        return unicode, tcvn3, vni
    if word.font.encoding == "tcvn3":
        return unicode + _BY_FONT, tcvn3, vni + _BY_FONT
    return unicode + _BY_FONT, tcvn3 + _BY_FONT, vni


def _finder(fonts: Fonts) -> Callable[[int], Font | None]:
    starts = [start for start, _, _ in fonts]

    def font_at(offset: int) -> Font | None:
        at = bisect_right(starts, offset) - 1
        return fonts[at][2] if at >= 0 and offset < fonts[at][1] else None

    return font_at


def meanings(found: Sequence[Word], index: int, fonts: Fonts) -> Iterator[tuple[int, int, str]]:
    """Start, end in the raw text and the letters of what a word in an old encoding prints."""
    word = found[index]
    if word.encoding is None or _is_sign(word):
        return
    shouted = word.encoding == "tcvn3" and _is_shouted(found, index)
    font_at = _finder(fonts)
    done = 0
    for start, end, letter in letters(word.string, word.encoding):
        yield from _as_drawn(word, done, start, font_at)
        font = font_at(word.start + start)
        capital = shouted or (font is not None and font.capitals)
        yield word.start + start, word.start + end, letter.upper() if capital else letter
        done = end
    yield from _as_drawn(word, done, len(word.string), font_at)


def _as_drawn(
    word: Word, start: int, end: int, font_at: Callable[[int], Font | None]
) -> Iterator[tuple[int, int, str]]:
    """The small letters of ASCII that a font draws as capitals."""
    for offset in range(start, end):
        char = word.string[offset]
        if char.islower() and char.isascii():
            font = font_at(word.start + offset)
            if font is not None and font.capitals:
                yield word.start + offset, word.start + offset + 1, char.upper()


def _is_sign(word: Word) -> bool:
    return (
        word.font is None
        and len(word.string) == 1
        and not word.string.isalpha()
        and word.string not in _SIGN_WORDS
    )


def _is_shouted(found: Sequence[Word], index: int) -> bool:
    """Whether a word is in capitals but for those that TCVN3 lacks: "QUYÕT" is QUYẾT; "KÕ" is KẾ
    beside such a word, else Kế."""
    capitals = _capitals(found[index].string)
    if capitals != 1:
        return capitals > 1
    return any(
        0 <= beside < len(found)
        and _capitals(found[beside].string) > 1
        and not found[beside].string.isascii()
        for beside in (index - 1, index + 1)
    )


def _capitals(string: str) -> int:
    return 0 if _SMALL.search(string) else len(_CAPITALS.findall(string))
