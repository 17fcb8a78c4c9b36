"""Text → the documents that it cites: number, kind, date, issuer.

A number (số, ký hiệu) is digits, perhaps a year, and the short forms of the kind and of the issuer
(Nghị định 30/2020/NĐ-CP, phụ lục III; of the Party: Hướng dẫn 36-HD/VPTW): ``61/2018/NĐ-CP``,
``57-NQ/TW``, ``72/2025/QH15``. Dates, fractions and telephone numbers have no such short forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import regex

from extract.expressions import Pattern, compiled
from extract.model import Citation
from extract.vocabulary import rows
from extract.vocabulary.at_words import AtWords

_DASH = r"[-–—‑]"
#: A short form: two capitals at least, or digits after them (QH15); TTr, TTg.
_FORM = r"\p{Lu}(?=\p{Ll}{0,2}[\p{Lu}\d])[\p{L}\d&]*"
#: ``QĐ-UBND``; with white space round a dash only where it is the only one: "QĐ-UBND - UBND tỉnh".
_SPACED = rf"(?:[ ]{_DASH}[ ]?|{_DASH}[ ]){_FORM}"
_JOINED = rf"(?:(?:{_DASH}\n?|[./&]){_FORM})++"
_FORMS = rf"{_FORM}(?:{_SPACED}|{_JOINED})?+"
_STATE = rf"\s?[/.:]\s?(?P<year>(?:19|20)\d\d\s?/\s?)?(?P<state>{_FORMS})"
_PARTY = rf"[ ]?{_DASH}[ ]?(?P<party>{_FORM}[ ]?/[ ]?{_FORM}(?:{_DASH}{_FORM})?)"
# "số 15 3/2004/QĐ-TTg": a blank that was put into the number.
_SPLIT = r"(?:(?<=[Ss]ố\s)\d{1,3}[ ](?=\d{1,3}\s?/\s?(?:19|20)\d\d\s?/))"
_NUMBER = compiled(
    rf"(?=\d)(?<![\w/.,])(?P<digits>{_SPLIT}?\d{{1,6}}[a-zA-Z]?)(?:{_STATE}|{_PARTY})(?![\w/])"
)
#: A quick look: nothing without this holds a number.
_GIST = compiled(
    rf"\d[a-zA-Z]?\s?(?:[/.:]|{_DASH})\s?(?:(?:19|20)\d\d\s?/\s?)?"
    r"\p{Lu}(?=\p{Ll}{0,2}[\p{Lu}\d])"
)

_DAY = (
    r"(?P<d>\d{1,2})(?:\s?[/.-]\s?|(?P<long>\s+tháng\s+))"
    r"(?P<m>\d{1,2})(?(long)\s+năm\s+|\s?[/.-]\s?)(?P<y>\d{4,})(?!\d)"
)
_DATE = compiled(rf"ngày\s+{_DAY}", regex.I)
_DATED = compiled(rf"\s*,?\s*\(?\s*ngày\s+{_DAY}", regex.I)
_LAW = compiled(
    r"(?:Bộ luật|Luật|LUẬT)(?:,?\s(?!(?:từ|đến|trước|sau|kể|có|hiệu|vào)\s)\p{L}+){1,40}?,?\s"
    rf"ngày\s+{_DAY}"
)
# Between the word for a kind and the number.
_JUST_BEFORE = compiled(r"(?i)(?:\s+số)?\s*:?\s*")
_TITLED, _TITLED_LAW = (
    compiled(rf"(?i)(?:,?\s+\p{{L}}+){{1,{most}}}\s+số\s*:?\s*") for most in (3, 40)
)
_LETTER = compiled(r"/\p{L}+-\p{L}+")
_BLANK, _ANY_DASH = compiled(r"\s+"), compiled(_DASH)
_FIRST_FORM = compiled(r"[/.:-](\p{L}[\p{L}\d]*)")
_OF = compiled(r"\s*,?\s*\(?\s*của\s+")
# Between two members of a list of documents: "số 15/KH-UBND, 21/KH-UBND và Kế hoạch số 40/KH-UBND".
_LISTED = compiled(r"\s*[,;]?\s*(?:và\s)?\s*(?:\p{L}+\s){0,3}?(?:số\s*)?")
_YEAR = compiled(r"(?:19|20)\d\d")
# "của Thủ tướng Chính phủ: số", "của Chánh Văn phòng huyện tại Tờ trình số".
_NAMED_BEFORE = compiled(r"(?<!\p{L})(?:(?P<of>của|kiến)|và)\s")
_FORM_AT_END = compiled(r"[/-]\D.*$")
_WORD = compiled(r"[ \n]?(?P<comma>,[ ]|[ ]?[-–][ ])?(?P<word>[\p{L}&]+(?:[-–][\p{L}&]+)*\d*)")


def cites(text: str) -> list[tuple[Citation, int, int]]:
    """Every document number in ``text``, in order, with its start and end.

    The end is that of what belongs to it: the date and the issuer printed after it. A document that
    is cited twice stands twice.
    """
    if not _GIST.search(text):
        return []
    found: list[tuple[Citation, int, int]] = []
    previous = 0
    for match in _NUMBER.finditer(text):
        before = text[max(previous, match.start() - 120) : match.start()]
        printed, adjacent = printed_kind(before)
        number = _BLANK.sub("", _ANY_DASH.sub("-", match[0]))
        kind = _kind(number, printed, adjacent)
        if kind is None or (_YEAR.fullmatch(match["digits"]) and not (printed or "-" in number)):
            continue  # "ƯTH 2024/ KH 2024": a comparison of years
        when, issuer, end = _date_and_issuer(text, match.end())
        issuer = issuer or _issuer_before(text, previous, match.start())
        if issuer is None and found and _goes_on(text, found[-1], match.start(), number):
            issuer = found[-1][0].issuer
        found.append((Citation(number, kind, when, issuer), match.start(), end))
        previous = match.end()
    return _with_issuers_of_lists(text, found)


def iso_date(day: str, month: str, year: str) -> str | None:
    """ISO 8601, or None where the calendar has no such day."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2100 else None


def impossible_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where ``text`` prints a whole date ("ngày 31/02/2024") that no calendar has."""
    for match in _DATE.finditer(text):
        if iso_date(match["d"], match["m"], match["y"]) is None:
            yield match.span()


def kind_of_number(number: str) -> str | None:
    """The kind that the short form in a number stands for; None where it names none."""
    form = _FIRST_FORM.search(number)
    return _forms().get(form[1]) if form else None


def dated_laws(text: str) -> list[tuple[int, int]]:
    """Where a law is cited by its title and date alone: "Luật Đất đai ngày 18/01/2024"."""
    if "uật" not in text and "UẬT" not in text:
        return []
    return [match.span() for match in _LAW.finditer(text)]


def _goes_on(text: str, before: tuple[Citation, int, int], start: int, number: str) -> bool:
    """Whether a number is the next member of a list whose members share their short forms."""
    form = _FORM_AT_END.search(number)
    other = _FORM_AT_END.search(before[0].number)
    same = form is not None and other is not None and form[0] == other[0]
    return same and _LISTED.fullmatch(text, before[2], start) is not None


def _with_issuers_of_lists(
    text: str, found: list[tuple[Citation, int, int]]
) -> list[tuple[Citation, int, int]]:
    """An issuer that is printed behind the last member of a list is that of all members."""
    for index in range(len(found) - 2, -1, -1):
        citation, start, end = found[index]
        after, next_start, _ = found[index + 1]
        shared = citation.issuer is None and after.issuer is not None
        if shared and _goes_on(text, found[index], next_start, after.number):
            found[index] = replace(citation, issuer=after.issuer), start, end
    return found


def _issuer_before(text: str, previous: int, start: int) -> str | None:
    """The issuer printed before a number: "của A tại Tờ trình số", "Quyết định của A: số"."""
    begin = max(previous, start - 160)
    at = text.rfind(" tại ", begin, start)
    if at < 0 or not _kind_words().match(text, at + len(" tại ")):
        at = text.rfind(":", begin, start)
        if at < 0 or text[at:start].strip() not in (":", ": số"):
            return None
    names = reversed(list(_NAMED_BEFORE.finditer(text, begin, at)))
    for name in sorted(names, key=lambda match: match["of"] is None):
        found, end = _issuer(text, name.end())
        rest = text[end:at].strip()
        if name["of"] and rest.startswith("và "):  # "Chánh Văn phòng HĐND và UBND huyện"
            found, rest = " ".join(text[name.end() : at].split()), ""
        if found and text[name.end()].isupper() and not rest:
            return found
    return None


def _kind(number: str, printed: str | None, adjacent: bool) -> str | None:
    """The kind as printed right before the number, or as its short form says. None where nothing
    shows that this is a document at all."""
    form = kind_of_number(number)
    if printed and (adjacent or form is None):
        return printed
    if form is not None:
        return form
    return "công văn" if _LETTER.search(number) else None


def printed_kind(before: str) -> tuple[str | None, bool]:
    """The last kind named before a number, and whether it stands right before it. With words
    between ("Báo cáo thẩm tra số", "Luật Cán bộ, công chức số") "số" must come last; only a law's
    title may be long."""
    named = list(_named_kinds().matches(before))
    if not named:
        return None, False
    kind, last = named[-1]
    between = before[last.end() :]
    if _JUST_BEFORE.fullmatch(between):
        return kind, True
    titled = _TITLED_LAW if kind.endswith("luật") else _TITLED
    if titled.fullmatch(between):
        return kind, False
    return None, False


def _date_and_issuer(text: str, start: int) -> tuple[str | None, str | None, int]:
    """The date and the issuer printed after a number, in either order."""
    when = issuer = None
    end = start
    for _ in range(2):
        found = _DATED.match(text, end)
        if found and when is None:
            when, end = iso_date(found["d"], found["m"], found["y"]), found.end()
            continue
        of = _OF.match(text, end)
        if of and issuer is None:
            name, name_end = _issuer(text, of.end())
            if name:
                issuer, end = name, name_end
    return when, issuer, end


def _issuer(text: str, start: int) -> tuple[str | None, int]:
    """The name that begins at ``start``: up to a word that goes on with the sentence."""
    stop, opens = _stops(), _opens()
    end, count = start, 0
    while count < 16:
        word = _WORD.match(text, end)
        if word is None or (word[0].startswith("\n") and not word["word"][0].islower()):
            break
        joined = word["comma"] is not None
        if joined and (not word["word"][0].isupper() or opens.match(text, word.start("word"))):
            break
        if stop.match(text, word.start("word")) or _is_kind(text, word.start("word")):
            break
        after = word.end() + 1
        if word["word"] == "và" and (
            not text[after : after + 1].isupper()
            or opens.match(text, after)
            or _is_kind(text, after)
        ):
            break
        end, count = word.end(), count + 1
    name = " ".join(text[start:end].split())
    return (None, start) if not name or name.casefold() in _bare_posts() else (name, end)


def _is_kind(text: str, at: int) -> bool:
    """Whether another document begins here; "Thanh tra Bộ" holds no kind."""
    return text[at : at + 1].isupper() and _kind_words().match(text, at) is not None


@cache
def _forms() -> dict[str, str]:
    return {form: row["kind"] for row in rows("kinds") for form in row.get("symbols", ())}


@cache
def _kinds() -> list[tuple[str, str]]:
    """The names of kinds of documents with the kind that each stands for, the longest first."""
    names = (
        (name, row["kind"]) for row in rows("kinds") for name in (row["kind"], *row.get("also", ()))
    )
    return sorted(names, key=lambda named: len(named[0]), reverse=True)


@cache
def _kind_words() -> Pattern:
    return compiled(rf"\b(?:{'|'.join(regex.escape(name) for name, _ in _kinds())})\b", regex.I)


@cache
def _named_kinds() -> AtWords:
    return AtWords((kind, rf"{regex.escape(name)}\b") for name, kind in _kinds())


@cache
def _stops() -> Pattern:
    words = sorted((row["stop"] for row in rows("citations")), key=len, reverse=True)
    return compiled(rf"(?:{'|'.join(words)})\b".replace(" ", r"\s+"), regex.I)


@cache
def _bare_posts() -> frozenset[str]:
    """Posts that say nothing without their body: what is left where a page cuts the name."""
    return frozenset(
        row["post"].casefold() for row in rows("issuers") if "post" in row and not row.get("whole")
    )


@cache
def _opens() -> Pattern:
    """The names with which another body begins."""
    names = [row[key] for row in rows("issuers") for key in ("body", "short") if key in row]
    return compiled(rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\b")
