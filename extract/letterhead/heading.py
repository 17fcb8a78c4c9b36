"""The lines at the head of a document → number, kind, issuer, place, date, subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extract.citations import iso_date, kind_of_number
from extract.expressions import compiled
from extract.letterhead.issuer import (
    bodies,
    inferred,
    issuer,
    opens_body,
    opens_level,
    speaking,
    with_place,
)
from extract.letterhead.lines import (
    Line,
    dated,
    is_post,
    kind_of_title,
    number,
    title,
)
from extract.model import Text
from extract.vocabulary import rows

#: A head is never longer; a file may begin with a table of contents or a cover.
LONGEST = 60

_NO_DIGITS = compiled(r"[\s.…_]*")
_LAST_FORM = compiled(r"[-/]([\p{L}&]+)$")
_SESSION = compiled(r"\s*,?\s*\b(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ)\b.*", regex.S)
_QUOTED = compiled(r"[“\"«](?P<inside>.*)[”\"»]\s*\.?", regex.S)
_STAMPED = compiled(r"(?:Số|Ngày)\s*:")
_HIGH = compiled(r"NHÂN DÂN|\bUBND\b|\bHĐND\b|CHÍNH PHỦ")
_OF = compiled(r"CỦA\s+")
_ENDED = compiled(r"[.;:](?:[”\"/]*)$")
_HEADING = compiled(r"(?:[IVX]+|\d+|[A-Z])[.)]\s|PHẦN\s|Phần\s|Chương\s|Điều\s\d|[-+*•]\s|\(")


@dataclass(slots=True)
class Head:
    """What the head of a document says. ``form`` is the number as printed, without spaces, also
    where its digits are blank; ``body_form`` its last short form (UBND). ``proof`` are the texts
    behind the fields, ``end`` is the first line after it."""

    number: str | None = None
    form: str | None = None
    body_form: str | None = None
    kind: str | None = None
    place: str | None = None
    date: str | None = None
    subject: str | None = None
    printed: list[str] = field(default_factory=list)
    authority: str | None = None
    proof: dict[str, Text] = field(default_factory=dict)
    end: int = 0

    def issuer(self, text: str, signed: str | None) -> str | None:
        """Who issues it, in full. ``signed``: the body for which it was signed (TM. ...)."""
        if self.authority:
            return with_place(self.authority, self.printed, text)
        found = issuer(self.printed, text)
        for body in (self.body_form, signed):
            found = found or inferred(body, self.place, text)
        return found or speaking(self.place, text)


def head(found: Sequence[Line]) -> Head:
    """The head of the document that begins with the first of the lines ``found``."""
    result = Head()
    top = _top(found)
    _number_and_date(result, top)
    titled = _titled(top)
    result.printed = bodies([line.string for line in _issuer_lines(top[:titled])])
    if titled is not None:
        _title(result, found, titled)
    else:
        _letter(result, top)
    return result


def _top(found: Sequence[Line]) -> Sequence[Line]:
    """The lines above the running text: to the addressee or the first recital."""
    for index, line in enumerate(found[:LONGEST]):
        if line.mark in ("addressee", "recipients"):
            return found[: index + 1]
        opening = line.mark == "opening" and not line.capitals
        if line.text is None or (opening and (len(line.string) > 60 or "Căn cứ" in line.string)):
            return found[:index]
    return found[:LONGEST]


def _number_and_date(result: Head, top: Sequence[Line]) -> None:
    for line in top:
        match = number(line.string) if result.form is None else None
        if match and line.text:
            digits = regex.split(r"/|-", match["number"], maxsplit=1)[0]
            printed = regex.sub(r"\s+", "", regex.sub(r"[–—]", "-", match["number"]))
            body = _LAST_FORM.search(printed)
            result.form, result.body_form = printed, body[1] if body else None
            if not _NO_DIGITS.fullmatch(digits):
                result.number = printed.lstrip("._…")
                result.proof["number"] = line.text.cut(*match.span("number")).strip()
        day = dated(line.string) if "date" not in result.proof and line.text else None
        if day and line.text and (day["place"] or any(day.group("d", "m", "y"))):
            result.proof["date"] = line.text
            result.place = " ".join(day["place"].split()) if day["place"] else None
            if all(day.group("d", "m", "y")):
                result.date = iso_date(*day.group("d", "m", "y"))


def _issuer_lines(top: Sequence[Line]) -> Iterator[Line]:
    """The lines of the left column above the number: from a body's name on, all in capitals."""
    going = False
    for line in top:
        string = line.string
        if line.mark == "motto":
            continue
        if line.mark == "stamp":
            going = False
        elif number(string) or dated(string) or line.mark is not None:
            if line.mark in ("about", "addressee"):
                return
            going = False
        elif line.capitals and len(string) < 120:
            going = going or opens_body(string)
            if going:
                yield line
        else:
            going = False


def _titled(top: Sequence[Line]) -> int | None:
    """Which line is the title: it stands below number and date. Above them a kind may be a part of
    a body's name ("PHÒNG TÀI CHÍNH -" / "KẾ HOẠCH")."""
    placed = [i for i, line in enumerate(top) if number(line.string) or dated(line.string)]
    titles = [i for i, line in enumerate(top) if title(line.string) and line.mark != "stamp"]
    below = [index for index in titles if not placed or index > max(placed)]
    return next(iter(below or titles), None)


def _title(result: Head, found: Sequence[Line], titled: int) -> None:
    line = found[titled]
    match = title(line.string)
    if match is None or line.text is None:
        return
    result.kind = kind_of_title(match["kind"])
    result.proof["kind"] = line.text.cut(*match.span("kind"))
    below = found[titled + 1] if titled + 1 < len(found) else None
    pieces = []
    if match["rest"] and not _ends_title(match["rest"], line, below):
        pieces.append(line.text.cut(*match.span("rest")))
    index = titled + 1
    # In saved text the title may stand before the number and the date.
    while index < len(found) and _is_beside(found[index]):
        index += 1
    authority: list[str] = []
    decides = any(row["kind"] == result.kind and row.get("authority") for row in rows("kinds"))
    previous = Line(line.block, pieces[-1], line.bold) if pieces else None
    while index < len(found) and index < titled + 16:
        line = found[index]
        if authority:
            if not line.capitals or title_again(line):
                break
            authority.append(line.string)
        elif not pieces and line.capitals and _names_its_body(line):
            pass  # "KẾT LUẬN" | "CỦA BAN THƯỜNG VỤ TỈNH ỦY" | "về công tác ..."
        elif decides and pieces and _is_authority(line, found, index):
            authority.append(_WIRES.sub("", line.string))
        elif line.text is None or not _is_subject(line, previous, found, index):
            break
        elif line.mark != "stamp":
            pieces.append(line.text)
            previous = line
        index += 1
    result.end = index
    _subject(result, pieces)
    if authority:
        result.authority = _SESSION.sub("", " ".join(authority)).strip(" ,:.")


def _is_beside(line: Line) -> bool:
    """A line of the letterhead that stands above the title on the page."""
    return line.mark == "motto" or bool(number(line.string) or dated(line.string))


def _ends_title(rest: str, line: Line, below: Line | None) -> bool:
    """Whether words behind the kind belong to it ("CHƯƠNG TRÌNH HÀNH ĐỘNG") and the subject stands
    below, in small letters."""
    if _OF.match(rest) and opens_body(_OF.sub("", rest)):
        return True  # "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH"
    if below is None or not rest.isupper() or len(rest.split()) > 3 or below.capitals:
        return False
    named = rest.strip(" :") in _OF_KINDS
    goes_on = (
        named or below.string[:1].islower() or below.mark == "about" or (line.bold and below.bold)
    )
    return goes_on and not _HEADING.match(below.string)


def _names_its_body(line: Line) -> bool:
    of = _OF.match(line.string)
    return of is not None and bool(opens_body(line.string[of.end() :]))


#: What a kind is often called with, where nothing else of the subject stands beside it.
_OF_KINDS = ("HÀNH ĐỘNG", "THANH TRA", "KIỂM TRA", "GIÁM SÁT")


def title_again(line: Line) -> bool:
    """The second "QUYẾT ĐỊNH:" of a decision."""
    return title(line.string.rstrip(" :")) is not None


#: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ... điện:"
_WIRES = compiled(r"(?i)\s+điện\s*:$")


def _is_authority(line: Line, found: Sequence[Line], index: int) -> bool:
    """A line such as "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ..." with nothing but such lines up to the
    recitals. In a subject in capitals the same words may be wrapped to the head of a line."""
    named = _WIRES.sub("", line.string)
    if not named.isupper() or not opens_body(named) or opens_level(named):
        return False
    for after in found[index + 1 : index + 5]:
        if after.text is None or not after.capitals:
            return True
        if opens_body(after.string) and not opens_level(after.string):
            return False
        if _SESSION.match(after.string) or title_again(after):
            return True
    return True


def _is_subject(line: Line, above: Line | None, found: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with the subject whose last line is ``above``."""
    string = line.string
    if line.text is None or line.mark in ("addressee", "recipients", "motto", "attached", "annex"):
        return False
    if number(string) or dated(string):
        return False
    if above is None:
        recital = line.mark == "opening" and string.startswith(("Căn cứ", "Điều"))
        return not recital and not _HEADING.match(string) and len(string) < 600
    if _ENDED.search(above.string) or _HEADING.match(string) or title_again(line):
        return False
    if above.capitals != line.capitals and not _short_capitals(line):
        return False
    if line.capitals or string[0].islower():
        return True
    if line.mark == "opening" or line.bold != above.bold:
        return False
    # A sentence of the text would go on below, end in a point, or fill a paragraph.
    after = found[index + 1] if index + 1 < len(found) else None
    flows = after is not None and after.string[:1].islower()
    return (
        len(string) <= 110
        and not _ENDED.search(string)
        and not string.endswith(",")
        and not (flows and not line.bold)
    )


def _short_capitals(line: Line) -> bool:
    return line.capitals and len(line.string) <= 8


def _letter(result: Head, top: Sequence[Line]) -> None:
    """A letter: no title; its subject stands under the number, "V/v ..."."""
    pieces: list[Text] = []
    beside = False
    for index, line in enumerate(top):
        result.end = index
        match = number(line.string)
        text = line.text
        if match and match["rest"] and text:
            text = text.cut(match.start("rest")).strip()
        elif line.mark != "about" and not pieces:
            continue
        string = text.string if text else ""
        opening = line.mark == "opening" and not string[0].islower()
        if text is None or opening or line.mark in ("addressee", "recipients"):
            break
        if pieces and (
            line.mark in ("motto", "stamp") or dated(string) or (number(string) and not match)
        ):
            beside = True
        elif not pieces or string[0].islower():
            pieces.append(text)
        elif not beside and not string.isupper() and not _STAMPED.match(string):
            if _ENDED.search(pieces[-1].string) or len(string) > 150:
                break
            pieces.append(text)
        else:
            beside = True
    _subject(result, pieces)
    addressed = bool(top) and top[-1].mark == "addressee"
    if pieces or addressed:
        result.kind = "công văn"
    elif result.form:
        result.kind = kind_of_number(result.form) or "công văn"


def _subject(result: Head, pieces: Sequence[Text]) -> None:
    if not pieces:
        return
    whole = Text.join(pieces)
    match = _QUOTED.fullmatch(whole.string)
    if match:
        whole = whole.cut(*match.span("inside")).strip()
    result.subject = whole.string
    result.proof["subject"] = whole


def is_letterhead_line(line: Line) -> bool:
    """A line that can stand in the head of a document above or beside its number."""
    string = line.string
    if line.text is None or is_bare_post(string):
        return False
    return (
        _is_beside(line)
        or line.mark in ("about", "stamp")
        or (line.capitals and len(string) < 120 and title(string) is None)
    )


def is_bare_post(string: str) -> bool:
    """ "CHỦ TỊCH", "KT. GIÁM ĐỐC": a signature; "CHỦ TỊCH ỦY BAN NHÂN DÂN ..." is a letterhead."""
    return is_post(string) and _HIGH.search(string) is None
