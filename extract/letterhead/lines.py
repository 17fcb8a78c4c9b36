"""Blocks → lines, and what a line of a document's form is: motto, number, date, title, post ...

A letterhead stands in running text, in Word's table of two columns without borders, or in the two
columns of a page. All come out as lines; nothing here relies on their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from extract.expressions import Match, Pattern, compiled
from extract.letterhead.recognised import is_motto, is_recognised, mended
from extract.model import Block, Passage, Table, Text, record
from extract.vocabulary import rows


@record
class Line:
    """A line or paragraph. ``text`` is None for a table with data; ``block`` is where it stands;
    ``mark`` says what its first words are (letterhead.toml)."""

    block: int
    text: Text | None
    bold: bool = False
    mark: str | None = None

    @property
    def string(self) -> str:
        return self.text.string if self.text else ""

    @property
    def capitals(self) -> bool:
        return self.string.isupper()


#: Things of a letterhead that some writers put on one line.
_TOGETHER = compiled(
    r"(?<=\S)\s+(?=Số\s?:|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập\s?[-–])"
    r"|(?<=năm \d{4})\s+(?=S\p{L}\b)"
    r"|(?<=\p{Lu})\s+(?=\p{Lu}\p{L}*+(?:[. ]{1,2}\p{L}+){0,5},\s*ngày\b)"
)
#: A quick look: nothing without one of these is cut there.
_TELL_TOGETHER = ("Số", "CỘNG", "Độc lập", "năm", "ngày")
_MARK_WORD = compiled(r"[\w/]+")
_RULE = compiled(r"[\W_]*")
_NUMBER = compiled(
    r"Số\s*:?\s*(?P<number>[\d.…_ ]*(?:[/-]\s*(?:19|20)\d\d\s*)?[/-]\s*\p{Lu}[\p{L}\d&]*"
    r"(?:\s?[-–/.]\s?\p{Lu}[\p{L}\d&]*)*)(?P<rest>\s+[“\"]?V(?:/v|ề việc)\b.*)?",
    regex.I,
)
_BLANK = r"[\s.…_]*"
_DATE = compiled(
    rf"(?P<place>\p{{L}}[^,;:\n]{{1,40}}?)?\s*,?\s*ngày{_BLANK}(?P<d>\d{{0,2}}){_BLANK}"
    rf"tháng{_BLANK}(?P<m>\d{{0,2}}){_BLANK}năm{_BLANK}(?P<y>\d{{0,6}}){_BLANK}",
    regex.I,
)
_SHORT_DATE = compiled(
    r"(?P<place>\p{Lu}[^,;:\n]{1,40}?)\s*,\s*ngày\s+"
    r"(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
)
_BROKEN_DATE = compiled(r"\p{L}[^,;:]{1,40}, ngày\b.{0,20}", regex.I)


def lines(blocks: Sequence[Block]) -> list[Line]:
    """All that a reader of the page sees as lines, page numbers and rules left out."""
    found: list[Line] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Passage):
            if not block.furniture:
                _add(found, index, block.text, block.bold)
        elif is_letterhead(block):
            for cell in block.cells:
                for paragraph in cell.paragraphs:
                    _add(found, index, paragraph, cell.bold)
        else:
            found.append(Line(index, None))
    return found


def is_letterhead(table: Table) -> bool:
    """Whether a table only lays out a letterhead or a signature: it holds no data."""
    if table.rows > 8 or table.columns > 5:
        return False
    texts = [paragraph.string for cell in table.cells for paragraph in cell.paragraphs]
    if not texts or len(texts) > 60 or max(map(len, texts)) > 400:
        return False
    marks = {mark(text) for text in texts}
    if "motto" in marks or ("recipients" in marks and table.columns <= 4):
        return True
    if table.rows <= 2 and len(texts) <= 2 and all(map(name, texts)):
        return True  # who signed, put to the right by tabs
    if any(number(text) for text in texts) and any(map(dated, texts)):
        return True
    signed = [text for text in texts if is_post(text)]
    return (
        bool(signed)
        and len(texts) <= 12
        and all(is_post(text) or text.isupper() or name(text) or len(text) <= 25 for text in texts)
    )


def _add(found: list[Line], block: int, text: Text, bold: bool) -> None:
    start = 0
    cuts: list[int] = []
    recognised = is_recognised(text)
    if len(text) < 400:
        string = text.string
        opens = string[:2].isupper() or string.startswith("Số") or ", ngày" in string
        if opens and any(word in string for word in _TELL_TOGETHER):
            cuts = [match.start() for match in _TOGETHER.finditer(string)]
        cuts = sorted({*cuts, *_gaps(text)})
    for cut in [*cuts, len(text)]:
        part = text.cut(start, cut).strip() if cuts else text
        start = cut
        if recognised and len(part) < 200:
            part = mended(part)
        if part.string and not _RULE.fullmatch(part.string):
            what = mark(part.string) or ("motto" if recognised and is_motto(part.string) else None)
            found.append(_joined(found, Line(block, part, bold, what)))


_WIDEST_BLANK = 2
_COLUMN = compiled(r" [\p{Lu}(]")
_WORD = compiled(r"\p{L}{2}")


def _gaps(text: Text) -> Iterator[int]:
    """Where wide blanks or a tab set what follows apart, as in two columns: "Nơi nhận:      CHỦ
    TỊCH". A list mark or an ordinal is no column."""
    offset = 0
    for segment in text.segments:
        place, starts, ends = segment.place, segment.starts, segment.ends
        if place is not None and not isinstance(starts, range):
            for match in _COLUMN.finditer(text.string, offset, offset + len(segment)):
                at = match.start()
                raw = place.raw[starts[at - offset] : ends[at - offset]]
                wide = len(raw) > _WIDEST_BLANK or "\t" in raw
                if wide and _WORD.search(text.string, 0, at):
                    yield at
        offset += len(segment)


def _joined(found: list[Line], line: Line) -> Line:
    """A date that is wrapped ("An Lạc, ngày 18" / "tháng 11 năm 2025", "... năm" / "2025") is one
    line."""
    above = found[-1].text if found else None
    # All lines are looked at: the words first, which is quicker.
    if above and line.text and ", ngày" in above.string and _BROKEN_DATE.fullmatch(above.string):
        whole = Text.join([above, line.text])
        before, after = _DATE.fullmatch(above.string), _DATE.fullmatch(whole.string)
        if after and (before is None or after["y"] > before["y"]):
            return Line(found.pop().block, whole, line.bold)
    return line


# --------------------------------------------------------------------------- what a line is


def fold(string: str) -> str:
    """Small letters, one place for the tone mark (hoà = hòa): for comparing; keeps the length."""
    string = string.lower()
    for other, usual in _tones():
        if other in string:
            string = string.replace(other, usual)
    return string


def mark(string: str) -> str | None:
    """What the first words say that a line is: a ``mark`` of letterhead.toml."""
    first = _FIRST_WORD.match(string)
    if first is None or first[1].lower() not in _first_words():
        return None
    words = _MARK_WORD.findall(fold(string[:60]))
    if not words or words[0] not in _mark_heads():
        return None
    match = _marks().match(" ".join(words))
    return _mark_names()[match[0]] if match else None


_FIRST_WORD = re.compile(r"[^\w/]*([\w/]+)")


@cache
def _first_words() -> frozenset[str]:
    """The first words of marks, with their tone marks in either place."""
    heads = _mark_heads()
    other = {head.replace(usual, other) for head in heads for other, usual in _tones()}
    return heads | other


def number(string: str) -> Match | None:
    """A number line of a letterhead, with or without digits: "Số: /KH-UBND"."""
    return _NUMBER.fullmatch(string) if string[:1] in "Ss" else None


def dated(string: str) -> Match | None:
    """A line with place and date, also where they are blank. Groups place, d, m, y."""
    if len(string) >= 120 or "ngày" not in string.lower():
        return None
    return _DATE.fullmatch(string) or _SHORT_DATE.fullmatch(string)


def title(string: str) -> Match | None:
    """A line that begins with a kind in capitals, or is one ("Kế hoạch"): groups kind, rest."""
    if not string[:1].isupper() or string.endswith(":"):
        return None
    return _titles().fullmatch(string)


def kind_of_title(printed: str) -> str:
    return _titled()[fold(" ".join(printed.split()))]


def is_post(string: str) -> bool:
    """A line of a signature: a post, or a proxy (TM., KT.) before one, in capitals."""
    return string.isupper() and _posts().match(fold(string)) is not None


def name(string: str) -> Match | None:
    """A line that looks like a person's name: two to six words, each with a capital. Group name;
    a heading in capitals that a reader joined to it is left out."""
    return None if len(string) > 60 or string.isupper() else _persons().fullmatch(string)


_NAME_WORD = r"\p{Lu}[\p{Ll}'’]*(?:\p{Lu}\p{Ll}+)?"


@cache
def _persons() -> Pattern:
    ranks = "|".join(row["rank"] for row in rows("issuers") if "rank" in row)
    return compiled(
        rf"(?:(?:{ranks})\s)?"
        rf"(?P<name>(?:[A-ZĐ]\p{{L}}{{0,5}}\.\s?)*+{_NAME_WORD}(?:\s(?:[-–]\s)?{_NAME_WORD}){{1,5}}?)"
        rf"(?:\s\p{{Lu}}{{2,}})*"
    )


@cache
def _tones() -> tuple[tuple[str, str], ...]:
    plain = {"oa": "oàoáoảoãoạ", "oe": "oèoéoẻoẽoẹ", "uy": "uỳuýuỷuỹuỵ"}
    moved = {"oa": "òaóaỏaõaọa", "oe": "òeóeỏeõeọe", "uy": "ùyúyủyũyụy"}
    return tuple((plain[k][i : i + 2], moved[k][i : i + 2]) for k in plain for i in range(0, 10, 2))


@cache
def _mark_names() -> dict[str, str]:
    return {fold(row["words"]): row["mark"] for row in rows("letterhead")}


@cache
def _mark_heads() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _mark_names())


@cache
def _marks() -> Pattern:
    return compiled(rf"(?:{_longest(_mark_names())})(?!\w)")


@cache
def _titled() -> dict[str, str]:
    return {fold(row["kind"]): row["kind"] for row in rows("kinds") if not row.get("letter")}


@cache
def _titles() -> Pattern:
    kinds = sorted(_titled().values(), key=len, reverse=True)
    names = "|".join(kinds).replace(" ", r"\s+")
    shouted = "|".join(kind.upper() for kind in kinds).replace(" ", r"\s+")
    return compiled(rf"(?P<kind>{shouted})(?:\s+(?P<rest>\S.*))?|(?P<kind>(?i:{names}))", regex.S)


@cache
def _posts() -> Pattern:
    names = [name for row in rows("issuers") for name in post_names(row)]
    proxies = [row["proxy"] for row in rows("issuers") if "proxy" in row]
    short = "|".join(regex.escape(fold(proxy)).replace(r"\.", r"[.,]?\s") for proxy in proxies)
    return compiled(rf"(?:{short})\s*\S|(?:{_longest(map(fold, names))})(?!\w)")


def post_names(row: dict[str, object]) -> Iterator[str]:
    if isinstance(row.get("post"), str):
        yield str(row["post"])
        also = row.get("also", ())
        if isinstance(also, list):
            yield from map(str, also)


def _longest(names: Iterator[str] | dict[str, str] | map[str]) -> str:
    return "|".join(map(regex.escape, sorted(names, key=len, reverse=True)))
